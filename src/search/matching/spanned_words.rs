//! The consecutive words of a name that one typed word represents in an alignment.

use super::align::{Alignment, WordHit};
use super::joined_typos;
use super::pass::Pass;
use super::spans;
use super::word_match::WordMatch;
use crate::lexicon::synonyms;
use crate::search::query::Method;
use crate::text::word_form::WordForm;

/// The fewest letters of a word before others that are a word and the beginning of the next one.
const FEWEST_BEFORE_OTHERS: usize = 5;

impl Alignment<'_> {
    /// Returns consecutive words that a typed word represents: its phrase, joined, by their initials, or joined with
    /// typos.
    pub(super) fn run(&self, typed: usize) -> Option<WordHit> {
        let phrase = self.phrase(typed);
        let joined = || self.joined(typed);
        phrase.or_else(joined).or_else(|| self.initials(typed)).or_else(|| self.joined_typos(typed))
    }

    /// Returns the indexes of the words of the name that are free.
    fn starts(&self) -> impl Iterator<Item = usize> {
        (0..self.name.len()).filter(|at| self.free[*at])
    }

    /// Returns the words that a typed word abbreviates or translates.
    fn phrase(&self, typed: usize) -> Option<WordHit> {
        self.starts().find_map(|at| {
            let range = at..at + self.free_from(at).len();
            let here = |phrase: &&&[WordForm]| {
                spans::Sought::of(phrase).is_at(self.index, self.name, range.clone())
            };
            let count = self.query.words[typed].phrases.iter().find(here)?.len();
            Some(WordHit { word_match: WordMatch::Phrase, typed, first: at, count })
        })
    }

    /// Returns words that were typed without the spaces between them.
    fn joined(&self, typed: usize) -> Option<WordHit> {
        let word = &self.query.words[typed];
        if word.is_english() || !self.matches.may_be_joined(typed) {
            return None;
        }
        let all = self.starts().filter_map(|at| {
            let (count, whole) = word.readings.iter().filter(|r| !r.doubtful).find_map(|r| {
                let words = self.free_from(at);
                let found = spans::joined(self.index, words, r.word_form.folded())?;
                // A reading by the keys of an input method would match too many prefixes.
                (found.1 || r.method == Method::AsTyped).then_some(found)
            })?;
            // Neither a known word nor two letters are split into a word and a prefix, and few letters only at the end.
            let word_match = if whole { WordMatch::Equal } else { WordMatch::Beginning };
            let is_known = || synonyms::read(&[word.as_typed()]).is_some();
            let fewest = if word.is_last { 3 } else { FEWEST_BEFORE_OTHERS };
            let is_enough =
                word.phrases.is_empty() && word.as_typed().length() >= fewest && !is_known();
            (whole || is_enough).then_some(WordHit { word_match, typed, first: at, count })
        });
        all.min_by_key(|found| found.word_match)
    }

    /// Returns words whose initials were typed.
    fn initials(&self, typed: usize) -> Option<WordHit> {
        let word = &self.query.words[typed];
        if word.is_english() || word.as_typed().is_spelt_out() {
            return None;
        }
        let letters = word.as_typed().folded();
        let here = |at: &usize| spans::are_initials(self.index, self.free_from(*at), letters);
        let (first, count) = (self.starts().find(here)?, word.as_typed().length());
        Some(WordHit { word_match: WordMatch::Initials, typed, first, count })
    }

    /// Returns words that were typed without the spaces between them and with typos.
    fn joined_typos(&self, typed: usize) -> Option<WordHit> {
        let word = &self.query.words[typed];
        let may_be = !word.is_english() && self.matches.may_be_joined(typed);
        if self.aligner.pass != Pass::Typos || !may_be {
            return None;
        }
        self.starts().find_map(|at| {
            let (words, letters) = (self.free_from(at), word.as_typed().folded());
            let count = joined_typos::joined_with_typos(self.index, words, letters)?;
            Some(WordHit { word_match: WordMatch::Typo, typed, first: at, count })
        })
    }
}
