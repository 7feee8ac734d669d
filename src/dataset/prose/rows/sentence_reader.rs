//! What is known while a sentence is read.

use std::ops::Range;

use rust_decimal::Decimal;

use super::reading_state::ReadingState;
use crate::dataset::prose::phrases::period_mentions::Mention;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::tokens::fate::{Decision, Fate};

/// The state within a sentence.
pub(in crate::dataset::prose) struct SentenceReader<'a, 't> {
    pub(in crate::dataset::prose) sentence: &'a Sentence<'t>,
    pub(in crate::dataset::prose) state: &'a mut ReadingState,
    /// The indicator that figures without a name belong to.
    pub(in crate::dataset::prose) row: Option<usize>,
    /// The first indicator of the sentence.
    pub(in crate::dataset::prose) start: usize,
    /// The parent of the parts that follow "trong đó" or a colon.
    pub(in crate::dataset::prose) parents: Vec<String>,
    /// How those parts began.
    pub(in crate::dataset::prose) parts: Parts,
    /// The indicator before an opening bracket, to go back to.
    pub(in crate::dataset::prose) outer: Option<usize>,
    /// The role of the quantity that is read.
    pub(in crate::dataset::prose) current: QuantityRole,
    /// The role of the quantity before.
    pub(in crate::dataset::prose) last: Option<QuantityRole>,
    /// The periods that the sentence names.
    pub(in crate::dataset::prose) mentions: Vec<Mention>,
    /// Whether a later year than the document's made the sentence one that sets targets.
    pub(in crate::dataset::prose) future: bool,
    /// What the sentence compares all its figures with: "So với cùng kỳ năm trước, sản lượng …, tăng 5%".
    pub(in crate::dataset::prose) leading: Follow,
    /// The base of the comparisons that follow: "so với cùng kỳ, giảm …, giảm …".
    pub(in crate::dataset::prose) base: Option<String>,
    /// Whether the sentence begins with an estimate that is for all its figures.
    pub(in crate::dataset::prose) estimate: bool,
    /// The words that a name behind a figure took, which begin no other name.
    pub(in crate::dataset::prose) consumed: Option<usize>,
    /// The place with which a clause of the sentence began.
    pub(in crate::dataset::prose) clause_place: Option<String>,
    /// The value with which the sentence began before what it is of was named: "Với 67,2 điểm, …".
    pub(in crate::dataset::prose) pending: Option<usize>,
    /// How far the last figure is from its plan, negative below it.
    pub(in crate::dataset::prose) plan_distance: Option<Decimal>,
    /// What became of each quantity that has been read.
    pub(in crate::dataset::prose) assignments: Vec<Assignment>,
}

/// How the parts of an indicator began.
#[derive(Debug, Default)]
pub(in crate::dataset::prose) struct Parts {
    /// Whether in a bracket.
    pub(in crate::dataset::prose) in_bracket: bool,
    /// Whether a colon announced a list.
    pub(in crate::dataset::prose) listed: bool,
    /// Whether a group, an area or a crop season limits what follows.
    pub(in crate::dataset::prose) limited: bool,
    /// Whether "riêng" sets it apart from the whole.
    pub(in crate::dataset::prose) set_apart: bool,
    /// Whether the sentence begins with "trong đó", so that all of it is about parts.
    pub(in crate::dataset::prose) begins_sentence: bool,
    /// The first word of the first part.
    pub(in crate::dataset::prose) first: String,
    /// The parents of what is before the bracket in which they began.
    pub(in crate::dataset::prose) outside: Vec<String>,
}

/// What became of a quantity of a sentence.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::prose) struct Assignment {
    pub(in crate::dataset::prose) decision: Decision,
    /// The indicator whose figure it is.
    pub(in crate::dataset::prose) owner: Option<usize>,
}

impl Assignment {
    /// A number that belongs to no indicator.
    pub(in crate::dataset::prose) fn without_owner(decision: Decision) -> Self {
        Self { decision, owner: None }
    }
}

impl SentenceReader<'_, '_> {
    pub(in crate::dataset::prose) fn decide(&mut self, decision: Decision) {
        let owner = self.row.filter(|_| decision.fate == Fate::Figure);
        self.assignments.push(Assignment { decision, owner });
    }

    /// The decision about the quantity before.
    pub(in crate::dataset::prose) fn last_decision(&self) -> Option<Decision> {
        self.assignments.last().map(|last| last.decision)
    }

    /// The last indicator of the paragraph.
    pub(in crate::dataset::prose) fn previous(&self) -> Option<usize> {
        (self.state.rows.len() > self.state.paragraph.start).then(|| self.state.rows.len() - 1)
    }

    /// Notes that the words behind a figure up to an item are part of its name.
    pub(in crate::dataset::prose) fn consume(&mut self, end: usize) {
        self.consumed = Some(end);
    }

    /// Whether a semicolon is between the figures of two indicators of the sentence.
    pub(in crate::dataset::prose) fn is_apart(&self, left: usize, right: usize) -> bool {
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
    pub(in crate::dataset::prose) fn own_rows(&self) -> Range<usize> {
        self.start..self.state.rows.len()
    }
}
