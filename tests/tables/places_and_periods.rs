//! Tables of several places and periods: each becomes slices, one dataset for each place in each period.

use crate::description::open;
use crate::every::Every;
use std::collections::BTreeSet;

use chitieu::app::Catalog;
use chitieu::dataset::{self, Opened};
use chitieu::lexicon::period::parse;
use chitieu::model::{Collection, Dataset, Indicator, Target};

/// A cell of the collection as text: place, period, parents and name, unit, plan, actual, percent.
fn cell(dataset: &Dataset, indicator: &Indicator) -> String {
    let plan = indicator.plan.as_ref();
    let target = match plan.and_then(|plan| plan.target()) {
        Some(Target::Value(value)) => value.normalize().to_string(),
        _ => "-".to_owned(),
    };
    let estimate = if indicator.estimate { "ước " } else { "" };
    let figure = indicator.figure().map_or("-".to_owned(), |figure| figure.normalize().to_string());
    let percent = plan.and_then(|plan| plan.percent());
    let percent = percent.map_or("-".to_owned(), |percent| percent.normalize().to_string());
    let names = [indicator.parents.as_slice(), std::slice::from_ref(&indicator.name)].concat();
    [
        dataset.place.named().unwrap_or("-"),
        if dataset.period.is_empty() { "-" } else { &dataset.period },
        &names.join("/"),
        indicator.unit.as_deref().unwrap_or("-"),
        &target,
        &format!("{estimate}{figure}"),
        &percent,
    ]
    .join(" | ")
}

fn cells(opened: &Opened) -> Vec<String> {
    let of = |dataset: &Dataset| {
        let all: Vec<String> = dataset.indicators.iter().map(|one| cell(dataset, &one)).collect();
        all
    };
    opened.datasets.iter().flat_map(of).collect()
}

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    let found = cells(&open(text));
    for cell in expected {
        assert!(found.iter().any(|one| one == cell), "{cell} is not in {found:#?}");
    }
}

#[test]
fn years_across_have_the_plan_and_the_result_of_each() {
    holds(
        "Chỉ tiêu;ĐVT;KH 2022;TH 2022;KH 2023;TH 2023\nThu ngân sách;tỷ đồng;780;820;860;824\nHộ nghèo;hộ;40;;36;35\n",
        &[
            "- | năm 2022 | Thu ngân sách | tỷ đồng | 780 | 820 | -",
            "- | năm 2023 | Thu ngân sách | tỷ đồng | 860 | 824 | -",
            "- | năm 2022 | Hộ nghèo | hộ | 40 | - | -",
            "- | năm 2023 | Hộ nghèo | hộ | 36 | 35 | -",
        ],
    );
}

#[test]
fn a_percentage_belongs_to_the_period_that_it_is_under() {
    holds(
        "TT;Chỉ tiêu;ĐVT;Năm 2022;;;Năm 2023;;\n;;;KH;TH;Đạt (%);KH;TH;Đạt (%)\n1;Trồng rừng;ha;200;210;105,0;250;240;96,0\n2;Nạo vét kênh;km;10;9;90,0;12;15;125,0\n",
        &[
            "- | năm 2022 | Trồng rừng | ha | 200 | 210 | 105",
            "- | năm 2023 | Trồng rừng | ha | 250 | 240 | 96",
            "- | năm 2023 | Nạo vét kênh | km | 12 | 15 | 125",
        ],
    );
}

#[test]
fn plans_across_and_results_across_meet_in_their_year() {
    holds(
        "Chỉ tiêu;ĐVT;Kế hoạch;;;Thực hiện;;\n;;2021;2022;2023;2021;2022;Ước 2023\nĐường bê tông;km;10;12;15;9;13;16\n",
        &[
            "- | năm 2021 | Đường bê tông | km | 10 | 9 | -",
            "- | năm 2022 | Đường bê tông | km | 12 | 13 | -",
            "- | năm 2023 | Đường bê tông | km | 15 | ước 16 | -",
        ],
    );
}

#[test]
fn parts_of_the_year_are_on_the_way_to_the_plan_of_the_year() {
    let opened =
        open("Chỉ tiêu;ĐVT;KH 2024;Quý I;Quý II;Quý III\nThu ngân sách;tỷ đồng;860;210;220;230\n");
    let periods: Vec<&str> = opened.datasets.iter().map(|one| one.period.as_str()).collect();
    assert_eq!(periods, ["quý I năm 2024", "quý II năm 2024", "quý III năm 2024"]);
    for dataset in &opened.datasets {
        let indicator = dataset.indicators.get(0).unwrap();
        assert_eq!(chitieu::model::status(&indicator), chitieu::model::Status::InProgress);
    }
}

#[test]
fn the_result_of_the_year_before_is_no_slice_of_its_own() {
    let opened =
        open("Chỉ tiêu;ĐVT;TH 2023;KH 2024;TH 2024;TH/KH (%)\nThu;tỷ đồng;90;100;110;110\n");
    assert_eq!(opened.datasets.len(), 1);
    assert_eq!(opened.datasets[0].indicators.get(0).unwrap().earlier.len(), 1);
}

#[test]
fn years_down_are_periods_of_the_indicators_across() {
    holds(
        "Năm;Dân số (nghìn người);GRDP (tỷ đồng)\n2021;321;13.400\n2022;324;14.800\nSơ bộ 2023;326;16.020\n",
        &[
            "- | năm 2021 | Dân số | nghìn người | - | 321 | -",
            "- | năm 2022 | GRDP | tỷ đồng | - | 14800 | -",
            "- | năm 2023 | GRDP | tỷ đồng | - | ước 16020 | -",
        ],
    );
}

#[test]
fn a_line_between_years_gives_its_unit_to_all_rows_below_it() {
    let table = ";Tổng số;Chia ra - Of which;\n;;Chè;Cam\nTấn - Ton;;;\n2021;900;600;300\nSơ bộ - Prel. 2022;980;640;340\nCơ cấu - Structure (%);;;\n2021;100,0;66,7;33,3\nSơ bộ - Prel. 2022;100,0;65,3;34,7\nChỉ số phát triển (Năm trước = 100) - Index (Previous year = 100) - %;;;\n2021;104,0;103,1;105,9\nSơ bộ - Prel. 2022;108,9;106,7;113,3\n";
    holds(
        table,
        &[
            "- | năm 2021 | Tổng số | Tấn | - | 900 | -",
            "- | năm 2022 | Cam | Tấn | - | ước 340 | -",
            "- | năm 2021 | Chè | % | - | 66.7 | -",
            "- | năm 2022 | Chè | % | - | ước 65.3 | -",
            "- | năm 2022 | Cam | % | - | ước 113.3 | -",
        ],
    );
    let sections = |at: usize| -> Vec<String> {
        open(table).datasets[at].sections.iter().map(|section| section.name.clone()).collect()
    };
    let index = "Chỉ số phát triển (Năm trước = 100) - Index (Previous year = 100)";
    assert_eq!(sections(1), ["bieu", "Cơ cấu - Structure", index]);
}

#[test]
fn blocks_of_measures_and_units_give_both_to_the_years_below() {
    holds(
        "Năm;Lúa;Ngô\nDiện tích - Area (Ha);;\n2021;24.310;1.011\n2022;24.105;998\nSản lượng (Tấn) - Production (Ton);;\n2021;121.550;5.055\n2022;122.936;5.100\nTốc độ tăng;;\n2022;1,1;0,9\n",
        &[
            "- | năm 2022 | Ngô | Ha | - | 998 | -",
            "- | năm 2021 | Lúa | Tấn | - | 121550 | -",
            "- | năm 2022 | Lúa | - | - | 1.1 | -",
        ],
    );
}

#[test]
fn blocks_give_their_unit_to_indicators_and_to_districts() {
    holds(
        ";2021;2022;2023\nNghìn người - Thous. pers.;;;\nTỔNG SỐ - TOTAL;90,5;91,0;92,4\nPhân theo giới tính - By sex;;;\nNam - Male;45,5;46,0;46,2\nCơ cấu - Structure (%);;;\nTỔNG SỐ - TOTAL;100,0;100,0;100,0\nPhân theo giới tính - By sex;;;\nNam - Male;50,3;50,5;50,0\n",
        &[
            "- | năm 2023 | TỔNG SỐ - TOTAL | Nghìn người | - | 92.4 | -",
            "- | năm 2022 | Nam - Male | Nghìn người | - | 46 | -",
            "- | năm 2023 | TỔNG SỐ - TOTAL | % | - | 100 | -",
            "- | năm 2021 | Phân theo giới tính - By sex/Nam - Male | % | - | 50.3 | -",
        ],
    );
    holds(
        "Diện tích lúa phân theo huyện;;;\nHuyện;2021;2022;2023\nHa;;;\nBa Bể;1.011;998;970\nNa Rì;2.329;2.310;2.301\nCơ cấu (%);;;\nBa Bể;30,3;30,2;29,7\nNa Rì;69,7;69,8;70,3\n",
        &[
            "Ba Bể | năm 2023 | Diện tích lúa | Ha | - | 970 | -",
            "Na Rì | năm 2022 | Diện tích lúa | % | - | 69.8 | -",
        ],
    );
}

#[test]
fn men_are_no_year() {
    holds(
        "Năm;Tổng số;Nam;Nữ\n2021;100;49;51\n2022;104;51;53\n",
        &["- | năm 2022 | Nam | - | - | 51 | -", "- | năm 2021 | Nữ | - | - | 51 | -"],
    );
}

#[test]
fn districts_down_are_places_of_the_indicators_across() {
    holds(
        "SỐ LIỆU TỈNH BẮC KẠN NĂM 2023;;;;\nTT;Mã;Huyện, thành phố;Dân số (người);Thu ngân sách (tỷ đồng)\n;;Toàn tỉnh;99.130;190,6\n1;058;Ba Bể;49.120;65,3\n2;062;Chợ Đồn;50.010;125,3\n",
        &[
            "Ba Bể | năm 2023 | Dân số | người | - | 49120 | -",
            "Chợ Đồn | năm 2023 | Thu ngân sách | tỷ đồng | - | 125.3 | -",
            "Bắc Kạn | năm 2023 | Dân số | người | - | 99130 | -",
        ],
    );
}

#[test]
fn groups_of_columns_are_indicators_with_their_own_plans_and_percentages() {
    let expected = [
        "Ba Bể | - | lúa | ha | 2000 | 2040 | 102",
        "Ba Bể | - | ngô | ha | 900 | 855 | 95",
        "Chợ Đồn | - | ngô | ha | 700 | 714 | 102",
    ];
    let one_level = "Huyện;KH lúa (ha);TH lúa (ha);% lúa;KH ngô (ha);TH ngô (ha);% ngô\nBa Bể;2.000;2.040;102;900;855;95\nChợ Đồn;1.500;1.470;98;700;714;102\n";
    let two_levels = "Huyện;lúa (ha);;;ngô (ha);;\n;KH;TH;%;KH;TH;%\nBa Bể;2.000;2.040;102;900;855;95\nChợ Đồn;1.500;1.470;98;700;714;102\n";
    holds(one_level, &expected);
    holds(two_levels, &expected);
}

#[test]
fn a_table_of_one_measure_is_a_list_of_places() {
    let opened =
        open("Xã;Chỉ tiêu giao (%);Tỷ lệ bao phủ BHYT (%)\nVăn Vũ;99,0;99,5\nKim Lư;98,5;97,9\n");
    assert_eq!(opened.datasets.len(), 1);
    assert_eq!(opened.datasets[0].indicators.name(0), Some("Văn Vũ"));
}

#[test]
fn places_of_the_indicator_that_the_title_names_are_its_places() {
    holds(
        "THU NGÂN SÁCH TRÊN ĐỊA BÀN NĂM 2023 PHÂN THEO HUYỆN;;;;\nĐơn vị tính: tỷ đồng;;;;\nSTT;Huyện, thành phố;Kế hoạch năm 2023;Thực hiện năm 2023;TH/KH (%)\n;Toàn tỉnh;149,5;150,0;100,3\n1;Huyện Tràng Định;61,5;64,2;104,4\n2;Huyện Bình Gia;88,0;85,8;97,5\n",
        &[
            "Huyện Tràng Định | năm 2023 | THU NGÂN SÁCH TRÊN ĐỊA BÀN | tỷ đồng | 61.5 | 64.2 | 104.4",
            "Toàn tỉnh | năm 2023 | THU NGÂN SÁCH TRÊN ĐỊA BÀN | tỷ đồng | 149.5 | 150 | 100.3",
        ],
    );
    holds(
        "Sản lượng lúa phân theo huyện, thị xã (Tấn);;;\n;2021;2022;2023\nTỔNG SỐ;71;70;69\nBảo Lâm;31;30;29\nThông Nông;40;-;40\n",
        &["Bảo Lâm | năm 2023 | Sản lượng lúa | Tấn | - | 29 | -"],
    );
    holds(
        "KẾT QUẢ TRỒNG RỪNG NĂM 2024 CỦA CÁC HUYỆN;;;;\nTT;Đơn vị;Trồng rừng (ha);;Chăm sóc rừng (ha);\n;;KH;TH;KH;TH\n1;Huyện Sơn Động;185;193;520;506\n2;Huyện Lục Ngạn;140;140;410;423\n3;Huyện Lục Nam;92;87;275;280\n",
        &["Huyện Lục Ngạn | năm 2024 | Chăm sóc rừng | ha | 410 | 423 | -"],
    );
    // A ranking of districts is of what its title names; a table whose title says nothing is a list of them.
    let names = |text: &str| open(text).datasets[0].indicators.name(0).map(str::to_owned);
    let ranking =
        "CHỈ SỐ NĂNG LỰC CẠNH TRANH CÁC HUYỆN;;\nHuyện;Điểm;Xếp hạng\nBa Bể;70,5;1\nNa Rì;68,2;2\n";
    assert_eq!(names(ranking).as_deref(), Some("CHỈ SỐ NĂNG LỰC CẠNH TRANH"));
    let office = "PHÒNG LAO ĐỘNG\nKẾT QUẢ GIAO CÁC XÃ;;\nXã;Kế hoạch;Thực hiện\nVăn Vũ;20;22\nKim Lư;18;15\n";
    assert_eq!(names(office).as_deref(), Some("Văn Vũ"));
}

#[test]
fn the_period_of_a_title_is_not_that_of_years_down() {
    for title in ["Đàn vật nuôi giai đoạn 2021-2022", "Livestock, annual", "Đàn vật nuôi năm 2022"]
    {
        let opened = open(&format!(
            "{title};;\n;Trâu;Bò\n;Buffaloes;Cattle\n;Nghìn con - Thous. heads;\n2021;118,3;31,2\nSơ bộ - Prel. 2022;111,9;31,8\n"
        ));
        assert_eq!(
            cells(&opened),
            [
                "- | năm 2021 | Trâu | Nghìn con | - | 118.3 | -",
                "- | năm 2021 | Bò | Nghìn con | - | 31.2 | -",
                "- | năm 2022 | Trâu | Nghìn con | - | ước 111.9 | -",
                "- | năm 2022 | Bò | Nghìn con | - | ước 31.8 | -",
            ],
            "{title}"
        );
        let all = opened.datasets.iter().flat_map(|one| one.indicators.iter());
        assert!(all.into_iter().every(|one| one.period.is_none()), "{title}");
    }
}

#[test]
fn a_line_that_lists_measures_and_units_gives_each_its_own() {
    holds(
        "XUẤT KHẨU 10 THÁNG NĂM 2024;;\n;;\"Trị giá: Nghìn USD; Lượng: Tấn\"\nMặt hàng;Thực hiện 10 tháng;\n;Lượng;Trị giá\nChè;3.712;6.018,7\nTinh bột sắn;15.860;7.994,0\n",
        &[
            "- | 10 tháng năm 2024 | Chè – Lượng | Tấn | - | 3712 | -",
            "- | 10 tháng năm 2024 | Tinh bột sắn – Trị giá | Nghìn USD | - | 7994 | -",
        ],
    );
}

#[test]
fn places_and_years_of_one_indicator_are_named_by_the_title() {
    holds(
        "TỶ LỆ HỘ NGHÈO PHÂN THEO HUYỆN;;;\nĐơn vị tính: %;;;\nHuyện;2021;2022;2023\nPác Nặm;48,2;45,1;41,7\nNa Rì;30,4;28,8;26,3\n",
        &[
            "Pác Nặm | năm 2021 | TỶ LỆ HỘ NGHÈO | % | - | 48.2 | -",
            "Na Rì | năm 2023 | TỶ LỆ HỘ NGHÈO | % | - | 26.3 | -",
        ],
    );
}

#[test]
fn places_across_are_places_of_the_rows() {
    holds(
        "Chỉ tiêu;ĐVT;Ba Bể;Chợ Đồn;Na Rì\nDân số;người;49.120;50.010;41.300\nDiện tích lúa;ha;2.040;1.470;1.905\n",
        &[
            "Ba Bể | - | Dân số | người | - | 49120 | -",
            "Na Rì | - | Diện tích lúa | ha | - | 1905 | -",
        ],
    );
    holds(
        "Chỉ tiêu;ĐVT;Xã Hà Hiệu;;Xã Bành Trạch;\n;;KH 2023;TH 2023;KH 2023;TH 2023\nTrồng rừng;ha;50;52;40;38\n",
        &[
            "Xã Hà Hiệu | năm 2023 | Trồng rừng | ha | 50 | 52 | -",
            "Xã Bành Trạch | năm 2023 | Trồng rừng | ha | 40 | 38 | -",
        ],
    );
}

#[test]
fn indicators_across_are_no_places() {
    let opened = open("Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nThu;tỷ đồng;5;6\nChi;tỷ đồng;5;6\n");
    assert_eq!(opened.datasets.len(), 1);
}

#[test]
fn rows_below_a_line_with_a_place_are_of_it() {
    holds(
        "TT;Huyện / Chỉ tiêu;ĐVT;2021;2022;2023\nA;Huyện Ba Bể;;;;\n1;Diện tích lúa;ha;10;11;12\n2;Sản lượng lúa;tấn;50;55;60\nB;Huyện Na Rì;;;;\n1;Diện tích lúa;ha;20;21;22\n2;Sản lượng lúa;tấn;90;95;99\n",
        &[
            "Huyện Ba Bể | năm 2022 | Diện tích lúa | ha | - | 11 | -",
            "Huyện Na Rì | năm 2023 | Sản lượng lúa | tấn | - | 99 | -",
        ],
    );
}

#[test]
fn long_tables_have_a_place_and_a_period_in_each_row() {
    holds(
        "Huyện;Năm;Chỉ tiêu;Đơn vị tính;Kế hoạch;Thực hiện\nVăn Bàn;2022;Thu ngân sách;tỷ đồng;62,0;65,6\nVăn Bàn;2023;Thu ngân sách;tỷ đồng;70,0;68,1\nSa Pa;2023;Thu ngân sách;tỷ đồng;90,5;99,9\n",
        &[
            "Văn Bàn | năm 2022 | Thu ngân sách | tỷ đồng | 62 | 65.6 | -",
            "Sa Pa | năm 2023 | Thu ngân sách | tỷ đồng | 90.5 | 99.9 | -",
        ],
    );
    holds(
        "Entity,Code,Year,Access to clean water (% of population)\nLaos,LAO,2019,80.5\nLaos,LAO,2021,82.25\nVietnam,VNM,2021,97.5\n",
        &[
            "Laos | năm 2019 | Access to clean water (% of population) | % | - | 80.5 | -",
            "Vietnam | năm 2021 | Access to clean water (% of population) | % | - | 97.5 | -",
        ],
    );
    holds(
        "Country Name,Country Code,Series Name,Series Code,2020 [YR2020],2021 [YR2021],2022 [YR2022]\nViet Nam,VNM,\"Population, total\",SP.POP.TOTL,96648685,97468029,98186856\nLao PDR,LAO,\"Population, total\",SP.POP.TOTL,7319399,..,7529475\n",
        &[
            "Viet Nam | năm 2021 | Population, total | - | - | 97468029 | -",
            "Lao PDR | năm 2022 | Population, total | - | - | 7529475 | -",
        ],
    );
}

#[test]
fn points_of_an_english_long_table_are_decimal_points() {
    holds(
        "Entity,Year,Life expectancy (years),Child mortality rate\nLaos,2019,66.900,60.80\nLaos,2020,67.180,58.11\nCambodia,2020,69.540,34.47\n",
        &["Laos | năm 2020 | Life expectancy | years | - | 67.18 | -"],
    );
}

#[test]
fn classes_of_a_long_table_are_parts_of_their_total() {
    holds(
        "Vùng;Thành thị, nông thôn;Năm;Tỷ lệ thất nghiệp (%)\nTây Bắc;Tổng số;2022;2,1\nTây Bắc;Thành thị;2022;3,3\nTây Bắc;Nông thôn;2022;1,4\nTây Nguyên;Tổng số;2022;1,9\n",
        &[
            "Tây Bắc | năm 2022 | Tỷ lệ thất nghiệp | % | - | 2.1 | -",
            "Tây Bắc | năm 2022 | Tỷ lệ thất nghiệp/Thành thị | % | - | 3.3 | -",
        ],
    );
    holds(
        "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaName,TimePeriod,Value,Units,Sex\n4,4.6,4.6.1,SE_LIT,Literacy rate,Viet Nam,2018,95.0,PERCENT,BOTHSEX\n4,4.6,4.6.1,SE_LIT,Literacy rate,Viet Nam,2018,93.8,PERCENT,FEMALE\n1,1.1,1.1.1,SI_POV,Poverty rate,Viet Nam,2020,0.7,PERCENT,BOTHSEX\n",
        &[
            "Viet Nam | năm 2018 | Literacy rate | PERCENT | - | 95 | -",
            "Viet Nam | năm 2018 | Literacy rate/FEMALE | PERCENT | - | 93.8 | -",
            "Viet Nam | năm 2020 | Poverty rate | PERCENT | - | 0.7 | -",
        ],
    );
}

#[test]
fn the_layout_of_the_file_does_not_change_the_collection() {
    // The same six cells: years across, years down, districts down, one row a value, and a file for each year.
    let across = "SỐ LIỆU HUYỆN BA BỂ;;;;\nChỉ tiêu;ĐVT;2021;2022;2023\nDân số;người;490;495;501\nThu ngân sách;tỷ đồng;60;65;72\n";
    let down = "SỐ LIỆU HUYỆN BA BỂ;;\nNăm;Dân số (người);Thu ngân sách (tỷ đồng)\n2021;490;60\n2022;495;65\n2023;501;72\n";
    let long = "Huyện;Năm;Chỉ tiêu;ĐVT;Thực hiện\nHuyện Ba Bể;2021;Dân số;người;490\nHuyện Ba Bể;2022;Dân số;người;495\nHuyện Ba Bể;2023;Dân số;người;501\nHuyện Ba Bể;2021;Thu ngân sách;tỷ đồng;60\nHuyện Ba Bể;2022;Thu ngân sách;tỷ đồng;65\nHuyện Ba Bể;2023;Thu ngân sách;tỷ đồng;72\n";
    let places = |year: u16, population: u32, revenue: u32| {
        format!(
            "SỐ LIỆU NĂM {year};;\nHuyện;Dân số (người);Thu ngân sách (tỷ đồng)\nHuyện Ba Bể;{population};{revenue}\n"
        )
    };
    let one_year = |year: u16, population: u32, revenue: u32| {
        format!(
            "SỐ LIỆU HUYỆN BA BỂ NĂM {year};;\nChỉ tiêu;ĐVT;Thực hiện\nDân số;người;{population}\nThu ngân sách;tỷ đồng;{revenue}\n"
        )
    };
    let years = [(2021, 490, 60), (2022, 495, 65), (2023, 501, 72)];
    let collection = |texts: &[String]| {
        let datasets = texts.iter().flat_map(|text| open(text).datasets);
        let mut cells = BTreeSet::new();
        for dataset in datasets {
            let period = parse(&dataset.period);
            let dataset = Dataset { period: format!("{period:?}"), ..dataset };
            cells.extend(
                dataset.indicators.iter().map(|one| (one.id.clone(), cell(&dataset, &one))),
            );
        }
        cells
    };
    let expected = collection(&years.map(|(year, a, b)| one_year(year, a, b)));
    assert_eq!(expected.len(), 6);
    assert_eq!(collection(&[across.to_owned()]), expected);
    assert_eq!(collection(&[down.to_owned()]), expected);
    assert_eq!(collection(&[long.to_owned()]), expected);
    assert_eq!(collection(&years.map(|(year, a, b)| places(year, a, b))), expected);
}

#[test]
fn a_list_of_datasets_keeps_all_slices() {
    let opened = open("Chỉ tiêu;ĐVT;KH 2022;TH 2022;KH 2023;TH 2023\nThu;tỷ đồng;78;82;86;82\n");
    assert_eq!(opened.datasets.len(), 2);
    let text = dataset::write_json_list(&opened.datasets).unwrap();
    assert!(text.starts_with('['));
    let schema: serde_json::Value = serde_json::from_str(dataset::SCHEMA).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&value));
    assert_eq!(dataset::read("bieu.csv", text.as_bytes(), None).unwrap().datasets, opened.datasets);
    for refused in ["[]", "[1]", &format!("[{0},{0}]", text.trim().trim_matches(['[', ']']))] {
        assert!(dataset::read("x.json", refused.as_bytes(), None).is_err(), "{refused}");
    }
}

#[test]
fn a_table_of_more_places_than_there_are_is_refused() {
    let letters = |at: u32| -> String {
        let digits = (0..5).map(|place| b'a' + u8::try_from(at / 16_u32.pow(place) % 16).unwrap());
        digits.map(char::from).collect()
    };
    let rows: String = (0..=250_000).map(|at| format!("Xã B{};{at};5,5\n", letters(at))).collect();
    let text = format!("Xã;Dân số (người);Tỷ lệ hộ nghèo (%)\n{rows}");
    let error = dataset::read("bieu.csv", text.as_bytes(), None).unwrap_err();
    assert!(format!("{error:?}").contains("Slices"), "{error:?}");
}

#[test]
fn the_whole_province_is_not_ranked_among_its_districts() {
    let opened = open(
        "Huyện;Dân số (người);Tỷ lệ hộ nghèo (%)\nToàn tỉnh;900;20,5\nBa Bể;400;28,1\nNa Rì;500;18,7\n",
    );
    let catalog = Catalog::new(Collection::new(opened.datasets));
    let ranked = |index: usize| catalog.ranking(index).places().len();
    let all: Vec<usize> = (0..catalog.collection.len()).map(ranked).collect();
    assert_eq!(all, [0, 0, 2, 2, 2, 2]);
}

/// The series of an indicator in the latest slice of a file: the period and the figure of each of its slices.
fn series(text: &str, section: &str, name: &str) -> Vec<String> {
    let catalog = Catalog::new(Collection::new(open(text).datasets));
    let found = catalog.collection.iter().filter(|entry| entry.section.name == section);
    let own = found.filter(|entry| entry.name() == name).last().unwrap();
    let cell = |index: usize| {
        let entry = catalog.collection.get(index).unwrap();
        format!("{}: {}", entry.dataset.period, entry.indicator().figure().unwrap().normalize())
    };
    catalog.same_indicators(own.index).into_iter().map(cell).collect()
}

#[test]
fn a_block_that_begins_later_does_not_continue_another() {
    let table = ";Tổng số;Chè\nTấn;;\n2021;900;600\n2022;980;640\nCơ cấu (%);;\n2022;100,0;65,3\nChỉ số phát triển (Năm trước = 100) - %;;\n2021;104,0;103,1\n2022;108,9;106,7\n";
    assert_eq!(series(table, "Cơ cấu", "Chè"), Vec::<String>::new());
    let index = "Chỉ số phát triển (Năm trước = 100)";
    assert_eq!(series(table, index, "Chè"), ["năm 2021: 103.1", "năm 2022: 106.7"]);
}

#[test]
fn an_indicator_has_one_id_in_all_slices_even_where_others_are_missing() {
    let ids = |text: &str| -> BTreeSet<String> {
        let datasets = open(text).datasets;
        let all = datasets.iter().flat_map(|one| one.indicators.iter());
        all.map(|one| format!("{}/{} {}", one.parents.join("/"), one.name, one.id)).collect()
    };
    let groups = "Huyện;Lúa;;Ngô;\n;Diện tích (ha);Sản lượng (tấn);Diện tích (ha);Sản lượng (tấn)\nBa Bể;2.000;10.000;900;4.000\nNa Rì;;;700;3.000\nChợ Đồn;1.500;7.000;800;3.500\n";
    let expected = [
        "Lúa/Diện tích dien-tich",
        "Lúa/Sản lượng san-luong",
        "Ngô/Diện tích ngo-dien-tich",
        "Ngô/Sản lượng ngo-san-luong",
    ];
    assert_eq!(ids(groups), expected.map(str::to_owned).into());
    let years = "Chỉ tiêu;ĐVT;2021;2022;2023\nLúa;;;;\n- Vụ mùa;ha;;510;505\nNgô;;;;\n- Vụ mùa;ha;90;85;80\n";
    assert_eq!(ids(years), ["/Vụ mùa vu-mua", "/Vụ mùa vu-mua-2"].map(str::to_owned).into());
    let long = "Huyện;Năm;Chỉ tiêu;Giới tính;Giá trị\nBa Bể;2022;Dân số;Tổng số;50\nBa Bể;2022;Dân số;Nữ;25\nBa Bể;2022;Lao động;Nữ;12\nNa Rì;2022;Lao động;Nữ;11\nNa Rì;2022;Dân số;Tổng số;40\n";
    assert_eq!(
        ids(long),
        ["/Dân số dan-so", "Dân số/Nữ nu", "Lao động/Nữ lao-dong-nu"].map(str::to_owned).into()
    );
}

#[test]
fn a_column_without_an_indicator_in_its_heading_has_a_name() {
    let text = "Mã;Địa phương;Năm;nameChỉ tiêu;Giá trị\nA1;Xã Yên Thượng;2022;Số hộ;820\n\
                A2;Xã Bằng Vân;2022;Số hộ nghèo;96\nA1;Xã Bằng Vân;2022;Số hộ;1.044\n";
    let opened = chitieu::dataset::read("f.csv", text.as_bytes(), None).unwrap();
    let names = opened.datasets.iter().flat_map(|dataset| dataset.indicators.names());
    assert!(names.every(|name| !name.is_empty()), "{:?}", opened.datasets);
}

#[test]
fn places_across_need_no_other_known_heading_than_that_of_the_names() {
    holds(
        "DÂN SỐ NĂM 2031\nChỉ tiêu;Tổng số;TP Hạ Sơn;Phúc Lộc;Yên Dương\nDân số;1.200;640;310;250\nSố nữ;590;310;160;120\n",
        &[
            "TP Hạ Sơn | năm 2031 | Dân số | - | - | 640 | -",
            "Phúc Lộc | năm 2031 | Số nữ | - | - | 160 | -",
        ],
    );
}

/// The period of each value and of its plan, if the indicator has one of its own.
fn periods(text: &str) -> Vec<String> {
    let of = |dataset: &Dataset| -> Vec<String> {
        let line = |one: Indicator| {
            let own = one.period.map_or(dataset.period.clone(), |period| period.to_string());
            let plan = one.plan.as_ref().and_then(|plan| plan.period);
            let plan = plan.map_or("-".to_owned(), |period| period.to_string());
            format!("{}: {own} / {plan}", one.name)
        };
        dataset.indicators.iter().map(line).collect()
    };
    open(text).datasets.iter().flat_map(of).collect()
}

#[test]
fn a_year_below_a_term_is_the_period_of_its_column() {
    let table = "Chỉ tiêu;ĐVT;Giai đoạn 2026-2030;;\n\
                 ;;Mục tiêu đến năm 2030;Ước thực hiện năm 2030;Ghi chú\n\
                 Hộ dùng nước sạch;%;95,0;96,2;\nTỷ lệ che phủ rừng;%;52,0;51,4;\n";
    assert_eq!(
        periods(table),
        ["Hộ dùng nước sạch: năm 2030 / -", "Tỷ lệ che phủ rừng: năm 2030 / -"]
    );
    for (heading, expected) in [
        ("Nhiệm kỳ 2025-2030 · Ước TH năm 2030", "năm 2030"),
        ("Giai đoạn 2026-2030 · Năm 2027 · Kế hoạch", "năm 2027"),
        ("Giai đoạn 2026-2030 · 6 tháng đầu năm 2028", "6 tháng đầu năm 2028"),
        ("Giai đoạn 2026-2030 · Lũy kế đến năm 2030", "giai đoạn 2026-2030"),
        ("Giai đoạn 2026-2030 · Thực hiện", "giai đoạn 2026-2030"),
    ] {
        assert_eq!(parse(heading).unwrap().to_string(), expected, "{heading}");
    }
}

#[test]
fn a_plan_of_a_later_year_alone_has_its_period() {
    let table = "TT;Tên xã;Số thôn đạt chuẩn năm 2031;Kế hoạch năm 2032\n;;;Số thôn\n\
                 1;Xã Bình Thuận;6;9\n2;Xã Bình Phú;4;5\n";
    let found = periods(table);
    assert!(found.contains(&"Số thôn: năm 2031 / năm 2032".to_owned()), "{found:?}");
    assert!(found.contains(&"Số thôn đạt chuẩn: năm 2031 / -".to_owned()), "{found:?}");
}

#[test]
fn who_assigns_a_plan_is_no_indicator_of_the_places() {
    let table = "CHI ĐẦU TƯ CÁC XÃ NĂM 2031\nTT;Đơn vị;Kế hoạch HĐND tỉnh giao;Kế hoạch huyện giao;Thực hiện\n\
                 1;Xã Bình Thuận;410;450;433\n2;Xã Bình Phú;300;280;291\n";
    holds(
        table,
        &[
            "Xã Bình Thuận | năm 2031 | CHI ĐẦU TƯ | - | 410 | 433 | -",
            "Xã Bình Phú | năm 2031 | CHI ĐẦU TƯ | - | 300 | 291 | -",
        ],
    );
    let opened = open(table);
    let plans = opened.datasets.iter().map(|one| one.indicators.get(0).unwrap().other_plans);
    let plans: Vec<_> = plans.map(|plans| (plans[0].name.clone(), plans[0].target())).collect();
    let plan =
        |value: i64| (Some("Kế hoạch huyện giao".to_owned()), Some(Target::Value(value.into())));
    assert_eq!(plans, [plan(450), plan(280)]);
    assert!(opened.datasets.iter().every(|one| one.indicators.iter().count() == 1));
}
