//! The lines below a table: footnotes, sources, dates and signatures.

use crate::text::fold::fold;

/// The first words of such lines, folded.
const BEGINS: &[&str] = &[
    "ghi chu",
    "nguon:",
    "nguon so lieu",
    "(*)",
    "(**)",
    "noi nhan",
    "tm.",
    "t/m",
    "kt.",
    "tl.",
    "tuq.",
    "q. ",
    "nguoi lap",
    "nguoi tong hop",
    "nguoi duyet",
    "nguoi kiem tra",
    "can bo tong hop",
    "lap bieu",
    "luu y",
    "note:",
    "notes:",
    "source:",
    "sources:",
    "prepared by",
    "thu truong",
    "ky thay",
    "(ky",
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "truong phong",
    "cuc truong",
    "chi cuc truong",
    "chanh van phong",
    "bi thu",
];

/// Whether a text ends the table above it. Only rows without figures are tested.
pub(crate) fn ends_table(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_start();
    BEGINS.iter().any(|begin| folded.starts_with(begin)) || is_place_and_date(folded)
}

/// Whether a text is a place and a date: "Bắc Kạn, ngày 05 tháng 12 năm 2024".
fn is_place_and_date(folded: &str) -> bool {
    let day = folded.starts_with("ngay ") || folded.contains(", ngay ");
    day && folded.contains(" thang ") && folded.contains(" nam ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_signatures_and_footnotes_from_names() {
        for text in [
            "Ghi chú: số liệu ước",
            "Nguồn: Cục Thống kê",
            "NGƯỜI LẬP BIỂU",
            "PHÓ CHỦ TỊCH",
            "TM. ỦY BAN NHÂN DÂN",
            "Ngày 22 tháng 9 năm 2024",
            "Bắc Kạn, ngày 05 tháng 12 năm 2024",
        ] {
            assert!(ends_table(text), "{text}");
        }
        for text in ["Nguồn thu từ đất", "Số ngày nắng tháng 5 năm 2024", "Thu ngân sách"]
        {
            assert!(!ends_table(text), "{text}");
        }
    }
}
