//! Limits the number of diagnostics. The first of each rule are kept, the others only counted, so that a file
//! in which every row breaks a rule does not fill memory.

use std::collections::HashMap;

use super::rule::{Rule, Severity};

/// The number of diagnostics of one rule that are kept.
const MOST: usize = 1000;

/// The number of diagnostics of each rule that were omitted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Omitted(pub Vec<(Rule, usize)>);

impl Omitted {
    /// Returns the number of omitted diagnostics whose rules have a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|(rule, _)| rule.severity() == severity).map(|(_, count)| count).sum()
    }

    /// Returns the number of omitted diagnostics.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }

    pub(crate) fn add(&mut self, rule: Rule, more: usize) {
        match self.0.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, count)) => *count += more,
            None => self.0.push((rule, more)),
        }
    }
}

/// The remaining quota of each rule.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quota {
    /// The number of diagnostics of each rule that were kept.
    counts: HashMap<Rule, usize>,
    pub(crate) omitted: Omitted,
}

impl Quota {
    /// Counts one more diagnostic of a rule, as kept or as omitted. Returns whether it is to be kept.
    pub(crate) fn admit(&mut self, rule: Rule) -> bool {
        let count = self.counts.entry(rule).or_default();
        if *count < MOST {
            *count += 1;
            return true;
        }
        self.omitted.add(rule, 1);
        false
    }

    /// Returns a copy of the remaining quota, without omissions, for work that runs concurrently.
    pub(crate) fn fork(&self) -> Self {
        Self { counts: self.counts.clone(), omitted: Omitted::default() }
    }
}

/// Diagnostics, or values that become diagnostics, kept within a quota.
#[derive(Debug)]
pub(crate) struct Collected<T> {
    pub(crate) kept: Vec<T>,
    pub(crate) quota: Quota,
}

impl<T> Default for Collected<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), quota: Quota::default() }
    }
}

impl<T> Collected<T> {
    /// Converts the kept values.
    pub(crate) fn map<U>(self, convert: impl FnOnce(Vec<T>) -> Vec<U>) -> Collected<U> {
        Collected { kept: convert(self.kept), quota: self.quota }
    }

    /// Counts one more value of a rule, as [`Quota::admit`] does. Returns whether it is to be kept.
    pub(crate) fn admit(&mut self, rule: Rule) -> bool {
        self.quota.admit(rule)
    }
}
