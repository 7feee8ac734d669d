//! The names that several places of a table have, so that each is named with the place that it is in: "Tân Thành" of
//! two districts.

use std::collections::{HashMap, HashSet};

use super::block_line::line_over_values;
use super::row_reader::RowReader;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::block_heading::BlockHeading;
use crate::lexicon::place::is_place;
use crate::text::one_line::one_line;

/// The most rows of a table without columns of upper places in which names are compared: there are no more communes.
const MOST_ROWS: usize = 20_000;

/// Whether a row without figures begins a block of another measure of all places.
fn begins_block(row: &Row<'_>, name: &str) -> bool {
    let is_line = || row.filled() == 1 && !is_place(name) && BlockHeading::of(name).is_some();
    line_over_values(row).is_some() || is_line()
}

/// The names of several places.
#[derive(Debug, Default)]
pub(crate) struct RepeatedPlaces {
    names: HashSet<String>,
}

impl RepeatedPlaces {
    /// Compares the rows of a table.
    pub(crate) fn of(reader: &RowReader<'_>, rows: std::ops::Range<usize>) -> Self {
        let axes = &reader.schema.axes;
        let are_rows = axes.rows == RowKind::Places;
        let place = if are_rows { reader.schema.names.first().copied() } else { axes.place };
        let Some(place) = place else { return Self::default() };
        if axes.upper_places.is_empty() {
            let may_repeat = are_rows && axes.period.is_none() && rows.len() <= MOST_ROWS;
            return if may_repeat { Self::of_names(reader, rows) } else { Self::default() };
        }
        let mut known: HashMap<String, String> = HashMap::new();
        let mut names = HashSet::new();
        for row in reader.sheet.range(rows) {
            let name = one_line(&reader.own_or_merged(&row, place));
            let upper = axes.upper_places.iter().map(|at| reader.own_or_merged(&row, *at));
            let upper = upper.collect::<Vec<_>>().join("\n");
            match known.get(&name) {
                Some(before) if *before == upper => {}
                Some(_) => {
                    names.insert(name);
                }
                None => {
                    known.insert(name, upper);
                }
            }
        }
        names.remove("");
        Self { names }
    }

    fn of_names(reader: &RowReader<'_>, rows: std::ops::Range<usize>) -> Self {
        let (mut known, mut names) = (HashSet::new(), HashSet::new());
        for row in reader.sheet.range(rows) {
            let name = one_line(&reader.marker_and_name(&row).name);
            if !reader.has_figure(&row) {
                // The next block is of the same places: "Chỉ số phát triển (Năm trước = 100)".
                if begins_block(&row, &name) {
                    known.clear();
                }
                continue;
            }
            if !name.is_empty() && !known.insert(name.clone()) {
                names.insert(name);
            }
        }
        Self { names }
    }

    /// Whether several places have a name.
    pub(crate) fn has(&self, name: &str) -> bool {
        !self.names.is_empty() && self.names.contains(&one_line(name))
    }
}
