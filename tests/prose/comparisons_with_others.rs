//! What a sentence compares its figures with before it gives them, and comparisons with others, which are no changes.

use crate::reports::{changes_with_bases, rows, sure};

#[test]
fn a_comparison_with_others_is_no_change() {
    for text in [
        "Tỷ lệ hộ nghèo còn 4,1%, thấp hơn 0,7 điểm phần trăm so với bình quân chung của tỉnh.",
        "Tỷ lệ thất nghiệp của nữ là 3,4%, cao hơn 0,9 điểm phần trăm so với nam giới.",
        "Tỷ lệ thất nghiệp của nữ là 3,4%, cao hơn nam giới 0,9 điểm phần trăm.",
        "Thu nhập bình quân đạt 58 triệu đồng, thấp hơn 6 triệu đồng so với mức bình quân cả nước năm 2023.",
        "Năng suất ngô đạt 51 tạ/ha, tăng 4 tạ/ha so với giống đối chứng.",
        "Điểm trung bình môn Văn là 7,1 điểm, cao hơn 0,4 điểm so với trung bình cả nước.",
        "So với bình quân chung cả nước, thu nhập đạt 58 triệu đồng, thấp hơn 6 triệu đồng.",
        "The vacancy rate was 5.3 percent, 0.8 percentage points lower than the regional average.",
        "The vacancy rate was 5.3 percent, 0.8 percentage points higher than that of offices.",
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert!(found[0].changes.is_empty() && sure(&found[0]), "{text}: {found:#?}");
    }
}

#[test]
fn a_comparison_with_another_time_stays_a_change() {
    for (text, wanted) in [
        ("Sản lượng ngô đạt 51 tấn, tăng 4 tấn so với vụ trước.", "4 vụ trước"),
        ("Số hộ nghèo là 120 hộ, giảm 15 hộ so với đầu nhiệm kỳ.", "-15 đầu nhiệm kỳ"),
        ("Sản lượng ngô đạt 51 tấn, tăng 4 tấn so với trước khi sáp nhập.", "4 trước khi sáp nhập"),
        (
            "Sản lượng ngô đạt 51 tấn, tăng 4 tấn so với trung bình nhiều năm.",
            "4 trung bình nhiều năm",
        ),
        ("Rice output was 51 tonnes, 4 tonnes higher than last season.", "4 last season"),
    ] {
        assert_eq!(changes_with_bases(&rows(text)[0]), [wanted], "{text}");
    }
}

#[test]
fn a_base_in_front_is_that_of_every_change() {
    for (text, wanted) in [
        (
            "So với cùng kỳ năm trước, sản lượng chè đạt 310 tấn, tăng 7%.",
            &["7 cùng kỳ năm trước"][..],
        ),
        (
            "So với năm 2023, sản lượng chè tăng 7%; sản lượng cam đạt 45 tấn, giảm 3%.",
            &["7 năm 2023", "-3 năm 2023"],
        ),
        ("So cùng kỳ, thu ngân sách đạt 870 tỷ đồng, tăng 11%.", &["11 cùng kỳ"]),
        ("Compared with 2023, tea output reached 310 tonnes, up 7 percent.", &["7 2023"]),
    ] {
        let found = rows(text);
        let all: Vec<String> = found.iter().flat_map(changes_with_bases).collect();
        assert_eq!(all, wanted, "{text}: {found:#?}");
    }
    let found = rows("So với kế hoạch, sản lượng chè đạt 310 tấn, vượt 7%.");
    assert!(found[0].changes.is_empty(), "{found:#?}");
    assert_eq!(found[0].plan.as_ref().and_then(|plan| plan.percent()).unwrap().to_string(), "107");
}
