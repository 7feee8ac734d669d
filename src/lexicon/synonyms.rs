//! Words that people say for the words that names have: "heo" for "lợn".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::abbreviations::{Phrase, phrase};
use super::numerals::is_typed;
use crate::text::word_form::WordForm;

/// Words that people say, and the words of names.
struct Synonym {
    said: Phrase,
    meanings: Vec<Phrase>,
}

/// The synonyms, by the first word that people say, folded; those of the most words first.
static ALL: LazyLock<HashMap<String, Vec<Synonym>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Synonym>> = HashMap::new();
    for (said, meaning) in pairs() {
        let (said, meaning) = (phrase(said), phrase(meaning));
        let first = said.first().map_or("", WordForm::folded).to_owned();
        let same = all.entry(first).or_default();
        match same.iter_mut().find(|one| one.said == said) {
            Some(one) => one.meanings.push(meaning),
            None => same.push(Synonym { said, meanings: vec![meaning] }),
        }
    }
    for same in all.values_mut() {
        same.sort_by_key(|one| std::cmp::Reverse(one.said.len()));
        same.iter_mut().for_each(|one| one.meanings.sort_by_key(|p| std::cmp::Reverse(p.len())));
    }
    all
});

/// Returns the lines of the file: what people say, and the words of names.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("synonyms.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = "))
}

/// Returns all phrases that people say, and those of names.
pub(super) fn phrases() -> impl Iterator<Item = &'static Phrase> {
    ALL.values().flatten().flat_map(|one| std::iter::once(&one.said).chain(&one.meanings))
}

/// Returns the longest synonym at the start of typed words: its number of words, and what names say for it. The words
/// are typed with the accents of the synonym or without any.
pub(crate) fn read(words: &[&WordForm]) -> Option<(usize, &'static [Phrase])> {
    let of_first = ALL.get(words.first()?.folded())?;
    let is_said = |one: &&Synonym| {
        let mut pairs = words.iter().zip(&one.said);
        words.len() >= one.said.len() && pairs.all(|(typed, said)| is_typed(typed, said))
    };
    let found = of_first.iter().find(is_said)?;
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
        let lines: Vec<_> =
            pairs().map(|(said, meaning)| (fold(said), said, fold(meaning))).collect();
        for pair in lines.windows(2) {
            let key =
                |(folded, _, meaning): &(String, &str, String)| format!("{folded} = {meaning}");
            let [a, b] = [key(&pair[0]), key(&pair[1])];
            assert!(a < b, "{b} goes before {a}");
        }
        let all = include_str!("synonyms.txt").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.len(), all.count());
    }
}
