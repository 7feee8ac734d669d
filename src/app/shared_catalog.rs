//! The catalog of a state, which other sessions may share.

use std::ops::Deref;
use std::sync::Arc;

use super::Catalog;

/// A catalog that others share. Two are equal if they are the same one: their content may be large.
#[derive(Debug, Clone)]
pub(super) struct SharedCatalog(pub(super) Arc<Catalog>);

impl PartialEq for SharedCatalog {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for SharedCatalog {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        &self.0
    }
}
