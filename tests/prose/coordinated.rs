//! Names that a comma, "và" or "or" joins, names behind a label, and names that a condition goes on with.

use crate::reports::{line, lines, rows_of};

/// The names of the indicators of a text, "? " before those to review.
fn english(text: &str) -> Vec<String> {
    rows_of("Northfield Council annual report 2023/24", text).iter().map(line).collect()
}

#[test]
fn two_kinds_of_things_are_counted_together() {
    for (text, wanted) in [
        (
            "Toàn tỉnh có 1.432/1.450 thôn, khối phố có internet cáp quang, đạt tỷ lệ 98,8%.",
            &["Thôn, khối phố có internet cáp quang 98.8 % (1432/1450)"][..],
        ),
        (
            "Cả tỉnh có 96/102 trạm y tế, phòng khám có bác sĩ, đạt 94,1%.",
            &["Trạm y tế, phòng khám có bác sĩ 94.1 % (96/102)"],
        ),
        (
            "Có 7/40 bộ, cơ quan trung ương và 30/63 địa phương có tỷ lệ giải ngân trên mức bình quân chung cả nước.",
            &[
                "? Bộ, cơ quan trung ương 7 bộ (7/40)",
                "Địa phương có tỷ lệ giải ngân trên mức bình quân chung cả nước 30 địa phương (30/63)",
            ],
        ),
        (
            "Toàn tỉnh có 120/128 xã đạt chuẩn, sản lượng lúa đạt 512.000 tấn.",
            &["Xã đạt chuẩn 120 xã (120/128)", "Sản lượng lúa 512000 tấn"],
        ),
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
}

#[test]
fn a_level_or_a_grade_is_not_joined_to_another_one() {
    let text = "Toàn tỉnh có 210 trường đạt chuẩn quốc gia, trong đó tiểu học 52 trường, THCS và TH&THCS 60 trường, THPT 18 trường.";
    let last = lines(text).pop();
    assert_eq!(last.as_deref(), Some("trường đạt chuẩn quốc gia > THPT 18 trường"));
    let text = "Tỷ lệ học sinh xếp loại học lực tốt, giỏi đạt 21,4%; khá 36,2%; đạt, trung bình 40,1%; chưa đạt, yếu 2,3%.";
    assert_eq!(lines(text)[2..], ["Đạt, trung bình 40.1 %", "Chưa đạt, yếu 2.3 %"]);
}

#[test]
fn acts_and_nouns_in_a_row_are_one_name() {
    let text = "Mức độ hài lòng đối với việc xây dựng, thực hiện chính sách là 81,3%.";
    assert_eq!(lines(text), ["Mức độ hài lòng đối với việc xây dựng, thực hiện chính sách 81.3 %"]);
    let text =
        "The proportion of 16 to 17 year olds not in education, employment or training was 3.1%.";
    assert_eq!(
        english(text),
        ["? Proportion of 16 to 17 year olds not in education, employment or training 3.1 %"]
    );
}

#[test]
fn a_label_is_no_name_of_what_is_counted_behind_it() {
    for (text, wanted) in [
        (
            "Công tác phòng, chống thiên tai: năm 2024 xảy ra 12 đợt mưa lớn.",
            "Công tác phòng, chống thiên tai > Đợt mưa lớn 12 đợt",
        ),
        (
            "Về bảo hiểm: năm 2024 có 812.000 người tham gia bảo hiểm y tế.",
            "bảo hiểm > Người tham gia bảo hiểm y tế 812000 người",
        ),
        ("Dịch bệnh: năm 2024 ghi nhận 214 ca mắc sởi.", "Dịch bệnh > Ca mắc sởi 214 ca"),
        // Only here the words before the colon are counted.
        ("Tổng số đảng viên: có 5.120 người.", "Tổng số đảng viên 5120 người"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
    assert_eq!(
        english("Children and adults: Some 89% of pupils attend a good school."),
        ["Children and adults > Pupils attend a good school 89 %"]
    );
    // A name that may be cut is to be reviewed.
    let waste =
        english("Waste: 44.7% of household waste was sent for reuse, recycling or composting.");
    assert!(waste[0].starts_with("? Waste > Household waste was sent"), "{waste:?}");
}

#[test]
fn a_preposition_before_was_belongs_to_the_name() {
    assert_eq!(
        english("The number of children looked after was 372."),
        ["Number of children looked after 372"]
    );
    assert_eq!(
        english("The council dealt with 1,236 fly-tipping incidents."),
        ["Dealt with fly-tipping incidents 1236 fly-tipping incidents"]
    );
}

#[test]
fn how_much_each_is_worth_says_which_are_counted() {
    let found = english("There were 37 items with export value of over $1 billion.");
    assert_eq!(found, ["? Items with export value of over $1 billion 37"]);
    assert_eq!(
        lines("Cả tỉnh có 212 doanh nghiệp có doanh thu trên 100 tỷ đồng."),
        ["Doanh nghiệp có doanh thu trên 100 tỷ đồng 212 doanh nghiệp"]
    );
}

#[test]
fn what_a_classifier_counts_is_to_be_named() {
    assert_eq!(lines("Đã hoàn thành bàn giao 1.024 căn."), ["? Bàn giao căn 1024 căn"]);
    assert_eq!(
        lines("Cơ quan hải quan tiếp nhận khai báo 312.400 xe hàng xuất khẩu."),
        ["Tiếp nhận khai báo xe hàng xuất khẩu 312400 xe"]
    );
}

#[test]
fn an_average_growth_before_the_last_year_is_no_name() {
    let title = "Kết quả tỉnh Vĩnh Sơn năm 2025";
    let text = "Tổng sản lượng thủy sản 5 năm đạt 5,1 triệu tấn, bình quân tăng 3,2%/năm, riêng năm 2025 đạt 1,12 triệu tấn.";
    let found: Vec<String> = rows_of(title, text).iter().map(line).collect();
    assert_eq!(
        found,
        ["? Tổng sản lượng thủy sản 5 năm 5.1 triệu tấn", "Tổng sản lượng thủy sản 1.12 triệu tấn",]
    );
}
