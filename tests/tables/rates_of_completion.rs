//! A rate of completion is a percent of a plan only where a plan is: next to a count it is a rate of its own.

use crate::description::{figure_of, full_name, place_of};
use chitieu::dataset;
use chitieu::model::{Indicator, Status, status};

/// Each indicator with its place, unit and figure, and whether it has a percent of a plan or a status.
fn lines(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let mut lines = Vec::new();
    for dataset in &opened.datasets {
        for one in dataset.indicators.iter() {
            let judged = if is_judged(&one) { " !" } else { "" };
            let unit = one.unit.as_deref().unwrap_or("-");
            let (place, name, figure) = (place_of(dataset), full_name(&one), figure_of(&one));
            lines.push(format!("{place}|{name}|{unit}|{figure}{judged}"));
        }
    }
    lines
}

/// Whether an indicator is compared with a plan.
fn is_judged(one: &Indicator) -> bool {
    one.plan.is_some() || status(one) != Status::NotAssessed
}

#[test]
fn a_rate_of_completion_next_to_a_count_is_an_indicator_of_its_own() {
    for rate in ["Tỷ lệ hoàn thành", "Hoàn thành cấp học", "Tỷ lệ hoàn thành chương trình"]
    {
        let text = format!(
            "KẾT QUẢ NĂM HỌC 2022-2023\nXã;Số học sinh lớp 9;{rate} (%)\n\
             Xã Cốc Pàng;214;97,2\nXã Khánh Xuân;131;98,5\n"
        );
        let expected = [
            "Xã Cốc Pàng|Số học sinh lớp 9|-|214".to_owned(),
            format!("Xã Cốc Pàng|{rate}|%|97.2"),
            "Xã Khánh Xuân|Số học sinh lớp 9|-|131".to_owned(),
            format!("Xã Khánh Xuân|{rate}|%|98.5"),
        ];
        assert_eq!(lines(&text), expected);
    }
}

#[test]
fn a_rate_of_completion_of_what_had_to_be_done_is_no_percent_of_a_plan() {
    for (base, done) in [
        ("Diện tích cần đo đạc", "Diện tích đã đo đạc"),
        ("Diện tích phải cấp sổ", "Diện tích đã cấp sổ"),
    ] {
        let text = format!(
            "ĐO ĐẠC NĂM 2023\nTT;Xã;{base} (ha);{done} (ha);Tỷ lệ hoàn thành (%)\n\
             1;Xã Cốc Pàng;250,0;210,0;84,0\n2;Xã Khánh Xuân;160,0;152,0;95,0\n"
        );
        let expected = [
            format!("Xã Cốc Pàng|{base}|ha|250.0"),
            format!("Xã Cốc Pàng|{done}|ha|210.0"),
            "Xã Cốc Pàng|Tỷ lệ hoàn thành|%|84.0".to_owned(),
        ];
        assert_eq!(lines(&text).iter().take(3).cloned().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn the_rows_show_that_a_rate_of_completion_is_of_no_plan() {
    let text = "ĐO ĐẠC NĂM 2023\nXã;Diện tích phải thực hiện (ha);Diện tích đã thực hiện (ha);\
        Tỷ lệ hoàn thành (%)\nXã Cốc Pàng;250,0;210,0;84,0\nXã Khánh Xuân;160,0;152,0;95,0\n";
    assert!(lines(text).iter().all(|line| !line.ends_with('!')), "{:?}", lines(text));
    assert!(lines(text).contains(&"Xã Cốc Pàng|Tỷ lệ hoàn thành|%|84.0".to_owned()));
}

#[test]
fn a_rate_of_completion_of_rows_that_are_counted_is_in_the_note() {
    let text = "Nội dung;Số lượng;Tỷ lệ hoàn thành (%)\nLớp bồi dưỡng chính trị;14;92,5\n\
        Hồ sơ số hóa;830;71,0\n";
    assert!(lines(text).iter().all(|line| !line.ends_with('!')), "{:?}", lines(text));
}

#[test]
fn a_percent_of_a_plan_that_a_heading_names_stays_one() {
    for heading in ["% hoàn thành KH", "Tỷ lệ hoàn thành kế hoạch (%)", "Hoàn thành chỉ tiêu (%)"]
    {
        let text = format!(
            "Chỉ tiêu;ĐVT;Thực hiện;{heading}\nTrồng rừng tập trung;ha;412;103\n\
             Thu hoạch chè búp;tấn;1.560;88\n"
        );
        assert!(lines(&text).iter().all(|line| line.ends_with('!')), "{:?}", lines(&text));
    }
    let text = "Chỉ tiêu;ĐVT;Thực hiện;% hoàn thành\nTrồng rừng tập trung;ha;412;103\n\
        Thu hoạch chè búp;tấn;1.560;88\n";
    assert!(lines(text).iter().all(|line| line.ends_with('!')), "{:?}", lines(text));
}
