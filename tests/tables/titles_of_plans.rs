//! What a title says about the values and the periods below it: plans that are given, another term, the year of months.

use crate::description::open;
use chitieu::model::{Dataset, Indicator, Status, Target, status};

/// Place, period, plan and actual of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => "-".to_owned(),
        };
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        format!("{}|{}|{}|{plan}|{actual}", dataset.place.name(), dataset.period, one.name)
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    open(text).datasets.iter().flat_map(of).collect()
}

#[test]
fn what_a_title_gives_to_communes_are_plans() {
    let table = "PHÂN BỔ KẾ HOẠCH NĂM 2024 HUYỆN NA RÌ\nTT;Chỉ tiêu;ĐVT;Toàn huyện;Xã Kim Lư;Xã Cư Lễ\n\
                 1;Diện tích trồng rừng;ha;410;230;180\n";
    let found = lines(table);
    assert_eq!(
        found,
        [
            "Huyện Na Rì|năm 2024|Diện tích trồng rừng|410|-",
            "Xã Kim Lư|năm 2024|Diện tích trồng rừng|230|-",
            "Xã Cư Lễ|năm 2024|Diện tích trồng rừng|180|-",
        ]
    );
}

#[test]
fn a_budget_of_districts_is_a_plan_and_its_implementation_is_not() {
    let rows = "TT;Huyện;Thu nội địa (tỷ đồng);Thu xuất nhập khẩu (tỷ đồng)\n1;Huyện Ba Bể;52;3\n2;Huyện Na Rì;61;4\n";
    let plans = lines(&format!("DỰ TOÁN THU NGÂN SÁCH NĂM 2024 CỦA CÁC HUYỆN\n{rows}"));
    assert_eq!(plans[0], "Huyện Ba Bể|năm 2024|Thu nội địa|52|-");
    let results = lines(&format!("THỰC HIỆN DỰ TOÁN THU NGÂN SÁCH NĂM 2024 CỦA CÁC HUYỆN\n{rows}"));
    assert_eq!(results[0], "Huyện Ba Bể|năm 2024|Thu nội địa|-|52");
}

#[test]
fn a_title_that_begins_with_a_plan_has_plans_below_it() {
    let rows = "TT;Xã;Trồng rừng (ha);Đàn lợn (con)\n1;Xã Kim Lư;52;310\n2;Xã Cư Lễ;61;420\n";
    for title in [
        "KẾ HOẠCH TRỒNG RỪNG VÀ CHĂN NUÔI NĂM 2026",
        "Biểu 4. Kế hoạch sản xuất năm 2026",
        "GIAO MỘT SỐ CHỈ TIÊU KINH TẾ NĂM 2026",
        "MỘT SỐ CHỈ TIÊU KẾ HOẠCH NĂM 2026",
    ] {
        let found = lines(&format!("{title}\n{rows}"));
        assert_eq!(found[0], "Xã Kim Lư|năm 2026|Trồng rừng|52|-", "{title}");
    }
    for title in ["KẾT QUẢ KẾ HOẠCH TRỒNG RỪNG NĂM 2024", "KẾ HOẠCH HÓA GIA ĐÌNH NĂM 2024"]
    {
        let found = lines(&format!("{title}\n{rows}"));
        assert_eq!(found[0], "Xã Kim Lư|năm 2024|Trồng rừng|-|52", "{title}");
    }
}

#[test]
fn a_total_below_a_title_of_plans_is_planned_too() {
    let table = |total: &str| {
        format!(
            "GIAO MỘT SỐ CHỈ TIÊU NĂM 2026\nTT;Huyện;Trồng rừng (ha);Xã nông thôn mới · Tăng thêm (xã);{total}\n\
             1;Huyện Ba Bể;52;1;6\n2;Huyện Na Rì;61;2;9\n"
        )
    };
    let found = lines(&table("Xã nông thôn mới · Lũy kế (xã)"));
    assert_eq!(found[0], "Huyện Ba Bể|năm 2026|Trồng rừng|52|-");
    let found = lines(&table("Xã nông thôn mới · Lũy kế đến 31/10 (xã)"));
    assert!(found[0].ends_with("|-|52"), "{found:?}");
}

#[test]
fn the_past_five_years_are_not_judged_by_the_next_plan() {
    let table = "MỤC TIÊU KẾ HOẠCH 5 NĂM 2026-2030 TỈNH LAI CHÂU\n\
                 Chỉ tiêu;ĐVT;Ước TH 5 năm 2021-2025;Mục tiêu đến năm 2030\n\
                 Tốc độ tăng GRDP bình quân;%/năm;6,8;8\n";
    let first = open(table).datasets[0].indicators.get(0).unwrap();
    assert_eq!(first.period.unwrap().to_string(), "giai đoạn 2021-2025");
    assert!(matches!(status(&first), Status::NotAssessed | Status::InProgress));
}

#[test]
fn earlier_terms_keep_their_first_year_and_estimates_their_day() {
    let table = "Chỉ tiêu;ĐVT;Giai đoạn 2016-2020;Kế hoạch giai đoạn 2021-2025;Thực hiện giai đoạn 2021-2025\n\
                 Tổng vốn đầu tư;tỷ đồng;41.000;60.000;61.200\n";
    let first = open(table).datasets[0].indicators.get(0).unwrap();
    assert!(first.earlier[0].period.contains("2016"), "{}", first.earlier[0].period);
    let table = "TÍN DỤNG TỈNH KON TUM THÁNG 6 NĂM 2023\nChỉ tiêu;ĐVT;31/12/2022;Ước 30/6/2023\n\
                 Tổng dư nợ;tỷ đồng;44.300;46.900\n";
    let opened = open(table).datasets;
    let first = opened[0].indicators.get(0).unwrap();
    let period = first.period.map_or(opened[0].period.clone(), |period| period.to_string());
    assert!(period.contains("30/6/2023"), "{period}");
}

#[test]
fn months_down_the_side_are_of_the_year_in_the_title() {
    let table = "KHÁCH DU LỊCH TỈNH HÀ GIANG NĂM 2023 THEO THÁNG\nTháng;Khách nội địa (nghìn lượt);Doanh thu (tỷ đồng)\n\
                 Tháng 1;210;305,4\nTháng 2;254;371\n";
    let found = lines(table);
    assert_eq!(found[0], "Hà Giang|tháng 1 năm 2023|Khách nội địa|-|210");
    assert_eq!(found[3], "Hà Giang|tháng 2 năm 2023|Doanh thu|-|371");
}

#[test]
fn the_plan_of_the_next_school_or_fiscal_year_is_a_slice() {
    let text = "Chỉ tiêu;ĐVT;Năm học 2021-2022;;Kế hoạch năm học 2022-2023\n;;Kế hoạch;Thực hiện;\n\
        Tỷ lệ huy động trẻ;%;50;51,3;52\nSố trường đạt chuẩn;trường;14;15;17\n";
    let found = lines(text);
    assert!(
        found.iter().any(|line| line.ends_with("|năm học 2021-2022|Số trường đạt chuẩn|14|15")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|line| line.ends_with("|năm học 2022-2023|Số trường đạt chuẩn|17|-")),
        "{found:?}"
    );
    let text = "Indicator,Unit,FY2023 Target,FY2023 Actual,FY2024 Target\nConnections,No.,500,510,530\nLeaks repaired,No.,80,75,85\n";
    let found = lines(text);
    assert!(found.iter().any(|line| line.ends_with("|Connections|500|510")), "{found:?}");
    assert!(found.iter().any(|line| line.ends_with("|Connections|530|-")), "{found:?}");
}
