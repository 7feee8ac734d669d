//! Names that are cut or grow by words which only look like others, or by numbers of something else.

use crate::reports::{lines, number, rows, rows_of, sure, valued};

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

#[test]
fn the_document_by_which_something_is_done_is_no_part_of_its_name() {
    for (text, wanted) in [
        (
            "Cho vay phát triển nông nghiệp, nông thôn theo Nghị định 41/2010/NĐ-CP và Nghị định \
             55/2015/NĐ-CP đạt 3.420 tỷ đồng.",
            "Cho vay phát triển nông nghiệp, nông thôn",
        ),
        ("Số hộ được hỗ trợ theo Nghị quyết số 12/2021/NQ-HĐND là 815 hộ.", "Số hộ được hỗ trợ"),
        ("Diện tích lúa theo cơ cấu giống đạt 4.310 ha.", "Diện tích lúa theo cơ cấu giống"),
    ] {
        assert_eq!(rows(text)[0].name, wanted, "{text}");
    }
    // Within a name it may have taken words from it.
    let text = "Hỗ trợ tiền thuê trọ theo Quyết định số 08/2022/QĐ-TTg cho 950 lao động.";
    assert!(!sure(&rows(text)[0]));
}

#[test]
fn what_something_was_done_to_is_kept_before_the_verb() {
    for (text, wanted) in [
        ("Thu hồi nợ đã xử lý rủi ro đạt 31,5 tỷ đồng.", "Thu hồi nợ đã xử lý rủi ro"),
        ("Nợ đã bán cho VAMC thu hồi 14 tỷ đồng.", "Nợ đã bán cho VAMC thu hồi"),
        // Who does it is left out.
        ("Bộ phận một cửa đã tiếp nhận 1.250 hồ sơ.", "Tiếp nhận hồ sơ"),
    ] {
        assert_eq!(rows(text)[0].name, wanted, "{text}");
    }
}

#[test]
fn things_that_are_counted_together_are_named_together() {
    for (text, wanted) in [
        ("Có 17 tuyến đường xã và cầu tạm bị hư hỏng.", "Tuyến đường xã và cầu tạm bị hư hỏng"),
        (
            "Đã có 140 doanh nghiệp và hộ kinh doanh tham gia chương trình.",
            "Doanh nghiệp và hộ kinh doanh tham gia chương trình",
        ),
        // The verb begins what was done next.
        ("Phát hiện 26 vụ và xử phạt 412 triệu đồng.", "Phát hiện vụ"),
    ] {
        assert_eq!(rows(text)[0].name, wanted, "{text}");
    }
}

#[test]
fn institutions_that_do_the_same_are_not_mixed_up() {
    let text = "Quần thể di tích Tràng An đón 512.000 lượt khách. Các bảo tàng, di tích trên địa bàn đón \
                86.200 lượt khách. Bệnh viện Đa khoa huyện khám 41.300 lượt, bệnh viện Y học cổ truyền \
                khám 9.150 lượt.";
    let owners: Vec<Vec<String>> = rows(text).into_iter().map(|row| row.parents).collect();
    assert_eq!(
        owners,
        [
            ["Quần thể di tích Tràng An"],
            ["Các bảo tàng, di tích"],
            ["Bệnh viện Đa khoa huyện"],
            ["bệnh viện Y học cổ truyền"],
        ]
    );
    let english = rows("The council delivered 64 affordable homes against an annual target of 90.");
    assert_eq!(english[0].name, "Delivered affordable homes");
}

#[test]
fn what_is_new_keeps_the_word_that_says_so() {
    for (text, wanted) in [
        ("Trồng rừng mới đạt 312 ha.", "Trồng rừng mới"),
        ("Diện tích trồng rừng mới đạt 312 ha.", "Diện tích trồng rừng mới"),
        ("Việc làm mới đạt 4.120 người.", "Việc làm mới"),
        // How little there was.
        ("Trồng rừng mới đạt 35% kế hoạch.", "Trồng rừng"),
    ] {
        assert_eq!(rows(text)[0].name, wanted, "{text}");
    }
}

#[test]
fn a_term_and_a_turn_stay_in_the_name() {
    for (text, wanted) in [
        ("Lãi suất cho vay kỳ hạn 6 tháng ở mức 5,2%/năm.", "Lãi suất cho vay kỳ hạn 6 tháng"),
        (
            "Có 512 hộ kinh doanh chuyển từ thuế khoán sang kê khai.",
            "Hộ kinh doanh chuyển từ thuế khoán sang kê khai",
        ),
    ] {
        assert_eq!(rows(text)[0].name, wanted, "{text}");
    }
}

#[test]
fn the_total_of_several_is_not_the_name_of_one_of_them() {
    for (text, wanted) in [
        (
            "Tổng số cán bộ, công chức, viên chức là 2.690 người, trong đó công chức 812 người.",
            "Công chức",
        ),
        (
            "Tổng số bác sĩ, điều dưỡng, hộ sinh là 2.690 người, trong đó bác sĩ 812 người.",
            "Bác sĩ",
        ),
    ] {
        assert_eq!(rows(text)[1].name, wanted, "{text}");
    }
}

#[test]
fn an_office_of_a_place_is_no_name_of_what_it_has_completed() {
    for (text, wanted) in [
        ("Thuế tỉnh đã hoàn thành 321 cuộc thanh tra, kiểm tra.", "Cuộc thanh tra, kiểm tra"),
        ("Công an huyện đã hoàn thành 212 cuộc kiểm tra phòng cháy.", "Cuộc kiểm tra phòng cháy"),
    ] {
        assert_eq!(rows(text)[0].name, wanted, "{text}");
    }
}

#[test]
fn all_of_what_was_added_to_is_not_what_was_added() {
    let title = "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2025 của tỉnh Vĩnh Sơn";
    let text = "Chỉ tiêu chủ yếu:\n\n- Có thêm 6 xã đạt chuẩn nông thôn mới, lũy kế 71 xã.";
    let names: Vec<String> = rows_of(title, text).into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["Xã đạt chuẩn nông thôn mới tăng thêm", "Xã đạt chuẩn nông thôn mới"]);
}

#[test]
fn marks_within_the_name_of_a_branch_do_not_cut_it() {
    for (branch, figure) in [
        ("cung cấp nước, hoạt động quản lý và xử lý rác thải, nước thải", "4.1"),
        ("cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải", "4.1"),
        ("sản xuất và phân phối điện, khí đốt, nước nóng và hơi nước", "4.1"),
        ("bán buôn và bán lẻ; sửa chữa ô tô, mô tô", "4.1"),
    ] {
        let text = format!(
            "Chỉ số sản xuất công nghiệp tăng 7,5%, trong đó: khai khoáng giảm 3,2%; {branch} tăng 4,1%; ngành chế biến tăng 9%."
        );
        let found = rows(&text);
        let figure = number(figure);
        let row = found.iter().find(|row| row.changes.iter().any(|one| one.amount == figure));
        let row = row.unwrap();
        assert_eq!(row.name.to_lowercase(), branch, "{text}");
        assert_eq!(row.parents, ["Chỉ số sản xuất công nghiệp"], "{text}");
    }
    // A figure before the semicolon ends the name.
    let text = "Cung cấp nước tăng 2%; hoạt động quản lý và xử lý rác thải tăng 5%.";
    assert_eq!(rows(text).len(), 2);
}

#[test]
fn words_that_look_like_others_stay_in_names() {
    for (text, figure, name) in [
        ("Tỷ lệ hộ nghèo theo chuẩn mới còn 5,2%.", "5.2", "Tỷ lệ hộ nghèo theo chuẩn mới"),
        ("Chỉ số tính minh bạch đạt 6,1 điểm.", "6.1", "Chỉ số tính minh bạch"),
        (
            "Giải quyết cho 4.120 người hưởng lương hưu và trợ cấp hằng tháng, 9.300 lượt người hưởng trợ cấp một lần.",
            "4120",
            "Giải quyết cho người hưởng lương hưu và trợ cấp hằng tháng",
        ),
        ("Về thị trường, khách Hàn Quốc chiếm 38,5%.", "38.5", "Khách Hàn Quốc"),
    ] {
        assert_eq!(valued(&rows(text), figure, text).name, name, "{text}");
    }
    let text = "Ở nhóm cuối có Quảng Nam (38,9 điểm), Khánh Hòa (38,7 điểm).";
    assert!(rows(text).iter().all(|row| !sure(row)), "{text}");
}

#[test]
fn what_is_said_of_the_second_count_may_be_said_of_the_first() {
    for (text, figure) in [
        ("Có 52 doanh nghiệp và 280 hộ kinh doanh đăng ký mới.", "52"),
        ("Toàn tỉnh có 11 bác sĩ và 34 giường bệnh/vạn dân.", "11"),
    ] {
        assert!(!sure(valued(&rows(text), figure, text)), "{text}");
    }
    let text = "Toàn tỉnh có 52 bệnh viện và 280 trạm y tế.";
    assert!(rows(text).iter().all(sure), "{text}");
}

#[test]
fn places_behind_the_first_of_a_list_have_its_noun() {
    let text = "Về thị trường, khách Hàn Quốc chiếm 38,5%, Trung Quốc chiếm 24%, Nga chiếm 9,1%.";
    assert_eq!(lines(text), ["Khách Hàn Quốc 38.5 %", "Khách Trung Quốc 24 %", "Khách Nga 9.1 %"]);
}
