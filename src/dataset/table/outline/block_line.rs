//! Lines over the columns of values that begin a block: "Ha", "Chỉ số phát triển (Năm trước = 100) - %".

use crate::dataset::table::source::cell::Row;
use crate::lexicon::block_heading::BlockHeading;
use crate::lexicon::unit;

/// The block that a line without a name begins, whose only cell is in a column of values.
pub(crate) fn line_over_values(row: &Row<'_>) -> Option<BlockHeading> {
    let (_, cell) = row.filled_cells().next().filter(|_| row.filled() == 1)?;
    let line = BlockHeading::of(&cell.shown()).filter(|line| line.unit.is_some());
    line.or_else(|| bare_unit(&cell.shown()))
}

/// A line over the values that is nothing but a unit, even one that would be a heading of names elsewhere: "Xã".
fn bare_unit(text: &str) -> Option<BlockHeading> {
    unit::only_unit(text).map(|unit| BlockHeading { name: String::new(), unit: Some(unit) })
}
