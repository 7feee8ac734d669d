//! Converts texts and numbers of workbook cells.

use std::borrow::Cow;

use memchr::memchr2;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use crate::dataset::table::source::cell::Cell;

/// Creates a text cell. The indentation is encoded as leading spaces, whatever the file format uses.
pub(super) fn indented(text: &str, indent: usize) -> Cell<'static> {
    let mut whole = "   ".repeat(indent);
    // Excel escapes line breaks in shared strings.
    let text = match memchr2(b'\r', b'_', text.as_bytes()) {
        Some(_) => text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n").into(),
        None => Cow::Borrowed(text),
    };
    if text.is_ascii() {
        whole.push_str(&text);
    } else {
        whole.extend(text.nfc());
    }
    Cell::text(whole)
}

/// A binary number as the decimal that a spreadsheet shows it by: 15 digits.
pub(crate) fn decimal(number: f64) -> Option<Decimal> {
    const DIGITS: usize = 15;
    if !number.is_finite() {
        return None;
    }
    let text = format!("{number:.*e}", DIGITS - 1);
    Decimal::from_scientific(&text).ok().map(|decimal| decimal.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_binary_numbers_to_displayed_decimals() {
        for (number, text) in [(0.974, "0.974"), (57.300000000000004, "57.3"), (10120.0, "10120")] {
            assert_eq!(decimal(number).unwrap().to_string(), text);
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(1e300), None);
    }
}
