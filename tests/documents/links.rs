//! Links lead to files and headings that exist, and that are in the published package.

use super::document::{Document, root};

/// The most bytes that a front page may have.
const FRONT_PAGE: usize = 6 * 1024;

#[test]
fn links_lead_somewhere() {
    let mut documents = Document::all();
    let others = ["tests/README.md", "benches/README.md", "deploy/README.md"];
    documents.extend(others.map(Document::read));
    let mut count = 0;
    for document in &documents {
        let folder = root().join(&document.path).parent().unwrap().to_owned();
        for link in links(&document.text) {
            if link.contains("://") {
                continue;
            }
            let what = format!("{}: {link}", document.path);
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            // Without a path it is a heading of the same document.
            let target = folder.join(path);
            let file = if path.is_empty() { root().join(&document.path) } else { target };
            assert!(file.exists(), "{what}: there is no such file");
            let unpublished = [".ci/", "fuzz/"].iter().any(|folder| path.contains(folder));
            assert!(!unpublished, "{what}: it is not in the published package");
            if !anchor.is_empty() {
                let text = std::fs::read_to_string(&file).unwrap();
                assert!(text.lines().any(|line| slug(line) == anchor), "{what}: no such heading");
            }
            count += 1;
        }
    }
    assert!(count > 40, "only {count} links were found");
}

#[test]
fn front_pages_are_short_and_link_to_every_document() {
    let all = Document::all();
    for path in ["README.md", "README.vi.md"] {
        let page = Document::read(path);
        assert!(page.text.len() <= FRONT_PAGE, "{path} has {} bytes", page.text.len());
    }
    let page = Document::read("README.md");
    for document in all.iter().filter(|document| document.path != "README.md") {
        let linked = links(&page.text).any(|link| link == document.path);
        assert!(linked, "README.md does not link to {}", document.path);
    }
}

/// The targets of all inline links.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0))
}

/// The anchor that forges give a heading; empty for any other line.
fn slug(line: &str) -> String {
    let Some((level, text)) = line.split_once(' ') else { return String::new() };
    if level.is_empty() || level.chars().any(|c| c != '#') {
        return String::new();
    }
    let text = text.trim().to_lowercase();
    let kept = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}
