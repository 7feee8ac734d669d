//! Names in several columns, one a level: "Tên tiêu chí" next to "Nội dung tiêu chí", where a criterion is
//! written once for all its contents.

use std::borrow::Cow;

use super::body::Body;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::marker_order::Marker;

/// The text left of the name of a row, in another column of names.
pub(crate) struct OuterName<'r> {
    pub(crate) text: Cow<'r, str>,
    /// Whether it is in this row; otherwise its cell is merged downward to it.
    pub(crate) begins: bool,
}

/// The state of the groups in the columns of names.
#[derive(Debug, Default)]
pub(crate) struct NameColumns {
    /// Whether the numbering counts the names, not the groups left of them.
    numbers_names: bool,
    /// The rank of the current group.
    group: Option<Marker>,
    /// The cell with which it began; the rows below may repeat it.
    text: String,
}

impl NameColumns {
    pub(crate) fn of(body: &Body<'_>) -> Self {
        let (Some(marker), [first, .., last]) = (body.schema().marker, &body.schema().names[..])
        else {
            return Self::default();
        };
        let mut above = (String::new(), String::new());
        let mut rows = body.sampled_rows();
        let numbers_names = rows.any(|row| {
            let filled = |column: usize| !row.cell(column).is_empty();
            let own =
                (row.cell(marker).shown().into_owned(), row.cell(*first).shown().into_owned());
            let is_repeated = filled(*first) && own.1 == above.1 && own.0 != above.0;
            above = own;
            filled(marker) && filled(*last) && (is_repeated || !filled(*first))
        });
        Self { numbers_names, ..Self::default() }
    }

    /// Whether a cell left of a name begins another group than the current one.
    pub(crate) fn is_new(&mut self, text: &str) -> bool {
        let is_new = self.group.is_none() || self.text != text;
        if is_new {
            text.clone_into(&mut self.text);
        }
        is_new
    }

    /// The marker of a group.
    pub(crate) fn marker<'s>(&self, cell: &'s str) -> &'s str {
        if self.numbers_names { "" } else { cell }
    }

    /// Begins a group.
    pub(crate) fn begin(&mut self, marker: Marker) {
        self.group = Some(marker);
    }

    /// Ends the group, at a row with a name in the first column.
    pub(crate) fn leave(&mut self) {
        self.group = None;
    }

    /// Whether the numbering of a row in a group is that of the group.
    pub(crate) fn is_of_group(&self) -> bool {
        self.group.is_some() && !self.numbers_names
    }

    /// The rank of a row: in a group it is below the group, whatever marker its name begins with.
    pub(crate) fn below(&self, marker: Marker) -> Marker {
        match self.group {
            Some(group) if marker <= group => Marker::Plain(3),
            _ => marker,
        }
    }
}

/// The text left of the name of a row; `None` if there is only one column of names, or if the name is in the
/// first.
pub(crate) fn left_of_name<'r>(body: &'r Body<'_>, row: &'r Row<'r>) -> Option<OuterName<'r>> {
    let mut filled = body.schema().names.iter().rev().filter_map(|column| {
        let text = body.reader.own_or_merged(row, *column);
        let begins = !row.cell(*column).is_empty();
        (!text.trim().is_empty()).then_some(OuterName { text, begins })
    });
    filled.next()?;
    filled.next()
}

/// Whether the name of a row is in the first column of names.
pub(crate) fn is_in_first(body: &Body<'_>, row: &Row<'_>) -> bool {
    body.schema().names.iter().skip(1).all(|column| row.cell(*column).is_empty())
}
