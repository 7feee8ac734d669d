//! Stage 10: puts a quantity into its place in the indicator.

use std::ops::Range;

use rust_decimal::Decimal;

use super::doubt;
use super::draft_row::{Doubt, Row};
use super::fate::{Decision, Fate};
use super::gap::Gap;
use super::quantity::Quantity;
use super::role::{Follow, Role};
use super::sentence_reader::Reader;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::model::{Actual, Change, ChangeUnit, Count, PeriodValue, Rank, Status, Target, Verdict};

/// What is written where a source names no earlier period.
const UNNAMED: &str = "?";

fn figure(rule: &'static str) -> Decision {
    Decision::new(Fate::Figure, rule)
}

/// Puts a quantity into the current indicator.
#[expect(clippy::too_many_arguments, reason = "the surroundings of one quantity")]
pub(super) fn fill(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    follow: &Follow,
    role: Role,
    rule: &'static str,
    fresh: bool,
) -> Decision {
    if reader.row.is_none() {
        return Decision::new(Fate::Unread, "no-indicator");
    }
    widen(reader, quantity, complement);
    match role {
        Role::Value => of_value(reader, quantity, gap, complement, rule, fresh),
        Role::PlanPercent => plan_percent(reader, quantity, follow, rule),
        Role::OverPlan => over_plan(reader, quantity, follow, rule),
        Role::BeyondPlan => beyond_plan(reader, quantity, gap, complement, rule),
        Role::Index => index(reader, quantity, follow, rule),
        Role::Up | Role::Down => change(reader, quantity, gap, follow, role, rule, fresh),
        Role::Share => share(reader, quantity, gap, complement, rule, fresh),
        Role::Contribution => contribution(reader, quantity, gap, rule),
        Role::Rank => rank(reader, quantity, rule),
        Role::PlacesUp | Role::PlacesDown => places(reader, quantity, follow, role, rule),
        Role::Count => count(reader, quantity, gap, follow, complement, rule, fresh),
        Role::Earlier => earlier(reader, quantity, complement, rule),
        Role::Target | Role::GrowthTarget => target(reader, quantity, gap, role, rule),
        Role::Times => Decision::new(Fate::Passing, rule),
        Role::Passing => Decision::new(Fate::Passing, rule),
    }
}

/// A target or an earlier value of the current indicator.
pub(super) fn target_or_earlier(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    role: Role,
    rule: &'static str,
) -> Decision {
    widen(reader, quantity, &(gap.all.end..gap.all.end));
    match role {
        Role::Earlier => earlier(reader, quantity, &(gap.all.end..gap.all.end), rule),
        _ => target(reader, quantity, gap, role, rule),
    }
}

fn row<'a>(reader: &'a mut Reader<'_, '_>) -> Option<&'a mut Row> {
    let at = reader.row?;
    reader.state.rows.get_mut(at)
}

/// Extends the quoted words over a quantity and what is said about it.
fn widen(reader: &mut Reader<'_, '_>, quantity: &Quantity, complement: &Range<usize>) {
    let tokens = &reader.sentence.tokens;
    let offset = reader.state.offset;
    let end = complement
        .clone()
        .next_back()
        .and_then(|at| reader.sentence.items.get(at))
        .map_or(quantity.to, |item| item.to);
    let end = end.max(quantity.to);
    let (Some(first), Some(last)) = (tokens.get(quantity.from), tokens.get(end - 1)) else {
        return;
    };
    let span = first.span.start + offset..last.span.end + offset;
    if let Some(row) = row(reader) {
        row.quote = row.quote.start.min(span.start)..row.quote.end.max(span.end);
    }
}

/// Sets the value of the current indicator.
pub(super) fn value(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: &'static str,
) -> Decision {
    let offset_complement = gap.all.end..gap.all.end;
    widen(reader, quantity, &offset_complement);
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let targets = reader.state.target;
    let reader_perhaps = reader.state.perhaps;
    let above = follows_or_more(reader, quantity);
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    row.estimate |= gap.estimate;
    if row.unit.is_none() || row.actual.is_none() {
        row.unit = quantity.unit.clone().or(row.unit.take());
    }
    if targets {
        row.target = Some(target_of(quantity, bound.as_deref(), above));
        if reader_perhaps {
            row.doubt(Doubt::TargetOrActual);
        }
        return figure("target");
    }
    if let Some(high) = quantity.high {
        row.target = Some(Target::Range { low: quantity.value, high });
        row.doubt(Doubt::Construction);
        return figure("range");
    }
    if reader_perhaps {
        row.doubt(Doubt::TargetOrActual);
    }
    row.actual = Some(quantity.value);
    row.bound = bound.filter(|word| {
        !matches!(
            &*word.to_lowercase(),
            "đến" | "tới" | "a total of" | "vnd" | "$" | "usd" | "tròn" | "đúng" | "only" | "just"
        )
    });
    figure(rule)
}

/// Whether "trở lên" is behind a quantity.
fn follows_or_more(reader: &Reader<'_, '_>, quantity: &Quantity) -> bool {
    let key = |at: usize| reader.sentence.tokens.get(at).map_or("", |token| &*token.key);
    key(quantity.to) == "trở" && key(quantity.to + 1) == "lên"
}

fn target_of(quantity: &Quantity, bound: Option<&str>, above: bool) -> Target {
    let value = quantity.value;
    if let Some(high) = quantity.high {
        return Target::Range { low: value, high };
    }
    if above {
        return Target::AtLeast(value);
    }
    match bound.map(str::to_lowercase).as_deref() {
        Some("trên" | "hơn" | "over" | "more than" | "above" | "quá") => Target::Over(value),
        Some("dưới" | "less than" | "under" | "below") => Target::Under(value),
        Some("tối thiểu" | "ít nhất" | "không dưới" | "at least" | "minimum") => {
            Target::AtLeast(value)
        }
        Some("không quá" | "tối đa" | "at most" | "not more than" | "up to") => {
            Target::AtMost(value)
        }
        Some(
            "khoảng" | "gần" | "xấp xỉ" | "about" | "around" | "nearly" | "approximately"
            | "vào khoảng",
        ) => Target::About(value),
        _ => Target::Value(value),
    }
}

fn of_value(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: &'static str,
    fresh: bool,
) -> Decision {
    let inherited = reader.state.inherited;
    let announced = matches!(gap.role, Some(Phrase::Reach | Phrase::Equal));
    let unitless = quantity.unit.is_none();
    let tail = super::name::tail(reader.sentence, complement);
    let named_behind = {
        let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
        fresh && row.doubts.contains(&Doubt::NameBehind)
    };
    if named_behind && !tail.is_empty() {
        reader.consume(tail.end);
    }
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if fresh && unitless && !announced && !row.doubts.contains(&Doubt::NameBehind) {
        row.doubt(Doubt::NoUnit);
    }
    let has_value = row.actual.is_some() || row.target.is_some() && !fresh;
    if has_value && !fresh {
        return second_value(reader, quantity, gap, announced, inherited);
    }
    if !row.earlier.is_empty() && row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    // A percent alone, "tỷ lệ đạt 40%" of a sum of money, is its value.
    value(reader, quantity, gap, rule)
}

/// A value of an indicator that has one.
fn second_value(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    announced: bool,
    inherited: Option<Role>,
) -> Decision {
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    let percent = quantity.is_percent() && quantity.high.is_none();
    let money_row = row.unit.as_deref() != Some("%");
    if percent
        && row.count.is_some_and(|count| doubt::is_ratio(count.part, count.whole, quantity.value))
        && money_row
    {
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        return figure("ratio-of-count");
    }
    if percent && money_row && announced {
        return match inherited {
            Some(Role::PlanPercent) if row.percents.is_empty() => {
                row.percents.push((quantity.value, String::new()));
                row.doubt(Doubt::PercentInherited);
                figure("percent-of-plan-inherited")
            }
            Some(Role::Index) => {
                row.changes.push(Change {
                    period: UNNAMED.to_owned(),
                    amount: quantity.value - Decimal::ONE_HUNDRED,
                    unit: ChangeUnit::Percent,
                });
                row.doubt(Doubt::PercentInherited);
                figure("index-inherited")
            }
            _ => {
                row.doubt(Doubt::UnreadNearby);
                Decision::new(Fate::Unread, "percent-of-unknown")
            }
        };
    }
    // "giải ngân 18,1% (1.372,2 tỷ đồng)": the sum is the value, the percent a share of the plan.
    let in_brackets = gap.opens || matches!(gap.role, Some(Phrase::Equal));
    if in_brackets && !money_row && !percent && quantity.unit.is_some() {
        let share = row.actual.take();
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        if let Some(share) = share {
            row.notes.push(format!("{share}%"));
        }
        row.doubt(Doubt::Construction);
        return figure("value-in-brackets");
    }
    if in_brackets && percent && money_row {
        row.notes.push(format!("{}%", quantity.value));
        return figure("share-in-brackets");
    }
    row.doubt(Doubt::UnreadNearby);
    Decision::new(Fate::Unread, "second-value")
}

fn plan_words(reader: &Reader<'_, '_>, follow: &Follow) -> String {
    match follow {
        Follow::Plan(words) | Follow::Base(words) => reader.sentence.text(words.clone()),
        Follow::Nothing => String::new(),
    }
}

pub(super) fn plan_percent(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: &'static str,
) -> Decision {
    let words = plan_words(reader, follow);
    reader.state.inherited = Some(Role::PlanPercent);
    let targets = reader.state.target;
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if targets && row.actual.is_none() {
        row.target = Some(Target::Value(quantity.value));
        row.unit.clone_from(&quantity.unit);
        return figure("target");
    }
    row.percents.push((quantity.value, words));
    if row.percents.len() > 1 {
        row.doubt(Doubt::SeveralPlans);
    }
    figure(rule)
}

fn over_plan(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: &'static str,
) -> Decision {
    let words = plan_words(reader, follow);
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if row.unit.as_deref() == Some("%") && row.actual.is_some() {
        // Beyond a rate that was planned: percent or percentage points.
        row.verdict = Some(Verdict {
            text: format!("vượt {}% {words}", quantity.value).trim().to_owned(),
            status: Status::Exceeded,
        });
        return figure("beyond-plan");
    }
    if row.verdict.is_none() {
        row.verdict = Some(Verdict {
            text: format!("vượt {}% {words}", quantity.value).trim().to_owned(),
            status: Status::Exceeded,
        });
    }
    row.percents.push((quantity.value + Decimal::ONE_HUNDRED, words));
    figure(rule)
}

fn beyond_plan(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: &'static str,
) -> Decision {
    let exceeded = gap.role != Some(Phrase::Down);
    let text = super::quantity::join(
        &reader.sentence.tokens,
        reader.sentence.items[gap.lead.start.min(gap.all.end)].from,
        complement.clone().next_back().map_or(quantity.to, |at| reader.sentence.items[at].to),
    );
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if row.verdict.is_some() {
        return Decision::new(Fate::Unread, "second-verdict");
    }
    let status = if exceeded { Status::Exceeded } else { Status::Missed };
    row.verdict = Some(Verdict { text, status });
    figure(rule)
}

fn base(reader: &Reader<'_, '_>, follow: &Follow) -> String {
    let own = match follow {
        Follow::Base(words) => Some(reader.sentence.text(words.clone())),
        _ => None,
    };
    own.filter(|own| !own.is_empty())
        .or_else(|| reader.base.clone())
        .unwrap_or_else(|| UNNAMED.to_owned())
}

fn index(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: &'static str,
) -> Decision {
    let period = base(reader, follow);
    reader.state.inherited = Some(Role::Index);
    reader.base = Some(period.clone());
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    let amount = quantity.value - Decimal::ONE_HUNDRED;
    row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
    figure(rule)
}

fn change(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    follow: &Follow,
    role: Role,
    rule: &'static str,
    fresh: bool,
) -> Decision {
    let period = base(reader, follow);
    if period != UNNAMED {
        reader.base = Some(period.clone());
    }
    let targets = reader.state.target;
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let above = follows_or_more(reader, quantity);
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if targets && fresh {
        row.target = Some(target_of(quantity, bound.as_deref(), above));
        row.unit.clone_from(&quantity.unit);
        if role == Role::Up {
            row.name.push_str(" tăng");
        } else {
            row.name.push_str(" giảm");
        }
        return figure("growth-target");
    }
    if quantity.high.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::new(Fate::Unread, "range-of-change");
    }
    row.estimate |= gap.estimate;
    let unit = match quantity.class {
        UnitClass::Percent => ChangeUnit::Percent,
        UnitClass::Place => ChangeUnit::Places,
        _ => ChangeUnit::Points,
    };
    if unit == ChangeUnit::Percent && row.unit.as_deref().is_some_and(|unit| unit.starts_with('%'))
    {
        row.doubt(Doubt::PercentOrPoints);
    }
    let value = quantity.value.abs();
    let amount = if role == Role::Up { value } else { -value };
    row.changes.push(Change { period, amount, unit });
    figure(rule)
}

/// A change of the current indicator, whatever else is near it.
pub(super) fn change_of(reader: &mut Reader<'_, '_>, quantity: &Quantity, role: Role) -> Decision {
    let period = reader.base.clone().unwrap_or_else(|| UNNAMED.to_owned());
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    let value = quantity.value.abs();
    let amount = if role == Role::Up { value } else { -value };
    row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
    figure("change-by-name")
}

fn share(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: &'static str,
    fresh: bool,
) -> Decision {
    if fresh {
        return value(reader, quantity, gap, rule);
    }
    let words = reader.sentence.text(gap.lead.start..complement.end);
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if row.count.is_some_and(|count| doubt::is_ratio(count.part, count.whole, quantity.value)) {
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        return figure("ratio-of-count");
    }
    if row.actual.is_none() && row.target.is_none() {
        return value(reader, quantity, gap, rule);
    }
    row.notes.push(words);
    figure("share-in-note")
}

fn contribution(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: &'static str,
) -> Decision {
    let decision = value(reader, quantity, gap, rule);
    let lowers =
        gap.lead.clone().any(|at| reader.sentence.text(at..at + 1).to_lowercase().contains("giảm"));
    if lowers && let Some(row) = row(reader) {
        row.actual = row.actual.map(|value| -value);
    }
    decision
}

fn rank(reader: &mut Reader<'_, '_>, quantity: &Quantity, rule: &'static str) -> Decision {
    let among =
        quantity.noun.map(|noun| super::quantity::join(&reader.sentence.tokens, noun, quantity.to));
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    let small = |value: Decimal| u32::try_from(value).ok().filter(|value| *value > 0);
    let Some(position) = small(quantity.value) else { return Decision::new(Fate::Unread, "rank") };
    let of = quantity.whole.and_then(small).filter(|of| *of >= position);
    if quantity.whole.is_some() && of.is_none() || !row.ranks.is_empty() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::new(Fate::Unread, "rank-out-of-range");
    }
    row.ranks.push(Rank { position, of, among, change: None, since: None });
    figure(rule)
}

fn places(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    role: Role,
    rule: &'static str,
) -> Decision {
    let since = match follow {
        Follow::Base(words) => Some(reader.sentence.text(words.clone())),
        _ => None,
    };
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    let number = i32::try_from(quantity.value).unwrap_or(0);
    let number = if role == Role::PlacesUp { number } else { -number };
    match row.ranks.last_mut() {
        Some(rank) if rank.change.is_none() && number != 0 => {
            rank.change = Some(number);
            rank.since = since;
            figure(rule)
        }
        _ => {
            let period = since.unwrap_or_else(|| UNNAMED.to_owned());
            row.changes.push(Change {
                period,
                amount: Decimal::from(number),
                unit: ChangeUnit::Places,
            });
            figure(rule)
        }
    }
}

fn count(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    follow: &Follow,
    complement: &Range<usize>,
    rule: &'static str,
    fresh: bool,
) -> Decision {
    let Some(whole) = quantity.whole else { return Decision::new(Fate::Unread, "count") };
    let plan_follows = plan_follows(reader, quantity) || matches!(follow, Follow::Plan(_));
    let tail = super::name::tail(reader.sentence, complement);
    let behind = {
        let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
        row.doubts.contains(&Doubt::NameBehind)
    };
    if fresh && behind && !tail.is_empty() {
        reader.consume(tail.end);
    }
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if row.actual.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::new(Fate::Unread, "second-value");
    }
    row.estimate |= gap.estimate;
    row.actual = Some(quantity.value);
    row.unit.clone_from(&quantity.unit);
    let not_counted = !quantity.is_count() && quantity.class != UnitClass::Score;
    if quantity.class == UnitClass::Score || quantity.unit.is_none() && !plan_follows {
        if quantity.value > whole || quantity.unit.is_none() && !is_round(whole) {
            return as_count(row, quantity.value, whole, rule);
        }
        row.scale = Some(whole);
        return figure("score");
    }
    if plan_follows
        || not_counted && quantity.is_percent()
        || quantity.value > whole
        || quantity.class == UnitClass::Money
    {
        row.target = Some(Target::Value(whole));
        return figure("actual-and-plan");
    }
    as_count(row, quantity.value, whole, rule)
}

fn is_round(whole: Decimal) -> bool {
    [10, 80, 100, 1000].iter().any(|top| whole == Decimal::from(*top))
}

fn as_count(row: &mut Row, part: Decimal, whole: Decimal, rule: &'static str) -> Decision {
    if part > whole {
        row.target = Some(Target::Value(whole));
        return figure("actual-and-plan");
    }
    row.count = Some(Count { part, whole });
    figure(rule)
}

/// Whether a percent of plan follows a pair, which makes it actual and plan.
fn plan_follows(reader: &Reader<'_, '_>, quantity: &Quantity) -> bool {
    let sentence = reader.sentence;
    let Some(at) = sentence.items.iter().position(|item| item.from == quantity.from) else {
        return false;
    };
    let mut percents = 0;
    for item in at + 1..sentence.items.len().min(at + 16) {
        if sentence.is_mark(item, ";") {
            return false;
        }
        if let super::items::What::Quantity(index) = sentence.items[item].what {
            if !sentence.quantities[index].is_percent() || percents > 0 {
                return false;
            }
            percents += 1;
        }
        if sentence.phrase(item) == Some(Phrase::Plan) && percents == 1 {
            return true;
        }
    }
    false
}

fn earlier(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    complement: &Range<usize>,
    rule: &'static str,
) -> Decision {
    let period = super::name::period_in(reader.sentence, behind(reader, quantity, complement));
    let period = period.map_or_else(|| UNNAMED.to_owned(), |words| reader.sentence.text(words));
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    row.earlier.push(PeriodValue { period, value: Actual::Figure(quantity.value) });
    if row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    figure(rule)
}

/// The words right behind a quantity, up to the next one.
fn behind(reader: &Reader<'_, '_>, quantity: &Quantity, complement: &Range<usize>) -> Range<usize> {
    if !complement.is_empty() {
        return complement.clone();
    }
    let items = &reader.sentence.items;
    let start = items.iter().position(|item| item.from >= quantity.to).unwrap_or(items.len());
    let end = (start..items.len())
        .find(|at| {
            matches!(items[*at].what, super::items::What::Quantity(_))
                || reader.sentence.is_mark(*at, ",;()")
        })
        .unwrap_or(items.len());
    start..end
}

fn target(
    reader: &mut Reader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    role: Role,
    rule: &'static str,
) -> Decision {
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let above = follows_or_more(reader, quantity);
    let words = super::quantity::join(&reader.sentence.tokens, quantity.from, quantity.to);
    let planned = reader.sentence.text(gap.body.clone());
    let verdict = gap
        .all
        .clone()
        .find_map(|at| Some((at, super::verdict::status(reader.sentence.phrase(at))?)));
    let verdict =
        verdict.map(|(at, status)| Verdict { text: reader.sentence.text(at..at + 1), status });
    let Some(row) = row(reader) else { return Decision::new(Fate::Unread, "no-indicator") };
    if role == Role::GrowthTarget {
        row.notes.push(format!("{} {words}", planned.trim_start_matches(['(', ' '])));
        return figure("growth-target-in-note");
    }
    if row.target.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::new(Fate::Unread, "second-target");
    }
    row.target = Some(target_of(quantity, bound.as_deref(), above));
    if row.verdict.is_none() {
        row.verdict = verdict;
    }
    figure(rule)
}
