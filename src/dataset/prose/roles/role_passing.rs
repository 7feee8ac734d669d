//! Quantities that are about something else than the indicator.

use std::ops::Range;

use super::role::{Follow, QuantityRole, RoleContext};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{
    COMPARATIVES, NAMES_FIGURE, NEXT_TO_PLAN, RELATIVE_PERIODS, REMARK_STARTS, REQUIRED,
    TARGET_BANDS, WORDS_OF_SIDES,
};

pub(super) fn compared(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    if !context.has_row {
        return None;
    }
    let is_comparative = |at: usize| {
        COMPARATIVES.contains(&sentence.lower(at)) || sentence.phrase(at) == Some(Phrase::Exceed)
    };
    // "cao hơn mức tăng 0,14%", "thấp hơn bình quân cả nước 0,6 điểm", "cao hơn cùng kỳ (41,8%)".
    // Another clause says something of its own.
    let clause = gap.all.clone().rev().find(|at| sentence.is_mark(*at, ";"));
    // "8.1 percent higher than the target and up 7.6 percent": of the figure before.
    let behind = matches!(sentence.key(gap.complement.start), "higher" | "lower" | "more" | "less")
        && !gap.complement.is_empty();
    let start = if behind { gap.complement.end } else { gap.all.start };
    let first = (clause.unwrap_or(start)..gap.all.end).find(|at| is_comparative(*at));
    let direct = first.is_some_and(|at| {
        (at + 1..gap.all.end)
            .all(|at| matches!(sentence.phrase(at), Some(Phrase::Approx | Phrase::Adverb)))
    });
    if let Some(at) = first.filter(|_| !direct) {
        // "cao hơn cùng kỳ 8,1 điểm phần trăm" is the indicator's own change, "cao hơn kế hoạch 12 đồng" its plan's.
        let between = at + 1..gap.all.end;
        let counted = context.quantity.unit.is_some() && !gap.opens;
        if counted && names_only_plan(sentence, between.clone()) {
            return Some(QuantityRole::BeyondPlan);
        }
        let own = names_earlier_period(sentence, between);
        // "vượt cùng kỳ 12%" is a rise; "vượt" says more than that of a plan.
        let exceeds = sentence.phrase(at) == Some(Phrase::Exceed);
        if exceeds && !(own && counted) {
            // "đều vượt quy định (từ 90% trở lên)": what was required, and no figure.
            let words = sentence.lower_text(at + 1..gap.all.end);
            let required = gap.opens && REQUIRED.iter().any(|word| words.starts_with(word));
            return required.then_some(QuantityRole::Passing);
        }
        let rise = exceeds || sentence.phrase(at) == Some(Phrase::Up);
        // "cao hơn năm 2021 (55,1%)": how much it was then.
        let alike = context.valued_unit == context.quantity.unit.as_deref();
        let tight = gap.body.end == gap.all.end && gap.opens && context.quantity.high.is_none();
        let dated = names_earlier_period(sentence, at + 1..gap.all.end.saturating_sub(1));
        if dated && tight && alike && context.valued_unit.is_some() {
            return Some(QuantityRole::Earlier);
        }
        return Some(match (own && counted, rise) {
            (true, true) => QuantityRole::Up,
            (true, false) => QuantityRole::Down,
            (false, _) => QuantityRole::Passing,
        });
    }
    // "(sau Bắc Giang tăng 13,85%)", "(cùng kỳ năm trước là 3%)".
    let open = gap.all.clone().rev().find(|at| sentence.is_mark(*at, "()"));
    let remark = open.filter(|at| sentence.is_mark(*at, "(")).map(|at| at + 1);
    let remark = remark.filter(|at| *at < gap.all.end);
    let begins = remark.is_some_and(|at| REMARK_STARTS.contains(sentence.key(at)));
    let of_plan = remark.is_some_and(|from| {
        (from..gap.all.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan))
    });
    let of_part = remark.is_some_and(|at| sentence.phrase(at) == Some(Phrase::Part));
    (begins && !of_plan && !of_part).then_some(QuantityRole::Passing)
}

/// Whether words name an earlier period and nothing else: "vụ đông xuân năm trước", "năm 2023 là".
fn names_earlier_period(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    const PLAIN: usize = 4;
    let is_time = |at: &usize| {
        matches!(sentence.items[*at].what, What::Date) || sentence.phrase(*at) == Some(Phrase::Time)
    };
    let fits = |at: usize| {
        is_time(&at)
            || matches!(sentence.items[at].what, What::Word)
            || matches!(
                sentence.phrase(at),
                Some(Phrase::Approx | Phrase::Reach | Phrase::Prep | Phrase::Equal)
            )
    };
    let plain = words.clone().filter(|at| matches!(sentence.items[*at].what, What::Word)).count();
    let other = || {
        let text = sentence.lower_text(words.clone());
        ["mức", "bình quân", "trung bình", "cả nước", "vùng"].iter().any(|word| text.contains(word))
    };
    words.clone().any(|at| is_time(&at)) && words.clone().all(fits) && plain <= PLAIN && !other()
}

/// Whether the words of a comparison begin with an earlier period, and not with a place: "so với cùng kỳ năm trước".
pub(super) fn begins_with_earlier_period(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let compare = usize::from(sentence.phrase(words.start) == Some(Phrase::Compare));
    let is_time = |at: &usize| {
        sentence.items[*at].what == What::Date || sentence.phrase(*at) == Some(Phrase::Time)
    };
    // "so năm trước" is one phrase.
    let Some(time) = words.clone().skip(compare).find(is_time) else {
        return compare > 0 && names_earlier_period(sentence, words);
    };
    let named = words.start + compare..time + 1;
    let place = sentence.text(named.start..time).chars().any(char::is_uppercase);
    !place && names_earlier_period(sentence, named)
}

/// Whether words name the plan and nothing else: "kế hoạch giao".
fn names_only_plan(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let fits = |at: usize| {
        matches!(
            sentence.phrase(at),
            Some(Phrase::Plan | Phrase::Approx | Phrase::Reach | Phrase::Time)
        ) || NEXT_TO_PLAN.contains(sentence.key(at))
            || sentence.items[at].what == What::Date
    };
    let planned = |at: usize| sentence.phrase(at) == Some(Phrase::Plan);
    let joins = |at: &usize| matches!(sentence.key(*at), "than" | "a" | "an" | "the" | "our");
    let first = words.clone().find(|at| planned(*at) || !joins(at));
    first.is_some_and(planned) && words.clone().all(fits)
}

/// "8,6 triệu đồng so với 6,3 triệu đồng": the value of what is compared with.
pub(super) fn value_of_other(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    let last = gap.all.end.checked_sub(1).filter(|at| *at >= gap.all.start)?;
    let compared = sentence.phrase(last) == Some(Phrase::Compare)
        && matches!(sentence.key(last), "so" | "compared" | "against" | "versus");
    if context.has_row && compares_with_level(sentence, gap.all.clone()) {
        return Some(QuantityRole::Passing);
    }
    let alone = (gap.complement.end..last).all(|at| sentence.is_mark(at, ",()"));
    let vietnamese = sentence.key(last) == "so";
    (context.has_row && compared && (vietnamese || alone)).then_some(QuantityRole::Passing)
}

/// "so với tốc độ tăng 6,94% của cả nước": the level of something else, whose name is behind the comparison.
fn compares_with_level(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let Some(compare) =
        words.clone().rev().find(|at| sentence.phrase(*at) == Some(Phrase::Compare))
    else {
        return false;
    };
    let level = matches!(sentence.key(compare + 1), "mức" | "tốc" | "bình" | "trung" | "con");
    let plain = (compare + 1..words.end).all(|at| {
        !sentence.is_mark(at, ",;()")
            && !matches!(sentence.items[at].what, What::Date)
            && !matches!(sentence.phrase(at), Some(Phrase::Plan | Phrase::Time | Phrase::Reach))
    });
    level && plain && compare + 1 < words.end
}

/// "within the target band of 3 to 6 percent": what the figure is to be in, and no value.
pub(super) fn around_target(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    const NEAR: usize = 5;
    let RoleContext { sentence, gap, quantity, .. } = context;
    let band = gap.all.clone().rev().take(NEAR).any(|at| TARGET_BANDS.contains(sentence.key(at)));
    let upper = quantity.high.is_some() || gap.role == Some(Phrase::To);
    // "0.4 percentage points below the profile": next to something that is no plan and no period.
    let in_parallel = quantity.class == UnitClass::Points
        && WORDS_OF_SIDES.contains(sentence.key(context.complement.start))
        && !context.complement.is_empty()
        && *context.follow == Follow::Nothing;
    (context.has_row && (band && upper || in_parallel)).then_some(QuantityRole::Remark)
}

/// "(quý I tăng 7,61%, quý II tăng 9,83%)": how it was in other periods.
pub(super) fn other_periods(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
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
    (context.has_row && is_time(open + 1) && only_time && !planned).then_some(QuantityRole::Passing)
}

/// "tăng 8,6%, trong khi cùng kỳ năm trước giảm 0,2%": how it was in an earlier period, without brackets.
pub(super) fn earlier_period(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    let mut words = gap.body.clone().filter(|at| !sentence.is_mark(*at, ",;"));
    let first = words.next()?;
    // "còn cùng kỳ": "còn" announces a value elsewhere.
    let joined = sentence.phrase(first) == Some(Phrase::And) && sentence.key(first) != "và"
        || sentence.key(first) == "còn";
    let from = if joined { first + 1 } else { first };
    let is_time = |at: usize| {
        sentence.phrase(at) == Some(Phrase::Time) || sentence.items[at].what == What::Date
    };
    let filler = |at: usize| {
        matches!(sentence.phrase(at), Some(Phrase::Prep | Phrase::Adverb | Phrase::Place))
            || NAMES_FIGURE.contains(sentence.key(at))
            || sentence.is_mark(at, ",")
    };
    let only_time =
        (from..gap.body.end).all(|at| is_time(at) || filler(at) || is_same_period(sentence, at));
    let earlier = || {
        let text = sentence.lower_text(from..gap.body.end);
        RELATIVE_PERIODS.iter().any(|base| text.contains(base))
    };
    let is_said =
        matches!(gap.role, Some(Phrase::Up | Phrase::Down | Phrase::Reach | Phrase::Equal));
    (context.has_row && joined && only_time && is_said && !context.is_planned() && earlier())
        .then_some(QuantityRole::Passing)
}

fn is_same_period(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(&*sentence.lower(at), "same period" | "the same period" | "a year earlier")
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
pub(super) fn condition(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    let first = gap.body.clone().find(|at| !sentence.is_mark(*at, ",;"))?;
    let supposed = matches!(sentence.key(first), "nếu" | "if");
    (context.has_row && supposed).then_some(QuantityRole::Passing)
}

/// "grew 15.5 percent in 2024 after contracting 2.5 percent the year before".
pub(super) fn after_other(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, .. } = context;
    let changed = matches!(gap.role, Some(Phrase::Up | Phrase::Down));
    let before = gap.lead.start.checked_sub(1).filter(|at| gap.all.contains(at));
    let after = before.is_some_and(|at| matches!(sentence.key(at), "after" | "following"));
    (context.has_row && changed && after).then_some(QuantityRole::Passing)
}

/// "gấp 2,3 lần Nga Sơn (9.310 tấn)": the value of what is compared with.
pub(super) fn of_the_other(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    // "gấp 3,2 lần so với cùng kỳ (2.801 ca)": how many it was then.
    let RoleContext { sentence, gap, .. } = context;
    let alike =
        context.valued_unit.is_some() && context.valued_unit == context.quantity.unit.as_deref();
    let base = gap.complement.clone();
    if gap.opens && context.after_times && alike && begins_with_earlier_period(sentence, base) {
        return Some(QuantityRole::Earlier);
    }
    (context.gap.opens && (context.after_times || is_ahead(context)))
        .then_some(QuantityRole::Passing)
}

/// "đứng thứ ba, sau Thái Bình (98.000 tấn) và Nam Định (71.000 tấn)": the values of those that are ahead.
fn is_ahead(context: &RoleContext<'_, '_>) -> bool {
    const BACK: usize = 12;
    let RoleContext { sentence, gap, .. } = context;
    let open = gap.body.end.saturating_sub(1);
    let capital = |at: usize| {
        let token = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
        token.is_some_and(|token| token.text.starts_with(char::is_uppercase))
    };
    let named = |at: usize| capital(at) || matches!(sentence.key(at), "tỉnh" | "thành" | "phố");
    let goes_on = |at: &usize| {
        named(*at)
            || sentence.is_mark(*at, "(),")
            || matches!(sentence.phrase(*at), Some(Phrase::And))
            || matches!(sentence.items[*at].what, What::Quantity(_))
    };
    let listed = (open.saturating_sub(BACK)..open).rev().take_while(goes_on).count();
    let before = (open - listed).checked_sub(1);
    let ahead = before.is_some_and(|at| matches!(sentence.key(at), "sau" | "behind" | "after"));
    context.has_row && listed > 0 && ahead
}
