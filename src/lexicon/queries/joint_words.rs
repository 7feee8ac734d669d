//! Pairs of words that together mean something else than each alone: "lao động" is no "lao".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::words::phrase::phrase;
use crate::text::word_form::WordForm;

/// The neighbours with which a word means something else.
#[derive(Debug, Default)]
pub(crate) struct Neighbours {
    before: Vec<WordForm>,
    behind: Vec<WordForm>,
}

/// A word with its neighbours.
type Entry = (WordForm, Neighbours);

/// The words of all pairs, by their folded letters.
static ALL: LazyLock<HashMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Entry>> = HashMap::new();
    for pair in lines().map(phrase) {
        let [first, second] = &pair[..] else { continue };
        of_word(&mut all, first).behind.push(second.clone());
        of_word(&mut all, second).before.push(first.clone());
    }
    all
});

/// Returns all pairs as written.
pub(crate) fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../words/joint_words.txt").lines().filter(|line| !line.starts_with('#'))
}

/// Returns the neighbours of a word, which is added if it is new.
fn of_word<'a>(all: &'a mut HashMap<String, Vec<Entry>>, word: &WordForm) -> &'a mut Neighbours {
    let same = all.entry(word.folded().to_owned()).or_default();
    let at = same.iter().position(|(known, _)| known == word).unwrap_or(same.len());
    if at == same.len() {
        same.push((word.clone(), Neighbours::default()));
    }
    &mut same[at].1
}

/// Returns the neighbours of a word with which it means something else, if there are any.
pub(crate) fn neighbours(word: &WordForm) -> Option<&'static Neighbours> {
    let same = ALL.get(word.folded())?;
    same.iter().find(|(known, _)| known == word).map(|(_, neighbours)| neighbours)
}

impl Neighbours {
    /// Whether the word before or the one behind is among them.
    pub(crate) fn has(&self, before: Option<&WordForm>, behind: Option<&WordForm>) -> bool {
        before.is_some_and(|word| self.before.contains(word))
            || behind.is_some_and(|word| self.behind.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn a_pair_is_known_by_both_of_its_words() {
        let word = |text: &str| phrase(text).remove(0);
        let tuberculosis = neighbours(&word("lao")).unwrap();
        assert!(tuberculosis.has(None, Some(&word("động"))));
        assert!(!tuberculosis.has(Some(&word("động")), Some(&word("phổi"))));
        assert!(neighbours(&word("thư")).unwrap().has(Some(&word("ung")), None));
        assert!(neighbours(&word("thử")).is_none());
    }

    #[test]
    fn lines_are_pairs_in_order() {
        let all: Vec<_> = lines().map(|line| (fold(line), line)).collect();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(all.iter().all(|(_, line)| line.split(' ').count() == 2));
    }
}
