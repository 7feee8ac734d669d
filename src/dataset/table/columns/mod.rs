//! Stage 4: decides what each column is, by its heading and by the values below it.

pub(super) mod comparison_inference;
pub(super) mod comparison_kind;
mod comparison_owner;
mod measure_groups;
pub(super) mod number_format;
pub(super) mod periods;
pub(super) mod plan_period;
pub(in crate::dataset::table) mod ranking;
mod thousands;

use super::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::measure::{is_same, measure, shared};
use crate::lexicon::part_of_year::PartSpan;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{HeadingPeriod, is_goal, is_of_term, last_month};
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::model::Period;
use crate::text::fold::fold;
use comparison_kind::ComparisonColumn;
use measure_groups::Measures;
use plan_period::ColumnPeriods;
use ranking::Ranking;

/// The columns of a table by role. Columns are counted from 0.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Columns {
    pub(in crate::dataset::table) mark: Option<usize>,
    pub(in crate::dataset::table) names: Vec<usize>,
    pub(in crate::dataset::table) unit: Option<usize>,
    pub(in crate::dataset::table) plan: Option<usize>,
    pub(in crate::dataset::table) actual: Option<usize>,
    /// Actuals of other periods.
    pub(in crate::dataset::table) earlier: Vec<usize>,
    /// The actual of the period before, for columns that compare with "the period before".
    pub(in crate::dataset::table) previous: Option<usize>,
    pub(in crate::dataset::table) comparisons: Vec<ComparisonColumn>,
    pub(in crate::dataset::table) rankings: Vec<Ranking>,
    /// The maximum of the scale of the scores.
    pub(in crate::dataset::table) scale: Option<usize>,
    /// Verdict columns that are ticked with crosses.
    pub(in crate::dataset::table) crosses: Vec<usize>,
    pub(in crate::dataset::table) verdict: Option<usize>,
    pub(in crate::dataset::table) better: Option<usize>,
    pub(in crate::dataset::table) id: Option<usize>,
    pub(in crate::dataset::table) section: Option<usize>,
    /// Columns that are only shown in the note, each under its heading.
    pub(in crate::dataset::table) in_note: Vec<usize>,
    /// Why columns of values are among those.
    pub(in crate::dataset::table) kept: Vec<NoteColumn>,
    /// Columns of notes.
    pub(in crate::dataset::table) notes: Vec<usize>,
    /// The measure, if the rows of the table contain several.
    pub(in crate::dataset::table) measure: Option<MeasureGroup>,
    /// The periods of plan and actual.
    pub(in crate::dataset::table) periods: ColumnPeriods,
    /// The value columns of the other measures.
    pub(in crate::dataset::table) of_others: Vec<usize>,
}

/// One of several measures in a row: "Lượng (nghìn tấn)" next to "Trị giá (triệu USD)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset::table) struct MeasureGroup {
    /// The name in the headings.
    pub(in crate::dataset::table) name: String,
    pub(in crate::dataset::table) unit: String,
    /// Whether another measure has the same unit, so that the unit alone does not distinguish them.
    pub(in crate::dataset::table) named: bool,
}

/// A column of values that is only shown in the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::table) struct NoteColumn {
    pub(in crate::dataset::table) at: usize,
    pub(in crate::dataset::table) why: NoteReason,
}

/// Why a column of values is only shown in the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::table) enum NoteReason {
    /// It compares another value than the actual: the column of that value, if there is one, and the number
    /// of rows that support it.
    OtherValue { of: Option<usize>, evidence: usize },
    /// The value of another period: "Tỷ lệ giải ngân cùng kỳ".
    OtherPeriod,
    /// The share of a whole.
    Share,
    /// It compares a plan, or is a planned change.
    Planned,
    /// A difference in the unit of the values, not a change in percent.
    Difference,
    /// Its heading does not say what it compares, and no row is consistent with any comparison.
    Unsupported,
    /// A second plan, with the number of rows that support the chosen one.
    SecondPlan { evidence: usize },
    /// It compares with the plan in this column, which is not the chosen one.
    OtherPlan(usize),
    /// Another column has the percentage of the same plan.
    SecondPercent,
    /// A plan or an actual of another measure or year.
    OtherMeasure,
}

impl Columns {
    /// Assigns the columns to roles by their headings: the main measure first, then the others. `units` are
    /// those of a unit line above the table that lists several; `title` is the period in the title.
    pub(in crate::dataset::table) fn of(
        header: &Header,
        units: &[String],
        title: Option<Period>,
    ) -> Vec<Self> {
        let main = Self::within(header, title, &|_| true);
        let Some(measures) = Measures::of(header, units) else { return vec![main] };
        let of_actual = main.actual.and_then(|actual| measures.of_column(actual)).unwrap_or(0);
        let mut all: Vec<Self> = Vec::new();
        for (at, (measure, columns)) in measures.all.iter().enumerate() {
            let mut own = Self::within(header, title, &|column| columns.contains(&column));
            own.measure = Some(measure.clone());
            if at == of_actual {
                all.insert(0, own);
            } else {
                (own.verdict, own.id, own.scale) = (None, None, None);
                (own.in_note, own.rankings, own.crosses) = (Vec::new(), Vec::new(), Vec::new());
                all.push(own);
            }
        }
        let values: Vec<usize> = all.iter().skip(1).flat_map(Self::own_values).collect();
        if let Some(main) = all.first_mut() {
            main.in_note.retain(|column| !values.contains(column));
            main.kept.retain(|kept| !values.contains(&kept.at));
            main.of_others = values;
        }
        all
    }

    /// Assigns the columns where plans and actuals may only be those that are `wanted`.
    fn within(header: &Header, title: Option<Period>, wanted: &dyn Fn(usize) -> bool) -> Self {
        let (plan, actual) = plan_and_actual(header, title, wanted);
        let text = |column: usize| header.columns[column].text.as_str();
        let own = measure(actual.or(plan).map_or("", text));
        let own_unit = actual.and_then(|actual| header.columns[actual].unit.as_deref());
        let (mut earlier, mut kept) = (Vec::new(), Vec::new());
        for column in header.all(|role| matches!(role, Role::Actual(_))) {
            if Some(column) == actual {
                continue;
            }
            let unit = header.columns[column].unit.as_deref();
            let units = own_unit.zip(unit).is_none_or(|(own, unit)| fold(own) == fold(unit));
            if wanted(column) && units && is_same(&own, &measure(text(column))) {
                earlier.push(column);
            } else {
                kept.push(NoteColumn { at: column, why: NoteReason::OtherMeasure });
            }
        }
        let previous = previous(header, actual, &earlier);
        let mut columns = Self {
            mark: header.column(&Role::Mark),
            names: header.names.clone(),
            unit: header.column(&Role::Unit),
            plan,
            actual,
            earlier,
            previous,
            rankings: ranking::rankings(header),
            scale: header.column(&Role::Scale),
            crosses: header.all(|role| *role == Role::Cross).collect(),
            verdict: header.column(&Role::Verdict),
            better: header.column(&Role::Better),
            id: header.column(&Role::Id),
            section: header.column(&Role::Section),
            notes: header.all(|role| *role == Role::Note).collect(),
            ..Self::default()
        };
        let of_ranking = |ranking: &Ranking| [Some(ranking.at), ranking.previous, ranking.change];
        let of_rankings: Vec<usize> =
            columns.rankings.iter().flat_map(of_ranking).flatten().collect();
        let known = [
            columns.scale,
            columns.mark,
            columns.unit,
            plan,
            columns.verdict,
            columns.better,
            columns.id,
            columns.section,
        ];
        columns.in_note = header
            .all(|role| match role {
                Role::Actual(_) | Role::Note | Role::Cross => false,
                Role::Comparison(comparison) => {
                    matches!(comparison, Comparison::Planned | Comparison::Share)
                }
                _ => true,
            })
            .filter(|column| !known.contains(&Some(*column)) && !of_rankings.contains(column))
            .filter(|column| !columns.names.contains(column))
            .chain(kept.iter().map(|kept| kept.at))
            .collect();
        for column in columns.in_note.iter().copied() {
            match header.columns[column].role {
                Role::Plan(_) => {
                    kept.push(NoteColumn { at: column, why: NoteReason::OtherMeasure })
                }
                Role::Comparison(Comparison::Planned) => {
                    kept.push(NoteColumn { at: column, why: NoteReason::Planned });
                }
                Role::Comparison(Comparison::Share) => {
                    kept.push(NoteColumn { at: column, why: NoteReason::Share });
                }
                _ => {}
            }
        }
        columns.kept = kept;
        columns
    }

    /// The columns that contain values of indicators.
    pub(in crate::dataset::table) fn values(&self) -> impl Iterator<Item = usize> + '_ {
        self.own_values().chain(self.of_others.iter().copied())
    }

    /// The same without the columns of other measures.
    pub(in crate::dataset::table) fn own_values(&self) -> impl Iterator<Item = usize> + '_ {
        let comparisons = self.comparisons.iter().map(|column| column.at);
        self.plan
            .into_iter()
            .chain(self.actual)
            .chain(self.earlier.iter().copied())
            .chain(comparisons)
            .chain(self.rankings.iter().map(|ranking| ranking.at))
            .chain(self.crosses.iter().copied())
    }

    /// Moves a column to the note for a reason.
    pub(in crate::dataset::table) fn keep(&mut self, at: usize, why: NoteReason) {
        if !self.in_note.contains(&at) {
            self.in_note.push(at);
        }
        self.kept.retain(|kept| kept.at != at);
        self.kept.push(NoteColumn { at, why });
    }
}

/// The plan and its actual: of the last year that has both, or else the last of each.
fn plan_and_actual(
    header: &Header,
    title: Option<Period>,
    wanted: &dyn Fn(usize) -> bool,
) -> (Option<usize>, Option<usize>) {
    fn whens<'a>(
        header: &'a Header,
        wanted: &dyn Fn(usize) -> bool,
        of: impl Fn(&'a Role) -> Option<&'a HeadingPeriod>,
    ) -> Vec<(usize, &'a HeadingPeriod)> {
        let columns = header.columns.iter().enumerate().filter(|(at, _)| wanted(*at));
        columns.filter_map(|(at, column)| Some((at, of(&column.role)?))).collect()
    }
    let plans = whens(header, wanted, |role| match role {
        Role::Plan(when) => Some(when),
        _ => None,
    });
    let mut actuals = whens(header, wanted, |role| match role {
        Role::Actual(when) if !when.previous => Some(when),
        _ => None,
    });
    part_or_whole(header, &plans, &mut actuals, title);
    let fits = |plan: Option<u16>, actual: Option<u16>| {
        plan.is_none() || actual.is_none() || plan == actual
    };
    // With "Diện tích · KH, TH" and "Sản lượng · KH, TH", a plan is compared with the actual of its own
    // measure only.
    let measures: Vec<Vec<String>> =
        header.columns.iter().map(|column| measure(&column.text)).collect();
    let first = plans.first().map(|(plan, _)| &measures[*plan]);
    let alike = |plan: usize, actual: usize| {
        let common = |plan: usize, actual: usize| shared(&measures[plan], &measures[actual]);
        let own = common(plan, actual);
        first.is_none_or(|first| is_same(first, &measures[plan]))
            && plans.iter().all(|(plan, _)| common(*plan, actual) <= own)
            && actuals.iter().all(|(actual, _)| common(plan, *actual) <= own)
    };
    let mut pairs: Vec<(Option<u16>, u8, u8, usize, bool, usize)> = Vec::new();
    let month = |column: usize| last_month(&key(&header.columns[column].text));
    // Next to a plan without a year, an actual without one is this year's.
    let this_year = |plan: &HeadingPeriod, actual: &HeadingPeriod| match (plan.year, actual.year) {
        (None, None) => Some(u16::MAX),
        (plan, actual) => plan.or(actual),
    };
    for (plan, planned) in &plans {
        for (actual, reached) in &actuals {
            // Between "KH 2024" and "KH 2025", "Ước TH" is of 2024.
            let before = planned_before(&plans, *actual).filter(|_| reached.year.is_none());
            let fits = fits(planned.year, reached.year.or(before));
            if fits && alike(*plan, *actual) {
                // Next to a quarter, "Q2 Target" rather than "Annual target".
                let of_one_length = planned.months == reached.months;
                let year = this_year(planned, reached);
                let (months, last) = (reached.months, month(*actual));
                pairs.push((year, months, last, *actual, of_one_length, *plan));
            }
        }
    }
    // The last year; within it the longest period and its last value, with the first plan.
    let order = |(year, months, last, actual, length, plan): &(_, _, _, _, _, usize)| {
        (*year, *months, *last, *actual, *length, std::cmp::Reverse(*plan))
    };
    pairs.sort_by_key(order);
    if let Some((_, _, _, actual, _, plan)) = pairs.last() {
        return (Some(*plan), Some(*actual));
    }
    let latest = |columns: &[(usize, &HeadingPeriod)]| {
        let order = |at: usize, when: &HeadingPeriod| (when.year, when.months, month(at), at);
        columns.iter().max_by_key(|(at, when)| order(*at, when)).map(|c| c.0)
    };
    let year = |column: Option<usize>, columns: &[(usize, &HeadingPeriod)]| {
        columns.iter().find(|(at, _)| Some(*at) == column).and_then(|(_, when)| when.year)
    };
    let (plan, actual) = (latest(&plans), latest(&actuals));
    let of_term = plan.zip(actual).is_some_and(|pair| is_reached_on_the_way(header, pair));
    match (year(plan, &plans), year(actual, &actuals)) {
        // A plan for a year that has no actual yet.
        (Some(planned), Some(reached)) if planned > reached && !of_term => (plan, None),
        (Some(planned), Some(reached)) if planned < reached => (None, actual),
        _ => (plan, actual),
    }
}

/// Removes from the actuals of parts of a year and of the whole year those that are not the actual. Normally
/// the whole year wins. But the value since the beginning of the year wins against an estimate of the whole
/// year, because that is not a result in a report of six months. Next to a plan for the following year, the
/// estimate wins: that plan is based on it.
fn part_or_whole(
    header: &Header,
    plans: &[(usize, &HeadingPeriod)],
    actuals: &mut Vec<(usize, &HeadingPeriod)>,
    title: Option<Period>,
) {
    let wholes = actuals.iter().filter(|(_, when)| !when.part);
    let Some((at, whole)) = wholes.max_by_key(|(_, when)| when.year).copied() else { return };
    let last = plans.iter().filter_map(|(_, plan)| plan.year).max();
    let year = |at: usize, when: &HeadingPeriod| when.year.or(planned_before(plans, at)).or(last);
    let of_whole = year(at, whole);
    let is_reached = |(at, when): &&(usize, &HeadingPeriod)| {
        let text = &header.columns[*at].text;
        let until = parse(text).is_some_and(Period::is_since_new_year);
        let so_far = until || PartSpan::of(&key(text)).is_since_new_year();
        when.part && year(*at, when) == of_whole && so_far
    };
    let longest = actuals.iter().filter(|(_, when)| when.part).max_by_key(|(_, when)| when.months);
    let next_year = plans.iter().any(|(_, plan)| plan.year.is_some() && of_whole < plan.year);
    let of_part = title.is_some_and(Period::is_part_of_year);
    if whole.estimate && longest.filter(is_reached).is_some() && (of_part || !next_year) {
        actuals.retain(|(at, when)| when.part || year(*at, when) != of_whole);
        return;
    }
    // Next to "TH 2023", "6 tháng" is of this year.
    let newer = |when: &HeadingPeriod| {
        whole.year.is_some() && when.year.is_none_or(|year| whole.year < Some(year))
    };
    actuals.retain(|(_, when)| !when.part || newer(when));
}

/// The last year among the plans left of a column.
fn planned_before(plans: &[(usize, &HeadingPeriod)], column: usize) -> Option<u16> {
    plans.iter().filter(|(at, _)| *at < column).filter_map(|(_, plan)| plan.year).max()
}

/// Whether the plan is for a term of several years, or a goal for a later year, so that the actual is on the
/// way to it. A goal counts if it is the only plan and is left of the actual; otherwise it may be next year's
/// plan.
fn is_reached_on_the_way(header: &Header, (plan, actual): (usize, usize)) -> bool {
    let text = &header.columns[plan].text;
    let only = || header.all(|role| matches!(role, Role::Plan(_))).count() == 1;
    let year = |column: usize| match &header.columns[column].role {
        Role::Plan(when) | Role::Actual(when) => when.year,
        _ => None,
    };
    let far = || year(plan).zip(year(actual)).is_some_and(|(plan, actual)| plan > actual + 1);
    is_of_term(text) || only() && (far() || is_goal(text) && plan < actual)
}

/// The column of the period before that of the actual.
fn previous(header: &Header, actual: Option<usize>, earlier: &[usize]) -> Option<usize> {
    let when = |column: usize| match &header.columns[column].role {
        Role::Actual(when) => Some(when),
        _ => None,
    };
    let same_period =
        earlier.iter().find(|column| when(**column).is_some_and(|when| when.previous));
    let year = actual.and_then(when).and_then(|when| when.year);
    let before = || {
        let of_before = earlier.iter().filter(|column| {
            when(**column)
                .is_some_and(|when| when.year.is_some() && (year.is_none() || when.year < year))
        });
        of_before.max_by_key(|column| when(**column).map(|when| (when.year, !when.part)))
    };
    same_period.or_else(before).copied()
}
