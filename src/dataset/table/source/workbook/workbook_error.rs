//! Why a workbook is not read, and what to do about it.

use super::super::limits;
use crate::dataset::Rule;

/// Why a workbook could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::dataset::table) enum WorkbookError {
    /// It holds more than is read.
    Limit(String),
    /// It is encrypted.
    Password,
    /// It contradicts itself or its format.
    Broken(String),
}

impl WorkbookError {
    /// The rule that it breaks, what was found, and how to mend it.
    pub(in crate::dataset::table) fn told(self) -> (Rule, String, &'static str) {
        let unread = |why: &str| format!("this workbook cannot be read: {why}");
        match self {
            Self::Limit(what) => (Rule::Limit, unread(&what), limits::MEND),
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
