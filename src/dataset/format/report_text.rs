//! Recognises a report in prose among texts without a known format: its commas are followed by a space, as no
//! separator of a table is.

/// The fewest words of a line of prose.
const WORDS: usize = 8;

/// Whether most of a text is sentences, and no line has cells.
pub(super) fn is_report(sample: &str) -> bool {
    let (mut all, mut in_sentences) = (0, 0);
    for line in sample.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if has_cells(line) {
            return false;
        }
        all += line.len();
        if is_prose(line) {
            in_sentences += line.len();
        }
    }
    in_sentences * 2 > all
}

/// Whether a line has cells: a tab, a bar, or a comma or semicolon that text follows without a space.
fn has_cells(line: &str) -> bool {
    if line.contains(['\t', '|', '"']) {
        return true;
    }
    let mut before = None;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek();
        let is_inside = next.is_some_and(|next| !next.is_whitespace());
        let digits = || {
            before.is_some_and(|before: char| before.is_ascii_digit())
                && next.is_some_and(char::is_ascii_digit)
        };
        match letter {
            ';' if is_inside => return true,
            // "86,5 tỷ đồng" is one number.
            ',' if is_inside && !digits() => return true,
            _ => before = Some(letter),
        }
    }
    false
}

/// Whether a line without cells is prose: many words, and the last one ends a sentence or a clause.
fn is_prose(line: &str) -> bool {
    let ends = line.ends_with(['.', ';', ':', '!', '?', '…', ',', ')', '”']);
    ends && line.split_whitespace().nth(WORDS - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_distinguish_a_report_from_a_table() {
        let report = "BÁO CÁO\nTình hình năm 2024\n\nThu ngân sách ước đạt 86,5 tỷ đồng, bằng 108,1% kế hoạch, tăng 12%.\n";
        assert!(is_report(report));
        assert!(is_report("Sản lượng thóc đạt 24.350 tấn; tổng đàn lợn là 31.200 con, giảm 3%;"));
        for table in [
            "",
            "Chỉ tiêu,Kế hoạch,Thực hiện\nThu ngân sách,80,\"86,5\"\n",
            "Chỉ tiêu;Kế hoạch;Thực hiện\nThu ngân sách;80;86,5\n",
            // Long notes do not make a table a report.
            "Chỉ tiêu,Đạt\nThu,5\nGhi chú: số liệu do các xã báo cáo, phòng Tài chính tổng hợp đến ngày 15.\n",
            "| Chỉ tiêu | Đạt |\n| --- | --- |\n| Thu ngân sách nhà nước trên địa bàn toàn huyện đến nay | 5 |\n",
            // Names, one a line.
            "Tổng sản phẩm trên địa bàn\nThu ngân sách nhà nước trên địa bàn tỉnh theo giá hiện hành\nDân số\n",
        ] {
            assert!(!is_report(table), "{table}");
        }
    }
}
