//! An indicator as one flat JSON object: the output of `list --format json`. Scripts depend on it.
//!
//! The fields have the published values, or null; values that are computed from them are in `derived` only.
//! Decimals are JSON numbers with their published digits.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::serde::{
    arbitrary_precision as number, arbitrary_precision_option as number_option,
};
use serde::{Serialize, Serializer};

use crate::app::{Catalog, Lang, periods_of};
use crate::model::{
    Actual, Better, Change, ChangeUnit, Count, Derived, Entry, Indicator, PeriodValue, Plan, Rank,
    Reference, SeriesPoint, Span, Target, derive, status, warnings,
};
use crate::text::fold::fold;
use crate::ui::{Words, facts};

/// The number of decimals of a computed value; more mean nothing.
const DERIVED_DECIMALS: u32 = 4;

#[derive(Debug, Serialize)]
pub(crate) struct Flat<'a> {
    pub(crate) id: &'a str,
    pub(crate) section: &'a str,
    pub(crate) name: &'a str,
    pub(crate) parents: &'a [String],
    pub(crate) unit: Option<&'a str>,
    pub(crate) place: Option<&'a str>,
    pub(crate) period: Option<Cow<'a, str>>,
    #[serde(with = "number_option")]
    pub(crate) actual: Option<Decimal>,
    pub(crate) actual_text: Option<&'a str>,
    pub(crate) estimate: bool,
    /// Whether that estimate is preliminary: "sơ bộ".
    pub(crate) preliminary: bool,
    pub(crate) better: Option<&'static str>,
    pub(crate) better_inferred: bool,
    #[serde(with = "number_option")]
    pub(crate) plan_percent: Option<Decimal>,
    #[serde(with = "number_option")]
    pub(crate) plan_value: Option<Decimal>,
    pub(crate) plan_text: Option<String>,
    pub(crate) plan_period: Option<String>,
    /// Which of several plans it is.
    pub(crate) plan_name: Option<&'a str>,
    /// The plans that others set for the same result.
    pub(crate) other_plans: Vec<FlatPlan<'a>>,
    pub(crate) verdict: Option<&'a str>,
    pub(crate) status: &'static str,
    pub(crate) changes: Vec<FlatChange<'a>>,
    pub(crate) earlier: Vec<FlatEarlier<'a>>,
    /// All periods of the indicator at its place, in order of time; empty if only one is known.
    pub(crate) series: Vec<FlatPoint>,
    #[serde(with = "number_option")]
    pub(crate) scale: Option<Decimal>,
    pub(crate) rank: Option<FlatRank<'a>>,
    pub(crate) ranks: Vec<FlatRank<'a>>,
    pub(crate) count: Option<FlatCount>,
    pub(crate) reference: Option<FlatReference<'a>>,
    /// The note, and behind it the other plans in words, for readers of one field.
    pub(crate) note: Option<Cow<'a, str>>,
    /// The note alone, for tables, which have a column for other plans.
    #[serde(skip)]
    pub(crate) own_note: Option<&'a str>,
    pub(crate) review: &'a [String],
    pub(crate) warnings: Vec<String>,
    pub(crate) dataset: &'a str,
    pub(crate) derived: FlatDerived,
}

/// A plan that is not the main one.
#[derive(Debug, Serialize)]
pub(crate) struct FlatPlan<'a> {
    pub(crate) name: Option<&'a str>,
    #[serde(with = "number_option")]
    pub(crate) value: Option<Decimal>,
    pub(crate) text: Option<String>,
    #[serde(with = "number_option")]
    pub(crate) percent: Option<Decimal>,
    pub(crate) period: Option<String>,
    pub(crate) verdict: Option<&'a str>,
    pub(crate) status: &'static str,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatChange<'a> {
    pub(crate) period: &'a str,
    #[serde(with = "number")]
    pub(crate) amount: Decimal,
    pub(crate) unit: &'static str,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatEarlier<'a> {
    pub(crate) period: &'a str,
    #[serde(with = "number_option")]
    pub(crate) value: Option<Decimal>,
    pub(crate) text: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatPoint {
    pub(crate) period: String,
    #[serde(with = "number_option")]
    pub(crate) actual: Option<Decimal>,
    #[serde(with = "number_option")]
    pub(crate) plan_value: Option<Decimal>,
    #[serde(with = "number_option")]
    pub(crate) plan_percent: Option<Decimal>,
    pub(crate) estimate: bool,
    pub(crate) status: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct FlatRank<'a> {
    pub(crate) position: u32,
    pub(crate) of: Option<u32>,
    pub(crate) among: Option<&'a str>,
    pub(crate) change: Option<i32>,
    pub(crate) since: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatCount {
    #[serde(with = "number")]
    pub(crate) part: Decimal,
    #[serde(with = "number")]
    pub(crate) whole: Decimal,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatReference<'a> {
    pub(crate) document: Option<&'a str>,
    pub(crate) paragraph: Option<u32>,
    pub(crate) sentence: Option<u32>,
    pub(crate) quote: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatDerived {
    pub(crate) target: Option<FlatInterval>,
    #[serde(with = "number_option")]
    pub(crate) percent: Option<Decimal>,
    #[serde(with = "number_option")]
    pub(crate) previous: Option<Decimal>,
    /// The possible values of `previous`, given the rounding of the figures that it is derived from.
    pub(crate) previous_interval: Option<FlatInterval>,
    pub(crate) previous_rank: Option<u32>,
}

#[derive(Debug, Serialize)]
pub(crate) struct FlatInterval {
    #[serde(with = "number")]
    pub(crate) low: Decimal,
    #[serde(with = "number")]
    pub(crate) high: Decimal,
}

impl<'a> Flat<'a> {
    /// Creates the object; `indicator` is the one of `entry`, and `series` are its periods.
    pub(crate) fn of(
        entry: &Entry<'a>,
        indicator: &'a Indicator,
        series: Vec<FlatPoint>,
        words: Words,
    ) -> Self {
        let Indicator {
            id,
            name,
            parents,
            unit,
            actual,
            // The dataset's, if it is not its own.
            period: _,
            estimate,
            preliminary,
            better,
            better_assumed,
            plan,
            other_plans,
            changes,
            earlier,
            scale,
            ranks,
            count,
            reference,
            note,
            review,
        } = indicator;
        let plan = plan.as_ref();
        let (plan_value, plan_text) = plan.map(value_and_text).unwrap_or_default();
        let ranks: Vec<FlatRank<'a>> = ranks.iter().map(FlatRank::of).collect();
        Self {
            id,
            section: &entry.section.name,
            name,
            parents,
            unit: unit.as_deref(),
            place: entry.dataset.place.named(),
            period: facts::own_period(entry, indicator).map_or_else(
                || Some(entry.dataset.period.as_str()).filter(|p| !p.is_empty()).map(Cow::Borrowed),
                |period| Some(Cow::Owned(period.to_string())),
            ),
            actual: indicator.figure(),
            actual_text: match actual {
                Some(Actual::Words(text)) => Some(text),
                _ => None,
            },
            estimate: *estimate,
            preliminary: *preliminary,
            better: better.map(|better| match better {
                Better::Higher => "higher",
                Better::Lower => "lower",
            }),
            better_inferred: *better_assumed,
            plan_percent: plan.and_then(|plan| plan.percent()),
            plan_value,
            plan_text,
            plan_period: plan.and_then(|plan| plan.period).map(|period| period.to_string()),
            plan_name: plan.and_then(|plan| plan.name.as_deref()),
            other_plans: other_plans.iter().map(|plan| FlatPlan::of(plan, indicator)).collect(),
            verdict: plan.and_then(|plan| plan.verdict()).map(|verdict| verdict.text.as_str()),
            status: status(indicator).name(),
            changes: changes.iter().map(FlatChange::of).collect(),
            earlier: earlier.iter().map(FlatEarlier::of).collect(),
            series,
            scale: *scale,
            rank: ranks.first().cloned(),
            ranks,
            count: count.map(|Count { part, whole }| FlatCount { part, whole }),
            reference: reference.as_ref().map(FlatReference::of),
            note: note_with_plans(note.as_deref(), other_plans),
            own_note: note.as_deref(),
            review,
            warnings: warnings(indicator).iter().map(|w| words.warning_text(w)).collect(),
            dataset: &entry.dataset.id,
            derived: FlatDerived::of(indicator),
        }
    }
}

/// An indicator that is flattened as it is written: there may be a million.
#[derive(Debug)]
pub(crate) struct Flattened<'a> {
    pub(crate) entry: Entry<'a>,
    /// The datasets with the other periods of the indicator, if there are any.
    pub(crate) catalog: Option<&'a Catalog>,
    pub(crate) words: Words,
}

impl Serialize for Flattened<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { entry, catalog, words } = self;
        let indicator = entry.indicator();
        let series = match catalog {
            Some(catalog) => catalog.periods(entry.index),
            None => periods_of(entry, &indicator),
        };
        let is_of_schools = fold(&entry.dataset.period).starts_with("nam hoc");
        let series = series.iter().map(|point| FlatPoint::of(point, is_of_schools)).collect();
        let mut flat = Flat::of(entry, &indicator, series, *words);
        let elsewhere = catalog.and_then(|catalog| facts::contradiction(catalog, entry, *words));
        flat.warnings.extend(elsewhere.map(|fact| fact.text));
        flat.serialize(serializer)
    }
}

impl FlatPoint {
    /// The point; a school year is called so if that of the indicator is.
    fn of(point: &SeriesPoint, is_of_schools: bool) -> Self {
        let period = point.period.to_string();
        let begins = point.period.first_year().filter(|_| point.period.span() == Span::SplitYear);
        Self {
            period: match begins.filter(|_| is_of_schools) {
                Some(year) => format!("năm học {year}-{}", year.saturating_add(1)),
                None => period,
            },
            actual: point.value,
            plan_value: match point.plan {
                Some(Target::Value(value)) => Some(value),
                _ => None,
            },
            plan_percent: point.percent.filter(|_| !point.percent_derived),
            estimate: point.estimate,
            status: point.status.name(),
        }
    }
}

/// The target of a plan as a number, or else in words.
fn value_and_text(plan: &Plan) -> (Option<Decimal>, Option<String>) {
    match plan.target() {
        Some(Target::Value(value)) => (Some(value), None),
        // A bound is in the language of its source, whatever the language of the program.
        Some(bound) => (None, Some(Words(Lang::Vietnamese).target(bound))),
        None => (None, plan.words().map(str::to_owned)),
    }
}

/// The note with the other plans in words: "HĐND huyện giao: 325 (98,5 %)".
fn note_with_plans<'a>(note: Option<&'a str>, plans: &[Plan]) -> Option<Cow<'a, str>> {
    if plans.is_empty() {
        return note.map(Cow::Borrowed);
    }
    let words = Words(Lang::Vietnamese);
    let plans = plans.iter().map(|plan| {
        let percent = plan.percent().map(|percent| words.percent_sign(percent));
        words.other_plan(plan, None, &percent.unwrap_or_default())
    });
    let parts: Vec<String> = note.map(str::to_owned).into_iter().chain(plans).collect();
    Some(Cow::Owned(parts.join("; ")))
}

impl<'a> FlatPlan<'a> {
    fn of(plan: &'a Plan, indicator: &Indicator) -> Self {
        let (value, text) = value_and_text(plan);
        Self {
            name: plan.name.as_deref(),
            value,
            text,
            percent: plan.percent(),
            period: plan.period.map(|period| period.to_string()),
            verdict: plan.verdict().map(|verdict| verdict.text.as_str()),
            status: status(&indicator.against(plan)).name(),
        }
    }
}

impl<'a> FlatChange<'a> {
    fn of(Change { period, amount, unit }: &'a Change) -> Self {
        let unit = match unit {
            ChangeUnit::Percent => "percent",
            ChangeUnit::Points => "points",
            ChangeUnit::Places => "places",
        };
        Self { period, amount: *amount, unit }
    }
}

impl<'a> FlatEarlier<'a> {
    fn of(PeriodValue { period, value }: &'a PeriodValue) -> Self {
        let (value, text) = match value {
            Actual::Figure(figure) => (Some(*figure), None),
            Actual::Words(text) => (None, Some(text.as_str())),
        };
        Self { period, value, text }
    }
}

impl<'a> FlatRank<'a> {
    fn of(Rank { position, of, among, change, since }: &'a Rank) -> Self {
        let (among, since) = (among.as_deref(), since.as_deref());
        Self { position: *position, of: *of, among, change: *change, since }
    }
}

impl<'a> FlatReference<'a> {
    fn of(Reference { document, paragraph, sentence, quote }: &'a Reference) -> Self {
        let (document, quote) = (document.as_deref(), quote.as_deref());
        Self { document, paragraph: *paragraph, sentence: *sentence, quote }
    }
}

impl FlatDerived {
    fn of(indicator: &Indicator) -> Self {
        let interval = |derived: Derived| {
            let interval = derived.interval.outward(DERIVED_DECIMALS);
            FlatInterval { low: interval.low.normalize(), high: interval.high.normalize() }
        };
        let previous = derive::previous_of(indicator).map(|(derived, _)| derived);
        Self {
            target: derive::target_of(indicator).map(interval),
            percent: derive::percent_of(indicator).map(derive::rounded_percent),
            previous: previous.map(|derived| derived.estimate),
            previous_interval: previous.map(interval),
            previous_rank: indicator.ranks.first().and_then(derive::previous_rank),
        }
    }
}
