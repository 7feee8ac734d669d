//! Numbers as people write them.
//!
//! `1.035` is a thousand and thirty-five where commas part decimals, and a little over one where points
//! do. One number does not tell which; [`written`] says what each one allows, and whoever reads many of
//! them decides.
//!
//! ```
//! use chitieu::text::written::{Written, written};
//! assert_eq!(written("97,4"), Some(Written::Comma("97.4".parse().unwrap())));
//! assert_eq!(written("1,035.5"), Some(Written::Point("1035.5".parse().unwrap())));
//! let (comma, point) = ("1035".parse().unwrap(), "1.035".parse().unwrap());
//! assert_eq!(written("1.035"), Some(Written::Either { comma, point }));
//! assert_eq!(written("1.03.5"), None);
//! ```

use rust_decimal::Decimal;

/// Which sign parts decimals; the other one parts thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separators {
    /// 1.035,5
    Comma,
    /// 1,035.5
    Point,
}

/// What a written number allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// No sign that would matter: 57, 1 035.
    Plain(Decimal),
    /// A number only with a decimal comma: 97,4, 1.035.000.
    Comma(Decimal),
    /// A number only with a decimal point: 97.4, 1,035,000.
    Point(Decimal),
    /// A number either way.
    Either {
        /// With a decimal comma.
        comma: Decimal,
        /// With a decimal point.
        point: Decimal,
    },
}

impl Written {
    /// The number, if it can be read with these separators.
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

    /// The number, if there is no second way to read it.
    #[must_use]
    pub fn alone(self) -> Option<Decimal> {
        match self {
            Self::Plain(number) | Self::Comma(number) | Self::Point(number) => Some(number),
            Self::Either { .. } => None,
        }
    }
}

/// Reads a number with thousands parted by dots, commas or spaces; `None` if it is none. A leading
/// sign may be +, - or one of the dashes that stand for it.
#[must_use]
pub fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    plain(text).or_else(|| grouped(text))
}

/// Reads a number by all the rules.
fn grouped(text: &str) -> Option<Written> {
    let (negative, digits) = match text.chars().next()? {
        '-' | '\u{2212}' | '\u{2013}' => {
            (true, text.trim_start_matches(['-', '\u{2212}', '\u{2013}']))
        }
        '+' => (false, &text[1..]),
        _ => (false, text),
    };
    let digits = digits.trim_start();
    if !digits.starts_with(|c: char| c.is_ascii_digit())
        || !digits.ends_with(|c: char| c.is_ascii_digit())
        || text.chars().filter(|c| matches!(c, '-' | '\u{2212}' | '\u{2013}')).count() > 1
    {
        return None;
    }
    let comma = with(digits, '.', ',', negative);
    let point = with(digits, ',', '.', negative);
    match (comma, point) {
        (Some(comma), Some(point)) if comma == point => Some(Written::Plain(comma)),
        (Some(comma), Some(point)) => Some(Written::Either { comma, point }),
        (Some(comma), None) => Some(Written::Comma(comma)),
        (None, Some(point)) => Some(Written::Point(point)),
        (None, None) => None,
    }
}

/// The number of digits with at most one dot or comma among them, as nearly all numbers are: read without
/// the rules for groups. `None` is left to those.
fn plain(text: &str) -> Option<Written> {
    // What a u64 holds for certain.
    const LONGEST: usize = 18;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (mut mantissa, mut parted) = (0_i64, None);
    if digits.len() > LONGEST {
        return None;
    }
    for (at, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' | b',' if parted.is_none() => parted = Some((at, byte)),
            _ => return None,
        }
    }
    let number = |scale: usize| {
        let mut number = Decimal::new(mantissa, u32::try_from(scale).unwrap_or_default());
        number.set_sign_negative(negative);
        number
    };
    let Some((at, sign)) = parted else {
        return (!digits.is_empty()).then(|| Written::Plain(number(0)));
    };
    let behind = digits.len() - at - 1;
    if at == 0 || behind == 0 {
        return None;
    }
    let (decimal, grouped) = (number(behind), number(0));
    let groups = behind == 3 && at <= 3 && !digits.starts_with('0');
    Some(match (sign, groups) {
        (b',', false) => Written::Comma(decimal),
        (b',', true) => Written::Either { comma: decimal, point: grouped },
        (_, false) => Written::Point(decimal),
        (_, true) => Written::Either { comma: grouped, point: decimal },
    })
}

/// Reads digits in which `thousands`, or spaces, part groups of three, and `decimals` the fraction.
fn with(digits: &str, thousands: char, decimals: char, negative: bool) -> Option<Decimal> {
    let (whole, fraction) = match digits.split_once(decimals) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if fraction.is_some_and(|f| f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let parted = whole.find(|c: char| !c.is_ascii_digit());
    let separator = parted.and_then(|at| whole[at..].chars().next());
    let groups: Vec<&str> = match separator {
        None => vec![whole],
        Some(c) if c == thousands => whole.split(c).collect(),
        Some(c) if space(c) => whole.split(space).collect(),
        Some(_) => return None,
    };
    let grouped = groups.len() > 1;
    let fits = |(at, group): (usize, &&str)| {
        group.bytes().all(|byte| byte.is_ascii_digit())
            && if !grouped {
                !group.is_empty()
            } else if at == 0 {
                (1..=3).contains(&group.len()) && !group.starts_with('0')
            } else {
                group.len() == 3
            }
    };
    if !groups.iter().enumerate().all(fits) {
        return None;
    }
    let sign = if negative { "-" } else { "" };
    let point = if fraction.is_some() { "." } else { "" };
    let plain = format!("{sign}{}{point}{}", groups.concat(), fraction.unwrap_or_default());
    Decimal::from_str_exact(&plain).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::number::{Style, format};
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn tells_what_each_number_allows() {
        for (text, expected) in [
            ("57", Written::Plain(decimal("57"))),
            ("02", Written::Plain(decimal("2"))),
            ("1 035", Written::Plain(decimal("1035"))),
            ("1\u{a0}035,5", Written::Comma(decimal("1035.5"))),
            ("16,70", Written::Comma(decimal("16.70"))),
            ("-4,13", Written::Comma(decimal("-4.13"))),
            ("\u{2212}4.13", Written::Point(decimal("-4.13"))),
            ("+13,0", Written::Comma(decimal("13.0"))),
            ("1.035.000", Written::Comma(decimal("1035000"))),
            ("1,035,000", Written::Point(decimal("1035000"))),
            ("1.035,5", Written::Comma(decimal("1035.5"))),
            ("0.974", Written::Point(decimal("0.974"))),
            ("10.1234", Written::Point(decimal("10.1234"))),
        ] {
            assert_eq!(written(text), Some(expected), "{text}");
        }
        let either = Written::Either { comma: decimal("1.035"), point: decimal("1035") };
        assert_eq!(written("1,035"), Some(either));
        for text in
            ["", "-", "1.", ",5", "1..2", "1.03.5", "12 34", "1e5", "x", "1-2", "5 %", "--5"]
        {
            assert_eq!(written(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_what_is_written(mantissa in any::<i64>(), scale in 0u32..12) {
            let number = Decimal::new(mantissa, scale);
            let (vi, en) = (format(number, Style::Vietnamese), format(number, Style::English));
            prop_assert_eq!(written(&vi).unwrap().with(Separators::Comma), Some(number));
            prop_assert_eq!(written(&en).unwrap().with(Separators::Point), Some(number));
        }

        #[test]
        fn the_short_way_reads_what_the_rules_read(text in "-?[0-9]{0,4}[.,]?[0-9]{0,5}[.,]?[0-9]{0,12}") {
            if let Some(read) = plain(&text) {
                let by_rules = grouped(&text).unwrap();
                prop_assert_eq!(format!("{read:?}"), format!("{by_rules:?}"), "scale and sign of zero too");
            }
        }

        #[test]
        fn any_text_is_a_number_or_none(text in "[-+0-9., \u{a0}]{0,40}") {
            let _ = written(&text);
        }
    }
}
