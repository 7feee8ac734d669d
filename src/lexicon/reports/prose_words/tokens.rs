//! Words that distinguish the tokens of a report: abbreviations, offices, currencies, titles.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Words that begin the name of an office, and not of a place: "Tỉnh Đoàn".
pub(crate) static OFFICES: WordList = WordList::of(FILE, "office");

/// Words before a full stop that does not end a sentence.
pub(crate) static ABBREVIATIONS: WordList = WordList::of(FILE, "abbreviation");

/// One letter with which the name of a place begins: "A Lưới", "Ý Yên".
pub(crate) static PLACE_LETTERS: WordList = WordList::of(FILE, "letter of a place");

/// What a title says behind a dash after its place.
pub(crate) static TITLES_BEHIND_DASH: WordList = WordList::of(FILE, "title behind a dash");

/// Words before what is counted, in a name: "số", "number of".
pub(crate) static NUMBER_OF: WordList = WordList::of(FILE, "number of");

/// Currencies that are written right before a number: "VND21.96 trillion".
pub(crate) static CURRENCIES: WordList = WordList::of(FILE, "currency");

/// The kinds of documents with which a title begins, in capitals.
pub(crate) static DOCUMENT_KINDS: WordList = WordList::of(FILE, "document");

/// Words before the word for targets or results in a heading: "các", "một số".
pub(crate) static OPENS_HEADING: WordList = WordList::of(FILE, "opens a heading");

/// Units of the times that periods are long: "9 tháng".
pub(crate) static UNITS_OF_PERIODS: WordList = WordList::of(FILE, "unit of a period");
