//! Puts a quantity into its place in the indicator.

use rust_decimal::Decimal;

use super::fill_bracket::base_in_brackets;
use super::fill_change::{change, index};
use super::fill_plan::{beyond_plan, over_plan, plan_percent};
use super::fill_rank::{count, places, rank};
use super::fill_target::target;
use super::fill_value::{contribution, earlier, of_value, share};
use super::filled_row::{figure, row, widen};
use super::money_of_persons::turn_to_sum;
use super::plan_distance::plan_distance;
use super::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::roles::role_rules::may_be_factor;
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::rows::verdict::against_plan;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::model::Verdict;

/// Puts a quantity into the current indicator.
pub(crate) fn fill(reader: &mut SentenceReader<'_, '_>, context: &QuantityContext<'_>) -> Decision {
    let QuantityContext { quantity, gap, complement, follow, role, rule, is_first } = *context;
    if reader.row.is_none() {
        return Decision::unread(NumberRule::NoIndicator);
    }
    turn_to_sum(reader, context);
    widen(reader, quantity, complement);
    let follows_both = matches!(
        role,
        QuantityRole::PlanPercent
            | QuantityRole::OverPlan
            | QuantityRole::BeyondPlan
            | QuantityRole::Index
            | QuantityRole::Up
            | QuantityRole::Down
    );
    // Behind a comma it may be of the value that the indicator's goes with.
    let apart = gap.all.clone().any(|at| reader.sentence.is_mark(at, ","));
    if let Some(row) = reader.row.and_then(|at| reader.state.rows.get_mut(at))
        && row.accompanies
        && follows_both
        && apart
        && !is_first
    {
        row.doubt(Doubt::OwnerOpen);
    }
    if matches!(role, QuantityRole::Value | QuantityRole::Times)
        && may_be_factor(quantity, gap)
        && let Some(row) = reader.row.and_then(|at| reader.state.rows.get_mut(at))
    {
        row.doubt(Doubt::Construction);
    }
    match role {
        QuantityRole::Value => of_value(reader, context),
        QuantityRole::PlanPercent => plan_percent(reader, quantity, gap.bound, follow, rule),
        QuantityRole::OverPlan => over_plan(reader, quantity, gap, follow, rule),
        QuantityRole::BeyondPlan => beyond_plan(reader, context),
        QuantityRole::Index => index(reader, quantity, follow, rule),
        QuantityRole::Up | QuantityRole::Down => change(reader, context),
        QuantityRole::Share => share(reader, context),
        QuantityRole::Contribution => contribution(reader, quantity, gap, rule),
        QuantityRole::Rank => rank(reader, quantity, complement, rule),
        QuantityRole::PlacesUp | QuantityRole::PlacesDown => places(reader, context),
        QuantityRole::Count => count(reader, context),
        QuantityRole::Earlier => earlier(reader, quantity, gap, complement, rule),
        QuantityRole::PlanDistance => plan_distance(reader, quantity, follow, rule),
        QuantityRole::Target | QuantityRole::GrowthTarget => {
            target(reader, quantity, gap, role, rule)
        }
        QuantityRole::BaseInBrackets => base_in_brackets(reader, quantity, gap, rule),
        QuantityRole::Times | QuantityRole::Remark => remark(reader, context),
        QuantityRole::Passing => Decision::passing(rule),
    }
}

/// Keeps what no field holds in the words of the source: "gấp 3 lần năm 2020".
fn remark(reader: &mut SentenceReader<'_, '_>, context: &QuantityContext<'_>) -> Decision {
    let QuantityContext { quantity, gap, complement, follow, role, .. } = *context;
    let sentence = reader.sentence;
    let items = &sentence.items;
    let lead = if gap.lead.is_empty() { gap.body.clone() } else { gap.lead.clone() };
    let first = lead.clone().find(|at| !sentence.is_mark(*at, ",;:()"));
    let from = first.and_then(|at| items.get(at)).map_or(quantity.from, |item| item.from);
    let last = complement.clone().next_back().and_then(|at| items.get(at));
    let to = last.map_or(quantity.to, |item| item.to.max(quantity.to));
    let words = join(&sentence.tokens, from, to);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    // "gấp 1,6 lần dự toán" says that the plan was exceeded.
    let of_plan = role == QuantityRole::Times && matches!(follow, Follow::Plan(_));
    let more = of_plan && quantity.value > Decimal::ONE && row.verdict.is_none();
    match against_plan(&row.name, false).filter(|_| more) {
        Some(status) => row.verdict = Some(Verdict { text: words, status }),
        None => row.notes.push(words),
    }
    figure(NumberRule::RemarkInNote)
}

/// "vốn tăng thêm 1.342 triệu USD": what was added, as a value of its own.
pub(crate) fn added(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
) -> Decision {
    super::fill_value::value(reader, quantity, gap, NumberRule::Added)
}

/// A target or an earlier value of the current indicator.
pub(crate) fn target_or_earlier(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, complement, role, rule, .. } = *context;
    let nowhere = gap.all.end..gap.all.end;
    widen(reader, quantity, &nowhere);
    match role {
        QuantityRole::Earlier if rule == NumberRule::EarlierValue => {
            earlier(reader, quantity, gap, complement, rule)
        }
        QuantityRole::Earlier => earlier(reader, quantity, gap, &nowhere, rule),
        _ => target(reader, quantity, gap, role, rule),
    }
}
