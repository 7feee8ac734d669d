//! The changes of a table that has nothing else, each in the slice of its own period: "Tháng 9/2024
//! so với cùng kỳ" next to "10 tháng năm 2024 so với cùng kỳ" under "THÁNG 10 NĂM 2024".

use super::comparison::comparison_reading::{ComparisonColumn, ComparisonReading};
use super::plan_period::in_year_of;
use super::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::part_of_year::{AVERAGES, ENGLISH_AVERAGES};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::reported_period::parse_in;
use crate::model::Period;

/// Gives each period that the changes are of a group of its own, if the table has one group without plans and results,
/// and there are several periods. The main group is of the period in the `title`, or else of the first change.
pub(super) fn split(
    header: &Header,
    title: Option<Period>,
    values: &mut Vec<ValueColumns>,
    readings: &mut [ComparisonReading],
) {
    let [main] = values.as_mut_slice() else { return };
    if !header.values().is_empty() || header.axes.rows != RowKind::Indicators {
        return;
    }
    let of_change = |found: &ComparisonColumn| {
        let sides = ComparisonSides::of(&header.columns[found.at].heading);
        let year = title.and_then(Period::last_year);
        parse_in(&sides.value, title).map(|own| in_year_of(own, title).or_year(year)).or(title)
    };
    let mut periods: Vec<Period> = Vec::new();
    for reading in readings.iter() {
        let ComparisonReading::Of { found, .. } = reading else { continue };
        // A change of an unknown period would be in the slice of another one, and months without a year have none.
        let dated = of_change(found).filter(|period| period.first_year().is_some());
        let Some(period) = dated else { return };
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    if periods.len() < 2 {
        return;
    }
    if let Some(own) = periods.iter().position(|period| Some(*period) == title) {
        periods[..=own].rotate_right(1);
    }
    main.slice.period = periods.first().copied();
    let of_period = |period: &Period| {
        let mut own = ValueColumns { measure: main.measure.clone(), ..ValueColumns::default() };
        own.slice.period = Some(*period);
        own
    };
    let others: Vec<ValueColumns> = periods.iter().skip(1).map(of_period).collect();
    values.extend(others);
    for reading in readings {
        let ComparisonReading::Of { group, found } = reading else { continue };
        let own = of_change(found);
        *group = periods.iter().position(|period| Some(*period) == own).unwrap_or(0);
        found.of_other = false;
        let sides = ComparisonSides::of(&header.columns[found.at].heading);
        if let Some(base) = sides.period() {
            let value = key(&sides.value);
            let average = match has(&value, &ENGLISH_AVERAGES) {
                true => "average",
                false => "bình quân",
            };
            found.period = match has(&value, &AVERAGES) && !has(&key(&base), &AVERAGES) {
                true => format!("{base} ({average})"),
                false => base,
            };
        }
    }
}
