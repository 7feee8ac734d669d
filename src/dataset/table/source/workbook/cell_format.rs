//! Number formats of spreadsheets: numbers are read as displayed, since that is what was published.

use rust_decimal::{Decimal, RoundingStrategy};

use super::date::{self, Piece};
use crate::dataset::table::source::cell::{Cell, Measured};
use crate::lexicon::unit;

/// The maximum number of decimals in a format.
const DECIMALS: u32 = 20;

/// A number format: up to three sections for positive numbers, negative numbers and zero, or with conditions.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct CellFormat {
    pub(super) sections: Vec<Section>,
}

/// A section of a number format.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    pub(super) condition: Option<(Comparison, Decimal)>,
    pub(super) kind: Kind,
    /// The minimum and maximum number of decimals.
    pub(super) decimals: (u32, u32),
    pub(super) percent: bool,
    /// The number of times that the value is divided by a thousand.
    pub(super) thousands: u32,
    /// The text before and after the digits.
    pub(super) text: (String, String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    Unequal,
}

/// How a section displays a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Kind {
    /// Unchanged: General, fractions, scientific notation.
    #[default]
    AsIs,
    /// As digits.
    Digits,
    /// As a date or a time.
    Date(Vec<Piece>),
    /// As text only.
    Words,
}

impl CellFormat {
    /// Parses a format code: `#,##0.0;[Red]-#,##0.0`.
    pub(super) fn of(code: &str) -> Self {
        let mut sections = vec![Scanned::default()];
        let mut chars = code.chars().peekable();
        while let Some(c) = chars.next() {
            let Some(section) = sections.last_mut() else { break };
            match c {
                ';' => sections.push(Scanned::default()),
                '"' => {
                    let text: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    section.literal(&text);
                }
                '\\' => section.literal(&chars.next().map(String::from).unwrap_or_default()),
                '_' => {
                    chars.next();
                    section.literal(" ");
                }
                '*' => drop(chars.next()),
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    section.bracket(&inner);
                }
                'G' | 'g' if begins(&chars, "eneral") => {
                    chars.by_ref().take(6).for_each(drop);
                    section.as_is = true;
                }
                'E' | 'e' if section.digits && matches!(chars.peek(), Some('+' | '-')) => {
                    section.as_is = true;
                }
                'A' | 'a' if begins(&chars, "m/pm") || begins(&chars, "/p") => {
                    let more = if begins(&chars, "/p") { 2 } else { 4 };
                    chars.by_ref().take(more).for_each(drop);
                }
                c => section.sign(c),
            }
        }
        Self { sections: sections.into_iter().map(Scanned::finish).collect() }
    }

    /// Returns the cell as a spreadsheet displays the number.
    pub(super) fn show(&self, number: Decimal, is_1904: bool) -> Cell<'static> {
        let Some(section) = self.section(number) else {
            return Cell::Number { value: number, percent: false };
        };
        match &section.kind {
            Kind::AsIs => Cell::Number { value: number, percent: section.percent },
            Kind::Digits => section.digits(number),
            Kind::Date(pieces) => match date::shown(number, pieces, is_1904) {
                Some(text) => Cell::text(text),
                None => Cell::Number { value: number, percent: false },
            },
            Kind::Words if section.text.0.chars().any(char::is_alphanumeric) => {
                Cell::text(section.text.0.clone())
            }
            // A zero displayed as a dash is still a zero; a number that is not displayed is an empty cell.
            Kind::Words if !section.text.0.trim().is_empty() => {
                Cell::Number { value: number, percent: false }
            }
            Kind::Words => Cell::Empty,
        }
    }

    fn section(&self, number: Decimal) -> Option<&Section> {
        let numbers: &[Section] = &self.sections[..self.sections.len().min(3)];
        if numbers.iter().any(|section| section.condition.is_some()) {
            let fits = |section: &&Section| {
                section.condition.is_none_or(|(how, with)| how.holds(number, with))
            };
            return numbers.iter().find(fits).or(numbers.last());
        }
        match numbers {
            [_, negative, ..] if number.is_sign_negative() && !number.is_zero() => Some(negative),
            [.., zero] if numbers.len() == 3 && number.is_zero() => Some(zero),
            [first, ..] => Some(first),
            [] => None,
        }
    }
}

impl Section {
    fn digits(&self, number: Decimal) -> Cell<'static> {
        let whole = || Cell::Number { value: number, percent: false };
        let thousands = Decimal::from(1000_u64.saturating_pow(self.thousands.min(5)));
        let factor = if self.percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let shown = number.checked_mul(factor).and_then(|n| n.checked_div(thousands));
        let Some(shown) = shown.map(|shown| self.rounded(shown)) else { return whole() };
        let (before, behind) = &self.text;
        if before.chars().any(char::is_alphabetic) && shown.scale() == 0 {
            return Cell::text(format!("{before}{shown}{behind}").trim().to_owned());
        }
        if let Some(unit) = self.unit() {
            return Cell::Measured(Box::new(Measured { value: shown, unit: unit.to_owned() }));
        }
        let percent = self.percent || behind.trim() == "%";
        if !percent {
            return Cell::Number { value: shown, percent };
        }
        let mut value = shown;
        // The displayed digits are kept, as a fraction of one hundred.
        match value.set_scale(shown.scale() + 2) {
            Ok(()) => Cell::Number { value, percent },
            Err(_) => whole(),
        }
    }

    /// The unit that is displayed behind each number: `0.0" tỷ đồng"`. The sign of a currency is often only decoration.
    fn unit(&self) -> Option<&str> {
        let unit = self.text.1.trim();
        let is_word =
            unit.chars().count() > 1 && unit.chars().all(|c| c.is_alphabetic() || c == ' ');
        (is_word && !self.percent && unit::is_unit(unit)).then_some(unit)
    }

    /// Rounds to the displayed decimals, half away from zero.
    fn rounded(&self, number: Decimal) -> Decimal {
        let (least, most) = self.decimals;
        let rounding = RoundingStrategy::MidpointAwayFromZero;
        let mut shown = number.round_dp_with_strategy(most, rounding).normalize();
        if shown.scale() < least {
            shown.rescale(least);
        }
        if shown.is_zero() {
            shown.set_sign_positive(true);
        }
        shown
    }
}

impl Comparison {
    fn holds(self, number: Decimal, with: Decimal) -> bool {
        match self {
            Self::Less => number < with,
            Self::LessOrEqual => number <= with,
            Self::Greater => number > with,
            Self::GreaterOrEqual => number >= with,
            Self::Equal => number == with,
            Self::Unequal => number != with,
        }
    }

    /// Parses the condition in brackets: `>=1000`.
    pub(super) fn of(text: &str) -> Option<(Self, Decimal)> {
        let signs = [
            ("<=", Self::LessOrEqual),
            (">=", Self::GreaterOrEqual),
            ("<>", Self::Unequal),
            ("<", Self::Less),
            (">", Self::Greater),
            ("=", Self::Equal),
        ];
        let (sign, how) = signs.into_iter().find(|(sign, _)| text.starts_with(sign))?;
        Some((how, text[sign.len()..].trim().parse().ok()?))
    }
}

fn begins(chars: &std::iter::Peekable<std::str::Chars<'_>>, word: &str) -> bool {
    let mut chars = chars.clone();
    word.chars().all(|c| chars.next().is_some_and(|found| found.eq_ignore_ascii_case(&c)))
}

/// A section while it is being parsed.
#[derive(Debug, Default)]
struct Scanned {
    condition: Option<(Comparison, Decimal)>,
    as_is: bool,
    digits: bool,
    in_decimals: bool,
    decimals: (u32, u32),
    percent: bool,
    commas: u32,
    thousands: u32,
    text: (String, String),
    pieces: Vec<Piece>,
    is_date: bool,
}

impl Scanned {
    fn literal(&mut self, text: &str) {
        let to = if self.digits { &mut self.text.1 } else { &mut self.text.0 };
        to.push_str(text);
        self.pieces.push(Piece::Text(text.to_owned()));
    }

    fn bracket(&mut self, inner: &str) {
        if let Some(condition) = Comparison::of(inner) {
            self.condition = Some(condition);
        } else if let Some(currency) = inner.strip_prefix('$') {
            self.literal(currency.split('-').next().unwrap_or_default());
        } else if matches!(
            inner.to_ascii_lowercase().as_str(),
            "h" | "hh" | "m" | "mm" | "s" | "ss"
        ) {
            self.is_date = true;
            self.pieces.push(Piece::Elapsed);
        }
    }

    fn sign(&mut self, c: char) {
        match c {
            '0' | '#' | '?' => {
                self.digits = true;
                if self.in_decimals {
                    self.decimals.1 = (self.decimals.1 + 1).min(DECIMALS);
                    if c == '0' {
                        self.decimals.0 = self.decimals.1;
                    }
                } else {
                    self.commas = 0;
                }
            }
            '.' if !self.is_date => self.in_decimals = true,
            ',' if self.digits => self.commas += 1,
            '%' => self.percent = true,
            '/' if self.digits => self.as_is = true,
            '@' => self.as_is = true,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                self.is_date = true;
                let piece = Piece::of(c, self.pieces.last());
                match self.pieces.last_mut() {
                    Some(last) if last.goes_on(c) => last.lengthen(),
                    _ => self.pieces.extend(piece),
                }
            }
            c => self.literal(c.encode_utf8(&mut [0; 4])),
        }
        if c == '.' && self.in_decimals {
            self.thousands += std::mem::take(&mut self.commas);
        }
    }

    fn finish(mut self) -> Section {
        self.thousands += self.commas;
        let kind = if self.is_date {
            Kind::Date(self.pieces)
        } else if self.as_is {
            Kind::AsIs
        } else if self.digits {
            Kind::Digits
        } else {
            Kind::Words
        };
        let percent = self.percent;
        Section {
            condition: self.condition,
            kind,
            decimals: self.decimals,
            percent,
            thousands: self.thousands,
            text: self.text,
        }
    }
}

/// Returns the code of a format that Excel files refer to only by its number (ECMA-376, 18.8.30).
pub(super) fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 | 48 => "0.00E+00",
        12 | 13 => "# ?/?",
        // The order of day and month depends on the system; here it is the Vietnamese one.
        14 | 27..=31 | 50..=54 | 57 | 58 => "dd/mm/yyyy",
        15 => "dd/mm/yyyy",
        16 => "dd/mm",
        17 => "mm/yyyy",
        18..=21 | 32..=35 | 55 | 56 => "hh:mm",
        22 => "dd/mm/yyyy hh:mm",
        41 | 42 => "#,##0;-#,##0;0",
        43 | 44 => "#,##0.00;-#,##0.00;0.00",
        45 | 47 => "mm:ss",
        46 => "[h]:mm:ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: &str) -> String {
        let cell = CellFormat::of(code).show(number.parse().unwrap(), false);
        match &cell {
            Cell::Number { percent: false, value } => value.to_string(),
            other => other.shown().into_owned(),
        }
    }

    #[test]
    fn displays_numbers_as_their_formats_say() {
        for (code, number, expected) in [
            ("General", "104.2857142857", "104.2857142857"),
            ("0.0", "104.2857", "104.3"),
            ("0.0", "7.000000000000001", "7.0"),
            ("0", "2.5", "3"),
            ("0", "-2.5", "-3"),
            ("0", "-0.4", "0"),
            ("#,##0.0", "1234567.85", "1234567.9"),
            ("#,##0.00", "1234.5", "1234.50"),
            ("0.##", "7", "7"),
            ("0.0##", "7.12345", "7.123"),
            ("#,##0,", "1234567", "1235"),
            ("#,##0.0,,", "1234567", "1.2"),
            ("#,##0,.0", "1234567", "1234.6"),
            ("0.0%", "1.042857", "104.3%"),
            ("0%", "0.974", "97%"),
            ("0.0%", "1.04", "104.0%"),
            ("0.0\"%\"", "104.2857", "104.3%"),
            ("0.0\\%", "5", "5.0%"),
            ("\"Năm \"0", "2024", "Năm 2024"),
            ("0.0 \"tỷ đồng\"", "1.26", "1.3 tỷ đồng"),
            ("0.000\" ha\"", "1.25", "1.250 ha"),
            ("#,##0\" hộ\"", "1250", "1250 hộ"),
            ("#,##0 [$₫-42A]", "1250", "1250"),
            ("_(* #,##0.0_);_(* (#,##0.0);_(* \"-\"??_);_(@_)", "-1234.56", "-1234.6"),
            ("_(* #,##0.0_);_(* (#,##0.0);_(* \"-\"??_);_(@_)", "0", "0"),
            ("0;-0;;@", "0", ""),
            ("[>=1000]0.0,\" nghìn\";0", "1250", "1.3 nghìn"),
            ("[>=1000]0.0,\" nghìn\";0", "12.4", "12"),
            ("[>=1000]0.0,\" nghìn\";0", "1000", "1.0 nghìn"),
            ("[<100]0.0;0", "99.96", "100.0"),
            ("[<100]0.0;0", "100.4", "100"),
            ("[<100]0.0;0", "100", "100"),
            ("0.00E+00", "12345", "12345"),
            ("# ?/?", "0.5", "0.5"),
            ("@", "5", "5"),
            ("[$-42A]dd/mm/yyyy", "45658", "01/01/2025"),
            ("yyyy", "45658", "2025"),
            ("\"Tháng \"m/yyyy", "45658", "Tháng 1/2025"),
            ("[Red]0.0", "1.25", "1.3"),
        ] {
            assert_eq!(shown(code, number), expected, "{code}: {number}");
        }
    }
}
