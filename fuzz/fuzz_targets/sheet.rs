//! A sheet of a workbook whose archive is sound: the content of the parts is reached at once.

#![no_main]

use std::sync::LazyLock;

use chitieu::dataset;

const XLSX: &[u8] = include_bytes!("../../tests/data/tables/gop-o.xlsx");
const ODS: &[u8] = include_bytes!("../../tests/data/tables/nghi-quyet.ods");

/// One with shared strings.
static OURS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let embedded = dataset::embedded().expect("the embedded dataset");
    dataset::write_xlsx(&[embedded]).expect("a workbook")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The first byte says which part it is.
    let Some((which, text)) = bytes.split_first() else { return };
    match which % 4 {
        0 => chitieu_fuzz::part(XLSX, "xl/worksheets/sheet1.xml", text),
        1 => chitieu_fuzz::part(&OURS, "xl/sharedStrings.xml", text),
        2 => chitieu_fuzz::part(XLSX, "xl/styles.xml", text),
        _ => chitieu_fuzz::part(ODS, "content.xml", text),
    }
});
