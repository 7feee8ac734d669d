//! Invariants of the readers for arbitrary bytes. The fuzz targets call them with generated input,
//! `tests/hostile_files.rs` with randomly damaged files.

use std::io::{self, Cursor, Read, Write};

use chitieu::app::{Catalog, Lang};
use chitieu::dataset::{self, Fate, ImportOptions, Opened};
use chitieu::model::{Collection, Dataset};
use chitieu::ui::Words;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Reads a file of any format. Either it is read, and can be written and read again, or it has an
/// error with a message.
pub fn file(bytes: &[u8]) {
    match dataset::read("f", bytes, None) {
        Ok(opened) => check_opened(&opened),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads a file as JSON.
pub fn json(bytes: &[u8]) {
    match dataset::read_json("f", bytes) {
        Ok(dataset) => check_dataset(&dataset),
        Err(diagnostics) => {
            assert!(!diagnostics.0.is_empty());
            check_locations(diagnostics.0.iter());
        }
    }
}

/// Reads a report in prose. It is refused, or every digit of it is in exactly one number with one fate, figures
/// belong to an indicator, and its draft can be written and read again.
pub fn report(bytes: &[u8]) {
    let options = ImportOptions { keep_text: true, ..ImportOptions::default() };
    let Ok(report) = dataset::import("f", bytes, &options) else { return };
    check_dataset(&report.dataset);
    let mut numbers = report.numbers.iter().filter(|number| number.paragraph > 0).peekable();
    for (paragraph, at) in report.paragraphs.iter().zip(1_u32..) {
        let mut end = 0;
        let mut digits = 0;
        while let Some(number) = numbers.next_if(|number| number.paragraph == at) {
            assert!(number.span.start >= end && paragraph[number.span.clone()] == number.text);
            end = number.span.end;
            digits += number.text.bytes().filter(u8::is_ascii_digit).count();
        }
        assert_eq!(digits, paragraph.bytes().filter(u8::is_ascii_digit).count(), "{paragraph}");
    }
    assert!(numbers.next().is_none());
    let rows = report.dataset.indicators.len();
    for number in &report.numbers {
        assert_eq!(number.indicator.is_some(), number.fate == Fate::Figure, "{number:?}");
        assert!(number.indicator.is_none_or(|row| row < rows), "{number:?}");
    }
}

/// Reads a Word document with such a body.
pub fn word(body: &[u8]) {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).expect("room");
    archive.write_all(body).expect("room");
    report(&archive.finish().expect("room").into_inner());
}

/// Reads a valid workbook in which one part is replaced by `text`.
pub fn part(workbook: &[u8], name: &str, text: &[u8]) {
    file(&with_part(workbook, name, &mut |to| to.write_all(text)));
}

/// Returns a copy of a workbook in which one part is replaced.
pub fn with_part(
    workbook: &[u8],
    name: &str,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a valid workbook");
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).expect("a part");
        let own = part.name().expect("a name").into_owned();
        copy.start_file(&own, SimpleFileOptions::default()).expect("room");
        if own == name {
            write(&mut copy).expect("room");
        } else {
            io::copy(&mut part, &mut copy).expect("room");
        }
    }
    copy.finish().expect("room").into_inner()
}

/// Returns the text of one part of a workbook.
pub fn part_of(workbook: &[u8], name: &str) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a valid workbook");
    let mut text = Vec::new();
    parts.by_name(name).expect("the part").read_to_end(&mut text).expect("text");
    text
}

fn check_opened(opened: &Opened) {
    assert!(!opened.datasets.is_empty());
    check_locations(opened.findings.iter().chain(&opened.warnings));
    opened.datasets.iter().for_each(check_dataset);
    check_catalog(&opened.datasets);
}

/// Asserts that each indicator is found where the explorer looks for it: in the dictionary, in its series and in its
/// ranking.
fn check_catalog(datasets: &[Dataset]) {
    const LOOKED_AT: usize = 20;
    let catalog = Catalog::new(Collection::new(datasets.to_vec()));
    for index in (0..catalog.collection.len()).take(LOOKED_AT) {
        let entry = catalog.dictionary().entry_of(index);
        let slice =
            catalog.slices.of_dataset(catalog.collection.get(index).map_or(0, |e| e.dataset_at));
        assert!(catalog.in_slice(entry, slice) < catalog.collection.len());
        assert!(catalog.series(index).points().len() <= catalog.collection.len() + 100);
        let ranking = catalog.ranking(index);
        assert_ne!(ranking.places().len(), 1);
    }
}

/// Asserts that the sections are consecutive ranges that cover all indicators, and that the dataset
/// written as JSON reads back equal.
fn check_dataset(dataset: &Dataset) {
    let mut end = 0;
    for section in dataset.sections.iter() {
        assert_eq!(section.indicators.start, end);
        end = section.indicators.end;
    }
    assert_eq!(end, dataset.indicators.len());
    let text = dataset::write_json(dataset).expect("every dataset has a form in JSON");
    match dataset::read_json("f", text.as_bytes()) {
        Ok(again) => assert_eq!(again, *dataset),
        Err(diagnostics) => panic!("{diagnostics}\n{text}"),
    }
}

fn check_locations<'a>(diagnostics: impl Iterator<Item = &'a dataset::Diagnostic>) {
    for diagnostic in diagnostics {
        let location = &diagnostic.location;
        assert!(location.line >= 1 && location.column >= 1, "{diagnostic:?}");
        for lang in [Lang::Vietnamese, Lang::English] {
            let text = Words(lang).diagnostic(diagnostic);
            assert!(!text.contains('\u{1b}'), "{diagnostic:?}");
        }
    }
}
