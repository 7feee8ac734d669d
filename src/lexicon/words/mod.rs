//! The word lists, as data in the `.txt` files of this folder, and how words and phrases of a list are found in a text.

pub(crate) mod by_first_word;
pub(crate) mod look_alikes;
pub(crate) mod name_spelling;
pub(crate) mod numerals;
pub(crate) mod phrase;
pub(crate) mod phrase_set;
pub(crate) mod word_list;
