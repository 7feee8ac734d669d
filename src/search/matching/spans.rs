//! The names in which a typed word stands for several words in a row: joined, abbreviated, or by their
//! initials.

use memchr::memmem;

use super::word_match;
use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Typed;
use crate::text::word_form::WordForm;

/// The words, from the first on, that letters are when spaces are left out: how many, two at least, and
/// whether the last of them is whole.
pub(in crate::search) fn joined(
    index: &Index,
    words: &[WordId],
    letters: &str,
) -> Option<(usize, bool)> {
    let mut rest = letters;
    for (count, id) in words.iter().enumerate() {
        if rest.is_empty() {
            return (count > 1).then_some((count, true));
        }
        let word = index.vocabulary.word(*id).spelt.folded();
        match rest.strip_prefix(word) {
            Some(after) => rest = after,
            None => return (count > 0 && word.starts_with(rest)).then_some((count + 1, false)),
        }
    }
    (rest.is_empty() && words.len() > 1).then_some((words.len(), true))
}

/// Whether words begin with a phrase.
pub(in crate::search) fn is_phrase(index: &Index, words: &[WordId], phrase: &[WordForm]) -> bool {
    words.len() >= phrase.len()
        && words
            .iter()
            .zip(phrase)
            .all(|(id, word)| is_word(&index.vocabulary.word(*id).spelt, word))
}

/// Whether a word is one of a phrase: with its accents, if it has any.
fn is_word(word: &WordForm, of_phrase: &WordForm) -> bool {
    let accents = word.tone == of_phrase.tone
        && (word.marked() == of_phrase.marked() || word.folded() != of_phrase.folded());
    word_match::same(word.folded(), of_phrase.folded()) && (accents || !word.has_accents())
}

/// Whether letters, two at least, are the initials of the first words.
pub(in crate::search) fn are_initials(index: &Index, words: &[WordId], letters: &str) -> bool {
    let count = letters.chars().count();
    count > 1
        && words.len() >= count
        && letters
            .chars()
            .zip(words)
            .all(|(letter, id)| index.vocabulary.word(*id).initial == letter)
}

/// The names that have one of the typed word's phrases.
pub(in crate::search) fn with_phrase(index: &Index, typed: &Typed) -> Vec<NameId> {
    let mut names = Vec::new();
    for phrase in &typed.phrases {
        let spelt = |word: &WordForm| {
            index.vocabulary.spelt(|folded| word_match::same(folded, word.folded()))
        };
        let rarest = phrase.iter().map(spelt).min_by_key(|ids| many(index, ids));
        let has = |name: &NameId| anywhere(index, *name, |words| is_phrase(index, words, phrase));
        names.extend(having_any(index, &rarest.unwrap_or_default()).filter(has));
    }
    names
}

/// The names that have the typed word without the spaces in it.
pub(in crate::search) fn with_joined(index: &Index, typed: &Typed) -> Vec<NameId> {
    let mut names = Vec::new();
    for letters in typed.readings.iter().filter(|r| !r.doubtful).map(|r| r.spelt.folded()) {
        let first = index
            .vocabulary
            .spelt(|folded| folded.len() < letters.len() && letters.starts_with(folded));
        let mut begins = vec![false; index.vocabulary.words().len()];
        first.iter().for_each(|word| begins[*word as usize] = true);
        let has = |name: &NameId| {
            anywhere(index, *name, |words| {
                begins[words[0] as usize] && joined(index, words, letters).is_some()
            })
        };
        names.extend(having_any(index, &first).filter(has));
    }
    names
}

/// The names with words in a row that begin with these letters.
pub(in crate::search) fn with_initials(index: &Index, letters: &str) -> Vec<NameId> {
    if letters.chars().count() < 2 {
        return Vec::new();
    }
    if !letters.is_ascii() {
        let has =
            |name: &NameId| anywhere(index, *name, |words| are_initials(index, words, letters));
        return index.names().filter(has).collect();
    }
    let mut names: Vec<NameId> = Vec::new();
    let mut name = 0;
    let all = index.initials();
    let finder = memmem::Finder::new(letters);
    let mut from = 0;
    while let Some(found) = finder.find(&all[from..]) {
        let at = from + found;
        while index.range(name).end <= at {
            name += 1;
        }
        let end = index.range(name).end;
        if at + letters.len() <= end {
            names.push(name);
            from = end;
        } else {
            // It runs over into the next name.
            from = at + 1;
        }
    }
    names
}

fn having_any<'a>(index: &'a Index, words: &'a [WordId]) -> impl Iterator<Item = NameId> + 'a {
    words.iter().flat_map(|word| index.having(*word))
}

fn many(index: &Index, words: &[WordId]) -> usize {
    words.iter().map(|word| index.count(*word)).sum()
}

/// Whether it holds from some word of a name on.
fn anywhere(index: &Index, name: NameId, holds: impl Fn(&[WordId]) -> bool) -> bool {
    let words = index.name(name);
    (0..words.len()).any(|from| holds(&words[from..]))
}
