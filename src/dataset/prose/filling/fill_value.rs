//! The value of an indicator.

use std::ops::Range;

use rust_decimal::Decimal;

use super::fill_plan::{open_side, target_of};
use super::filled_row::{UNNAMED, figure, row, widen};
use super::quantity_context::QuantityContext;
use super::second_value::{ratio_of_count, second_value};
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::roles::role_earlier::{earlier_words, relative};
use crate::dataset::prose::roles::role_plan::is_limit;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::period_scope::start_in;
use crate::dataset::prose::rows::rounded;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{DONE_WITH_MONEY, NO_BOUND, PLAN_NAMES};
use crate::model::{Actual, ChangeUnit, PeriodValue, Target};
use crate::text::format_number::{self, Style};
use crate::text::lower_case::LowerCase;

/// Gives an indicator the unit of its value. "Giảm 1,2 nghìn tấn, còn 7.900 tấn": the change before it was in another
/// magnitude.
fn take_unit(row: &mut DraftRow, quantity: &Quantity) {
    let Some(unit) = &quantity.unit else { return };
    // "Tỷ lệ hộ nghèo giảm 0,62%, còn 1,15%": only now it is known that the change is one of a percentage.
    let relative = row.changes.iter().any(|change| change.unit == ChangeUnit::Percent);
    if unit.starts_with('%') && row.actual.is_none() && relative {
        row.doubt(Doubt::PercentOrPoints);
    }
    let before = row.unit.replace(unit.clone()).filter(|before| before != unit);
    let Some(before) = before else { return };
    let mut is_open = false;
    for change in row.changes.iter_mut().filter(|change| change.unit == ChangeUnit::Points) {
        match converted(change.amount, &before, unit) {
            Some(amount) => change.amount = amount,
            None => is_open = true,
        }
    }
    if is_open {
        row.doubt(Doubt::UnreadNearby);
    }
}

/// "Exports were estimated at USD 2 billion, and imports at USD 1.3 billion": the verb is that of the value before.
fn goes_on_estimated(reader: &SentenceReader<'_, '_>, gap: &Gap) -> bool {
    let sentence = reader.sentence;
    let at_only = gap.lead.len() == 1 && sentence.key(gap.lead.start) == "at"
        || gap.lead.is_empty()
            && gap.all.end.checked_sub(1).is_some_and(|at| sentence.key(at) == "at");
    let joined = gap.all.clone().any(|at| sentence.key(at) == "and");
    let apart = gap.all.clone().any(|at| sentence.is_mark(at, ";"));
    let before = reader.row.and_then(|row| row.checked_sub(1)).filter(|row| *row >= reader.start);
    let estimated =
        before.and_then(|row| reader.state.rows.get(row)).is_some_and(|row| row.estimate);
    at_only && joined && !apart && estimated
}

/// Sets the value of the current indicator.
pub(crate) fn value(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: NumberRule,
) -> Decision {
    widen(reader, quantity, &(gap.all.end..gap.all.end));
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let number = quantity.numbers.first().and_then(|at| reader.sentence.tokens.get(*at));
    let written = number.map_or("", |token| token.text);
    let limit = is_limit(reader.sentence, gap);
    let start = start_in(reader.sentence, gap);
    let planned = is_of_plan(reader, quantity);
    let targets = reader.state.sentence.target || limit || planned;
    let perhaps = reader.state.sentence.perhaps;
    let style = reader.state.document.language.number_style();
    let open = open_side(reader, quantity);
    let before = quantity.from.checked_sub(1).and_then(|at| reader.sentence.tokens.get(at));
    let directed = gap.role == Some(Phrase::From)
        && (gap.lead.clone())
            .any(|at| matches!(reader.sentence.key(at), "tăng" | "giảm" | "rose" | "fell"));
    let aims = open.is_some() && before.is_some_and(|token| &*token.key == "từ");
    let goes_on_estimated = goes_on_estimated(reader, gap);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    row.estimate |= gap.estimate || goes_on_estimated;
    if row.unit.is_none() || row.actual.is_none() {
        take_unit(row, quantity);
    }
    if targets {
        row.target = Some(target_of(quantity, bound.as_deref(), open));
        if limit {
            row.target = Some(Target::AtMost(quantity.value));
        }
        if perhaps && !planned {
            row.doubt(Doubt::TargetOrActual);
        }
        return figure(NumberRule::Target);
    }
    // "không quá 1,5%": nobody reports a result like this, unless it is a limit that was kept.
    let target = target_of(quantity, bound.as_deref(), open);
    if matches!(target, Target::AtMost(_) | Target::AtLeast(_)) && (open.is_none() || aims) {
        row.target = Some(target);
        row.doubt(Doubt::TargetOrActual);
        return figure(NumberRule::Limit);
    }
    if let Some(high) = quantity.high {
        // "giảm từ 0,5 đến 1,2%": by so much, or from the one to the other.
        if directed {
            row.doubt(Doubt::Construction);
        }
        return range(row, quantity, high, style);
    }
    if perhaps {
        row.doubt(Doubt::TargetOrActual);
    }
    if std::mem::take(&mut row.at_start) {
        let period = start.unwrap_or_else(|| UNNAMED.to_owned());
        row.earlier.push(PeriodValue { period, value: Actual::Figure(quantity.value) });
        return figure(NumberRule::ValueAtStart);
    }
    // "1.8 percentage points": what has changed by them is not named.
    if quantity.class == UnitClass::Points && rule == NumberRule::Value {
        row.doubt(Doubt::Construction);
    }
    row.actual = Some(quantity.value);
    row.bound = bound_of(quantity, bound.as_deref(), written, open);
    figure(rule)
}

/// A value with the words that make it a bound, if there are any: "trên 4", "10,6% trở lên".
fn bound_of(
    quantity: &Quantity,
    before: Option<&str>,
    written: &str,
    open: Option<OpenSide>,
) -> Option<String> {
    let Some(open) = open else {
        let before = before.filter(|word| !NO_BOUND.contains(&word.lower_case()))?;
        return Some(format!("{before} {written}"));
    };
    let unit = match quantity.unit.as_deref() {
        None => String::new(),
        Some("%") => "%".to_owned(),
        Some(unit) => format!(" {unit}"),
    };
    Some(format!("{written}{unit} {}", open.words()))
}

/// Whether the sum belongs to a plan, by the name of its indicator or of the one whose part it is: "Tổng kế hoạch vốn
/// đầu tư công là 3.845 tỷ đồng".
fn is_of_plan(reader: &SentenceReader<'_, '_>, quantity: &Quantity) -> bool {
    let Some(row) = reader.row.and_then(|row| reader.state.rows.get(row)) else { return false };
    let plan = |name: &str| {
        let name = name.lower_case();
        PLAN_NAMES.iter().any(|head| name.starts_with(head))
    };
    let name = row.name.lower_case();
    let done = DONE_WITH_MONEY.iter().any(|verb| name.contains(verb));
    let source = ["vốn ", "nguồn vốn ", "ngân sách "].iter().any(|head| name.starts_with(head));
    let part = source && row.parents.last().is_some_and(|parent| plan(parent));
    let named = plan(&row.name) || part;
    quantity.class == UnitClass::Money && named && !done
}

/// An actual between two values is no figure: "4,6 - 5,2 %/năm".
fn range(row: &mut DraftRow, quantity: &Quantity, high: Decimal, style: Style) -> Decision {
    if quantity.unit.is_none() || row.at_start {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::Range);
    }
    let shown = |value: Decimal| format_number::format(value, style);
    row.range = Some(format!("{} - {}", shown(quantity.value), shown(high)));
    figure(NumberRule::Range)
}

pub(crate) fn of_value(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, complement, rule, is_first, .. } = *context;
    // "bằng 96% so với cùng kỳ, gồm: thu nội địa …, đạt 61%": what is reached is the plan.
    let inherited = match (reader.state.paragraph.inherited, gap.role) {
        (Some(QuantityRole::Index), Some(Phrase::Reach)) => {
            reader.state.paragraph.plan_said.then_some(QuantityRole::PlanPercent)
        }
        (inherited, _) => inherited,
    };
    let announced = matches!(gap.role, Some(Phrase::Reach | Phrase::Equal));
    let unitless = quantity.unit.is_none();
    let reached = gap.lead.clone().any(|at| matches!(reader.sentence.key(at), "đạt" | "bằng"));
    let tail_words = tail(reader.sentence, complement);
    let named_behind = {
        let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
        is_first && row.doubts.contains(&Doubt::NameBehind)
    };
    if named_behind && !tail_words.is_empty() {
        reader.before.set_name_end(tail_words.end);
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if is_first && unitless && !announced && !row.doubts.contains(&Doubt::NameBehind) {
        row.doubt(Doubt::NoUnit);
    }
    let has_value =
        row.actual.is_some() || row.range.is_some() || row.target.is_some() && !is_first;
    if has_value && !is_first {
        return second_value(reader, quantity, gap, complement, announced, inherited);
    }
    // "vốn tăng 1.342 triệu USD; 19 lượt": a value of something else.
    let alike = |own: &str, unit: &str| converted(quantity.value, unit, own).is_some();
    let other = row.unit.as_deref().zip(quantity.unit.as_deref());
    let other = other.is_some_and(|(own, unit)| !alike(own, unit));
    if other && are_points_of_percent(row, quantity) {
        row.unit = None;
    } else if !is_first && other && !row.changes.is_empty() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::ValueInOtherUnit);
    }
    if !row.earlier.is_empty() && row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    // "lệ phí trước bạ đạt 79,6%": the words behind it may still say of what.
    let bare = quantity.is_percent() && quantity.high.is_none() && tail_words.is_empty();
    row.reached_percent = reached && bare;
    // A percent alone, "tỷ lệ đạt 40%" of a sum of money, is its value.
    value(reader, quantity, gap, rule)
}

/// "fell two points to 4.1 percent": what a change without a value is in are points of the percentage behind it.
fn are_points_of_percent(row: &DraftRow, quantity: &Quantity) -> bool {
    let points = row.unit.as_deref().and_then(class_of) == Some(UnitClass::Score);
    points && row.actual.is_none() && !row.changes.is_empty() && quantity.is_percent()
}

pub(crate) fn share(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, complement, rule, is_first, .. } = *context;
    let words = reader.sentence.text(gap.lead.start..complement.end);
    if is_first {
        let decision = value(reader, quantity, gap, rule);
        if let Some(row) = row(reader).filter(|row| row.actual.is_some()) {
            row.share = Some(words);
        }
        return decision;
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if row.count.is_some_and(|count| rounded::is_ratio(count.part, count.whole, quantity.value)) {
        return ratio_of_count(row, quantity, words);
    }
    if row.actual.is_none() && row.target.is_none() {
        return value(reader, quantity, gap, rule);
    }
    row.notes.push(words);
    figure(NumberRule::ShareInNote)
}

pub(crate) fn contribution(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: NumberRule,
) -> Decision {
    let decision = value(reader, quantity, gap, rule);
    let lowers = gap.lead.clone().any(|at| reader.sentence.lower(at).contains("giảm"));
    if lowers && let Some(row) = row(reader) {
        row.actual = row.actual.map(|value| -value);
    }
    decision
}

pub(crate) fn earlier(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: NumberRule,
) -> Decision {
    let sentence = reader.sentence;
    let named = rule == NumberRule::EarlierValue
        || gap.opens && matches!(rule, NumberRule::OfTheOther | NumberRule::ComparedWithOther);
    let period = named.then(|| earlier_words(sentence, gap, complement)).flatten();
    let behind = behind(reader, quantity, complement);
    let period = period.or_else(|| dated_bracket(sentence, behind.clone()));
    let period = period
        .or_else(|| period_in(sentence, behind.clone()).map(|words| sentence.text(words)))
        .or_else(|| relative(sentence, behind).map(|words| sentence.text(words)))
        .unwrap_or_else(|| UNNAMED.to_owned());
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let own = row.unit.as_deref().zip(quantity.unit.as_deref()).filter(|_| row.actual.is_some());
    let value = own.and_then(|(own, unit)| converted(quantity.value, unit, own));
    let value = Actual::Figure(value.unwrap_or(quantity.value));
    row.earlier.push(PeriodValue { period, value });
    if row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    figure(rule)
}

/// "từ 4,1% (năm 2021) xuống 1,2%": the period in brackets right behind a value.
fn dated_bracket(sentence: &Sentence<'_>, behind: Range<usize>) -> Option<String> {
    const LONGEST: usize = 5;
    let open = behind.start;
    let close =
        (open..sentence.items.len().min(open + LONGEST)).find(|at| sentence.is_mark(*at, ")"));
    let inner = open + 1..close.filter(|_| behind.is_empty() && sentence.is_mark(open, "("))?;
    let words = period_in(sentence, inner.clone()).filter(|words| *words == inner)?;
    Some(sentence.text(words))
}

/// The words right behind a quantity, up to the next one.
pub(crate) fn behind(
    reader: &SentenceReader<'_, '_>,
    quantity: &Quantity,
    complement: &Range<usize>,
) -> Range<usize> {
    if !complement.is_empty() {
        return complement.clone();
    }
    let items = &reader.sentence.items;
    let start = items.partition_point(|item| item.from < quantity.to);
    let end = (start..items.len())
        .find(|at| {
            matches!(items[*at].what, What::Quantity(_)) || reader.sentence.is_mark(*at, ",;()")
        })
        .unwrap_or(items.len());
    start..end
}
