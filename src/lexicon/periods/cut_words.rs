//! Words of a period that are the end of another word: "số 2024" in "Dân số 2024", "học năm 2024"
//! in "Tiểu học năm 2024".

use crate::text::fold::{accented, fold};

/// Words that begin a period only before one of these words.
const WITH_NEXT: [(&str, &[&str]); 14] = [
    ("sơ", &["bộ"]),
    ("học", &["kỳ", "kì"]),
    ("tài", &["chính", "khóa", "khoá"]),
    ("kế", &["hoạch"]),
    ("cộng", &["dồn"]),
    ("lũy", &["kế"]),
    ("luỹ", &["kế"]),
    ("giai", &["đoạn"]),
    ("niên", &["độ", "vụ"]),
    ("cả", &["năm", "kỳ", "quý"]),
    ("tính", &["đến", "từ", "chung"]),
    ("nửa", &["đầu", "cuối", "năm"]),
    ("đầu", &["năm", "kỳ", "quý", "tháng"]),
    ("cuối", &["năm", "kỳ", "quý", "tháng"]),
];

/// Words that begin no period, though they are in the middle of some.
const NEVER: [&str; 4] = ["bộ", "chính", "dồn", "đoạn"];

/// Further words that begin a period.
const OTHERS: [&str; 12] =
    ["đến", "hết", "kỳ", "kì", "năm", "quý", "quí", "tháng", "tuần", "từ", "ước", "vụ"];

/// Whether the first word of a period may be cut off from the end of another word.
pub(crate) fn begin_in_word(words: &[&str]) -> bool {
    let Some(first) = words.first().map(|word| accented(word)) else { return false };
    if !first.chars().all(char::is_alphabetic) {
        return false;
    }
    let has_accents = !first.is_ascii();
    let is = |word: &str, own: &str| if has_accents { own == word } else { fold(word) == own };
    let next = words.get(1).map(|word| accented(word)).unwrap_or_default();
    let is_next = |word: &&str| *word == next || next.is_ascii() && fold(word) == next;
    if let Some((_, nexts)) = WITH_NEXT.iter().find(|(word, _)| is(word, &first)) {
        return !nexts.iter().any(is_next);
    }
    // "Von dau tu 2024", "So du quy 2024"
    let is_year = next.len() == 4 && next.bytes().all(|byte| byte.is_ascii_digit());
    if !has_accents && matches!(&*first, "tu" | "quy") && is_year && words.len() == 2 {
        return true;
    }
    let is_known = |list: &[&str]| list.iter().any(|word| is(word, &first));
    is_known(&NEVER) || has_accents && !is_known(&OTHERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_word_begins_no_period() {
        let begin_in_word = |text: &str| begin_in_word(&text.split(' ').collect::<Vec<_>>());
        for text in [
            "số 2024",
            "so 2024",
            "bò 2024",
            "bo 2024",
            "học năm 2024",
            "hoc nam 2024",
            "cá 2024",
            "dầu 2024",
            "tính 2024",
            "tư 2024",
            "tu 2024",
            "niên 2024",
            "quỹ 2024",
            "quy 2024",
            "công 2024",
            "cộng 2024",
            "chính năm 2024",
            "dịch năm 2024",
        ] {
            assert!(begin_in_word(text), "{text}");
        }
        for text in [
            "2024",
            "năm 2024",
            "nam 2024",
            "sơ bộ 2024",
            "so bo 2024",
            "Học kỳ I 2024",
            "cả năm 2024",
            "ca nam 2024",
            "Quý I 2024",
            "quy 1 2024",
            "tính đến 2024",
            "Ước 2024",
            "đến 30/6/2024",
            "tài khóa 2024",
            "vụ xuân 2024",
            "FY2024",
            "6 tháng 2024",
            "từ 2021 đến 2024",
        ] {
            assert!(!begin_in_word(text), "{text}");
        }
    }
}
