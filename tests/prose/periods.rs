//! The period of a figure: that of the report, unless the words around it name another one.

use crate::reports::{doubted, period, read, rows, rows_of, sure, valued};
use chitieu::model::{Indicator, Period, Status, status};

#[test]
fn the_year_of_a_law_or_a_price_is_no_period() {
    let title = "Kinh tế tỉnh Vĩnh Sơn năm 2024";
    for (text, figure) in [
        ("Tỷ lệ giáo viên đạt chuẩn theo Luật Giáo dục 2019 là 86,3%.", "86.3"),
        ("Giá trị sản xuất theo giá so sánh năm 2010 đạt 512 tỷ đồng.", "512"),
        ("Số xã đạt chuẩn theo bộ tiêu chí năm 2021 là 45 xã.", "45"),
        ("Tỷ lệ hộ nghèo theo chuẩn nghèo giai đoạn 2022-2025 là 12,4%.", "12.4"),
        ("Tỷ lệ đất ở theo Luật Đất đai năm 2013 đạt 6,1%.", "6.1"),
    ] {
        let found = rows_of(title, text);
        let row = valued(&found, figure, text);
        assert!(
            ["", "2024"].contains(&&*period(row)) || period(row).contains("2024"),
            "{text}: {row:?}"
        );
    }
    // What is counted by its year keeps it.
    let text = "Thu ngân sách năm 2019 là 512 tỷ đồng.";
    assert!(period(valued(&rows(text), "512", text)).contains("2019"));
}

#[test]
fn the_period_of_a_title_is_the_one_before_the_plan_for_the_next() {
    for title in [
        "Tình hình thực hiện nhiệm vụ tháng 5, phương hướng nhiệm vụ tháng 6 năm 2025 huyện Vĩnh Sơn",
        "Kết quả công tác tháng 5; nhiệm vụ trọng tâm tháng 6 năm 2025 của huyện Vĩnh Sơn",
    ] {
        let text = "Thu ngân sách đạt 45 tỷ đồng, bằng 41% dự toán.";
        let found = rows_of(title, text);
        let row = valued(&found, "45", text);
        assert!(
            period(row).contains('5') && !period(row).contains("6/"),
            "{title}: {}",
            period(row)
        );
        assert!(period(row).contains("2025") && !period(row).contains("tháng 6"), "{title}");
        assert_ne!(status(row), Status::Missed, "{title}");
    }
}

#[test]
fn a_clause_about_an_earlier_period_is_not_about_this_one() {
    let title = "Ngân sách tỉnh Vĩnh Sơn 6 tháng đầu năm 2024";
    for (text, figure) in [
        ("Cùng kỳ năm trước thu ngân sách đạt 812 tỷ đồng.", "812"),
        ("Năm ngoái, xuất khẩu đạt 500 triệu USD.", "500"),
        ("Tháng trước toàn tỉnh xảy ra 12 vụ cháy.", "12"),
        ("Riêng dịp nghỉ lễ 2-9 năm ngoái, tỉnh đón 214.000 lượt khách.", "214000"),
    ] {
        let found = rows_of(title, text);
        let row = found.iter().find(|row| row.figure() == figure.parse().ok());
        assert!(row.is_none_or(|row| doubted(row, "period-open")), "{text}: {found:#?}");
    }
    let text = "Thu ngân sách đạt 900 tỷ đồng (cùng kỳ 812 tỷ đồng).";
    assert!(sure(valued(&rows_of(title, text), "900", text)));
}

#[test]
fn a_report_in_the_middle_of_a_term_misses_nothing() {
    let title = "Báo cáo kiểm điểm giữa nhiệm kỳ Đảng bộ huyện Vĩnh Sơn, nhiệm kỳ 2020 - 2025";
    let text = "Đến hết tháng 6/2023, toàn huyện có 27 tổ chức đảng.\n\nVề xây dựng Đảng: kết nạp 512 đảng viên, đạt 64% chỉ tiêu nhiệm kỳ; tỷ lệ che phủ rừng đạt 60,5%.";
    let found = rows_of(title, text);
    let row = valued(&found, "512", text);
    assert!(period(row).contains("2023"), "{row:?}");
    assert_eq!(status(row), Status::InProgress);
    let text = "Kết nạp 512 đảng viên, đạt 64% chỉ tiêu nhiệm kỳ. Tỷ lệ che phủ rừng đạt 60,5%.";
    let found = rows_of(title, text);
    assert_ne!(status(valued(&found, "512", text)), Status::Missed, "{found:#?}");
    for row in &found {
        assert!(row.period.is_none() && doubted(row, "period-open"), "{row:#?}");
    }
}

#[test]
fn months_without_a_year_are_no_whole_year() {
    let title = "Du lịch tỉnh Vĩnh Sơn tăng tốc";
    let text = "8 tháng qua, tỉnh đón 7,58 triệu lượt khách, đạt 77,4% kế hoạch năm.\n\nCũng trong 8 tháng, kim ngạch xuất khẩu ước đạt 612 triệu USD, bằng 66,5% kế hoạch. Giải ngân vốn đầu tư công đạt 3.114 tỉ đồng, tương đương 43,7% kế hoạch.";
    let found = rows_of(title, text);
    for figure in ["7.58", "612", "3114"] {
        assert_ne!(status(valued(&found, figure, text)), Status::Missed, "{figure}");
    }
    assert!(period(valued(&found, "7.58", text)).contains('8'), "{found:#?}");
}

#[test]
fn an_estimate_before_a_colon_is_for_all_that_follows() {
    let title = "Ngân sách huyện Vĩnh Sơn 9 tháng năm 2024";
    for text in [
        "Dự ước cả năm 2024: thu ngân sách 3.512 tỷ đồng, bằng 100,4% dự toán; chi ngân sách 1.598 tỷ đồng.",
        "Ước thực hiện cả năm 2024, tổng thu 3.512 tỷ đồng, đạt 100,4% dự toán; tổng chi 1.598 tỷ đồng.",
        "4. Dự ước cả năm 2024: thu ngân sách 3.512 tỷ đồng; chi ngân sách 1.598 tỷ đồng.",
    ] {
        let found = rows_of(title, text);
        assert!(valued(&found, "3512", text).estimate, "{text}");
        assert!(valued(&found, "1598", text).estimate, "{text}");
    }
    let text = "Ước đạt 45 tỷ đồng thu ngân sách; chi ngân sách 38 tỷ đồng.";
    assert!(
        rows_of(title, text).iter().any(|row| row.figure() == "38".parse().ok() && !row.estimate)
    );
}

#[test]
fn a_report_to_a_congress_is_about_the_term_before() {
    let title = "Báo cáo chính trị trình Đại hội Đảng bộ huyện Vĩnh Sơn, nhiệm kỳ 2025 - 2030";
    for heading in ["PHẦN MỘT: KẾT QUẢ NHIỆM KỲ 2020 - 2025", "Kết quả nhiệm kỳ 2020 - 2025"]
    {
        let text = format!("{heading}\n\nTổng thu ngân sách 5 năm đạt 2.140 tỷ đồng.");
        let report = read(title, &text);
        assert!(report.dataset.period.contains("2020"), "{heading}: {}", report.dataset.period);
        let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
        assert!(!period(valued(&found, "2140", &text)).contains("2030"), "{found:#?}");
    }
    // Nothing says of which term it is.
    let text = "Tổng thu ngân sách 5 năm đạt 2.140 tỷ đồng.";
    let found = rows_of(title, text);
    let row = valued(&found, "2140", text);
    assert!(doubted(row, "period-open") && period(row).is_empty(), "{row:#?}");
    let text = "Trong nhiệm kỳ qua, tổng thu ngân sách đạt 2.140 tỷ đồng.";
    let report = read(title, text);
    assert_eq!(report.dataset.period, "nhiệm kỳ 2020 - 2025");
    // The term of a resolution is the one that is reported on.
    let title = "Kết quả thực hiện Nghị quyết Đại hội Đảng bộ huyện Vĩnh Sơn nhiệm kỳ 2020 - 2025";
    let found = rows_of(title, text);
    assert!(sure(valued(&found, "2140", text)), "{found:#?}");
}

#[test]
fn a_quarter_and_its_split_year_are_one_period() {
    for title in [
        "Northfield Council performance, Quarter 2, 2024/25",
        "Northfield Council performance, Q2 2024/25",
    ] {
        let text = "The vacancy rate was 3.1%, compared with 3.9% in Q2 2023/24.";
        let report = read(title, text);
        let own = chitieu::lexicon::period::parse(&report.dataset.period);
        assert_eq!(own, Period::split_quarter(2024, 2), "{title}");
        let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
        let row = valued(&found, "3.1", text);
        assert_eq!(row.earlier.len(), 1, "{row:#?}");
        assert!(sure(row), "{row:#?}");
    }
}

#[test]
fn what_is_cumulated_until_now_is_not_that_of_the_quarter() {
    let title = "Thu hút đầu tư tỉnh Vĩnh Sơn quý II/2024";
    for now in ["Lũy kế đến nay", "Lũy kế đến thời điểm hiện tại", "Tính lũy kế đến nay"]
    {
        let text = format!("Quý II/2024, tỉnh cấp mới 14 dự án. {now}, tỉnh có 318 dự án FDI.");
        let found = rows_of(title, &text);
        let row = valued(&found, "318", &text);
        assert!(period(row).contains('6') && !period(row).contains("quý"), "{now}: {row:#?}");
    }
    // Since the new year it is the half year.
    let text = "Lũy kế từ đầu năm đến nay, tỉnh cấp mới 31 dự án.";
    assert!(period(valued(&rows_of(title, text), "31", text)).contains("đầu năm"));
}

#[test]
fn the_year_of_a_plan_is_that_of_its_sum() {
    let title = "Giải ngân vốn đầu tư công tỉnh Vĩnh Sơn 7 tháng năm 2024";
    let text = "Tổng kế hoạch vốn đầu tư công năm 2024 của tỉnh là 4.210 tỷ đồng, trong đó vốn trung ương 1.810 tỷ đồng. Toàn tỉnh giải ngân 1.960 tỷ đồng, đạt 46,6% kế hoạch.";
    let found = rows_of(title, text);
    for figure in ["4210", "1810"] {
        let planned = |row: &&Indicator| {
            row.plan.as_ref().and_then(|plan| plan.target())
                == Some(chitieu::model::Target::Value(figure.parse().unwrap()))
        };
        let row = found.iter().find(planned).unwrap();
        assert!(row.actual.is_none() && sure(row), "{row:#?}");
        assert_eq!(period(row), "năm 2024");
    }
    // What was done of it is that of the report.
    let row = valued(&found, "1960", text);
    assert!(period(row) != "năm 2024" && sure(row), "{row:#?}");
    let text = "Tổng kế hoạch vốn năm 2024 là 4.210 tỷ đồng, đã giải ngân 1.960 tỷ đồng.";
    let found = rows_of(title, text);
    assert!(doubted(valued(&found, "1960", text), "period-open"), "{found:#?}");
}

#[test]
fn months_without_a_year_have_that_of_the_first_sentences() {
    let title = "Du lịch tỉnh Vĩnh Sơn 8 tháng tăng tốc";
    let text = "Doanh thu du lịch tháng 8/2024 đạt 812 tỷ đồng. Tính chung 8 tháng, doanh thu đạt 5.140 tỷ đồng.";
    let report = read(title, text);
    assert_eq!(report.dataset.period, "8 tháng năm 2024");
    let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
    // It is the period of the report, written in another way.
    assert!(period(valued(&found, "5140", text)).is_empty(), "{found:#?}");
}

#[test]
fn the_same_may_be_counted_in_several_years() {
    let text = "Năm 2022 toàn tỉnh có 412 hợp tác xã, năm 2023 có 438 hợp tác xã, đến hết năm 2024 có 471 hợp tác xã, tăng 33 hợp tác xã so với năm 2023.";
    let found = rows(text);
    for (figure, year) in [("412", "2022"), ("438", "2023"), ("471", "")] {
        let row = valued(&found, figure, text);
        assert!(period(row).contains(year), "{figure}: {row:#?}");
        assert_eq!(row.changes.len(), usize::from(figure == "471"), "{figure}: {row:#?}");
    }
    // What is said behind it makes it another count.
    let text =
        "Năm 2022 toàn tỉnh có 412 hợp tác xã, năm 2023 có 438 hợp tác xã hoạt động hiệu quả.";
    let found = rows(text);
    let other = found.iter().find(|row| row.figure() == Some("438".parse().unwrap()));
    assert!(other.is_none_or(|row| row.name.contains("hoạt động")), "{found:#?}");
}

#[test]
fn may_before_its_year_is_a_month() {
    let text = "Inflation was 5.2% in the month.";
    let of_report = |title: &str, text: &str| read(title, text).dataset.period;
    assert_eq!(of_report("Kenova inflation update, May 2024", text), "may 2024");
    let text = "Doanh thu đạt 512 tỷ đồng.";
    assert_eq!(of_report("Ngành Dệt May 2024", text), "năm 2024");
}

#[test]
fn days_and_weeks_are_not_the_period_of_the_report() {
    for text in [
        "Trong 5 ngày nghỉ lễ, tỉnh ước đón 658.400 lượt khách.",
        "Trong tuần 38, toàn tỉnh ghi nhận 214 ca mắc sốt xuất huyết.",
        "Tuần qua, giá lúa bình quân 7.200 đồng/kg.",
        "Dịp Tết, tỉnh đón 120.500 lượt khách.",
    ] {
        let found = crate::reports::rows_of("Ninh Bình năm 2025", text);
        assert!(!found.is_empty(), "{text}");
        let row = &found[0];
        assert!(!crate::reports::sure(row), "{text} {row:#?}");
    }
    let found =
        crate::reports::rows_of("Ninh Bình năm 2025", "Năm 2025, tỉnh đón 5,1 triệu lượt khách.");
    assert!(crate::reports::sure(&found[0]), "{found:#?}");
}

#[test]
fn the_months_of_a_title_are_those_of_a_figure_without_a_period() {
    let title = "Vĩnh Sơn đón hơn 8 triệu lượt khách trong 8 tháng";
    let text = "Tháng 8/2024, toàn tỉnh đón 1,24 triệu lượt khách, tăng 32,1% so với cùng kỳ năm trước.\n\
                Cảng Vĩnh Sơn phục vụ 410 nghìn lượt hành khách.\n\
                Lũy kế 8 tháng đầu năm 2024, tổng doanh thu du lịch đạt 9.420 tỷ đồng.\n\
                Công suất phòng bình quân đạt 71%.";
    let found = rows_of(title, text);
    assert_eq!(period(valued(&found, "1.24", text)), "tháng 8 năm 2024");
    // Of the month, or of all of them.
    assert!(doubted(valued(&found, "410", text), "period-open"), "{found:#?}");
    let row = valued(&found, "71", text);
    assert!(sure(row) && row.period.is_none(), "{row:#?}");
    assert_eq!(read(title, text).dataset.period, "8 tháng năm 2024");
}

#[test]
fn a_change_since_the_month_before_is_that_of_a_month() {
    let title = "Tình hình kinh tế tỉnh Vĩnh Sơn quý III và 9 tháng năm 2023";
    let text = "CPI bình quân 9 tháng tăng 2,95% so với cùng kỳ. Chỉ số giá vàng tăng 1,1%; chỉ số giá đô la Mỹ \
                tăng 1,6% so với tháng trước.";
    let found = rows_of(title, text);
    // That of the report.
    assert_eq!((period(&found[0]), sure(&found[0])), (String::new(), true));
    assert!(doubted(&found[1], "period-open"), "{found:#?}");
    assert_eq!((period(&found[2]), sure(&found[2])), ("tháng 9 năm 2023".to_owned(), true));
    // The last month of a year is not said.
    let text = "Sản lượng điện tăng 2,1% so với tháng trước.";
    assert!(doubted(&rows_of("Kinh tế tỉnh Vĩnh Sơn năm 2023", text)[0], "period-open"));
}

#[test]
fn some_days_of_a_month_are_not_the_month() {
    let title = "Kinh tế tỉnh Vĩnh Sơn 9 tháng năm 2023";
    for text in [
        "Tính đến trung tuần tháng Chín, toàn tỉnh gieo cấy được 2.952 ha lúa.",
        "Đến giữa tháng 9, toàn tỉnh thu hoạch 1.200 ha lúa.",
        "Tính đến trung tuần tháng 9/2023, diện tích gieo trồng đạt 4.120 ha.",
    ] {
        let row = &rows_of(title, text)[0];
        assert!(doubted(row, "period-open"), "{text}: {row:#?}");
        assert!(!period(row).contains("tháng 9 "), "{text}: {row:#?}");
    }
}

#[test]
fn the_day_of_a_debt_is_not_that_of_what_follows() {
    let title = "Vĩnh Sơn: Thu ngân sách tháng 5 và 5 tháng năm 2024";
    let debt = "Tổng số nợ thuế đến ngày 30/4/2024 là 518 tỷ đồng. Toàn ngành đã thanh tra 412 doanh nghiệp.";
    for (before, is_open) in [
        (
            "Lũy kế 5 tháng, thu nội địa đạt 1.410 tỷ đồng; riêng tháng 5/2024 đạt 310 tỷ đồng.",
            true,
        ),
        ("Thu nội địa tháng 5/2024 đạt 310 tỷ đồng. Lũy kế 5 tháng đạt 1.410 tỷ đồng.", false),
    ] {
        let text = format!("{before}\n{debt}");
        let found = rows_of(title, &text);
        assert_eq!(period(valued(&found, "518", &text)), "đến 30/4/2024");
        let row = valued(&found, "412", &text);
        assert!(!period(row).contains("30/4"), "{row:#?}");
        // Where the months were summed up last, it is of them.
        assert_eq!(doubted(row, "period-open"), is_open, "{text}: {row:#?}");
    }
}

#[test]
fn a_year_alone_in_a_bracket_is_that_of_the_value_before_it() {
    let title = "Kinh tế tỉnh Vĩnh Sơn nhiệm kỳ 2020 - 2025";
    let text = "Tỷ lệ thất nghiệp giảm từ 4,6% (năm 2021) xuống còn 2,8% (năm 2024).";
    let found = rows_of(title, text);
    let row = valued(&found, "2.8", text);
    assert_eq!(period(row), "năm 2024");
    assert_eq!(row.earlier.len(), 1);
    assert_eq!(row.earlier[0].period, "năm 2021");
}

#[test]
fn each_part_has_the_period_of_its_whole() {
    let text = "Thu nội địa đến ngày 20/9 đạt 318 tỷ đồng. \
                Trong đó, thu phí 21 tỷ đồng; thu tiền thuê đất 14 tỷ đồng.";
    let found = rows(text);
    let whole = period(valued(&found, "318", text));
    for part in ["21", "14"] {
        let row = valued(&found, part, text);
        assert_eq!(
            (row.parents.as_slice(), period(row)),
            (&["Thu nội địa".to_owned()][..], whole.clone())
        );
    }
}

#[test]
fn a_title_says_when_in_brackets() {
    let of = |title| read(title, "Số nhà bị hư hỏng 84 nhà.").dataset.period;
    assert_eq!(
        of("Thiệt hại do mưa lũ (tính đến 17 giờ ngày 15/9/2024) tỉnh Vĩnh Sơn"),
        "đến 15/9/2024"
    );
    // The period outside of them counts.
    assert_eq!(of("Kinh tế năm 2024 (so với năm 2023)"), "năm 2024");
}

#[test]
fn the_last_months_of_a_year_are_not_the_first() {
    let found = rows("Trong 4 tháng cuối năm phấn đấu thu ngân sách 1.150 tỷ đồng.");
    assert!(found.iter().all(|row| doubted(row, "period-open")), "{found:#?}");
}

#[test]
fn the_season_and_the_year_before_are_times() {
    for text in [
        "Thu ngân sách đạt 600 tỷ đồng; năm liền kề trước đạt 512 tỷ đồng.",
        "Sản lượng cà phê đạt 1.350 tấn (mùa trước 1.200 tấn).",
    ] {
        let found = rows(text);
        assert_eq!((found.len(), found[0].earlier.len()), (1, 1), "{text}: {found:#?}");
    }
    let found = rows("Năm liền kề trước thu ngân sách đạt 512 tỷ đồng.");
    assert_eq!(found[0].name, "Thu ngân sách");
    assert!(doubted(&found[0], "period-open"));
    let found = rows("Mục tiêu cả năm 2024 thu ngân sách đạt 640 tỷ đồng.");
    assert_eq!(found[0].name, "Thu ngân sách");
}

#[test]
fn a_dateline_is_a_paragraph_by_its_number() {
    let text = "Thứ Ba, 13/8/2024 - 15:42\n\nThu ngân sách đạt 84 tỷ đồng.\n\nTrong 7 tháng đầu năm 2024, chi ngân \
                sách đạt 62 tỷ đồng.";
    let found = rows_of("Thu ngân sách khởi sắc", text);
    let (before, said) = (&found[0], &found[1]);
    assert!(doubted(before, "period-open"), "{before:#?}");
    assert!(sure(said), "{said:#?}");
}

#[test]
fn the_day_of_a_stock_is_not_surely_that_of_later_sentences() {
    let text = "Tính đến ngày 15/8, toàn tỉnh có 4.310 doanh nghiệp hoạt động. Thu ngân sách đạt 2.870 tỷ đồng. \
                Trồng mới được 360 ha rừng.";
    let found = rows_of("Kinh tế tỉnh Vĩnh Sơn 8 tháng năm 2024", text);
    assert!(sure(valued(&found, "4310", text)), "{found:#?}");
    for flow in ["2870", "360"] {
        assert!(doubted(valued(&found, flow, text), "period-open"), "{flow}: {found:#?}");
    }
}

#[test]
fn a_base_without_with_is_no_period() {
    let title = "Hoạt động ngân hàng tỉnh Vĩnh Sơn 5 tháng đầu năm 2025";
    for base in ["so cuối năm 2024", "so cùng thời điểm năm 2024", "so cuối quý IV năm 2024"]
    {
        let text = format!(
            "Tổng nguồn vốn huy động đạt 61.200 tỷ đồng, tăng 4,1% {base}; tổng dư nợ 71.300 tỷ đồng."
        );
        let found = rows_of(title, &text);
        assert_eq!(found.len(), 2, "{text}");
        assert!(found.iter().all(|row| row.period.is_none() && sure(row)), "{text}: {found:#?}");
        let since = found[0].changes[0].period.as_str();
        assert_eq!(since, base.trim_start_matches("so "), "{text}");
    }
}

#[test]
fn a_total_behind_that_of_a_month_is_that_of_the_months_up_to_it() {
    let text = "Tổng mức bán lẻ hàng hóa tháng 5 ước 5.912 tỷ đồng, lũy kế 28.410 tỷ đồng.";
    let found = rows_of("Kinh tế tỉnh Vĩnh Sơn tháng 5 năm 2025", text);
    assert_eq!(period(&found[1]), "5 tháng năm 2025", "{found:#?}");
    assert!(sure(&found[1]), "{found:#?}");
    let found = rows_of("Kinh tế tỉnh Vĩnh Sơn 5 tháng đầu năm 2025", text);
    assert!(found[1].period.is_none() && sure(&found[1]), "{found:#?}");
    // Since when this is summed up is not said.
    let found =
        rows_of("Kinh tế tỉnh Vĩnh Sơn tháng 5 năm 2025", "Lũy kế toàn tỉnh có 120 sản phẩm OCOP.");
    assert!(doubted(&found[0], "period-open"), "{found:#?}");
}

#[test]
fn a_paragraph_that_names_the_year_is_not_of_the_day_of_another_one() {
    let text = "Lũy kế đến ngày 30/11/2023, toàn tỉnh giải ngân 1.210 tỷ đồng, đạt 58,1% kế hoạch.\n\nTỷ lệ hộ nghèo cuối năm 2023 là 12,1%. Tỷ lệ hộ cận nghèo 8,2%.\n\nTrong năm, hỗ trợ xóa 912 nhà tạm.";
    let found = rows_of("Kết quả các chương trình mục tiêu tỉnh Vĩnh Sơn", text);
    assert!(sure(&found[0]) && sure(&found[1]), "{found:#?}");
    assert!(found[2..].iter().all(|row| doubted(row, "period-open")), "{found:#?}");
}

#[test]
fn a_day_of_an_earlier_paragraph_is_open_where_one_speaks_of_the_year() {
    for said in [
        "Năm nay thời tiết thuận lợi. Sản lượng lúa đạt 41.000 tấn.",
        "Sản lượng lúa đạt 41.000 tấn, là kết quả tốt của cả năm.",
        "Trong năm, nông dân được mùa. Sản lượng lúa đạt 41.000 tấn.",
        "Năm qua, toàn huyện được mùa. Sản lượng lúa đạt 41.000 tấn.",
    ] {
        let text = format!("Đến ngày 30/11/2023, thu ngân sách đạt 380 tỷ đồng.\n\n{said}");
        let found = crate::reports::rows_of("Tình hình kinh tế huyện Tân Hòa", &text);
        assert!(crate::reports::sure(&found[0]), "{text}: {found:#?}");
        let rice = crate::reports::valued(&found, "41000", &text);
        assert!(crate::reports::doubted(rice, "period-open"), "{text}: {rice:#?}");
    }
}

#[test]
fn a_year_said_in_passing_is_not_that_of_the_text() {
    let title = "Xã Vĩnh Sơn tổng kết nông thôn mới";
    for (text, wanted) in [
        (
            "Từ chỗ chỉ đạt 7/19 tiêu chí năm 2012, đến hết năm 2021 xã đã đạt 19/19 tiêu chí. Tỷ lệ hộ nghèo còn 2,3%.",
            "2021",
        ),
        (
            "Năm 2012 xã mới đạt 7/19 tiêu chí, đến hết năm 2021 xã đã đạt 19/19 tiêu chí. Tỷ lệ hộ nghèo còn 2,3%.",
            "2021",
        ),
        (
            "Từ chỗ chỉ đạt 7/19 tiêu chí năm 2012, đến nay xã đã đạt chuẩn. Tỷ lệ hộ nghèo còn 2,3%.",
            "",
        ),
        ("Năm 2012 xã mới đạt 7/19 tiêu chí, đến nay đã đạt chuẩn. Tỷ lệ hộ nghèo còn 2,3%.", ""),
    ] {
        let found = rows_of(title, text);
        let row = valued(&found, "2.3", text);
        assert!(!period(row).contains("2012"), "{text}: {}", period(row));
        assert_eq!(wanted.is_empty(), doubted(row, "period-open"), "{text}");
        let of_text = read(title, text).dataset.period;
        assert!(of_text.contains(wanted) && !of_text.contains("2012"), "{text}: {of_text}");
    }
    // Without what came of it, it is the year of the text.
    let text = "Năm 2023 xã mới đạt 12/19 tiêu chí. Tỷ lệ hộ nghèo còn 2,3%.";
    assert!(read(title, text).dataset.period.contains("2023"));
}
