//! Words in the names of rows that sum up others.

use crate::lexicon::words::word_list::WordList;

/// The words that this file names.
const FILE: &str = include_str!("../words/totals.txt");

/// Names for the total of a whole table.
pub(crate) static WHOLES: WordList = WordList::of(FILE, "whole");

/// Names for the total of a group.
pub(crate) static SUMS: WordList = WordList::of(FILE, "sum");

/// Names of rows that only check sums.
pub(crate) static CHECKS: WordList = WordList::of(FILE, "check");

/// Words that say that a row is about all of those above.
pub(crate) static OF_ALL: WordList = WordList::of(FILE, "of all");

/// What the rows above may be parts of.
pub(crate) static BODIES: WordList = WordList::of(FILE, "body");

/// Words for a block of rows, behind one for an average.
pub(crate) static BLOCKS: WordList = WordList::of(FILE, "block");

/// Words for the places that an average is of.
pub(crate) static PLACES_OF_AVERAGE: WordList = WordList::of(FILE, "places of an average");
