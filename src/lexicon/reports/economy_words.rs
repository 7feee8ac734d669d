//! Words of an economy by which a report says whose a figure is, and what it is a part of.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/economy_words.txt");

/// First words of a bank, whose figures go on behind a semicolon.
pub(crate) static BANK_HEADS: WordList = WordList::of(FILE, "bank head");

/// What a bank lends, and what is owed to it.
pub(crate) static BANK_MEASURES: WordList = WordList::of(FILE, "bank measure");

/// Areas, groups and levels, which say nothing about what is measured there without their whole.
pub(crate) static BARE_GROUPS: WordList = WordList::of(FILE, "bare group");

/// First words of the branches of an economy.
pub(crate) static BRANCHES: WordList = WordList::of(FILE, "branch");

/// First words of the second half of a branch whose name has a semicolon.
pub(crate) static BRANCHES_BEHIND_SEMICOLON: WordList =
    WordList::of(FILE, "branch behind semicolon");

/// Words in the name of a branch behind which it goes on after a comma.
pub(crate) static BRANCHES_WITH_COMMAS: WordList = WordList::of(FILE, "branch with commas");

/// What is counted by a word that says enough alone.
pub(crate) static COMPLETE_COUNTS: WordList = WordList::of(FILE, "complete count");

/// What is counted when it is new, before "mới".
pub(crate) static NEW_THINGS: WordList = WordList::of(FILE, "new thing");

/// What the branches of an economy produce together.
pub(crate) static PRODUCTS: WordList = WordList::of(FILE, "product of branches");
