//! Compares what is planned as a mean of several years with the mean that the row has, and not with the last year: "Thu
//! ngân sách tăng bình quân hằng năm" next to "Năm 2025 | Bình quân 2021-2025".

use super::IndicatorBuilder;
use crate::dataset::table::values::Value;
use crate::lexicon::column_words::MEANS_OF_YEARS;
use crate::lexicon::phrases::has;
use crate::model::{Actual, PeriodValue};

impl IndicatorBuilder<'_> {
    /// Takes the mean of several years for the result, and keeps the result of the last year as an earlier value.
    pub(super) fn mean_of_years(&mut self) {
        // Few tables have such a column: the names of the others are not looked at.
        let mean_of = |at: &usize| Some((*at, self.schema().columns.get(*at)?.mean_of?));
        let Some((column, years)) = self.group.kept.iter().find_map(mean_of) else { return };
        if self.group.columns.plan.is_none() || !has(self.named.folded(), &MEANS_OF_YEARS) {
            return;
        }
        let Value::Number(figure) = self.read(column) else { return };
        let Some(mean) = self.in_unit(column, &figure) else { return };
        let last = self.indicator.actual.replace(Actual::Figure(mean));
        if let Some((value, at)) = last.zip(self.group.columns.actual) {
            let period = self.schema().columns[at].period.clone();
            self.indicator.earlier.push(PeriodValue { period, value });
        }
        (self.indicator.estimate, self.indicator.preliminary) = (figure.estimate, false);
        self.mean_of = Some(years);
    }
}
