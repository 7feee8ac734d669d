//! Counts of what workbooks hide.

/// The number of hidden rows, columns and sheets that were left out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Sheets.
    pub sheets: usize,
}

impl Hidden {
    /// Whether nothing was left out.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl std::iter::Sum for Hidden {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, more| Self {
            rows: sum.rows + more.rows,
            columns: sum.columns + more.columns,
            sheets: sum.sheets + more.sheets,
        })
    }
}
