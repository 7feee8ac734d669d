//! What became of a number of the text.

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

/// A decision about a number: its fate, and the name of the rule that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::prose) struct Decision {
    pub(in crate::dataset::prose) fate: Fate,
    pub(in crate::dataset::prose) rule: &'static str,
}

impl Decision {
    pub(in crate::dataset::prose) fn new(fate: Fate, rule: &'static str) -> Self {
        Self { fate, rule }
    }
}
