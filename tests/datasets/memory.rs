//! The memory of a reading is bounded by a multiple of the file, whatever is in it. The files are of the shapes that
//! need the most: many small slices, long texts that many indicators share, deep outlines.

use std::fmt::Write;
use std::fs;
use std::process::Command;

/// The memory of the program itself, in MiB: code, stacks, and what a reading needs for any file, as
/// docs/limitations.md states.
const BASE: usize = 256;

/// The bytes of memory for each byte of a file, as docs/limitations.md states.
const MULTIPLE: usize = 40;

/// Reads a file with the memory that its size allows: `check` reads it, `list` makes a catalog of it as well.
fn bounded(name: &str, text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let kibibytes = BASE * 1024 + MULTIPLE * text.len() / 1024;
    let limit = format!("ulimit -v {kibibytes}; exec \"$0\" \"$@\" > /dev/null");
    for command in [&["check"][..], &["list", "--format", "json"]] {
        let mut run = Command::new("sh");
        run.args(["-c", &limit, env!("CARGO_BIN_EXE_chitieu")]).args(command).arg(&path);
        // Each arena of the allocator reserves addresses that it does not use.
        let output = run.env("MALLOC_ARENA_MAX", "1").output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        let size = text.len() / 1024;
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{name}: {command:?} of {size} KiB needs more than {kibibytes} KiB: {errors}"
        );
    }
}

const SYLLABLES: [&str; 40] = [
    "Phú",
    "Bằng",
    "Thượng",
    "Yên",
    "Vân",
    "Nam",
    "Đông",
    "Quảng",
    "Mỹ",
    "Cẩm",
    "Hà",
    "Sơn",
    "Thanh",
    "Tân",
    "Lương",
    "Bình",
    "An",
    "Hòa",
    "Lộc",
    "Minh",
    "Đức",
    "Thịnh",
    "Khánh",
    "Long",
    "Hưng",
    "Thái",
    "Xuân",
    "Trung",
    "Tiên",
    "Hải",
    "Giang",
    "Ngọc",
    "Kim",
    "Vĩnh",
    "Đại",
    "Cao",
    "Lâm",
    "Bảo",
    "Quang",
    "Châu",
];

/// The name of a place, a different one for each number.
fn place(number: usize) -> String {
    let syllable = |at: u32| SYLLABLES[number / 40_usize.pow(at) % 40];
    format!("Xã {} {} {}", syllable(0), syllable(1), syllable(2))
}

/// A name of about 3,900 bytes.
fn long_name(number: usize) -> String {
    let mut name = format!("Chỉ số {number}");
    while name.len() < 3900 {
        write!(name, " {}", SYLLABLES[(name.len() + number) % 40]).unwrap();
    }
    name
}

fn table(heading: &str, rows: usize, row: impl Fn(usize) -> String) -> String {
    let mut text = format!("{heading}\n");
    (0..rows).for_each(|at| writeln!(text, "{}", row(at)).unwrap());
    text
}

/// The headings of as many years, and a value below each.
fn years(count: usize) -> (String, String) {
    let headings: Vec<String> = (0..count).map(|at| format!("TH {}", 1900 + at)).collect();
    (headings.join(";"), vec!["1"; count].join(";"))
}

#[test]
fn many_places_of_one_value() {
    let row = |at: usize| format!("{};2023;Số hộ;{}", place(at % 63_000), at % 100);
    bounded("places.csv", &table("Địa phương;Năm;Chỉ tiêu;Giá trị", 40_000, row));
    let row = |at: usize| format!("{};1;2", place(at % 63_000));
    bounded("rows.csv", &table("Địa phương;Dân số (người);Diện tích (ha)", 40_000, row));
}

#[test]
fn more_slices_than_the_limit_are_refused() {
    let row =
        |at: usize| format!("{};{};Số hộ;{}", place(at % 63_000), 2000 + at / 63_000, at % 100);
    let text = table("Địa phương;Năm;Chỉ tiêu;Giá trị", 252_000, row);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slices.csv");
    fs::write(&path, text).unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    let output = run.args(["check", "--lang", "en"]).arg(&path).output().unwrap();
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("more than 250,000 pairs of a place and a period"), "{text}");
}

#[test]
fn many_places_with_ids() {
    // Every id of the file was reserved in every slice.
    let row = |at: usize| format!("CT{at};{};2023;Số hộ;{}", place(at), at % 100);
    bounded("ids.csv", &table("Mã;Địa phương;Năm;Chỉ tiêu;Giá trị", 20_000, row));
}

#[test]
fn long_names_in_many_periods() {
    let (headings, values) = years(120);
    let row = |at: usize| format!("{};{values}", long_name(at));
    bounded("names.csv", &table(&format!("Chỉ tiêu;{headings}"), 200, row));
}

#[test]
fn long_names_above_many_rows() {
    let row = |at: usize| match at {
        0..63 => format!("{}{};5", " ".repeat(at), long_name(at)),
        _ => format!("{}{};5", " ".repeat(63), place(at)),
    };
    bounded("deep.csv", &table("Chỉ tiêu;TH 2024", 1_600, row));
}

#[test]
fn a_long_title_over_many_places() {
    let title = format!("{} năm 2023", long_name(1).repeat(50));
    let row = |at: usize| format!("{};1;2", place(at));
    let rows = table("Địa phương;Dân số (người);Diện tích (ha)", 20_000, row);
    bounded("title.csv", &format!("{title}\n{rows}"));
}

#[test]
fn many_short_rows() {
    let row = |at: usize| format!("{at};1");
    bounded("short.csv", &table("Chỉ tiêu;TH 2024", 150_000, row));
    let row = |at: usize| format!("{};{}", place(at % 26), vec!["1"; 200].join(";"));
    let headings: Vec<String> = (0..200).map(|at| format!("Số hộ {}", place(at))).collect();
    bounded("cells.csv", &table(&format!("Địa phương;{}", headings.join(";")), 1500, row));
}
