//! Changes against an earlier period.

use std::ops::Range;

use crate::dataset::prose::tokens::number_rule::NumberRule;
use rust_decimal::Decimal;

use super::fill_plan::{open_side, target_of};
use super::filled_row::{UNNAMED, figure, out_of_range, row, words_from};
use super::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::draft_row::{AverageChange, Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::direction;
use crate::lexicon::prose::{PHRASES, Phrase, UnitClass};
use crate::lexicon::prose_words::{GENERIC_COUNTERS, IMPROVING, MEASURED_BY_SHARE, RATES_PER_YEAR};
use crate::model::{Better, Change, ChangeUnit, Target};
use crate::text::format_number;
use crate::text::lower_case::LowerCase;

pub(in crate::dataset::prose) fn base(reader: &SentenceReader<'_, '_>, follow: &Follow) -> String {
    let own = match follow {
        Follow::Base(words) => {
            let words = reader.sentence.text(
                period_of_level(reader, words).unwrap_or_else(|| only_base(reader, words.clone())),
            );
            // "from a year earlier".
            let bare = ["so ", "So ", "from a ", "from the ", "from last "]
                .iter()
                .find(|start| words.starts_with(**start))
                .and_then(|_| words.split_once(' '))
                .map(|(_, rest)| rest.to_owned());
            Some(bare.unwrap_or(words))
        }
        _ => None,
    };
    own.filter(|own| !own.is_empty())
        .or_else(|| reader.base.clone())
        .unwrap_or_else(|| UNNAMED.to_owned())
}

/// "so với tốc độ tăng 6,94% của 9 tháng năm 2023": the period behind the level that is compared with.
fn period_of_level(reader: &SentenceReader<'_, '_>, words: &Range<usize>) -> Option<Range<usize>> {
    const NEAR: usize = 8;
    let sentence = reader.sentence;
    let level =
        words.clone().any(|at| matches!(sentence.key(at), "mức" | "tốc" | "bình" | "trung"));
    let figure = sentence.items.get(words.end)?;
    let dated = |words: Range<usize>| period_in(sentence, words);
    if !level || !matches!(figure.what, What::Quantity(_)) || dated(words.clone()).is_some() {
        return None;
    }
    let from = words.end + 1;
    let end = sentence.items.len().min(from + NEAR);
    let end = (from..end).find(|at| sentence.is_mark(*at, ",;()")).unwrap_or(end);
    dated(from..end)
}

/// The words of a base without the cause behind it, and without the period of the change itself: "năm 2021 do mưa lũ",
/// "year-on-year in the third quarter".
fn only_base(reader: &SentenceReader<'_, '_>, words: Range<usize>) -> Range<usize> {
    let sentence = reader.sentence;
    let complete = sentence.phrase(words.start) == Some(Phrase::Compare);
    let ends = |at: &usize| {
        matches!(sentence.key(*at), "do" | "nhờ" | "vì" | "bởi" | "due" | "thanks")
            || complete && *at == words.start + 1 && matches!(sentence.key(*at), "in" | "during")
    };
    let end = (words.start + 1..words.end).find(ends).unwrap_or(words.end);
    words.start..end
}

/// Gives the change before one with a base the same base: "tăng 1,84 điểm và tăng 13 bậc so với năm 2022".
pub(super) fn share_base(reader: &mut SentenceReader<'_, '_>, gap: &Gap, period: &str) {
    let sentence = reader.sentence;
    let and = |at: usize| sentence.phrase(at) == Some(Phrase::And);
    let joined = gap.complement.is_empty() && !gap.body.is_empty() && gap.body.clone().all(and);
    // "tăng 0,9% (+1.620 ha) so với cùng vụ năm trước".
    let joined = joined || gap.complement.is_empty() && gap.opens && gap.body.len() == 1;
    let changed = matches!(reader.last, Some(QuantityRole::Up | QuantityRole::Down));
    let beyond = reader.last == Some(QuantityRole::BeyondPlan);
    let conjoined = joined && beyond && period != UNNAMED;
    // "vượt 62 tỷ đồng và tăng 4% so với năm 2023": beyond the plan, or beyond that year.
    if let Some(row) = row(reader).filter(|_| conjoined)
        && row.verdict.as_ref().is_some_and(|verdict| !names_plan(&verdict.text))
    {
        row.doubt(Doubt::Construction);
    }
    let Some(row) = row(reader).filter(|_| joined && changed && period != UNNAMED) else { return };
    if let Some(last) = row.changes.last_mut().filter(|last| last.period == UNNAMED) {
        period.clone_into(&mut last.period);
    }
}

/// Gives the base of the last change of a list to those before it: "tăng 35 lớp, 926 học sinh so với năm trước".
fn give_base_back(reader: &mut SentenceReader<'_, '_>, period: &str) {
    let changes = reader.decisions.iter().zip(&reader.owners).rev();
    for (decision, owner) in changes {
        let goes_on = decision.rule == NumberRule::ChangeGoesOn;
        let row = owner.and_then(|at| reader.state.rows.get_mut(at));
        let Some(row) = row.filter(|_| goes_on || decision.rule == NumberRule::Change) else {
            return;
        };
        if let Some(last) = row.changes.last_mut().filter(|last| last.period == UNNAMED) {
            period.clone_into(&mut last.period);
        }
        if !goes_on {
            return;
        }
    }
}

/// Gives the base of the last change of a row of counted things to those right before it.
fn share_base_of_counts(reader: &mut SentenceReader<'_, '_>, period: &str) {
    const MOST: usize = 6;
    for (decision, owner) in reader.decisions.iter().zip(&reader.owners).rev().take(MOST) {
        let row = owner.and_then(|at| reader.state.rows.get_mut(at));
        let Some(row) = row.filter(|_| decision.rule == NumberRule::Change) else { return };
        let last = row.changes.last_mut();
        let Some(last) =
            last.filter(|last| last.period == UNNAMED && last.unit == ChangeUnit::Points)
        else {
            return;
        };
        period.clone_into(&mut last.period);
    }
}

/// Whether the words of a verdict name the plan: "vượt kế hoạch 62 tỷ đồng".
fn names_plan(verdict: &str) -> bool {
    let words = tokens(verdict);
    let phrases = (0..words.len()).filter_map(|at| PHRASES.longest(&words[at..]));
    phrases.into_iter().any(|(_, phrase)| matches!(phrase, Phrase::Plan | Phrase::VerdictExceeded))
}

pub(in crate::dataset::prose) fn index(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let period = base(reader, follow);
    reader.state.inherited = Some(QuantityRole::Index);
    reader.base = Some(period.clone());
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let Some(amount) = quantity.value.checked_sub(Decimal::ONE_HUNDRED) else {
        return out_of_range();
    };
    row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
    figure(rule)
}

pub(in crate::dataset::prose) fn change(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, follow, role, rule, is_first, .. } = *context;
    let period = base(reader, follow);
    if period != UNNAMED {
        reader.base = Some(period.clone());
    }
    share_base(reader, gap, &period);
    // "giảm 12 vụ, giảm 4 người chết, tăng 3 người bị thương so với cùng kỳ".
    let listed = quantity.is_count()
        && reader.last.is_some_and(|last| matches!(last, QuantityRole::Up | QuantityRole::Down))
        && gap.body.clone().all(|at| reader.sentence.is_mark(at, ","));
    if listed && period != UNNAMED {
        share_base_of_counts(reader, &period);
    }
    if rule == NumberRule::ChangeGoesOn {
        give_base_back(reader, &period);
    }
    let (targets, language) = (reader.state.target, reader.state.language);
    let bound = gap.bound.map(|at| reader.sentence.text(at..at + 1));
    let open = open_side(reader, quantity);
    let closed = gap.all.clone().any(|at| reader.sentence.is_mark(at, ")"));
    let behind_share = reader.last == Some(QuantityRole::Share) && !closed;
    let last = reader.decisions.last().map(|last| last.rule);
    let of_rate = last == Some(NumberRule::ShareInNote)
        && reader.last != Some(QuantityRole::Share)
        && !closed
        && matches!(quantity.class, UnitClass::Percent | UnitClass::Points);
    let words = words_from(reader, gap, quantity, follow);
    let average = average_of(reader, context);
    let style = language.number_style();
    let of_year = is_per_year(quantity)
        && reader.row.and_then(|at| reader.state.rows.get(at)).is_some_and(is_rate_per_year);
    let improved = improves(reader, gap);
    let more = gap.lead.clone().any(|at| reader.sentence.lower(at).ends_with(" hơn"));
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if targets && is_first {
        row.name = language.growth(&row.name, role == QuantityRole::Up);
        return growth_target(row, quantity, target_of(quantity, bound.as_deref(), open));
    }
    // "tăng từ 8,5% trở lên": a change has no bounds.
    if open.is_some() {
        row.doubt(Doubt::Construction);
    }
    if let Some(verb) = average {
        let shown = |value: Decimal| format_number::format(value, style);
        let range = |high: Decimal| format!("{} - {}", shown(quantity.value), shown(high));
        row.average = Some(AverageChange {
            amount: quantity.value.abs(),
            range: quantity.high.map(range),
            unit: quantity.unit.clone(),
            words,
            verb,
        });
        return figure(NumberRule::AverageChange);
    }
    // "861 vụ, đạt tỷ lệ 83,8%, cao hơn 1,5%": the change is that of the rate.
    if of_rate && row.unit.as_deref().is_some_and(|unit| !unit.contains('%')) {
        // "bằng 18,9% tổng thu, tăng 5,1%": of the share or of the amount.
        if quantity.is_percent() && !more {
            row.doubt(Doubt::UnreadNearby);
            return Decision::unread(NumberRule::ChangeOfShare);
        }
        row.notes.push(words);
        return figure(NumberRule::RemarkInNote);
    }
    if let Some(decision) = no_change_of_value(row, quantity, behind_share, &words) {
        return decision;
    }
    let Some(value) = in_unit_of(row, quantity) else {
        if row.unit.as_deref().is_some_and(|unit| unit.starts_with('%')) {
            row.notes.push(words);
            return figure(NumberRule::ChangeOfCountInNote);
        }
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::ChangeInOtherUnit);
    };
    row.estimate |= gap.estimate;
    let unit = match quantity.class {
        // "Lãi suất cho vay giảm 0,5%/năm": so many points of the rate.
        UnitClass::Percent if of_year => ChangeUnit::Points,
        UnitClass::Percent => ChangeUnit::Percent,
        UnitClass::Place => ChangeUnit::Places,
        _ => ChangeUnit::Points,
    };
    if unit == ChangeUnit::Percent && row.unit.as_deref().is_some_and(|unit| unit.starts_with('%'))
    {
        row.doubt(Doubt::PercentOrPoints);
    }
    let Some(rises) = rises(row, role, rule, improved) else {
        row.doubt(Doubt::DirectionOpen);
        row.notes.push(words);
        return figure(NumberRule::Improvement);
    };
    if value != quantity.value.abs() {
        row.written.push(words);
    }
    let amount = if rises { value } else { -value };
    row.changes.push(Change { period, amount, unit });
    figure(rule)
}

/// The decision about a change that is none of the value: of the growth, of a share, or between two bounds.
fn no_change_of_value(
    row: &mut DraftRow,
    quantity: &Quantity,
    behind_share: bool,
    words: &str,
) -> Option<Decision> {
    if quantity.high.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Some(Decision::unread(NumberRule::RangeOfChange));
    }
    if is_change_of_growth(row, quantity) {
        row.notes.push(words.to_owned());
        return Some(figure(NumberRule::RemarkInNote));
    }
    change_of_share(row, quantity, behind_share, words)
}

/// Whether "cải thiện" announces a change, which says that it is for the better, and not whether it is a rise.
fn improves(reader: &SentenceReader<'_, '_>, gap: &Gap) -> bool {
    gap.lead.clone().any(|at| IMPROVING.contains(&reader.sentence.lower_text(at..at + 1)))
}

/// Whether a change is a rise; `None` for one for the better of what may be better higher or lower.
fn rises(row: &DraftRow, role: QuantityRole, rule: NumberRule, improved: bool) -> Option<bool> {
    // "cải thiện 3 phút (10%)": the same change in percent.
    let again = row.changes.last().filter(|_| rule == NumberRule::ChangeInBrackets);
    match again {
        Some(change) => Some(change.amount.is_sign_positive()),
        None if improved => {
            let better = direction::infer(&row.name).map(|better| better == Better::Higher);
            // A score is better if it is higher.
            better.or((row.unit.as_deref() == Some("điểm")).then_some(true))
        }
        None => Some(role == QuantityRole::Up),
    }
}

/// "GRDP tăng 7,35%, cao hơn 0,41 điểm phần trăm so với tốc độ tăng …": what has changed is the growth.
fn is_change_of_growth(row: &DraftRow, quantity: &Quantity) -> bool {
    let relative = |last: &Change| last.unit == ChangeUnit::Percent;
    quantity.class == UnitClass::Points
        && row.actual.is_none()
        && row.unit.is_none()
        && row.changes.last().is_some_and(relative)
}

/// Makes a growth that is aimed at the target of an indicator of its own.
fn growth_target(row: &mut DraftRow, quantity: &Quantity, target: Target) -> Decision {
    row.is_growth = true;
    row.target = Some(target);
    row.unit.clone_from(&quantity.unit);
    figure(NumberRule::GrowthTarget)
}

/// The decision about a change of the share that an amount is of a whole, which no field holds.
fn change_of_share(
    row: &mut DraftRow,
    quantity: &Quantity,
    behind_share: bool,
    words: &str,
) -> Option<Decision> {
    let no_rate = row.unit.as_deref().is_some_and(|unit| !unit.contains('%'));
    // "1.066 tỷ đồng, bằng 43% kế hoạch, thấp hơn cùng kỳ năm trước 5,1 điểm phần trăm".
    if quantity.class == UnitClass::Points && no_rate && !row.percents.is_empty() {
        row.notes.push(words.to_owned());
        return Some(figure(NumberRule::RemarkInNote));
    }
    // "2.080 tỷ đồng, chiếm 1,02%, tăng 0,17 điểm phần trăm".
    if quantity.class == UnitClass::Points && no_rate && row.actual.is_some() {
        return Some(Decision::passing(NumberRule::ChangeOfShare));
    }
    // "chiếm 2,2% số phải thu, giảm 0,45%": of the share or of the amount.
    if behind_share && no_rate && quantity.is_percent() {
        return match growth_behind_share(row, quantity, words) {
            GrowthBehindShare::OfAmount => None,
            GrowthBehindShare::Perhaps => {
                row.doubt(Doubt::OwnerOpen);
                None
            }
            GrowthBehindShare::Unknown => {
                row.doubt(Doubt::UnreadNearby);
                Some(Decision::unread(NumberRule::ChangeOfShare))
            }
        };
    }
    None
}

/// What has grown behind an amount and its share.
enum GrowthBehindShare {
    /// The amount: "2.465 tỷ đồng, chiếm 17,6% tổng vốn, tăng 24,3%".
    OfAmount,
    /// Most likely the amount.
    Perhaps,
    /// The amount, or the share by so many points.
    Unknown,
}

/// What a percent behind a share is the growth of. `words` are those of the change.
fn growth_behind_share(row: &DraftRow, quantity: &Quantity, words: &str) -> GrowthBehindShare {
    let name = row.name.lower_case();
    let debt = MEASURED_BY_SHARE.iter().any(|thing| name.contains(thing));
    if debt || quantity.value < Decimal::ONE {
        return GrowthBehindShare::Unknown;
    }
    // No share has risen by more points than it has.
    let share = row.notes.last().and_then(|note| percent_in(note));
    let rises = !words.lower_case().starts_with("giảm");
    if rises && share.is_some_and(|share| quantity.value > share) {
        return GrowthBehindShare::OfAmount;
    }
    match row.unit.as_deref().and_then(class_of) {
        Some(UnitClass::Money | UnitClass::Measure) => GrowthBehindShare::OfAmount,
        _ => GrowthBehindShare::Perhaps,
    }
}

/// The percent in the words of a share: 17,6 in "chiếm 17,6% tổng vốn".
fn percent_in(words: &str) -> Option<Decimal> {
    let number = words.split_once('%').map(|(before, _)| before)?.rsplit(' ').next()?;
    number.replace(',', ".").parse().ok()
}

/// Whether a percent is one a year: "1,5%/năm".
fn is_per_year(quantity: &Quantity) -> bool {
    quantity.unit.as_deref().is_some_and(|unit| {
        ["/năm", "/year", " a year", " per year"].iter().any(|per| unit.ends_with(per))
            && unit.starts_with('%')
    })
}

/// Whether an indicator is itself measured in percent a year, so that "%/năm" says nothing about an average.
fn is_rate_per_year(row: &DraftRow) -> bool {
    let name = row.name.lower_case();
    RATES_PER_YEAR.iter().any(|rate| name.contains(rate))
}

/// The words of a change in the average of some years, with its verb; `None` if it is that of the period.
fn average_of(reader: &SentenceReader<'_, '_>, context: &QuantityContext<'_>) -> Option<String> {
    let QuantityContext { quantity, gap, follow, .. } = *context;
    let lead = reader.sentence.lower_text(gap.lead.clone());
    let row = reader.row.and_then(|at| reader.state.rows.get(at));
    // "so với cuối năm 2022": a change since then.
    let since = || matches!(follow, Follow::Base(_)) || row.is_some_and(is_rate_per_year);
    let yearly = is_per_year(quantity) && !since();
    let said = ["bình quân", "trung bình", "mỗi năm", "hằng năm", "hàng năm", "annually"]
        .iter()
        .any(|word| lead.contains(word));
    let rate = matches!(quantity.class, UnitClass::Percent | UnitClass::Points);
    let verb = if said || lead.contains("average") {
        lead.strip_suffix(" of").unwrap_or(&lead).to_owned()
    } else {
        reader.state.language.on_average(&lead)
    };
    (rate && (yearly || said)).then_some(verb)
}

/// The amount of a change in the unit of its indicator; `None` if it counts something else. An indicator that has
/// no figure yet takes the unit of the change.
fn in_unit_of(row: &mut DraftRow, quantity: &Quantity) -> Option<Decimal> {
    let value = quantity.value.abs();
    if matches!(quantity.class, UnitClass::Percent | UnitClass::Points | UnitClass::Place) {
        return Some(value);
    }
    match (&row.unit, &quantity.unit) {
        (Some(own), Some(unit)) => match quantity.class {
            UnitClass::Score if own.starts_with('%') => Some(value),
            // "kỷ luật 18 đảng viên, giảm 4 trường hợp".
            UnitClass::Count if GENERIC_COUNTERS.contains(&unit.lower_case()) => {
                (class_of(own) == Some(UnitClass::Count)).then_some(value)
            }
            _ => converted(value, unit, own),
        },
        // "53.1 million, up 150,000".
        (Some(own), None) if value >= Decimal::ONE_THOUSAND => converted(value, "", own),
        (None, Some(unit)) if row.actual.is_none() => {
            row.unit = Some(unit.clone());
            Some(value)
        }
        _ => Some(value),
    }
}

/// A change of the current indicator, whatever else is near it.
pub(in crate::dataset::prose) fn change_of(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    role: QuantityRole,
) -> Decision {
    let period = reader.base.clone().unwrap_or_else(|| UNNAMED.to_owned());
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let value = quantity.value.abs();
    let amount = if role == QuantityRole::Up { value } else { -value };
    row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
    figure(NumberRule::ChangeByName)
}
