//! Reads single values: text, numbers, booleans, keywords.

use rust_decimal::Decimal;
use serde_json::value::RawValue;

use super::reader::Reader;
use crate::dataset::{Choices, Expected, value_rules};
use crate::lexicon::period::understood;
use crate::model::Period;

impl<'a> Reader<'a> {
    /// Reads text that is not blank.
    pub(super) fn text(&mut self, value: &'a RawValue) -> Option<String> {
        if !value.get().starts_with('"') {
            self.report_value(value, Expected::Text);
            return None;
        }
        let text = self.checked(value, serde_json::from_str::<String>(value.get()))?;
        if !value_rules::is_text(&text) {
            self.report_value(value, Expected::FilledText);
            return None;
        }
        Some(text)
    }

    /// Reads a number, exactly as written.
    pub(super) fn number(&mut self, value: &'a RawValue) -> Option<Decimal> {
        let text = value.get();
        if !text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            self.report_value(value, Expected::Number);
            return None;
        }
        let number = if text.contains(['e', 'E']) {
            Decimal::from_scientific(text)
        } else {
            Decimal::from_str_exact(text)
        };
        if number.is_err() {
            self.report_value(value, Expected::NumberOf28Digits);
        }
        number.ok()
    }

    /// Reads an id, which scripts use: control characters are rejected, since arguments and output lines lose
    /// them.
    pub(super) fn id(&mut self, value: &'a RawValue) -> Option<String> {
        let text = self.text(value)?;
        if !value_rules::is_id(&text) {
            self.report_value(value, Expected::Id);
            return None;
        }
        Some(text)
    }

    /// Reads a number greater than 0.
    pub(super) fn above_zero(&mut self, value: &'a RawValue) -> Option<Decimal> {
        let number = self.number(value)?;
        if !value_rules::is_above_zero(number) {
            self.report_value(value, Expected::AboveZero);
            return None;
        }
        Some(number)
    }

    /// Reads a number that is 0 or greater.
    pub(super) fn zero_or_above(&mut self, value: &'a RawValue) -> Option<Decimal> {
        let number = self.number(value)?;
        if !value_rules::is_zero_or_above(number) {
            self.report_value(value, Expected::FromZero);
            return None;
        }
        Some(number)
    }

    /// Reads an integer that is 1 or greater.
    pub(super) fn positive(&mut self, value: &'a RawValue) -> Option<u32> {
        let number = value.get().parse().ok().filter(|number| *number > 0);
        if number.is_none() {
            self.report_value(value, Expected::WholeFromOne);
        }
        number
    }

    /// Reads an integer that is 0 or greater.
    pub(super) fn whole(&mut self, value: &'a RawValue) -> Option<u32> {
        let number = value.get().parse().ok();
        if number.is_none() {
            self.report_value(value, Expected::WholeFromZero);
        }
        number
    }

    /// Reads an integer.
    pub(super) fn integer(&mut self, value: &'a RawValue) -> Option<i32> {
        let number = value.get().parse().ok();
        if number.is_none() {
            self.report_value(value, Expected::Whole);
        }
        number
    }

    /// Reads a boolean.
    pub(super) fn truth(&mut self, value: &'a RawValue) -> Option<bool> {
        let truth = value.get().parse().ok();
        if truth.is_none() {
            self.report_value(value, Expected::TrueOrFalse);
        }
        truth
    }

    /// Reads a period: "năm 2023", "6 tháng đầu năm 2024".
    pub(super) fn period(&mut self, value: &'a RawValue) -> Option<Period> {
        let text = self.text(value)?;
        let period = understood(&text);
        if period.is_none() {
            self.report_value(value, Expected::Period);
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
        self.report_value(value, Expected::OneOf(Choices::of(&text, &known)));
        None
    }
}
