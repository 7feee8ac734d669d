//! How many complaints are kept. Of each rule the first are, and the others counted: a file in which every
//! row breaks one must not fill memory with complaints.

use std::collections::HashMap;

use super::rule::{Rule, Severity};

/// How many complaints of one rule are kept.
const MOST: usize = 1000;

/// How many complaints of each rule were left out, where a file has so many that they would fill memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Omitted(pub Vec<(Rule, usize)>);

impl Omitted {
    /// How many there are of rules of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|(rule, _)| rule.severity() == severity).map(|(_, count)| count).sum()
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }

    pub(in crate::dataset) fn add(&mut self, rule: Rule, more: usize) {
        match self.0.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, count)) => *count += more,
            None => self.0.push((rule, more)),
        }
    }
}

/// Room for what is found, rule by rule.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset) struct Quota {
    /// How many of each rule are told.
    counts: HashMap<Rule, usize>,
    pub(in crate::dataset) untold: Omitted,
}

impl Quota {
    /// Whether one more of a rule is to be told; if not, it is counted.
    pub(in crate::dataset) fn has_room(&mut self, rule: Rule) -> bool {
        let count = self.counts.entry(rule).or_default();
        if *count < MOST {
            *count += 1;
            return true;
        }
        self.untold.add(rule, 1);
        false
    }

    /// As much room as is left here, for what is found elsewhere at the same time.
    pub(in crate::dataset) fn beside(&self) -> Self {
        Self { counts: self.counts.clone(), untold: Omitted::default() }
    }
}

/// What is kept of all that was found.
#[derive(Debug)]
pub(in crate::dataset) struct Collected<T> {
    pub(in crate::dataset) told: Vec<T>,
    pub(in crate::dataset) room: Quota,
}

impl<T> Default for Collected<T> {
    fn default() -> Self {
        Self { told: Vec::new(), room: Quota::default() }
    }
}

impl<T> Collected<T> {
    /// The same, told in another way.
    pub(in crate::dataset) fn map<U>(self, tell: impl FnOnce(Vec<T>) -> Vec<U>) -> Collected<U> {
        Collected { told: tell(self.told), room: self.room }
    }

    /// Whether one more of a rule is to be told; if not, it is counted.
    pub(in crate::dataset) fn has_room(&mut self, rule: Rule) -> bool {
        self.room.has_room(rule)
    }
}
