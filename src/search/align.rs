//! One query against one name: each typed word is given words of the name of its own.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::Tier;
use super::around::Surroundings;
use super::context;
use super::index::Index;
use super::meanings::Meanings;
use super::name::RATE;
use super::names::NameId;
use super::phase::Phase;
use super::query::{Method, Query};
use super::runs;
use super::score::Parts;
use super::spelt::Spelt;
use super::vocabulary::WordId;
use super::way::{self, Way};

/// How a query was found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) tier: Tier,
    /// The order of hits in one number, higher first.
    pub(super) score: i64,
    pub(super) found: Vec<Found>,
    /// The typed words that the unit or the section has.
    pub(super) in_context: Vec<usize>,
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
    place: Place<'a>,
    query: &'a Query,
    meanings: &'a Meanings,
    index: &'a Index,
    name: &'a [WordId],
    free: Vec<bool>,
    found: Vec<Found>,
    missing: Vec<usize>,
    in_context: Vec<usize>,
}

/// Whether the query is the whole of a unit or of the name of a section: word by word, in order.
pub(super) fn is_whole(
    query: &Query,
    index: &Index,
    context: &Surroundings,
    meanings: &Meanings,
) -> bool {
    context.parts().into_iter().any(|part| {
        let equal = |(typed, word): (usize, WordId)| {
            meanings.of(typed, word) == Some(Way::Equal)
                && !way::contradicts(&query.words[typed], index.vocabulary.word(word), Way::Equal)
        };
        part.len() == query.words.len() && part.iter().copied().enumerate().all(equal)
    })
}

/// A name that is found by its unit or its section alone: of those, one is as good as the other.
pub(super) fn belonging(query: &Query) -> Match {
    let tier = Tier::WholeContext;
    let score = Parts { kept: 0, ..Parts::best_of(tier) }.score();
    Match { tier, score, found: Vec::new(), in_context: (0..query.words.len()).collect() }
}

/// The best way in which a query is found in a name, if it is found at all.
pub(super) fn find(
    query: &Query,
    meanings: &Meanings,
    index: &Index,
    name: NameId,
    phase: Phase,
) -> Option<Match> {
    if phase == Phase::WholeContext {
        return is_whole(query, index, index.around(name), meanings).then(|| belonging(query));
    }
    let place = Place { query, meanings, index, name, phase };
    if phase != Phase::Lacking {
        return place.find(&[]);
    }
    // What the context has is often at the one end of the query or at the other: it is left to it then, even
    // where the name has such a word too.
    let whole = (0..query.words.len()).collect::<Vec<_>>();
    let in_context = |typed: &&usize| context::way(&place, **typed) == Some(Way::Equal);
    let leading = whole.iter().take_while(in_context).count();
    let trailing = whole.iter().rev().take_while(in_context).count();
    let left = [&[][..], &whole[..leading], &whole[whole.len() - trailing..]];
    left.into_iter().filter_map(|left| place.find(left)).max_by_key(|found| found.score)
}

/// A name that is asked for a query.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) query: &'a Query,
    pub(super) meanings: &'a Meanings,
    pub(super) index: &'a Index,
    pub(super) name: NameId,
    pub(super) phase: Phase,
}

impl Place<'_> {
    /// The best way in which the query is found, where these typed words are left to the context.
    fn find(self, left: &[usize]) -> Option<Match> {
        let mut order = Cow::Borrowed(self.query.order.as_slice());
        if !left.is_empty() {
            order.to_mut().retain(|typed| !left.contains(typed));
        }
        let mut alignment = Alignment::new(self, &order, left);
        // A word may have taken the only place of another one: the one that got none chooses first then.
        for _ in 0..order.len() {
            let Some(first) = alignment.displaced(left) else { break };
            order.to_mut().retain(|typed| *typed != first);
            order.to_mut().insert(0, first);
            let again = Alignment::new(self, &order, left);
            if again.missing.len() >= alignment.missing.len() {
                break;
            }
            alignment = again;
        }
        alignment.tidy();
        if self.phase.has_context() {
            alignment.ask_context();
        }
        let tier = alignment.tier()?;
        let score = alignment.score(tier);
        Some(Match { tier, score, found: alignment.found, in_context: alignment.in_context })
    }
}

impl<'a> Alignment<'a> {
    /// Gives the typed words, in this order, each the best of what is left; those that are `left` get nothing.
    fn new(place: Place<'a>, order: &[usize], left: &[usize]) -> Self {
        let Place { query, meanings, index, .. } = place;
        let name = index.name(place.name);
        let mut alignment = Self {
            place,
            query,
            meanings,
            index,
            name,
            free: vec![true; name.len()],
            found: Vec::with_capacity(query.words.len()),
            missing: left.to_vec(),
            in_context: Vec::new(),
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
    fn displaced(&self, left: &[usize]) -> Option<usize> {
        let meant = |typed: usize| {
            let way = |id: &WordId| self.meanings.of(typed, *id);
            self.name.iter().filter_map(way).any(|way| self.accepts(typed, way))
        };
        let asked = self.missing.iter().copied().filter(|typed| !left.contains(typed));
        asked.into_iter().find(|typed| meant(*typed))
    }

    /// Whether a typed word may be found in this way.
    fn accepts(&self, typed: usize, way: Way) -> bool {
        let is_whole = way <= Way::Phrase;
        let is_last = typed + 1 == self.query.words.len();
        !self.place.phase.is_strict() || is_whole || (is_last && way == Way::Beginning)
    }

    /// Moves what was found behind or before its neighbour in the query, where the name has the same word there too.
    fn tidy(&mut self) {
        if self.found.len() < 2 {
            return;
        }
        self.found.sort_by_key(|found| found.typed);
        for at in 1..self.found.len() {
            let before = self.found[at - 1];
            self.move_to(at, before.first + before.count);
        }
        for at in (1..self.found.len()).rev() {
            let next = self.found[at].first;
            if let Some(place) = next.checked_sub(1) {
                self.move_to(at - 1, place);
            }
        }
    }

    /// Moves a found word, if the name has the same word at this place and it is free.
    fn move_to(&mut self, at: usize, place: usize) {
        let found = self.found[at];
        let is_same = self.name.get(place) == Some(&self.name[found.first]);
        if found.count == 1 && is_same && self.free[place] {
            self.free[found.first] = true;
            self.free[place] = false;
            self.found[at].first = place;
        }
    }

    /// Gives the unit and the section what the name lacks, or has only with a typo.
    fn ask_context(&mut self) {
        let similar = self.found.iter().filter(|found| found.way > Way::Beginning);
        let asked: Vec<usize> =
            self.missing.iter().copied().chain(similar.map(|found| found.typed)).collect();
        let has = context::shared_out(&self.place, &asked);
        for found in self.found.iter().filter(|found| has.contains(&found.typed)) {
            self.free[found.first..found.first + found.count].fill(true);
        }
        self.found.retain(|found| !has.contains(&found.typed));
        self.missing.retain(|typed| !has.contains(typed));
        self.in_context = has;
    }

    /// The best words for a typed one: by the way, then by accents, then next to what was found
    /// already, then the first.
    fn best(&self, typed: usize) -> Option<Found> {
        let single = (0..self.name.len()).filter(|at| self.free[*at]).filter_map(|at| {
            let way = self.meanings.of(typed, self.name[at]);
            let way = way.filter(|way| self.accepts(typed, *way))?;
            Some(Found { way, typed, first: at, count: 1 })
        });
        let single = single.min_by_key(|found| {
            let word = self.index.vocabulary.word(self.name[found.first]);
            let kept = way::accents_kept(&self.query.words[typed], word);
            let contradicted = self.is_contradicted(found) || self.is_bare(found);
            (found.way, contradicted, Reverse(kept), self.distance(found.first), found.first)
        });
        match single {
            Some(found) if found.way <= Way::Beginning => Some(found),
            _ => {
                let run = self.run(typed).filter(|run| self.accepts(typed, run.way));
                run.into_iter().chain(single).min_by_key(|found| found.way)
            }
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
            let here = |phrase: &&&[Spelt]| runs::is_phrase(self.index, self.free_from(at), phrase);
            Some(found(Way::Phrase, at, word.phrases.iter().find(here)?.len()))
        });
        let joined = || {
            if !self.meanings.may_be_joined(typed) {
                return None;
            }
            let all = starts().filter_map(|at| {
                let (count, whole) =
                    word.readings.iter().filter(|r| !r.doubtful).find_map(|r| {
                        let words = self.free_from(at);
                        let found = runs::joined(self.index, words, r.spelt.folded())?;
                        // By the keys of an input method too much could be meant.
                        (found.1 || r.method == Method::AsTyped).then_some(found)
                    })?;
                // Letters that are known to be an abbreviation are not taken for a word and a beginning.
                let way = if whole { Way::Equal } else { Way::Beginning };
                (whole || word.phrases.is_empty()).then(|| found(way, at, count))
            });
            all.min_by_key(|found| found.way)
        };
        let initials = || {
            if word.as_typed().is_spelt_out() {
                return None;
            }
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
        let is_in_context = !self.in_context.is_empty();
        let lacks = self.missing.iter().any(|typed| !self.query.is_passing(*typed));
        match self.place.phase {
            Phase::Lacking if lacks => return None,
            Phase::Lacking if is_in_context => {
                let is_sure = self.is_surely_in_context() && self.are_sure();
                return is_sure.then_some(Tier::InContext);
            }
            _ if self.found.is_empty() => return None,
            Phase::Typos if self.are_typos_far_apart() => return None,
            _ if self.is_other_words() || self.is_talk_with_other_accents() => return None,
            _ => {}
        }
        if lacks {
            let is_partial = self.is_partial() && !self.is_little_of_a_short_query();
            return is_partial.then_some(Tier::Partial);
        }
        if !self.missing.is_empty() && !self.is_substantial() {
            return None;
        }
        if self.place.phase == Phase::Respaced {
            return Some(Tier::Respaced);
        }
        if self.place.phase == Phase::Lacking {
            // A rate is no name without one.
            let is_rate = |typed: &usize| self.query.words[*typed].text == RATE;
            let is_passing = !self.missing.is_empty() && !self.missing.iter().any(is_rate);
            return (is_passing && self.is_run()).then_some(Tier::Passing);
        }
        let tier = self.tier_of_found()?;
        Some(match () {
            () if is_in_context => tier.max(Tier::Subsequence),
            () if self.missing.is_empty() => tier,
            () => tier.max(Tier::PassingParts),
        })
    }

    fn tier_of_found(&self) -> Option<Tier> {
        let worst = self.found.iter().map(|found| found.way).max()?;
        let from_start = self.missing.is_empty() && self.runs_from(0);
        let whole = worst <= Way::Beginning && self.only_last_is_begun();
        let as_typed = self.found.iter().all(|found| found.way != Way::Phrase);
        Some(match worst {
            Way::Equal if from_start && self.free.iter().all(|free| !free) => Tier::Exact,
            _ if whole && from_start && as_typed => Tier::Prefix,
            _ if whole && self.missing.is_empty() && self.runs_from(self.first()) => Tier::Together,
            Way::Equal | Way::Phrase => Tier::Words,
            Way::Beginning => Tier::Beginnings,
            Way::Initials => Tier::Initials,
            Way::Inside => Tier::Substring,
            Way::Subsequence => Tier::Subsequence,
            Way::Phonetic | Way::Typo => Tier::Typos,
        })
    }

    /// The first word of the name that was found.
    fn first(&self) -> usize {
        self.found.iter().map(|found| found.first).min().unwrap_or(0)
    }

    /// The typed words are in order, without a gap, from a word of the name on.
    fn runs_from(&self, start: usize) -> bool {
        let mut by_typed = self.found.clone();
        by_typed.sort_by_key(|found| found.typed);
        follow(by_typed.iter(), start)
    }

    /// How far what was found, but for what is said in passing, is from being the whole name: 0 it is, 1 the name
    /// begins so, 2 it is side by side, 3 it is scattered.
    fn looseness(&self) -> usize {
        let mut all: Vec<&Found> = self.found.iter().collect();
        all.sort_by_key(|found| found.typed);
        let meant: Vec<&Found> =
            all.iter().copied().filter(|found| !self.query.is_passing(found.typed)).collect();
        let Some(start) = meant.first().map(|found| found.first) else { return 3 };
        let is_run = |found: &[&Found]| {
            let start = found.first().map_or(0, |found| found.first);
            follow(found.iter().copied(), start)
        };
        match () {
            () if !is_run(&meant) && !is_run(&all) => 3,
            () if start > 0 => 2,
            () if self.free.contains(&true) => 1,
            () => 0,
        }
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

    /// Several words, or one of a few, were found only with typos, and not near what else was found.
    fn are_typos_far_apart(&self) -> bool {
        let has_typo = |found: &&Found| found.way >= Way::Subsequence;
        let typos = || self.found.iter().filter(has_typo);
        let is_near = |typo: &Found| {
            let others = self.found.iter().filter(|other| other.typed != typo.typed);
            let distance = |other: &Found| {
                let (first, second) =
                    if other.first < typo.first { (other, typo) } else { (typo, other) };
                second.first - (first.first + first.count - 1)
            };
            others.map(distance).any(|distance| distance <= NEAR)
        };
        let some = if self.is_short_query() && self.found.len() > 1 { 0 } else { 1 };
        typos().count() > some && !typos().all(is_near)
    }

    /// Of a query of a few words, one of which is missing, the others are not all there as typed, side by side. An
    /// abbreviation is several words by itself.
    fn is_little_of_a_short_query(&self) -> bool {
        let is_phrase = |found: &Found| found.way == Way::Phrase;
        let is_sure = |found: &Found| found.way <= Way::Phrase;
        let is_run = self.found.len() > 1 && self.found.iter().all(is_sure) && self.is_run();
        // A long word found whole is enough to be similar: "hộ nghèo" where there is only "giảm nghèo".
        let is_long = |found: &Found| {
            found.way == Way::Equal
                && self.index.vocabulary.word(self.name[found.first]).spelt.folded().len() >= LONG
        };
        let is_enough = |found: &Found| is_phrase(found) || is_long(found);
        self.is_short_query() && !is_run && !self.found.iter().any(is_enough)
    }

    /// The query is a few words, but for what is said in passing.
    fn is_short_query(&self) -> bool {
        self.query.words.iter().filter(|typed| !typed.filler).count() <= FEW
    }

    /// What people say to one another is meant with its accents.
    fn is_talk_with_other_accents(&self) -> bool {
        self.query.worst < Tier::Partial
            && self.found.iter().any(|found| self.is_contradicted(found))
    }

    /// Half of the words of a short query were found here and there, with other accents than were typed.
    fn is_other_words(&self) -> bool {
        let others = self.found.iter().filter(|found| self.is_contradicted(found)).count();
        others > 0 && 2 * others >= self.found.len() && self.is_short_query() && !self.is_run()
    }

    /// Most of what was typed was found with the accents that were typed, and half of that as whole words.
    fn is_partial(&self) -> bool {
        let (mut found, mut sure, mut longest) = (0, 0, 0);
        for place in &self.found {
            let typed = &self.query.words[place.typed];
            let length = typed.as_typed().length();
            let is_sure = place.way <= Way::Phrase;
            if typed.filler
                || self.is_contradicted(place)
                || !(is_sure || place.way >= Way::Phonetic)
            {
                continue;
            }
            found += length;
            if is_sure {
                sure += length;
                longest = longest.max(length);
            }
        }
        self.query.is_partial(found) && 2 * sure >= found && longest > 2
    }

    /// All words are whole, or they are side by side and the last one is begun.
    fn are_sure(&self) -> bool {
        self.found.iter().all(|found| found.way <= Way::Phrase) || self.is_run()
    }

    /// What was found is side by side, but for what is said in passing.
    fn is_run(&self) -> bool {
        self.looseness() < 3
    }

    /// Something that the context has is typed in full.
    fn is_surely_in_context(&self) -> bool {
        let mut ways = self.in_context.iter().map(|typed| context::way(&self.place, *typed));
        ways.any(|way| way == Some(Way::Equal))
    }

    /// Whether a word was typed with other accents than the one in which it was found.
    fn is_contradicted(&self, found: &Found) -> bool {
        let word = self.index.vocabulary.word(self.name[found.first]);
        found.count == 1 && way::contradicts(&self.query.words[found.typed], word, found.way)
    }

    /// Whether a word was typed without accents, among others with them, and the one in which it was found has some.
    fn is_bare(&self, found: &Found) -> bool {
        let word = self.index.vocabulary.word(self.name[found.first]);
        let is_whole = found.count == 1 && found.way == Way::Equal;
        is_whole && self.query.words[found.typed].bare && word.spelt.has_accents()
    }

    fn score(&self, tier: Tier) -> i64 {
        let length = |at: &usize| self.query.words[*at].as_typed().length();
        let missing: usize = self.missing.iter().map(length).sum();
        // A typo in a word is better than to lack the word.
        let missing = if tier == Tier::Partial { 2 * missing } else { missing };
        let ways: usize = self.found.iter().map(|found| found.way as usize).sum();
        let kept = |found: &Found| {
            let word = self.index.vocabulary.word(self.name[found.first]);
            usize::from(way::accents_kept(&self.query.words[found.typed], word))
        };
        let first = self.first();
        let end = self.found.iter().map(|found| found.first + found.count).max().unwrap_or(0);
        let taken: usize = self.found.iter().map(|found| found.count).sum();
        let lacks_some = tier == Tier::Respaced && !self.missing.is_empty();
        let missing = missing + if lacks_some { LACKS } else { 0 };
        let loose = match tier {
            Tier::InContext | Tier::Respaced | Tier::Passing | Tier::PassingParts => {
                16 * self.looseness()
            }
            _ if tier.is_similar() => 2 * self.looseness(),
            _ => 0,
        };
        let other_accents = |found: &&Found| self.is_contradicted(found) || self.is_bare(found);
        let context = context::cost(&self.place, &self.in_context);
        let parts = Parts {
            tier,
            contradicted: self.found.iter().filter(other_accents).count(),
            worse: missing + ways + loose + context,
            kept: self.found.iter().map(kept).sum(),
            first,
            gap: end - first - taken,
            letters: self.index.letters(self.place.name).into(),
        };
        parts.score()
    }
}

/// What it costs to lack what is said in passing, where other names have it.
const LACKS: usize = 48;

/// How many words of a query are a few.
const FEW: usize = 3;

/// Letters of a word that says something by itself.
const LONG: usize = 5;

/// How many words apart a typo may be from what else was found.
const NEAR: usize = 2;

/// Whether each begins where the one before it ends, the first at `start`.
fn follow<'a>(all: impl Iterator<Item = &'a Found>, start: usize) -> bool {
    let mut next = start;
    let mut all = all;
    all.all(|found| {
        let follows = found.first == next;
        next += found.count;
        follows
    })
}
