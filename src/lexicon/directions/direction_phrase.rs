//! A phrase of the names that give a direction, with its accents and without.

use crate::lexicon::words::name_spelling::one_spelling;
use crate::text::fold::fold;

/// A phrase in both spellings.
pub(super) struct Phrase {
    pub(super) accented: String,
    pub(super) folded: String,
}

impl Phrase {
    pub(super) fn of(text: &str) -> Self {
        let accented = one_spelling(text);
        Self { folded: fold(&accented), accented }
    }

    /// Returns the accented or the folded text.
    pub(super) fn text(&self, accented: bool) -> &str {
        if accented { &self.accented } else { &self.folded }
    }
}
