//! Hits by id: a query may be the id of an indicator, as a script knows it.

use std::collections::HashSet;

use super::{Hit, Tier};
use crate::model::Collection;

/// Adds the indicators whose id is the query or starts with it, before those that are only similar.
pub(super) fn add_ids(
    query: &str,
    collection: &Collection,
    (limit, wanted): (usize, &dyn Fn(usize) -> bool),
    hits: &mut Vec<Hit>,
) {
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
        .filter(|(index, id)| begins(id) && !found.contains(index) && wanted(*index))
        .map(|(index, _)| index)
        .take(limit - similar)
        .collect();
    let others = hits.split_off(similar).into_iter().filter(|hit| !same.contains(&hit.index));
    hits.extend(same.iter().map(|index| Hit::without_ranges(*index, Tier::Id)));
    hits.extend(others.take(limit - hits.len()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dataset, Indicator};

    #[test]
    fn an_id_is_found_by_its_first_three_letters() {
        let ids = ["ngheo", "nghe-moi", "rung"].map(|id| Indicator::named(id, "x"));
        let dataset =
            Dataset { indicators: ids.into_iter().collect(), ..Dataset::of_names("x", []) };
        let collection = Collection::new([dataset]);
        let found = |query: &str, limit: usize| {
            let mut hits =
                vec![Hit::without_ranges(0, Tier::Typos), Hit::without_ranges(2, Tier::Typos)];
            add_ids(query, &collection, (limit, &|_| true), &mut hits);
            hits.iter().map(|hit| (hit.tier == Tier::Id, hit.index)).collect::<Vec<_>>()
        };
        assert_eq!(found("NGH", 3), [(true, 0), (true, 1), (false, 2)]);
        assert_eq!(found("nghe-", 2), [(true, 1), (false, 0)]);
        assert_eq!(found("ng", 3), [(false, 0), (false, 2)]);
        assert_eq!(found("123", 3), [(false, 0), (false, 2)]);
    }
}
