//! The error of reading a workbook.

use super::super::limits;
use crate::dataset::Rule;

/// Why a workbook could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::dataset::table) enum WorkbookError {
    /// It exceeds a limit.
    Limit(String),
    /// It is encrypted.
    Password,
    /// It is damaged or violates its format.
    Broken(String),
}

impl WorkbookError {
    /// Returns the parts of a diagnostic: the rule, what was found, and the remedy.
    pub(in crate::dataset::table) fn into_parts(self) -> (Rule, String, &'static str) {
        let unread = |why: &str| format!("this workbook cannot be read: {why}");
        match self {
            Self::Limit(what) => (Rule::Limit, unread(&what), limits::REMEDY),
            Self::Password => (
                Rule::Workbook,
                unread("it is protected by a password"),
                "open it where it was made, take the password off and save it anew",
            ),
            Self::Broken(why) => (
                Rule::Workbook,
                unread(&why),
                "it may be cut short; copy it anew, or open it in its program and save it as .xlsx",
            ),
        }
    }
}

impl From<String> for WorkbookError {
    fn from(why: String) -> Self {
        Self::Broken(why)
    }
}
