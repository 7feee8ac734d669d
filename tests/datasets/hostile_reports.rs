//! Reports that are no reports: bombs, deep nesting, damage. They are read or refused in bounded time and memory.

use crate::reader_invariants;
use std::io::{Cursor, Write};

use chitieu::dataset::{ImportOptions, NotProse, import};

fn read(bytes: &[u8]) -> Result<usize, NotProse> {
    let report = import("x", bytes, &ImportOptions::default())?;
    Ok(report.dataset.indicators.len())
}

fn archive(write: impl FnOnce(&mut dyn Write)) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write(&mut archive);
    archive.finish().unwrap().into_inner()
}

const SENTENCE: &str = "Thu ngân sách đạt 5,2 tỷ đồng, tăng 3% so với cùng kỳ.";

#[test]
fn web_pages_nested_deep_are_read() {
    for tag in ["<div>", "<table><tr><td>", "<nav>", "<b>", "<a href=x>", "<!--", "<svg>"] {
        let mut page = format!("<html><body><p>{SENTENCE}</p>");
        page += &tag.repeat(1_000_000 / tag.len());
        assert_eq!(read(page.as_bytes()).unwrap(), 1, "{tag}");
    }
    let page = format!("<html><p>{SENTENCE}<p a=\"{}\">", "&amp;\u{0}".repeat(200_000));
    assert!(read(page.as_bytes()).is_ok());
}

#[test]
fn word_documents_nested_deep_are_read() {
    for tag in ["<w:p>", "<w:tbl><w:tr><w:tc>", "<w:txbxContent><w:p>", "<w:del>", "<w:sdt>"] {
        let bytes = archive(|to| {
            write!(to, "<w:document><w:body><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>").unwrap();
            to.write_all(tag.repeat(50_000).as_bytes()).unwrap();
        });
        assert_eq!(read(&bytes).unwrap(), 1, "{tag}");
    }
}

#[test]
fn a_word_document_that_unpacks_to_gigabytes_is_refused() {
    let zeros = vec![b' '; 1 << 20];
    let bytes = archive(|to| (0..2000).for_each(|_| to.write_all(&zeros).unwrap()));
    assert!(bytes.len() < 4 << 20);
    assert!(matches!(read(&bytes), Err(NotProse::TooLarge(_))));
}

#[test]
fn long_texts_are_read() {
    // One word, one sentence, one list of numbers without an end, and lines without a word.
    assert!(read("a".repeat(10_000_000).as_bytes()).is_ok());
    assert!(read("ế ".repeat(500_000).as_bytes()).is_ok());
    assert!(read("12 ".repeat(60_000).as_bytes()).is_ok());
    assert!(read("(5% ".repeat(20_000).as_bytes()).is_ok());
    assert!(read("1.\n".repeat(60_000).as_bytes()).is_ok());
    assert!(read("trong đó, 5 xã; ".repeat(5_000).as_bytes()).is_ok());
    // Each word may begin a place, and each verdict belongs to an earlier row.
    assert!(read("Xã".repeat(500_000).as_bytes()).is_ok());
    assert!(read("XÃ ".repeat(100_000).as_bytes()).is_ok());
    assert!(read(format!("{}{}", "từ ".repeat(100_000), "7 - ".repeat(10_000)).as_bytes()).is_ok());
    assert!(read("thu đạt 5 tỷ, vượt kế hoạch; ".repeat(3_000).as_bytes()).is_ok());
    let long = format!("{SENTENCE}\n").repeat(4_000);
    assert_eq!(read(long.as_bytes()).unwrap(), 4_000);
    let most = chitieu::dataset::LARGEST_REPORT;
    let too_long = vec![b'a'; usize::try_from(most).unwrap() + 1];
    assert_eq!(read(&too_long), Err(NotProse::TooLarge(64)));
}

#[test]
fn damaged_reports_keep_the_invariants() {
    let mut random = fastrand::Rng::with_seed(19);
    let text = include_str!("../data/prose/budget-report.txt");
    let page: String = text.lines().map(|line| format!("<p>{line}<td><a>x</a>\n")).collect();
    let body: String =
        text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    for _ in 0..25 {
        let mut damage = |text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..random.usize(1..40) {
                let at = random.usize(..bytes.len());
                match random.u8(..3) {
                    0 => bytes[at] = random.u8(..),
                    1 => drop(bytes.remove(at)),
                    _ => bytes.insert(at, b"0123456789.,()%/-;:<>&\n"[random.usize(..23)]),
                }
            }
            bytes
        };
        reader_invariants::report(&damage(text));
        reader_invariants::report(&[b"<html>", &damage(&page)[..]].concat());
        reader_invariants::word(&damage(&body));
    }
}
