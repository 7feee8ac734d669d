//! Words next to the numbers in the cells of tables.

use crate::lexicon::words::word_list::WordList;

/// The words that this file names.
const FILE: &str = include_str!("../words/values.txt");

/// Words before a number that is a least one.
pub(crate) static AT_LEAST: WordList = WordList::of(FILE, "at least");

/// Words before a number that is a largest one.
pub(crate) static AT_MOST: WordList = WordList::of(FILE, "at most");

/// Words before a number that has to be exceeded.
pub(crate) static OVER: WordList = WordList::of(FILE, "over");

/// Words before a number that must not be reached.
pub(crate) static UNDER: WordList = WordList::of(FILE, "under");

/// Words before a number that is not exact.
pub(crate) static ABOUT: WordList = WordList::of(FILE, "about");

/// Words behind a number that is a least one.
pub(crate) static OR_MORE: WordList = WordList::of(FILE, "or more");

/// Words behind a number that is a largest one.
pub(crate) static OR_LESS: WordList = WordList::of(FILE, "or less");

/// Words before a number without effect: "đạt 97,4 %", "từ 86 trở lên".
pub(crate) static FILLERS: WordList = WordList::of(FILE, "no effect");

/// Words before a number of times that leave it a ratio: "gấp 2 lần".
pub(crate) static TIMES: WordList = WordList::of(FILE, "times");
