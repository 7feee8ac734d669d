//! The content of an ODS cell: a number as it is shown, text, or a formula without a result.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::workbook::cell_format::CellFormat;
use crate::dataset::table::source::workbook::cell_values::decimal;
use crate::dataset::table::source::workbook::rich_text::{Rich, TextStyle, VisibleText};

/// The content of a cell in the current row.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Number(Cell<'static>),
    Text(VisibleText),
    NoResult(String),
}

/// The open cell.
#[derive(Debug, Default)]
pub(super) struct OpenCell {
    pub(super) repeated: usize,
    pub(super) kind: String,
    pub(super) value: Option<String>,
    pub(super) formula: Option<String>,
    pub(super) style: Option<String>,
    pub(super) text: Rich,
    pub(super) paragraphs: usize,
    pub(super) text_style: TextStyle,
}

impl OpenCell {
    /// Returns its content, unless it is empty; `format` is the number format of its style.
    pub(super) fn content(mut self, format: Option<&CellFormat>) -> Option<Content> {
        let (struck, written) = (self.text_style.struck, self.text.take());
        let shown = written.text.trim();
        let number = match self.kind.as_str() {
            "float" | "percentage" | "currency" => {
                self.value.as_ref().and_then(|value| decimal(value.trim().parse().ok()?))
            }
            _ => None,
        };
        if let Some(number) = number.filter(|_| !struck) {
            let percent = self.kind == "percentage";
            return Some(Content::Number(match format {
                Some(format) => format.show(number, false),
                None => as_written(number, percent, shown),
            }));
        }
        let has_text = !shown.is_empty() || written.struck;
        match (self.value, self.formula) {
            _ if has_text => Some(Content::Text(written)),
            (Some(value), _) if matches!(self.kind.as_str(), "date" | "time" | "boolean") => {
                Some(Content::Text(VisibleText { text: value, ..VisibleText::default() }))
            }
            (None, Some(formula)) if self.kind.is_empty() => {
                let from = formula.find('=').unwrap_or(0);
                Some(Content::NoResult(formula[from..].to_owned()))
            }
            _ => None,
        }
    }
}

/// Creates a number without a format. Its decimals are those of the displayed text, whatever the language of
/// the text; if the text shows another number, it is kept as it is.
fn as_written(number: Decimal, percent: bool, shown: &str) -> Cell<'static> {
    const DECIMALS: u32 = 15;
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let factor = if percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let whole = Cell::Number { value: number, percent };
    let Some(times) = number.checked_mul(factor).filter(|_| !digits.is_empty()) else {
        return whole;
    };
    for decimals in 0..=DECIMALS {
        let mut rounded =
            times.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(decimals);
        let own: String = rounded.to_string().chars().filter(char::is_ascii_digit).collect();
        if own == digits {
            let more = if percent { 2 } else { 0 };
            return match rounded.set_scale(decimals + more) {
                Ok(()) => Cell::Number { value: rounded, percent },
                Err(_) => whole,
            };
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_numbers_to_their_displayed_text() {
        for (number, percent, shown, expected) in [
            ("104.2857", false, "104,3", "104.3"),
            ("104.2857", false, "104.29", "104.29"),
            ("0.97412", true, "97,4%", "97.4%"),
            ("7", false, "7,0", "7.0"),
            ("1234567.8", false, "1.234.568", "1234568"),
            ("-0.5", false, "-0,50", "-0.50"),
            ("95.29", false, "", "95.29"),
            ("95.29", false, "abc 7", "95.29"),
        ] {
            let cell = as_written(number.parse().unwrap(), percent, shown);
            assert_eq!(cell.shown(), expected, "{shown}");
        }
    }
}
