//! What people say, what readers of English type, and what only looks like a name, over names of all sectors, by class.

use std::collections::BTreeMap;

use chitieu::search::{Hit, Index};

use crate::Score;
use crate::labelled_queries::{Labelled, Query};

/// The classes of the queries, in the order of their names.
const CLASSES: [&str; 8] =
    ["accents", "english", "garbage", "herd", "output", "people", "scatter", "twins"];

/// The names and the queries. A query without a name must find nothing, or only what is marked as similar.
fn labelled() -> Labelled {
    Labelled::read(
        include_str!("../data/search/names-everyday.txt"),
        include_str!("../data/search/queries-everyday.tsv"),
    )
}

/// Whether the first hit is right: surely, or, with other accents than the name has, at all.
fn is_right(query: &Query, name: Option<&str>, hit: Option<&Hit>) -> bool {
    let is_similar = hit.is_some_and(|hit| hit.tier.is_similar());
    match query.meant[..] {
        [] => hit.is_none() || is_similar,
        _ => query.is_answered_by(name) && (!is_similar || query.class == "accents"),
    }
}

#[test]
fn finds_names_by_everyday_and_by_english_words() {
    let labelled = labelled();
    let collection = labelled.collection();
    let index = Index::new(&collection);
    let (mut classes, mut table) = (BTreeMap::<&str, Score>::new(), String::new());
    for query in &labelled.queries {
        let hit = index.search(&collection, query.text, 1).pop();
        let name = hit.as_ref().map(|hit| labelled.names[hit.index]);
        let right = is_right(query, name, hit.as_ref());
        if !right {
            let (class, text, meant) = (query.class, query.text, &query.meant);
            table.push_str(&format!("{class}: “{text}” found {name:?}, meant {meant:?}\n"));
        }
        classes.entry(query.class).or_default().add(right);
    }
    for (class, score) in &classes {
        table.push_str(&format!(
            "{class:10} {:4} of {:4}  {:.3}\n",
            score.0,
            score.1,
            score.share()
        ));
    }
    println!("{table}");
    assert!(classes.keys().copied().eq(CLASSES), "{table}");
    for (class, score) in classes {
        assert!(score.share() >= 0.97, "{class}: {:.3}", score.share());
    }
}

#[test]
fn many_english_indicators_and_everyday_words_are_asked() {
    let count = |class: &str| {
        let queries = labelled().queries;
        queries.iter().filter(|query| query.class == class).count()
    };
    assert!(count("english") >= 150 && count("people") >= 150);
}
