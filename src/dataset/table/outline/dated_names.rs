//! Rows that are one indicator in several periods, of which their names say the period: "Dân số năm
//! 2023" and "Dân số năm 2024".

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::row::OutlinedRow;
use super::row_reader::RowReader;
use crate::dataset::table::columns::schema::Schema;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::dated_name::dated_name;
use crate::lexicon::role::Role;
use crate::model::Period;
use crate::text::one_line::one_line;

/// The most rows of a table in which names are compared: a longer one has a column of periods.
const MOST_ROWS: usize = 20_000;

/// The names that occur with several periods, without them.
#[derive(Debug, Default)]
pub(crate) struct DatedNames {
    names: HashSet<String>,
}

impl DatedNames {
    /// Compares the names of the rows of a table whose columns and rows are not of other periods.
    pub(crate) fn of(reader: &RowReader<'_>, rows: Range<usize>) -> Self {
        if rows.len() > MOST_ROWS || !may_be_of_rows(&reader.schema) {
            return Self::default();
        }
        let mut periods: HashMap<String, Period> = HashMap::new();
        let mut names = HashSet::new();
        for row in reader.sheet.range(rows) {
            let entry = reader.marker_and_name(&row);
            // Below another heading, the same name may be of something else.
            if !reader.has_figure(&row) {
                periods.clear();
                continue;
            }
            let name = one_line(&entry.marked().name);
            let Some((own, period)) = dated_name(&name) else { continue };
            match periods.insert(own.to_owned(), period) {
                Some(before) if before != period => {
                    names.insert(own.to_owned());
                }
                _ => {}
            }
        }
        Self { names }
    }

    /// Whether the table has such names.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Removes the periods from the names of a row and of the rows that it is below, and returns the one of the row.
    pub(crate) fn undated(&self, row: &mut OutlinedRow) -> Option<Period> {
        if self.names.is_empty() {
            return None;
        }
        let mut found = None;
        for name in row.parents.iter_mut().chain([&mut row.name]) {
            let dated = dated_name(name).filter(|(own, _)| self.names.contains(*own));
            if let Some((own, period)) = dated.map(|(own, period)| (own.to_owned(), period)) {
                *name = own;
                found = Some(period);
            }
        }
        found
    }
}

/// Whether the rows are indicators, and nothing but they says of when their values are.
fn may_be_of_rows(schema: &Schema) -> bool {
    schema.axes.rows == RowKind::Indicators && are_undated(schema)
}

/// Whether no column says of when the values of a table are.
pub(super) fn are_undated(schema: &Schema) -> bool {
    schema.axes.period.is_none()
        && schema.groups().all(|group| group.columns.slice.period.is_none())
        && schema.columns.iter().all(|column| match &column.role {
            Role::Plan(when) | Role::Actual(when) => when.year.is_none() && !when.part,
            _ => true,
        })
}
