//! Units that only the first of the rows of an indicator has, where each row is of another place or
//! period: "Diện tích lúa | ha | Vân Hồ" over "| | Chiềng Khoa".

use std::ops::Range;
use std::sync::Arc;

use crate::dataset::table::columns::schema::Schema;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::text::one_line::one_line;

/// The most rows of a table in which units are looked for: people leave cells empty by hand.
const MOST_ROWS: usize = 50_000;

/// The rows of one name, directly below each other.
struct Rows {
    name: String,
    unit: Arc<str>,
    /// The lines below the first that have no unit.
    without: Vec<usize>,
    /// Whether a line below the first has a unit.
    is_other: bool,
}

/// The units of the rows without one, by line and column: that of the first row of their name, if no other one has any.
/// `text` is what a row has in a column, or the cell merged over it.
pub(super) fn units_below(
    sheet: &Sheet<'_>,
    schema: &Schema,
    rows: Range<usize>,
    text: impl Fn(&Row<'_>, usize) -> String,
) -> Vec<((usize, usize), Arc<str>)> {
    let axes = &schema.axes;
    let (Some(unit), [name]) = (schema.unit, &schema.names[..]) else { return Vec::new() };
    let are_keyed = axes.place.is_some() || axes.period.is_some();
    if !are_keyed || axes.rows != RowKind::Indicators || rows.len() > MOST_ROWS {
        return Vec::new();
    }
    let mut all: Vec<Rows> = Vec::new();
    for row in sheet.range(rows) {
        let own = one_line(&text(&row, *name));
        let text = text(&row, unit);
        if own.is_empty() {
            continue;
        }
        match all.last_mut().filter(|last| last.name == own) {
            Some(last) if text.trim().is_empty() => last.without.push(row.line),
            Some(last) => last.is_other = true,
            None => all.push(Rows {
                name: own,
                unit: text.into(),
                without: Vec::new(),
                is_other: false,
            }),
        }
    }
    let alone = all.into_iter().filter(|own| !own.is_other && !own.unit.trim().is_empty());
    let given = alone.flat_map(|own| {
        let Rows { unit: text, without, .. } = own;
        without.into_iter().map(move |line| ((line, unit), Arc::clone(&text)))
    });
    given.collect()
}
