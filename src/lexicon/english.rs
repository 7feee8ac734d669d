//! English words for the common indicators: each is read as the phrases that Vietnamese names have for it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::abbreviations::{Phrase, phrase};

/// What an English phrase means.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    /// Its translations, the longest first; none for words like "of".
    pub(crate) phrases: Vec<Phrase>,
    /// Said in passing.
    pub(crate) filler: bool,
}

/// By the words of the English phrase, each in the singular.
static ALL: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let mut all: HashMap<String, Meaning> = HashMap::new();
    let lines = include_str!("english.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let (filler, line) = line.strip_prefix("! ").map_or((false, line), |line| (true, line));
        let (english, vietnamese) = line.split_once(" = ").unwrap_or((line, ""));
        let words: Vec<_> = english.split(' ').map(singular).collect();
        let meaning = all.entry(words.join(" ")).or_default();
        meaning.filler = filler;
        if !vietnamese.is_empty() {
            meaning.phrases.push(phrase(vietnamese));
        }
    }
    all.values_mut().for_each(|one| one.phrases.sort_by_key(|p| std::cmp::Reverse(p.len())));
    all
});

/// How many words the longest phrase has.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| ALL.keys().map(|words| words.split(' ').count()).max().unwrap_or(0));

/// The longest English phrase with which folded words begin: how many words it has, and what it means.
pub(crate) fn read(words: &[&str]) -> Option<(usize, &'static Meaning)> {
    let words: Vec<_> = words.iter().take(*LONGEST).map(|word| singular(word)).collect();
    let begins = |count: usize| Some((count, ALL.get(&words[..count].join(" "))?));
    (1..=words.len()).rev().find_map(begins)
}

/// A word without the ending of the plural, if it has one.
fn singular(word: &str) -> Cow<'_, str> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y").into();
    }
    let hissing = ["ches", "shes", "sses", "xes"];
    if word.len() > 4 && hissing.iter().any(|ending| word.ends_with(ending)) {
        return word[..word.len() - 2].into();
    }
    match word.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with(['s', 'u', 'i']) => one.into(),
        _ => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_read_in_the_singular_or_the_plural() {
        let found = |query: &str| {
            let words: Vec<&str> = query.split(' ').collect();
            let (count, meaning) = read(&words)?;
            let words = meaning.phrases.first()?.iter().map(|word| word.folded());
            Some((count, words.collect::<Vec<_>>().join(" ")))
        };
        assert_eq!(found("poverty rate in"), Some((2, "ty le ho ngheo".to_owned())));
        assert_eq!(found("hospital beds"), Some((2, "tong so giuong benh".to_owned())));
        assert_eq!(found("hospitals"), Some((1, "so benh vien".to_owned())));
        assert_eq!(found("universities"), Some((1, "truong dai hoc".to_owned())));
        assert_eq!(found("xuat khau"), None);
    }

    #[test]
    fn no_line_is_there_twice() {
        let mut lines: Vec<_> = include_str!("english.txt").lines().collect();
        let all = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), all);
    }
}
