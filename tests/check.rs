//! `check` in both languages, for one file of each family of problems, and the order of its findings.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// The findings of a file in a language.
fn check(name: &str, bytes: &[u8], lang: &str) -> Vec<Value> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["check", "--format", "json", "--lang", lang])
        .arg(&path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Message and help of the first finding of a rule.
fn said(name: &str, bytes: &[u8], rule: &str, lang: &str) -> String {
    let findings = check(name, bytes, lang);
    let found = findings.iter().find(|one| one["rule"] == rule);
    let found = found.unwrap_or_else(|| panic!("no {rule}: {findings:?}"));
    format!("{}; {}", found["message"].as_str().unwrap(), found["help"].as_str().unwrap())
}

#[test]
fn each_family_of_problems_is_reported_in_the_language_of_the_user() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Chỉ tiêu", "KH 2024", "TH 2024"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "Trạm y tế").unwrap();
    sheet.write_number(1, 1, 12).unwrap();
    sheet.write_number(1, 2, 14).unwrap();
    sheet.write_string(2, 0, "Bỏ").unwrap();
    sheet.set_row_hidden(2).unwrap();
    let book = book.save_to_buffer().unwrap();
    let dataset = |fields: &str| {
        format!(r#"{{"id":"x","place":"X","sections":[{{"name":"S","indicators":[{fields}]}}]}}"#)
    };
    let unknown = dataset(r#"{"id":"a","name":"A","unti":"%"}"#);
    let above = dataset(r#"{"id":"a","name":"A","actual":12,"scale":10}"#);
    let totals = r#"{"id":"x","place":"X","totals":{"plan_indicators":1,"missed":1,"missed_named":1},"sections":[{"name":"S","indicators":[]}]}"#;
    let rows = "Chỉ tiêu;KH 2024;TH 2024\nXe buýt;80;7o\n;4;5\nSố giường;9;10\n";
    let lossless = "id,section,name,parents,unit,actual,actual_text,estimate,better,better_assumed,plan_value,plan_percent,plan,changes,earlier,scale,more,dataset\n";
    let cases: &[(&str, &[u8], &str, &str, &str)] = &[
        ("file.pdf", b"%PDF-1.7\n", "foreign-format", "tài liệu PDF", "a PDF document"),
        ("json.json", unknown.as_bytes(), "unknown-field", "không có trường này", "unknown field"),
        ("names.csv", b"id,name\n1,\n", "name-list", "dòng không có tên", "the line has no name"),
        ("lossless.csv", lossless.as_bytes(), "wrong-value", "bị trống", "is empty"),
        ("book.xlsx", &book, "hidden-cells", "hàng ẩn 3 đã bị bỏ qua", "the hidden row 3 was left"),
        ("sheet.csv", rows.as_bytes(), "no-name", "không có tên", "values but no name"),
        ("column.csv", rows.as_bytes(), "column-read", "được đọc là kế hoạch", "read as the plan"),
        ("cell.csv", rows.as_bytes(), "unreadable-number", "không phải là số", "is not a number"),
        ("check.json", above.as_bytes(), "score-above-scale", "vượt thang", "above its scale"),
        ("totals.json", totals.as_bytes(), "totals-against-count", "nguồn nêu tên", "the source"),
    ];
    for (name, bytes, rule, vietnamese, english) in cases {
        let vi = said(name, bytes, rule, "vi");
        assert!(vi.contains(vietnamese), "{name}: {vi}");
        let en = said(name, bytes, rule, "en");
        assert!(en.contains(english), "{name}: {en}");
        assert_ne!(vi, en);
    }
}

#[test]
fn lists_errors_first_then_what_decides_a_status_then_the_rest() {
    let text = "Chỉ tiêu;KH 2024;TH 2024;Ghi thêm\nTỷ lệ hộ nghèo;10;9;5\nTỷ lệ che phủ rừng;73;;6\nXe buýt;80;7o;7\n";
    let findings = check("order.csv", text.as_bytes(), "en");
    let rules: Vec<&str> = findings.iter().map(|one| one["rule"].as_str().unwrap()).collect();
    let at = |rule: &str| rules.iter().position(|own| *own == rule).unwrap();
    assert_eq!(rules[0], "unreadable-number", "{rules:?}");
    assert!(findings[1]["message"].as_str().unwrap().contains("decides the status"), "{rules:?}");
    assert!(at("unknown-column") < at("column-read"), "{rules:?}");
}

#[test]
fn help_of_a_command_accepts_the_language() {
    let help = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_chitieu"))
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let own = help(&["list", "--help", "--lang", "vi"]);
    assert!(own.contains("Cách dùng"), "{own}");
    assert_eq!(help(&["help", "list", "--lang", "vi"]), own);
    assert_eq!(help(&["--lang", "vi", "help", "list"]), own);
    assert_eq!(help(&["help", "--lang", "en"]), help(&["--help", "--lang", "en"]));
}
