//! What was planned, in the forms in which plans are published.

use rust_decimal::Decimal;

use super::Status;

/// A plan as the source gives it. A plan of words alone is a variant of its own: it has no figure
/// from which a gauge could be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    /// The target itself was published, perhaps with the percent of it that was reached.
    Target {
        /// What was to be reached.
        target: Target,
        /// The published percent of plan.
        percent: Option<Decimal>,
        /// The published verdict.
        verdict: Option<Verdict>,
    },
    /// Only the percent of plan was published; the target can be derived from it.
    Percent {
        /// The published percent of plan.
        percent: Decimal,
        /// The published verdict.
        verdict: Option<Verdict>,
    },
    /// Only a verdict in words: "vượt kế hoạch".
    Verdict(Verdict),
}

impl Plan {
    /// The published percent of plan.
    #[must_use]
    pub fn percent(&self) -> Option<Decimal> {
        match self {
            Self::Target { percent, .. } => *percent,
            Self::Percent { percent, .. } => Some(*percent),
            Self::Verdict(_) => None,
        }
    }

    /// The published target.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Target { target, .. } => Some(*target),
            _ => None,
        }
    }

    /// The published verdict.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        match self {
            Self::Target { verdict, .. } | Self::Percent { verdict, .. } => verdict.as_ref(),
            Self::Verdict(verdict) => Some(verdict),
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

/// What the source says in words about how far the plan was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// As published.
    pub text: String,
    /// The status that the words mean; never [`Status::NotAssessed`].
    pub status: Status,
}
