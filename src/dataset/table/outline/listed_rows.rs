//! Rows that are nothing but the measures which the title lists: "Diện tích", "Năng suất" and "Sản lượng" below "Diện tích,
//! năng suất, sản lượng lúa đông xuân".

use super::body::Body;
use super::row::OutlinedRow;
use crate::dataset::table::columns::measured_object::ListedMeasures;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::text::fold::fold;

/// What the title says that all rows of a table are of.
#[derive(Debug)]
pub(in crate::dataset::table) struct ListedRows {
    list: Option<ListedMeasures>,
}

impl ListedRows {
    pub(in crate::dataset::table) fn of(body: &Body<'_>) -> Self {
        let are_indicators = body.schema().axes.rows == RowKind::Indicators;
        let subject = body.area.subject.as_deref().filter(|_| are_indicators);
        let list = subject.and_then(|subject| {
            let rows = body.sampled_rows().filter(|row| row.filled() > 1);
            let name = |row| fold(body.reader.mark_and_name(&row).1.trim());
            let names: Vec<String> = rows.map(name).collect();
            // A row of something else may have the others as its parts.
            let list = ListedMeasures::of(subject, &names).filter(ListedMeasures::are_several)?;
            names.iter().all(|name| list.has(name)).then_some(list)
        });
        Self { list }
    }

    /// Adds what the title says to the name of a row.
    pub(in crate::dataset::table) fn rename(&self, row: &mut OutlinedRow) {
        let Some(list) = &self.list else { return };
        if row.parents.is_empty() && list.has(&fold(&row.name)) {
            row.name = list.name(&row.name);
        }
    }
}
