//! How often the first hit is the one meant: labelled queries over real indicator names, by class.
//! The table is printed by `cargo test --test search_quality -- --nocapture`.
//!
//! `tests/data/search/names.txt` holds names of the national, provincial and sector indicator lists;
//! `queries.tsv` what people type for them, with the name meant (none for garbage and for sentences
//! about something else).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use chitieu::model::{Collection, Dataset, Indicator, Section};
use chitieu::search::Index;

const NAMES: &str = include_str!("data/search/names.txt");
const QUERIES: &str = include_str!("data/search/queries.tsv");

/// Answered rightly, asked.
#[derive(Default, Clone, Copy)]
struct Score(usize, usize);

impl Score {
    fn share(self) -> f64 {
        self.0 as f64 / self.1.max(1) as f64
    }

    fn add(&mut self, right: bool) {
        self.0 += usize::from(right);
        self.1 += 1;
    }
}

#[test]
fn the_first_hit_is_the_one_meant() {
    let collection = collection();
    let index = Index::new(&collection);
    let mut classes: BTreeMap<(&str, &str), Score> = BTreeMap::new();
    let mut sets: BTreeMap<&str, Score> = BTreeMap::new();
    for line in QUERIES.lines().skip(1) {
        let [query, name, class, set] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let hit = index.search(&collection, query, 10).into_iter().next();
        let found = hit.map(|hit| collection.get(hit.index).unwrap().indicator.name.as_str());
        let right = found.unwrap_or_default() == name;
        if !right {
            println!("{class}: “{query}” found {found:?}, meant “{name}”");
        }
        classes.entry((set, class)).or_default().add(right);
        if !name.is_empty() {
            sets.entry(set).or_default().add(right);
        }
    }
    for ((set, class), score) in &classes {
        println!("{set:6} {class:16} {:4} of {:4}  {:.3}", score.0, score.1, score.share());
    }
    for (set, score) in &sets {
        println!("{set:6} {:16} {:4} of {:4}  {:.3}", "all", score.0, score.1, score.share());
    }
    for ((set, class), score) in &classes {
        let least = match (*class, *set) {
            ("garbage", _) => 0.98,
            ("foreign", _) => 0.90,
            (_, "clean") => 0.97,
            _ => 0.80,
        };
        assert!(score.share() >= least, "{set} {class}: {:.3} < {least}", score.share());
    }
    assert!(sets["clean"].share() >= 0.99, "clean: {:.3}", sets["clean"].share());
    assert!(sets["messy"].share() >= 0.93, "messy: {:.3}", sets["messy"].share());
}

fn collection() -> Collection {
    let indicators: Vec<Indicator> = NAMES
        .lines()
        .enumerate()
        .map(|(at, name)| Indicator {
            id: at.to_string(),
            name: name.to_owned(),
            ..Indicator::default()
        })
        .collect();
    assert!(indicators.len() >= 300);
    let section = Section { name: "Chỉ tiêu".to_owned(), indicators: 0..indicators.len() };
    Collection::new(vec![Dataset {
        id: "names".to_owned(),
        place: "Việt Nam".to_owned(),
        period: "2024".to_owned(),
        source: None,
        totals: None,
        sections: vec![section],
        indicators,
    }])
}
