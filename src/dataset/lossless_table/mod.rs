//! Datasets as plain tables that lose nothing: one row an indicator, one column a field of the format.
//!
//! | column | holds |
//! | --- | --- |
//! | id, section, name, unit, note … | text |
//! | actual, plan_value, plan_percent, scale | numbers with their digits |
//! | parents, plan, changes, earlier, ranks, count, reference | JSON, as in the dataset format |
//! | dataset | JSON, in the first row: what is said of the dataset as a whole, and its sections |
//!
//! Text that a spreadsheet would take for a formula is written with an apostrophe before it, and read
//! without. Text that the format would change is written as a JSON string (see [`quoted`]).

mod json_text;
pub(super) mod read;
mod write;

use crate::text::parse_number::Separators;

pub(super) use read::{TextRow, csv as read_csv, delimiter, is_ours, read};
pub(super) use write::{csv as write_csv, xlsx as write_xlsx};

/// The columns, in order.
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

/// How a delimited file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The sign before decimals; with a comma, cells are parted by semicolons.
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
