//! Incremental search: it runs at once, or in steps between keystrokes.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::index::Index;
use super::index::name_set::NameId;
use super::matching::align;
use super::matching::align::Match;
use super::matching::explain;
use super::matching::pass::Pass;
use super::query::Query;
use super::ranking::score::ScoreKey;
use super::ranking::top_hits::{Candidate, TopHits};
use super::ranking::upper_bound::UpperBounds;
use super::tokenize;
use super::{Hit, Tier};
use crate::model::Collection;
use crate::text::fold::is_invisible;

/// An incremental search. It contains positions only and borrows nothing, so it can be dropped for
/// a newer one at any time.
#[derive(Debug, Clone)]
pub struct IncrementalSearch {
    /// The query as typed.
    text: Arc<str>,
    /// Whether the query is empty, so that all names are listed.
    is_empty: bool,
    /// The readings of the query: with abbreviations instead of phrases, translated to Vietnamese,
    /// and as typed; later also those with moved spaces.
    queries: Arc<[Query]>,
    /// The upper bounds of each query that this pass uses; the first `skipped` queries are not
    /// used.
    query_bounds: Arc<[UpperBounds]>,
    skipped: usize,
    /// The upper bounds of the last pass that did not use queries with moved spaces.
    as_typed: Arc<[UpperBounds]>,
    pass: Pass,
    /// The worst tier that the query as typed may have.
    worst: Tier,
    progress: PassProgress,
    /// The names that earlier passes found, in order: a later pass cannot find them in a better
    /// tier.
    found_before: Arc<[NameId]>,
    best: TopHits,
    done: bool,
}

/// The progress of a pass through the names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum PassProgress {
    /// All names; the range is still to do.
    All(Range<NameId>),
    /// The listed candidates; those from this position are still to do.
    Listed(Arc<[NameId]>, usize),
}

impl PartialEq for IncrementalSearch {
    /// Whether it is the same search at the same position.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.query_bounds, &other.query_bounds) && self.progress == other.progress
    }
}

impl Eq for IncrementalSearch {}

impl IncrementalSearch {
    /// Starts a search for the best `limit` hits.
    #[must_use]
    pub fn new(index: &Index, query: &str, limit: usize) -> Self {
        let text = query;
        let query = Query::new(text);
        let done = query.words.is_empty() || limit == 0;
        let queries = readings(query, index);
        let query_bounds: Arc<[UpperBounds]> = if done {
            Arc::default()
        } else {
            let bounds = |query: &Query| UpperBounds::new(query.clone(), index, Pass::Words);
            queries.iter().map(bounds).collect()
        };
        Self {
            text: text.into(),
            is_empty: text.chars().all(|c| c.is_whitespace() || is_invisible(c)),
            skipped: 0,
            as_typed: Arc::clone(&query_bounds),
            progress: PassProgress::of(&query_bounds, index),
            worst: queries.last().map_or(Tier::Partial, |query| query.worst),
            queries,
            query_bounds,
            pass: Pass::Words,
            found_before: Arc::default(),
            best: TopHits::new(limit),
            done,
        }
    }

    /// Processes the next `names` names. Returns whether the search is done.
    pub fn advance(&mut self, index: &Index, names: usize) -> bool {
        if self.done {
            return true;
        }
        let query_bounds = Arc::clone(&self.query_bounds);
        let ended = match self.progress.clone() {
            PassProgress::All(left) => {
                let next = u32::try_from(names).unwrap_or(NameId::MAX).min(left.end - left.start);
                let now = left.start..left.start + next;
                self.progress = PassProgress::All(now.end..left.end);
                self.score_names(index, &query_bounds, now.clone()) || now.end == left.end
            }
            PassProgress::Listed(list, at) => {
                let now = at..at.saturating_add(names).min(list.len());
                self.progress = PassProgress::Listed(Arc::clone(&list), now.end);
                self.score_names(index, &query_bounds, list[now.clone()].iter().copied())
                    || now.end == list.len()
            }
        };
        self.done = ended && !self.next_pass(index);
        self.done
    }

    /// Adds the names that are among the best. Returns whether no later name of the pass can be.
    fn score_names(
        &mut self,
        index: &Index,
        query_bounds: &[UpperBounds],
        names: impl Iterator<Item = NameId>,
    ) -> bool {
        for name in names {
            let ceiling =
                query_bounds.iter().map(|bounds| bounds.ceiling(index.letters(name))).max();
            if !self.best.would_take(ceiling.unwrap_or(i64::MIN)) {
                return true;
            }
            self.score_name(index, query_bounds, name);
        }
        false
    }

    /// Aligns a name with each query and adds it if it is among the best.
    fn score_name(&mut self, index: &Index, query_bounds: &[UpperBounds], name: NameId) {
        let mut best: Option<(usize, Match)> = None;
        for (query, bounds) in (self.skipped..).zip(query_bounds) {
            let Some(bound) = bounds.bound(index, name) else { continue };
            if !self.best.would_take(bound) {
                continue;
            }
            let found = align::find(&bounds.query, &bounds.matches, index, name, self.pass);
            let found = found.map(|found| (query, found));
            best = best.into_iter().chain(found).max_by_key(|(_, found)| found.score);
        }
        let (worst, number) = (self.pass.worst_tier().min(self.worst), index.number(name));
        let Some((query, found)) = best.filter(|(_, found)| found.tier <= worst) else { return };
        let found = Candidate { name, number, query, found };
        // A name that an earlier pass found may have been displaced by others since.
        if self.found_before.binary_search(&name).is_ok() && self.best.has(name) {
            self.best.improve(found);
        } else if self.best.would_take(found.found.score) {
            self.best.take(found);
        }
    }

    /// Moves to the next pass that can find better hits than the current ones. Returns whether
    /// there is one.
    fn next_pass(&mut self, index: &Index) -> bool {
        let passes = std::iter::successors(self.pass.next(), |pass| pass.next());
        let can_find = |pass: &Pass| {
            let best = pass.best_tier();
            best <= self.worst && self.best.would_take(ScoreKey::best_of(best).score())
        };
        let Some(pass) = passes.into_iter().find(can_find) else { return false };
        self.found_before = self.best.names().into();
        self.pass = pass;
        if pass == Pass::Respaced {
            self.use_respaced_queries(index);
        } else {
            let query_bounds = self.as_typed.iter().map(|bounds| bounds.for_pass(index, pass));
            self.query_bounds = query_bounds.collect();
            self.as_typed = Arc::clone(&self.query_bounds);
            self.skipped = 0;
        }
        self.progress = PassProgress::of(&self.query_bounds, index);
        true
    }

    /// Prepares the pass for queries with moved spaces.
    fn use_respaced_queries(&mut self, index: &Index) {
        self.skipped = self.queries.len();
        let typed = self.queries.last();
        let respaced = typed.map(|query| query.respaced(&index.vocabulary)).unwrap_or_default();
        let bounds = |query: &Query| UpperBounds::new(query.clone(), index, Pass::Respaced);
        self.query_bounds = respaced.iter().map(bounds).collect();
        self.queries = self.queries.iter().cloned().chain(respaced).collect();
    }

    /// Returns the hits so far, the best first. `collection` must be the one that the index was
    /// built from.
    #[must_use]
    pub fn hits(self, index: &Index, collection: &Collection) -> Vec<Hit> {
        let limit = self.best.limit();
        let hit = |Candidate { name, number, query, found }| {
            let (number, query): (usize, &Query) = (number as usize, &self.queries[query]);
            let entry = collection.get(number);
            let text = entry.map_or("", |entry| entry.name());
            let asked = entry.filter(|_| !found.in_context.is_empty());
            let in_context = |text| explain::context_places(query, &found.in_context, text);
            let marks = explain::marks(query, index, name, &found.found);
            Hit {
                index: number,
                tier: found.tier,
                score: found.score,
                places: tokenize::places(text, &marks),
                unit_places: in_context(asked.and_then(|entry| entry.unit()).unwrap_or_default()),
                section_places: in_context(asked.map_or("", |entry| &entry.section.name)),
                reasons: explain::reasons(query, index, (name, text), &found.found),
            }
        };
        if self.is_empty {
            return everything(collection, limit);
        }
        let mut hits: Vec<Hit> = self.best.into_sorted().into_iter().map(hit).collect();
        add_ids(&self.text, collection, limit, &mut hits);
        hits
    }
}

/// Returns the readings of a query: translated or with abbreviations instead of phrases, with
/// digits split from words, as typed.
fn readings(query: Query, index: &Index) -> Arc<[Query]> {
    let other = query.translated().or_else(|| query.abbreviated(&index.vocabulary));
    other.into_iter().chain(query.apart(&index.vocabulary)).chain([query]).collect()
}

/// Returns the first indicators, for an empty query.
fn everything(collection: &Collection, limit: usize) -> Vec<Hit> {
    (0..collection.len().min(limit))
        .map(|index| Hit::without_ranges(index, Tier::Everything))
        .collect()
}

/// Adds the indicators whose id is the query or starts with it, before those that are only similar.
fn add_ids(query: &str, collection: &Collection, limit: usize, hits: &mut Vec<Hit>) {
    let query = query.trim();
    // A number can be an id too, but a typed number usually means something else.
    if query.len() < 3 || !query.contains(|c: char| c.is_ascii_alphabetic()) {
        return;
    }
    let similar = hits.iter().position(|hit| hit.tier.is_similar()).unwrap_or(hits.len());
    let found: HashSet<usize> = hits[..similar].iter().map(|hit| hit.index).collect();
    let begins = |id: &str| {
        let start = id.as_bytes().get(..query.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(query.as_bytes()))
    };
    let ids = collection.ids().enumerate();
    let same: Vec<usize> = ids
        .filter(|(index, id)| begins(id) && !found.contains(index))
        .map(|(index, _)| index)
        .take(limit - similar)
        .collect();
    let others = hits.split_off(similar).into_iter().filter(|hit| !same.contains(&hit.index));
    hits.extend(same.iter().map(|index| Hit::without_ranges(*index, Tier::Id)));
    hits.extend(others.take(limit - hits.len()));
}

impl Hit {
    /// Returns a hit without any matched range.
    fn without_ranges(index: usize, tier: Tier) -> Self {
        let (places, unit_places, section_places) = Default::default();
        Self { index, tier, score: 0, places, unit_places, section_places, reasons: Vec::new() }
    }
}

impl PassProgress {
    /// Returns the names that any of the queries can find.
    fn of(query_bounds: &[UpperBounds], index: &Index) -> Self {
        let listed = query_bounds.iter().map(|bounds| bounds.candidates(index));
        let joined = listed.reduce(|a, b| {
            let (mut a, b) = (a?, b?);
            a.add_all(b.iter());
            Some(a)
        });
        match joined.flatten() {
            Some(names) => Self::Listed(names.iter().collect(), 0),
            None => Self::All(index.names()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::search::matching::match_table::MatchTable;
    use std::collections::HashMap;

    use super::*;
    use crate::model::{Dataset, Indicator};
    use proptest::prelude::*;

    /// The reference search: no bounds, no candidate lists, no early end; every name is aligned.
    fn full_scan(index: &Index, query: &str, limit: usize) -> Vec<Candidate> {
        let typed = Query::new(query);
        let respaced = typed.respaced(&index.vocabulary);
        let as_typed = readings(typed, index);
        let first = as_typed.len();
        let worst = as_typed.last().map_or(Tier::Partial, |query| query.worst);
        let mut best: HashMap<NameId, (Pass, Candidate)> = HashMap::new();
        let passes = std::iter::successors(Some(Pass::Words), |pass| pass.next());
        for pass in passes {
            let is_respaced = pass == Pass::Respaced;
            let queries = if is_respaced { &respaced } else { &as_typed[..] };
            for (at, query) in queries.iter().enumerate() {
                let at = if is_respaced { first + at } else { at };
                let matches = MatchTable::new(query, &index.vocabulary, pass);
                for name in index.names() {
                    let found = align::find(query, &matches, index, name, pass);
                    let found = found.filter(|found| found.tier <= pass.worst_tier().min(worst));
                    let Some(found) = found else { continue };
                    let found = Candidate { name, number: index.number(name), query: at, found };
                    let is_better = best.get(&name).is_none_or(|(before, old)| {
                        found > *old || (*before == pass && found.cmp(old).is_eq())
                    });
                    if is_better {
                        best.insert(name, (pass, found));
                    }
                }
            }
        }
        let mut all: Vec<Candidate> = best.into_values().map(|(_, found)| found).collect();
        all.sort_by(|a, b| b.cmp(a));
        all.truncate(limit);
        all
    }

    fn index_of(names: &[&str]) -> Index {
        let mut dataset = Dataset::of_names("Nông thôn mới", names.iter().copied());
        let with_units = dataset.indicators.iter().enumerate().map(|(at, indicator)| {
            let unit = ["xã", "%", ""].get(at % 4).map(|unit| (*unit).to_owned());
            Indicator { unit, ..indicator }
        });
        dataset.indicators = with_units.collect();
        Index::new(&Collection::new(vec![dataset]))
    }

    fn in_pieces(index: &Index, query: &str, limit: usize, piece: usize) -> Vec<Candidate> {
        let mut search = IncrementalSearch::new(index, query, limit);
        while !search.advance(index, piece) {}
        search.best.into_sorted()
    }

    const WORDS: [&str; 24] = [
        "Tỷ", "lệ", "hộ", "nghèo", "cận", "giảm", "số", "xã", "đạt", "chuẩn", "nông", "thôn",
        "mới", "bảo", "hiểm", "y", "tế", "GRDP", "THPT", "trung", "học", "phổ", "thông", "năm",
    ];

    fn phrase(words: &'static [&str], most: usize) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(words), 1..most)
            .prop_map(|words| words.join(" "))
    }

    /// Typical typed words: correct, a prefix, joined, initials, with a typo, in Telex.
    fn typed() -> impl Strategy<Value = String> {
        let other: &'static [&str] = &[
            "bhyt",
            "ntm",
            "thpt",
            "tlhn",
            "hooj",
            "le65",
            "ngeho",
            "tyle",
            "zz",
            "cua",
            "n",
            "ho",
            "xao",
            "%",
            "poverty rate",
            "ngh eo",
            "nông",
            "hồ",
            "noong thoon mowis",
            "bạn khỏe không",
            "cam on",
            "phần trăm",
            "hoc5",
            "moi",
        ];
        let words = prop_oneof![
            3 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
            2 => prop::sample::select(&WORDS[..]).prop_map(crate::text::fold::fold),
            2 => (prop::sample::select(&WORDS[..]), 1usize..4).prop_map(|(word, count)| {
                crate::text::fold::fold(word).chars().take(count).collect()
            }),
            2 => prop::sample::select(other).prop_map(str::to_owned),
        ];
        prop::collection::vec((words, prop::sample::select(&[" ", " ", " ", ""][..])), 1..7)
            .prop_map(|words| {
                words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect()
            })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]
        #[test]
        fn finds_the_same_as_a_full_scan(
            names in prop::collection::vec(phrase(&WORDS, 9), 1..40),
            query in typed(),
            limit in 1usize..6,
            piece in 1usize..50,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let index = index_of(&names);
            prop_assert_eq!(in_pieces(&index, &query, limit, piece), full_scan(&index, &query, limit));
        }
    }

    #[test]
    fn a_whole_unit_or_section_ranks_below_names_and_above_typos() {
        let mut dataset = Dataset::of_names(
            "Kinh tế",
            ["Trẻ em bị suy dinh dưỡng", "Kinh phí hỗ trợ", "Trồng rừng", "Hạ tầng"],
        );
        let units = ["%", "tỷ đồng", "ha", "km"];
        let indicators = dataset.indicators.iter().zip(units);
        let with_unit =
            |(one, unit): (Indicator, &str)| Indicator { unit: Some(unit.into()), ..one };
        dataset.indicators = indicators.map(with_unit).collect();
        let collection = Collection::new(vec![dataset]);
        let index = Index::new(&collection);
        let found = |query: &str| -> Vec<(Tier, usize)> {
            let hits = index.search(&collection, query, 10);
            hits.iter().map(|hit| (hit.tier, hit.index)).collect()
        };
        let all = (0..4).map(|at| (Tier::WholeContext, at)).collect::<Vec<_>>();
        for query in ["kinh te", "KINH TẾ", "kinh tees", "  kinh-tế "] {
            assert_eq!(found(query), all, "{query}");
        }
        assert_eq!(found("%"), [(Tier::WholeContext, 0)]);
        assert_eq!(found("ty dong"), [(Tier::WholeContext, 1)]);
        assert_eq!(found("ha")[..2], [(Tier::Prefix, 3), (Tier::WholeContext, 2)]);
        for query in ["%%", "*", "\u{301}", "kinh", "te kinh"] {
            assert!(found(query).iter().all(|(tier, _)| *tier != Tier::WholeContext), "{query}");
        }
    }

    #[test]
    fn a_missing_short_word_costs_less_than_a_bad_match() {
        let index = index_of(&["học", "Tỷ", "xã", "nghèo học", "xã học", "xã hộ", "học"]);
        assert_eq!(in_pieces(&index, "no x", 3, 1), full_scan(&index, "no x", 3));
    }

    #[test]
    fn a_displaced_name_returns_with_a_better_match() {
        let index = index_of(&["số GRDP GRDP thông mới", "số", "số", "Tỷ số", "số"]);
        assert_eq!(in_pieces(&index, "thôn s", 4, 1), full_scan(&index, "thôn s", 4));
    }

    #[test]
    fn a_query_of_filler_words_must_match_completely() {
        let index = index_of(&["Tỷ", "Tỷ"]);
        for query in ["% năm", "năm %"] {
            assert_eq!(in_pieces(&index, query, 1, 1), full_scan(&index, query, 1), "{query}");
        }
    }
}
