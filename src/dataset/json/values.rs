//! Reads single values: text, numbers, booleans, keywords.

use rust_decimal::Decimal;
use serde_json::value::RawValue;

use super::reader::{Reader, suggestion};
use crate::dataset::value_rules;
use crate::lexicon::period::parse;
use crate::model::Period;

impl<'a> Reader<'a> {
    /// Reads text that is not blank.
    pub(super) fn text(&mut self, value: &'a RawValue) -> Option<String> {
        if !value.get().starts_with('"') {
            self.report_value(value, "expected text in quotes");
            return None;
        }
        let text = self.checked(value, serde_json::from_str::<String>(value.get()))?;
        if !value_rules::is_text(&text) {
            self.report_value(value, "expected text that is not empty");
            return None;
        }
        Some(text)
    }

    /// Reads a number, exactly as written.
    pub(super) fn number(&mut self, value: &'a RawValue) -> Option<Decimal> {
        let text = value.get();
        if !text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            self.report_value(value, "expected a number, with a point before decimals");
            return None;
        }
        let number = if text.contains(['e', 'E']) {
            Decimal::from_scientific(text)
        } else {
            Decimal::from_str_exact(text)
        };
        if number.is_err() {
            self.report_value(value, "expected a number of at most 28 digits");
        }
        number.ok()
    }

    /// Reads an id, which scripts use: control characters are rejected, since arguments and output lines lose
    /// them.
    pub(super) fn id(&mut self, value: &'a RawValue) -> Option<String> {
        let text = self.text(value)?;
        if !value_rules::is_id(&text) {
            self.report_value(value, "expected an id without control characters");
            return None;
        }
        Some(text)
    }

    /// Reads a number greater than 0.
    pub(super) fn above_zero(&mut self, value: &'a RawValue) -> Option<Decimal> {
        let number = self.number(value)?;
        if !value_rules::is_above_zero(number) {
            self.report_value(value, "expected a number above 0");
            return None;
        }
        Some(number)
    }

    /// Reads a number that is 0 or greater.
    pub(super) fn zero_or_above(&mut self, value: &'a RawValue) -> Option<Decimal> {
        let number = self.number(value)?;
        if !value_rules::is_zero_or_above(number) {
            self.report_value(value, "expected a number from 0");
            return None;
        }
        Some(number)
    }

    /// Reads an integer that is 1 or greater.
    pub(super) fn positive(&mut self, value: &'a RawValue) -> Option<u32> {
        let number = value.get().parse().ok().filter(|number| *number > 0);
        if number.is_none() {
            self.report_value(value, "expected a whole number from 1");
        }
        number
    }

    /// Reads an integer that is 0 or greater.
    pub(super) fn whole(&mut self, value: &'a RawValue) -> Option<u32> {
        let number = value.get().parse().ok();
        if number.is_none() {
            self.report_value(value, "expected a whole number from 0");
        }
        number
    }

    /// Reads an integer.
    pub(super) fn integer(&mut self, value: &'a RawValue) -> Option<i32> {
        let number = value.get().parse().ok();
        if number.is_none() {
            self.report_value(value, "expected a whole number");
        }
        number
    }

    /// Reads a boolean.
    pub(super) fn truth(&mut self, value: &'a RawValue) -> Option<bool> {
        let truth = value.get().parse().ok();
        if truth.is_none() {
            self.report_value(value, "expected true or false");
        }
        truth
    }

    /// Reads a period: "năm 2023", "6 tháng đầu năm 2024".
    pub(super) fn period(&mut self, value: &'a RawValue) -> Option<Period> {
        let text = self.text(value)?;
        let period = parse(&text);
        if period.is_none() {
            let expected =
                "expected a period: \"năm 2023\", \"quý II năm 2024\", \"9 tháng năm 2024\"";
            self.report_value(value, expected);
        }
        period
    }

    /// Reads one of several keywords, and returns its meaning.
    pub(super) fn word<T: Copy>(&mut self, value: &'a RawValue, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(value)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*meaning);
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.report_value(value, suggestion(&text, &known));
        None
    }
}
