//! Formats decimals for display, in Vietnamese or English style.
//!
//! ```
//! use chitieu::text::format_number::{Style, format};
//! let retail = "10120.50".parse().unwrap();
//! assert_eq!(format(retail, Style::Vietnamese), "10.120,50");
//! assert_eq!(format(retail, Style::English), "10,120.50");
//! ```

use rust_decimal::Decimal;

/// Which characters separate thousands and decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 10.120,5
    Vietnamese,
    /// 10,120.5
    English,
}

/// Formats a decimal with all of its digits, including trailing zeros.
#[must_use]
pub fn format(decimal: Decimal, style: Style) -> String {
    let (thousands, point) = match style {
        Style::Vietnamese => ('.', ','),
        Style::English => (',', '.'),
    };
    let behind = decimal.scale() as usize;
    // At least one digit before the point.
    let digits = format!("{:0least$}", decimal.mantissa().unsigned_abs(), least = behind + 1);
    let (whole, fraction) = digits.split_at(digits.len() - behind);
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 2);
    if decimal.is_sign_negative() && !decimal.is_zero() {
        text.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Returns the number of columns that a formatted decimal takes, without formatting it.
///
/// ```
/// use chitieu::text::format_number::{Style, format, width};
/// let retail = "-10120.50".parse().unwrap();
/// assert_eq!(width(retail), format(retail, Style::Vietnamese).len());
/// ```
#[must_use]
pub fn width(decimal: Decimal) -> usize {
    let digits = decimal.mantissa().unsigned_abs().checked_ilog10().map_or(1, |tens| tens + 1);
    let behind = decimal.scale();
    let before = digits.saturating_sub(behind).max(1);
    let sign = decimal.is_sign_negative() && !decimal.is_zero();
    let point = u32::from(behind > 0);
    (u32::from(sign) + before + (before - 1) / 3 + point + behind) as usize
}

/// Formats a decimal as [`format()`] does, with `+` before positive numbers: +16,7.
#[must_use]
pub fn signed(decimal: Decimal, style: Style) -> String {
    let text = format(decimal, style);
    if decimal > Decimal::ZERO { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn groups_thousands_and_keeps_digits() {
        for (given, expected) in [
            ("0", "0"),
            ("57", "57"),
            ("999", "999"),
            ("1000", "1.000"),
            ("1234567.890", "1.234.567,890"),
            ("-4.13", "-4,13"),
            ("-0.0", "0,0"),
            ("16.70", "16,70"),
        ] {
            assert_eq!(format(given.parse().unwrap(), Style::Vietnamese), expected, "{given}");
        }
        assert_eq!(signed("16.7".parse().unwrap(), Style::Vietnamese), "+16,7");
        assert_eq!(signed("-2".parse().unwrap(), Style::Vietnamese), "-2");
        assert_eq!(signed(Decimal::ZERO, Style::Vietnamese), "0");
    }

    proptest! {
        #[test]
        fn reads_back_as_the_same_decimal(mantissa in any::<i64>(), scale in 0u32..18) {
            let decimal = Decimal::new(mantissa, scale);
            let text = format(decimal, Style::English).replace(',', "");
            prop_assert_eq!(text.parse::<Decimal>().unwrap(), decimal);
            prop_assert_eq!(width(decimal), format(decimal, Style::English).len());
        }
    }
}
