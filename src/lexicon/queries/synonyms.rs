//! Words that people say for the words that names have: "heo" for "lợn".

use std::cmp::Reverse;
use std::sync::LazyLock;

use crate::lexicon::words::by_first_word::ByFirstWord;
use crate::lexicon::words::phrase::{Phrase, phrase, starts_with};
use crate::text::word_form::WordForm;

/// Words that people say, and the words of names.
struct Synonym {
    said: Phrase,
    meanings: Vec<Phrase>,
}

/// The synonyms, those of the most words first.
static ALL: LazyLock<ByFirstWord<Synonym>> = LazyLock::new(|| ByFirstWord::of(lines(), synonyms));

/// Returns the synonyms in some lines of the file, those of the most words first.
fn synonyms(lines: &[&'static str]) -> Vec<Synonym> {
    let mut all: Vec<Synonym> = Vec::new();
    for (said, meaning) in lines.iter().filter_map(|line| pair(line)) {
        let (said, meaning) = (phrase(said), phrase(meaning));
        match all.iter_mut().find(|one| one.said == said) {
            Some(one) => one.meanings.push(meaning),
            None => all.push(Synonym { said, meanings: vec![meaning] }),
        }
    }
    all.sort_by_key(|one| Reverse(one.said.len()));
    all.iter_mut().for_each(|one| one.meanings.sort_by_key(|phrase| Reverse(phrase.len())));
    all
}

/// Returns the lines of the file.
fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../words/synonyms.txt").lines().filter(|line| !line.starts_with('#'))
}

/// Splits a line: what people say, and the words of names.
fn pair(line: &'static str) -> Option<(&'static str, &'static str)> {
    line.split_once(" = ")
}

/// Returns all phrases that people say, and those of names, as written.
pub(crate) fn texts() -> impl Iterator<Item = &'static str> {
    lines().filter_map(pair).flat_map(|(said, meaning)| [said, meaning])
}

/// Returns the longest synonym at the start of typed words: its number of words, and what names say for it. The words
/// are typed with the accents of the synonym or without any.
pub(crate) fn read(words: &[&WordForm]) -> Option<(usize, &'static [Phrase])> {
    let of_first = ALL.get(words.first()?.folded());
    let found = of_first.iter().find(|one| starts_with(words, &one.said))?;
    // Such a line says that the words mean nothing else.
    let is_other = found.meanings.iter().any(|meaning| *meaning != found.said);
    is_other.then_some((found.said.len(), found.meanings.as_slice()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn reads_the_longest_synonym_with_its_accents_or_without() {
        let found = |text: &str| {
            let words = phrase(text);
            let (count, meanings) = read(&words.iter().collect::<Vec<_>>())?;
            let words = meanings.first()?.iter().map(WordForm::folded);
            Some((count, words.collect::<Vec<_>>().join(" ")))
        };
        assert_eq!(found("đậu nành vụ xuân"), Some((2, "dau tuong".to_owned())));
        assert_eq!(found("bap lai"), Some((1, "ngo".to_owned())));
        for other in ["bắp cải", "bap cai", "mẹ và bé", "đậu xanh", "lợn"] {
            assert_eq!(found(other), None, "{other}");
        }
    }

    #[test]
    fn lines_are_unique_and_in_order() {
        let lines: Vec<_> = lines()
            .filter_map(pair)
            .map(|(said, meaning)| (fold(said), said, fold(meaning)))
            .collect();
        for pair in lines.windows(2) {
            let key =
                |(folded, _, meaning): &(String, &str, String)| format!("{folded} = {meaning}");
            let [a, b] = [key(&pair[0]), key(&pair[1])];
            assert!(a < b, "{b} goes before {a}");
        }
        let all =
            include_str!("../words/synonyms.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.len(), all.count());
    }
}
