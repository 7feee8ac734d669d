//! Stage 7: what each quantity says, by the words before and behind it. Ordered rules; the first that fits decides.

use std::ops::Range;

use super::gap::Gap;
use super::items::{Sentence, What};
use super::quantity::Quantity;
use crate::lexicon::prose::{Phrase, UnitClass};

/// What a quantity says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The value of an indicator.
    Value,
    /// An earlier value: "từ 8,7%" before "xuống còn 3,9%".
    Earlier,
    /// A percent of plan.
    PlanPercent,
    /// A percent beyond the plan: 5 is 105 % of plan.
    OverPlan,
    /// An amount beyond or below the plan, which only says that it was exceeded or missed.
    BeyondPlan,
    /// The target itself: "(kế hoạch 20%)".
    Target,
    /// A target of the growth: "(kế hoạch tăng 8%)".
    GrowthTarget,
    /// An index against an earlier period: 99,4 is −0,6 percent.
    Index,
    /// A rise.
    Up,
    /// A fall.
    Down,
    /// A share of a whole.
    Share,
    /// A contribution to a growth.
    Contribution,
    /// A position in a ranking.
    Rank,
    /// Places won in a ranking.
    PlacesUp,
    /// Places lost in a ranking.
    PlacesDown,
    /// A part of a whole.
    Count,
    /// A factor: "gấp 3 lần".
    Times,
    /// A comparison with something else: "cao hơn mức tăng 0,14% của …".
    Passing,
}

/// What the words behind a quantity compare it with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Follow {
    /// Nothing.
    Nothing,
    /// The plan, as it is named.
    Plan(Range<usize>),
    /// An earlier period, as it is named.
    Base(Range<usize>),
}

/// The quantity with its surroundings.
pub(super) struct Context<'a, 't> {
    pub(super) sentence: &'a Sentence<'t>,
    pub(super) quantity: &'a Quantity,
    pub(super) gap: &'a Gap,
    pub(super) follow: &'a Follow,
    /// Whether the next quantity has the value after a change: "xuống còn".
    pub(super) before_to: bool,
    /// The role of the quantity before, if nothing but an opening bracket is in between.
    pub(super) bracketed: Option<Role>,
    /// Whether the quantity before was compared with the plan.
    pub(super) after_plan: bool,
    /// Whether the quantity before is a factor.
    pub(super) after_times: bool,
    /// What is said about the quantity behind it.
    pub(super) complement: &'a Range<usize>,
    /// Whether there is an indicator that the quantity could belong to.
    pub(super) has_row: bool,
}

impl Context<'_, '_> {
    /// Whether the words behind the quantity name the plan.
    fn is_planned(&self) -> bool {
        matches!(self.follow, Follow::Plan(_))
    }
}

type Rule = fn(&Context<'_, '_>) -> Option<Role>;

/// The rules in order.
const RULES: &[(&str, Rule)] = &[
    ("compared-with-other", compared),
    ("other-periods", other_periods),
    ("condition", condition),
    ("of-the-other", of_the_other),
    ("factor", times),
    ("change-behind", change_behind),
    ("rank", rank),
    ("places", places),
    ("target-in-brackets", target),
    ("beyond-plan", beyond_plan),
    ("percent-of-plan", plan_percent),
    ("index", index),
    ("from-to", earlier),
    ("contribution", contribution),
    ("share", share),
    ("signed-change", signed),
    ("change-in-brackets", bracketed),
    ("change", change),
    ("part-of-whole", count),
];

/// Decides the role, with the name of the rule.
pub(super) fn role(context: &Context<'_, '_>) -> (Role, &'static str) {
    let fits = RULES.iter().find_map(|(name, rule)| rule(context).map(|role| (role, *name)));
    fits.unwrap_or((Role::Value, "value"))
}

/// What the complement behind a quantity compares it with.
pub(super) fn follow(sentence: &Sentence<'_>, complement: &Range<usize>) -> Follow {
    let mut at = complement.start;
    let mut compared = false;
    while at < complement.end {
        match sentence.items[at].what {
            What::Phrase(Phrase::Plan) => return Follow::Plan(at..complement.end),
            What::Phrase(Phrase::Compare) => {
                compared = true;
                let key = sentence.text(at..at + 1).to_lowercase();
                let complete = [
                    "year on year",
                    "year-on-year",
                    "on year",
                    "from a year",
                    "y/y",
                    "month on month",
                    "month-on-month",
                    "the same period",
                    "from the",
                    "over the",
                    "a year",
                    "from last",
                    "so cùng",
                    "same period",
                ];
                if complete.iter().any(|phrase| key.starts_with(phrase)) {
                    let plan =
                        (at..complement.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan));
                    return if plan {
                        Follow::Plan(at..complement.end)
                    } else {
                        Follow::Base(at..complement.end)
                    };
                }
            }
            What::Phrase(Phrase::Time) | What::Date if compared || is_same_period(sentence, at) => {
                return Follow::Base(at..complement.end);
            }
            What::Phrase(Phrase::Approx | Phrase::Adverb | Phrase::Prep) => {}
            What::Word
                if matches!(
                    sentence.key(at),
                    "the" | "of" | "its" | "this" | "mức" | "cả" | "chỉ"
                ) => {}
            What::Mark => {}
            _ => return if compared { other(sentence, at, complement) } else { Follow::Nothing },
        }
        at += 1;
    }
    Follow::Nothing
}

/// Something else that is compared with: a plan further behind, or any base.
fn other(sentence: &Sentence<'_>, at: usize, complement: &Range<usize>) -> Follow {
    let plan = (at..complement.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan));
    if plan { Follow::Plan(at..complement.end) } else { Follow::Base(at..complement.end) }
}

fn is_same_period(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.key(at), "cùng" | "đầu" | "cuối") && sentence.phrase(at) == Some(Phrase::Time)
}

fn lead_has(context: &Context<'_, '_>, phrase: Phrase) -> bool {
    context.gap.lead.clone().any(|at| context.sentence.phrase(at) == Some(phrase))
}

/// Words that begin a remark about something else.
const ASIDE_STARTS: [&str; 7] = ["sau", "sơ", "cùng", "trong", "against", "compared", "trước"];

fn compared(context: &Context<'_, '_>) -> Option<Role> {
    let Context { sentence, gap, .. } = context;
    if !context.has_row {
        return None;
    }
    let is_comparative = |at: usize| {
        matches!(
            &*sentence.text(at..at + 1).to_lowercase(),
            "cao hơn" | "thấp hơn" | "lớn hơn" | "nhiều hơn" | "ít hơn" | "higher" | "lower"
        )
    };
    // "cao hơn mức tăng 0,14%", "thấp hơn bình quân cả nước 0,6 điểm", "cao hơn cùng kỳ (41,8%)".
    let first = (gap.all.start..gap.all.end).find(|at| is_comparative(*at));
    let direct = first.is_some_and(|at| {
        (at + 1..gap.all.end)
            .all(|at| matches!(sentence.phrase(at), Some(Phrase::Approx | Phrase::Adverb)))
    });
    if first.is_some() && !direct {
        return Some(Role::Passing);
    }
    // "(sau Bắc Giang tăng 13,85%)", "(cùng kỳ năm trước là 3%)".
    let open = gap.all.clone().rev().find(|at| sentence.is_mark(*at, "()"));
    let remark = open.filter(|at| sentence.is_mark(*at, "(")).map(|at| at + 1);
    let remark = remark.filter(|at| *at < gap.all.end);
    let begins = remark.is_some_and(|at| ASIDE_STARTS.contains(&sentence.key(at)));
    let of_plan = remark.is_some_and(|from| {
        (from..gap.all.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan))
    });
    let of_part = remark.is_some_and(|at| sentence.phrase(at) == Some(Phrase::Part));
    (begins && !of_plan && !of_part).then_some(Role::Passing)
}

/// "(quý I tăng 7,61%, quý II tăng 9,83%)": how it was in other periods.
fn other_periods(context: &Context<'_, '_>) -> Option<Role> {
    let Context { sentence, gap, .. } = context;
    let open = open_bracket(sentence, gap.all.end)?;
    let is_time = |at: usize| {
        sentence.phrase(at) == Some(Phrase::Time)
            || sentence.items.get(at).is_some_and(|item| item.what == What::Date)
    };
    let planned = (open..gap.all.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan))
        || context.is_planned();
    let only_time = gap.body.clone().all(|at| {
        is_time(at)
            || matches!(sentence.items[at].what, What::Mark | What::Word)
                && !sentence.key(at).chars().any(|c| c.is_alphabetic() && !matches!(c, 'i' | 'v'))
    });
    (context.has_row && is_time(open + 1) && only_time && !planned).then_some(Role::Passing)
}

/// The last opening bracket before an item that is not closed.
fn open_bracket(sentence: &Sentence<'_>, before: usize) -> Option<usize> {
    const FARTHEST: usize = 80;
    let mut closed = 0_usize;
    for at in (before.saturating_sub(FARTHEST)..before).rev() {
        if sentence.is_mark(at, ")") {
            closed += 1;
        } else if sentence.is_mark(at, "(") {
            if closed == 0 {
                return Some(at);
            }
            closed -= 1;
        }
    }
    None
}

/// "nếu loại trừ yếu tố giá tăng 6,9%": under another condition.
fn condition(context: &Context<'_, '_>) -> Option<Role> {
    let Context { sentence, gap, .. } = context;
    let first = gap.body.clone().find(|at| !sentence.is_mark(*at, ",;"))?;
    (context.has_row && matches!(sentence.key(first), "nếu" | "if")).then_some(Role::Passing)
}

/// "gấp 2,3 lần Nga Sơn (9.310 tấn)": the value of what is compared with.
fn of_the_other(context: &Context<'_, '_>) -> Option<Role> {
    (context.after_times && context.gap.opens).then_some(Role::Passing)
}

/// "0.4 quintals/ha higher than last season": a change whose direction is behind it.
fn change_behind(context: &Context<'_, '_>) -> Option<Role> {
    let Context { sentence, gap, complement, .. } = context;
    let bare = gap.lead.is_empty() && gap.body.clone().all(|at| sentence.is_mark(at, ","));
    if !context.has_row || !bare {
        return None;
    }
    match sentence.key(complement.start) {
        "higher" | "more" => Some(Role::Up),
        "lower" | "less" => Some(Role::Down),
        _ => None,
    }
}

fn times(context: &Context<'_, '_>) -> Option<Role> {
    (context.quantity.class == UnitClass::Times || context.gap.role == Some(Phrase::Times))
        .then_some(Role::Times)
}

fn rank(context: &Context<'_, '_>) -> Option<Role> {
    let ranked = context.gap.role == Some(Phrase::Rank) || lead_has(context, Phrase::Rank);
    let place = matches!(
        context.quantity.class,
        UnitClass::Percent | UnitClass::Money | UnitClass::Score | UnitClass::Points
    );
    let ordinal = context.quantity.ordinal;
    let whole =
        context.quantity.value.scale() == 0 && context.quantity.value > rust_decimal::Decimal::ZERO;
    ((ranked || ordinal) && !place && whole && context.quantity.high.is_none())
        .then_some(Role::Rank)
}

fn places(context: &Context<'_, '_>) -> Option<Role> {
    if context.quantity.class != UnitClass::Place {
        return None;
    }
    match context.gap.role {
        Some(Phrase::Up) => Some(Role::PlacesUp),
        Some(Phrase::Down) => Some(Role::PlacesDown),
        _ => None,
    }
}

/// Whether the words since the last bracket, slash or comma name only the plan.
fn names_plan(context: &Context<'_, '_>) -> bool {
    let Context { sentence, gap, .. } = context;
    let from = gap
        .all
        .clone()
        .rev()
        .find(|at| {
            sentence.is_mark(*at, "(,;/)")
                || matches!(
                    sentence.phrase(*at),
                    Some(Phrase::VerdictExceeded | Phrase::VerdictMet)
                )
        })
        .map_or(gap.all.start, |at| at + usize::from(sentence.items[at].what == What::Mark));
    let mut planned = false;
    for at in from..gap.all.end {
        match sentence.items[at].what {
            What::Phrase(
                Phrase::Plan | Phrase::VerdictExceeded | Phrase::VerdictMet | Phrase::VerdictMissed,
            ) => planned = true,
            What::Phrase(Phrase::Target) => planned = true,
            What::Phrase(
                Phrase::Time
                | Phrase::Reach
                | Phrase::Approx
                | Phrase::Adverb
                | Phrase::Up
                | Phrase::Down
                | Phrase::Prep
                | Phrase::Have
                | Phrase::Equal
                | Phrase::To
                | Phrase::From
                | Phrase::Estimate
                | Phrase::Verb,
            )
            | What::Date
            | What::Mark => {}
            What::Word
                if matches!(
                    sentence.key(at),
                    "đề" | "ra"
                        | "giao"
                        | "tỉnh"
                        | "huyện"
                        | "the"
                        | "of"
                        | "set"
                        | "cả"
                        | "is"
                        | "được"
                        | "hđnd"
                        | "trung"
                        | "ương"
                ) => {}
            _ => return false,
        }
    }
    planned
}

fn target(context: &Context<'_, '_>) -> Option<Role> {
    let Context { sentence, gap, .. } = context;
    if !context.has_row || gap.role == Some(Phrase::VerdictExceeded) {
        return None;
    }
    let marked = gap.all.clone().any(|at| sentence.is_mark(at, "(/"))
        || gap.all.clone().any(|at| {
            matches!(
                sentence.phrase(at),
                Some(Phrase::VerdictExceeded | Phrase::VerdictMet | Phrase::VerdictMissed)
            )
        });
    if marked && names_plan(context) && !matches!(context.follow, Follow::Plan(_)) {
        let growth = matches!(gap.role, Some(Phrase::Up | Phrase::Down));
        return Some(if growth { Role::GrowthTarget } else { Role::Target });
    }
    // "đạt 51,8% so với nghị quyết (23.600 tỷ đồng)".
    let bare = gap.opens && gap.body.len() <= 1 && gap.lead.is_empty();
    (context.after_plan
        && bare
        && !context.quantity.is_percent()
        && context.quantity.unit.is_some())
    .then_some(Role::Target)
}

fn beyond_plan(context: &Context<'_, '_>) -> Option<Role> {
    let beyond = matches!(
        context.gap.role,
        Some(Phrase::Exceed | Phrase::Up | Phrase::Down | Phrase::VerdictExceeded)
    );
    let planned = matches!(context.follow, Follow::Plan(_))
        || context.gap.role == Some(Phrase::VerdictExceeded);
    if !beyond || !planned {
        return None;
    }
    let percent = context.quantity.is_percent() && context.gap.role != Some(Phrase::Down);
    let exceeds = matches!(context.gap.role, Some(Phrase::Exceed | Phrase::VerdictExceeded));
    Some(if percent && exceeds { Role::OverPlan } else { Role::BeyondPlan })
}

fn plan_percent(context: &Context<'_, '_>) -> Option<Role> {
    let planned = matches!(context.follow, Follow::Plan(_));
    // "chiếm 3,5% kế hoạch thu" is a share.
    let share = context.gap.role == Some(Phrase::Share);
    (context.quantity.is_percent() && planned && !share && context.quantity.high.is_none())
        .then_some(Role::PlanPercent)
}

fn index(context: &Context<'_, '_>) -> Option<Role> {
    let equal = matches!(context.gap.role, Some(Phrase::Equal | Phrase::Reach | Phrase::Share));
    let based = matches!(context.follow, Follow::Base(_));
    let plain = context.quantity.is_percent() && context.quantity.high.is_none();
    // "đạt 2% so với cùng kỳ" is no index.
    let large = context.gap.role == Some(Phrase::Equal)
        || context.quantity.value > rust_decimal::Decimal::from(40);
    (equal && based && plain && large).then_some(Role::Index)
}

fn earlier(context: &Context<'_, '_>) -> Option<Role> {
    let from = context.gap.role == Some(Phrase::From) || lead_has(context, Phrase::From);
    (from && context.before_to && context.quantity.whole.is_none()).then_some(Role::Earlier)
}

fn contribution(context: &Context<'_, '_>) -> Option<Role> {
    (context.gap.role == Some(Phrase::Contribute)
        && matches!(context.quantity.class, UnitClass::Percent | UnitClass::Points))
    .then_some(Role::Contribution)
}

fn share(context: &Context<'_, '_>) -> Option<Role> {
    (context.gap.role == Some(Phrase::Share) && context.quantity.is_percent())
        .then_some(Role::Share)
}

fn signed(context: &Context<'_, '_>) -> Option<Role> {
    let negative = context.quantity.negative?;
    let own = matches!(context.gap.role, None | Some(Phrase::Up | Phrase::Down));
    (own && context.has_row).then_some(if negative { Role::Down } else { Role::Up })
}

/// "giảm 26 vụ (10,83%)".
fn bracketed(context: &Context<'_, '_>) -> Option<Role> {
    let before = context.bracketed.filter(|role| matches!(role, Role::Up | Role::Down))?;
    (context.gap.lead.is_empty() && context.quantity.is_percent()).then_some(before)
}

fn change(context: &Context<'_, '_>) -> Option<Role> {
    if context.quantity.whole.is_some() {
        return None;
    }
    match context.gap.role {
        Some(Phrase::Up) => Some(Role::Up),
        Some(Phrase::Down) => Some(Role::Down),
        Some(Phrase::Exceed) if !matches!(context.follow, Follow::Plan(_)) => {
            Some(Role::BeyondPlan)
        }
        _ => None,
    }
}

fn count(context: &Context<'_, '_>) -> Option<Role> {
    context.quantity.whole.map(|_| Role::Count)
}
