//! Changes against an earlier period.

use rust_decimal::Decimal;

use super::change_base::{base, give_base_back, share_base, share_base_of_counts};
use super::fill_plan::{open_side, target_of};
use super::fill_value::value;
use super::filled_row::{UNNAMED, figure, out_of_range, row, words_from};
use super::growth_behind_share::change_of_share;
use super::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::magnitude::{class_of, converted};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::draft_row::{AverageChange, Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::direction;
use crate::lexicon::prose::UnitClass;
use crate::lexicon::prose_words::{
    GENERIC_COUNTERS, GROWTH_RATES, IMPROVING, PER_YEAR, RATES_PER_YEAR, YEARLY_AVERAGES,
};
use crate::model::{Better, Change, ChangeUnit, Target};
use crate::text::format_number::{self, Style};
use crate::text::lower_case::LowerCase;

pub(crate) fn index(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    rule: NumberRule,
) -> Decision {
    let period = base(reader, follow);
    reader.state.paragraph.inherited = Some(QuantityRole::Index);
    reader.comparison.set_base(period.clone());
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let Some(amount) = quantity.value.checked_sub(Decimal::ONE_HUNDRED) else {
        return out_of_range();
    };
    row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
    figure(rule)
}

pub(crate) fn change(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, follow, role, rule, is_first, .. } = *context;
    if is_growth_rate(reader, quantity, role) {
        return value(reader, quantity, gap, NumberRule::Value);
    }
    let period = base(reader, follow);
    spread_base(reader, context, &period);
    let said = ChangeWords::of(reader, context);
    let (targets, language) = (reader.state.sentence.target, reader.state.document.language);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if targets && is_first {
        row.name = language.growth(&row.name, role == QuantityRole::Up);
        return growth_target(row, quantity, said.target);
    }
    // "tăng từ 8,5% trở lên": a change has no bounds.
    if said.is_open {
        row.doubt(Doubt::Construction);
    }
    if let Some(verb) = said.average {
        return average_change(row, quantity, said.words, verb, language.number_style());
    }
    if let Some(decision) = no_change_of_value(row, quantity, &said) {
        return decision;
    }
    let Some(value) = in_unit_of(row, quantity) else {
        return change_in_other_unit(row, said.words);
    };
    row.estimate |= gap.estimate;
    let unit = match quantity.class {
        // "Lãi suất cho vay giảm 0,5%/năm": so many points of the rate.
        UnitClass::Percent if said.of_year => ChangeUnit::Points,
        UnitClass::Percent => ChangeUnit::Percent,
        UnitClass::Place => ChangeUnit::Places,
        _ => ChangeUnit::Points,
    };
    if unit == ChangeUnit::Percent && row.unit.as_deref().is_some_and(|unit| unit.starts_with('%'))
    {
        row.doubt(Doubt::PercentOrPoints);
    }
    let Some(rises) = rises(row, role, rule, said.is_improvement) else {
        row.doubt(Doubt::DirectionOpen);
        row.notes.push(said.words);
        return figure(NumberRule::Improvement);
    };
    if value != quantity.value.abs() {
        row.written.push(said.words);
    }
    let amount = if rises { value } else { -value };
    row.changes.push(Change { period, amount, unit });
    figure(rule)
}

/// "Tốc độ tăng tổng sản phẩm (GRDP) ước tăng 5,1%": the growth is the value of its rate.
fn is_growth_rate(
    reader: &SentenceReader<'_, '_>,
    quantity: &Quantity,
    role: QuantityRole,
) -> bool {
    let row = reader.row.and_then(|row| reader.state.rows.get(row));
    let rate = row.is_some_and(|row| {
        let name = row.name.lower_case();
        row.actual.is_none()
            && row.target.is_none()
            && row.changes.is_empty()
            && GROWTH_RATES.iter().any(|head| name.starts_with(head))
    });
    rate && quantity.is_percent() && quantity.high.is_none() && role == QuantityRole::Up
}

/// What a sentence says about a change.
struct ChangeWords {
    /// The words of the change.
    words: String,
    /// What it wants, if it sets a target.
    target: Target,
    /// Whether it is open on one side: "tăng từ 8,5% trở lên".
    is_open: bool,
    /// Whether it is right behind a share.
    is_behind_share: bool,
    /// Whether it is behind the rate of what is counted: "861 vụ, đạt tỷ lệ 83,8%, cao hơn 1,5%".
    is_behind_rate: bool,
    /// The verb of one in the average of some years.
    average: Option<String>,
    /// Whether its percents are those a year of a rate that is one a year itself.
    of_year: bool,
    /// Whether it is only said to be for the better.
    is_improvement: bool,
    /// "cao hơn": whether it compares two levels.
    is_comparative: bool,
}

impl ChangeWords {
    fn of(reader: &SentenceReader<'_, '_>, context: &QuantityContext<'_>) -> Self {
        let QuantityContext { quantity, gap, follow, .. } = *context;
        let sentence = reader.sentence;
        let bound = gap.bound.map(|at| sentence.text(at..at + 1));
        let open = open_side(reader, quantity);
        let closed = gap.all.clone().any(|at| sentence.is_mark(at, ")"));
        let of_share = reader.before.role == Some(QuantityRole::Share);
        let share_in_note =
            reader.last_decision().map(|last| last.rule) == Some(NumberRule::ShareInNote);
        let rate =
            reader.row.and_then(|at| reader.state.rows.get(at)).is_some_and(is_rate_per_year);
        Self {
            words: words_from(reader, gap, quantity, follow),
            target: target_of(quantity, bound.as_deref(), open),
            is_open: open.is_some(),
            is_behind_share: of_share && !closed,
            is_behind_rate: share_in_note
                && !of_share
                && !closed
                && matches!(quantity.class, UnitClass::Percent | UnitClass::Points),
            average: average_of(reader, context),
            of_year: is_per_year(quantity) && rate,
            is_improvement: improves(reader, gap),
            is_comparative: gap.lead.clone().any(|at| sentence.lower(at).ends_with(" hơn")),
        }
    }
}

/// Gives the base of a change to those behind it and, where they are joined, to those before it.
fn spread_base(reader: &mut SentenceReader<'_, '_>, context: &QuantityContext<'_>, period: &str) {
    let QuantityContext { quantity, gap, rule, .. } = *context;
    if period != UNNAMED {
        reader.comparison.set_base(period.to_owned());
    }
    share_base(reader, gap, period);
    // "giảm 12 vụ, giảm 4 người chết, tăng 3 người bị thương so với cùng kỳ".
    let listed = quantity.is_count()
        && reader.before.is_change()
        && gap.body.clone().all(|at| reader.sentence.is_mark(at, ","));
    if listed && period != UNNAMED {
        share_base_of_counts(reader, period);
    }
    if rule == NumberRule::ChangeGoesOn {
        give_base_back(reader, period);
    }
}

/// Keeps a change in the average of some years apart from those of the period.
fn average_change(
    row: &mut DraftRow,
    quantity: &Quantity,
    words: String,
    verb: String,
    style: Style,
) -> Decision {
    let shown = |value: Decimal| format_number::format(value, style);
    let range = |high: Decimal| format!("{} - {}", shown(quantity.value), shown(high));
    row.average = Some(AverageChange {
        amount: quantity.value.abs(),
        range: quantity.high.map(range),
        unit: quantity.unit.clone(),
        words,
        verb,
    });
    figure(NumberRule::AverageChange)
}

/// A change that counts something else than its indicator: that of the count behind a rate is a remark.
fn change_in_other_unit(row: &mut DraftRow, words: String) -> Decision {
    if row.unit.as_deref().is_some_and(|unit| unit.starts_with('%')) {
        row.notes.push(words);
        return figure(NumberRule::ChangeOfCountInNote);
    }
    row.doubt(Doubt::UnreadNearby);
    Decision::unread(NumberRule::ChangeInOtherUnit)
}

/// The decision about a change that does not belong to the value: of the growth, of a share, or between two bounds.
fn no_change_of_value(
    row: &mut DraftRow,
    quantity: &Quantity,
    said: &ChangeWords,
) -> Option<Decision> {
    // "861 vụ, đạt tỷ lệ 83,8%, cao hơn 1,5%": the change is that of the rate.
    if said.is_behind_rate && row.unit.as_deref().is_some_and(|unit| !unit.contains('%')) {
        // "bằng 18,9% tổng thu, tăng 5,1%": of the share or of the amount.
        if quantity.is_percent() && !said.is_comparative {
            row.doubt(Doubt::UnreadNearby);
            return Some(Decision::unread(NumberRule::ChangeOfShare));
        }
        row.notes.push(said.words.clone());
        return Some(figure(NumberRule::RemarkInNote));
    }
    if quantity.high.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Some(Decision::unread(NumberRule::RangeOfChange));
    }
    if is_change_of_growth(row, quantity) {
        row.notes.push(said.words.clone());
        return Some(figure(NumberRule::RemarkInNote));
    }
    change_of_share(row, quantity, said.is_behind_share, &said.words)
}

/// Whether "cải thiện" announces a change, which says that it is for the better, and not whether it is a rise.
fn improves(reader: &SentenceReader<'_, '_>, gap: &Gap) -> bool {
    gap.lead.clone().any(|at| IMPROVING.contains(&reader.sentence.lower_text(at..at + 1)))
}

/// Whether a change is a rise; `None` for an improvement if it is not known whether higher or lower is better.
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

/// Whether a percent is one a year: "1,5%/năm".
fn is_per_year(quantity: &Quantity) -> bool {
    quantity
        .unit
        .as_deref()
        .is_some_and(|unit| unit.starts_with('%') && PER_YEAR.iter().any(|per| unit.ends_with(per)))
}

/// Whether an indicator is itself measured in percent a year, so that "%/năm" says nothing about an average.
fn is_rate_per_year(row: &DraftRow) -> bool {
    let name = row.name.lower_case();
    RATES_PER_YEAR.iter().any(|rate| name.contains(rate))
}

/// The words of a change in the average of some years, with its verb; `None` if it is the change of the period.
fn average_of(reader: &SentenceReader<'_, '_>, context: &QuantityContext<'_>) -> Option<String> {
    let QuantityContext { quantity, gap, follow, .. } = *context;
    let lead = reader.sentence.lower_text(gap.lead.clone());
    let row = reader.row.and_then(|at| reader.state.rows.get(at));
    // "so với cuối năm 2022": a change since then.
    let since = || matches!(follow, Follow::Base(_)) || row.is_some_and(is_rate_per_year);
    let yearly = is_per_year(quantity) && !since();
    let said = YEARLY_AVERAGES.iter().any(|word| lead.contains(word));
    let rate = matches!(quantity.class, UnitClass::Percent | UnitClass::Points);
    let verb = if said || lead.contains("average") {
        lead.strip_suffix(" of").unwrap_or(&lead).to_owned()
    } else {
        reader.state.document.language.on_average(&lead)
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
pub(crate) fn change_of(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    role: QuantityRole,
) -> Decision {
    let period = reader.comparison.base().unwrap_or(UNNAMED).to_owned();
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let value = quantity.value.abs();
    let amount = if role == QuantityRole::Up { value } else { -value };
    row.changes.push(Change { period, amount, unit: ChangeUnit::Percent });
    figure(NumberRule::ChangeByName)
}
