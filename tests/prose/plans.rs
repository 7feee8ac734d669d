//! What a report says about plans in words, and the target of a rate next to what is counted.

use crate::every::Every;
use crate::reports::{doubted, line, rows, rows_of, sure, valued};
use chitieu::model::{Indicator, Status, Target, status};

/// Name, figure, target and percent of plan.
fn shown(row: &Indicator) -> String {
    let plan = row.plan.as_ref();
    let target = plan.and_then(|plan| plan.target()).map(|target| format!("{target:?}"));
    let percent = plan.and_then(|plan| plan.percent()).map(|percent| percent.to_string());
    let figure = row.figure().map_or("-".to_owned(), |figure| figure.normalize().to_string());
    let [target, percent] = [target, percent].map(Option::unwrap_or_default);
    format!("{} {figure} {target} {percent}", row.name).trim_end().to_owned()
}

fn lines(found: &[Indicator]) -> Vec<String> {
    found.iter().map(shown).collect()
}

#[test]
fn a_verdict_without_a_number_is_the_published_one() {
    for (words, wanted) in [
        ("bằng kế hoạch đề ra", Status::Met),
        ("bằng chỉ tiêu Nghị quyết HĐND tỉnh giao", Status::Met),
        ("bằng mục tiêu đề ra", Status::Met),
        ("đạt chỉ tiêu đề ra", Status::Met),
        ("đạt kế hoạch giao", Status::Met),
        ("bảo đảm chỉ tiêu được giao", Status::Met),
        ("vượt kế hoạch", Status::Exceeded),
        ("hoàn thành vượt mức chỉ tiêu nghị quyết", Status::Exceeded),
        ("chưa đạt chỉ tiêu", Status::Missed),
        ("chưa hoàn thành dự toán được giao", Status::Missed),
    ] {
        let text = format!("Tỷ lệ lao động qua đào tạo đạt 68,4%, {words}.");
        let found = rows(&text);
        assert_eq!(lines(&found), ["Tỷ lệ lao động qua đào tạo 68.4"], "{text}");
        assert_eq!(status(&found[0]), wanted, "{text}");
    }
}

#[test]
fn an_english_verdict_names_any_plan() {
    for (words, wanted) in [
        ("meeting its annual plan", Status::Met),
        ("beating the year-end target", Status::Exceeded),
        ("missing the full-year plan", Status::Missed),
    ] {
        let text = format!("The rate of trained workers reached 68.4 percent, {words}.");
        let found = rows(&text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(status(&found[0]), wanted, "{text}");
    }
}

#[test]
fn what_is_decided_by_a_resolution_is_no_verdict() {
    let found = rows("Tỷ lệ lao động qua đào tạo đạt 68,4%, bằng nghị quyết của HĐND tỉnh.");
    assert!(found.iter().all(|row| row.plan.as_ref().is_none_or(|plan| plan.verdict().is_none())));
}

#[test]
fn hopes_and_halves_are_no_verdicts() {
    for words in [
        "khó đạt kế hoạch năm",
        "phấn đấu đạt kế hoạch",
        "cơ bản đạt kế hoạch",
        "sẽ vượt kế hoạch",
        "gần đạt chỉ tiêu",
    ] {
        let text = format!("Sản lượng điện đạt 1.120 triệu kWh, {words}.");
        let found = rows(&text);
        assert!(found.iter().every(|row| status(row) == Status::NotAssessed), "{text}: {found:#?}");
    }
}

#[test]
fn a_verdict_belongs_to_what_is_named_before_it() {
    for text in [
        "Thu ngân sách đạt 2.310 tỷ đồng; sản lượng điện vượt kế hoạch.",
        "Thu ngân sách đạt 2.310 tỷ đồng, chi đầu tư phát triển vượt kế hoạch.",
    ] {
        let found = rows(text);
        assert_eq!(status(&found[0]), Status::NotAssessed, "{text}");
        assert_eq!(status(&found[1]), Status::Exceeded, "{text}");
        assert!(!found[1].review.is_empty(), "{text}");
    }
}

#[test]
fn a_rate_behind_a_count_has_its_own_target() {
    for (text, wanted) in [
        (
            "Có 126 trường đạt chuẩn quốc gia, đạt tỷ lệ 84%, vượt 0,5% so với chỉ tiêu (83,5%).",
            ["Trường đạt chuẩn quốc gia 126", "Tỷ lệ trường đạt chuẩn quốc gia 84 Value(83.5)"],
        ),
        (
            "Số xã đạt chuẩn nông thôn mới là 92 xã, đạt tỷ lệ 71,3%, vượt 1,3% so với kế hoạch (70%).",
            ["Số xã đạt chuẩn nông thôn mới 92", "Tỷ lệ xã đạt chuẩn nông thôn mới 71.3 Value(70)"],
        ),
        (
            "Toàn huyện có 1.450 hộ dùng nước sạch, chiếm tỷ lệ 91%, thấp hơn 2% so với chỉ tiêu (93%).",
            ["Hộ dùng nước sạch 1450", "Tỷ lệ hộ dùng nước sạch 91 Value(93)"],
        ),
    ] {
        let found = rows(text);
        assert_eq!(lines(&found), wanted, "{text}");
        assert_eq!(status(&found[0]), Status::NotAssessed, "{text}");
        assert!(found.iter().every(|row| row.review.is_empty()), "{text}: {found:#?}");
    }
    // Without the target, nothing shows what the difference is of.
    let text = "Thi hành xong 2.140 việc, đạt tỷ lệ 84,1%, vượt 0,6% so với chỉ tiêu.";
    assert_eq!(lines(&rows(text)), ["Thi hành xong 2140"]);
}

#[test]
fn a_rate_compared_with_its_target_is_no_percent_of_plan() {
    for text in [
        "Tỷ lệ tiêm chủng đạt 95,8% so với kế hoạch 95%.",
        "Tỷ lệ tiêm chủng đạt 95,8%, so với kế hoạch là 95%.",
        "Tỷ lệ tiêm chủng đạt 95,8%, chỉ tiêu đề ra là 95%.",
        "Tỷ lệ tiêm chủng đạt 95,8%, trong khi kế hoạch là 95%.",
    ] {
        assert_eq!(lines(&rows(text)), ["Tỷ lệ tiêm chủng 95.8 Value(95)"], "{text}");
    }
    let title = "Economy of Vinh Son province in 2024";
    for text in [
        "The coverage rate was 95.8 percent, compared with a target of 95 percent.",
        "The coverage rate was 95.8 percent against a target of 95 percent.",
        "The coverage rate was 95.8 percent, higher than the target of 95 percent.",
    ] {
        assert_eq!(lines(&rows_of(title, text)), ["Coverage rate 95.8 Value(95)"], "{text}");
    }
}

#[test]
fn a_change_behind_a_percent_of_plan_is_no_planned_growth() {
    let text =
        "Doanh thu bán vé đạt 421 tỷ đồng, vượt 20,3% kế hoạch và tăng 17,5% so với năm 2023.";
    let found = rows(text);
    assert_eq!(found[0].changes.len(), 1, "{found:#?}");
    assert_eq!(found[0].changes[0].amount.to_string(), "17.5");
}

#[test]
fn what_exceeds_an_earlier_period_is_a_rise_and_no_verdict() {
    for (text, wanted) in [
        (
            "GRDP bình quân đầu người đạt 61,2 triệu đồng, vượt 2,7 triệu đồng so với năm 2023.",
            "2.7 năm 2023",
        ),
        (
            "Thu ngân sách nhà nước đạt 845 tỷ đồng, vượt 9% so với cùng kỳ năm trước.",
            "9 cùng kỳ năm trước",
        ),
        (
            "Tổng lượt khách du lịch đạt 2,4 triệu lượt, vượt 410.000 lượt so với năm trước.",
            "0.41 năm trước",
        ),
        ("Sản lượng thủy sản đạt 21.400 tấn, vượt cùng kỳ 7%.", "7 cùng kỳ"),
        (
            "Thu ngân sách đạt 845 tỷ đồng, hoàn thành vượt mức 9% so với cùng kỳ năm trước.",
            "9 cùng kỳ năm trước",
        ),
        ("Sản lượng thủy sản đạt 21.400 tấn, vượt 7% cùng kỳ năm trước.", "7 cùng kỳ năm trước"),
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        let changes: Vec<String> = found[0]
            .changes
            .iter()
            .map(|change| {
                let period = change.period.trim_start_matches("so với ");
                format!("{} {period}", change.amount.normalize())
            })
            .collect();
        assert_eq!(changes, [wanted], "{text}");
        assert_eq!(status(&found[0]), Status::NotAssessed, "{text}");
        assert_eq!(found[0].plan, None, "{text}");
    }
}

#[test]
fn what_exceeds_a_level_of_others_is_no_verdict() {
    let text = "Tỷ lệ lao động qua đào tạo đạt 68,4%, vượt 3% so với bình quân cả nước.";
    let found = rows(text);
    assert_eq!(status(&found[0]), Status::NotAssessed, "{found:#?}");
    assert!(found[0].changes.is_empty(), "{found:#?}");
}

#[test]
fn what_exceeds_the_plan_stays_a_verdict() {
    for text in [
        "Thu ngân sách đạt 845 tỷ đồng, vượt 9% so với dự toán.",
        "Thu ngân sách đạt 845 tỷ đồng, vượt 9% dự toán và tăng 5% so với cùng kỳ năm trước.",
    ] {
        let found = rows(text);
        assert_eq!(lines(&found), ["Thu ngân sách 845  109"], "{text}");
        assert_eq!(status(&found[0]), Status::Exceeded, "{text}");
    }
}

#[test]
fn a_target_that_is_not_to_be_fallen_below_is_a_lower_bound() {
    for bound in ["không thấp hơn", "không ít hơn", "không nhỏ hơn", "không dưới"] {
        for (text, wanted) in [
            (
                format!("Năm 2025, phấn đấu thu ngân sách nhà nước {bound} 8.300 tỷ đồng."),
                "Thu ngân sách nhà nước - AtLeast(8300)",
            ),
            (
                format!("Mục tiêu: Tỷ lệ hộ sử dụng nước sạch {bound} 71%."),
                "Tỷ lệ hộ sử dụng nước sạch - AtLeast(71)",
            ),
        ] {
            assert_eq!(lines(&rows(&text)), [wanted], "{text}");
        }
    }
}

#[test]
fn a_percent_of_the_annual_plan_in_the_middle_of_the_year_is_not_missed() {
    for (title, text) in [
        (
            "Ha Lang province's economy: nine-month growth in 2024",
            "State budget revenue reached VND7.4 trillion, equal to 78 percent of the annual target.",
        ),
        (
            "Ha Lang province's economy in 2024",
            "In the nine-month period, exports reached 2.3 billion USD, equal to 71 percent of the yearly target.",
        ),
        (
            "Ha Lang province's economy over the seven-month period of 2024",
            "Retail sales reached VND7.4 trillion, equal to 58 percent of the yearly plan.",
        ),
    ] {
        let found = rows_of(title, text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_ne!(status(&found[0]), Status::Missed, "{text}: {found:#?}");
    }
}

#[test]
fn what_exceeds_the_plan_or_the_base_behind_it_is_reviewed() {
    let found = rows("Thu ngân sách đạt 845 tỷ đồng, vượt 62 tỷ đồng và tăng 4% so với năm 2023.");
    assert!(!found[0].review.is_empty(), "{found:#?}");
    let found =
        rows("Thu ngân sách đạt 845 tỷ đồng, vượt kế hoạch 62 tỷ đồng và tăng 4% so với năm 2023.");
    assert_eq!(status(&found[0]), Status::Exceeded, "{found:#?}");
    assert!(found[0].review.is_empty(), "{found:#?}");
}

#[test]
fn a_target_of_at_least_keeps_its_bound_and_no_word_of_it_in_its_name() {
    let title = "Kinh tế tỉnh Vĩnh Sơn năm 2024";
    let text = "Tỉnh đặt mục tiêu thu hút từ 350 triệu USD vốn đầu tư trở lên. Hằng năm kết nạp từ 90 đảng viên mới trở lên.";
    let found = rows_of(title, text);
    for (row, least) in found.iter().zip(["350", "90"]) {
        let least = Target::AtLeast(least.parse().unwrap());
        assert_eq!(row.plan.as_ref().and_then(|plan| plan.target()), Some(least), "{row:#?}");
        assert!(row.actual.is_none() && !row.name.contains("trở lên"), "{row:#?}");
    }
    assert_eq!(found.len(), 2);
    // Which ones are counted is no bound.
    let text = "Có 30 hộ có thu nhập từ mức trung bình trở lên.";
    let found = rows_of(title, text);
    assert!(found[0].name.ends_with("trở lên") && found[0].plan.is_none(), "{found:#?}");
}

#[test]
fn a_planned_fall_is_no_planned_value() {
    let text =
        "Tỷ lệ hộ nghèo còn 9,4%, giảm 3,2 điểm phần trăm so với năm 2023 (mục tiêu giảm 2,5%).";
    let found = rows_of("Giảm nghèo tỉnh Vĩnh Sơn năm 2024", text);
    assert!(found[0].note.as_ref().is_some_and(|note| note.contains("mục tiêu giảm 2,5%")));
    assert!(found[0].plan.is_none(), "{found:#?}");
}

#[test]
fn a_distance_from_a_second_plan_is_one_as_well() {
    let text = "Thu ngân sách đạt 5.600 tỷ đồng, vượt 12% dự toán trung ương giao và 5,7% dự toán tỉnh giao.";
    let found = rows(text);
    assert_eq!(lines(&found), ["Thu ngân sách 5600  112"], "{text}");
    assert_eq!(other_plan(&found[0]), ("dự toán tỉnh giao", "105.7".to_owned()));
    assert!(doubted(&found[0], "several-plans"), "{found:#?}");
    // A large percent is one of the other plan.
    let text = "Thu ngân sách đạt 5.600 tỷ đồng, vượt 12% dự toán trung ương giao và 96% dự toán tỉnh giao.";
    let found = rows(text);
    assert_eq!(other_plan(&found[0]), ("dự toán tỉnh giao", "96".to_owned()));
}

#[test]
fn a_part_of_the_plan_of_a_term_misses_no_plan() {
    let text = "Diện tích trồng rừng đạt 820 ha, đạt 102,5% kế hoạch năm và 61% kế hoạch giai đoạn 2021-2025.";
    let found = rows_of("Kết quả huyện Phú Lộc năm 2024", text);
    assert_eq!(status(&found[0]), Status::Exceeded, "{found:#?}");
    assert_eq!(other_plan(&found[0]).1, "61");
    assert_eq!(status(&found[0].against(&found[0].other_plans[0])), Status::InProgress);
}

/// The name and the percentage of the only other plan.
fn other_plan(row: &Indicator) -> (&str, String) {
    let [plan] = &row.other_plans[..] else { panic!("{row:#?}") };
    (plan.name.as_deref().unwrap_or_default(), plan.percent().unwrap().to_string())
}

#[test]
fn a_target_may_be_counted_behind_a_slash() {
    let text = "Tuyển sinh lớp 10 đạt 12.400 học sinh/13.000 chỉ tiêu (95,4%).";
    let found = rows(text);
    assert_eq!(lines(&found), ["Tuyển sinh lớp 10 12400 Value(13000) 95.4"], "{text}");
}

#[test]
fn a_plan_in_brackets_is_a_plan_no_matter_who_has_set_it() {
    for (text, wanted) in [
        (
            "Tỷ lệ khám phá án đạt 91,4% (chỉ tiêu Bộ Công an giao trên 75%).",
            "Tỷ lệ khám phá án 91.4 % target Over(75)",
        ),
        (
            "Tỷ lệ giải quyết án đạt 93,1% (chỉ tiêu Tòa án nhân dân tối cao giao là 90%).",
            "Tỷ lệ giải quyết án 93.1 % target Value(90)",
        ),
        (
            "Thu nội địa đạt 2.310 tỷ đồng (dự toán Bộ Tài chính giao 2.200 tỷ đồng).",
            "Thu nội địa 2310 tỷ đồng target Value(2200)",
        ),
    ] {
        let found: Vec<String> = rows(text).iter().map(line).collect();
        assert_eq!(found, [wanted], "{text}");
    }
    // Beds are no plan of their use.
    let text = "Công suất sử dụng giường bệnh đạt 91,2% trên 840 giường kế hoạch.";
    let found = rows(text);
    assert_eq!((found[0].unit.as_deref(), found[0].plan.is_none()), (Some("%"), true));
}

#[test]
fn a_multiple_of_the_plan_exceeds_it() {
    let found = rows("Thu ngân sách đạt 1.200 tỷ đồng, gấp 1,6 lần dự toán.");
    assert_eq!(status(&found[0]), Status::Exceeded, "{found:#?}");
    // Of another year.
    let found = rows("Thu ngân sách đạt 1.200 tỷ đồng, gấp 1,6 lần năm 2020.");
    assert_eq!(status(&found[0]), Status::NotAssessed, "{found:#?}");
}

#[test]
fn what_somebody_has_set_is_no_result() {
    for text in [
        "Thu ngân sách 120 tỷ đồng (Cục Thuế giao 100 tỷ đồng).",
        "Tỷ lệ nước sạch đạt 95% (theo quy định của Bộ Y tế 98%).",
    ] {
        let found = rows(text);
        assert!(found.len() < 2 || !found[1].review.is_empty(), "{text}: {found:#?}");
    }
}

#[test]
fn what_fell_further_than_planned_is_not_missed() {
    for (text, wanted) in [
        (
            "Tỷ lệ hộ nghèo còn 13,2%, giảm 3,1 điểm phần trăm so với năm 2023, vượt 0,3 điểm % so với kế hoạch.",
            Status::Exceeded,
        ),
        (
            "Tỷ lệ hộ nghèo giảm 2,1 điểm phần trăm, vượt 0,1 điểm phần trăm so với kế hoạch.",
            Status::Exceeded,
        ),
        // Nobody says what was exceeded.
        (
            "Tỷ lệ thất nghiệp còn 2,1%, vượt 0,2 điểm phần trăm so với chỉ tiêu.",
            Status::NotAssessed,
        ),
        ("Tỷ lệ hộ nghèo còn 4,2%, cao hơn 0,4 điểm phần trăm so với kế hoạch.", Status::Missed),
        ("Tỷ lệ che phủ rừng đạt 62,1%, vượt 0,1 điểm % so với kế hoạch.", Status::Exceeded),
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_eq!(status(&found[0]), wanted, "{text}");
    }
}

#[test]
fn a_meeting_in_the_middle_of_the_year_is_about_six_months() {
    let text =
        "Thu ngân sách đạt 312 tỷ đồng, đạt 71,7% KH. Tổng đàn lợn 42.000 con, bằng 98% kế hoạch.";
    let title = "HĐND huyện Sơn Bình khai mạc kỳ họp thường lệ giữa năm 2025";
    let said = format!("Tại kỳ họp thường lệ giữa năm 2025, UBND huyện báo cáo: {text}");
    for found in [rows_of(title, text), rows_of("HĐND huyện Sơn Bình họp", &said)] {
        assert!(found.iter().all(|row| status(row) == Status::InProgress), "{found:#?}");
    }
}

#[test]
fn what_was_given_is_no_result_that_is_sure() {
    let text = "Năm 2024, tỉnh được giao thu ngân sách 3.150 tỷ đồng.";
    assert!(rows(text).iter().all(|row| !row.review.is_empty()), "{text}");
    let text = "Thu ngân sách 2.800 tỷ đồng, bằng 86,2% dự toán, hụt 450 tỷ đồng.";
    let found = rows(text);
    assert!(found[0].changes.is_empty(), "{found:#?}");
}

#[test]
fn what_is_to_be_added_holds_for_a_list() {
    let text = "Mục tiêu năm 2024: có thêm 6 xã đạt chuẩn nông thôn mới, 12 xã đạt chuẩn nông thôn mới nâng cao.";
    let found = rows(text);
    assert!(
        found.len() == 2 && found.iter().all(|row| row.name.contains("tăng thêm")),
        "{found:#?}"
    );
}

#[test]
fn a_percent_in_a_list_is_one_of_the_plan_that_the_first_names() {
    let text = "Thu từ doanh nghiệp nhà nước 1.120 tỷ đồng, đạt 81,5% dự toán; lệ phí trước bạ 310 tỷ đồng, đạt 76,4%; đã giải quyết 22 đơn, đạt 95,7%.";
    let found = rows(text);
    assert!(sure(valued(&found, "310", text)), "{found:#?}");
    // What was done of what there is to do is no percent of plan.
    let row = valued(&found, "22", text);
    assert!(!sure(row) || row.plan.is_none(), "{row:#?}");
}
