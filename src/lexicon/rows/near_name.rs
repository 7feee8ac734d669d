//! Names that nearly agree: with a footnote mark, a bullet, a remark in brackets or an abbreviation more.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::queries::abbreviations;
use crate::text::fold::fold;
use crate::text::spelled::Spelled;
use crate::text::syllable::is_syllable;
use crate::text::word_form::WordForm;

/// The abbreviations that are written for one phrase only, with that phrase, folded. One that is a syllable as well, or
/// of two letters, may be anything.
static EXPANDED: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    let mut expanded = HashMap::new();
    for one in abbreviations::all() {
        let short = one.short.as_str();
        let is_certain = short.chars().count() > 2
            && short.chars().all(char::is_alphabetic)
            && !is_syllable(short)
            && abbreviations::phrases(short).len() == 1;
        if is_certain {
            let words: Vec<&str> = one.phrase.iter().map(WordForm::folded).collect();
            expanded.insert(short, words.join(" "));
        }
    }
    expanded
});

/// Words at the beginning or the end that may be left out.
const LEFT_OUT: [&str; 5] = ["tong so", "tong", "luy ke", "so", "tong cong"];

/// A key that names have in common which nearly agree.
pub(crate) fn near_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut depth = 0_usize;
    for c in fold(&Spelled::of(name).folded).chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_alphanumeric() || c == '%' => key.push(c),
            _ if key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    let key = key.trim();
    let key: Vec<&str> =
        key.split(' ').map(|word| EXPANDED.get(word).map_or(word, |it| it)).collect();
    let key = key.join(" ");
    let mut key = key.as_str();
    // "5. Tỷ lệ hộ nghèo": the number is that of a line.
    key = key.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    for words in LEFT_OUT {
        key = key.strip_prefix(words).filter(|rest| rest.starts_with(' ')).unwrap_or(key).trim();
        key = key.strip_suffix(words).filter(|rest| rest.ends_with(' ')).unwrap_or(key).trim();
    }
    key.to_owned()
}

/// Whether two units, as keys of [`crate::lexicon::units::unit_spelling`], are of one quantity: in
/// another scale, or one of them is not given or says also of whom.
pub(crate) fn are_near_units(one: &str, other: &str) -> bool {
    let base = |unit: &str| {
        let words = unit.split(' ');
        let scales = ["tram", "nghin", "van", "trieu", "ty", "muoi"];
        words.filter(|word| !scales.contains(word)).collect::<Vec<_>>().join(" ")
    };
    let (one, other) = (base(one), base(other));
    let goes_on = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with(" /"))
    };
    one == other
        || one.is_empty()
        || other.is_empty()
        || goes_on(&one, &other)
        || goes_on(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_mark_or_a_remark_are_near() {
        for [one, other] in [
            ["Số hộ có nước sạch (1)", "Số hộ có nước sạch"],
            ["- Tỷ lệ đô thị hóa:", "Tỉ lệ đô thị hóa"],
            ["Tổng thu ngân sách nhà nước", "Thu NSNN"],
            ["Số trường đạt chuẩn (lũy kế)", "Số trường đạt chuẩn"],
            ["Số trường đạt chuẩn lũy kế", "Số trường đạt chuẩn"],
            ["5. Vốn đầu tư*", "Vốn đầu tư"],
            ["Số người tham gia BHXH", "Số người tham gia bảo hiểm xã hội"],
            ["Số HTX thành lập mới", "Số hợp tác xã thành lập mới"],
        ] {
            assert_eq!(near_key(one), near_key(other), "{one} {other}");
        }
        assert_ne!(near_key("Sản lượng thịt lợn"), near_key("Sản lượng thịt bò"));
        let (short, long) = (near_key("Số trường TH"), near_key("Số trường tiểu học"));
        assert_ne!(short, long, "two letters may be anything");
    }

    #[test]
    fn units_of_one_quantity_are_near() {
        assert!(are_near_units("trieu dong", "ty dong") && are_near_units("nghin tan", "tan"));
        assert!(are_near_units("trieu dong", "trieu dong / nguoi") && are_near_units("", "%"));
        assert!(!are_near_units("ha", "tan") && !are_near_units("con", "nghin tan"));
    }
}
