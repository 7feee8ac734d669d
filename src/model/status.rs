//! The statuses of an indicator against its plan.

/// The result of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The actual is beyond the plan in the good direction.
    Exceeded,
    /// The actual is exactly the plan.
    Met,
    /// The actual is short of the plan.
    Missed,
    /// The period of the plan is not over.
    InProgress,
    /// There is no plan, or nothing that can be compared with it.
    NotAssessed,
}

impl Status {
    /// The number of statuses.
    pub const COUNT: usize = 5;

    /// All statuses, in display order.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Exceeded, Self::Met, Self::Missed, Self::InProgress, Self::NotAssessed];

    /// Whether the plan was reached.
    #[must_use]
    pub fn is_reached(self) -> bool {
        matches!(self, Self::Exceeded | Self::Met)
    }

    /// The statuses that a verdict of a source may have.
    pub const OF_VERDICTS: [Self; 4] = [Self::Exceeded, Self::Met, Self::Missed, Self::InProgress];

    /// The name in datasets, tables, options and filters.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::InProgress => "in_progress",
            Self::NotAssessed => "none",
        }
    }

    /// Its Vietnamese name without accents, as options and filters take it.
    #[must_use]
    pub const fn vietnamese_name(self) -> &'static str {
        match self {
            Self::Exceeded => "vuot",
            Self::Met => "dat",
            Self::Missed => "khong-dat",
            Self::InProgress => "dang-thuc-hien",
            Self::NotAssessed => "khong-danh-gia",
        }
    }

    /// Other spellings of its name that options and filters take.
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::InProgress => &["in-progress"],
            Self::NotAssessed => &["not-assessed", "not_assessed"],
            Self::Exceeded | Self::Met | Self::Missed => &[],
        }
    }
}
