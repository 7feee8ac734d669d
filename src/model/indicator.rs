//! An indicator, as published.

use rust_decimal::Decimal;

use super::words::{is_rank_unit, is_score_unit};
use super::{Actual, Change, Coverage, Period, PeriodValue, Plan, Rank, Span};

/// An indicator as its source gives it. No field is computed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Indicator {
    /// Unique within its dataset; used by scripts.
    pub id: String,
    /// Short, in the words of the source.
    pub name: String,
    /// The names of the rows above it within its section, outermost first: they distinguish "Công
    /// nghiệp" under "GRDP" from others.
    pub parents: Vec<String>,
    /// As published ("tỷ đồng", "%"); `None` if the source gives none.
    pub unit: Option<String>,
    /// The result; `None` if only a verdict was published.
    pub actual: Option<Actual>,
    /// The period of the actual; `None` if it is the dataset's and nothing depends on it.
    pub period: Option<Period>,
    /// Whether the actual was published as an estimate ("ước", "khoảng").
    pub estimate: bool,
    /// Whether that estimate is a preliminary figure ("sơ bộ"), the stage between an estimate and the final one.
    pub preliminary: bool,
    /// Which direction is better; `None` if neither is known to be.
    pub better: Option<Better>,
    /// Whether the direction was inferred from the name, not given by the source.
    pub better_assumed: bool,
    /// The plan; `None` if the source names none. Of several it is the main one.
    pub plan: Option<Plan>,
    /// The plans that others set for the same result, in the order of the source.
    pub other_plans: Vec<Plan>,
    /// Changes against earlier periods, in the order of the source.
    pub changes: Vec<Change>,
    /// Values of other periods, in the order of the source.
    pub earlier: Vec<PeriodValue>,
    /// The maximum of the scale, for a score.
    pub scale: Option<Decimal>,
    /// Positions in rankings, in the order of the source.
    pub ranks: Vec<Rank>,
    /// A count of a part and its whole.
    pub count: Option<Count>,
    /// The location in the source.
    pub reference: Option<Reference>,
    /// A remark of the source or of the reader.
    pub note: Option<String>,
    /// Why a person should compare the indicator with its source, by the names of the doubts; empty if it is
    /// accepted.
    pub review: Vec<String>,
}

impl Indicator {
    /// Returns an indicator with only an id and a name.
    #[must_use]
    pub fn named(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), ..Self::default() }
    }

    /// Returns the indicator as if another plan were its main one, to assess it against that plan.
    #[must_use]
    pub fn against(&self, plan: &Plan) -> Self {
        Self { plan: Some(plan.clone()), other_plans: Vec::new(), ..self.clone() }
    }

    /// Returns the actual if it is a figure.
    #[must_use]
    pub fn figure(&self) -> Option<Decimal> {
        match self.actual {
            Some(Actual::Figure(figure)) => Some(figure),
            _ => None,
        }
    }

    /// Returns the figure, or of an indicator that is published as a rank only its place.
    #[must_use]
    pub fn figure_or_rank(&self) -> Option<Decimal> {
        self.figure().or_else(|| self.only_rank().map(|rank| Decimal::from(rank.position)))
    }

    /// Returns the rank of an indicator that nothing else is published of.
    #[must_use]
    pub fn only_rank(&self) -> Option<&Rank> {
        let is_only = self.actual.is_none() && self.count.is_none() && self.plan.is_none();
        self.ranks.first().filter(|_| is_only)
    }

    /// Whether its figures are places in a ranking, of which the first is the best.
    #[must_use]
    pub fn is_place(&self) -> bool {
        self.unit.as_deref().is_some_and(is_rank_unit) || self.only_rank().is_some()
    }

    /// Returns which direction is better; of places in a ranking the first ones are.
    #[must_use]
    pub fn better_or_first(&self) -> Option<Better> {
        self.better.or_else(|| self.is_place().then_some(Better::Lower))
    }

    /// Sets the period to that of the dataset if it has none and a status depends on it: one of its plans
    /// has a period, or the dataset is for a part of a year.
    pub fn take_period_of(&mut self, dataset: Option<Period>) {
        let Some(plan) = self.plan.as_ref().filter(|_| self.period.is_none()) else { return };
        let mut plans = self.other_plans.iter().chain([plan]);
        let is_dated = plans.any(|plan| plan.period.is_some());
        self.period = dataset.filter(|period| is_dated || period.is_part_of_year());
    }

    /// Returns how much of the plan's period the actual covers. A plan without a period is for the
    /// year, even if the actual is for a part of it.
    #[must_use]
    pub fn coverage(&self, plan: &Plan) -> Coverage {
        match (self.period, plan.period) {
            (Some(actual), Some(plan)) => actual.coverage(plan),
            // A result at an unknown time may be from any period, also from another one than the plan's.
            (None, Some(_)) => Coverage::Unrelated,
            (Some(actual), None) if actual.is_part_of_year() => Coverage::Part,
            _ => Coverage::Whole,
        }
    }

    /// Whether the actual accumulates towards the plan, so that a percent of plan is meaningful: it
    /// covers the whole period, or the year up to a month. One quarter or one month does not.
    #[must_use]
    pub fn adds_up_to(&self, plan: &Plan) -> bool {
        let Some(period) = self.period else { return true };
        match self.coverage(plan) {
            Coverage::Whole => true,
            Coverage::Part => match plan.period.map(Period::span) {
                // One year of a term does not add up to the term's total.
                Some(Span::Years(_)) => false,
                Some(Span::By) => true,
                _ => period.begins_with_year(),
            },
            Coverage::Unrelated => false,
        }
    }

    /// Whether the unit is a percentage, so that it can be compared with the ratio of a count.
    #[must_use]
    pub fn is_percentage(&self) -> bool {
        self.unit.as_deref().is_some_and(|unit| unit.trim_start().starts_with('%'))
    }

    /// Returns what a change in points is counted in.
    #[must_use]
    pub fn points(&self) -> PointsOf {
        let unit = self.unit.as_deref().map(str::trim).filter(|unit| !unit.is_empty());
        match unit {
            _ if self.is_percentage() => PointsOf::Percentage,
            Some(unit) if !is_score_unit(unit) => PointsOf::Unit,
            _ => PointsOf::Score,
        }
    }
}

/// What a change in points is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointsOf {
    /// Percentage points of a rate.
    Percentage,
    /// Points of a score.
    Score,
    /// The unit of the indicator: 5 accidents more.
    Unit,
}

/// The direction in which an indicator improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better: income, coverage.
    Higher,
    /// Less is better: malnutrition, damage.
    Lower,
}

/// A part of a whole: 1 251 of 1 292 villages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The size of the part.
    pub part: Decimal,
    /// The size of the whole.
    pub whole: Decimal,
}

/// The location of a statement in its source.
///
/// Paragraphs are all non-empty lines after the title, headings included, numbered from 1;
/// sentences are numbered from 1 within their paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The document, if it is not the dataset's own source.
    pub document: Option<String>,
    /// The number of the paragraph, from 1.
    pub paragraph: Option<u32>,
    /// The number of the sentence in the paragraph, from 1.
    pub sentence: Option<u32>,
    /// The words of the source that carry the figures.
    pub quote: Option<String>,
}
