//! Places that rows and titles name: parts of an indicator that are districts, districts above the
//! years of each, councils in English; units that only the first place of an indicator has; a table
//! that goes on on the next page.

use crate::description::{figure_of, full_name, open, place_of};

/// "place|period|name|figure unit" of each indicator of a table.
fn lines(table: &str) -> Vec<String> {
    let opened = open(table);
    let lines = opened.datasets.iter().flat_map(|dataset| {
        let start = format!("{}|{}", place_of(dataset), dataset.period);
        dataset.indicators.iter().map(move |one| {
            let unit = one.unit.as_deref().unwrap_or_default();
            format!("{start}|{}|{} {unit}", full_name(&one), figure_of(&one))
        })
    });
    lines.collect()
}

#[track_caller]
fn has(table: &str, expected: &[&str]) {
    let found = lines(table);
    for line in expected {
        assert!(found.iter().any(|one| one == line), "{line} is missing in {found:#?}");
    }
}

#[test]
fn parts_that_are_districts_are_the_indicator_there() {
    has(
        "Chăn nuôi tỉnh Tiền Giang;;;\nChỉ tiêu;ĐVT;2022;2023\nĐàn bò;con;100;110\n- Huyện Cái Bè;con;60;66\n\
         - Thị xã Cai Lậy;con;40;44\nĐàn lợn;nghìn con;50;55\nTrong đó:;;;\n- Huyện Cái Bè;nghìn con;30;33\n\
         - Thị xã Cai Lậy;nghìn con;20;22\nSố trang trại;trang trại;5;6\n",
        &[
            "Tiền Giang|năm 2023|Đàn bò|110 con",
            "Huyện Cái Bè|năm 2023|Đàn bò|66 con",
            "Thị xã Cai Lậy|năm 2022|Đàn lợn|20 nghìn con",
            "Tiền Giang|năm 2023|Số trang trại|6 trang trại",
        ],
    );
    // Below groups without values, which all have the same places.
    has(
        "TT;Chỉ tiêu;ĐVT;2022;2023\nI;Đàn bò;;;\n1;Huyện Cái Bè;con;60;66\n2;Huyện Cai Lậy;con;40;44\n\
         II;Đàn lợn;;;\n1;Huyện Cái Bè;nghìn con;30;33\n2;Huyện Cai Lậy;nghìn con;20;22\n",
        &["Huyện Cái Bè|năm 2023|Đàn bò|66 con", "Huyện Cai Lậy|năm 2022|Đàn lợn|20 nghìn con"],
    );
    // Communes of the same name in two districts.
    has(
        "Chỉ tiêu;ĐVT;TH 2024\nSố hộ nghèo;hộ;90\n  Huyện Cái Bè;hộ;50\n    Xã Tân Hưng;hộ;20\n    Xã An Cư;hộ;30\n\
         \u{20} Huyện Cai Lậy;hộ;40\n    Xã Tân Hưng;hộ;40\n",
        &[
            "Huyện Cái Bè|năm 2024|Số hộ nghèo|50 hộ",
            "Xã Tân Hưng (Huyện Cái Bè)|năm 2024|Số hộ nghèo|20 hộ",
            "Xã Tân Hưng (Huyện Cai Lậy)|năm 2024|Số hộ nghèo|40 hộ",
            "Xã An Cư|năm 2024|Số hộ nghèo|30 hộ",
        ],
    );
}

#[test]
fn districts_below_a_group_of_districts_keep_their_names() {
    let found = lines(
        "TT;Nội dung;KH 2024;TH 2024\nI;Các sở, ngành;60;55\n1;Sở Y tế;30;25\n2;Sở Giao thông;30;30\n\
         II;Các huyện;40;35\n1;Huyện Cái Bè;20;15\n2;Huyện Cai Lậy;20;20\n",
    );
    let is_named = |line: &&String| line.contains("Các huyện › Huyện Cái Bè|15");
    assert!(found.iter().any(|line| is_named(&line)), "{found:#?}");
}

#[test]
fn lines_above_years_are_the_places_of_them() {
    has(
        "Chăn nuôi các huyện tỉnh Lâm Đồng;;\n;Trâu (con);Bò (con)\nHuyện Đạ Huoai:;;\nNăm 2022;10;20\nNăm 2023;11;21\n\
         Huyện Bảo Lâm:;;\nNăm 2022;30;40\nNăm 2023;31;41\n",
        &[
            "Huyện Đạ Huoai|năm 2022|Trâu|10 con",
            "Huyện Đạ Huoai|năm 2023|Bò|21 con",
            "Huyện Bảo Lâm|năm 2023|Trâu|31 con",
        ],
    );
}

#[test]
fn a_table_that_goes_on_has_the_indicator_of_the_one_above() {
    for (above, caption) in [
        ("31. Số thư viện phân theo huyện", "31. (Tiếp theo) Số thư viện phân theo huyện"),
        ("31. Số thư viện phân theo huyện", "(Tiếp theo)"),
        (
            "Biểu 31. Số thư viện phân theo huyện",
            "Biểu 31 (tiếp theo). Số thư viện phân theo huyện",
        ),
        ("Số thư viện phân theo huyện", "Số thư viện phân theo huyện (Tiếp theo - Cont.)"),
    ] {
        let found = lines(&format!(
            "{above};;\nHuyện;2022;2023\nMang Yang;5;6\nChư Sê;7;8\n;;\n{caption};;\nHuyện;2022;2023\nIa Pa;9;4\n\
             Đak Đoa;3;2\n"
        ));
        for line in ["Mang Yang|năm 2022|Số thư viện|5 ", "Ia Pa|năm 2023|Số thư viện|4 "]
        {
            assert!(found.iter().any(|one| one == line), "{caption}: {found:#?}");
        }
        assert_eq!(found.len(), 8, "{caption}: {found:#?}");
    }
}

#[test]
fn the_place_of_an_english_council_is_that_of_its_table() {
    let table =
        "Measure,Unit,2022/23,2023/24\nBins collected,bins,100,120\nCalls answered,calls,20,30\n";
    for (title, place) in [
        ("Performance dashboard 2023/24 - Borough of Rochdale", "Rochdale"),
        ("Exeter City Council", "Exeter"),
        ("Corporate scorecard: Devon County Council", "Devon"),
        ("\"Key measures, London Borough of Brent\"", "Brent"),
    ] {
        let found = lines(&format!("{title},,,\n{table}"));
        let first = format!("{place}|năm 2023/2024|Bins collected|120 bins");
        assert!(found.contains(&first), "{title}: {found:#?}");
    }
}

#[test]
fn the_unit_next_to_the_first_place_is_that_of_the_indicator() {
    for [first, second] in [["", ""], ["Đàn dê", "Diện tích nho"]] {
        has(
            &format!(
                "Chỉ tiêu;ĐVT;Xã;Kế hoạch năm 2024;Thực hiện năm 2024\nĐàn dê;con;Phước Đại;20;21\n\
                 {first};;Phước Tân;30;29\nDiện tích nho;ha;Phước Đại;4;5\n{second};;Phước Tân;6;6\n"
            ),
            &["Phước Tân|năm 2024|Đàn dê|29 con", "Phước Tân|năm 2024|Diện tích nho|6 ha"],
        );
    }
}

#[test]
fn an_export_of_faostat_has_an_indicator_for_each_item_and_element() {
    let table = "Domain Code,Domain,Area Code (M49),Area,Element Code,Element,Item Code (CPC),Item,Year Code,Year,Unit,Value,\
         Flag,Flag Description\nQCL,Crops,704,Viet Nam,5312,Area harvested,01492,Soya beans,2021,2021,ha,36000,A,Official figure\n\
         QCL,Crops,704,Viet Nam,5510,Production,01492,Soya beans,2021,2021,t,58000,A,Official figure\n\
         QCL,Crops,418,Lao PDR,5510,Production,01492,Soya beans,2021,2021,t,9000,E,Estimated value\n\
         QCL,Crops,704,Viet Nam,5510,Production,01492,Soya beans,2022,2022,t,61000,A,Official figure\n";
    has(
        table,
        &[
            "Viet Nam|năm 2021|Soya beans – Area harvested|36000 ha",
            "Viet Nam|năm 2022|Soya beans – Production|61000 t",
            "Lao PDR|năm 2021|Soya beans – Production|9000 t",
        ],
    );
    assert_eq!(lines(table).len(), 4);
}

#[test]
fn a_day_on_which_there_is_something_is_no_part_of_its_name() {
    has(
        "Số giáo viên có đến 30/9/2023 chia theo giới tính, các huyện tỉnh Phú Yên;;;\nHuyện;Tổng số;Nam;Nữ\n\
         Huyện Sơn Hòa;12;5;7\nHuyện Sông Hinh;15;7;8\n",
        &["Huyện Sơn Hòa|đến 30/9/2023|Số giáo viên|12 "],
    );
}
