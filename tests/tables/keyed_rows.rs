//! Tables whose rows say of which place and period they are, in one column or in several, completely or only in the
//! first row of a group; what such columns say about the state of the figures, and how their numbers are written.

use crate::description::open;
use crate::every::Every;
use chitieu::model::{Dataset, Indicator};

/// A value as text: place, period, name with its parents, figure.
fn cell(dataset: &Dataset, indicator: &Indicator) -> String {
    let names = [indicator.parents.as_slice(), std::slice::from_ref(&indicator.name)].concat();
    let estimate = if indicator.estimate { "ước " } else { "" };
    let figure = indicator.figure().map_or("-".to_owned(), |figure| figure.normalize().to_string());
    let period = match indicator.period {
        Some(period) => period.to_string(),
        None => dataset.period.clone(),
    };
    let place = dataset.place.named().unwrap_or("-");
    format!("{place} | {period} | {} | {estimate}{figure}", names.join("/"))
}

fn cells(text: &str) -> Vec<String> {
    let opened = open(text);
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| cell(dataset, &one)).collect()
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    let found = cells(text);
    for cell in expected {
        assert!(found.iter().any(|one| one == cell), "{cell} is not in {found:#?}");
    }
}

#[track_caller]
fn is(text: &str, expected: &[&str]) {
    let (mut found, mut expected) = (cells(text), expected.to_vec());
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn a_place_next_to_each_indicator_needs_no_period() {
    is(
        "KẾT QUẢ THỰC HIỆN NĂM 2023\nTT;Huyện;Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n1;Ba Bể;Thu ngân sách;tỷ đồng;60;61\n2;Chợ Đồn;Thu ngân sách;tỷ đồng;85;80\n",
        &["Ba Bể | năm 2023 | Thu ngân sách | 61", "Chợ Đồn | năm 2023 | Thu ngân sách | 80"],
    );
    is(
        "Indicator,Country,2020,2021\nGDP growth (%),Viet Nam,2.87,2.55\nGDP growth (%),Lao PDR,0.5,2.5\n",
        &[
            "Viet Nam | năm 2020 | GDP growth | 2.87",
            "Viet Nam | năm 2021 | GDP growth | 2.55",
            "Lao PDR | năm 2020 | GDP growth | 0.5",
            "Lao PDR | năm 2021 | GDP growth | 2.5",
        ],
    );
    is(
        "Huyện;Chỉ tiêu;ĐVT;Giá trị\nBa Bể;Dân số;người;490\nBa Bể;Số hộ;hộ;110\nChợ Đồn;Dân số;người;520\nChợ Đồn;Số hộ;hộ;130\n",
        &[
            "Ba Bể |  | Dân số | 490",
            "Ba Bể |  | Số hộ | 110",
            "Chợ Đồn |  | Dân số | 520",
            "Chợ Đồn |  | Số hộ | 130",
        ],
    );
}

#[test]
fn the_finest_of_several_columns_of_places_is_the_place() {
    is(
        "Tỉnh;Huyện;Năm;Số hộ nghèo (hộ)\nBắc Kạn;Ba Bể;2023;512\nBắc Kạn;Chợ Đồn;2023;487\nBắc Kạn;;2023;5000\n",
        &[
            "Ba Bể | năm 2023 | Số hộ nghèo | 512",
            "Chợ Đồn | năm 2023 | Số hộ nghèo | 487",
            "Bắc Kạn | năm 2023 | Số hộ nghèo | 5000",
        ],
    );
    holds(
        "Region,Country,Year,Population\nAsia,Viet Nam,2022,98\nAsia,Lao PDR,2022,7\n",
        &["Viet Nam | năm 2022 | Population | 98", "Lao PDR | năm 2022 | Population | 7"],
    );
}

#[test]
fn places_of_one_name_are_named_with_what_they_are_in() {
    is(
        "Huyện;Xã;Năm;Số hộ nghèo (hộ)\nBa Bể;Yên Thượng;2023;210\nChợ Đồn;Yên Thượng;2023;188\nChợ Đồn;Bằng Lãng;2023;90\n",
        &[
            "Yên Thượng (Ba Bể) | năm 2023 | Số hộ nghèo | 210",
            "Yên Thượng (Chợ Đồn) | năm 2023 | Số hộ nghèo | 188",
            "Bằng Lãng | năm 2023 | Số hộ nghèo | 90",
        ],
    );
    holds(
        "TT;Đơn vị hành chính;Diện tích (km2);Dân số (người)\nI;Huyện Ba Bể;678,1;47.100\n1;Xã Yên Thượng;88,1;3.120\n2;Xã Quảng Khê;41,7;3.945\nII;Huyện Chợ Đồn;911,2;48.870\n1;Xã Yên Thượng;39,3;2.980\n2;Xã Bằng Lãng;46,2;2.211\n",
        &[
            "Xã Yên Thượng (Huyện Ba Bể) |  | Dân số | 3120",
            "Xã Yên Thượng (Huyện Chợ Đồn) |  | Dân số | 2980",
            "Xã Quảng Khê |  | Dân số | 3945",
        ],
    );
}

#[test]
fn a_month_or_a_quarter_completes_the_year_next_to_it() {
    is(
        "Năm;Tháng;Chỉ tiêu;ĐVT;Giá trị\n2024;1;Kim ngạch xuất khẩu;triệu USD;112,4\n2024;2;Kim ngạch xuất khẩu;triệu USD;88,7\n",
        &[
            "- | tháng 1 năm 2024 | Kim ngạch xuất khẩu | 112.4",
            "- | tháng 2 năm 2024 | Kim ngạch xuất khẩu | 88.7",
        ],
    );
    is(
        "Chỉ tiêu;ĐVT;Năm;Quý;Số liệu\nGRDP;tỷ đồng;2023;I;4120\nGRDP;tỷ đồng;2023;II;4480\nGRDP;tỷ đồng;2024;I;4560\n",
        &[
            "- | quý I năm 2023 | GRDP | 4120",
            "- | quý II năm 2023 | GRDP | 4480",
            "- | quý I năm 2024 | GRDP | 4560",
        ],
    );
    is(
        "Năm;Tháng;Khách du lịch (lượt khách)\n2024;1;45200\n2024;2;98150\n",
        &[
            "- | tháng 1 năm 2024 | Khách du lịch | 45200",
            "- | tháng 2 năm 2024 | Khách du lịch | 98150",
        ],
    );
}

#[test]
fn months_of_databases_are_months() {
    for (first, second) in [
        ("2024-01", "2024-02"),
        ("2024M01", "2024M02"),
        ("2024-M01", "2024-M02"),
        ("Jan-24", "Feb-24"),
        ("202401", "202402"),
    ] {
        is(
            &format!(
                "time_period,indicator,unit,value\n{first},Exports,USD m,112.4\n{second},Exports,USD m,88.7\n"
            ),
            &["- | tháng 1 năm 2024 | Exports | 112.4", "- | tháng 2 năm 2024 | Exports | 88.7"],
        );
    }
    holds(
        "Chỉ tiêu;ĐVT;2022;2023p;2024p\nDân số;người;10;20;30\n",
        &["- | năm 2022 | Dân số | 10", "- | năm 2023 | Dân số | ước 20"],
    );
}

#[test]
fn what_is_added_up_is_of_the_months_of_its_row() {
    is(
        "Kỳ báo cáo;Huyện;Chỉ tiêu;ĐVT;Kế hoạch năm;Thực hiện lũy kế\n6 tháng 2024;Ba Bể;Thu ngân sách;tỷ đồng;310;152,6\nNăm 2024;Ba Bể;Thu ngân sách;tỷ đồng;310;326,1\n6 tháng 2024;Na Rì;Thu ngân sách;tỷ đồng;62;25,4\nNăm 2024;Na Rì;Thu ngân sách;tỷ đồng;62;59,7\n",
        &[
            "Ba Bể | 6 tháng đầu năm 2024 | Thu ngân sách | 152.6",
            "Ba Bể | năm 2024 | Thu ngân sách | 326.1",
            "Na Rì | 6 tháng đầu năm 2024 | Thu ngân sách | 25.4",
            "Na Rì | năm 2024 | Thu ngân sách | 59.7",
        ],
    );
    holds(
        "TIẾN ĐỘ NĂM 2024\nChỉ tiêu;ĐVT;KH năm;6 tháng;9 tháng;Cả năm\nGiải ngân;tỷ đồng;600;180;300;520\n",
        &["- | năm 2024 | Giải ngân | 520", "- | 9 tháng năm 2024 | Giải ngân | 300"],
    );
}

#[test]
fn cells_that_were_merged_hold_for_the_rows_below() {
    is(
        "Huyện;Năm;Dân số (người)\nBa Bể;2022;44.210\n;2023;44.530\nNa Rì;2022;39.700\n;2023;40.512\n",
        &[
            "Ba Bể | năm 2022 | Dân số | 44210",
            "Ba Bể | năm 2023 | Dân số | 44530",
            "Na Rì | năm 2022 | Dân số | 39700",
            "Na Rì | năm 2023 | Dân số | 40512",
        ],
    );
    is(
        "Năm;Huyện;Dân số (người)\n2022;Ba Bể;44.210\n;Na Rì;39.700\n2023;Ba Bể;44.530\n;Na Rì;40.512\n",
        &[
            "Ba Bể | năm 2022 | Dân số | 44210",
            "Ba Bể | năm 2023 | Dân số | 44530",
            "Na Rì | năm 2022 | Dân số | 39700",
            "Na Rì | năm 2023 | Dân số | 40512",
        ],
    );
    is(
        "Năm;Chỉ tiêu;ĐVT;Giá trị\n2022;Dân số;người;44210\n;Hộ nghèo;hộ;500\n2023;Dân số;người;44530\n;Hộ nghèo;hộ;400\n",
        &[
            "- | năm 2022 | Dân số | 44210",
            "- | năm 2022 | Hộ nghèo | 500",
            "- | năm 2023 | Dân số | 44530",
            "- | năm 2023 | Hộ nghèo | 400",
        ],
    );
    holds(
        "Huyện;Chỉ tiêu;ĐVT;2021;2022;2023\nBa Bể;Dân số;người;441;442;445\n;Số hộ;hộ;41;42;45\nNa Rì;Dân số;người;391;392;395\n;Số hộ;hộ;31;32;35\n",
        &["Ba Bể | năm 2022 | Số hộ | 42", "Na Rì | năm 2023 | Số hộ | 35"],
    );
}

#[test]
fn a_target_next_to_a_result_is_a_plan() {
    let opened = open(
        "Year,Indicator,Unit,Target,Actual\n2022,Budget revenue,VND bn,2950,2890.2\n2023,Budget revenue,VND bn,3100,3306\n",
    );
    let plans: Vec<String> = opened
        .datasets
        .iter()
        .flat_map(|dataset| dataset.indicators.iter())
        .map(|one| format!("{:?}", one.plan.and_then(|plan| plan.target())))
        .collect();
    assert!(plans[0].contains("2950") && plans[1].contains("3100"), "{plans:?}");
}

#[test]
fn estimates_are_named_in_a_column() {
    holds(
        "Huyện;Năm;Chỉ tiêu;ĐVT;Giá trị;Loại số liệu\nBa Bể;2022;Dân số;người;44.210;Chính thức\nBa Bể;2023;Dân số;người;44.530;Sơ bộ\nBa Bể;2024;Dân số;người;44.900;Ước tính\n",
        &[
            "Ba Bể | năm 2022 | Dân số | 44210",
            "Ba Bể | năm 2023 | Dân số | ước 44530",
            "Ba Bể | năm 2024 | Dân số | ước 44900",
        ],
    );
    holds(
        "Huyện;Năm;Chỉ tiêu;ĐVT;Giá trị;Ghi chú\nBa Bể;2023;Dân số;người;44.530;\nBa Bể;2024;Dân số;người;44.900;Ước\n",
        &["Ba Bể | năm 2023 | Dân số | 44530", "Ba Bể | năm 2024 | Dân số | ước 44900"],
    );
}

#[test]
fn classes_of_periods_are_parts_of_their_total() {
    is(
        "Năm,Giới tính,Tỷ lệ thất nghiệp (%)\n2022,Tổng số,2.32\n2022,Nam,2.18\n2022,Nữ,2.48\n2023,Tổng số,2.28\n2023,Nam,2.2\n2023,Nữ,2.37\n",
        &[
            "- | năm 2022 | Tỷ lệ thất nghiệp | 2.32",
            "- | năm 2022 | Tỷ lệ thất nghiệp/Nam | 2.18",
            "- | năm 2022 | Tỷ lệ thất nghiệp/Nữ | 2.48",
            "- | năm 2023 | Tỷ lệ thất nghiệp | 2.28",
            "- | năm 2023 | Tỷ lệ thất nghiệp/Nam | 2.2",
            "- | năm 2023 | Tỷ lệ thất nghiệp/Nữ | 2.37",
        ],
    );
}

#[test]
fn three_decimals_of_an_english_table_are_no_thousands() {
    holds(
        "Indicator,Unit,2020,2021\nUnemployment rate,%,2.103,2.385\nInflation,%,3.221,1.835\n",
        &["- | năm 2020 | Unemployment rate | 2.103", "- | năm 2021 | Inflation | 1.835"],
    );
    holds(
        "Entity,Code,Year,Fertility rate\nVietnam,VNM,2020,1.955\nVietnam,VNM,2021,1.946\nThailand,THA,2020,1.338\n",
        &["Vietnam | năm 2020 | Fertility rate | 1.955"],
    );
    holds(
        "Series Name,Country Name,2020,2021\nPopulation,Viet Nam,96648685,97468029\nUnemployment (%),Viet Nam,2.103,2.385\nPopulation,Cambodia,16396860,16589023\nUnemployment (%),Cambodia,.297,.4\n",
        &[
            "Viet Nam | năm 2020 | Unemployment | 2.103",
            "Cambodia | năm 2020 | Unemployment | 0.297",
        ],
    );
    // Vietnamese headings and names: points group thousands.
    holds("Chỉ tiêu;ĐVT;2020;2021\nDân số;người;2.103;2.385\n", &["- | năm 2020 | Dân số | 2103"]);
}

#[test]
fn columns_of_the_place_and_period_are_no_notes() {
    let opened = open(
        "Huyện;Năm;Chỉ tiêu;ĐVT;Giá trị\nBa Bể;2022;Dân số;người;490\nNa Rì;2022;Dân số;người;390\n",
    );
    let all = opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    assert!(all.into_iter().every(|one| one.note.is_none()));
}

#[test]
fn the_code_of_a_place_is_no_id_of_an_indicator() {
    let opened = open(
        "Mã;Huyện;Dân số (người);Số hộ (hộ)\n060;Ba Bể;44.210;10.500\n061;Na Rì;39.700;9.800\n",
    );
    let ids: Vec<String> =
        opened.datasets.iter().flat_map(|one| one.indicators.ids()).map(str::to_owned).collect();
    assert_eq!(ids, ["dan-so", "so-ho", "dan-so", "so-ho"]);
}

#[test]
fn other_headings_of_names_places_and_values_are_known() {
    holds(
        "Năm;Tên đơn vị hành chính;Dân số (người);Tỷ lệ hộ nghèo (%)\n2022;Huyện Ba Bể;44.210;41,2\n2023;Huyện Ba Bể;44.530;36,05\n",
        &["Huyện Ba Bể | năm 2022 | Dân số | 44210"],
    );
    holds(
        "Reference area,Reference year,Subject,Amount\nViet Nam,2020,Exports,112.4\nLao PDR,2020,Exports,7.1\n",
        &["Viet Nam | năm 2020 | Exports | 112.4", "Lao PDR | năm 2020 | Exports | 7.1"],
    );
    holds(
        "Năm thống kê;Huyện;Chỉ tiêu thống kê;ĐVT;Trị số\n2022;Ba Bể;Dân số;người;490\n2022;Na Rì;Dân số;người;390\n",
        &["Ba Bể | năm 2022 | Dân số | 490", "Na Rì | năm 2022 | Dân số | 390"],
    );
}

#[test]
fn a_second_value_of_one_place_and_period_is_reported() {
    let rules = |text: &str| -> Vec<&'static str> {
        open(text).findings.iter().map(|found| found.rule().name()).collect()
    };
    let head = "Huyện;Năm;Chỉ tiêu;ĐVT;Giá trị\nBa Bể;2023;Dân số;người;490\n";
    let twice = format!("{head}Ba Bể;2023;Dân số;người;491\n");
    assert!(rules(&twice).contains(&"repeated-value"));
    let once = format!("{head}Ba Bể;2022;Dân số;người;491\nNa Rì;2023;Dân số;người;391\n");
    assert!(!rules(&once).contains(&"repeated-value"));
}

#[test]
fn the_last_of_several_years_is_no_name() {
    holds(
        "Country,2020,2021,2022\nViet Nam,96.6,97.5,98.2\nLao PDR,7.3,7.4,7.5\n",
        &["Viet Nam | năm 2020 | Value | 96.6", "Lao PDR | năm 2022 | Value | 7.5"],
    );
    holds(
        "Tỉnh;2021 Tổng số;2021 Nam;2021 Nữ;2022 Tổng số;2022 Nam;2022 Nữ\nHà Nội;8330,8;4102,4;4228,4;8435,6;4158,6;4277,0\nHà Giang;887,1;447,6;439,5;892,7;451,4;441,3\n",
        &["Hà Nội | năm 2022 | Nam | 4158.6", "Hà Giang | năm 2021 | Nam | 447.6"],
    );
}

#[test]
fn classes_of_an_indicator_share_its_code() {
    let text = "Huyện,Năm,Mã chỉ tiêu,Chỉ tiêu,Giới tính,ĐVT,Giá trị\n\
                Hải Hậu,2022,0305,Lao động có việc làm,Nam,người,210\n\
                Hải Hậu,2022,0305,Lao động có việc làm,Nữ,người,190\n\
                Hải Hậu,2022,0305,Lao động có việc làm,Chung,người,400\n\
                Hải Hậu,2022,0306,Lao động đã qua đào tạo,Chung,người,150\n\
                Hải Hậu,2022,0306,Lao động đã qua đào tạo,Nữ,người,60\n";
    let opened = open(text);
    assert!(opened.findings.iter().all(|one| one.rule().name() != "duplicate-id"));
    let indicators = &opened.datasets[0].indicators;
    let ids: Vec<(String, String)> =
        indicators.iter().map(|one| (one.name.clone(), one.id.clone())).collect();
    let id = |name: &str| ids.iter().find(|(own, _)| own == name).map(|(_, id)| id.as_str());
    assert_eq!(id("Lao động có việc làm"), Some("0305"), "{ids:?}");
    assert_eq!(id("Lao động đã qua đào tạo"), Some("0306"), "{ids:?}");
    // An id that each row has for itself is kept.
    let own = text.replacen("0305", "0305A", 1).replacen("0305,", "0305B,", 1).replacen(
        "0306,Lao động đã qua đào tạo,Nữ",
        "0306B,Lao động đã qua đào tạo,Nữ",
        1,
    );
    let opened = open(&own);
    assert!(opened.datasets[0].indicators.iter().any(|one| one.id == "0306B"));
}
