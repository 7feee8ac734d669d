//! Of when plans, results and rows are that name a part of a year without its number, a school year above their
//! columns, or a year at the end of a name.

use crate::description::open;
use chitieu::app::Catalog;
use chitieu::model::{Collection, Dataset, Indicator, Target, status};

/// The period, the name, the plan, the actual and the status of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => String::new(),
        };
        let actual = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
        let names = [one.parents.as_slice(), std::slice::from_ref(&one.name)].concat();
        format!("{}|{}|{plan}|{actual}|{:?}", dataset.period, names.join("/"), status(&one))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    open(text).datasets.iter().flat_map(of).collect()
}

#[track_caller]
fn has(text: &str, expected: &[&str]) {
    let found = lines(text);
    for line in expected {
        assert!(found.iter().any(|one| one == line), "{line} is missing in {found:#?}");
    }
}

#[test]
fn the_plan_of_the_month_is_due_with_the_month() {
    has(
        "Chỉ tiêu;ĐVT;Kỳ báo cáo;Kế hoạch tháng;Thực hiện tháng\nThu ngân sách;triệu đồng;8/2024;120;125\n\
         Thu ngân sách;triệu đồng;9/2024;121;115\n",
        &[
            "tháng 8 năm 2024|Thu ngân sách|120|125|Exceeded",
            "tháng 9 năm 2024|Thu ngân sách|121|115|Missed",
        ],
    );
    has(
        "Chỉ tiêu;ĐVT;Năm;Quý;Kế hoạch quý;Thực hiện quý\nThu ngân sách;triệu đồng;2024;1;120;125\n\
         Thu ngân sách;triệu đồng;2024;2;121;115\n",
        &[
            "quý I năm 2024|Thu ngân sách|120|125|Exceeded",
            "quý II năm 2024|Thu ngân sách|121|115|Missed",
        ],
    );
    // The plan of the year is not due with the month.
    has(
        "Chỉ tiêu;ĐVT;Kỳ báo cáo;Kế hoạch năm;Thực hiện tháng\nThu ngân sách;triệu đồng;8/2024;1.200;125\n\
         Thu ngân sách;triệu đồng;9/2024;1.200;115\n",
        &["tháng 8 năm 2024|Thu ngân sách|1200|125|InProgress"],
    );
}

#[test]
fn the_plan_of_the_month_is_not_that_of_the_months_up_to_it() {
    has(
        "BÁO CÁO THÁNG 8 NĂM 2024\nChỉ tiêu;ĐVT;Kế hoạch tháng;Thực hiện tháng;Kế hoạch năm;Lũy kế\n\
         Thu ngân sách;triệu đồng;120;125;1.400;900\nThu nội địa;triệu đồng;60;50;600;410\n",
        &[
            "8 tháng năm 2024|Thu ngân sách|1400|900|InProgress",
            "tháng 8 năm 2024|Thu ngân sách|120|125|Exceeded",
            "tháng 8 năm 2024|Thu nội địa|60|50|Missed",
        ],
    );
}

#[test]
fn the_reported_month_is_next_to_the_months_up_to_it() {
    for month in ["Thực hiện trong tháng", "Tháng báo cáo", "Trong tháng", "Tháng này"] {
        let table = format!(
            "Chỉ tiêu;ĐVT;Kế hoạch năm;{month};Lũy kế;% so với kế hoạch\nThu phí;triệu đồng;1.200;110;510;42,5\n\
             Thu lệ phí;triệu đồng;800;20;200;25,0\n"
        );
        has(
            &format!("BÁO CÁO THÁNG 5 NĂM 2025\n{table}"),
            &[
                "5 tháng năm 2025|Thu phí|1200|510|InProgress",
                "tháng 5 năm 2025|Thu phí||110|NotAssessed",
            ],
        );
    }
    let january = "BÁO CÁO THÁNG 01 NĂM 2025\nChỉ tiêu;ĐVT;Kế hoạch năm;Thực hiện trong tháng;Lũy kế\n\
        Thu phí;triệu đồng;1.200;110;110\nThu lệ phí;triệu đồng;800;20;20\n";
    has(january, &["1 tháng năm 2025|Thu phí|1200|110|InProgress"]);
    let catalog = Catalog::new(Collection::new(open(january).datasets));
    let first = catalog.first_slice().unwrap();
    let dataset = catalog.slices.datasets(first)[0];
    assert_eq!(catalog.collection.datasets()[dataset].period, "1 tháng năm 2025");
}

#[test]
fn a_school_year_above_plan_and_result_is_a_period() {
    for (one, other) in [
        ("Năm học 2021-2022", "Năm học 2022-2023"),
        ("NĂM HỌC 2021 - 2022", "NĂM HỌC 2022 - 2023"),
        ("Niên học 2021-2022", "Niên học 2022-2023"),
    ] {
        let text = format!(
            "Chỉ tiêu;ĐVT;{one};;{other};\n;;KH;TH;KH;TH\nHuy động trẻ mẫu giáo;%;90;92;93;91\n\
             Số học sinh giỏi;em;20;25;22;24\n"
        );
        let found = lines(&text);
        let names: Vec<bool> = found.iter().map(|line| line.contains('–')).collect();
        assert_eq!((found.len(), names.contains(&true)), (4, false), "{found:?}");
        assert!(found[2].contains("|93|91|") && found[2].contains("2022"), "{found:?}");
    }
}

#[test]
fn a_year_at_the_end_of_a_name_is_the_period_of_its_row() {
    has(
        "Chỉ tiêu;ĐVT;Giá trị\nDân số năm 2024;nghìn người;410,5\nDân số năm 2023;nghìn người;402,3\n\
         GRDP (năm 2024);tỷ đồng;22.000\nGRDP (năm 2023);tỷ đồng;20.100\nDiện tích;km2;900\n",
        &[
            "năm 2024|Dân số||410.5|NotAssessed",
            "năm 2023|Dân số||402.3|NotAssessed",
            "năm 2023|GRDP||20100|NotAssessed",
            "|Diện tích||900|NotAssessed",
        ],
    );
    // The parts of a dated row are of its period.
    has(
        "SỐ LIỆU CƠ BẢN NĂM 2024\nTT;Chỉ tiêu;ĐVT;Số lượng\n1;Dân số năm 2023;người;402\n-;Nam;người;200\n\
         2;Dân số năm 2024;người;410\n-;Nam;người;204\n",
        &[
            "năm 2023|Dân số/Nam||200|NotAssessed",
            "năm 2024|Dân số/Nam||204|NotAssessed",
            "năm 2024|Dân số||410|NotAssessed",
        ],
    );
    // One year alone, a base of prices and a target year are parts of names.
    for name in ["Dân số năm 2024", "GRDP theo giá năm 2010", "GRDP năm 2024 so với năm 2023"]
    {
        has(
            &format!("Chỉ tiêu;ĐVT;Giá trị\n{name};tỷ đồng;22.000\nThu phí năm nay;tỷ đồng;20\n"),
            &[&format!("|{name}||22000|NotAssessed")],
        );
    }
}

#[test]
fn what_is_done_in_the_reported_period_is_next_to_the_months_up_to_it() {
    for heading in ["Thực hiện trong kỳ", "Thực hiện kỳ này", "Kỳ báo cáo"] {
        has(
            &format!(
                "Đơn vị: UBND huyện Mường Nhé\nKỳ báo cáo: Quý II năm 2025\n\nTT;Chỉ tiêu;Đơn vị tính;Kế hoạch năm;{heading};Lũy kế từ đầu năm\n\
                 1;Trồng rừng;Ha;160;46;70\n2;Đào tạo nghề;Người;620;185;277\n"
            ),
            &[
                "6 tháng đầu năm 2025|Trồng rừng|160|70|InProgress",
                "quý II năm 2025|Trồng rừng||46|NotAssessed",
            ],
        );
    }
}

#[test]
fn the_target_in_a_row_of_a_month_is_that_of_the_month_where_values_show_it() {
    // It is reached in January and not in February.
    has(
        "Huyện;Tháng;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nMường Ảng;01/2025;Thu ngân sách;tỷ đồng;10;11\n\
         Mường Ảng;02/2025;Thu ngân sách;tỷ đồng;10;9\n",
        &[
            "tháng 1 năm 2025|Thu ngân sách|10|11|Exceeded",
            "tháng 2 năm 2025|Thu ngân sách|10|9|Missed",
        ],
    );
    // Each quarter has its own.
    has(
        "Huyện;Năm;Quý;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nMường Ảng;2025;1;Thu ngân sách;tỷ đồng;10;8\n\
         Mường Ảng;2025;2;Thu ngân sách;tỷ đồng;20;21\nMường Ảng;2025;3;Thu ngân sách;tỷ đồng;30;28\n",
        &[
            "quý I năm 2025|Thu ngân sách|10|8|Missed",
            "quý II năm 2025|Thu ngân sách|20|21|Exceeded",
        ],
    );
    // Nothing shows whether it is that of the month or of the year.
    has(
        "Huyện;Tháng;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nMường Ảng;01/2025;Thu ngân sách;tỷ đồng;100;8\n\
         Mường Ảng;02/2025;Thu ngân sách;tỷ đồng;100;9\n",
        &["tháng 2 năm 2025|Thu ngân sách|100|9|InProgress"],
    );
    has(
        "Huyện;Tháng;Chỉ tiêu;ĐVT;Kế hoạch năm;Thực hiện\nMường Ảng;01/2025;Thu ngân sách;tỷ đồng;10;11\n\
         Mường Ảng;02/2025;Thu ngân sách;tỷ đồng;10;9\n",
        &["tháng 2 năm 2025|Thu ngân sách|10|9|InProgress"],
    );
}
