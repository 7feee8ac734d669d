//! The value columns of a table, and the pairs of them that a comparison column may compare.

use std::cmp::Reverse;

use crate::dataset::table::columns::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::measure::{is_same, measure, shared};
use crate::lexicon::part_of_year::{Agreement, PartSpan};
use crate::lexicon::period::parse;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// Limits: the number of value columns, and of pairs of them times comparison columns, that are tested.
const COLUMNS: usize = 16;
const TESTS: usize = 2048;

/// An actual and a base that a comparison column may compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) actual: usize,
    pub(crate) base: usize,
    pub(crate) with_plan: bool,
}

/// A column of plans or actuals.
pub(super) struct ValueColumn {
    pub(crate) at: usize,
    pub(crate) measure: Vec<String>,
    pub(crate) span: PartSpan,
    /// Whether it contains an earlier value: "cùng kỳ", "năm trước".
    pub(crate) previous: bool,
    pub(crate) is_plan: bool,
}

/// The value columns of a table, and the pairs of them that may be compared.
pub(crate) struct ComparisonPairs<'h> {
    pub(crate) header: &'h Header,
    /// The columns that are compared.
    pub(super) columns: Vec<ValueColumn>,
    /// The comparison columns.
    pub(crate) comparing: Vec<usize>,
    pub(crate) pairs: Vec<Pair>,
    /// The period of most comparisons, if the table has no actuals.
    pub(crate) alone: Option<PartSpan>,
}

impl<'h> ComparisonPairs<'h> {
    /// Collects the value columns and the comparison columns of a table.
    pub(crate) fn of(header: &'h Header, measures: &[ValueColumns]) -> Self {
        let comparing: Vec<usize> = header
            .all(|role| match role {
                Role::Comparison(comparison) => {
                    !matches!(comparison, Comparison::Planned | Comparison::Share)
                }
                _ => false,
            })
            .collect();
        let column = |at: usize| {
            let column = &header.columns[at];
            let (previous, is_plan) = match &column.role {
                Role::Actual(HeadingPeriod { previous, .. }) => (*previous, false),
                _ => (false, true),
            };
            let key = key(&column.heading);
            ValueColumn {
                at,
                measure: measure(&column.heading),
                span: PartSpan::of(&key),
                previous,
                is_plan,
            }
        };
        let read = |at: &usize| {
            let main = measures
                .iter()
                .any(|columns| columns.plan == Some(*at) || columns.actual == Some(*at));
            let other = measures.iter().any(|columns| columns.previous == Some(*at));
            Reverse((main, other))
        };
        let mut all = header.values();
        // If there are too many columns, those of plan, actual and previous come first.
        all.sort_by_key(read);
        all.truncate(COLUMNS);
        let columns: Vec<ValueColumn> = all.into_iter().map(column).collect();
        let mut pairs = Vec::new();
        for actual in columns.iter().filter(|column| !column.is_plan && !column.previous) {
            for base in columns.iter().filter(|base| base.at != actual.at) {
                let may_be_earlier = || !is_whole(header, actual.at, base);
                if base.is_plan || is_same(&actual.measure, &base.measure) && may_be_earlier() {
                    let (actual, with_plan) = (actual.at, base.is_plan);
                    pairs.push(Pair { actual, base: base.at, with_plan });
                }
            }
        }
        pairs.truncate(TESTS / comparing.len().max(1));
        let alone =
            columns.iter().all(|column| column.is_plan).then(|| main_span(header)).flatten();
        Self { header, columns, comparing, pairs, alone }
    }

    /// Whether the plan may belong to the actual: its heading shares most words with it, and the units agree.
    pub(crate) fn may_be_plan(&self, plan: usize, actual: usize) -> bool {
        let find = |at: usize| self.columns.iter().find(|column| column.at == at);
        let (Some(plan), Some(actual)) = (find(plan), find(actual)) else { return false };
        let common = shared(&plan.measure, &actual.measure);
        let plans = self.columns.iter().filter(|column| column.is_plan);
        let best = plans.map(|plan| shared(&plan.measure, &actual.measure)).max().unwrap_or(0);
        let unit = |at: usize| self.header.columns[at].unit.as_deref();
        common == best
            && unit(plan.at).zip(unit(actual.at)).is_none_or(|(plan, actual)| plan == actual)
    }
}

/// Whether a column is the total of what another one counts some of, and no earlier value of it:
/// "Tổng số chỉ tiêu" next to "Số chỉ tiêu đạt".
fn is_whole(header: &Header, part: usize, base: &ValueColumn) -> bool {
    let heading = |at: usize| header.columns[at].heading.as_str();
    let is_total = |at: usize| key(heading(at)).starts_with("tong so ");
    is_total(base.at) && !is_total(part) && !base.previous && parse(heading(base.at)).is_none()
}

/// The period of the comparisons in a table without actuals: since the beginning of the year, or else the
/// most common one.
fn main_span(header: &Header) -> Option<PartSpan> {
    let comparing = header.all(|role| matches!(role, Role::Comparison(_)));
    let spans: Vec<PartSpan> = comparing
        .map(|at| PartSpan::of(&key(&ComparisonSides::of(&header.columns[at].heading).value)))
        .collect();
    let count =
        |span: &PartSpan| spans.iter().filter(|other| is_of_same_span(*span, **other)).count();
    spans.iter().copied().max_by_key(|span| (span.is_sum(), count(span)))
}

pub(super) fn is_of_same_span(one: PartSpan, other: PartSpan) -> bool {
    one.agrees(other) != Agreement::Different && one.average == other.average
}
