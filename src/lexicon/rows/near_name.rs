//! Names that nearly agree: with a footnote mark, a bullet, a remark in brackets or an abbreviation more.

use crate::text::fold::fold;
use crate::text::spelled::Spelled;

/// Phrases and how they are abbreviated, folded.
const ABBREVIATED: [(&str, &str); 4] = [
    ("ngan sach nha nuoc", "nsnn"),
    ("giai quyet viec lam", "gqvl"),
    ("nong thon moi", "ntm"),
    ("bao hiem y te", "bhyt"),
];

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
    let mut key = format!(" {} ", key.trim());
    for (phrase, short) in ABBREVIATED {
        key = key.replace(&format!(" {phrase} "), &format!(" {short} "));
    }
    let mut key = key.trim();
    // "5. Tỷ lệ hộ nghèo": the number is that of a line.
    key = key.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    for words in LEFT_OUT {
        key = key.strip_prefix(words).filter(|rest| rest.starts_with(' ')).unwrap_or(key).trim();
        key = key.strip_suffix(words).filter(|rest| rest.ends_with(' ')).unwrap_or(key).trim();
    }
    key.to_owned()
}

/// Whether two units, as keys of [`crate::lexicon::units::unit_spelling`], are of one quantity: in another scale, or one of them is
/// not given or says also of whom.
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
        ] {
            assert_eq!(near_key(one), near_key(other), "{one} {other}");
        }
        assert_ne!(near_key("Sản lượng thịt lợn"), near_key("Sản lượng thịt bò"));
    }

    #[test]
    fn units_of_one_quantity_are_near() {
        assert!(are_near_units("trieu dong", "ty dong") && are_near_units("nghin tan", "tan"));
        assert!(are_near_units("trieu dong", "trieu dong / nguoi") && are_near_units("", "%"));
        assert!(!are_near_units("ha", "tan") && !are_near_units("con", "nghin tan"));
    }
}
