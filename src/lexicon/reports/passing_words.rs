//! Words by which a report says in passing where something began: "từ chỗ chỉ đạt 6/19 tiêu chí năm 2011, đến nay …".

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/passing_words.txt");

/// Words before a start from which something came.
pub(crate) static FROM_STARTS: WordList = WordList::of(FILE, "from a start");

/// Words that say how little there was in a year.
pub(crate) static ONLY_THEN: WordList = WordList::of(FILE, "only then");

/// Words for the time up to which something has changed since.
pub(crate) static SINCE_THEN: WordList = WordList::of(FILE, "since then");
