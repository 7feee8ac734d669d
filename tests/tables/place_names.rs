//! Names of places that look like something else: with a word for plans or results, with a number, or under a heading
//! that is also one of offices and areas.

use crate::description::places_names_figures;
use chitieu::dataset;

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    let read = places_names_figures(text);
    for line in expected {
        assert!(read.iter().any(|one| one == line), "{line} is not in {read:#?}");
    }
}

/// Whether any indicator of a table has a plan.
fn has_plans(text: &str) -> bool {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    opened.datasets.iter().any(|own| own.indicators.iter().any(|one| one.plan.is_some()))
}

#[test]
fn a_district_with_a_word_for_plans_in_its_name_is_a_place_among_others() {
    let text = "TT;Chỉ tiêu;ĐVT;Tổng số;Hải Hậu;Giao Thủy;Trực Ninh;Ý Yên\n\
                1;Diện tích lúa;ha;210;61;52;44;53\n2;Đàn bò;con;900;200;300;250,5;149,5\n";
    holds(text, &["Giao Thủy|Diện tích lúa|52", "Trực Ninh|Đàn bò|250.5", "|Đàn bò|900"]);
    assert!(!has_plans(text));
    // The last one, and several of them.
    let text = "Chỉ tiêu;Giao Hà;Bạch Long;Hồng Thuận;Giao Lạc\n\
                Số hộ nghèo (hộ);61;52;44;53\nSố trường (trường);2;3;4;5\n";
    holds(text, &["Giao Hà|Số hộ nghèo|61", "Giao Lạc|Số trường|5"]);
    assert!(!has_plans(text));
    // With capitals in all headings, those on its sides decide.
    let text = "TT;Chỉ Tiêu;Đơn Vị Tính;Tổng Số;Bạch Long;Tăng Tiến;Hồng Thuận\n\
                1;Diện Tích Lúa;ha;157;61;52;44\n2;Đàn Bò;con;760;200;310;250\n";
    holds(text, &["Tăng Tiến|Đàn Bò|310", "Hồng Thuận|Đàn Bò|250"]);
    assert!(!has_plans(text));
}

#[test]
fn the_plans_and_results_of_such_a_district_are_its_own() {
    let text = "TT;Chỉ tiêu;ĐVT;Hải Hậu;;Giao Thủy;;Ý Yên;\n;;;KH;TH;KH;TH;KH;TH\n\
                1;Diện tích lúa;ha;60;61;50;52;40;44\n2;Đàn bò;con;200;205;300;310;250;240\n";
    holds(text, &["Giao Thủy|Diện tích lúa|52", "Ý Yên|Đàn bò|240"]);
}

#[test]
fn a_district_called_new_market_is_no_new_one() {
    let text = "TT;Chỉ tiêu;ĐVT;Châu Phú;Chợ Mới;Tri Tôn\n1;Diện tích lúa;ha;61;52;44\n\
                2;Đàn bò;con;200;310;250\n";
    holds(text, &["Chợ Mới|Diện tích lúa|52"]);
}

#[test]
fn words_for_plans_in_capitals_next_to_places_are_no_places() {
    for plan in ["Tỉnh Giao", "Mức Giao", "Kế Hoạch", "Kế Hoạch Giao", "Dự Toán", "Thực Hiện"]
    {
        for text in [
            format!(
                "TT;Chỉ Tiêu;ĐVT;{plan};Bạch Long;Hồng Thuận;Hải Hậu\n\
                 1;Diện Tích Lúa;ha;150;61;52;44\n2;Đàn Bò;con;700;200;310;250\n"
            ),
            format!(
                "TT;Chỉ tiêu;ĐVT;{plan};Bạch Long;Hồng Thuận;Hải Hậu\n\
                 1;Diện tích lúa;ha;150;61;52;44\n2;Đàn bò;con;700;200;310;250\n"
            ),
        ] {
            let read = places_names_figures(&text);
            assert!(!read.iter().any(|line| line.starts_with(plan)), "{plan}: {read:#?}");
        }
    }
}

#[test]
fn names_of_places_under_offices_and_areas_are_places_of_measures() {
    for heading in ["Đơn vị", "Tên đơn vị", "Đơn vị thực hiện", "Khu vực"] {
        let text = format!(
            "SỐ LIỆU CƠ BẢN NĂM 2023;;;\nTT;{heading};Dân số (nghìn người);Tỷ lệ hộ nghèo (%)\n\
             1;Bạch Long;50;3,2\n2;Hải Hậu;61;4,5\n3;Trực Ninh;47;2,6\n"
        );
        holds(&text, &["Hải Hậu|Dân số|61", "Trực Ninh|Tỷ lệ hộ nghèo|2.6"]);
    }
    for heading in ["Tên đơn vị", "Khu vực", "Đơn vị"] {
        let text = format!(
            "Năm;{heading};Chỉ tiêu;ĐVT;Giá trị\n2022;Bạch Long;Dân số;người;500\n\
             2022;Hải Hậu;Dân số;người;610\n2023;Bạch Long;Dân số;người;505\n\
             2023;Hải Hậu;Dân số;người;615\n"
        );
        holds(&text, &["Bạch Long|Dân số|505", "Hải Hậu|Dân số|615"]);
    }
}

#[test]
fn offices_under_the_same_heading_are_no_places() {
    let text = "SỐ LIỆU NĂM 2023;;;\nTT;Đơn vị;Số hồ sơ (hồ sơ);Tỷ lệ đúng hạn (%)\n\
                1;Phòng Nội Vụ;50;93,2\n2;Phòng Tư Pháp;61;94,5\n3;Phòng Y Tế;47;92,6\n";
    // Nothing says what the rows are: that is reported.
    assert!(dataset::read("bieu.csv", text.as_bytes(), None).is_err());
}

#[test]
fn numbered_districts_are_places_next_to_as_many_with_names() {
    for numbered in [["Quận 4", "Quận 11"], ["Phường 1A", "Phường 3"]] {
        let mut text = "Năm,Huyện,Chỉ tiêu,ĐVT,Giá trị\n".to_owned();
        for (at, place) in numbered.iter().chain(&["Củ Chi", "Hóc Môn"]).enumerate() {
            text +=
                &format!("2022,{place},Dân số,người,{at}10\n2022,{place},Số trường,trường,1{at}\n");
        }
        let first = format!("{}|Số trường|10", numbered[0]);
        holds(&text, &[&first, "Hóc Môn|Dân số|310"]);
    }
}

#[test]
fn other_words_for_years_and_places_are_headings_of_long_tables() {
    for (place, period) in [
        ("Local authority", "Financial year"),
        ("Ward", "Calendar year"),
        ("City", "Fiscal year"),
        ("Reporting country", "Reporting period"),
        ("Economy", "Academic year"),
    ] {
        let text = format!(
            "{place},{period},Measure,Value,Target,Units\nLeeds,2021/22,Adults in work,66.1,68,%\n\
             Leeds,2022/23,Adults in work,67,68,%\nYork,2021/22,Adults in work,61.5,64,%\n\
             York,2022/23,Adults in work,62.5,65,%\n"
        );
        holds(&text, &["York|Adults in work|62.5", "Leeds|Adults in work|67"]);
        // The targets differ from place to place, so that they are no numbers of goals.
        assert!(has_plans(&text), "{place}");
    }
}

#[test]
fn a_place_in_two_languages_has_its_first_name() {
    let text = "Dân số trung bình phân theo huyện\n;2022;2023\n\
                Huyện Hải Hậu - Hai Hau district;610;615\nThành phố Nam Định - Nam Dinh city;240;241\n\
                Huyện Giao Thủy - Giao Thuy district;188;189\n";
    holds(
        text,
        &["Huyện Hải Hậu|Dân số trung bình|615", "Thành phố Nam Định|Dân số trung bình|241"],
    );
    // A name of two parts is one.
    let text = "Dân số trung bình phân theo thành phố\n;2022;2023\n\
                Thành phố Phan Rang - Tháp Chàm;170;171\nThành phố Quy Nhơn;290;291\n";
    holds(text, &["Thành phố Phan Rang - Tháp Chàm|Dân số trung bình|171"]);
}

#[test]
fn a_line_that_labels_the_place_names_it() {
    for (line, place) in [
        ("Huyện: Nho Quan;;;", "Huyện Nho Quan"),
        ("Huyện:;Nho Quan;;", "Huyện Nho Quan"),
        ("Tỉnh: Ninh Bình - Huyện: Nho Quan;;;", "Huyện Nho Quan"),
        ("Địa phương: Nho Quan;;;Đơn vị: ha", "Nho Quan"),
        ("Xã: Phú Sơn. Huyện: Nho Quan;;;", "Xã Phú Sơn"),
    ] {
        let text = format!(
            "CÁC CHỈ TIÊU CHỦ YẾU NĂM 2024;;;\n{line}\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\n\
             Diện tích lúa;ha;60;61\nĐàn bò;con;200;205\n"
        );
        holds(&text, &[&format!("{place}|Diện tích lúa|61")]);
    }
    let text = "Huyện: ......;;;\nChỉ tiêu;ĐVT;Kế hoạch;Thực hiện\nDiện tích lúa;ha;60;61\n";
    holds(text, &["|Diện tích lúa|61"]);
}
