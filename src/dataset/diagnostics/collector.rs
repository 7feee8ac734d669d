//! What is found wrong while a table is read. Of each rule the first are kept and the others counted:
//! a table in which every row breaks one must not fill memory with complaints.

use super::quota::Quota;
use crate::dataset::{Diagnostic, Rule};
use crate::model::Warning;

/// What was found so far.
#[derive(Debug, Default)]
pub(in crate::dataset) struct Collector {
    pub(in crate::dataset) complaints: Vec<Diagnostic>,
    /// The checks of the model that fail.
    pub(in crate::dataset) warnings: Vec<(Diagnostic, Warning)>,
    /// How many more of each rule are kept, and how many there were.
    pub(in crate::dataset) room: Quota,
}

impl Collector {
    /// Keeps a complaint, which is made only if there is room for it.
    pub(in crate::dataset) fn complain(
        &mut self,
        rule: Rule,
        complaint: impl FnOnce() -> Diagnostic,
    ) {
        if self.room.has_room(rule) {
            self.complaints.push(complaint());
        }
    }

    /// Keeps a check that fails, with its place.
    pub(in crate::dataset) fn warn(
        &mut self,
        warning: Warning,
        place: impl FnOnce(&Warning) -> Diagnostic,
    ) {
        if self.room.has_room(Rule::of(&warning)) {
            self.warnings.push((place(&warning), warning));
        }
    }

    /// Room for what is found elsewhere at the same time, as much as is left here.
    pub(in crate::dataset) fn beside(&self) -> Self {
        Self { room: self.room.beside(), ..Self::default() }
    }

    /// Adds what was found behind what is here.
    pub(in crate::dataset) fn append(&mut self, other: Self) {
        for complaint in other.complaints {
            self.complain(complaint.rule, || complaint);
        }
        for (place, warning) in other.warnings {
            self.warn(warning, |_| place);
        }
        for (rule, count) in other.room.untold.0 {
            self.room.untold.add(rule, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(line: usize) -> Diagnostic {
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
    fn the_first_are_kept_and_all_are_counted() {
        let mut found = Collector::default();
        for line in 1..=600 {
            found.complain(Rule::NoName, || complaint(line));
        }
        let (mut left, mut right) = (found.beside(), found.beside());
        for line in 601..=1100 {
            left.complain(Rule::NoName, || complaint(line));
            right.complain(Rule::NoName, || complaint(line + 500));
        }
        found.append(left);
        found.append(right);
        let lines = found.complaints.iter().map(|complaint| complaint.line);
        assert!(lines.eq(1..=1000));
        assert_eq!(found.room.untold.0, [(Rule::NoName, 600)]);
    }
}
