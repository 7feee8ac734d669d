//! The width of comments and documents, which `cargo fmt` leaves as they are.

use std::fs;
use std::path::Path;

use super::imports::{Source, Sources};
use super::vocabulary::other_files;

/// The most columns of a line of a comment or a document.
const WIDEST: usize = 120;

/// Comments of source files with wider lines.
pub fn of_sources(sources: &Sources) -> Vec<String> {
    let files = sources.files();
    files.flat_map(|(_, Source { path, text, .. })| wide(path, comments(text))).collect()
}

/// Comments of tests, benchmarks, fuzz targets and examples, and documents with wider lines.
pub fn of_others(root: &Path) -> Vec<String> {
    let mut violations = Vec::new();
    for (path, file) in other_files(root) {
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => {
                violations.extend(wide(&path, comments(&fs::read_to_string(&file).unwrap())));
            }
            // The tables of tests are data.
            Some("md") if !path.starts_with("tests/data/tables/") => {
                violations.extend(wide(&path, prose(&fs::read_to_string(&file).unwrap())));
            }
            _ => {}
        }
    }
    violations
}

/// The lines of comments outside of tables and drawings.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| {
        let comment = line.trim_start();
        comment.starts_with("//") && !comment.starts_with("//! |") && !comment.contains('│')
    })
}

/// The lines of a document outside of tables, blocks of code and addresses of links.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.lines().filter(move |line| {
        let line = line.trim_start();
        let is_fence = line.starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence && !line.starts_with(['|', '<']) && !line.contains("]: ")
    })
}

fn wide<'t>(path: &str, lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    let too_wide = lines.filter(|line| line.chars().count() > WIDEST);
    let named = |line: &str| {
        let start: String = line.trim_start().chars().take(60).collect();
        format!("width: {path} has a line of more than {WIDEST} columns: {start}")
    };
    too_wide.map(named).collect()
}
