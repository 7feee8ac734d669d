//! Reads values with a word for rise or fall: "Tăng trên 12%", "Giảm 1%".
//!
//! In a column of plans or actuals such a value is the growth or the reduction of something. It is read as a
//! number only if the name of the row says which of the two it measures, or if both plan and actual are
//! written in this way. Otherwise the text is kept.

use rust_decimal::Decimal;

use super::IndicatorBuilder;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::change_wording::change;
use crate::dataset::table::values::number::Number;
use crate::lexicon::phrases::has;
use crate::model::Target;

impl IndicatorBuilder<'_> {
    /// The value after "Tăng" or "Giảm" or an arrow in a cell, and whether it falls.
    pub(super) fn change(&self, column: usize) -> Option<(Value, bool)> {
        change(&self.row.cell(column).shown(), self.schema().columns[column].numbers.format)
    }

    /// Reads a plan or an actual, which may have a word for rise or fall, or words after it that only the other
    /// of the two shows to be a unit.
    pub(super) fn read_risen(&mut self, column: usize) -> Value {
        let plain = self.read(column);
        let Value::Unreadable(_) = plain else { return plain };
        if let Some(value) = self.in_shared_words(column) {
            return value;
        }
        let Some((value, falls)) = self.change(column) else { return plain };
        let names_growth = has(self.named.folded(), &["tang", "tang truong", "growth", "increase"]);
        let names_fall = has(self.named.folded(), &["giam", "muc giam", "reduction", "decrease"]);
        let risen = match (names_growth, names_fall, falls) {
            (true, false, false) | (false, true, true) => Some(value),
            (true, false, true) => fallen(value),
            // If plan and actual are both rises, the row measures growth, whatever its name says.
            (false, false, false) if self.all_rise() => {
                self.keep(column);
                Some(value)
            }
            _ => None,
        };
        risen.unwrap_or(plain)
    }

    /// Whether plan and actual, if filled, are both rises in percent.
    fn all_rise(&self) -> bool {
        let columns = [self.group.columns.plan, self.group.columns.actual];
        let rises = |column: usize| match self.change(column) {
            Some((Value::Number(figure), false)) => figure.is_percent(),
            Some((Value::Bound(_, unit), false)) => unit.as_deref() == Some("%"),
            _ => self.row.cell(column).is_empty(),
        };
        columns.into_iter().flatten().all(rises)
    }
}

/// A fall as a negative growth; bounds are reversed.
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
