//! Parses numbers as people write them, with Vietnamese or English separators.
//!
//! `1.035` is one thousand and thirty-five where the comma separates decimals, and a little over one where
//! the point does. A single number does not show which, so [`parse`] returns every reading that is possible,
//! and the caller decides from many numbers.
//!
//! ```
//! use chitieu::text::parse_number::{NumberStyle, parse};
//! assert_eq!(parse("97,4"), Some(NumberStyle::Comma("97.4".parse().unwrap())));
//! assert_eq!(parse("1,035.5"), Some(NumberStyle::Point("1035.5".parse().unwrap())));
//! let (comma, point) = ("1035".parse().unwrap(), "1.035".parse().unwrap());
//! assert_eq!(parse("1.035"), Some(NumberStyle::Either { comma, point }));
//! assert_eq!(parse("1.03.5"), None);
//! ```

use rust_decimal::Decimal;

/// Which character separates decimals; the other one separates thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separators {
    /// 1.035,5
    Comma,
    /// 1,035.5
    Point,
}

/// The possible readings of a written number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStyle {
    /// The same number with either separator: 57, 1 035.
    Plain(Decimal),
    /// A number only if the comma separates decimals: 97,4, 1.035.000.
    Comma(Decimal),
    /// A number only if the point separates decimals: 97.4, 1,035,000.
    Point(Decimal),
    /// A different number with each separator.
    Either {
        /// The number if the comma separates decimals.
        comma: Decimal,
        /// The number if the point separates decimals.
        point: Decimal,
    },
}

impl NumberStyle {
    /// Returns the number, if it can be read with these separators.
    #[must_use]
    pub fn with(self, separators: Separators) -> Option<Decimal> {
        match (self, separators) {
            (Self::Plain(number), _)
            | (Self::Comma(number), Separators::Comma)
            | (Self::Point(number), Separators::Point) => Some(number),
            (Self::Either { comma, .. }, Separators::Comma) => Some(comma),
            (Self::Either { point, .. }, Separators::Point) => Some(point),
            _ => None,
        }
    }

    /// Returns the number, if it has only one reading.
    #[must_use]
    pub fn unambiguous(self) -> Option<Decimal> {
        match self {
            Self::Plain(number) | Self::Comma(number) | Self::Point(number) => Some(number),
            Self::Either { .. } => None,
        }
    }
}

/// Parses a number whose thousands may be separated by points, commas or spaces. Returns `None` if the text
/// is not a number. It may begin with +, - or a dash (U+2212, U+2013).
#[must_use]
pub fn parse(text: &str) -> Option<NumberStyle> {
    match fast_path(text) {
        PlainNumber::Number(number) => Some(number),
        PlainNumber::No => None,
        PlainNumber::Unknown => by_rules(text.trim()),
    }
}

/// Parses any form of number: the slow path, which defines the result.
fn by_rules(text: &str) -> Option<NumberStyle> {
    let (negative, digits) = match text.chars().next()? {
        '-' | '\u{2212}' | '\u{2013}' => {
            (true, text.trim_start_matches(['-', '\u{2212}', '\u{2013}']))
        }
        '+' => (false, &text[1..]),
        _ => (false, text),
    };
    let digits = digits.trim_start();
    // ".297", as databases in English write it.
    if let Some(fraction) = digits.strip_prefix('.') {
        let is_bare = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        let number = is_bare.then(|| parse_grouped(&format!("0{digits}"), ',', '.', negative))?;
        return number.map(NumberStyle::Point);
    }
    if !digits.starts_with(|c: char| c.is_ascii_digit())
        || !digits.ends_with(|c: char| c.is_ascii_digit())
        || text.chars().filter(|c| matches!(c, '-' | '\u{2212}' | '\u{2013}')).count() > 1
    {
        return None;
    }
    let comma = parse_grouped(digits, '.', ',', negative);
    let point = parse_grouped(digits, ',', '.', negative);
    match (comma, point) {
        (Some(comma), Some(point)) if comma == point => Some(NumberStyle::Plain(comma)),
        (Some(comma), Some(point)) => Some(NumberStyle::Either { comma, point }),
        (Some(comma), None) => Some(NumberStyle::Comma(comma)),
        (None, Some(point)) => Some(NumberStyle::Point(point)),
        (None, None) => None,
    }
}

/// The result of the fast path.
enum PlainNumber {
    Number(NumberStyle),
    /// Not a number.
    No,
    /// Only the slow path can decide.
    Unknown,
}

/// Parses digits with points and commas, the form of nearly all numbers, in one pass: a table has millions.
fn fast_path(text: &str) -> PlainNumber {
    // 18 digits always fit in an i64.
    const LONGEST: usize = 18;
    let (negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.len() > LONGEST || !digits.first().is_some_and(u8::is_ascii_digit) {
        return PlainNumber::Unknown;
    }
    // The separator before the last one, the last one, their number, and the number of digits after the last
    // one.
    let (mut before, mut last, mut separators, mut behind) = (0, 0, 0, 0);
    let (mut mantissa, mut in_threes) = (0_i64, digits[0] != b'0');
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i64::from(byte - b'0');
                behind += 1;
            }
            b'.' | b',' => {
                in_threes &= if separators == 0 { behind <= 3 } else { behind == 3 };
                if separators > 1 && before != last {
                    return PlainNumber::No;
                }
                (before, last, separators, behind) = (last, *byte, separators + 1, 0);
            }
            _ => return PlainNumber::Unknown,
        }
    }
    if behind == 0 {
        return PlainNumber::No;
    }
    let number = |scale: u32| Decimal::new(if negative { -mantissa } else { mantissa }, scale);
    let groups = in_threes && behind == 3;
    let either = |grouped: Decimal, decimal: Decimal| match last {
        b',' => NumberStyle::Either { comma: decimal, point: grouped },
        _ => NumberStyle::Either { comma: grouped, point: decimal },
    };
    let decimal =
        |number| if last == b',' { NumberStyle::Comma(number) } else { NumberStyle::Point(number) };
    let grouped =
        |number| if last == b',' { NumberStyle::Point(number) } else { NumberStyle::Comma(number) };
    match separators {
        0 => PlainNumber::Number(NumberStyle::Plain(number(0))),
        1 if groups => PlainNumber::Number(either(number(0), number(behind))),
        1 => PlainNumber::Number(decimal(number(behind))),
        _ if before == last && groups => PlainNumber::Number(grouped(number(0))),
        _ if before != last && in_threes => PlainNumber::Number(decimal(number(behind))),
        _ => PlainNumber::No,
    }
}

/// Parses digits in which `thousands`, or spaces, separate groups of three, and `decimals` precedes the
/// fraction.
fn parse_grouped(digits: &str, thousands: char, decimals: char, negative: bool) -> Option<Decimal> {
    let (whole, fraction) = match digits.split_once(decimals) {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let separates = |c: char| match separator {
        Some(separator) if space(separator) => space(c),
        Some(separator) => c == separator && c == thousands,
        None => false,
    };
    let (mut mantissa, mut groups, mut in_group) = (0, 0, 0);
    for c in whole.chars() {
        let first = groups == 0 && (1..=3).contains(&in_group) && !whole.starts_with('0');
        if let Some(digit) = c.to_digit(10) {
            mantissa = append(mantissa, digit)?;
            in_group += 1;
        } else if separates(c) && (first || groups > 0 && in_group == 3) {
            (groups, in_group) = (groups + 1, 0);
        } else {
            return None;
        }
    }
    if in_group == 0 || groups > 0 && in_group != 3 {
        return None;
    }
    for c in fraction.chars() {
        mantissa = append(mantissa, c.to_digit(10)?)?;
    }
    let scale = u32::try_from(fraction.len()).ok()?;
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).ok()
}

fn append(mantissa: i128, digit: u32) -> Option<i128> {
    mantissa.checked_mul(10)?.checked_add(digit.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::format_number::{Style, format};
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn returns_every_reading_of_a_number() {
        for (text, expected) in [
            ("57", NumberStyle::Plain(decimal("57"))),
            ("02", NumberStyle::Plain(decimal("2"))),
            ("1 035", NumberStyle::Plain(decimal("1035"))),
            ("1\u{a0}035,5", NumberStyle::Comma(decimal("1035.5"))),
            ("16,70", NumberStyle::Comma(decimal("16.70"))),
            ("-4,13", NumberStyle::Comma(decimal("-4.13"))),
            ("\u{2212}4.13", NumberStyle::Point(decimal("-4.13"))),
            ("+13,0", NumberStyle::Comma(decimal("13.0"))),
            ("1.035.000", NumberStyle::Comma(decimal("1035000"))),
            ("1,035,000", NumberStyle::Point(decimal("1035000"))),
            ("1.035,5", NumberStyle::Comma(decimal("1035.5"))),
            ("0.974", NumberStyle::Point(decimal("0.974"))),
            ("10.1234", NumberStyle::Point(decimal("10.1234"))),
            (".297", NumberStyle::Point(decimal("0.297"))),
            ("-.5", NumberStyle::Point(decimal("-0.5"))),
        ] {
            assert_eq!(parse(text), Some(expected), "{text}");
        }
        let either = NumberStyle::Either { comma: decimal("1.035"), point: decimal("1035") };
        assert_eq!(parse("1,035"), Some(either));
        for text in
            ["", "-", "1.", ",5", "1..2", "1.03.5", "12 34", "1e5", "x", "1-2", "5 %", "--5"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_what_was_formatted(mantissa in any::<i64>(), scale in 0u32..12) {
            let number = Decimal::new(mantissa, scale);
            let (vi, en) = (format(number, Style::Vietnamese), format(number, Style::English));
            prop_assert_eq!(parse(&vi).unwrap().with(Separators::Comma), Some(number));
            prop_assert_eq!(parse(&en).unwrap().with(Separators::Point), Some(number));
        }

        #[test]
        fn fast_path_agrees_with_the_rules(
            text in "[-+]?[0-9]{0,4}([.,][0-9]{0,4}|[.,][0-9]{3}){0,4}",
        ) {
            let slow = format!("{:?}", by_rules(&text));
            match fast_path(&text) {
                PlainNumber::Number(read) => prop_assert_eq!(format!("{:?}", Some(read)), slow),
                PlainNumber::No => prop_assert_eq!("None", slow),
                PlainNumber::Unknown => {}
            }
        }

        #[test]
        fn groups_are_read_as_their_digits(text in "[0-9]{1,4}([. ][0-9]{3}){0,9}([. ][0-9]{2})?(,[0-9]{0,30})?", negative: bool) {
            let digits = text.replace(['.', ' '], "").replace(',', ".");
            let sign = if negative { "-" } else { "" };
            if let Some(number) = parse_grouped(&text, '.', ',', negative) {
                let by_package = Decimal::from_str_exact(&format!("{sign}{digits}")).unwrap();
                prop_assert_eq!(format!("{number:?}"), format!("{by_package:?}"));
                prop_assert_eq!(number.is_sign_negative(), by_package.is_sign_negative());
            } else {
                let groups = text.split(',').next().unwrap_or_default();
                let separated = groups.contains(['.', ' ']);
                let wrong = separated && (groups.starts_with('0') || groups.contains('.') && groups.contains(' ')
                    || groups.split(['.', ' ']).skip(1).any(|group| group.len() != 3)
                    || groups.split(['.', ' ']).next().is_some_and(|group| group.len() > 3));
                prop_assert!(wrong || text.ends_with(',') || Decimal::from_str_exact(&digits).is_err());
            }
        }

        #[test]
        fn negative_zero_is_zero(zeros in "-(0{1,5}|0,0{1,5}|0\\.0{1,5})") {
            for number in [parse(&zeros).unwrap(), by_rules(&zeros).unwrap()] {
                prop_assert!(number.unambiguous().is_some_and(|number| number.is_sign_positive()));
            }
        }

        #[test]
        fn any_text_is_a_number_or_none(text in "[-+0-9., \u{a0}]{0,40}") {
            let _ = parse(&text);
        }
    }
}
