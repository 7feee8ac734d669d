//! Names whose levels have columns of their own: "Tên tiêu chí" beside "Nội dung tiêu chí", where a
//! criterion stands once for all that it asks.

use std::borrow::Cow;

use super::body::Body;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::rank::Marker;

/// How many rows tell what the numbering counts.
const LOOKED_AT: usize = 200;

/// What stands left of the name of a row, in a column of names.
pub(in crate::dataset::table) struct OuterName<'r> {
    pub(in crate::dataset::table) text: Cow<'r, str>,
    /// Whether it begins with this row; else it is merged downward to it.
    pub(in crate::dataset::table) begins: bool,
}

/// The groups that the columns of names make.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct NameColumns {
    /// Whether the numbering counts the names, and not the groups left of them.
    numbers_names: bool,
    /// How the group ranks that the current row stands under.
    group: Option<Marker>,
}

impl NameColumns {
    pub(in crate::dataset::table) fn of(table: &Body<'_>) -> Self {
        let (Some(mark), [first, .., last]) = (table.columns.mark, &table.columns.names[..]) else {
            return Self::default();
        };
        let mut rows = table.sheet.range(table.rows.start..table.end).take(LOOKED_AT);
        let numbers_names = rows.any(|row| {
            let filled = |column: usize| !row.cell(column).is_empty();
            filled(mark) && filled(*last) && !filled(*first)
        });
        Self { numbers_names, group: None }
    }

    /// The sign of a group.
    pub(in crate::dataset::table) fn sign<'s>(&self, cell: &'s str) -> &'s str {
        if self.numbers_names { "" } else { cell }
    }

    /// Hears that a group begins.
    pub(in crate::dataset::table) fn begin(&mut self, mark: Marker) {
        self.group = Some(mark);
    }

    /// Hears of a row that stands in the first column: it is in no group.
    pub(in crate::dataset::table) fn leave(&mut self) {
        self.group = None;
    }

    /// Whether the numbering of a row under a group is that of the group.
    pub(in crate::dataset::table) fn is_of_group(&self) -> bool {
        self.group.is_some() && !self.numbers_names
    }

    /// A row under a group ranks below it, whatever sign its name begins with.
    pub(in crate::dataset::table) fn below(&self, mark: Marker) -> Marker {
        match self.group {
            Some(group) if mark <= group => Marker::Plain(3),
            _ => mark,
        }
    }
}

impl Body<'_> {
    /// What stands left of the name of a row; `None` where it has one column of names, or stands in the
    /// first.
    pub(in crate::dataset::table) fn left_of_name<'r>(
        &'r self,
        row: &'r Row<'r>,
    ) -> Option<OuterName<'r>> {
        let mut filled = self.columns.names.iter().rev().filter_map(|column| {
            let text = self.own_or_merged(row, *column);
            let begins = !row.cell(*column).is_empty();
            (!text.trim().is_empty()).then_some(OuterName { text, begins })
        });
        filled.next()?;
        filled.next()
    }

    /// Whether the name of a row stands in the first column of names.
    pub(in crate::dataset::table) fn stands_first(&self, row: &Row<'_>) -> bool {
        self.columns.names.iter().skip(1).all(|column| row.cell(*column).is_empty())
    }
}
