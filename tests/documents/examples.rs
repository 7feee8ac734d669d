//! The examples of the documents are what the text around them says.

use chitieu::dataset::{Severity, read, read_json};
use chitieu::model::{Collection, Status, status, warnings};
use chitieu::search::Index;

use super::document::Document;
use super::sandbox::Sandbox;

#[test]
fn the_json_example_is_a_dataset() {
    let document = Document::read("docs/dataset-format.md");
    let example = document.block("json");
    let dataset = read_json("vi-du.json", example.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    let statuses: Vec<Status> =
        dataset.indicators.iter().map(|indicator| status(&indicator)).collect();
    use Status::{Exceeded, Met, NotAssessed};
    assert_eq!(statuses, [Exceeded, Exceeded, NotAssessed, Met, NotAssessed]);
    assert!(dataset.indicators.iter().all(|indicator| warnings(&indicator).is_empty()));
}

#[test]
fn the_table_is_read_as_the_text_says() {
    let document = Document::read("docs/tables.md");
    let table = document.block("csv");
    let opened = read("bieu.csv", table.as_bytes(), None).unwrap();
    let errors = opened.findings.iter().filter(|f| f.rule.severity() == Severity::Error).count();
    assert_eq!(errors, 1);
    let exceeded = opened.datasets[0].indicators.iter().filter(|i| status(i) == Status::Exceeded);
    assert_eq!(exceeded.count(), 2);
    assert_eq!(table, Document::read("docs/tables.vi.md").block("csv"), "both show one table");
}

#[test]
fn every_query_of_the_search_table_finds_the_indicator() {
    let dataset = read_json("f", include_bytes!("../data/search/readme.json")).unwrap();
    let collection = Collection::new(vec![dataset]);
    let index = Index::new(&collection);
    let document = Document::read("docs/search.md");
    let queries: Vec<&str> = document
        .section("## What can be typed")
        .lines()
        .filter(|line| line.starts_with("| `"))
        .flat_map(|line| line.split('|').nth(1).unwrap().split('`').skip(1).step_by(2))
        .collect();
    assert!(queries.len() > 12);
    for query in queries {
        let hit = index.search(&collection, query, 1).pop();
        let found = hit.map(|hit| collection.get(hit.index).unwrap().id().to_owned());
        assert_eq!(found.as_deref(), Some("poor"), "{query}");
    }
}

/// The limitation is stated as long as it is one.
#[test]
fn the_language_of_findings_is_as_stated() {
    let document = Document::read("README.vi.md");
    let shown = Sandbox::new(&document).run("chitieu check bieu.csv").text;
    let is_english = shown.contains("is no number") || shown.contains("is not a number");
    let limits = Document::read("docs/limitations.md").text;
    let stated = limits.contains("Findings about the content of files are in English");
    assert_eq!(stated, is_english, "{shown}");
}
