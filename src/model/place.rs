//! The place of a dataset, or the file if the source names no place.

use std::sync::Arc;

/// What a dataset is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// As published ("Bắc Kạn").
    Named(Arc<str>),
    /// The source names none: the name of its file, without folders.
    File(Arc<str>),
}

impl Place {
    /// The name of the place or of the file. It does not show which of them it is.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) | Self::File(name) => name,
        }
    }

    /// The place, if the source names one.
    #[must_use]
    pub fn named(&self) -> Option<&str> {
        match self {
            Self::Named(name) if !name.is_empty() => Some(name),
            Self::Named(_) | Self::File(_) => None,
        }
    }
}

impl From<&str> for Place {
    fn from(name: &str) -> Self {
        Self::Named(name.into())
    }
}

impl From<String> for Place {
    fn from(name: String) -> Self {
        Self::Named(name.into())
    }
}
