//! Words by which what looks like the name of an indicator is a clause: "GCSE results improved".

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/clause_words.txt");

/// Words with which a clause says who did something.
pub(crate) static CLAUSE_ACTORS: WordList = WordList::of(FILE, "who begins a clause");

/// Words that say what happened.
pub(crate) static HAPPENED: WordList = WordList::of(FILE, "says what happened");

/// Words for a plan that somebody gave.
pub(crate) static GIVEN_PLAN: WordList = WordList::of(FILE, "given plan");
