//! The statuses of an indicator against its plan.

/// How far a plan was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Beyond the plan in the good direction.
    Exceeded,
    /// The plan, exactly.
    Met,
    /// Short of the plan.
    Missed,
    /// The period of the plan is not over.
    InProgress,
    /// No plan, or nothing that could be compared with it.
    NotAssessed,
}

impl Status {
    /// How many there are.
    pub const COUNT: usize = 5;

    /// Every status, in the order in which they are listed.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Exceeded, Self::Met, Self::Missed, Self::InProgress, Self::NotAssessed];

    /// Whether the plan was reached.
    #[must_use]
    pub fn is_reached(self) -> bool {
        matches!(self, Self::Exceeded | Self::Met)
    }
}
