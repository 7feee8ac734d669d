//! The columns that name the place and the period of each row, as in a long table.

/// The columns that name the place and the period of each row.
#[derive(Debug, Clone, Copy)]
pub(super) struct KeyColumns {
    pub(super) place: Option<usize>,
    pub(super) period: Option<usize>,
}

impl KeyColumns {
    /// Whether a column is neither.
    pub(super) fn leave(self, column: usize) -> bool {
        ![self.place, self.period].contains(&Some(column))
    }
}
