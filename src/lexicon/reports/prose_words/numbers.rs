//! Words by which a number of a report is a figure, a date or a part of a name.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Names of months with a full stop behind them: "Nov. 6".
pub(crate) static SHORT_MONTHS: WordList = WordList::of(FILE, "short month");

/// Words before the lowest and the highest value of a range: "ranging from 3% to 5%".
pub(crate) static RANGING: WordList = WordList::of(FILE, "ranging");

/// First words of groups of people and of areas, which limit what a figure is about: "khu vực".
pub(crate) static GROUPS: WordList = WordList::of(FILE, "group");

/// Words of kinds of places, which name none by themselves: "huyện, thị xã".
pub(crate) static PLACE_SYLLABLES: WordList = WordList::of(FILE, "kind of place");

/// Words that name among whom something is ranked: "cả nước".
pub(crate) static RANKED_AMONG: WordList = WordList::of(FILE, "ranked among");

/// Words before "thứ hai" that make it a position in a ranking: "lớn thứ hai".
pub(crate) static COMPARED: WordList = WordList::of(FILE, "compared");

/// Those who vote, are present or are elected: "đại biểu".
pub(crate) static VOTERS: WordList = WordList::of(FILE, "voter");

/// What they do: "tán thành".
pub(crate) static VOTES: WordList = WordList::of(FILE, "vote");

/// First words of what a rate is of one or a thousand of: "trên 1.000 dân", "per 1,000 births".
pub(crate) static BASES_OF_RATES: WordList = WordList::of(FILE, "base of a rate");

/// Words for damage, which is classed by how much of a thing is lost: "thiệt hại trên 70%".
pub(crate) static DAMAGES: WordList = WordList::of(FILE, "damage");

/// Words before the bound of a class of damage: "trên 70%".
pub(crate) static BOUNDS_OF_CLASSES: WordList = WordList::of(FILE, "bound of a class");

/// Units of times that are measured: "24 giờ".
pub(crate) static MEASURED_TIMES: WordList = WordList::of(FILE, "measured time");

/// Words behind a time that is measured, which is no time of something else then: "24 giờ so với".
pub(crate) static BEHIND_MEASURED_TIME: WordList = WordList::of(FILE, "behind a measured time");

/// English words between a number and a noun that make it no adjective and noun: "12 of the districts".
pub(crate) static NO_ENGLISH_ADJECTIVE: WordList = WordList::of(FILE, "no English adjective");
