//! Columns whose words mean something else than they do in most headings: capital of the year before, falls that are
//! planned, spending whose names sound like plans or changes.

use crate::description::{figure_of, full_name, open, place_of, warnings};
use chitieu::model::{Better, Indicator, PlanTerms, Target};

/// "place|period|parents › name|unit|plan|actual" of each indicator of all datasets.
fn rows(text: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for dataset in &open(text).datasets {
        let place = place_of(dataset);
        for one in dataset.indicators.iter() {
            let name = full_name(&one);
            let unit = one.unit.clone().unwrap_or_default();
            let figure = figure_of(&one);
            let period = one.period.map_or(dataset.period.clone(), |period| period.to_string());
            rows.push(format!("{place}|{period}|{name}|{unit}|{}|{figure}", planned(&one)));
        }
    }
    rows
}

/// The target of an indicator with its period, if it has one of its own: "40 (năm 2024)"; "-" if there is none.
fn planned(indicator: &Indicator) -> String {
    let Some(plan) = &indicator.plan else { return "-".to_owned() };
    let value = match &plan.terms {
        PlanTerms::Target { target: Target::Value(value), .. } => value.to_string(),
        _ => "?".to_owned(),
    };
    plan.period.map_or(value.clone(), |period| format!("{value} ({period})"))
}

#[test]
fn capital_of_the_year_before_is_a_measure_of_its_own() {
    let title = "GIẢI NGÂN VỐN ĐẦU TƯ CÔNG 10 THÁNG NĂM 2024;;;;;;\n";
    let values = "1;Đường liên xã;200;150;75,0;80;20;25,0\n2;Trường học;400;100;25,0;50;40;80,0\n";
    for header in [
        "TT;Dự án;Kế hoạch vốn giao năm 2024 (tỷ đồng);Kết quả giải ngân;Tỷ lệ (%);Vốn kéo dài từ năm 2023 sang (tỷ đồng);Giải ngân vốn kéo dài;Tỷ lệ (%)\n",
        "TT;Dự án;Kế hoạch vốn năm 2024 (tỷ đồng);Giải ngân kế hoạch vốn năm 2024;Tỷ lệ (%);Kế hoạch vốn năm 2023 kéo dài (tỷ đồng);Giải ngân vốn năm 2023 kéo dài;Tỷ lệ (%)\n",
    ] {
        let text = format!("{title}{header}{values}");
        let found = rows(&text);
        assert_eq!(found.len(), 4, "{found:#?}");
        assert_eq!(found[0], "|10 tháng năm 2024|Đường liên xã|tỷ đồng|200 (năm 2024)|150");
        assert!(found[1].starts_with("|10 tháng năm 2024|Đường liên xã – "), "{found:#?}");
        assert!(found[1].contains("kéo dài"), "{found:#?}");
        assert!(found[1].ends_with("|tỷ đồng|80 (năm 2024)|20"), "{found:#?}");
        assert_eq!(warnings(&text), [""; 0], "{header}");
    }
    // Without a result of the year before, the capital is no plan of anything.
    let alone = "TT;Dự án;Kế hoạch vốn năm 2024;Giải ngân;Vốn kéo dài\n1;Đường;200;150;80\n2;Chợ;90;45;10\n";
    let found = rows(&format!("{title}{alone}"));
    assert_eq!(found[0], "|10 tháng năm 2024|Đường||200 (năm 2024)|150");
    assert_eq!(found.len(), 2);
}

#[test]
fn capital_of_the_year_before_below_a_heading_is_paid_this_year() {
    let text = "GIẢI NGÂN VỐN ĐẦU TƯ CÔNG 10 THÁNG NĂM 2024,,,,,\nTT,Nguồn vốn,Vốn kế hoạch năm 2024,,Vốn năm 2023 kéo dài,\n,,Kế hoạch,Giải ngân,Kế hoạch,Giải ngân\n1,Vốn tỉnh,200,150,80,20\n2,Vốn huyện,90,45,10,9\n";
    assert_eq!(
        rows(text),
        [
            "|10 tháng năm 2024|Vốn tỉnh||200 (năm 2024)|150",
            "|10 tháng năm 2024|Vốn tỉnh – Vốn năm 2023 kéo dài||80 (năm 2024)|20",
            "|10 tháng năm 2024|Vốn huyện||90 (năm 2024)|45",
            "|10 tháng năm 2024|Vốn huyện – Vốn năm 2023 kéo dài||10 (năm 2024)|9",
        ]
    );
}

#[test]
fn a_counted_fall_with_its_plan_is_no_difference() {
    let text = "KẾT QUẢ GIẢM NGHÈO CÁC XÃ 9 THÁNG NĂM 2024,,,,\nTT,Đơn vị,Số hộ nghèo đầu năm (hộ),Chỉ tiêu giảm hộ nghèo năm 2024 (hộ),Kết quả giảm (hộ)\n1,Xã Bình An,61,20,23\n2,Xã Long Hòa,74,25,19\n";
    assert_eq!(
        rows(text),
        [
            "Xã Bình An|9 tháng năm 2024|Số hộ nghèo đầu năm|hộ|-|61",
            "Xã Bình An|9 tháng năm 2024|Giảm hộ nghèo|hộ|20 (năm 2024)|23",
            "Xã Long Hòa|9 tháng năm 2024|Số hộ nghèo đầu năm|hộ|-|74",
            "Xã Long Hòa|9 tháng năm 2024|Giảm hộ nghèo|hộ|25 (năm 2024)|19",
        ]
    );
    // Compared with a base, or in percent, a fall is one of another column.
    let compared = "Chỉ tiêu,ĐVT,TH 2023,TH 2024,Tăng giảm so với 2023 (hộ)\nHộ nghèo,hộ,80,60,-20\nHộ cận nghèo,hộ,40,45,5\n";
    assert!(rows(compared).iter().all(|row| row.split('|').nth(4) == Some("-")), "{compared}");
}

#[test]
fn spending_whose_name_has_a_fall_a_plan_or_a_year_is_an_indicator() {
    for name in [
        "Chi hỗ trợ giảm nghèo",
        "Tăng thu ngân sách",
        "Giảm thu nội địa",
        "Thu hồi các khoản chi năm trước",
        "Nguồn năm trước chuyển sang",
        "Chi chương trình mục tiêu",
        "Chi từ nguồn bổ sung mục tiêu",
    ] {
        let text = format!(
            "THU CHI NGÂN SÁCH CÁC HUYỆN NĂM 2023\nTT,Huyện,Tổng thu NSNN trên địa bàn (triệu đồng),{name} (triệu đồng)\n1,Huyện Lâm Thao,52100,18300\n2,Huyện Tân Sơn,40200,9100\n"
        );
        assert_eq!(
            rows(&text)[1],
            format!("Huyện Lâm Thao|năm 2023|{name}|triệu đồng|-|18300"),
            "{name}"
        );
    }
    // Next to a plan and a result, it is their difference.
    let text = "Huyện,Dự toán 2023,Thực hiện 2023,Tăng giảm\nHuyện Lâm Thao,100,120,20\nHuyện Tân Sơn,80,60,-20\n";
    assert!(rows(text).iter().all(|row| !row.contains("Tăng giảm")), "{:#?}", rows(text));
}

#[test]
fn places_without_a_kind_are_places_where_the_headings_name_what_is_measured() {
    let of_years = "UBND huyện,Chỉ số hài lòng (%),,,Thứ hạng\n,2021,2022,2023,\nLục Nam,\"84,1\",\"86,0\",\"88,4\",2\nHiệp Hòa,\"85,3\",\"87,1\",\"89,0\",1\n";
    assert!(rows(of_years).contains(&"Hiệp Hòa|năm 2022|Chỉ số hài lòng|%|-|87.1".to_owned()));
    let ranked = "Tỉnh,Chỉ số PCI 2023,Thứ hạng\nLục Nam,\"64,12\",2\nHiệp Hòa,\"65,30\",1\n";
    assert_eq!(
        rows(ranked),
        ["Lục Nam|năm 2023|Chỉ số PCI||-|64.12", "Hiệp Hòa|năm 2023|Chỉ số PCI||-|65.30"]
    );
    // A score that does not say of what names no indicator.
    let scored = "Tỉnh,Điểm,Thứ hạng\nLục Nam,\"64,12\",2\nHiệp Hòa,\"65,30\",1\n";
    assert!(rows(scored)[0].contains("|Lục Nam|"), "{:#?}", rows(scored));
}

#[test]
fn a_count_over_plan_and_result_is_an_indicator_next_to_others() {
    let text = "TT,Xã,Số tiêu chí đạt,,,Thu nhập bình quân (triệu đồng),Tỷ lệ nghèo đa chiều (%)\n,,Năm 2023,Kế hoạch 2024,Thực hiện 2024,,\n1,Xã Quân Hà,17,18,19,\"48,6\",\"1,5\"\n2,Xã Đôn Phong,13,15,14,\"31,5\",\"22,8\"\n";
    let found = rows(text);
    for wanted in [
        "Xã Quân Hà|năm 2024|Số tiêu chí đạt||18|19",
        "Xã Quân Hà|năm 2024|Thu nhập bình quân|triệu đồng|-|48.6",
        "Xã Đôn Phong|năm 2024|Tỷ lệ nghèo đa chiều|%|-|22.8",
    ] {
        assert!(found.contains(&wanted.to_owned()), "{wanted}: {found:#?}");
    }
}

#[test]
fn amounts_have_the_sign_of_their_currency() {
    let text = "Measure,FY2023,FY2024,Target\nProperty tax ($ millions),$182.4,$196.3,$195.0\nDebt (£000),\"£1,410\",\"£1,302\",\"£1,250\"\nCost per head,€12.5,-€11.9,€12.0\nSavings,£1.2m,£1.5m,£2.0m\n";
    let found = rows(text);
    for wanted in ["|$ millions|195.0|196.3", "|£000|1250|1302", "|€|12.0|-11.9", "|£m|2.0|1.5"]
    {
        assert!(found.iter().any(|row| row.ends_with(wanted)), "{wanted}: {found:#?}");
    }
    // A sign of another currency than that of the unit, and words, are no amounts.
    let other = "Measure,Unit,Target,Actual\nDebt,£000,90,$80\nTax,£000,70,£60 per head\n";
    assert!(rows(other).iter().all(|row| row.ends_with("|-")), "{:#?}", rows(other));
}

#[test]
fn percentages_of_something_are_in_percent() {
    let text = "Indicator,2022,2023\nGDP growth (annual %),8.1,5.0\n\"Unemployment, total (% of labor force) (estimate)\",1.5,1.6\nHomes completed (cumulative),40,60\nBeds (number),5,6\n";
    let found = rows(text);
    assert!(found.contains(&"|năm 2023|GDP growth (annual %)|%|-|5.0".to_owned()), "{found:#?}");
    let of_labour = "|năm 2023|Unemployment, total (% of labor force) (estimate)|%|-|1.6";
    assert!(found.contains(&of_labour.to_owned()), "{found:#?}");
    assert!(
        found.contains(&"|năm 2023|Homes completed (cumulative)||-|60".to_owned()),
        "{found:#?}"
    );
    let columns = "Year,Poverty rate (%),GDP growth (annual %)\n2022,0.8,10.28\n2023,0.5,11.03\n";
    assert_eq!(rows(columns)[3], "|năm 2023|GDP growth (annual %)|%|-|11.03");
}

#[test]
fn parts_below_a_breakdown_belong_to_the_unnumbered_row_above() {
    let rows_of = |begin: &str| {
        let text = format!(
            "Chỉ tiêu,ĐVT,2022,2023\nDân số,Người,100,110\nChia theo giới tính,,,\n{begin}Nam,Người,50,52\n{begin}Nữ,Người,50,58\nPhân theo khu vực:,,,\n{begin}Thành thị,Người,40,45\nLao động,Người,60,66\nChia theo giới tính,,,\n{begin}Nữ,Người,30,34\n"
        );
        rows(&text).into_iter().filter(|row| row.starts_with("|năm 2023|")).collect::<Vec<_>>()
    };
    for begin in ["- ", "   "] {
        assert_eq!(
            rows_of(begin),
            [
                "|năm 2023|Dân số|Người|-|110",
                "|năm 2023|Dân số › Chia theo giới tính › Nam|Người|-|52",
                "|năm 2023|Dân số › Chia theo giới tính › Nữ|Người|-|58",
                "|năm 2023|Dân số › Phân theo khu vực › Thành thị|Người|-|45",
                "|năm 2023|Lao động|Người|-|66",
                "|năm 2023|Lao động › Chia theo giới tính › Nữ|Người|-|34",
            ]
        );
    }
    let long = "Địa phương,Năm,Chỉ tiêu,Giới tính,Nhóm tuổi,Giá trị\nĐà Nẵng,2022,Dân số,Chung,Tất cả,1220\nĐà Nẵng,2022,Dân số,Nữ,Tất cả,620\n";
    assert_eq!(
        rows(long),
        ["Đà Nẵng|năm 2022|Dân số||-|1220", "Đà Nẵng|năm 2022|Dân số › Nữ||-|620"]
    );
}

#[test]
fn the_unit_of_a_translated_heading_is_the_vietnamese_one() {
    let text = "Lúa cả năm,,\n,Diện tích (Nghìn ha),Năng suất (Tạ/ha)\n,Planted area (Thous. ha),Yield (Quintal/ha)\n2022,\"7,1\",\"60,0\"\n2023,\"7,2\",\"61,1\"\n";
    let units: Vec<String> =
        rows(text).iter().filter_map(|row| row.split('|').nth(3).map(str::to_owned)).collect();
    assert_eq!(units, ["Nghìn ha", "Tạ/ha", "Nghìn ha", "Tạ/ha"]);
}

#[test]
fn industries_among_places_are_parts_of_the_indicator() {
    let text = "Đầu tư năm 2024,,\nĐịa phương,Số dự án (Dự án),Vốn đăng ký (Triệu USD)\nTỔNG SỐ,70,\"30,5\"\nPhân theo địa phương,,\nBắc Ninh,40,\"20,5\"\nTP. Hồ Chí Minh,20,\"6,0\"\nHà Nội,10,\"4,0\"\nPhân theo ngành kinh tế,,\n\"Công nghiệp chế biến, chế tạo\",50,\"25,5\"\nXây dựng,20,\"5,0\"\n";
    let found = rows(text);
    for wanted in [
        "Hà Nội|năm 2024|Số dự án|Dự án|-|10",
        "|năm 2024|Số dự án › Công nghiệp chế biến, chế tạo|Dự án|-|50",
        "|năm 2024|Vốn đăng ký › Xây dựng|Triệu USD|-|5.0",
    ] {
        assert!(found.contains(&wanted.to_owned()), "{wanted}: {found:#?}");
    }
}

#[test]
fn codes_sources_and_figures_for_information_need_no_warning() {
    let long = "Area code,Area name,Year,Indicator,Value,Source\nE12,North East,2021,Life expectancy,77.3,ONS\nE13,London,2021,Life expectancy,78.8,ONS\n";
    assert_eq!(warnings(long), [""; 0]);
    let polarity = "Measure,Polarity,Target,Actual\nCalls,For information,90,95\nVisits,Higher is better,80,85\n";
    assert_eq!(warnings(polarity), [""; 0]);
}

#[test]
fn sources_below_of_which_are_parts_with_plans_and_results_of_their_own() {
    let text = "GIẢI NGÂN 9 THÁNG NĂM 2024,,,,,,,,\nTT,Chủ đầu tư,Kế hoạch vốn năm 2024 (tỷ đồng),,,Giải ngân (tỷ đồng),,\n,,Tổng số,Trong đó,,Tổng số,Trong đó,\n,,,Vốn NSTW,Vốn NSĐP,,Vốn NSTW,Vốn NSĐP\n1,Ban QLDA giao thông,100,70,30,60,40,20\n2,Sở Y tế,50,20,30,20,5,15\n";
    let found = rows(text);
    for wanted in [
        "|Ban QLDA giao thông|tỷ đồng|100 (năm 2024)|60",
        "|Ban QLDA giao thông – Vốn NSTW|tỷ đồng|70 (năm 2024)|40",
        "|Sở Y tế – Vốn NSĐP|tỷ đồng|30 (năm 2024)|15",
    ] {
        assert!(found.iter().any(|row| row.ends_with(wanted)), "{wanted}: {found:#?}");
    }
}

#[test]
fn months_of_a_sum_are_not_the_period_before_it() {
    let text = "THU NSNN 3 THÁNG NĂM 2024,,,,,\nĐơn vị,Thực hiện các tháng năm 2024,,,Lũy kế 3 tháng,So sánh (%)\n,T1,T2,T3,,Cùng kỳ\nChi cục Hội An,52,32,44,128,\"98,1\"\nChi cục Núi Thành,40,41,45,126,\"108,6\"\n";
    assert!(!warnings(text).contains(&"change-against-values"), "{:?}", warnings(text));
}

#[test]
fn an_age_without_an_end_that_all_rows_are_of_splits_nothing() {
    let text = "Địa phương,Năm,Chỉ tiêu,Giới tính,Nhóm tuổi,Giá trị\nĐà Nẵng,2022,Tỷ lệ có việc làm,Chung,15 trở lên,72\nĐà Nẵng,2022,Tỷ lệ có việc làm,Nữ,15 trở lên,69\nĐà Nẵng,2022,Dân số,Chung,Tất cả,1220\n";
    let found = rows(text);
    let whole = "Đà Nẵng|năm 2022|Tỷ lệ có việc làm||-|72";
    assert_eq!(found[..2], [whole, "Đà Nẵng|năm 2022|Tỷ lệ có việc làm › Nữ||-|69"], "{found:#?}");
    let split = text.replace("Nữ,15 trở lên", "Chung,15-24");
    assert!(rows(&split)[1].contains(" › 15-24|"), "{:#?}", rows(&split));
}

#[test]
fn a_value_dated_after_the_baseline_is_the_actual() {
    for heading in ["Progress (2022)", "Status 2022", "Midline (2022)", "Mid-term (2022)"] {
        let text = format!(
            "Indicator,Unit,Baseline (2020),{heading},Target (2025)\n\
             Skilled birth attendance,%,81.5,86.0,92.0\nSafe water in villages,%,64.2,70.1,85.0\n"
        );
        let opened = open(&text);
        let dataset = &opened.datasets[0];
        assert_eq!(dataset.period, "năm 2022");
        let one = dataset.indicators.iter().next().unwrap();
        assert_eq!(figure_of(&one), "86.0", "{heading}");
    }
}

#[test]
fn a_column_of_comparatives_is_the_direction_whatever_its_heading() {
    let directions = |heading: &str, cells: [&str; 2]| {
        let text = format!(
            "Indicator,Unit,{heading},Target 2023,Actual 2023\nLibrary visits per resident,visits,{},4.0,4.4\n\
             Days to decide a claim,days,{},20,18\n",
            cells[0], cells[1]
        );
        let opened = open(&text);
        let all = opened.datasets[0].indicators.iter();
        all.map(|one| one.better.filter(|_| !one.better_assumed)).collect::<Vec<_>>()
    };
    let expected = [Some(Better::Higher), Some(Better::Lower)];
    for heading in ["Better is", "Preferred way", "Higher or lower is better"] {
        assert_eq!(directions(heading, ["Higher", "Lower"]), expected, "{heading}");
    }
    assert_eq!(directions("Compared with last year", ["Higher", "Lower"]), [None, None]);
    assert_eq!(directions("Priority", ["High", "Low"]), [None, None]);
}
