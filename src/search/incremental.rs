//! A search under way: it can be done in one go, or piece by piece between keystrokes.

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
use super::ranking::score::Parts;
use super::ranking::top_hits::{Candidate, TopHits};
use super::ranking::upper_bound::UpperBounds;
use super::tokenize;
use super::{Hit, Tier};
use crate::model::Collection;
use crate::text::fold::is_invisible;

/// A search that has been begun. It holds positions only, so it can be dropped for a newer one at any
/// time.
#[derive(Debug, Clone)]
pub struct IncrementalSearch {
    /// The query as it was typed.
    text: Arc<str>,
    /// Whether nothing was typed, and all is to be listed.
    is_empty: bool,
    /// It with abbreviations in place of phrases, in Vietnamese, and as it is; then, if it came to that, with other
    /// spaces.
    queries: Arc<[Query]>,
    /// A plan for each of them that this phase asks, behind so many queries that it does not.
    plans: Arc<[UpperBounds]>,
    skipped: usize,
    /// The plans of the last phase that asked the query as it was typed.
    as_typed: Arc<[UpperBounds]>,
    phase: Pass,
    /// The worst tier in which the query as it was typed may be found.
    worst: Tier,
    looked_at: PassProgress,
    /// What earlier phases found, in order: it cannot be found in a better way.
    found_before: Arc<[NameId]>,
    best: TopHits,
    done: bool,
}

/// Where a phase is on its way through the names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum PassProgress {
    /// These are still to be looked at.
    All(Range<NameId>),
    /// Of these, the ones from this place on.
    Listed(Arc<[NameId]>, usize),
}

impl PartialEq for IncrementalSearch {
    /// The same search, as far along.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plans, &other.plans) && self.looked_at == other.looked_at
    }
}

impl Eq for IncrementalSearch {}

impl IncrementalSearch {
    /// Begins a search for the best `limit` hits.
    #[must_use]
    pub fn new(index: &Index, query: &str, limit: usize) -> Self {
        let text = query;
        let query = Query::new(text);
        let done = query.words.is_empty() || limit == 0;
        let queries = readings(query, index);
        let plans: Arc<[UpperBounds]> = if done {
            Arc::default()
        } else {
            let plan = |query: &Query| UpperBounds::new(query.clone(), index, Pass::Words);
            queries.iter().map(plan).collect()
        };
        Self {
            text: text.into(),
            is_empty: text.chars().all(|c| c.is_whitespace() || is_invisible(c)),
            skipped: 0,
            as_typed: Arc::clone(&plans),
            looked_at: PassProgress::of(&plans, index),
            worst: queries.last().map_or(Tier::Partial, |query| query.worst),
            queries,
            plans,
            phase: Pass::Words,
            found_before: Arc::default(),
            best: TopHits::new(limit),
            done,
        }
    }

    /// Looks at the next `names` names. Returns whether the search is done.
    pub fn go_on(&mut self, index: &Index, names: usize) -> bool {
        if self.done {
            return true;
        }
        let plans = Arc::clone(&self.plans);
        let ended = match self.looked_at.clone() {
            PassProgress::All(left) => {
                let next = u32::try_from(names).unwrap_or(NameId::MAX).min(left.end - left.start);
                let now = left.start..left.start + next;
                self.looked_at = PassProgress::All(now.end..left.end);
                self.look_at(index, &plans, now.clone()) || now.end == left.end
            }
            PassProgress::Listed(list, at) => {
                let now = at..at.saturating_add(names).min(list.len());
                self.looked_at = PassProgress::Listed(Arc::clone(&list), now.end);
                self.look_at(index, &plans, list[now.clone()].iter().copied())
                    || now.end == list.len()
            }
        };
        self.done = ended && !self.next_phase(index);
        self.done
    }

    /// Takes those of the names that are among the best. Returns whether no later name can be.
    fn look_at(
        &mut self,
        index: &Index,
        plans: &[UpperBounds],
        names: impl Iterator<Item = NameId>,
    ) -> bool {
        for name in names {
            let ceiling = plans.iter().map(|plan| plan.ceiling(index.letters(name))).max();
            if !self.best.would_take(ceiling.unwrap_or(i64::MIN)) {
                return true;
            }
            self.look(index, plans, name);
        }
        false
    }

    /// Takes a name among the best if it is one of them.
    fn look(&mut self, index: &Index, plans: &[UpperBounds], name: NameId) {
        let mut best: Option<(usize, Match)> = None;
        for (query, plan) in (self.skipped..).zip(plans) {
            let Some(bound) = plan.bound(index, name) else { continue };
            if !self.best.would_take(bound) {
                continue;
            }
            let found = align::find(&plan.query, &plan.meanings, index, name, self.phase);
            let found = found.map(|found| (query, found));
            best = best.into_iter().chain(found).max_by_key(|(_, found)| found.score);
        }
        let (worst, number) = (self.phase.worst_tier().min(self.worst), index.number(name));
        let Some((query, found)) = best.filter(|(_, found)| found.tier <= worst) else { return };
        let found = Candidate { name, number, query, found };
        // One that was found before may have been pushed out by others since.
        if self.found_before.binary_search(&name).is_ok() && self.best.has(name) {
            self.best.improve(found);
        } else if self.best.would_take(found.found.score) {
            self.best.take(found);
        }
    }

    /// Goes on to the next phase that can find better hits than those there are. Returns whether there is one.
    fn next_phase(&mut self, index: &Index) -> bool {
        let phases = std::iter::successors(self.phase.next(), |phase| phase.next());
        let can_find = |phase: &Pass| {
            let best = phase.best_tier();
            best <= self.worst && self.best.would_take(Parts::best_of(best).score())
        };
        let Some(phase) = phases.into_iter().find(can_find) else { return false };
        self.found_before = self.best.names().into();
        self.phase = phase;
        if phase == Pass::Respaced {
            self.ask_respaced(index);
        } else {
            let plans = self.as_typed.iter().map(|plan| plan.in_phase(index, phase));
            self.plans = plans.collect();
            self.as_typed = Arc::clone(&self.plans);
            self.skipped = 0;
        }
        self.looked_at = PassProgress::of(&self.plans, index);
        true
    }

    /// Asks the query with other spaces in it.
    fn ask_respaced(&mut self, index: &Index) {
        self.skipped = self.queries.len();
        let typed = self.queries.last();
        let respaced = typed.map(|query| query.respaced(&index.vocabulary)).unwrap_or_default();
        let plan = |query: &Query| UpperBounds::new(query.clone(), index, Pass::Respaced);
        self.plans = respaced.iter().map(plan).collect();
        self.queries = self.queries.iter().cloned().chain(respaced).collect();
    }

    /// What was found so far, the best first. `collection` is the one that the index was made of.
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

/// A query in the ways in which it can be read: with abbreviations in place of phrases, in Vietnamese, with digits set
/// apart from words, as it is.
fn readings(query: Query, index: &Index) -> Arc<[Query]> {
    let other = query.translated().or_else(|| query.abbreviated(&index.vocabulary));
    other.into_iter().chain(query.apart(&index.vocabulary)).chain([query]).collect()
}

/// The first indicators, where nothing was typed.
fn everything(collection: &Collection, limit: usize) -> Vec<Hit> {
    (0..collection.len().min(limit)).map(|index| Hit::plain(index, Tier::Everything)).collect()
}

/// Adds the indicators whose id is the query, or begins with it, before those that are only similar.
fn add_ids(query: &str, collection: &Collection, limit: usize, hits: &mut Vec<Hit>) {
    let query = query.trim();
    // Numbers are ids too, but whoever types one means something else.
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
    hits.extend(same.iter().map(|index| Hit::plain(*index, Tier::Id)));
    hits.extend(others.take(limit - hits.len()));
}

impl Hit {
    /// A hit of which no letter was matched.
    fn plain(index: usize, tier: Tier) -> Self {
        let (places, unit_places, section_places) = Default::default();
        Self { index, tier, score: 0, places, unit_places, section_places, reasons: Vec::new() }
    }
}

impl PassProgress {
    /// The names that any of the plans can find.
    fn of(plans: &[UpperBounds], index: &Index) -> Self {
        let listed = plans.iter().map(|plan| plan.candidates(index));
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

    /// The same search without bounds, lists and early ends: every name is looked at whole.
    fn plain(index: &Index, query: &str, limit: usize) -> Vec<Candidate> {
        let typed = Query::new(query);
        let respaced = typed.respaced(&index.vocabulary);
        let as_typed = readings(typed, index);
        let first = as_typed.len();
        let worst = as_typed.last().map_or(Tier::Partial, |query| query.worst);
        let mut best: HashMap<NameId, (Pass, Candidate)> = HashMap::new();
        let phases = std::iter::successors(Some(Pass::Words), |phase| phase.next());
        for phase in phases {
            let is_respaced = phase == Pass::Respaced;
            let queries = if is_respaced { &respaced } else { &as_typed[..] };
            for (at, query) in queries.iter().enumerate() {
                let at = if is_respaced { first + at } else { at };
                let meanings = MatchTable::new(query, &index.vocabulary, phase);
                for name in index.names() {
                    let found = align::find(query, &meanings, index, name, phase);
                    let found = found.filter(|found| found.tier <= phase.worst_tier().min(worst));
                    let Some(found) = found else { continue };
                    let found = Candidate { name, number: index.number(name), query: at, found };
                    let is_better = best.get(&name).is_none_or(|(before, old)| {
                        found > *old || (*before == phase && found.cmp(old).is_eq())
                    });
                    if is_better {
                        best.insert(name, (phase, found));
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
        let mut searching = IncrementalSearch::new(index, query, limit);
        while !searching.go_on(index, piece) {}
        searching.best.into_sorted()
    }

    const WORDS: [&str; 24] = [
        "Tỷ", "lệ", "hộ", "nghèo", "cận", "giảm", "số", "xã", "đạt", "chuẩn", "nông", "thôn",
        "mới", "bảo", "hiểm", "y", "tế", "GRDP", "THPT", "trung", "học", "phổ", "thông", "năm",
    ];

    fn phrase(words: &'static [&str], most: usize) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(words), 1..most)
            .prop_map(|words| words.join(" "))
    }

    /// What people do to words: nothing, begin them, join them, write initials, slip, type Telex.
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
        fn finds_what_looking_at_everything_finds(
            names in prop::collection::vec(phrase(&WORDS, 9), 1..40),
            query in typed(),
            limit in 1usize..6,
            piece in 1usize..50,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let index = index_of(&names);
            prop_assert_eq!(in_pieces(&index, &query, limit, piece), plain(&index, &query, limit));
        }
    }

    #[test]
    fn a_unit_or_a_section_comes_before_slips_and_behind_names_that_have_it() {
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
    fn a_short_word_that_is_missing_costs_less_than_one_that_is_found_badly() {
        let index = index_of(&["học", "Tỷ", "xã", "nghèo học", "xã học", "xã hộ", "học"]);
        assert_eq!(in_pieces(&index, "no x", 3, 1), plain(&index, "no x", 3));
    }

    #[test]
    fn a_name_that_was_pushed_out_comes_back_when_it_is_found_better() {
        let index = index_of(&["số GRDP GRDP thông mới", "số", "số", "Tỷ số", "số"]);
        assert_eq!(in_pieces(&index, "thôn s", 4, 1), plain(&index, "thôn s", 4));
    }

    #[test]
    fn of_what_is_said_in_passing_alone_nothing_may_be_missing() {
        let index = index_of(&["Tỷ", "Tỷ"]);
        for query in ["% năm", "năm %"] {
            assert_eq!(in_pieces(&index, query, 1, 1), plain(&index, query, 1), "{query}");
        }
    }
}
