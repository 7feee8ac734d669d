//! Decides by the heading and the position alone about a comparison column that no row supports.

use super::comparison_candidate::ColumnCandidate;
use super::comparison_kind::Meaning;
use super::comparison_owner::ComparisonOwner;
use super::comparison_reading::{ComparisonColumn, ComparisonReading};
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::columns::value_columns::ValueColumns;
use crate::dataset::table::layout::completion_rates::is_without_plan;
use crate::lexicon::comparison::{Comparison, is_change};
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::measure::{measure, shared};
use crate::lexicon::part_of_year::{Agreement, PartSpan};
use crate::lexicon::period_words::PREVIOUS_WORDS;
use crate::lexicon::phrases::{has, key};

/// The values that a comparison without support may compare.
struct Compared<'m> {
    /// The index of their group.
    group: usize,
    columns: &'m ValueColumns,
    actual: Option<usize>,
    with_plan: bool,
    /// The plan, or the actual of the earlier period.
    base: Option<usize>,
}

impl ComparisonOwner<'_> {
    /// Of several parts of a year that a heading allows without naming one: "so với tháng trước" is of the month and of
    /// no sum, and "so với cùng kỳ" is of the part that no other such heading names.
    pub(crate) fn of_one_part(
        &self,
        column: &ColumnCandidate<'_>,
        actuals: Vec<usize>,
    ) -> Vec<usize> {
        let Some(base) = column.sides.base.as_deref().map(key) else { return actuals };
        let part = |at: usize| {
            let value = self.pairs.columns.iter().find(|value| value.at == at);
            value.map(|value| value.span)
        };
        if PartSpan::of(&key(&column.sides.value)).part.is_some() {
            return actuals;
        }
        let is_main = |at: usize| self.measures.iter().any(|own| own.actual == Some(at));
        let is_sum = |at: usize| part(at).is_some_and(PartSpan::is_sum);
        let is_claimed = |at: usize| {
            self.pairs.comparing.iter().filter(|other| **other != column.at).any(|other| {
                let sides = ComparisonSides::of(&self.pairs.header.columns[*other].heading);
                let same_base = sides.base.as_deref().map(key).as_ref() == Some(&base);
                let named = PartSpan::of(&key(&sides.value));
                let agrees = part(at).is_some_and(|own| own.agrees(named) == Agreement::Same);
                same_base && named.part.is_some() && agrees
            })
        };
        let is_open = |at: usize| match is_short_period(&base) {
            true => is_main(at) && !is_sum(at),
            false => !is_claimed(at),
        };
        let open: Vec<usize> = actuals.iter().copied().filter(|at| is_open(*at)).collect();
        if open.is_empty() { actuals } else { open }
    }

    /// The actual that a comparison follows, if it is not a chosen one: of two columns "So với cùng kỳ" each
    /// belongs to the actual left of it, and "So với tháng trước" never to a total to date. `Some(None)` if the
    /// table does not have the value that is compared.
    pub(super) fn other_by_position(
        &self,
        column: &ColumnCandidate<'_>,
        actuals: &[usize],
        mains: &[usize],
    ) -> Option<Option<usize>> {
        let value = |at: usize| self.pairs.columns.iter().find(|value| value.at == at);
        let is_current = |at: &&usize| value(**at).is_some_and(|value| !value.previous);
        let base = column.sides.base.as_deref().map(key)?;
        if is_short_period(&base) {
            let is_sum = |at: usize| value(at).is_some_and(|value| value.span.is_sum());
            if actuals.iter().any(|at| mains.contains(at) && !is_sum(*at)) {
                return None;
            }
            let summed = mains.iter().any(|main| actuals.contains(main) && is_sum(*main));
            let of_part = actuals.iter().filter(is_current).find(|at| !is_sum(**at));
            return summed.then(|| of_part.copied());
        }
        let same = |at: usize| {
            let sides = ComparisonSides::of(&self.pairs.header.columns[at].heading);
            sides.base.as_deref().map(key).as_ref() == Some(&base)
                && key(&sides.value) == key(&column.sides.value)
        };
        let has_twin = self.pairs.comparing.iter().any(|at| *at != column.at && same(*at));
        let left = actuals.iter().filter(is_current).filter(|at| **at < column.at).max().copied();
        left.filter(|left| has_twin && !mains.contains(left)).map(Some)
    }

    /// Decides by the heading about a comparison that no row supports, if the heading says enough.
    pub(super) fn unsupported(
        &self,
        column: &ColumnCandidate<'_>,
        actuals: &[usize],
        mains: &[usize],
    ) -> ComparisonReading {
        let own: Vec<usize> = mains.iter().copied().filter(|main| actuals.contains(main)).collect();
        let has_results = self.pairs.columns.iter().any(|column| !column.is_plan);
        // Next to an actual of last year, a growth may be the growth of the plan.
        let planned = mains.is_empty() && column.comparison != Comparison::Plan;
        if own.is_empty() && has_results && (!mains.is_empty() || planned) {
            let of = actuals.first().copied().filter(|_| !planned);
            return column.kept(NoteReason::OtherValue { of, evidence: 0 });
        }
        let Some(compared) = self.compared(column, &own) else { return column.unknown() };
        let tested = self.tested(column, &compared);
        if let Some(kept) = self.not_enough(column, &compared, mains.is_empty(), tested) {
            return kept;
        }
        let base = compared.base.filter(|_| !compared.with_plan);
        ComparisonReading::Of {
            group: compared.group,
            found: ComparisonColumn {
                at: column.at,
                with_plan: compared.with_plan,
                base,
                period: self.period(column, base, compared.columns),
                meaning: self.meaning(column),
                is_fall: false,
                evidence: 0,
                of: Some(tested),
                tested,
                is_stated: tested == 0 && column.is_stated(),
                of_other: self.is_of_other(column),
            },
        }
    }

    /// What the numbers of a comparison are: as its heading says, or else by their size.
    fn meaning(&self, column: &ColumnCandidate<'_>) -> Meaning {
        let header = self.pairs.header;
        match () {
            () if column.sides.is_index => Meaning::Ratio,
            () if column.is_in_points(header) => Meaning::Difference,
            () if column.is_in_times(header) => Meaning::Fraction,
            () => column.sample.by_size(column.comparison),
        }
    }

    /// What a comparison compares if it is of one of these actuals: if the words allow several, the nearest one to the
    /// left.
    fn compared(&self, column: &ColumnCandidate<'_>, own: &[usize]) -> Option<Compared<'_>> {
        let left = own.iter().filter(|main| **main < column.at).max();
        let actual = left.or(own.first()).copied();
        let group = self.measures.iter().position(|columns| columns.actual == actual).unwrap_or(0);
        let columns = self.measures.get(group)?;
        let previous = self.previous(column, columns);
        let with_plan = match column.comparison {
            Comparison::Plan => true,
            Comparison::Either | Comparison::Rate => columns.plan.is_some() || previous.is_none(),
            _ => false,
        };
        let base = if with_plan { columns.plan } else { previous };
        Some(Compared { group, columns, actual, with_plan, base })
    }

    /// The number of sampled rows that have the comparison and what it compares; none of them supports it.
    fn tested(&self, column: &ColumnCandidate<'_>, compared: &Compared<'_>) -> usize {
        let pairs = self.pairs.pairs.iter().zip(&column.sample.votes);
        let own = pairs.filter(|(pair, _)| {
            Some(pair.actual) == compared.actual && Some(pair.base) == compared.base
        });
        own.map(|(_, votes)| votes.rows()).max().unwrap_or(0)
    }

    /// Why the heading of a comparison does not say enough.
    fn not_enough(
        &self,
        column: &ColumnCandidate<'_>,
        compared: &Compared<'_>,
        is_without_actual: bool,
        tested: usize,
    ) -> Option<ComparisonReading> {
        let Compared { columns, with_plan, actual, .. } = *compared;
        let unsupported = || Some(column.kept(NoteReason::Unsupported));
        // "Giảm so với năm 2023" over positive numbers: a fall, in percent or in the unit of the row.
        let heading = key(&self.pairs.header.columns[column.at].heading);
        if !with_plan && has(&heading, &["giam"]) && !has(&heading, &["tang"]) {
            return unsupported();
        }
        // "Tỷ lệ hoàn thành (%)" next to "Số học sinh" is of the pupils, not of a plan that no column has.
        if with_plan && is_without_plan(&self.pairs.header.columns, column.at) {
            return unsupported();
        }
        let either = matches!(column.comparison, Comparison::Either | Comparison::Rate);
        // "Tỷ lệ (%)" in a table without a plan may be a share of anything.
        if either && with_plan && columns.plan.is_none() {
            return Some(column.unknown());
        }
        // "Tỷ lệ bao phủ" next to a plan alone may be reached itself, or be a part of anything.
        if either && with_plan && is_without_actual && !measure(&column.sides.value).is_empty() {
            return unsupported();
        }
        // "Chênh lệch so với KH (%)" is no percent of the plan.
        if with_plan && is_change(&heading) {
            return unsupported();
        }
        // "So sánh (%) · Tháng 10" names what is compared, and not the base.
        if !with_plan && actual.is_some_and(|actual| self.names_itself(column, actual)) {
            return unsupported();
        }
        // "Tốc độ tăng bình quân" is a growth over several years, not a change since the last one.
        let of_average = PartSpan::of(&key(&column.sides.value)).average && actual.is_some();
        // "Tỷ lệ bao phủ (%)", of which no row shows that it is the percentage of the plan, is a value of its own.
        if either && tested > 0 && self.names_other(column, columns) {
            return Some(column.kept(NoteReason::OtherMeasure));
        }
        let named = either || !with_plan && column.sides.base.is_none();
        if (named && tested > 0) || of_average {
            return unsupported();
        }
        let other = self.named_plan(column, columns).filter(|_| with_plan);
        other.map(|other| column.kept(NoteReason::OtherPlan(other)))
    }

    /// Whether a heading names a measure that shares no word with the plan and the actual.
    fn names_other(&self, column: &ColumnCandidate<'_>, columns: &ValueColumns) -> bool {
        let words = measure(&column.sides.value);
        let mut compared = columns.plan.into_iter().chain(columns.actual);
        let heading = |at: usize| measure(&self.pairs.header.columns[at].heading);
        !words.is_empty() && compared.all(|at| shared(&words, &heading(at)) == 0)
    }

    /// Whether the base in a heading is the part of the year of the actual, and of no other year.
    fn names_itself(&self, column: &ColumnCandidate<'_>, actual: usize) -> bool {
        let base = key(column.sides.base.as_deref().unwrap_or_default());
        let named = PartSpan::of(&base);
        let own = self.pairs.columns.iter().find(|value| value.at == actual);
        !has(&base, &PREVIOUS_WORDS)
            && named.year.is_none()
            && named.part.is_some()
            && own.is_some_and(|own| own.span.part == named.part)
    }

    /// The plan that the heading of a comparison names, if it is not the chosen one.
    fn named_plan(&self, column: &ColumnCandidate<'_>, columns: &ValueColumns) -> Option<usize> {
        let own = self.shared_with_base(column, columns.plan?);
        let plans = self.pairs.columns.iter().filter(|column| column.is_plan);
        let named = plans.map(|plan| (self.shared_with_base(column, plan.at), plan.at));
        named.filter(|(common, _)| *common > own).max().map(|(_, plan)| plan)
    }
}

/// Whether a folded base is the part of the year before: "tháng trước", "previous quarter".
fn is_short_period(base: &str) -> bool {
    let of_last_year = has(base, &["nam", "cung ky", "year"]);
    let part = has(base, &["thang", "quy", "month", "quarter"]) || base == "ky truoc";
    part && !of_last_year && has(base, &["truoc", "previous", "preceding", "last"])
}
