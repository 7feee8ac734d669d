//! Small talk: queries such as "bạn khỏe không" or "thank you", which are not names of indicators.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::search::Tier;
use crate::text::fold::fold;

/// The words of small talk, folded.
#[derive(Debug, Default)]
struct Talk {
    /// Whole phrases, by their first word.
    phrases: HashMap<String, Vec<Vec<String>>>,
    /// Words that may accompany a phrase.
    accompanying: HashSet<String>,
    /// All words of both.
    words: HashSet<String>,
}

static TALK: LazyLock<Talk> = LazyLock::new(|| {
    let mut talk = Talk::default();
    for line in include_str!("small_talk.txt").lines().filter(|line| !line.starts_with('#')) {
        let line = fold(line);
        if let Some(word) = line.strip_prefix('!') {
            talk.accompanying.insert(word.to_owned());
            talk.words.insert(word.to_owned());
            continue;
        }
        let phrase: Vec<String> = line.split(' ').map(str::to_owned).collect();
        talk.words.extend(phrase.iter().cloned());
        talk.phrases.entry(phrase[0].clone()).or_default().push(phrase);
    }
    talk
});

/// Returns the worst tier that a query of these folded words may have: small talk has no similar
/// names, and a whole phrase matches only names that contain it as a sequence.
pub(in crate::search) fn worst_tier(words: &[&str]) -> Tier {
    if words.is_empty() || !words.iter().all(|word| TALK.words.contains(*word)) {
        return Tier::Partial;
    }
    match words {
        // The word may be the prefix of something else.
        [word] if !is_made_of_phrases(words) || word.len() < 3 => Tier::Id,
        _ if is_made_of_phrases(words) => Tier::Together,
        _ => Tier::Respaced,
    }
}

/// Whether the words are phrases of small talk and words that may accompany them, with at least one
/// phrase.
fn is_made_of_phrases(words: &[&str]) -> bool {
    let mut covered = vec![false; words.len()];
    for at in 0..words.len() {
        let rest = &words[at..];
        for phrase in TALK.phrases.get(words[at]).into_iter().flatten() {
            if rest.len() >= phrase.len() && phrase.iter().zip(rest).all(|(a, b)| a == b) {
                covered[at..at + phrase.len()].fill(true);
            }
        }
    }
    let is_accompanying =
        |(word, covered): (&&str, &bool)| *covered || TALK.accompanying.contains(*word);
    covered.contains(&true) && words.iter().zip(&covered).all(is_accompanying)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_talk_has_no_similar_names() {
        let worst = |query: &str| worst_tier(&query.split(' ').collect::<Vec<_>>());
        for phrases in ["ban khoe khong", "chao ban nhe", "hi there", "hom nay an gi the"] {
            assert_eq!(worst(phrases), Tier::Together, "{phrases}");
        }
        assert_eq!(worst("ban an chua"), Tier::Respaced);
        assert_eq!(worst("hello"), Tier::Together);
        assert_eq!(worst("hi"), Tier::Id);
        for other in ["", "ho ngheo", "ban hang", "nuoc sach nhe", "ngheo"] {
            assert_eq!(worst(other), Tier::Partial, "{other}");
        }
    }

    #[test]
    fn phrases_are_unique() {
        let lines = include_str!("small_talk.txt").lines().filter(|line| !line.starts_with('#'));
        let mut known = HashSet::new();
        for line in lines {
            assert!(known.insert(fold(line)), "{line}");
        }
    }
}
