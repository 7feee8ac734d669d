//! Rows that are offices have the direction of what the title measures; rows that are something else have not.

use chitieu::dataset;
use chitieu::model::Better;

/// The direction of each indicator, by its name.
fn directions(text: &str) -> Vec<(String, Option<Better>)> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let of_all =
        opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter().collect::<Vec<_>>());
    of_all.map(|one| (one.name.clone(), one.better)).collect()
}

fn table(title: &str, rows: [&str; 3], actual: &str) -> String {
    let rows: String =
        (1..).zip(rows).map(|(at, row)| format!("{at};{row};100;{at}20\n")).collect();
    format!("{title};;;\nTT;Đơn vị;Dự toán năm 2024;{actual}\n{rows}")
}

const OFFICES: [&str; 3] =
    ["Chi cục Thuế khu vực I", "Chi cục Thuế khu vực II", "Văn phòng Cục Thuế"];

#[test]
fn offices_have_the_direction_of_the_title() {
    for (title, better) in [
        ("KẾT QUẢ THU NGÂN SÁCH 9 THÁNG NĂM 2024 THEO ĐƠN VỊ", Some(Better::Higher)),
        ("TỶ LỆ HỒ SƠ TRỄ HẠN 9 THÁNG NĂM 2024 THEO ĐƠN VỊ", Some(Better::Lower)),
        ("NỢ THUẾ 9 THÁNG NĂM 2024 THEO ĐƠN VỊ", Some(Better::Lower)),
        ("DIỆN TÍCH ĐẤT 9 THÁNG NĂM 2024 THEO ĐƠN VỊ", None),
    ] {
        let found = directions(&table(title, OFFICES, "Thực hiện 9 tháng"));
        assert_eq!(found.len(), 3, "{title}: {found:?}");
        for (name, own) in found {
            assert_eq!(own, better, "{title}: {name}");
        }
    }
}

#[test]
fn other_rows_and_other_measures_have_not() {
    let title = "KẾT QUẢ THU NGÂN SÁCH 9 THÁNG NĂM 2024 THEO ĐƠN VỊ";
    let rows = ["Diện tích gieo trồng", "Số cuộc họp", "Bò sữa bình quân"];
    for (name, own) in directions(&table(title, rows, "Thực hiện 9 tháng")) {
        assert_ne!(own, Some(Better::Higher), "{name}");
    }
    for (name, own) in directions(&table(title, OFFICES, "Số công chức 9 tháng")) {
        assert_ne!(own, Some(Better::Higher), "{name}");
    }
}
