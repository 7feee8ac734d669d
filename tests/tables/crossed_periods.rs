//! Tables with years in one direction and their months or quarters in the other, whose period is both together; and groups of
//! columns whose headings begin left of the groups.

use crate::description::{figure_of, full_name, open, place_of};

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
