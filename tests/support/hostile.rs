//! Strategies for texts and decimals that formats, spreadsheets and readers tend to change.

use chitieu::model::Decimal;
use proptest::prelude::*;

/// Characters and pieces that have a meaning in a format, or that a reader trims, joins, repairs or
/// composes.
const PIECES: [&str; 54] = [
    "a",
    "Tỷ lệ",
    "7",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\0",
    "\u{1}",
    "\u{b}",
    "\u{1b}[2J",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\u{9b}",
    "\u{a0}",
    "\u{ad}",
    "\"",
    "\"\"",
    "'",
    "''",
    ",",
    ";",
    "|",
    "=",
    "+",
    "-",
    "@",
    "\u{ff1d}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{2028}",
    "\u{3000}",
    "e\u{302}\u{323}",
    "\u{301}",
    "\u{1ea1}",
    "a\u{323}",
    "漢",
    "🏞️",
    "_x000D_",
    "_x0041_",
    "_x",
    "&amp;<b>]]>",
    "\\u0041\\",
    "{\"a\":1}",
    "Tá»· lá»‡",
    "§\u{b6}n TØ lÖ hé nghÌo",
    "1.250,5",
];

/// A text that is not empty, as the dataset rules require.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES.as_slice());
    let pieces = prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat());
    let any = prop_oneof![
        8 => pieces.clone(),
        2 => any::<String>(),
        1 => (pieces, 200..2000_usize).prop_map(|(text, times)| text.repeat(times / text.len() + 1)),
    ];
    any.prop_filter("empty", |text| !text.trim().is_empty())
}

/// An id: such a text without control characters.
pub fn id() -> impl Strategy<Value = String> {
    let plain = text().prop_map(|text| text.replace(char::is_control, ""));
    plain.prop_filter("empty", |text| !text.trim().is_empty())
}

/// Extreme decimals: tiny, huge, with many digits, with trailing zeros, negative zero.
pub fn number() -> impl Strategy<Value = Decimal> {
    let parts = (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0..=28_u32);
    let any = parts.prop_map(|(low, mid, high, minus, scale)| {
        Decimal::from_parts(low, mid, high, minus, scale)
    });
    let small =
        (-1000..1000_i64, 0..=28_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let tens =
        (0..16_u32, 0..=28_u32).prop_map(|(power, scale)| Decimal::new(10_i64.pow(power), scale));
    let minus_zero = (0..=28_u32).prop_map(|scale| Decimal::from_parts(0, 0, 0, true, scale));
    let ends = prop::sample::select(vec![Decimal::MAX, Decimal::MIN, Decimal::new(1, 28)]);
    prop_oneof![3 => any, 3 => small, 2 => tens, 1 => minus_zero, 1 => ends]
}

/// A delimited table with valid headings and cells that are invalid or not allowed in a dataset.
pub fn table() -> impl Strategy<Value = String> {
    const HEADINGS: [&str; 14] = [
        "TT",
        "Lĩnh vực",
        "ĐVT",
        "Kế hoạch năm 2024",
        "Thực hiện năm 2024",
        "Thực hiện năm 2023",
        "So với kế hoạch (%)",
        "So với cùng kỳ (%)",
        "Thang điểm",
        "Xếp hạng",
        "Đánh giá",
        "Ghi chú",
        "id",
        "",
    ];
    const CELLS: [&str; 30] = [
        "",
        "1",
        "2",
        "1.1",
        "I",
        "A",
        "-",
        "%",
        "ha",
        "điểm",
        "Vượt",
        "Chưa đạt",
        "Trong đó:",
        "TỔNG SỐ",
        "0/0",
        "5/0",
        "-5/3",
        "0/3",
        "12/63",
        "0,00000000000000000000000001",
        "-0,0",
        "1.250,50",
        "(3,5)",
        "8-7",
        "7-8",
        "trên 0",
        "0",
        "-1",
        "99999999999999999999999999999",
        "0,7% (còn 4,33%)",
    ];
    let cell = || {
        prop_oneof![
            4 => prop::sample::select(CELLS.as_slice()).prop_map(str::to_owned),
            1 => text(),
        ]
    };
    let headings = prop::sample::subsequence(HEADINGS.as_slice(), 2..HEADINGS.len()).prop_shuffle();
    (headings, 0..3_usize).prop_flat_map(move |(mut headings, at)| {
        headings.insert(at.min(headings.len()), "Chỉ tiêu");
        let width = headings.len();
        let rows = prop::collection::vec(prop::collection::vec(cell(), width), 1..6);
        rows.prop_map(move |rows| {
            let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
            let row = |cells: Vec<String>| cells.join(";") + "\n";
            let mut table = row(headings.iter().map(|heading| quoted(heading)).collect());
            for cells in rows {
                table.push_str(&row(cells.iter().map(|cell| quoted(cell)).collect()));
            }
            table
        })
    })
}
