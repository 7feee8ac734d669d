//! Comparisons that are the earlier value less the later one: "Tỷ lệ giảm (%)" between "đầu năm" and "cuối năm".
//!
//! A change always belongs to the later value.

use super::comparison_candidate::ColumnCandidate;
use super::comparison_kind::Meaning;
use super::comparison_owner::ComparisonOwner;
use super::comparison_pairs::Pair;
use super::comparison_reading::{ComparisonColumn, ComparisonReading};
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::part_of_year::PartSpan;
use crate::lexicon::phrases::{has, key};

/// The beginnings of periods, folded and as they are shown, and their ends.
const ENDS: &[(&str, &str, &str)] = &[
    ("dau nam", "đầu năm", "cuoi nam"),
    ("dau ky", "đầu kỳ", "cuoi ky"),
    ("dau quy", "đầu quý", "cuoi quy"),
    ("dau thang", "đầu tháng", "cuoi thang"),
];

impl ComparisonOwner<'_> {
    /// The reading of a fall whose positive numbers are the earlier value less the later one.
    pub(crate) fn fall(&self, column: &ColumnCandidate<'_>) -> Option<ComparisonReading> {
        let header = self.pairs.header;
        let heading = key(&header.columns[column.at].heading);
        let is_fall = has(&heading, &["giam"]) && !has(&heading, &["tang"]);
        if !is_fall || column.comparison == Comparison::Plan {
            return None;
        }
        let pairs = self.pairs.pairs.iter().zip(&column.sample.votes);
        let reversed = pairs.filter(|(pair, _)| !pair.with_plan && self.is_reversed(column, pair));
        let supported = reversed.filter_map(|(pair, votes)| {
            let (meaning, rows) = votes.best()?;
            let is_difference = meaning == Meaning::Difference && rows * 2 > votes.rows();
            is_difference.then_some((rows, votes.rows(), *pair))
        });
        let (rows, of, pair) = supported.max_by_key(|(rows, ..)| *rows)?;
        let (earlier, later) = (pair.actual, pair.base);
        let Some(group) = self.measures.iter().position(|own| own.actual == Some(later)) else {
            return Some(column.kept(NoteReason::OtherValue { of: Some(later), evidence: rows }));
        };
        let beginning = beginning(&header.columns[earlier].heading);
        let found = ComparisonColumn {
            at: column.at,
            with_plan: false,
            base: Some(earlier),
            period: beginning
                .unwrap_or_else(|| self.period(column, Some(earlier), &self.measures[group])),
            meaning: Meaning::Difference,
            is_fall: true,
            evidence: rows,
            of: Some(of),
            tested: of,
            is_stated: false,
            of_other: false,
        };
        Some(ComparisonReading::Of { group, found })
    }

    /// Whether a pair compares an earlier value with a later one, and the heading does not name the later one as the
    /// base.
    pub(super) fn is_reversed(&self, column: &ColumnCandidate<'_>, pair: &Pair) -> bool {
        let header = self.pairs.header;
        let base = key(column.sides.base.as_deref().unwrap_or_default());
        let named = PartSpan::of(&base).year;
        let is_named = named.is_some() && named == year(header, pair.base);
        !is_named && is_before(header, pair.actual, pair.base)
    }
}

fn year(header: &Header, at: usize) -> Option<u16> {
    PartSpan::of(&key(&header.columns[at].heading)).year
}

/// Whether the value of a column is before that of another one, by their years or the ends of a period.
fn is_before(header: &Header, at: usize, other: usize) -> bool {
    match (year(header, at), year(header, other)) {
        (Some(own), Some(other)) if own != other => own < other,
        _ => {
            let (own, other) =
                (key(&header.columns[at].heading), key(&header.columns[other].heading));
            ENDS.iter().any(|(begin, _, end)| has(&own, &[begin]) && has(&other, &[end]))
        }
    }
}

/// The beginning of a period that a heading names, as it is shown.
fn beginning(heading: &str) -> Option<String> {
    let key = key(heading);
    // "6 tháng đầu năm" is a part of the year.
    if key.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = ENDS.iter().find(|(begin, ..)| has(&key, &[begin]));
    found.map(|(_, shown, _)| (*shown).to_owned())
}
