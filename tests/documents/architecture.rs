//! ARCHITECTURE.md names files, functions and calls that exist.
//!
//! A reference is `path.rs` or `path.rs: name` in backticks, from `src/`, or from the root for `tests/`. In the
//! walks a reference below another one is something that the function above calls.

use std::fs;
use std::path::PathBuf;

use super::document::{Document, root};

/// A reference, as it is written.
struct Reference<'t> {
    path: &'t str,
    /// `name` or `Type::name`.
    item: Option<&'t str>,
}

impl<'t> Reference<'t> {
    fn of(span: &'t str) -> Option<Self> {
        let (path, item) = match span.split_once(": ") {
            Some((path, item)) => (path, Some(item)),
            None => (span, None),
        };
        let is_path = path.ends_with(".rs") || path.ends_with(".txt") || path.ends_with('/');
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '.' | '-');
        (is_path && path.chars().all(plain)).then_some(Self { path, item })
    }

    fn file(&self) -> PathBuf {
        let from_root = ["tests/", "src/", "benches/", "docs/", "fuzz/", "deploy/", "examples/"];
        let is_from_root = from_root.iter().any(|folder| self.path.starts_with(folder));
        if is_from_root { root().join(self.path) } else { root().join("src").join(self.path) }
    }

    fn source(&self) -> String {
        fs::read_to_string(self.file()).unwrap_or_else(|e| panic!("{}: {e}", self.path))
    }

    fn name(&self) -> Option<&'t str> {
        self.item.map(|item| item.rsplit("::").next().unwrap_or(item))
    }

    /// What is wrong with it.
    fn fault(&self) -> Option<String> {
        if !self.file().exists() {
            return Some(format!("{} does not exist", self.path));
        }
        let item = self.item?;
        let source = self.source();
        let is_there = |kind: &str, name: &str| has_word(&source, &format!("{kind} {name}"));
        let kinds =
            ["fn", "struct", "enum", "const", "static", "trait", "type", "mod", "macro_rules!"];
        let owner = item.split_once("::").map(|(owner, _)| owner);
        let named = kinds.iter().any(|kind| is_there(kind, self.name().unwrap_or_default()));
        let owned = owner.is_none_or(|owner| has_word(&source, owner));
        (!named || !owned).then(|| format!("{} has no {item}", self.path))
    }

    /// The bodies of the functions of its name, as rustfmt lays them out.
    fn bodies(&self) -> String {
        let source = self.source();
        let wanted = format!("fn {}", self.name().unwrap_or_default());
        let mut bodies = String::new();
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            if !has_word(line, &wanted) {
                continue;
            }
            let indent = line.len() - line.trim_start().len();
            let end = format!("{}}}", " ".repeat(indent));
            bodies.push_str(line);
            for inner in lines.by_ref().take_while(|line| !line.starts_with(&end)) {
                bodies.push_str(inner);
                bodies.push('\n');
            }
        }
        bodies
    }
}

#[test]
fn every_reference_exists() {
    let mut faults = Vec::new();
    let mut count = 0;
    for path in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let document = Document::read(path);
        for span in spans(&document.text) {
            let Some(reference) = Reference::of(span) else { continue };
            faults.extend(reference.fault().map(|fault| format!("{path}: {fault}")));
            count += 1;
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(count > 100, "only {count} references were found");
}

#[test]
fn each_word_file_says_where_a_word_is_added() {
    let document = Document::read("ARCHITECTURE.md");
    let named: Vec<&str> = spans(document.section("## Where to add something")).collect();
    let lexicon = root().join("src/lexicon");
    let (mut folders, mut files, mut faults) = (vec![lexicon.clone()], 0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                let name = path.strip_prefix(lexicon.parent().unwrap()).unwrap();
                let name = name.to_str().unwrap().replace('\\', "/");
                files += 1;
                if !named.contains(&name.as_str()) {
                    faults.push(name);
                }
            }
        }
    }
    assert!(files > 20, "only {files} files of words were found");
    assert!(faults.is_empty(), "not in “Where to add something”: {faults:#?}");
}

#[test]
fn each_test_file_is_listed() {
    let document = Document::read("tests/README.md");
    let mut faults = Vec::new();
    let mut files = 0;
    for folder in fs::read_dir(root().join("tests")).unwrap() {
        let folder = folder.unwrap().path();
        if !folder.is_dir() {
            continue;
        }
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        // The tables that list a folder: what follows "In `folder/`", up to the next one.
        let parts = document.text.split("\nIn ");
        let start = format!("`{name}/`");
        let listed: Vec<&str> = parts
            .filter(|part| part.lines().next().is_some_and(|line| line.contains(&start)))
            .flat_map(spans)
            .collect();
        for entry in fs::read_dir(&folder).unwrap() {
            let file = entry.unwrap().file_name().to_string_lossy().into_owned();
            if !file.ends_with(".rs") || file == "main.rs" {
                continue;
            }
            files += 1;
            if !listed.contains(&file.as_str()) {
                faults.push(format!("{name}/{file}"));
            }
        }
    }
    assert!(files > 120, "only {files} files of tests were found");
    assert!(faults.is_empty(), "not in tests/README.md: {faults:#?}");
}

#[test]
fn each_step_of_a_walk_is_called_by_the_one_above() {
    let document = Document::read("ARCHITECTURE.md");
    let mut faults = Vec::new();
    let mut above: Vec<(usize, Reference<'_>)> = Vec::new();
    let mut steps = 0;
    for line in document.section("## Five walks").lines() {
        let text = line.trim_start();
        let Some(step) = text.strip_prefix("- `") else {
            if !text.is_empty() && !line.starts_with(' ') {
                above.clear();
            }
            continue;
        };
        let indent = line.len() - text.len();
        let span = step.split('`').next().unwrap();
        let reference = Reference::of(span).unwrap_or_else(|| panic!("no reference: {line}"));
        above.retain(|(other, _)| *other < indent);
        if let Some((_, caller)) = above.last() {
            let called = reference.name().expect("a function");
            if !has_word(&caller.bodies(), called) {
                let by = caller.item.unwrap_or_default();
                faults.push(format!("{}: {by} does not call {called}", caller.path));
            }
        }
        above.push((indent, reference));
        steps += 1;
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(steps > 80, "only {steps} steps were found");
}

/// The floors, and the stages of the readers, are those that tests/layers.rs checks.
#[test]
fn floors_and_stages_are_those_that_are_checked() {
    let rules = fs::read_to_string(root().join("tests/layers/rules.rs")).unwrap();
    // The quoted words from some text to the end of a list.
    let listed = |start: &str, end: &str| -> Vec<String> {
        let start = rules.find(start).expect(start) + start.len();
        let list = &rules[start..start + rules[start..].find(end).unwrap()];
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let document = Document::read("ARCHITECTURE.md");
    let first_cells = |heading: &str| -> Vec<String> {
        let rows = document.section(heading).lines().filter(|line| line.starts_with("| `"));
        let paths = rows.map(|row| row.split('`').nth(1).unwrap().trim_end_matches('/'));
        paths.map(|path| path.rsplit('/').next().unwrap_or(path).to_owned()).collect()
    };
    let mut floors = first_cells("## Floors");
    floors.reverse();
    assert_eq!(floors, listed("const FLOORS: &[&str]", "];"));
    for (heading, reader) in [("## The table reader", "table"), ("## The prose reader", "prose")] {
        let stages = listed(&format!("\"{reader}\""), "]");
        assert!(stages.len() > 4, "{stages:?}");
        assert_eq!(first_cells(heading), stages);
    }
}

/// The texts in single backticks, outside of code blocks.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|part| part.split('`').skip(1).step_by(2))
}

/// Whether a text has a word, with nothing of a name around it.
fn has_word(text: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(part_of_name) && !text[at + word.len()..].starts_with(part_of_name)
    })
}
