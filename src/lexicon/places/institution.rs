//! Names of schools, hospitals and companies: "Trường THPT Nguyễn Trãi".

use crate::lexicon::words::word_list::WordList;
use crate::text::capital::with_capital;
use crate::text::fold::accented;
use crate::text::one_line::one_line;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/places.txt");

/// What an institution is, at the beginning of its name.
static KINDS: WordList = WordList::of(FILE, "institutions with accents");

/// Words of what is said about several of them: "Trường mầm non đạt chuẩn quốc gia".
static OF_SEVERAL: WordList = WordList::of(FILE, "of several institutions with accents");

/// Abbreviations in the names of institutions, which keep their capitals.
static ABBREVIATIONS: WordList = WordList::of(FILE, "abbreviations of institutions");

/// The most words of a name.
const LONGEST: usize = 12;

/// The institution that a text is the name of, and nothing else, as it is shown: in capitals only
/// where it is abbreviated.
pub(crate) fn institution(text: &str) -> Option<String> {
    let text = one_line(text);
    let lower = accented(&text);
    let rest = KINDS.iter().filter_map(|kind| lower.strip_prefix(*kind)?.strip_prefix(' '));
    let rest = rest.min_by_key(|rest| rest.len())?;
    let says_more = rest.split(' ').any(|word| OF_SEVERAL.contains(word));
    let marked = text.contains([',', ';', ':', '(', '%']) || has_year(rest);
    let is_name = text.split_whitespace().last()?.starts_with(char::is_uppercase)
        || rest.ends_with(|c: char| c.is_ascii_digit());
    let count = text.split_whitespace().count();
    if says_more || marked || !is_name || count > LONGEST {
        return None;
    }
    let in_capitals = !text.contains(char::is_lowercase);
    Some(if in_capitals { with_small_letters(&text, &lower, rest) } else { text })
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 2)
}

/// A name in capitals as it is written in a sentence.
fn with_small_letters(text: &str, lower: &str, name: &str) -> String {
    let kind = lower.split_whitespace().count() - name.split_whitespace().count();
    let words = text.split_whitespace().zip(lower.split_whitespace()).enumerate();
    let shown = words.map(|(at, (word, lower))| match at {
        _ if ABBREVIATIONS.contains(lower) => word.to_owned(),
        1.. if at < kind => lower.to_owned(),
        _ => with_capital(lower),
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_institution_is_named_alone() {
        for (text, expected) in [
            ("TRƯỜNG THPT NGUYỄN TRÃI", Some("Trường THPT Nguyễn Trãi")),
            ("Trường Tiểu học Kim Đồng", Some("Trường Tiểu học Kim Đồng")),
            ("BỆNH VIỆN ĐA KHOA MỘC CHÂU", Some("Bệnh viện đa khoa Mộc Châu")),
            ("BỆNH VIỆN ĐA KHOA KHU VỰC BẮC HÀ", Some("Bệnh viện đa khoa khu vực Bắc Hà")),
            ("BỆNH VIỆN ĐA KHOA TỈNH", Some("Bệnh viện đa khoa Tỉnh")),
            ("TRƯỜNG MẦM NON 19", Some("Trường mầm non 19")),
            ("TRƯỜNG MẦM NON ĐẠT CHUẨN QUỐC GIA", None),
            ("TRƯỜNG TIỂU HỌC, TRUNG HỌC CƠ SỞ", None),
            ("Trường học phân theo huyện", None),
            ("TRƯỜNG THPT NĂM 2023", None),
            ("BỆNH VIỆN", None),
        ] {
            assert_eq!(institution(text).as_deref(), expected, "{text}");
        }
    }
}
