//! The lines below a table: footnotes, sources, dates and signatures.

use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/footers.txt");

/// The first words of a note or a source.
static NOTES: WordList = WordList::of(FILE, "note");

/// The first words of a signature and of other lines that no row follows.
static ENDS: WordList = WordList::of(FILE, "end");

/// Whether a text ends the table above it. Only rows without figures are tested.
pub(crate) fn ends_table(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_start();
    let mut begins = NOTES.iter().chain(ENDS.iter());
    begins.any(|begin| folded.starts_with(begin)) || is_place_and_date(folded)
}

/// Whether such a line is a note or a source, which rows of the table may follow, and no signature.
pub(crate) fn is_note(text: &str) -> bool {
    let folded = fold(text);
    NOTES.iter().any(|begin| folded.trim_start().starts_with(begin))
}

/// Whether a text is the number of a page: "Trang 2/3", "Page 1 of 2".
pub(crate) fn is_page_number(text: &str) -> bool {
    let folded = fold(text.trim().trim_matches(['-', '–', ' ']));
    let Some(rest) = folded.strip_prefix("trang ").or(folded.strip_prefix("page ")) else {
        return false;
    };
    let is_number = |part: &str| {
        matches!(part, "" | "of" | "tren") || part.bytes().all(|byte| byte.is_ascii_digit())
    };
    rest.contains(|c: char| c.is_ascii_digit()) && rest.split([' ', '/']).all(is_number)
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
        for text in ["Trang 2/3", "- Page 1 of 2 -", "TRANG 4"] {
            assert!(is_page_number(text), "{text}");
        }
        assert!(!is_page_number("Trang trại") && !is_page_number("Trang thiết bị 2"));
        for text in ["Nguồn thu từ đất", "Số ngày nắng tháng 5 năm 2024", "Thu ngân sách"]
        {
            assert!(!ends_table(text), "{text}");
        }
    }
}
