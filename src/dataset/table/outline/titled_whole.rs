//! The whole that the title names, where the first row only says that it is a total: "Tổng mức bán lẻ hàng hóa" over
//! "TỔNG SỐ" and its parts.

use super::body::Body;
use super::row::OutlinedRow;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::is_total;
use crate::lexicon::subject::subjects;

/// The name of the whole that all rows of a table are parts of, if its title names one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TitledWhole<'b> {
    name: Option<&'b str>,
}

impl<'b> TitledWhole<'b> {
    pub(crate) fn of(body: &'b Body<'_>) -> Self {
        let schema = body.schema();
        let axes = &schema.axes;
        let are_indicators =
            axes.rows == RowKind::Indicators && axes.place.is_none() && axes.period.is_none();
        // Rows with units of their own are no parts of one whole.
        let of_one_unit = are_indicators && schema.unit.is_none();
        let heading = |at: usize| schema.heading(at);
        let name = body.area.subject.as_deref().filter(|name| {
            of_one_unit
                && !has(&key(name), &["chi tieu"])
                && schema.values().all(|at| subjects(heading(at)).is_empty())
                && schema.values().next().is_some()
        });
        let begins_with_total = || {
            // A total alone has no parts.
            let mut rows = body.sampled_rows().filter(|row| row.filled() > 1);
            let first = rows.next();
            first.is_some_and(|row| is_total(&body.reader.marker_and_name(&row).name))
                && rows.next().is_some()
        };
        Self { name: name.filter(|_| begins_with_total()) }
    }

    /// The name in the title, if the rows are parts of what it names.
    pub(crate) fn name(&self) -> Option<&'b str> {
        self.name
    }

    /// Gives the total the name in the title, and makes the other rows its parts. Below a line with another unit, "TỔNG
    /// SỐ" is another total.
    pub(crate) fn rename(&self, row: &mut OutlinedRow) {
        let Some(name) = self.name.filter(|_| !row.has_unit_of_block) else { return };
        match row.parents.first_mut() {
            None if is_total(&row.name) => name.clone_into(&mut row.name),
            Some(first) if is_total(first) => name.clone_into(first),
            _ => row.parents.insert(0, name.to_owned()),
        }
    }
}
