//! Headings that say what they count: by a unit in brackets that repeats it, "Số phòng học
//! (phòng)", which needs no list of units, or by nothing else, "Lớp".

use super::unit::is_unit;
use crate::model::is_countable;
use crate::text::fold::fold;

/// The most words of such a unit.
const LONGEST: usize = 3;

/// Returns a level of a heading without the unit at its end, and the unit.
pub(crate) fn repeated_in_brackets(level: &str) -> Option<(&str, &str)> {
    let (before, unit) = level.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let (before, unit) = (before.trim(), unit.trim());
    let lower = before.to_lowercase();
    // With its accent: "sở" is an office.
    let counts = ["số ", "tổng số "].iter().any(|word| lower.starts_with(word));
    let is_word = unit.chars().all(|c| c.is_alphabetic() || c == ' ');
    let words = unit.split_whitespace().count();
    if !counts || !is_word || words == 0 || words > LONGEST {
        return None;
    }
    let counted = format!(" {} ", fold(before));
    counted.contains(&format!(" {} ", fold(unit))).then_some((before, unit))
}

/// Whether a heading is a noun that is counted, and nothing else: "Lớp", "Học sinh".
pub(crate) fn is_counted_noun(heading: &str) -> bool {
    let noun = heading.trim();
    is_unit(noun) && is_countable(noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_repeats_what_is_counted() {
        for (level, unit) in [
            ("Số phòng học (phòng)", Some("phòng")),
            ("Tổng số trang trại (Trang trại)", Some("Trang trại")),
            ("Số vụ (năm trước)", None),
            ("Sở Nội vụ (Nội vụ)", None),
            ("Số phòng", None),
        ] {
            assert_eq!(repeated_in_brackets(level).map(|(_, unit)| unit), unit, "{level}");
        }
    }
}
