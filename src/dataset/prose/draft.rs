//! Stage 12: the draft: the indicators of a text, and every number with its fate.

use std::ops::Range;

use rust_decimal::Decimal;

use super::attach;
use super::draft_row::{Doubt, Row};
use super::fate::{Decision, Fate};
use super::items::{Sentence, What};
use super::mood::{self, Mood};
use super::sentence_reader::State;
use super::token::{Kind, Token, tokens};
use super::{doubt, heading_facts, sentences};
use crate::lexicon::direction;
use crate::lexicon::prose::Phrase;
use crate::model::{Actual, Indicator, Plan, Reference, Section, Totals};
use crate::text::parse_number::Separators;

/// What was read out of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The first line.
    pub title: String,
    /// The paragraphs below it, as they are counted in references.
    pub paragraphs: Vec<String>,
    /// The sections with the ranges of their indicators.
    pub sections: Vec<Section>,
    /// The indicators, in the order of the text.
    pub indicators: Vec<Indicator>,
    /// The place, if the text names one.
    pub place: Option<String>,
    /// The period as it is written, if the text names one.
    pub period: Option<String>,
    /// What the text says about all its indicators.
    pub totals: Option<Totals>,
    /// Every number of the paragraphs, in order.
    pub numbers: Vec<Number>,
}

/// A number of the text with its fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The paragraph, from 1; 0 is the title.
    pub paragraph: u32,
    /// The sentence in it, from 1.
    pub sentence: u32,
    /// The bytes of the number in the paragraph.
    pub span: Range<usize>,
    /// The number as written.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
    /// The rule that decided it.
    pub rule: &'static str,
    /// The indicator whose figure it is.
    pub indicator: Option<usize>,
}

/// Reads paragraphs, the first of which is the title. They are in NFC, on one line each and not empty.
#[must_use]
pub fn read(title: &str, paragraphs: Vec<String>) -> Draft {
    let style = separators(title, &paragraphs);
    let mut state = State::default();
    let mut sections = vec![if title.is_empty() { "Chung".to_owned() } else { title.to_owned() }];
    let mut numbers = of_title(title, style);
    let mut totals = None;
    let of_title_mood = mood::announces_targets(&tokens(title)).unwrap_or_default();
    let mut mood = of_title_mood;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let words = tokens(paragraph);
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let heading = mood::is_heading(paragraph, &words);
        if heading || paragraph.ends_with(':') {
            let bullet = words.first().is_some_and(|token| token.kind == Kind::Mark);
            let goes_on = bullet
                || paragraph.ends_with(':')
                || words.first().is_some_and(|token| token.kind == Kind::Number);
            mood = match mood::announces_targets(&words) {
                Some(Mood::PerhapsTargets) if of_title_mood == Mood::Targets => of_title_mood,
                Some(announced) => announced,
                None if goes_on => mood,
                None => of_title_mood,
            };
        }
        if heading {
            let name = super::name::tidy(paragraph);
            sections.push(if name.is_empty() { paragraph.clone() } else { name });
        }
        state.section = sections.len() - 1;
        let mut paragraph_reader = Paragraph {
            number,
            text: paragraph,
            heading,
            mood,
            style,
            numbers: &mut numbers,
            totals: &mut totals,
        };
        paragraph_reader.read(&mut state);
    }
    finish(title, paragraphs, sections, state.rows, numbers, totals)
}

/// Vietnamese text separates decimals by commas, English text by points.
pub(super) fn separators(title: &str, paragraphs: &[String]) -> Separators {
    const SAMPLE: usize = 4000;
    let letters = || {
        paragraphs
            .iter()
            .map(String::as_str)
            .chain([title])
            .flat_map(str::chars)
            .filter(|c| c.is_alphabetic())
            .take(SAMPLE)
    };
    let accented = letters().filter(|c| !c.is_ascii()).count();
    // Vietnamese has an accent on about every fourth letter, English names of places on few.
    if accented * 20 < letters().count() { Separators::Point } else { Separators::Comma }
}

/// The numbers of the title, which has no indicators: they are in paragraph 0.
fn of_title(title: &str, style: Separators) -> Vec<Number> {
    let sentence = Sentence::new(title, style);
    let number = |at: usize, span: Range<usize>| {
        let aside = sentence.asides.iter().find(|aside| (aside.from..aside.to).contains(&at));
        let decision = aside.map_or(Decision::new(Fate::Passing, "title"), |aside| aside.decision);
        Number {
            paragraph: 0,
            sentence: 0,
            text: title[span.clone()].to_owned(),
            span,
            fate: decision.fate,
            rule: decision.rule,
            indicator: None,
        }
    };
    let tokens = sentence.tokens.iter().enumerate();
    tokens
        .flat_map(|(at, token)| digits(token).into_iter().map(move |span| (at, span)))
        .map(|(at, span)| number(at, span))
        .collect()
}

struct Paragraph<'a> {
    number: u32,
    text: &'a str,
    heading: bool,
    mood: Mood,
    style: Separators,
    numbers: &'a mut Vec<Number>,
    totals: &'a mut Option<Totals>,
}

impl Paragraph<'_> {
    fn read(&mut self, state: &mut State) {
        state.paragraph_start = state.rows.len();
        // A list and "trong đó" go on with what was said before.
        if !self.text.to_lowercase().starts_with("trong đó")
            && !self.text.starts_with(['-', '–', '+', '•', '*'])
        {
            state.inherited = None;
        }
        let mut set_targets = false;
        for (index, range) in sentences::sentences(self.text).into_iter().enumerate() {
            let sentence = Sentence::new(&self.text[range.clone()], self.style);
            let index = u32::try_from(index + 1).unwrap_or(u32::MAX);
            state.at = (self.number, index);
            state.offset = range.start;
            let reports = mood::reports_results(&sentence.tokens);
            let planned = self.mood != Mood::Results && !percent_of_plan(&sentence);
            state.perhaps = planned && self.mood == Mood::PerhapsTargets;
            state.target = (planned || set_targets && mood::goes_on(&sentence.tokens)) && !reports;
            if self.heading {
                self.note(&sentence, index, range.start, &[], &[]);
                continue;
            }
            let assigned = attach::read(&sentence, state);
            set_targets = state.target;
            self.take_totals(&sentence, index);
            self.note(&sentence, index, range.start, &assigned.decisions, &assigned.owners);
        }
    }

    /// Gives every number of a sentence its fate: each token is looked at, so none can be left out.
    fn note(
        &mut self,
        sentence: &Sentence<'_>,
        index: u32,
        offset: usize,
        decisions: &[Decision],
        owners: &[Option<usize>],
    ) {
        for (at, token) in sentence.tokens.iter().enumerate() {
            for span in digits(token) {
                let (decision, indicator) = if token.kind == Kind::Word {
                    (Decision::new(Fate::Name, "digits-in-a-word"), None)
                } else {
                    self.fate(sentence, at, decisions, owners)
                };
                let span = span.start + offset..span.end + offset;
                self.numbers.push(Number {
                    paragraph: self.number,
                    sentence: index,
                    text: self.text[span.clone()].to_owned(),
                    span,
                    fate: decision.fate,
                    rule: decision.rule,
                    indicator,
                });
            }
        }
    }

    fn fate(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        decisions: &[Decision],
        owners: &[Option<usize>],
    ) -> (Decision, Option<usize>) {
        // Both are in order, and a report may be one sentence of megabytes.
        let next = sentence.asides.partition_point(|aside| aside.to <= at);
        if let Some(aside) = sentence.asides.get(next).filter(|aside| aside.from <= at) {
            return (aside.decision, None);
        }
        let next = sentence.quantities.partition_point(|quantity| quantity.to <= at);
        let quantity = sentence.quantities.get(next).filter(|quantity| quantity.from <= at);
        let Some(index) = quantity.map(|_| next) else {
            return (Decision::new(Fate::Unread, "unreadable-number"), None);
        };
        if !sentence.quantities[index].numbers.contains(&at) {
            return (Decision::new(Fate::Name, "number-in-unit"), None);
        }
        match decisions.get(index) {
            Some(decision) => (*decision, owners.get(index).copied().flatten()),
            None if self.heading => (Decision::new(Fate::Passing, "heading"), None),
            None => (Decision::new(Fate::Unread, "no-rule"), None),
        }
    }

    /// "05/28 chỉ tiêu không đạt kế hoạch".
    fn take_totals(&mut self, sentence: &Sentence<'_>, index: u32) {
        let Some(aside) = sentence.asides.iter().find(|aside| aside.decision.fate == Fate::Total)
        else {
            return;
        };
        let number =
            |at: usize| sentence.tokens.get(at).and_then(|token| token.text.parse::<u32>().ok());
        let (Some(part), Some(whole)) = (number(aside.from), number(aside.from + 2)) else {
            return;
        };
        let words: Vec<&str> =
            sentence.tokens[aside.to..].iter().take(6).map(|token| &*token.key).collect();
        let missed =
            words.windows(2).any(|pair| matches!(pair, ["không" | "chưa", "đạt" | "hoàn"]));
        if missed && part <= whole && self.totals.is_none() {
            *self.totals = Some(Totals {
                plan_indicators: whole,
                missed: part,
                missed_named: 0,
                reference: Some(Reference {
                    document: None,
                    paragraph: Some(self.number),
                    sentence: Some(index),
                    quote: None,
                }),
                note: None,
            });
        }
    }
}

/// Whether a sentence gives a percent of plan, which targets do not have.
fn percent_of_plan(sentence: &Sentence<'_>) -> bool {
    sentence.items.windows(2).any(|pair| {
        let percent = matches!(pair[0].what, What::Quantity(index) if sentence.quantities[index].is_percent());
        percent && pair[1].what == What::Phrase(Phrase::Plan)
    })
}

/// The runs of digits in a token, in bytes of the sentence.
fn digits(token: &Token<'_>) -> Vec<Range<usize>> {
    if token.kind == Kind::Number {
        return vec![token.span.clone()];
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in token.text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let at = token.span.start + at;
        match found.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

fn finish(
    title: &str,
    paragraphs: Vec<String>,
    sections: Vec<String>,
    mut rows: Vec<Row>,
    mut numbers: Vec<Number>,
    totals: Option<Totals>,
) -> Draft {
    for number in &numbers {
        if number.fate == Fate::Unread
            && number.rule == "second-value"
            && let Some(row) = rows
                .iter_mut()
                .rev()
                .find(|row| (row.paragraph, row.sentence) == (number.paragraph, number.sentence))
            && number.rule == "second-value"
        {
            row.doubt(Doubt::UnreadNearby);
        }
    }
    doubt::judge(&mut rows);
    let kept: Vec<bool> = rows.iter().map(Row::says_something).collect();
    let mut place = 0;
    let places: Vec<Option<usize>> = kept
        .iter()
        .map(|kept| {
            place += usize::from(*kept);
            kept.then(|| place - 1)
        })
        .collect();
    for number in &mut numbers {
        if let Some(row) = number.indicator {
            number.indicator = places.get(row).copied().flatten();
            if number.indicator.is_none() {
                (number.fate, number.rule) = (Fate::Unread, "no-indicator");
            }
        }
    }
    let rows: Vec<Row> = rows.into_iter().filter(Row::says_something).collect();
    let mut ids = Ids::default();
    let sections = section_ranges(&sections, &rows);

    let indicators = rows.into_iter().map(|row| indicator(row, &paragraphs, &mut ids)).collect();
    Draft {
        place: heading_facts::place(title, &paragraphs),
        period: heading_facts::period(title, &paragraphs),
        title: title.to_owned(),
        paragraphs,
        sections,
        indicators,
        totals,
        numbers,
    }
}

fn section_ranges(names: &[String], rows: &[Row]) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let name = names.get(row.section).cloned().unwrap_or_default();
        match found.last_mut() {
            Some(section) if section.name == name => section.indicators.end = at + 1,
            _ => found.push(Section { name, indicators: at..at + 1 }),
        }
    }
    found
}

fn indicator(row: Row, paragraphs: &[String], ids: &mut Ids) -> Indicator {
    let name = capitalized(&row.name);
    let better = direction::infer(&name);
    let percent = row.percents.first().map(|(percent, _)| *percent);
    let plan = Plan::of(row.target, None, percent, row.verdict.clone());
    Indicator {
        id: ids.take(&name),
        unit: row.unit.clone(),
        actual: row.actual.map(Actual::Figure),
        period: row.period.as_deref().and_then(crate::lexicon::period::parse),
        estimate: row.estimate,
        better,
        better_assumed: better.is_some(),
        plan,
        changes: row.changes.clone(),
        earlier: row.earlier.clone(),
        scale: row.scale,
        ranks: row.ranks.clone(),
        count: row.count,
        reference: Some(Reference {
            document: None,
            paragraph: Some(row.paragraph),
            sentence: Some(row.sentence),
            quote: quote(&row, paragraphs),
        }),
        note: note(&row),
        review: row.doubts.iter().map(|doubt| doubt.name().to_owned()).collect(),
        parents: row.parents,
        name,
    }
}

/// The words that carry the figures.
fn quote(row: &Row, paragraphs: &[String]) -> Option<String> {
    let paragraph = paragraphs.get(usize::try_from(row.paragraph).ok()?.checked_sub(1)?)?;
    paragraph
        .get(row.quote.clone())
        .map(|words| words.trim().to_owned())
        .filter(|words| !words.is_empty())
}

/// What the fields of an indicator cannot hold, in the words of the source.
fn note(row: &Row) -> Option<String> {
    let mut parts = Vec::new();
    if let (Some(bound), Some(actual)) = (&row.bound, row.actual) {
        parts.push(format!("Nguồn ghi “{bound} {}”.", shown(actual)));
    }
    let others =
        row.percents.iter().skip(1).map(|(percent, words)| format!("{}% {words}", shown(*percent)));
    if let Some((first, words)) = row.percents.first().filter(|_| row.percents.len() > 1) {
        parts.push(format!(
            "Nguồn nêu nhiều kế hoạch: {}.",
            std::iter::once(format!("{}% {words}", shown(*first)))
                .chain(others)
                .collect::<Vec<_>>()
                .join("; ")
        ));
    }
    parts.extend(row.notes.iter().map(|note| format!("Nguồn ghi thêm: {note}.")));
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn shown(decimal: Decimal) -> String {
    crate::text::format_number::format(decimal, crate::text::format_number::Style::Vietnamese)
}

fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Gives each indicator an id of its own, made of its name.
#[derive(Debug, Default)]
struct Ids {
    taken: std::collections::HashMap<String, u32>,
}

impl Ids {
    fn take(&mut self, name: &str) -> String {
        const LONGEST: usize = 60;
        let folded = crate::text::fold::fold(name);
        let mut id = String::new();
        for c in folded.chars() {
            if c.is_ascii_alphanumeric() {
                id.push(c);
            } else if !id.ends_with('-') && !id.is_empty() {
                id.push('-');
            }
            if id.len() >= LONGEST {
                break;
            }
        }
        let id = id.trim_end_matches('-').to_owned();
        let id = if id.is_empty() { "chi-tieu".to_owned() } else { id };
        let count = self.taken.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 {
            return id;
        }
        let next = format!("{id}-{count}");
        if self.taken.contains_key(&next) {
            self.take(&next)
        } else {
            self.taken.insert(next.clone(), 1);
            next
        }
    }
}
