//! Whether dots part thousands or decimals where a column does not tell: what stands beside them in their
//! rows does. Plan and actual of a row are in one unit, and 4.500 beside 672 is another number than
//! 4.500 beside 4,7.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::number::bare_digits;
use crate::text::parse_number::{NumberStyle, parse};

/// How many rows are asked.
const LOOKED_AT: usize = 2_000;

/// One of two readings is borne out where it lies nearer than this many times the other number.
const NEAR: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

/// What the rows of a column tell.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::dataset::table) struct RowVotes {
    /// How many bear out that dots part thousands …
    pub(in crate::dataset::table) thousands: usize,
    /// … how many that they part decimals …
    pub(in crate::dataset::table) decimals: usize,
    /// … how many of those beside a number that has decimals …
    pub(in crate::dataset::table) fractions: usize,
    /// … of how many that leave it open.
    pub(in crate::dataset::table) open: usize,
}

/// Asks the rows of a column; `beside` are those that hold values of the same.
pub(in crate::dataset::table) fn borne_out(
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    column: usize,
    beside: &[usize],
) -> RowVotes {
    let mut told = RowVotes::default();
    for row in sheet.range(rows).take(LOOKED_AT) {
        let Cell::Text(text) = row.cell(column) else { continue };
        let Some(NumberStyle::Either { comma, point }) = read(text) else { continue };
        told.open += 1;
        let numbers = beside.iter().filter_map(|other| certain(row.cell(*other)));
        let (mut thousands, mut decimals, mut fraction) = (false, false, false);
        numbers.for_each(|number| {
            thousands |= is_near(comma, number);
            decimals |= is_near(point, number);
            fraction |= number.scale() > 0;
        });
        told.thousands += usize::from(thousands && !decimals);
        told.decimals += usize::from(decimals && !thousands);
        told.fractions += usize::from(decimals && !thousands && fraction);
    }
    told
}

fn read(text: &str) -> Option<NumberStyle> {
    parse(bare_digits(text.trim())?)
}

/// The number of a cell that can be read in one way only.
fn certain(cell: &Cell<'_>) -> Option<Decimal> {
    match cell {
        Cell::Number { value, percent: false } => Some(*value),
        Cell::Text(text) => read(text)?.unambiguous(),
        _ => None,
    }
}

fn is_near(one: Decimal, other: Decimal) -> bool {
    let within = |small: Decimal, large| small.checked_mul(NEAR).is_some_and(|most| large <= most);
    let (one, other) = (one.abs(), other.abs());
    within(one, other) && within(other, one)
}
