//! The rate behind a count, which is an indicator of its own or a note, and whose change is not that of the count.

use crate::reports;
use crate::reports::{lines, rows, valued};
use chitieu::model::{Status, status};

#[test]
fn what_follows_a_rate_is_not_about_the_count() {
    for (text, figure) in [
        ("Các tổ hòa giải thành 861 vụ, đạt tỷ lệ 83,8%, cao hơn 1,5% so với năm trước.", "861"),
        ("Giải quyết xong 6.218 việc, đạt tỷ lệ 84,13%, tăng 2,3% so với năm 2023.", "6218"),
        ("Có 45 xã đạt chuẩn, chiếm 60%, tăng 4 điểm phần trăm so với năm 2023.", "45"),
        ("Khám phá 512 vụ, đạt 86,2%, cao hơn 1,1% so với năm 2023.", "512"),
        ("Thi hành xong 6.218 việc, đạt tỷ lệ 84,13%, vượt 1,13% chỉ tiêu được giao.", "6218"),
        ("Khám phá 512 vụ, đạt 86,2%, vượt 11,2% chỉ tiêu.", "512"),
        ("Có 45 trường đạt chuẩn, tỷ lệ 60%, tăng 3,5% so với năm 2023.", "45"),
    ] {
        let found = rows(text);
        let row = valued(&found, figure, text);
        assert!(row.changes.is_empty(), "{text}: {row:#?}");
        assert!(row.plan.as_ref().is_none_or(|plan| plan.percent().is_none()), "{text}: {row:#?}");
        assert_ne!(status(row), Status::Exceeded, "{text}: {row:#?}");
    }
}

#[test]
fn a_rate_that_is_called_one_is_an_indicator() {
    for (text, rate, name) in [
        (
            "Có 104 xã đạt tiêu chí quốc gia về y tế, chiếm tỷ lệ 98,1%.",
            "98.1",
            "Tỷ lệ xã đạt tiêu chí quốc gia về y tế",
        ),
        (
            "Toàn xã còn 214 hộ nghèo, chiếm 19,01% (giảm 7,2% so với cuối năm 2023).",
            "19.01",
            "Tỷ lệ hộ nghèo",
        ),
        ("Có 120 trường đạt chuẩn, đạt tỷ lệ 75%.", "75", "Tỷ lệ trường đạt chuẩn"),
    ] {
        let found = rows(text);
        let row = valued(&found, rate, text);
        assert_eq!(row.name, name, "{text}");
    }
    let text =
        "Có 120 trường đạt chuẩn, đạt tỷ lệ 75%, đạt 100% kế hoạch, tăng 5 trường so với năm 2023.";
    let found = rows(text);
    let count = valued(&found, "120", text);
    assert_eq!(count.plan.as_ref().unwrap().percent(), "100".parse().ok());
    assert_eq!(count.changes.len(), 1);
}

#[test]
fn a_percent_of_what_was_registered_is_none_of_a_plan() {
    for text in [
        "Tổng vốn 11,38 tỷ USD, vốn thực hiện 5,9 tỷ USD (đạt 51,8%).",
        "Vốn thực hiện 5,9 tỷ USD (đạt 51,8% vốn đăng ký).",
    ] {
        let found = rows(text);
        let row = valued(&found, "5.9", text);
        assert!(row.plan.as_ref().is_none_or(|plan| plan.percent().is_none()), "{text}: {row:#?}");
    }
}

fn percent(row: &chitieu::model::Indicator) -> Option<String> {
    let percent = row.plan.as_ref()?.percent()?;
    Some(percent.normalize().to_string())
}

#[test]
fn more_than_planned_is_a_percent_of_the_plan() {
    for text in [
        "Thu ngân sách đạt 2.140 tỷ đồng, cao hơn 6,3% so với kế hoạch.",
        "Budget revenue hit 2,140 billion VND, 6.3 percent higher than the target.",
        "Budget revenue hit 2,140 billion VND, 6.3 percent higher than the target and up 4.2 percent from 2023.",
    ] {
        let row = &rows(text)[0];
        assert_eq!(percent(row).as_deref(), Some("106.3"), "{text}: {row:#?}");
        assert_eq!(status(row), Status::Exceeded, "{text}: {row:#?}");
        let changes: Vec<_> = row
            .changes
            .iter()
            .map(|one| (one.amount.normalize().to_string(), one.period.as_str()))
            .collect();
        let wanted: &[(String, &str)] =
            if text.contains("4.2") { &[("4.2".to_owned(), "2023")] } else { &[] };
        assert_eq!(changes, wanted, "{text}");
    }
    // Of a rate it may be percentage points.
    let text = "Tỷ lệ che phủ rừng đạt 61%, cao hơn 1,2% so với kế hoạch.";
    assert_eq!(percent(valued(&rows(text), "61", text)), None, "{text}");
}

#[test]
fn a_part_on_the_total_of_all_is_a_count() {
    let text = "Thi hành xong 1.230 việc trên tổng số 1.640 việc có điều kiện, đạt 75%.";
    let found = rows(text);
    let row = valued(&found, "75", text);
    let count = row.count.unwrap();
    assert_eq!((count.part.to_string(), count.whole.to_string()), ("1230".into(), "1640".into()));
    assert_eq!(row.name.as_str(), "Thi hành xong việc có điều kiện");
}

#[test]
fn a_count_by_its_plan_has_no_status_of_its_own() {
    let text = "Có 9/14 khoản thu đạt và vượt dự toán.";
    let row = &rows(text)[0];
    assert_eq!(row.name.as_str(), "Khoản thu đạt và vượt dự toán");
    assert!(row.plan.is_none(), "{row:#?}");
    // Behind a comma the verdict is about the number.
    let text = "Có 45/60 xã đạt chuẩn, vượt kế hoạch.";
    assert_eq!(status(&rows(text)[0]), Status::Exceeded, "{text}");
}

#[test]
fn a_percent_of_an_amount_is_one_of_the_plan() {
    for text in [
        "Lệ phí trước bạ đạt 81,4%, thuế thu nhập cá nhân đạt 92,3% dự toán.",
        "Có 12/15 khoản thu vượt dự toán; 3 khoản chưa đạt, trong đó lệ phí trước bạ đạt 81,4%.",
        "Doanh thu bưu chính viễn thông đạt 81,4%, doanh thu vận tải hành khách đạt 96% kế hoạch.",
    ] {
        let found = rows(text);
        let own = found.iter().find(|row| percent(row).as_deref() == Some("81.4"));
        assert!(own.is_some_and(|row| row.actual.is_none()), "{text}: {found:#?}");
    }
    // Of what is not said.
    for text in [
        "Thuế thu nhập doanh nghiệp đạt 81,4%, thu tiền thuê đất đạt 90%.",
        "Lệ phí trước bạ đạt 81,4%, thuế thu nhập cá nhân đạt 92,3% so với cùng kỳ.",
        "Sản lượng cá nước ngọt đạt 81,4%.",
    ] {
        let found = rows(text);
        let own = valued(&found, "81.4", text);
        assert!(!own.review.is_empty(), "{text}: {own:#?}");
    }
    // Rates are what they are.
    for text in [
        "Tỷ lệ thu gom rác thải đạt 81,4%, trồng rừng đạt 90% kế hoạch.",
        "Thu gom rác thải đô thị đạt 81,4%, trồng rừng đạt 90% kế hoạch.",
        "Thu học phí không dùng tiền mặt đạt 81,4%, trồng rừng đạt 90% kế hoạch.",
        "Thu hồi nợ thuế đạt 81,4%, thu nội địa đạt 90% dự toán.",
        "Chỉ số hài lòng đạt 81,4%, thu nội địa đạt 90% dự toán.",
    ] {
        assert_eq!(percent(valued(&rows(text), "81.4", text)), None, "{text}");
    }
}

#[test]
fn what_follows_a_share_of_the_whole_is_open() {
    let text = "Nợ thuế là 640 tỷ đồng, bằng 12,4% tổng thu, tăng 3,7% so với năm 2023.";
    let found = rows(text);
    let row = valued(&found, "640", text);
    assert!(row.changes.is_empty() && !row.review.is_empty(), "{row:#?}");
    let unread = reports::read("Kinh tế tỉnh Vĩnh Sơn năm 2024", text);
    assert!(format!("{unread:?}").contains("3,7"), "{unread:?}");
}

#[test]
fn an_average_growth_says_once_that_it_is_one() {
    for (text, figure, name) in [
        (
            "Tổng chi ngân sách địa phương đạt 1.320 tỷ đồng, bình quân tăng 8,4%/năm.",
            "8.4",
            "Tổng chi ngân sách địa phương tăng bình quân",
        ),
        (
            "Tỷ lệ thất nghiệp còn 2,8%, bình quân giảm 0,6%/năm.",
            "0.6",
            "Tỷ lệ thất nghiệp giảm bình quân",
        ),
    ] {
        let found = rows(text);
        assert_eq!(valued(&found, figure, text).name, name, "{text}");
    }
}

#[test]
fn the_value_of_a_rate_of_growth_is_its_growth() {
    for (text, wanted) in [
        (
            "Tốc độ tăng tổng sản phẩm (GRDP) ước tăng 6,3%.",
            "Tốc độ tăng tổng sản phẩm (GRDP) 6.3 %",
        ),
        ("Tổng sản phẩm (GRDP) ước tăng 6,3%.", "Tổng sản phẩm (GRDP) +6.3%"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn what_was_done_on_time_has_a_share_and_no_plan() {
    let text = "Thu ngân sách đạt 102% kế hoạch. Giải quyết đúng hạn 2.361 hồ sơ, đạt 99,8%.";
    let found = rows(text);
    let done = found.iter().find(|row| row.name.contains("đúng hạn")).unwrap();
    assert!(done.plan.is_none() && done.note.is_some(), "{done:#?}");
}
