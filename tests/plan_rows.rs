//! Long tables with a row for each value, where a column says whether it is planned or reached.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chitieu::dataset::{self, Opened};
use chitieu::model::{Dataset, Indicator, Target};

fn open(text: &str) -> Opened {
    dataset::read("bieu.csv", text.as_bytes(), None).unwrap()
}

/// Each indicator: place, period, name, plan and actual.
fn lines(opened: &Opened) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => String::new(),
        };
        let actual = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
        format!("{}|{}|{}|{plan}|{actual}", dataset.place.name(), dataset.period, one.name)
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[test]
fn a_plan_and_a_result_in_two_rows_are_one_indicator() {
    let table = "Địa phương;Năm;Chỉ tiêu;ĐVT;Loại;Giá trị\n\
                 Ba Bể;2023;Tỷ lệ hộ nghèo;%;Kế hoạch;18,2\nBa Bể;2023;Tỷ lệ hộ nghèo;%;Thực hiện;17,6\n\
                 Na Rì;2023;Tỷ lệ hộ nghèo;%;Kế hoạch;16\nNa Rì;2023;Tỷ lệ hộ nghèo;%;Thực hiện;16,4\n\
                 Na Rì;2024;Tỷ lệ hộ nghèo;%;Kế hoạch;14,5\n";
    let found = lines(&open(table));
    assert_eq!(
        found,
        [
            "Ba Bể|năm 2023|Tỷ lệ hộ nghèo|18.2|17.6",
            "Na Rì|năm 2023|Tỷ lệ hộ nghèo|16|16.4",
            "Na Rì|năm 2024|Tỷ lệ hộ nghèo|14.5|",
        ]
    );
}

#[test]
fn plans_may_come_after_all_results() {
    let table = "province,year,indicator,unit,scenario,value\n\
                 Hoa Binh,2023,Budget revenue,VND billion,Actual,5210\n\
                 Hoa Binh,2023,Poverty rate,%,Actual,12.29\n\
                 Hoa Binh,2023,Budget revenue,VND billion,Target,5000\n\
                 Hoa Binh,2023,Poverty rate,%,Target,12.5\n";
    let found = lines(&open(table));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("|Budget revenue|5000|5210"), "{}", found[0]);
    assert!(found[1].ends_with("|Poverty rate|12.5|12.29"), "{}", found[1]);
}

#[test]
fn a_second_result_of_the_same_is_kept() {
    let table = "Địa phương;Năm;Chỉ tiêu;ĐVT;Loại;Giá trị\n\
                 Ba Bể;2023;Thu ngân sách;tỷ đồng;KH;50\nBa Bể;2023;Thu ngân sách;tỷ đồng;TH;52\n\
                 Ba Bể;2023;Thu ngân sách;tỷ đồng;TH;53\n";
    let found = lines(&open(table));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("|50|52") && found[1].ends_with("||53"), "{found:?}");
}

#[test]
fn an_error_is_reported_at_its_line() {
    let table = "Địa phương;Năm;Chỉ tiêu;ĐVT;Loại;Giá trị\n\
                 Ba Bể;2023;Thu ngân sách;tỷ đồng;KH;50\nBa Bể;2023;Thu ngân sách;tỷ đồng;TH;5x2\n\
                 Na Rì;2023;Thu ngân sách;tỷ đồng;KH;40\nNa Rì;2023;Thu ngân sách;tỷ đồng;TH;41\n";
    let opened = open(table);
    let unread =
        opened.findings.iter().find(|one| one.rule().name() == "unreadable-number").unwrap();
    assert_eq!(unread.location.line, 3);
}

#[test]
fn a_hundred_thousand_plans_of_one_name_are_read_in_linear_time() {
    let row = "Ba Bể;2023;Thu ngân sách;tỷ đồng;KH;50\n";
    let table = format!(
        "Địa phương;Năm;Chỉ tiêu;ĐVT;Loại;Giá trị\n{}Ba Bể;2023;Thu ngân sách;tỷ đồng;TH;52\n",
        row.repeat(100_000)
    );
    let opened = open(&table);
    assert_eq!(opened.datasets[0].indicators.len(), 100_000);
    assert_eq!(opened.datasets[0].indicators.get(0).unwrap().figure(), Some(52.into()));
}

#[test]
fn a_row_that_is_only_named_plan_is_no_result() {
    let rows = lines(&open(
        "Chỉ tiêu;Đơn vị;Số liệu\nTrồng ngô;ha;\n- Kế hoạch;ha;3.150\n- Thực hiện;ha;3.201\n",
    ));
    assert!(rows.iter().any(|row| row.ends_with("|Kế hoạch|3150|")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.ends_with("|Thực hiện||3201")), "{rows:#?}");
    let across = lines(&open(
        "Năm;Diện tích (ha);Sản lượng (tấn)\nKế hoạch 2031;1.760;9.450\nThực hiện 2031;1.755;9.500\n",
    ));
    assert!(
        across.iter().any(|row| row.ends_with("|Kế hoạch 2031 – Diện tích|1760|")),
        "{across:#?}"
    );
}
