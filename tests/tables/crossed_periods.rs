//! Tables with years in one direction and their months or quarters in the other, whose period is
//! both together; and groups of columns whose headings begin left of the groups.

use crate::description::{figure_of, full_name, open, place_of, warnings};

/// "place|period|name|figure" of each indicator of a table.
fn lines(table: &str) -> Vec<String> {
    let opened = open(table);
    let lines = opened.datasets.iter().flat_map(|dataset| {
        let start = format!("{}|{}", place_of(dataset), dataset.period);
        let line = move |one| format!("{start}|{}|{}", full_name(&one), figure_of(&one));
        dataset.indicators.iter().map(line)
    });
    lines.collect()
}

#[track_caller]
fn has(table: &str, expected: &[&str]) {
    let found = lines(table);
    for line in expected {
        assert!(found.iter().any(|one| one == line), "{line} is missing in {found:#?}");
    }
}

#[test]
fn months_across_are_those_of_the_years_down() {
    let table = "Chỉ số giá tiêu dùng tỉnh Quảng Trị (%);;;;\nNăm;Tháng 1;Tháng 2;Tháng 3;Bình quân năm\n\
         2021;101,2;102,3;103,4;102,3\n2022;102,2;103,3;104,4;103,3\n2023;103,2;104,3;105,4;104,3\n";
    has(
        table,
        &[
            "Quảng Trị|tháng 1 năm 2021|Chỉ số giá tiêu dùng|101.2",
            "Quảng Trị|tháng 3 năm 2023|Chỉ số giá tiêu dùng|105.4",
            "Quảng Trị|năm 2022|Chỉ số giá tiêu dùng|103.3",
        ],
    );
    assert_eq!(warnings(table), ["layout-assumed"]);
    // The title is about the last of the years.
    has(
        "Sản lượng than đến năm 2023 (tấn);;\nNăm;Quý I;Quý II;Cả năm\n2022;10;20;30\n2023;12;22;34\n",
        &[
            "|quý I năm 2022|Sản lượng than|10",
            "|năm 2022|Sản lượng than|30",
            "|quý II năm 2023|Sản lượng than|22",
        ],
    );
    has(
        "Unemployment rate (%);;;\nYear;Q1;Q2;Annual average\n2021/22;3.1;3.2;3.3\n2022/23;3.0;2.9;3.1\n",
        &["|quý II năm 2021/2022|Unemployment rate|3.2", "|năm 2022/2023|Unemployment rate|3.1"],
    );
}

#[test]
fn the_mean_of_counts_is_no_count_of_the_year() {
    let found =
        lines("Số vụ cháy rừng;;;\nNăm;Tháng 1;Tháng 2;Bình quân năm\n2022;1;3;2\n2023;2;4;3\n");
    assert!(!found.iter().any(|line| line == "|năm 2022|Số vụ cháy rừng|2"), "{found:#?}");
}

#[test]
fn months_down_are_those_of_the_years_across() {
    let table = "Số ca sốt xuất huyết tỉnh Bến Tre năm 2023;;;\nTháng;2021;2022;2023\nTháng 1;17;15;12\n\
         Tháng 2;10;18;23\nCả năm;27;33;35\n";
    has(
        table,
        &[
            "Bến Tre|tháng 1 năm 2021|Số ca sốt xuất huyết|17",
            "Bến Tre|tháng 2 năm 2023|Số ca sốt xuất huyết|23",
            "Bến Tre|năm 2022|Số ca sốt xuất huyết|33",
        ],
    );
    assert_eq!(lines(table).len(), 9);
    // A quarter of one year is no result of the whole of another.
    let opened = open("Sản lượng điện (triệu kWh);;\n;2022;2023\nQuý I;100;120\nQuý II;110;130\n");
    assert!(
        opened.datasets.iter().all(|one| one.indicators.iter().all(|one| one.earlier.is_empty()))
    );
}

#[test]
fn quarters_of_long_tables_are_those_of_the_year_in_their_row() {
    has(
        "Huyện;Chỉ tiêu;ĐVT;Năm;Quý I;Quý II\nHàm Yên;Thu ngân sách;tỷ đồng;2022;10;11\n\
         Hàm Yên;Thu ngân sách;tỷ đồng;2023;13;14\nNa Hang;Thu ngân sách;tỷ đồng;2022;20;21\n\
         Na Hang;Thu ngân sách;tỷ đồng;2023;23;24\n",
        &["Hàm Yên|quý II năm 2022|Thu ngân sách|11", "Na Hang|quý I năm 2023|Thu ngân sách|23"],
    );
}

#[test]
fn groups_of_columns_may_be_over_a_row_that_has_the_heading_of_the_names() {
    has(
        "Giá trị sản xuất tỉnh Cà Mau (tỷ đồng);;;;;\n;2022;;2023;;\nNgành;Quý I;Quý II;Quý I;Quý II;Quý III\n\
         Nông nghiệp;10;21;12;23;14\nDịch vụ;20;41;22;43;24\n",
        &[
            "Cà Mau|quý I năm 2022|Nông nghiệp|10",
            "Cà Mau|quý II năm 2022|Dịch vụ|41",
            "Cà Mau|quý III năm 2023|Dịch vụ|24",
        ],
    );
    // One group of all columns.
    has(
        ";2023;;\nNgành;Quý I;Quý II;Quý III\nNông nghiệp;10;21;12\nDịch vụ;20;41;22\n",
        &["|quý I năm 2023|Nông nghiệp|10", "|quý III năm 2023|Dịch vụ|22"],
    );
    // Plan and result of the places below the heading.
    let table = "Diện tích ngô các huyện (ha);;;;\n;Năm 2022;;Năm 2023;\nHuyện;KH;TH;KH;TH\nBảo Lạc;10;11;12;13\n\
         Bảo Lâm;20;21;22;23\n";
    has(table, &["Bảo Lạc|năm 2022|Diện tích ngô|11", "Bảo Lâm|năm 2023|Diện tích ngô|23"]);
    assert_eq!(lines(table).len(), 4);
    has(
        ";Diện tích (ha);;Sản lượng (tấn);\nHuyện;2022;2023;2022;2023\nBa Bể;10;21;12;23\nNa Rì;20;41;22;43\n",
        &["Na Rì|năm 2022|Sản lượng|22", "Ba Bể|năm 2023|Diện tích|21"],
    );
}
