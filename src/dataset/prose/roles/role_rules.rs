//! What each quantity says, by the words before and behind it. Ordered rules; the first that fits decides.

use rust_decimal::Decimal;

use super::english_target::{english_target, percent_of_planned, planned_behind_percent};
use super::role::{DecidedRole, Follow, QuantityRole, RoleContext};
use super::role_base::compared_with_others;
use super::role_earlier::earlier_value;
use super::role_passing::{
    after_other, around_target, begins_with_earlier_period, compared, condition, earlier_period,
    of_the_other, other_periods, value_of_other,
};
use super::role_plan::{
    beyond_plan, is_limit, plan_distance, plan_percent, shortfall, side_of_growth_target, target,
    target_of_comparison,
};
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::running_total::running_total;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::dataset::prose::tokens::token::Token;
use crate::lexicon::prose::{Phrase, UnitClass};

type FindRole = fn(&RoleContext<'_, '_>) -> Option<QuantityRole>;

/// The rules in order.
const RULES: &[(NumberRule, FindRole)] = &[
    (NumberRule::PercentOfPlan, percent_of_planned),
    (NumberRule::TargetInBrackets, planned_behind_percent),
    (NumberRule::TargetInBrackets, english_target),
    (NumberRule::ComparedWithOther, compared_with_others),
    (NumberRule::RemarkInNote, shortfall),
    (NumberRule::RemarkInNote, around_target),
    (NumberRule::RemarkInNote, side_of_growth_target),
    (NumberRule::BeyondPlan, plan_distance),
    (NumberRule::TargetInBrackets, target_of_comparison),
    (NumberRule::EarlierValue, earlier_value),
    (NumberRule::ComparedWithOther, compared),
    (NumberRule::ValueOfOther, value_of_other),
    (NumberRule::OtherPeriods, other_periods),
    (NumberRule::OtherPeriods, earlier_period),
    (NumberRule::Condition, condition),
    (NumberRule::OtherPeriods, after_other),
    (NumberRule::OfTheOther, of_the_other),
    (NumberRule::Factor, times),
    (NumberRule::ChangeBehind, change_behind),
    (NumberRule::ChangeBehind, change_of_named),
    (NumberRule::Rank, rank),
    (NumberRule::Places, places),
    (NumberRule::BaseInBrackets, base_in_brackets),
    (NumberRule::TargetInBrackets, target),
    (NumberRule::Limit, limit),
    (NumberRule::BeyondPlan, beyond_plan),
    (NumberRule::PercentOfPlan, plan_percent),
    (NumberRule::Index, index),
    (NumberRule::FromTo, earlier),
    (NumberRule::FromTo, earlier_behind),
    (NumberRule::Contribution, contribution),
    (NumberRule::Share, share),
    (NumberRule::SignedChange, signed),
    (NumberRule::ChangeInBrackets, bracketed),
    (NumberRule::Change, change),
    (NumberRule::PartOfWhole, count),
];

/// Decides the role, with the rule that decided it.
pub(crate) fn role(context: &RoleContext<'_, '_>) -> DecidedRole {
    let fits = RULES
        .iter()
        .find_map(|(rule, find)| Some(DecidedRole { role: find(context)?, rule: *rule }));
    fits.unwrap_or(DecidedRole { role: QuantityRole::Value, rule: NumberRule::Value })
}

fn lead_has(context: &RoleContext<'_, '_>, phrase: Phrase) -> bool {
    context.gap.lead.clone().any(|at| context.sentence.phrase(at) == Some(phrase))
}

/// "0.4 quintals/ha higher than last season": a change whose direction is behind it.
fn change_behind(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, complement, .. } = context;
    // "47.3% was sent for reuse, recycling or composting, 1.8 percentage points higher than …".
    let last = gap.body.end.checked_sub(1).filter(|at| gap.body.contains(at));
    let bare = gap.lead.is_empty() && last.is_none_or(|at| sentence.is_mark(at, ","));
    // "8.1 percent higher than the target" is beyond the plan.
    if !context.has_row || !bare || context.is_planned() {
        return None;
    }
    match sentence.key(complement.start) {
        "higher" | "more" => Some(QuantityRole::Up),
        "lower" | "less" => Some(QuantityRole::Down),
        _ => None,
    }
}

/// "The CPI averaged 3.63% higher than in 2023", "output stood 2.4% below the level of 2022": a change, and no level.
fn change_of_named(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, complement, quantity, .. } = context;
    let lead = sentence.key(gap.lead.start);
    let announced = gap.role == Some(Phrase::Reach) && lead.is_ascii() || lead == "stood";
    if !announced || !quantity.is_percent() || context.is_planned() {
        return None;
    }
    let (side, next) = (complement.start, sentence.lower(complement.start + 1));
    let than = next.split(' ').next() == Some("than");
    let level = matches!(next.split(' ').next(), Some("the" | "its" | "last" | "that" | "those"));
    match sentence.key(side) {
        "higher" | "more" if than => Some(QuantityRole::Up),
        "lower" | "less" | "fewer" if than => Some(QuantityRole::Down),
        "above" if level => Some(QuantityRole::Up),
        "below" if level => Some(QuantityRole::Down),
        _ => None,
    }
}

fn times(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    // "SAIFI 3,9 lần": what is counted in times, and no factor.
    let measured = gap.role.is_none_or(|role| matches!(role, Phrase::Reach | Phrase::Equal))
        && gap.body.clone().next_back().is_some_and(|last| {
            let token = sentence.items.get(last).and_then(|item| sentence.tokens.get(item.from));
            token.is_some_and(Token::is_capitals)
                || sentence.lower_text(gap.body.clone()).contains("số lần")
        });
    if measured || is_number_of_times(context) {
        return None;
    }
    (context.quantity.class == UnitClass::Times || context.gap.role == Some(Phrase::Times))
        .then_some(QuantityRole::Times)
}

/// The fewest times that count what was done where nothing announces a value: reports name factors
/// such as "2,3 lần", and what has become twenty times as large is mostly said to have "tăng".
const FEWEST_BARE: u32 = 20;

/// The fewest times that count what was done behind "đạt", which announces factors as well.
const FEWEST_REACHED: u32 = 100;

/// The fewest times that may be counted in a gap; `None` where they are a factor.
fn fewest_times(gap: &Gap) -> Option<Decimal> {
    match gap.role {
        None | Some(Phrase::Have | Phrase::Verb) => Some(FEWEST_BARE.into()),
        Some(Phrase::Reach) => Some(FEWEST_REACHED.into()),
        _ => None,
    }
}

/// "siêu âm 98.410 lần": so many times something was done. Nothing is that many times as large as before.
fn is_number_of_times(context: &RoleContext<'_, '_>) -> bool {
    let quantity = context.quantity;
    let many = fewest_times(context.gap).is_some_and(|fewest| quantity.value >= fewest);
    many && quantity.value.scale() == 0 && !matches!(context.follow, Follow::Base(_))
}

/// Whether a whole number of times is so near to the fewest that count something that it may be counted or a factor:
/// "siêu âm 19 lần", "siêu âm 21 lần".
pub(crate) fn may_be_factor(quantity: &Quantity, gap: &Gap) -> bool {
    let times = quantity.class == UnitClass::Times && quantity.value.scale() == 0;
    let (half, double) = (Decimal::new(5, 1), Decimal::TWO);
    let near = fewest_times(gap)
        .is_some_and(|fewest| (fewest * half..fewest * double).contains(&quantity.value));
    times && near
}

fn rank(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let ranked = context.gap.role == Some(Phrase::Rank) || lead_has(context, Phrase::Rank);
    let place = matches!(
        context.quantity.class,
        UnitClass::Percent | UnitClass::Money | UnitClass::Score | UnitClass::Points
    );
    let ordinal = context.quantity.ordinal;
    let whole = context.quantity.value.scale() == 0 && context.quantity.value > Decimal::ZERO;
    ((ranked || ordinal) && !place && whole && context.quantity.high.is_none())
        .then_some(QuantityRole::Rank)
}

fn places(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    if context.quantity.class != UnitClass::Place {
        return None;
    }
    match context.gap.role {
        Some(Phrase::Up) => Some(QuantityRole::PlacesUp),
        Some(Phrase::Down) => Some(QuantityRole::PlacesDown),
        _ => None,
    }
}

fn index(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let equal = matches!(context.gap.role, Some(Phrase::Equal | Phrase::Reach | Phrase::Share));
    let based = matches!(context.follow, Follow::Base(_));
    let plain = context.quantity.is_percent() && context.quantity.high.is_none();
    // "đạt 2% so với cùng kỳ" is no index.
    let large =
        context.gap.role == Some(Phrase::Equal) || context.quantity.value > Decimal::from(40);
    (equal && based && plain && large).then_some(QuantityRole::Index)
}

fn earlier(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let from = context.gap.role == Some(Phrase::From) || lead_has(context, Phrase::From);
    (from && context.before_to && context.quantity.whole.is_none()).then_some(QuantityRole::Earlier)
}

/// "đạt 61,7%, tăng từ 58,9% cuối năm 2024", "7.1 percent, up from 5.1 percent in 2023": the
/// earlier value behind its own.
fn earlier_behind(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let from = gap.role == Some(Phrase::From) || lead_has(context, Phrase::From);
    let alike = context.valued_unit.zip(quantity.unit.as_deref());
    let alike = alike.is_some_and(|(own, unit)| converted(quantity.value, unit, own).is_some());
    // "97 complaints, up from 84".
    let counted = context.valued_unit.is_some_and(|own| class_of(own) == Some(UnitClass::Count));
    let alike = alike || quantity.unit.is_none() && counted;
    let bare = gap.body.clone().all(|at| sentence.is_mark(at, ","));
    (from
        && alike
        && bare
        && !context.before_to
        && quantity.whole.is_none()
        && quantity.high.is_none())
    .then_some(QuantityRole::Earlier)
}

fn contribution(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    (context.gap.role == Some(Phrase::Contribute)
        && matches!(context.quantity.class, UnitClass::Percent | UnitClass::Points))
    .then_some(QuantityRole::Contribution)
}

fn share(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    (context.gap.role == Some(Phrase::Share) && context.quantity.is_percent())
        .then_some(QuantityRole::Share)
}

fn signed(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let negative = context.quantity.negative?;
    let own = matches!(context.gap.role, None | Some(Phrase::Up | Phrase::Down));
    (own && context.has_row).then_some(if negative { QuantityRole::Down } else { QuantityRole::Up })
}

/// "không để … vượt quá 3%".
fn limit(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    is_limit(context.sentence, context.gap).then_some(QuantityRole::Value)
}

/// "so với năm 2023 (3,2%)".
fn base_in_brackets(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { quantity, gap, .. } = context;
    let changed = context.after_base && context.has_row && quantity.negative.is_none();
    let alone = gap.opens && gap.body.len() == 1 && gap.lead.is_empty();
    (changed && alone && quantity.high.is_none() && quantity.whole.is_none())
        .then_some(QuantityRole::BaseInBrackets)
}

/// "giảm 26 vụ (10,83%)".
fn bracketed(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let before =
        context.bracketed.filter(|role| matches!(role, QuantityRole::Up | QuantityRole::Down))?;
    (context.gap.lead.is_empty() && context.quantity.is_percent()).then_some(before)
}

fn change(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    if context.quantity.whole.is_some() {
        return None;
    }
    let total = running_total(context.sentence, context.gap.all.clone());
    if context.quantity.is_percent() && total.is_some_and(|total| total.is_growth) {
        return Some(QuantityRole::Up);
    }
    match context.gap.role {
        Some(Phrase::Up) => Some(QuantityRole::Up),
        Some(Phrase::Down) => Some(QuantityRole::Down),
        Some(Phrase::Exceed | Phrase::VerdictExceeded) => beyond(context),
        Some(Phrase::From) => change_of_at_least(context),
        _ => None,
    }
}

/// "tăng từ 8,5% trở lên" is a change, and no earlier value.
fn change_of_at_least(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let at_least = OpenSide::at(&sentence.tokens, quantity.to) == Some(OpenSide::Above);
    // "tăng trưởng từ 8 - 10%" is one as well; "giảm từ 0,5 đến 1,2%" may go from the one to the other.
    let mut tokens = sentence.tokens[quantity.from..quantity.to].iter();
    let range = quantity.high.is_some() && tokens.any(|token| token.is("-") || token.is("–"));
    let at_least = at_least || range;
    let direction = gap.lead.clone().find_map(|at| match sentence.key(at) {
        "tăng" => Some(QuantityRole::Up),
        "giảm" => Some(QuantityRole::Down),
        _ => None,
    });
    direction.filter(|_| at_least && quantity.is_percent())
}

/// "vượt 12%" is beyond the plan, "vượt 12% so với năm trước" a rise; beyond the level of others it is neither.
fn beyond(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    match context.follow {
        Follow::Plan(_) => None,
        Follow::Nothing => Some(QuantityRole::BeyondPlan),
        Follow::Base(words) if begins_with_earlier_period(context.sentence, words.clone()) => {
            Some(QuantityRole::Up)
        }
        Follow::Base(_) => Some(QuantityRole::Remark),
    }
}

fn count(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    context.quantity.whole.map(|_| QuantityRole::Count)
}
