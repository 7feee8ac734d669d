//! The words next to a period: those that a period may have, and those that say whether a short
//! English name is a month.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words that a period may have next to its numbers.
pub(crate) static WORDS: WordList = WordList::of(FILE, "of a period");

/// The same with accents, which keep them apart from other words.
pub(crate) static ACCENTED_WORDS: WordList = WordList::of(FILE, "of a period with accents");

/// Words that a heading may have next to the short name of a month without a year.
pub(crate) static NEXT_TO_MONTHS: WordList = WordList::of(FILE, "next to a short month");

/// Words before a place, and first syllables of places whose second one is written like a short month.
pub(crate) static BEFORE_PLACES: WordList = WordList::of(FILE, "before no month");
