//! The starts of names that give a direction, found by their words: of a million names each is compared with the few
//! heads that begin as it does.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::direction_phrase::Phrase;
use crate::lexicon::words::phrase_set::words_of;
use crate::model::Better;

/// A start of names that gives a direction.
pub(super) struct Head {
    pub(super) phrase: Phrase,
    pub(super) better: Better,
    /// Whether it counts those in a bad condition, who may do anything: "Số hộ nghèo" + "xây nhà mới".
    pub(super) counts_bearers: bool,
}

/// All heads, by each start of their folded texts that ends with a word.
pub(super) struct Heads {
    heads: Vec<Head>,
    /// The heads that a start is the whole of: none for "ty" and "ty le", one for "ty le ho ngheo".
    by_start: HashMap<String, Vec<usize>, FixedState>,
}

impl Heads {
    pub(super) fn of(heads: Vec<Head>) -> Self {
        let mut by_start: HashMap<String, Vec<usize>, FixedState> = HashMap::default();
        for (number, head) in heads.iter().enumerate() {
            let folded = head.phrase.folded.as_str();
            for (at, word) in words_of(folded) {
                by_start.entry(folded[..at + word.len()].to_owned()).or_default();
            }
            by_start.entry(folded.to_owned()).or_default().push(number);
        }
        Self { heads, by_start }
    }

    /// The heads that a folded name begins with as whole words, the shortest first.
    pub(super) fn of_name(&self, folded: &str) -> Vec<&Head> {
        self.of_starts(words_of(folded).map(|(at, word)| &folded[..at + word.len()])).collect()
    }

    /// The heads among the starts of a folded name, each of which ends with the next word.
    pub(super) fn of_starts<'n>(
        &self,
        starts: impl Iterator<Item = &'n str>,
    ) -> impl Iterator<Item = &Head> {
        let known = starts.map_while(|start| self.by_start.get(start));
        known.flatten().map(|number| &self.heads[*number])
    }
}

#[cfg(test)]
mod tests {
    use super::super::direction_words::WORDS;
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// The words of all heads, and others.
    fn words() -> Vec<String> {
        let heads = WORDS.heads.heads.iter().map(|head| head.phrase.folded.as_str());
        let mut words: Vec<String> =
            heads.flat_map(|head| head.split(' ')).map(str::to_owned).collect();
        words.extend(["phu", "yen", "cua", "12", "ngheoo", "-"].map(str::to_owned));
        words
    }

    proptest! {
        #[test]
        fn the_heads_of_a_name_are_those_that_it_begins_with(
            head in 0..WORDS.heads.heads.len(),
            shortened in 0..3_usize,
            more in proptest::collection::vec((select(words()), select(vec![" ", ", ", "-", ""])), 0..6),
        ) {
            let head: Vec<&str> = WORDS.heads.heads[head].phrase.folded.split(' ').collect();
            let mut name = head[..head.len().saturating_sub(shortened)].join(" ");
            for (word, separator) in more {
                name = format!("{name}{separator}{word}");
            }
            let begins = |head: &&Head| {
                let rest = name.strip_prefix(head.phrase.folded.as_str());
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            };
            let mut expected: Vec<&Head> = WORDS.heads.heads.iter().filter(begins).collect();
            expected.sort_by_key(|head| head.phrase.folded.len());
            let found = WORDS.heads.of_name(&name);
            prop_assert_eq!(found.len(), expected.len(), "{}", &name);
            prop_assert!(found.iter().zip(expected).all(|(one, other)| std::ptr::eq(*one, other)));
        }
    }
}
