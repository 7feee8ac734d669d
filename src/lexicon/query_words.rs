//! Words of queries and names: what a note begins with, and what says that a name is the total.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::abbreviations::{Phrase, phrase};
use super::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("queries.txt");

/// The words that a note in brackets behind a name begins with, folded.
pub(crate) static NOTES: WordList = WordList::of(FILE, "note");

static BEFORE: WordList = WordList::of(FILE, "before a total, with accents");
static BEHIND: WordList = WordList::of(FILE, "behind a total, with accents");

/// The phrases of a list, those of the most words first.
pub(super) fn phrases(list: &WordList) -> Vec<Phrase> {
    let mut all: Vec<Phrase> = list.iter().map(|words| phrase(words)).collect();
    all.sort_by_key(|words| Reverse(words.len()));
    all
}

/// Returns the phrases before the words of a total ("Tổng số …"), those of the most words first.
pub(crate) fn before_total() -> &'static [Phrase] {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&BEFORE));
    &ALL
}

/// Returns the phrases behind the words of a total ("… cả năm"), those of the most words first.
pub(crate) fn behind_total() -> &'static [Phrase] {
    static ALL: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(&BEHIND));
    &ALL
}
