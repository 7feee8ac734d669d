//! A change next to its plan, which is what was planned: "giảm 1,2% (kế hoạch giảm 1%)". It becomes the value of an
//! indicator of its own, with the plan as its target.

use super::filled_row::UNNAMED;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::lexicon::prose::UnitClass;
use crate::model::{Change, ChangeUnit};

/// A plan of a change.
pub(crate) struct PlannedChange<'q> {
    pub(crate) quantity: &'q Quantity,
    /// Whether a rise is planned, or a fall; `None` if the words do not say.
    pub(crate) rises: Option<bool>,
}

/// The change of a row that has no other figure.
pub(crate) fn only_change(row: &DraftRow) -> Option<&Change> {
    let [change] = row.changes.as_slice() else { return None };
    let other = row.actual.is_some()
        || row.range.is_some()
        || row.target.is_some()
        || row.average.is_some()
        || row.count.is_some()
        || !row.percents.is_empty()
        || !row.earlier.is_empty()
        || !row.ranks.is_empty();
    (!other && row.unit.as_deref().is_none_or(is_points)).then_some(change)
}

fn is_points(unit: &str) -> bool {
    matches!(unit, "điểm" | "points" | "point")
}

/// Whether a quantity is in what a change is in: percent, or points.
pub(crate) fn is_in_unit_of(change: &Change, quantity: &Quantity) -> bool {
    match change.unit {
        ChangeUnit::Percent => quantity.is_percent(),
        ChangeUnit::Points => quantity.class == UnitClass::Points,
        ChangeUnit::Places => false,
    }
}

/// Makes the only change of a row its value, if a plan is one for it. Returns whether it is.
pub(crate) fn turn_to_growth(
    row: &mut DraftRow,
    plan: &PlannedChange<'_>,
    language: ReportLanguage,
) -> bool {
    let Some(change) = only_change(row).filter(|change| is_in_unit_of(change, plan.quantity))
    else {
        return false;
    };
    let rises = change.amount.is_sign_positive();
    if plan.rises.is_some_and(|planned| planned != rises) {
        return false;
    }
    let Change { period, amount, .. } = row.changes.remove(0);
    row.name = language.growth(language.without_growth(&row.name), rises);
    row.is_growth = true;
    row.actual = Some(amount.abs());
    row.unit.clone_from(&plan.quantity.unit);
    row.doubts.retain(|doubt| *doubt != Doubt::PercentOrPoints);
    if period != UNNAMED {
        row.notes.push(language.compared_with(&period));
    }
    true
}
