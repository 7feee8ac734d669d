//! What all threads that read the rows of a table know of it.

use super::columns::slice::Slice;
use super::outline::body::Body;
use crate::dataset::Location;
use crate::model::Period;

/// A table while its rows are read.
pub(super) struct TableContext<'t, 'a> {
    pub(super) body: &'t Body<'a>,
    /// The period of the dataset.
    pub(super) period: Option<Period>,
    /// The place and the period of the table, where they are not those of the dataset.
    pub(super) slice: Slice,
}

impl TableContext<'_, '_> {
    /// The location of the name of a row.
    pub(super) fn location_of_name(&self, at: usize) -> Location {
        let column = self.body.schema().names.first().copied().unwrap_or_default();
        self.body.location(&self.body.sheet().row(at), column)
    }
}
