//! Tables with a month next to the months up to it, places as rows with one measure, scores with their parts, and
//! measures over the same columns: each value is of its own period, place and measure.

use crate::description::open;
use crate::every::Every;
use chitieu::app::Catalog;
use chitieu::dataset::Opened;
use chitieu::model::{Collection, Dataset, Indicator, Status, Target, status};

/// Each indicator: place, period, name, plan, actual and changes.
fn lines(opened: &Opened) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => String::new(),
        };
        let actual = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
        let changes = one.changes.iter().map(|it| format!("{:+} {}", it.amount, it.period));
        let changes: Vec<String> = changes.collect();
        let place = dataset.place.named().unwrap_or_default();
        format!("{place}|{}|{}|{plan}|{actual}|{}", dataset.period, one.name, changes.join("; "))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

/// The period that the explorer begins with.
fn first_period(opened: Opened) -> String {
    let catalog = Catalog::new(Collection::new(opened.datasets));
    let first = catalog.first_slice().unwrap();
    let dataset = catalog.slices.datasets(first)[0];
    catalog.collection.datasets()[dataset].period.clone()
}

const MONTH: &str = "Doanh thu vận tải tháng 8 và 8 tháng năm 2025\n\
    ;ĐVT;Thực hiện tháng trước;Ước tháng báo cáo;Cộng dồn từ đầu năm;Tháng báo cáo so với tháng trước (%);\
    Tháng báo cáo so với cùng kỳ (%);Cộng dồn so với cùng kỳ (%)\n\
    Đường bộ;Tỷ đồng;200;206;1.650;103,0;109,4;111,2\nĐường sông;Tỷ đồng;50;49;410;98,0;104,0;96,5\n";

#[test]
fn a_month_is_no_earlier_value_of_the_months_up_to_it() {
    assert_eq!(
        lines(&open(MONTH)),
        [
            "|tháng 7 năm 2025|Đường bộ||200|",
            "|tháng 7 năm 2025|Đường sông||50|",
            "|tháng 8 năm 2025|Đường bộ||206|+3.0 tháng trước; +9.4 cùng kỳ năm trước",
            "|tháng 8 năm 2025|Đường sông||49|-2.0 tháng trước; +4.0 cùng kỳ năm trước",
            "|8 tháng năm 2025|Đường bộ||1650|+11.2 cùng kỳ năm trước",
            "|8 tháng năm 2025|Đường sông||410|-3.5 cùng kỳ năm trước",
        ]
    );
    assert_eq!(first_period(open(MONTH)), "8 tháng năm 2025");
}

#[test]
fn what_is_expected_of_a_year_has_its_plan_and_is_not_shown_first() {
    let table = "KẾT QUẢ 6 THÁNG NĂM 2025\n\
                 Chỉ tiêu;ĐVT;KH 2025;TH 6 tháng;Ước cả năm 2025;6T/KH (%);Cả năm/KH (%)\n\
                 Trồng rừng;ha;500;210;520;42,0;104,0\nGiải quyết việc làm;người;900;500;910;55,6;101,1\n";
    let found = lines(&open(table));
    assert_eq!(found[0], "|6 tháng đầu năm 2025|Trồng rừng|500|210|");
    assert_eq!(found[2], "|năm 2025|Trồng rừng|500|520|");
    assert_eq!(first_period(open(table)), "6 tháng đầu năm 2025");
}

#[test]
fn states_on_two_days_are_no_parts_of_each_other() {
    let opened = open(
        "Chỉ tiêu;ĐVT;Kế hoạch năm 2025;Đến 31/8/2025;Đến 30/9/2025\nThẻ BHYT;thẻ;90;80;85\nSổ BHXH;sổ;40;30;33\n",
    );
    assert_eq!(opened.datasets.len(), 1);
}

#[test]
fn the_title_names_the_measure_of_places() {
    let found = lines(&open(
        "GIẢI NGÂN VỐN ĐẦU TƯ CÔNG PHÂN THEO HUYỆN ĐẾN 30/9/2024\n\
         TT;Huyện, thành phố;Kế hoạch vốn;Giải ngân;Tỷ lệ (%)\n1;Kim Bôi;98;49;50,0\n2;Lạc Thủy;75;60;80,0\n",
    ));
    assert_eq!(found[0], "Kim Bôi|đến 30/9/2024|GIẢI NGÂN VỐN ĐẦU TƯ CÔNG|98|49|");
    let found = lines(&open(
        "THU NGÂN SÁCH NHÀ NƯỚC THEO ĐỊA BÀN NĂM 2024\nSTT;Đơn vị;Dự toán;Thực hiện\n\
         1;Huyện Đà Bắc;32;35\n2;Huyện Mai Châu;41;40\n",
    ));
    assert_eq!(found[1], "Huyện Mai Châu|năm 2024|THU NGÂN SÁCH NHÀ NƯỚC|41|40|");
}

#[test]
fn a_plan_without_a_name_is_that_of_the_named_result() {
    let found = lines(&open(
        "STT;Tên xã;Kế hoạch năm 2024;Số tiêu chí đạt năm 2024;Thu nhập bình quân (triệu đồng)\n\
         1;Xã Đa Phúc;17;16;45,6\n2;Xã Hữu Lợi;15;15;42,8\n",
    ));
    assert_eq!(found[0], "Xã Đa Phúc|năm 2024|Số tiêu chí đạt|17|16|");
    assert_eq!(found[1], "Xã Đa Phúc|năm 2024|Thu nhập bình quân||45.6|");
}

#[test]
fn each_part_of_a_score_is_a_score_of_its_own() {
    let opened = open(
        "CHỈ SỐ CCHC NĂM 2023\nSTT;Sở, ngành;Điểm thẩm định (tối đa 70);Điểm điều tra (tối đa 30);\
         Tổng điểm (tối đa 100);Xếp hạng\n1;Sở Nội vụ;65;27;92;1\n2;Sở Y tế;60;25;85;2\n",
    );
    let first = opened.datasets[0].indicators.get(0).unwrap();
    assert_eq!(first.name, "Điểm thẩm định");
    assert_eq!(first.scale.map(|top| top.to_string()), Some("70".to_owned()));
    let total = opened.datasets[1].indicators.get(2).unwrap();
    assert_eq!((total.name.as_str(), total.ranks[0].position), ("Tổng điểm", 2));
}

#[test]
fn measures_are_over_the_same_years() {
    for header in [
        "Chỉ tiêu;Diện tích (ha);;Năng suất (tạ/ha);\n;2023;2024;2023;2024\n",
        ";Diện tích (ha);;Năng suất (tạ/ha);\n;Năm 2023;Năm 2024;Năm 2023;Năm 2024\n",
    ] {
        let found = lines(&open(&format!("{header}Lúa;160;161;58,2;59,1\nNgô;52;51;44,0;44,9\n")));
        assert!(found.contains(&"|năm 2023|Ngô – Năng suất||44.0|".to_owned()), "{found:?}");
        assert!(found.contains(&"|năm 2024|Lúa – Diện tích||161|".to_owned()), "{found:?}");
    }
    let found = lines(&open(
        "Loại;Trâu (con);;Bò (con);\n;2022;2023;2022;2023\nTrang trại;21;22;94;95\nHộ gia đình;52;51;230;231\n",
    ));
    assert!(found.contains(&"|năm 2023|Trang trại – Bò||95|".to_owned()), "{found:?}");
}

#[test]
fn work_and_payments_are_two_results_of_one_plan() {
    let found = lines(&open(
        "TT;Dự án;Kế hoạch vốn;Khối lượng thực hiện;Giải ngân;Tỷ lệ giải ngân (%)\n\
         1;Đường tránh;45;32;27;60,0\n2;Trường học;18;15;14,4;80,0\n",
    ));
    assert_eq!(found[0], "||Đường tránh – Giải ngân|45|27|");
    assert_eq!(found[1], "||Đường tránh – Khối lượng thực hiện|45|32|");
    let found = lines(&open(
        "TT;Nội dung;Dự toán thu;Thực hiện thu;Kế hoạch vốn;Giải ngân\n1;Cấp huyện;45;47;120;96\n2;Cấp xã;32;30;88;79\n",
    ));
    assert_eq!(found[..2], ["||Cấp huyện – Thu|45|47|", "||Cấp huyện – Giải ngân|120|96|"]);
}

#[test]
fn a_growth_that_names_its_measure_is_an_indicator_of_years() {
    let found = lines(&open(
        "Năm;GRDP giá hiện hành (tỷ đồng);Tốc độ tăng GRDP (%);Thu ngân sách (tỷ đồng)\n\
         2022;584;8,9;60\n2023;623;5,1;58\n2024;680;9,0;69\n",
    ));
    assert_eq!(found[1], "|năm 2022|Tốc độ tăng GRDP||8.9|");
    assert!(found.iter().every(|line| line.ends_with('|')), "{found:?}");
}

#[test]
fn a_row_of_percent_signs_gives_the_unit() {
    let opened = open(
        ";Tổng số - Total;Phân theo giới tính - By sex;\n;;Nam - Male;Nữ - Female\n;%;%;%\n\
         2021;3,2;3,0;3,3\n2022;2,4;2,3;2,5\n",
    );
    let men = opened.datasets[0].indicators.get(1).unwrap();
    assert_eq!((men.name.as_str(), men.unit.as_deref()), ("Nam", Some("%")));
}

/// The period and the status of each indicator.
fn reached(text: &str) -> Vec<(String, Status)> {
    let opened = open(text);
    let of =
        |one: Indicator| (one.period.map(|own| own.to_string()).unwrap_or_default(), status(&one));
    opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter().map(of)).collect()
}

#[test]
fn a_term_is_not_over_while_its_total_goes_on() {
    for (plan, total) in [
        ("Chỉ tiêu nhiệm kỳ", "Lũy kế từ đầu nhiệm kỳ"),
        ("Chỉ tiêu cả nhiệm kỳ", "Kết quả từ đầu nhiệm kỳ đến nay"),
    ] {
        let text = format!(
            "CÔNG TÁC HỘI NHIỆM KỲ 2021 - 2026\nNội dung;{plan};{total};Tỷ lệ (%)\n\
             Phát triển hội viên;500;410;82,0\nThành lập chi hội;10;11;110,0\n"
        );
        for (period, status) in reached(&text) {
            assert_eq!(
                (period.as_str(), status),
                ("từ đầu năm 2021", Status::InProgress),
                "{total}"
            );
        }
    }
    let text = "CÔNG TÁC HỘI NHIỆM KỲ 2021 - 2026\nNội dung;Chỉ tiêu nhiệm kỳ;Kết quả nhiệm kỳ;Tỷ lệ (%)\n\
        Phát triển hội viên;500;410;82,0\n";
    assert_eq!(reached(text)[0].1, Status::Missed);
}

#[test]
fn a_total_to_date_of_a_fiscal_year_has_no_number_of_months() {
    for heading in ["FY2023 YTD", "YTD FY2023", "FY2023 Year to Date"] {
        let text =
            format!("Measure,FY2022 Actual,FY2023 Goal,{heading}\nTrees planted,410,450,201\n");
        assert_eq!(
            reached(&text),
            [("từ đầu năm 2023".to_owned(), Status::InProgress)],
            "{heading}"
        );
    }
}

#[test]
fn a_year_above_plan_and_actual_is_the_plans_in_a_report_of_a_part_of_it() {
    for title in ["9 THÁNG NĂM 2024", "QUÝ III NĂM 2024", "11 THÁNG NĂM 2024"] {
        for group in ["Năm 2024", "Dự toán năm 2024", "Kế hoạch vốn năm 2024"] {
            let text = format!(
                "THỰC HIỆN THU NGÂN SÁCH {title}\nSTT;Nội dung;{group};;\n;;Kế hoạch;Thực hiện;Tỷ lệ (%)\n\
                1;Thu xổ số;5000;3950;79\n2;Lệ phí trước bạ;7000;3367;48,1\n"
            );
            let reported = (title.to_lowercase().replace("iii", "III"), Status::InProgress);
            assert_eq!(reached(&text), [reported.clone(), reported], "{title}, {group}");
        }
    }
    // What the heading of the actual says itself holds, and so does the year in a report of the whole of it.
    for (title, heading) in [("9 THÁNG NĂM 2024", "Thực hiện năm 2024"), ("NĂM 2024", "Thực hiện")]
    {
        let text = format!(
            "THỰC HIỆN THU NGÂN SÁCH {title}\nSTT;Nội dung;Năm 2024;;\n;;Kế hoạch;{heading};Tỷ lệ (%)\n\
            1;Thu xổ số;5000;3950;79\n2;Lệ phí trước bạ;7000;3367;48,1\n"
        );
        assert!(reached(&text).iter().all(|(_, status)| *status == Status::Missed), "{text}");
    }
}

#[test]
fn twelve_months_to_june_are_no_calendar_year() {
    let text =
        "Offence,12 months to March 2022,12 months to March 2023\nArson,\"1,310\",\"1,204\"\n";
    let opened = open(text);
    let last = opened.datasets.last().unwrap();
    assert_eq!(last.period, "đến tháng 3/2023");
    assert_eq!(last.indicators.get(0).unwrap().earlier[0].period, "đến tháng 3/2022");
    let text =
        "Road safety - year ending 30 September 2023\nMeasure,Target,Actual\nCasualties,40,38\n";
    assert_eq!(open(text).datasets[0].period, "đến 30/9/2023");
}

#[test]
fn a_year_to_date_in_english_may_begin_in_april() {
    let text =
        "Budget report - October 2023\nService,Annual budget,Actual YTD\nParks,\"1,200\",640\n";
    assert_eq!(reached(text), [("đến tháng 10/2023".to_owned(), Status::InProgress)]);
}
