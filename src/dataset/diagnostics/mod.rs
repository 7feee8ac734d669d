//! Diagnostics: what is wrong or doubtful in a file, and where, as data. The words are in `ui/words/diagnostics`.
//!
//! A [`Problem`](problem::Problem) has a variant for each family, and that an enum with the values that its words
//! need: [`file_problem`], [`json_problem`], [`names_problem`], [`lossless_problem`], [`workbook_problem`],
//! [`sheet_problem`], [`layout_inference`], [`column_problem`], [`cell_problem`] and [`collection_problem`].

pub(super) mod cell_problem;
pub(super) mod collection_problem;
pub(super) mod collector;
pub(super) mod column_problem;
pub(super) mod diagnostic;
pub(super) mod file_location;
pub(super) mod file_problem;
pub(super) mod foreign_format;
pub(super) mod json_fault;
pub(super) mod json_problem;
pub(super) mod layout_inference;
pub(super) mod lossless_problem;
pub(super) mod names_problem;
pub(super) mod problem;
pub(super) mod quota;
pub(super) mod rule;
pub(super) mod sheet_problem;
pub(super) mod workbook_problem;
