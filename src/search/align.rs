//! One query against one name: each typed word is given words of the name of its own.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::Tier;
use super::name::Mark;
use super::query::{Query, Typed};
use super::vocabulary::{Vocabulary, WordId};
use super::way::{self, Way};

/// What each typed word can mean, for each word of the vocabulary.
pub(super) struct Meanings {
    ways: Vec<Vec<Option<Way>>>,
}

/// How a query was found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) tier: Tier,
    /// The order of hits in one number, higher first.
    pub(super) score: i64,
    pub(super) marks: Vec<Mark>,
}

/// A run of words of a name that a typed word was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    way: Way,
    /// Which typed word.
    typed: usize,
    first: usize,
    count: usize,
}

/// What is left of a name while words are given away, and what was given.
struct Alignment<'a> {
    query: &'a Query,
    meanings: &'a Meanings,
    vocabulary: &'a Vocabulary,
    name: &'a [WordId],
    free: Vec<bool>,
    found: Vec<Found>,
    missing: Vec<usize>,
}

impl Meanings {
    pub(super) fn new(query: &Query, vocabulary: &Vocabulary, with_slips: bool) -> Self {
        let ways = |typed: &Typed| {
            vocabulary.words().iter().map(|word| way::find(typed, word, with_slips)).collect()
        };
        Self { ways: query.words.iter().map(ways).collect() }
    }

    fn of(&self, typed: usize, word: WordId) -> Option<Way> {
        self.ways[typed][word as usize]
    }
}

/// The best way in which a query is found in a name, if it is found at all.
pub(super) fn find(
    query: &Query,
    meanings: &Meanings,
    vocabulary: &Vocabulary,
    name: &[WordId],
) -> Option<Match> {
    let mut order = Cow::Borrowed(query.order.as_slice());
    let mut alignment = Alignment::new(query, meanings, vocabulary, name, &order);
    // A word may have taken the only place of another one: whoever got none chooses first then.
    for _ in 0..query.words.len() {
        let Some(first) = alignment.displaced() else { break };
        order.to_mut().retain(|typed| *typed != first);
        order.to_mut().insert(0, first);
        let again = Alignment::new(query, meanings, vocabulary, name, &order);
        if again.missing.len() >= alignment.missing.len() {
            break;
        }
        alignment = again;
    }
    let tier = alignment.tier()?;
    Some(Match { tier, score: alignment.score(tier), marks: alignment.marks() })
}

impl<'a> Alignment<'a> {
    /// Gives the typed words, in this order, each the best of what is left.
    fn new(
        query: &'a Query,
        meanings: &'a Meanings,
        vocabulary: &'a Vocabulary,
        name: &'a [WordId],
        order: &[usize],
    ) -> Self {
        let mut alignment = Self {
            query,
            meanings,
            vocabulary,
            name,
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
            let word = self.vocabulary.word(self.name[found.first]);
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
            let length = word.phrases.iter().find(|p| self.is_phrase(at, p))?.len();
            Some(found(Way::Phrase, at, length))
        });
        let joined = || {
            let all = starts().filter_map(|at| {
                let (count, whole) = word.readings.iter().find_map(|reading| {
                    (!reading.doubtful).then(|| self.joined(at, &reading.spelling.folded)).flatten()
                })?;
                Some(found(if whole { Way::Equal } else { Way::Beginning }, at, count))
            });
            all.min_by_key(|found| found.way)
        };
        let initials = || {
            let at = starts().find(|at| self.are_initials(*at, &word.folded))?;
            Some(found(Way::Initials, at, word.length()))
        };
        phrase.or_else(joined).or_else(initials)
    }

    fn is_phrase(&self, at: usize, phrase: &[&str]) -> bool {
        let end = at + phrase.len();
        end <= self.name.len()
            && self.free[at..end].iter().all(|free| *free)
            && self.name[at..end]
                .iter()
                .zip(phrase)
                .all(|(id, word)| way::same(&self.vocabulary.word(*id).spelling.folded, word))
    }

    /// How many words, two at least, the letters are when spaces are left out, and whether the last of
    /// them is whole.
    fn joined(&self, at: usize, letters: &str) -> Option<(usize, bool)> {
        let mut rest = letters;
        for (count, id) in self.name[at..].iter().enumerate() {
            if rest.is_empty() {
                return (count > 1).then_some((count, true));
            }
            if !self.free[at + count] {
                return None;
            }
            let word = &self.vocabulary.word(*id).spelling.folded;
            match rest.strip_prefix(word.as_str()) {
                Some(after) => rest = after,
                None => return (count > 0 && word.starts_with(rest)).then_some((count + 1, false)),
            }
        }
        (rest.is_empty() && self.name.len() - at > 1).then_some((self.name.len() - at, true))
    }

    fn are_initials(&self, at: usize, letters: &str) -> bool {
        let count = letters.chars().count();
        (2..=12).contains(&count)
            && at + count <= self.name.len()
            && letters.chars().zip(at..).all(|(letter, at)| {
                self.free[at] && self.vocabulary.word(self.name[at]).initial == letter
            })
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
        let unmeant = |at: &&usize| !self.query.words[**at].filler;
        if self.missing.iter().any(|at| unmeant(&at)) {
            return self.is_most().then_some(Tier::Most);
        }
        if !self.missing.is_empty() && !self.is_substantial() {
            return None;
        }
        let worst = self.found.iter().map(|found| found.way).max()?;
        let from_start = self.missing.is_empty() && self.runs_from_start();
        let tier = match worst {
            Way::Equal if from_start && self.free.iter().all(|free| !free) => Tier::Exact,
            Way::Equal | Way::Beginning if from_start && self.only_last_is_begun() => Tier::Prefix,
            Way::Equal | Way::Phrase => Tier::Words,
            Way::Beginning => Tier::Beginnings,
            Way::Initials => Tier::Initials,
            Way::Inside => Tier::Substring,
            Way::Scattered => Tier::Subsequence,
            Way::ByEar | Way::Slip => Tier::Slips,
        };
        Some(if self.missing.is_empty() { tier } else { tier.max(Tier::Passing) })
    }

    /// The typed words stand at the start of the name, in order, without a gap.
    fn runs_from_start(&self) -> bool {
        let mut by_typed = self.found.clone();
        by_typed.sort_by_key(|found| found.typed);
        let mut next = 0;
        by_typed.iter().all(|found| {
            let follows = found.first == next;
            next += found.count;
            follows
        })
    }

    fn only_last_is_begun(&self) -> bool {
        let last = self.query.words.len() - 1;
        self.found.iter().all(|found| found.way == Way::Equal || found.typed == last)
    }

    /// Something else than fillers was found.
    fn is_substantial(&self) -> bool {
        let meant = |found: &&Found| !self.query.words[found.typed].filler;
        self.found.iter().filter(meant).any(|found| self.query.words[found.typed].length() > 1)
    }

    /// Most of what was typed was found as whole words, with the accents that were typed.
    fn is_most(&self) -> bool {
        let (mut all, mut found, mut longest) = (0, 0, 0);
        for typed in self.query.words.iter().filter(|typed| !typed.filler) {
            all += typed.length();
        }
        for place in &self.found {
            let typed = &self.query.words[place.typed];
            let word = self.vocabulary.word(self.name[place.first]);
            let sure = place.way <= Way::Phrase
                && !typed.filler
                && (place.count > 1 || !way::contradicts(typed, word));
            if sure {
                found += typed.length();
                longest = longest.max(typed.length());
            }
        }
        10 * found >= 6 * all && longest > 2
    }

    /// Tier, worse ways, accents kept, position, closeness and length in one number; each has room for
    /// what names can be, and is cut off there.
    fn score(&self, tier: Tier) -> i64 {
        let length = |at: &usize| self.query.words[*at].length();
        let missing: usize = self.missing.iter().map(length).sum();
        let ways: usize = self.found.iter().map(|found| found.way as usize).sum();
        let kept = |found: &Found| {
            let word = self.vocabulary.word(self.name[found.first]);
            usize::from(way::accents_kept(&self.query.words[found.typed], word))
        };
        let kept: usize = self.found.iter().map(kept).sum();
        let first = self.found.iter().map(|found| found.first).min().unwrap_or(0);
        let end = self.found.iter().map(|found| found.first + found.count).max().unwrap_or(0);
        let taken: usize = self.found.iter().map(|found| found.count).sum();
        let letters: usize = self.name.iter().map(|id| self.vocabulary.word(*id).length).sum();
        let worse = |value: usize| 255 - i64::try_from(value.min(255)).unwrap_or(255);
        let parts = [
            worse(tier as usize),
            worse(missing + ways),
            255 - worse(kept),
            worse(first),
            worse(end - first - taken),
            worse(letters),
        ];
        parts.into_iter().fold(0, |score, part| score * 256 + part)
    }

    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for found in &self.found {
            let typed = &self.query.words[found.typed];
            for at in found.first..found.first + found.count {
                let word = self.vocabulary.word(self.name[at]);
                let runs = match found.count {
                    1 => way::highlighted(typed, word, found.way),
                    _ if found.way == Way::Initials => std::iter::once(0..1).collect(),
                    _ => std::iter::once(0..word.length).collect(),
                };
                marks.extend(runs.into_iter().map(|chars| Mark { word: at, chars }));
            }
        }
        marks
    }
}
