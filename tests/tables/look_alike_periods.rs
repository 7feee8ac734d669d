//! Words that look like periods and are none, and periods that are easily read as longer or shorter
//! ones: numbers added, scales, ages, days from one to another, quarters below their year.

use crate::description::open;
use chitieu::model::Actual;

/// Each result: "place, period: parents and name = value", with "ước" or "sơ bộ" before one that is not final.
fn results(text: &str) -> Vec<String> {
    let opened = open(text);
    let mut found = Vec::new();
    for dataset in &opened.datasets {
        for one in dataset.indicators.iter() {
            let value = match &one.actual {
                Some(Actual::Figure(number)) => number.to_string(),
                Some(Actual::Words(words)) => words.clone(),
                None => "-".to_owned(),
            };
            let state = match (one.estimate, one.preliminary) {
                (true, true) => "sơ bộ ",
                (true, false) => "ước ",
                _ => "",
            };
            let period = one.period.map_or_else(|| dataset.period.clone(), |own| own.to_string());
            found.push(format!("{period}: {} = {state}{value}", one.name));
        }
    }
    found
}

/// The period of the first dataset.
fn period(text: &str) -> String {
    open(text).datasets[0].period.clone()
}

#[test]
fn what_is_added_is_not_preliminary() {
    let table = "THU CHI NGÂN SÁCH CÁC HUYỆN NĂM 2023;;;\n\
                 Huyện;Sơ bộ 2022;Số bổ sung có mục tiêu 2023;Số bộ hồ sơ 2023\n\
                 Huyện Mỏ Cày;120;14;30\nHuyện Ba Tri;130;15;40\n";
    let found = results(table);
    let has = |part: &str| found.iter().any(|one| one.contains(part));
    assert!(has("Số bổ sung có mục tiêu = 14") && has("Số bộ hồ sơ = 30"), "{found:?}");
    assert!(has("sơ bộ 120"), "{found:?}");
}

#[test]
fn the_top_of_a_scale_is_no_month() {
    for title in ["Chỉ số phục vụ năm 2023 (thang 10)", "Điểm năm 2023 theo thang 10 đến 80"]
    {
        let table = format!(
            "{title};;\nNội dung;Bắc Ninh;Cà Mau\nCông khai;5,1;4,2\nQuản trị điện tử;3,6;2,9\n"
        );
        assert_eq!(period(&table), "năm 2023", "{title}");
    }
    let table = "Chỉ số phục vụ tháng 10 năm 2023;;\nNội dung;Bắc Ninh;Cà Mau\nCông khai;5,1;4,2\n\
                 Quản trị điện tử;3,6;2,9\n";
    assert_eq!(period(table), "tháng 10 năm 2023");
}

#[test]
fn ages_in_headings_are_no_periods() {
    let table = "Kết quả tiêm chủng 9 tháng năm 2024;;;;\n\
                 Xã;Trẻ 18 tháng tuổi tiêm nhắc;Tiêm sởi (trẻ 18 tháng);Trẻ đủ 12 tháng tuổi;Tiêm UV2+\n\
                 Xã Dương Quang;70;69;72;12\nXã Nông Thượng;95;93;96;14\n";
    let found = results(table);
    let expected = [
        "9 tháng năm 2024: Trẻ 18 tháng tuổi tiêm nhắc = 70",
        "9 tháng năm 2024: Tiêm sởi (trẻ 18 tháng) = 69",
        "9 tháng năm 2024: Trẻ đủ 12 tháng tuổi = 72",
        "9 tháng năm 2024: Tiêm UV2+ = 12",
    ];
    assert_eq!(found[..4], expected);
    let months = "Chỉ tiêu;ĐVT;Thực hiện tháng 9;Lũy kế 9 tháng\nTrẻ tiêm sởi;trẻ;60;480\n";
    let found = results(&format!("KẾT QUẢ THÁNG 9 NĂM 2024;;;\n{months}"));
    assert!(found.iter().any(|one| one.starts_with("9 tháng")), "{found:?}");
}

#[test]
fn days_from_new_year_on_are_no_whole_year() {
    for (title, expected) in [
        ("Vốn đăng ký từ 01/01 - 20/10/2024", "đến 20/10/2024"),
        ("Vốn đăng ký từ 01/01/2024 – 20/10/2024", "đến 20/10/2024"),
        ("Vốn đăng ký từ 01/01 đến 30/6/2024", "6 tháng đầu năm 2024"),
        ("Vốn đăng ký từ ngày 15/12/2023 - 14/9/2024", "đến 14/9/2024"),
        ("Vốn đăng ký từ 01/01 - 31/12/2024", "năm 2024"),
        ("Vốn đăng ký năm 2024", "năm 2024"),
    ] {
        let table = format!(
            "{title};;\nTỉnh;Số dự án (Dự án);Vốn đăng ký (Triệu USD)\nBắc Ninh;285;1.724,1\nHà Nam;82;2.411,0\n"
        );
        assert_eq!(period(&table), expected, "{title}");
    }
}

#[test]
fn a_line_below_the_title_may_say_that_months_are_added_up() {
    for (line, expected) in [
        ("(Lũy kế đến ngày 30 tháng 9 năm 2024)", "9 tháng năm 2024"),
        ("(Lũy kế đến 20/9/2024)", "đến 20/9/2024"),
        ("(Số liệu cập nhật đến ngày 25/9/2024)", "tháng 9 năm 2024"),
        ("(Kèm theo Báo cáo ngày 30 tháng 9 năm 2024)", "tháng 9 năm 2024"),
    ] {
        let table = format!(
            "THU NGÂN SÁCH THÁNG 9 NĂM 2024;;;\n{line};;;\n\
             Chỉ tiêu;Dự toán năm 2024;Thực hiện;Tỷ lệ (%)\nThuế;200;150;75\nPhí;40;20;50\n"
        );
        assert_eq!(period(&table), expected, "{line}");
    }
}

#[test]
fn quarters_are_of_the_year_above_them() {
    let quarters = "Tỷ lệ thất nghiệp;;\n;Thành thị;Nông thôn\nNăm 2023;;\nQuý I;2,6;1,9\nQuý II;2,7;2,0\n\
                    Năm 2024;;\nQuý I;2,5;1,8\nƯớc tính quý II;2,4;1,7\n";
    let totals = quarters.replace("2023;;", "2023;2,65;1,95").replace("2024;;", "2024;2,45;1,75");
    for table in [quarters, &totals] {
        let found = results(table);
        let has = |part: &str| found.iter().any(|one| one.starts_with(part));
        assert!(has("quý I năm 2023: Thành thị = 2.6"), "{found:?}");
        assert!(has("quý I năm 2024: Thành thị = 2.5"), "{found:?}");
        assert!(has("quý II năm 2024: Nông thôn = ước 1.7"), "{found:?}");
        assert!(open(table).findings.iter().all(|one| one.rule().name() != "repeated-value"));
    }
    // The quarters below are of neither year for certain.
    let after_years = "Tỷ lệ thất nghiệp quý II năm 2025;;\n;Thành thị;Nông thôn\n2023;2,1;1,5\n2024;2,2;1,4\n\
                       Quý I;2,6;1,9\nQuý II;2,7;2,0\n";
    assert!(results(after_years).iter().all(|one| !one.starts_with("quý I năm 2024")));
}

#[test]
fn a_place_or_a_company_is_no_english_month() {
    let budget = "UBND THÀNH PHỐ SA ĐÉC;;;\nQUYẾT TOÁN NGÂN SÁCH THÀNH PHỐ NĂM 2022;;;\n\
                  Nội dung;Dự toán;Quyết toán;So sánh (%)\nTổng thu;250;275;110\nTổng chi;240;252;105\n";
    assert_eq!(period(budget), "năm 2022");
    for (title, expected) in [
        ("KẾT QUẢ NĂM 2024 XÃ ĐẮK MAR", "năm 2024"),
        ("KẾT QUẢ XÃ IA MAR NĂM 2024", "năm 2024"),
        ("Kết quả xã Mar 2024", "năm 2024"),
        ("KET QUA THI XA SA DEC 2024", "năm 2024"),
        ("Công ty Sep, kết quả năm 2024", "năm 2024"),
    ] {
        let table = format!("{title};;\nChỉ tiêu;Kế hoạch;Thực hiện\nSố lớp học;40;41\n");
        assert_eq!(period(&table), expected, "{title}");
    }
    let places = "Chỉ tiêu;Cao Lãnh;Sa Đéc;Hồng Ngự\nSố trường học;31;24;19\nSố bác sĩ;90;85;64\n";
    let opened = open(places);
    let names: Vec<&str> = opened.datasets.iter().map(|one| one.place.name()).collect();
    assert_eq!(names, ["Cao Lãnh", "Sa Đéc", "Hồng Ngự"]);
    assert!(results(places).iter().all(|one| one.starts_with(": ")), "{:?}", results(places));
}

#[test]
fn a_short_english_month_needs_a_year_or_headings_next_to_it() {
    let table = "Measure;Target;Jul;Aug;Sep\nCalls answered;100;12;13;14\nVisits;10;2;3;1\n";
    let periods: Vec<String> = open(table).datasets.iter().map(|one| one.period.clone()).collect();
    assert_eq!(periods, ["tháng 7", "tháng 8", "tháng 9"]);
    for (title, part) in [("Số liệu Sep 2024", "tháng 9"), ("Kết quả Jan-Sep 2024", "9 tháng")]
    {
        let table = format!("{title};;\nMeasure;Target;Actual\nClasses opened;40;41\n");
        let found = period(&table);
        assert!(found.starts_with(part) && found.contains("2024"), "{title}: {found}");
    }
}
