//! Targets, percents of plan, and amounts beyond it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::filled_row::{figure, out_of_range, row, words_from};
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::{Follow, Role};
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::rows::verdict::status;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::{Decision, Fate};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::direction;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{ABOUT, AT_LEAST, AT_MOST, OVER, UNDER, WordList};
use crate::model::{Better, Status, Target, Verdict};

/// Whether "trở lên" is behind a quantity.
pub(in crate::dataset::prose) fn follows_or_more(
    reader: &SentenceReader<'_, '_>,
    quantity: &Quantity,
) -> bool {
    let key = |at: usize| reader.sentence.tokens.get(at).map_or("", |token| &*token.key);
    key(quantity.to) == "trở" && key(quantity.to + 1) == "lên"
}

pub(in crate::dataset::prose) fn target_of(
    quantity: &Quantity,
    bound: Option<&str>,
    above: bool,
) -> Target {
    let value = quantity.value;
    if let Some(high) = quantity.high {
        return Target::Range { low: value, high };
    }
    if above {
        return Target::AtLeast(value);
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

pub(in crate::dataset::prose) fn plan_words(
    reader: &SentenceReader<'_, '_>,
    follow: &Follow,
) -> String {
    match follow {
        Follow::Plan(words) | Follow::Base(words) => reader.sentence.text(words.clone()),
        Follow::Nothing => String::new(),
    }
}

pub(in crate::dataset::prose) fn plan_percent(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let words = plan_words(reader, follow);
    reader.state.inherited = Some(Role::PlanPercent);
    let targets = reader.state.target;
    reader.state.plan_said = true;
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if targets && row.actual.is_none() && row.target.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::SecondTarget);
    }
    if targets && row.actual.is_none() {
        row.target = Some(Target::Value(quantity.value));
        row.unit.clone_from(&quantity.unit);
        return figure(NumberRule::Target);
    }
    row.percents.push((quantity.value, words));
    if row.percents.len() > 1 {
        row.doubt(Doubt::SeveralPlans);
    }
    figure(rule)
}

pub(in crate::dataset::prose) fn over_plan(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let words = plan_words(reader, follow);
    let text = words_from(reader, gap, quantity, follow);
    let verdict = Verdict { text, status: Status::Exceeded };
    let of_unread = reader.decisions.last().is_some_and(|last| last.fate == Fate::Unread);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let rate = row.unit.as_deref() == Some("%");
    if rate && row.actual.is_some() {
        // Beyond a rate that was planned: percent or percentage points.
        row.verdict = Some(verdict);
        return figure(NumberRule::BeyondPlan);
    }
    // "1.340 doanh nghiệp, đạt 44,7% (vượt 4,7% so với mục tiêu)": beyond the plan of a rate that was not read.
    if of_unread && gap.opens {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::BeyondPlanOfOther);
    }
    row.verdict.get_or_insert(verdict);
    // "vượt 110,3% kế hoạch" is mostly meant as 110,3 % of it; the plan in numbers shows it.
    if quantity.value >= Decimal::ONE_HUNDRED {
        row.percents.push((quantity.value, words));
        row.doubt(Doubt::Construction);
        return figure(NumberRule::PercentBeyondPlan);
    }
    let Some(percent) = quantity.value.checked_add(Decimal::ONE_HUNDRED) else {
        return out_of_range();
    };
    row.percents.push((percent, words));
    figure(rule)
}

pub(in crate::dataset::prose) fn beyond_plan(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: NumberRule,
) -> Decision {
    let below = gap.role == Some(Phrase::Down);
    let text = join(
        &reader.sentence.tokens,
        reader.sentence.items[gap.lead.start.min(gap.all.end)].from,
        complement.clone().next_back().map_or(quantity.to, |at| reader.sentence.items[at].to),
    );
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if row.verdict.is_some() {
        return Decision::unread(NumberRule::SecondVerdict);
    }
    // Fewer losses than planned are a success.
    let wanted = below == (direction::infer(&row.name) == Some(Better::Lower));
    let status = if wanted { Status::Exceeded } else { Status::Missed };
    row.verdict = Some(Verdict { text, status });
    figure(rule)
}

pub(in crate::dataset::prose) fn target(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    role: Role,
    rule: NumberRule,
) -> Decision {
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let above = follows_or_more(reader, quantity);
    let words = join(&reader.sentence.tokens, quantity.from, quantity.to);
    let planned = reader.sentence.text(gap.body.clone());
    let verdict = gap.all.clone().find_map(|at| Some((at, status(reader.sentence.phrase(at))?)));
    let verdict =
        verdict.map(|(at, status)| Verdict { text: reader.sentence.text(at..at + 1), status });
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if role == Role::GrowthTarget {
        row.notes.push(format!("{} {words}", planned.trim_start_matches(['(', ' '])));
        return figure(NumberRule::GrowthTargetInNote);
    }
    if row.target.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::SecondTarget);
    }
    row.target = Some(target_of(quantity, bound.as_deref(), above));
    if row.verdict.is_none() {
        row.verdict = verdict;
    }
    figure(rule)
}
