//! A search under way: it can be done in one go, or piece by piece between keystrokes.

use std::ops::Range;
use std::sync::Arc;

use super::align::{self, Match};
use super::best::{Best, Found};
use super::index::{Index, NameId};
use super::name;
use super::phase::Phase;
use super::plan::Plan;
use super::query::Query;
use super::Hit;
use crate::model::Collection;

/// A search that has been begun. It holds positions only, so it can be dropped for a newer one at any
/// time.
#[derive(Debug, Clone)]
pub struct Searching {
    /// The query, and the query with abbreviations in place of phrases; none once all is done.
    plans: Arc<[Plan]>,
    phase: Phase,
    looked_at: LookedAt,
    /// What earlier phases found, in order: it cannot be found in a better way.
    found_before: Arc<[NameId]>,
    best: Best,
    done: bool,
}

/// Where a phase is on its way through the names.
#[derive(Debug, Clone)]
enum LookedAt {
    /// These are still to be looked at.
    All(Range<NameId>),
    /// Of these, the ones from this place on.
    Listed(Arc<[NameId]>, usize),
}

impl Searching {
    /// Begins a search for the best `limit` hits.
    #[must_use]
    pub fn new(index: &Index, query: &str, limit: usize) -> Self {
        let query = Query::new(query);
        let done = query.words.is_empty() || limit == 0;
        let queries = query.abbreviated(&index.vocabulary).into_iter().chain([query]);
        let plans: Arc<[Plan]> = if done {
            Arc::default()
        } else {
            queries.map(|query| Plan::new(query, index)).collect()
        };
        Self {
            looked_at: LookedAt::of(&plans, index),
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
        let worst = self.phase.worst_tier();
        let mut best: Option<Match> = None;
        for plan in plans {
            let Some(bound) = plan.bound(index, name) else { continue };
            if !self.best.would_take(bound) || self.found_before.binary_search(&name).is_ok() {
                continue;
            }
            let found = align::find(&plan.query, &plan.meanings, index, name);
            best = best.into_iter().chain(found).max_by_key(|found| found.score);
        }
        if let Some(found) = best.filter(|found| found.tier <= worst) {
            self.best.take(Found { name, number: index.number(name), found });
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
    pub fn hits(self, collection: &Collection) -> Vec<Hit> {
        let hit = |Found { number, found, .. }| {
            let index = number as usize;
            let text = collection.get(index).map_or("", |entry| entry.indicator.name.as_str());
            Hit {
                index,
                tier: found.tier,
                score: found.score,
                places: name::places(text, &found.marks),
            }
        };
        self.best.into_sorted().into_iter().map(hit).collect()
    }
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
    use super::super::{Tier, meanings::Meanings};
    use super::*;
    use crate::model::Dataset;
    use proptest::prelude::*;

    /// The same search without bounds, lists and early ends: every name is looked at whole.
    fn plain(index: &Index, query: &str, limit: usize) -> Vec<Found> {
        let query = Query::new(query);
        let queries: Vec<Query> = query.abbreviated(&index.vocabulary).into_iter().chain([query]).collect();
        let best = |phase: Phase| {
            let plans: Vec<_> = queries
                .iter()
                .map(|query| (query, Meanings::new(query, &index.vocabulary, phase)))
                .collect();
            move |name: NameId| {
                let found = plans.iter().filter_map(|(q, meanings)| align::find(q, meanings, index, name));
                let found = found.max_by_key(|found| found.score)?;
                Some(Found { name, number: index.number(name), found })
            }
        };
        let (surely, perhaps) = (best(Phase::Parts), best(Phase::Slips));
        let sure = |name: &NameId| surely(*name).filter(|found| found.found.tier < Tier::Most);
        let mut all: Vec<Found> = index.names().filter_map(|name| sure(&name)).collect();
        if all.len() < limit {
            let others = index.names().filter(|name| sure(name).is_none());
            let others: Vec<Found> = others.filter_map(perhaps).collect();
            all.extend(others);
        }
        all.sort_by(|a, b| b.cmp(a));
        all.truncate(limit);
        all
    }

    const WORDS: [&str; 24] = [
        "Tỷ", "lệ", "hộ", "nghèo", "cận", "giảm", "số", "xã", "đạt", "chuẩn", "nông", "thôn", "mới", "bảo",
        "hiểm", "y", "tế", "GRDP", "THPT", "trung", "học", "phổ", "thông", "năm",
    ];

    fn phrase(words: &'static [&str], most: usize) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(words), 1..most).prop_map(|words| words.join(" "))
    }

    /// What people do to words: nothing, begin them, join them, write initials, slip, type Telex.
    fn typed() -> impl Strategy<Value = String> {
        let other: &'static [&str] =
            &["bhyt", "ntm", "thpt", "tlhn", "hooj", "le65", "ngeho", "tyle", "zz", "cua", "n", "ho", "xao"];
        let words = prop_oneof![
            3 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
            2 => prop::sample::select(&WORDS[..]).prop_map(|word| crate::text::fold::fold(word)),
            2 => (prop::sample::select(&WORDS[..]), 1usize..4).prop_map(|(word, count)| {
                crate::text::fold::fold(word).chars().take(count).collect()
            }),
            2 => prop::sample::select(other).prop_map(str::to_owned),
        ];
        prop::collection::vec((words, prop::sample::select(&[" ", " ", " ", ""][..])), 1..7)
            .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
        #[test]
        fn finds_what_looking_at_everything_finds(
            names in prop::collection::vec(phrase(&WORDS, 9), 1..40),
            query in typed(),
            limit in 1usize..6,
            piece in 1usize..50,
        ) {
            let dataset = Dataset::of_names("names", names.iter().map(String::as_str));
            let index = Index::new(&Collection::new(vec![dataset]));
            let mut searching = Searching::new(&index, &query, limit);
            while !searching.go_on(&index, piece) {}
            prop_assert_eq!(searching.best.into_sorted(), plain(&index, &query, limit));
        }
    }
}
