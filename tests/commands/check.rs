//! `check` in both languages, for one file of each family of problems, and the order of its findings.

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

/// The findings about the layout of a table, each with its severity and its location.
fn layout(name: &str, text: &str) -> Vec<String> {
    let findings = check(name, text.as_bytes(), "en");
    let about = findings.iter().filter(|one| one["rule"].as_str().unwrap().starts_with("layout-"));
    about
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            format!("{} {}: {}", text("severity"), one["line"], text("message"))
        })
        .collect()
}

#[test]
fn what_is_inferred_about_a_layout_is_reported_once_a_kind_with_its_evidence() {
    let years = "Năm;Lúa;Ngô\nDiện tích (ha);;\n2021;24.310;1.011\n2022;24.105;998\nSản lượng (tấn);;\n2021;121.550;5.055\n";
    assert_eq!(
        layout("years.csv", years),
        [
            "note 1: rows 2–6 below “Năm” were read as 2 periods: năm 2021, năm 2022",
            "note 1: columns B–C were read as 2 indicators: Lúa, Ngô",
            "note 2: 2 lines without values in rows 2–5 gave the rows below a unit: Diện tích (ha), Sản lượng (tấn)",
        ]
    );
    let titled = "Sản lượng lúa phân theo huyện (Tấn);;;\n;2021;2022;2023\nTỔNG SỐ;71;70;69\nBảo Lâm;31;30;29\nHòa An;20;20;20\nHạ Lang;20;20;20\n";
    assert_eq!(
        layout("titled.csv", titled),
        [
            "warning 2: rows 3–6 in a column without a heading were read as 3 places: Bảo Lâm, Hòa An, Hạ Lang",
            "note 2: columns B–D were read as 3 periods: năm 2021, năm 2022, năm 2023",
            "note 2: the name of the indicator was taken from the title: Sản lượng lúa",
        ]
    );
    let long = "Huyện;Năm;Chỉ tiêu;Giới tính;Giá trị\nBa Bể;2022;Dân số;Tổng số;50\nBa Bể;2022;Dân số;Nữ;25\nNa Rì;2022;Dân số;Tổng số;40\nNa Rì;2022;Dân số;Nam;20\n";
    assert_eq!(
        layout("long.csv", long),
        [
            "note 1: the column “Huyện” was read as the place of each row, 2 places: Ba Bể, Na Rì",
            "note 1: the column “Năm” was read as the period of each row, 1 period: năm 2022",
            "note 1: 2 classes of the column “Giới tính” became parts of the indicator: Nữ, Nam",
        ]
    );
    let across = "Chỉ tiêu;ĐVT;Ba Bể;Chợ Đồn;Na Rì\nDân số;người;49.120;50.010;41.300\nLúa;ha;2.040;1.470;1.905\n";
    assert_eq!(
        layout("across.csv", across),
        ["warning 1: columns C–E were read as 3 places: Ba Bể, Chợ Đồn, Na Rì"]
    );
    let lines = "TT;Chỉ tiêu;ĐVT;2021;2022;2023\nA;Huyện Ba Bể;;;;\n1;Lúa;ha;10;11;12\nB;Huyện Na Rì;;;;\n1;Lúa;ha;20;21;22\n";
    assert_eq!(
        layout("lines.csv", lines),
        [
            "note 1: the lines with names of places in rows 2–5 were read as 2 places of their values, or of those below them: Huyện Ba Bể, Huyện Na Rì",
            "note 1: columns D–F were read as 3 periods: năm 2021, năm 2022, năm 2023",
        ]
    );
    assert!(layout("plain.csv", "Chỉ tiêu;ĐVT;KH 2024;TH 2024\nThu;tỷ đồng;5;6\n").is_empty());
}

#[test]
fn notes_about_a_layout_leave_a_file_clean() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("clean-years.csv");
    fs::write(&path, "Năm;Dân số (người);GRDP (tỷ đồng)\n2021;321;13.400\n2022;324;14.800\n")
        .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["check", "--lang", "vi"])
        .arg(&path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && text.contains("ghi chú[layout-read]"), "{text}");
    assert!(text.ends_with("không phát hiện lỗi hay cảnh báo nào\n"), "{text}");
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

#[test]
fn names_of_rows_that_the_title_completes_are_reported() {
    for (text, names) in [
        (
            "Diện tích, sản lượng khoai môn năm 2023 tỉnh Bắc Kạn;;\nChỉ tiêu;ĐVT;Thực hiện\nDiện tích;ha;640\nSản lượng;tấn;5.120\n",
            "Diện tích khoai môn, Sản lượng khoai môn",
        ),
        (
            "Sản lượng thủy sản năm 2023 tỉnh Thái Bình (tấn);\nLoại;Thực hiện\nTỔNG SỐ;310\nCá;200\nTôm;110\n",
            "Sản lượng thủy sản",
        ),
    ] {
        let wanted = format!("the name of the indicator was taken from the title: {names}");
        let said = layout("titled-rows.csv", text);
        assert!(said.iter().any(|line| line.ends_with(&wanted)), "{wanted}: {said:?}");
    }
}
