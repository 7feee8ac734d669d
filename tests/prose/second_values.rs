//! Second values of one indicator, changes without a word for them before their figure, parts that share what their
//! whole is compared with, and units in several words.

use crate::reports::{line, lines, rows, rows_of, sure, valued};

fn english(text: &str) -> Vec<String> {
    rows_of("Northfield Council annual report 2023/24", text).iter().map(line).collect()
}

#[test]
fn a_side_behind_a_percent_makes_it_a_change() {
    for (text, wanted) in [
        ("The consumer price index (CPI) averaged 3.71% higher than in 2022.", "(CPI) +3.71%"),
        ("Average wages were 5.2% higher than a year earlier.", "wages +5.2%"),
        ("Food prices averaged 4.1% lower than in 2022.", "prices -4.1%"),
    ] {
        let found = english(text);
        assert!(found.len() == 1 && found[0].ends_with(wanted), "{text}: {found:?}");
    }
    // A level is one.
    assert_eq!(
        english("The employment rate was 74.9%, 0.8 points below the national rate.").len(),
        1
    );
    assert_eq!(english("The occupancy rate averaged 74.9%."), ["Occupancy rate 74.9 %"]);
}

#[test]
fn parts_behind_a_list_word_share_the_plan_of_their_whole() {
    for list in ["gồm:", "bao gồm:", "trong đó:", "cụ thể:"] {
        let text = format!(
            "Giải ngân vốn đầu tư công 1.200 tỷ đồng, đạt 61% kế hoạch, {list} vốn trong nước đạt 64%; chương trình giảm \
             nghèo bền vững đạt 47%."
        );
        let found = lines(&text);
        assert_eq!(
            found[1..],
            [
                "Giải ngân vốn đầu tư công > Vốn trong nước 64% of plan",
                "Giải ngân vốn đầu tư công > Chương trình giảm nghèo bền vững 47% of plan",
            ],
            "{text}"
        );
    }
    // A rate is none.
    let text =
        "Thu ngân sách đạt 1.200 tỷ đồng, đạt 61% kế hoạch, trong đó: tỷ lệ thu nội địa đạt 64%.";
    assert!(lines(text)[1].ends_with("64 %"), "{:?}", lines(text));
}

#[test]
fn another_aim_ends_the_parts_before_it() {
    let text = "Năm 2025, tỉnh đặt mục tiêu giảm tỷ lệ hộ nghèo 3%, trong đó hộ nghèo vùng cao giảm trên 4%; phấn đấu công nhận 9 xã nông thôn mới, 28 sản phẩm OCOP.";
    let found = rows(text);
    let parts: Vec<&str> =
        found.iter().filter(|row| !row.parents.is_empty()).map(|row| row.name.as_str()).collect();
    assert_eq!(parts, ["Hộ nghèo vùng cao giảm"], "{found:#?}");
}

#[test]
fn a_sentence_before_a_colon_is_no_whole() {
    for (text, wanted) in [
        (
            "Một số sản phẩm chủ yếu tăng khá so với cùng kỳ: điện sản xuất 1.210 triệu kWh; xi măng 812 nghìn tấn.",
            &[][..],
        ),
        (
            "Cơ cấu kinh tế chuyển dịch đúng hướng: khu vực công nghiệp chiếm 30,2%; khu vực dịch vụ chiếm 31,1%.",
            &["Cơ cấu kinh tế"],
        ),
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 2, "{text}");
        assert!(found.iter().all(|row| row.parents == wanted), "{text}: {found:#?}");
    }
}

#[test]
fn units_of_several_words() {
    assert_eq!(
        lines("Hệ thống đã cấp mã cho 51,2 triệu trái/cành/cây."),
        ["Cấp mã cho trái/cành/cây 51.2 triệu trái/cành/cây"]
    );
    assert_eq!(
        lines("Đã xóa 41/41 nhà tạm, nhà dột nát."),
        ["Xóa nhà tạm, nhà dột nát 41 nhà (41/41)"]
    );
    assert_eq!(
        english("Town centre footfall increased 3.4% to 2.9 million visits."),
        ["Town centre footfall 2.9 million visits +3.4%"]
    );
    assert_eq!(
        english("The average response time was 7 minutes 45 seconds."),
        ["Average response time 465 seconds"]
    );
}

#[test]
fn the_new_value_is_kept_where_the_old_one_has_its_year_in_brackets() {
    for verb in ["còn", "xuống còn"] {
        let text = format!("Tỷ lệ hộ nghèo giảm từ 4,2% (năm 2021) {verb} 1,3% (năm 2024).");
        let found = rows(&text);
        assert_eq!(lines(&text), ["Tỷ lệ hộ nghèo 1.3 %"], "{text}");
        assert_eq!(found[0].earlier.len(), 1, "{text}: {found:#?}");
    }
}

#[test]
fn the_rank_of_another_place_is_not_that_of_the_one_before() {
    let text = "Chỉ số PCI của tỉnh đạt 68,2 điểm, Đồng Nai xếp thứ 12 với 67,1 điểm.";
    let found = rows(text);
    assert!(found[0].ranks.is_empty() && sure(&found[0]), "{found:#?}");
    assert!(found[1..].iter().all(|row| !sure(row)), "{found:#?}");
}

#[test]
fn the_level_behind_a_change_is_the_value() {
    for (text, figure) in [
        ("Đàn trâu giảm 1,4%, còn 62 nghìn con.", "62"),
        ("Diện tích rừng tăng 2%, đạt 145 nghìn ha.", "145"),
    ] {
        let found = rows(text);
        assert!(found.len() == 1 && found[0].changes.len() == 1, "{found:#?}");
        assert!(sure(valued(&found, figure, text)), "{found:#?}");
    }
}
