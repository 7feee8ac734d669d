//! Tables whose columns are classes, crop seasons or fiscal periods, and whose rows are offices.

use crate::description::open;
use chitieu::model::{ChangeUnit, Indicator, status};

fn first(text: &str) -> Indicator {
    open(text).datasets[0].indicators.get(0).unwrap()
}

/// The figure and the status of each row.
fn rows(text: &str) -> Vec<String> {
    let figure = |one: &Indicator| one.figure().map_or("-".to_owned(), |figure| figure.to_string());
    let row = |one: Indicator| format!("{}|{:?}", figure(&one), status(&one));
    open(text).datasets[0].indicators.iter().map(row).collect()
}

/// The names, parents and figures of all indicators of the first dataset.
fn named(text: &str) -> Vec<String> {
    let opened = open(text);
    let one = |it: Indicator| {
        let names = [it.parents.as_slice(), std::slice::from_ref(&it.name)].concat();
        format!("{} {}", names.join("/"), it.figure().map_or("-".to_owned(), |it| it.to_string()))
    };
    opened.datasets[0].indicators.iter().map(one).collect()
}

#[test]
fn columns_of_classes_are_parts_of_the_rows() {
    for names in ["Chỉ tiêu", ""] {
        let table = format!(
            "Dân số quý I năm 2025\n;;;ĐVT: Nghìn người\n{names};Tổng số;Thành thị;Nông thôn\nDân số;510;120;390\nDân số từ 15 tuổi;380;91;289\n"
        );
        assert_eq!(
            named(&table)[..3],
            ["Dân số 510", "Dân số/Thành thị 120", "Dân số/Nông thôn 390"],
            "{names}"
        );
    }
    let second = "Lao động quý I năm 2025\n;Chung;Nam;Nữ\nCó việc làm;30;16;14\nThất nghiệp;3;1;2\n\nLao động quý II năm 2025\n;Chung;Nam;Nữ\nCó việc làm;31;16;15\nThất nghiệp;2;1;1\n";
    let periods: Vec<_> = open(second).datasets.iter().map(|one| one.period.clone()).collect();
    assert_eq!(periods, ["quý I năm 2025", "quý II năm 2025"]);
    // A part of which is not known.
    let planned = rows("Chỉ tiêu;KH;TH;Trong đó: nữ\nSố lao động;40;38;15\n");
    assert_eq!(planned.len(), 1);
}

#[test]
fn offices_are_the_places_of_what_is_counted_of_each() {
    let opened = open(
        "Đơn vị;Hồ sơ tiếp nhận;Hồ sơ đã xử lý;Hồ sơ quá hạn;Tỷ lệ quá hạn (%)\nSở Xây dựng;210;190;4;2,1\nSở Y tế;95;95;0;0,0\n",
    );
    let places: Vec<_> = opened.datasets.iter().map(|one| one.place.name().to_owned()).collect();
    assert_eq!(places, ["Sở Xây dựng", "Sở Y tế"]);
}

#[test]
fn crop_seasons_are_periods() {
    let opened = open(
        "SẢN XUẤT LÚA\nChỉ tiêu;ĐVT;Vụ mùa 2023;Vụ mùa 2024;So sánh (%)\nDiện tích;ha;400;410;102,5\nSản lượng;tấn;2.000;2.100;105,0\n",
    );
    let first = opened.datasets[0].indicators.get(0).unwrap();
    assert_eq!(opened.datasets[0].period, "vụ mùa năm 2024");
    assert_eq!(first.figure().map(|it| it.to_string()), Some("410".to_owned()));
    let whole = open(
        "Chỉ tiêu;ĐVT;Vụ đông xuân 2023-2024;Vụ hè thu 2024;Cả năm 2024\nDiện tích;ha;200;150;350\n",
    );
    let area = whole.datasets[0].indicators.get(0).unwrap();
    assert_eq!(area.figure().map(|it| it.to_string()), Some("350".to_owned()));
    let others: Vec<_> = area.earlier.iter().map(|one| one.period.as_str()).collect();
    assert_eq!(others, ["Vụ đông xuân 2023-2024", "Vụ hè thu 2024"]);
}

#[test]
fn a_fiscal_year_is_no_calendar_year() {
    for (title, period) in [
        ("FY2025 Q2 PERFORMANCE", "quý II năm tài chính 2025"),
        ("PERFORMANCE FY2025", "năm tài chính 2025"),
        ("TÌNH HÌNH DỊCH BỆNH TUẦN 14 NĂM 2025", "tuần 14 năm 2025"),
    ] {
        let table = format!(
            "{title}\nIndicator,Unit,Target,Actual\nVisits,Number,100,40\nBeds,Number,9,5\n"
        );
        assert_eq!(open(&table).datasets[0].period, period, "{title}");
    }
}

#[test]
fn a_comparison_belongs_to_the_value_in_its_brackets() {
    let opened = open(
        "Huyện;Lúa đã thu hoạch (ha);Sắn đã trồng (ha);So cùng kỳ năm trước (lúa) (%)\nHuyện Ba Bể;100;50;95,0\nHuyện Chợ Đồn;80;30;104,0\n",
    );
    let first = &opened.datasets[0];
    for one in first.indicators.iter() {
        assert_eq!(one.changes.is_empty(), one.name.starts_with("Sắn"), "{}", one.name);
    }
}

#[test]
fn years_of_an_unknown_measure_give_the_unit_of_their_difference() {
    let opened = open(
        "XẾP HẠNG CHỈ SỐ HÀI LÒNG\nHạng;Đơn vị;SIHAS 2025 (%);SIHAS 2024 (%);Tăng/giảm (%)\n1;Sở Y tế;92,10;90,00;+2,10\n2;Sở Nội vụ;88,50;89,25;-0,75\n3;Sở Tài chính;85,40;84,00;+1,40\n",
    );
    let first = opened.datasets[0].indicators.get(0).unwrap();
    assert_eq!(first.figure().map(|it| it.to_string()), Some("92.10".to_owned()));
    assert_eq!(first.changes[0].unit, ChangeUnit::Points);
}

#[test]
fn what_is_registered_is_no_plan() {
    let first = first(
        "Dự án;Vốn đăng ký (tỷ đồng);Vốn thực hiện (tỷ đồng);Tỷ lệ (%)\nKCN A;500;300;60,0\nKCN B;200;90;45,0\n",
    );
    assert_eq!(first.plan, None);
    assert!(first.changes.is_empty());
}

#[test]
fn an_amber_light_decides_nothing() {
    let rows = rows(
        "SCORECARD Q3 2025\nIndicator,Unit,Target,Actual,RAG\nComplaints upheld,%,20,28,Amber\nCalls answered,%,90,95,Green\n",
    );
    assert_eq!(rows, ["28|NotAssessed", "95|Met"]);
}

#[test]
fn units_in_brackets_end_a_header() {
    let opened = open(
        "BÁN LẺ\n;Thực hiện;Ước tính\n;tháng 7;7 tháng\n;năm 2025;năm 2025\n;(Tỷ đồng);(Tỷ đồng)\nTỔNG SỐ;310,5;2.150,0\nLương thực;90,2;640,1\n",
    );
    // The sum comes after its last month.
    let sum = opened.datasets.last().unwrap().indicators.get(0).unwrap();
    assert_eq!(sum.unit.as_deref(), Some("Tỷ đồng"));
    assert_eq!(sum.figure().map(|it| it.to_string()), Some("2150.0".to_owned()));
}

#[test]
fn the_only_class_of_an_indicator_is_no_part() {
    let table = "Goal,SeriesDescription,GeoAreaName,TimePeriod,Value,[Sex],[Units]\n\
                 3,Maternal deaths,Viet Nam,2020,46,FEMALE,NUMBER\n\
                 3,Maternal deaths,Viet Nam,2021,44,FEMALE,NUMBER\n\
                 3,Infant deaths,Viet Nam,2021,20,BOTHSEX,NUMBER\n\
                 8,Youth without work,Viet Nam,2021,9,MALE,PERCENT\n\
                 8,Youth without work,Viet Nam,2021,12,FEMALE,PERCENT\n";
    let found: Vec<String> = open(table)
        .datasets
        .iter()
        .flat_map(|one| {
            one.indicators
                .iter()
                .map(|it| [it.parents, vec![it.name]].concat().join("/"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(found.contains(&"Maternal deaths".to_owned()), "{found:?}");
    assert!(found.contains(&"Youth without work/FEMALE".to_owned()), "{found:?}");
    assert!(!found.contains(&"Maternal deaths/FEMALE".to_owned()), "{found:?}");
    let note = open(table).datasets[0].indicators.get(0).unwrap().note;
    assert!(note.is_some_and(|note| note.contains("FEMALE")));
    // Elsewhere another file may have the whole.
    let table = "Chỉ tiêu;Giới tính;Năm;Giá trị\nHội viên;Nữ;2022;50\nHội viên;Nữ;2023;55\n\
                 Chi hội;;2022;5\nChi hội;;2023;6\n";
    assert_eq!(named(table), ["Hội viên/Nữ 50", "Chi hội 5"]);
}

#[test]
fn classes_below_a_rate_that_is_between_theirs_are_its_parts() {
    let text = "Chỉ tiêu;ĐVT;Quý I năm 2024;Quý II năm 2024\n\
                Tỷ lệ thất nghiệp;%;2,31;2,35\nThành thị;%;2,80;2,91\nNông thôn;%;2,05;2,01\n\
                Tỷ lệ thiếu việc làm;%;1,9;2,0\nNam;%;2,1;2,2\nNữ;%;1,7;1,8\n\
                Tuổi thọ bình quân;tuổi;73,1;73,4\n";
    let found = named(text);
    for line in ["Tỷ lệ thất nghiệp/Nông thôn", "Tỷ lệ thiếu việc làm/Nữ", "Tuổi thọ bình quân"]
    {
        assert!(found.iter().any(|own| own.starts_with(line)), "{line}: {found:#?}");
    }
    // A rate outside of theirs is of something else.
    let text = "Chỉ tiêu;ĐVT;2023;2024\nTỷ lệ thất nghiệp;%;4,31;4,35\n\
                Thành thị;%;2,80;2,91\nNông thôn;%;2,05;2,01\n";
    let found = named(text);
    assert!(found.iter().any(|own| own.starts_with("Nông thôn")), "{found:#?}");
}

#[test]
fn what_has_another_unit_than_the_parts_above_it_is_none_of_them() {
    let text = "Chỉ tiêu;ĐVT;2023;2024\nLao động có việc làm;người;900;950\nTrong đó:;;;\n\
                Nữ;người;420;450\nNam;người;480;500\nXuất khẩu;triệu USD;31;35\nTrong đó:;;;\n\
                Chè;triệu USD;12;13\nTỷ trọng;%;38,7;37,1\n";
    let found = named(text);
    for line in ["Xuất khẩu 31", "Xuất khẩu/Chè 12", "Lao động có việc làm/Nam 480"]
    {
        assert!(found.iter().any(|own| own == line), "{line}: {found:#?}");
    }
}

#[test]
fn of_which_is_left_out_of_names_in_two_languages() {
    for (line, name) in [
        ("Trong đó: Gà - Of which: Chicken", "Gia cầm - Poultry/Gà - Chicken"),
        ("Trong đó: Gà / In which: Chicken", "Gia cầm - Poultry/Gà / Chicken"),
        ("Including: chicken", "Gia cầm - Poultry/chicken"),
    ] {
        let found = named(&format!(
            "Chỉ tiêu - Indicator;ĐVT - Unit;2023;2024\nGia cầm - Poultry;con;900;950\n{line};con;420;450\n"
        ));
        assert!(found.iter().any(|own| *own == format!("{name} 420")), "{line}: {found:#?}");
    }
}
