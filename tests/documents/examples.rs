//! The examples of the documents are what the text around them says.

use chitieu::dataset::{Severity, read, read_json};
use chitieu::model::{Collection, Status, status, warnings};
use chitieu::search::Index;

use super::document::Document;

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
    let errors = opened.findings.iter().filter(|f| f.rule().severity() == Severity::Error).count();
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

/// The figures of the table of limits are the defaults of the program.
#[cfg(feature = "serve")]
#[test]
fn the_limits_of_the_server_are_those_of_the_program() {
    let document = Document::read("docs/serve.md");
    let table = document.section("## Limits");
    let kib = |bytes: u32| format!("{} KiB", bytes / 1024);
    let defaults = chitieu::serve::Limits::DEFAULT;
    for (row, figures) in [
        ("sessions and commands", format!("{}, {}", defaults.sessions, defaults.per_address)),
        ("connections without", format!("{}; the oldest", defaults.handshakes)),
        ("time without", format!("{} s; 10 min", defaults.login_grace.as_secs())),
        ("channels of", format!("{}; 6", defaults.channels)),
        ("commands at a time", format!("{}, {}", defaults.commands, defaults.commands_per_address)),
        ("commands at a time", format!("up to {} s", defaults.turn.as_secs())),
        ("typing", format!("{}, {}", kib(defaults.burst), kib(defaults.rate))),
        (
            "bytes of a connection",
            format!("{}, {}", kib(defaults.connection_burst), kib(defaults.connection_rate)),
        ),
        ("refusals", defaults.rejections.to_string()),
        ("frames |", format!("one in {} ms", defaults.frame.as_millis())),
        ("frames on", format!("not taken in {} s", defaults.stalled.as_secs())),
        ("an SSH packet", kib(defaults.window)),
        ("new session keys", format!("{} MiB", defaults.rekey >> 20)),
    ] {
        let row = format!("| {row}");
        let found = table.lines().filter(|line| line.starts_with(&row));
        assert!(found.into_iter().any(|line| line.contains(&figures)), "{row}: {figures}");
    }
}

/// Every reason of a refusal is in the table.
#[test]
fn the_reasons_of_refusals_are_listed() {
    let source = std::fs::read_to_string(super::document::root().join("src/serve/rejection.rs"));
    let source = source.unwrap();
    let names: Vec<&str> =
        source.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(names.len() > 10, "{names:?}");
    let document = Document::read("docs/serve.md");
    let table = document.section("## What a client gets");
    for name in names {
        assert!(table.contains(&format!("`{name}`")), "{name}");
    }
}
