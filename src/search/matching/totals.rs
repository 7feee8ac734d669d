//! The words around a name that say that it is the total: "Tổng số …", "… cả năm".

use crate::lexicon::phrase::is_typed;
use crate::lexicon::query_words::{before_rank, before_total, behind_total};
use crate::search::index::Index;
use crate::search::index::vocabulary::WordId;
use crate::text::word_form::WordForm;

/// How a name is the total of what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    /// It is the query, and words that say that it is the total.
    Whole,
    /// It begins with words that say so and the query: "Tổng dư nợ tín dụng" for "dư nợ".
    Begun,
    /// Nothing says so.
    Not,
}

/// The most letters of such words around the whole query. Names that have more of them would have to be looked at for
/// each query, however many there are.
pub(crate) const MOST_LETTERS: usize = 14;

/// Returns how the words of a name before and behind those that match say that it is the total.
pub(crate) fn total_of(index: &Index, before: &[WordId], behind: &[WordId]) -> Total {
    let is = |words: &[WordId], known: &[Vec<WordForm>]| {
        words.is_empty() || known.iter().any(|known| are(index, words, known))
    };
    let letters = || {
        let words = before.iter().chain(behind);
        words.map(|id| index.vocabulary.word(*id).word_form.length()).sum::<usize>()
    };
    let is_more = !(before.is_empty() && behind.is_empty());
    let is_begun = || is(before, before_total());
    match () {
        () if is_more && is_begun() && is(behind, behind_total()) && letters() <= MOST_LETTERS => {
            Total::Whole
        }
        () if !before.is_empty() && is_begun() => Total::Begun,
        () => Total::Not,
    }
}

/// Returns the index of the first matched word of a name; words before it that say that the name is the total do not
/// count.
pub(crate) fn first_counted(index: &Index, name: &[WordId], first: usize) -> usize {
    let is_before =
        |known: &Vec<WordForm>| first == known.len() && are(index, &name[..first], known);
    if !index.total_words().may_begin(name) {
        return first;
    }
    if before_total().iter().any(is_before) { 0 } else { first }
}

/// Whether words of a name say that what follows them is ranked: "Xếp hạng …".
pub(crate) fn are_before_rank(index: &Index, words: &[WordId]) -> bool {
    !words.is_empty() && before_rank().iter().any(|known| are(index, words, known))
}

/// Whether a name may be a total by its first or its last word.
pub(crate) fn may_be_total(index: &Index, name: &[WordId]) -> bool {
    let words = index.total_words();
    words.may_begin(name) || words.may_end(name)
}

fn are(index: &Index, words: &[WordId], known: &[WordForm]) -> bool {
    words.len() == known.len()
        && words.iter().zip(known).all(|(id, word)| is_word(index, *id, word))
}

/// Whether a word of a name is a known one; it may be written without accents.
fn is_word(index: &Index, id: WordId, known: &WordForm) -> bool {
    is_typed(&index.vocabulary.word(id).word_form, known)
}
