//! Reads how many times its base a value is, in a column of percentages: "2,33 lần", "gấp 2,33 lần".

use crate::lexicon::value_words::TIMES;
use rust_decimal::Decimal;

use super::Value;
use super::number::NumberFormat;
use crate::dataset::table::source::cell::Cell;
use crate::text::fold::fold;

/// How many times its base a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Times {
    pub(crate) number: Decimal,
    /// Whether the words may mean something else: "tăng 2,33 lần" is either 2.33 times the base or 3.33 times.
    pub(crate) is_open: bool,
}

impl Times {
    /// Reads a cell; `None` if it does not end with "lần".
    pub(crate) fn of(text: &str, format: NumberFormat) -> Option<Self> {
        let text = text.trim();
        if text.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let folded = fold(text);
        let rest = folded.strip_suffix("lan").or_else(|| folded.strip_suffix("times"))?;
        let rest = rest.trim_end();
        let at = rest.find(|c: char| c.is_ascii_digit())?;
        let words = rest[..at].trim();
        let is_worded = words.chars().all(|c| c.is_alphabetic() || c == ' ');
        match Value::of(&Cell::text(&rest[at..]), format) {
            Value::Number(figure) if is_worded && figure.unit.is_none() => Some(Self {
                number: figure.number,
                is_open: !(words.is_empty() || TIMES.contains(words)),
            }),
            _ => None,
        }
    }

    /// The same in percent; `None` if it has too few decimals for a whole percent, or is too large.
    pub(crate) fn percent(self) -> Option<Decimal> {
        let scale = self.number.scale().checked_sub(2)?;
        let mut percent = self.number.checked_mul(Decimal::ONE_HUNDRED)?;
        percent.rescale(scale);
        Some(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_number::Separators;

    #[test]
    fn a_number_of_times_is_a_ratio_unless_its_words_leave_it_open() {
        let format =
            NumberFormat { separators: Separators::Comma, mixed: false, in_brackets: false };
        let of = |text: &str| {
            let times = Times::of(text, format)?;
            Some((times.percent().map(|percent| percent.to_string()), times.is_open))
        };
        for text in ["2,33 lần", "gấp 2,33 lần", "Bằng 2,33 lần", "tăng gấp 2,33 lần"]
        {
            assert_eq!(of(text), Some((Some("233".to_owned()), false)), "{text}");
        }
        assert_eq!(of("tăng 2,335 lần"), Some((Some("233.5".to_owned()), true)));
        assert_eq!(of("gấp 2 lần"), Some((None, false)), "too few decimals for a percent");
        assert_eq!(of("gấp hơn 2,5 lần"), Some((None, true)));
        for text in ["2,33", "2,33 %", "nhiều lần", "lần"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
