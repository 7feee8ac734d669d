//! How often the first hit is the one meant, by class of query. The tables are printed by
//! `cargo test --test search_quality -- --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints its table"
)]

#[path = "support/labelled.rs"]
mod labelled;

use std::collections::BTreeMap;

use chitieu::search::Index;
use labelled::Labelled;

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
    let [first, ..] = Labelled::all();
    score("first set", &first);
}

#[test]
fn the_first_hit_is_the_one_meant_in_the_second_set_too() {
    let [_, second, _] = Labelled::all();
    score("second set", &second);
}

#[test]
fn the_first_hit_is_the_one_meant_among_near_twins() {
    let [.., third] = Labelled::all();
    score("third set", &third);
}

#[test]
fn the_initials_of_the_longest_names_find_them() {
    let [_, second, _] = Labelled::all();
    let collection = second.collection();
    let index = Index::new(&collection);
    for name in &second.names {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let initials: String = words.filter_map(|word| word.chars().next()).collect();
        if initials.chars().count() < 13 {
            continue;
        }
        let hit = index.search(&collection, &initials, 1).pop();
        assert_eq!(hit.map(|hit| second.names[hit.index]), Some(*name), "{initials}");
    }
}

fn score(title: &str, labelled: &Labelled) {
    assert!(labelled.names.len() >= 300 && labelled.queries.len() >= 600);
    let collection = labelled.collection();
    let index = Index::new(&collection);
    let mut classes: BTreeMap<(&str, &str), Score> = BTreeMap::new();
    let mut sets: BTreeMap<&str, Score> = BTreeMap::new();
    let mut table = format!("{title}: {} names\n", labelled.names.len());
    for query in &labelled.queries {
        let hit = index.search(&collection, query.text, 1).pop();
        let tier = hit.as_ref().map(|hit| hit.tier);
        let found = hit.map(|hit| labelled.names[hit.index]);
        let right = query.is_answered_by(found);
        if !right {
            let (class, text, meant) = (query.class, query.text, &query.meant);
            table.push_str(&format!(
                "{class}: “{text}” found {found:?} ({tier:?}), meant {meant:?}\n"
            ));
        }
        classes.entry((query.set, query.class)).or_default().add(right);
        if !query.meant.is_empty() {
            sets.entry(query.set).or_default().add(right);
        }
    }
    let all = sets.iter().map(|(set, score)| ((*set, "all"), score));
    for ((set, class), score) in classes.iter().map(|(key, score)| (*key, score)).chain(all) {
        let (right, asked, share) = (score.0, score.1, score.share());
        table.push_str(&format!("{set:6} {class:20} {right:4} of {asked:4}  {share:.3}\n"));
    }
    println!("{table}");
    for ((set, class), score) in &classes {
        let least = match (*class, *set) {
            ("garbage" | "small talk", _) => 0.97,
            ("unit beside" | "section beside", _) => 0.85,
            (_, "twins") => 0.90,
            ("foreign", _) => 0.90,
            (_, "clean") => 0.97,
            _ => 0.80,
        };
        assert!(score.share() >= least, "{set} {class}: {:.3} < {least}", score.share());
    }
    for (set, score) in sets {
        let least = if set == "messy" {
            0.93
        } else if set == "twins" {
            0.97
        } else {
            0.99
        };
        assert!(score.share() >= least, "{set}: {:.3} < {least}", score.share());
    }
}
