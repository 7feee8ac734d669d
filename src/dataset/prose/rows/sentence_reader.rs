//! What is known while a sentence is read.

use std::ops::Range;

use super::part_list::PartList;
use super::quantity_before::QuantityBefore;
use super::reading_state::ReadingState;
use super::sentence_periods::SentencePeriods;
use super::shared_comparison::SharedComparison;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::roles::role_base::leading_base;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::fate::{Decision, Fate};

/// The state within a sentence.
pub(crate) struct SentenceReader<'a, 't> {
    pub(crate) sentence: &'a Sentence<'t>,
    pub(crate) state: &'a mut ReadingState,
    /// The indicator that figures without a name belong to.
    pub(crate) row: Option<usize>,
    /// The first indicator of the sentence.
    pub(crate) start: usize,
    pub(crate) parts: PartList,
    /// The role of the quantity that is read.
    pub(crate) current: QuantityRole,
    pub(crate) before: QuantityBefore,
    pub(crate) periods: SentencePeriods<'a, 't>,
    pub(crate) comparison: SharedComparison,
    /// The place with which a clause of the sentence began.
    pub(crate) clause_place: Option<String>,
    /// What became of each quantity that has been read.
    pub(crate) assignments: Vec<Assignment>,
}

/// What became of a quantity of a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Assignment {
    pub(crate) decision: Decision,
    /// The indicator whose figure it is.
    pub(crate) owner: Option<usize>,
}

impl Assignment {
    /// A number that belongs to no indicator.
    pub(crate) fn without_owner(decision: Decision) -> Self {
        Self { decision, owner: None }
    }
}

impl<'a, 't> SentenceReader<'a, 't> {
    /// A reader before the first quantity of a sentence.
    pub(crate) fn new(sentence: &'a Sentence<'t>, state: &'a mut ReadingState) -> Self {
        let start = state.rows.len();
        let periods = SentencePeriods::of(sentence, state.document.period);
        Self {
            sentence,
            state,
            row: None,
            start,
            parts: PartList::default(),
            current: QuantityRole::Value,
            before: QuantityBefore::default(),
            periods,
            comparison: SharedComparison::new(leading_base(sentence)),
            clause_place: None,
            assignments: Vec::new(),
        }
    }
}

impl SentenceReader<'_, '_> {
    pub(crate) fn decide(&mut self, decision: Decision) {
        let owner = self.row.filter(|_| decision.fate == Fate::Figure);
        self.assignments.push(Assignment { decision, owner });
    }

    /// The decision about the quantity before.
    pub(crate) fn last_decision(&self) -> Option<Decision> {
        self.assignments.last().map(|last| last.decision)
    }

    /// The last indicator of the paragraph.
    pub(crate) fn previous(&self) -> Option<usize> {
        (self.state.rows.len() > self.state.paragraph.start).then(|| self.state.rows.len() - 1)
    }

    /// Whether a semicolon is between the figures of two indicators of the sentence.
    pub(crate) fn is_apart(&self, left: usize, right: usize) -> bool {
        let rows = &self.state.rows;
        let Some((left, right)) = rows.get(left).zip(rows.get(right)) else { return true };
        let inside = |byte: usize| byte.saturating_sub(self.state.sentence.offset);
        let tokens = &self.sentence.tokens;
        let from = tokens.partition_point(|token| token.span.start < inside(left.quote.end));
        let mut between = tokens.iter().skip(from);
        let end = inside(right.quote.start);
        between.by_ref().take_while(|token| token.span.start < end).any(|token| token.is(";"))
    }

    /// The indicators of this sentence.
    pub(crate) fn own_rows(&self) -> Range<usize> {
        self.start..self.state.rows.len()
    }
}
