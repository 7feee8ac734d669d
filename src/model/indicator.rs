//! One indicator, as it was published.

use rust_decimal::Decimal;

use super::{Actual, Change, Coverage, Period, PeriodValue, Plan, Rank, Span};

/// An indicator as its source gives it. Nothing in here is computed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Indicator {
    /// Unique within its dataset; what scripts name it by.
    pub id: String,
    /// Short, in the words of the source.
    pub name: String,
    /// The names that it stands under within its section, outermost first: what tells "Công nghiệp"
    /// under "GRDP" from another.
    pub parents: Vec<String>,
    /// As published ("tỷ đồng", "%"); `None` where the source gives none.
    pub unit: Option<String>,
    /// What was reached; `None` where only a verdict was published.
    pub actual: Option<Actual>,
    /// The period of the actual; `None` where it is the dataset's, and nothing depends on it.
    pub period: Option<Period>,
    /// Whether the actual was published as an estimate ("ước", "khoảng").
    pub estimate: bool,
    /// Which direction is the good one; `None` where neither is.
    pub better: Option<Better>,
    /// Whether that direction was told from the words of the name, not given by the source.
    pub better_assumed: bool,
    /// What was planned; `None` where the source names no plan.
    pub plan: Option<Plan>,
    /// Against earlier periods, in the order of the source.
    pub changes: Vec<Change>,
    /// Values of other periods, in the order of the source.
    pub earlier: Vec<PeriodValue>,
    /// The top of the scale, for a score.
    pub scale: Option<Decimal>,
    /// Places in rankings, in the order of the source.
    pub ranks: Vec<Rank>,
    /// Part of a whole.
    pub count: Option<Count>,
    /// Where in the source it stands.
    pub reference: Option<Reference>,
    /// What a careful reader should know.
    pub note: Option<String>,
}

impl Indicator {
    /// An indicator of which only the name is known.
    #[must_use]
    pub fn named(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), ..Self::default() }
    }

    /// The actual if it is a figure.
    #[must_use]
    pub fn figure(&self) -> Option<Decimal> {
        match self.actual {
            Some(Actual::Figure(figure)) => Some(figure),
            _ => None,
        }
    }

    /// Takes the period of its dataset where its own is not given and its status depends on it: its plan
    /// has a period, or the dataset is of a part of a year.
    pub fn take_period_of(&mut self, dataset: Option<Period>) {
        let Some(plan) = self.plan.as_ref().filter(|_| self.period.is_none()) else { return };
        self.period = dataset.filter(|period| plan.period.is_some() || period.is_part_of_year());
    }

    /// How much of the plan's period the actual covers. A plan whose period the source does not name is one of
    /// the year, whatever part of it the actual is of.
    pub(super) fn coverage(&self, plan: &Plan) -> Coverage {
        match (self.period, plan.period) {
            (Some(actual), Some(plan)) => actual.coverage(plan),
            (Some(actual), None) if actual.is_part_of_year() => Coverage::Part,
            _ => Coverage::Whole,
        }
    }

    /// Whether the actual is a part of what is planned or all of it, so that a percent of plan means
    /// something: the whole period, or the year up to a month. One quarter or one month of it is not.
    #[must_use]
    pub fn adds_up_to(&self, plan: &Plan) -> bool {
        let Some(period) = self.period else { return true };
        match self.coverage(plan) {
            Coverage::Whole => true,
            Coverage::Part => match plan.period.map(Period::span) {
                // What one year of a term reaches does not add up to the term's total.
                Some(Span::Years(_)) => false,
                Some(Span::By) => true,
                _ => period.begins_with_year(),
            },
            Coverage::Unrelated => false,
        }
    }

    /// Whether the unit is a percentage, which is what a count's ratio can be compared with.
    #[must_use]
    pub fn is_percentage(&self) -> bool {
        self.unit.as_deref().is_some_and(|unit| unit.trim_start().starts_with('%'))
    }
}

/// The direction in which an indicator improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better: income, coverage.
    Higher,
    /// Less is better: malnutrition, damage.
    Lower,
}

/// Part of a whole: 1 251 of 1 292 villages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub part: Decimal,
    /// Of how many.
    pub whole: Decimal,
}

/// Where in its source a statement stands.
///
/// Paragraphs count every non-empty line after the title, headings included, from 1; sentences
/// count within their paragraph, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The document, where it is not the dataset's own source.
    pub document: Option<String>,
    /// From 1.
    pub paragraph: Option<u32>,
    /// From 1, within the paragraph.
    pub sentence: Option<u32>,
}
