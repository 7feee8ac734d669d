//! Plans of long tables whose heading names no period, in rows of months or quarters: whether each
//! is that of its row, and not that of the year. "Indicator | Month | Target | Actual"

use std::collections::HashMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::parts_of_years::with_part;
use super::row_reader::RowReader;
use crate::dataset::table::columns::schema::Schema;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::period::parse;
use crate::lexicon::period_cell::parse_cell;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::reported_period::UnnumberedPart;
use crate::model::Period;

/// The most rows that are compared: the first months of a table show what its plans are.
const MOST_ROWS: usize = 20_000;

/// A plan and a result of a part of a year.
type Dated = (Period, Decimal, Decimal);

/// Whether the plans of a table are those of the periods of their rows: most of those of an
/// indicator in a year differ; or a plan is reached in one month and not in a later one, of which
/// neither would be true of the plan of a year.
pub(super) fn are_of_rows(reader: &RowReader<'_>, rows: Range<usize>) -> bool {
    let schema = &reader.schema;
    let columns = &schema.main.columns;
    let (Some(plan), Some(actual), Some(period)) =
        (columns.plan, columns.actual, schema.axes.period)
    else {
        return false;
    };
    if schema.axes.rows != RowKind::Indicators || !is_bare(schema.heading(plan)) {
        return false;
    }
    let mut series: HashMap<(String, Option<u16>), Vec<Dated>> = HashMap::new();
    for row in reader.sheet.range(rows).take(MOST_ROWS) {
        let cell = |at: usize| reader.own_or_merged(&row, at);
        let part = schema.axes.part_of_year.map(cell);
        let period = parse_cell(&with_part(schema, cell(period), part.as_deref()));
        let number = |at: usize| reader.value(&row, at).figure().map(|figure| figure.number);
        let Some(period) = period.filter(|own| own.is_one_of_equal_parts()) else { continue };
        let Some((plan, actual)) = number(plan).zip(number(actual)) else { continue };
        let names = schema.names.iter().copied().chain(schema.unit).chain(schema.axes.place);
        let key: Vec<_> = names.chain(classes(schema)).map(|at| cell(at).into_owned()).collect();
        series
            .entry((key.join("\n"), period.first_year()))
            .or_default()
            .push((period, plan, actual));
    }
    let long = || series.values().filter(|own| own.len() > 1);
    let fits = |own: &&Vec<Dated>| differ(own) || reaches_and_misses(own);
    long().next().is_some() && long().filter(fits).count() * 3 >= long().count()
}

/// The columns of classes, whose rows are series of their own.
fn classes(schema: &Schema) -> impl Iterator<Item = usize> {
    schema.axes.classes.iter().copied()
}

/// Whether a heading names no period, not even "năm" or "annual".
fn is_bare(heading: &str) -> bool {
    const YEARS: [&str; 5] = ["annual", "full year", "nam", "year", "yearly"];
    parse(heading).is_none() && UnnumberedPart::of(heading).is_none() && !has(&key(heading), &YEARS)
}

/// Whether most plans of a year differ from each other: one that is revised once does not.
fn differ(series: &[Dated]) -> bool {
    let mut plans: Vec<Decimal> = series.iter().map(|(_, plan, _)| *plan).collect();
    plans.sort_unstable();
    plans.dedup();
    plans.len() * 2 > series.len()
}

/// Whether a plan is reached in a period, and the same one is not in a later one.
fn reaches_and_misses(series: &[Dated]) -> bool {
    series.iter().any(|(first, plan, actual)| {
        let is_missed =
            |(later, other, below): &Dated| later > first && other == plan && below < plan;
        actual >= plan && series.iter().any(is_missed)
    })
}
