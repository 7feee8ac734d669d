//! Tables whose columns are measures of what their rows name: "Cây trồng | Diện tích (ha) | Sản lượng (tấn)".

use crate::description::{full_name, open};
use chitieu::dataset::{self, Opened};

/// Each indicator of the first dataset: its name, actual and unit.
fn indicators(text: &str) -> Vec<String> {
    let opened = open(text);
    let dataset = opened.datasets.first().unwrap();
    let line = |one: chitieu::model::Indicator| {
        let unit = one.unit.as_deref().unwrap_or("-");
        format!("{}|{}|{unit}", one.name, one.figure().unwrap_or_default())
    };
    dataset.indicators.iter().map(line).collect()
}

#[test]
fn measures_with_units_need_no_word_for_a_result() {
    let table = "SẢN XUẤT NÔNG NGHIỆP TỈNH AN GIANG NĂM 2023\n\
                 STT;Loại cây;Diện tích gieo trồng (ha);Năng suất (tạ/ha);Sản lượng (tấn)\n\
                 1;Khoai lang;1.250;61,4;7.675\n2;Đậu tương;830;17,2;1.428\n";
    assert_eq!(
        indicators(table),
        [
            "Khoai lang – Diện tích gieo trồng|1250|ha",
            "Khoai lang – Năng suất|61.4|tạ/ha",
            "Khoai lang – Sản lượng|7675|tấn",
            "Đậu tương – Diện tích gieo trồng|830|ha",
            "Đậu tương – Năng suất|17.2|tạ/ha",
            "Đậu tương – Sản lượng|1428|tấn",
        ]
    );
    let opened = open(table);
    assert_eq!(opened.datasets[0].period.to_string(), "năm 2023");
}

#[test]
fn one_measure_next_to_names_needs_no_word_for_a_result() {
    let sums =
        "STT;Nội dung chi;Số tiền (triệu đồng)\n1;Mua sắm thiết bị;415\n2;Sửa chữa trụ sở;1.260\n";
    assert_eq!(
        indicators(sums),
        ["Mua sắm thiết bị|415|triệu đồng", "Sửa chữa trụ sở|1260|triệu đồng"]
    );
    let bare = "Khoản chi;Số tiền\nHội nghị;37\nCông tác phí;52\n";
    assert_eq!(indicators(bare), ["Hội nghị|37|-", "Công tác phí|52|-"]);
    let planned = "DỰ TOÁN CHI NĂM 2026\nNội dung;Số tiền\nHội nghị;37\nCông tác phí;52\n";
    let dataset = &open(planned).datasets[0];
    let plans = dataset.indicators.iter().map(|one| one.plan.is_some() && one.actual.is_none());
    assert_eq!(plans.collect::<Vec<_>>(), [true, true]);
}

#[test]
fn rows_are_named_by_their_only_measure_unless_it_is_a_sum_of_money() {
    let needs = "Dự án;Nhu cầu vốn (tỷ đồng)\nCầu Nà Mu;34\nKè suối Khuổi;8,5\n";
    assert_eq!(
        indicators(needs),
        ["Cầu Nà Mu – Nhu cầu vốn|34|tỷ đồng", "Kè suối Khuổi – Nhu cầu vốn|8.5|tỷ đồng"]
    );
    let communes = "Tên xã;Số hộ nghèo\nHà Hiệu;57\nĐịa Linh;41\n";
    let opened = open(communes);
    let found = opened.datasets.iter().map(|of| (of.place.name().to_owned(), of.indicators.len()));
    assert_eq!(found.collect::<Vec<_>>(), [("Hà Hiệu".to_owned(), 1), ("Địa Linh".to_owned(), 1)]);
}

#[test]
fn numbers_that_count_nothing_are_no_measure() {
    for numbers in [
        "Họ tên;Số điện thoại\nLê An;912345678\nTrần Bình;987654321\n",
        "Nội dung;Trang\nMở đầu;1\nKết luận;30\n",
    ] {
        let opened = dataset::read("bieu.csv", numbers.as_bytes(), None);
        let has_value = |opened: &Opened| {
            opened.datasets.iter().any(|of| of.indicators.iter().any(|one| one.actual.is_some()))
        };
        assert!(!opened.as_ref().is_ok_and(has_value), "{numbers}");
    }
}

#[test]
fn counts_need_no_unit() {
    let table = "GIÁO DỤC TỈNH SƠN LA NĂM HỌC 2023-2024\nBậc học;Số trường;Số lớp;Số học sinh\n\
                 Mầm non;142;1.610;50.220\nTiểu học;171;3.020;84.110\n";
    let found = indicators(table);
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found[0], "Mầm non – Số trường|142|-");
    assert_eq!(found[5], "Tiểu học – Số học sinh|84110|-");
}

#[test]
fn the_column_of_units_is_of_the_measure_without_one() {
    let table = "XUẤT KHẨU TỈNH LONG AN NĂM 2023\nHàng hóa;ĐVT;Lượng;Trị giá (nghìn USD)\n\
                 Thanh long;Tấn;41.200;35.870\nGiày dép;Nghìn đôi;9.100;71.450\n";
    assert_eq!(
        indicators(table),
        [
            "Thanh long – Lượng|41200|Tấn",
            "Thanh long – Trị giá|35870|nghìn USD",
            "Giày dép – Lượng|9100|Nghìn đôi",
            "Giày dép – Trị giá|71450|nghìn USD",
        ]
    );
}

#[test]
fn next_to_plans_the_column_of_units_is_of_the_measure_without_one() {
    let table = "XUẤT KHẨU TỈNH LONG AN NĂM 2023\n\
                 Hàng hóa;ĐVT;Kế hoạch · Lượng;Kế hoạch · Trị giá (nghìn USD);Thực hiện · Lượng;Thực hiện · Trị giá (nghìn USD)\n\
                 Thanh long;Tấn;40.000;30.000;41.200;35.870\nHạt điều;Tấn;8.000;52.000;9.100;71.450\n";
    assert_eq!(
        indicators(table),
        [
            "Thanh long – Lượng|41200|Tấn",
            "Thanh long – Trị giá|35870|nghìn USD",
            "Hạt điều – Lượng|9100|Tấn",
            "Hạt điều – Trị giá|71450|nghìn USD",
        ]
    );
}

#[test]
fn columns_of_numbers_that_name_no_measure_are_no_table() {
    let table =
        "DANH SÁCH CÁN BỘ\nHọ và tên;Mã;Phòng\nNguyễn Văn Bình;1204;3\nTrần Thị Cúc;1205;4\n";
    assert!(dataset::read("bieu.csv", table.as_bytes(), None).is_err());
}

#[test]
fn a_unit_is_of_its_own_measure_only() {
    let table = "ĐẦU TƯ NƯỚC NGOÀI TỈNH HƯNG YÊN NĂM 2023\nĐối tác;Số dự án;Vốn đăng ký (triệu USD)\n\
                 Thái Lan;17;210,4\nẤn Độ;6;38,9\n";
    assert_eq!(
        indicators(table)[..2],
        ["Thái Lan – Số dự án|17|-", "Thái Lan – Vốn đăng ký|210.4|triệu USD"]
    );
}

#[test]
fn a_measure_below_so_sanh_is_no_base() {
    let table = "XUẤT KHẨU TỈNH LONG AN NĂM 2023\n\
                 Hàng hóa;Năm 2023 · Lượng (tấn);Năm 2023 · Trị giá (nghìn USD);Năm 2022 · Lượng (tấn);Năm 2022 · Trị giá (nghìn USD);So sánh (%) · Lượng;So sánh (%) · Trị giá\n\
                 Thanh long;40.000;30.000;32.000;25.000;125,0;120,0\n\
                 Hạt điều;9.000;81.000;10.000;90.000;90,0;90,0\n";
    let opened = open(table);
    let value = opened.datasets[0].indicators.iter().nth(1).unwrap();
    let change = &value.changes[0];
    assert_eq!(change.amount.to_string(), "20.0");
    assert_eq!(change.period, "năm 2022");
}

#[test]
fn one_count_of_places_names_the_indicator() {
    let table = "NÔNG THÔN MỚI HUYỆN CHỢ MỚI NĂM 2023\nTT;Xã;Số tiêu chí đạt\n1;Xã Yên Hân;14\n2;Xã Cao Kỳ;19\n";
    let opened = open(table);
    let places: Vec<_> = opened.datasets.iter().map(|one| one.place.name().to_string()).collect();
    assert_eq!(places, ["Xã Yên Hân", "Xã Cao Kỳ"]);
    assert_eq!(indicators(table), ["Số tiêu chí đạt|14|-"]);
}

#[test]
fn counts_in_communes_below_don_vi_are_indicators() {
    let table = "RÀ SOÁT HỘ NGHÈO NĂM 2023\nTT;Đơn vị;Tổng số hộ;Hộ nghèo cuối năm;;Số hộ thoát nghèo\n\
                 ;;;Số hộ;Tỷ lệ (%);\n1;Xã Hòa Mục;940;210;22,34;31\n2;Xã Thanh Vận;1.105;165;14,93;18\n";
    let opened = open(table);
    let places: Vec<_> = opened.datasets.iter().map(|one| one.place.name().to_string()).collect();
    assert_eq!(places, ["Xã Hòa Mục", "Xã Thanh Vận"]);
    let found = indicators(table);
    assert!(found.contains(&"Tổng số hộ|940|-".to_owned()), "{found:?}");
    assert!(found.contains(&"Số hộ thoát nghèo|31|-".to_owned()), "{found:?}");
}

#[test]
fn a_measure_is_named_by_the_first_column_that_names_it() {
    let table = "KẾT QUẢ QUÝ I NĂM 2024 HUYỆN PÁC NẶM\nTT;Chỉ tiêu;ĐVT;KH năm 2024;Thực hiện Thực hiquý I;o KH năm (%)\n\
                 1;Trồng rừng;ha;150;30;27,0\n2;Tỷ lệ hộ nghèo;%;16,2;;\n";
    for one in open(table).datasets[0].indicators.iter() {
        assert_ne!(one.note.as_deref(), Some(""), "{}", one.name);
        assert!(!one.name.ends_with('–') && !one.name.ends_with("– "), "{}", one.name);
    }
}

#[test]
fn a_rate_next_to_counts_is_one_of_the_measures() {
    let table = "GIÁO DỤC TỈNH SƠN LA NĂM 2023\nBậc học;Số trường;Số học sinh;Tỷ lệ trường đạt chuẩn (%)\n\
                 Mầm non;142;50.220;61,3\nTiểu học;171;84.110;72,5\n";
    let found = indicators(table);
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found[0], "Mầm non – Số trường|142|-");
    assert!(found[2].starts_with("Mầm non – Tỷ lệ trường đạt chuẩn|61.3"), "{found:?}");
}

#[test]
fn a_plan_is_of_the_band_that_it_is_below() {
    let table = "THU CHI CÁC ĐƠN VỊ NĂM 2023\n;Thu ngân sách (tỷ đồng);;Giải ngân (tỷ đồng);\n\
                 Nội dung;Dự toán;Thực hiện;Kế hoạch vốn;Đã giải ngân\n\
                 Khối văn hóa;265;159;140;77\nKhối y tế;210;215;120;99\n";
    let opened = open(table);
    let all: Vec<_> = opened.datasets[0].indicators.iter().collect();
    let plan = |at: usize| match all[at].plan.as_ref().and_then(|plan| plan.target()) {
        Some(chitieu::model::Target::Value(value)) => value.to_string(),
        _ => String::new(),
    };
    assert_eq!(indicators(table)[0], "Khối văn hóa – Thu ngân sách|159|tỷ đồng");
    assert_eq!(indicators(table)[1], "Khối văn hóa – Giải ngân|77|tỷ đồng");
    assert_eq!((plan(0), plan(1)), ("265".to_owned(), "140".to_owned()));
}

/// The names of the indicators of the first dataset, with their parents.
fn names(text: &str) -> Vec<String> {
    let opened = open(text);
    opened.datasets.first().unwrap().indicators.iter().map(|one| full_name(&one)).collect()
}

#[test]
fn a_name_keeps_words_that_look_like_a_plan_or_a_result() {
    let below = "Xã;Giao khoán rừng (ha);;Thực hiện an sinh (hộ);;Kế hoạch hóa dân số (người);\n\
        ;Chỉ tiêu;Kết quả;Chỉ tiêu;Kết quả;Chỉ tiêu;Kết quả\n\
        Xã Lộc An;310;305;44;46;120;118\nXã Lộc Bình;215;220;31;30;97;99\n";
    assert_eq!(names(below), ["Giao khoán rừng", "Thực hiện an sinh", "Kế hoạch hóa dân số"]);
    let alone = "Xã;Giao rừng (ha);Thu hồi rừng (ha);Ước tính thiệt hại (triệu đồng)\n\
        Xã Lộc An;14,2;3,1;40\nXã Lộc Bình;9,6;2,7;55\n";
    assert_eq!(names(alone), ["Giao rừng", "Thu hồi rừng", "Ước tính thiệt hại"]);
    assert_eq!(indicators(alone)[0], "Giao rừng|14.2|ha");
    // A word for a plan alone is none of the name.
    let plans = "Xã;KH trồng rừng (ha);TH trồng rừng (ha);Số hộ\nXã Lộc An;50;48;12\nXã Lộc Bình;60;61;15\n";
    assert_eq!(names(plans), ["trồng rừng", "Số hộ"]);
}

#[test]
fn what_is_disbursed_is_of_what_is_planned() {
    let text = "Xã;Dự toán kinh phí (triệu đồng);Kinh phí đã giải ngân (triệu đồng)\n\
        Xã Lộc An;310;296\nXã Lộc Bình;250;250\n";
    let found = names(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(!found[0].ends_with("đã"), "{found:?}");
}

#[test]
fn the_plan_of_a_year_below_a_group_is_of_its_indicator() {
    for (plan, actual) in [("KH năm", "TH"), ("KH quý", "TH quý"), ("KH năm", "TH 6 tháng")] {
        let text = format!(
            "KẾT QUẢ 6 THÁNG NĂM 2022\nXã;Nuôi tôm (ha);;Nuôi cá (ha);\n;{plan};{actual};{plan};{actual}\n\
             Xã Lộc An;210;150;80;42\nXã Lộc Bình;160;90;75;40\n"
        );
        assert_eq!(names(&text), ["Nuôi tôm", "Nuôi cá"], "{plan} {actual}");
    }
}

#[test]
fn a_rate_next_to_the_counts_of_the_same_is_a_measure_too() {
    let text = "HỘ NGHÈO THEO DÂN TỘC NĂM 2024;;;;\n\
                STT;Dân tộc;Tổng số hộ;Số hộ nghèo;Tỷ lệ hộ nghèo (%)\n\
                1;Tày;20.140;1.007;5,00\n2;Nùng;18.500;1.110;6,00\n";
    let expected =
        ["Tày – Tổng số hộ|20140|-", "Tày – Số hộ nghèo|1007|-", "Tày – Tỷ lệ hộ nghèo|5.00|%"];
    assert_eq!(indicators(text)[..3], expected);
}
