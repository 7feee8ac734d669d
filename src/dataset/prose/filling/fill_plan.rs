//! Targets, percents of plan, and amounts beyond it.

use rust_decimal::Decimal;

use super::filled_row::{self, figure, out_of_range, row, words_from};
use super::planned_growth::{PlannedChange, only_change, turn_to_growth};
use super::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::converted;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::rows::verdict::against_plan;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::{Decision, Fate};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{
    ABOUT, AT_LEAST, AT_MOST, COMPARATIVES, LOWER_THAN, OVER, UNDER, WordList,
};
use crate::model::{Status, Target, Verdict};

/// The open side of a quantity, by the words behind it or behind what it counts: "từ 100 đảng viên trở lên".
pub(crate) fn open_side(reader: &SentenceReader<'_, '_>, quantity: &Quantity) -> Option<OpenSide> {
    const NEAR: usize = 10;
    let tokens = &reader.sentence.tokens;
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let side = |at: usize| OpenSide::at(tokens, at);
    let from = quantity.from.checked_sub(1).is_some_and(|at| key(at) == "từ");
    let words = (quantity.to..tokens.len()).take(NEAR);
    let mut words = words.take_while(|at| tokens[*at].kind == TokenKind::Word);
    side(quantity.to)
        .or_else(|| behind_whole(tokens, quantity).and_then(side))
        .or_else(|| words.find_map(side).filter(|_| from))
}

/// Where the words end that only say of what whole a percent is: "95,5% dân số trở lên", "80% số hộ trở lên".
fn behind_whole(tokens: &[Token<'_>], quantity: &Quantity) -> Option<usize> {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let at = quantity.to;
    let words = match (key(at), key(at + 1)) {
        ("dân", "số") => 2,
        ("tổng", "số") => 2 + UNITS.longest_of(tokens.get(at + 2..)?, UnitClass::Count)?,
        ("số", _) => 1 + UNITS.longest_of(tokens.get(at + 1..)?, UnitClass::Count)?,
        _ => return None,
    };
    quantity.is_percent().then_some(at + words)
}

pub(crate) fn target_of(
    quantity: &Quantity,
    bound: Option<&str>,
    open: Option<OpenSide>,
) -> Target {
    let value = quantity.value;
    if let Some(high) = quantity.high {
        return Target::Range { low: value, high };
    }
    match open {
        Some(OpenSide::Above) => return Target::AtLeast(value),
        Some(OpenSide::Below) => return Target::AtMost(value),
        None => {}
    }
    let bound = bound.map(str::to_lowercase).unwrap_or_default();
    let is_one_of = |words: &WordList| words.contains(&bound);
    if is_one_of(&OVER) {
        Target::Over(value)
    } else if is_one_of(&UNDER) {
        Target::Under(value)
    } else if is_one_of(&AT_LEAST) {
        Target::AtLeast(value)
    } else if is_one_of(&AT_MOST) {
        Target::AtMost(value)
    } else if is_one_of(&ABOUT) {
        Target::About(value)
    } else {
        Target::Value(value)
    }
}

pub(crate) fn plan_words(reader: &SentenceReader<'_, '_>, follow: &Follow) -> String {
    match follow {
        Follow::Plan(words) | Follow::Base(words) => reader.sentence.text(words.clone()),
        Follow::Nothing => String::new(),
    }
}

pub(crate) fn plan_percent(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    bound: Option<usize>,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let words = plan_words(reader, follow);
    let bound = bound.map(|at| reader.sentence.text(at..at + 1));
    let open = open_side(reader, quantity);
    reader.state.paragraph.inherited = Some(QuantityRole::PlanPercent);
    let (targets, perhaps) = (reader.state.sentence.target, reader.state.sentence.perhaps);
    reader.state.paragraph.plan_said = true;
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if targets && row.actual.is_none() && row.target.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::SecondTarget);
    }
    if targets && row.actual.is_none() {
        row.target = Some(target_of(quantity, bound.as_deref(), open));
        row.unit.clone_from(&quantity.unit);
        if perhaps {
            row.doubt(Doubt::TargetOrActual);
        }
        return figure(NumberRule::Target);
    }
    row.add_percent(quantity.value, &words);
    if quantity.value < Decimal::ONE_HUNDRED && row.percents.len() == 1 && !targets {
        reader.keep_unfinished_open(&words);
    }
    let Some(row) = filled_row::row(reader) else {
        return Decision::unread(NumberRule::NoIndicator);
    };
    if row.percents.len() > 1 {
        row.doubt(Doubt::SeveralPlans);
    }
    figure(rule)
}

pub(crate) fn over_plan(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let words = plan_words(reader, follow);
    let text = words_from(reader, gap, quantity, follow);
    let verdict = Verdict { text, status: Status::Exceeded };
    let last = reader.last_decision();
    let of_unread = last.is_some_and(|last| last.fate == Fate::Unread);
    let of_share = last.is_some_and(|last| {
        matches!(last.rule, NumberRule::ShareInNote | NumberRule::ShareInBrackets)
    });
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let rate = row.unit.as_deref() == Some("%");
    let itself = gap.role == Some(Phrase::VerdictExceeded) && row.target.is_none();
    // "đạt 62%, vượt mục tiêu 60%", "giảm 6,2%/năm, vượt mục tiêu 4%/năm": the target itself.
    if let (true, true, Some(actual)) = (rate, itself, row.actual)
        && quantity.unit.as_deref() == Some("%")
        && is_plan_itself(actual, quantity.value, false)
    {
        row.verdict = Some(verdict);
        row.target = Some(Target::Value(quantity.value));
        return figure(NumberRule::Target);
    }
    if quantity.unit.as_deref() != Some("%") {
        match row.average.take_if(|_| !rate && itself && row.actual.is_none()) {
            Some(average) => {
                row.take_average(average);
                row.target = Some(Target::Value(quantity.value));
                row.verdict = Some(verdict);
            }
            None => row.notes.push(verdict.text),
        }
        return figure(NumberRule::BeyondPlan);
    }
    if rate && row.actual.is_some() {
        // Beyond a rate that was planned: percent or percentage points.
        row.verdict = Some(verdict);
        return figure(NumberRule::BeyondPlan);
    }
    // "2.140 việc, đạt tỷ lệ 84,1%, vượt 0,6% so với chỉ tiêu": beyond the plan of the rate, which has no field.
    if of_share {
        row.notes.push(verdict.text);
        return figure(NumberRule::RemarkInNote);
    }
    // "1.340 doanh nghiệp, đạt 44,7% (vượt 4,7% so với mục tiêu)": beyond the plan of a rate that was not read.
    if of_unread && gap.opens {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::BeyondPlanOfOther);
    }
    // More than planned is no success by itself.
    if gap.role != Some(Phrase::Up) {
        row.verdict.get_or_insert(verdict);
    }
    // "vượt 110,3% kế hoạch" is mostly meant as 110,3 % of it; the plan in numbers shows it.
    if quantity.value >= Decimal::ONE_HUNDRED {
        row.add_percent(quantity.value, &words);
        row.doubt(Doubt::Construction);
        return figure(NumberRule::PercentBeyondPlan);
    }
    let Some(percent) = quantity.value.checked_add(Decimal::ONE_HUNDRED) else {
        return out_of_range();
    };
    row.add_percent(percent, &words);
    if row.percents.len() > 1 {
        row.doubt(Doubt::SeveralPlans);
    }
    figure(rule)
}

/// The item of "cao hơn" or "thấp hơn" before a figure.
pub(super) fn comparative(reader: &SentenceReader<'_, '_>, gap: &Gap) -> Option<usize> {
    gap.all.clone().find(|at| COMPARATIVES.contains(&reader.sentence.lower(*at)))
}

/// Whether what is named behind "thấp hơn kế hoạch" is the plan itself, and not how much is missing: it is of the
/// size of the actual, and on the side that the words say.
fn is_plan_itself(actual: Decimal, value: Decimal, below: bool) -> bool {
    let half = Decimal::new(5, 1);
    let alike = actual
        .checked_mul(half)
        .zip(actual.checked_mul(Decimal::TWO))
        .is_some_and(|(least, most)| least <= value && value <= most);
    alike && (value > actual) == below
}

/// Whether the words before a figure say that it is below what it is compared with.
pub(super) fn is_below(reader: &SentenceReader<'_, '_>, gap: &Gap) -> bool {
    gap.all.clone().any(|at| LOWER_THAN.contains(&reader.sentence.lower(at)))
}

pub(crate) fn beyond_plan(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, complement, follow, rule, .. } = *context;
    let below = gap.role == Some(Phrase::Down) || is_below(reader, gap);
    let text = join(
        &reader.sentence.tokens,
        reader.sentence.items[comparative(reader, gap).unwrap_or(gap.lead.start).min(gap.all.end)]
            .from,
        complement.clone().next_back().map_or(quantity.to, |at| reader.sentence.items[at].to),
    );
    // "vượt kế hoạch 5.000 tấn" of 5.200 names the plan.
    let named = gap.role == Some(Phrase::VerdictExceeded);
    let compared = (comparative(reader, gap).is_some() || named) && *follow == Follow::Nothing;
    let status_text = text.clone();
    reader.before.set_plan_distance(if below { -quantity.value } else { quantity.value });
    let certain = matches!(gap.role, Some(Phrase::Exceed | Phrase::VerdictExceeded));
    let language = reader.state.document.language;
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    // "tăng 8,5%, cao hơn mục tiêu 8%".
    let changed = only_change(row).map(|change| change.amount.abs());
    if compared && changed.is_some_and(|value| is_plan_itself(value, quantity.value, below)) {
        turn_to_growth(row, &PlannedChange { quantity, rises: None }, language);
    }
    if row.verdict.is_some() {
        return Decision::unread(NumberRule::SecondVerdict);
    }
    let own = row.unit.as_deref().zip(quantity.unit.as_deref());
    let value = own.and_then(|(own, unit)| converted(quantity.value, unit, own));
    if let (true, Some(actual), Some(value)) = (compared, row.actual, value)
        && row.target.is_none()
        && is_plan_itself(actual, value, below)
    {
        row.target = Some(Target::Value(value));
        if named {
            // Half as much again beyond the plan is rare, but so is a plan of two thirds.
            let far = value.checked_mul(Decimal::new(125, 2)).is_none_or(|most| most < actual);
            if far {
                row.doubt(Doubt::Construction);
            }
            row.verdict = Some(Verdict { text: status_text, status: Status::Exceeded });
        }
        return figure(rule);
    }
    let verdict = match against_plan(&row.name, below) {
        // "giảm 3,4 điểm phần trăm, vượt 0,4 điểm phần trăm so với kế hoạch": it fell further than planned. Of another
        // figure that is to be low, nobody can say what was exceeded.
        Some(Status::Missed) if certain && !below => {
            let falls = row.changes.iter().any(|change| change.amount.is_sign_negative());
            falls.then_some(Status::Exceeded)
        }
        against => against.or(certain.then_some(Status::Exceeded)),
    };
    match verdict {
        Some(status) => row.verdict = Some(Verdict { text, status }),
        None => row.notes.push(text),
    }
    figure(rule)
}
