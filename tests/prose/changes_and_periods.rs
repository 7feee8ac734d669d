//! Changes, periods, targets and places that are easily read wrongly, one short text for each kind.

use crate::every::Every;
use crate::reports::{
    changes_with_units, doubted, number, period, read, rows, rows_of, sure, target,
};
use chitieu::model::{Actual, Better, ChangeUnit, Indicator, Target};

#[test]
fn a_change_in_another_magnitude_is_converted() {
    for (text, amount) in [
        ("Tổng đàn vịt đạt 2,4 triệu con, tăng 90 nghìn con so với cùng kỳ.", "0.09"),
        ("Thu ngân sách đạt 4.100 tỷ đồng, giảm 35.500 triệu đồng so với năm 2023.", "-35.5"),
        ("Sản lượng tôm đạt 8.300 tấn, tăng 0,4 nghìn tấn so với năm trước.", "400"),
        ("Thu nhập bình quân đạt 61 triệu đồng/người, tăng 5.300 nghìn đồng.", "5.3"),
    ] {
        let row = &rows(text)[0];
        assert_eq!(changes_with_units(row), [(amount.to_owned(), ChangeUnit::Points)], "{text}");
        assert!(sure(row), "{text}: {:?}", row.review);
        // The words of the source are kept next to it.
        assert!(row.note.as_ref().is_some_and(|note| note.contains("Nguồn ghi “")), "{text}");
    }
}

#[test]
fn a_change_before_its_value_is_converted_as_well() {
    for (text, amount) in [
        ("Sản lượng tôm giảm 1,2 nghìn tấn, còn 7.900 tấn.", "-1200"),
        ("Thu ngân sách tăng 150.000 triệu đồng, đạt 4.100 tỷ đồng.", "150"),
    ] {
        let row = &rows(text)[0];
        assert_eq!(
            changes_with_units(row),
            [(amount.to_owned(), ChangeUnit::Points)],
            "{text}: {row:?}"
        );
    }
}

#[test]
fn a_change_of_something_else_is_no_change_of_the_figure() {
    let row = &rows("Tỷ lệ trường có thư viện đạt 80% (40/50 trường), tăng 6 trường.")[0];
    assert_eq!(changes_with_units(row), []);
    assert!(row.note.as_ref().unwrap().contains("tăng 6 trường"));
    let row = &rows("Nợ thuế 340 tỷ đồng, chiếm 4,1% số thu, giảm 0,6% so với năm 2023.")[0];
    assert_eq!(changes_with_units(row), []);
    assert!(doubted(row, "unread-nearby"));
    let row = &rows("Có 05 huyện có số vụ cháy tăng trên 20%.")[0];
    assert_eq!(changes_with_units(row), []);
}

#[test]
fn what_was_added_is_a_value_of_its_own() {
    let found = rows("Điều chỉnh vốn 12 dự án, vốn tăng thêm 410 triệu USD; 7 lượt góp vốn mới.");
    let added = found.iter().find(|row| row.figure() == Some(number("410"))).unwrap();
    assert_eq!(added.name, "Vốn tăng thêm");
    assert!(found.iter().every(|row| row.changes.is_empty()));
}

#[test]
fn brackets_behind_a_base_hold_the_earlier_value() {
    let row = &rows("Tỷ lệ hộ nghèo là 4,1%, giảm 0,9% so với năm 2023 (5%).")[0];
    assert_eq!(changes_with_units(row), [("-0.9".to_owned(), ChangeUnit::Points)]);
    assert_eq!(row.earlier[0].value, Actual::Figure(number("5")));
    assert!(sure(row), "{:?}", row.review);
    // The fall in percent, which agrees with the numbers.
    let row = &rows("Số vụ cháy là 80 vụ, giảm 20 vụ so với năm 2023 (20%).")[0];
    assert_eq!(changes_with_units(row).len(), 2);
    // Neither: the rate of something else.
    let row = &rows("Số hộ nghèo là 900 hộ, giảm 100 hộ so với năm 2023 (4,4%).")[0];
    assert_eq!(changes_with_units(row).len(), 1);
    assert!(row.earlier.is_empty());
}

#[test]
fn the_base_of_a_comparison_is_no_period() {
    let report = read(
        "Xuất khẩu tăng mạnh so với năm 2022",
        "Trong tháng 8, kim ngạch xuất khẩu đạt 71 triệu USD, tăng 3% so với tháng 8/2022.",
    );
    assert_eq!(report.dataset.period, "");
    let report = read(
        "Tai nạn giao thông tỉnh Vĩnh Sơn",
        "Từ ngày 15/12/2022 đến 14/12/2023, xảy ra 90 vụ tai nạn, làm 40 người chết.\n\nTừ 15/11/2023 đến 14/12/2023, xảy ra 8 vụ tai nạn.",
    );
    let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
    // Offices count their year from 15 December on.
    assert_eq!(report.dataset.period, "năm 2023");
    assert!(found[..2].iter().every(|row| row.period.is_none() && sure(row)));
    assert!(doubted(&found[2], "period-open"), "{:?}", found[2]);
}

#[test]
fn a_period_that_begins_a_clause_is_that_of_what_follows() {
    let found = rows_of(
        "Tỉnh Vĩnh Sơn 9 tháng đầu năm 2024",
        "Trong tháng 9, IIP tăng 4%; sản lượng điện đạt 120 triệu kWh. Tính chung 9 tháng, IIP tăng 6%.",
    );
    let periods: Vec<String> = found.iter().map(period).collect();
    assert_eq!(periods, ["tháng 9 năm 2024", "tháng 9 năm 2024", ""]);
    // In the next sentence it is not sure any more.
    let found = rows_of(
        "Tỉnh Vĩnh Sơn 9 tháng đầu năm 2024",
        "Trong tháng 9, IIP tăng 4%. Sản lượng điện đạt 120 triệu kWh.",
    );
    assert!(!doubted(&found[0], "period-open") && doubted(&found[1], "period-open"));
}

#[test]
fn an_open_period_is_reported() {
    let title = "Tình hình lao động quý III và 9 tháng năm 2024";
    let row = &rows_of(title, "Số người có việc làm là 1,2 triệu người.")[0];
    assert!(doubted(row, "period-open"));
    let row = &rows_of(title, "Số người có việc làm quý III là 1,2 triệu người.")[0];
    assert!(!doubted(row, "period-open"), "{:?}", row.review);
    // The date of a document is no period.
    let row =
        &rows("Theo Nghị quyết số 05-NQ/HU ngày 12/3/2023, thu ngân sách đạt 500 tỷ đồng.")[0];
    assert!(sure(row) && row.period.is_none(), "{:?}", row.review);
    let found = rows("Thu ngân sách năm 2023 đạt 8.000 tỷ đồng; chi ngân sách đạt 9.000 tỷ đồng.");
    assert!(doubted(&found[1], "period-open"));
}

#[test]
fn values_of_several_years_have_their_years() {
    let found = rows("Tỷ lệ che phủ rừng năm 2023 là 51,2%, đến năm 2024 là 51,9%.");
    assert_eq!(
        found.iter().map(Indicator::figure).collect::<Vec<_>>(),
        [Some(number("51.2")), Some(number("51.9"))]
    );
    let row = &rows_of(
        "Tỉnh Vĩnh Sơn giai đoạn 2021-2025",
        "Thu nhập bình quân tăng từ 41 triệu đồng năm 2020 lên 58 triệu đồng năm 2023.",
    )[0];
    assert_eq!(period(row), "năm 2023");
    assert_eq!(row.earlier[0].period, "năm 2020");
    let row = &rows("Tỷ lệ hộ nghèo đầu năm là 9,4%, cuối năm còn 7,8%.")[0];
    assert_eq!(row.figure(), Some(number("7.8")));
    assert_eq!(row.earlier[0].value, Actual::Figure(number("9.4")));
}

#[test]
fn targets_have_their_own_year() {
    let title = "Tỉnh Vĩnh Sơn 9 tháng đầu năm 2024";
    for text in [
        "Năm 2025, tỉnh phấn đấu thu ngân sách đạt 9.500 tỷ đồng, kim ngạch xuất khẩu đạt 2 tỷ USD.",
        "Tỉnh phấn đấu năm 2025 thu ngân sách đạt 9.500 tỷ đồng, kim ngạch xuất khẩu đạt 2 tỷ USD.",
    ] {
        let found = rows_of(title, text);
        assert_eq!(
            found.iter().map(period).collect::<Vec<_>>(),
            ["năm 2025", "năm 2025"],
            "{text}"
        );
        assert!(found.iter().every(|row| row.actual.is_none() && sure(row)), "{text}");
    }
    let found = rows_of(title, "Đến năm 2030, tỷ lệ đô thị hóa đạt 45%; tỷ lệ hộ nghèo còn 1%.");
    assert!(found.iter().every(|row| row.actual.is_none() && target(row).is_some()));
    // Without a year of its own a target is not surely of the report's nine months.
    let row = &rows_of(title, "Phấn đấu kim ngạch xuất khẩu đạt 2 tỷ USD.")[0];
    assert!(doubted(row, "period-open"));
}

#[test]
fn limits_are_targets_and_no_values() {
    let row = &rows("Phấn đấu tỷ lệ nợ xấu không vượt quá 2%.")[0];
    assert_eq!(target(row), Some(Target::AtMost(number("2"))));
    let row = &rows("Không để tỷ lệ thất nghiệp đô thị vượt quá 4%.")[0];
    assert_eq!(target(row), Some(Target::AtMost(number("4"))));
    assert_eq!((row.actual.as_ref(), row.better), (None, Some(Better::Lower)));
    let row = &rows("Bội chi ngân sách không quá 200 tỷ đồng.")[0];
    assert!(row.actual.is_none() && doubted(row, "target-or-actual"));
}

#[test]
fn each_clause_has_its_own_place() {
    let found = rows(
        "Tại huyện Lý An, thu ngân sách đạt 210 tỷ đồng; chi ngân sách 190 tỷ đồng. Còn thị xã Duy Hà thu ngân sách đạt 640 tỷ đồng.\n\nTỷ lệ đô thị hóa toàn tỉnh đạt 38%.",
    );
    let places: Vec<String> = found.iter().map(|row| row.parents.join(", ")).collect();
    assert_eq!(places, ["Lý An", "Lý An", "Duy Hà", ""]);
    assert_eq!(found[2].name, "Thu ngân sách");
    let row = &rows("Huyện có tỷ lệ hộ nghèo cao nhất là Lý An với 31,5%.")[0];
    assert!(doubted(row, "place-open"));
}

#[test]
fn a_plan_before_its_result_is_the_plan() {
    let found = rows(
        "Ban quản lý dự án số Hai: kế hoạch 500 tỷ đồng, giải ngân 210 tỷ đồng (42%);\n\nSở Xây dựng được giao 300 tỷ đồng, đã giải ngân 150 tỷ đồng, đạt 50%.",
    );
    for (row, (plan, actual, percent)) in
        found.iter().zip([("500", "210", "42"), ("300", "150", "50")])
    {
        assert_eq!(target(row), Some(Target::Value(number(plan))));
        assert_eq!(row.figure(), Some(number(actual)));
        assert_eq!(row.plan.as_ref().and_then(|plan| plan.percent()), Some(number(percent)));
        assert!(!row.parents.is_empty());
    }
    let row = &rows("Thu ngân sách đạt 41,5 tỷ đồng/50 tỷ đồng, đạt 83%.")[0];
    assert_eq!(target(row), Some(Target::Value(number("50"))));
    assert_eq!(row.unit.as_deref(), Some("tỷ đồng"));
}

#[test]
fn names_are_not_cut_inside() {
    for (text, name) in [
        ("Công nghiệp và xây dựng 7,2 nghìn người.", "Công nghiệp và xây dựng"),
        ("Hạ tầng số: 100% xã có cáp quang.", "Xã có cáp quang"),
        ("Phòng, chống dịch: Ghi nhận 61 ca mắc sởi.", "Ca mắc sởi"),
        ("Toàn ngành có 1.820 cán bộ, giáo viên, nhân viên.", "Cán bộ, giáo viên, nhân viên"),
        ("Vĩnh Sơn thu hút 31 dự án mới.", "Thu hút dự án mới"),
        ("Tỷ lệ hợp tác xã hoạt động khá, tốt đạt 61%.", "Tỷ lệ hợp tác xã hoạt động khá, tốt"),
        ("Tỷ lệ bản án bị hủy, sửa là 1,2%.", "Tỷ lệ bản án bị hủy, sửa"),
        ("Toàn tỉnh có 3 di tích quốc gia đặc biệt.", "Di tích quốc gia đặc biệt"),
    ] {
        assert_eq!(rows(text)[0].name, name, "{text}");
    }
    for text in ["Sử dụng 21 tỷ đồng.", "Bình quân toàn tỉnh đạt 17,2 tiêu chí/xã."]
    {
        assert!(rows(text).iter().every(|row| !sure(row)), "{text}");
    }
}

#[test]
fn verdicts_and_notes_have_the_words_of_the_source() {
    let row = &rows("Tỷ lệ hồ sơ trực tuyến đạt 64,5%, vượt 4,5% so với mục tiêu.")[0];
    let verdict = row.plan.as_ref().and_then(|plan| plan.verdict()).unwrap();
    assert_eq!(verdict.text, "vượt 4,5% so với mục tiêu");
    // "vượt 110 %" of a plan that the numbers show.
    let row = &rows("Khách quốc tế đạt 2,2 triệu lượt, vượt 110% kế hoạch (2 triệu lượt).")[0];
    assert_eq!(row.plan.as_ref().and_then(|plan| plan.percent()), Some(number("110")));
}

#[test]
fn a_plan_by_its_title_has_no_sure_results() {
    for (title, sure_targets) in [
        ("Kế hoạch phát triển kinh tế - xã hội năm 2025 của xã Lý An", true),
        ("Kế hoạch thực hiện chuyển đổi số năm 2025 của xã Lý An", false),
    ] {
        let found = rows_of(title, "Thu nhập bình quân đạt 61 triệu đồng; tỷ lệ hộ nghèo còn 2%.");
        assert!(found.iter().every(|row| row.actual.is_none() && target(row).is_some()), "{title}");
        assert!(found.iter().every(|row| sure(row) == sure_targets), "{title}");
    }
}

#[test]
fn another_place_in_a_clause_is_reported() {
    let found = rows(
        "Huyện Lý An có tỷ lệ hộ có điện đạt 99,1%, huyện Kim Sơn đạt 98,4%. Tại xã Hòa Bình, tỷ lệ là 97%.",
    );
    let other = found.iter().find(|row| row.figure() == Some(number("98.4"))).unwrap();
    assert!(!other.parents.contains(&"Lý An".to_owned()) && doubted(other, "place-open"));
}
