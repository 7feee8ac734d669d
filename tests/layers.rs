//! The layers of the source: what may import what, read from the paths that each file names.
//!
//! * A floor imports floors below it only, and a stage of the table reader earlier stages only.
//! * Nothing outside a folder reaches further into it than its front door: what its `mod.rs` re-exports, and the
//!   modules that it makes visible.
//! * No circle of imports between the files of a floor.
//! * File names are unique within a floor, so that a name finds its file.
//! * A file has at most 400 lines, or says at its start why it has more.
//! * An item is private, `pub(super)`, `pub(crate)` or public: no `pub(in …)`.
//! * Comments, names of files and functions, and documents are in the vocabulary of CONTRIBUTING.md, also outside of
//!   the source.
//! * Lines of comments and documents have at most 120 columns.
//!
//! `tests/layers/exceptions.txt` lists what is still violated. A violation that is not listed fails, and so
//! does a listed one that is gone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod layers {
    pub mod imports;
    pub mod line_lengths;
    pub mod rules;
    pub mod vocabulary;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use layers::imports::Sources;
use layers::{line_lengths, rules, vocabulary};

#[test]
fn layers_are_kept() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::read(&root.join("src"));
    assert!(sources.files().count() > 700, "the sources were not found");

    let mut violations = BTreeSet::new();
    violations.extend(rules::floors(&sources));
    violations.extend(rules::stages(&sources));
    violations.extend(rules::front_doors(&sources));
    violations.extend(rules::circles(&sources));
    violations.extend(rules::names(&sources));
    violations.extend(rules::lengths(&sources));
    violations.extend(rules::visibilities(&sources));
    violations.extend(vocabulary::of_sources(&sources));
    violations.extend(vocabulary::of_others(root));
    violations.extend(line_lengths::of_sources(&sources));
    violations.extend(line_lengths::of_others(root));

    let list = root.join("tests/layers/exceptions.txt");
    if std::env::var_os("UPDATE_LAYERS").is_some() {
        let lines: String = violations.iter().map(|violation| format!("{violation}\n")).collect();
        fs::write(&list, lines).unwrap();
    }
    let listed = fs::read_to_string(&list).unwrap_or_default();
    let listed: BTreeSet<String> = listed.lines().map(str::to_owned).collect();
    let new: Vec<_> = violations.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&violations).collect();
    assert!(new.is_empty(), "violations that are not listed: {new:#?}");
    assert!(gone.is_empty(), "no longer violated, remove them from the list: {gone:#?}");
}
