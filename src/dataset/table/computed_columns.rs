//! Columns that only repeat what others say: what is left of the plan, the difference of plan and result, a score in
//! percent of its maximum. Their numbers follow from columns that are read, so nothing is lost with them.

use rust_decimal::Decimal;

use super::outline::body::Body;
use super::source::cell::Row;

/// The fewest rows that show how a column was computed.
const FEWEST: usize = 2;

/// How a value follows from others.
#[derive(Clone, Copy)]
enum Formula {
    /// The first less the second.
    Difference,
    /// The first in percent of the second.
    Percent,
}

/// Whether the numbers of a column follow from the plan, the actual and the maximum of the same rows, in every row
/// that has them.
pub(super) fn is_computed(body: &Body<'_>, column: usize) -> bool {
    let formulas = body.schema().groups().flat_map(|group| {
        let (plan, actual, scale) = (group.columns.plan, group.columns.actual, group.scale);
        [
            (plan, actual, Formula::Difference),
            (actual, plan, Formula::Difference),
            (actual, scale, Formula::Percent),
        ]
    });
    let mut operands = formulas.filter_map(|(first, second, by)| Some((first?, second?, by)));
    operands.any(|(first, second, by)| follows(body, column, (first, second, by)))
}

/// Whether a formula gives each number of a column, where the row has both operands.
fn follows(body: &Body<'_>, column: usize, (first, second, by): (usize, usize, Formula)) -> bool {
    let number = |row: &Row<'_>, at: usize| Some(body.reader.value(row, at).figure()?.number);
    let mut equal = 0;
    for row in body.sampled_rows() {
        let Some(value) = number(&row, column) else { continue };
        let operands = number(&row, first).zip(number(&row, second));
        match operands.and_then(|(first, second)| is_equal(value, first, second, by)) {
            Some(true) => equal += 1,
            _ => return false,
        }
    }
    equal >= FEWEST
}

/// Whether a formula gives a value, within its rounding; `None` if the numbers are too large to compute.
fn is_equal(value: Decimal, first: Decimal, second: Decimal, by: Formula) -> Option<bool> {
    let last_digit = Decimal::new(1, value.scale().min(Decimal::MAX_SCALE));
    Some(match by {
        Formula::Difference => first.checked_sub(second)? == value,
        Formula::Percent => {
            let hundredfold = first.checked_mul(Decimal::ONE_HUNDRED)?;
            let off = hundredfold.checked_sub(value.checked_mul(second)?)?.abs();
            second > Decimal::ZERO && off <= last_digit.checked_mul(second)?
        }
    })
}
