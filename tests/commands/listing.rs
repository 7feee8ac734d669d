//! What `chitieu list` prints as text: headings, names of parts, and what is printed in place of a result.

use std::process::Command;

fn temporary(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("chitieu-list-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let file = path.join(name);
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

fn printed(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    let output = command.args(arguments).args(["--lang", "vi"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_list_heads_each_place_and_each_period() {
    let places = temporary(
        "cac-huyen.csv",
        "NĂM 2025;;\nHuyện;Diện tích (ha);Dân số (người)\nHuyện Ba Bể;120;900\nHuyện Na Rì;80;700\n",
    );
    let text = printed(&["list", &places]);
    let heads: Vec<&str> =
        text.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(heads, ["Huyện Ba Bể, năm 2025", "Huyện Na Rì, năm 2025"]);
    let markdown = printed(&["list", &places, "--format", "md"]);
    assert_eq!(markdown.matches("\n## ").count() + 1, 2, "{markdown}");
    let years =
        temporary("cac-nam.csv", "Chỉ tiêu;ĐVT;2022;2023;Sơ bộ 2024\nDân số;người;500;510;520\n");
    let text = printed(&["list", &years, "--period", "all"]);
    assert_eq!(text.lines().filter(|line| line.starts_with("tệp ")).count(), 3, "{text}");
    assert!(text.contains("sơ bộ 520 người"), "{text}");
}

#[test]
fn an_estimate_of_a_row_of_a_year_is_preliminary_only_if_it_says_so() {
    let years = temporary(
        "hang-nam.csv",
        "Năm;Dân số (người);Số hộ (hộ)\n2022;500;130\nSơ bộ 2023;510;135\nƯớc 2024;520;140\n",
    );
    let text = printed(&["list", &years, "--period", "all"]);
    for value in ["  500 người", "sơ bộ 510 người", "ước 520 người"] {
        assert!(text.contains(value), "{value}: {text}");
    }
}

#[test]
fn the_list_shows_a_change_or_a_plan_where_there_is_no_result() {
    let prices = temporary(
        "gia.csv",
        "CHỈ SỐ GIÁ;;\n;Tháng 6 năm 2025 so với;\n;Tháng 6 năm 2024;Tháng 5 năm 2025\nChỉ số chung;103,5;100,2\nLương thực;98,0;99,9\n",
    );
    let text = printed(&["list", &prices]);
    assert!(text.contains("tăng 3,5 % so với") && text.contains("giảm 2,0 % so với"), "{text}");
    let planned =
        temporary("ke-hoach.csv", "Chỉ tiêu;ĐVT;Kế hoạch 2026\nThu ngân sách;tỷ đồng;900\n");
    assert!(printed(&["list", &planned]).contains("KH 900 tỷ đồng"));
}

#[test]
fn a_part_is_listed_under_the_name_of_its_whole() {
    let schools = temporary(
        "truong.csv",
        "NĂM 2025;;;;\nXã;Mầm non;;Tiểu học;\n;Số lớp;Số trẻ;Số lớp;Số học sinh\nXã An;3;60;5;150\nXã Bình;2;41;4;118\n",
    );
    let text = printed(&["list", &schools]);
    assert!(text.contains("\n  Mầm non\n    Số lớp") && text.contains("\n  Tiểu học\n"), "{text}");
    let markdown = printed(&["list", &schools, "--format", "md"]);
    assert!(markdown.contains("| Mầm non › Số lớp |"), "{markdown}");
}

#[test]
fn the_list_shows_plans_and_indents_parts() {
    let table = "KẾT QUẢ NĂM 2025;;;\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n\
                 1. Thu ngân sách;tỷ đồng;900;910\n- Thu nội địa;tỷ đồng;600;650\n\
                 2. Chăn nuôi;con;;\n- Đàn bò;con;40;41\n";
    let text = printed(&["list", &temporary("co-ke-hoach.csv", table)]);
    let rows: Vec<String> = text
        .lines()
        .skip(1)
        .map(|line| {
            let (indent, cells) = (line.len() - line.trim_start().len(), line.split("  "));
            let cells = cells.map(str::trim).filter(|cell| !cell.is_empty());
            format!("{indent} {}", cells.take(3).collect::<Vec<_>>().join("|"))
        })
        .collect();
    let expected = [
        "2 Thu ngân sách|KH 900|910 tỷ đồng",
        "4 Thu nội địa|KH 600|650 tỷ đồng",
        "2 Chăn nuôi",
        "4 Đàn bò|KH 40|41 con",
    ];
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn a_part_of_a_year_needs_no_year_where_only_one_has_it() {
    let months = temporary(
        "cac-thang.csv",
        "THU NGÂN SÁCH NĂM 2024;;;\nChỉ tiêu;ĐVT;Tháng 3/2024;Tháng 4/2024\nThu nội địa;tỷ đồng;50;61\n",
    );
    let text = printed(&["list", &months, "--period", "tháng 3"]);
    assert!(text.contains("50 tỷ đồng") && !text.contains("61 tỷ đồng"), "{text}");
    let years = temporary(
        "hai-nam.csv",
        "Chỉ tiêu;ĐVT;Tháng 3/2023;Tháng 3/2024\nThu nội địa;tỷ đồng;50;61\n",
    );
    // Of two years it could be either.
    assert_eq!(printed(&["list", &years, "--period", "tháng 3"]), "");
}
