//! What is doubtful between several files.

use super::rule::Rule;

/// What is doubtful between several files that are opened together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CollectionProblem {
    /// Another file has another figure of the same indicator, place and period.
    OtherFigure {
        /// The name of the indicator.
        name: String,
        /// The figure of this file, in words.
        figure: String,
        /// The figure of the other file, which is opened before and shown.
        shown: String,
        /// The other file.
        file: String,
    },
    /// Another file has an indicator that nearly agrees, and was not joined.
    NearIndicator {
        /// The indicator of this file, with its unit or section.
        own: String,
        /// That of the other file.
        other: String,
        /// The other file.
        file: String,
    },
}

impl CollectionProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::OtherFigure { .. } => Rule::OtherFigure,
            Self::NearIndicator { .. } => Rule::NearIndicator,
        }
    }
}
