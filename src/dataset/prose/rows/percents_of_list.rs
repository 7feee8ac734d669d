//! Percents of plan of a list of which the first says so: "thu A 1.846 tỷ đồng, đạt 82,3% dự toán;
//! thu B 612 tỷ đồng, đạt 84,6%".

use super::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::lexicon::prose::UnitClass;

/// The most indicators of a sentence that are looked at.
const MOST: usize = 50;

/// Settles that a percent behind an amount is one of the plan, where an amount before it in the
/// sentence, in the same unit, has a percent whose plan is named.
pub(super) fn percents_of_list(rows: &mut [DraftRow]) {
    for rows in rows.chunk_by_mut(|left, right| left.at == right.at) {
        for at in 1..rows.len() {
            let (before, behind) = rows.split_at_mut(at);
            let row = &mut behind[0];
            let inherits = row.doubts.contains(&Doubt::PercentInherited) && is_amount(row);
            let says = |other: &&DraftRow| {
                let named = other.percents.first().is_some_and(|one| !one.plan.is_empty());
                // "bằng 94,2% cùng kỳ và bằng 70% kế hoạch; thép …, bằng 103% và 81%": which is which is not said.
                let only = other.changes.is_empty() && other.percents.len() == 1;
                named
                    && only
                    && other.unit == row.unit
                    && !other.doubts.contains(&Doubt::PercentInherited)
            };
            let plan = !row.percents.is_empty() && row.count.is_none();
            if inherits && plan && before.iter().rev().take(MOST).any(|other| says(&other)) {
                row.doubts.retain(|doubt| *doubt != Doubt::PercentInherited);
            }
        }
    }
}

/// Whether a row is an amount of money, or measured: what is counted may be a part of what there is.
fn is_amount(row: &DraftRow) -> bool {
    let class = row.unit.as_deref().and_then(class_of);
    row.actual.is_some() && matches!(class, Some(UnitClass::Money | UnitClass::Measure))
}
