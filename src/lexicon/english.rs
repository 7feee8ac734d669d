//! A dictionary of English phrases for common indicators, with the Vietnamese phrases that names
//! have for them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::abbreviations::{Phrase, phrase};

/// The meaning of an English phrase.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    /// Its translations, the longest first; none for words like "of".
    pub(crate) phrases: Vec<Phrase>,
    /// Whether it is a filler word.
    pub(crate) filler: bool,
}

/// Meanings by English phrase, each word in the singular.
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

/// The number of words of the longest phrase.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| ALL.keys().map(|words| words.split(' ').count()).max().unwrap_or(0));

/// Returns the longest English phrase at the start of folded words: its number of words and its
/// meaning.
pub(crate) fn read(words: &[&str]) -> Option<(usize, &'static Meaning)> {
    let words: Vec<_> = words.iter().take(*LONGEST).map(|word| singular(word)).collect();
    let begins = |count: usize| Some((count, ALL.get(&words[..count].join(" "))?));
    (1..=words.len()).rev().find_map(begins)
}

/// Returns a word in the singular.
fn singular(word: &str) -> Cow<'_, str> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
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
    fn finds_the_longest_phrase_in_singular_or_plural() {
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
    fn lines_are_unique() {
        let mut lines: Vec<_> = include_str!("english.txt").lines().collect();
        let all = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), all);
    }

    #[test]
    fn plurals_in_ies_have_a_singular_in_y_or_ie() {
        for (plural, one) in
            [("cities", "city"), ("skies", "sky"), ("ties", "tie"), ("boxes", "box")]
        {
            assert_eq!(singular(plural), one);
        }
    }
}
