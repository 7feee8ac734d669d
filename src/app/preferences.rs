//! Preferences: language, colours, ASCII and mouse.

/// How the program looks and in which language; set at the start, some of it changed by keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the program's own words.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
    /// Whether the screen is reduced to ASCII, without accents.
    pub ascii: bool,
    /// Whether the program receives mouse events.
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
    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vietnamese => Self::English,
            Self::English => Self::Vietnamese,
        }
    }
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Text and signs in the terminal's own colour; bars readable on dark and on light backgrounds.
    Terminal,
    /// Colours for a dark background.
    Dark,
    /// Colours for a light background.
    Light,
    /// No colours.
    None,
}

impl Theme {
    /// The next theme; after the last comes the first.
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
