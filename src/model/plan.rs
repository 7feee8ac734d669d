//! Plans, in the forms in which they are published.

use rust_decimal::Decimal;

use super::{Period, Status};

/// A plan as the source gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What was published about it.
    pub terms: PlanTerms,
    /// The period of the plan: a six-month actual may have a year's plan. `None` if the source does
    /// not say.
    pub period: Option<Period>,
    /// Which of several plans it is, in the words of the source: "Dự toán trung ương giao". `None`
    /// if there is only one.
    pub name: Option<String>,
}

/// What was published about a plan. Plans in words only and verdicts only are variants of their
/// own: they have no figure from which a gauge could be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanTerms {
    /// The target, possibly with the percent of it that was reached.
    Target {
        /// The target.
        target: Target,
        /// The published percent of plan.
        percent: Option<Decimal>,
        /// The published verdict.
        verdict: Option<Verdict>,
    },
    /// Only the percent of plan; the target can be derived from it.
    Percent {
        /// The published percent of plan.
        percent: Decimal,
        /// The published verdict.
        verdict: Option<Verdict>,
    },
    /// A target in words: "Hoàn thành trong quý III".
    Words {
        /// As published.
        text: String,
        /// The published percent of plan.
        percent: Option<Decimal>,
        /// The published verdict.
        verdict: Option<Verdict>,
    },
    /// Only a verdict in words: "vượt kế hoạch".
    Verdict(Verdict),
}

impl From<PlanTerms> for Plan {
    fn from(terms: PlanTerms) -> Self {
        Self { terms, period: None, name: None }
    }
}

impl Plan {
    /// Returns the plan of the given terms, if there are any; a target in figures has priority over
    /// words.
    #[must_use]
    pub fn of(
        target: Option<Target>,
        words: Option<String>,
        percent: Option<Decimal>,
        verdict: Option<Verdict>,
    ) -> Option<Self> {
        let terms = match (target, words, percent, verdict) {
            (Some(target), _, percent, verdict) => PlanTerms::Target { target, percent, verdict },
            (None, Some(text), percent, verdict) => PlanTerms::Words { text, percent, verdict },
            (None, None, Some(percent), verdict) => PlanTerms::Percent { percent, verdict },
            (None, None, None, Some(verdict)) => PlanTerms::Verdict(verdict),
            (None, None, None, None) => return None,
        };
        Some(terms.into())
    }

    /// The published percent of plan.
    #[must_use]
    pub fn percent(&self) -> Option<Decimal> {
        match &self.terms {
            PlanTerms::Target { percent, .. } | PlanTerms::Words { percent, .. } => *percent,
            PlanTerms::Percent { percent, .. } => Some(*percent),
            PlanTerms::Verdict(_) => None,
        }
    }

    /// Returns the published target, if it is a figure.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match self.terms {
            PlanTerms::Target { target, .. } => Some(target),
            _ => None,
        }
    }

    /// Returns the published target, if it is in words.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match &self.terms {
            PlanTerms::Words { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The published verdict.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        match &self.terms {
            PlanTerms::Target { verdict, .. }
            | PlanTerms::Percent { verdict, .. }
            | PlanTerms::Words { verdict, .. } => verdict.as_ref(),
            PlanTerms::Verdict(verdict) => Some(verdict),
        }
    }
}

/// A published target: a value, a range, or a bound, in the unit of the indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// 95
    Value(Decimal),
    /// 7,5–8,0
    Range {
        /// Lower end, inclusive.
        low: Decimal,
        /// Upper end, inclusive.
        high: Decimal,
    },
    /// "trên 4"
    Over(Decimal),
    /// "dưới 3"
    Under(Decimal),
    /// "86 trở lên"
    AtLeast(Decimal),
    /// "không quá 5"
    AtMost(Decimal),
    /// "khoảng 4"
    About(Decimal),
}

impl Target {
    /// Returns its figures: the value or bound, or the two ends of a range.
    pub fn figures(self) -> impl Iterator<Item = Decimal> + Clone {
        let (figure, end) = match self {
            Self::Range { low, high } => (low, Some(high)),
            Self::Value(figure)
            | Self::Over(figure)
            | Self::Under(figure)
            | Self::AtLeast(figure)
            | Self::AtMost(figure)
            | Self::About(figure) => (figure, None),
        };
        [figure].into_iter().chain(end)
    }
}

/// The verdict of the source, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// As published.
    pub text: String,
    /// The meaning of the words; never [`Status::NotAssessed`].
    pub status: Status,
}
