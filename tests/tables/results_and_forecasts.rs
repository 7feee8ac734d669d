//! What is no result, or no success: what has no good side, plans of something else, forecasts,
//! budgets of the next year, work that goes on, comparisons with other places.

use crate::description::place_of;
use crate::every::Every;
use chitieu::dataset;
use chitieu::model::{Indicator, Target, derive, status};

/// Each indicator with the place and the period of its dataset.
fn placed(text: &str) -> Vec<(String, Indicator)> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let mut all = Vec::new();
    for dataset in &opened.datasets {
        let place = place_of(dataset);
        all.extend(
            dataset.indicators.iter().map(|one| (format!("{place}|{}", dataset.period), one)),
        );
    }
    all
}

fn indicators(text: &str) -> Vec<Indicator> {
    placed(text).into_iter().map(|(_, one)| one).collect()
}

/// The place of each indicator, its period, its name, its unit and its actual.
fn rows(text: &str) -> Vec<String> {
    let line = |(slice, one): (String, Indicator)| {
        let unit = one.unit.clone().unwrap_or_default();
        let figure = one.figure().map_or_else(|| "-".to_owned(), |figure| figure.to_string());
        format!("{slice}|{}|{unit}|{figure}", one.name)
    };
    placed(text).into_iter().map(line).collect()
}

/// The plan, the actual and the status of each indicator.
fn judged(text: &str) -> Vec<String> {
    let line = |one: &Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => String::new(),
        };
        let actual = one.figure().map(|figure| figure.to_string()).unwrap_or_default();
        format!("{plan}|{actual}|{:?}", status(one))
    };
    indicators(text).iter().map(line).collect()
}

#[test]
fn a_percentage_of_what_has_no_good_side_is_no_success() {
    let text = "TT;Nội dung;Dự toán;Thực hiện;TH/DT (%)\n1;Tổng chi;400;420;105,0\n2;Chi hội nghị;50;40;80,0\n\
        3;Dự phòng;20;21;105,0\n4;Tỷ lệ lao động nông nghiệp;30;36;120,0\n5;Thu phí;50;60;120,0\n";
    let statuses: Vec<String> = judged(text);
    assert!(statuses[..4].iter().every(|line| line.ends_with("|NotAssessed")), "{statuses:?}");
    assert!(statuses[4].ends_with("|Exceeded"), "{statuses:?}");
    let text = "Indicator,Target,Actual,% of target\nAverage days to process a claim,20,26,130\n\
        Response time (min),6.0,7.8,130\nHomicides,10,13,130\nTrees planted,100,130,130\n";
    let statuses: Vec<String> = judged(text);
    assert!(statuses[..3].iter().every(|line| line.ends_with("|Missed")), "{statuses:?}");
    assert!(statuses[3].ends_with("|Exceeded"), "{statuses:?}");
}

#[test]
fn a_plan_of_capital_is_not_of_what_people_give() {
    let text = "Xã;Số tiêu chí;Kế hoạch vốn (triệu đồng);Nhân dân đóng góp (triệu đồng)\n\
        Xã Hòa Phú;18;3.150;1.420\nXã Hòa Lợi;16;2.080;1.975\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.ends_with("|Kế hoạch vốn|triệu đồng|-")), "{found:?}");
    assert!(
        found.iter().any(|row| row.ends_with("|Nhân dân đóng góp|triệu đồng|1420")),
        "{found:?}"
    );
    let text = "Xã;Số hộ;Kế hoạch vốn (triệu đồng);Vốn giải ngân (triệu đồng)\n\
        Xã Hòa Phú;180;3.150;1.420\nXã Hòa Lợi;160;2.080;1.975\n";
    assert!(judged(text).iter().any(|line| line.starts_with("3150|1420|")), "{:?}", judged(text));
}

#[test]
fn a_forecast_is_an_estimate_and_none_before_a_result() {
    let text = "Service,Annual Budget £000,Actual YTD £000,Forecast Outturn £000\nLibraries,\"1,200\",650,\"1,260\"\n\
        Museums,\"2,100\",\"1,010\",\"2,080\"\n";
    let text = format!("Budget report - August 2023\n{text}");
    let found = indicators(&text);
    assert_eq!(found[0].figure(), Some(650.into()), "{found:?}");
    assert!(!found[0].estimate);
    assert_eq!(found[0].unit.as_deref(), Some("£000"));
    let text = "Service,Budget (£000),Forecast (£000)\nLibraries,\"1,200\",\"1,260\"\n";
    let found = indicators(text);
    assert!(found[0].estimate && found[0].figure() == Some(1260.into()), "{found:?}");
}

#[test]
fn a_budget_is_of_its_own_fiscal_year() {
    for (before, next) in [("Actual FY22", "Budget FY23"), ("FY2022 Actual", "FY2023 Budget")] {
        let text = format!("Revenue source,{before},{next}\nFees,\"1,204,000\",\"1,310,000\"\n");
        let one = indicators(&text).remove(0);
        assert_eq!(one.figure(), None, "{before}: {one:?}");
        assert_eq!(derive::percent_of(&one), None);
    }
}

#[test]
fn a_heading_says_its_unit_without_brackets() {
    let text = "Service,2021 (% satisfied),2023 (% satisfied),Rank (of 120)\nParks,81,84,17\nBuses,62,58,70\n";
    let found = indicators(text);
    assert_eq!(found[0].unit.as_deref(), Some("%"));
    assert_eq!(found[0].ranks[0].to_string(), "17/120");
    let text = "TT;Nội dung;KH;TH\nI;THU (tỷ đồng);;\n1;Thu phí;50;52\nII;ĐẦU TƯ (dự án);;\n1;Số dự án hoàn thành;14;12\n";
    assert_eq!(indicators(text)[1].unit.as_deref(), Some("dự án"));
}

#[test]
fn what_is_done_is_the_result_and_what_goes_on_is_not() {
    for unit in [" (căn)", ""] {
        let text = format!(
            "Xã;Kế hoạch{unit};Đã hoàn thành{unit};Đang thực hiện{unit};Còn lại{unit}\n\
             Xã Hòa Phú;40;31;6;3\nXã Hòa Lợi;52;40;8;4\n"
        );
        assert!(judged(&text)[0].starts_with("40|31|"), "{unit}: {:?}", judged(&text));
    }
}

#[test]
fn a_comparison_with_another_place_is_no_result() {
    let text = "Chỉ tiêu;ĐVT;So với cả nước (%)\nThu nhập bình quân;triệu đồng;92,0\nNăng suất lúa;tạ/ha;104,1\n";
    assert!(indicators(text).iter().every(|one| one.figure().is_none()), "{:?}", rows(text));
    // Nor are the shares of answers changes.
    let text = "KHẢO SÁT DOANH NGHIỆP QUÝ II/2023 (%)\nChỉ tiêu;Tăng;Không đổi;Giảm\nĐơn hàng;31,0;42,5;26,5\nTồn kho;22,4;51,1;26,5\n";
    assert!(indicators(text).iter().every(|one| one.changes.is_empty()), "{:?}", indicators(text));
}

#[test]
fn counts_of_two_years_are_each_an_indicator() {
    let text = "CHÁY NỔ NĂM 2022\nLoại;Năm 2021;;Năm 2022;\n;Số vụ;Số người bị thương;Số vụ;Số người bị thương\n\
        Nhà dân;14;5;11;4\nNhà máy;6;2;7;1\n";
    let mut found = rows(text);
    found.sort();
    assert_eq!(found.len(), 8, "{found:?}");
    assert!(found.contains(&"|năm 2021|Nhà dân – Số vụ||14".to_owned()), "{found:?}");
    assert!(found.contains(&"|năm 2022|Nhà máy – Số người bị thương||1".to_owned()), "{found:?}");
}

#[test]
fn a_title_names_what_is_assigned_to_communes() {
    let text = "TỶ LỆ HỘ DÙNG NƯỚC SẠCH THEO XÃ NĂM 2022\nĐơn vị: %\nXã, thị trấn;Chỉ tiêu giao;Thực hiện\n\
        Thị trấn Hòa Vang;96,0;97,1\nXã Hòa Phú;90,0;88,5\n";
    let found = rows(text);
    assert!(found.iter().any(|row| row.starts_with("Xã Hòa Phú|năm 2022|")), "{found:?}");
}

#[test]
fn a_sum_that_contains_an_estimated_month_is_an_estimate() {
    let estimates = |text: &str| -> Vec<(String, bool)> {
        let of_sums = placed(text).into_iter().filter(|(slice, _)| slice.contains(" tháng "));
        of_sums.map(|(slice, one)| (slice, one.estimate)).collect()
    };
    for sum in ["Cộng dồn 7 tháng năm 2024", "Lũy kế 7 tháng năm 2024", "7 tháng năm 2024"]
    {
        let text = format!(
            "Sản phẩm;ĐVT;Thực hiện tháng 6 năm 2024;Ước tính tháng 7 năm 2024;{sum}\n\
             Đá xây dựng;m3;410;420;2910\nGạch nung;nghìn viên;91;90;640\n"
        );
        let found = estimates(&text);
        let is_of_sum = |slice: &str| slice.contains("7 tháng năm 2024");
        assert!(found.iter().any(|(slice, _)| is_of_sum(slice)), "{sum}: {found:?}");
        let all = found.iter().filter(|(slice, _)| is_of_sum(slice));
        assert!(all.clone().all(|(_, estimate)| *estimate), "{sum}: {found:?}");
    }
    // The months up to the last one that is known are none.
    let text = "Sản phẩm;ĐVT;Lũy kế 6 tháng năm 2024;Ước tính tháng 7 năm 2024\n\
                Đá xây dựng;m3;2410;420\nGạch nung;nghìn viên;550;90\n";
    assert!(indicators(text).iter().any(|one| !one.estimate), "{:?}", placed(text));
    // Nor is what the source calls a result.
    let text = "Sản phẩm;ĐVT;Thực hiện tháng 6 năm 2024;Ước tính tháng 7 năm 2024;\
                Thực hiện 7 tháng năm 2024\nĐá xây dựng;m3;410;420;2910\n";
    let found = estimates(text);
    let sum = found.iter().find(|(slice, _)| slice.contains("7 tháng năm 2024"));
    assert!(sum.is_some_and(|(_, estimate)| !estimate), "{found:?}");
}
