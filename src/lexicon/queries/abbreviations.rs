//! Abbreviations that offices and users write for phrases.

use std::sync::LazyLock;

use crate::lexicon::words::phrase::{Phrase, phrase};
use crate::text::fold::fold;
use crate::text::word_form::WordForm;

/// An abbreviation, folded, of a phrase.
#[derive(Debug)]
pub(crate) struct Abbreviation {
    pub(crate) short: String,
    pub(crate) phrase: Phrase,
}

/// Returns the lines of the file: abbreviations and their phrases.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines =
        include_str!("../words/abbreviations.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' '))
}

/// Returns the phrases as written.
pub(crate) fn texts() -> impl Iterator<Item = &'static str> {
    lines().map(|(_, phrase)| phrase)
}

static ALL: LazyLock<Vec<Abbreviation>> = LazyLock::new(|| {
    let read = |(short, text)| Abbreviation { short: fold(short), phrase: phrase(text) };
    let mut all: Vec<_> = lines().map(read).collect();
    // The longest phrase of an abbreviation is the most certain.
    all.sort_by_key(|one| std::cmp::Reverse(one.phrase.len()));
    all
});

/// Returns all abbreviations, those of the longest phrases first.
pub(crate) fn all() -> &'static [Abbreviation] {
    &ALL
}

/// Returns the phrases of an abbreviation, the longest first.
pub(crate) fn phrases(short: &str) -> Vec<&'static [WordForm]> {
    let matching = all().iter().filter(|one| one.short == short);
    matching.map(|one| one.phrase.as_slice()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_may_have_several_phrases() {
        let text =
            |phrase: &[WordForm]| phrase.iter().map(WordForm::folded).collect::<Vec<_>>().join(" ");
        let words: Vec<_> = phrases("khcn").into_iter().map(text).collect();
        assert_eq!(words, ["khoa hoc va cong nghe", "khoa hoc cong nghe"]);
    }

    #[test]
    fn lines_are_unique_and_have_a_phrase() {
        let lines: Vec<_> = include_str!("../words/abbreviations.txt").lines().collect();
        let read = lines.iter().filter(|line| !line.starts_with('#')).count();
        assert_eq!(all().len(), read);
        let mut known: Vec<_> =
            include_str!("../words/abbreviations.txt").lines().map(fold).collect();
        known.sort();
        assert!(known.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
