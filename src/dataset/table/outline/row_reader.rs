//! What the cells of a row say by the schema of the table: its marker, its name, its unit, and whether it has
//! values.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::grouped_cells;
use super::totals::total;
use super::units_of_names;
use crate::dataset::table::columns::schema::Schema;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::dataset::{Diagnostics, Limited};
use crate::lexicon::markers::MarkedName;
use crate::lexicon::period_cell;
use crate::lexicon::unit;
use crate::lexicon::verdict;

/// A sheet with the schema by which the rows of a table are read.
pub(crate) struct RowReader<'a> {
    pub(crate) sheet: &'a Sheet<'a>,
    pub(crate) schema: Schema,
    /// The texts of cells merged downward, for the rows that leave them empty: by line and column.
    merged: HashMap<(usize, usize), Arc<str>>,
}

/// The marker and the name in the cells of a row.
pub(crate) struct MarkerAndName<'r> {
    pub(crate) marker: Cow<'r, str>,
    pub(crate) name: Cow<'r, str>,
}

/// The text of a cell that a row does not have.
const NONE: Cow<'_, str> = Cow::Borrowed("");

/// The most letters of a marker in a column of markers. A footnote or a heading there is longer.
const LONGEST_MARK: usize = 6;

impl<'r> MarkerAndName<'r> {
    fn unmarked(name: Cow<'r, str>) -> Self {
        Self { marker: NONE, name }
    }

    /// Whether it has no name.
    pub(crate) fn is_unnamed(&self) -> bool {
        self.name.trim().is_empty()
    }

    /// The name with its marker, which may be in the cell of the name.
    pub(crate) fn marked(&self) -> MarkedName {
        MarkedName::of(&self.marker, &self.name, &mut None)
    }
}

impl<'a> RowReader<'a> {
    /// Reads the rows below a header by a schema. An error if merged cells exceed the memory limit;
    /// `file` is the name in it.
    pub(crate) fn new(
        sheet: &'a Sheet<'a>,
        rows: Range<usize>,
        schema: Schema,
        file: &str,
    ) -> Result<Self, Diagnostics> {
        let mut merged = merged_downward(sheet, &schema).ok_or_else(|| {
            let most = limits::UNPACKED as usize;
            limits::diagnostic(file, 1, Limited::MergedBytes, most)
        })?;
        let axes = &schema.axes;
        let columns = match axes.rows {
            RowKind::Indicators => axes.place,
            RowKind::Places | RowKind::Periods => schema.names.first().copied(),
        };
        // "Trồng rừng" in the first of its rows, each of another place.
        let names = schema.names.first().copied().filter(|_| {
            axes.rows == RowKind::Indicators && schema.names.len() == 1 && axes.place.is_some()
        });
        let columns = columns.into_iter().chain(axes.period).chain(names);
        let columns: Vec<usize> = columns.chain(axes.upper_places.iter().copied()).collect();
        for column in columns {
            let below = grouped_cells::texts_below(sheet, &schema, rows.clone(), column);
            merged.extend(below.into_iter().map(|(line, text)| ((line, column), text)));
        }
        let mut reader = Self { sheet, schema, merged };
        let text = |row: &Row<'_>, at: usize| reader.own_or_merged(row, at).into_owned();
        let units = units_of_names::units_below(sheet, &reader.schema, rows, text);
        reader.merged.extend(units);
        Ok(reader)
    }

    /// The value of a cell, in the number format of its column.
    pub(crate) fn value(&self, row: &Row<'_>, column: usize) -> Value {
        let column = self.schema.columns.get(column).map(|of| (of, row.cell(column)));
        column.map_or(Value::Missing, |(of, cell)| Value::of(cell, of.numbers.format))
    }

    /// Whether a row is numbered. A footnote in that column is longer, or an asterisk.
    pub(crate) fn is_marked(&self, row: &Row<'_>) -> bool {
        self.schema.marker.is_some_and(|marker| {
            let text = row.cell(marker).shown();
            !text.is_empty() && text.chars().count() <= LONGEST_MARK && !text.contains('*')
        })
    }

    /// The number of first columns that are enough to read the number and the name of a row that has both, if the rows
    /// of the table are numbered.
    pub(crate) fn columns_of_names(&self) -> Option<usize> {
        let last = self.schema.names.iter().copied().max()?;
        self.schema.marker.map(|marker| marker.max(last) + 1)
    }

    /// Whether a row is numbered and has a name.
    pub(crate) fn is_numbered_entry(&self, row: &Row<'_>) -> bool {
        let is_named = |column: &usize| !row.cell(*column).shown().is_empty();
        self.is_marked(row) && self.schema.names.iter().any(is_named)
    }

    /// Whether a column of values contains a number, or a marker for a missing one.
    pub(crate) fn has_figure(&self, row: &Row<'_>) -> bool {
        const LONGEST: usize = 24;
        let figure = |column: usize| match self.value(row, column) {
            // "-" and ".." are marks for a missing number.
            Value::Missing => !row.cell(column).is_empty(),
            Value::Words(_) => false,
            Value::Unreadable(text) => text.len() <= LONGEST,
            _ => true,
        };
        self.schema.values().any(figure)
    }

    /// Whether a column of values or verdicts contains a verdict.
    pub(crate) fn is_assessed(&self, row: &Row<'_>) -> bool {
        let columns = self.schema.values().chain(self.schema.main.verdict);
        columns.into_iter().any(|column| verdict::begins(&row.cell(column).shown()).is_some())
    }

    /// The marker and the name of a row; the name with its indentation.
    pub(crate) fn marker_and_name<'r>(&'r self, row: &'r Row<'_>) -> MarkerAndName<'r> {
        if let Some(name) = self.period_name(row) {
            return MarkerAndName::unmarked(name);
        }
        let marker = self.schema.marker.map_or(NONE, |column| self.own_or_merged(row, column));
        if let Some(name) = self.name_in_columns(row).or_else(|| self.upper_place(row)) {
            return MarkerAndName { marker, name };
        }
        // A section merged over the whole width is in its first cell, the column of markers; so is "Cộng".
        if marker.chars().count() > LONGEST_MARK || total(&marker, || false).is_some() {
            return MarkerAndName::unmarked(marker);
        }
        // "I | Khối sở", whose name is in the column of groups.
        if let Some(section) =
            self.schema.section.filter(|_| !marker.is_empty() && row.filled() == 2)
            && let Cell::Text(text) = row.cell(section)
        {
            return MarkerAndName { marker, name: Cow::Borrowed(text.trim()) };
        }
        let only = row.filled_cells().next().filter(|_| row.filled() == 1);
        match only {
            Some((column, Cell::Text(text)))
                if !self.schema.values().any(|value| value == column)
                    && Some(column) != self.schema.unit
                    && marker.is_empty() =>
            {
                MarkerAndName::unmarked(Cow::Borrowed(text.trim()))
            }
            _ => MarkerAndName { marker, name: NONE },
        }
    }

    /// The name of a row that is a period, in a table of such rows.
    fn period_name<'r>(&'r self, row: &'r Row<'_>) -> Option<Cow<'r, str>> {
        let column =
            self.schema.names.first().filter(|_| self.schema.axes.rows == RowKind::Periods)?;
        let period = self.own_or_merged(row, *column);
        if !period_cell::is_period_cell(&period) {
            return None;
        }
        if period.trim().len() > 4 && period.trim().bytes().all(|byte| byte.is_ascii_digit()) {
            let parsed = period_cell::parse_cell(&period).map(|period| period.to_string());
            return Some(parsed.map_or(period, Cow::Owned));
        }
        // Alone, a year would be taken for a numbering.
        let is_year = period.bytes().all(|byte| byte.is_ascii_digit());
        Some(if is_year { Cow::Owned(format!("năm {period}")) } else { period })
    }

    /// The name in the rightmost filled column of names; one left of it is its group.
    fn name_in_columns<'r>(&'r self, row: &'r Row<'_>) -> Option<Cow<'r, str>> {
        for (level, column) in self.schema.names.iter().enumerate().rev() {
            let name = match row.cell(*column) {
                Cell::Text(text) => Cow::Borrowed(&**text),
                _ => self.own_or_merged(row, *column),
            };
            if !name.trim().is_empty() {
                let indented = |level| Cow::Owned(format!("{}{name}", "   ".repeat(level)));
                return Some(if level == 0 { name } else { indented(level) });
            }
        }
        None
    }

    /// The place that a row without a finer one is: without a commune a row is of its district.
    fn upper_place<'r>(&'r self, row: &'r Row<'_>) -> Option<Cow<'r, str>> {
        if self.schema.axes.rows != RowKind::Places {
            return None;
        }
        let upper = self.schema.axes.upper_places.iter().rev();
        let mut upper = upper.map(|at| self.own_or_merged(row, *at));
        upper.find(|text| !text.trim().is_empty())
    }

    /// The text of a cell, or that of the cell above that is merged over it.
    pub(crate) fn own_or_merged<'r>(&'r self, row: &'r Row<'_>, column: usize) -> Cow<'r, str> {
        let own = row.cell(column).shown();
        if own.is_empty()
            && let Some(merged) = self.merged.get(&(row.line, column))
        {
            return Cow::Borrowed(merged);
        }
        own
    }

    /// The unit in the column of units.
    pub(crate) fn unit_cell(&self, row: &Row<'_>) -> Option<String> {
        let column = self.schema.unit?;
        let text = unit::on_one_line(&self.own_or_merged(row, column));
        (!text.is_empty() && !verdict::is_missing(&text)).then_some(text)
    }
}

/// The texts that cells merged downward give to the rows below, in the columns of markers, names and units;
/// `None` if they would exceed the memory limit.
fn merged_downward(
    sheet: &Sheet<'_>,
    schema: &Schema,
) -> Option<HashMap<(usize, usize), Arc<str>>> {
    let naming = schema.names.iter().copied().chain(schema.unit).chain(schema.marker);
    let naming: Vec<usize> = naming.chain(schema.axes.place).chain(schema.axes.period).collect();
    let tall = sheet
        .merges
        .iter()
        .filter(|merge| merge.rows.1 > merge.rows.0 && naming.contains(&merge.columns.0));
    let (mut merged, mut bytes) = (HashMap::new(), 0);
    for merge in tall {
        let Some(top) = sheet.at_line(merge.rows.0) else { continue };
        let row = sheet.row(top);
        let text: Arc<str> = row.cell(merge.columns.0).shown().into();
        let below = sheet.range(top + 1..sheet.len()).take_while(|row| row.line <= merge.rows.1);
        for row in below {
            bytes += text.len() as u64;
            merged.insert((row.line, merge.columns.0), Arc::clone(&text));
        }
        // Each row gets the text of the merge when it is read.
        if bytes > limits::UNPACKED {
            return None;
        }
    }
    Some(merged)
}
