//! What must hold of a reader, whatever bytes it gets. The fuzz targets call it with what a fuzzer makes
//! up, `tests/hostile_files.rs` with files that were damaged at random.

use std::io::{self, Cursor, Read, Write};

use chitieu::dataset::{self, Opened};
use chitieu::model::Dataset;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A file of whatever kind its content makes it: it is read or complained of, with a place in the file,
/// and what was read can be written down and read back.
pub fn file(bytes: &[u8]) {
    match dataset::read("f", bytes, None) {
        Ok(opened) => whole(&opened),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// A file that can only be JSON.
pub fn json(bytes: &[u8]) {
    match dataset::read_json("f", bytes) {
        Ok(dataset) => kept(&dataset),
        Err(complaints) => {
            assert!(!complaints.0.is_empty());
            placed(complaints.0.iter());
        }
    }
}

/// The text of one part of a workbook, in a workbook that is sound but for it.
pub fn part(workbook: &[u8], name: &str, text: &[u8]) {
    file(&with_part(workbook, name, &mut |to| to.write_all(text)));
}

/// A workbook with something else for one of its parts.
pub fn with_part(
    workbook: &[u8],
    name: &str,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a sound workbook");
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

/// The text of one part of a workbook.
pub fn part_of(workbook: &[u8], name: &str) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a sound workbook");
    let mut text = Vec::new();
    parts.by_name(name).expect("the part").read_to_end(&mut text).expect("text");
    text
}

fn whole(opened: &Opened) {
    assert!(!opened.datasets.is_empty());
    placed(opened.findings.iter().chain(opened.warnings.iter().map(|(place, _)| place)));
    opened.datasets.iter().for_each(kept);
}

/// Sections are runs of indicators, one after another, and ids are taken once; the file that is written of
/// it reads back as it.
fn kept(dataset: &Dataset) {
    let mut end = 0;
    for section in &dataset.sections {
        assert_eq!(section.indicators.start, end);
        end = section.indicators.end;
    }
    assert_eq!(end, dataset.indicators.len());
    let text = dataset::write_json(dataset).expect("every dataset has a form in JSON");
    match dataset::read_json("f", text.as_bytes()) {
        Ok(again) => assert_eq!(again, *dataset),
        Err(complaints) => panic!("{complaints}\n{text}"),
    }
}

fn placed<'a>(complaints: impl Iterator<Item = &'a dataset::Diagnostic>) {
    for complaint in complaints {
        assert!(complaint.line >= 1 && complaint.column >= 1, "{complaint:?}");
        assert!(!complaint.to_string().contains('\u{1b}'), "{complaint:?}");
    }
}
