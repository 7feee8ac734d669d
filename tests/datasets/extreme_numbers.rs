//! Numbers at the ends of what a decimal holds: whatever reads them, compares them and shows them goes on.

use crate::cases;
use crate::support;

use crate::support::Explorer;
use chitieu::dataset::{self, ImportOptions};
use chitieu::model::{Dataset, status, warnings};
use proptest::prelude::*;

/// Numbers as a Vietnamese table writes them.
const NUMBERS: [&str; 16] = [
    "79228162514264337593543950335",
    "-79228162514264337593543950335",
    "7,9228162514264337593543950335",
    "0,0000000000000000000000000001",
    "-0,0000000000000000000000000001",
    "79228162514264337593543950,335",
    "9223372036854775807",
    "18446744073709551616",
    "4294967296",
    "99999999999",
    "100",
    "2,5",
    "1",
    "0",
    "-1",
    "12,50",
];

fn number() -> impl Strategy<Value = &'static str> {
    prop::sample::select(NUMBERS.to_vec())
}

const HEADINGS: [&str; 6] = [
    "Kế hoạch;Thực hiện;So với kế hoạch (%);Năm trước",
    "Thực hiện 2023;Thực hiện 2024;Tăng, giảm;Tăng, giảm (%)",
    "Kế hoạch;Thực hiện;So với cùng kỳ (%);Cùng kỳ",
    "Điểm;Điểm tối đa;Xếp hạng;Tăng giảm bậc",
    "KH 2023;TH 2023;KH 2024;TH 2024",
    "Số hộ;Số hộ đạt;Tỷ lệ (%);Chênh lệch",
];

const SENTENCES: [&str; 13] = [
    "Thu ngân sách đạt A tỷ đồng, bằng B% kế hoạch, tăng C% so với cùng kỳ.",
    "Tỷ lệ hộ nghèo còn A% (B/C hộ), giảm D điểm phần trăm.",
    "Chi ngân sách A tỷ B triệu đồng, vượt C% kế hoạch năm.",
    "Chỉ số PCI đạt A điểm, xếp thứ B/C, tăng D bậc so với năm trước.",
    "Trồng rừng A ha, bằng B% so với năm trước; chăm sóc C ha.",
    "Cơ cấu kinh tế: nông nghiệp A%, công nghiệp B%, dịch vụ C%.",
    "Kế hoạch giao A tỷ đồng, đã giải ngân B tỷ đồng (C%).",
    "Khách du lịch từ A đến B lượt, tăng gấp C lần.",
    "Có A/B xã đạt chuẩn, tăng C xã so với năm D.",
    "GRDP tăng A% so với mức tăng B% của năm trước, đứng thứ C.",
    "Tỷ lệ hộ nghèo còn A%, giảm B điểm phần trăm so với năm 2023 (C%).",
    "Thu ngân sách đạt A tỷ tỷ tỷ tỷ đồng, giảm B tỷ đồng so với cùng kỳ.",
    "Có A trường đạt chuẩn, đạt tỷ lệ B%, vượt C% so với chỉ tiêu (D%).",
];

/// Goes over all that is computed of datasets, and draws each of their indicators.
fn show(datasets: Vec<Dataset>) {
    for dataset in &datasets {
        for indicator in dataset.indicators.iter() {
            let _ = (status(&indicator), warnings(&indicator));
        }
        let _ = (dataset::audit(dataset), dataset::reviewed_numbers(dataset));
        let written = dataset::write_json(dataset).unwrap();
        let _ = dataset::read("x.json", written.as_bytes(), None);
    }
    if datasets.iter().all(|dataset| dataset.indicators.is_empty()) {
        return;
    }
    let mut explorer = Explorer::with(datasets, support::CHOICES, 120, 36);
    for keys in ["", "l", "j", "j", "]", "v", "m", "m", "m", "s", "\u{1b}", "o", "\u{1b}", "g"] {
        explorer.keys(keys);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases::cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_tables(
        heading in prop::sample::select(HEADINGS.to_vec()),
        unit in prop::sample::select(vec!["%", "hộ", "tỷ đồng", "điểm", ""]),
        rows in prop::collection::vec(prop::collection::vec(number(), 4), 1..6),
    ) {
        let mut table = format!("Chỉ tiêu;Đơn vị;{heading}\n");
        for (row, at) in rows.iter().zip(1..) {
            table += &format!("Chỉ tiêu số {at};{unit};{}\n", row.join(";"));
        }
        if let Ok(opened) = dataset::read("x.csv", table.as_bytes(), None) {
            show(opened.datasets);
        }
    }

    #[test]
    fn in_reports(
        sentences in prop::collection::vec(prop::sample::select(SENTENCES.to_vec()), 1..4),
        numbers in prop::collection::vec(number(), 4),
    ) {
        let mut text = "Báo cáo năm 2024\n".to_owned();
        for sentence in sentences {
            for letter in sentence.split_inclusive(|c: char| !c.is_alphanumeric()) {
                let at = "ABCD".find(letter.trim_end_matches(|c: char| !c.is_alphanumeric()));
                match at.filter(|_| letter.len() == 2) {
                    Some(at) => text += &format!("{}{}", numbers[at].trim_start_matches('-'), &letter[1..]),
                    None => text += letter,
                }
            }
            text.push('\n');
        }
        if let Ok(report) = dataset::import("x.txt", text.as_bytes(), &ImportOptions::default()) {
            show(vec![report.dataset]);
        }
    }
}
