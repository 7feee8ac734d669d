//! What a figure of a report says: a change or that of another period, a target or a result, a value or a factor. Each
//! kind of construction has several wordings.

use crate::every::Every;
use crate::reports::{OPTIONS, number, rows, rows_of, valued};
use chitieu::dataset::import;
use chitieu::model::{Actual, Indicator, Status, status};

fn changes(row: &Indicator) -> Vec<String> {
    row.changes.iter().map(|one| one.amount.normalize().to_string()).collect()
}

fn note(row: &Indicator) -> &str {
    row.note.as_deref().unwrap_or_default()
}

#[test]
fn the_change_of_an_earlier_period_is_none_of_this_one() {
    for text in [
        "Sản lượng xi măng tăng 7,1%, trong khi cùng kỳ năm 2023 giảm 1,4%.",
        "Doanh thu bán lẻ tăng 7,1%, còn cùng kỳ năm ngoái chỉ tăng 3%.",
        "Kim ngạch nhập khẩu tăng 7,1% nhưng cùng kỳ năm trước giảm 5,5%.",
        "Tổng thu ngân sách tăng 7,1% (cùng kỳ tăng 2,2%).",
    ] {
        assert_eq!(changes(&rows(text)[0]), ["7.1"], "{text}");
    }
    let title = "Economy of Vinh Son in 2024";
    for text in [
        "Industrial production rose 7.1 per cent, while in the same period last year it fell 2 per cent.",
        "Exports rose 7.1 per cent, while the figure in the same period of 2023 was 9.4 per cent.",
    ] {
        assert_eq!(changes(&rows_of(title, text)[0]), ["7.1"], "{text}");
    }
}

#[test]
fn a_change_belongs_to_what_is_named_behind_it() {
    for (text, first, second) in [
        (
            "Có 640 dự án với tổng vốn 2.150 tỷ đồng, tăng 5,2% về số dự án và giảm 3,7% về vốn.",
            "640",
            "2150",
        ),
        (
            "Có 640 dự án với số vốn 2.150 tỷ đồng, so với cùng kỳ tăng 5,2% số dự án và giảm 3,7% số vốn.",
            "640",
            "2150",
        ),
        (
            "Xuất khẩu chè đạt 640 tấn với giá trị 2.150 triệu đồng, tăng 5,2% về lượng nhưng giảm 3,7% về giá trị.",
            "640",
            "2150",
        ),
        (
            "Xử phạt 640 trường hợp với số tiền 2.150 triệu đồng, tăng 5,2% số trường hợp, giảm 3,7% về số tiền.",
            "640",
            "2150",
        ),
    ] {
        let found = rows(text);
        assert_eq!(changes(valued(&found, first, text)), ["5.2"], "{text}");
        assert_eq!(changes(valued(&found, second, text)), ["-3.7"], "{text}");
    }
    let text = "The province licensed 640 projects with registered capital of $215 million, up 5.2% in number but down 3.7% in capital.";
    let found = rows_of("Vinh Son in 2024", text);
    assert_eq!(changes(valued(&found, "640", text)), ["5.2"]);
    assert_eq!(changes(valued(&found, "215", text)), ["-3.7"]);
    // What no indicator of the sentence is about stays in the words of the source.
    let found = rows("Sản lượng điện đạt 640 triệu kWh, tăng 5,2% về số khách hàng.");
    assert_eq!(changes(&found[0]), [] as [&str; 0]);
    assert!(note(&found[0]).contains("tăng 5,2% về số khách hàng"), "{found:?}");
}

#[test]
fn a_change_behind_a_list_of_parts_is_that_of_the_whole() {
    for (text, whole, part) in [
        (
            "Đội tuyển giành 52 giải, gồm 7 giải nhất, 15 giải nhì và 30 giải ba, tăng 6 giải so với năm 2023.",
            "52",
            "30",
        ),
        (
            "Toàn tỉnh có 52 trạm, trong đó 22 trạm loại I, 30 trạm loại II, tăng 6 trạm so với năm 2023.",
            "52",
            "30",
        ),
    ] {
        let found = rows(text);
        assert_eq!(changes(valued(&found, whole, text)), ["6"], "{text}");
        assert!(valued(&found, part, text).changes.is_empty(), "{text}");
    }
    let text = "Đoàn vận động viên đoạt 90 huy chương, gồm 20 huy chương vàng, 30 huy chương bạc và 40 huy chương đồng, vượt 12 huy chương so với kế hoạch.";
    let found = rows(text);
    assert_eq!(status(valued(&found, "90", text)), Status::Exceeded);
    assert_eq!(status(valued(&found, "40", text)), Status::NotAssessed);
    // The parts are counted otherwise than the whole, so that it is unclear which changes are meant.
    let text = "Toàn tỉnh có 90 cơ sở giáo dục (40 trường công lập, 50 trường tư thục) với 800 lớp, giảm 3 trường so với năm học trước.";
    assert!(rows(text).iter().every(|row| row.changes.is_empty()), "{text}");
}

#[test]
fn a_plan_is_one_by_its_label() {
    let title = "Điện lực và thiên tai tại Vĩnh Sơn";
    for label in ["Kế hoạch năm 2025", "Chỉ tiêu năm 2025", "Mục tiêu năm 2025"] {
        let text = format!(
            "Doanh thu đạt 1.840 tỷ đồng. {label}: sản lượng điện 960 triệu kWh, tổn thất điện năng 4,4%."
        );
        let found = rows_of(title, &text);
        assert_eq!(found.len(), 3, "{text}");
        assert!(found[0].period.is_none() && found[0].actual.is_some(), "{text}");
        for row in &found[1..] {
            assert!(row.actual.is_none() && row.plan.is_some(), "{text}: {row:?}");
            assert_eq!(row.period.unwrap().to_string(), "năm 2025", "{text}");
        }
    }
    // The year of a plan is not that of the report.
    let report = import(
        "report.txt",
        format!("{title}\n\nDoanh thu đạt 1.840 tỷ đồng. Năm 2025, phấn đấu doanh thu đạt 2.000 tỷ đồng.\n").as_bytes(),
        &OPTIONS,
    );
    assert_eq!(report.unwrap().dataset.period, "");
    // With its result it is none.
    let found = rows("Kế hoạch năm 2024: 500 tỷ đồng, đã giải ngân 320 tỷ đồng.");
    assert!(found.iter().any(|row| row.actual.is_some()), "{found:?}");
}

#[test]
fn no_plan_is_missed_before_its_time() {
    for (title, text) in [
        (
            "Nuôi trồng vụ Đông Xuân 2024 - 2025",
            "Diện tích thả nuôi 3.100 ha, bằng 31% kế hoạch năm.",
        ),
        (
            "Nghị quyết Đại hội nhiệm kỳ 2020 - 2025",
            "Đến hết năm 2024, tổng đàn bò 41.000 con, đạt 93% mục tiêu Nghị quyết.",
        ),
        (
            "Budget revenue of Vinh Son in nine months",
            "Public investment disbursement reached VND 3.2 trillion, or 61 per cent of the plan.",
        ),
        ("Đầu tư công tỉnh Vĩnh Sơn", "Giá trị giải ngân đạt 3.200 tỷ đồng, đạt 61% kế hoạch."),
    ] {
        let row = &rows_of(title, text)[0];
        assert!(row.plan.is_some() && status(row) != Status::Missed, "{text}: {row:?}");
    }
    // Only a part of the year was said to have passed.
    let found = rows_of(
        "Y tế tỉnh Vĩnh Sơn năm 2024",
        "Đến hết tháng 10/2024, số lượt khám bệnh đạt 640 nghìn lượt, đạt 88% kế hoạch năm.\n\nSố lượt điều trị nội trú 52.000 lượt, đạt 91% kế hoạch.",
    );
    assert_eq!(status(&found[0]), Status::InProgress);
    assert!(found[1].review.contains(&"period-open".to_owned()), "{:?}", found[1]);
    // A year that is given in full can miss its plan.
    let row = &rows("Năm 2024, sản lượng lúa đạt 88% kế hoạch.")[0];
    assert_eq!(status(row), Status::Missed);
}

#[test]
fn below_the_plan_is_a_verdict_only_with_a_direction() {
    let of = |text: &str| status(&rows(text)[0]);
    assert_eq!(of("Tỷ lệ hộ nghèo 3,4%, thấp hơn mục tiêu đề ra (3,9%)."), Status::Exceeded);
    assert_eq!(of("Tỷ lệ hộ nghèo 3,4%, thấp hơn kế hoạch đề ra."), Status::Exceeded);
    assert_eq!(of("Thu ngân sách đạt 3.400 tỷ đồng, thấp hơn kế hoạch đề ra."), Status::Missed);
    let row = &rows("Giá bán điện bình quân 1.950 đồng/kWh, cao hơn kế hoạch 8,5 đồng/kWh.")[0];
    assert_eq!(status(row), Status::NotAssessed);
    assert!(note(row).contains("cao hơn kế hoạch 8,5 đồng/kWh"), "{row:?}");
    let row = &rows("Có 48.000 người tham gia, vượt chỉ tiêu Chính phủ giao (45%).")[0];
    assert_eq!(row.figure(), Some(number("48000")));
    assert!(note(row).contains("45%"), "{row:?}");
    let row = &rows("Số xã đạt chuẩn: 7/19 xã, chưa đạt mục tiêu (11 xã).")[0];
    assert_eq!(status(row), Status::Missed);
}

#[test]
fn an_average_of_years_is_no_change_of_the_year() {
    let row =
        &rows("Tỷ lệ hộ nghèo giảm bình quân 3,2%/năm, từ 18,5% năm 2021 xuống còn 8,9% năm 2024.")
            [0];
    assert_eq!((row.figure(), row.changes.len()), (Some(number("8.9")), 0), "{row:?}");
    assert!(note(row).contains("giảm bình quân 3,2%/năm"));
    let row = &rows("Thu ngân sách tăng bình quân 9,4%/năm, năm 2024 đạt 6.210 tỷ đồng.")[0];
    assert_eq!((row.figure(), row.changes.len()), (Some(number("6210")), 0), "{row:?}");
    let row = &rows("Giai đoạn 2021 - 2024, sản lượng thủy sản tăng bình quân 4,1%/năm.")[0];
    assert_eq!(
        (row.name.as_str(), row.figure()),
        ("Sản lượng thủy sản tăng bình quân", Some(number("4.1")))
    );
    let found =
        rows("Thu ngân sách phấn đấu tăng bình quân 12%/năm, đến năm 2030 đạt trên 9.000 tỷ đồng.");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1].name, "Thu ngân sách");
    assert!(found.iter().every(|row| row.actual.is_none() && row.plan.is_some()));
}

#[test]
fn times_and_hours_are_values_of_what_is_measured() {
    for (text, figure, unit) in [
        ("Thời gian làm thủ tục bình quân 36 giờ.", "36", "giờ"),
        ("Số giờ nắng trung bình 190 giờ.", "190", "giờ"),
        ("Thời gian mất điện bình quân SAIDI 265 phút, giảm 12% so với năm 2023.", "265", "phút"),
        ("Tần suất mất điện SAIFI 2,7 lần.", "2.7", "lần"),
        ("Thời gian thông quan giảm từ 31 giờ năm 2022 xuống còn 18 giờ.", "18", "giờ"),
        ("Thời gian xử lý giảm từ 5 giờ 30 phút xuống còn 2 giờ 15 phút.", "135", "phút"),
    ] {
        let found = rows(text);
        assert_eq!(valued(&found, figure, text).unit.as_deref(), Some(unit), "{text}");
    }
    // A duration and an hour of the day are none.
    assert!(rows("Trong 48 giờ qua, mưa rất to. Làm việc từ 7 giờ sáng.").is_empty());
}

#[test]
fn factors_and_shares_stay_in_the_words_of_the_source() {
    for (text, figure, words) in [
        ("Khách quốc tế đạt 1,4 triệu lượt, gấp 1,6 lần so với năm 2023.", "1.4", "gấp 1,6 lần"),
        ("Thu nhập bình quân 62 triệu đồng, bằng 1,1 lần năm 2023.", "62", "bằng 1,1 lần"),
        ("Công an đã làm rõ 240 vụ, đạt tỷ lệ 81,5%.", "240", "đạt tỷ lệ 81,5%"),
        ("Tòa án giải quyết 1.930 vụ, đạt 88,2%.", "1930", "đạt 88,2%"),
        ("Tiêm vắc xin cho 5.200 con bò, đạt 91% tổng đàn.", "5200", "đạt 91% tổng đàn"),
        ("Diện tích liên kết 31.000 ha, tương đương 22,4% diện tích gieo trồng.", "31000", "22,4%"),
    ] {
        let found = rows(text);
        let row = valued(&found, figure, text);
        assert!(note(row).contains(words), "{text}: {row:?}");
        assert!(row.plan.is_none() && row.changes.is_empty(), "{text}: {row:?}");
    }
    let row = &rows("Tiền gửi của dân cư chiếm 71,2% tổng nguồn vốn, đạt 38.400 tỷ đồng.")[0];
    assert_eq!((row.figure(), row.unit.as_deref()), (Some(number("38400")), Some("tỷ đồng")));
    assert!(note(row).contains("chiếm 71,2% tổng nguồn vốn"));
}

#[test]
fn ranges_are_values_in_words() {
    for (text, words, unit) in [
        ("Lãi suất huy động bình quân 4,1 - 4,9%/năm.", "4,1 - 4,9", "%/năm"),
        ("Giá lúa tươi dao động từ 6.900 - 7.400 đồng/kg.", "6.900 - 7.400", "đồng/kg"),
        ("Giá cá tra dao động từ 27.000 đến 29.000 đồng/kg.", "27.000 - 29.000", "đồng/kg"),
    ] {
        let row = &rows(text)[0];
        assert_eq!(row.actual, Some(Actual::Words(words.to_owned())), "{text}");
        assert_eq!(row.unit.as_deref(), Some(unit), "{text}");
    }
}

#[test]
fn earlier_values_may_follow() {
    let row = &rows("Tỷ lệ lấp đầy khu công nghiệp đạt 54,2%, tăng từ 49,8% cuối năm 2023.")[0];
    assert_eq!(row.figure(), Some(number("54.2")));
    assert_eq!(row.earlier[0].value, Actual::Figure(number("49.8")));
    let title = "Economy of Vinh Son in 2024";
    let row = &rows_of(
        title,
        "The unemployment rate was 2.6 percent in 2024, down from 2.9 percent in 2023.",
    )[0];
    assert_eq!(row.figure(), Some(number("2.6")));
    assert_eq!(row.earlier[0].value, Actual::Figure(number("2.9")));
    // The difference of the values shows that points are meant.
    let row =
        &rows("Tỷ lệ hộ nghèo giảm từ 6,4% đầu năm xuống còn 5,1% cuối năm, tức giảm 1,3%.")[0];
    assert_eq!(row.changes[0].unit, chitieu::model::ChangeUnit::Points);
    let row = &rows("Tỷ lệ hộ nghèo giảm 0,9%, còn 5,1%.")[0];
    assert!(row.review.contains(&"percent-or-points".to_owned()), "{row:?}");
}

#[test]
fn english_above_and_below_a_plan_are_no_percents_of_it() {
    for (text, percent) in [
        ("Coffee output was 1.2 million tonnes, 4.5% above plan.", Some("104.5")),
        ("Coffee output was 1.2 million tonnes, 3.5% below the target.", None),
    ] {
        let found = rows(text);
        let first = &found[0];
        let found = first.plan.as_ref().and_then(|plan| plan.percent());
        assert_eq!(found.map(|it| it.to_string()).as_deref(), percent, "{text}");
    }
}

#[test]
fn a_percent_behind_two_values_that_go_together_is_reviewed() {
    for text in [
        "Toàn tỉnh trồng mới 1.350 ha rừng với 2.700 hộ tham gia, đạt 97% kế hoạch.",
        "Ngân hàng cho vay 140 tỷ đồng với 3.900 lượt hộ vay, tăng 12% so với cùng kỳ.",
    ] {
        let found = rows(text);
        let of_percent = found
            .iter()
            .find(|row| row.plan.is_some() || !row.changes.is_empty())
            .unwrap_or_else(|| &found[0]);
        assert!(!of_percent.review.is_empty(), "{text}: {found:#?}");
    }
    let found = rows("Toàn tỉnh trồng mới 1.350 ha rừng, đạt 97% kế hoạch.");
    assert!(found[0].review.is_empty(), "{:?}", found[0].review);
}

#[test]
fn a_planned_change_is_no_change() {
    let found = rows(
        "Tỷ lệ hộ nghèo còn 6,2%, giảm 1,57 điểm phần trăm so với cuối năm 2023; kế hoạch giảm 1,5 điểm phần trăm.",
    );
    assert_eq!(changes(&found[0]), ["-1.57"], "{found:#?}");
}

#[test]
fn a_percent_of_plan_is_that_of_the_nearer_value() {
    let title = "Đầu tư tỉnh Vĩnh Sơn 9 tháng năm 2024";
    let text = "Vốn đầu tư toàn xã hội quý III ước 8.120 tỷ đồng, tăng 9%; 9 tháng ước 21.300 tỷ đồng, bằng 71,5% kế hoạch năm.";
    let found = rows_of(title, text);
    let percent = |row: &Indicator| row.plan.as_ref().and_then(|plan| plan.percent());
    assert_eq!(percent(valued(&found, "8120", text)), None, "{found:#?}");
    assert_eq!(percent(valued(&found, "21300", text)), "71.5".parse().ok());
}

#[test]
fn the_last_change_of_a_list_is_a_change_too() {
    for text in [
        "GRDP tăng 3,87%, trong đó công nghiệp tăng 3,25%, dịch vụ 7,01% và nông nghiệp 2,66%.",
        "GRDP expanded 3.87%, with industry growing 3.25%, services 7.01% and agriculture 2.66%.",
        "Sản lượng điện tăng 3,25%, xi măng 7,01% và thép 2,66%.",
    ] {
        let found = rows(text);
        let last = found.last().unwrap();
        assert_eq!(changes(last), ["2.66"], "{text} {found:#?}");
        assert!(last.actual.is_none(), "{text}");
    }
    // After one change only, "và" may begin a value.
    let found = rows("Dân số tăng 1,2% và độ che phủ rừng 42,3%.");
    assert!(!changes(found.last().unwrap()).contains(&"42.3".to_owned()), "{found:#?}");
}
