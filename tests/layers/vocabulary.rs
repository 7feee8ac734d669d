//! The words that CONTRIBUTING.md replaces by others: in comments, in names of files and tests, and in documents.

use std::fs;
use std::path::{Path, PathBuf};

use super::imports::{Source, Sources};

/// Words of a dialect that readers of plain technical English do not know, or know in another meaning.
const OLD_WORDS: &[&str] = &[
    "anew",
    "bear out",
    "bears out",
    "beside",
    "dear",
    "farewell",
    "guest",
    "guests",
    "hear",
    "heard",
    "hears",
    "house",
    "mend",
    "mended",
    "mends",
    "news",
    "parted",
    "someone who looks on",
    "stand",
    "stands",
    "stood",
    "tell",
    "telling",
    "tells",
    "told",
    "whoever",
];

/// Old words in the comments and in the names of source files.
pub fn of_sources(sources: &Sources) -> Vec<String> {
    let files = sources.files();
    files.flat_map(|(_, Source { path, text, .. })| old_words(path, &of_code(text))).collect()
}

/// Old words in tests, benchmarks, fuzz targets, examples and documents.
pub fn of_others(root: &Path) -> Vec<String> {
    let mut violations = Vec::new();
    for (path, file) in other_files(root) {
        let words = match file.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => of_code(&fs::read_to_string(&file).unwrap()),
            Some("md") => of_document(&fs::read_to_string(&file).unwrap()),
            _ => continue,
        };
        violations.extend(old_words(&path, &words));
    }
    violations
}

/// The files of tests, benchmarks, fuzz targets, examples and documents, each with its path from the root.
pub fn other_files(root: &Path) -> Vec<(String, PathBuf)> {
    const FOLDERS: [&str; 5] = ["tests", "benches", "fuzz", "examples", "docs"];
    let mut folders: Vec<_> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    let mut files = in_folder(root);
    files.retain(|path| path.is_file());
    while let Some(folder) = folders.pop() {
        for path in in_folder(&folder) {
            let is_built = path.file_name().is_some_and(|name| name == "target");
            if path.is_dir() && !is_built {
                folders.push(path);
            } else if path.is_file() {
                files.push(path);
            }
        }
    }
    files.sort();
    let named = |file: PathBuf| {
        let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (path, file)
    };
    files.into_iter().map(named).collect()
}

fn in_folder(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// The comments of a source file, and the names of its functions. Quoted words are examples.
fn of_code(text: &str) -> String {
    let mut words = String::new();
    for line in text.lines() {
        let line = line.trim_start();
        if let Some(comment) = line.strip_prefix("//") {
            words.push_str(&without_quotes(comment.trim_start_matches(['/', '!'])));
        } else if let Some((before, function)) = line.split_once("fn ")
            && before.chars().all(|letter| !matches!(letter, '"' | '/'))
        {
            let name = function.split(['(', '<']).next().unwrap_or_default();
            words.push_str(&name.replace('_', " "));
        }
        words.push(' ');
    }
    words
}

/// The text of a document, without its code and without the table of the words themselves.
fn of_document(text: &str) -> String {
    let mut words = String::new();
    let (mut is_code, mut is_table) = (false, false);
    for line in text.lines() {
        is_code ^= line.starts_with("```");
        is_table = line.starts_with("| say | instead of |") || is_table && line.starts_with('|');
        if !is_code && !is_table {
            words.push_str(&without_quotes(line));
            words.push(' ');
        }
    }
    words
}

/// What of a file is in the list of old words. The name of a file consists of words as well.
fn old_words(path: &str, words: &str) -> Vec<String> {
    let name = path.trim_end_matches(".rs").trim_end_matches(".md").replace(['/', '_'], " ");
    let words = format!("{name} {words}").to_lowercase();
    let words = words.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let text = format!(" {} ", words.join(" "));
    let found = OLD_WORDS.iter().filter(|word| text.contains(&format!(" {word} ")));
    found.map(|word| format!("vocabulary: {path}: {word}")).collect()
}

/// A line without what is in quotes or in backticks.
fn without_quotes(line: &str) -> String {
    let mut kept = String::new();
    let mut closing = None;
    for letter in line.chars() {
        match closing {
            Some(end) if letter == end => closing = None,
            Some(_) => {}
            None => match letter {
                '“' => closing = Some('”'),
                '"' | '`' => closing = Some(letter),
                letter => kept.push(letter),
            },
        }
    }
    kept
}
