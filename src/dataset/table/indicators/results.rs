//! Reads the results of a row: that of the period of the table, and those of earlier ones.

use super::IndicatorBuilder;
use crate::dataset::table::values::Value;
use crate::lexicon::role::Role;
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::model::{Actual, PeriodValue, Target};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

impl IndicatorBuilder<'_> {
    /// Reads the result.
    pub(super) fn actual(&mut self) {
        let Some(column) = self.group.columns.actual else { return };
        let own = &self.schema().columns[column];
        let estimate =
            own.sums_estimates || matches!(&own.role, Role::Actual(when) if when.estimate);
        self.indicator.estimate = estimate;
        self.indicator.preliminary = estimate && self.schema().columns[column].is_preliminary;
        let value = self.read_risen(column);
        self.indicator.actual = self.actual_of(column, value);
        if self.indicator.actual.is_none() {
            self.indicator.estimate = false;
            self.indicator.preliminary = false;
        }
    }

    /// The result that the value of a column is; what else it says is kept.
    fn actual_of(&mut self, column: usize, value: Value) -> Option<Actual> {
        match value {
            // "x" and "✓" below a criterion that is reached or not.
            Value::Missing | Value::Words(_)
                if self.verdict.is_none() && self.ticked(column).is_some() =>
            {
                self.verdict = self.ticked(column);
                None
            }
            Value::Missing => None,
            Value::Number(figure) => {
                self.indicator.estimate |= figure.estimate;
                match self.in_unit(column, &figure) {
                    Some(number) => Some(Actual::Figure(number)),
                    None => Some(Actual::Words(self.shown(column))),
                }
            }
            Value::Bound(Target::About(number), unit)
                if self.accept_unit(column, unit.as_deref()) =>
            {
                self.indicator.estimate = true;
                Some(Actual::Figure(number))
            }
            Value::Bound(..) => Some(Actual::Words(self.shown(column))),
            Value::Count(count)
                if !self.is_ranked() && (self.is_score(column) || self.is_on_scale(count)) =>
            {
                // "43,35/80": the score and the maximum of its scale.
                self.indicator.scale = Some(count.whole);
                Some(Actual::Figure(count.part))
            }
            Value::Count(count) => {
                self.count = Some(count);
                // "108/108" in a row in percent does not mean 108 %.
                let percent = self.unit.as_deref().is_some_and(|unit| unit::fits("%", unit));
                Some(match percent {
                    true => Actual::Words(self.shown(column)),
                    false => Actual::Figure(count.part),
                })
            }
            Value::Words(words) => match verdict::verdict(&words) {
                Some(verdict) if self.verdict.is_none() && !self.is_none_as_planned(&words) => {
                    self.verdict = Some(verdict);
                    // "Đạt" is the actual if the plan was "Đạt".
                    self.reached = !self.asks_for_verdict;
                    self.asks_for_verdict.then_some(Actual::Words(words))
                }
                _ => Some(Actual::Words(words)),
            },
            unread => {
                self.report_value(column, &unread);
                Some(Actual::Words(one_line(&self.row.cell(column).shown())))
            }
        }
    }

    /// Whether a result of "Không" is the plan, as for the number of accidents, and no verdict.
    fn is_none_as_planned(&self, words: &str) -> bool {
        let none = |text: &str| fold(text) == "khong";
        none(words) && self.plan_words.as_deref().is_some_and(none)
    }

    /// Reads the results of earlier periods.
    pub(super) fn earlier(&mut self) {
        for column in self.group.columns.earlier.iter().copied() {
            let value = match self.in_own_words(column).unwrap_or_else(|| self.read(column)) {
                Value::Missing => continue,
                Value::Number(figure) => match self.in_unit(column, &figure) {
                    Some(number) => Actual::Figure(number),
                    None => Actual::Words(self.shown(column)),
                },
                // "9/19" next to "11/19".
                Value::Count(count)
                    if self.count.is_some_and(|own| own.whole == count.whole)
                        || self.indicator.scale == Some(count.whole)
                        || self.is_ranked() =>
                {
                    Actual::Figure(count.part)
                }
                Value::Bound(..) | Value::Count(_) | Value::Words(_) => {
                    Actual::Words(self.shown(column))
                }
                unread => {
                    self.report_value(column, &unread);
                    Actual::Words(one_line(&self.row.cell(column).shown()))
                }
            };
            let period = self.schema().columns[column].period.clone();
            self.indicator.earlier.push(PeriodValue { period, value });
        }
    }
}
