//! What is known while a sentence is read.

use std::ops::Range;

use super::draft_row::Row;
use super::fate::{Decision, Fate};
use super::items::Sentence;
use super::period_mentions::{Mention, Named};
use super::role::Role;
use super::text_places::Places;
use crate::model::Period;

/// What is known when a sentence is read, and what it leaves to the next one.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The indicators of the document so far.
    pub(super) rows: Vec<Row>,
    /// The first indicator of the paragraph.
    pub(super) paragraph_start: usize,
    /// The last comparison of the paragraph, which percents without one inherit.
    pub(super) inherited: Option<Role>,
    /// The period of the document.
    pub(super) document: Option<Period>,
    /// Whether the title or the beginning of a sentence gives it.
    pub(super) document_is_sure: bool,
    /// The place of the document, if the title names it.
    pub(super) whole_place: Option<String>,
    /// Whether the title names several periods, so that none is surely that of a figure.
    pub(super) several_periods: bool,
    /// Whether the title sets targets.
    pub(super) plans: bool,
    /// The period that the last heading names.
    pub(super) section_period: Option<Named>,
    /// Whether it is that of a line before a list.
    pub(super) list_period: bool,
    /// The period with which a sentence of the paragraph began.
    pub(super) paragraph_period: Option<Named>,
    /// Whether the paragraph compared something with a plan.
    pub(super) plan_said: bool,
    /// The section of new indicators.
    pub(super) section: usize,
    /// The places that distinguish indicators, where a text is about several.
    pub(super) places: Places,
    /// The paragraph and sentence, from 1.
    pub(super) at: (u32, u32),
    /// Where the sentence begins in its paragraph, in bytes.
    pub(super) offset: usize,
    /// Whether the sentence sets targets.
    pub(super) target: bool,
    /// Whether only a heading that may also head results says so.
    pub(super) perhaps: bool,
}

/// The state within a sentence.
pub(super) struct Reader<'a, 't> {
    pub(super) sentence: &'a Sentence<'t>,
    pub(super) state: &'a mut State,
    /// The indicator that figures without a name belong to.
    pub(super) row: Option<usize>,
    /// The first indicator of the sentence.
    pub(super) start: usize,
    /// The parent of the parts that follow "trong đó" or a colon.
    pub(super) parents: Vec<String>,
    /// The indicator before an opening bracket, to go back to.
    pub(super) outer: Option<usize>,
    /// The role of the quantity that is read.
    pub(super) current: Role,
    /// The role of the quantity before.
    pub(super) last: Option<Role>,
    /// The periods that the sentence names.
    pub(super) mentions: Vec<Mention>,
    /// Whether a later year than the document's made the sentence one that sets targets.
    pub(super) future: bool,
    /// The base of the comparisons that follow: "so với cùng kỳ, giảm …, giảm …".
    pub(super) base: Option<String>,
    /// Whether the sentence begins with an estimate that is for all its figures.
    pub(super) estimate: bool,
    /// The words that a name behind a figure took, which begin no other name.
    pub(super) consumed: Option<usize>,
    /// The decision about each quantity.
    pub(super) decisions: Vec<Decision>,
    /// The row of each quantity.
    pub(super) owners: Vec<Option<usize>>,
}

/// The decisions about the quantities of a sentence.
pub(super) struct Assigned {
    pub(super) decisions: Vec<Decision>,
    /// The indicator of each quantity.
    pub(super) owners: Vec<Option<usize>>,
}

impl Reader<'_, '_> {
    pub(super) fn decide(&mut self, decision: Decision) {
        self.owners.push(self.row.filter(|_| decision.fate == Fate::Figure));
        self.decisions.push(decision);
    }

    /// The last indicator of the paragraph.
    pub(super) fn previous(&self) -> Option<usize> {
        (self.state.rows.len() > self.state.paragraph_start).then(|| self.state.rows.len() - 1)
    }

    /// Notes that the words behind a figure up to an item are part of its name.
    pub(super) fn consume(&mut self, end: usize) {
        self.consumed = Some(end);
    }

    /// The indicators of this sentence.
    pub(super) fn own_rows(&self) -> Range<usize> {
        self.start..self.state.rows.len()
    }
}
