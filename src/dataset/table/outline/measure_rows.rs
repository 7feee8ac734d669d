//! Rows that are nothing but the measures which the title lists: "Diện tích", "Năng suất" and "Sản
//! lượng" below "Diện tích, năng suất, sản lượng lúa đông xuân".

use super::body::Body;
use super::row::OutlinedRow;
use crate::dataset::table::columns::measured_object::ListedMeasures;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::text::fold::fold;

/// What the title says that all rows of a table are of.
#[derive(Debug)]
pub(crate) struct MeasureRows {
    list: Option<ListedMeasures>,
    /// The names of the rows as written, without those of the title.
    names: Vec<String>,
}

impl MeasureRows {
    pub(crate) fn of(body: &Body<'_>) -> Self {
        let are_indicators = body.schema().axes.rows == RowKind::Indicators;
        let subject = body.area.subject.as_deref().filter(|_| are_indicators);
        let list = subject.and_then(|subject| {
            let rows = body.sampled_rows().filter(|row| row.filled() > 1);
            let names: Vec<String> =
                rows.map(|row| body.reader.marker_and_name(&row).name.trim().to_owned()).collect();
            let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
            // A row of something else may have the others as its parts.
            let list = ListedMeasures::of(subject, &folded).filter(ListedMeasures::are_several)?;
            folded.iter().all(|name| list.has(name)).then_some((list, names))
        });
        let (list, names) = list.unzip();
        Self { list, names: names.unwrap_or_default() }
    }

    /// The names of the rows with what the title says; none if it says nothing.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.list.iter().flat_map(|list| self.names.iter().map(|name| list.name(name)))
    }

    /// Adds what the title says to the name of a row.
    pub(crate) fn rename(&self, row: &mut OutlinedRow) {
        let Some(list) = &self.list else { return };
        if row.parents.is_empty() && list.has(&fold(&row.name)) {
            row.name = list.name(&row.name);
        }
    }
}
