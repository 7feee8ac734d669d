//! The names, periods and places of the figures of a report, where its words leave something out.

use crate::every::Every;
use crate::reports::{OPTIONS, rows, rows_of, sure, valued};
use chitieu::dataset::import;
use chitieu::model::Dataset;

fn dataset(title: &str, text: &str) -> Dataset {
    import("report.txt", format!("{title}\n\n{text}\n").as_bytes(), &OPTIONS).unwrap().dataset
}

/// Each text with a figure, and the name and the last parent of its indicator.
fn assert_names(title: &str, cases: &[(&str, &str, &str, &str)]) {
    for (text, figure, name, parent) in cases {
        let found = rows_of(title, text);
        let row = valued(&found, figure, text);
        let own = row.parents.last().map(|own| own.to_lowercase()).unwrap_or_default();
        assert_eq!((row.name.as_str(), own.as_str()), (*name, *parent), "{text}");
        assert!(sure(row), "{text}: {:?}", row.review);
    }
}

const TITLE: &str = "Kinh tế tỉnh Vĩnh Sơn năm 2024";

#[test]
fn items_of_a_list_have_the_words_that_they_leave_out() {
    let schools =
        "Tỷ lệ học sinh học 2 buổi/ngày ở bậc mầm non là 97,2%, tiểu học 88,5%, THCS đạt 41,6%.";
    let waste = "Tỷ lệ hộ dùng nước sạch khu vực đô thị đạt 96,4%, ở nông thôn mới đạt 61,8%.";
    let lanes = "Tỷ lệ tờ khai luồng xanh 58,1%, luồng vàng 37,6% và luồng đỏ 4,3%.";
    let women = "Nữ cấp ủy viên cấp tỉnh chiếm 18,2%, cấp huyện 19,5%, cấp xã 24,1%.";
    assert_names(
        TITLE,
        &[
            (waste, "61.8", "Tỷ lệ hộ dùng nước sạch khu vực nông thôn", ""),
            (lanes, "37.6", "Tỷ lệ tờ khai luồng vàng", ""),
            (lanes, "4.3", "Tỷ lệ tờ khai luồng đỏ", ""),
            (women, "24.1", "Nữ cấp ủy viên cấp xã", ""),
        ],
    );
    let found = rows(schools);
    assert!(valued(&found, "88.5", schools).name.ends_with("ở bậc tiểu học"));
    assert!(valued(&found, "41.6", schools).name.ends_with("ở bậc THCS"));
    // Where it is unclear which words are left out, it is to be reviewed.
    let text = "Tỷ lệ hộ có nhà tiêu hợp vệ sinh 91,3%, chuồng trại 68,4%.";
    assert!(!sure(valued(&rows(text), "68.4", text)), "{text}");
}

#[test]
fn a_measure_without_a_noun_has_what_it_measures_as_parent() {
    assert_names(
        TITLE,
        &[
            (
                "Trong đó ngô 310 ha, năng suất 47,2 tạ/ha, sản lượng 1.460 tấn.",
                "1460",
                "Sản lượng",
                "ngô",
            ),
            (
                "Xử phạt 37 cơ sở với tổng số tiền 412 triệu đồng.",
                "412",
                "Tổng số tiền",
                "xử phạt cơ sở",
            ),
            (
                "Nạo vét 96 km kênh mương, kinh phí 18,3 tỷ đồng.",
                "18.3",
                "Kinh phí",
                "nạo vét kênh mương",
            ),
            (
                "Xuất khẩu chè đạt 2.150 tấn, trị giá 4,7 triệu USD.",
                "4.7",
                "Trị giá",
                "xuất khẩu chè",
            ),
        ],
    );
}

#[test]
fn parts_end_with_their_whole() {
    for (text, figure, parent) in [
        (
            "Thu ngân sách đạt 910 tỷ đồng, trong đó tiền sử dụng đất 240 tỷ đồng; chi ngân sách 870 tỷ đồng.",
            "870",
            None,
        ),
        (
            "Kim ngạch đạt 3,1 tỷ USD, trong đó xuất khẩu 1,9 tỷ USD (tăng 8%), nhập khẩu 1,2 tỷ USD (tăng 5%).",
            "1.2",
            Some("Kim ngạch"),
        ),
        (
            "Vốn đầu tư 910 tỷ đồng, trong đó: vốn trung ương 300 tỷ đồng; vốn địa phương 610 tỷ đồng.",
            "610",
            Some("Vốn đầu tư"),
        ),
        ("Khách nội địa 910 nghìn lượt, riêng khách lưu trú 402 nghìn lượt.", "402", None),
    ] {
        let found = rows(text);
        let parent = parent.map(str::to_owned);
        assert_eq!(valued(&found, figure, text).parents.first().cloned(), parent, "{text}");
    }
}

#[test]
fn names_have_their_head_or_are_reviewed() {
    assert_names(
        TITLE,
        &[
            (
                "Án hình sự thụ lý 812 vụ, đã giải quyết 760 vụ.",
                "760",
                "Giải quyết vụ",
                "án hình sự",
            ),
            (
                "Có 640 thôn, tổ dân phố đạt chuẩn văn hóa.",
                "640",
                "Thôn, tổ dân phố đạt chuẩn văn hóa",
                "",
            ),
            (
                "Xử phạt 29 tổ chức, cá nhân với số tiền 1,8 tỷ đồng.",
                "29",
                "Xử phạt tổ chức, cá nhân",
                "",
            ),
            ("Có 7 ca dương tính với sởi.", "7", "Ca dương tính", ""),
            ("Thành lập mới 26 công đoàn cơ sở.", "26", "Thành lập mới công đoàn cơ sở", ""),
            (
                "Tai nạn giao thông đường bộ (từ ngày 15/12/2023 đến 14/3/2024): xảy ra 133 vụ.",
                "133",
                "Tai nạn giao thông đường bộ",
                "",
            ),
            (
                "Tổng vốn đăng ký cấp mới, điều chỉnh và góp vốn, mua cổ phần đạt 512 triệu USD.",
                "512",
                "Tổng vốn đăng ký cấp mới, điều chỉnh và góp vốn, mua cổ phần",
                "",
            ),
            ("Tổn thất điện năng 4,71%.", "4.71", "Tổn thất điện năng", ""),
            ("BHYT: 918.000 người.", "918000", "BHYT", ""),
        ],
    );
    for (text, figure) in [("Phát hiện 133 vụ với 240 đối tượng.", "133"), ("Trồng 52 ha.", "52")]
    {
        assert!(!sure(valued(&rows(text), figure, text)), "{text}");
    }
    let row = &rows("Phấn đấu giảm tỷ lệ hộ nghèo 3%.")[0];
    assert_eq!(row.name, "Giảm tỷ lệ hộ nghèo");
    // A place in a ranking of what is not named.
    assert!(!sure(&rows("Hậu Giang đứng thứ 8 bảng xếp hạng.")[0]));
}

#[test]
fn units_are_those_that_are_counted() {
    for (text, figure, unit) in [
        ("Sản lượng giày dép đạt 31,5 triệu đôi.", "31.5", "triệu đôi"),
        ("Luân chuyển hành khách đạt 2.870 triệu lượt khách.km.", "2870", "triệu lượt khách.km"),
        ("Tổng số việc phải thi hành là 15.300 việc.", "15300", "việc"),
        ("Tổng tỷ suất sinh là 2,08 con/phụ nữ.", "2.08", "con/phụ nữ"),
        ("Giá lúa OM 5451 là 7.150 đồng/kg.", "7150", "đồng/kg"),
    ] {
        assert_eq!(valued(&rows(text), figure, text).unit.as_deref(), Some(unit), "{text}");
    }
    for (text, figure, unit) in [
        ("Retail sales hit VND92.4 trillion, up 8.1 per cent.", "92.4", "VND trillion"),
        ("The average coffee price was US$4,310 per tonne.", "4310", "US$ per tonne"),
        ("The average yield was 5.92 tonnes per hectare.", "5.92", "tonnes per hectare"),
        ("The rate of trained workers was 27.4 per cent.", "27.4", "%"),
    ] {
        let found = rows_of("Economy of Vinh Son in 2024", text);
        assert_eq!(valued(&found, figure, text).unit.as_deref(), Some(unit), "{text}");
    }
    let text = "Coffee output fell 9 percent to 24.8 million bags.";
    let found = rows_of("Economy of Vinh Son in 2024", text);
    assert_eq!(valued(&found, "24.8", text).changes.len(), 1, "{found:?}");
}

#[test]
fn periods_are_given_in_many_words() {
    for (title, text, period) in [
        (
            "Vĩnh Sơn 8 tháng năm 2024",
            "Trong tháng Tám, sản lượng điện đạt 52 triệu kWh.",
            "tháng 8 năm 2024",
        ),
        (
            "Vĩnh Sơn 8 tháng năm 2024",
            "Khách quốc tế trong tháng đạt 52 nghìn lượt.",
            "tháng 8 năm 2024",
        ),
        (
            "Thiên tai tại Vĩnh Sơn",
            "Đến 17 giờ ngày 12/9/2024, diện tích lúa bị ngập 52 ha.",
            "đến 12/9/2024",
        ),
        (
            "Hải quan Vĩnh Sơn",
            "Tính từ ngày 16/12/2023 đến 15/8/2024, tổng kim ngạch đạt 52 triệu USD.",
            "đến 15/8/2024",
        ),
    ] {
        let report = dataset(title, text);
        let row = valued(&report.indicators.iter().collect::<Vec<_>>(), "52", text).clone();
        let own = row.period.map_or(report.period.clone(), |period| period.to_string());
        assert_eq!(own, period, "{text}");
        assert!(sure(&row), "{text}: {:?}", row.review);
    }
    let text = "Xuất khẩu tháng Mười đạt 47 triệu USD. Mười tháng đạt 0,4 tỷ USD.";
    let found = rows(text);
    let row = valued(&found, "0.4", text);
    assert_eq!(
        (row.name.as_str(), row.period.unwrap().to_string()),
        ("Xuất khẩu", "10 tháng năm 2024".to_owned())
    );
    // Some days are no year.
    let found = rows_of(
        "Du lịch Vĩnh Sơn dịp lễ 30/4 - 3/5/2025",
        "Tổng lượt khách đạt 52.000 lượt. Cả năm 2025, tỉnh phấn đấu đón 1,4 triệu lượt khách.",
    );
    assert!(found[0].period.is_none());
    assert_eq!(found[1].period.unwrap().to_string(), "năm 2025");
    // Days that are no counts.
    assert!(rows("Trong kỳ nghỉ lễ (từ 30/4 đến 3/5), các ngày 1, 2 và 3/5 trời nắng.").is_empty());
}

#[test]
fn places_are_those_of_the_heading_and_of_the_sentence() {
    let found = rows_of(
        "Sản xuất tại Sóc Trăng và An Giang năm 2024",
        "Sóc Trăng\n\nToàn tỉnh xuống giống 52.000 ha lúa.\n\nAn Giang\n\nToàn tỉnh xuống giống 61.000 ha lúa.",
    );
    let places: Vec<_> = found.iter().map(|row| row.parents.join(", ")).collect();
    assert_eq!(places, ["Sóc Trăng", "An Giang"]);
    let text = "Tại cửa khẩu Tân Thanh, lượng hàng xuất khẩu đạt 52 nghìn tấn. Tổng kim ngạch đạt 3,4 tỷ USD.";
    let found = rows_of("Hải quan Lạng Sơn năm 2024", text);
    assert!(valued(&found, "52", text).parents.iter().any(|place| place.contains("Tân Thanh")));
    assert!(valued(&found, "3.4", text).parents.is_empty());
}

#[test]
fn the_next_year_and_the_next_clause_have_their_own_figures() {
    let title = "Vinh Son economic update";
    let text = "Inflation was 3.1 percent in 2024 and 2.8 percent in 2025.";
    let found = rows_of(title, text);
    assert_eq!(valued(&found, "2.8", text).period.unwrap().to_string(), "năm 2025");
    let text =
        "Exports of goods grew 12.4 percent in 2024 after contracting 3.3 percent the year before.";
    assert_eq!(rows_of(title, text)[0].changes.len(), 1);
    let text = "Manufacturing expanded by 17.3 per cent, and services by 9.6 per cent.";
    let found = rows_of("Vinh Son in 2024", text);
    assert!(found.iter().every(|row| row.actual.is_none() && row.changes.len() == 1), "{found:?}");
    // "thỏa ước" is no estimate.
    assert!(!rows("Tổng số bản thỏa ước lao động là 840 bản.")[0].estimate);
    let text = "Visitors totalled 2.1 million arrivals, 18.2% higher than a year earlier; arrivals by air accounted for 71.4%.";
    let found = rows_of("Vinh Son in 2024", text);
    assert_eq!(valued(&found, "71.4", text).name, "Arrivals by air");
}

#[test]
fn no_name_ends_in_a_word_that_needs_another() {
    for (text, wanted) in [
        ("Khám bệnh cho 845.300 lượt người, tăng 4,1%.", "Khám bệnh"),
        ("Đào tạo nghề cho 6.230 người, đạt 103% kế hoạch.", "Đào tạo nghề"),
        ("Hỗ trợ làm nhà cho 312 hộ nghèo.", "Hỗ trợ làm nhà cho hộ nghèo"),
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].name, wanted, "{text}");
        assert!(found[0].review.is_empty(), "{text}: {:?}", found[0].review);
    }
    let text = "Có 3.150 việc có điều kiện thi hành, đã thi hành xong 2.640 việc.";
    let names: Vec<String> = rows(text).into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["Việc có điều kiện thi hành", "Thi hành xong"]);
    // A verb with nothing but what counts it says too little.
    let found = rows("Tuyên truyền đến 12.300 lượt người.");
    assert!(!found[0].review.is_empty(), "{found:#?}");
}

#[test]
fn who_does_something_is_not_the_name_of_what_is_done() {
    for (text, wanted) in [
        (
            "Các phòng khám tư nhân trong huyện thực hiện 48.210 lượt khám, đạt 81,2% kế hoạch.",
            "Lượt khám",
        ),
        ("Các bệnh viện tuyến tỉnh thực hiện 9.120 ca phẫu thuật.", "Ca phẫu thuật"),
        ("Lực lượng kiểm lâm thực hiện 356 cuộc tuần tra.", "Cuộc tuần tra"),
        ("Các đơn vị thực hiện 35 dự án.", "Dự án"),
    ] {
        let found = rows(text);
        let names: Vec<&str> = found.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, [wanted], "{text}");
    }
}

#[test]
fn who_does_something_unnamed_is_reviewed() {
    let text = "Các bệnh viện tuyến tỉnh thực hiện 9.120 ca.";
    let found = rows(text);
    assert!(found.iter().every(|row| !row.review.is_empty()), "{found:#?}");
}

#[test]
fn the_average_of_each_is_part_of_the_name() {
    for (text, wanted) in [
        ("Bình quân mỗi xã đạt 15,2 tiêu chí.", "Tiêu chí bình quân mỗi xã"),
        (
            "Đàn gia súc phát triển ổn định, bình quân mỗi hộ có 3,1 con bò.",
            "Con bò bình quân mỗi hộ",
        ),
        ("Bình quân mỗi trường có 18,4 phòng học.", "Phòng học bình quân mỗi trường"),
        ("Trung bình mỗi thôn có 2,6 đảng viên.", "Đảng viên trung bình mỗi thôn"),
    ] {
        let found = rows(text);
        let names: Vec<&str> = found.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, [wanted], "{text}");
    }
}

#[test]
fn a_growth_of_at_least_so_much_is_a_growth() {
    let found = rows("Mục tiêu năm 2025: GRDP tăng từ 9,1% trở lên.");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].name == "GRDP tăng" || !found[0].review.is_empty(), "{found:#?}");
}

#[test]
fn a_list_that_leaves_its_verb_out_keeps_it_or_is_reviewed() {
    let text = "Vốn ngân sách trung ương giải ngân 43,7%; vốn ngân sách địa phương 29,3%.";
    let found = rows(text);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[1].name.contains("giải ngân") || !found[1].review.is_empty(), "{found:#?}");
}

#[test]
fn the_rate_behind_a_count_of_poor_households_is_an_indicator() {
    for (text, wanted) in [
        (
            "Toàn tỉnh còn 21.340 hộ nghèo, chiếm tỷ lệ 14,62%, giảm 3,15% so với cuối năm 2023.",
            ["Hộ nghèo 21340 0", "Tỷ lệ hộ nghèo 14.62 1"],
        ),
        (
            "Hộ cận nghèo là 9.412 hộ, tỷ lệ 6,45%.",
            ["Hộ cận nghèo 9412 0", "Tỷ lệ hộ cận nghèo 6.45 0"],
        ),
    ] {
        let found: Vec<String> = rows(text)
            .iter()
            .map(|row| format!("{} {} {}", row.name, row.figure().unwrap(), row.changes.len()))
            .collect();
        assert_eq!(found, wanted, "{text}");
    }
}

#[test]
fn a_share_of_poor_households_is_no_rate_of_all() {
    for text in [
        "Hộ nghèo dân tộc thiểu số là 1.240 hộ, chiếm tỷ lệ 61,5%.",
        "Hộ nghèo là 1.240 hộ, chiếm tỷ lệ 61,5% số hộ nghèo cả vùng.",
        "Hộ nghèo là 1.240 hộ, chiếm tỷ lệ 6,5%, giảm 212 hộ so với cuối năm 2023.",
    ] {
        let found = rows(text);
        assert!(found.iter().every(|row| !row.name.starts_with("Tỷ lệ")), "{text}: {found:#?}");
    }
}

#[test]
fn what_is_counted_may_be_named_before_its_verb_or_be_a_list() {
    let text = "Đội ngũ bác sĩ, điều dưỡng, hộ sinh có 1.640 người.";
    assert_eq!(valued(&rows(text), "1640", text).name, "Đội ngũ bác sĩ, điều dưỡng, hộ sinh");
    let text = "Có 3 chỉ số tăng là Chi phí thời gian 7,2 điểm và Đào tạo lao động 6,1 điểm.";
    let found = rows(text);
    assert_eq!(valued(&found, "7.2", text).name, "Chi phí thời gian");
    assert_eq!(valued(&found, "6.1", text).name, "Đào tạo lao động");
}

#[test]
fn names_that_lack_what_distinguishes_or_measures_are_to_be_reviewed() {
    for (text, figure, doubt) in [
        ("Có 7 đơn vị giải ngân trên 90% và 4 đơn vị giải ngân dưới 40%.", "7", "same-name"),
        ("Có 7 đơn vị giải ngân trên 90% và 4 đơn vị giải ngân dưới 40%.", "4", "same-name"),
        ("Hạt điều tuy giảm 8,5% về lượng nhưng giá trị vẫn đạt 2,6 tỷ USD.", "2.6", "name-length"),
    ] {
        let found = rows_of(TITLE, text);
        let row = valued(&found, figure, text);
        let doubted = row.review.iter().any(|own| own.as_str() == doubt);
        assert!(doubted, "{text}: {} {:?}", row.name, row.review);
    }
    let text = "Khu vực thành thị có 7 trường và khu vực nông thôn có 7 trường.";
    assert!(rows_of(TITLE, text).iter().every(|row| !row.review.contains(&"same-name".into())));
}

#[test]
fn more_revenue_from_audits_keeps_its_verb() {
    assert_names(
        TITLE,
        &[
            (
                "Ngành thuế đã kiểm tra 120 doanh nghiệp; tăng thu qua thanh tra 14,2 tỷ đồng.",
                "14.2",
                "Tăng thu qua thanh tra",
                "",
            ),
            ("Tăng thu từ chống gian lận 9,4 tỷ đồng.", "9.4", "Tăng thu từ chống gian lận", ""),
        ],
    );
}

#[test]
fn the_words_for_a_running_total_are_no_name() {
    let text =
        "Số bệnh nhân lao phát hiện trong năm là 212 người, lũy tích đến nay là 4.210 người.";
    let found = rows(text);
    let row = valued(&found, "4210", text);
    assert!(!sure(row) && row.name != "Lũy tích", "{row:#?}");
}

#[test]
fn what_was_done_before_a_colon_is_no_name() {
    let text = "Phong trào \"Toàn dân đoàn kết\" tiếp tục được đẩy mạnh: toàn tỉnh có 84.210/91.300 gia đình đạt \
                chuẩn văn hóa.";
    assert_eq!(rows(text)[0].name, "Gia đình đạt chuẩn văn hóa");
    let text = "Công tác xã hội được quan tâm: có 42 nhà tình nghĩa được xây mới.";
    assert_eq!(rows(text)[0].name, "Nhà tình nghĩa được xây mới");
}

#[test]
fn the_label_before_a_place_is_no_part_of_what_is_counted() {
    let text = "Y tế: Toàn tỉnh có 140 trạm y tế, 12 bệnh viện.";
    assert_eq!(rows(text)[0].name, "Trạm y tế");
    let text = "Giáo dục: Toàn tỉnh có 312 trường học.";
    assert_eq!(rows(text)[0].name, "Trường học");
}

#[test]
fn what_was_required_is_no_figure() {
    let text = "Tỷ lệ hài lòng tại thành phố Hà Lâm (98,6%), huyện Kim Bình (96,4%) đều vượt quy định (từ 90% trở lên).";
    let found = rows(text);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn grades_of_a_list_are_names_of_their_own() {
    let text =
        "Học sinh xếp loại giỏi chiếm 21,4%, khá 38,1%, trung bình 35,2%, yếu 5% và kém 0,3%.";
    let found = rows(text);
    for (figure, name) in [("38.1", "Khá"), ("35.2", "Trung bình"), ("5", "Yếu"), ("0.3", "Kém")]
    {
        let row = valued(&found, figure, text);
        assert!(row.name == name && row.changes.is_empty(), "{row:#?}");
    }
    let text = "Tỷ lệ giáo viên đạt chuẩn 91,3%, trên chuẩn 22,8%.";
    assert_eq!(valued(&rows(text), "22.8", text).name, "Trên chuẩn");
}

#[test]
fn a_clause_that_says_there_are_none_names_nothing_else() {
    let text = "Toàn phường không còn hộ nghèo, còn 7 hộ cận nghèo.";
    assert_eq!(valued(&rows(text), "7", text).name, "Hộ cận nghèo");
}

#[test]
fn who_did_something_is_no_name_that_is_sure() {
    for (text, figure) in [
        ("Đội tuyển của tỉnh đoạt giải 31 giải quốc gia.", "31"),
        ("Các vị trí tiếp theo lần lượt thuộc về Vĩnh Sơn (91,3%), Tân Hòa (90,8%).", "91.3"),
    ] {
        assert!(!sure(valued(&rows(text), figure, text)), "{text}");
    }
}
