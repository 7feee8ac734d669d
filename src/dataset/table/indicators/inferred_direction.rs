//! Directions inferred from names: children inherit that of their parent, and `check` lists each of them,
//! first those that decide a status.

use crate::dataset::{Diagnostic, Rule};
use crate::lexicon::direction::is_reversed;
use crate::model::{Better, Indicator, status};

use crate::dataset::diagnostics::collector::Collector;

/// The number of diagnostics of each kind that are listed.
const LISTED: usize = 100;

/// The directions inferred so far.
#[derive(Debug, Default)]
pub(in crate::dataset) struct Inferred {
    /// The current path in the outline: name, unit and direction of the last row at each depth.
    wholes: Vec<DirectedWhole>,
    /// The diagnostics of those that decide a status, and of the others: the first ones, and the number of
    /// the rest.
    deciding: Listed,
    others: Listed,
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
    /// Gives a child the direction of its parent, if it has none of its own, has the same unit, and its name
    /// does not reverse it. Returns whether it did.
    pub(in crate::dataset) fn inherit(&mut self, indicator: &mut Indicator) -> bool {
        let depth = indicator.parents.len();
        self.wholes.truncate(depth);
        let whole = depth.checked_sub(1).and_then(|at| self.wholes.get(at));
        let whole = whole.filter(|whole| Some(&whole.name) == indicator.parents.last());
        let same_unit =
            |whole: &&DirectedWhole| whole.unit.is_none() || whole.unit == indicator.unit;
        let better = whole.filter(same_unit).and_then(|whole| whole.better);
        let inherits =
            indicator.better.is_none() && better.is_some() && !is_reversed(&indicator.name);
        if inherits {
            (indicator.better, indicator.better_assumed) = (better, true);
        }
        if self.wholes.len() < depth {
            self.wholes.resize_with(depth, DirectedWhole::default);
        }
        self.wholes.push(DirectedWhole {
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            better: indicator.better,
        });
        inherits
    }

    /// Adds the direction of an indicator to the list, if it was inferred. `place` makes a diagnostic at its
    /// name.
    pub(in crate::dataset) fn list(
        &mut self,
        indicator: &mut Indicator,
        place: impl FnOnce(String) -> Diagnostic,
    ) {
        let Some(better) = indicator.better.filter(|_| indicator.better_assumed) else { return };
        let decides = decides(indicator);
        let listed = if decides { &mut self.deciding } else { &mut self.others };
        if listed.first.len() == LISTED {
            listed.more += 1;
            return;
        }
        let better = match better {
            Better::Higher => "higher is better",
            Better::Lower => "lower is better",
        };
        let decides = if decides { "; it decides the status" } else { "" };
        listed.first.push(place(format!(
            "“{}”: {better}, inferred from the name{decides}",
            indicator.name
        )));
    }

    /// Reports the listed diagnostics; `of_all` makes the one that counts the rest.
    pub(in crate::dataset) fn report(
        self,
        collector: &mut Collector,
        of_all: impl Fn(String) -> Diagnostic,
    ) {
        for (listed, kind) in [(self.deciding, "decide a status"), (self.others, "decide nothing")]
        {
            for diagnostic in listed.first {
                collector.report(Rule::DirectionAssumed, || diagnostic);
            }
            if listed.more > 0 {
                let what = format!("{} more directions were inferred that {kind}", listed.more);
                collector.report(Rule::DirectionAssumed, || of_all(what));
            }
        }
    }
}

/// Whether the direction of an indicator decides its status.
fn decides(indicator: &mut Indicator) -> bool {
    let with = status(indicator);
    let own = (indicator.better.take(), std::mem::take(&mut indicator.better_assumed));
    let without = status(indicator);
    (indicator.better, indicator.better_assumed) = own;
    with != without
}
