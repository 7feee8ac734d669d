//! Places that a report lists for one measure: each has the measure as its name.

use crate::reports::OPTIONS;
use chitieu::dataset::import;

/// Parents, name and figure of each indicator.
fn lines(text: &str) -> Vec<String> {
    let text = format!("Kinh tế tỉnh Vĩnh Sơn năm 2024\n\n{text}\n");
    let report = import("report.txt", text.as_bytes(), &OPTIONS).unwrap();
    let line = |row: chitieu::model::Indicator| {
        let figure = row.figure().unwrap().normalize();
        format!("{} > {} {figure}", row.parents.join(" > "), row.name)
    };
    report.dataset.indicators.iter().map(line).collect()
}

#[test]
fn each_place_of_a_list_has_its_measure() {
    for (text, measure) in [
        (
            "Thu ngân sách: huyện Kim Bình 12,3 tỷ đồng; huyện Lâm Thượng 9,8 tỷ đồng; thị xã Phú Hòa 41,6 tỷ đồng.",
            "Thu ngân sách",
        ),
        (
            "Sản lượng lúa: xã Kim Bình đạt 12,3 tấn, xã Lâm Thượng đạt 9,8 tấn, xã Phú Hòa đạt 41,6 tấn.",
            "Sản lượng lúa",
        ),
        (
            "Diện tích rừng tại huyện Kim Bình là 12,3 ha, huyện Lâm Thượng là 9,8 ha, thị xã Phú Hòa là 41,6 ha.",
            "Diện tích rừng",
        ),
        (
            "Sản lượng chè ở Kim Bình là 12,3 tấn, Lâm Thượng là 9,8 tấn, Phú Hòa là 41,6 tấn.",
            "Sản lượng chè",
        ),
    ] {
        let wanted = [("Kim Bình", "12.3"), ("Lâm Thượng", "9.8"), ("Phú Hòa", "41.6")]
            .map(|(place, figure)| format!("{place} > {measure} {figure}"));
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn a_clause_that_begins_with_a_place_is_about_it() {
    let text = "Tỷ lệ che phủ rừng đạt 55,3%, huyện Kim Bình có diện tích rừng 21.000 ha.";
    assert_eq!(lines(text), [" > Tỷ lệ che phủ rừng 55.3", "Kim Bình > Diện tích rừng 21000"]);
    let text = "Huyện Kim Bình có 12 xã đạt chuẩn, huyện Lâm Thượng có 9 xã đạt chuẩn.";
    assert_eq!(lines(text), ["Kim Bình > Xã đạt chuẩn 12", "Lâm Thượng > Xã đạt chuẩn 9"]);
}

#[test]
fn a_place_behind_the_whole_has_its_measure() {
    let text = "Tỷ lệ hộ nghèo còn 9,8% (huyện Kim Bình là 21,4%).";
    assert_eq!(lines(text), [" > Tỷ lệ hộ nghèo 9.8", "Kim Bình > Tỷ lệ hộ nghèo 21.4"]);
}

#[test]
fn a_province_before_a_colon_is_that_of_its_paragraph() {
    let text = "Khánh Hòa: Tổng lượt khách đạt 9,1 triệu lượt, tăng 12%. Doanh thu du lịch đạt 41 nghìn tỷ đồng.\n\nTại Ninh Thuận, tổng lượt khách đạt 3,2 triệu lượt.";
    let parents: Vec<String> =
        lines(text).iter().map(|line| line.split(" > ").next().unwrap().to_owned()).collect();
    assert_eq!(parents, ["Khánh Hòa", "Khánh Hòa", "Ninh Thuận"]);
}

#[test]
fn a_syllable_of_a_place_is_no_verb() {
    let text = "Sản lượng chè: xã Tân Lập đạt 310 tấn, xã Bản Mế đạt 190 tấn.";
    assert_eq!(lines(text), ["Tân Lập > Sản lượng chè 310", "Bản Mế > Sản lượng chè 190"]);
}

#[test]
fn a_piece_that_repeats_the_noun_replaces_the_object() {
    let text =
        "Huy động trẻ nhà trẻ ra lớp đạt 41,2%, trẻ mẫu giáo đạt 98,3%, riêng trẻ 5 tuổi đạt 100%.";
    assert_eq!(
        lines(text),
        [
            " > Huy động trẻ nhà trẻ ra lớp 41.2",
            " > Huy động trẻ mẫu giáo ra lớp 98.3",
            " > Huy động trẻ 5 tuổi ra lớp 100",
        ]
    );
}
