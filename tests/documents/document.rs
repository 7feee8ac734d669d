//! The documents and their code blocks.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A document of the repository.
pub struct Document {
    /// Its path from the root of the repository.
    pub path: String,
    pub text: String,
}

/// A fenced code block.
pub struct Block<'t> {
    /// What follows the opening fence: `sh`, `json`.
    pub kind: &'t str,
    pub text: &'t str,
    /// Where `text` is in the document.
    pub range: Range<usize>,
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Document {
    pub fn read(path: &str) -> Self {
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
        Self { path: path.to_owned(), text }
    }

    /// The documents at the root and in `docs/`.
    pub fn all() -> Vec<Self> {
        let mut paths: Vec<PathBuf> = Vec::new();
        for folder in ["", "docs"] {
            let entries = fs::read_dir(root().join(folder)).unwrap();
            paths.extend(entries.map(|entry| Path::new(folder).join(entry.unwrap().file_name())));
        }
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
        paths.sort();
        assert!(paths.len() > 10, "{paths:?}");
        paths.iter().map(|path| Self::read(path.to_str().unwrap())).collect()
    }

    /// Whether it is written in Vietnamese.
    pub fn is_vietnamese(&self) -> bool {
        self.path.ends_with(".vi.md")
    }

    /// Its code blocks, in order.
    pub fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut at = 0;
        while let Some(found) = self.text[at..].find("```") {
            let kind_start = at + found + 3;
            let start = kind_start + self.text[kind_start..].find('\n').unwrap() + 1;
            let end = start + self.text[start..].find("```").expect("a closing fence");
            let kind = self.text[kind_start..start].trim();
            blocks.push(Block { kind, text: &self.text[start..end], range: start..end });
            at = end + 3;
        }
        blocks
    }

    /// The first code block of a kind.
    pub fn block(&self, kind: &str) -> &str {
        let block = self.blocks().into_iter().find(|block| block.kind == kind);
        block.unwrap_or_else(|| panic!("{}: no block of {kind}", self.path)).text
    }

    /// What is under a heading, to the next heading of the same level or of one above.
    pub fn section(&self, heading: &str) -> &str {
        let level = heading.chars().take_while(|c| *c == '#').count();
        let begin = format!("{heading}\n");
        let start = self.text.find(&begin).unwrap_or_else(|| panic!("{}: {heading}", self.path));
        let body = &self.text[start + begin.len()..];
        let ends = |line: &&str| {
            let own = line.chars().take_while(|c| *c == '#').count();
            (1..=level).contains(&own)
        };
        let end: usize =
            body.split_inclusive('\n').take_while(|line| !ends(line)).map(str::len).sum();
        &body[..end]
    }
}
