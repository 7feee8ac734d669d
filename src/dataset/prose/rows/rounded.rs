//! Whether rounded figures agree: a part of a whole with its percent, two values with their difference.

use rust_decimal::Decimal;

/// Whether a part of a whole is a percent, as far as the rounding of all three allows.
pub(crate) fn is_ratio(part: Decimal, whole: Decimal, percent: Decimal) -> bool {
    // What is too long to be computed is not refuted.
    refutes_ratio(part, whole, percent).is_none_or(|refutes| !refutes)
}

/// Whether a percent is outside of the interval of a ratio. `None` if that cannot be computed.
fn refutes_ratio(part: Decimal, whole: Decimal, percent: Decimal) -> Option<bool> {
    let rounded = |value: Decimal| {
        let half = Decimal::try_new(5, value.scale() + 1).ok()?;
        Some((value.checked_sub(half)?, value.checked_add(half)?))
    };
    let percent_of =
        |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let (part, whole, percent) = (rounded(part)?, rounded(whole)?, rounded(percent)?);
    let (low, high) = (percent_of(part.0, whole.1)?, percent_of(part.1, whole.0)?);
    Some(percent.1 < low || percent.0 > high)
}

/// Whether a difference of two values is a third one, within the rounding of the one with fewer digits. What is too
/// long to be computed is no agreement.
pub(crate) fn is_difference(left: Decimal, right: Decimal, difference: Decimal) -> bool {
    left.checked_sub(right).is_some_and(|computed| agrees_within_rounding(computed, difference))
}

/// Whether two values are the same within the rounding of the one with fewer digits.
fn agrees_within_rounding(left: Decimal, right: Decimal) -> bool {
    let half = |value: Decimal| Decimal::try_new(5, value.normalize().scale() + 1).ok();
    let agree = || Some(left.checked_sub(right)?.abs() <= half(left)?.max(half(right)?));
    left == right || agree().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_is_the_ratio_of_its_count_within_rounding() {
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        assert!(is_ratio(decimal("1251"), decimal("1292"), decimal("96.83")));
        assert!(is_ratio(decimal("894"), decimal("1068"), decimal("83.71")));
        assert!(is_ratio(decimal("27.4"), decimal("31.2"), decimal("87.8")));
        assert!(!is_ratio(decimal("320"), decimal("411"), decimal("87.86")));
    }
}
