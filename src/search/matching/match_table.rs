//! A table of how each typed word matches each word of the vocabulary.

use super::match_bits::{LANES, MatchBits};
use super::pass::Pass;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::vocabulary::{Vocabulary, WordId};
use crate::search::query::Query;

/// How each typed word matches each word of the vocabulary.
#[derive(Debug)]
pub(crate) struct MatchTable {
    /// The match, by typed word, then by word id.
    word_matches: Vec<Vec<Option<WordMatch>>>,
    /// By word id: the index in `bits`. Most words match nothing and share index 0.
    bits_at: Vec<u32>,
    /// The match bits of the words that match some typed word; the first entry is empty.
    bits: Vec<MatchBits>,
    /// The most typed accents that a name can have.
    kept: usize,
    /// By typed word: the best match in any word.
    best: Vec<Option<WordMatch>>,
    /// By typed word: whether all its matches have other accents.
    contradicted: Vec<bool>,
    /// By typed word: the words that it equals.
    equal: Vec<Vec<WordId>>,
}

impl MatchTable {
    pub(crate) fn new(query: &Query, vocabulary: &Vocabulary, pass: Pass) -> Self {
        let words = vocabulary.words();
        let (mut bits_at, mut bits) = (vec![0_u32; words.len()], vec![MatchBits::NONE]);
        let mut word_matches = vec![Vec::new(); query.words.len()];
        let mut best_matches = vec![None; query.words.len()];
        let mut contradicted = vec![false; query.words.len()];
        let mut equal = vec![Vec::new(); query.words.len()];
        let mut kept = 0;
        for (lane, typed) in query.order.iter().enumerate() {
            let word = &query.words[*typed];
            let (mut best, mut agrees) = (0, false);
            let find = |w| {
                let found = word_match::find_exact(word, w);
                if pass == Pass::Typos {
                    found.or_else(|| word_match::find_similar(word, w))
                } else {
                    found
                }
            };
            word_matches[*typed] = words.iter().map(find).collect();
            for (at, word_match) in word_matches[*typed].iter().enumerate() {
                let Some(word_match) = word_match else { continue };
                if *word_match == WordMatch::Equal {
                    equal[*typed].push(u32::try_from(at).unwrap_or_default());
                }
                best = best.max(word_match::spelling_kept(word, &words[at]));
                agrees = agrees || !word_match::contradicts(word, &words[at], *word_match);
                if lane < LANES {
                    if bits_at[at] == 0 {
                        bits_at[at] = u32::try_from(bits.len()).unwrap_or_default();
                        bits.push(MatchBits::NONE);
                    }
                    let found = &mut bits[bits_at[at] as usize];
                    *found = found.or(MatchBits::one(lane, *word_match));
                }
            }
            best_matches[*typed] = word_matches[*typed].iter().flatten().min().copied();
            kept += usize::from(best);
            contradicted[*typed] = !agrees;
        }
        Self { word_matches, bits_at, bits, kept, best: best_matches, contradicted, equal }
    }

    /// Returns how a typed word matches a word.
    pub(crate) fn of(&self, typed: usize, word: WordId) -> Option<WordMatch> {
        self.word_matches[typed][word as usize]
    }

    /// Returns the match bits of a word.
    pub(crate) fn match_bits(&self, word: WordId) -> MatchBits {
        self.bits[self.bits_at[word as usize] as usize]
    }

    /// Returns the words that match a typed word at least as well as `worst`.
    pub(crate) fn within(&self, typed: usize, worst: WordMatch) -> impl Iterator<Item = WordId> {
        let ids = (0..).zip(&self.word_matches[typed]);
        ids.filter(move |(_, word_match)| word_match.is_some_and(|word_match| word_match <= worst))
            .map(|(id, _)| id)
    }

    /// Whether a typed word may be several words without the spaces between them: a word of the
    /// vocabulary is not split.
    pub(crate) fn may_be_joined(&self, typed: usize) -> bool {
        self.best(typed) != Some(WordMatch::Equal)
    }

    /// The most typed accents that a name can have.
    pub(crate) fn kept(&self) -> usize {
        self.kept
    }

    /// Whether all matches of a typed word have other accents.
    pub(crate) fn is_contradicted(&self, typed: usize) -> bool {
        self.contradicted[typed] && self.best[typed].is_some()
    }

    /// Returns the words that a typed word equals.
    pub(crate) fn equal(&self, typed: usize) -> &[WordId] {
        &self.equal[typed]
    }

    /// Returns the best match of a typed word in any word.
    pub(crate) fn best(&self, typed: usize) -> Option<WordMatch> {
        self.best[typed]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_match_nothing_have_no_bits() {
        let mut vocabulary = Vocabulary::default();
        let words = ["Hộ", "nghèo", "hộp", "xã"].map(|word| vocabulary.intern(word));
        let table = MatchTable::new(&Query::new("ho ngheo"), &vocabulary, Pass::Words);
        let matches = |word: WordId| !table.match_bits(word).is_empty();
        assert_eq!(words.map(matches), [true, true, true, false]);
        // The longest typed word has the first lane.
        assert_eq!(table.match_bits(words[1]), MatchBits::one(0, WordMatch::Equal));
        assert_eq!(table.match_bits(words[2]), MatchBits::one(1, WordMatch::Beginning));
    }
}
