//! A column of a table, and what its cells are.

use super::comparison_reading::ComparisonColumn;
use super::note_reason::NoteReason;
use super::number_format::FormatDecision;
use super::ranking::Ranking;
use crate::dataset::table::layout::column_profile::ColumnProfile;
use crate::lexicon::role::Heading;

/// A column of a table. Columns are counted from 0.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) struct Column {
    /// Its heading, with the unit in it and the role that the heading alone suggests.
    pub(in crate::dataset::table) heading: Heading,
    /// What its cells are in this table.
    pub(in crate::dataset::table) kind: ColumnKind,
    /// The period of its values, as it is shown.
    pub(in crate::dataset::table) period: String,
    /// How its numbers are written, with the evidence for it.
    pub(in crate::dataset::table) numbers: FormatDecision,
    /// What it contains.
    pub(in crate::dataset::table) profile: ColumnProfile,
}

impl Column {
    /// Why it is only shown in the note, if it is a column of values.
    pub(in crate::dataset::table) fn kept(&self) -> Option<NoteReason> {
        match self.kind {
            ColumnKind::Kept(why) => why,
            _ => None,
        }
    }
}

/// What the cells of a column are.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::dataset::table) enum ColumnKind {
    Mark,
    Name,
    Unit,
    Id,
    Section,
    Better,
    Plan,
    Actual,
    /// An actual of another period.
    Earlier,
    Comparison(ComparisonColumn),
    Rank(Ranking),
    /// The ranks of the period before, or the change since then: read with the ranks.
    OfRank,
    /// The maximum of the scale of the scores.
    Scale,
    Verdict,
    /// A verdict that rows are ticked with.
    Cross,
    Note,
    /// Only shown in the note, under its heading; for a column of values with the reason.
    Kept(Option<NoteReason>),
}
