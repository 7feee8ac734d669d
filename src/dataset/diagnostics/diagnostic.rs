//! A diagnostic: what is wrong with a file, and where.

use std::fmt;

use super::file_location::Location;
use super::problem::Problem;
use super::quota::{Collected, Omitted};
use super::rule::Rule;
use crate::text::sanitize::visible;

/// The number of diagnostics that an error message contains; more would not help.
const SHOWN: usize = 50;

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub location: Location,
    /// What it is.
    pub problem: Problem,
}

/// All diagnostics of a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostic {
    /// Creates a diagnostic for a whole line. One for the whole file is located at its first line.
    pub(crate) fn of_line(problem: impl Into<Problem>, (file, line): (&str, usize)) -> Self {
        Self { location: Location::of_line(file, line), problem: problem.into() }
    }

    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.problem.rule()
    }
}

impl std::error::Error for Diagnostics {}

impl fmt::Display for Diagnostic {
    /// The place and the name of the rule; the words for people are in `ui`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Location { file, path, .. } = &self.location;
        write!(f, "{}:{}: ", visible(file), self.location.within_file())?;
        if !path.is_empty() {
            write!(f, "{}: ", visible(path))?;
        }
        write!(f, "{}", self.rule())
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with(&Omitted::default()))
    }
}

impl Diagnostics {
    /// Formats the first diagnostics, and the number of all others, including the omitted ones.
    pub(crate) fn with(&self, omitted: &Omitted) -> String {
        let (first, more) = self.first(omitted);
        let first: Vec<String> = first.iter().map(ToString::to_string).collect();
        let first = first.join("\n");
        if more == 0 { first } else { format!("{first}\n… and {more} more") }
    }

    /// The diagnostics that a message lists, and the number of all others, including the omitted ones.
    #[must_use]
    pub fn first(&self, omitted: &Omitted) -> (&[Diagnostic], usize) {
        let first = &self.0[..self.0.len().min(SHOWN)];
        (first, self.0.len() - first.len() + omitted.total())
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl Collected<Diagnostic> {
    /// Keeps those diagnostics that the quota allows.
    pub(crate) fn keep(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            if self.admit(diagnostic.rule()) {
                self.kept.push(diagnostic);
            }
        }
    }
}
