//! What a heading with a unit above rows says of them, and where it ends.

use chitieu::dataset;

/// The section, name and unit of each indicator of the first period.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let mut lines = Vec::new();
    for dataset in opened.datasets.iter().take(1) {
        for section in dataset.sections.iter() {
            let heading = if section.name == "bieu" { "-" } else { section.name.as_str() };
            for at in section.indicators.clone() {
                let one = dataset.indicators.get(at).unwrap();
                let unit = one.unit.as_deref().unwrap_or("-");
                lines.push(format!("{heading}|{}|{unit}", one.name));
            }
        }
    }
    lines
}

#[test]
fn a_class_below_a_heading_has_the_unit_of_the_heading() {
    for (heading, name) in [("Cơ cấu (%)", "Cơ cấu"), ("Tỷ trọng (%)", "Tỷ trọng")] {
        let text = format!(
            "Chỉ tiêu;2021;2022\nLao động (Nghìn người);310,4;315,9\nThành thị;88,1;91,6\n\
             {heading};;\nThành thị;28,4;29,0\n"
        );
        let expected = [
            "-|Lao động|Nghìn người".to_owned(),
            "-|Thành thị|Nghìn người".to_owned(),
            format!("{name}|Thành thị|%"),
        ];
        assert_eq!(lines(&text), expected);
    }
}

#[test]
fn a_rate_below_a_heading_in_per_mille_is_in_per_mille() {
    let text = "Chỉ tiêu;2021;2022\nDân số (Nghìn người);310,4;315,9\nNam;155,0;157,2\n\
        Biến động (‰);;\nTỷ suất chết thô;6,1;6,0\nSố trẻ sinh ra;4.100;4.050\n";
    assert_eq!(lines(text)[2..], ["Biến động|Tỷ suất chết thô|‰", "Biến động|Số trẻ sinh ra|-"]);
}

#[test]
fn a_section_ends_at_rows_with_units_of_their_own() {
    let text = ";2021;2022\nCán bộ thú y (Người);;\nBác sĩ thú y;41;44\nKỹ thuật viên;63;61\n\
        Đàn lợn nái (Con);510;622\nTỷ lệ đàn được tiêm phòng (%);81,5;84,0\n";
    assert_eq!(
        lines(text),
        [
            "Cán bộ thú y|Bác sĩ thú y|Người",
            "Cán bộ thú y|Kỹ thuật viên|Người",
            "-|Đàn lợn nái|Con",
            "-|Tỷ lệ đàn được tiêm phòng|%",
        ]
    );
}

#[test]
fn a_section_goes_on_after_a_row_with_another_unit() {
    let text = ";2021;2022\nCán bộ thú y (Người);;\nBác sĩ thú y;41;44\n\
        Tỷ lệ bác sĩ thú y nữ (%);22,0;23,5\nKỹ thuật viên;63;61\n";
    assert_eq!(
        lines(text),
        [
            "Cán bộ thú y|Bác sĩ thú y|Người",
            "Cán bộ thú y|Tỷ lệ bác sĩ thú y nữ|%",
            "Cán bộ thú y|Kỹ thuật viên|Người",
        ]
    );
}

#[test]
fn a_column_of_units_in_two_languages_next_to_names_without_a_heading() {
    let table = "Sản phẩm chủ yếu của ngành lâm nghiệp,,,\n,Đơn vị tính - Unit,2022,Sơ bộ - Prel. 2023\n\
                 Gỗ - Wood,M3,1510,1622\nNhựa trám - Resin,Tấn - Ton,40,43\n\
                 Tre - Bamboo,Nghìn cây - Thous. trees,310,298\n";
    let dataset = chitieu::dataset::read("nien-giam.csv", table.as_bytes(), None).unwrap().datasets;
    let last = dataset.last().unwrap();
    let found: Vec<_> = last.indicators.iter().map(|one| (one.name, one.unit.unwrap())).collect();
    let text = |name: &str, unit: &str| (name.to_owned(), unit.to_owned());
    assert_eq!(
        found,
        [
            text("Gỗ - Wood", "M3"),
            text("Nhựa trám - Resin", "Tấn"),
            text("Tre - Bamboo", "Nghìn cây")
        ]
    );
}

#[test]
fn a_total_in_another_unit_than_the_rows_above_stays_in_its_section() {
    let text = ";Tháng 5 năm 2024;5 tháng năm 2024\nTai nạn giao thông;;\nSố vụ tai nạn (Vụ);12;60\n\
                Cháy, nổ;;\nSố vụ cháy (Vụ);4;21\nTổng giá trị thiệt hại (Triệu đồng);250;1.870\n";
    let opened = chitieu::dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let dataset = &opened.datasets[0];
    let last = dataset.sections.last().unwrap();
    assert_eq!(last.name, "Cháy, nổ");
}
