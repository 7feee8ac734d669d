//! Values that are said to rise or fall: "Tăng trên 12%", "Giảm 1%".
//!
//! In a column of plans or results such a value is the figure of what grows or falls by it. Which figure,
//! the name tells, or the words of plan and result, where both are such; else nothing does, and the text
//! stays as it is.

use rust_decimal::Decimal;

use super::IndicatorBuilder;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::Number;
use crate::lexicon::phrases::has;
use crate::model::Target;
use crate::text::fold::fold;

const SIGNS: [(&str, bool); 4] = [("tang", false), ("giam", true), ("up", false), ("down", true)];

impl IndicatorBuilder<'_> {
    /// What stands behind "Tăng" or "Giảm" in a cell, and whether it falls.
    pub(super) fn change(&self, column: usize) -> Option<(Value, bool)> {
        let text = self.row.cell(column).shown();
        if text.starts_with(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
            return None;
        }
        let folded = fold(&text);
        SIGNS.into_iter().find_map(|(word, falls)| {
            let rest = folded.strip_prefix(word)?;
            rest.starts_with(|c: char| !c.is_alphabetic()).then_some(())?;
            let reading = self.table.readings[column].reading;
            Some((Value::of(&Cell::text(rest.trim()), reading), falls))
        })
    }

    /// A plan or a result, which may be said to rise or fall.
    pub(super) fn read_risen(&mut self, column: usize) -> Value {
        let plain = self.read(column);
        let Value::Unreadable(_) = plain else { return plain };
        let Some((value, falls)) = self.change(column) else { return plain };
        let names_growth = has(self.folded, &["tang", "tang truong", "growth", "increase"]);
        let names_fall = has(self.folded, &["giam", "muc giam", "reduction", "decrease"]);
        let risen = match (names_growth, names_fall, falls) {
            (true, false, false) | (false, true, true) => Some(value),
            (true, false, true) => fallen(value),
            // What is planned and reached in the same way is growth, whatever the name says.
            (false, false, false) if self.all_rise() => {
                self.keep(column);
                Some(value)
            }
            _ => None,
        };
        risen.unwrap_or(plain)
    }

    /// Whether plan and result, as far as there are any, are both said to rise, in percent.
    fn all_rise(&self) -> bool {
        let columns = [self.columns().plan, self.columns().actual];
        let rises = |column: usize| match self.change(column) {
            Some((Value::Number(figure), false)) => figure.is_percent(),
            Some((Value::Bound(_, unit), false)) => unit.as_deref() == Some("%"),
            _ => self.row.cell(column).is_empty(),
        };
        columns.into_iter().flatten().all(rises)
    }
}

/// The growth that a fall is.
fn fallen(value: Value) -> Option<Value> {
    let negative = |number: Decimal| if number.is_zero() { number } else { -number };
    match value {
        Value::Number(figure) => {
            Some(Value::Number(Number { number: negative(figure.number), signed: true, ..figure }))
        }
        Value::Bound(Target::Over(number), unit) => {
            Some(Value::Bound(Target::Under(negative(number)), unit))
        }
        Value::Bound(Target::Under(number), unit) => {
            Some(Value::Bound(Target::Over(negative(number)), unit))
        }
        _ => None,
    }
}
