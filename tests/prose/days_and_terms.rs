//! What a text says around its figures: the day of publication, the days that are reported on, the
//! middle of a term, and what people did at a meeting.

use crate::every::Every;
use crate::reports::{doubted, read, rows_of, sure, target, valued};
use chitieu::model::{Indicator, Period, Status, status};

fn period_of(row: &Indicator) -> Option<String> {
    row.period.map(|period| period.to_string())
}

fn plan_period(row: &Indicator) -> Option<Period> {
    row.plan.as_ref().and_then(|plan| plan.period)
}

#[test]
fn the_day_of_publication_is_no_period() {
    let days =
        ["05/02/2024", "Thứ Hai, 5/2/2024 - 08:15 Lượt xem: 2.340", "Cập nhật: 5-2-2024, 14h20"];
    for day in days {
        let text = format!(
            "{day}\n\nNăm 2023, toàn tỉnh đón 4,1 triệu lượt khách.\n\nChỉ số SAIDI là 215 phút, giảm 8,4%. Tỷ lệ hộ nghèo còn 3,12%."
        );
        let import = read("Du lịch Sơn Bình", &text);
        assert_eq!(import.dataset.period, "năm 2023", "{day}");
        assert!(import.dataset.indicators.len() >= 3, "{day}: {import:#?}");
        for row in import.dataset.indicators.iter() {
            assert_eq!(row.period, None, "{day}: {row:#?}");
            assert!(!doubted(&row, "period-open"), "{day}: {row:#?}");
        }
        assert!(import.dataset.sections.iter().every(|section| !section.name.contains("2024")));
    }
}

#[test]
fn a_school_year_outlasts_the_day_of_publication() {
    let text = "20/8/2023\n\nToàn tỉnh hiện có 312/405 trường đạt chuẩn quốc gia. Tỷ lệ huy động trẻ 4 tuổi ra lớp đạt 97,2%.";
    let import = read("Tổng kết năm học 2022-2023", text);
    assert_eq!(import.dataset.period, "năm học 2022-2023");
    assert!(import.dataset.indicators.iter().every(|row| row.period.is_none()), "{import:#?}");
    // The day may be the first line of a text.
    let import = read(
        "Thứ Sáu, 18/8/2023",
        "Năm học 2022-2023, toàn tỉnh có 405 trường mầm non, phổ thông.\n\nTỷ lệ huy động trẻ 4 tuổi ra lớp đạt 97,2%.",
    );
    assert_eq!(import.dataset.period, "năm học 2022-2023", "{import:#?}");
}

#[test]
fn the_days_of_the_figures_are_the_period_of_the_report() {
    for line in [
        "(Số liệu từ ngày 01/12/2022 đến ngày 30/11/2023)",
        "(Từ ngày 01/12/2022 đến ngày 30/11/2023)",
        "Kỳ báo cáo: từ 01/12/2022 đến 30/11/2023",
    ] {
        let text = format!("{line}\n\nThi hành án xong 4.120 việc; thu 512 tỷ đồng.");
        let import = read("Báo cáo công tác thi hành án dân sự", &text);
        let wanted = "từ ngày 01/12/2022 đến ngày 30/11/2023";
        assert_eq!(import.dataset.period, wanted, "{line}: {import:#?}");
    }
}

#[test]
fn in_the_middle_of_a_term_a_figure_has_the_year_that_it_names() {
    let title = "Đánh giá giữa nhiệm kỳ thực hiện Nghị quyết Đại hội (2021-2025)";
    let text = "Quy mô nền kinh tế năm 2023 đạt 96.400 tỷ đồng. Tổng thu ngân sách nhà nước ba năm đạt 27.300 tỷ đồng; riêng năm 2022 đạt 9.815 tỷ đồng.\n\nTỷ lệ lao động qua đào tạo đạt 71,2%. Kết nạp đảng viên mới: 3.406 đảng viên.";
    let found = rows_of(title, text);
    let economy = valued(&found, "96400", text);
    assert!(sure(economy) && target(economy).is_none(), "{economy:#?}");
    assert_eq!(period_of(economy).as_deref(), Some("năm 2023"));
    let all = valued(&found, "27300", text);
    assert_eq!(all.name, "Tổng thu ngân sách nhà nước ba năm");
    let one = valued(&found, "9815", text);
    assert_eq!(
        (period_of(one).as_deref(), &*one.name),
        (Some("năm 2022"), "Tổng thu ngân sách nhà nước")
    );
    for figure in ["71.2", "3406", "27300"] {
        let row = valued(&found, figure, text);
        assert!(row.period.is_none() && doubted(row, "period-open"), "{row:#?}");
    }
}

#[test]
fn the_year_of_a_target_ends_with_its_sentence() {
    let title = "Đánh giá giữa nhiệm kỳ thực hiện Nghị quyết Đại hội (2021-2025)";
    let text = "Mở đầu.\n\nThu nhập bình quân đầu người năm 2023 đạt 61,4 triệu đồng, mục tiêu đến năm 2025 là 70 triệu đồng. Tổng thu ngân sách đạt 27.300 tỷ đồng.";
    let found = rows_of(title, text);
    let row = valued(&found, "27300", text);
    assert!(row.period.is_none() && doubted(row, "period-open"), "{row:#?}");
    let found = rows_of("Báo cáo tỉnh Sơn Bình năm 2023", text);
    let row = valued(&found, "27300", text);
    assert!(row.period.is_none() && sure(row), "{row:#?}");
}

#[test]
fn a_year_set_apart_ends_with_its_clause() {
    let text = "Thu ngân sách đạt 8.150 tỷ đồng; riêng năm 2021 đạt 7.020 tỷ đồng; chi ngân sách đạt 6.300 tỷ đồng.";
    let found = rows_of("Báo cáo tài chính tỉnh Sơn Bình năm 2022", text);
    assert_eq!(period_of(valued(&found, "7020", text)).as_deref(), Some("năm 2021"));
    let spent = valued(&found, "6300", text);
    assert!(spent.period.is_none() || doubted(spent, "period-open"), "{spent:#?}");
}

#[test]
fn a_result_below_targets_of_a_later_year_is_none() {
    let text = "Mục tiêu đến năm 2025\n\nQuy mô nền kinh tế năm 2022 đạt 61.700 tỷ đồng.";
    let found = rows_of("Báo cáo kết quả phát triển kinh tế - xã hội năm 2022", text);
    let row = valued(&found, "61700", text);
    assert!(target(row).is_none(), "{row:#?}");
    let text = "Quy mô nền kinh tế năm 2022 đạt 61.700 tỷ đồng.";
    let found = rows_of("NGHỊ QUYẾT Đánh giá kết quả thực hiện", text);
    assert!(target(valued(&found, "61700", text)).is_none(), "{found:#?}");
}

#[test]
fn a_target_of_a_later_year_is_in_progress() {
    for words in
        ["(mục tiêu đến 2027: 82%)", "(mục tiêu đến năm 2027 là 82%)", "(kế hoạch năm 2027: 82%)"]
    {
        let text = format!("Tỷ lệ lao động qua đào tạo đạt 74,5% {words}.");
        let found = rows_of("Báo cáo tỉnh Sơn Bình năm 2024", &text);
        let row = valued(&found, "74.5", &text);
        assert_eq!(plan_period(row), Some(Period::year(2027)), "{words}: {row:#?}");
        let of_2024 = Indicator { period: Some(Period::year(2024)), ..row.clone() };
        assert_eq!(status(&of_2024), Status::InProgress, "{words}: {row:#?}");
    }
    // The year of the report itself is that of its plan.
    let text = "Tỷ lệ lao động qua đào tạo đạt 74,5% (kế hoạch năm 2024: 82%).";
    let found = rows_of("Báo cáo tỉnh Sơn Bình năm 2024", text);
    assert_eq!(status(valued(&found, "74.5", text)), Status::Missed, "{found:#?}");
}

#[test]
fn a_percent_of_a_plan_of_five_years_is_in_progress() {
    for words in ["mục tiêu 5 năm", "kế hoạch giai đoạn 2021-2025", "kế hoạch 5 năm"]
    {
        let text = format!(
            "Tổng vốn đầu tư toàn xã hội giai đoạn 2021 - 2023 đạt 84.500 tỷ đồng, bằng 58,3% {words}."
        );
        let found = rows_of("Kinh tế tỉnh Sơn Bình", &text);
        let row = valued(&found, "84500", &text);
        assert_eq!(plan_period(row), Period::years(2021, 2025), "{words}: {row:#?}");
        let own = row.period.or(Period::years(2021, 2023));
        assert_eq!(
            status(&Indicator { period: own, ..row.clone() }),
            Status::InProgress,
            "{words}"
        );
    }
    // Nobody says which five years.
    let text = "Tổng vốn đầu tư toàn xã hội đạt 84.500 tỷ đồng, bằng 58,3% mục tiêu 5 năm.";
    let found = rows_of("Kinh tế tỉnh Sơn Bình năm 2023", text);
    assert!(doubted(valued(&found, "84500", text), "period-open"), "{found:#?}");
}

#[test]
fn votes_and_those_present_are_no_indicators() {
    for text in [
        "Nghị quyết được thông qua với 41/43 đại biểu có mặt biểu quyết tán thành.",
        "Kỳ họp thứ 7 thông qua ngày 12 tháng 7 năm 2023, với 29/29 đại biểu tán thành.",
        "Hội nghị có 210/215 đại biểu tham dự. Có 39/41 đồng chí được bầu vào Ban Chấp hành.",
        "100% đại biểu biểu quyết nhất trí.",
    ] {
        assert!(rows_of("Nghị quyết kỳ họp năm 2023", text).is_empty(), "{text}");
    }
    let text = "Tỷ lệ nữ đại biểu Hội đồng nhân dân đạt 31,5%. Đảng bộ có 5.120 đảng viên.";
    assert_eq!(rows_of("Báo cáo năm 2023", text).len(), 2);
}

#[test]
fn how_often_something_was_done_is_its_figure() {
    let text = "Siêu âm 76.540 lần, bằng 95,8% cùng kỳ; chụp cắt lớp 18.320 lần.";
    let found = rows_of("Hoạt động bệnh viện năm 2023", text);
    let row = valued(&found, "76540", text);
    assert_eq!((&*row.name, row.unit.as_deref()), ("Siêu âm", Some("lần")), "{row:#?}");
    assert_eq!(row.changes.len(), 1, "{row:#?}");
    assert_eq!(valued(&found, "18320", text).unit.as_deref(), Some("lần"));
}

#[test]
fn the_letter_of_an_item_is_no_part_of_a_name() {
    let text = "Kết quả năm 2023:\na) Tỷ lệ hộ nghèo còn 4,1%.\nđ) Kết nạp 96 đảng viên.\nc) Có 12/15 xã đạt chuẩn.";
    let found = rows_of("Báo cáo huyện Sơn Bình năm 2023", text);
    assert_eq!(found.len(), 3, "{found:#?}");
    for row in &found {
        let name = row.name.to_lowercase();
        assert!(
            ["tỷ lệ", "kết nạp", "xã đạt"].iter().any(|start| name.starts_with(start)),
            "{row:#?}"
        );
    }
}

#[test]
fn how_many_missed_is_counted_where_the_text_says_it() {
    let counted = |text: &str| {
        let totals = read("Kinh tế tỉnh Vĩnh Sơn năm 2024", text).dataset.totals;
        totals.map(|totals| (totals.plan_indicators, totals.missed))
    };
    for text in [
        "Có 4/17 chỉ tiêu không đạt kế hoạch.",
        "Có 13/17 chỉ tiêu đạt và vượt kế hoạch, còn 4 chỉ tiêu không đạt.",
        "Có 13/17 chỉ tiêu đạt và vượt kế hoạch; 4/17 chỉ tiêu chưa đạt kế hoạch.",
        "Trong 17 chỉ tiêu chủ yếu, có 13 chỉ tiêu đạt và vượt kế hoạch, 4 chỉ tiêu không đạt.",
        "Trong 17 chỉ tiêu có 9 chỉ tiêu vượt, 4 chỉ tiêu đạt, 4 chỉ tiêu chưa đạt kế hoạch.",
    ] {
        assert_eq!(counted(text), Some((17, 4)), "{text}");
    }
    // What became of the others is not said.
    for text in [
        "Có 13/17 chỉ tiêu đạt và vượt kế hoạch.",
        "Trong 17 chỉ tiêu có 9 chỉ tiêu vượt, 4 chỉ tiêu chưa đạt kế hoạch.",
        "Có 13/17 chỉ tiêu đạt và vượt kế hoạch, 2 chỉ tiêu không đạt, 2 chỉ tiêu chưa đánh giá.",
    ] {
        assert_eq!(counted(text), None, "{text}");
    }
}

#[test]
fn how_many_of_all_targets_were_met_is_no_indicator() {
    for text in [
        "Đạt 13/17 chỉ tiêu.",
        "Số chỉ tiêu đạt kế hoạch: 13/17.",
        "13 trong 17 chỉ tiêu đạt kế hoạch.",
        "Có 13 trên tổng số 17 chỉ tiêu đạt kế hoạch.",
        "Hoàn thành 13 trong tổng số 17 chỉ tiêu.",
    ] {
        let read = read("Kinh tế tỉnh Vĩnh Sơn năm 2024", text);
        assert!(read.dataset.indicators.is_empty(), "{text}: {:#?}", read.dataset.indicators);
        let total = read.numbers.iter().filter(|number| number.paragraph > 0);
        assert!(total.clone().all(|number| number.rule.name() == "totals"), "{text}");
        assert_eq!(total.count(), 2, "{text}");
    }
    let missed = read("Kinh tế tỉnh Vĩnh Sơn năm 2024", "4 trong 17 chỉ tiêu không đạt.");
    let totals = missed.dataset.totals.map(|totals| (totals.plan_indicators, totals.missed));
    assert_eq!(totals, Some((17, 4)));
}

#[test]
fn what_a_sentence_before_counts_up_to_a_day_is_open_behind_it() {
    let title = "Y tế tỉnh Vĩnh Sơn năm 2023";
    let text = "Lũy tích đến 30/11/2023, số người nhiễm HIV là 290 người. Ngành đã kiểm tra 3.870 cơ sở thực phẩm.";
    let found = rows_of(title, text);
    assert!(doubted(valued(&found, "3870", text), "period-open"), "{found:#?}");
    // The last day of the report's period goes on.
    let text = "Đến 31/12/2023, tổng nguồn vốn đạt 8.120 tỷ đồng. Tổng dư nợ đạt 7.450 tỷ đồng.";
    let found = rows_of(title, text);
    assert!(sure(valued(&found, "7450", text)), "{found:#?}");
    let text = "Riêng dịp Tết Nguyên đán, tỉnh đón 61.000 lượt khách.";
    let found = rows_of(title, text);
    assert!(doubted(valued(&found, "61000", text), "period-open"), "{found:#?}");
}

#[test]
fn an_exam_of_the_year_is_in_its_school_year() {
    let title = "Giáo dục tỉnh Vĩnh Sơn năm học 2022 - 2023";
    let text = "Kỳ thi tốt nghiệp THPT năm 2023, toàn tỉnh có 8.140 thí sinh dự thi. Kỳ thi tốt nghiệp THPT năm 2022 có 7.900 thí sinh dự thi.";
    let found = rows_of(title, text);
    assert!(sure(valued(&found, "8140", text)), "{found:#?}");
    let text = "Tỷ lệ tốt nghiệp năm 2023 đạt 98,4%; điểm trung bình các môn thi đạt 6,1 điểm.";
    let found = rows_of(title, text);
    let row = valued(&found, "6.1", text);
    assert_eq!(row.period.map(|period| period.to_string()).as_deref(), Some("năm 2023"));
}
