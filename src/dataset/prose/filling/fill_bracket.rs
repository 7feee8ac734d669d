//! What is in brackets behind the base of a change: the value then, or the change in percent.

use crate::dataset::prose::tokens::number_rule::NumberRule;
use rust_decimal::Decimal;

use super::filled_row::{UNNAMED, figure, row};
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::roles::role::Follow;
use crate::dataset::prose::roles::role_follow::follow;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::rounded::{is_difference, is_ratio};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::Decision;
use crate::model::{Actual, Change, ChangeUnit, PeriodValue};

/// "giảm 0,5 điểm phần trăm so với năm 2023 (3,2%)", "giảm 26 vụ so với cùng kỳ (10,83%)".
pub(super) fn base_in_brackets(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: NumberRule,
) -> Decision {
    let period = match follow(reader.sentence, &gap.complement) {
        Follow::Base(words) => reader.sentence.text(words),
        _ => UNNAMED.to_owned(),
    };
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let own = row.unit.as_deref().and_then(|own| converted(quantity.value, unit, own));
    if let Some(value) = own.filter(|_| !unit.is_empty()) {
        return earlier_value(row, value, period, rule);
    }
    // The same fall in percent: 26 of 240.
    if let (true, Some(actual), Some(last)) =
        (quantity.is_percent(), row.actual, row.changes.last())
        && last.unit == ChangeUnit::Points
        && let Some(earlier) = actual.checked_sub(last.amount)
        && is_ratio(last.amount.abs(), earlier, quantity.value)
    {
        let value = quantity.value;
        let amount = if last.amount.is_sign_negative() { -value } else { value };
        let period = last.period.clone();
        row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
        return figure(NumberRule::ChangeInBrackets);
    }
    Decision::passing(NumberRule::BaseOfOther)
}

/// Adds the value of the earlier period, which has to agree with the change.
fn earlier_value(row: &mut DraftRow, value: Decimal, period: String, rule: NumberRule) -> Decision {
    let rate = row.unit.as_deref() == Some("%");
    if let (Some(actual), Some(last)) = (row.actual, row.changes.last_mut()) {
        let by_points = is_difference(actual, value, last.amount);
        let agrees = match last.unit {
            ChangeUnit::Points => by_points,
            ChangeUnit::Percent if rate && by_points => {
                last.unit = ChangeUnit::Points;
                row.doubts.retain(|doubt| *doubt != Doubt::PercentOrPoints);
                true
            }
            ChangeUnit::Percent => {
                let ratio = last.amount.checked_add(Decimal::ONE_HUNDRED);
                ratio.is_none_or(|ratio| is_ratio(actual, value, ratio))
            }
            ChangeUnit::Places => true,
        };
        if !agrees {
            row.doubt(Doubt::Contradiction);
        }
    }
    row.earlier.push(PeriodValue { period, value: Actual::Figure(value) });
    figure(rule)
}
