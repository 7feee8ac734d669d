//! How far an amount is from its plan in percent, in brackets behind the distance itself: "vượt 600
//! tỷ đồng (12%) so với dự toán".

use rust_decimal::Decimal;

use super::fill_plan::plan_words;
use super::filled_row::{figure, out_of_range, row};
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::Follow;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::rounded::is_ratio;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;

/// Adds the percent of plan that a distance in percent gives: 12 % more than planned is 112 % of it.
pub(super) fn plan_distance(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let words = join(&reader.sentence.tokens, quantity.from, quantity.to);
    let plan = plan_words(reader, follow);
    let distance = reader.before.take_plan_distance();
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let Some(distance) = distance.filter(|_| quantity.is_percent() && row.percents.is_empty())
    else {
        row.notes.push(words);
        return figure(NumberRule::RemarkInNote);
    };
    let signed = if distance.is_sign_negative() { -quantity.value } else { quantity.value };
    let Some(percent) = Decimal::ONE_HUNDRED.checked_add(signed) else { return out_of_range() };
    let planned = row.actual.and_then(|actual| actual.checked_sub(distance));
    let agrees = row
        .actual
        .zip(planned)
        .is_some_and(|(actual, planned)| !planned.is_zero() && is_ratio(actual, planned, percent));
    // "vượt 600 tỷ đồng (112%)" may be meant as 112 % of the plan.
    if !agrees {
        row.doubt(Doubt::Contradiction);
        row.notes.push(words);
        return figure(NumberRule::RemarkInNote);
    }
    row.add_percent(percent, &plan);
    figure(rule)
}
