//! Long tables with a row for each value, where a column says whether it is planned or reached.

use crate::description::open;
use chitieu::dataset::Opened;
use chitieu::model::{Dataset, Indicator, Target};

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

#[test]
fn plan_result_and_percentage_in_rows_of_several_years_are_one_indicator() {
    let found = lines(&open(
        "KẾT QUẢ KHUYẾN NÔNG\nChỉ tiêu;ĐVT;Nội dung;2022;2023\nMô hình;mô hình;Kế hoạch;12;15\n\
         ;;Thực hiện;11;16\n;;Tỷ lệ (%);91,7;106,7\nHọc viên;người;Kế hoạch;420;450\n\
         ;;Thực hiện;431;440\n;;Tỷ lệ (%);102,6;97,8\n",
    ));
    assert_eq!(
        found,
        [
            "|năm 2022|Mô hình|12|11",
            "|năm 2022|Học viên|420|431",
            "|năm 2023|Mô hình|15|16",
            "|năm 2023|Học viên|450|440",
        ]
        .map(|line| format!("bieu.csv{line}"))
    );
}

#[test]
fn a_table_of_a_plan_and_a_result_in_rows_is_turned_around() {
    let opened = open(
        "KẾT QUẢ NĂM 2022\n;Số buổi;Số người dự;Chi phí (triệu đồng)\nKế hoạch;30;1.450;260\n\
         Thực hiện;33;1.392;255\nTỷ lệ (%);110,0;96,0;98,1\n",
    );
    let found = lines(&opened);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].ends_with("|Số buổi|30|33"), "{found:?}");
    assert!(found[1].ends_with("|Số người dự|1450|1392"), "{found:?}");
    let cost = opened.datasets[0].indicators.get(2).unwrap();
    assert_eq!((cost.name.as_str(), cost.unit.as_deref()), ("Chi phí", Some("triệu đồng")));
    assert_eq!(cost.plan.unwrap().percent().map(|it| it.to_string()).as_deref(), Some("98.1"));
}
