//! Directions inferred from names: children inherit that of their parent, and `check` lists each of them,
//! first those that decide a status.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::row_status::RowStatus;
use crate::dataset::{CellProblem, Diagnostic, Location};
use crate::lexicon::direction::{infer, is_reversed};
use crate::lexicon::percentage::is_rate;
use crate::model::{Better, Indicator};

use crate::dataset::diagnostics::collector::Collector;

/// The number of diagnostics of each kind that are listed.
const LISTED: usize = 100;

/// The most names that are distinguished, so that each counts once; beyond that each row counts.
const DISTINCT_NAMES: usize = 100_000;

/// The directions inferred so far.
#[derive(Debug, Default)]
pub(crate) struct Inferred {
    /// The current path in the outline: name, unit and direction of the last row at each depth.
    wholes: Vec<DirectedWhole>,
    /// The direction of the section, if its name is that of a rate: a group row over rows without numbers.
    section: Option<Better>,
    /// The diagnostics of those that decide a status, and of the others: the first ones, and the number of
    /// the rest.
    deciding: Listed,
    others: Listed,
    /// The hashes of the names that are listed or counted.
    seen: HashSet<u64, FixedState>,
}

#[derive(Debug, Default)]
struct DirectedWhole {
    name: String,
    unit: Option<String>,
    better: Option<Better>,
}

#[derive(Debug, Default)]
struct Listed {
    first: Vec<Diagnostic>,
    more: usize,
}

impl Inferred {
    /// Begins a section: a row without values may be one instead of a whole.
    pub(crate) fn enter_section(&mut self, name: &str) {
        self.section = if is_rate(name) { infer(name) } else { None };
    }

    /// Gives a child the direction of its parent, if it has none of its own, has the same unit, and its name
    /// does not reverse it; a row without a parent that of its section. Returns whether it did.
    pub(crate) fn inherit(&mut self, indicator: &mut Indicator) -> bool {
        let depth = indicator.parents.len();
        self.enter_group_row(indicator);
        let whole = depth.checked_sub(1).and_then(|at| self.wholes.get(at));
        let whole = whole.filter(|whole| Some(&whole.name) == indicator.parents.last());
        let same_unit =
            |whole: &&DirectedWhole| whole.unit.is_none() || whole.unit == indicator.unit;
        let is_of_section = || depth == 0 && indicator.is_percentage() && !is_rate(&indicator.name);
        let of_section = || self.section.filter(|_| is_of_section());
        let better = whole.filter(same_unit).and_then(|whole| whole.better).or_else(of_section);
        let inherits = indicator.better.is_none()
            && better.is_some_and(|better| !is_reversed(&indicator.name, better));
        if inherits {
            (indicator.better, indicator.better_assumed) = (better, true);
        }
        // The memory of the last row at this depth is used again.
        self.wholes.resize_with(depth + 1, DirectedWhole::default);
        if let Some(own) = self.wholes.last_mut() {
            own.name.clone_from(&indicator.name);
            own.unit.clone_from(&indicator.unit);
            own.better = indicator.better;
        }
        inherits
    }

    /// Makes the row above a part the last one at its depth if that is a row without a value: "Tỷ
    /// lệ hộ nghèo" over "Thành thị" and "Nông thôn", in percent. Such a row is no indicator, but
    /// what it names is the measure of its parts, if they name none themselves.
    fn enter_group_row(&mut self, part: &Indicator) {
        let Some((group, above)) = part.parents.split_last() else { return };
        let depth = above.len();
        if self.wholes.get(depth).is_some_and(|last| last.name == *group) {
            return;
        }
        let is_rate_of = is_rate(group) && part.is_percentage() && !is_rate(&part.name);
        self.wholes.resize_with(depth + 1, DirectedWhole::default);
        if let Some(last) = self.wholes.last_mut() {
            last.name.clone_from(group);
            last.unit.clone_from(&part.unit);
            last.better = is_rate_of.then(|| infer(group)).flatten();
        }
    }

    /// Adds the direction of an indicator to the list, if it was inferred. `location` is that of its name.
    pub(crate) fn list(
        &mut self,
        indicator: &Indicator,
        status: RowStatus,
        location: impl FnOnce() -> Location,
    ) {
        let Some((better, key)) = indicator.better.zip(status.inferred) else { return };
        let is_known = match self.seen.len() < DISTINCT_NAMES {
            true => !self.seen.insert(key.hash),
            false => self.seen.contains(&key.hash),
        };
        if is_known {
            return;
        }
        let listed = if key.decides { &mut self.deciding } else { &mut self.others };
        if listed.first.len() == LISTED {
            listed.more += 1;
            return;
        }
        let name = indicator.name.clone();
        let problem = CellProblem::InferredDirection { name, better, decides: key.decides }.into();
        listed.first.push(Diagnostic { location: location(), problem });
    }

    /// Reports the listed diagnostics, and how many more there are in the file.
    pub(crate) fn report(self, collector: &mut Collector, file: &str) {
        for (listed, decide) in [(self.deciding, true), (self.others, false)] {
            for Diagnostic { location, problem } in listed.first {
                collector.report(problem, || location);
            }
            if listed.more > 0 {
                let problem = CellProblem::MoreDirections { count: listed.more, decide };
                collector.report(problem, || Location::of_line(file, 1));
            }
        }
    }
}
