//! Reads the comparisons of a row: its percentage of the plan, and its changes.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::IndicatorBuilder;
use crate::dataset::CellProblem;
use crate::dataset::table::columns::comparison_kind::{Compared, Meaning};
use crate::dataset::table::columns::comparison_reading::ComparisonColumn;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::Number;
use crate::dataset::table::values::times::Times;

use super::shared_words::words_after;
use crate::lexicon::phrases;
use crate::lexicon::unit::names_points;
use crate::lexicon::verdict;
use crate::model::{Change, ChangeUnit, Target, is_score_unit};
use crate::text::fold::{fold, folds_to};

impl IndicatorBuilder<'_> {
    /// Reads the percentage of the plan, and the changes.
    pub(super) fn comparisons(&mut self) {
        for column in self.group.comparisons.iter().copied() {
            let Some(comparison) = self.schema().comparison(column) else { continue };
            if let Some(times) = self.times(column) {
                self.compared_in_times(comparison, times);
                continue;
            }
            let (value, falls) = self.read_change(column);
            match value {
                Value::Missing => {}
                Value::Number(Number { unit: Some(unit), number, .. })
                    if names_points(&unit) && !comparison.with_plan =>
                {
                    let period = comparison.period.clone();
                    let amount = if falls == Some(true) { -number } else { number };
                    let unit = ChangeUnit::Points;
                    self.indicator.changes.push(Change { period, amount, unit });
                }
                Value::Number(Number { unit: Some(unit), .. }) if !unit.contains('%') => {
                    // "Tăng 120 ca" is a difference in the unit of the row: it follows from both values.
                    if !self.is_own_unit(&unit) {
                        let text = self.shown(column);
                        self.report(column, CellProblem::NotAPercent { text });
                    }
                    self.keep(column);
                }
                Value::Number(figure) => self.compared(comparison, &figure, falls),
                Value::Words(words) => match verdict::verdict(&words) {
                    Some(verdict) if self.verdict.is_none() => self.verdict = Some(verdict),
                    _ => self.keep(column),
                },
                Value::Bound(..) | Value::Count(_) => self.keep(column),
                Value::Unreadable(text)
                    if words_after(&text).is_some_and(|w| self.is_own_unit(w)) =>
                {
                    self.keep(column);
                }
                unread => self.unread(column, &unread),
            }
        }
    }

    /// Marks an indicator that has only changes as an estimate, if all of them are: "Ước tính tháng
    /// 11 năm 2024 so với cùng kỳ năm trước".
    pub(super) fn estimated_changes(&mut self) {
        let is_estimate = |column: &usize| {
            phrases::key(self.schema().heading(*column)).split(' ').any(|word| word == "uoc")
        };
        let only_changes = self.group.columns.actual.is_none() && self.group.columns.plan.is_none();
        self.indicator.estimate |= only_changes
            && !self.indicator.changes.is_empty()
            && self.group.comparisons.iter().all(is_estimate);
    }

    /// The number of times that a cell says, unless the row counts times itself.
    fn times(&self, column: usize) -> Option<Times> {
        let format = self.schema().columns[column].numbers.format;
        let times = Times::of(&self.row.cell(column).shown(), format)?;
        (!self.is_own_unit("lần")).then_some(times)
    }

    /// Reads "2,33 lần" in a column of percentages as 233 %, and keeps its text. Where the row has both values, they
    /// decide; where neither they nor the text do, it is reported.
    fn compared_in_times(&mut self, comparison: &ComparisonColumn, times: Times) {
        let column = comparison.at;
        self.keep(column);
        let compared = self.indicator.figure().zip(self.base_of(comparison));
        let supported = compared.map(|(actual, base)| {
            Meaning::Fraction.fits_exactly(&Compared { actual, base, value: times.number })
        });
        let percent = times.percent().filter(|_| supported.unwrap_or(!times.is_open));
        match percent {
            Some(percent) if comparison.with_plan => {
                self.percent = self.percent.or(Some(percent));
            }
            Some(percent) => {
                let amount = Meaning::Ratio.growth(percent).unwrap_or(percent);
                let period = comparison.period.clone();
                self.indicator.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
            }
            // What both values say is not lost.
            None if supported == Some(true) => {}
            None => {
                let text = self.shown(column);
                self.report(column, CellProblem::UnclearTimes { text, times: times.number });
            }
        }
    }

    /// The value that a comparison compares with, if the row has it as a number.
    fn base_of(&self, comparison: &ComparisonColumn) -> Option<Decimal> {
        if !comparison.with_plan {
            return Some(self.read(comparison.base?).figure()?.number);
        }
        match self.target {
            Some(Target::Value(target)) => Some(target),
            _ => None,
        }
    }

    /// Whether words after a number are the unit of the row.
    pub(super) fn is_own_unit(&self, words: &str) -> bool {
        self.unit.as_deref().is_some_and(|unit| fold(unit) == fold(words))
    }

    /// The value of a comparison, and whether it falls if words say so: "Tăng 13,0", "giảm 2,1".
    fn read_change(&self, column: usize) -> (Value, Option<bool>) {
        match self.change(column) {
            Some((value, falls)) => (value, Some(falls)),
            None => (self.read(column), None),
        }
    }

    /// Whether a rise or fall without a percent sign, in its cell and its heading, is of a rate.
    fn is_in_points(&self, comparison: &ComparisonColumn, figure: &Number) -> bool {
        let unsigned = !figure.is_percent() && !self.schema().heading(comparison.at).contains('%');
        unsigned && comparison.evidence == 0 && self.unit.as_deref().is_some_and(is_of_points)
    }

    /// Whether "+/- so cùng kỳ (%)" is about a percentage, of which it is the difference, and the
    /// row does not have both values.
    fn is_of_percent(&self, comparison: &ComparisonColumn) -> bool {
        let heading = self.schema().heading(comparison.at);
        let has_signs = ["+/-", "+,-", "+, -", "±"].iter().any(|signs| heading.contains(signs));
        let of_percent = self.unit.as_deref().is_some_and(|unit| unit.contains(['%', '‰']));
        has_signs && of_percent && !comparison.with_plan && self.base_of(comparison).is_none()
    }

    /// Whether a number has no percent sign in a column in which others have one.
    fn is_without_its_sign(&self, comparison: &ComparisonColumn, figure: &Number) -> bool {
        !figure.is_percent() && self.schema().columns[comparison.at].has_percent_signs
    }

    /// What a number in a column of comparisons is, where it may differ from most of the column.
    fn meaning(
        &self,
        comparison: &ComparisonColumn,
        figure: &Number,
        falls: Option<bool>,
    ) -> Meaning {
        let of_rate = self.unit.as_deref().is_some_and(is_of_points);
        match falls {
            // "+11,0%" of persons, among differences of other rows.
            _ if figure.is_percent() && comparison.meaning == Meaning::Difference && !of_rate => {
                Meaning::Growth
            }
            Some(_) if comparison.meaning == Meaning::Difference => Meaning::Difference,
            // "Tăng 2" for a rate, under a heading without a percent sign.
            Some(_) if self.is_in_points(comparison, figure) => Meaning::Difference,
            Some(_) => Meaning::Growth,
            None if figure.is_percent() && comparison.meaning == Meaning::Fraction => {
                Meaning::Ratio
            }
            None if figure.is_percent() && comparison.meaning == Meaning::GrowthFraction => {
                Meaning::Growth
            }
            None if figure.signed
                && (self.is_in_points(comparison, figure) || self.is_of_percent(comparison)) =>
            {
                Meaning::Difference
            }
            None => comparison.meaning,
        }
    }

    /// Reads a comparison; `falls` is what words in its cell say.
    fn compared(&mut self, comparison: &ComparisonColumn, figure: &Number, falls: Option<bool>) {
        let meaning = self.meaning(comparison, figure, falls);
        let is_fall = falls.unwrap_or(comparison.is_fall);
        let number = if is_fall { -figure.number } else { figure.number };
        let both = self.indicator.figure().zip(self.base_of(comparison));
        let row = both.map(|(actual, base)| Compared { actual, base, value: number });
        let is_mixed = self.is_without_its_sign(comparison, figure);
        // In a column of ratios, a percentage is often compared by its difference in points. For a
        // rate near 100 a growth fits within rounding what the difference is exactly.
        let exactly = is_mixed || self.unit.as_deref().is_some_and(is_of_points);
        let in_points = row.is_some_and(|row| is_difference_instead(&row, meaning, exactly));
        let found = ReadComparison {
            number,
            meaning: if in_points { Meaning::Difference } else { meaning },
            row,
            is_mixed,
        };
        match comparison.with_plan {
            true => self.compared_with_plan(comparison, &found),
            false => self.changed(comparison, &found),
        }
    }

    /// Takes a comparison with the plan for the percentage of the plan.
    fn compared_with_plan(&mut self, comparison: &ComparisonColumn, found: &ReadComparison) {
        // A difference from the plan follows from both values, and so does "vượt 13%": only where a value is
        // missing it is the percentage. For a second percentage there is no field.
        let is_growth = matches!(found.meaning, Meaning::Growth | Meaning::GrowthFraction);
        let follows = found.row.is_some() && is_growth;
        match found.meaning.percent(found.number).filter(|_| !follows) {
            Some(percent) if self.percent.is_none() => self.percent = Some(percent),
            _ => self.keep(comparison.at),
        }
    }

    /// Adds a comparison with another period to the changes.
    fn changed(&mut self, comparison: &ComparisonColumn, found: &ReadComparison) {
        let ReadComparison { number, meaning, row, is_mixed } = *found;
        // A difference in tonnes is not a change in points, and follows from both values. So is one of whole
        // numbers without a unit, such as criteria.
        let whole = row.is_some_and(|row| row.actual.scale() == 0 && row.base.scale() == 0);
        let in_percent = self.unit.as_deref().map_or(!whole, is_of_points);
        if meaning == Meaning::Difference && !in_percent {
            if is_mixed {
                let text = self.shown(comparison.at);
                self.report(comparison.at, CellProblem::NotAPercent { text });
            }
            return self.keep(comparison.at);
        }
        // A fall without its minus sign must not be shown as a rise.
        let rise = meaning.growth(number).unwrap_or(number);
        if comparison.base.is_some() && row.is_some_and(|row| is_opposite(&row, rise)) {
            let text = self.shown(comparison.at);
            self.report(comparison.at, CellProblem::ChangeAgainstValues { text });
            return self.keep(comparison.at);
        }
        let period = comparison.period.clone();
        let (amount, unit) = match meaning.growth(number) {
            Some(amount) => (amount, ChangeUnit::Percent),
            None => (number, ChangeUnit::Points),
        };
        self.indicator.changes.push(Change { period, amount, unit });
    }
}

/// A number of a column of comparisons, as it was read.
struct ReadComparison {
    number: Decimal,
    meaning: Meaning,
    /// The same with both values, if the row has them as numbers.
    row: Option<Compared>,
    /// Whether it has no percent sign in a column in which others have one.
    is_mixed: bool,
}

/// Whether a number is the difference of both values of its row, and not what its column means.
fn is_difference_instead(row: &Compared, meaning: Meaning, exactly: bool) -> bool {
    let refuted = !meaning.fits(row) || exactly && !meaning.fits_exactly(row);
    refuted && Meaning::Difference.fits_exactly(row) && !row.value.is_zero()
}

/// Whether a published rise is a fall by both values of its row, or the other way round.
fn is_opposite(row: &Compared, rise: Decimal) -> bool {
    let moved = row.actual.cmp(&row.base);
    moved == rise.cmp(&Decimal::ZERO).reverse() && moved != Ordering::Equal
}

/// Whether differences in a unit are points: "%", "điểm", "trẻ trai/100 trẻ gái".
fn is_of_points(unit: &str) -> bool {
    unit.contains(['%', '‰'])
        || unit.contains('/') && unit.replace(' ', "").contains("/100")
        || is_score_unit(unit)
        || folds_to(unit, "phan tram")
}
