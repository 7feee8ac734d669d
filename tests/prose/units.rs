//! Units and names that hold a number, parts in another unit than their whole, and changes in the order of what was
//! named.

use crate::every::Every;
use crate::reports::{doubted, rows, rows_of, sure, valued};
use chitieu::model::{ChangeUnit, Indicator, Target};

const ENGLISH: &str = "Economy of Vinh Son province in 2024";

fn label(row: &Indicator) -> String {
    format!("{} / {}", row.parents.join(" / "), row.name).to_lowercase()
}

#[test]
fn what_a_rate_is_per_is_its_unit() {
    let text = "Tỷ lệ tử vong mẹ là 25/100.000 trẻ đẻ sống.";
    let found = rows(text);
    let row = valued(&found, "25", text);
    assert_eq!((row.unit.as_deref(), row.count), (Some("/100.000 trẻ đẻ sống"), None));
    let text = "Children in care stood at 67 per 10,000, up from 63 per 10,000.";
    let found = rows_of(ENGLISH, text);
    assert_eq!(valued(&found, "67", text).unit.as_deref(), Some("per 10,000"));
    let text = "Giá trị sản phẩm thu được trên 01 ha đất trồng trọt đạt 78 triệu đồng.";
    let found = rows(text);
    assert!(valued(&found, "78", text).name.contains("trên 01 ha"), "{found:#?}");
    // A part of a whole stays one.
    let text = "Có 25/100 thôn đạt chuẩn.";
    assert!(valued(&rows(text), "25", text).count.is_some());
}

#[test]
fn money_in_pounds_and_a_rank_of_several_are_read() {
    let text = "Revenue spending was £612.4m. Spending on roads was £8.7 million.";
    let found = rows_of(ENGLISH, text);
    assert_eq!(valued(&found, "612.4", text).unit.as_deref(), Some("£ million"));
    assert_eq!(valued(&found, "8.7", text).unit.as_deref(), Some("£ million"));
    let text = "GRDP grew 6.2 percent in 2024, ranking 31st among the 63 provinces and cities.";
    let found = rows_of(ENGLISH, text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].ranks[0].position, found[0].ranks[0].of), (31, Some(63)));
}

#[test]
fn a_worth_is_named_by_what_is_worth_it() {
    let text = "The province was home to 2,305 FDI projects worth nearly $25.6 billion.";
    let found = rows_of(ENGLISH, text);
    let row = valued(&found, "25.6", text);
    assert!(row.name.to_lowercase().contains("projects"), "{row:#?}");
    assert!(!label(valued(&found, "2305", text)).contains("home"), "{found:#?}");
}

#[test]
fn a_part_in_an_unlike_unit_is_no_part() {
    let text = "Tổng kinh phí 4,15 tỷ đồng, trong đó nhân dân đóng góp 680 triệu đồng và hiến 2.900 m2 đất.";
    let found = rows(text);
    assert!(valued(&found, "2900", text).parents.is_empty(), "{found:#?}");
    assert!(!valued(&found, "680", text).parents.is_empty(), "{found:#?}");
    let text = "Toàn tỉnh có 960 cơ sở lưu trú với 32.700 phòng, trong đó 23 khách sạn 5 sao.";
    let found = rows(text);
    assert!(!label(valued(&found, "23", text)).contains("phòng"), "{found:#?}");
}

#[test]
fn changes_are_in_the_order_of_what_was_named() {
    let text = "Tỷ lệ suy dinh dưỡng thể nhẹ cân là 10,2%, thể thấp còi là 19,7%, lần lượt giảm 0,3 điểm phần trăm và 0,5 điểm phần trăm so với năm 2023.";
    let found = rows(text);
    for (figure, amount) in [("10.2", "-0.3"), ("19.7", "-0.5")] {
        let row = valued(&found, figure, text);
        assert_eq!(row.changes.len(), 1, "{row:#?}");
        assert_eq!(row.changes[0].amount, amount.parse().unwrap());
        assert_eq!(row.changes[0].unit, ChangeUnit::Points);
    }
    let text = "Thu nội địa 500 tỷ đồng, thu xuất nhập khẩu 120 tỷ đồng, tăng lần lượt 5% và 7%.";
    let found = rows(text);
    assert_eq!(valued(&found, "500", text).changes[0].amount, "5".parse().unwrap());
    assert_eq!(valued(&found, "120", text).changes[0].amount, "7".parse().unwrap());
    // It is unclear which two of the three are meant.
    let text = "Thu nội địa 500 tỷ đồng, thu thuế 300 tỷ đồng, thu phí 120 tỷ đồng, tăng lần lượt 5% và 7%.";
    assert!(rows(text).iter().every(|row| row.changes.is_empty()), "{text}");
}

#[test]
fn names_keep_what_identifies_them() {
    for (text, figure, words) in [
        ("Ghi nhận 02 ca tử vong do bệnh dại.", "2", "bệnh dại"),
        (
            "Tổng số việc phải thi hành là 10.264 việc, có điều kiện 7.391 việc.",
            "7391",
            "có điều kiện",
        ),
        ("Có 76/80 xã đạt chuẩn, bình quân 18,6 tiêu chí/xã.", "18.6", "tiêu chí"),
        ("Có 1.240 cán bộ quản lý; còn thiếu 2.417 giáo viên.", "2417", "thiếu"),
    ] {
        let found = rows(text);
        assert!(label(valued(&found, figure, text)).contains(words), "{text}: {found:#?}");
    }
    let text = "Năm 2025, xã phấn đấu hoàn thành thêm 02 tiêu chí nông thôn mới.";
    let found = rows(text);
    let row = found.iter().find(|row| {
        let target = row.plan.as_ref().and_then(chitieu::model::Plan::target);
        target == Some(Target::Value("2".parse().unwrap()))
    });
    assert!(row.is_some_and(|row| row.name.contains("thêm")), "{found:#?}");
}

#[test]
fn what_is_beyond_a_plan_may_be_the_plan() {
    for (text, figure, plan) in [
        ("Tỷ lệ che phủ rừng đạt 62%, vượt mục tiêu 60%.", "62", "60"),
        ("Sản lượng chè đạt 5.200 tấn, vượt kế hoạch 5.000 tấn.", "5200", "5000"),
        ("Tỷ lệ hộ nghèo giảm 6,2%/năm, vượt mục tiêu 4%/năm.", "6.2", "4"),
        ("Có 7/16 thôn đạt chuẩn, đạt 70% mục tiêu (10 thôn).", "7", "10"),
    ] {
        let found = rows(text);
        let own = valued(&found, figure, text).plan.as_ref().unwrap();
        assert_eq!(own.target(), Some(Target::Value(plan.parse().unwrap())), "{text}");
        assert_ne!(own.percent(), "104".parse().ok(), "{text}");
    }
    let text = "Trồng rừng 412 ha, vượt kế hoạch 3%.";
    let found = rows(text);
    assert_eq!(valued(&found, "412", text).plan.as_ref().unwrap().percent(), "103".parse().ok());
    // Beyond it by so much, or the plan itself.
    let text = "Sản lượng chè đạt 5.200 tấn, vượt kế hoạch 3.500 tấn.";
    let found = rows(text);
    assert!(doubted(valued(&found, "5200", text), "construction") && !sure(&found[0]));
}

#[test]
fn a_sentence_may_begin_with_a_number() {
    let text =
        "Toàn tỉnh khám 500 ca, giảm 5% so với cùng kỳ. 104 xã đạt tiêu chí quốc gia về y tế.";
    let found = rows(text);
    let reference = valued(&found, "104", text).reference.as_ref().unwrap();
    assert_eq!(reference.sentence, Some(2));
}

#[test]
fn a_number_of_times_near_a_factor_is_to_be_reviewed() {
    for (text, is_open) in [
        ("Số ca siêu âm 24 lần.", true),
        ("Số ca siêu âm 98.410 lần.", false),
        ("Số lượt kiểm tra đạt 120 lần.", true),
        ("Số lượt kiểm tra đạt 1.240 lần.", false),
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        let open = found[0].review.iter().any(|doubt| doubt == "construction");
        assert_eq!(open, is_open, "{text}: {found:#?}");
    }
}

#[test]
fn an_unknown_abbreviation_behind_thousands_is_part_of_the_unit() {
    for (text, unit) in [
        ("Hàng hóa qua cảng đạt 512 nghìn KTQ, tăng 4%.", "nghìn KTQ"),
        ("Hàng hóa qua cảng đạt 1,2 triệu KTQ.", "triệu KTQ"),
    ] {
        let found = rows(text);
        assert_eq!(found[0].unit.as_deref(), Some(unit), "{text}");
    }
}

#[test]
fn what_an_average_is_per_may_be_counted() {
    for (text, figure, unit) in [
        ("Doanh thu bình quân 2,6 tỷ đồng/hợp tác xã/năm.", "2.6", "tỷ đồng/hợp tác xã/năm"),
        ("Sản lượng hoa 3,4 tỷ cành.", "3.4", "tỷ cành"),
    ] {
        assert_eq!(valued(&rows(text), figure, text).unit.as_deref(), Some(unit), "{text}");
    }
    let text = "Thu nhập bình quân đầu người một tháng đạt 4.120 nghìn đồng.";
    let found = rows(text);
    assert_eq!(valued(&found, "4120", text).name, "Thu nhập bình quân đầu người một tháng");
}

#[test]
fn how_often_a_year_land_is_sown_is_part_of_its_name() {
    let text = "Diện tích gieo trồng đạt 1.246 ha. Trong đó: lúa 2 vụ 612 ha; ngô 304 ha.";
    let found = rows(text);
    assert!(valued(&found, "612", text).name.contains("2 vụ"), "{found:#?}");
}

#[test]
fn visits_of_clients_are_none_of_tourists() {
    for (text, unit) in [
        ("Ngân hàng cho vay 4.250 lượt khách hàng.", "lượt khách hàng"),
        ("Khám bệnh miễn phí cho 380 lượt hộ dân.", "lượt hộ dân"),
        ("Du lịch đón 4.250 lượt khách.", "lượt khách"),
    ] {
        assert_eq!(rows(text)[0].unit.as_deref(), Some(unit), "{text}");
    }
}

#[test]
fn classes_schools_and_centres_are_counted_by_their_word() {
    let text = "Toàn tỉnh có 312 trường, 5.140 lớp và 11 trung tâm giáo dục thường xuyên.";
    for row in &rows(text) {
        assert!(sure(row) && row.unit.is_some(), "{row:#?}");
    }
}
