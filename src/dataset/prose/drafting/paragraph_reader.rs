//! Reads a paragraph sentence by sentence, and gives each of its numbers a fate.

use std::ops::Range;

use super::draft_types::Number;
use super::missed_of_all::{MissedOfAll, missed_of_all};
use super::percent_of_plan::{PercentOfPlan, percent_of_plan};
use crate::dataset::prose::attaching::attach;
use crate::dataset::prose::phrases::period_mentions::mentions;
use crate::dataset::prose::rows::reading_state::{ReadingState, SentenceContext};
use crate::dataset::prose::rows::sentence_reader::Assignment;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood::{self, Mood};
use crate::dataset::prose::tokens::fate::{Decision, Fate};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::sentences;
use crate::dataset::prose::tokens::sentences::SentenceAt;
use crate::dataset::prose::tokens::table_row::is_table_row;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::model::{Period, Reference, Span, Totals};
use crate::text::parse_number::Separators;

/// A paragraph with what it adds to.
pub(super) struct ParagraphReader<'a> {
    pub(super) number: u32,
    pub(super) text: &'a str,
    pub(super) heading: bool,
    /// Whether it is a row of a table: known when it is read.
    pub(super) is_row: bool,
    pub(super) mood: Mood,
    pub(super) style: Separators,
    pub(super) numbers: &'a mut Vec<Number>,
    pub(super) totals: &'a mut Option<Totals>,
}

impl ParagraphReader<'_> {
    /// Reads the paragraph into `state.rows`.
    pub(super) fn read(&mut self, state: &mut ReadingState) {
        if is_table_row(self.text) {
            let row = Sentence::new(self.text, self.style);
            self.is_row = true;
            self.note(&row, 1, 0, &[]);
            return;
        }
        let mut set_targets = false;
        for (index, range) in sentences::sentences(self.text).into_iter().enumerate() {
            let sentence = Sentence::new(&self.text[range.clone()], self.style);
            let index = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let reports = mood::reports_results(&sentence.tokens);
            let percent = percent_of_plan(&sentence);
            let planned = match percent {
                PercentOfPlan::None => self.mood != Mood::Results,
                PercentOfPlan::Target | PercentOfPlan::Either => self.mood == Mood::Targets,
                PercentOfPlan::Result => false,
            };
            let perhaps =
                planned && (self.mood == Mood::PerhapsTargets || percent == PercentOfPlan::Either);
            let target = (planned
                || mood::begins_with_aim(&sentence.tokens)
                || mood::is_labelled_plan(&sentence.tokens) && percent == PercentOfPlan::None
                || set_targets && mood::goes_on(&sentence.tokens))
                && !reports
                && !reports_past_year(&sentence, state);
            state.sentence = SentenceContext {
                at: SentenceAt { paragraph: self.number, sentence: index },
                offset: range.start,
                target,
                perhaps,
            };
            if self.heading {
                self.note(&sentence, index, range.start, &[]);
                continue;
            }
            if mood::is_anecdote(&sentence.tokens) {
                let passing = Decision::passing(NumberRule::Anecdote);
                let all = vec![Assignment::without_owner(passing); sentence.quantities.len()];
                self.note(&sentence, index, range.start, &all);
                continue;
            }
            let assigned = attach::read(&sentence, state);
            set_targets = state.sentence.target;
            self.take_totals(&sentence, index);
            self.note(&sentence, index, range.start, &assigned);
        }
    }

    /// Gives every number of a sentence its fate: each token is looked at, so none can be left out.
    fn note(
        &mut self,
        sentence: &Sentence<'_>,
        index: u32,
        offset: usize,
        assigned: &[Assignment],
    ) {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if let Some(number) = self.worded(sentence, at, index, offset, assigned) {
                self.numbers.push(number);
            }
            for span in digits(token) {
                let assignment = if token.kind == TokenKind::Word {
                    let decision = Decision::new(Fate::Name, NumberRule::DigitsInAWord);
                    Assignment::without_owner(decision)
                } else {
                    self.assignment_of(sentence, at, assigned)
                };
                let span = span.start + offset..span.end + offset;
                self.numbers.push(self.number_at(span, index, assignment));
            }
        }
    }

    /// The percent or points in words that begin at a token, if they are not understood: "rose by
    /// two to three percent".
    fn worded(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        index: u32,
        offset: usize,
        assigned: &[Assignment],
    ) -> Option<Number> {
        let next = sentence.quantities.partition_point(|quantity| quantity.to <= at);
        let quantity = sentence.quantities.get(next).filter(|quantity| quantity.from == at)?;
        let measured = matches!(quantity.class, UnitClass::Percent | UnitClass::Points);
        let assignment = assigned.get(next).copied()?;
        let fits = measured
            && quantity.is_worded(&sentence.tokens)
            && assignment.decision.fate == Fate::Unread
            && !self.is_row;
        let (first, last) = (sentence.tokens.get(at)?, sentence.tokens.get(quantity.to - 1)?);
        let span = first.span.start + offset..last.span.end + offset;
        fits.then(|| self.number_at(span, index, assignment))
    }

    /// A number of the sentence `index` at a place in the text, with what became of it.
    fn number_at(&self, span: Range<usize>, index: u32, assignment: Assignment) -> Number {
        let Assignment { decision, owner } = assignment;
        Number {
            paragraph: self.number,
            sentence: index,
            text: self.text[span.clone()].to_owned(),
            span,
            fate: decision.fate,
            rule: decision.rule,
            indicator: owner,
        }
    }

    /// What became of the number at a token, of a quantity or not.
    fn assignment_of(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        assigned: &[Assignment],
    ) -> Assignment {
        if self.is_row {
            return Assignment::without_owner(Decision::unread(NumberRule::InTable));
        }
        // Both are in order, and a report may be one sentence of megabytes.
        let next = sentence.asides.partition_point(|aside| aside.to <= at);
        if let Some(aside) = sentence.asides.get(next).filter(|aside| aside.from <= at) {
            return Assignment::without_owner(aside.decision);
        }
        let next = sentence.quantities.partition_point(|quantity| quantity.to <= at);
        let quantity = sentence.quantities.get(next).filter(|quantity| quantity.from <= at);
        let Some(quantity) = quantity else {
            return Assignment::without_owner(Decision::unread(NumberRule::UnreadableNumber));
        };
        if !quantity.numbers.contains(&at) {
            let decision = Decision::new(Fate::Name, NumberRule::NumberInUnit);
            return Assignment::without_owner(decision);
        }
        let unassigned = || match self.heading {
            true => Assignment::without_owner(Decision::passing(NumberRule::Heading)),
            false => Assignment::without_owner(Decision::unread(NumberRule::NoRule)),
        };
        assigned.get(next).copied().unwrap_or_else(unassigned)
    }

    /// "05/28 chỉ tiêu không đạt kế hoạch".
    fn take_totals(&mut self, sentence: &Sentence<'_>, index: u32) {
        let Some(MissedOfAll { all, missed }) = missed_of_all(sentence) else { return };
        if self.totals.is_none() {
            *self.totals = Some(Totals {
                plan_indicators: all,
                missed,
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

/// Whether a paragraph is not the beginning of something new: a list and "trong đó" go on with what
/// was said before, and a row of a table changes nothing.
pub(super) fn goes_on(paragraph: &str) -> bool {
    paragraph.starts_with(['-', '–', '+', '•', '*'])
        || begins_with_part(paragraph)
        || is_table_row(paragraph)
}

/// Whether a paragraph gives parts of what was said before it.
pub(super) fn begins_with_part(paragraph: &str) -> bool {
    const PART: &str = "trong đó";
    let mut start = paragraph.chars().flat_map(char::to_lowercase);
    PART.chars().all(|c| start.next() == Some(c))
}

/// Whether a sentence says what a year reached that was over when the targets above it were to be met: "Quy mô nền kinh
/// tế năm 2023 đạt 114.500 tỷ đồng" below "Mục tiêu đến năm 2025", in a report that sets no targets itself.
fn reports_past_year(sentence: &Sentence<'_>, state: &ReadingState) -> bool {
    let aimed = state
        .paragraph
        .section_period
        .as_ref()
        .and_then(|named| named.period)
        .and_then(Period::last_year);
    let Some(aimed) = aimed.filter(|_| !state.document.plans) else { return false };
    let reported = state.document.period.and_then(Period::last_year);
    let past = |period: Period| {
        let year = period.last_year().filter(|_| period.span() == Span::Year);
        year.is_some_and(|year| year < aimed && reported.is_none_or(|reported| year <= reported))
    };
    let reached = sentence.has_phrase(Phrase::Reach);
    let wanted = sentence.has_phrase(Phrase::Target);
    let named = || mentions(sentence).into_iter().filter_map(|mention| mention.period);
    reached && !wanted && named().next().is_some() && named().all(past)
}

/// The runs of digits in a token, in bytes of the sentence.
pub(super) fn digits(token: &Token<'_>) -> Vec<Range<usize>> {
    if token.kind == TokenKind::Number {
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
