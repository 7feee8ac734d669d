//! Ratios of two counts, such as pupils for each teacher: the name alone does not say which direction is better.

use super::countable::is_countable;
use crate::model::Indicator;

/// Words between the two counts in a name, in lower case.
const BETWEEN: [&str; 5] = [" trên một ", " trên 1 ", " trên mỗi ", " per ", "/"];

/// Whether an indicator is the number of things for each of other things: "học sinh/lớp", "Số học
/// sinh bình quân trên một giáo viên".
pub(crate) fn is_ratio_of_counts(indicator: &Indicator) -> bool {
    let counts = |text: &str| match text.split_once('/') {
        Some((one, other)) => is_countable(one) && is_countable(other),
        None => false,
    };
    if indicator.unit.as_deref().is_some_and(counts) {
        return true;
    }
    let is_other_unit = indicator.unit.as_deref().is_some_and(|unit| !is_countable(unit));
    if is_other_unit {
        return false;
    }
    let name = indicator.name.to_lowercase();
    BETWEEN.iter().any(|word| {
        let sides = name.rsplit_once(*word);
        sides.is_some_and(|(counted, each)| {
            is_countable(each) && counted.strip_prefix("số ").is_some()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_one_thing_for_each_other_are_recognised() {
        let is = |name: &str, unit: Option<&str>| {
            let unit = unit.map(str::to_owned);
            is_ratio_of_counts(&Indicator { unit, ..Indicator::named("a", name) })
        };
        assert!(is("Sĩ số bình quân", Some("học sinh/lớp")));
        assert!(is("Số học sinh bình quân trên một giáo viên", None));
        assert!(is("Số học sinh/lớp", Some("học sinh")));
        assert!(!is("Thu nhập bình quân", Some("triệu đồng/người")));
        assert!(!is("Số học sinh", Some("học sinh")));
        assert!(!is("Năng suất", Some("tạ/ha")));
    }
}
