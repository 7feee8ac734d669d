//! The rows of a table with the decisions about its columns: the common input of the outline and of the
//! indicators.

use std::ops::Range;

use super::dated_names::DatedNames;
use super::extent::Extent;
use super::period_lines::PeriodLines;
use super::plans_of_rows;
use super::repeated_places::RepeatedPlaces;
use super::row_reader::RowReader;
use super::shared_cells::SharedCells;
use super::shifted_rows::ShiftedRows;
use super::single_classes::SingleClasses;
use super::totals::is_average;
use crate::dataset::progress::Progress;
use crate::dataset::table::columns::schema::Schema;
use crate::dataset::table::layout::footnotes::Footnotes;
use crate::dataset::table::layout::tables::TableArea;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::location::Locator;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::{Location, OpenError};
use crate::lexicon::bracketed_unit;
use crate::lexicon::marker_order::Marker;
use crate::text::one_line::one_line;

/// A table with its schema and the area of its rows.
pub(crate) struct Body<'a> {
    pub(crate) reader: RowReader<'a>,
    pub(crate) extent: Extent,
    /// Where its header and its rows are; below the end of the table, the rows that do not belong to it.
    pub(crate) area: TableArea,
    /// The place that the table is of, if the title names one.
    pub(crate) place: Option<String>,
    /// Values merged over several rows or columns.
    pub(crate) shared_cells: SharedCells,
    /// Rows with more cells than headings.
    pub(crate) shifted_rows: ShiftedRows,
    /// The footnotes below the table.
    pub(crate) footnotes: Footnotes,
    /// The names that several of its places have.
    pub(crate) repeated_places: RepeatedPlaces,
    /// The indicators that have one class only.
    pub(crate) single_classes: SingleClasses,
    /// The names that rows of several periods have.
    pub(crate) dated_names: DatedNames,
    /// The lines that say of when the rows below them are.
    pub(crate) period_lines: PeriodLines,
    /// Whether plans whose heading names no period are those of the months or quarters of their rows.
    pub(crate) plans_are_of_rows: bool,
    locator: Locator<'a>,
}

/// A table of a sheet with the decisions about its columns.
pub(crate) struct SchemaOfArea {
    pub(crate) area: TableArea,
    pub(crate) schema: Schema,
    /// The place that the table is of, if the title names one.
    pub(crate) place: Option<String>,
}

impl<'a> Body<'a> {
    /// Finds the rows of a table with a schema. An error if a limit is exceeded, or if the user cancelled.
    pub(crate) fn of(
        sheet: &'a Sheet<'a>,
        SchemaOfArea { area, schema, place }: SchemaOfArea,
        locator: Locator<'a>,
        progress: &Progress,
    ) -> Result<Self, OpenError> {
        let reader = RowReader::new(sheet, area.rows.clone(), schema, locator.file)?;
        let extent = Extent::of(&reader, area.rows.clone(), locator.file, progress)?;
        let footnotes = Footnotes::of(sheet, extent.end..area.rows.end);
        let rows = area.rows.start..extent.end;
        let repeated_places = RepeatedPlaces::of(&reader, rows.clone());
        let single_classes = SingleClasses::of(&reader, rows.clone());
        let dated_names = DatedNames::of(&reader, rows.clone());
        let period_lines = PeriodLines::of(&reader, rows.clone());
        let plans_are_of_rows = plans_of_rows::are_of_rows(&reader, rows.clone());
        let shared_cells = SharedCells::of(&reader, rows.clone());
        let shifted_rows = ShiftedRows::of(&reader, area.header.first..area.header.below, rows);
        Ok(Self {
            reader,
            extent,
            area,
            place,
            shared_cells,
            shifted_rows,
            footnotes,
            repeated_places,
            single_classes,
            dated_names,
            period_lines,
            plans_are_of_rows,
            locator,
        })
    }

    pub(crate) fn sheet(&self) -> &'a Sheet<'a> {
        self.reader.sheet
    }

    pub(crate) fn schema(&self) -> &Schema {
        &self.reader.schema
    }

    /// The rows of the table, by index.
    pub(crate) fn rows(&self) -> Range<usize> {
        self.area.rows.start..self.extent.end
    }

    /// The first rows of the table, for decisions about all of them.
    pub(crate) fn sampled_rows(&self) -> impl Iterator<Item = Row<'_>> {
        const SAMPLED_ROWS: usize = 200;
        self.sheet().range(self.rows()).take(SAMPLED_ROWS)
    }

    /// Whether row `at` repeats the header on another page.
    pub(crate) fn is_repeated_header(&self, at: usize) -> bool {
        let pages = &self.area.repeated_headers;
        let behind = pages.partition_point(|page| page.end <= at);
        pages.get(behind).is_some_and(|page| page.contains(&at))
    }

    /// The location of a cell, with the heading of its column as the path.
    pub(crate) fn location(&self, row: &Row<'_>, column: usize) -> Location {
        let heading = one_line(self.schema().heading(column));
        self.locator.location(self.sheet(), row, column, heading)
    }

    /// Whether a row has a value or a verdict.
    pub(crate) fn has_values(&self, row: &Row<'_>) -> bool {
        let schema = self.schema();
        if schema.is_list_of_names() && schema.main.verdict.is_none() {
            // Even if no column of values is known, a row with numbers is not a group.
            let others = schema.main.kept.iter().copied().chain(self.extent.unheaded.clone());
            let mut others = others.map(|column| row.cell(column).shown());
            return others.any(|text| text.starts_with(|c: char| c.is_ascii_digit()));
        }
        schema.values().chain(schema.main.verdict).any(|column| !row.cell(column).is_empty())
    }

    /// Whether units are in brackets at the end of the names: if most brackets there contain a known unit, an
    /// unknown word in brackets is a unit, too.
    pub(crate) fn names_hold_units(&self) -> bool {
        if self.schema().unit.is_some() || self.schema().common_unit.is_some() {
            return false;
        }
        let rows = self.sampled_rows();
        let (mut known, mut unknown) = (0, 0);
        for row in rows.filter(|row| self.has_values(row)) {
            let name = self.reader.marker_and_name(&row).name;
            known += usize::from(bracketed_unit::in_brackets(&name).is_some());
            unknown += usize::from(bracketed_unit::in_last_brackets(&name).is_some());
        }
        known > 1 && known * 2 >= unknown
    }

    /// Whether the next row is a child of a row with this marker.
    pub(crate) fn has_children(&self, at: usize, marker: Marker) -> bool {
        self.next_mark(at).is_some_and(|next| next > marker)
    }

    /// The marker of the next row with a name.
    pub(crate) fn next_mark(&self, at: usize) -> Option<Marker> {
        self.sheet().range(at + 1..self.extent.end).find_map(|row| {
            let entry = self.reader.marker_and_name(&row);
            (!entry.is_unnamed()).then(|| entry.marked().marker)
        })
    }

    /// Whether the row below has a unit of its own in brackets, or no values, or there is none: it
    /// goes on with nothing.
    pub(crate) fn next_is_apart(&self, at: usize) -> bool {
        let next = self.sheet().range(at + 1..self.extent.end).find_map(|row| {
            let entry = self.reader.marker_and_name(&row);
            let has_unit = || bracketed_unit::in_brackets(&entry.name).is_some();
            (!entry.is_unnamed()).then(|| !self.has_values(&row) || has_unit())
        });
        next.unwrap_or(true)
    }

    /// Whether each row below, if any, is an average of those above: "Tổng thu các quỹ" over "Bình quân một xã".
    pub(crate) fn are_averages_below(&self, at: usize) -> bool {
        self.sheet().range(at + 1..self.extent.end).all(|row| {
            let entry = self.reader.marker_and_name(&row);
            let marked = entry.marked();
            let unmarked = matches!(marked.marker, Marker::Plain(_) | Marker::Capitals);
            entry.is_unnamed() || unmarked && is_average(&marked.name)
        })
    }

    /// Whether no row below has a marker.
    pub(crate) fn are_unmarked_below(&self, at: usize) -> bool {
        self.sheet().range(at + 1..self.extent.end).all(|row| {
            let entry = self.reader.marker_and_name(&row);
            let marker = entry.marked().marker;
            entry.is_unnamed() || matches!(marker, Marker::Plain(_) | Marker::Capitals)
        })
    }
}
