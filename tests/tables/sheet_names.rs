//! The names of sheets: a period, a place that certainly is one, or the section of rows without one.

use crate::every::Every;
use chitieu::dataset::{self, Opened};
use chitieu::model::{Dataset, Status, status};
use rust_xlsxwriter::Workbook;

/// A workbook with a table on each of its sheets, below a title unless that is empty.
fn workbook(sheets: &[(&str, &str)], headings: [&str; 2]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, title) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        sheet.write_string(0, 0, *title).unwrap();
        for (column, text) in (0..).zip(["Chỉ tiêu", "ĐVT", headings[0], headings[1]]) {
            sheet.write_string(1, column, text).unwrap();
        }
        sheet.write_string(2, 0, "Thu nội địa").unwrap();
        sheet.write_string(2, 1, "tỷ đồng").unwrap();
        sheet.write_number(2, 2, 80).unwrap();
        sheet.write_number(2, 3, 20).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn open(bytes: &[u8], sheet: Option<&str>) -> Opened {
    dataset::read("so.xlsx", bytes, sheet).unwrap()
}

/// The place, the period, the first section and the status of each dataset.
fn read(bytes: &[u8], sheet: Option<&str>) -> Vec<(String, String, String, Status)> {
    let one = |dataset: &Dataset| {
        let first = dataset.indicators.iter().next().unwrap();
        let section = dataset.sections[0].name.clone();
        (dataset.place.name().to_owned(), dataset.period.clone(), section, status(&first))
    };
    open(bytes, sheet).datasets.iter().map(one).collect()
}

fn in_progress(period: &str) -> (String, String, String, Status) {
    ("so.xlsx".to_owned(), period.to_owned(), "so".to_owned(), Status::InProgress)
}

#[test]
fn a_sheet_named_by_a_quarter_is_of_that_quarter_of_the_year_in_its_title() {
    let title = "Tình hình thu ngân sách năm 2024";
    let bytes = workbook(&[("Quý I", title), ("Quý II", title)], ["Kế hoạch", "Thực hiện"]);
    let quarters = [in_progress("quý I năm 2024"), in_progress("quý II năm 2024")];
    assert_eq!(read(&bytes, None), quarters);
    assert_eq!(read(&bytes, Some("quý ii")), quarters[1..], "the same with --sheet");
    let notes = open(&bytes, None).findings;
    assert_eq!(notes.iter().filter(|note| note.rule().name() == "layout-read").count(), 2);
}

#[test]
fn a_sheet_named_by_a_month_is_of_the_year_of_its_plan() {
    let headings = ["Kế hoạch năm 2024", "Thực hiện"];
    let bytes = workbook(&[("Thang 1", ""), ("T2", ""), ("6 tháng", "")], headings);
    let periods: Vec<String> = read(&bytes, None).into_iter().map(|one| one.1).collect();
    assert_eq!(periods, ["tháng 1 năm 2024", "tháng 2 năm 2024", "6 tháng đầu năm 2024"]);
    assert!(read(&bytes, None).iter().every(|one| one.3 == Status::InProgress));
}

#[test]
fn sheets_named_by_years_are_of_one_place() {
    let bytes = workbook(&[("2023", ""), ("Năm 2024", "")], ["Kế hoạch", "Thực hiện"]);
    let found: Vec<_> = read(&bytes, None).into_iter().map(|one| (one.0, one.1)).collect();
    let of = |period: &str| ("so.xlsx".to_owned(), period.to_owned());
    assert_eq!(found, [of("năm 2023"), of("năm 2024")]);
}

#[test]
fn only_a_name_that_certainly_is_one_is_a_place() {
    let names = [("Kinh tế", ""), ("XÃ HỘI", ""), ("Huyện Ba Bể", ""), ("Lạng Sơn", "")];
    let bytes = workbook(&names, ["Kế hoạch năm 2024", "Thực hiện năm 2024"]);
    let found: Vec<_> = read(&bytes, None).into_iter().map(|one| (one.0, one.2)).collect();
    let of = |place: &str, section: &str| (place.to_owned(), section.to_owned());
    assert_eq!(
        found,
        [
            of("so.xlsx", "Kinh tế"),
            of("so.xlsx", "XÃ HỘI"),
            of("Huyện Ba Bể", "so"),
            of("Lạng Sơn", "so")
        ]
    );
}

#[test]
fn sheets_with_the_same_rows_are_of_the_places_that_they_are_named_by() {
    let places = |sheets: &[(&str, &str)]| -> Vec<(String, Option<String>, String)> {
        let bytes = workbook(sheets, ["Kế hoạch năm 2024", "Thực hiện năm 2024"]);
        let place = |one: &Dataset| {
            let upper = one.place.upper().map(str::to_owned);
            (one.place.name().to_owned(), upper, one.sections[0].name.clone())
        };
        open(&bytes, None).datasets.iter().map(place).collect()
    };
    let own = |place: &str, upper: Option<&str>| {
        (place.to_owned(), upper.map(str::to_owned), "so".to_owned())
    };
    assert_eq!(
        places(&[("Sìn Hồ", ""), ("Than Uyên", ""), ("Tổng hợp", "")])[..2],
        [own("Sìn Hồ", None), own("Than Uyên", None)]
    );
    // The title names the province of all.
    let title = "KẾT QUẢ THU NGÂN SÁCH TỈNH LAI CHÂU";
    let upper = Some("Lai Châu");
    assert_eq!(
        places(&[("Sìn Hồ", title), ("TP Lai Châu", title)]),
        [own("Sìn Hồ", upper), own("TP Lai Châu", upper)]
    );
    // Fields and classes are no places, nor is one sheet alone.
    for sheets in [["Kinh Tế", "Xã Hội"], ["Thành Thị", "Nông Thôn"], ["Sìn Hồ", "Tổng hợp"]]
    {
        let found = places(&[(sheets[0], ""), (sheets[1], "")]);
        assert!(found.iter().every(|(place, ..)| place == "so.xlsx"), "{found:?}");
    }
}

#[test]
fn a_sheet_named_by_a_season_is_of_both_years_of_the_season_in_its_title() {
    let title = "TIẾN ĐỘ GIEO TRỒNG VỤ ĐÔNG XUÂN 2023-2024";
    let headings = ["Kế hoạch", "Thực hiện"];
    let named = read(&workbook(&[("Vụ Đông Xuân", title)], headings), None);
    let unnamed = read(&workbook(&[("Sheet1", title)], headings), None);
    assert_eq!(named[0].1, "vụ đông xuân 2023-2024");
    assert_eq!((&named[0].1, named[0].3), (&unnamed[0].1, unnamed[0].3));
}
