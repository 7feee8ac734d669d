//! The tier of an alignment: how well the typed words match, and how they lie in the name.

use super::align::{Alignment, WordHit};
use super::pass::Pass;
use super::scattered;
use super::unit_section;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Placement;
use crate::search::tokenize::is_rate;

impl Alignment<'_> {
    /// Returns the tier of the alignment, which is the tier of its worst word; none if too much is
    /// missing.
    pub(crate) fn tier(&self) -> Option<Tier> {
        Some(self.tier_as_read()?.max(self.query.best))
    }

    /// Returns the same if the query was read right.
    fn tier_as_read(&self) -> Option<Tier> {
        let tier = self.tier_of_words()?;
        let is_talk = self.query.worst == Tier::Typos && tier > Tier::Respaced;
        (!is_talk || self.is_start_with_one_typo()).then_some(tier)
    }

    fn tier_of_words(&self) -> Option<Tier> {
        let is_in_context = !self.in_context.is_empty();
        let is_meant = |typed: &usize| !self.query.is_filler(*typed);
        // A query of filler words only must be found completely.
        let lacks = self.missing.iter().any(is_meant)
            || (!self.missing.is_empty() && !(0..self.query.words.len()).any(|at| is_meant(&at)));
        match self.aligner.pass {
            Pass::Missing if lacks => return None,
            Pass::Missing if is_in_context && !self.is_only_unit_of_value() => {
                let is_other = self.found.iter().any(|found| self.is_contradicted(found));
                let is_sure = self.is_surely_in_context()
                    && self.are_sure()
                    && !is_other
                    && !self.are_short_words_begun()
                    && !scattered::is_over_section(self);
                return is_sure.then_some(Tier::InContext);
            }
            _ if self.found.is_empty() || self.are_two_initials_inside() => return None,
            Pass::Typos if self.are_typos_far_apart() || self.are_typos_in_context() => {
                return None;
            }
            _ if self.is_other_words() || self.is_talk_with_other_accents() => return None,
            _ if self.query.placement == Placement::Start
                && (!self.is_at_start() || self.is_counted_as_rate()) =>
            {
                return None;
            }
            _ if self.are_ends_of_syllables_apart() => return None,
            _ => {}
        }
        if lacks {
            let is_partial = self.is_partial() && !self.is_little_of_a_short_query();
            return (is_partial || self.is_whole_name_among_others()).then_some(Tier::Partial);
        }
        if !self.missing.is_empty() && !self.is_substantial() {
            return None;
        }
        if self.aligner.pass == Pass::Respaced {
            return Some(Tier::Respaced);
        }
        if self.aligner.pass == Pass::Missing {
            // A query with a percent sign does not mean a name without one.
            let is_typed_rate = |typed: &usize| {
                let word = &self.query.words[*typed];
                is_rate(&word.text) && !word.is_behind_name
            };
            let is_filler = !self.missing.is_empty() && !self.missing.iter().any(is_typed_rate);
            return (is_filler && self.is_run()).then_some(Tier::WithoutFillers);
        }
        let tier = self.tier_of_found()?;
        Some(self.tier_if_doubtful(tier).unwrap_or(match () {
            () if is_in_context => tier.max(Tier::Subsequence),
            () if self.missing.is_empty() => tier,
            () => tier.max(Tier::SubstringWithoutFillers),
        }))
    }

    /// Returns the tier of words that match, but by chance or with other accents; none if nothing is doubtful.
    fn tier_if_doubtful(&self, tier: Tier) -> Option<Tier> {
        Some(match () {
            () if self.are_several_other_words() || self.is_begun_otherwise() => {
                tier.max(Tier::Typos)
            }
            // The start of a name is being typed, but other words for the query go before it.
            () if self.are_short_words_begun() && self.is_start_of_name() => {
                tier.max(Tier::Together)
            }
            () if self.are_short_words_begun() => tier.max(Tier::Subsequence),
            () if self.is_one_other_word() => tier.max(Tier::Typos),
            () if scattered::is_in_name(self) => tier.max(Tier::Subsequence),
            () if scattered::is_over_section(self) => tier.max(Tier::Partial),
            () => return None,
        })
    }

    fn tier_of_found(&self) -> Option<Tier> {
        let worst = self.found.iter().map(|found| found.word_match).max()?;
        let from_start = self.missing.is_empty() && self.runs_from(0);
        let whole = worst <= WordMatch::Beginning && self.only_last_is_begun();
        let as_typed = self.found.iter().all(|found| found.word_match != WordMatch::Phrase);
        Some(match worst {
            WordMatch::Equal if from_start && self.free.iter().all(|free| !free) => Tier::Exact,
            _ if whole && from_start && as_typed => Tier::Prefix,
            _ if whole && self.missing.is_empty() && self.runs_from(self.first()) => Tier::Together,
            WordMatch::Equal | WordMatch::Phrase => Tier::Words,
            WordMatch::Beginning => Tier::Beginnings,
            WordMatch::Initials => Tier::Initials,
            WordMatch::Inside => Tier::Substring,
            // "Nghep" is rather "nghèo" next to "hộ" than "nghiệp" far from it.
            WordMatch::Subsequence if self.is_run() => Tier::Subsequence,
            WordMatch::Subsequence | WordMatch::Phonetic | WordMatch::Typo => Tier::Typos,
        })
    }

    /// Returns the index of the first word of the name that matched.
    pub(crate) fn first(&self) -> usize {
        self.found.iter().map(|found| found.first).min().unwrap_or(0)
    }

    /// Whether the name begins with the matched words, in any order if it has no others.
    fn is_at_start(&self) -> bool {
        self.first() == 0 && (self.looseness() < 3 || !self.free.contains(&true))
    }

    /// Whether the unit measures a rate, and not an output or a number of animals.
    fn is_counted_as_rate(&self) -> bool {
        let [unit, _] = self.index.context(self.aligner.name).parts();
        let written = |id: &WordId| self.index.vocabulary.word(*id).word_form.folded();
        unit.iter().any(|id| is_rate(written(id)) || written(id) == POINT)
    }

    /// Whether the typed words are in order and without a gap from the word `start` of the name.
    pub(crate) fn runs_from(&self, start: usize) -> bool {
        let mut by_typed = self.found.clone();
        by_typed.sort_by_key(|found| found.typed);
        follow(by_typed.iter(), start)
    }

    /// Returns how far the matched words, without filler words, are from the whole name: 0 they are
    /// the whole name, 1 they are its start, 2 they are adjacent, 3 they are scattered.
    pub(super) fn looseness(&self) -> usize {
        let mut all: Vec<&WordHit> = self.found.iter().collect();
        all.sort_by_key(|found| found.typed);
        let meant: Vec<&WordHit> =
            all.iter().copied().filter(|found| !self.query.is_filler(found.typed)).collect();
        self.looseness_of(&meant).min(self.looseness_of(&all))
    }

    /// Returns the same for some matched words, in the order typed.
    fn looseness_of(&self, found: &[&WordHit]) -> usize {
        let Some(start) = found.first().map(|found| found.first) else { return 3 };
        match () {
            () if !follow(found.iter().copied(), start) => 3,
            () if start > 0 => 2,
            () if self.free.contains(&true) => 1,
            () => 0,
        }
    }

    /// Whether the context has only the unit of the value behind the name.
    fn is_only_unit_of_value(&self) -> bool {
        self.in_context.iter().all(|typed| self.query.words[*typed].is_behind_name)
    }

    pub(crate) fn only_last_is_begun(&self) -> bool {
        let last = self.query.words.len() - 1;
        self.found.iter().all(|found| found.word_match <= WordMatch::Phrase || found.typed == last)
    }

    /// Whether more was found than filler words and two initials.
    fn is_substantial(&self) -> bool {
        self.found.iter().any(|found| {
            let typed = &self.query.words[found.typed];
            let least = if found.word_match == WordMatch::Initials { 3 } else { 2 };
            !typed.filler && typed.as_typed().length() >= least
        })
    }

    /// Whether all words match whole, or they are adjacent and the last one is a prefix.
    fn are_sure(&self) -> bool {
        self.found.iter().all(|found| found.word_match <= WordMatch::Phrase) || self.is_run()
    }

    /// Whether the matched words, without filler words, are the whole name.
    pub(crate) fn is_whole_name(&self) -> bool {
        self.looseness() == 0
    }

    /// Whether each word of the name was typed, several of them in any order.
    pub(crate) fn is_whole_in_any_order(&self) -> bool {
        self.found.len() > 1 && !self.free.contains(&true)
    }

    /// Whether the matched words, without filler words, are adjacent.
    pub(crate) fn is_run(&self) -> bool {
        self.looseness() < 3
    }

    /// Whether at least one word in the context was typed in full.
    fn is_surely_in_context(&self) -> bool {
        let mut matches =
            self.in_context.iter().map(|typed| unit_section::word_match(&self.aligner, *typed));
        matches.any(|word_match| word_match == Some(WordMatch::Equal))
    }

    /// Whether a word was typed with other accents than the matched word has.
    pub(crate) fn is_contradicted(&self, found: &WordHit) -> bool {
        let word = self.index.vocabulary.word(self.name[found.first]);
        found.count == 1
            && word_match::contradicts(&self.query.words[found.typed], word, found.word_match)
    }

    /// Whether a word is another spelling of a typed number.
    pub(crate) fn is_number(&self, found: &WordHit) -> bool {
        let word = self.index.vocabulary.word(self.name[found.first]);
        found.word_match == WordMatch::Phrase
            && found.count == 1
            && word_match::is_number(&self.query.words[found.typed], &word.word_form)
    }

    /// Whether a word was typed without accents, in a query with accents, and the matched word has
    /// some.
    pub(crate) fn is_bare(&self, found: &WordHit) -> bool {
        let word = self.index.vocabulary.word(self.name[found.first]);
        found.count == 1
            && word_match::is_bare(&self.query.words[found.typed], word, found.word_match)
    }
}

/// "Điểm", the unit of an index or of a change of a rate.
const POINT: &str = "diem";

/// Whether each assignment starts where the previous one ends, the first at `start`.
fn follow<'a>(all: impl Iterator<Item = &'a WordHit>, start: usize) -> bool {
    let mut next = start;
    let mut all = all;
    all.all(|found| {
        let follows = found.first == next;
        next += found.count;
        follows
    })
}
