//! The score of an alignment within its tier: what is missing, what is spelled otherwise, and how
//! far the typed words are from the whole name.

use super::align::{Alignment, WordHit};
use super::scattered;
use super::totals;
use super::totals::Total;
use super::unit_section;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::ranking::score::ScoreKey;
use crate::text::word_form::WordForm;

/// The cost of a value or a unit that the name has not.
const OTHER_UNIT: usize = 12;

/// The cost of a missing word with a digit, which distinguishes names as no other word does: "5G", "BOD5".
const NUMBERED: usize = 8;

/// The cost of a letter typed twice: less than that of any other typo, more than that of another kind of match.
const DOUBLED_LETTER: usize = 4;

/// The cost of each word that the longest phrase for a typed word has more.
const SHORTER_PHRASE: usize = 2;

/// The cost of a phrase that is only the beginning of a longer one.
const START_OF_PHRASE: usize = 24;

/// The cost of missing filler words, where other names have them.
const LACKS: usize = 48;

impl Alignment<'_> {
    /// Returns the score of the alignment in its tier; a higher one goes first.
    pub(crate) fn score(&self, tier: Tier) -> i64 {
        let cost = |at: &usize| {
            let word = &self.query.words[*at];
            let has_digit = word.text.contains(|c: char| c.is_ascii_digit());
            word.as_typed().length()
                + if word.is_behind_name { OTHER_UNIT } else { 0 }
                + if has_digit && !word.filler { NUMBERED } else { 0 }
        };
        let missing: usize = self.missing.iter().map(cost).sum();
        // A typo in a word is better than a missing word.
        let missing = if tier == Tier::Partial { 2 * missing } else { missing };
        let match_cost: usize = self.found.iter().map(|found| self.match_cost(found)).sum();
        let kept = |found: &WordHit| {
            let word = self.index.vocabulary.word(self.name[found.first]);
            usize::from(word_match::spelling_kept(&self.query.words[found.typed], word))
        };
        let first = self.first();
        let end = self.found.iter().map(|found| found.first + found.count).max().unwrap_or(0);
        let taken: usize = self.found.iter().map(|found| found.count).sum();
        let lacks_some = tier == Tier::Respaced && !self.missing.is_empty();
        let missing = missing + if lacks_some { LACKS } else { 0 };
        let loose = match tier {
            Tier::InContext
            | Tier::Respaced
            | Tier::WithoutFillers
            | Tier::SubstringWithoutFillers => 16 * self.looseness_but_for_total(),
            _ if tier.is_similar() || tier == Tier::Beginnings => 2 * self.looseness(),
            _ => 0,
        };
        let others = self.found.iter().filter(|found| self.is_contradicted(found)).count();
        let bare = self.found.iter().filter(|found| self.is_bare(found)).count()
            + unit_section::bare_words(&self.aligner, &self.in_context);
        // Every word of the name was typed: no accent is missing on purpose.
        let (contradicted, unaccented) =
            if tier == Tier::Exact { (others, bare) } else { (others + bare, 0) };
        let context = unit_section::cost(&self.aligner, &self.in_context);
        let parts = ScoreKey {
            tier,
            whole: self.is_whole(tier),
            total: self.total(),
            otherwise: self.looseness() > 0
                && self.found.iter().any(|found| self.is_otherwise(found)),
            contradicted,
            worse: missing + match_cost + loose + context + unaccented + self.rank_cost(first),
            kept: self.found.iter().map(kept).sum(),
            first: totals::first_counted(self.index, self.name, first),
            gap: end - first - taken,
            letters: self.index.letters(self.aligner.name).into(),
        };
        parts.score()
    }

    /// Returns how the name is the total of the query: it has the query, word for word.
    fn total(&self) -> Total {
        let first = self.first();
        let taken: usize = self.found.iter().map(|found| found.count).sum();
        let is_equal = |found: &WordHit| found.word_match <= WordMatch::Phrase;
        let is_whole = self.missing.is_empty()
            && self.in_context.is_empty()
            && self.found.iter().all(is_equal)
            && self.runs_from(first);
        if !is_whole {
            return Total::Not;
        }
        totals::total_of(self.index, &self.name[..first], &self.name[first + taken..])
    }

    /// Whether every typed word is a whole word: of the name, or of the whole unit or section next
    /// to the whole name, or of the whole unit typed behind words of the name.
    fn is_whole(&self, tier: Tier) -> bool {
        let is_typed = |found: &WordHit| {
            found.word_match == WordMatch::Equal && !self.query.words[found.typed].short
        };
        let is_equal = || self.found.iter().all(is_typed);
        match tier {
            Tier::Prefix | Tier::Together => is_equal(),
            Tier::Words => is_equal() && self.is_whole_in_any_order(),
            Tier::InContext => {
                self.missing.is_empty()
                    && is_equal()
                    && (self.is_before_whole_unit()
                        || self.is_next_to_section()
                        || ((self.looseness() == 0 || self.is_whole_in_any_order())
                            && unit_section::are_whole_parts(&self.aligner, &self.in_context)))
            }
            _ => true,
        }
    }

    /// Whether the last typed words are the whole unit, and the other ones adjacent words of the name.
    fn is_before_whole_unit(&self) -> bool {
        let context = self.index.context(self.aligner.name);
        let unit = unit_section::unit_typed_last(self.query, self.matches, self.index, context);
        let first = self.query.words.len() - unit;
        unit > 0
            && self.in_context.len() == unit
            && self.in_context.iter().all(|typed| *typed >= first)
            && (self.is_run() || unit > 1)
    }

    /// Whether the first or the last typed words are the first words of the section, and the other
    /// ones adjacent words at the start of what the name is about.
    fn is_next_to_section(&self) -> bool {
        let context = self.index.context(self.aligner.name);
        let section = unit_section::section_begun(self.query, self.matches, self.index, context);
        section.is_some_and(|section| {
            self.in_context.len() == section.len()
                && self.in_context.iter().all(|typed| section.contains(typed))
                && self.is_run()
                && self.first() <= scattered::MOST_BEFORE
        })
    }

    /// Returns the same, but names are whole that have besides only words that say that they are the total.
    fn looseness_but_for_total(&self) -> usize {
        let looseness = self.looseness();
        let is_meant = |found: &&WordHit| !self.query.is_filler(found.typed);
        let meant = || self.found.iter().filter(is_meant);
        let first = meant().map(|found| found.first).min();
        let end = meant().map(|found| found.first + found.count).max();
        let Some((first, end)) = first.zip(end).filter(|_| (1..3).contains(&looseness)) else {
            return looseness;
        };
        match totals::total_of(self.index, &self.name[..first], &self.name[end..]) {
            Total::Whole => 0,
            _ => looseness,
        }
    }

    /// Returns the cost of a match. A phrase that is only the beginning of a longer one is less certain: "chỉ số giá"
    /// for CPI.
    fn match_cost(&self, found: &WordHit) -> usize {
        let cost = found.word_match as usize + self.doubled_letter_cost(found);
        let phrases = &self.query.words[found.typed].phrases;
        let Some(longest) = phrases.first().filter(|_| found.word_match == WordMatch::Phrase)
        else {
            return cost;
        };
        let is_here = |phrase: &&&[WordForm]| phrase.len() == found.count;
        let is_start = phrases.iter().find(is_here).is_some_and(|here| longest.starts_with(here));
        let lacking = longest.len().saturating_sub(found.count);
        // "Export" is the total, "Kim ngạch xuất khẩu", before what is exported, "Xuất khẩu gạo".
        cost + SHORTER_PHRASE * lacking + if is_start && lacking > 0 { START_OF_PHRASE } else { 0 }
    }

    /// Returns the cost of a letter typed twice that is no mark of the matched word.
    fn doubled_letter_cost(&self, found: &WordHit) -> usize {
        let word = self.index.vocabulary.word(self.name[found.first]);
        let typed = &self.query.words[found.typed];
        let is_typo = found.count == 1
            && word_match::is_doubled_letter(typed, &word.word_form)
            && word_match::accents_kept(typed, word) == 0;
        if is_typo { DOUBLED_LETTER } else { 0 }
    }

    /// Returns the cost of a rank where the index itself was typed: "PCI" is no "Xếp hạng PCI".
    fn rank_cost(&self, first: usize) -> usize {
        usize::from(totals::are_before_rank(self.index, &self.name[..first]))
    }

    /// Whether the name has a phrase instead of an abbreviation that other names have as typed.
    fn is_otherwise(&self, found: &WordHit) -> bool {
        // The words of units are no words of names.
        let in_names = || self.index.count(self.matches.equal(found.typed).iter().copied()) > 0;
        found.word_match == WordMatch::Phrase
            && !self.is_number(found)
            && (in_names() || self.is_less_literal(found))
    }

    /// Whether the name has other words for a phrase that other names have as typed: "vốn huy động" for "tiền gửi".
    fn is_less_literal(&self, found: &WordHit) -> bool {
        let typed = &self.query.words[found.typed];
        let words = &self.name[found.first..found.first + found.count];
        let written = words.iter().map(|id| self.index.vocabulary.word(*id).word_form.folded());
        typed.literal && !written.eq(typed.as_typed().folded().split(' '))
    }
}
