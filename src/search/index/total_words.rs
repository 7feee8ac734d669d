//! The words of the vocabulary that the name of a total may begin or end with: each name is asked for them.

use super::vocabulary::{Vocabulary, WordId};
use crate::lexicon::phrase::{Phrase, is_typed};
use crate::lexicon::query_words::{before_total, behind_total};
use crate::text::word_form::WordForm;

/// The words that the name of a total may begin or end with.
#[derive(Debug)]
pub(crate) struct TotalWords {
    first: Vec<WordId>,
    last: Vec<WordId>,
}

impl TotalWords {
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let ids = |known: Vec<&WordForm>| {
            let words = (0..).zip(vocabulary.words());
            let is_known = |form: &WordForm| known.iter().any(|known| is_typed(form, known));
            words.filter(|(_, word)| is_known(&word.word_form)).map(|(id, _)| id).collect()
        };
        Self {
            first: ids(distinct(before_total(), |phrase| phrase.first())),
            last: ids(distinct(behind_total(), |phrase| phrase.last())),
        }
    }

    /// Whether a name begins with such a word.
    pub(crate) fn may_begin(&self, name: &[WordId]) -> bool {
        name.first().is_some_and(|id| self.first.contains(id))
    }

    /// Whether a name ends with such a word.
    pub(crate) fn may_end(&self, name: &[WordId]) -> bool {
        name.last().is_some_and(|id| self.last.contains(id))
    }
}

/// Returns a word of each phrase, each only once.
fn distinct(
    phrases: &'static [Phrase],
    word: impl Fn(&'static Phrase) -> Option<&'static WordForm>,
) -> Vec<&'static WordForm> {
    let mut all: Vec<&WordForm> = Vec::new();
    for word in phrases.iter().filter_map(word) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}
