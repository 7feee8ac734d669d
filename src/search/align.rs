//! One query against one name: each typed word is given words of the name of its own.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::Tier;
use super::around::Surroundings;
use super::index::Index;
use super::meanings::Meanings;
use super::names::NameId;
use super::phase::Phase;
use super::query::Query;
use super::runs;
use super::score::Parts;
use super::vocabulary::WordId;
use super::way::{self, Way};

/// How a query was found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) tier: Tier,
    /// The order of hits in one number, higher first.
    pub(super) score: i64,
    pub(super) found: Vec<Found>,
}

/// A run of words of a name that a typed word was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) way: Way,
    /// Which typed word.
    pub(super) typed: usize,
    /// The first word of the name.
    pub(super) first: usize,
    /// How many words.
    pub(super) count: usize,
}

/// What is left of a name while words are given away, and what was given.
struct Alignment<'a> {
    query: &'a Query,
    meanings: &'a Meanings,
    index: &'a Index,
    name: &'a [WordId],
    letters: u8,
    free: Vec<bool>,
    found: Vec<Found>,
    missing: Vec<usize>,
}

/// Whether the query is the whole of a unit or of the name of a section: word by word, in order.
pub(super) fn is_whole(query: &Query, meanings: &Meanings, around: &Surroundings) -> bool {
    around.parts().into_iter().any(|part| {
        let equal = |(typed, word)| meanings.of(typed, word) == Some(Way::Equal);
        part.len() == query.words.len() && part.iter().copied().enumerate().all(equal)
    })
}

/// A name that is found by its unit or its section alone: of those, one is as good as the other.
pub(super) fn belonging() -> Match {
    let tier = Tier::Belongs;
    let score = Parts { tier, worse: 0, kept: 0, first: 0, gap: 0, letters: 0 }.score();
    Match { tier, score, found: Vec::new() }
}

/// The best way in which a query is found in a name, if it is found at all.
pub(super) fn find(
    query: &Query,
    meanings: &Meanings,
    index: &Index,
    name: NameId,
    phase: Phase,
) -> Option<Match> {
    if phase == Phase::Belongs {
        return is_whole(query, meanings, index.around(name)).then(belonging);
    }
    let mut order = Cow::Borrowed(query.order.as_slice());
    let mut alignment = Alignment::new(query, meanings, index, name, &order);
    // A word may have taken the only place of another one: whoever got none chooses first then.
    for _ in 0..query.words.len() {
        let Some(first) = alignment.displaced() else { break };
        order.to_mut().retain(|typed| *typed != first);
        order.to_mut().insert(0, first);
        let again = Alignment::new(query, meanings, index, name, &order);
        if again.missing.len() >= alignment.missing.len() {
            break;
        }
        alignment = again;
    }
    let tier = if phase == Phase::Around {
        alignment.is_around(&index.around(name).words).then_some(Tier::Around)?
    } else {
        alignment.tier()?
    };
    Some(Match { tier, score: alignment.score(tier), found: alignment.found })
}

impl<'a> Alignment<'a> {
    /// Gives the typed words, in this order, each the best of what is left.
    fn new(
        query: &'a Query,
        meanings: &'a Meanings,
        index: &'a Index,
        name: NameId,
        order: &[usize],
    ) -> Self {
        let letters = index.letters(name);
        let name = index.name(name);
        let mut alignment = Self {
            query,
            meanings,
            index,
            name,
            letters,
            free: vec![true; name.len()],
            found: Vec::with_capacity(query.words.len()),
            missing: Vec::new(),
        };
        for typed in order {
            match alignment.best(*typed) {
                Some(found) => alignment.take(found),
                None => alignment.missing.push(*typed),
            }
        }
        alignment
    }

    /// A typed word without a place that would have had one if others had not taken it.
    fn displaced(&self) -> Option<usize> {
        let meant =
            |typed: usize| self.name.iter().any(|id| self.meanings.of(typed, *id).is_some());
        self.missing.iter().copied().find(|typed| meant(*typed))
    }

    /// The best words for a typed one: by the way, then by accents, then next to what was found
    /// already, then the first.
    fn best(&self, typed: usize) -> Option<Found> {
        let single = (0..self.name.len()).filter(|at| self.free[*at]).filter_map(|at| {
            let way = self.meanings.of(typed, self.name[at])?;
            Some(Found { way, typed, first: at, count: 1 })
        });
        let single = single.min_by_key(|found| {
            let word = self.index.vocabulary.word(self.name[found.first]);
            let kept = way::accents_kept(&self.query.words[typed], word);
            (found.way, Reverse(kept), self.distance(found.first), found.first)
        });
        match single {
            Some(found) if found.way <= Way::Beginning => Some(found),
            _ => self.run(typed).into_iter().chain(single).min_by_key(|found| found.way),
        }
    }

    /// How far a word is from the nearest one that was found.
    fn distance(&self, at: usize) -> usize {
        let ends = self.found.iter().flat_map(|found| [found.first, found.first + found.count - 1]);
        ends.map(|end| end.abs_diff(at)).min().unwrap_or(0)
    }

    /// Consecutive words that a typed one stands for: joined, abbreviated, or by their initials.
    fn run(&self, typed: usize) -> Option<Found> {
        let word = &self.query.words[typed];
        let found = |way, first, count| Found { way, typed, first, count };
        let starts = || (0..self.name.len()).filter(|at| self.free[*at]);
        let phrase = starts().find_map(|at| {
            let here =
                |phrase: &&&[String]| runs::is_phrase(self.index, self.free_from(at), phrase);
            Some(found(Way::Phrase, at, word.phrases.iter().find(here)?.len()))
        });
        let joined = || {
            if !self.meanings.may_be_joined(typed) {
                return None;
            }
            let all = starts().filter_map(|at| {
                let (count, whole) =
                    word.readings.iter().filter(|r| !r.doubtful).find_map(|r| {
                        runs::joined(self.index, self.free_from(at), r.spelt.folded())
                    })?;
                // Letters that are known to be an abbreviation are not taken for a word and a beginning.
                let way = if whole { Way::Equal } else { Way::Beginning };
                (whole || word.phrases.is_empty()).then(|| found(way, at, count))
            });
            all.min_by_key(|found| found.way)
        };
        let initials = || {
            let here = |at: &usize| {
                runs::are_initials(self.index, self.free_from(*at), word.as_typed().folded())
            };
            Some(found(Way::Initials, starts().find(here)?, word.as_typed().length()))
        };
        phrase.or_else(joined).or_else(initials)
    }

    /// The words of the name from one on, up to the next that is taken.
    fn free_from(&self, at: usize) -> &'a [WordId] {
        let free = self.free[at..].iter().take_while(|free| **free).count();
        &self.name[at..at + free]
    }

    fn take(&mut self, found: Found) {
        self.free[found.first..found.first + found.count].fill(false);
        self.found.push(found);
    }

    /// The tier of the whole: that of its worst word; none if too much was not found.
    fn tier(&self) -> Option<Tier> {
        if self.found.is_empty() {
            return None;
        }
        if self.missing.iter().any(|typed| !self.query.is_passing(*typed)) {
            return self.is_most().then_some(Tier::Most);
        }
        if !self.missing.is_empty() && !self.is_substantial() {
            return None;
        }
        let worst = self.found.iter().map(|found| found.way).max()?;
        let from_start = self.missing.is_empty() && self.runs_from(0);
        let whole = worst <= Way::Beginning && self.only_last_is_begun();
        let as_typed = self.found.iter().all(|found| found.way != Way::Phrase);
        let tier = match worst {
            Way::Equal if from_start && self.free.iter().all(|free| !free) => Tier::Exact,
            _ if whole && from_start && as_typed => Tier::Prefix,
            _ if whole && self.missing.is_empty() && self.runs_from(self.first()) => Tier::Together,
            Way::Equal | Way::Phrase => Tier::Words,
            Way::Beginning => Tier::Beginnings,
            Way::Initials => Tier::Initials,
            Way::Inside => Tier::Substring,
            Way::Scattered => Tier::Subsequence,
            Way::ByEar | Way::Slip => Tier::Slips,
        };
        Some(if self.missing.is_empty() { tier } else { tier.max(Tier::Passing) })
    }

    /// The first word of the name that was found.
    fn first(&self) -> usize {
        self.found.iter().map(|found| found.first).min().unwrap_or(0)
    }

    /// The typed words stand in order, without a gap, from a word of the name on.
    fn runs_from(&self, start: usize) -> bool {
        let mut by_typed = self.found.clone();
        by_typed.sort_by_key(|found| found.typed);
        let mut next = start;
        by_typed.iter().all(|found| {
            let follows = found.first == next;
            next += found.count;
            follows
        })
    }

    fn only_last_is_begun(&self) -> bool {
        let last = self.query.words.len() - 1;
        self.found.iter().all(|found| found.way <= Way::Phrase || found.typed == last)
    }

    /// Something else than fillers was found.
    fn is_substantial(&self) -> bool {
        let meant = |found: &&Found| !self.query.words[found.typed].filler;
        self.found
            .iter()
            .filter(meant)
            .any(|found| self.query.words[found.typed].as_typed().length() > 1)
    }

    /// What was not found in the name was found in its unit or its section.
    fn is_around(&self, around: &[WordId]) -> bool {
        let begins = |typed: &usize| {
            let way = |word: &WordId| self.meanings.of(*typed, *word);
            around.iter().filter_map(way).any(|way| way <= Way::Beginning)
        };
        let meant: Vec<_> =
            self.missing.iter().filter(|typed| !self.query.is_passing(**typed)).collect();
        !meant.is_empty()
            && meant.into_iter().all(begins)
            && self.found.iter().all(|found| found.way <= Way::Beginning)
    }

    /// Most of what was typed was found as whole words, with the accents that were typed.
    fn is_most(&self) -> bool {
        let (mut found, mut longest) = (0, 0);
        for place in &self.found {
            let typed = &self.query.words[place.typed];
            let word = self.index.vocabulary.word(self.name[place.first]);
            let sure = place.way <= Way::Phrase
                && !typed.filler
                && (place.count > 1 || !way::contradicts(typed, word));
            if sure {
                found += typed.as_typed().length();
                longest = longest.max(typed.as_typed().length());
            }
        }
        self.query.is_most(found) && longest > 2
    }

    fn score(&self, tier: Tier) -> i64 {
        let length = |at: &usize| self.query.words[*at].as_typed().length();
        let missing: usize = self.missing.iter().map(length).sum();
        let ways: usize = self.found.iter().map(|found| found.way as usize).sum();
        let kept = |found: &Found| {
            let word = self.index.vocabulary.word(self.name[found.first]);
            usize::from(way::accents_kept(&self.query.words[found.typed], word))
        };
        let first = self.first();
        let end = self.found.iter().map(|found| found.first + found.count).max().unwrap_or(0);
        let taken: usize = self.found.iter().map(|found| found.count).sum();
        let parts = Parts {
            tier,
            worse: missing + ways,
            kept: self.found.iter().map(kept).sum(),
            first,
            gap: end - first - taken,
            letters: self.letters.into(),
        };
        parts.score()
    }
}
