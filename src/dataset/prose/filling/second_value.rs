//! A further value of an indicator that has one: a percent of its plan, its share, its count.

use std::ops::Range;

use rust_decimal::Decimal;

use super::fill_plan::open_side;
use super::filled_row::{UNNAMED, figure, out_of_range, row};
use super::owner_of_rate::turn_to_owner_of_rate;
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::rounded;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{BUDGET_MONEY, NO_BUDGET_MONEY, WHOLES, WORK};
use crate::model::{Change, ChangeUnit, Target};
use crate::text::lower_case::LowerCase;

/// A value of an indicator that has one.
pub(crate) fn second_value(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    complement: &Range<usize>,
    announced: bool,
    inherited: Option<QuantityRole>,
) -> Decision {
    let written = join(&reader.sentence.tokens, quantity.from, quantity.to);
    let percent = quantity.is_percent() && quantity.high.is_none();
    if let Some(words) = share_of_done(reader, quantity, gap, complement) {
        // What the percent is of may be said behind it.
        if complement.is_empty() {
            turn_to_owner_of_rate(reader, quantity);
        }
        let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
        row.notes.push(words);
        return figure(NumberRule::ShareInNote);
    }
    let of_sum = percent && is_share_of_sum(reader, quantity);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    // "đạt 96,7%, tăng từ 91,2% lên 96,7%": the value again.
    let again = gap.role == Some(Phrase::To) && !row.earlier.is_empty();
    if again && row.actual == Some(quantity.value) && row.unit == quantity.unit {
        return figure(NumberRule::FromTo);
    }
    if of_sum {
        row.notes.push(written);
        return figure(NumberRule::ShareInBrackets);
    }
    if let Some(decision) = amount_behind_share(row, quantity, gap) {
        return decision;
    }
    let money_row = row.unit.as_deref() != Some("%");
    // "kế hoạch 890 tỷ đồng, giải ngân 214 tỷ đồng (24%)".
    if percent
        && row.percents.is_empty()
        && let (Some(actual), Some(Target::Value(target))) = (row.actual, row.target)
        && rounded::is_ratio(actual, target, quantity.value)
    {
        row.add_percent(quantity.value, "");
        return figure(NumberRule::PercentOfTarget);
    }
    if percent
        && row.count.is_some_and(|count| rounded::is_ratio(count.part, count.whole, quantity.value))
        && money_row
    {
        return ratio_of_count(row, quantity, written);
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

/// Makes the ratio of a count its value. A change that has been said is one of the count, which stays the value then:
/// "61/115 xã (tăng 14 xã), chiếm 53%". `words` are the words of the ratio.
pub(super) fn ratio_of_count(row: &mut DraftRow, quantity: &Quantity, words: String) -> Decision {
    if !row.changes.is_empty() {
        row.notes.push(words);
        return figure(NumberRule::ShareInNote);
    }
    row.actual = Some(quantity.value);
    row.unit.clone_from(&quantity.unit);
    figure(NumberRule::RatioOfCount)
}

/// "Tiền gửi của dân cư chiếm 76,5% tổng nguồn vốn, đạt 79.724 tỷ đồng": the share came first.
fn amount_behind_share(row: &mut DraftRow, quantity: &Quantity, gap: &Gap) -> Option<Decision> {
    let amount = !quantity.is_percent() && quantity.unit.is_some() && quantity.high.is_none();
    let words = row.share.take_if(|_| amount)?;
    row.notes.push(words);
    row.actual = Some(quantity.value);
    row.unit.clone_from(&quantity.unit);
    row.estimate |= gap.estimate;
    Some(figure(NumberRule::Value))
}

/// "tổng vốn 11,38 tỷ USD, vốn thực hiện 5,9 tỷ USD (đạt 51,8%)": the percent that the sum makes of the one before it.
fn is_share_of_sum(reader: &SentenceReader<'_, '_>, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    let Some(row) = reader.row.and_then(|at| reader.state.rows.get(at)) else { return false };
    let money = row.unit.as_deref().and_then(class_of) == Some(UnitClass::Money);
    let before = reader.own_rows().rev().take(NEAR).filter(|at| Some(*at) != reader.row);
    let mut sums = before.filter_map(|at| reader.state.rows.get(at));
    money
        && sums.any(|other| {
            let value = other.actual.zip(other.unit.as_deref()).zip(row.unit.as_deref());
            let value = value.and_then(|((value, unit), own)| converted(value, unit, own));
            let part = row.actual.zip(value);
            part.is_some_and(|(part, sum)| {
                part < sum && rounded::is_ratio(part, sum, quantity.value)
            })
        })
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
        && (WHOLES.contains(sentence.key(own.start))
            || sentence.lower_text(own.clone()).starts_with("vốn đăng ký"));
    // "giải quyết đúng hạn 2.361 hồ sơ, đạt 99,8%": of all dossiers, whatever was compared with a plan before.
    let on_time = row.name.lower_case().contains("hạn") && is_of_work(&row.name);
    let done = is_of_work(&row.name) && own.is_empty() && gap.bound.is_none();
    // "15 đơn vị giải ngân trên 70%" says which of them are counted.
    let open = open_side(reader, quantity).is_some();
    let within = gap.all.clone().all(|at| !sentence.is_mark(at, ",;"));
    let condition = (gap.bound.is_some() && gap.role.is_none() || open && within)
        && row.unit.as_deref().is_some_and(|unit| class_of(unit) == Some(UnitClass::Count));
    let inherited = matches!(reader.state.paragraph.inherited, Some(QuantityRole::PlanPercent))
        && reader.state.paragraph.plan_said;
    // "126 trường đạt chuẩn, đạt tỷ lệ 84%".
    let called = (gap.lead.clone()).any(|at| sentence.lower(at).contains("tỷ lệ"));
    let of_things =
        called && class_of(row.unit.as_deref().unwrap_or_default()) == Some(UnitClass::Count);
    let share = of_whole
        || done && (!inherited || on_time)
        || condition
        || of_things && own.is_empty() && !inherited;
    let from = sentence.items.get(gap.lead.start).map_or(quantity.from, |item| item.from);
    let last = own.clone().next_back().and_then(|at| sentence.items.get(at));
    let to = last.map_or(quantity.to, |item| item.to.max(quantity.to));
    share.then(|| join(&sentence.tokens, from.min(quantity.from), to))
}

/// Whether a name means work done on something, of which all would be done: "Giải quyết", "Hồ sơ đúng hạn".
fn is_of_work(name: &str) -> bool {
    let lower = name.lower_case();
    WORK.iter().any(|verb| lower.contains(verb))
}

/// Whether a name means money which is planned by a budget.
fn is_of_budget(name: &str) -> bool {
    let lower = name.lower_case();
    let budget = BUDGET_MONEY.iter().any(|word| lower.starts_with(word))
        && !NO_BUDGET_MONEY.iter().any(|word| lower.starts_with(word));
    lower.contains("giải ngân") || budget
}

/// Adds a percent that is announced without what it is of: "đạt 52,5%".
fn percent_of_unsaid(
    row: &mut DraftRow,
    quantity: &Quantity,
    inherited: Option<QuantityRole>,
) -> Decision {
    match inherited {
        Some(QuantityRole::PlanPercent) if row.percents.is_empty() => {
            row.add_percent(quantity.value, "");
            row.doubt(Doubt::PercentInherited);
            figure(NumberRule::PercentOfPlanInherited)
        }
        Some(QuantityRole::Index) => {
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
            row.add_percent(quantity.value, "");
            if !row.name.lower_case().contains("giải ngân") {
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
