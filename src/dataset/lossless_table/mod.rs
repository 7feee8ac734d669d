//! Reads and writes datasets as lossless tables: one row for each indicator, one column for each field.
//!
//! | column | contents |
//! | --- | --- |
//! | id, section, name, unit, note … | text |
//! | actual, plan_value, plan_percent, scale | numbers with all digits |
//! | parents, plan, changes, earlier, ranks, count, reference | JSON, as in the dataset format |
//! | dataset | JSON, in the first row only: the fields of the dataset as a whole, and its sections |
//!
//! Text that a spreadsheet would read as a formula is escaped, see [`crate::text::formula_escape`].

mod json_text;
pub(super) mod read;
mod write;

use crate::text::parse_number::Separators;

pub(super) use read::{TextRow, csv as read_csv, delimiter, is_ours, read};
pub(super) use write::{csv as write_csv, xlsx as write_xlsx};

/// The headings, in order.
const COLUMNS: [&str; 18] = [
    "id",
    "section",
    "name",
    "parents",
    "unit",
    "actual",
    "actual_text",
    "estimate",
    "better",
    "better_assumed",
    "plan_value",
    "plan_percent",
    "plan",
    "changes",
    "earlier",
    "scale",
    "more",
    "dataset",
];

/// The columns of text as published.
const TEXTS: [&str; 5] = ["id", "section", "name", "unit", "actual_text"];

/// The columns of numbers.
const NUMBERS: [&str; 4] = ["actual", "plan_value", "plan_percent", "scale"];

/// The format of a delimited file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The decimal separator. With a comma, cells are separated by semicolons.
    pub separators: Separators,
}

impl Style {
    fn delimiter(self) -> u8 {
        match self.separators {
            Separators::Comma => b';',
            Separators::Point => b',',
        }
    }
}
