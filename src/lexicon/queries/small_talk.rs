//! Small talk: queries such as "bạn khỏe không" or "thank you", which are not names of indicators.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::fold::fold;

/// The words of small talk, folded.
#[derive(Debug, Default)]
struct Phrases {
    /// Whole phrases, by their first word.
    by_first: HashMap<String, Vec<Vec<String>>>,
    /// Words that may accompany a phrase.
    accompanying: HashSet<String>,
    /// All words of both, of Vietnamese and of English: a query has those of one language.
    words: [HashSet<String>; 2],
}

static ALL: LazyLock<Phrases> = LazyLock::new(|| {
    let mut all = Phrases::default();
    let mut language = 0;
    for line in include_str!("../words/small_talk.txt").lines() {
        if line.starts_with('#') {
            language = usize::from(line == "# English");
            continue;
        }
        let line = fold(line);
        if let Some(word) = line.strip_prefix('!') {
            all.accompanying.insert(word.to_owned());
            all.words.iter_mut().for_each(|words| {
                words.insert(word.to_owned());
            });
            continue;
        }
        let phrase: Vec<String> = line.split(' ').map(str::to_owned).collect();
        all.words[language].extend(phrase.iter().cloned());
        all.by_first.entry(phrase[0].clone()).or_default().push(phrase);
    }
    all
});

/// How much of a query is small talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SmallTalk {
    /// Some words of it are of no small talk.
    None,
    /// All words are of small talk, but they are not its phrases.
    Words,
    /// It is made of phrases of small talk and words that may accompany them.
    Phrases,
}

impl SmallTalk {
    /// Reads the folded words of a query.
    pub(crate) fn of(words: &[&str]) -> Self {
        let are_of = |known: &HashSet<String>| words.iter().all(|word| known.contains(*word));
        if words.is_empty() {
            Self::None
        } else if is_made_of_phrases(words) {
            Self::Phrases
        } else if ALL.words.iter().any(are_of) {
            Self::Words
        } else {
            Self::None
        }
    }
}

/// Whether the words are phrases of small talk and words that may accompany them, with at least one
/// phrase.
fn is_made_of_phrases(words: &[&str]) -> bool {
    let mut covered = vec![false; words.len()];
    for at in 0..words.len() {
        let rest = &words[at..];
        for phrase in ALL.by_first.get(words[at]).into_iter().flatten() {
            if rest.len() >= phrase.len() && phrase.iter().zip(rest).all(|(a, b)| a == b) {
                covered[at..at + phrase.len()].fill(true);
            }
        }
    }
    let is_accompanying =
        |(word, covered): (&&str, &bool)| *covered || ALL.accompanying.contains(*word);
    covered.contains(&true) && words.iter().zip(&covered).all(is_accompanying)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_unique() {
        let lines =
            include_str!("../words/small_talk.txt").lines().filter(|line| !line.starts_with('#'));
        let mut known = HashSet::new();
        for line in lines {
            assert!(known.insert(fold(line)), "{line}");
        }
    }
}
