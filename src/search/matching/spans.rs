//! Spans: consecutive words of a name that one typed word represents, because they are joined,
//! abbreviated, or given by their initials.

use std::cell::OnceCell;
use std::ops::Range;

use memchr::memmem;

use super::word_match;
use crate::lexicon::joint_words;
use crate::lexicon::joint_words::Neighbours;
use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Typed;
use crate::text::word_form::WordForm;

/// Matches letters with the first words of `words` without the spaces between them. Returns how
/// many words they span, at least two, and whether the last one is whole.
pub(crate) fn joined(index: &Index, words: &[WordId], letters: &str) -> Option<(usize, bool)> {
    let mut rest = letters;
    for (count, id) in words.iter().enumerate() {
        if rest.is_empty() {
            return (count > 1).then_some((count, true));
        }
        let word = index.vocabulary.word(*id).word_form.folded();
        match rest.strip_prefix(word) {
            Some(after) => rest = after,
            None => return (count > 0 && word.starts_with(rest)).then_some((count + 1, false)),
        }
    }
    (rest.is_empty() && words.len() > 1).then_some((words.len(), true))
}

/// A phrase that is looked for in names.
pub(crate) struct Sought<'p> {
    words: &'p [WordForm],
    /// The neighbours with which a phrase of one word means something else: looked up where it is found.
    neighbours: OnceCell<Option<&'static Neighbours>>,
}

impl<'p> Sought<'p> {
    pub(crate) fn of(words: &'p [WordForm]) -> Self {
        Self { words, neighbours: OnceCell::new() }
    }

    /// Whether a name has the phrase at the start of a range, with its accents; or without any in a
    /// name that is written without accents: neither "Thu viện trợ" nor "Thu vien phí" is a "thư
    /// viện", and "Bia lon" has no "lợn".
    pub(crate) fn is_at(&self, index: &Index, name: &[WordId], at: Range<usize>) -> bool {
        let form = |id: &WordId| &index.vocabulary.word(*id).word_form;
        let pairs = || name[at.clone()].iter().map(form).zip(self.words);
        let is_joint = |neighbours: &Neighbours| {
            let before = at.start.checked_sub(1).and_then(|before| name.get(before));
            neighbours.has(before.map(form), name.get(at.start + 1).map(form))
        };
        at.len() >= self.words.len()
            && pairs().all(|(word, sought)| word_match::same(word.folded(), sought.folded()))
            && (pairs().all(|(word, sought)| has_accents_of(word, sought))
                || is_written_plainly(index, name))
            && !self.neighbours().is_some_and(is_joint)
    }

    fn neighbours(&self) -> Option<&'static Neighbours> {
        *self.neighbours.get_or_init(|| match self.words {
            [word] => joint_words::neighbours(word),
            _ => None,
        })
    }
}

/// Whether a name has no accents because it is written so: it is long, or others have none either.
fn is_written_plainly(index: &Index, name: &[WordId]) -> bool {
    (name.len() >= LONG || !index.vocabulary.is_accented())
        && !name.iter().any(|id| index.vocabulary.word(*id).word_form.has_accents())
}

/// The words of a name that would hardly be without any accent.
const LONG: usize = 4;

/// Whether a word has the accents of a word of a phrase.
fn has_accents_of(word: &WordForm, of_phrase: &WordForm) -> bool {
    word.tone == of_phrase.tone
        && (word.marked() == of_phrase.marked() || word.folded() != of_phrase.folded())
}

/// Whether `letters`, at least two, are the initials of the first words.
pub(crate) fn are_initials(index: &Index, words: &[WordId], letters: &str) -> bool {
    let count = letters.chars().count();
    count > 1
        && words.len() >= count
        && letters
            .chars()
            .zip(words)
            .all(|(letter, id)| index.vocabulary.word(*id).initial == letter)
}

/// Returns the names that contain one of the typed word's phrases.
pub(crate) fn with_phrase(index: &Index, typed: &Typed) -> Vec<NameId> {
    let mut names = Vec::new();
    for phrase in &typed.phrases {
        let sought = Sought::of(phrase);
        let words_of = |word: &WordForm| {
            index.vocabulary.words_like(|folded| word_match::same(folded, word.folded()))
        };
        let first = phrase.first().map(words_of).unwrap_or_default();
        let rest = phrase.iter().skip(1).map(words_of);
        let all = std::iter::once(first.clone()).chain(rest);
        let rarest = all.min_by_key(|ids| index.count(ids.iter().copied()));
        index.names_with(&rarest.unwrap_or_default(), |name| {
            let words = index.name(name);
            let is_here = |at: usize| {
                first.contains(&words[at]) && sought.is_at(index, words, at..words.len())
            };
            if (0..words.len()).any(is_here) {
                names.push(name);
            }
        });
    }
    names
}

/// Returns the names that contain the typed word as several words without the spaces between them.
pub(crate) fn with_joined(index: &Index, typed: &Typed) -> Vec<NameId> {
    let mut names = Vec::new();
    for letters in typed.readings.iter().filter(|r| !r.doubtful).map(|r| r.word_form.folded()) {
        let first = index
            .vocabulary
            .words_like(|folded| folded.len() < letters.len() && letters.starts_with(folded));
        let mut begins = vec![false; index.vocabulary.words().len()];
        first.iter().for_each(|word| begins[*word as usize] = true);
        let is_joined =
            |words: &[WordId]| begins[words[0] as usize] && joined(index, words, letters).is_some();
        index.names_with(&first, |name| {
            if anywhere(index, name, is_joined) {
                names.push(name);
            }
        });
    }
    names
}

/// Returns the names with consecutive words whose initials are these letters.
pub(crate) fn with_initials(index: &Index, letters: &str) -> Vec<NameId> {
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
            // The match crosses into the next name.
            from = at + 1;
        }
    }
    names
}

/// Whether the words of a name satisfy `holds` from some word on.
fn anywhere(index: &Index, name: NameId, holds: impl Fn(&[WordId]) -> bool) -> bool {
    let words = index.name(name);
    (0..words.len()).any(|from| holds(&words[from..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Collection, Dataset};

    #[test]
    fn initials_are_those_of_at_least_two_words() {
        let index = Index::new(&Collection::new([Dataset::of_names("x", ["Tỷ lệ hộ nghèo"])]));
        let are = |letters: &str| are_initials(&index, index.name(0), letters);
        assert!(are("tl") && are("tlhn") && !are("t") && !are("tlhnx") && !are("lh"));
    }
}
