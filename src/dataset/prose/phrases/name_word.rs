//! What a single word can be in a name.

use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{NAME_WORDS, NameWord, Phrase};

/// Words that only say who it is about.
pub(in crate::dataset::prose) const SUBJECTS: [&str; 18] = [
    "huyện", "tỉnh", "xã", "thành", "phố", "thị", "ngành", "địa", "phương", "ta", "nước", "toàn",
    "các", "đơn", "vị", "province", "the", "its",
];

/// Whether the words that begin at an item begin the name of an indicator.
pub(in crate::dataset::prose) fn is_head(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(item) = sentence.items.get(at) else { return false };
    NAME_WORDS.longest_of(&sentence.tokens[item.from..], NameWord::Head).is_some()
}

/// Whether a range has a word that is neither a subject nor a function word.
pub(in crate::dataset::prose) fn has_content(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.clone().any(|at| match sentence.items[at].what {
        What::Word => !SUBJECTS.contains(&sentence.key(at)) && !is_stop_word(sentence.key(at)),
        What::Phrase(phrase) => {
            matches!(phrase, Phrase::Word | Phrase::Verb | Phrase::Contribute | Phrase::Opener)
        }
        _ => false,
    })
}

pub(in crate::dataset::prose) fn is_stop_word(key: &str) -> bool {
    matches!(
        key,
        "số" | "tổng"
            | "những"
            | "một"
            | "này"
            | "đó"
            | "ra"
            | "đề"
            | "i"
            | "ii"
            | "iii"
            | "iv"
            | "a"
            | "an"
            | "this"
            | "that"
            | "mức"
            | "hết"
            | "nhóm"
            | "it"
            | "which"
            | "là"
            | "năm"
            | "nay"
            | "tổng số"
    )
}
