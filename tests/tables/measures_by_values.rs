//! Headings that are those of measures by what is above or below them: units in the line above,
//! rates that are the share of a count, goods with their price, nouns of what is counted.

use crate::description::{full_name, open};

/// Each indicator of the datasets: its place, name with its parents, actual and unit.
fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for dataset in &open(text).datasets {
        let place = dataset.place.named().unwrap_or("-");
        lines.extend(dataset.indicators.iter().map(|one| {
            let unit = one.unit.as_deref().unwrap_or("-");
            format!("{place}|{}|{}|{unit}", full_name(&one), one.figure().unwrap_or_default())
        }));
    }
    lines
}

#[test]
fn a_unit_alone_above_the_headings_is_that_of_the_measures() {
    for names in ["", "Chỉ tiêu", "Ngành"] {
        let table = format!(
            "VỐN ĐẦU TƯ THEO NGÀNH NĂM 2023\n;;;Tỷ đồng\n\
             {names};Số dự án mới (Dự án);Vốn đăng ký mới;Tổng vốn đăng ký\n\
             Dệt may;14;310,5;402,25\nDa giày;6;88;91,5\n"
        );
        let found = lines(&table);
        assert_eq!(found.len(), 6, "{names}: {found:?}");
        assert_eq!(found[0], "-|Dệt may – Số dự án mới|14|Dự án", "{names}");
        assert_eq!(found[1], "-|Dệt may – Vốn đăng ký mới|310.5|Tỷ đồng", "{names}");
        assert_eq!(found[5], "-|Da giày – Tổng vốn đăng ký|91.5|Tỷ đồng", "{names}");
    }
}

#[test]
fn a_unit_above_headings_of_two_levels_or_next_to_a_note_is_that_of_the_measures() {
    let levels = ";;;Tỷ đồng\n;Vốn đăng ký;;Số dự án\n;Mới;Thêm;\nDệt may;310,5;20,5;14\nDa giày;88;7,25;6\n";
    assert_eq!(
        lines(levels)[..3],
        [
            "-|Dệt may – Vốn đăng ký · Mới|310.5|Tỷ đồng",
            "-|Dệt may – Vốn đăng ký · Thêm|20.5|Tỷ đồng",
            "-|Dệt may – Số dự án|14|-",
        ]
    );
    let noted = "ĐVT: Tỷ đồng\nChỉ tiêu;Vốn mới;Vốn thêm;Ghi chú\nDệt may;310,5;20,5;sơ bộ\nDa giày;88;7,25;\n";
    assert_eq!(lines(noted)[1], "-|Dệt may – Vốn thêm|20.5|Tỷ đồng");
}

#[test]
fn each_of_several_units_above_the_headings_is_of_the_columns_from_it_on() {
    let table = "ĐẦU TƯ NĂM 2023\n;Dự án;Triệu đồng;\n;Công trình khởi công;Vốn đầu tư;Vốn còn thiếu\n\
                 Giao thông;12;10,1;4,4\nThủy lợi;9;8,3;3,7\n";
    assert_eq!(
        lines(table)[..3],
        [
            "-|Giao thông – Công trình khởi công|12|Dự án",
            "-|Giao thông – Vốn đầu tư|10.1|Triệu đồng",
            "-|Giao thông – Vốn còn thiếu|4.4|Triệu đồng",
        ]
    );
}

#[test]
fn a_rate_that_is_the_share_of_a_count_is_named_after_it() {
    let poor = "Xã;Tổng số hộ;Số hộ nghèo;Tỷ lệ (%);Số hộ cận nghèo;Tỷ lệ (%)\n\
                Xã Lộc An;640;32;5,0;48;7,5\nXã Lộc Bình;910;12;1,32;30;3,3\n";
    assert_eq!(
        lines(poor)[..5],
        [
            "Xã Lộc An|Tổng số hộ|640|-",
            "Xã Lộc An|Số hộ nghèo|32|-",
            "Xã Lộc An|Tỷ lệ hộ nghèo|5.0|%",
            "Xã Lộc An|Số hộ cận nghèo|48|-",
            "Xã Lộc An|Tỷ lệ hộ cận nghèo|7.5|%",
        ]
    );
    // What is counted is not some of what the whole counts.
    let working = "Xã;Tổng số lao động;Số người có việc;Tỷ lệ (%)\n\
                   Xã Lộc An;250;200;80\nXã Lộc Bình;120;108;90\n";
    assert_eq!(lines(working)[2], "Xã Lộc An|Số người có việc › Tỷ lệ|80|%");
    // The rows may be anything.
    let groups = "Dân tộc;Tổng số hộ;Số hộ nghèo;Tỷ lệ (%)\nTày;160;24;15\nNùng;210;21;10\n";
    assert_eq!(lines(groups)[2], "-|Tày – Tỷ lệ hộ nghèo|15|%");
}

#[test]
fn the_rate_of_a_part_that_is_reached_is_its_share_of_the_total() {
    for (whole, part, share) in [
        ("Tổng số chỉ tiêu", "Số chỉ tiêu đạt", "Tỷ lệ chỉ tiêu đạt"),
        ("Tổng số tiêu chí", "Số tiêu chí đạt", "Tỷ lệ tiêu chí đạt"),
        ("Tổng số xóm", "Số xóm đạt chuẩn văn hóa", "Tỷ lệ xóm đạt chuẩn văn hóa"),
        ("Tổng số hộ", "Hộ nghèo", "Tỷ lệ hộ nghèo"),
        ("Tổng số hồ sơ", "Đúng hạn", "Đúng hạn › Tỷ lệ"),
    ] {
        for rate in ["Tỷ lệ (%)", "Tỷ lệ đạt (%)"] {
            let text = format!(
                "TT;Xã;{whole};{part};{rate}\n1;Xã Lộc An;48;45;93,8\n2;Xã Lộc Bình;48;40;83,3\n\
                 3;Xã Lộc Thủy;48;36;75,0\n"
            );
            let found = lines(&text);
            assert_eq!(found.len(), 9, "{found:?}");
            let expected = [
                format!("Xã Lộc An|{whole}|48|-"),
                format!("Xã Lộc An|{part}|45|-"),
                format!("Xã Lộc An|{share}|93.8|%"),
            ];
            assert_eq!(found[..3], expected);
            let all = open(&text);
            let mut each = all.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
            assert!(each.all(|one| one.changes.is_empty()));
        }
    }
}

#[test]
fn a_total_is_no_period_that_a_rate_compares_with() {
    let text = "TT;Xã;Tổng số chỉ tiêu;Số chỉ tiêu đạt;So sánh (%)\n\
                1;Xã Lộc An;48;45;93,8\n2;Xã Lộc Bình;48;40;83,3\n3;Xã Lộc Thủy;48;36;75,0\n";
    let all = open(text);
    let mut each = all.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    assert!(each.all(|one| one.changes.is_empty()));
}

#[test]
fn a_rate_that_no_count_explains_compares_something_unknown() {
    let others =
        "Xã;Tổng số hộ;Số hộ nghèo;Tỷ lệ (%)\nXã Lộc An;640;32;71\nXã Lộc Bình;910;12;64\n";
    let alone = "Xã;Số hộ nghèo;Tỷ lệ (%)\nXã Lộc An;32;5,0\nXã Lộc Bình;12;1,32\n";
    // Nothing is any share of anything.
    let none = "Xã;Tổng số hộ;Số hộ nghèo;Tỷ lệ (%)\nXã Lộc An;640;0;0\nXã Lộc Bình;910;0;0\n";
    for table in [others, alone, none] {
        assert!(lines(table).iter().all(|line| !line.contains("Tỷ lệ")), "{:?}", lines(table));
        assert!(!open(table).findings.is_empty());
    }
}

#[test]
fn the_price_of_goods_and_their_cost_are_measures_next_to_the_quantity() {
    let table = "MUA SẮM NĂM 2023\nĐơn vị tính: nghìn đồng\nTên hàng;Số lượng;Đơn giá;Thành tiền\n\
                 Máy in;3;4.150;12.450\nMáy chiếu;2;9.300;18.600\n";
    assert_eq!(
        lines(table)[..3],
        [
            "-|Máy in – Số lượng|3|-",
            "-|Máy in – Đơn giá|4150|nghìn đồng",
            "-|Máy in – Thành tiền|12450|nghìn đồng",
        ]
    );
    // A column of units is that of the quantity.
    let of_units = "TT;Tên hàng;ĐVT;Số lượng;Đơn giá;Thành tiền\n\
                    1;Máy in;chiếc;3;4.150;12.450\n2;Giấy;ram;20;71;1.420\n";
    assert_eq!(
        lines(of_units)[3..],
        ["-|Giấy – Số lượng|20|ram", "-|Giấy – Đơn giá|71|-", "-|Giấy – Thành tiền|1420|-",]
    );
}

#[test]
fn nouns_of_what_is_counted_are_indicators_of_places() {
    for title in ["", "QUY MÔ GIÁO DỤC NĂM 2023\n"] {
        let table =
            format!("{title}Huyện;Trường;Lớp;Học sinh\nBa Bể;31;402;9.870\nNa Rì;28;377;8.455\n");
        assert_eq!(
            lines(&table)[..3],
            ["Ba Bể|Trường|31|-", "Ba Bể|Lớp|402|-", "Ba Bể|Học sinh|9870|-"]
        );
    }
}
