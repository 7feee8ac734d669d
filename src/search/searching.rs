//! A search under way: it can be done in one go, or piece by piece between keystrokes.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::align::{self, Match};
use super::best::{Best, Found};
use super::index::Index;
use super::name;
use super::names::NameId;
use super::phase::Phase;
use super::plan::Plan;
use super::query::Query;
use super::{Hit, Tier, explain};
use crate::model::Collection;

/// A search that has been begun. It holds positions only, so it can be dropped for a newer one at any
/// time.
#[derive(Debug, Clone)]
pub struct Searching {
    /// The query as it was typed.
    text: Arc<str>,
    /// It with abbreviations in place of phrases, and as it is.
    queries: Arc<[Query]>,
    /// A plan for each of them.
    plans: Arc<[Plan]>,
    phase: Phase,
    looked_at: LookedAt,
    /// What earlier phases found, in order: it cannot be found in a better way.
    found_before: Arc<[NameId]>,
    best: Best,
    done: bool,
}

/// Where a phase is on its way through the names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum LookedAt {
    /// These are still to be looked at.
    All(Range<NameId>),
    /// Of these, the ones from this place on.
    Listed(Arc<[NameId]>, usize),
}

impl PartialEq for Searching {
    /// The same search, as far along.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plans, &other.plans) && self.looked_at == other.looked_at
    }
}

impl Eq for Searching {}

impl Searching {
    /// Begins a search for the best `limit` hits.
    #[must_use]
    pub fn new(index: &Index, query: &str, limit: usize) -> Self {
        let text = query;
        let query = Query::new(text);
        let done = query.words.is_empty() || limit == 0;
        let abbreviated = query.abbreviated(&index.vocabulary);
        let queries: Arc<[Query]> = abbreviated.into_iter().chain([query]).collect();
        let plans: Arc<[Plan]> = if done {
            Arc::default()
        } else {
            queries.iter().map(|query| Plan::new(query.clone(), index)).collect()
        };
        Self {
            text: text.into(),
            looked_at: LookedAt::of(&plans, index),
            queries,
            plans,
            phase: Phase::Words,
            found_before: Arc::default(),
            best: Best::new(limit),
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
            LookedAt::All(left) => {
                let next = u32::try_from(names).unwrap_or(NameId::MAX).min(left.end - left.start);
                let now = left.start..left.start + next;
                self.looked_at = LookedAt::All(now.end..left.end);
                self.look_at(index, &plans, now.clone()) || now.end == left.end
            }
            LookedAt::Listed(list, at) => {
                let now = at..at.saturating_add(names).min(list.len());
                self.looked_at = LookedAt::Listed(Arc::clone(&list), now.end);
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
        plans: &[Plan],
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
    fn look(&mut self, index: &Index, plans: &[Plan], name: NameId) {
        let mut best: Option<(usize, Match)> = None;
        for (query, plan) in plans.iter().enumerate() {
            let Some(bound) = plan.bound(index, name) else { continue };
            if !self.best.would_take(bound) || self.found_before.binary_search(&name).is_ok() {
                continue;
            }
            let found = align::find(&plan.query, &plan.meanings, index, name, self.phase);
            let found = found.map(|found| (query, found));
            best = best.into_iter().chain(found).max_by_key(|(_, found)| found.score);
        }
        let (worst, number) = (self.phase.worst_tier(), index.number(name));
        if let Some((query, found)) = best.filter(|(_, found)| found.tier <= worst) {
            self.best.take(Found { name, number, query, found });
        }
    }

    /// Goes on to the next phase unless enough was found. Returns whether there is one.
    fn next_phase(&mut self, index: &Index) -> bool {
        let Some(phase) = self.phase.next().filter(|_| !self.best.is_full()) else { return false };
        self.found_before = self.best.names().into();
        self.phase = phase;
        self.plans = self.plans.iter().map(|plan| plan.in_phase(index, phase)).collect();
        self.looked_at = LookedAt::of(&self.plans, index);
        true
    }

    /// What was found so far, the best first. `collection` is the one that the index was made of.
    #[must_use]
    pub fn hits(self, index: &Index, collection: &Collection) -> Vec<Hit> {
        let text = |number: usize| collection.get(number).map_or("", |entry| entry.name());
        let limit = self.best.limit();
        let hit = |Found { name, number, query, found }| {
            let (number, query): (usize, &Query) = (number as usize, &self.queries[query]);
            let text = text(number);
            let marks = explain::marks(query, index, name, &found.found);
            Hit {
                index: number,
                tier: found.tier,
                score: found.score,
                places: name::places(text, &marks),
                reasons: explain::reasons(query, index, (name, text), &found.found),
            }
        };
        let mut hits: Vec<Hit> = self.best.into_sorted().into_iter().map(hit).collect();
        if hits.len() < limit {
            by_id(&self.text, collection, limit, &mut hits);
        }
        hits
    }
}

/// Adds the indicators whose id is the query, or begins with it.
fn by_id(query: &str, collection: &Collection, limit: usize, hits: &mut Vec<Hit>) {
    let query = query.trim();
    // Numbers are ids too, but whoever types one means something else.
    if query.len() < 3 || !query.contains(|c: char| c.is_ascii_alphabetic()) {
        return;
    }
    let found: HashSet<usize> = hits.iter().map(|hit| hit.index).collect();
    let begins = |id: &str| {
        let start = id.as_bytes().get(..query.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(query.as_bytes()))
    };
    let same =
        collection.ids().enumerate().filter(|(index, id)| begins(id) && !found.contains(index));
    hits.extend(same.take(limit - hits.len()).map(|(index, _)| Hit {
        index,
        tier: Tier::Id,
        score: 0,
        places: Vec::new(),
        reasons: Vec::new(),
    }));
}

impl LookedAt {
    /// The names that any of the plans can find.
    fn of(plans: &[Plan], index: &Index) -> Self {
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
    use super::super::meanings::Meanings;
    use super::*;
    use crate::model::{Dataset, Indicator};
    use proptest::prelude::*;

    /// The same search without bounds, lists and early ends: every name is looked at whole.
    fn plain(index: &Index, query: &str, limit: usize) -> Vec<Found> {
        let query = Query::new(query);
        let queries: Vec<Query> =
            query.abbreviated(&index.vocabulary).into_iter().chain([query]).collect();
        let best = |phase: Phase| {
            let plans: Vec<_> = queries
                .iter()
                .map(|query| (query, Meanings::new(query, &index.vocabulary, phase)))
                .collect();
            move |name: NameId| {
                let found = plans.iter().enumerate().filter_map(|(query, (q, meanings))| {
                    Some((query, align::find(q, meanings, index, name, phase)?))
                });
                let (query, found) = found.max_by_key(|(_, found)| found.score)?;
                Some(Found { name, number: index.number(name), query, found })
            }
        };
        let [belongs, perhaps, around] = [Phase::Belongs, Phase::Slips, Phase::Around].map(best);
        let surely = best(Phase::Parts);
        let surely = |name: NameId| surely(name).filter(|found| found.found.tier < Tier::Most);
        let mut all: Vec<Found> = index.names().filter_map(surely).collect();
        for others in [belongs, perhaps, around] {
            if all.len() < limit {
                let found: HashSet<NameId> = all.iter().map(|found| found.name).collect();
                all.extend(index.names().filter(|name| !found.contains(name)).filter_map(&others));
            }
        }
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

    fn in_pieces(index: &Index, query: &str, limit: usize, piece: usize) -> Vec<Found> {
        let mut searching = Searching::new(index, query, limit);
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
            "noong thoon mowis",
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
        let all = (0..4).map(|at| (Tier::Belongs, at)).collect::<Vec<_>>();
        for query in ["kinh te", "KINH TẾ", "kinh tees", "  kinh-tế "] {
            assert_eq!(found(query), all, "{query}");
        }
        assert_eq!(found("%"), [(Tier::Belongs, 0)]);
        assert_eq!(found("ty dong"), [(Tier::Belongs, 1)]);
        assert_eq!(found("ha")[..2], [(Tier::Prefix, 3), (Tier::Belongs, 2)]);
        for query in ["%%", "*", "\u{301}", "kinh", "te kinh"] {
            assert!(found(query).iter().all(|(tier, _)| *tier != Tier::Belongs), "{query}");
        }
    }

    #[test]
    fn a_short_word_that_is_missing_costs_less_than_one_that_is_found_badly() {
        let index = index_of(&["học", "Tỷ", "xã", "nghèo học", "xã học", "xã hộ", "học"]);
        assert_eq!(in_pieces(&index, "no x", 3, 1), plain(&index, "no x", 3));
    }
}
