//! Small talk: queries such as "bạn khỏe không" or "thank you", which are not names of indicators.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::words::phrase::{Phrase, is_typed, phrase, starts_with};
use crate::text::word_form::WordForm;

/// Words by their folded letters.
type WordSet = HashMap<String, Vec<WordForm>>;

/// The words of small talk.
#[derive(Debug, Default)]
struct Phrases {
    /// Whole phrases, by their first word, folded.
    by_first: HashMap<String, Vec<Phrase>>,
    /// Words that may accompany a phrase.
    accompanying: WordSet,
    /// All words of both, of Vietnamese and of English: a query has those of one language.
    words: [WordSet; 2],
}

static ALL: LazyLock<Phrases> = LazyLock::new(|| {
    let mut all = Phrases::default();
    let mut language = 0;
    for line in include_str!("../words/small_talk.txt").lines() {
        if line.starts_with('#') {
            language = usize::from(line == "# English");
            continue;
        }
        if let Some(word) = line.strip_prefix('!') {
            for word in phrase(word) {
                add(&mut all.accompanying, &word);
                all.words.iter_mut().for_each(|words| add(words, &word));
            }
            continue;
        }
        let phrase = phrase(line);
        phrase.iter().for_each(|word| add(&mut all.words[language], word));
        all.by_first.entry(phrase[0].folded().to_owned()).or_default().push(phrase);
    }
    all
});

fn add(words: &mut WordSet, word: &WordForm) {
    let same = words.entry(word.folded().to_owned()).or_default();
    if !same.contains(word) {
        same.push(word.clone());
    }
}

/// Whether a typed word is one of these, with its accents or without any.
fn has(words: &WordSet, typed: &WordForm) -> bool {
    words.get(typed.folded()).is_some_and(|same| same.iter().any(|word| is_typed(typed, word)))
}

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
    /// Reads the words of a query.
    pub(crate) fn of(words: &[&WordForm]) -> Self {
        let are_of = |known: &WordSet| words.iter().all(|word| has(known, word));
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
fn is_made_of_phrases(words: &[&WordForm]) -> bool {
    let mut covered = vec![false; words.len()];
    for at in 0..words.len() {
        for phrase in ALL.by_first.get(words[at].folded()).into_iter().flatten() {
            if starts_with(&words[at..], phrase) {
                covered[at..at + phrase.len()].fill(true);
            }
        }
    }
    let is_accompanying =
        |(word, covered): (&&WordForm, &bool)| *covered || has(&ALL.accompanying, word);
    covered.contains(&true) && words.iter().zip(&covered).all(is_accompanying)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::text::fold::fold;

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
