//! A query against a whole index: which names are worth a look, and how good they can be at best.

use std::sync::Arc;

use super::score::Parts;
use crate::search::Tier;
use crate::search::index::Index;
use crate::search::index::context::Surroundings;
use crate::search::index::name_set::{NameId, NameSet};
use crate::search::index::vocabulary::WordId;
use crate::search::matching::align;
use crate::search::matching::match_bits::{LANES, MatchBits, Required};
use crate::search::matching::match_table::MatchTable;
use crate::search::matching::pass::Pass;
use crate::search::matching::spans;
use crate::search::matching::unit_section;
use crate::search::matching::word_match::WordMatch;
use crate::search::query::{Query, Typed};

/// A query with what it can mean in the names of an index, for one phase of the search.
#[derive(Debug)]
pub(in crate::search) struct UpperBounds {
    pub(in crate::search) query: Query,
    pub(in crate::search) meanings: Arc<MatchTable>,
    phase: Pass,
    /// How the typed words are found in each unit with its section, for the phases that ask them.
    context: Vec<MatchBits>,
    /// Names in which a typed word stands for several words, and how.
    runs: Vec<(MatchBits, NameSet)>,
    /// The lanes of all typed words, and of those that are not said in passing.
    all: Required,
    needed: Required,
    /// The lane of each typed word, in the order in which they were typed; none if there are too many.
    typed_lanes: Option<Vec<usize>>,
    /// The most letters that the typed words can be.
    letters: usize,
    /// How many typed words are found, at least, in words with other accents; later phases may lack them.
    contradicted: usize,
    /// What no name can pass that is the whole query, and what no other name can, but for its letters.
    ceilings: Option<(i64, i64)>,
}

impl UpperBounds {
    /// Plans the first phase, or, for a query with other spaces, the one for such.
    pub(in crate::search) fn new(query: Query, index: &Index, phase: Pass) -> Self {
        let lanes = query.words.len().min(LANES);
        let needed = |lane: usize| lane < lanes && !query.words[query.order[lane]].filler;
        let lane_of = |typed| query.order.iter().position(|at| *at == typed);
        let meanings = MatchTable::new(&query, &index.vocabulary, phase);
        let mut plan = Self {
            phase,
            context: Vec::new(),
            runs: runs_of(&query, &meanings, index, &[WordMatch::Phrase, WordMatch::Equal]),
            meanings: Arc::new(meanings),
            all: Required::of(|lane| lane < lanes),
            needed: Required::of(needed),
            typed_lanes: (query.words.len() <= LANES)
                .then(|| (0..query.words.len()).filter_map(lane_of).collect()),
            letters: query.words.iter().map(Typed::longest).sum(),
            contradicted: 0,
            ceilings: None,
            query,
        };
        plan.contradicted = plan.least_contradicted();
        plan.ceilings = plan.new_ceilings(index);
        plan
    }

    /// Plans a later phase.
    pub(in crate::search) fn in_phase(&self, index: &Index, phase: Pass) -> Self {
        let mut runs = self.runs.clone();
        // Initials count from this phase on.
        if phase == Pass::Parts {
            runs.extend(runs_of(&self.query, &self.meanings, index, &[WordMatch::Initials]));
        }
        let meanings = match phase {
            Pass::Typos => Arc::new(MatchTable::new(&self.query, &index.vocabulary, phase)),
            _ => Arc::clone(&self.meanings),
        };
        let context = match phase {
            _ if !phase.has_context() => Vec::new(),
            _ => unit_section::lanes(&self.query, &meanings, index),
        };
        let mut plan = Self {
            phase,
            meanings,
            context,
            runs,
            typed_lanes: self.typed_lanes.clone(),
            query: self.query.clone(),
            contradicted: 0,
            ..*self
        };
        plan.ceilings = plan.new_ceilings(index);
        plan
    }

    /// The names that this phase can find, if they are few enough to be listed rather than to go
    /// through all.
    pub(in crate::search) fn candidates(&self, index: &Index) -> Option<NameSet> {
        if self.phase == Pass::WholeContext {
            return Some(self.belonging(index));
        }
        let worst = self.phase.worst_way();
        let needs_all = self.phase == Pass::Words;
        let rarest = (0..self.lanes())
            .filter(|lane| needs_all || !self.is_filler(*lane))
            .filter(|lane| self.context.iter().all(|found| found.way(*lane).is_none()))
            .min_by_key(|lane| self.having(index, *lane, worst))?;
        let mut found_in = vec![(rarest, worst)];
        if self.phase == Pass::Typos {
            found_in.extend(self.cannot_all_be_missing(index)?);
        }
        let count: usize = found_in.iter().map(|(lane, way)| self.having(index, *lane, *way)).sum();
        if count > index.len() / 2 {
            return None;
        }
        let mut names = NameSet::none(index.len());
        for (lane, worst) in found_in {
            for word in self.meanings.within(self.query.order[lane], worst) {
                names.add_all(index.having(word));
            }
            for (_, run) in self.runs.iter().filter(|(lanes, _)| lanes.way(lane).is_some()) {
                names.add_all(run.iter());
            }
        }
        Some(names)
    }

    /// The names whose unit or section the query is.
    fn belonging(&self, index: &Index) -> NameSet {
        let mut names = NameSet::none(index.len());
        if self.ceilings.is_some() {
            let is_whole = |name: &NameId| self.is_whole(index, index.around(*name));
            names.add_all(index.names().filter(is_whole));
        }
        names
    }

    fn is_whole(&self, index: &Index, around: &Surroundings) -> bool {
        align::is_whole(&self.query, index, around, &self.meanings)
    }

    /// Words of which at least one has to be found, and how, for most of the query to be found; none if
    /// there are too many words to tell.
    fn cannot_all_be_missing(&self, index: &Index) -> Option<Vec<(usize, WordMatch)>> {
        let mut lanes: Vec<usize> =
            (0..self.lanes()).filter(|lane| !self.is_filler(*lane)).collect();
        lanes.sort_by_key(|lane| self.having(index, *lane, WordMatch::Typo));
        let mut letters = 0;
        let mut needed = Vec::new();
        for lane in lanes {
            letters += self.query.words[self.query.order[lane]].as_typed().length();
            needed.push((lane, WordMatch::Typo));
            if !self.query.is_partial(self.query.letters_meant() - letters) {
                return Some(needed);
            }
        }
        None
    }

    fn lanes(&self) -> usize {
        self.query.words.len().min(LANES)
    }

    fn is_filler(&self, lane: usize) -> bool {
        self.query.words[self.query.order[lane]].filler
    }

    /// How many names have a word in which the typed one is found; a name counts for each such word.
    fn having(&self, index: &Index, lane: usize, worst: WordMatch) -> usize {
        let words = self.meanings.within(self.query.order[lane], worst);
        words.map(|word| index.count(word)).sum()
    }

    /// The score that no name with so many letters can pass.
    pub(in crate::search) fn ceiling(&self, letters: u8) -> i64 {
        let Some((whole, other)) = self.ceilings else { return i64::MIN };
        if self.phase == Pass::WholeContext {
            return whole;
        }
        let ceiling = if usize::from(letters) > self.letters { other } else { whole };
        ceiling - i64::from(letters)
    }

    fn new_ceilings(&self, index: &Index) -> Option<(i64, i64)> {
        if self.phase == Pass::WholeContext {
            let score = align::belonging(&self.query).score;
            return index
                .all_around()
                .any(|around| self.is_whole(index, around))
                .then_some((score, score));
        }
        // Without a word said in passing, or one in any context, nothing new can be found.
        let context = self.context.iter().copied().fold(MatchBits::NONE, MatchBits::or);
        if self.phase == Pass::Lacking && context.is_empty() && self.all == self.needed {
            return None;
        }
        let mut parts = Parts {
            kept: self.meanings.kept(),
            contradicted: self.contradicted,
            ..Parts::best_of(self.phase.best_tier())
        };
        for (lane, typed) in self.query.order.iter().take(LANES).enumerate() {
            let run = self.runs.iter().filter_map(|(lanes, _)| lanes.way(lane)).min();
            let best = self.meanings.best(*typed).into_iter().chain(run).chain(context.way(lane));
            match best.min() {
                Some(way) => {
                    parts.worse += self.least_cost(lane, way);
                    if !self.phase.is_strict()
                        && (self.phase == Pass::Words || !self.is_filler(lane))
                    {
                        parts.tier = parts.tier.max(tier_of(way));
                    }
                }
                None => {
                    parts.worse += self.query.words[*typed].as_typed().length();
                    match self.phase {
                        Pass::Words => return None,
                        _ if self.is_filler(lane) => {}
                        Pass::Typos => parts.tier = Tier::Partial,
                        _ => return None,
                    }
                }
            }
        }
        let other = Parts { tier: parts.tier.max(Tier::Prefix), ..parts };
        Some((parts.score(), other.score()))
    }

    /// How many typed words are found, at least, in words with other accents.
    fn least_contradicted(&self) -> usize {
        let is_contradicted = |(lane, typed): &(usize, &usize)| {
            let in_runs = self.runs.iter().any(|(lanes, _)| lanes.way(*lane).is_some());
            self.meanings.is_contradicted(**typed) && !in_runs
        };
        let lanes = self.query.order.iter().enumerate().take(LANES);
        lanes.filter(is_contradicted).count()
    }

    /// The score that a name cannot pass; none if this phase cannot find it.
    pub(in crate::search) fn bound(&self, index: &Index, name: NameId) -> Option<i64> {
        if self.phase == Pass::WholeContext {
            return self.ceilings.map(|(score, _)| score);
        }
        let words = index.name(name);
        let mut found = self.lanes_in(words);
        if let Some(context) = self.context.get(index.pair(name)) {
            found = found.or(*context);
        }
        let mut in_runs = false;
        for (lanes, names) in &self.runs {
            if names.has(name) {
                found = found.or(*lanes);
                in_runs = true;
            }
        }
        let letters = usize::from(index.letters(name));
        let open = in_runs || self.typed_lanes.is_none() || !self.context.is_empty();
        let matches = |word: &WordId| !self.meanings.lanes(*word).is_empty();
        let mut tier = self.best_tier(found, words, open)?.max(self.phase.best_tier());
        if tier == Tier::Exact && letters > self.letters {
            tier = Tier::Prefix;
        }
        let parts = Parts {
            tier,
            contradicted: self.contradicted,
            worse: self.least_worse(found),
            kept: self.meanings.kept(),
            first: if open { 0 } else { words.iter().position(matches).unwrap_or(0) },
            gap: 0,
            letters,
        };
        Some(parts.score())
    }

    /// How the typed words are found in these words.
    fn lanes_in(&self, words: &[WordId]) -> MatchBits {
        let lanes = |found: MatchBits, word: &WordId| found.or(self.meanings.lanes(*word));
        words.iter().fold(MatchBits::NONE, lanes)
    }

    /// The best tier of a name in which the words are found like that; `open` if some of them may stand
    /// for several words.
    fn best_tier(&self, found: MatchBits, words: &[WordId], open: bool) -> Option<Tier> {
        let all = |worst| found.all_within(self.all, worst);
        // Words said in passing may be missing, if there are others.
        let needed =
            |worst| self.needed != Required::default() && found.all_within(self.needed, worst);
        if self.phase.is_strict() {
            return (all(WordMatch::Beginning) || needed(WordMatch::Beginning))
                .then_some(self.phase.best_tier());
        }
        if all(self.phase.worst_way()) {
            return Some(if all(WordMatch::Beginning) {
                match () {
                    () if open => Tier::Exact,
                    () if self.stand_from(words) => {
                        if words.len() == self.query.words.len() {
                            Tier::Exact
                        } else {
                            Tier::Prefix
                        }
                    }
                    () if self.stand_together(words) => Tier::Together,
                    () if all(WordMatch::Phrase) => Tier::Words,
                    () => Tier::Beginnings,
                }
            } else {
                let ways = [WordMatch::Initials, WordMatch::Inside, WordMatch::Subsequence];
                ways.into_iter().find(|way| all(*way)).map_or(Tier::Typos, tier_of)
            });
        }
        match self.phase {
            Pass::Words | Pass::WholeContext | Pass::Lacking | Pass::Respaced => None,
            Pass::Parts => needed(WordMatch::Inside).then_some(Tier::PassingParts),
            Pass::Typos if needed(WordMatch::Subsequence) => Some(Tier::Subsequence),
            Pass::Typos if needed(WordMatch::Typo) => Some(Tier::Typos),
            Pass::Typos => self.can_be_partial(found).then_some(Tier::Partial),
        }
    }

    /// Whether the typed words stand from here on, one by one, the last perhaps begun.
    fn stand_from(&self, words: &[WordId]) -> bool {
        let Some(lanes) = &self.typed_lanes else { return true };
        let last = lanes.len().saturating_sub(1);
        lanes.len() <= words.len()
            && lanes.iter().zip(words).enumerate().all(|(at, (lane, word))| {
                let worst = if at == last { WordMatch::Beginning } else { WordMatch::Equal };
                self.meanings.lanes(*word).way(*lane).is_some_and(|way| way <= worst)
            })
    }

    /// Whether they stand like that from some word on.
    fn stand_together(&self, words: &[WordId]) -> bool {
        (0..words.len()).any(|from| self.stand_from(&words[from..]))
    }

    fn can_be_partial(&self, found: MatchBits) -> bool {
        let letters = |(lane, typed): (usize, &usize)| {
            let word = &self.query.words[*typed];
            let may_be = lane >= LANES || found.way(lane).is_some();
            if may_be && !word.filler { word.as_typed().length() } else { 0 }
        };
        let found: usize = self.query.order.iter().enumerate().map(letters).sum();
        self.query.is_partial(found)
    }

    /// What a word costs that can be found in this way: where words may be missing it may be one of them,
    /// and a short one that is missing costs less than one that is found badly.
    fn least_cost(&self, lane: usize, way: WordMatch) -> usize {
        let length = self.query.words[self.query.order[lane]].as_typed().length();
        if self.phase == Pass::Words { way as usize } else { length.min(way as usize) }
    }

    /// How many letters are missing and how much worse than equal words are found, at least.
    fn least_worse(&self, found: MatchBits) -> usize {
        (0..self.lanes())
            .map(|lane| match found.way(lane) {
                Some(way) => self.least_cost(lane, way),
                None => self.query.words[self.query.order[lane]].as_typed().length(),
            })
            .sum()
    }
}

/// The best tier of a name in which the worst word is found in this way.
fn tier_of(way: WordMatch) -> Tier {
    match way {
        WordMatch::Equal | WordMatch::Phrase | WordMatch::Beginning => Tier::Exact,
        WordMatch::Initials => Tier::Initials,
        WordMatch::Inside => Tier::Substring,
        WordMatch::Subsequence => Tier::Subsequence,
        WordMatch::Phonetic | WordMatch::Typo => Tier::Typos,
    }
}

/// Which names have which typed word as a run of words, in these ways.
fn runs_of(
    query: &Query,
    meanings: &MatchTable,
    index: &Index,
    ways: &[WordMatch],
) -> Vec<(MatchBits, NameSet)> {
    let mut runs = Vec::new();
    for (lane, typed) in query.order.iter().take(LANES).enumerate() {
        let word = &query.words[*typed];
        for way in ways {
            let names = match way {
                WordMatch::Phrase => spans::with_phrase(index, word),
                WordMatch::Initials => spans::with_initials(index, word.as_typed().folded()),
                _ if meanings.may_be_joined(*typed) => spans::with_joined(index, word),
                _ => Vec::new(),
            };
            if !names.is_empty() {
                let mut set = NameSet::none(index.len());
                set.add_all(names);
                runs.push((MatchBits::one(lane, *way), set));
            }
        }
    }
    runs
}
