//! Alignment of a query with a name: each typed word is assigned its own words of the name.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::aligner::Aligner;
use super::match_table::MatchTable;
use super::pass::Pass;
use super::unit_section;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::index::Index;
use crate::search::index::context::Context;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::WordId;
use crate::search::query::{Placement, Query};
use crate::search::ranking::score::ScoreKey;
use crate::search::tokenize::is_rate;

/// How a query matches a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) tier: Tier,
    /// The rank of the hit as one number, higher is better.
    pub(crate) score: i64,
    pub(crate) found: Vec<WordHit>,
    /// The typed words that are found in the unit or the section.
    pub(crate) in_context: Vec<usize>,
}

/// The consecutive words of a name in which a typed word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordHit {
    pub(crate) word_match: WordMatch,
    /// The index of the typed word.
    pub(crate) typed: usize,
    /// The index of the first word of the name.
    pub(crate) first: usize,
    /// The number of words.
    pub(crate) count: usize,
}

/// An alignment in progress: the words assigned so far, and those that are still free.
pub(crate) struct Alignment<'a> {
    pub(crate) aligner: Aligner<'a>,
    pub(crate) query: &'a Query,
    pub(crate) matches: &'a MatchTable,
    pub(crate) index: &'a Index,
    pub(crate) name: &'a [WordId],
    pub(crate) free: Vec<bool>,
    pub(crate) found: Vec<WordHit>,
    pub(crate) missing: Vec<usize>,
    pub(crate) in_context: Vec<usize>,
}

/// Returns the part of a context that the query is: word by word, in order.
pub(crate) fn context_part(
    query: &Query,
    index: &Index,
    context: &Context,
    matches: &MatchTable,
) -> Option<ContextPart> {
    let count = query.words.len();
    let is_run = |part: &[WordId], worst_last: WordMatch| {
        let mut words = part.iter().copied().enumerate();
        words.all(|(typed, id)| {
            let (typed_word, word) = (&query.words[typed], index.vocabulary.word(id));
            let worst = if typed + 1 == count { worst_last } else { WordMatch::Equal };
            matches.of(typed, id).is_some_and(|word_match| {
                (word_match == WordMatch::Equal || word_match == worst)
                    && !word_match::contradicts(typed_word, word, word_match)
                    && !word_match::is_bare(typed_word, word, word_match)
            })
        })
    };
    let is_whole = |part: &[WordId]| part.len() == count && is_run(part, WordMatch::Equal);
    let is_inside = |section: &[WordId]| {
        count > 1 && section.windows(count).any(|part| is_run(part, WordMatch::Beginning))
    };
    match context.parts() {
        [unit, _] if is_whole(unit) && unit.len() > 1 => Some(ContextPart::LongUnit),
        [unit, section] if is_whole(unit) || is_whole(section) => Some(ContextPart::Other),
        [_, section] if is_inside(section) => Some(ContextPart::Inside),
        _ => None,
    }
}

/// The part of a context that a query is, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ContextPart {
    /// A unit of several words, which nobody types for the words of a name: "tỷ đồng".
    LongUnit,
    /// A unit of one word, or a section.
    Other,
    /// Neighbouring words of a section.
    Inside,
}

/// Returns the match of a name that is found only by its unit or its section: all such names rank
/// equally.
pub(crate) fn only_context_match(query: &Query, part: ContextPart) -> Match {
    let tier = Tier::OnlyContext;
    let whole = part == ContextPart::LongUnit;
    let worse = usize::from(part == ContextPart::Inside);
    let score = ScoreKey { kept: 0, whole, worse, ..ScoreKey::best_of(tier) }.score();
    Match { tier, score, found: Vec::new(), in_context: (0..query.words.len()).collect() }
}

/// Returns the best match of a query in a name, if there is one.
pub(crate) fn find(
    query: &Query,
    matches: &MatchTable,
    index: &Index,
    name: NameId,
    pass: Pass,
) -> Option<Match> {
    if pass == Pass::OnlyContext {
        let may_be = query.placement == Placement::Anywhere;
        let part = || context_part(query, index, index.context(name), matches);
        return may_be.then(part).flatten().map(|part| only_context_match(query, part));
    }
    let aligner = Aligner { query, matches, index, name, pass };
    if pass != Pass::Missing {
        return aligner.find(&[]);
    }
    // The words of the context are often at the start or the end of the query: they are left to the
    // context, even where the name has such a word too.
    let whole = (0..query.words.len()).collect::<Vec<_>>();
    let in_context =
        |typed: &&usize| unit_section::word_match(&aligner, **typed) == Some(WordMatch::Equal);
    // Each word of the context is used once: "dân số số hộ" has one more "số" than the section "Dân số".
    let used_once = |typed: &[usize]| {
        typed.len() < 2 || unit_section::found_in_context(&aligner, typed).len() == typed.len()
    };
    let leading = whole.iter().take_while(in_context).count();
    let leading = (0..=leading).rev().find(|count| used_once(&whole[..*count])).unwrap_or(0);
    let trailing = whole.iter().rev().take_while(in_context).count();
    let unit = unit_section::unit_typed_last(query, matches, index, index.context(name));
    let last = |count: usize| &whole[whole.len() - count..];
    let left = [&[][..], &whole[..leading], last(trailing), last(unit)];
    left.into_iter().filter_map(|left| aligner.find(left)).max_by_key(|found| found.score)
}

impl Aligner<'_> {
    /// Returns the best match if the typed words in `left` are left to the context.
    fn find(self, left: &[usize]) -> Option<Match> {
        let mut order = Cow::Borrowed(self.query.order.as_slice());
        if !left.is_empty() {
            order.to_mut().retain(|typed| !left.contains(typed));
        }
        let mut alignment = Alignment::new(self, &order, left);
        // A word may have taken the only possible word of another one: the displaced word chooses
        // first then.
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
        alignment.move_next_to_neighbours();
        alignment.drop_doubtful();
        if self.pass.has_context() {
            alignment.match_context();
        }
        let tier = alignment.tier()?;
        let score = alignment.score(tier);
        Some(Match { tier, score, found: alignment.found, in_context: alignment.in_context })
    }
}

impl<'a> Alignment<'a> {
    /// Assigns to the typed words, in this order, the best of the free words; those in `left` get
    /// nothing.
    fn new(aligner: Aligner<'a>, order: &[usize], left: &[usize]) -> Self {
        let Aligner { query, matches, index, .. } = aligner;
        let name = index.name(aligner.name);
        let mut alignment = Self {
            aligner,
            query,
            matches,
            index,
            name,
            free: vec![true; name.len()],
            found: Vec::with_capacity(query.words.len()),
            missing: left.to_vec(),
            in_context: Vec::new(),
        };
        for typed in order {
            match alignment.best(*typed) {
                Some(found) => alignment.assign(found),
                None => alignment.missing.push(*typed),
            }
        }
        alignment
    }

    /// Returns a typed word that is unassigned only because others took its words.
    fn displaced(&self, left: &[usize]) -> Option<usize> {
        let meant = |typed: usize| {
            let word_match = |id: &WordId| self.matches.of(typed, *id);
            self.name
                .iter()
                .filter_map(word_match)
                .any(|word_match| self.accepts(typed, word_match))
        };
        let asked = self.missing.iter().copied().filter(|typed| !left.contains(typed));
        asked.into_iter().find(|typed| meant(*typed))
    }

    /// Whether this pass accepts such a match for a typed word.
    fn accepts(&self, typed: usize, word_match: WordMatch) -> bool {
        let is_whole = word_match <= WordMatch::Phrase;
        let is_last = typed + 1 == self.query.words.len();
        if self.query.words[typed].is_behind_name || word_match > self.aligner.pass.worst_match() {
            return false;
        }
        !self.aligner.pass.is_strict()
            || is_whole
            || (is_last && word_match == WordMatch::Beginning)
    }

    /// Moves assigned words next to their neighbours in the query, if the name has the same word
    /// there too; where typed words are missing between them, possibly that many words apart.
    fn move_next_to_neighbours(&mut self) {
        if self.found.len() < 2 {
            return;
        }
        self.found.sort_by_key(|found| found.typed);
        let missing = |a: &WordHit, b: &WordHit| b.typed - a.typed - 1;
        for at in 1..self.found.len() {
            let [before, found] = [self.found[at - 1], self.found[at]];
            let end = before.first + before.count;
            if found.first != end && !self.move_to(at, end) {
                self.move_to(at, end + missing(&before, &found));
            }
        }
        for at in (1..self.found.len()).rev() {
            let [found, next] = [self.found[at - 1], self.found[at]];
            let place = |missing: usize| next.first.checked_sub(1 + missing);
            let is_next = place(0) == Some(found.first);
            if !is_next && !place(0).is_some_and(|place| self.move_to(at - 1, place)) {
                place(missing(&found, &next)).map(|place| self.move_to(at - 1, place));
            }
        }
    }

    /// Moves an assigned word to `place` if the name has the same or an equally good word there and
    /// it is free, or another typed word is there that fits its place as well: "ngân sách huyện Ngân
    /// Sơn". Returns whether it was moved.
    fn move_to(&mut self, at: usize, place: usize) -> bool {
        let found = self.found[at];
        let fits = |hit: &WordHit, place: usize| {
            let moved = WordHit { first: place, ..*hit };
            self.name.get(place).is_some_and(|word| {
                self.matches.of(hit.typed, *word) == Some(hit.word_match)
                    && self.accents_of(hit) == self.accents_of(&moved)
            })
        };
        let may_swap = |other: &WordHit| {
            let single = other.count == 1 && found.count == 1;
            other.first == place && single && fits(&found, place) && fits(other, found.first)
        };
        if let Some(other) = self.found.iter().position(may_swap).filter(|other| *other != at) {
            self.found[other].first = found.first;
            self.found[at].first = place;
            return true;
        }
        let moved = WordHit { first: place, ..found };
        let is_as_good = |word: WordId| {
            self.matches.of(found.typed, word) == Some(found.word_match)
                && self.accents_of(&found) == self.accents_of(&moved)
        };
        let same = self
            .name
            .get(place)
            .is_some_and(|word| *word == self.name[found.first] || is_as_good(*word));
        let moves = found.count == 1 && same && self.free[place];
        if moves {
            self.free[found.first] = true;
            self.free[place] = false;
            self.found[at] = moved;
        }
        moves
    }

    /// Returns the accent part of the sort key of an assignment: lower is better.
    fn accents_of(&self, found: &WordHit) -> (bool, Reverse<u8>) {
        let word = self.index.vocabulary.word(self.name[found.first]);
        let kept = word_match::accents_kept(&self.query.words[found.typed], word);
        (self.is_contradicted(found) || self.is_bare(found), Reverse(kept))
    }

    /// Looks in the unit and the section for the typed words that the name lacks or matches only
    /// similarly.
    fn match_context(&mut self) {
        let similar = self.found.iter().filter(|found| found.word_match > WordMatch::Beginning);
        let asked: Vec<usize> =
            self.missing.iter().copied().chain(similar.map(|found| found.typed)).collect();
        let mut has = unit_section::found_in_context(&self.aligner, &asked);
        // A filler word alone does not mean the unit or the section.
        if has.iter().all(|typed| self.query.is_filler(*typed)) {
            let words = &self.query.words;
            has.retain(|typed| words[*typed].is_behind_name || is_rate(&words[*typed].text));
        }
        for found in self.found.iter().filter(|found| has.contains(&found.typed)) {
            self.free[found.first..found.first + found.count].fill(true);
        }
        self.found.retain(|found| !has.contains(&found.typed));
        self.missing.retain(|typed| !has.contains(typed));
        self.in_context = has;
    }

    /// Returns the best free words for a typed word: by kind of match, then accents, then distance
    /// to other assigned words, then position.
    fn best(&self, typed: usize) -> Option<WordHit> {
        let single = (0..self.name.len()).filter(|at| self.free[*at]).filter_map(|at| {
            let word_match = self.matches.of(typed, self.name[at]);
            let word_match = word_match.filter(|word_match| self.accepts(typed, *word_match))?;
            Some(WordHit { word_match, typed, first: at, count: 1 })
        });
        let single = single.min_by_key(|found| {
            (found.word_match, self.accents_of(found), self.distance(found.first), found.first)
        });
        match single {
            Some(found) if found.word_match <= WordMatch::Beginning => Some(found),
            _ => {
                let run = self.run(typed).filter(|run| self.accepts(typed, run.word_match));
                run.into_iter().chain(single).min_by_key(|found| found.word_match)
            }
        }
    }

    /// Returns the distance of a word to the nearest assigned word.
    fn distance(&self, at: usize) -> usize {
        let ends = self.found.iter().flat_map(|found| [found.first, found.first + found.count - 1]);
        ends.map(|end| end.abs_diff(at)).min().unwrap_or(0)
    }

    /// Returns the free words of the name from `at` up to the next assigned one.
    pub(super) fn free_from(&self, at: usize) -> &'a [WordId] {
        let free = self.free[at..].iter().take_while(|free| **free).count();
        &self.name[at..at + free]
    }

    fn assign(&mut self, found: WordHit) {
        self.free[found.first..found.first + found.count].fill(false);
        self.found.push(found);
    }
}
