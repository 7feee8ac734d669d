//! Typos in words that were typed without the spaces between them: "tylehonghoe".

use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Typed;

/// Returns how many typos words of so many letters may have.
fn typos_allowed(letters: usize) -> usize {
    match letters {
        0..8 => 0,
        8..14 => 1,
        _ => 2,
    }
}

/// The most names that are compared for each end: a search among more must not wait for it.
const MOST_NAMES: usize = 20_000;

/// Returns how many letters at one end are certainly typed right: where typos split the letters,
/// one of the parts at the ends usually has none.
fn sure_letters(letters: usize) -> usize {
    letters / (typos_allowed(letters) + 1)
}

/// Matches a typed word with the first words of `words` without the spaces between them, with a
/// typo or two. Returns how many words they span, at least two.
pub(super) fn joined_with_typos(index: &Index, words: &[WordId], letters: &str) -> Option<usize> {
    let (most, sure) = (typos_allowed(letters.len()), sure_letters(letters.len()));
    if most == 0 || !letters.is_ascii() {
        return None;
    }
    let (start, end) = (&letters[..sure], &letters[letters.len() - sure..]);
    let mut joined = String::with_capacity(letters.len() + most);
    let mut best: Option<(usize, usize)> = None;
    for (count, id) in (1..).zip(words) {
        joined.push_str(index.vocabulary.word(*id).word_form.folded());
        if joined.len() > letters.len() + most {
            break;
        }
        let is_long_enough = count > 1 && joined.len() + most >= letters.len();
        if is_long_enough && (joined.starts_with(start) || joined.ends_with(end)) {
            let typos = strsim::osa_distance(&joined, letters);
            best = best.into_iter().chain((typos <= most).then_some((typos, count))).min();
        }
    }
    best.map(|(_, count)| count)
}

/// Returns the names that contain the typed word as several words without the spaces between them, with typos.
pub(crate) fn with_joined_typos(index: &Index, typed: &Typed) -> Vec<NameId> {
    let letters = typed.as_typed().folded();
    if typos_allowed(letters.len()) == 0 || !letters.is_ascii() {
        return Vec::new();
    }
    let sure = sure_letters(letters.len());
    let (start, end) = (&letters[..sure], &letters[letters.len() - sure..]);
    let mut names = Vec::new();
    let is_here = |words: &[WordId]| joined_with_typos(index, words, letters).is_some();
    let mut add = |at_start: bool| {
        let is_end = |word: &str| {
            !word.is_empty()
                && if at_start { letters.starts_with(word) } else { letters.ends_with(word) }
        };
        let ids = index.vocabulary.words_like(is_end);
        if index.count(ids.iter().copied()) > MOST_NAMES {
            return;
        }
        index.names_with(&ids, |name| {
            let words = index.name(name);
            let is_joined = |at: usize| {
                if at_start {
                    begins_with(index, &words[at..], start) && is_here(&words[at..])
                } else {
                    ends_with(index, &words[..=at], end)
                        && (0..at).any(|from| is_here(&words[from..=at]))
                }
            };
            names.extend((0..words.len()).any(is_joined).then_some(name));
        });
    };
    add(true);
    add(false);
    names
}

/// Whether words without the spaces between them begin with these letters.
fn begins_with(index: &Index, words: &[WordId], letters: &str) -> bool {
    let mut rest = letters;
    for id in words {
        let word = index.vocabulary.word(*id).word_form.folded();
        match rest.strip_prefix(word) {
            Some(after) => rest = after,
            None => return word.starts_with(rest),
        }
    }
    rest.is_empty()
}

/// Whether words without the spaces between them end with these letters.
fn ends_with(index: &Index, words: &[WordId], letters: &str) -> bool {
    let mut rest = letters;
    for id in words.iter().rev() {
        let word = index.vocabulary.word(*id).word_form.folded();
        match rest.strip_suffix(word) {
            Some(before) => rest = before,
            None => return word.ends_with(rest),
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Collection, Dataset};

    #[test]
    fn joined_words_may_have_a_typo_and_long_ones_two() {
        let index = Index::new(&Collection::new([Dataset::of_names("x", ["Sản lượng cua biển"])]));
        let count = |letters: &str| joined_with_typos(&index, index.name(0), letters);
        assert_eq!(count("sanluogn"), Some(2));
        assert_eq!(count("sanluongcb"), None);
        assert_eq!(count("sanluongcuabein"), Some(4));
        assert_eq!(count("sanluogncuabein"), Some(4));
        // One end must be right.
        assert_eq!(count("snaluongcuabein"), None);
        assert_eq!(count("sanluon"), None);
    }
}
