//! The word lists, as data in the `.txt` files of this folder, and how words and phrases of a list are found in a text.

pub(in crate::lexicon) mod by_first_word;
pub(in crate::lexicon) mod look_alikes;
pub(in crate::lexicon) mod name_spelling;
pub(crate) mod numerals;
pub(crate) mod phrase;
pub(in crate::lexicon) mod phrase_set;
pub(crate) mod word_list;
