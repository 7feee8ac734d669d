//! Words of reports that say something else than they seem to: compounds, names of places, dates, verbs, and words
//! before a comma that limit what a figure is about.

use crate::every::Every;
use crate::reports::{changes_with_units, doubted, rows, rows_of, valued};
use chitieu::model::ChangeUnit;
use rust_decimal::Decimal;

/// Each text with a figure, and the name of its indicator, which is sure.
fn assert_names(cases: &[(&str, &str, &str)]) {
    for (text, figure, name) in cases {
        let found = rows(text);
        let row = valued(&found, figure, text);
        assert_eq!(row.name.as_str(), *name, "{text}");
        assert!(row.review.is_empty(), "{text}: {:?}", row.review);
    }
}

#[test]
fn an_improvement_is_a_rise_or_a_fall_by_what_is_better() {
    let points = |amount: &str| vec![(amount.to_owned(), ChangeUnit::Points)];
    for (text, figure, wanted) in [
        (
            "Tỷ lệ nợ xấu ở mức 2,3%, cải thiện 0,6 điểm phần trăm so với năm 2023.",
            "2.3",
            points("-0.6"),
        ),
        ("Thời gian thông quan bình quân là 26 giờ, cải thiện 3 giờ.", "26", points("-3")),
        ("Tỷ lệ hộ nghèo còn 4,1%, cải thiện 1,3 điểm phần trăm.", "4.1", points("-1.3")),
    ] {
        let found = rows(text);
        let row = valued(&found, figure, text);
        assert_eq!(changes_with_units(row), wanted, "{text}");
        assert!(row.review.is_empty(), "{text}: {:?}", row.review);
    }
    // The same change in percent has the same sign.
    let text = "Thời gian chờ bình quân là 24 phút, cải thiện 3 phút (11,1%).";
    let percent = ("-11.1".to_owned(), ChangeUnit::Percent);
    assert_eq!(
        changes_with_units(valued(&rows(text), "24", text)),
        [points("-3"), vec![percent]].concat()
    );
    // A score is better if it is higher.
    let text = "Chỉ số PAPI đạt 42,1 điểm, cải thiện 1,2 điểm so với năm 2023.";
    assert_eq!(changes_with_units(valued(&rows(text), "42.1", text)), points("1.2"));
    // Where the name leaves open what is better, there is no sign.
    let text = "Chi phí trên doanh thu ở mức 41%, cải thiện 2 điểm phần trăm so với cùng kỳ.";
    let found = rows(text);
    let row = valued(&found, "41", text);
    assert_eq!(changes_with_units(row), [], "{text}");
    assert!(doubted(row, "direction-open"), "{text}: {:?}", row.review);
    assert!(row.note.as_ref().unwrap().contains("cải thiện 2 điểm phần trăm"), "{text}");
    // A better rank is a smaller number, and no sign is left open.
    let ranked = &rows("Chỉ số PCI xếp thứ 14, cải thiện 5 bậc so với năm 2023.")[0];
    assert!(ranked.review.is_empty() && ranked.ranks[0].change == Some(5), "{ranked:?}");
}

#[test]
fn a_compound_is_not_cut_at_a_syllable_that_says_nothing_elsewhere() {
    assert_names(&[
        ("Cây ăn quả đạt 5.100 ha, trong đó sầu riêng 720 ha, bưởi 300 ha.", "720", "Sầu riêng"),
        ("Sản lượng sầu riêng ước đạt 8.400 tấn.", "8400", "Sản lượng sầu riêng"),
        ("Tỷ lệ cổ tức đạt 14%.", "14", "Tỷ lệ cổ tức"),
        (
            "Chỉ số thể chế đạt 88%, hiện đại hóa hành chính đạt 79,4%.",
            "79.4",
            "Hiện đại hóa hành chính",
        ),
        ("Vốn đầu tư trực tiếp đạt 120 triệu USD.", "120", "Vốn đầu tư trực tiếp"),
        ("Số lao động tự do là 41.200 người.", "41200", "Số lao động tự do"),
        ("Diện tích nhà ở đạt 240.000 m2.", "240000", "Diện tích nhà ở"),
        ("Giá thành là 12.400 đồng/kg.", "12400", "Giá thành"),
        ("Dân số nội thành đạt 210.000 người.", "210000", "Dân số nội thành"),
        ("Tỷ lệ người phụ thuộc là 41,2%.", "41.2", "Tỷ lệ người phụ thuộc"),
        ("Tỷ lệ chi đoàn vững mạnh đạt 81%.", "81", "Tỷ lệ chi đoàn vững mạnh"),
        (
            "Thu nội địa đạt 3.000 tỷ đồng, trong đó ngoài quốc doanh đạt 1.240 tỷ đồng.",
            "1240",
            "Ngoài quốc doanh",
        ),
    ]);
}

#[test]
fn a_syllable_in_the_name_of_a_place_is_no_word_of_its_own() {
    assert_names(&[
        (
            "Thu ngân sách huyện Phú Quý đạt 96 tỷ đồng, tăng 4%.",
            "96",
            "Thu ngân sách huyện Phú Quý",
        ),
        ("Thu ngân sách xã Đạt Thành đạt 14 tỷ đồng.", "14", "Thu ngân sách xã Đạt Thành"),
        ("Dân số xã Tân Hiện là 8.400 người.", "8400", "Dân số xã Tân Hiện"),
        ("Diện tích rừng xã Trung Tăng đạt 3.400 ha.", "3400", "Diện tích rừng xã Trung Tăng"),
        ("Sản lượng thị trấn Năm Căn đạt 410 tấn.", "410", "Sản lượng thị trấn Năm Căn"),
        // A quarter behind "tỉnh" is one.
        ("Thu ngân sách toàn tỉnh Quý III đạt 410 tỷ đồng.", "410", "Thu ngân sách toàn tỉnh"),
    ]);
}

#[test]
fn a_date_needs_no_word_for_a_day() {
    for (text, figure, name) in [
        ("Thu ngân sách toàn tỉnh đến 30-9 là 2.140 tỷ đồng.", "2140", "Thu ngân sách toàn tỉnh"),
        ("Tại thời điểm 31/5, đàn bò đạt 41.200 con.", "41200", "Đàn bò"),
        ("Từ 15-11 đến 30-11, cơ quan thuế thu nợ 41 tỷ đồng.", "41", "Cơ quan thuế thu nợ"),
        ("Chiều 14-11, sản lượng điện đạt 340 triệu kWh.", "340", "Sản lượng điện"),
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_eq!(valued(&found, figure, text).name.as_str(), name, "{text}");
    }
    // From one number to another.
    for text in ["Mỗi hộ nuôi từ 10-12 con bò.", "Năng suất đến 5-6 tấn/ha."] {
        let found = rows(text);
        assert!(
            found.iter().any(|row| row.note.is_some() || row.actual.is_some()),
            "{text}: {found:#?}"
        );
    }
}

#[test]
fn words_before_a_comma_limit_what_a_figure_is_about() {
    for (text, figure, parent) in [
        (
            "Tỷ lệ hộ nghèo toàn tỉnh còn 3,1%. Riêng 4 xã vùng cao, tỷ lệ hộ nghèo còn 22,5%.",
            "22.5",
            "4 xã vùng cao",
        ),
        (
            "Đối với phụ nữ, tỷ lệ thất nghiệp là 3,4%. Đối với thanh niên, tỷ lệ thất nghiệp là 7,9%.",
            "7.9",
            "thanh niên",
        ),
        ("Ở khu vực biên giới, tỷ lệ hộ dùng điện đạt 91,3%.", "91.3", "khu vực biên giới"),
        ("Tại các huyện ven biển, sản lượng khai thác đạt 12.300 tấn.", "12300", "huyện ven biển"),
    ] {
        let found = rows(text);
        let row = valued(&found, figure, text);
        assert_eq!(row.parents.last().map(|own| own.as_str()), Some(parent), "{text}");
        // How many there are in the group is no indicator.
        assert!(
            found.iter().every(|row| row.figure() != Some(Decimal::from(4))),
            "{text}: {found:#?}"
        );
    }
    // Up to where the whole is named again.
    let text = "Đối với phụ nữ, tỷ lệ thất nghiệp là 3,4%; tỷ lệ thất nghiệp chung là 2,6%.";
    assert!(valued(&rows(text), "2.6", text).parents.is_empty(), "{text}");
    // What follows a clause that is set apart may be about either.
    let text = "Riêng vùng cao, tỷ lệ hộ nghèo còn 16%; thu nhập bình quân đạt 40 triệu đồng.";
    let found = rows(text);
    assert!(doubted(valued(&found, "40", text), "place-open"), "{text}: {found:#?}");
    // The whole limits nothing.
    for text in [
        "Trên địa bàn tỉnh, sản lượng điện đạt 310 triệu kWh.",
        "Tại các huyện, thị xã, sản lượng điện đạt 310 triệu kWh.",
        "Đối với công tác giảm nghèo, tỷ lệ hộ nghèo còn 310%.",
    ] {
        assert!(valued(&rows(text), "310", text).parents.is_empty(), "{text}");
    }
}

#[test]
fn a_crop_season_says_what_was_sown() {
    assert_names(&[
        (
            "Vụ lúa Thu Đông 2024, toàn tỉnh xuống giống 61.300 ha.",
            "61300",
            "Xuống giống vụ lúa Thu Đông",
        ),
        ("Vụ Đông Xuân, nông dân đã gieo sạ 48.900 ha.", "48900", "Gieo sạ vụ Đông Xuân"),
        ("Vụ Mùa đã gieo cấy 21.400 ha.", "21400", "Gieo cấy vụ Mùa"),
    ]);
    // Another season ends it.
    let text = "Vụ Đông, toàn tỉnh gieo trồng 3.400 ha; vụ Xuân gieo trồng 12.000 ha.";
    let found = rows(text);
    let spring = valued(&found, "12000", text);
    assert_eq!((spring.name.as_str(), spring.parents.len()), ("Vụ Xuân gieo trồng", 0), "{text}");
    let text = "Vụ Hè Thu, diện tích lúa đạt 7.100 ha.";
    assert_eq!(valued(&rows(text), "7100", text).parents[0].as_str(), "Vụ Hè Thu");
}

#[test]
fn the_number_of_places_where_things_are_is_no_indicator() {
    for (text, count, places) in [
        (
            "Ngân hàng có 96 chi nhánh, phòng giao dịch tại 21 tỉnh, thành phố, 3.150 nhân viên.",
            "96",
            21,
        ),
        ("Công ty có 45 cửa hàng tại 12 tỉnh, 1.200 lao động.", "45", 12),
    ] {
        let found = rows(text);
        valued(&found, count, text);
        assert!(
            found.iter().every(|row| row.figure() != Some(Decimal::from(places))),
            "{text}: {found:#?}"
        );
    }
}

#[test]
fn objects_of_one_verb_keep_it() {
    assert_names(&[
        (
            "Cơ quan bảo hiểm xã hội chi trả lương hưu, trợ cấp cho 41.000 người.",
            "41000",
            "Chi trả lương hưu, trợ cấp",
        ),
        ("Đã kiểm tra 48 tổ chức đảng và 160 đảng viên.", "160", "Kiểm tra đảng viên"),
        ("Công an tỉnh khởi tố 120 vụ, 240 bị can.", "240", "Khởi tố bị can"),
    ]);
    let text = "Trong năm, 806 hộ được hỗ trợ xây mới, sửa chữa nhà ở với kinh phí 32 tỷ đồng.";
    let found = rows(text);
    let cost = valued(&found, "32", text);
    let whole = "hộ được hỗ trợ xây mới, sửa chữa nhà ở";
    assert_eq!((cost.name.as_str(), cost.parents[0].as_str()), ("Kinh phí", whole));
}

#[test]
fn a_time_that_is_measured_is_no_period() {
    assert_names(&[
        (
            "Ngày lưu trú bình quân của du khách là 1,8 ngày.",
            "1.8",
            "Ngày lưu trú bình quân của du khách",
        ),
        ("Tuần làm việc bình quân là 42,5 giờ.", "42.5", "Tuần làm việc bình quân"),
        ("Tháng lương bình quân đạt 8,1 triệu đồng.", "8.1", "Tháng lương bình quân"),
        // A day is a period.
        ("Ngày 15/6, giá thép bình quân đạt 14 triệu đồng/tấn.", "14", "Giá thép bình quân"),
    ]);
    let text = "Tháng này giá thép bình quân đạt 14 triệu đồng/tấn.";
    assert_eq!(valued(&rows(text), "14", text).name.as_str(), "Giá thép bình quân");
}

#[test]
fn what_is_missing_is_named() {
    assert_names(&[
        ("Ngành y tế còn thiếu 210 bác sĩ.", "210", "Bác sĩ còn thiếu"),
        (
            "Toàn tỉnh còn thiếu 1.350 giáo viên, nhiều nhất ở bậc mầm non.",
            "1350",
            "Giáo viên còn thiếu",
        ),
        ("The health sector lacks 84 doctors.", "84", "Health sector lacks doctors"),
    ]);
}

#[test]
fn an_average_rise_is_a_change() {
    for (text, amount) in [
        ("The consumer price index (CPI) rose by an average of 3.12%.", "3.12"),
        ("Tourism revenue fell by an average of 2.1 percent compared with 2023.", "-2.1"),
    ] {
        let row = &rows(text)[0];
        assert_eq!(
            changes_with_units(row),
            [(amount.to_owned(), ChangeUnit::Percent)],
            "{text}: {row:?}"
        );
        assert!(row.actual.is_none() && !row.name.contains("average"), "{text}: {row:?}");
    }
}

#[test]
fn a_predicate_of_two_verbs_is_one() {
    for text in [
        "Some 52,000 farmers were trained or supported, up 8.1% year-on-year.",
        "Toàn tỉnh có 1.240 doanh nghiệp thành lập mới hoặc quay trở lại hoạt động, tăng 8,1%.",
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_eq!(
            changes_with_units(&found[0]),
            [("8.1".to_owned(), ChangeUnit::Percent)],
            "{text}"
        );
    }
}

#[test]
fn a_pronoun_is_no_part_of_a_name() {
    let text = "The province improved its business climate. It attracted 84 projects worth VND31 trillion.";
    let found = rows_of("Economy of Vinh Son province in 2024", text);
    assert_eq!(valued(&found, "84", text).name.as_str(), "Attracted projects");
    assert_eq!(valued(&found, "31", text).name.as_str(), "Value of attracted projects");
    let text = "IT exports reached 410 million USD.";
    assert_eq!(valued(&rows(text), "410", text).name.as_str(), "IT exports");
}

#[test]
fn who_is_present_is_no_surface() {
    for (text, wanted) in [
        ("Đến giờ khai mạc, có mặt 640 người.", "Có mặt người"),
        ("Hiện có mặt 640 lao động nước ngoài.", "Hiện có mặt lao động nước ngoài"),
        ("Dự án đã có mặt bằng 8,5 ha.", "Dự án đã có mặt bằng"),
    ] {
        let found = crate::reports::rows(text);
        assert_eq!(found[0].name, wanted, "{text}");
    }
}
