//! Whether the base of a change and another published value may be of one period. Both are words of the
//! source: "cùng kỳ năm trước" and "9 tháng năm 2023".

/// Words for the same period of the year before.
const YEAR_BEFORE: &[&str] = &[
    "cùng kỳ",
    "cùng kì",
    "năm trước",
    "năm ngoái",
    "last year",
    "previous year",
    "prior year",
    "same period",
    "year ago",
    "year before",
];

/// Words for the beginning of a year, which is the end of the year before.
const BEGINNING: &[&str] = &["đầu năm", "cuối năm", "beginning of", "end of"];

/// Words for a part of a year.
const PARTS: &[&str] = &["tháng", "quý", "tuần", "month", "quarter", "week"];

/// Whether a base and the period of another value may be the same, given the year of the actual. What the
/// words leave open may be the same.
pub(crate) fn may_be_same(base: &str, other: &str, year: Option<u16>) -> bool {
    let (base, other) = (base.to_lowercase(), other.to_lowercase());
    let is = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let before = |own: u16| year.is_none_or(|year| own.checked_add(1) == Some(year));
    let relative = is(&base, YEAR_BEFORE) || is(&base, BEGINNING);
    match (last_year(&base), last_year(&other)) {
        _ if base == other => true,
        (Some(own), Some(other)) => own == other,
        (Some(own), None) => is(&other, YEAR_BEFORE) && before(own),
        (None, Some(own)) if relative => before(own),
        (None, None) if relative => is(&other, YEAR_BEFORE),
        // "tháng trước" is neither "năm 2023" nor "cùng kỳ".
        (None, _) if is(&base, PARTS) => is(&other, PARTS) && !is(&other, YEAR_BEFORE),
        (None, _) => true,
    }
}

/// The last number of four digits.
fn last_year(text: &str) -> Option<u16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok()).next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_a_base_with_another_period() {
        for (base, other, year, same) in [
            ("cùng kỳ năm trước", "9 tháng năm 2023", Some(2024), true),
            ("cùng kỳ năm trước", "9 tháng năm 2023", None, true),
            ("cùng kỳ năm trước", "năm 2022", Some(2024), false),
            ("cùng kỳ năm trước", "cùng kỳ năm trước", None, true),
            ("cùng kỳ năm trước", "tháng 4", None, false),
            ("năm 2023", "cùng kỳ năm trước", Some(2024), true),
            ("năm 2023", "sơ bộ năm 2023", None, true),
            ("năm 2023", "năm 2022", None, false),
            ("đầu năm", "Thực hiện đến 31/12/2023", Some(2024), true),
            ("tháng trước", "tháng 9 năm 2024", Some(2024), true),
            ("tháng trước", "năm 2023", Some(2024), false),
            ("kỳ trước", "năm 2023", Some(2024), true),
        ] {
            assert_eq!(may_be_same(base, other, year), same, "{base}, {other}");
        }
    }
}
