//! Phrases of the lexicon by their first word: of thousands, only those that typed words may begin with are read.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::phrase::first_word;
use crate::text::syllable::Spelling;

/// What is read of lines that begin with the same word.
struct SameFirst<T> {
    lines: Vec<&'static str>,
    /// What they are, read when it is first asked for.
    read: OnceLock<Vec<T>>,
}

/// Lines of the lexicon by their first word, folded, and how they are read.
pub(crate) struct ByFirstWord<T> {
    of: HashMap<String, SameFirst<T>>,
    read: fn(&[&'static str]) -> Vec<T>,
}

impl<T> ByFirstWord<T> {
    /// Sorts lines by their first word; `read` reads those with the same one.
    pub(crate) fn of(
        lines: impl Iterator<Item = &'static str>,
        read: fn(&[&'static str]) -> Vec<T>,
    ) -> Self {
        let mut written: HashMap<&str, Vec<&'static str>> = HashMap::new();
        for line in lines {
            written.entry(first_word(line)).or_default().push(line);
        }
        // Each first word is folded once: thousands of lines have the same ones.
        let mut of: HashMap<String, SameFirst<T>> = HashMap::new();
        for (first, lines) in written {
            let same = of
                .entry(Spelling::of(first).folded)
                .or_insert_with(|| SameFirst { lines: Vec::new(), read: OnceLock::new() });
            same.lines.extend(lines);
        }
        Self { of, read }
    }

    /// Returns what begins with a word in folded form.
    pub(crate) fn get(&self, first: &str) -> &[T] {
        let same = self.of.get(first);
        same.map_or(&[], |same| same.read.get_or_init(|| (self.read)(&same.lines)))
    }
}
