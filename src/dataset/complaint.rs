//! What is wrong with a file, and where.

use std::fmt;

use crate::text::safe::visible;

/// How many complaints are told; a file with more is not the kind of file that was meant.
const TOLD: usize = 50;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The file, as the user named it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The place in the data: `sections[1].indicators[3].unit`; empty for the file as a whole.
    pub path: String,
    /// What was found.
    pub found: String,
    /// What to write instead.
    pub expected: String,
}

/// Everything that is wrong with a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaints(pub Vec<Complaint>);

impl std::error::Error for Complaints {}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", visible(&self.file), self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", visible(&self.path))?;
        }
        write!(f, "{}; {}", visible(&self.found), visible(&self.expected))
    }
}

impl fmt::Display for Complaints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, complaint) in self.0.iter().take(TOLD).enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            complaint.fmt(f)?;
        }
        match self.0.len().checked_sub(TOLD) {
            Some(more @ 1..) => write!(f, "\n… and {more} more"),
            _ => Ok(()),
        }
    }
}
