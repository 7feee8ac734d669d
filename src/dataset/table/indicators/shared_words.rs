//! Reads numbers with words after them that no list of units has: "25 đề án" in the plan next to "27 đề án" in
//! the actual. That both cells have the same words shows that they are the unit.

use super::IndicatorBuilder;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::Number;
use crate::text::fold::fold;

/// The most characters of words that can be a unit.
const LONGEST: usize = 24;

impl IndicatorBuilder<'_> {
    /// The value of a plan or an actual without the words that it and another one of the row, maybe of another period,
    /// end with; the words are its unit.
    pub(super) fn in_shared_words(&self, column: usize) -> Option<Value> {
        let text = self.row.cell(column).shown();
        let words = words_after(&text)?;
        let folded = fold(words);
        let groups = self.schema().groups();
        let mut others =
            groups.flat_map(|group| group.columns.plan.into_iter().chain(group.columns.actual));
        let has_words = |other: usize| {
            let text = self.row.cell(other).shown();
            words_after(&text).is_some_and(|words| fold(words) == folded)
        };
        let is_shared = others.any(|other| other != column && has_words(other));
        is_shared.then(|| self.before(&text, words, column)).flatten()
    }

    /// The value of another period, if the words after it are the unit of the indicator.
    pub(super) fn in_own_words(&self, column: usize) -> Option<Value> {
        let text = self.row.cell(column).shown();
        let words = words_after(&text).filter(|words| self.is_own_unit(words))?;
        self.before(&text, words, column)
    }

    /// The value before words that are its unit.
    fn before(&self, text: &str, words: &str, column: usize) -> Option<Value> {
        let number = text.trim_end().strip_suffix(words)?.trim_end();
        let format = self.schema().columns[column].numbers.format;
        let unit = Some(Box::from(words));
        match Value::of(&Cell::text(number), format) {
            Value::Number(figure) if figure.unit.is_none() => {
                Some(Value::Number(Number { unit, ..figure }))
            }
            Value::Bound(target, None) => Some(Value::Bound(target, unit)),
            _ => None,
        }
    }
}

/// The words after the last digit of a text, if it ends with letters only.
pub(super) fn words_after(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    let words = text[last + 1..].strip_prefix(' ')?.trim_start();
    let letters = words.chars().all(|c| c.is_alphabetic() || c == ' ');
    let length = words.chars().count();
    (letters && (2..=LONGEST).contains(&length)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_words_after_a_number() {
        for (text, words) in [
            ("25 đề án", Some("đề án")),
            ("8 - 10 sáng chế", Some("sáng chế")),
            ("25", None),
            ("12a", None),
            ("3 tháng (quý I)", None),
            ("Đang làm", None),
        ] {
            assert_eq!(words_after(text), words, "{text}");
        }
    }
}
