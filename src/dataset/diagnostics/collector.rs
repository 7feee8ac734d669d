//! Collects the diagnostics of a table. The number per rule is limited by a [`Quota`], so that a table in
//! which every row breaks a rule does not fill memory.

use super::diagnostic::Diagnostic;
use super::file_location::Location;
use super::problem::Problem;
use super::quota::Quota;
use super::rule::Rule;
use crate::model::Warning;

/// The diagnostics collected so far.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Failed checks of the model.
    pub(crate) warnings: Vec<Diagnostic>,
    /// The number of diagnostics that may still be kept, and of those omitted, for each rule.
    pub(crate) quota: Quota,
}

impl Collector {
    /// Keeps a problem; its location is computed only if the quota allows it.
    pub(crate) fn report(
        &mut self,
        problem: impl Into<Problem>,
        location: impl FnOnce() -> Location,
    ) {
        let problem = problem.into();
        if self.quota.admit(problem.rule()) {
            self.diagnostics.push(Diagnostic { location: location(), problem });
        }
    }

    /// Keeps a failed check; its location is computed only if the quota allows it.
    pub(crate) fn warn(&mut self, warning: Warning, location: impl FnOnce(&Warning) -> Location) {
        if self.quota.admit(Rule::of(&warning)) {
            let location = location(&warning);
            self.warnings.push(Diagnostic { location, problem: warning.into() });
        }
    }

    /// Returns an empty collector with the same remaining quota, for work that runs concurrently.
    pub(crate) fn fork(&self) -> Self {
        Self { quota: self.quota.fork(), ..Self::default() }
    }

    /// Appends the content of another collector, within the quota.
    pub(crate) fn append(&mut self, other: Self) {
        for Diagnostic { problem, location } in other.diagnostics {
            self.report(problem, || location);
        }
        for warning in other.warnings {
            if self.quota.admit(warning.rule()) {
                self.warnings.push(warning);
            }
        }
        for (rule, count) in other.quota.omitted.0 {
            self.quota.omitted.add(rule, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::diagnostics::sheet_problem::SheetProblem;

    #[test]
    fn keeps_the_first_and_counts_all() {
        let mut found = Collector::default();
        let report = |found: &mut Collector, line| {
            found.report(SheetProblem::NoName, || Location::of_line("", line));
        };
        for line in 1..=600 {
            report(&mut found, line);
        }
        let (mut left, mut right) = (found.fork(), found.fork());
        for line in 601..=1100 {
            report(&mut left, line);
            report(&mut right, line + 500);
        }
        found.append(left);
        found.append(right);
        let lines = found.diagnostics.iter().map(|diagnostic| diagnostic.location.line);
        assert!(lines.eq(1..=1000));
        assert_eq!(found.quota.omitted.0, [(Rule::NoName, 600)]);
    }
}
