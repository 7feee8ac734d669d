//! The best tier that a name can have, from the match bits of its words.

use super::upper_bound::UpperBounds;
use crate::search::Tier;
use crate::search::index::vocabulary::WordId;
use crate::search::matching::match_bits::{LANES, MatchBits, Required};
use crate::search::matching::pass::Pass;
use crate::search::matching::word_match::WordMatch;

impl UpperBounds {
    /// Returns the best possible tier of a name with these match bits. `open` if a typed word may
    /// span several words.
    pub(super) fn best_tier(&self, found: MatchBits, words: &[WordId], open: bool) -> Option<Tier> {
        let all = |worst| found.all_within(self.all, worst);
        // Filler words may be missing if there are other words.
        let needed =
            |worst| self.needed != Required::default() && found.all_within(self.needed, worst);
        if self.pass.is_strict() {
            return (all(WordMatch::Beginning) || needed(WordMatch::Beginning))
                .then_some(self.pass.best_tier());
        }
        if all(self.pass.worst_match()) {
            return Some(if all(WordMatch::Beginning) {
                match () {
                    () if open => Tier::Exact,
                    () if self.match_from(words) => {
                        if words.len() == self.query.words.len() {
                            Tier::Exact
                        } else {
                            Tier::Prefix
                        }
                    }
                    () if self.match_together(words) => Tier::Together,
                    () if all(WordMatch::Phrase) => Tier::Words,
                    () => Tier::Beginnings,
                }
            } else {
                let kinds = [WordMatch::Initials, WordMatch::Inside, WordMatch::Subsequence];
                kinds
                    .into_iter()
                    .find(|word_match| all(*word_match))
                    .map_or(Tier::Typos, WordMatch::best_tier)
            });
        }
        match self.pass {
            Pass::Whole | Pass::Words | Pass::OnlyContext | Pass::Missing | Pass::Respaced => None,
            Pass::Substrings => needed(WordMatch::Inside).then_some(Tier::SubstringWithoutFillers),
            Pass::Typos if needed(WordMatch::Subsequence) => Some(Tier::Subsequence),
            Pass::Typos if needed(WordMatch::Typo) => Some(Tier::Typos),
            Pass::Typos => (self.can_be_partial(found) || self.can_be_whole_name(words))
                .then_some(Tier::Partial),
        }
    }

    /// Whether the typed words match these words one by one from the first; the last may be a
    /// prefix. Another spelling of a number is a phrase of one word.
    fn match_from(&self, words: &[WordId]) -> bool {
        let Some(lanes) = &self.typed_lanes else { return true };
        let last = lanes.len().saturating_sub(1);
        lanes.len() <= words.len()
            && lanes.iter().zip(words).enumerate().all(|(at, (lane, word))| {
                let worst = if at == last { WordMatch::Beginning } else { WordMatch::Phrase };
                self.matches
                    .match_bits(*word)
                    .word_match(*lane)
                    .is_some_and(|word_match| word_match <= worst)
            })
    }

    /// Whether they match so from some word on.
    fn match_together(&self, words: &[WordId]) -> bool {
        (0..words.len()).any(|from| self.match_from(&words[from..]))
    }

    /// Whether each of these words was typed, and enough letters of the query are theirs.
    fn can_be_whole_name(&self, words: &[WordId]) -> bool {
        let is_typed = |word: &WordId| {
            let lanes = &mut (0..self.lane_count());
            lanes.any(|lane| {
                self.matches.match_bits(*word).word_match(lane) == Some(WordMatch::Equal)
            })
        };
        words.len() > 1 && (self.typed_lanes.is_none() || words.iter().all(is_typed))
    }

    fn can_be_partial(&self, found: MatchBits) -> bool {
        let letters = |(lane, typed): (usize, &usize)| {
            let word = &self.query.words[*typed];
            let may_be = lane >= LANES || found.word_match(lane).is_some();
            if may_be && !word.filler { word.as_typed().length() } else { 0 }
        };
        let found: usize = self.query.order.iter().enumerate().map(letters).sum();
        self.query.is_partial(found)
    }
}
