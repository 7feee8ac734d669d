//! The changes that a reviewer makes to a draft. Each makes a new dataset of the former one.

use std::sync::Arc;

use super::audit::paragraph_of;
use super::reviewed::ReviewedNumber;
use crate::dataset::prose::drafting::draft_ids::id_of;
use crate::dataset::prose::phrases::name::tidy;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::sentences;
use crate::dataset::prose::tokens::token::TokenKind;
use crate::lexicon::direction;
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::model::{Actual, Dataset, Indicator, NumberInText, Reference, Section};
use crate::text::capital::with_capital;
use crate::text::parse_number::parse;

/// The doubt about an indicator that a reviewer made of a number: its name is what is before the number.
pub const MADE_BY_HAND: &str = "made-by-hand";

/// Accepts an indicator: it is no longer to be reviewed. `None` if there is nothing to accept.
#[must_use]
pub fn accepted(dataset: &Dataset, indicator: usize) -> Option<Dataset> {
    let one = dataset.indicators.get(indicator).filter(|one| !one.review.is_empty())?;
    let accepted = Indicator { review: Vec::new(), ..one };
    Some(with_indicators(dataset, |at, kept| {
        Some(if at == indicator { accepted.clone() } else { kept })
    }))
}

/// Says that a number belongs to no indicator: the indicator whose figure it is, if any, is removed, and all `numbers`
/// of it are set aside.
#[must_use]
pub fn set_aside(
    dataset: &Dataset,
    number: &ReviewedNumber,
    numbers: &[ReviewedNumber],
) -> Dataset {
    let removed = number.indicator;
    let mut changed = match removed {
        Some(removed) => with_indicators(dataset, |at, kept| (at != removed).then_some(kept)),
        None => dataset.clone(),
    };
    let of_removed = numbers
        .iter()
        .filter(|one| removed.is_some() && one.indicator == removed && *one != number);
    if let Some(source) = changed.source.as_mut().map(Arc::make_mut) {
        for number in of_removed.chain([number]) {
            let place = place_of(&source.text, number);
            source.set_aside.extend(place.filter(|place| !source.set_aside.contains(place)));
        }
        source.set_aside.sort_by_key(|one| (one.paragraph, one.position));
    }
    changed
}

/// Makes an indicator of a number that belongs to none. `None` if it cannot be read. Its name is the words before the
/// number, its unit what follows; both are to be reviewed.
#[must_use]
pub fn with_indicator_of(dataset: &Dataset, number: &ReviewedNumber) -> Option<Dataset> {
    if number.indicator.is_some() {
        return None;
    }
    let made = indicator_of(dataset, number)?;
    let mut changed = with_inserted(dataset, made);
    if let Some(source) = changed.source.as_mut().map(Arc::make_mut) {
        let place = place_of(&source.text, number);
        source.set_aside.retain(|one| Some(one) != place.as_ref());
    }
    Some(changed)
}

/// The same dataset with one more indicator, after those that are before it in the text.
pub(crate) fn with_inserted(dataset: &Dataset, made: Indicator) -> Dataset {
    let place = |one: &Indicator| {
        let reference = one.reference.as_ref()?;
        Some((reference.paragraph, reference.sentence))
    };
    let all: Vec<Indicator> = dataset.indicators.iter().collect();
    let last = all.iter().rposition(|one| place(one).is_some() && place(one) <= place(&made));
    let at = last.map_or(0, |last| last + 1);
    let own = dataset.sections.iter().position(|section| at <= section.indicators.end);
    let indicators = all[..at].iter().chain([&made]).chain(&all[at..]).cloned().collect();
    let mut sections = dataset.sections.to_vec();
    match own {
        Some(own) => {
            sections[own].indicators.end += 1;
            for section in &mut sections[own + 1..] {
                section.indicators = section.indicators.start + 1..section.indicators.end + 1;
            }
        }
        None => sections.push(Section { name: "Chung".to_owned(), indicators: 0..1 }),
    }
    Dataset { sections: sections.into(), indicators, ..dataset.clone() }
}

fn indicator_of(dataset: &Dataset, number: &ReviewedNumber) -> Option<Indicator> {
    let source = dataset.source.as_ref()?;
    let paragraph = paragraph_of(&source.text, number.paragraph)?;
    let ranges = sentences::sentences(paragraph);
    let range = ranges.into_iter().find(|range| range.contains(&number.span.start))?;
    let style = ReportLanguage::of(&source.title, &source.text).separators();
    let text = paragraph.get(range.clone())?;
    let sentence = Sentence::new(text, style);
    let start = number.span.start - range.start;
    let token = sentence.tokens.iter().position(|token| token.span.start == start)?;
    let quantity = sentence.quantities.iter().find(|one| one.numbers.contains(&token));
    let value = match quantity {
        Some(quantity) => quantity.value,
        None => parse(&number.text)?.with(style)?,
    };
    let end = quantity.and_then(|one| sentence.tokens.get(one.to.checked_sub(1)?));
    let end = end.map_or(start + number.text.len(), |last| last.span.end);
    // The name begins after the number or the mark before.
    let is_break = |at: &usize| {
        let token = &sentence.tokens[*at];
        token.kind == TokenKind::Number
            || matches!(token.text, "," | ";" | ":" | "(" | "-" | "–" | "+")
    };
    let first = (0..token).rev().find(is_break).map_or(0, |at| at + 1);
    let from = sentence.tokens.get(first).map_or(start, |first| first.span.start).min(start);
    let last = before_verbs(&sentence, first, token);
    let until = sentence.tokens.get(last).map_or(start, |last| last.span.start).clamp(from, start);
    let name = tidy(&text[from..until]);
    // Without words it is an ordinal or a date: "1. Về kinh tế".
    if !name.contains(char::is_alphabetic) {
        return None;
    }
    let name = with_capital(&name);
    let better = direction::infer(&name);
    Some(Indicator {
        unit: quantity.and_then(|one| one.unit.clone()),
        actual: Some(Actual::Figure(value)),
        better,
        better_assumed: better.is_some(),
        reference: Some(Reference {
            document: None,
            paragraph: Some(number.paragraph),
            sentence: Some(number.sentence),
            quote: Some(text[from..end].trim().to_owned()).filter(|quote| !quote.is_empty()),
        }),
        review: vec![MADE_BY_HAND.to_owned()],
        ..Indicator::named(free_id(dataset, &name), &name)
    })
}

/// Where the words that announce a number begin, such as "ước đạt", between the tokens `first` and `end`.
fn before_verbs(sentence: &Sentence<'_>, first: usize, end: usize) -> usize {
    const ANNOUNCE: [Phrase; 9] = [
        Phrase::Reach,
        Phrase::Equal,
        Phrase::Share,
        Phrase::Estimate,
        Phrase::Approx,
        Phrase::Adverb,
        Phrase::Up,
        Phrase::Down,
        Phrase::To,
    ];
    let mut last = end;
    loop {
        let begins = |class: &Phrase| PHRASES.ends_before(&sentence.tokens, last, *class);
        let Some(from) = ANNOUNCE.iter().filter_map(begins).filter(|from| *from >= first).min()
        else {
            return last;
        };
        last = from;
    }
}

/// The same dataset with each indicator kept, changed or, by `None`, removed. Sections without indicators are removed
/// as well.
pub(crate) fn with_indicators(
    dataset: &Dataset,
    change: impl Fn(usize, Indicator) -> Option<Indicator>,
) -> Dataset {
    let mut sections = Vec::new();
    let mut indicators = Vec::new();
    for section in dataset.sections.iter() {
        let start = indicators.len();
        let kept =
            section.indicators.clone().zip(dataset.indicators.range(section.indicators.clone()));
        indicators.extend(kept.filter_map(|(at, one)| change(at, one)));
        if indicators.len() > start || section.indicators.is_empty() {
            let name = section.name.clone();
            sections.push(Section { name, indicators: start..indicators.len() });
        }
    }
    Dataset {
        sections: sections.into(),
        indicators: indicators.into_iter().collect(),
        ..dataset.clone()
    }
}

/// Where a number is, as a file says it.
pub(crate) fn place_of(text: &[String], number: &ReviewedNumber) -> Option<NumberInText> {
    let before = paragraph_of(text, number.paragraph)?.get(..number.span.start)?;
    Some(NumberInText {
        paragraph: number.paragraph,
        position: u32::try_from(before.chars().count()).ok()?,
        number: number.text.clone(),
    })
}

/// An id of a name that no indicator of the dataset has.
fn free_id(dataset: &Dataset, name: &str) -> String {
    let id = id_of(name);
    let is_free = |id: &String| !dataset.indicators.iter().any(|one| one.id == *id);
    let numbered = (2..).map(|next: u32| format!("{id}-{next}"));
    std::iter::once(id.clone()).chain(numbered).find(is_free).unwrap_or(id)
}
