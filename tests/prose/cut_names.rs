//! Names that are cut or grow by words which only look like others, or by numbers of something else.

use crate::reports::{lines, rows};

#[test]
fn what_is_complete_is_no_part_of_the_next_name() {
    let found =
        rows("Xã duy trì 19/19 tiêu chí nông thôn mới, đạt 11/19 tiêu chí nông thôn mới nâng cao.");
    let row = found.iter().find(|row| row.count.is_some()).unwrap();
    assert_eq!(row.name, "Tiêu chí nông thôn mới nâng cao", "{found:#?}");
    let found = rows("Toàn tỉnh có 312 sản phẩm OCOP của 231 chủ thể.");
    assert_eq!(found[0].name, "Sản phẩm OCOP");
}

#[test]
fn names_keep_the_words_that_only_look_like_others() {
    for (text, wanted) in [
        ("Số việc chuyển kỳ sau là 267 việc.", "Số việc chuyển kỳ sau"),
        ("Trị giá hàng xuất khẩu đạt 214 triệu USD.", "Trị giá hàng xuất khẩu"),
        ("On-time performance was 88.9 percent.", "On-time performance"),
    ] {
        let found = rows(text);
        assert_eq!((found[0].name.as_str(), found.len()), (wanted, 1), "{text}: {found:#?}");
    }
    let text =
        "Toàn huyện có 74 ca mắc sởi, trong đó Long Thành 33 ca, Phú Quý 27 ca, Thành Công 14 ca.";
    let names: Vec<String> = rows(text).into_iter().skip(1).map(|row| row.name).collect();
    assert_eq!(names, ["Long Thành", "Phú Quý", "Thành Công"]);
}

#[test]
fn a_share_of_two_kinds_of_things_names_both() {
    for (text, wanted) in [
        (
            "98% cán bộ, công chức được tập huấn kỹ năng số.",
            "Cán bộ, công chức được tập huấn kỹ năng số 98 %",
        ),
        (
            "97% học sinh, sinh viên tham gia bảo hiểm y tế.",
            "Học sinh, sinh viên tham gia bảo hiểm y tế 97 %",
        ),
        (
            "95% cán bộ, đảng viên được học tập nghị quyết.",
            "Cán bộ, đảng viên được học tập nghị quyết 95 %",
        ),
        (
            "90% hộ dân, cơ quan phân loại rác tại nguồn.",
            "Hộ dân, cơ quan phân loại rác tại nguồn 90 %",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
    // The second one has a figure of its own.
    let text = "91% học sinh đạt chuẩn, giáo viên đạt 95%.";
    assert_eq!(lines(text)[0], "Học sinh đạt chuẩn 91 %");
}

#[test]
fn a_target_programme_is_no_target() {
    for (text, wanted) in [
        (
            "Đã giải ngân 950/1.020 tỷ đồng vốn các chương trình mục tiêu quốc gia, đạt 93,1% kế hoạch.",
            "Giải ngân vốn các chương trình mục tiêu quốc gia 950 tỷ đồng target Value(1020) 93.1% of plan",
        ),
        (
            "Giải ngân 214 tỷ đồng vốn chương trình mục tiêu quốc gia giảm nghèo bền vững.",
            "Giải ngân vốn chương trình mục tiêu quốc gia giảm nghèo bền vững 214 tỷ đồng",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn what_is_left_out_of_a_figure_is_in_its_name() {
    for (text, wanted) in [
        (
            "Thu nội địa đạt 18.000 tỷ đồng. Trừ tiền sử dụng đất, thu nội địa đạt 16.720 tỷ đồng.",
            &["Thu nội địa 18000 tỷ đồng", "Thu nội địa (trừ tiền sử dụng đất) 16720 tỷ đồng"][..],
        ),
        (
            "Không kể xổ số kiến thiết, thu ngân sách đạt 4.100 tỷ đồng, tăng 6%.",
            &["Thu ngân sách (không kể xổ số kiến thiết) 4100 tỷ đồng +6%"],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn a_group_set_apart_has_the_measure_of_the_whole() {
    for (text, wanted) in [
        (
            "Công suất phòng bình quân đạt 71%, riêng khối 4 - 5 sao đạt 82%.",
            ["Công suất phòng bình quân 71 %", "Công suất phòng bình quân > Khối 4 - 5 sao 82 %"],
        ),
        (
            "Thời gian lưu trú bình quân đạt 2,1 ngày, riêng khách quốc tế đạt 3,4 ngày.",
            [
                "Thời gian lưu trú bình quân 2.1 ngày",
                "Thời gian lưu trú bình quân > Khách quốc tế 3.4 ngày",
            ],
        ),
        (
            "Thu nhập bình quân đạt 61 triệu đồng, riêng tỷ lệ hộ nghèo còn 2%.",
            ["Thu nhập bình quân 61 triệu đồng", "Tỷ lệ hộ nghèo 2 %"],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}
