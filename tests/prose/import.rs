//! `chitieu import` as a command: every format of a report, every option, and what is refused.

use crate::every::Every;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const TITLE: &str = "Huyện Tân Hòa năm 2024";
const PARAGRAPH: &str = "Thu ngân sách nhà nước ước đạt 285,3 tỷ đồng, đạt 104% kế hoạch, tăng 7,5% so với cùng kỳ. Tỷ lệ \
                         hộ nghèo còn 3,42%. Sáng 12 tỷ lệ 7,7.";
/// The same without what is not understood.
const CLEAR: &str = "Thu ngân sách nhà nước ước đạt 285,3 tỷ đồng, đạt 104% kế hoạch, tăng 7,5% so với cùng kỳ. Tỷ lệ \
                     hộ nghèo còn 3,42%.";

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

fn import(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .arg("import")
        .args(arguments)
        .env("LANG", "vi_VN.UTF-8")
        .env_remove("LC_ALL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may have ended without reading its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn json(arguments: &[&str], input: &[u8]) -> Value {
    let output = import(&[arguments, &["--format", "json"]].concat(), input);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(arguments: &[&str], input: &[u8]) -> String {
    let output = import(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

/// A Word document of paragraphs.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let body: String =
        paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn assert_clear(found: &Value) {
    let rows = found["indicators"].as_array().unwrap();
    assert_eq!(rows.len(), 2, "{found}");
    assert_eq!(rows[0]["name"], "Thu ngân sách nhà nước");
    assert_eq!((&rows[0]["actual"], &rows[0]["plan_percent"]), (&285.3.into(), &104.into()));
    assert_eq!(rows[0]["changes"][0]["amount"], 7.5);
    assert_eq!(rows[0]["estimate"], true);
    assert_eq!(rows[1]["name"], "Tỷ lệ hộ nghèo");
    assert_eq!((&rows[0]["place"], &rows[0]["period"]), (&"Tân Hòa".into(), &"năm 2024".into()));
}

#[test]
fn one_report_in_every_format_is_the_same() {
    let folder = Folder::new();
    let plain = format!("{TITLE}\n\n{CLEAR}\n");
    let markdown = format!(
        "# {TITLE}\n\n{}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        CLEAR.replace("285,3", "**285,3**")
    );
    let page = format!(
        "<html><head><title>x</title></head><body><nav><a href=1>Menu 5</a></nav><h1>{TITLE}</h1><p>{CLEAR}</p></body></html>"
    );
    let files = [
        folder.file("a.txt", plain.as_bytes()),
        folder.file("b.md", markdown.as_bytes()),
        folder.file("c.html", page.as_bytes()),
        folder.file("d.docx", &word(&[TITLE, CLEAR])),
        // The content decides, not the name.
        folder.file("e.dat", &word(&[TITLE, CLEAR])),
    ];
    for file in &files {
        assert_clear(&json(&[file], b""));
    }
    assert_clear(&json(&["-"], plain.as_bytes()));
    assert_clear(&json(&[], plain.as_bytes()));
    assert_clear(&json(&["-"], page.as_bytes()));
    assert_clear(&json(&["-"], &word(&[TITLE, CLEAR])));
    let output = import(&[&files[0]], b"");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_is_read_in_a_process_of_its_own() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pdf/chromium.pdf");
    let found = json(&[file.to_str().unwrap()], b"");
    assert_eq!(found["indicators"].as_array().unwrap().len(), 21);
    let from_pipe = json(&["-"], &fs::read(&file).unwrap());
    assert_eq!(found["numbers"], from_pipe["numbers"]);
    let report = text(&import(&[file.to_str().unwrap()], b""));
    assert!(report.contains("1 bảng với 21 số không đọc được"), "{report}");
    assert!(report.contains("| 2 | cây hằng năm"), "{report}");
}

/// A PDF whose page unpacks to gigabytes of zeros.
#[cfg(feature = "pdf")]
fn bomb() -> Vec<u8> {
    let zeros = vec![0_u8; 1 << 20];
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..3000 {
        packed.write_all(&zeros).unwrap();
    }
    let content = packed.finish().unwrap();
    let mut pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
                    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        .to_vec();
    pdf.extend(format!("4 0 obj<</Filter/FlateDecode/Length {}>>stream\n", content.len()).bytes());
    pdf.extend(&content);
    pdf.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF");
    pdf
}

#[cfg(all(feature = "pdf", target_os = "linux"))]
#[test]
fn a_pdf_that_unpacks_to_gigabytes_is_refused() {
    let message = refused(&["-"], &bomb());
    assert!(message.contains("tốn quá nhiều bộ nhớ hoặc thời gian"), "{message}");
}

#[test]
fn place_and_period_are_those_of_the_options() {
    let found =
        json(&["-", "--place", "Xã Ba", "--period", "6 tháng đầu năm 2025"], CLEAR.as_bytes());
    let row = &found["indicators"][0];
    assert_eq!((&row["place"], &row["period"]), (&"Xã Ba".into(), &"6 tháng đầu năm 2025".into()));
}

#[test]
fn what_is_not_understood_is_listed_and_is_exit_status_1() {
    let output = import(&["-"], format!("{TITLE}\n\n{PARAGRAPH}").as_bytes());
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let report = text(&output);
    assert!(report.contains("chưa hiểu: đoạn 1 câu 3"), "{report}");
    let caret = report.lines().find(|line| line.trim() == "^^" || line.trim() == "^^^").unwrap();
    let shown = report.lines().skip_while(|line| !line.contains("chưa hiểu: đoạn")).nth(1).unwrap();
    let at = caret.find('^').unwrap();
    assert!(shown.chars().nth(at).unwrap().is_ascii_digit(), "{report}");
}

#[test]
fn formats_of_the_output() {
    let csv = text(&import(&["-", "--format", "csv"], CLEAR.as_bytes()));
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("Thu ngân sách nhà nước") && csv.contains("285.3"), "{csv}");
    let found = json(&["-"], CLEAR.as_bytes());
    let numbers = found["numbers"].as_array().unwrap();
    assert_eq!(numbers.len(), 4);
    assert!(numbers.iter().every(|number| number["fate"] == "figure"));
    let explained = text(&import(&["-", "--explain"], CLEAR.as_bytes()));
    let rules = explained.lines().filter(|line| line.contains(" → ") && line.ends_with(')'));
    assert_eq!(rules.count(), 4, "{explained}");
    assert!(
        explained.contains("104 → của chỉ tiêu “Thu ngân sách nhà nước” (percent-of-plan)"),
        "{explained}"
    );
}

#[test]
fn only_sure_indicators_are_kept() {
    let two = "Thu nội địa đạt 5,2 tỷ đồng. Thu ngân sách đạt 60% kế hoạch tỉnh giao và 58% kế hoạch huyện giao.";
    let all = json(&["-"], two.as_bytes());
    let sure = json(&["-", "--sure"], two.as_bytes());
    let count = |found: &Value| found["indicators"].as_array().unwrap().len();
    assert_eq!((count(&all), count(&sure)), (2, 1), "{all}");
    let left_out =
        sure["numbers"].as_array().unwrap().iter().filter(|n| n["rule"] == "left-out-by-sure");
    assert_eq!(left_out.count(), 2);
    assert_eq!(import(&["-", "--sure"], two.as_bytes()).status.code(), Some(1));
}

#[test]
fn a_draft_is_written_opens_and_is_not_replaced() {
    let folder = Folder::new();
    let draft = folder.path("draft.json");
    let draft = draft.to_str().unwrap();
    let report = format!("{TITLE}\n\n{CLEAR}");
    let output = import(&["-", "-o", draft], report.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(text(&output).contains("tiếp theo: chitieu"));
    let before = fs::read(draft).unwrap();
    let dataset: Value = serde_json::from_slice(&before).unwrap();
    assert_eq!(dataset["source"]["text"][0], CLEAR);
    assert_eq!(dataset["sections"][0]["indicators"][0]["reference"]["paragraph"], 1);
    let message = refused(&["-", "-o", draft], b"Thu 5 ty dong.");
    assert!(message.contains("--force"), "{message}");
    assert_eq!(fs::read(draft).unwrap(), before);
    assert_eq!(
        import(&["-", "-o", draft, "--force", "--no-text"], report.as_bytes()).status.code(),
        Some(0)
    );
    let dataset: Value = serde_json::from_slice(&fs::read(draft).unwrap()).unwrap();
    assert!(dataset["source"].get("text").is_none());
    let list = Command::new(env!("CARGO_BIN_EXE_chitieu")).args(["list", draft]).output().unwrap();
    assert!(text(&list).contains("Tỷ lệ hộ nghèo"));
    let check =
        Command::new(env!("CARGO_BIN_EXE_chitieu")).args(["check", draft]).output().unwrap();
    assert!(matches!(check.status.code(), Some(0 | 1)), "{check:?}");
    let message = refused(&["-", "-o", folder.path("x.xlsx").to_str().unwrap()], b"Thu 5 ty dong.");
    assert!(message.contains("json"), "{message}");
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    let folder = Folder::new();
    let compound = |name: &str| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(name).unwrap().write_all(&[0; 4096]).unwrap();
        file.into_inner().into_inner()
    };
    let pdf = |name: &str| {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pdf").join(name)).unwrap()
    };
    let mut cases = vec![
        (folder.file("a.doc", &compound("WordDocument")), ".docx"),
        (folder.file("b.docx", &compound("EncryptedPackage")), "mật khẩu"),
        (folder.file("c.rtf", b"{\\rtf1\\ansi Thu 5}"), ".docx"),
        (folder.file("d.png", b"\x89PNG\r\n\x1a\n0000"), ".docx"),
        (folder.file("e.txt", b"   \n"), "không có chữ"),
        (folder.file("f.docx", b"PK\x03\x04 broken"), ""),
    ];
    if cfg!(feature = "pdf") {
        cases.push((folder.file("g.pdf", &pdf("scan.pdf")), "OCR"));
        cases.push((folder.file("h.pdf", &pdf("password.pdf")), "mật khẩu"));
        cases.push((folder.file("i.pdf", b"%PDF-1.7\nnothing"), "hỏng"));
    } else {
        cases.push((folder.file("g.pdf", &pdf("scan.pdf")), "chép phần chữ"));
    }
    for (file, advice) in &cases {
        let message = refused(&[file], b"");
        assert!(message.contains(advice) && message.starts_with("chitieu: "), "{file}: {message}");
    }
    assert!(refused(&["khong-co.txt"], b"").contains("khong-co.txt"));
}

/// The report of the embedded dataset is not here. Each of its indicators is, with the words that carry its figures
/// in a sentence of our own.
#[test]
fn the_embedded_dataset_is_read_out_of_its_facts() {
    let embedded: Value =
        serde_json::from_str(include_str!("../../assets/bac-kan-2024.json")).unwrap();
    let sections = embedded["sections"].as_array().unwrap();
    let wanted: Vec<&Value> =
        sections.iter().flat_map(|section| section["indicators"].as_array().unwrap()).collect();
    assert_eq!(wanted.len(), 24);
    let comma = |value: &Value| value.to_string().replace('.', ",");
    let mut report = String::from("Bắc Kạn năm 2024\n\n");
    let mut written = Vec::new();
    // A name that ends with a list of places is cut at a colon: "tại xã, phường, thị trấn: 108 …".
    let has_value = |indicator: &&&Value| {
        !indicator["actual"].is_null() && !indicator["unit"].as_str().unwrap().contains(',')
    };
    for indicator in wanted.iter().filter(has_value) {
        let name = indicator["name"].as_str().unwrap();
        let unit = indicator["unit"].as_str().unwrap();
        let percent = &indicator["plan"]["percent"];
        let plan = if percent.is_null() {
            String::new()
        } else {
            format!(", đạt {}% kế hoạch", comma(percent))
        };
        let actual = comma(&indicator["actual"]).replace('"', "");
        report += &format!("{name}: {actual} {unit}{plan}.\n");
        written.push(*indicator);
    }
    let found = json(&["-"], report.as_bytes());
    let rows = found["indicators"].as_array().unwrap();
    assert_eq!(rows.len(), written.len(), "{rows:#?}");
    for (row, indicator) in rows.iter().zip(written) {
        assert_eq!(row["name"], indicator["name"]);
        assert_eq!(row["actual"], indicator["actual"], "{row}");
        assert_eq!(row["plan_percent"], indicator["plan"]["percent"], "{row}");
    }
}
