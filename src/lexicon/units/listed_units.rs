//! Units of a table that has several of them: which of those in the line above it a row has, and the two units of cells
//! with two numbers.

use super::unit::{ListedUnit, is_unit};
use crate::text::fold::fold;

/// Returns the unit that the line gives to a row: that of the measure which the name of the row, or of the nearest of
/// its `parents`, begins with; and "%" for a rate, if "%" is listed. `None` if the line does not say it.
pub(crate) fn of_row<'u>(
    units: &'u [ListedUnit],
    name: &str,
    parents: &[String],
) -> Option<&'u str> {
    let named = |name: &str| {
        let name = fold(name);
        let fits = |listed: &&ListedUnit| {
            let measure = listed.measure.as_deref().map(fold);
            measure.is_some_and(|measure| begins(&name, &measure))
        };
        let longest = |listed: &&ListedUnit| listed.measure.as_ref().map(String::len);
        units.iter().filter(fits).max_by_key(longest)
    };
    let of_rate = || {
        let percent = units.iter().find(|listed| listed.measure.is_none() && listed.unit == "%")?;
        is_rate(name).then_some(percent)
    };
    let names = std::iter::once(name).chain(parents.iter().rev().map(String::as_str));
    names.into_iter().find_map(named).or_else(of_rate).map(|listed| listed.unit.as_str())
}

/// Whether a name means a rate or a share, which is in percent if the table has percents at all.
pub(crate) fn is_rate(name: &str) -> bool {
    const RATES: [&str; 9] = [
        "ty le", "ti le", "ty trong", "ti trong", "co cau", "toc do", "ty suat", "ti suat", "rate",
    ];
    let name = fold(name);
    RATES.iter().any(|rate| begins(&name, rate))
}

/// Whether a folded name begins with words.
fn begins(name: &str, words: &str) -> bool {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    name.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The two units of a row whose cells have two numbers: "hộ" and "%" of "hộ/%". Any other unit is only the first.
pub(crate) fn two_units(unit: Option<String>) -> (Option<String>, Option<String>) {
    let both = unit.as_deref().and_then(|unit| unit.split_once('/'));
    let both = both.filter(|(first, second)| second.trim() == "%" && is_unit(first));
    match both {
        Some((first, second)) => (Some(first.trim().to_owned()), Some(second.trim().to_owned())),
        None => (unit, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::units::unit::several;

    #[test]
    fn a_row_has_the_unit_of_its_measure() {
        let units = several("Số cơ sở: cơ sở; Công suất: m3/ngày; Vốn: tỷ đồng");
        let none: &[String] = &[];
        assert_eq!(of_row(&units, "Công suất thiết kế", none), Some("m3/ngày"));
        assert_eq!(of_row(&units, "- Vốn", none), Some("tỷ đồng"));
        assert_eq!(of_row(&units, "Nhà máy Đông", &["Công suất".to_owned()]), Some("m3/ngày"));
        assert_eq!(of_row(&units, "Doanh thu", none), None);
        let units = several("Triệu đồng, %");
        assert_eq!(of_row(&units, "Tỷ lệ đúng hạn", none), Some("%"));
        assert_eq!(of_row(&units, "Thu phí", none), None);
        assert!(several("Triệu đồng").is_empty() && several("Triệu đồng, theo tháng").is_empty());
    }
}
