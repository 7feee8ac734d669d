//! Several tables in one sheet, each with a caption of its own: another section, another place or another period.

use crate::description::open;
use chitieu::model::{Dataset, Status, status};

/// Each slice with its place, its period, its sections, and the actuals of its indicators.
fn slices(text: &str) -> Vec<String> {
    let slice = |dataset: &Dataset| {
        let sections: Vec<&str> = dataset.sections.iter().map(|one| one.name.as_str()).collect();
        let actuals: Vec<String> = dataset
            .indicators
            .iter()
            .map(|one| one.figure().unwrap_or_default().to_string())
            .collect();
        let (place, period) = (dataset.place.name(), &dataset.period);
        format!("{place}|{period}|{}|{}", sections.join("+"), actuals.join(" "))
    };
    open(text).datasets.iter().map(slice).collect()
}

#[test]
fn a_caption_names_another_place_and_another_period() {
    let table = "BIỂU 1: THU NGÂN SÁCH HUYỆN CHỢ ĐỒN NĂM 2023;;;\nĐVT: Triệu đồng;;;\n\
                 STT;Chỉ tiêu;Dự toán;Thực hiện\n1;Thu nội địa;100;110\n2;Thu thuế;50;40\n\n\
                 BIỂU 2: THU NGÂN SÁCH HUYỆN BA BỂ NĂM 2024;;;\nĐVT: Triệu đồng;;;\n\
                 STT;Chỉ tiêu;Dự toán;Thực hiện\n1;Thu nội địa;200;210\n2;Thu thuế;70;60\n";
    assert_eq!(
        slices(table),
        ["Huyện Chợ Đồn|năm 2023|bieu|110 40", "Huyện Ba Bể|năm 2024|bieu|210 60"]
    );
    let rules: Vec<&str> = open(table).findings.iter().map(|one| one.rule().name()).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "layout-read").count(), 1);
}

#[test]
fn a_caption_of_several_lines_is_read_as_a_whole() {
    let table = "CHỈ TIÊU XÃ HỘI\nTHÀNH PHỐ SÔNG CÔNG\nQuý I năm 2025\n\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n\
                 Hộ nghèo;hộ;40;30\n\nCHỈ TIÊU XÃ HỘI\nTHÀNH PHỐ PHỔ YÊN\nQuý II năm 2025\n\n\
                 Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nHộ nghèo;hộ;60;50\n";
    let slices = slices(table);
    assert_eq!(slices.len(), 2);
    assert!(slices[0].starts_with("Thành phố Sông Công|quý I năm 2025|"), "{}", slices[0]);
    assert!(slices[1].starts_with("Thành phố Phổ Yên|quý II năm 2025|"), "{}", slices[1]);
}

#[test]
fn columns_of_another_year_are_another_slice() {
    let table = "CHỈ TIÊU KINH TẾ TỈNH BẮC KẠN\nChỉ tiêu;ĐVT;Kế hoạch năm 2023;Thực hiện năm 2023\n\
                 Thu nội địa;tỷ;100;110\n\nCHỈ TIÊU KINH TẾ TỈNH BẮC KẠN\n\
                 Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Thực hiện năm 2024\nThu nội địa;tỷ;200;210\n";
    assert_eq!(slices(table), ["Bắc Kạn|năm 2023|bieu|110", "Bắc Kạn|năm 2024|bieu|210"]);
}

#[test]
fn a_caption_of_the_same_place_and_period_is_a_section() {
    let table = "KẾT QUẢ TỈNH LẠNG SƠN NĂM 2024\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu nội địa;tỷ;100;110\n\n\
                 LĨNH VỰC XÃ HỘI NĂM 2024\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nHộ nghèo;hộ;60;50\n";
    assert_eq!(slices(table), ["Lạng Sơn|năm 2024|bieu+LĨNH VỰC XÃ HỘI NĂM 2024|110 50"]);
}

#[test]
fn the_last_rows_of_a_table_are_no_caption() {
    let table = "KẾT QUẢ HUYỆN NA RÌ NĂM 2024\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu nội địa;tỷ;100;110\n\
                 Ngày 5 tháng 1 năm 2025;;;\nNgười lập biểu;;;\n\n\
                 XÃ HỘI\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nHộ nghèo;hộ;60;50\n";
    let slices = slices(table);
    assert_eq!(slices, ["Huyện Na Rì|năm 2024|bieu+XÃ HỘI|110 50"]);
}

#[test]
fn a_bare_period_above_the_same_header_begins_another_table() {
    let table = "KẾT QUẢ SẢN XUẤT TỈNH PHÚ YÊN\nQuý I năm 2024\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThan;tấn;100;110\n\n\
                 Quý II năm 2024\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThan;tấn;200;180\n";
    let slices = slices(table);
    assert_eq!(slices.len(), 2, "{slices:?}");
    assert!(slices[1].contains("|quý II năm 2024|") && slices[1].ends_with("|180"), "{slices:?}");
}

#[test]
fn a_header_without_a_word_for_names_begins_again_by_the_same_words() {
    let table = "1. Huyện Tuy An năm 2023\nSản phẩm;ĐVT;Kế hoạch;Thực hiện\nThan;tấn;100;110\n\n\
                 2. Huyện Đồng Xuân năm 2024\nSản phẩm;ĐVT;Kế hoạch;Thực hiện\nThan;tấn;200;180\n";
    assert_eq!(
        slices(table),
        [
            "Huyện Tuy An|năm 2023|Huyện Tuy An năm 2023|110",
            "Huyện Đồng Xuân|năm 2024|Huyện Đồng Xuân năm 2024|180"
        ]
    );
}

#[test]
fn the_first_table_has_the_place_of_its_own_caption() {
    let row = "Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThan;tấn;100;110\n\n";
    let table = format!(
        "KẾT QUẢ TỈNH BẮC NINH NĂM 2024\n\n1. Huyện Yên Phong\n{row}2. Thị xã Ngã Năm\n{row}3. Huyện Gia Bình\n{row}"
    );
    let opened = open(&table);
    let places: Vec<&str> = opened.datasets.iter().map(|dataset| dataset.place.name()).collect();
    assert_eq!(places, ["Huyện Yên Phong", "Thị xã Ngã Năm", "Huyện Gia Bình"]);
    let ids: Vec<String> = opened
        .datasets
        .iter()
        .flat_map(|dataset| dataset.indicators.iter())
        .map(|one| one.id)
        .collect();
    assert_eq!(ids, ["than", "than", "than"]);
}

#[test]
fn a_result_of_the_year_under_a_title_to_a_day_is_to_that_day() {
    for title in ["ĐẾN NGÀY 30/9/2024", "TÍNH ĐẾN NGÀY 30 THÁNG 9 NĂM 2024"] {
        let table = format!(
            "TÌNH HÌNH GIẢI NGÂN {title}\nChỉ tiêu;ĐVT;Kế hoạch năm 2024;Thực hiện năm 2024\nVốn đầu tư công;tỷ;100;78\n"
        );
        let opened = open(&table);
        let one = opened.datasets[0].indicators.get(0).unwrap();
        assert_eq!(status(&one), Status::InProgress, "{title}: {:?}", opened.datasets[0].period);
    }
}

#[test]
fn the_source_of_a_slice_is_the_caption_of_its_table() {
    let table = "BIỂU 1: THU NGÂN SÁCH HUYỆN CHỢ ĐỒN NĂM 2023;;;\nSTT;Chỉ tiêu;Dự toán;Thực hiện\n\
                 1;Thu nội địa;100;110\n\nBIỂU 2: THU NGÂN SÁCH HUYỆN BA BỂ NĂM 2024;;;\n\
                 STT;Chỉ tiêu;Dự toán;Thực hiện\n1;Thu nội địa;200;210\n";
    let opened = open(table);
    let titles: Vec<&str> = opened
        .datasets
        .iter()
        .filter_map(|one| Some(one.source.as_ref()?.title.as_str()))
        .collect();
    assert_eq!(
        titles,
        [
            "BIỂU 1: THU NGÂN SÁCH HUYỆN CHỢ ĐỒN NĂM 2023",
            "BIỂU 2: THU NGÂN SÁCH HUYỆN BA BỂ NĂM 2024"
        ]
    );
}

#[test]
fn without_a_title_each_table_has_the_period_of_its_own_headings() {
    let table = "Nội dung;Đơn vị;Dự toán năm 2024;Thực hiện 6 tháng đầu năm 2024\nThu thuế;triệu đồng;1200;710\n\n\
                 Chỉ tiêu;ĐVT;Kế hoạch năm 2024;Thực hiện năm 2024\nSố thôn văn hóa;thôn;15;14\n";
    assert_eq!(
        slices(table),
        ["bieu.csv|6 tháng đầu năm 2024|bieu|710", "bieu.csv|năm 2024|bieu|14"]
    );
}
