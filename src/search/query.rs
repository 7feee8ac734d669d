//! A query as it is read.

use super::name::words;
use crate::text::fold::{accented, fold};

/// What was typed, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) words: Vec<Typed>,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// Without marks, lower case.
    pub(super) folded: String,
    /// As typed, lower case, NFC; `None` where no accent was typed, so that none is asked for.
    pub(super) accented: Option<String>,
}

impl Query {
    pub(super) fn new(text: &str) -> Self {
        let typed = |range: std::ops::Range<usize>| {
            let word = &text[range];
            let (folded, accented) = (fold(word), accented(word));
            Typed { accented: (accented != folded).then_some(accented), folded }
        };
        Self { words: words(text).into_iter().map(typed).collect() }
    }

    /// All words without the spaces between them.
    pub(super) fn joined(&self) -> String {
        self.words.iter().map(|word| word.folded.as_str()).collect()
    }
}
