//! What a quantity of a sentence leaves to the next one.

use rust_decimal::Decimal;

use crate::dataset::prose::roles::role::QuantityRole;

/// What the quantity before the one that is read leaves to it.
#[derive(Debug, Default)]
pub(crate) struct QuantityBefore {
    pub(crate) role: Option<QuantityRole>,
    name_end: Option<usize>,
    unnamed_score: Option<usize>,
    plan_distance: Option<Decimal>,
}

impl QuantityBefore {
    /// Whether it is a rise or a fall.
    pub(crate) fn is_change(&self) -> bool {
        matches!(self.role, Some(QuantityRole::Up | QuantityRole::Down))
    }

    /// Notes that the words behind a figure up to an item are part of its name, and begin no other.
    pub(crate) fn set_name_end(&mut self, end: usize) {
        self.name_end = Some(end);
    }

    pub(crate) fn take_name_end(&mut self) -> Option<usize> {
        self.name_end.take()
    }

    /// Keeps the score with which the sentence began before what it is of was named: "Với 67,2 điểm, …".
    pub(crate) fn set_unnamed_score(&mut self, at: Option<usize>) {
        self.unnamed_score = at;
    }

    pub(crate) fn take_unnamed_score(&mut self) -> Option<usize> {
        self.unnamed_score.take()
    }

    /// Keeps how far a figure is from its plan, negative below it.
    pub(crate) fn set_plan_distance(&mut self, distance: Decimal) {
        self.plan_distance = Some(distance);
    }

    pub(crate) fn take_plan_distance(&mut self) -> Option<Decimal> {
        self.plan_distance.take()
    }
}
