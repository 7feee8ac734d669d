//! Quantities that say something about a plan.

use super::plan_words::{
    begins_english_plan, names_plan, names_plan_before_bracket, names_plan_of_giver,
};
use super::role::{Follow, QuantityRole, RoleContext};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UnitClass};

pub(crate) fn target(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
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
    // "12.400 học sinh/13.000 chỉ tiêu".
    let behind_slash = gap.all.len() == 1 && sentence.is_mark(gap.all.start, "/");
    if behind_slash && sentence.key(context.complement.start) == "chỉ" && context.is_planned() {
        return Some(QuantityRole::Target);
    }
    // "…; kế hoạch giảm 1,5 điểm": a planned change.
    let growth = matches!(gap.role, Some(Phrase::Up | Phrase::Down));
    let planned = names_plan(context) || marked && names_plan_of_giver(context);
    if (marked || growth) && planned && !matches!(context.follow, Follow::Plan(_)) {
        return Some(if growth { QuantityRole::GrowthTarget } else { QuantityRole::Target });
    }
    // "đạt 31%, chỉ tiêu đề ra là 32%". One with a date may be that of another year.
    let joins = |at: &usize| sentence.phrase(*at) == Some(Phrase::And);
    let first = gap.body.clone().skip(1).find(|at| !joins(at));
    let listed = sentence.is_mark(gap.body.start, ",")
        && first.is_some_and(|first| sentence.phrase(first) == Some(Phrase::Plan))
        && gap.all.clone().all(|at| sentence.items[at].what != What::Date);
    let compared = gap.all.clone().any(|at| sentence.phrase(at) == Some(Phrase::Compare));
    // "6.1 percent, compared with a target of 6.5 percent", "đạt 95,8% so với kế hoạch 95%".
    let unit = context.quantity.unit.as_deref();
    let alike = context.valued_unit.is_some_and(|own| Some(own) == unit);
    // "214 households, against a target of 180".
    let alike = alike || compared && unit.is_none() && context.valued_unit.is_some();
    if sets_target(context) {
        return Some(QuantityRole::Target);
    }
    let joined = gap.all.clone().any(|at| begins_english_plan(sentence, at..gap.all.end));
    // "GRDP tăng 8,5%, kế hoạch là 8%"; "so với cùng kỳ, kế hoạch năm 2025 là 9%" compares with another year.
    let own = gap.body.clone().any(|at| sentence.phrase(at) == Some(Phrase::Compare));
    let alike = alike || context.is_only_changed && (own || listed || joined);
    if (compared || listed || joined) && alike && !context.is_planned() && names_plan(context) {
        return Some(QuantityRole::Target);
    }
    if is_plan_of_changed(context) {
        return Some(QuantityRole::Target);
    }
    // "106% of the plan of 300 tonnes", "bằng 106% kế hoạch 300 tấn", "318 tỷ đồng trên kế hoạch 300 tỷ đồng".
    let direct = gap.body.is_empty() && gap.lead.is_empty() && !gap.complement.is_empty();
    if direct && context.after_plan && alike && !context.quantity.is_percent() {
        return Some(QuantityRole::Target);
    }
    // "đạt 51,8% so với nghị quyết (23.600 tỷ đồng)".
    let bare = gap.opens && gap.body.len() <= 1 && gap.lead.is_empty();
    (context.after_plan
        && bare
        && !context.quantity.is_percent()
        && context.quantity.unit.is_some())
    .then_some(QuantityRole::Target)
}

/// "Sản lượng tăng 2%, kế hoạch là 320.000 tấn": what was planned for a level of which only the change is said.
fn is_plan_of_changed(context: &RoleContext<'_, '_>) -> bool {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let level = !matches!(quantity.class, UnitClass::Percent | UnitClass::Points)
        && quantity.unit.is_some()
        && quantity.whole.is_none();
    let plan = |at: usize| sentence.phrase(at) == Some(Phrase::Plan);
    // "kế hoạch vốn 320 tỷ đồng" is the plan of something else.
    let of_capital =
        gap.all.clone().any(|at| plan(at) && sentence.lower(at).split(' ').any(|w| w == "vốn"));
    level && context.is_without_level && !of_capital && !context.is_planned() && names_plan(context)
}

/// "76% of complaints, missing our 90% target": the target itself, and no percent of one.
fn sets_target(context: &RoleContext<'_, '_>) -> bool {
    let RoleContext { sentence, gap, quantity, complement, .. } = context;
    let before = gap.all.end.checked_sub(1).map_or("", |at| sentence.key(at));
    let own = matches!(before, "our" | "the" | "its" | "their" | "a" | "an");
    let named =
        matches!(sentence.key(complement.start), "target" | "goal") && !complement.is_empty();
    own && named && quantity.is_percent() && context.valued_unit == Some("%")
}

/// "Wages rose 4.2%, ahead of the 3.5% target": what was aimed at for a change has no field.
pub(super) fn side_of_growth_target(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, complement, .. } = context;
    let words = sentence.lower_text(gap.body.clone());
    let side = words.strip_prefix(", ").and_then(|words| words.split(' ').next());
    let said =
        matches!(side?, "ahead" | "above" | "below" | "over" | "under" | "short" | "against")
            || matches!(side?, "exceeding" | "beating" | "missing");
    let own = words.rsplit(' ').next().is_some_and(|word| matches!(word, "the" | "its" | "our"));
    let target = matches!(sentence.key(complement.start), "target" | "goal");
    let alone = !complement.is_empty() && sentence.items.len() <= complement.end + 1
        || sentence.is_mark(complement.end, ",;.");
    let short = gap.body.len() <= 4 && gap.complement.len() <= 3;
    (context.has_row && said && own && target && alone && short)
        .then_some(QuantityRole::Remark)
        .filter(|_| quantity.is_percent() && context.valued_unit.is_none())
}

/// "vượt 600 tỷ đồng (12%) so với dự toán": how far it is from the plan, once more.
pub(super) fn plan_distance(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, quantity, .. } = context;
    let percent = quantity.is_percent();
    let again = match context.bracketed? {
        QuantityRole::BeyondPlan => percent && context.valued_unit != Some("%"),
        QuantityRole::OverPlan => !percent && quantity.unit.is_some(),
        _ => false,
    };
    let bare = gap.complement.is_empty()
        && gap.lead.clone().all(|at| {
            matches!(sentence.phrase(at), Some(Phrase::Equal | Phrase::Approx | Phrase::Adverb))
        });
    (again && bare && quantity.high.is_none() && quantity.whole.is_none())
        .then_some(QuantityRole::PlanDistance)
}

/// Whether a percentage is above a plan or below it: "6.2% above plan", "4% below target". `None` for one of the plan.
fn side_of_plan(context: &RoleContext<'_, '_>) -> Option<bool> {
    let RoleContext { sentence, complement, quantity, .. } = context;
    if !quantity.is_percent() || complement.is_empty() {
        return None;
    }
    let words = sentence.lower_text(complement.start..complement.start + 1);
    match words.split(' ').next()? {
        "above" | "over" | "higher" | "more" => Some(true),
        "below" | "under" | "lower" | "less" | "short" => Some(false),
        _ => None,
    }
}

pub(crate) fn beyond_plan(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    if matches!(context.follow, Follow::Plan(_))
        && let Some(above) = side_of_plan(context)
    {
        return Some(if above { QuantityRole::OverPlan } else { QuantityRole::BeyondPlan });
    }
    let beyond = matches!(
        context.gap.role,
        Some(Phrase::Exceed | Phrase::Up | Phrase::Down | Phrase::VerdictExceeded)
    );
    // "hoàn thành vượt mức 9% so với cùng kỳ" names no plan.
    let lead = context.sentence.lower_text(context.gap.lead.clone());
    let bare = lead.ends_with("vượt mức") && matches!(context.follow, Follow::Base(_));
    let planned = matches!(context.follow, Follow::Plan(_))
        || context.gap.role == Some(Phrase::VerdictExceeded) && !bare;
    // "tăng 8,5%/8% kế hoạch" has the plan behind the slash.
    if !beyond || !planned || context.quantity.whole.is_some() {
        return None;
    }
    let percent = context.quantity.is_percent() && context.gap.role != Some(Phrase::Down);
    let exceeds = matches!(context.gap.role, Some(Phrase::Exceed | Phrase::VerdictExceeded));
    // "cao hơn 8,1% so với kế hoạch" of a sum is 108,1 % of it; of a rate, it may be points.
    let rate = context.valued_unit.is_none_or(|unit| unit.contains('%'));
    let more = context.gap.role == Some(Phrase::Up)
        && !rate
        && (context.gap.lead.clone())
            .any(|at| matches!(&*context.sentence.lower(at), "cao hơn" | "nhiều hơn"));
    let exceeds = exceeds || more;
    Some(if percent && exceeds { QuantityRole::OverPlan } else { QuantityRole::BeyondPlan })
}

pub(crate) fn plan_percent(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let planned = matches!(context.follow, Follow::Plan(_));
    // "chiếm 3,5% kế hoạch thu" is a share.
    // "accounting for 49.9% of the yearly target" is none of a whole.
    let lead = context.sentence.lower_text(context.gap.lead.clone());
    let share = context.gap.role == Some(Phrase::Share) && !lead.starts_with("accounting");
    let rate = context.before_target && context.valued_unit.is_none();
    // "đạt 62,1%/62% kế hoạch" gives the rate with its plan.
    let single = context.quantity.high.is_none() && context.quantity.whole.is_none();
    (context.quantity.is_percent() && planned && !share && !rate && single)
        .then_some(QuantityRole::PlanPercent)
}

/// "không để tỷ lệ thất nghiệp vượt quá 3%".
pub(crate) fn is_limit(sentence: &Sentence<'_>, gap: &Gap) -> bool {
    gap.role == Some(Phrase::Exceed) && gap.body.clone().any(|at| sentence.lower(at) == "không để")
}

/// "thấp hơn mục tiêu đề ra (8,4%)": the target, whatever the comparison says about it.
pub(crate) fn target_of_comparison(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    // "…, down from 50.1% and below the 50% target".
    if context.has_row && sets_target(context) {
        return Some(QuantityRole::Target);
    }
    // "(trên 90%)" is one as well.
    let bound = gap.lead.clone().all(|at| sentence.phrase(at) == Some(Phrase::Approx));
    (context.has_row && bound && !context.is_planned() && names_plan_before_bracket(context))
        .then_some(QuantityRole::Target)
}

/// "so với chỉ tiêu giao còn thiếu 13,2%": how much is missing is no figure of the indicator.
pub(crate) fn shortfall(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    let last = gap.body.clone().next_back()?;
    let text = sentence.lower(last);
    let short = matches!(&*text, "còn thiếu" | "thiếu") && gap.role.is_none();
    let named = gap.body.clone().filter(|at| !sentence.is_mark(*at, ",;)")).count() > 1;
    // "1.240 giáo viên đạt chuẩn; còn thiếu 210 bác sĩ": something else that is counted.
    let quantity = context.quantity;
    let other = quantity.is_count()
        && !context.is_planned()
        && context.valued_unit.zip(quantity.unit.as_deref()).is_none_or(|(own, unit)| own != unit);
    (context.has_row && (short && !named && !other || is_short_of_plan(context)))
        .then_some(QuantityRole::Remark)
}

/// "bằng 86,2% dự toán, hụt 450 tỷ đồng": how much is missing to the plan, and no fall.
fn is_short_of_plan(context: &RoleContext<'_, '_>) -> bool {
    let RoleContext { sentence, gap, quantity, complement, .. } = context;
    let said = gap.lead.clone().chain(gap.body.clone()).any(|at| sentence.key(at) == "hụt");
    let over_time = sentence.lower_text((*complement).clone()).contains("cùng kỳ");
    said && gap.role == Some(Phrase::Down) && !quantity.is_percent() && !over_time
}
