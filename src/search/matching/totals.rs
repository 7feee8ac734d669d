//! The words around a name that say that it is the total: "Tổng số …", "… cả năm".

use crate::search::index::Index;
use crate::search::index::vocabulary::WordId;

/// The words before a total, and behind it, folded; the longest first.
const BEFORE: [&[&str]; 3] = [&["tong", "so"], &["tong", "cong"], &["tong"]];
const BEHIND: [&[&str]; 1] = [&["ca", "nam"]];

/// The most letters of such words.
pub(in crate::search) const MOST_LETTERS: usize = 8;

/// Whether the words of a name before and behind those that match say that it is the total, and there are no others.
pub(in crate::search) fn is_total(index: &Index, before: &[WordId], behind: &[WordId]) -> bool {
    let is = |words: &[WordId], known: &[&[&str]]| {
        words.is_empty() || known.iter().any(|known| are(index, words, known))
    };
    !(before.is_empty() && behind.is_empty()) && is(before, &BEFORE) && is(behind, &BEHIND)
}

/// Returns the index of the first matched word of a name; words before it that say that the name is the total do not
/// count.
pub(in crate::search) fn first_counted(index: &Index, name: &[WordId], first: usize) -> usize {
    let is_before = |known: &&[&str]| first == known.len() && are(index, &name[..first], known);
    if BEFORE.iter().any(is_before) { 0 } else { first }
}

/// Whether a name may be a total by its first or its last word.
pub(in crate::search) fn may_be_total(index: &Index, name: &[WordId]) -> bool {
    let is = |id: Option<&WordId>, known: Option<&&str>| {
        id.map(|id| index.vocabulary.word(*id).word_form.folded()) == known.copied()
    };
    BEFORE.iter().any(|known| is(name.first(), known.first()))
        || BEHIND.iter().any(|known| is(name.last(), known.last()))
}

fn are(index: &Index, words: &[WordId], known: &[&str]) -> bool {
    words.iter().map(|id| index.vocabulary.word(*id).word_form.folded()).eq(known.iter().copied())
}
