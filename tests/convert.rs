//! Conversion: whatever a dataset holds comes back from every format, and no spreadsheet runs its text.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/indicators.rs"]
mod indicators;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chitieu::dataset::{self, Style};
use chitieu::model::{Dataset, Decimal, Indicator, Section, Source, Totals};
use chitieu::text::written::Separators;
use indicators::{Parts, list};
use proptest::option::of;
use proptest::prelude::*;

const ENGLISH: Style = Style { separators: Separators::Point };
const VIETNAMESE: Style = Style { separators: Separators::Comma };

fn back(bytes: &[u8]) -> Vec<Dataset> {
    match dataset::read("f", bytes, None) {
        Ok(opened) => opened.datasets,
        Err(error) => panic!("{error}\n{}", String::from_utf8_lossy(bytes)),
    }
}

fn csv(dataset: &Dataset, style: Style) -> Vec<u8> {
    let mut bytes = Vec::new();
    dataset::write_csv(dataset, style, &mut bytes).unwrap();
    bytes
}

/// Text as it stands in cells: composed, without spaces around it.
fn text() -> impl Strategy<Value = String> {
    "[-=+@'\"]?[!-~à-ỹ]([ -~à-ỹ漢]{0,10}[!-~à-ỹ])?".prop_map(|text| {
        use unicode_normalization::UnicodeNormalization;
        text.nfc().collect()
    })
}

fn number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0u32..9).prop_map(|(mantissa, scale)| Decimal::new(mantissa / 1000, scale))
}

fn parts() -> Parts {
    Parts { text: text().boxed(), number: number().boxed() }
}

fn dataset() -> impl Strategy<Value = Dataset> {
    let source = (text(), of(text())).prop_map(|(title, date)| Source { title, date });
    let totals = (0..5u32, 0..5u32, 0..5u32, of(parts().reference()), of(text())).prop_map(
        |(named, missed, reached, reference, note)| Totals {
            plan_indicators: named + missed + reached,
            missed: named + missed,
            missed_named: named,
            reference,
            note,
        },
    );
    let sections = list((text(), list(parts().indicator())));
    (text(), text(), of(text()), of(source), of(totals), sections).prop_map(
        |(id, place, period, source, totals, parts)| {
            let (mut sections, mut indicators) = (Vec::new(), Vec::<Indicator>::new());
            for (name, part) in parts {
                let start = indicators.len();
                indicators.extend(part);
                sections.push(Section { name, indicators: start..indicators.len() });
            }
            for (at, indicator) in indicators.iter_mut().enumerate() {
                indicator.id = format!("-{at}");
            }
            let period = period.unwrap_or_default();
            let indicators = indicators.into_iter().collect();
            Dataset { id, place, period, source, totals, sections, indicators }
        },
    )
}

/// Digits are compared as well as values: 16.70 is not 16.7.
fn whole(dataset: &Dataset) -> String {
    format!("{dataset:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_on_the_way(dataset in dataset()) {
        let json = dataset::write_json(&dataset).unwrap();
        let opened = back(json.as_bytes());
        prop_assert_eq!(whole(&opened[0]), whole(&dataset), "JSON");
        for style in [ENGLISH, VIETNAMESE] {
            prop_assert_eq!(whole(&back(&csv(&dataset, style))[0]), whole(&dataset), "CSV {:?}", style);
        }
        let workbook = dataset::write_xlsx(&[dataset.clone(), dataset.clone()]).unwrap();
        let opened = back(&workbook);
        prop_assert_eq!(opened.len(), 2);
        prop_assert_eq!(whole(&opened[1]), whole(&dataset), "XLSX");
    }

    #[test]
    fn no_cell_of_text_begins_a_formula(dataset in dataset()) {
        let bytes = csv(&dataset, ENGLISH);
        let mut reader = csv::Reader::from_reader(&bytes[3..]);
        for record in reader.records() {
            for cell in record.unwrap().iter().filter(|cell| cell.starts_with(['=', '+', '-', '@'])) {
                prop_assert!(cell.parse::<Decimal>().is_ok(), "{}", cell);
            }
        }
    }
}

#[test]
fn csv_is_written_for_spreadsheets() {
    let text = r#"{"id":"x","place":"x","sections":[{"name":"=1+1","indicators":[
        {"id":"a","name":"- Trong đó","actual":-4.13,"plan":{"value":16.70}}]}]}"#;
    let dataset = dataset::read_json("f", text.as_bytes()).unwrap();
    let line = |style| {
        let text = String::from_utf8(csv(&dataset, style)).unwrap();
        assert!(text.starts_with("\u{feff}id"), "a byte order mark tells Excel the encoding");
        text.lines().nth(1).unwrap().to_owned()
    };
    assert!(
        line(ENGLISH).starts_with("a,'=1+1,'- Trong đó,,,-4.13,,,,,16.70,,"),
        "{}",
        line(ENGLISH)
    );
    assert!(
        line(VIETNAMESE).starts_with("a;'=1+1;'- Trong đó;;;-4,13;;;;;16,70;;"),
        "{}",
        line(VIETNAMESE)
    );
}

fn chitieu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chitieu")).args(arguments).output().unwrap()
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn every_sample_goes_through_every_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| !file.to_str().unwrap().ends_with(".facts.tsv"));
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/bac-kan-2024.json"));
    for file in files {
        let expected = dataset::open(&file, None).unwrap().datasets;
        let mut from = file.clone();
        // One file of CSV or JSON holds one dataset.
        let endings: &[&str] =
            if expected.len() == 1 { &["csv", "xlsx", "json"] } else { &["xlsx"] };
        for ending in endings {
            let to = path(&format!("qua.{ending}"));
            let output = chitieu(&[
                "convert",
                "--locale",
                "vi",
                from.to_str().unwrap(),
                "-o",
                to.to_str().unwrap(),
            ]);
            assert!(output.status.success(), "{}: {output:?}", file.display());
            let opened = dataset::open(&to, None).unwrap();
            assert_eq!(opened.datasets, expected, "{} as {ending}", file.display());
            from = to;
        }
    }
}

#[test]
fn rows_that_were_added_by_hand_are_held_to_the_rules_of_ids() {
    let text = r#"{"id":"x","place":"x","sections":[{"name":"s","indicators":[
        {"id":"a","name":"A"},{"id":"b","name":"B"}]}]}"#;
    let dataset = dataset::read_json("f", text.as_bytes()).unwrap();
    let text = String::from_utf8(csv(&dataset, ENGLISH)).unwrap();
    let told = |text: &str| dataset::read("f", text.as_bytes(), None).unwrap_err().to_string();
    let twice = told(&text.replace("\nb,", "\na,"));
    assert!(twice.starts_with("f:3:1: the id `a` stands in line 2 already"), "{twice}");
    let none = told(&text.replace("\nb,", "\n,"));
    assert!(none.starts_with("f:3:1: a row without an id"), "{none}");
}

#[test]
fn what_cannot_be_written_is_told() {
    let file = path("mot.json");
    fs::write(&file, r#"{"id":"x","place":"x","sections":[]}"#).unwrap();
    let file = file.to_str().unwrap();
    for (arguments, expected) in [
        (vec!["convert", file, "-o", "x.doc"], "has no ending that tells its format"),
        (vec!["convert", file, "-o", file], "would be written over itself"),
        (
            vec!["convert", file, "-o", "/no/such/folder/x.csv"],
            "cannot write /no/such/folder/x.csv",
        ),
    ] {
        let output = chitieu(&[arguments, vec!["--lang", "en"]].concat());
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(expected), "{told}");
    }
    let printed = chitieu(&["convert", "--to", "csv", file]);
    assert!(printed.status.success() && printed.stdout.starts_with(b"\xef\xbb\xbfid,section"));
}
