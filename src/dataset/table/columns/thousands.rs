//! Decides whether points are thousands separators or decimal points by the other values in the same row.
//! Plan and actual of a row have the same unit, so 4.500 next to 672 is a different number than 4.500 next to
//! 4,7.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::number::bare_digits;
use crate::text::parse_number::{NumberStyle, parse};

/// The number of rows that are sampled.
const SAMPLED_ROWS: usize = 2_000;

/// A reading is supported if it and the other number differ by at most this factor.
const NEAR: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

/// The evidence in the rows of a column.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RowVotes {
    /// The number of rows where only the point as a thousands separator fits …
    pub(crate) thousands: usize,
    /// … where only the decimal point fits …
    pub(crate) decimals: usize,
    /// … how many of the latter are next to a number with decimals …
    pub(crate) fractions: usize,
    /// … and the number of rows that can be read in both ways.
    pub(crate) open: usize,
}

/// Tests the rows of a column; `neighbours` are the columns with values of the same measure.
pub(crate) fn row_votes(
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    column: usize,
    neighbours: &[usize],
) -> RowVotes {
    let mut votes = RowVotes::default();
    for row in sheet.range(rows).take(SAMPLED_ROWS) {
        let Cell::Text(text) = row.cell(column) else { continue };
        let Some(NumberStyle::Either { comma, point }) = read(text) else { continue };
        votes.open += 1;
        let numbers = neighbours.iter().filter_map(|other| certain(row.cell(*other)));
        let (mut thousands, mut decimals, mut fraction) = (false, false, false);
        numbers.for_each(|number| {
            thousands |= is_near(comma, number);
            decimals |= is_near(point, number);
            fraction |= number.scale() > 0;
        });
        votes.thousands += usize::from(thousands && !decimals);
        votes.decimals += usize::from(decimals && !thousands);
        votes.fractions += usize::from(decimals && !thousands && fraction);
    }
    votes
}

fn read(text: &str) -> Option<NumberStyle> {
    parse(bare_digits(text.trim())?)
}

/// The number of a cell that can be read in one way only.
fn certain(cell: &Cell<'_>) -> Option<Decimal> {
    match cell {
        Cell::Text(text) => read(text)?.unambiguous(),
        other => other.number(),
    }
}

fn is_near(one: Decimal, other: Decimal) -> bool {
    let within = |small: Decimal, large| small.checked_mul(NEAR).is_some_and(|most| large <= most);
    let (one, other) = (one.abs(), other.abs());
    within(one, other) && within(other, one)
}
