//! Compares a dataset with the text that it carries: the figures that are not in their sentence, and the numbers
//! of the text that no indicator has.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rust_decimal::Decimal;

use crate::dataset::prose::drafting::draft;
use crate::dataset::prose::drafting::draft_types::Number;
use crate::dataset::prose::numbers::quantity_reader::quantities;
use crate::dataset::prose::tokens::fate::Fate;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::sentences;
use crate::dataset::prose::tokens::token::{TokenKind, tokens};
use crate::model::{Actual, ChangeUnit, Dataset, Indicator, Reference, Source, Target};
use crate::text::parse_number::{Separators, parse};

/// A contradiction between a dataset and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextMismatch {
    /// The sentence to which an indicator refers has no such figure.
    FigureNotInSource {
        /// The name of the indicator.
        name: String,
        /// The figure.
        figure: Decimal,
        /// The paragraph, from 1.
        paragraph: u32,
        /// The sentence, if the reference names one.
        sentence: Option<u32>,
    },
    /// The words that a reference quotes are not in its paragraph.
    QuoteNotInSource {
        /// The name of the indicator.
        name: String,
        /// The paragraph, from 1.
        paragraph: u32,
    },
    /// The text has fewer paragraphs than a reference says.
    NoSuchParagraph {
        /// The name of the indicator.
        name: String,
        /// The paragraph, from 1.
        paragraph: u32,
    },
    /// A number of the text that looks like a figure, and that no indicator has.
    UnclaimedNumber {
        /// The number as written.
        text: String,
        /// The paragraph, from 1.
        paragraph: u32,
        /// The sentence in it, from 1.
        sentence: u32,
        /// The bytes of the number in the paragraph.
        span: Range<usize>,
    },
}

/// A sentence of a text, or a whole paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TextPlace {
    /// From 1.
    pub(super) paragraph: u32,
    /// From 1.
    pub(super) sentence: Option<u32>,
}

impl TextPlace {
    /// The place to which a reference leads.
    pub(super) fn of(reference: &Reference) -> Option<Self> {
        Some(Self { paragraph: reference.paragraph?, sentence: reference.sentence })
    }
}

/// Compares a dataset with its text. Nothing is reported for one without a text.
#[must_use]
pub fn audit(dataset: &Dataset) -> Vec<TextMismatch> {
    let Some(source) = dataset.source.as_ref().filter(|source| !source.text.is_empty()) else {
        return Vec::new();
    };
    let text = &source.text;
    let mut found = Vec::new();
    // The figures of each paragraph that some indicator has.
    let mut claimed: HashMap<u32, HashSet<Decimal>> = HashMap::new();
    let mut written: HashMap<u32, WrittenNumbers<'_>> = HashMap::new();
    for indicator in dataset.indicators.iter() {
        let Some(reference) =
            indicator.reference.as_ref().filter(|reference| reference.document.is_none())
        else {
            continue;
        };
        let Some(place) = TextPlace::of(reference) else { continue };
        let (name, paragraph) = (&indicator.name, place.paragraph);
        let Some(words) = paragraph_of(text, paragraph) else {
            found.push(TextMismatch::NoSuchParagraph { name: name.clone(), paragraph });
            continue;
        };
        let figures = figures(&indicator);
        claimed.entry(paragraph).or_default().extend(figures.iter().flatten());
        let written = written.entry(paragraph).or_insert_with(|| WrittenNumbers::of(words));
        found.extend(compare(&indicator, &figures, written, place));
        if reference.quote.as_ref().is_some_and(|quote| !words.contains(quote.as_str())) {
            found.push(TextMismatch::QuoteNotInSource { name: name.clone(), paragraph });
        }
    }
    if let Some(totals) = &dataset.totals
        && let Some(paragraph) = totals.reference.as_ref().and_then(|reference| reference.paragraph)
    {
        claimed
            .entry(paragraph)
            .or_default()
            .extend([totals.missed, totals.plan_indicators].map(Decimal::from));
    }
    let words: Vec<IndicatorWords> =
        dataset.indicators.iter().map(|indicator| IndicatorWords::of(&indicator)).collect();
    found.extend(unclaimed(source, &claimed, &words));
    found
}

/// Whether a reviewer said that a number belongs to no indicator.
pub(crate) fn is_set_aside(source: &Source, number: &Number) -> bool {
    let of_paragraph = source.set_aside.iter().filter(|one| one.paragraph == number.paragraph);
    let mut same = of_paragraph.filter(|one| one.number == number.text).peekable();
    // To count the letters before a number takes as long as the paragraph is.
    if same.peek().is_none() {
        return false;
    }
    let paragraph = paragraph_of(&source.text, number.paragraph);
    let position = paragraph.and_then(|text| text.get(..number.span.start));
    let position = position.map(|before| before.chars().count());
    same.any(|one| usize::try_from(one.position).ok() == position)
}

/// A paragraph, by its number from 1.
pub(crate) fn paragraph_of(text: &[String], number: u32) -> Option<&str> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    text.get(at).map(String::as_str)
}

/// The words of an indicator that may hold numbers of the text.
struct IndicatorWords {
    /// The paragraph to which it refers, from 1.
    paragraph: Option<u32>,
    words: String,
}

impl IndicatorWords {
    fn of(indicator: &Indicator) -> Self {
        let paragraph = indicator.reference.as_ref().and_then(|reference| reference.paragraph);
        let verdict = indicator.plan.as_ref().and_then(|plan| plan.verdict());
        let verdict = verdict.map(|verdict| verdict.text.as_str());
        let words = [Some(indicator.name.as_str()), verdict, indicator.note.as_deref()];
        Self { paragraph, words: words.into_iter().flatten().collect::<Vec<_>>().join(" ") }
    }
}

/// The figures of an indicator that its sentence has to have, each in the forms in which a text may write it.
pub(crate) fn figures(indicator: &Indicator) -> Vec<Vec<Decimal>> {
    let in_own_unit = indicator.changes.iter().filter(|change| change.unit == ChangeUnit::Points);
    let earlier = indicator.earlier.iter().filter_map(|earlier| match earlier.value {
        Actual::Figure(figure) => Some(figure),
        Actual::Words(_) => None,
    });
    let rescaled = in_own_unit.map(|change| change.amount).chain(earlier);
    plain_figures(indicator)
        .into_iter()
        .map(|figure| forms(figure).collect())
        .chain(rescaled.map(|figure| forms(figure).chain(magnitudes(figure)).collect()))
        .collect()
}

/// A figure in the magnitudes above and below its own: a change of 0,0278 million is written as 27,8 thousand.
fn magnitudes(figure: Decimal) -> impl Iterator<Item = Decimal> {
    let factors = [1_000_u64, 1_000_000, 1_000_000_000].map(Decimal::from);
    let own = figure.abs();
    factors
        .into_iter()
        .flat_map(move |factor| [own.checked_mul(factor), own.checked_div(factor)])
        .flatten()
        .map(|figure| figure.normalize())
}

/// The figures that are written in the unit of the indicator, or without one.
fn plain_figures(indicator: &Indicator) -> Vec<Decimal> {
    let mut figures = Vec::new();
    figures.extend(indicator.figure());
    for plan in indicator.plan.iter().chain(&indicator.other_plans) {
        figures.extend(plan.percent());
        figures.extend(plan.target().into_iter().flat_map(Target::figures));
    }
    let others = indicator.changes.iter().filter(|change| change.unit != ChangeUnit::Points);
    figures.extend(others.map(|change| change.amount));
    figures.extend(indicator.scale);
    figures.extend(indicator.count.iter().flat_map(|count| [count.part, count.whole]));
    figures.extend(
        indicator
            .ranks
            .iter()
            .flat_map(|rank| [Some(rank.position), rank.of])
            .flatten()
            .map(Decimal::from),
    );
    figures.extend(indicator.ranks.iter().filter_map(|rank| rank.change).map(Decimal::from));
    figures
}

/// The ways in which a text may write a figure: a fall without its sign, an index, a percent beyond the plan.
fn forms(figure: Decimal) -> impl Iterator<Item = Decimal> {
    let more = figure.checked_add(Decimal::ONE_HUNDRED);
    let less = figure.checked_sub(Decimal::ONE_HUNDRED);
    [Some(figure), Some(-figure), more, less].into_iter().flatten().map(|form| form.normalize())
}

/// The numbers of a paragraph, found once: many indicators may refer to it.
struct WrittenNumbers<'t> {
    paragraph: &'t str,
    sentences: Vec<Range<usize>>,
    of_sentences: HashMap<usize, HashSet<Decimal>>,
    all: Option<HashSet<Decimal>>,
}

impl<'t> WrittenNumbers<'t> {
    fn of(paragraph: &'t str) -> Self {
        let sentences = sentences::sentences(paragraph);
        Self { paragraph, sentences, of_sentences: HashMap::new(), all: None }
    }

    /// Whether the paragraph writes a figure in one of its forms.
    fn has(&mut self, forms: &[Decimal]) -> bool {
        let all = self.all.get_or_insert_with(|| numbers_of(self.paragraph).into_iter().collect());
        forms.iter().any(|form| all.contains(form))
    }

    /// Whether a sentence, by its number from 1, writes a figure in one of its forms.
    fn has_in(&mut self, sentence: u32, forms: &[Decimal]) -> bool {
        let at = usize::try_from(sentence).ok().and_then(|sentence| sentence.checked_sub(1));
        let Some((at, range)) = at.and_then(|at| Some((at, self.sentences.get(at)?))) else {
            return false;
        };
        let numbers = || numbers_of(&self.paragraph[range.clone()]).into_iter().collect();
        let numbers = self.of_sentences.entry(at).or_insert_with(numbers);
        forms.iter().any(|form| numbers.contains(form))
    }
}

/// The figures that the sentence of an indicator does not have.
fn compare(
    indicator: &Indicator,
    figures: &[Vec<Decimal>],
    written: &mut WrittenNumbers<'_>,
    TextPlace { paragraph, sentence }: TextPlace,
) -> Vec<TextMismatch> {
    let mut is_missing = |at: usize, forms: &[Decimal]| {
        let is_there = match sentence {
            Some(sentence) => written.has_in(sentence, forms),
            None => written.has(forms),
        };
        // Changes and ranks may be in a later sentence of the paragraph.
        !is_there && (at == 0 || !written.has(forms))
    };
    let missing = figures.iter().enumerate().filter(|(at, forms)| is_missing(*at, forms));
    let mismatch = |figure| {
        let name = indicator.name.clone();
        TextMismatch::FigureNotInSource { name, figure, paragraph, sentence }
    };
    missing.filter_map(|(_, forms)| forms.first().copied()).map(mismatch).collect()
}

/// All numbers of a text in every way in which they can be read, with those of two scales ("2 tỷ 300 triệu").
pub(crate) fn numbers_of(text: &str) -> Vec<Decimal> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Number) {
        let Some(read) = parse(token.text) else { continue };
        found.extend(
            [Separators::Comma, Separators::Point]
                .iter()
                .filter_map(|style| read.with(*style))
                .map(|number| number.normalize()),
        );
    }
    for style in [Separators::Comma, Separators::Point] {
        let quantities = quantities(&tokens, &[], style);
        found.extend(
            quantities
                .iter()
                .filter(|quantity| quantity.numbers.len() > 1 || quantity.is_worded(&tokens))
                .flat_map(|quantity| [Some(quantity.value), quantity.high])
                .flatten()
                .map(|number| number.normalize()),
        );
    }
    found
}

/// The numbers of the text that look like figures, and that no indicator of their paragraph has.
fn unclaimed(
    source: &Source,
    claimed: &HashMap<u32, HashSet<Decimal>>,
    words: &[IndicatorWords],
) -> Vec<TextMismatch> {
    let mut in_words: HashMap<Option<u32>, HashSet<&str>> = HashMap::new();
    for IndicatorWords { paragraph, words } in words {
        let numbers = tokens(words).into_iter().filter(|token| token.kind == TokenKind::Number);
        in_words.entry(*paragraph).or_default().extend(numbers.map(|token| token.text));
    }
    let numbers = draft::read(&source.title, source.text.clone()).numbers;
    let is_in_words = |number: &Number| {
        let of = [None, Some(number.paragraph)];
        let mut words = of.iter().filter_map(|paragraph| in_words.get(paragraph));
        words.any(|words| words.contains(number.text.as_str()))
    };
    let is_claimed = |number: &Number| {
        let own = claimed.get(&number.paragraph);
        let read = numbers_of(&number.text);
        own.is_some_and(|own| read.iter().any(|form| own.contains(form))) || is_in_words(number)
    };
    let open = numbers.into_iter().filter(|number| {
        matches!(number.fate, Fate::Figure | Fate::Unread) && number.rule != NumberRule::InTable
    });
    open.filter(|number| !is_claimed(number) && !is_set_aside(source, number))
        .map(|number| TextMismatch::UnclaimedNumber {
            text: number.text,
            paragraph: number.paragraph,
            sentence: number.sentence,
            span: number.span,
        })
        .collect()
}
