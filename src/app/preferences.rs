//! What the user chose about how the program looks and speaks.

/// The choices that stand for the whole run; each can be changed while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the program's own words.
    pub lang: Lang,
    /// Which colours.
    pub theme: Theme,
    /// Whether everything is shown in ASCII, without accents.
    pub ascii: bool,
    /// Whether the program takes the mouse.
    pub mouse: bool,
}

/// The language of the program's own words; the data stays as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt
    Vietnamese,
    /// English
    English,
}

impl Lang {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vietnamese => Self::English,
            Self::English => Self::Vietnamese,
        }
    }
}

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own sixteen, which read on dark and on light.
    Terminal,
    /// Chosen for a dark background.
    Dark,
    /// Chosen for a light background.
    Light,
    /// No colour at all.
    None,
}

impl Theme {
    /// The one after this, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::None,
            Self::None => Self::Terminal,
        }
    }
}
