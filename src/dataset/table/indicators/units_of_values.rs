//! Reads the numbers of a row in their units: cells with two numbers, units written after a value, and footnotes at it.

use rust_decimal::Decimal;

use super::IndicatorBuilder;
use crate::dataset::CellProblem;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::Number;
use crate::lexicon::unit;
use crate::model::{Count, is_countable};
use crate::text::one_line::one_line;

impl IndicatorBuilder<'_> {
    pub(super) fn read(&self, column: usize) -> Value {
        if self.body.shared_cells.contains(self.row, column) {
            return Value::Words(self.shown(column));
        }
        match (self.body.reader.value(self.row, column), &self.second_unit) {
            (Value::Count(Count { part, whole: second }), Some(unit)) => {
                let heading = one_line(self.schema().heading(column));
                let second = match self.schema().in_vietnamese {
                    true => second.to_string().replace('.', ","),
                    false => second.to_string(),
                };
                let more = Some(format!("{heading}: {second} {unit}"));
                Value::Number(Number { more, ..Number::plain(part) })
            }
            (value, _) => value,
        }
    }

    /// The number if it is in the unit of the indicator; otherwise `None`, and a diagnostic.
    pub(super) fn in_unit(&mut self, column: usize, figure: &Number) -> Option<Decimal> {
        if figure.odd {
            let text = self.shown(column);
            self.report(column, CellProblem::OddNumber { text, number: figure.number });
        }
        if !self.accept_unit(column, figure.unit.as_deref()) {
            return None;
        }
        if let Some(more) = &figure.more {
            self.notes.push(more.clone());
        }
        if let Some(unit) = self.unit.as_deref().filter(|unit| is_implausible(figure.number, unit))
        {
            let (text, unit) = (self.shown(column), unit.to_owned());
            // A number of a workbook has no separators that could be misread.
            if matches!(self.row.cell(column), Cell::Text(_)) {
                self.report(column, CellProblem::Implausible { text, number: figure.number, unit });
            }
        }
        Some(figure.number)
    }

    /// Whether the unit written after a value fits that of the indicator. If the indicator has none, it gets
    /// this one.
    pub(super) fn accept_unit(&mut self, column: usize, written: Option<&str>) -> bool {
        let Some(written) = written else { return true };
        match &self.unit {
            None => self.unit = Some(written.to_owned()),
            Some(unit) if unit::fits(written, unit) => {}
            Some(unit) => {
                let (text, unit) = (self.shown(column), unit.clone());
                self.report(column, CellProblem::OtherUnit { text, unit });
                return false;
            }
        }
        true
    }

    /// Adds the footnotes whose marks are at the values: "11,4 (*)".
    pub(super) fn footnotes(&mut self) {
        if self.body.footnotes.is_empty() {
            return;
        }
        for column in self.group.values() {
            let Cell::Text(text) = self.row.cell(column) else { continue };
            let footnote = self.body.footnotes.take(&mut text.trim().to_owned());
            let footnote = footnote.filter(|footnote| !self.notes.contains(footnote));
            self.notes.extend(footnote);
        }
    }
}

/// Whether a number is hardly right in its unit, so that a separator was probably misread: more than 1,000 percent,
/// or three decimals of something that is counted.
fn is_implausible(number: Decimal, unit: &str) -> bool {
    let percent = matches!(unit.trim(), "%" | "‰");
    let counted = number.scale() == 3 && is_countable(unit);
    percent && number.abs() > Decimal::ONE_THOUSAND || counted
}
