//! What is written is read back as the same: the JSON and the workbook of `convert`, the CSV of `list`.

use crate::program::chitieu;
use std::path::Path;

use serde_json::Value;

/// All that `list` knows of all periods of a file.
fn listed(file: &Path) -> Value {
    let file = file.to_str().unwrap();
    let output = chitieu(&["list", file, "--period", "all", "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Checks that a table comes back through each form.
#[track_caller]
fn comes_back(table: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let from = path("bang.csv");
    std::fs::write(&from, table).unwrap();
    let (source, expected) = (from.to_str().unwrap(), listed(&from));
    assert!(expected.as_array().is_some_and(|rows| rows.len() > 5), "{expected}");
    for name in ["bang.json", "bang.xlsx"] {
        let to = path(name);
        let output = chitieu(&["convert", source, "-o", to.to_str().unwrap()]);
        assert!(output.status.success(), "{output:?}");
        assert_eq!(listed(&to), expected, "{name}");
    }
    let output = chitieu(&["list", source, "--period", "all", "--format", "csv"]);
    let to = path("danh-sach.csv");
    std::fs::write(&to, output.stdout).unwrap();
    assert_eq!(listed(&to), expected, "list --format csv");
}

#[test]
fn places_in_sections_of_one_table_keep_their_indicators() {
    comes_back(
        "Một số chỉ tiêu năm 2022 chia theo huyện - Tỉnh Hòa Sơn;;;;\n\
         Mã;Huyện/thị xã/thành phố;Vùng;Dân số trung bình (người);Tỷ lệ hộ nghèo (%)\n\
         ;Toàn tỉnh;;310000;7,50\n\
         11;Thành phố Hòa Sơn;Đồng bằng;120000;1,20\n\
         12;Huyện Phú Lạc;Đồng bằng;90000;3,40\n\
         13;Huyện Bản Thượng;Miền núi;60000;21,90\n\
         14;Huyện Nậm Khe;Miền núi;40000;30,05\n",
    );
}

#[test]
fn parts_of_years_and_preliminary_figures_come_back() {
    comes_back(
        "Dân số và lao động - Tỉnh Hòa Sơn;;;;\n\
         ;ĐVT;2020;2021;Sơ bộ 2022\n\
         Dân số trung bình;Người;300100;305200;310000\n\
         Chia theo giới tính;;;;\n\
         Nam;Người;149000;151500;154000\n\
         Nữ;Người;151100;153700;156000\n\
         Lực lượng lao động;Người;170000;171000;172500\n\
         Chia theo giới tính;;;;\n\
         Nam;Người;90000;90500;91000\n\
         Nữ;Người;80000;80500;81500\n",
    );
}
