//! The place of a dataset, or the file if the source names no place.

use std::sync::Arc;

/// What a dataset is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// As published ("Bắc Kạn").
    Named(Arc<str>),
    /// A place with the place that it is in, as the source says it.
    Within(Arc<InnerPlace>),
    /// The source names none: the name of its file, without folders.
    File(Arc<str>),
}

/// A place and the one that it is in: Châu Thành in Long An.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InnerPlace {
    /// As published.
    pub name: Arc<str>,
    /// The place that it is in, as published.
    pub upper: Arc<str>,
    /// How it is shown: with the other place where several have its name.
    pub shown: Arc<str>,
}

impl Place {
    /// A place within another one.
    #[must_use]
    pub fn within(name: impl Into<Arc<str>>, upper: impl Into<Arc<str>>) -> Self {
        let name = name.into();
        Self::Within(Arc::new(InnerPlace { shown: Arc::clone(&name), name, upper: upper.into() }))
    }

    /// The name of the place or of the file. It does not show which of them it is.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) | Self::File(name) => name,
            Self::Within(place) => &place.shown,
        }
    }

    /// The place, if the source names one.
    #[must_use]
    pub fn named(&self) -> Option<&str> {
        match self {
            Self::File(_) => None,
            Self::Named(_) | Self::Within(_) => Some(self.name()).filter(|name| !name.is_empty()),
        }
    }

    /// The name as published, without the place that it is in.
    #[must_use]
    pub fn own_name(&self) -> &str {
        match self {
            Self::Within(place) => &place.name,
            Self::Named(_) | Self::File(_) => self.name(),
        }
    }

    /// The place that it is in, if the source says so.
    #[must_use]
    pub fn upper(&self) -> Option<&str> {
        match self {
            Self::Within(place) => Some(&place.upper),
            Self::Named(_) | Self::File(_) => None,
        }
    }

    /// The same place, shown with the one that it is in.
    pub(super) fn shown_with_upper(&self) -> Option<Self> {
        let Self::Within(place) = self else { return None };
        let shown = format!("{} ({})", place.name, place.upper).into();
        Some(Self::Within(Arc::new(InnerPlace { shown, ..InnerPlace::clone(place) })))
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
