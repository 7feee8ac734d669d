//! Conversion: every format preserves the whole dataset, and spreadsheets never evaluate its text.

use crate::english;
use crate::hostile;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use crate::indicators::{Parts, list};
use chitieu::dataset::{self, Style};
use chitieu::lexicon::period::parse;
use chitieu::model::{Dataset, Decimal, Indicator, NumberInText, Place, Section, Source, Totals};
use chitieu::text::parse_number::Separators;
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

/// Generates text as cells contain it: composed, without surrounding spaces.
fn text() -> impl Strategy<Value = String> {
    let texts = "[-=+@'\"]?[!-~à-ỹ]([ -~à-ỹ漢]{0,10}[!-~à-ỹ])?".prop_map(|text| {
        use unicode_normalization::UnicodeNormalization;
        text.nfc().collect::<String>()
    });
    // The range of letters contains a space, U+1680.
    texts.prop_filter("spaces around it", |text| text.trim() == text)
}

fn number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0u32..9).prop_map(|(mantissa, scale)| Decimal::new(mantissa / 1000, scale))
}

fn parts() -> Parts {
    Parts { text: text().boxed(), number: number().boxed() }
}

fn hostile_parts() -> Parts {
    Parts { text: hostile::text().boxed(), number: hostile::number().boxed() }
}

fn dataset() -> impl Strategy<Value = Dataset> {
    dataset_of(parts(), text().boxed())
}

fn hostile_dataset() -> impl Strategy<Value = Dataset> {
    dataset_of(hostile_parts(), hostile::id().boxed())
}

fn dataset_of(parts: Parts, id: BoxedStrategy<String>) -> impl Strategy<Value = Dataset> {
    let text = || parts.text.clone();
    let number = (1..9u32, 0..99u32, text());
    let number = number.prop_map(|(paragraph, position, number)| NumberInText {
        paragraph,
        position,
        number,
    });
    let source = (text(), of(text()), list(text()), list(number));
    let source =
        source.prop_map(|(title, date, text, set_aside)| Source { title, date, text, set_aside });
    let totals = (0..5u32, 0..5u32, 0..5u32, of(parts.reference()), of(text())).prop_map(
        |(named, missed, reached, reference, note)| Totals {
            plan_indicators: named + missed + reached,
            missed: named + missed,
            missed_named: named,
            reference,
            note,
        },
    );
    let sections = list((text(), list((id.clone(), parts.indicator()))));
    (id, text(), of(text()), of(source), of(totals), sections).prop_map(
        |(id, place, period, source, totals, parts)| {
            let (mut sections, mut indicators) = (Vec::new(), Vec::<Indicator>::new());
            for (name, part) in parts {
                let start = indicators.len();
                for (id, indicator) in part {
                    // Each begins as any text may, and is unique.
                    let id = format!("{id}-{}", indicators.len());
                    indicators.push(Indicator { id, ..indicator });
                }
                sections.push(Section { name, indicators: start..indicators.len() });
            }
            let period = period.unwrap_or_default();
            for indicator in &mut indicators {
                indicator.take_period_of(parse(&period));
            }
            let indicators = indicators.into_iter().collect();
            let place = Place::from(place);
            let (source, totals) = (source.map(Arc::new), totals.map(Box::new));
            let sections = sections.into();
            Dataset { id, place, period, source, totals, sections, indicators }
        },
    )
}

/// Datasets without the names of their files, by which those without a place are called.
fn without_file(mut datasets: Vec<Dataset>) -> Vec<Dataset> {
    for dataset in &mut datasets {
        if matches!(dataset.place, Place::File(_)) {
            dataset.place = Place::File("".into());
        }
    }
    datasets
}

/// Formats a dataset so that digits are compared as well as values: 16.70 is not 16.7.
fn whole(dataset: &Dataset) -> String {
    format!("{:?}", without_file(vec![dataset.clone()]))
}

/// A dataset is the same after each format.
fn comes_back(dataset: &Dataset) -> Result<(), TestCaseError> {
    let json = dataset::write_json(dataset).unwrap();
    let opened = back(json.as_bytes());
    prop_assert_eq!(whole(&opened[0]), whole(dataset), "JSON");
    for style in [ENGLISH, VIETNAMESE] {
        prop_assert_eq!(whole(&back(&csv(dataset, style))[0]), whole(dataset), "CSV {:?}", style);
    }
    let workbook = dataset::write_xlsx(&[dataset.clone(), dataset.clone()]).unwrap();
    let opened = back(&workbook);
    prop_assert_eq!(opened.len(), 2);
    prop_assert_eq!(whole(&opened[1]), whole(dataset), "XLSX");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_on_the_way(dataset in dataset()) {
        comes_back(&dataset)?;
    }

    #[test]
    fn nothing_hostile_is_changed_on_the_way(dataset in hostile_dataset()) {
        comes_back(&dataset)?;
    }

    #[test]
    fn what_is_read_of_a_hostile_table_comes_back(table in hostile::table()) {
        if let Ok(opened) = dataset::read("bảng.csv", table.as_bytes(), None) {
            for dataset in &opened.datasets {
                comes_back(dataset)?;
            }
        }
    }

    #[test]
    fn no_hostile_cell_begins_a_formula(dataset in hostile_dataset()) {
        let bytes = csv(&dataset, ENGLISH);
        let mut reader = csv::Reader::from_reader(&bytes[3..]);
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let first = cell.trim_start_matches(['\0', ' ']).chars().next().unwrap_or(' ');
                let runs = "=+-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(first);
                prop_assert!(!runs || cell.parse::<Decimal>().is_ok(), "{:?}", cell);
            }
        }
    }

    #[test]
    fn no_text_cell_begins_a_formula(dataset in dataset()) {
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
fn sheets_have_names_of_their_own() {
    let long = "\u{1e000}".repeat(40);
    for ids in [["a 2", "a"], ["A", "a"], [long.as_str(), long.as_str()], ["[", "history"]] {
        let datasets = ids.map(|id| {
            let text = format!(r#"{{"id":"{id}","place":"x","sections":[]}}"#);
            dataset::read_json("f", text.as_bytes()).unwrap()
        });
        assert_eq!(back(&dataset::write_xlsx(&datasets).unwrap()), datasets, "{ids:?}");
    }
}

/// What was converted into files that the program then refused.
#[test]
fn what_no_dataset_may_hold_is_none_in_a_table() {
    for (name, table) in [
        (
            "dem.csv",
            "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n1;Trồng rừng;ha;9;4\n2;Xã có chợ;xã;8;0/0\n3;Chợ;chợ;8;5/0\n4;Bản;bản;3;-5/3\n",
        ),
        (
            "nho.csv",
            "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n1;Thu;ha;7;0,0000000000000000000000003\n2;Chi;ha;0,00000012;-0,00\n",
        ),
        (
            "nhom.csv",
            "|Nhóm|Tên chỉ tiêu|Kết quả|Tỷ lệ|Đánh giá\n||||||Vượt\n|Trong đó:||||\n||Hộ|5|4|Đạt\n||Thôn|3|2|Đạt\n",
        ),
        (
            "phan.csv",
            "TT|Chỉ tiêu|Kết quả|Đánh giá\n1|Hộ|5|Đạt\nTrong đó:|||\nTT|Chỉ tiêu|Kết quả|Đánh giá\n1|Thôn|3|Đạt\n",
        ),
        (
            "dong.csv",
            "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n1;\"Dân\rsố\";người;10;5\n2;\"\tĐàn lợn\";con;1;2\n",
        ),
        (
            "thang.csv",
            "TT;Chỉ tiêu;ĐVT;Thang điểm;TH 2024\n1;Chỉ số A;điểm;0;5\n2;Chỉ số B;điểm;-10;43/0\n",
        ),
        (".csv", "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024\n1;Thu;ha;7;3\n"),
        ("  .csv", "name\nThu\n"),
        ("a\tb", "name\nThu\n"),
    ] {
        let opened = dataset::read(name, table.as_bytes(), None).unwrap();
        for dataset in &opened.datasets {
            comes_back(dataset).unwrap();
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
        assert!(text.starts_with("\u{feff}id"), "Excel detects UTF-8 by the byte order mark");
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
fn converts_every_sample_to_every_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| !file.to_str().unwrap().ends_with(".facts.tsv"));
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/bac-kan-2024.json"));
    for file in files {
        let expected = without_file(dataset::open(&file, None).unwrap().datasets);
        let mut from = file.clone();
        // One file of CSV or JSON contains one dataset.
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
            let datasets = without_file(opened.datasets);
            assert_eq!(datasets, expected, "{} as {ending}", file.display());
            from = to;
        }
    }
}

#[test]
fn rows_added_by_hand_need_unique_ids() {
    let text = r#"{"id":"x","place":"x","sections":[{"name":"s","indicators":[
        {"id":"a","name":"A"},{"id":"b","name":"B"}]}]}"#;
    let dataset = dataset::read_json("f", text.as_bytes()).unwrap();
    let text = String::from_utf8(csv(&dataset, ENGLISH)).unwrap();
    let message =
        |text: &str| english::error(dataset::read("f", text.as_bytes(), None).unwrap_err());
    let twice = message(&text.replace("\nb,", "\na,"));
    assert!(twice.starts_with("f:3:1: the id “a” is already in line 2"), "{twice}");
    let none = message(&text.replace("\nb,", "\n,"));
    assert!(none.starts_with("f:3:1: the row has no id"), "{none}");
}

#[test]
fn a_table_of_which_no_value_was_read_is_no_success() {
    let file = path("khong-so.csv");
    fs::write(&file, "Chỉ tiêu;ĐVT;Cột lạ;Cột khác\nThu phí;tỷ đồng;80;84\nTrồng chè;ha;50;45\n")
        .unwrap();
    for ending in ["json", "csv", "xlsx"] {
        let to = path(&format!("khong-so-ra.{ending}"));
        let output = chitieu(&["convert", file.to_str().unwrap(), "-o", to.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{ending}: {output:?}");
    }
}

#[test]
fn what_cannot_be_written_is_reported() {
    let file = path("mot.json");
    fs::write(&file, r#"{"id":"x","place":"x","sections":[]}"#).unwrap();
    let file = file.to_str().unwrap();
    for (arguments, expected) in [
        (vec!["convert", file, "-o", "x.doc"], "is no known format"),
        (vec!["convert", file, "-o", file], "would be written over itself"),
        (
            vec!["convert", file, "-o", "/no/such/folder/x.csv"],
            "cannot write /no/such/folder/x.csv",
        ),
    ] {
        let output = chitieu(&[arguments, vec!["--lang", "en"]].concat());
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(expected), "{message}");
    }
    let printed = chitieu(&["convert", "--to", "csv", file]);
    assert!(printed.status.success() && printed.stdout.starts_with(b"\xef\xbb\xbfid,section"));
}
