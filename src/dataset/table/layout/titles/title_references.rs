//! Removes from a title line the periods that are not those of the table: the date and the number of a document,
//! the year that is only compared with.

use crate::lexicon::title_words::{DOCUMENTS, UNTIL};

/// Returns a line of a title without the date and number of a document, and without the period that it compares
/// with: "Lạng Sơn, ngày 10 tháng 12 năm 2024" says nothing about the values.
pub(super) fn without_references(line: &str) -> String {
    // The first line of a file with the separator for Excel.
    if line.trim().to_lowercase().starts_with("sep=") {
        return String::new();
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let year = |word: &String| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    // A line may be as long as a file is: what each word asks is found once.
    let (first_year, last_year) = (lower.iter().position(year), lower.iter().rposition(year));
    let first_period = end_of_period(&lower);
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let before = at.checked_sub(1).map_or("", |at| lower[at].as_str());
        let skipped = match lower[at].as_str() {
            "ngày" if !UNTIL.contains(before) => date(&lower[at..]),
            number if is_document_number(number) && DOCUMENTS.contains(before) => 1,
            _ => 0,
        };
        let next = lower.get(at + 1).map_or("", String::as_str);
        let named = first_period.is_some_and(|end| end <= at);
        // "So sánh năm 2024 với năm 2023", "Kết quả năm 2024 và kế hoạch năm 2025", "Báo cáo tháng 10, phương hướng
        // tháng 11 năm 2024": the table is about the first.
        let of_other = match (lower[at].as_str(), next) {
            ("với", _) => kept.len() > 1,
            ("kế", "hoạch") | ("phương", "hướng") | ("nhiệm", "vụ") | ("giải", "pháp") => {
                true
            }
            _ => false,
        };
        if let Some(last) = last_year.filter(|last| of_other && named && *last >= at) {
            if first_year.is_some_and(|first| first >= at) {
                add_year(&mut kept, words[last]);
            }
            break;
        }
        // "(Cập nhật tháng 3/2025)", "theo chuẩn nghèo giai đoạn 2022-2025"
        let of_document = matches!(
            (lower[at].as_str(), next),
            ("cập", "nhật")
                | ("ban", "hành")
                | ("ngày", "báo")
                | ("ngày", "lập")
                | ("lập", "ngày")
                | ("theo", "chuẩn")
        );
        if of_document && skipped == 0 {
            let ends = |word: &&str| word.ends_with([')', ',', ';']);
            let length = words[at..].iter().position(ends).map_or(words.len() - at, |it| it + 1);
            at += length;
            continue;
        }
        if skipped == 0 {
            kept.push(*word);
        }
        at += skipped.max(1);
    }
    kept.join(" ")
}

/// Completes the words of a period that only another one gives its year: "KẾT QUẢ 6 THÁNG ĐẦU NĂM VÀ".
fn add_year<'w>(kept: &mut Vec<&'w str>, year: &'w str) {
    while kept.last().is_some_and(|last| matches!(&*bare(last), "và" | "-" | "–" | "")) {
        kept.pop();
    }
    // "6 THÁNG ĐẦU NĂM" has the word before the year.
    let has_word = kept.last().is_some_and(|last| bare(last) == "năm");
    kept.extend((!has_word).then_some("năm"));
    kept.push(year);
}

/// The number of lower-case words up to the first that name a year, a month or a quarter.
fn end_of_period(words: &[String]) -> Option<usize> {
    let number = |word: &String| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word.as_str(), "i" | "ii" | "iii" | "iv")
    };
    let first = words.windows(2).position(|pair| {
        matches!(pair[0].as_str(), "năm" | "tháng" | "quý" | "quí") && number(&pair[1])
            || pair[1] == "tháng" && number(&pair[0])
    });
    first.map(|first| first + 2)
}

/// The number of words of a date at the start of some words: "ngày 08/12/2023", "ngày 10 tháng 12 năm 2024".
fn date(words: &[String]) -> usize {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let number = |at: usize| {
        !word(at).is_empty() && word(at).bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    if word(1).contains(['/', '-'])
        && word(1).bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'-'))
    {
        return 2;
    }
    let named = |at: usize| number(at) || word(at).bytes().all(|b| matches!(b, b'.'));
    if word(2) == "tháng" && word(4) == "năm" && named(1) && named(3) { 6 } else { 0 }
}

/// Whether a word is the number of a document: "10/2023/nq-hđnd", "88/nq-hđnd", "09/2024".
fn is_document_number(word: &str) -> bool {
    word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit())
}

/// A word in lower case without the punctuation around it.
fn bare(word: &str) -> String {
    word.trim_matches([',', ';', ':', '(', ')', '"', '“', '”']).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_numbers_of_documents_are_removed() {
        for (line, left) in [
            ("Lạng Sơn, ngày 10 tháng 12 năm 2024", "Lạng Sơn,"),
            ("(Theo Nghị quyết số 10/2023/NQ-HĐND ngày 08/12/2023)", "(Theo Nghị quyết số"),
            ("Mẫu 09/2024", "Mẫu"),
            ("sep=;", ""),
            ("SO SÁNH NĂM 2024 VỚI NĂM 2023", "SO SÁNH NĂM 2024"),
            ("Tính đến ngày 31 tháng 12 năm 2024", "Tính đến ngày 31 tháng 12 năm 2024"),
            ("CÁC CHỈ TIÊU NĂM 2024, KẾ HOẠCH NĂM 2025", "CÁC CHỈ TIÊU NĂM 2024,"),
            ("THỰC HIỆN KẾ HOẠCH NĂM 2024", "THỰC HIỆN KẾ HOẠCH NĂM 2024"),
            ("BÁO CÁO THÁNG 10, PHƯƠNG HƯỚNG THÁNG 11 NĂM 2024", "BÁO CÁO THÁNG 10, năm 2024"),
            ("KẾT QUẢ QUÝ I, NHIỆM VỤ QUÝ II NĂM 2024", "KẾT QUẢ QUÝ I, năm 2024"),
            (
                "KẾT QUẢ 6 THÁNG ĐẦU NĂM VÀ NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025",
                "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2025",
            ),
            ("KẾT QUẢ QUÝ II VÀ NHIỆM VỤ QUÝ III NĂM 2025", "KẾT QUẢ QUÝ II năm 2025"),
            (
                "TÌNH HÌNH 6 THÁNG ĐẦU NĂM, PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2025",
                "TÌNH HÌNH 6 THÁNG ĐẦU NĂM, 2025",
            ),
            (
                "KẾT QUẢ 6 THÁNG ĐẦU NĂM - GIẢI PHÁP 6 THÁNG CUỐI NĂM 2025",
                "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2025",
            ),
            ("CHỈ TIÊU NĂM 2024 (Cập nhật tháng 3/2025)", "CHỈ TIÊU NĂM 2024"),
            ("Theo chuẩn nghèo giai đoạn 2022-2025, năm 2024", "năm 2024"),
            ("NHIỆM VỤ 3 THÁNG CUỐI NĂM 2024", "NHIỆM VỤ 3 THÁNG CUỐI NĂM 2024"),
            ("KẾT QUẢ THÁNG 10/2024", "KẾT QUẢ THÁNG 10/2024"),
            ("Quý II/2024", "Quý II/2024"),
            ("NĂM HỌC 2023-2024", "NĂM HỌC 2023-2024"),
        ] {
            assert_eq!(without_references(line), left, "{line}");
        }
    }
}
