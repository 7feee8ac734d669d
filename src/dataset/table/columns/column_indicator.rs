//! An indicator that columns of a table are of, with these columns.

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::text::fold::fold;

/// The indicator that columns are of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ColumnIndicator {
    /// The last level of the heading.
    pub(crate) name: String,
    /// The levels above it, outermost first.
    pub(crate) parents: Vec<String>,
    pub(crate) unit: Option<String>,
    /// Whether the name is that in the title.
    pub(crate) is_titled: bool,
}

impl ColumnIndicator {
    /// Whether its columns do not name it: it has the name in the title, or none.
    pub(super) fn is_unnamed(&self) -> bool {
        self.is_titled || self.name.is_empty()
    }

    /// Whether one of two indicators has no unit, or both have the same.
    pub(super) fn fits_unit_of(&self, other: &Self) -> bool {
        fits(self.unit.as_deref(), other.unit.as_deref())
    }
}

/// Whether one of two units is not known, or both are the same.
fn fits(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_none_or(|(one, other)| fold(one) == fold(other))
}

/// An indicator with its columns, counted from 0.
#[derive(Debug, Clone)]
pub(super) struct IndicatorColumns {
    pub(super) indicator: ColumnIndicator,
    pub(super) columns: Vec<usize>,
}

impl IndicatorColumns {
    /// Whether one of its columns has such a role.
    pub(super) fn has(&self, header: &Header, wanted: fn(&HeaderColumn) -> bool) -> bool {
        self.columns.iter().any(|at| wanted(&header.columns[*at]))
    }

    /// Adds columns, and keeps all of them in order.
    pub(super) fn add(&mut self, columns: Vec<usize>) {
        self.columns.extend(columns);
        self.columns.sort_unstable();
    }
}
