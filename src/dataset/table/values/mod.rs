//! Stage 2: what the cell of a value means: a number, a bound, a count, words, or something that cannot be
//! read.

mod bounds;
pub(super) mod change_wording;
pub(super) mod number;
pub(super) mod times;

use super::source::cell::{Cell, hundredfold};
use crate::dataset::value_rules;
use crate::lexicon::verdict::{is_error, is_footnote, is_missing};
use crate::model::{Count, Target};
use crate::text::fold::fold;
use bounds::{bound, strip_fillers};
use number::{NoNumber, Number, NumberFormat, bare_digits, figure, in_brackets, number};

/// The meaning of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Empty, or a mark for a missing value: -, …, x.
    Missing,
    /// A number.
    Number(Number),
    /// A range or a bound, with the unit written after it.
    Bound(Target, Option<Box<str>>),
    /// A part of a whole: 108/108.
    Count(Count),
    /// Words without digits, as in the source.
    Words(String),
    /// Several lines that are each a value.
    Stacked(String),
    /// A number with two readings, in a column that does not decide between them.
    Ambiguous(String),
    /// Digits that are not a number.
    Unreadable(String),
}

impl Value {
    /// Reads a cell in the number format of its column.
    pub(crate) fn of(cell: &Cell, format: NumberFormat) -> Self {
        match cell {
            Cell::Empty => Self::Missing,
            Cell::Number { value, percent } => {
                let number = if *percent { hundredfold(*value) } else { Some(*value) };
                number.map_or_else(
                    || Self::Unreadable(cell.shown().into_owned()),
                    |number| {
                        let unit = percent.then(|| "%".into());
                        Self::Number(Number { unit, ..Number::plain(number) })
                    },
                )
            }
            Cell::Measured(own) => {
                let unit = Some(own.unit.as_str().into());
                Self::Number(Number { unit, ..Number::plain(own.value) })
            }
            Cell::Text(_) => Self::of_text(&cell.shown(), format),
        }
    }

    fn of_text(text: &str, format: NumberFormat) -> Self {
        let text = without_marks(text);
        if let Some(digits) = bare_digits(text) {
            let unit = text.ends_with('%').then(|| "%".into());
            let signed = text.starts_with(['+', '-']);
            let digits = if signed { &text[..digits.len() + 1] } else { digits };
            return figure(digits, unit, signed, format)
                .map_or_else(|why| why.into_value(text), Self::Number);
        }
        if is_missing(text) {
            return Self::Missing;
        }
        if is_error(text) {
            return Self::Unreadable(text.to_owned());
        }
        if let Some(digits) = in_brackets(text).filter(|_| format.in_brackets) {
            return Self::of_text(&format!("-{digits}"), format);
        }
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return Self::Words(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let digits = |line: &&&str| line.contains(|c: char| c.is_ascii_digit());
        if lines.len() > 1 && lines.iter().filter(digits).count() > 1 && !lines[1].starts_with('(')
        {
            return Self::Stacked(text.to_owned());
        }
        let text = lines.join(" ");
        Self::of_line(&text, format)
    }

    fn of_line(text: &str, format: NumberFormat) -> Self {
        // "0,7% (còn 4,33%)": the number, and additional information.
        let (main, more) = match text.split_once('(') {
            Some((main, _)) if !main.trim().is_empty() && text.ends_with(')') => {
                let footnote = is_footnote(&text[main.len()..]);
                (main.trim(), (!footnote).then(|| text.to_owned()))
            }
            _ => (text, None),
        };
        let folded = fold(main);
        let stripped = strip_fillers(&folded);
        let bound = bound(stripped, format);
        if let Some(bound) = bound {
            return match bound {
                // "Khoảng 24" is a number that was not measured exactly.
                Ok((target, unit)) => Self::Bound(target, unit.map(|unit| as_written(main, &unit))),
                Err(ambiguous) => ambiguous.into_value(text),
            };
        }
        if let Some((part, whole)) = stripped.split_once('/')
            && let (Ok(part), Ok(whole)) = (number(part, format), number(whole, format))
            && part.unit.is_none()
            && (whole.unit.is_none() || more.is_none())
        {
            let count = value_rules::count(part.number, whole.number);
            return count.map_or_else(|| Self::Unreadable(text.to_owned()), Self::Count);
        }
        let (estimate, stripped) = match stripped.strip_prefix("uoc ") {
            Some(rest) => (true, strip_fillers(rest.trim())),
            None => (false, stripped),
        };
        match number(stripped, format) {
            Ok(figure) => {
                let unit = figure.unit.map(|unit| as_written(main, &unit));
                Self::Number(Number { unit, estimate, more, ..figure })
            }
            Err(why) => why.into_value(text),
        }
    }

    /// The number, if the value is one.
    pub(crate) fn figure(&self) -> Option<&Number> {
        match self {
            Self::Number(figure) => Some(figure),
            _ => None,
        }
    }
}

/// A value without the raised, lowered or circled digits of a footnote: "4,5¹", "105 ³", "①12". In "50 m²" they
/// belong to the unit.
fn without_marks(text: &str) -> &str {
    let is_mark = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾' | '₀'..='₉' | '①'..='⑳');
    if text.is_ascii() {
        return text;
    }
    let own = text.trim_end_matches(is_mark).trim_end();
    let is_number = own.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '‰'));
    let own = if is_number { own } else { text };
    let first = own.trim_start_matches(|c: char| matches!(c, '①'..='⑳')).trim_start();
    if first.starts_with(|c: char| c.is_ascii_digit()) { first } else { own }
}

/// The unit after a number as the cell has it, found by its folded text.
fn as_written(text: &str, folded: &str) -> Box<str> {
    let text = text.trim_end_matches(['*', ' ']);
    let last = folded.chars().count().saturating_sub(1);
    // At the end, or before the words of a bound: "từ 2 mô hình trở lên".
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
    let mut written = ends.filter_map(|end| {
        let start = text[..end].char_indices().rev().nth(last)?.0;
        Some(&text[start..end])
    });
    written.find(|written| fold(written) == folded).unwrap_or(folded).into()
}

impl NoNumber {
    fn into_value(self, text: &str) -> Value {
        match self {
            Self::Ambiguous => Value::Ambiguous(text.to_owned()),
            Self::Unreadable => Value::Unreadable(text.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;
    use crate::text::parse_number::Separators;
    use proptest::prelude::*;

    const COMMA: NumberFormat =
        NumberFormat { separators: Separators::Comma, mixed: false, in_brackets: false };

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn of(text: &str) -> Value {
        Value::of(&Cell::text(text), COMMA)
    }

    #[test]
    fn reads_every_form_of_a_target() {
        let range = |low, high| Target::Range { low: decimal(low), high: decimal(high) };
        for (text, target) in [
            ("7,5-8,0", range("7.5", "8.0")),
            ("7,5 – 8,0", range("7.5", "8.0")),
            ("95-97", range("95", "97")),
            ("33% - 34%", range("33", "34")),
            ("từ 1 đến 1,5", range("1", "1.5")),
            ("trên 4", Target::Over(decimal("4"))),
            ("Trên 10%", Target::Over(decimal("10"))),
            ("dưới 3", Target::Under(decimal("3"))),
            ("< 7,6", Target::Under(decimal("7.6"))),
            ("khoảng 4", Target::About(decimal("4"))),
            ("từ 86 trở lên", Target::AtLeast(decimal("86"))),
            ("Đạt từ 86% trở lên", Target::AtLeast(decimal("86"))),
            ("≥ 95", Target::AtLeast(decimal("95"))),
            ("≤5", Target::AtMost(decimal("5"))),
            ("không quá 5", Target::AtMost(decimal("5"))),
            ("tối thiểu 1.035", Target::AtLeast(decimal("1035"))),
        ] {
            let Value::Bound(read, _) = of(text) else { panic!("{text}: {:?}", of(text)) };
            assert_eq!(read, target, "{text}");
        }
    }

    #[test]
    fn an_impossible_part_is_not_a_count() {
        for text in ["0/0", "5/0", "-5/3", "5/-3", "0/0 thôn", "−5/3"] {
            assert!(matches!(of(text), Value::Unreadable(_)), "{text}: {:?}", of(text));
        }
        assert!(matches!(of("0/3"), Value::Count(_)));
    }

    #[test]
    fn reads_numbers_with_their_additions() {
        for (text, number, percent, more) in [
            ("1.035", "1035", false, false),
            ("97,4", "97.4", false, false),
            ("02%", "2", true, false),
            ("đạt 97,4 %", "97.4", true, false),
            ("0,7% (còn 4,33%)", "0.7", true, true),
            ("10.120\n(120,6%)", "10120", false, true),
            ("57 (*)", "57", false, false),
            ("-4,13", "-4.13", false, false),
            ("1 035,5", "1035.5", false, false),
        ] {
            let Value::Number(figure) = of(text) else { panic!("{text}: {:?}", of(text)) };
            let found = (figure.number, figure.unit.is_some(), figure.more.is_some());
            assert_eq!(found, (decimal(number), percent, more), "{text}");
        }
        assert_eq!(
            of("108/108"),
            Value::Count(Count { part: decimal("108"), whole: decimal("108") })
        );
        assert!(matches!(of("6/7 thôn"), Value::Count(_)));
        for (text, number) in
            [("4,5¹", "4.5"), ("105 ³", "105"), ("52₁", "52"), ("①12", "12"), ("110⁽¹⁾", "110")]
        {
            let Value::Number(figure) = of(text) else { panic!("{text}: {:?}", of(text)) };
            assert_eq!(figure.number, decimal(number), "{text}");
        }
        for text in ["", "-", "…", "..", "x"] {
            assert_eq!(of(text), Value::Missing, "{text}");
        }
        for text in ["#DIV/0!", "#N/A", "#ref!", "#NAME?", "####", "Err:502", "=D3+10", "=A1"] {
            assert!(matches!(of(text), Value::Unreadable(_)), "{text}: {:?}", of(text));
        }
        assert_eq!(of("Xuất  siêu"), Value::Words("Xuất siêu".to_owned()));
        for text in ["1.03.5", "8,0-7,5", "tăng 5", "12a"] {
            assert!(matches!(of(text), Value::Unreadable(_)), "{text}: {:?}", of(text));
        }
        assert!(matches!(of("57,3\n102"), Value::Stacked(_)));
        assert!(matches!(of("97.4"), Value::Number(Number { odd: true, .. })));
        for (text, number) in [("(19,2)", "-19.2"), ("(6)", "-6"), ("(1.250)", "-1250")] {
            let cell = Cell::text(text);
            assert!(matches!(Value::of(&cell, COMMA), Value::Unreadable(_)), "{text}");
            let Value::Number(figure) =
                Value::of(&cell, NumberFormat { in_brackets: true, ..COMMA })
            else {
                panic!("{text}")
            };
            assert_eq!(figure.number, decimal(number));
        }
        let mixed = NumberFormat { mixed: true, ..COMMA };
        assert!(matches!(Value::of(&Cell::text("1.035"), mixed), Value::Ambiguous(_)));
    }

    #[test]
    fn reads_a_percentage_of_a_spreadsheet_in_percent() {
        let cell = Cell::Number { value: decimal("0.974"), percent: true };
        let Value::Number(figure) = Value::of(&cell, COMMA) else { panic!() };
        assert_eq!((figure.number.to_string(), figure.unit), ("97.4".to_owned(), Some("%".into())));
    }

    proptest! {
        #[test]
        fn any_text_is_accepted(text in any::<String>(), mixed in any::<bool>()) {
            let _ = Value::of(&Cell::text(&text), NumberFormat { mixed, ..COMMA });
        }

        #[test]
        fn any_text_similar_to_a_value_is_accepted(text in "(trên |dưới |từ |≥)?[-+]?[0-9.,]{1,9}[%)( -]{0,3}[0-9,]{0,4}( trở lên)?") {
            let _ = Value::of(&Cell::text(&text), COMMA);
        }
    }
}
