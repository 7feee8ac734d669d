//! Collects the diagnostics of a table. The number per rule is limited by a [`Quota`], so that a table in
//! which every row breaks a rule does not fill memory.

use super::quota::Quota;
use crate::dataset::{Diagnostic, Rule};
use crate::model::Warning;

/// The diagnostics collected so far.
#[derive(Debug, Default)]
pub(in crate::dataset) struct Collector {
    pub(in crate::dataset) diagnostics: Vec<Diagnostic>,
    /// Failed checks of the model, each with its location.
    pub(in crate::dataset) warnings: Vec<(Diagnostic, Warning)>,
    /// The number of diagnostics that may still be kept, and of those omitted, for each rule.
    pub(in crate::dataset) quota: Quota,
}

impl Collector {
    /// Keeps a diagnostic, which is created only if the quota allows it.
    pub(in crate::dataset) fn report(
        &mut self,
        rule: Rule,
        diagnostic: impl FnOnce() -> Diagnostic,
    ) {
        if self.quota.admit(rule) {
            self.diagnostics.push(diagnostic());
        }
    }

    /// Keeps a failed check; `place` creates its location.
    pub(in crate::dataset) fn warn(
        &mut self,
        warning: Warning,
        place: impl FnOnce(&Warning) -> Diagnostic,
    ) {
        if self.quota.admit(Rule::of(&warning)) {
            self.warnings.push((place(&warning), warning));
        }
    }

    /// Returns an empty collector with the same remaining quota, for work that runs concurrently.
    pub(in crate::dataset) fn fork(&self) -> Self {
        Self { quota: self.quota.fork(), ..Self::default() }
    }

    /// Appends the content of another collector, within the quota.
    pub(in crate::dataset) fn append(&mut self, other: Self) {
        for diagnostic in other.diagnostics {
            self.report(diagnostic.rule, || diagnostic);
        }
        for (place, warning) in other.warnings {
            self.warn(warning, |_| place);
        }
        for (rule, count) in other.quota.omitted.0 {
            self.quota.omitted.add(rule, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(line: usize) -> Diagnostic {
        Diagnostic {
            rule: Rule::NoName,
            file: String::new(),
            sheet: None,
            line,
            column: 1,
            path: String::new(),
            found: String::new(),
            expected: String::new(),
            excerpt: None,
            hidden: None,
        }
    }

    #[test]
    fn keeps_the_first_and_counts_all() {
        let mut found = Collector::default();
        for line in 1..=600 {
            found.report(Rule::NoName, || diagnostic(line));
        }
        let (mut left, mut right) = (found.fork(), found.fork());
        for line in 601..=1100 {
            left.report(Rule::NoName, || diagnostic(line));
            right.report(Rule::NoName, || diagnostic(line + 500));
        }
        found.append(left);
        found.append(right);
        let lines = found.diagnostics.iter().map(|diagnostic| diagnostic.line);
        assert!(lines.eq(1..=1000));
        assert_eq!(found.quota.omitted.0, [(Rule::NoName, 600)]);
    }
}
