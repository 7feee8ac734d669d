//! Tables with years in one direction and their months or quarters in the other: the period of a
//! value is both together. "Năm | Tháng 1 | Tháng 2" above "2023 | 101 | 102", and "Tháng | 2022 |
//! 2023" above "Tháng 1 | 17 | 15".

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::period::parse;
use crate::lexicon::period_cell::parse_cell;
use crate::model::{Period, Span};

/// The period of a value in a column and a row of which one is a year and the other a part of a year that is not known;
/// `None` where they are not.
pub(crate) fn crossed(column: Option<Period>, row: Option<Period>) -> Option<Period> {
    let (column, row) = column.zip(row)?;
    let (part, year) = match (column.first_year(), row.first_year()) {
        (None, Some(_)) => (column, row),
        (Some(_), None) => (row, column),
        _ => return None,
    };
    let both = part.in_year_of(year);
    let both = if year.span() == Span::Year { both.or_year(year.first_year()) } else { both };
    (is_year(year) && both.first_year().is_some()).then_some(both)
}

/// Whether the rows say in which years the parts of years in the headings are: then the year of the
/// title is that of none of them.
pub(super) fn rows_have_years(header: &Header) -> bool {
    let of_rows = match header.axes.rows {
        RowKind::Periods => header.names.first().copied(),
        RowKind::Indicators | RowKind::Places => header.axes.period,
    };
    let Some(rows) = of_rows.and_then(|at| header.columns.get(at)) else { return false };
    let is_part = |at: usize| {
        let named = parse(&header.columns[at].heading);
        named.is_some_and(|own| own.first_year().is_none() && own.is_part_of_year())
    };
    header.values().into_iter().any(is_part)
        && rows.profile.are_all(|text| parse_cell(text).is_some_and(is_year))
}

/// Whether a period is a year that is known.
fn is_year(period: Period) -> bool {
    period.first_year().is_some()
        && matches!(period.span(), Span::Year | Span::SplitYear | Span::FiscalYear)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_and_a_part_of_one_are_a_part_of_that_year() {
        let may = Period::month(None, 5);
        for (column, row, expected) in [
            (may, Some(Period::year(2023)), Period::month(Some(2023), 5)),
            (Some(Period::year(2023)), may, Period::month(Some(2023), 5)),
            (Some(Period::any_year()), Some(Period::year(2023)), Some(Period::year(2023))),
            (
                Period::quarter(None, 2),
                Some(Period::split_year(2023)),
                Period::split_quarter(2023, 2),
            ),
            (may, Some(Period::split_year(2023)), None),
            (may, Period::month(Some(2023), 6), None),
            (Some(Period::year(2022)), Some(Period::year(2023)), None),
            (may, None, None),
        ] {
            assert_eq!(crossed(column, row), expected, "{column:?} {row:?}");
        }
    }
}
