//! Reports in prose: how fast 1 MiB is read, from bytes to a checked dataset.

#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::fs;
use std::path::Path;

use chitieu::dataset::{ImportOptions, audit, import};

const OPTIONS: ImportOptions =
    ImportOptions { place: None, period: None, only_sure: false, keep_text: true };

const MIB: usize = 1 << 20;

fn main() {
    divan::main();
}

/// 1 MiB of the texts of the tests, one after another.
fn report() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/prose");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: String = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| fs::read_to_string(path).unwrap() + "\n")
        .collect();
    texts.repeat(MIB / texts.len() + 1)
}

#[divan::bench]
fn text_of_1_mib(bencher: divan::Bencher<'_, '_>) {
    let report = report();
    bencher.bench(|| import("report.txt", report.as_bytes(), &OPTIONS).unwrap());
}

#[divan::bench]
fn web_page_of_1_mib(bencher: divan::Bencher<'_, '_>) {
    let report: String = report().lines().map(|line| format!("<p>{line}</p>\n")).collect();
    let page = format!("<html><body>{report}</body></html>");
    bencher.bench(|| import("report.html", page.as_bytes(), &OPTIONS).unwrap());
}

/// One sentence without an end, as a damaged file may have it.
#[divan::bench]
fn one_sentence_of_1_mib(bencher: divan::Bencher<'_, '_>) {
    let report = "Thu ngân sách 5 tỷ đồng, tăng 3%, ".repeat(MIB / 40);
    bencher.bench(|| import("report.txt", report.as_bytes(), &OPTIONS).unwrap());
}

#[divan::bench]
fn draft_of_1_mib_compared_with_its_text(bencher: divan::Bencher<'_, '_>) {
    let dataset = import("report.txt", report().as_bytes(), &OPTIONS).unwrap().dataset;
    bencher.bench(|| audit(&dataset));
}
