//! Whether enough of a query was found for the name to be similar to it, where it was not found as it was typed.

use super::align::{Alignment, WordHit};
use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Typed;
use crate::text::syllable::is_syllable;

impl Alignment<'_> {
    /// Several words, or one of a few, were found only with typos, and not near what else was found; or half of a few
    /// were, and not side by side; or all were, and each is a word as it was typed.
    pub(in crate::search) fn are_typos_far_apart(&self) -> bool {
        let has_typo = |found: &&WordHit| found.way >= WordMatch::Subsequence;
        let typos = || self.found.iter().filter(has_typo);
        let is_near = |typo: &WordHit| {
            let others = self.found.iter().filter(|other| other.typed != typo.typed);
            let distance = |other: &WordHit| {
                let (first, second) =
                    if other.first < typo.first { (other, typo) } else { (typo, other) };
                second.first - (first.first + first.count - 1)
            };
            others.map(distance).any(|distance| distance <= NEAR)
        };
        let (count, all, short) = (typos().count(), self.found.len(), self.is_short_query());
        let are_half_apart = || 2 * count >= all && !self.are_typos_in_a_run();
        count > 0
            && all > 1
            && ((short && (self.are_other_syllables() || are_half_apart()))
                || ((short || count > 1) && !typos().all(is_near)))
    }

    /// All that was found are words as they were typed, and others but for a typo.
    fn are_other_syllables(&self) -> bool {
        self.found.iter().all(|found| {
            found.way == WordMatch::Typo
                && is_syllable(self.query.words[found.typed].as_typed().folded())
        })
    }

    /// What was found is side by side, and all words are whole but for typos and the last one.
    fn are_typos_in_a_run(&self) -> bool {
        let last = self.query.words.len() - 1;
        let is_whole =
            |found: &WordHit| found.way <= WordMatch::Phrase || found.way >= WordMatch::Subsequence;
        self.is_run() && self.found.iter().all(|found| is_whole(found) || found.typed == last)
    }

    /// The name has typed words only with typos, and the unit or the section has the others.
    pub(in crate::search) fn are_typos_in_context(&self) -> bool {
        !self.in_context.is_empty()
            && self.found.iter().all(|found| found.way >= WordMatch::Phonetic)
    }

    /// Of a query of a few words, one of which is missing, the others are not all there as typed, side by side; of four,
    /// some may have typos, or three be in their order. An abbreviation is several words by itself.
    pub(in crate::search) fn is_little_of_a_short_query(&self) -> bool {
        let sure = self.found.iter().filter(|found| found.way <= WordMatch::Phrase).count();
        let is_run = || self.is_run() || self.is_run_but_for_short_words();
        let is_enough = match self.meant() {
            0..=FEW => sure > 1 && sure == self.found.len() && is_run(),
            SOME => (sure > 1 && is_run()) || (sure >= FEW && self.is_in_order()),
            _ => true,
        };
        !is_enough && !self.has_phrase() && !self.is_nearly_one_word()
    }

    /// What was found is side by side, but for short words that are missing: the name has each of them, with a typo,
    /// between those that were found.
    fn is_run_but_for_short_words(&self) -> bool {
        let mut by_typed: Vec<&WordHit> = self.found.iter().collect();
        by_typed.sort_by_key(|found| found.typed);
        by_typed.is_sorted_by(|a, b| {
            let (end, missing) = (a.first + a.count, a.typed + 1..b.typed);
            let is_similar = |(typed, word): (usize, &WordId)| {
                let word = &self.index.vocabulary.word(*word).spelt;
                self.query.words[typed].as_typed().is_one_typo_from(word)
            };
            let between = self.name.get(end..b.first);
            between.is_some_and(|between| {
                between.is_empty()
                    || (between.len() == missing.len() && missing.zip(between).all(is_similar))
            })
        })
    }

    /// Nearly all of the query is a long word that was found whole: "hộ nghèo" where there is only "giảm nghèo".
    fn is_nearly_one_word(&self) -> bool {
        self.found.iter().any(|found| {
            let length = self.query.words[found.typed].as_typed().length();
            found.way == WordMatch::Equal && length >= LONG && self.query.is_nearly_all(length)
        })
    }

    /// An abbreviation or an English word was found: it is several words by itself.
    fn has_phrase(&self) -> bool {
        self.found.iter().any(|found| found.way == WordMatch::Phrase)
    }

    /// How many words of the query are not said in passing, single letters and digits aside.
    fn meant(&self) -> usize {
        let is_meant = |typed: &&Typed| !typed.filler && typed.as_typed().length() > 1;
        self.query.words.iter().filter(is_meant).count()
    }

    /// The query is a few words, but for what is said in passing.
    fn is_short_query(&self) -> bool {
        self.meant() <= FEW
    }

    /// What people say to one another is meant with its accents.
    pub(in crate::search) fn is_talk_with_other_accents(&self) -> bool {
        self.query.worst < Tier::Partial
            && self.found.iter().any(|found| self.is_contradicted(found))
    }

    /// Half of the words of a short query, what is said in passing aside, were found here and there, with other accents
    /// than were typed.
    pub(in crate::search) fn is_other_words(&self) -> bool {
        let meant = || self.found.iter().filter(|found| !self.query.is_passing(found.typed));
        let others = meant().filter(|found| self.is_contradicted(found)).count();
        others > 0 && 2 * others >= meant().count() && self.is_short_query() && !self.is_run()
    }

    /// The typed words that were found are in their order.
    fn is_in_order(&self) -> bool {
        let mut by_typed: Vec<&WordHit> = self.found.iter().collect();
        by_typed.sort_by_key(|found| found.typed);
        by_typed.is_sorted_by_key(|found| found.first)
    }

    /// Most of what was typed, nearly all if it is in another order, was found with the accents that were typed, and half
    /// of that as whole words.
    pub(in crate::search) fn is_partial(&self) -> bool {
        let (mut found, mut sure, mut longest) = (0, 0, 0);
        for place in &self.found {
            let typed = &self.query.words[place.typed];
            let length = typed.as_typed().length();
            let is_sure = place.way <= WordMatch::Phrase;
            // The keys of an input method may be a letter too many ("luoong").
            let is_other = self.is_contradicted(place) && typed.as_typed().has_accents();
            if typed.filler || is_other || !(is_sure || place.way >= WordMatch::Phonetic) {
                continue;
            }
            found += length;
            if is_sure {
                sure += length;
                longest = longest.max(length);
            }
        }
        let is_most = self.is_in_order() || self.has_phrase() || self.query.is_nearly_all(found);
        self.query.is_partial(found) && is_most && 2 * sure >= found && longest > 2
    }
}

/// How many words of a query are a few.
const FEW: usize = 3;

/// Letters of a word that says something by itself.
const LONG: usize = 5;

/// How many words of a query are enough for some of them to have typos where another one is missing.
const SOME: usize = FEW + 1;

/// How many words apart a typo may be from what else was found.
const NEAR: usize = 2;
