//! What a word or a comma can be in a name.

use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{NAME_WORDS, NameWord, Phrase};
use crate::lexicon::prose_words::{FUNCTION_WORDS, SUBJECTS};

/// Whether the words that begin at an item begin the name of an indicator.
pub(crate) fn is_head(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(item) = sentence.items.get(at) else { return false };
    NAME_WORDS.longest_of(&sentence.tokens[item.from..], NameWord::Head).is_some()
}

/// Whether a range has a word that is neither a subject nor a function word.
pub(crate) fn has_content(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.clone().any(|at| match sentence.items[at].what {
        What::Word => {
            !SUBJECTS.contains(sentence.key(at)) && !FUNCTION_WORDS.contains(sentence.key(at))
        }
        What::Phrase(phrase) => {
            matches!(phrase, Phrase::Word | Phrase::Verb | Phrase::Contribute | Phrase::Opener)
        }
        _ => false,
    })
}

/// The commas of words that are in no brackets and quotation marks.
pub(super) fn outer_commas(sentence: &Sentence<'_>, words: Range<usize>) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for at in words {
        match sentence.key(at) {
            "(" | "“" => depth += 1,
            ")" | "”" => depth = depth.saturating_sub(1),
            "," if depth == 0 && sentence.is_mark(at, ",") => found.push(at),
            _ => {}
        }
    }
    found
}
