//! Distances from a plan, fractions, forecasts behind lists, bands and causes: words between two
//! figures that are easily read as something else.

use crate::every::Every;
use crate::reports::{changes_with_bases, doubted, read, rows, rows_of, sure, target, valued};
use chitieu::dataset::Fate;
use chitieu::model::{Actual, Indicator, Status, Target, status};

fn percent(row: &Indicator) -> Option<String> {
    row.plan.as_ref().and_then(|plan| plan.percent()).map(|percent| percent.normalize().to_string())
}

fn period(title: &str, row: &Indicator) -> String {
    let own = row.period.map(|period| period.to_string());
    own.unwrap_or_else(|| title.to_owned())
}

fn unread(title: &str, text: &str) -> Vec<String> {
    let numbers = read(title, text).numbers;
    numbers.into_iter().filter(|one| one.fate == Fate::Unread).map(|one| one.text).collect()
}

#[test]
fn a_percent_in_brackets_behind_a_distance_from_the_plan_is_that_distance() {
    for text in [
        "Thu ngân sách đạt 5.600 tỷ đồng, tăng 600 tỷ đồng (12%) so với dự toán.",
        "Thu ngân sách đạt 5.600 tỷ đồng, vượt 600 tỷ đồng (tương đương 12%) so với dự toán.",
        "Thu ngân sách đạt 5.600 tỷ đồng, vượt dự toán 600 tỷ đồng (12%).",
    ] {
        let found = rows(text);
        assert_eq!(percent(&found[0]).as_deref(), Some("112"), "{text}");
        assert_eq!(status(&found[0]), Status::Exceeded, "{text}");
        assert!(found[0].changes.is_empty(), "{text}");
    }
    let found = rows("Thu ngân sách đạt 4.400 tỷ đồng, giảm 600 tỷ đồng (12%) so với dự toán.");
    assert_eq!(percent(&found[0]).as_deref(), Some("88"));
    // What does not agree with the figures is no percent of plan.
    let found = rows("Thu ngân sách đạt 4.400 tỷ đồng, vượt 600 tỷ đồng (12%) so với dự toán.");
    assert_eq!(percent(&found[0]), None);
    assert!(doubted(&found[0], "contradiction"));
    // A percent of plan in brackets stays one.
    let found = rows("Số hộ nghèo giảm 1.204 hộ (đạt 120,4% kế hoạch).");
    assert_eq!(percent(&found[0]).as_deref(), Some("120.4"));
}

#[test]
fn a_rate_and_its_plan_behind_a_slash() {
    let found = rows("Tỷ lệ che phủ rừng đạt 62,1%/62% kế hoạch; tỷ lệ hộ nghèo 3,1%/3,5% KH.");
    let shown: Vec<_> = found.iter().map(|row| (row.figure(), target(row), percent(row))).collect();
    let value = |text: &str| Some(Target::Value(text.parse().unwrap()));
    assert_eq!(shown[0], (Some("62.1".parse().unwrap()), value("62"), None));
    assert_eq!(shown[1], (Some("3.1".parse().unwrap()), value("3.5"), None));
}

#[test]
fn a_forecast_behind_a_list_is_of_none_of_its_items() {
    let text = "Tỷ lệ giải ngân vốn trong nước đạt 61,2%, vốn nước ngoài đạt 34,8%; phấn đấu cả năm đạt 95% kế hoạch.";
    let found = rows(text);
    assert!(found.iter().every(|row| row.plan.is_none()), "{found:#?}");
    assert_eq!(unread("Kinh tế tỉnh Vĩnh Sơn năm 2024", text), ["95"]);
}

#[test]
fn a_fraction_is_no_count() {
    let text = "Có 2/3 số xã có nhà văn hóa; diện tích rừng chiếm 1/3 diện tích tự nhiên.";
    assert!(rows(text).is_empty(), "{:#?}", rows(text));
    assert_eq!(unread("Kinh tế tỉnh Vĩnh Sơn năm 2024", text), ["2", "3", "1", "3"]);
    let found = rows("Toàn tỉnh có 45/112 xã đạt chuẩn nông thôn mới.");
    assert!(found[0].count.is_some());
}

#[test]
fn a_list_behind_a_semicolon_has_a_whole_of_its_own() {
    let text = "Các huyện cao gồm Đà Bắc đạt 78,2%, Mai Châu đạt 75,1%; các huyện thấp gồm Lạc Thủy 31,5%.";
    let found = rows(text);
    let low = valued(&found, "31.5", text);
    assert!(!low.parents.iter().any(|parent| parent.contains("Mai Châu")), "{low:#?}");
    assert!(!sure(low));
    let text = "Hỗ trợ xóa 1.204 nhà tạm, trong đó xây mới 812 nhà, sửa chữa 392 nhà; tổng kinh phí 62,4 tỷ đồng.";
    let found = rows(text);
    let cost = valued(&found, "62.4", text);
    assert!(!cost.parents.iter().any(|parent| parent.contains("sửa chữa")), "{cost:#?}");
}

#[test]
fn a_change_behind_parts_of_another_unit_than_their_whole_is_open() {
    let text = "Có 71/86 học sinh đạt giải, gồm 4 giải Nhất, 19 giải Nhì và 21 giải Khuyến khích, tăng 5 giải so với năm học trước.";
    let found = rows(text);
    let last = valued(&found, "21", text);
    assert!(last.changes.is_empty() && doubted(last, "owner-open"), "{last:#?}");
}

#[test]
fn from_one_rate_to_another_is_no_range() {
    let text = "Literacy of adults improved from 81% to 86%. Lending rates ranged from 3% to 5%.";
    let found = rows_of("Kenova 2024", text);
    assert_eq!(found[0].figure(), Some("86".parse().unwrap()), "{found:#?}");
    assert!(
        matches!(&found[0].earlier[0].value, Actual::Figure(value) if value.to_string() == "81")
    );
    assert_eq!(found[1].figure(), None);
}

#[test]
fn a_band_and_a_difference_are_no_indicators() {
    let text = "Headline inflation averaged 4.7 percent and remained within the central bank's target band of 3 to 6 percent.";
    assert_eq!(rows_of("Kenova, April 2025", text).len(), 1);
    let text = "47.3% of household waste was sent for reuse, recycling or composting, 1.8 percentage points higher than in the same quarter last year.";
    let found = rows_of("Ashcombe Council 2024", text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(changes_with_bases(&found[0]), ["1.8 same quarter last year"]);
    let text = "Earnings from exports amounted to USD 142.8 million, recording a growth of 12.3 percent over the corresponding quarter of 2023.";
    let found = rows_of("Sabaragam Province, third quarter of 2024", text);
    assert_eq!((found.len(), found[0].changes.len()), (1, 1), "{found:#?}");
    let text = "Còn 6 xã đạt dưới 10 tiêu chí; có 12 xã đạt từ 15 - 18 tiêu chí.";
    let names: Vec<String> = rows(text).into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["Xã đạt dưới 10 tiêu chí", "Xã đạt từ 15 - 18 tiêu chí"]);
}

#[test]
fn the_cause_of_a_change_is_no_name() {
    let text = "Lượng khách đạt 5,2 triệu lượt, giảm 4,1% so với quý II do ảnh hưởng của bão số 3 nhưng vẫn tăng 6,4% so với quý III/2024.";
    let found = rows(text);
    assert_eq!(changes_with_bases(&found[0]), ["-4.1 quý II", "6.4 quý III/2024"]);
}

#[test]
fn a_period_behind_a_figure_is_its_own() {
    let title = "Economic Update for Kenova, April 2025";
    for (text, figure, wanted) in [
        ("Exports of goods rose by 9.3 percent to US$12.6 billion in 2024.", "12.6", "năm 2024"),
        ("Public debt stood at 58.9 percent of GDP at end-2024.", "58.9", "năm 2024"),
    ] {
        let found = rows_of(title, text);
        assert_eq!(period("", valued(&found, figure, text)), wanted, "{text}");
    }
    let title = "Tỉnh Hòa An tháng 4 năm 2025";
    let text = "Kim ngạch xuất khẩu tăng 9,3%, đạt 12,6 tỷ USD trong năm 2024. Kiều hối đạt 2,3 tỷ USD, tăng 11% trong quý I.";
    let found = rows_of(title, text);
    assert_eq!(period("", &found[0]), "năm 2024");
    assert!(doubted(&found[1], "period-open"));
    // After a figure of an earlier year, the month of the title may be that of the publication.
    let text = "Real GDP growth accelerated to 5.4 percent in 2024. Agriculture contracted by 1.2 percent.";
    let found = rows_of("Economic Update for Kenova, April 2025", text);
    assert!(doubted(&found[1], "period-open"), "{found:#?}");
}

#[test]
fn quarters_and_months_of_a_financial_year() {
    let title = "Ashcombe Borough Council: Performance Report, Quarter 2 2024/25";
    let text = "In Quarter 2, council tax collection reached 57.1%. At the end of September, the number of homes in use was 163.";
    let found = rows_of(title, text);
    assert_eq!(period("", &found[0]), "", "{found:#?}");
    assert_eq!(period("", &found[1]), "tháng 9 năm 2024");
    let found = rows_of("Performance report 2024/25", "In Quarter 4, rent collected was 98.7%.");
    assert_eq!(period("", &found[0]), "quý IV năm 2024/2025");
    let found = read("Phường 12 quận 10 năm 2025", "Thu ngân sách đạt 312 tỷ đồng.");
    assert_eq!(found.dataset.period, "năm 2025");
}

#[test]
fn whose_the_counted_things_are() {
    for (text, figure, owner) in [
        ("Bệnh viện Bãi Cháy khám 45.000 lượt người, tăng 6%.", "45000", "Bệnh viện Bãi Cháy"),
        ("Vịnh Hạ Long đón 2,31 triệu lượt khách tham quan.", "2.31", "Vịnh Hạ Long"),
        ("Trường Cao đẳng Nghề tuyển 812 sinh viên.", "812", "Trường Cao đẳng Nghề"),
    ] {
        let found = rows(text);
        assert_eq!(valued(&found, figure, text).parents, [owner], "{text}");
    }
    let text = "Nhà máy nhiệt điện Vũng Áng sản xuất 5.120 triệu kWh; Nhà máy thủy điện Hố Hô đạt 42 triệu kWh.";
    let found = rows(text);
    assert!(valued(&found, "42", text).parents.is_empty());
    let text = "Một số sản phẩm: tàu biển đóng mới 9 chiếc, tăng 2 chiếc.";
    assert_eq!(rows(text)[0].name, "Tàu biển đóng mới");
    let text = "Nhóm hàng gồm: máy vi tính, sản phẩm điện tử và linh kiện 3,92 tỷ USD; gỗ và sản phẩm gỗ 1,2 tỷ USD.";
    assert_eq!(rows(text)[0].name, "Máy vi tính, sản phẩm điện tử và linh kiện");
    let text =
        "Tại huyện Đà Bắc, diện tích gieo trồng đạt 8.120 ha; tại huyện Mai Châu đạt 6.340 ha.";
    assert_eq!(rows(text)[1].name, "Diện tích gieo trồng");
    assert_eq!(
        rows("Doanh thu du lịch tăng gấp đôi so với năm 2024, đạt 3.120 tỷ đồng.")[0].name,
        "Doanh thu du lịch"
    );
    let text = "Phong trào văn nghệ thu hút hơn 1.800 lượt người.";
    assert!(!sure(&rows(text)[0]), "{:#?}", rows(text));
}

#[test]
fn what_is_said_next_to_a_figure_is_kept() {
    let found = rows("Tỷ lệ hộ nghèo giảm từ 4,1% (năm 2021) xuống 1,2% (năm 2025).");
    assert_eq!(found[0].earlier[0].period, "năm 2021");
    let text =
        "The occupancy rate of hotels was 54.6 percent, compared with 48.1 percent a year ago.";
    let found = rows_of("Sabaragam Province, third quarter of 2024", text);
    assert_eq!(found[0].earlier.len(), 1, "{found:#?}");
    let text = "Tai nạn giao thông xảy ra 120 vụ, chết 61 người; giảm 12 vụ, giảm 4 người chết so với cùng kỳ 2024.";
    assert_eq!(changes_with_bases(&rows(text)[0]), ["-12 cùng kỳ 2024"]);
    let text = "PCI tăng từ hạng 25 năm 2023 lên hạng 18 năm 2024.";
    assert!(
        !unread("Kinh tế tỉnh Vĩnh Sơn năm 2024", text).is_empty()
            || rows(text)[0].ranks[0].position == 18
    );
    let text = "Thi hành kỷ luật 11 đảng viên: khiển trách 8, cảnh cáo 2, khai trừ 1.";
    let found = rows(text);
    assert_eq!(valued(&found, "8", text).unit.as_deref(), Some("đảng viên"));
}

/// An English report whose indicators need every word that the reader adds.
#[test]
fn an_english_report_gets_no_vietnamese_words() {
    let text = "Exports reached nearly US$12.6 billion, 98 percent of the plan and 94 percent of the annual target. \
        Lending rates ranged from 3% to 5%. Revenue grew 6.2 percent a year on average, surpassing the target of 4 percent. \
        Maize output was 52 thousand tonnes, worth $14 million. Imports fell 3% in value and rose 2% in number. \
        The industry sector grew 8 percent, contributing 3.1 percentage points. \
        The province aims to increase exports by 9 percent and to create 1,200 more jobs by 2026. \
        There were 312 new homes, 104% of the annual plan of 300, 0.4 points below the profile. \
        On-time rates in 2018, 2019 and 2020 were 81%, 82% and 83% respectively.";
    let report = read("Economic Update for Kenova, Q2 2024", text);
    let ascii = |text: &str| text.chars().all(|c| c.is_ascii() || matches!(c, '“' | '”'));
    assert!(ascii(&report.dataset.period), "{}", report.dataset.period);
    let found: Vec<Indicator> = report.dataset.indicators.iter().collect();
    assert!(found.len() > 6, "{found:#?}");
    for row in &found {
        let plan =
            row.plan.as_ref().and_then(|plan| plan.verdict()).map(|verdict| verdict.text.clone());
        let words = [Some(row.name.clone()), row.note.clone(), row.unit.clone(), plan];
        let words = words.into_iter().flatten().chain(row.parents.clone());
        let words = words.chain(row.changes.iter().map(|change| change.period.clone()));
        for word in words.chain(row.earlier.iter().map(|earlier| earlier.period.clone())) {
            assert!(ascii(&word), "{word} of {row:#?}");
        }
    }
}

#[test]
fn an_estimate_holds_for_what_is_joined_to_it() {
    let text = "Ước đến 31/12/2024, nguồn vốn đạt 9.100 tỷ đồng; tổng dư nợ đạt 8.300 tỷ đồng; tỷ lệ nợ xấu 1,4%.";
    let found = rows_of("Ngân hàng tỉnh Vĩnh Sơn năm 2024", text);
    assert!(found.len() == 3 && found.iter().all(|row| row.estimate), "{found:#?}");
    let text = "Exports were estimated at USD 2.1 billion, up 4.1%, and imports at USD 1.4 billion, down 2%. Revenue was USD 3 billion.";
    let found = rows_of("Economy of Vinh Son province in 2024", text);
    let estimates: Vec<bool> = found.iter().map(|row| row.estimate).collect();
    assert_eq!(estimates, [true, true, false], "{found:#?}");
}
