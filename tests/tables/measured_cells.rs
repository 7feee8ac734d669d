//! Numbers that a workbook shows with a unit behind them, `0" điểm"`, are numbers wherever one is expected.

use crate::every::Every;
use chitieu::dataset;
use rust_xlsxwriter::{Format, Workbook};

/// The name, the value and the scale of each indicator of a workbook.
fn scores(bytes: &[u8]) -> Vec<String> {
    let opened = dataset::read("f", bytes, None).unwrap_or_else(|error| panic!("{error}"));
    let all = opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    let line = |one: chitieu::model::Indicator| {
        let figure = one.figure().map_or("-".to_owned(), |figure| figure.to_string());
        let scale = one.scale.map_or("-".to_owned(), |scale| scale.to_string());
        format!("{}|{figure}|{scale}", one.name)
    };
    all.map(line).collect()
}

#[test]
fn the_maximum_of_scores_may_be_shown_with_its_unit() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let points = Format::new().set_num_format("0\" điểm\"");
    for (column, heading) in (0..).zip(["TT", "Đơn vị", "Điểm tự chấm", "Điểm thẩm định"])
    {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 1, "Điểm tối đa").unwrap();
    for column in [2, 3] {
        sheet.write_number_with_format(1, column, 90, &points).unwrap();
    }
    for (row, name) in (2..).zip(["Sở Nội vụ", "Sở Tư pháp", "Sở Xây dựng"]) {
        sheet.write_number(row, 0, f64::from(row - 1)).unwrap();
        sheet.write_string(row, 1, name).unwrap();
        sheet.write_number(row, 2, 80 + row).unwrap();
        sheet.write_number(row, 3, 70 + row).unwrap();
    }
    let found = scores(&workbook.save_to_buffer().unwrap());
    assert!(!found.is_empty());
    assert!(found.iter().every(|line| line.ends_with("|90")), "{found:?}");
}
