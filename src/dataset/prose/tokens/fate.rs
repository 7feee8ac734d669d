//! What became of a number of the text.

use super::number_rule::NumberRule;

/// The fate of a number. Every number of a text has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// A figure of an indicator.
    Figure,
    /// Part of a name or of a unit: "trẻ em dưới 5 tuổi", "m2".
    Name,
    /// A date, an ordinal or the number of a document.
    Date,
    /// What the text says about all its indicators: "05/28 chỉ tiêu".
    Total,
    /// A comparison in passing, or the size of a group: "cao hơn mức tăng 0,14% của …".
    Passing,
    /// Not understood.
    Unread,
}

impl Fate {
    /// All of them, as they are listed.
    pub const ALL: [Self; 6] =
        [Self::Figure, Self::Name, Self::Date, Self::Total, Self::Passing, Self::Unread];

    /// The name of the fate for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Name => "name",
            Self::Date => "date",
            Self::Total => "total",
            Self::Passing => "passing",
            Self::Unread => "unread",
        }
    }
}

/// A decision about a number: its fate, and the rule that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) fate: Fate,
    pub(crate) rule: NumberRule,
}

impl Decision {
    pub(crate) fn new(fate: Fate, rule: NumberRule) -> Self {
        Self { fate, rule }
    }

    /// The decision that a number is not understood.
    pub(crate) fn unread(rule: NumberRule) -> Self {
        Self::new(Fate::Unread, rule)
    }

    /// The decision that a number is mentioned in passing.
    pub(crate) fn passing(rule: NumberRule) -> Self {
        Self::new(Fate::Passing, rule)
    }
}
