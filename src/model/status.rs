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
}
