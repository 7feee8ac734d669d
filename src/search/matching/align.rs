//! One query against one name: each typed word is given words of the name of its own.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::match_table::MatchTable;
use super::pass::Pass;
use super::spans;
use super::unit_section;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::index::Index;
use crate::search::index::context::Surroundings;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::WordId;
use crate::search::query::{Method, Query};
use crate::search::ranking::score::Parts;
use crate::text::word_form::WordForm;

/// How a query was found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Match {
    pub(in crate::search) tier: Tier,
    /// The order of hits in one number, higher first.
    pub(in crate::search) score: i64,
    pub(in crate::search) found: Vec<WordHit>,
    /// The typed words that the unit or the section has.
    pub(in crate::search) in_context: Vec<usize>,
}

/// A run of words of a name that a typed word was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct WordHit {
    pub(in crate::search) way: WordMatch,
    /// Which typed word.
    pub(in crate::search) typed: usize,
    /// The first word of the name.
    pub(in crate::search) first: usize,
    /// How many words.
    pub(in crate::search) count: usize,
}

/// What is left of a name while words are given away, and what was given.
pub(in crate::search) struct Alignment<'a> {
    pub(in crate::search) place: Aligner<'a>,
    pub(in crate::search) query: &'a Query,
    pub(in crate::search) meanings: &'a MatchTable,
    pub(in crate::search) index: &'a Index,
    pub(in crate::search) name: &'a [WordId],
    pub(in crate::search) free: Vec<bool>,
    pub(in crate::search) found: Vec<WordHit>,
    pub(in crate::search) missing: Vec<usize>,
    pub(in crate::search) in_context: Vec<usize>,
}

/// Whether the query is the whole of a unit or of the name of a section: word by word, in order.
pub(in crate::search) fn is_whole(
    query: &Query,
    index: &Index,
    context: &Surroundings,
    meanings: &MatchTable,
) -> bool {
    context.parts().into_iter().any(|part| {
        let equal = |(typed, word): (usize, WordId)| {
            meanings.of(typed, word) == Some(WordMatch::Equal)
                && !word_match::contradicts(
                    &query.words[typed],
                    index.vocabulary.word(word),
                    WordMatch::Equal,
                )
        };
        part.len() == query.words.len() && part.iter().copied().enumerate().all(equal)
    })
}

/// A name that is found by its unit or its section alone: of those, one is as good as the other.
pub(in crate::search) fn belonging(query: &Query) -> Match {
    let tier = Tier::WholeContext;
    let score = Parts { kept: 0, ..Parts::best_of(tier) }.score();
    Match { tier, score, found: Vec::new(), in_context: (0..query.words.len()).collect() }
}

/// The best way in which a query is found in a name, if it is found at all.
pub(in crate::search) fn find(
    query: &Query,
    meanings: &MatchTable,
    index: &Index,
    name: NameId,
    phase: Pass,
) -> Option<Match> {
    if phase == Pass::WholeContext {
        return is_whole(query, index, index.around(name), meanings).then(|| belonging(query));
    }
    let place = Aligner { query, meanings, index, name, phase };
    if phase != Pass::Lacking {
        return place.find(&[]);
    }
    // What the context has is often at the one end of the query or at the other: it is left to it then, even
    // where the name has such a word too.
    let whole = (0..query.words.len()).collect::<Vec<_>>();
    let in_context = |typed: &&usize| unit_section::way(&place, **typed) == Some(WordMatch::Equal);
    let leading = whole.iter().take_while(in_context).count();
    let trailing = whole.iter().rev().take_while(in_context).count();
    let left = [&[][..], &whole[..leading], &whole[whole.len() - trailing..]];
    left.into_iter().filter_map(|left| place.find(left)).max_by_key(|found| found.score)
}

/// A name that is asked for a query.
#[derive(Clone, Copy)]
pub(in crate::search) struct Aligner<'a> {
    pub(in crate::search) query: &'a Query,
    pub(in crate::search) meanings: &'a MatchTable,
    pub(in crate::search) index: &'a Index,
    pub(in crate::search) name: NameId,
    pub(in crate::search) phase: Pass,
}

impl Aligner<'_> {
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
    fn new(place: Aligner<'a>, order: &[usize], left: &[usize]) -> Self {
        let Aligner { query, meanings, index, .. } = place;
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
    fn accepts(&self, typed: usize, way: WordMatch) -> bool {
        let is_whole = way <= WordMatch::Phrase;
        let is_last = typed + 1 == self.query.words.len();
        !self.place.phase.is_strict() || is_whole || (is_last && way == WordMatch::Beginning)
    }

    /// Moves what was found behind or before its neighbour in the query, where the name has the same word there too;
    /// if words of the query are missing between them, perhaps as far away as those.
    fn tidy(&mut self) {
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

    /// Moves a found word, if the name has at this place the same word, or one in which it is found as well, and it is
    /// free. Returns whether it does.
    fn move_to(&mut self, at: usize, place: usize) -> bool {
        let found = self.found[at];
        let moved = WordHit { first: place, ..found };
        let is_as_good = |word: WordId| {
            self.meanings.of(found.typed, word) == Some(found.way)
                && self.accents_of(&found) == self.accents_of(&moved)
        };
        let same = self.name.get(place).is_some_and(|word| {
            *word == self.name[found.first] || (found.way == WordMatch::Equal && is_as_good(*word))
        });
        let moves = found.count == 1 && same && self.free[place];
        if moves {
            self.free[found.first] = true;
            self.free[place] = false;
            self.found[at] = moved;
        }
        moves
    }

    /// What the accents say about a word that was found: less is better.
    fn accents_of(&self, found: &WordHit) -> (bool, Reverse<u8>) {
        let word = self.index.vocabulary.word(self.name[found.first]);
        let kept = word_match::accents_kept(&self.query.words[found.typed], word);
        (self.is_contradicted(found) || self.is_bare(found), Reverse(kept))
    }

    /// Gives the unit and the section what the name lacks, or has only with a typo.
    fn ask_context(&mut self) {
        let similar = self.found.iter().filter(|found| found.way > WordMatch::Beginning);
        let asked: Vec<usize> =
            self.missing.iter().copied().chain(similar.map(|found| found.typed)).collect();
        let has = unit_section::shared_out(&self.place, &asked);
        for found in self.found.iter().filter(|found| has.contains(&found.typed)) {
            self.free[found.first..found.first + found.count].fill(true);
        }
        self.found.retain(|found| !has.contains(&found.typed));
        self.missing.retain(|typed| !has.contains(typed));
        self.in_context = has;
    }

    /// The best words for a typed one: by the way, then by accents, then next to what was found
    /// already, then the first.
    fn best(&self, typed: usize) -> Option<WordHit> {
        let single = (0..self.name.len()).filter(|at| self.free[*at]).filter_map(|at| {
            let way = self.meanings.of(typed, self.name[at]);
            let way = way.filter(|way| self.accepts(typed, *way))?;
            Some(WordHit { way, typed, first: at, count: 1 })
        });
        let single = single.min_by_key(|found| {
            (found.way, self.accents_of(found), self.distance(found.first), found.first)
        });
        match single {
            Some(found) if found.way <= WordMatch::Beginning => Some(found),
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
    fn run(&self, typed: usize) -> Option<WordHit> {
        let word = &self.query.words[typed];
        let found = |way, first, count| WordHit { way, typed, first, count };
        let starts = || (0..self.name.len()).filter(|at| self.free[*at]);
        let phrase = starts().find_map(|at| {
            let here =
                |phrase: &&&[WordForm]| spans::is_phrase(self.index, self.free_from(at), phrase);
            Some(found(WordMatch::Phrase, at, word.phrases.iter().find(here)?.len()))
        });
        let joined = || {
            if !self.meanings.may_be_joined(typed) {
                return None;
            }
            let all = starts().filter_map(|at| {
                let (count, whole) =
                    word.readings.iter().filter(|r| !r.doubtful).find_map(|r| {
                        let words = self.free_from(at);
                        let found = spans::joined(self.index, words, r.spelt.folded())?;
                        // By the keys of an input method too much could be meant.
                        (found.1 || r.method == Method::AsTyped).then_some(found)
                    })?;
                // Letters that are known to be an abbreviation are not taken for a word and a beginning.
                let way = if whole { WordMatch::Equal } else { WordMatch::Beginning };
                (whole || word.phrases.is_empty()).then(|| found(way, at, count))
            });
            all.min_by_key(|found| found.way)
        };
        let initials = || {
            if word.as_typed().is_spelt_out() {
                return None;
            }
            let here = |at: &usize| {
                spans::are_initials(self.index, self.free_from(*at), word.as_typed().folded())
            };
            Some(found(WordMatch::Initials, starts().find(here)?, word.as_typed().length()))
        };
        phrase.or_else(joined).or_else(initials)
    }

    /// The words of the name from one on, up to the next that is taken.
    fn free_from(&self, at: usize) -> &'a [WordId] {
        let free = self.free[at..].iter().take_while(|free| **free).count();
        &self.name[at..at + free]
    }

    fn take(&mut self, found: WordHit) {
        self.free[found.first..found.first + found.count].fill(false);
        self.found.push(found);
    }
}
