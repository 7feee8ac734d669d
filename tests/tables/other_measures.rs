//! Columns of money next to a plan and its result that are neither of them, nor a value of another
//! period: what a project was allotted, the work that is not paid for yet, and changes of several
//! measures.

use crate::description::open;
use chitieu::dataset::Opened;
use chitieu::model::{Dataset, Indicator, Target};

/// Name, plan, actual, values of other periods and changes of each indicator.
fn lines(opened: &Opened) -> Vec<String> {
    let line = |one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => "-".to_owned(),
        };
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let earlier: Vec<&str> = one.earlier.iter().map(|value| value.period.as_str()).collect();
        let changes: Vec<String> = one
            .changes
            .iter()
            .map(|change| format!("{} {}", change.amount, change.period))
            .collect();
        format!("{}|{plan}|{actual}|{}|{}", one.name, earlier.join(", "), changes.join(", "))
    };
    let of = |dataset: &Dataset| -> Vec<String> { dataset.indicators.iter().map(line).collect() };
    opened.datasets.iter().flat_map(of).collect()
}

/// The headings of the columns that are kept in the notes, with a warning.
fn kept(opened: &Opened) -> Vec<String> {
    let own = opened.findings.iter().filter(|finding| finding.rule().name() == "column-kept");
    own.map(|finding| finding.location.path.clone()).collect()
}

#[test]
fn what_a_project_was_allotted_is_no_earlier_result() {
    for (allotted, done, paid) in [
        (
            "Lũy kế vốn đã bố trí đến hết năm 2024",
            "Khối lượng thực hiện",
            "Giải ngân đến 31/8/2025",
        ),
        ("Vốn đã bố trí các năm trước", "Giá trị KLHT đến 31/8/2025", "Đã giải ngân đến 31/8/2025"),
        (
            "Lũy kế bố trí vốn từ khởi công",
            "Giá trị nghiệm thu",
            "Lũy kế giải ngân 8 tháng năm 2025",
        ),
    ] {
        let text = format!(
            "TT;Dự án;{allotted};Kế hoạch vốn năm 2025;{done};{paid};Tỷ lệ giải ngân (%)\n\
             1;Cầu Khe Lá;9.400;5.000;3.600;3.100;62,0\n\
             2;Trạm bơm Đồng Vạn;2.100;4.000;2.900;2.600;65,0\n\
             3;Nhà văn hóa Lũng Cà;700;2.500;1.500;1.500;60,0\n"
        );
        let opened = open(&text);
        let found = lines(&opened);
        assert_eq!(found[0], "Cầu Khe Lá|5000|3100||", "{found:?}");
        let kept = kept(&opened);
        assert!(kept.iter().any(|heading| heading == allotted), "{allotted}: {kept:?}");
        assert!(kept.iter().any(|heading| heading == done), "{done}: {kept:?}");
    }
}

#[test]
fn payments_of_another_year_are_earlier_results() {
    let text = "TT;Dự án;Giải ngân năm 2024;Kế hoạch vốn năm 2025;Giải ngân đến 31/8/2025\n\
                1;Cầu Khe Lá;2.400;5.000;3.100\n\
                2;Trạm bơm Đồng Vạn;1.100;4.000;2.600\n";
    assert_eq!(lines(&open(text))[0], "Cầu Khe Lá|5000|3100|năm 2024|");
}

#[test]
fn measures_below_a_comparison_are_their_changes() {
    let text = "DOANH NGHIỆP THÀNH LẬP MỚI 7 THÁNG NĂM 2025\n\
                ;Số doanh nghiệp (Doanh nghiệp);Vốn đăng ký (Tỷ đồng);So với cùng kỳ năm trước (%);\n\
                ;;;Số doanh nghiệp;Vốn đăng ký\n\
                Bắc Giang;840;9.310,5;104,2;97,5\n\
                Nam Định;512;4.205,1;98,1;131,4\n";
    let found = lines(&open(text));
    assert_eq!(found[0], "Số doanh nghiệp|-|840||4.2 cùng kỳ năm trước");
    assert_eq!(found[1], "Vốn đăng ký|-|9310.5||-2.5 cùng kỳ năm trước");
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn a_count_of_the_same_period_of_last_year_is_an_earlier_value() {
    for heading in ["Số vụ cùng kỳ 2024", "Số vụ cùng kỳ năm 2024", "Số vụ cùng kỳ năm trước"]
    {
        let text = format!(
            "TÌNH HÌNH CHÁY NỔ 6 THÁNG NĂM 2025\n\
             Huyện;Số vụ;Số người bị thương;{heading};So sánh (%)\n\
             Lâm Thao;24;3;30;80,0\n\
             Thanh Ba;33;6;22;150,0\n"
        );
        let found = lines(&open(&text));
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[0].starts_with("Số vụ|-|24|"), "{heading}: {found:?}");
        assert!(found[0].contains("cùng kỳ năm") && !found[0].contains("||"), "{found:?}");
    }
}
