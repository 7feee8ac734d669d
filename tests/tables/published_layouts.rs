//! Layouts that offices publish, one of each kind: plans that are assigned to districts, counts in
//! several years, quarters with a plan each, tables of index numbers only, rankings of places.

use crate::description::open;
use crate::every::Every;
use chitieu::dataset;
use chitieu::model::{Actual, Better, Dataset, Indicator, Status, Target, status};

fn indicators(text: &str) -> Vec<Indicator> {
    let of = |dataset: &Dataset| dataset.indicators.iter().collect::<Vec<Indicator>>();
    open(text).datasets.iter().flat_map(of).collect()
}

/// Place, period, name, plan and actual of each indicator.
fn lines(text: &str) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let plan = match one.plan.as_ref().and_then(|plan| plan.target()) {
            Some(Target::Value(value)) => value.to_string(),
            _ => "-".to_owned(),
        };
        let actual = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let place = dataset.place.named().unwrap_or("-");
        format!("{place}|{}|{}|{plan}|{actual}", dataset.period, one.name)
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    open(text).datasets.iter().flat_map(of).collect()
}

/// Period and name of each indicator, with its changes.
fn changes(text: &str) -> Vec<String> {
    let line = |dataset: &Dataset, one: Indicator| {
        let changes =
            one.changes.iter().map(|change| format!("{} {}", change.amount, change.period));
        let changes: Vec<String> = changes.collect();
        format!("{}|{}|{}", dataset.period, one.name, changes.join(", "))
    };
    let of = |dataset: &Dataset| -> Vec<String> {
        dataset.indicators.iter().map(|one| line(dataset, one)).collect()
    };
    open(text).datasets.iter().flat_map(of).collect()
}

#[test]
fn districts_that_split_a_plan_have_plans() {
    let rows = "1;Trồng rừng;ha;700;310;390\n";
    for above in ["Chia ra", "Trong đó:"] {
        let table = format!(
            "GIAO CHỈ TIÊU NĂM 2026 CHO CÁC HUYỆN\nTT;Chỉ tiêu;ĐVT;Kế hoạch năm 2026;{above};\n\
             ;;;;Huyện Chợ Rã;Huyện Phủ Thông\n{rows}"
        );
        let found = lines(&table);
        assert_eq!(
            found[1..],
            ["Huyện Chợ Rã|năm 2026|Trồng rừng|310|-", "Huyện Phủ Thông|năm 2026|Trồng rừng|390|-"],
            "{above}"
        );
    }
    // Next to a result, the places split it.
    let results = lines(
        "TT;Chỉ tiêu;ĐVT;KH 2026;TH 2026;Chia ra;;;\n\
         ;;;;;Huyện Chợ Rã;Huyện Phủ Thông;Huyện Na Rì;Huyện Ba Bể\n\
         1;Trồng rừng;ha;900;800;310;390;50;50\n",
    );
    assert!(results.contains(&"Huyện Chợ Rã|năm 2026|Trồng rừng|-|310".to_owned()), "{results:?}");
}

#[test]
fn months_after_a_kind_of_place_are_no_place() {
    let rows = "STT;Nội dung;Dự toán năm;Thực hiện\n1;Thu nội địa;1000;500\n";
    for title in [
        "THỰC HIỆN THU CHI NGÂN SÁCH HUYỆN 6 THÁNG ĐẦU NĂM 2024",
        "Thực hiện dự toán chi ngân sách xã 9 tháng năm 2024",
    ] {
        assert!(lines(&format!("{title}\n{rows}"))[0].starts_with("-|"), "{title}");
    }
    let table = format!(
        "ỦY BAN NHÂN DÂN HUYỆN CHỢ RÃ;;;Biểu số 93/CK-NSNN\n\
         THỰC HIỆN THU CHI NGÂN SÁCH HUYỆN 9 THÁNG NĂM 2024\n{rows}"
    );
    assert!(lines(&table)[0].starts_with("Huyện Chợ Rã|"), "{:?}", lines(&table));
}

#[test]
fn progress_is_not_judged_before_its_period_is_over() {
    let rows = "TT;Cây trồng;ĐVT;KH;TH;%\n1;Lúa;ha;200;150;75\n2;Ngô;ha;60;66;110\n";
    let dated = format!("TIẾN ĐỘ GIEO TRỒNG VỤ MÙA NĂM 2024\n(Tính đến ngày 15/7/2024)\n{rows}");
    assert!(lines(&dated)[0].contains("15/7/2024"), "{:?}", lines(&dated));
    let season = format!("TIẾN ĐỘ GIEO TRỒNG VỤ MÙA NĂM 2024\n{rows}");
    let year = format!("TIẾN ĐỘ TRỒNG RỪNG NĂM 2024\n{rows}");
    for table in [dated, season, year] {
        let found: Vec<Status> = indicators(&table).iter().map(status).collect();
        assert_eq!(found, [Status::InProgress, Status::InProgress], "{table}");
    }
}

#[test]
fn what_was_reached_already_is_no_forecast() {
    let table = "Chỉ tiêu;ĐVT;Mục tiêu đến năm 2025;Ước TH 2024;Đánh giá khả năng thực hiện\n\
                 Tỷ lệ trường đạt chuẩn;%;65;66;Đã vượt\nSố xã đạt chuẩn;xã;8;8;Đã đạt\n\
                 Thu nhập bình quân;triệu đồng;50;47;Có khả năng đạt\nĐộ che phủ;%;60;59;Đạt\n";
    let found: Vec<Status> = indicators(table).iter().map(status).collect();
    assert_eq!(found, [Status::Exceeded, Status::Met, Status::InProgress, Status::InProgress]);
}

#[test]
fn interest_that_is_paid_is_spending() {
    let table = "CHI NGÂN SÁCH NĂM 2023\nNội dung;Dự toán;Quyết toán;%\nChi trả nợ lãi;1500;1125;75\n\
                 Chi trả lương hưu qua tài khoản;100;90;90\n";
    let found: Vec<Status> = indicators(table).iter().map(status).collect();
    assert_eq!(found[0], Status::NotAssessed);
}

#[test]
fn loans_to_poor_households_are_no_poor_households() {
    let table = "TÍN DỤNG CHÍNH SÁCH\nChương trình;Dư nợ 31/12/2023;Dư nợ 30/6/2024\n\
                 Hộ nghèo;51200;53400\nHọc sinh, sinh viên;4010;4100\n";
    for one in indicators(table) {
        assert!(one.name.contains("Dư nợ") && one.better.is_none(), "{}", one.name);
    }
    let counted = indicators("Chỉ tiêu;ĐVT;Thực hiện 2024\nHộ nghèo;hộ;51\n");
    assert_eq!((counted[0].better, counted[0].name.as_str()), (Some(Better::Lower), "Hộ nghèo"));
}

#[test]
fn scores_with_a_maximum_each_are_indicators_of_the_offices() {
    let table = "KẾT QUẢ XẾP HẠNG NĂM 2024\n\
                 TT;Cơ quan;Điểm tự đánh giá;Điểm thẩm định (tối đa 65 điểm);Tổng điểm (tối đa 100 điểm);Xếp hạng\n\
                 1;Sở Tài chính;62,5;60,25;91,43;1\n2;Sở Nội vụ;61;59,5;90,14;2\n";
    let found = lines(table);
    for line in [
        "Sở Tài chính|năm 2024|Điểm tự đánh giá|-|62.5",
        "Sở Tài chính|năm 2024|Điểm thẩm định|-|60.25",
        "Sở Nội vụ|năm 2024|Tổng điểm|-|90.14",
    ] {
        assert!(found.iter().any(|one| one == line), "{line} is not in {found:#?}");
    }
    let all = indicators(table);
    let of = |name: &str| all.iter().find(|one| one.name == name).unwrap();
    assert_eq!(of("Điểm thẩm định").scale, Some(65.into()));
    assert_eq!(of("Tổng điểm").ranks[0].position, 1);
    assert!(of("Điểm thẩm định").ranks.is_empty());
}

#[test]
fn a_share_with_a_name_is_an_indicator_across() {
    let years =
        lines("Năm;GRDP (tỷ đồng);Tỷ trọng công nghiệp (%)\n2022;648;41,2\n2023;689;42,5\n");
    assert!(years.contains(&"-|năm 2023|Tỷ trọng công nghiệp|-|42.5".to_owned()), "{years:?}");
    let places = lines(
        "Huyện;Số hộ;Tỷ trọng hộ nghèo trong tổng số (%)\nBa Bể;1200;12,1\nNa Rì;1500;14,1\n",
    );
    let share = "Na Rì||Tỷ trọng hộ nghèo trong tổng số|-|14.1";
    assert!(places.iter().any(|one| one == share), "{places:?}");
}

#[test]
fn places_are_no_part_of_a_name() {
    let across = lines(
        "KẾT QUẢ TRỒNG RỪNG NĂM 2024\nLoại rừng;ĐVT;Huyện Ba Bể;;Huyện Na Rì;\n;;KH;TH;KH;TH\n\
         Rừng phòng hộ;ha;50;45;30;33\nRừng sản xuất;ha;400;410;350;350\n",
    );
    assert_eq!(across[0], "Huyện Ba Bể|năm 2024|Rừng phòng hộ|50|45");
    let down = lines(
        "Đơn vị;Số người tham gia BHXH;;Số người tham gia BHYT;\n;Kế hoạch 2024;Thực hiện;Kế hoạch 2024;Thực hiện\n\
         Huyện Ba Bể;4200;3990;47000;46530\nHuyện Na Rì;3800;3876;39000;38610\n",
    );
    assert_eq!(down[0], "Huyện Ba Bể|năm 2024|Số người tham gia BHXH|4200|3990");
}

#[test]
fn a_count_of_an_earlier_year_is_a_count() {
    let table = "Tên xã;Số tiêu chí đạt năm 2023;Số tiêu chí đạt năm 2024;Tăng/giảm\n\
                 Xã Lục Bình;9/19;11/19;+2\nXã Vi Hương;13/19;16/19;+3\n";
    let first = &indicators(table)[0];
    assert_eq!(first.earlier[0].value, Actual::Figure(9.into()));
}

#[test]
fn each_quarter_has_its_own_plan() {
    let rows = "1;Lệ phí trước bạ;3400;2985;3600;3711\n";
    for heading in [
        "STT;Khoản thu;Quý I/2024;;Quý II/2024;\n;;KH;TH;KH;TH\n",
        "STT;Khoản thu;KH quý I/2024;TH quý I/2024;KH quý II/2024;TH quý II/2024\n",
        "STT;Khoản thu;Tháng 1/2024;;Tháng 2/2024;\n;;Kế hoạch;Thực hiện;Kế hoạch;Thực hiện\n",
    ] {
        let found = lines(&format!("{heading}{rows}"));
        let plans = |line: &str| line.ends_with("|3400|2985") || line.ends_with("|3600|3711");
        assert!(found.len() == 2 && found.iter().every(|line| plans(line)), "{found:?}");
    }
}

#[test]
fn each_index_number_is_of_its_own_period() {
    let table = "CHỈ SỐ SẢN XUẤT CÔNG NGHIỆP THÁNG 10 NĂM 2024\n\
                 Ngành;Tháng 9/2024 so với cùng kỳ năm trước;Tháng 10/2024 so với tháng 9/2024;10 tháng năm 2024 so với cùng kỳ năm trước\n\
                 Khai khoáng;92,30;104,77;90,41\nSản xuất điện;104,88;96,35;105,20\n";
    let found = changes(table);
    for line in [
        "tháng 9 năm 2024|Khai khoáng|-7.70 cùng kỳ năm trước",
        "tháng 10 năm 2024|Khai khoáng|4.77 tháng 9/2024",
        "10 tháng năm 2024|Khai khoáng|-9.59 cùng kỳ năm trước",
    ] {
        assert!(found.iter().any(|one| one == line), "{line} is not in {found:#?}");
    }
    let prices = changes(
        "CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 11 NĂM 2024\n;Tháng 11 năm 2024 so với;;\n\
         ;Kỳ gốc 2019 (%);Tháng 11 năm 2023 (%);Tháng 10 năm 2024 (%)\nGiao thông;107,80;95,43;99,93\nGiáo dục;117,01;99,20;100,00\n",
    );
    let first = prices[0].rsplit('|').next().unwrap();
    assert!(first.starts_with("-4.57"), "{prices:?}");
}

#[test]
fn the_filled_one_of_two_plans_is_the_plan() {
    let table = "Chỉ tiêu;ĐVT;Tỉnh giao;Huyện giao;Thực hiện 2024\nTổng đàn trâu;con;7100;7300;6850\n\
                 Số vụ tai nạn;vụ;;9;8\n";
    let found = lines(table);
    assert!(found[1].ends_with("|Số vụ tai nạn|9|8"), "{found:?}");
    assert!(indicators(table)[1].note.as_deref().unwrap().contains("Huyện giao"));
}

#[test]
fn years_over_an_index_and_ranks_have_both() {
    let table = "CHỈ SỐ HÀI LÒNG CÁC HUYỆN\nHuyện;Năm 2022;;Năm 2023;\n;Chỉ số (%);Xếp hạng;Chỉ số (%);Xếp hạng\n\
                 Ba Bể;82,10;3;84,55;2\nNa Rì;83,40;1;83,02;4\nChợ Đồn;80,00;4;85,90;1\nPác Nặm;82,90;2;83,77;3\n";
    let first = &indicators(table)[0];
    assert_eq!((first.name.as_str(), first.unit.as_deref()), ("CHỈ SỐ HÀI LÒNG", Some("%")));
    assert_eq!(first.figure().unwrap().to_string(), "84.55");
    assert_eq!(first.earlier[0].period, "năm 2022");
    assert_eq!((first.ranks[0].position, first.ranks[0].change), (2, Some(1)));
}

#[test]
fn a_long_table_in_words_is_no_sdmx() {
    let table = "ref_area,area_name,time_period,indicator,unit,obs_value\n\
                 VN-04,Cao Bang,2024-Q1,Retail sales of goods,Billion VND,760\n\
                 VN-06,Bac Kan,2024-Q1,Retail sales of goods,Billion VND,520\n";
    let found = lines(table);
    assert!(found[0].starts_with("Cao Bang|") && found[0].ends_with("|760"), "{found:?}");
    let codes = "FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nA,VN,2024,1\n";
    assert!(dataset::read("bieu.csv", codes.as_bytes(), None).is_err());
}

#[test]
fn the_labels_of_sdmx_are_read_as_a_long_table() {
    let table = "ref_area.label,source.label,indicator.label,sex.label,time,obs_value,obs_status.label\n\
                 Viet Nam,LFS,Informal employment rate by sex (%),Sex: Total,2022,66.3,\n\
                 Viet Nam,LFS,Informal employment rate by sex (%),Sex: Total,2023,65.1,\n\
                 Viet Nam,LFS,Informal employment rate by sex (%),Sex: Female,2023,61.7,\n";
    assert_eq!(
        lines(table),
        [
            "Viet Nam|năm 2022|Informal employment rate by sex|-|66.3",
            "Viet Nam|năm 2023|Informal employment rate by sex|-|65.1",
            "Viet Nam|năm 2023|Sex: Female|-|61.7",
        ]
    );
    assert_eq!(indicators(table)[0].unit.as_deref(), Some("%"));
    // The codes next to their labels say nothing more.
    let both = "ref_area,ref_area.label,indicator,indicator.label,sex,sex.label,time,obs_value\n\
                VNM,Viet Nam,EIP_01,Youth not in work (%),SEX_T,Sex: Total,2023,11.5\n\
                VNM,Viet Nam,EIP_01,Youth not in work (%),SEX_F,Sex: Female,2023,13.4\n";
    let names: Vec<String> = indicators(both).into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Youth not in work", "Sex: Female"]);
    let codes = "DATAFLOW,REF_AREA.label,TIME_PERIOD,OBS_VALUE\nX,VN,2024,1\n";
    assert!(dataset::read("bieu.csv", codes.as_bytes(), None).is_err());
}
