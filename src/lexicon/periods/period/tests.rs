//! The parser of periods: what is a period, and what is not.

use proptest::prelude::*;

use super::*;
use crate::model::Season;
use crate::text::fold::fold;

fn months(year: Option<u16>, months: u8) -> Option<Period> {
    Period::first_months(year, months)
}

#[test]
fn parses_periods_of_headings_and_titles() {
    let quarter = |year, quarter| Period::quarter(year, quarter);
    let month = |year, month| Period::month(year, month);
    let season = |name| Some(Period::season(Some(2024), Season::named(name).unwrap()));
    for (text, expected) in [
        ("năm 2024", Some(Period::year(2024))),
        ("Sơ bộ 2024", Some(Period::year(2024))),
        ("Dec-99", month(Some(1999), 12)),
        ("Jan-95", month(Some(1995), 1)),
        ("CPI, Jan-95", month(Some(1995), 1)),
        ("Jan-49", month(Some(2049), 1)),
        ("FY98", parse("FY1998")),
        ("1999-00", Some(Period::split_year(1999))),
        ("Ước TH 2024", Some(Period::year(2024))),
        ("KH năm", Some(Period::any_year())),
        ("% so KH năm", Some(Period::any_year())),
        ("Cả năm", Some(Period::any_year())),
        ("12 tháng năm 2023", Some(Period::year(2023))),
        ("Quý II/2024", quarter(Some(2024), 2)),
        ("QUÝ 3 NĂM 2024", quarter(Some(2024), 3)),
        ("Q4", quarter(None, 4)),
        ("QIII/2025", quarter(Some(2025), 3)),
        ("Quarter 1 2023", quarter(Some(2023), 1)),
        ("2nd quarter of 2024", quarter(Some(2024), 2)),
        ("Q2 2024/25", Period::split_quarter(2024, 2)),
        ("Apr-Dec 2023", Period::split_quarters(2023, 3)),
        ("YTD actual (Apr-Dec 2023)", Period::split_quarters(2023, 3)),
        ("April 2023 to March 2024", Some(Period::split_year(2023))),
        ("Jul-Mar 2023/24", Period::split_quarters(2023, 3)),
        ("Apr-Nov 2023", Some(Period::split_to_date(2023))),
        ("Oct-Dec 2023/24", quarter(Some(2023), 4)),
        ("Jan - Mar 2024", months(Some(2024), 3)),
        ("T7-T12/2024", Some(Period::second_half(Some(2024)))),
        ("Từ tháng 7 đến tháng 12 năm 2024", Some(Period::second_half(Some(2024)))),
        ("Từ tháng 3 đến tháng 9 năm 2024", None),
        ("Oct-Mar 2024", None),
        ("Oct-Mar 2023/24", None),
        ("H1 2023/24", Period::split_quarters(2023, 2)),
        ("Quarter 2 2024/25", Period::split_quarter(2024, 2)),
        ("quarter two 2024/25", Period::split_quarter(2024, 2)),
        ("Quarter one of 2023", quarter(Some(2023), 1)),
        ("6 tháng đầu năm 2024", months(Some(2024), 6)),
        ("Sáu tháng đầu năm", months(None, 6)),
        ("6T/2024", months(Some(2024), 6)),
        ("11T2024", months(Some(2024), 11)),
        ("Thực hiện 9 tháng", months(None, 9)),
        ("Jan-Sep 2024", months(Some(2024), 9)),
        ("first 9 months of 2024", months(Some(2024), 9)),
        ("9 months 2023/24", Period::split_quarters(2023, 3)),
        ("First six months 2023/24", Period::split_quarters(2023, 2)),
        ("8 months 2023/24", Some(Period::split_to_date(2023))),
        ("9 tháng 2023-2024", None),
        ("Cumulative to Nov 2023", Period::until(Some(2023), 11, 0)),
        ("YTD Dec 2023", Some(Period::year(2023))),
        ("9 months to December 2023", Period::split_quarters(2023, 3)),
        ("Nine months to March 2024", Period::split_quarters(2023, 3)),
        ("6 months ended December 2023", Some(Period::second_half(Some(2023)))),
        ("9 months to September 2023", months(Some(2023), 9)),
        ("Back to October 2023", month(Some(2023), 10)),
        ("nine months 2024", months(Some(2024), 9)),
        ("H1 2024", months(Some(2024), 6)),
        ("6 tháng cuối năm 2024", Some(Period::second_half(Some(2024)))),
        ("second half of 2024", Some(Period::second_half(Some(2024)))),
        ("Tháng 10/2024", month(Some(2024), 10)),
        ("T10-2024", month(Some(2024), 10)),
        ("T9", month(None, 9)),
        ("10/2024", month(Some(2024), 10)),
        ("October 2024", month(Some(2024), 10)),
        ("Số liệu Sep-24", month(Some(2024), 9)),
        ("Tình hình tài chính Oct '23", month(Some(2023), 10)),
        ("Lũy kế đến tháng 10 năm 2024", months(Some(2024), 10)),
        ("Cộng dồn 10 tháng", months(None, 10)),
        ("Từ tháng 1 đến tháng 9", months(None, 9)),
        ("T1-T9/2024", months(Some(2024), 9)),
        ("TH đến hết tháng 8", Period::until(None, 8, 0)),
        ("Kết quả thực hiện đến tháng 6/2023", Period::until(Some(2023), 6, 0)),
        ("TH đến 30/9/2024", Period::until(Some(2024), 9, 30)),
        ("THU HÚT ĐẦU TƯ ĐẾN 20/11/2024", Period::until(Some(2024), 11, 20)),
        ("Nhiệm kỳ 2020-2025, thực hiện đến 30/6/2023", Period::until(Some(2023), 6, 30)),
        ("VỤ ĐÔNG XUÂN 2023-2024 (Đến ngày 15/02/2024)", Period::until(Some(2024), 2, 15)),
        ("Tính đến ngày 31/12/2024", Some(Period::year(2024))),
        ("Giải ngân đến 15/10/2024", Period::until(Some(2024), 10, 15)),
        ("Lũy kế từ đầu năm", Some(Period::to_date(None))),
        ("YTD 2024", Some(Period::to_date(Some(2024)))),
        ("Lũy kế đến 30/9/2024", months(Some(2024), 9)),
        ("Lũy kế đến hết ngày 31/10/2024", months(Some(2024), 10)),
        ("Giải ngân lũy kế đến 15/10/2024", Period::until(Some(2024), 10, 15)),
        ("Thời điểm 01/10/2024", Period::on(Some(2024), 10, 1)),
        ("Tại thời điểm 30/6/2025", Period::on(Some(2025), 6, 30)),
        ("Số dư tại 30/9/2024", Period::on(Some(2024), 9, 30)),
        ("Dư nợ đến 31/3/2024", Period::on(Some(2024), 3, 31)),
        ("As at 31/3/2024", Period::on(Some(2024), 3, 31)),
        ("Nghị quyết số 12 ngày 05/3/2021", Some(Period::year(2021))),
        ("Vụ xuân 2024", season("xuân")),
        ("Kế hoạch vụ hè thu năm 2024", season("hè thu")),
        ("Q2 YTD 2024/25", Period::split_quarters(2024, 2)),
        ("YTD Quarter 3 2024/25", Period::split_quarters(2024, 3)),
        ("Q1-Q3 2024/25", Period::split_quarters(2024, 3)),
        ("tính đến cuối tháng 9 năm 2024", Period::until(Some(2024), 9, 0)),
        ("đến cuối Quý III/2024", months(Some(2024), 9)),
        ("Quý I + II năm 2024", months(Some(2024), 6)),
        ("QUÝ 4 VÀ CẢ NĂM 2024", Some(Period::year(2024))),
        ("Số liệu tính đến 17h00 ngày 30/6/2024", Period::until(Some(2024), 6, 30)),
        ("Kết quả 3 quý", months(None, 9)),
        ("Thực hiện quí III/2024", quarter(Some(2024), 3)),
        ("6M 2024", months(Some(2024), 6)),
        ("TH 11 tháng + ước T12 năm 2024", Some(Period::year(2024))),
        ("Từ ngày 15/12/2023 đến 14/6/2024", Period::until(Some(2024), 6, 14)),
        ("Số dự án còn hiệu lực đến 31/12/2023", Period::on(Some(2023), 12, 31)),
        ("30/9/2024", Period::on(Some(2024), 9, 30)),
        ("2024-09-30", Period::on(Some(2024), 9, 30)),
        ("Kết quả HKI", Period::semester(None, 1)),
        ("Học kỳ II năm học 2023-2024", Period::semester(Some(2023), 2)),
        ("HK1 2024/25", Period::semester(Some(2024), 1)),
        ("Học kỳ quân đội", None),
        ("Budget FY24", Some(Period::fiscal_year(2024))),
        ("FY2024 YTD", Some(Period::to_date(Some(2024)))),
        ("12 months to June 2024", Period::until(Some(2024), 6, 0)),
        ("Year ending 31 March 2023", Period::until(Some(2023), 3, 31)),
        ("12 tháng tính đến tháng 6/2024", Period::until(Some(2024), 6, 0)),
        ("Twelve months to December 2023", Some(Period::year(2023))),
        ("Year to date 2024", Some(Period::to_date(Some(2024)))),
        ("YTD 2024/25", Some(Period::split_to_date(2024))),
        ("Q2 YTD 2024", months(Some(2024), 6)),
        ("Lũy kế quý III/2024", months(Some(2024), 9)),
        ("3 quý đầu năm 2024", months(Some(2024), 9)),
        ("Quý I - quý III năm 2024", months(Some(2024), 9)),
        ("year to date", Some(Period::to_date(None))),
        ("Achieved to date", Some(Period::to_date(None))),
        ("Progress report - Jan to Jun 2024", months(Some(2024), 6)),
        ("January to September", months(None, 9)),
        ("Cumulative since 2021", None),
        ("Lũy kế từ đầu nhiệm kỳ", None),
        ("Cộng dồn từ năm 2021", None),
        ("tháng 10 và 10 tháng năm 2024", months(Some(2024), 10)),
        ("quý II và 6 tháng đầu năm 2024", months(Some(2024), 6)),
        ("Năm học 2023-2024", Some(Period::split_year(2023))),
        ("2024/25", Some(Period::split_year(2024))),
        ("FY2024", Some(Period::fiscal_year(2024))),
        ("FY2024 Q3", Period::fiscal_quarter(2024, 3)),
        ("Q3 YTD FY2024", Period::fiscal_quarters(2024, 3)),
        ("BÁO CÁO TUẦN 32 NĂM 2024", Period::week(Some(2024), 32)),
        ("tuần 4 tháng 8 năm 2024", month(Some(2024), 8)),
        ("FY2024/25", Some(Period::split_year(2024))),
        ("vụ Đông Xuân 2023-2024", Some(Period::split_year(2023))),
        ("giai đoạn 2021-2025", Period::years(2021, 2025)),
        ("KH 2021 – 2025", Period::years(2021, 2025)),
        ("Kế hoạch 5 năm 2021-2025", Period::years(2021, 2025)),
        ("Mục tiêu đến năm 2025", Some(Period::by(2025))),
        ("Target by 2030", Some(Period::by(2030))),
        ("2024-01", month(Some(2024), 1)),
        ("2024M01", month(Some(2024), 1)),
        ("2024-M12", month(Some(2024), 12)),
        ("Jan-24", month(Some(2024), 1)),
        ("2024Q1", quarter(Some(2024), 1)),
        ("2024-Q3", quarter(Some(2024), 3)),
        ("2024-S1", months(Some(2024), 6)),
        ("2024S2", Some(Period::second_half(Some(2024)))),
        ("2024-25", Some(Period::split_year(2024))),
        ("2023*", Some(Period::year(2023))),
        ("2023p", Some(Period::year(2023))),
        ("HUYỆN PÁC NẶM", None),
        ("Việt Nam", None),
        ("cùng kỳ năm trước", None),
        ("Thực hiện", None),
        ("Giá so sánh 2010", None),
        ("500 triệu", None),
        ("Chỉ số PAPI năm 2023 (thang 10)", Some(Period::year(2023))),
        ("Điểm theo thang 10 đến 80", None),
        ("Trẻ đủ 12 tháng tuổi", None),
        ("Tiêm sởi (trẻ 18 tháng) 9 tháng năm 2024", months(Some(2024), 9)),
        ("Từ 01/01 - 20/10/2024", Period::until(Some(2024), 10, 20)),
        ("từ 01/01/2024 – 20/10/2024", Period::until(Some(2024), 10, 20)),
        ("(từ 1/1-30/9/2024)", months(Some(2024), 9)),
        ("Từ 01/01 đến 30/9/2024", months(Some(2024), 9)),
        ("Từ ngày 01 tháng 01 đến ngày 20 tháng 10 năm 2024", Period::until(Some(2024), 10, 20)),
        ("Từ ngày 15/12/2023 - 14/6/2024", Period::until(Some(2024), 6, 14)),
        ("Từ 01/01 - 31/12/2024", Some(Period::year(2024))),
    ] {
        assert_eq!(parse(text), expected, "{text}");
    }
}

#[test]
fn a_period_alone_is_distinguished_from_what_has_one() {
    for text in ["2024-01", "2024M1", "Jan-24", "2023*", "2023p"] {
        assert!(is_period(text), "{text}");
    }
    for text in ["Cả năm", "Quý II/2024", "Q2 2024/25", "2023", "Học kỳ I", "Vụ mùa 2023"]
    {
        assert!(is_period(text), "{text}");
    }
    for text in
        ["KH năm 2024", "Dân số 2024", "Giá so sánh 2010", "Điểm", "500", "Thu năm 2024", "I"]
    {
        assert!(!is_period(text), "{text}");
    }
}

fn any_period() -> impl Strategy<Value = Period> {
    let year = 1950_u16..2099;
    let maybe_year = proptest::option::of(year.clone());
    prop_oneof![
        year.clone().prop_map(Period::year),
        Just(Period::any_year()),
        (maybe_year.clone(), 1_u8..=4).prop_filter_map("", |(y, q)| Period::quarter(y, q)),
        (maybe_year.clone(), 1_u8..=12).prop_filter_map("", |(y, m)| Period::month(y, m)),
        (maybe_year.clone(), 1_u8..=12).prop_filter_map("", |(y, m)| months(y, m)),
        maybe_year.clone().prop_map(Period::second_half),
        maybe_year.clone().prop_map(Period::to_date),
        (maybe_year.clone(), 1_u8..=2).prop_filter_map("", |(y, nth)| Period::semester(y, nth)),
        (maybe_year.clone(), 1_u8..=53).prop_filter_map("", |(y, week)| Period::week(y, week)),
        year.clone().prop_map(Period::fiscal_year),
        (year.clone(), 1_u8..=4).prop_filter_map("", |(y, q)| Period::fiscal_quarter(y, q)),
        (year.clone(), 2_u8..=3).prop_filter_map("", |(y, q)| Period::fiscal_quarters(y, q)),
        (maybe_year, 1_u8..=11, 0_u8..=31)
            .prop_filter_map("", |(y, month, day)| Period::until(y, month, day)),
        year.clone().prop_map(Period::split_year),
        (year.clone(), 1_u8..=4).prop_filter_map("", |(y, q)| Period::split_quarter(y, q)),
        (1950_u16..2090, 2_u16..6).prop_filter_map("", |(y, n)| Period::years(y, y + n)),
        year.clone().prop_map(Period::by),
        (year.clone(), 2_u8..=3).prop_filter_map("", |(y, n)| Period::split_quarters(y, n)),
        year.prop_map(Period::split_to_date),
        (proptest::option::of(1950_u16..2099), 1_u8..=12, 1_u8..=28)
            .prop_filter_map("", |(y, month, day)| Period::on(y, month, day)),
    ]
}

proptest! {
    #[test]
    fn parses_what_it_displays(period in any_period(), plain in any::<bool>()) {
        let text = period.to_string();
        let text = if plain { fold(&text) } else { text.to_uppercase() };
        prop_assert_eq!(parse(&text), Some(period), "{}", text);
    }

    #[test]
    fn the_order_is_total(a in any_period(), b in any_period(), c in any_period()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
    }

    #[test]
    fn a_period_covers_itself_and_no_two_are_parts_of_each_other(
        a in any_period(), b in any_period()
    ) {
        use crate::model::Coverage;
        prop_assert_eq!(a.coverage(a), Coverage::Whole);
        let part_of_each_other =
            a.coverage(b) == Coverage::Part && b.coverage(a) == Coverage::Part;
        prop_assert!(!part_of_each_other, "{} {}", a, b);
    }

    #[test]
    fn never_panics(text in "\\PC{0,40}", numbers in "[0-9tTqQ/ -]{0,24}") {
        let _ = (parse(&text), parse(&numbers));
    }
}

#[test]
fn the_time_up_to_any_day_is_read_as_it_is_shown() {
    for (month, day) in (1..=12).flat_map(|month| (0..=31).map(move |day| (month, day))) {
        for year in [None, Some(2023)] {
            let until = Period::until(year, month, day).unwrap();
            assert_eq!(parse(&until.to_string()), Some(until), "{until}");
        }
    }
}
