//! The place and the period of a group of columns, in a table of several places or periods.

use std::sync::Arc;

use crate::model::Period;

/// One place in one period. What is `None` is the same for the whole table: that of the dataset.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Slice {
    pub(crate) place: Option<Arc<str>>,
    pub(crate) period: Option<Period>,
}

impl Slice {
    /// The same slice, with the place or the period of `other` where its own is not known.
    pub(crate) fn or(self, other: &Self) -> Self {
        Self {
            place: self.place.or_else(|| other.place.clone()),
            period: self.period.or(other.period),
        }
    }
}
