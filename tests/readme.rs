//! What the README says is so.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use chitieu::app::keymap::{Context, of_context};
use chitieu::dataset::read_json;
use chitieu::model::{Collection, Status, status, warnings};
use chitieu::search::Index;
use chitieu::ui::words::key_name;

const README: &str = include_str!("../README.md");

#[test]
fn the_example_is_a_dataset() {
    let example = README.split("```json").nth(1).unwrap().split("```").next().unwrap();
    let dataset = read_json("README.md", example.as_bytes()).unwrap_or_else(|c| panic!("{c}"));
    let statuses: Vec<Status> =
        dataset.indicators.iter().map(|indicator| status(&indicator)).collect();
    use Status::{Exceeded, Met, NotAssessed};
    assert_eq!(statuses, [Exceeded, Exceeded, NotAssessed, Met, NotAssessed]);
    assert!(dataset.indicators.iter().all(|indicator| warnings(&indicator).is_empty()));
}

#[test]
fn the_table_is_read_as_it_says() {
    let block = |kind: &str| README.split(kind).nth(1).unwrap().split("```").next().unwrap();
    let opened = chitieu::dataset::read("bieu.csv", block("```csv\n").as_bytes(), None).unwrap();
    let errors: Vec<String> = opened
        .findings
        .iter()
        .filter(|finding| finding.rule.severity() == chitieu::dataset::Severity::Error)
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let told = README.split("```text\nerror").nth(1).unwrap().split("```").next().unwrap();
    for part in errors[0].split("; ").flat_map(|part| part.split(": ")) {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    let exceeded = opened.datasets[0].indicators.iter().filter(|i| status(i) == Status::Exceeded);
    assert_eq!(exceeded.count(), 2);
}

#[test]
fn every_key_of_the_panes_is_in_the_table() {
    let keys = README.split("## Keys").nth(1).unwrap().split("## ").next().unwrap();
    for binding in of_context(Context::Browse) {
        let named = binding.keys.iter().any(|key| keys.contains(&format!("`{}`", key_name(key))));
        let usual =
            matches!(binding.action, chitieu::app::Action::Redraw | chitieu::app::Action::Suspend);
        assert!(named || usual, "{:?}", binding.action);
    }
}

#[test]
fn every_query_of_the_search_table_finds_the_indicator() {
    let dataset = read_json("f", include_bytes!("data/search/readme.json")).unwrap();
    let collection = Collection::new(vec![dataset]);
    let index = Index::new(&collection);
    let table = README.split("## Search").nth(1).unwrap().split("Abbreviations").next().unwrap();
    let queries: Vec<&str> = table
        .lines()
        .filter(|l| l.starts_with("| `"))
        .flat_map(|line| {
            let typed = line.split('|').nth(1).unwrap();
            typed.split('`').skip(1).step_by(2)
        })
        .collect();
    assert!(queries.len() > 12);
    for query in queries {
        let hit = index.search(&collection, query, 1).pop();
        let found = hit.map(|hit| collection.get(hit.index).unwrap().id().to_owned());
        assert_eq!(found.as_deref(), Some("poor"), "{query}");
    }
}
