//! Headings in the line of the text below them.

use crate::reports::{doubted, rows_of, target};

const TITLE: &str = "BÁO CÁO kinh tế - xã hội huyện Phú Sơn năm 2023 và nhiệm vụ năm 2024";

#[test]
fn a_heading_in_the_line_of_its_text_sets_targets() {
    for text in [
        "II. Chỉ tiêu năm 2024. Sản lượng chè 310 tấn. Tỷ lệ hộ nghèo còn 2,8%.",
        "II. Chỉ tiêu năm 2024.\nSản lượng chè 310 tấn.\nTỷ lệ hộ nghèo còn 2,8%.",
        "2. Các chỉ tiêu chủ yếu năm 2024: Sản lượng chè 310 tấn. Tỷ lệ hộ nghèo còn 2,8%.",
        "II. Các chỉ tiêu chủ yếu năm 2024. 1. Sản lượng chè 310 tấn. 2. Tỷ lệ hộ nghèo còn 2,8%.",
        "Chỉ tiêu năm 2024. Sản lượng chè 310 tấn. Tỷ lệ hộ nghèo còn 2,8%.",
    ] {
        let found = rows_of(TITLE, text);
        assert_eq!(found.len(), 2, "{text}: {found:#?}");
        for row in &found {
            assert!(row.actual.is_none() && target(row).is_some(), "{text}: {row:#?}");
            assert_eq!(row.period.unwrap().to_string(), "năm 2024", "{text}: {row:#?}");
        }
    }
}

#[test]
fn a_heading_in_the_line_of_its_text_holds_up_to_the_next() {
    let text = "I. Kết quả năm 2023. Sản lượng chè đạt 290 tấn.\nII. Chỉ tiêu năm 2024. Sản lượng chè 310 tấn.\nTỷ lệ hộ nghèo còn 2,8%.\nIII. Giải pháp. Đẩy mạnh thâm canh.\nDiện tích chè đang có 1.240 ha.";
    let found = rows_of(TITLE, text);
    let planned: Vec<bool> = found.iter().map(|row| target(row).is_some()).collect();
    assert_eq!(planned, [false, true, true, false], "{found:#?}");
    // One that does not say so is to be reviewed.
    let text = "b) Chỉ tiêu xã hội. Tỷ lệ hộ nghèo còn 2,8%.";
    assert!(doubted(&rows_of(TITLE, text)[0], "target-or-actual"));
}

#[test]
fn a_sentence_about_targets_is_no_heading() {
    for text in [
        "Nhiều chỉ tiêu đạt khá. Sản lượng chè đạt 290 tấn.",
        "1. Hoàn thành các mục tiêu. Sản lượng chè đạt 290 tấn.",
        "1. Kế hoạch năm: Trồng rừng, đã thực hiện được 290 ha.",
    ] {
        let found = rows_of(TITLE, text);
        assert!(found[0].figure().is_some() && target(&found[0]).is_none(), "{text}: {found:#?}");
    }
}
