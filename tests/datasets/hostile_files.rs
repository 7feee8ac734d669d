//! Damaged and malicious files: every reader reads them or reports diagnostics, within its limits, and never
//! modifies them.

use crate::cases;
use crate::reader_invariants;
use crate::sliced_tables;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chitieu::dataset::{self, Style};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables").join(name)
}

/// Returns the samples with these file extensions.
fn samples(endings: &[&str]) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> =
        fs::read_dir(sample("")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let wanted = |path: &&PathBuf| {
        let name = path.to_str().unwrap();
        !name.ends_with(".facts.tsv") && endings.iter().any(|ending| name.ends_with(ending))
    };
    let found: Vec<_> = paths.iter().filter(wanted).map(|path| fs::read(path).unwrap()).collect();
    assert!(!found.is_empty());
    found
}

/// Returns the embedded dataset in every format that the program writes.
fn written() -> (Vec<u8>, Vec<Vec<u8>>, Vec<u8>) {
    let embedded = dataset::embedded().unwrap();
    let json = dataset::write_json(&embedded).unwrap().into_bytes();
    let csv = [
        chitieu::text::parse_number::Separators::Comma,
        chitieu::text::parse_number::Separators::Point,
    ]
    .map(|separators| {
        let mut csv = Vec::new();
        dataset::write_csv(&embedded, Style { separators }, &mut csv).unwrap();
        csv
    });
    (json, csv.to_vec(), dataset::write_xlsx(&[embedded]).unwrap())
}

/// Tokens that readers search for or calculate with.
const WORDS: &[&str] = &[
    "\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{fffd}",
    "{",
    "}",
    "[",
    "]",
    ":",
    "name",
    "id",
    "section",
    "unit",
    "Chỉ tiêu",
    "ĐVT",
    "Kế hoạch",
    "Thực hiện",
    "So sánh (%)",
    "TT",
    "I",
    "1.1",
    "Trong đó:",
    "Địa phương",
    "Năm",
    "2022",
    "Huyện Ba Bể",
    "Toàn tỉnh",
    "Entity,Code,Year",
    "Ước ",
    "- ",
    "(%)",
    "‰",
    "-",
    "…",
    "1.035",
    "1,035.5",
    "97,4",
    "≥ 95",
    "7,5-8,0",
    "1e999",
    "-0",
    "99999999999999999999999999999999",
    "0.00000000000000000000000000001",
    "2147483648",
    "18446744073709551615",
    "=1+1",
    "NaN",
    "true",
    "null",
    "\\u0000",
    "\\ud800",
    "<c r=\"XFD1048576\">",
    "<v>",
    "</v>",
    "<row>",
    "t=\"s\"",
    "s=\"99\"",
    "mergeCell ref=\"A1:XFD1048576\"",
    "table:number-rows-repeated=\"2000000000\"",
    "table:number-columns-repeated=\"16384\"",
    "office:value-type=\"float\"",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "&a;",
    "<![CDATA[",
    "]]>",
    "<!--",
];

/// One modification of a file.
#[derive(Debug, Clone)]
enum Damage {
    Cut(Index, usize),
    Put(Index, Vec<u8>),
    Word(Index, &'static str),
    Copied(Index, usize, Index),
    Byte(Index, u8),
    End(Index),
}

impl Damage {
    fn any() -> impl Strategy<Value = Self> {
        let at = any::<Index>;
        prop_oneof![
            (at(), 0usize..60).prop_map(|(at, length)| Self::Cut(at, length)),
            (at(), vec(any::<u8>(), 0..8)).prop_map(|(at, bytes)| Self::Put(at, bytes)),
            (at(), prop::sample::select(WORDS)).prop_map(|(at, word)| Self::Word(at, word)),
            (at(), 0usize..200, at()).prop_map(|(from, length, to)| Self::Copied(from, length, to)),
            (at(), any::<u8>()).prop_map(|(at, byte)| Self::Byte(at, byte)),
            at().prop_map(Self::End),
        ]
    }

    fn apply(&self, bytes: &mut Vec<u8>) {
        let at = |index: &Index| index.index(bytes.len() + 1);
        let end = |start: usize, length: usize| (start + length).min(bytes.len());
        match self {
            Self::Cut(index, length) => {
                let start = at(index);
                let end = end(start, *length);
                bytes.drain(start..end);
            }
            Self::Put(index, put) => {
                let start = at(index);
                bytes.splice(start..start, put.iter().copied());
            }
            Self::Word(index, word) => {
                let start = at(index);
                bytes.splice(start..start, word.bytes());
            }
            Self::Copied(from, length, to) => {
                let (start, to) = (at(from), at(to));
                let copied = bytes[start..end(start, *length)].to_vec();
                bytes.splice(to..to, copied);
            }
            Self::Byte(index, byte) => {
                let start = at(index);
                if let Some(old) = bytes.get_mut(start) {
                    *old = *byte;
                }
            }
            Self::End(index) => {
                let start = at(index);
                bytes.truncate(start);
            }
        }
    }
}

/// A file that is displayed as text when a test fails.
#[derive(Clone)]
struct Shown(Vec<u8>);

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.0))
    }
}

/// Generates one of the files with some damage.
fn damaged(files: Vec<Vec<u8>>) -> impl Strategy<Value = Shown> {
    let damage = vec(Damage::any(), 1..6);
    (prop::sample::select(files), damage).prop_map(|(mut file, damage)| {
        damage.iter().for_each(|damage| damage.apply(&mut file));
        Shown(file)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: cases::cases(128), ..ProptestConfig::default() })]

    #[test]
    fn damaged_json_is_read_or_reported(Shown(bytes) in damaged(vec![written().0])) {
        reader_invariants::json(&bytes);
        reader_invariants::file(&bytes);
    }

    #[test]
    fn damaged_tables_are_read_or_reported(Shown(bytes) in damaged(samples(&[".csv", ".tsv", ".txt"]))) {
        reader_invariants::file(&bytes);
    }

    #[test]
    fn damaged_tables_of_places_and_periods_are_read_or_reported(
        Shown(bytes) in damaged(sliced_tables::sliced_tables())
    ) {
        reader_invariants::file(&bytes);
    }

    #[test]
    fn damaged_lossless_tables_are_read_or_reported(Shown(bytes) in damaged(written().1)) {
        reader_invariants::file(&bytes);
    }

    #[test]
    fn damaged_lists_of_names_are_read_or_reported(
        Shown(bytes) in damaged(vec!["id,section,name,unit\n1,A,\"Tỷ lệ, hộ nghèo\",%\n2,A,b,\n3,B,\"c\nd\",ha\n".into()])
    ) {
        reader_invariants::file(&bytes);
    }

    #[test]
    fn damaged_workbooks_are_read_or_reported(Shown(bytes) in damaged(samples(&[".xlsx", ".xls", ".ods"]))) {
        reader_invariants::file(&bytes);
    }

    #[test]
    fn damaged_parts_of_workbooks_are_read_or_reported(
        (Shown(workbook), part, Shown(damage)) in prop::sample::select(parts()).prop_flat_map(|(workbook, part)| {
            let text = reader_invariants::part_of(&workbook, part);
            (Just(Shown(workbook)), Just(part), damaged(vec![text]))
        })
    ) {
        reader_invariants::part(&workbook, part, &damage);
    }
}

/// Returns workbooks, each with the name of a part that is read.
fn parts() -> Vec<(Vec<u8>, &'static str)> {
    let file = |name| fs::read(sample(name)).unwrap();
    let ours = written().2;
    vec![
        (file("gop-o.xlsx"), "xl/worksheets/sheet1.xml"),
        (file("gop-o.xlsx"), "xl/workbook.xml"),
        (file("thu-ngan-sach.xlsx"), "xl/styles.xml"),
        (ours.clone(), "xl/sharedStrings.xml"),
        (ours, "xl/worksheets/sheet1.xml"),
        (file("nghi-quyet.ods"), "content.xml"),
    ]
}

/// Runs the program on a file with limited memory.
fn bounded(mebibytes: usize, name: &str, bytes: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let limit = format!("ulimit -v {}; exec \"$0\" \"$@\"", mebibytes * 1024);
    let mut command = Command::new("sh");
    command.args(["-c", &limit, env!("CARGO_BIN_EXE_chitieu"), "check", "--lang", "en"]).arg(&path);
    let output = command.env("RUST_BACKTRACE", "0").output().unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes, "{name} was written to");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "something was written next to {name}"
    );
    output
}

/// Checks that the file is rejected with a message that contains `message`.
fn refused(mebibytes: usize, name: &str, bytes: &[u8], message: &str) {
    let output = bounded(mebibytes, name, bytes);
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).unwrap();
    assert!(matches!(output.status.code(), Some(1 | 2)), "{name}: {text}");
    assert!(text.contains(message), "{name}: {text}");
    assert!(!text.contains("panicked"), "{name}: {text}");
    assert!(text.len() < 4000, "{name}: a long message: {}", &text[..2000]);
}

/// Creates a workbook whose sheet is `before`, then a text repeated so many times, then `after`.
fn xlsx(before: &str, again: (&str, usize), after: &str) -> Vec<u8> {
    with_bomb("gop-o.xlsx", "xl/worksheets/sheet1.xml", &format!("{SHEET}{before}"), again, after)
}

fn ods(before: &str, again: (&str, usize), after: &str) -> Vec<u8> {
    with_bomb("nghi-quyet.ods", "content.xml", &format!("{CONTENT}{before}"), again, after)
}

/// Returns a sample in which one part is replaced.
fn with_bomb(
    name: &str,
    part: &str,
    before: &str,
    (again, times): (&str, usize),
    after: &str,
) -> Vec<u8> {
    let workbook = with_ballast(&fs::read(sample(name)).unwrap());
    reader_invariants::with_part(&workbook, part, &mut |to| {
        to.write_all(before.as_bytes())?;
        let piece = again.repeat((1 << 16) / again.len().max(1) + 1);
        let mut left = again.len() * times;
        while left > 0 {
            let length = piece.len().min(left);
            to.write_all(&piece.as_bytes()[..length])?;
            left -= length;
        }
        to.write_all(after.as_bytes())
    })
}

/// Adds an incompressible part to a workbook, so that its budget is the largest that any file can have.
fn with_ballast(workbook: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut random = fastrand::Rng::with_seed(7);
    let ballast: Vec<u8> = std::iter::repeat_with(|| random.u8(..)).take(5 << 20).collect();
    let mut archive = zip::ZipWriter::new_append(Cursor::new(workbook.to_vec())).unwrap();
    archive.start_file("ballast", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(&ballast).unwrap();
    archive.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEET: &str =
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
const CONTENT: &str = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">"#;

#[test]
fn rejects_delimited_bombs_within_the_limits() {
    let columns = format!("Chỉ tiêu{}\na\n", ";".repeat(10_000_000));
    refused(1000, "columns.csv", columns.as_bytes(), "more than 1,024 columns");
    let cell = format!("Chỉ tiêu,ĐVT\n{},x\n", "a".repeat(100_000_000));
    refused(1000, "cell.csv", cell.as_bytes(), "more than 1,048,576 bytes in a cell");
    let unclosed = format!("Chỉ tiêu,ĐVT\n\"a,x\n{}", "b,ha\n".repeat(1_000_000));
    refused(400, "quote.csv", unclosed.as_bytes(), "quote");
    let rows = format!("Chỉ tiêu;TH 2024\n{}", "a;1\n".repeat(11_000_000));
    refused(1000, "rows.csv", rows.as_bytes(), "more than 20,000,000 cells");
    let name =
        format!("TT;Chỉ tiêu;TH 2024\n1;{};5\n{}", "a".repeat(1_000_000), "1.1;x;5\n".repeat(4000));
    refused(400, "name.csv", name.as_bytes(), "more than 4,096 bytes in a name");
    let deep: String =
        (0..3000).map(|level| format!("{}Thu {level};5\n", " ".repeat(level))).collect();
    let output = bounded(600, "deep.csv", format!("Chỉ tiêu;TH 2024\n{deep}").as_bytes());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn long_lines_above_a_table_are_read_in_one_pass() {
    let table = "Chỉ tiêu;ĐVT;KH 2024;TH 2024\nTrồng rừng;ha;5;6\n";
    for line in ["a-".repeat(50_000), "XÃ ".repeat(30_000), "đơn vị tính: - ".repeat(5_000)] {
        let output = bounded(600, "title.csv", format!("{line}\n{table}").as_bytes());
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    }
    let names = (0..50_000).map(|at| format!(r#"{{"id":"{at}","nam":"x"}}"#));
    let json = format!(
        r#"{{"id":"a","place":"A","period":"2024","sections":[{{"name":"A","indicators":[{}]}}]}}"#,
        names.collect::<Vec<_>>().join(",")
    );
    let output = bounded(600, "one-line.json", json.as_bytes());
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

#[test]
fn rejects_json_bombs_within_the_limits() {
    let deep = "[".repeat(50_000_000);
    refused(600, "deep.json", deep.as_bytes(), "deep.json:1:");
}

#[test]
fn rejects_workbook_bombs_within_the_limits() {
    refused(400, "zeros.xlsx", &xlsx("", ("0", 600_000_000), ""), "unpacks to more than 512 MiB");
    let text = xlsx(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
        ("a", 100_000_000),
        "</t></is></c></row></sheetData></worksheet>",
    );
    refused(1500, "cell.xlsx", &text, "a cell has more than 1 MiB");
    let far =
        xlsx("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", ("", 0), "</sheetData></worksheet>");
    refused(400, "far.xlsx", &far, "number 16,384");
    let merges = xlsx(
        "</sheetData><mergeCells>",
        ("<mergeCell ref=\"A1:B9\"/>", 2_000_000),
        "</mergeCells></worksheet>",
    );
    refused(1500, "merges.xlsx", &merges, "more than 1,000,000 merged cells");
    let cells = xlsx("<row>", ("<c><v>1</v></c>", 5_000_000), "</row></sheetData></worksheet>");
    refused(1500, "cells.xlsx", &cells, "number 1,025");
    let shared = reader_invariants::with_part(&written().2, "xl/sharedStrings.xml", &mut |to| {
        write!(to, "<sst xmlns=\"{MAIN}\"><si><t>{}</t></si></sst>", "a".repeat(1_000_000))
    });
    let many = "<row><c t=\"s\"><v>0</v></c></row>".repeat(2000);
    let shared = reader_invariants::with_part(&shared, "xl/worksheets/sheet1.xml", &mut |to| {
        write!(to, "{SHEET}{many}</sheetData></worksheet>")
    });
    refused(1500, "shared.xlsx", &shared, "MiB of text");
    let row = |row: usize| format!("<row r=\"{row}\"><c r=\"C{row}\"><v>{row}</v></c></row>");
    let text = |cell: &str, text: &str| {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let headings = [text("A1", "Chỉ tiêu"), text("B1", "ĐVT"), text("C1", "TH 2024")].concat();
    let name = text("A2", &"a".repeat(4000));
    let rows: String = (3..150_000).map(row).collect();
    let merged = xlsx(
        &format!("<row r=\"1\">{headings}</row><row r=\"2\">{name}</row>{rows}</sheetData>"),
        ("", 0),
        "<mergeCells><mergeCell ref=\"A2:A150000\"/></mergeCells></worksheet>",
    );
    refused(1500, "merged.xlsx", &merged, "bytes in rows that cells are merged over");
}

#[test]
fn rejects_opendocument_bombs_within_the_limits() {
    let cell =
        r#"<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>"#;
    let rows = ods(
        &format!(
            "<table:table-row table:number-rows-repeated=\"2000000000\">{cell}</table:table-row>"
        ),
        ("", 0),
        "</table:table></office:spreadsheet></office:body></office:document-content>",
    );
    refused(400, "rows.ods", &rows, "cells");
    let columns = ods(
        "<table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"10000000\"><text:p>a</text:p></table:table-cell></table:table-row>",
        ("", 0),
        "</table:table></office:spreadsheet></office:body></office:document-content>",
    );
    refused(400, "columns.ods", &columns, "number 10,000,000");
    let content = ods("<table:table-row>", (cell, 1_000_000), "</table:table-row>");
    refused(400, "content.ods", &content, "number 1,025");
}

#[test]
fn rejects_endless_input() {
    let limit = "ulimit -v 2500000; exec \"$0\" list --lang en -";
    let endless = fs::File::open("/dev/zero").unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", limit, env!("CARGO_BIN_EXE_chitieu")]).stdin(endless);
    let output = command.output().unwrap();
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("longer than 1 GiB"), "{message}");
    assert_eq!(output.status.code(), Some(2), "{message}");
}
