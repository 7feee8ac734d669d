//! The value of an indicator, and a second value of one.

use std::ops::Range;

use rust_decimal::Decimal;

use super::fill_plan::{follows_or_more, target_of};
use super::filled_row::{UNNAMED, figure, out_of_range, row, widen};
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::roles::role::Role;
use crate::dataset::prose::roles::role_plan::is_limit;
use crate::dataset::prose::rows::doubt;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::period_scope::start_in;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{BUDGET_MONEY, NO_BOUND};
use crate::model::{Actual, Change, ChangeUnit, PeriodValue, Target};
use crate::text::format_number;

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

/// Sets the value of the current indicator.
pub(in crate::dataset::prose) fn value(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: NumberRule,
) -> Decision {
    let offset_complement = gap.all.end..gap.all.end;
    widen(reader, quantity, &offset_complement);
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let number = quantity.numbers.first().and_then(|at| reader.sentence.tokens.get(*at));
    let written = number.map_or("", |token| token.text);
    let limit = is_limit(reader.sentence, gap);
    let reader_start = start_in(reader.sentence, gap);
    let targets = reader.state.target || limit;
    let reader_perhaps = reader.state.perhaps;
    let above = follows_or_more(reader, quantity);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    row.estimate |= gap.estimate;
    if row.unit.is_none() || row.actual.is_none() {
        take_unit(row, quantity);
    }
    if targets {
        row.target = Some(target_of(quantity, bound.as_deref(), above));
        if limit {
            row.target = Some(Target::AtMost(quantity.value));
        }
        if reader_perhaps {
            row.doubt(Doubt::TargetOrActual);
        }
        return figure(NumberRule::Target);
    }
    // "không quá 1,5%": nobody reports a result like this, unless it is a limit that was kept.
    let target = target_of(quantity, bound.as_deref(), above);
    if matches!(target, Target::AtMost(_) | Target::AtLeast(_)) && !above {
        row.target = Some(target);
        row.doubt(Doubt::TargetOrActual);
        return figure(NumberRule::Limit);
    }
    // An actual between two values is no figure: "4,6 - 5,2 %/năm".
    if let Some(high) = quantity.high {
        if quantity.unit.is_none() || row.at_start {
            row.doubt(Doubt::UnreadNearby);
            return Decision::unread(NumberRule::Range);
        }
        let shown = |value: Decimal| format_number::format(value, format_number::Style::Vietnamese);
        row.range = Some(format!("{} - {}", shown(quantity.value), shown(high)));
        return figure(NumberRule::Range);
    }
    if reader_perhaps {
        row.doubt(Doubt::TargetOrActual);
    }
    if std::mem::take(&mut row.at_start) {
        let period = reader_start.unwrap_or_else(|| UNNAMED.to_owned());
        row.earlier.push(PeriodValue { period, value: Actual::Figure(quantity.value) });
        return figure(NumberRule::ValueAtStart);
    }
    row.actual = Some(quantity.value);
    row.bound = bound.filter(|word| !NO_BOUND.contains(&word.to_lowercase()));
    row.bound = row.bound.take().map(|word| format!("{word} {written}"));
    figure(rule)
}

pub(in crate::dataset::prose) fn of_value(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: NumberRule,
    fresh: bool,
) -> Decision {
    // "bằng 96% so với cùng kỳ, gồm: thu nội địa …, đạt 61%": what is reached is the plan.
    let inherited = match (reader.state.inherited, gap.role) {
        (Some(Role::Index), Some(Phrase::Reach)) => {
            reader.state.plan_said.then_some(Role::PlanPercent)
        }
        (inherited, _) => inherited,
    };
    let announced = matches!(gap.role, Some(Phrase::Reach | Phrase::Equal));
    let unitless = quantity.unit.is_none();
    let tail_words = tail(reader.sentence, complement);
    let named_behind = {
        let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
        fresh && row.doubts.contains(&Doubt::NameBehind)
    };
    if named_behind && !tail_words.is_empty() {
        reader.consume(tail_words.end);
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if fresh && unitless && !announced && !row.doubts.contains(&Doubt::NameBehind) {
        row.doubt(Doubt::NoUnit);
    }
    let has_value = row.actual.is_some() || row.range.is_some() || row.target.is_some() && !fresh;
    if has_value && !fresh {
        return second_value(reader, quantity, gap, complement, announced, inherited);
    }
    // "vốn tăng 1.342 triệu USD; 19 lượt": a value of something else.
    let alike = |own: &str, unit: &str| converted(quantity.value, unit, own).is_some();
    let other = row.unit.as_deref().zip(quantity.unit.as_deref());
    let other = other.is_some_and(|(own, unit)| !alike(own, unit));
    if !fresh && other && !row.changes.is_empty() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::ValueInOtherUnit);
    }
    if !row.earlier.is_empty() && row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    // A percent alone, "tỷ lệ đạt 40%" of a sum of money, is its value.
    value(reader, quantity, gap, rule)
}

/// Whether a name is that of money which is planned by a budget.
fn is_of_budget(name: &str) -> bool {
    let lower = name.to_lowercase();
    // Words that begin like revenue and are none.
    let other =
        ["thu gom", "thu hoạch", "thu hút", "thu giữ", "thu nhập", "thu mua", "chi hội", "chi bộ"];
    let budget = BUDGET_MONEY.iter().any(|word| lower.starts_with(word))
        && !other.iter().any(|word| lower.starts_with(word));
    lower.contains("giải ngân") || budget
}

/// The words of a percent that is the share of a count in what is counted: "làm rõ 186 vụ, đạt tỷ lệ 86,9%", "tiêm cho
/// 690 con trâu, bò, đạt 94% tổng đàn". `None` where it may be that of a plan.
fn share_of_done(
    reader: &SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
) -> Option<String> {
    let row = reader.state.rows.get(reader.row?)?;
    let counted = row.unit.as_deref() != Some("%") && row.actual.is_some() && row.count.is_none();
    let announced = matches!(gap.role, Some(Phrase::Reach | Phrase::Equal | Phrase::Share))
        || gap.bound.is_some();
    if !quantity.is_percent() || quantity.high.is_some() || !counted || !announced {
        return None;
    }
    let sentence = reader.sentence;
    let own = tail(sentence, complement);
    let of_whole = !own.is_empty()
        && matches!(
            sentence.key(own.start),
            "tổng"
                | "số"
                | "diện"
                | "dân"
                | "lực"
                | "giá"
                | "nhu"
                | "công"
                | "hộ"
                | "người"
                | "of"
                | "hợp"
        );
    let done = is_of_work(&row.name) && own.is_empty() && gap.bound.is_none();
    // "15 đơn vị giải ngân trên 70%" says which of them are counted.
    let condition = gap.bound.is_some()
        && gap.role.is_none()
        && row.unit.as_deref().is_some_and(|unit| class_of(unit) == Some(UnitClass::Count));
    let inherited =
        matches!(reader.state.inherited, Some(Role::PlanPercent)) && reader.state.plan_said;
    let share = of_whole || done && !inherited || condition;
    let from = sentence.items.get(gap.lead.start).map_or(quantity.from, |item| item.from);
    let last = own.clone().next_back().and_then(|at| sentence.items.get(at));
    let to = last.map_or(quantity.to, |item| item.to.max(quantity.to));
    share.then(|| join(&sentence.tokens, from.min(quantity.from), to))
}

/// Whether a name is that of work done on something, of which all would be done: "Giải quyết", "Hồ sơ đúng hạn".
fn is_of_work(name: &str) -> bool {
    const VERBS: [&str; 24] = [
        "giải quyết",
        "làm rõ",
        "điều tra",
        "khám phá",
        "hòa giải",
        "thi hành xong",
        "xử lý",
        "đúng hạn",
        "trước hạn",
        "phân bổ",
        "cấp căn cước",
        "được cấp",
        "tiêm",
        "truy tố",
        "xét xử",
        "kích hoạt",
        "thu gom",
        "bàn giao",
        "hoàn thành",
        "trả lời",
        "thu hồi",
        "triển khai",
        "xóa",
        "cấp giấy",
    ];
    let lower = name.to_lowercase();
    VERBS.iter().any(|verb| lower.contains(verb))
}

/// A value of an indicator that has one.
pub(in crate::dataset::prose) fn second_value(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    announced: bool,
    inherited: Option<Role>,
) -> Decision {
    let written = join(&reader.sentence.tokens, quantity.from, quantity.to);
    let percent = quantity.is_percent() && quantity.high.is_none();
    if let Some(words) = share_of_done(reader, quantity, gap, complement) {
        let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
        row.notes.push(words);
        return figure(NumberRule::ShareInNote);
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    // "Tiền gửi của dân cư chiếm 76,5% tổng nguồn vốn, đạt 79.724 tỷ đồng": the share came first.
    let amount = !quantity.is_percent() && quantity.unit.is_some() && quantity.high.is_none();
    if amount && let Some(words) = row.share.take() {
        row.notes.push(words);
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        row.estimate |= gap.estimate;
        return figure(NumberRule::Value);
    }
    let money_row = row.unit.as_deref() != Some("%");
    // "kế hoạch 890 tỷ đồng, giải ngân 214 tỷ đồng (24%)".
    if percent
        && row.percents.is_empty()
        && let (Some(actual), Some(Target::Value(target))) = (row.actual, row.target)
        && doubt::is_ratio(actual, target, quantity.value)
    {
        row.percents.push((quantity.value, String::new()));
        return figure(NumberRule::PercentOfTarget);
    }
    if percent
        && row.count.is_some_and(|count| doubt::is_ratio(count.part, count.whole, quantity.value))
        && money_row
    {
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        return figure(NumberRule::RatioOfCount);
    }
    if percent && money_row && announced {
        return percent_of_unsaid(row, quantity, inherited);
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
        return figure(NumberRule::ValueInBrackets);
    }
    if in_brackets && percent && money_row {
        row.notes.push(written);
        return figure(NumberRule::ShareInBrackets);
    }
    row.doubt(Doubt::UnreadNearby);
    Decision::unread(NumberRule::SecondValue)
}

/// Adds a percent that is announced without what it is of: "đạt 52,5%".
fn percent_of_unsaid(row: &mut DraftRow, quantity: &Quantity, inherited: Option<Role>) -> Decision {
    match inherited {
        Some(Role::PlanPercent) if row.percents.is_empty() => {
            row.percents.push((quantity.value, String::new()));
            row.doubt(Doubt::PercentInherited);
            figure(NumberRule::PercentOfPlanInherited)
        }
        Some(Role::Index) => {
            let Some(amount) = quantity.value.checked_sub(Decimal::ONE_HUNDRED) else {
                return out_of_range();
            };
            row.changes.push(Change {
                period: UNNAMED.to_owned(),
                amount,
                unit: ChangeUnit::Percent,
            });
            row.doubt(Doubt::PercentInherited);
            figure(NumberRule::IndexInherited)
        }
        // "giải ngân 1.598 tỷ đồng, đạt 52,5%" is of the sum that was planned, and so it is with revenue.
        // In "12/34 đơn vị giải ngân đạt trên 60%" it says which of them are counted.
        _ if row.percents.is_empty() && row.count.is_none() && is_of_budget(&row.name) => {
            row.percents.push((quantity.value, String::new()));
            if !row.name.to_lowercase().contains("giải ngân") {
                row.doubt(Doubt::PercentInherited);
            }
            figure(NumberRule::PercentOfBudget)
        }
        _ => {
            row.doubt(Doubt::UnreadNearby);
            Decision::unread(NumberRule::PercentOfUnknown)
        }
    }
}

pub(in crate::dataset::prose) fn share(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    rule: NumberRule,
    fresh: bool,
) -> Decision {
    let words = reader.sentence.text(gap.lead.start..complement.end);
    if fresh {
        let decision = value(reader, quantity, gap, rule);
        if let Some(row) = row(reader).filter(|row| row.actual.is_some()) {
            row.share = Some(words);
        }
        return decision;
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if row.count.is_some_and(|count| doubt::is_ratio(count.part, count.whole, quantity.value)) {
        row.actual = Some(quantity.value);
        row.unit.clone_from(&quantity.unit);
        return figure(NumberRule::RatioOfCount);
    }
    if row.actual.is_none() && row.target.is_none() {
        return value(reader, quantity, gap, rule);
    }
    row.notes.push(words);
    figure(NumberRule::ShareInNote)
}

pub(in crate::dataset::prose) fn contribution(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    rule: NumberRule,
) -> Decision {
    let decision = value(reader, quantity, gap, rule);
    let lowers =
        gap.lead.clone().any(|at| reader.sentence.text(at..at + 1).to_lowercase().contains("giảm"));
    if lowers && let Some(row) = row(reader) {
        row.actual = row.actual.map(|value| -value);
    }
    decision
}

pub(in crate::dataset::prose) fn earlier(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    complement: &Range<usize>,
    rule: NumberRule,
) -> Decision {
    let period = period_in(reader.sentence, behind(reader, quantity, complement));
    let period = period.map_or_else(|| UNNAMED.to_owned(), |words| reader.sentence.text(words));
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    row.earlier.push(PeriodValue { period, value: Actual::Figure(quantity.value) });
    if row.unit.is_none() {
        row.unit.clone_from(&quantity.unit);
    }
    figure(rule)
}

/// The words right behind a quantity, up to the next one.
pub(in crate::dataset::prose) fn behind(
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
