//! Ranks, places won and lost, and parts of a whole.

use std::ops::Range;

use rust_decimal::Decimal;

use super::change_base::share_base;
use super::filled_row::{UNNAMED, figure, out_of_range, row};
use super::quantity_context::QuantityContext;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::rounded;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{REGIONS, WITHIN_REGION};
use crate::model::{Change, ChangeUnit, Count, Rank, Target};
use crate::text::lower_case::LowerCase;

pub(super) fn rank(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    complement: &Range<usize>,
    rule: NumberRule,
) -> Decision {
    let among = quantity.noun.map(|noun| join(&reader.sentence.tokens, noun, quantity.to));
    let aimed = reader.state.sentence.target;
    let region = region_behind(reader, complement);
    // "xếp thứ 3 khu vực ĐBSCL" besides a rank in the country, or "thứ 12/63 tỉnh, thành phố".
    let apart = region.is_some() || quantity.ordinal;
    let among = among.or(region);
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    // "Phấn đấu chỉ số PCI xếp thứ 10 cả nước" is no rank that was reached, and a plan has no field for one.
    if aimed {
        row.doubt(Doubt::TargetOrActual);
        return Decision::unread(NumberRule::RankAimedAt);
    }
    let small = |value: Decimal| u32::try_from(value).ok().filter(|value| *value > 0);
    let Some(position) = small(quantity.value) else { return Decision::unread(NumberRule::Rank) };
    let of = quantity.whole.and_then(small).filter(|of| *of >= position);
    let elsewhere = apart && among.is_some() && row.ranks.iter().all(|one| one.among != among);
    let again = !(row.ranks.is_empty() || elsewhere);
    if quantity.whole.is_some() && of.is_none() || again {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::RankOutOfRange);
    }
    row.ranks.push(Rank { position, of, among, change: None, since: None });
    figure(rule)
}

/// The words behind a rank that name among whom it is: "khu vực Tây Nguyên", "cả nước", "nationwide".
fn region_behind(reader: &SentenceReader<'_, '_>, complement: &Range<usize>) -> Option<String> {
    let sentence = reader.sentence;
    let about = (complement.start + 1..complement.end)
        .find(|at| matches!(sentence.key(*at), "về" | "theo" | "với" | "in" | "for" | "on"));
    let words = complement.start..about.unwrap_or(complement.end);
    let text = sentence.text(tail(sentence, &words));
    let inner = WITHIN_REGION.longest_start(&text).and_then(|within| text.strip_prefix(within));
    let text = inner.map(str::to_owned).unwrap_or(text);
    REGIONS.longest_start(&text.lower_case()).is_some().then_some(text)
}

pub(super) fn places(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, follow, role, rule, .. } = *context;
    let since = match follow {
        Follow::Base(words) => Some(reader.sentence.text(words.clone())),
        _ => None,
    };
    if let Some(since) = &since {
        share_base(reader, gap, since);
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let whole = Some(quantity.value).filter(|value| value.fract().is_zero());
    let Some(number) = whole.and_then(|value| i32::try_from(value).ok()) else {
        row.doubt(Doubt::UnreadNearby);
        return out_of_range();
    };
    let number = if role == QuantityRole::PlacesUp { number } else { -number };
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

pub(super) fn count(
    reader: &mut SentenceReader<'_, '_>,
    context: &QuantityContext<'_>,
) -> Decision {
    let QuantityContext { quantity, gap, follow, complement, rule, is_first, .. } = *context;
    let Some(whole) = quantity.whole else { return Decision::unread(NumberRule::Count) };
    let plan_follows = plan_follows(reader, quantity) || matches!(follow, Follow::Plan(_));
    let tail_words = tail(reader.sentence, complement);
    let perhaps_plan = may_be_of_plan(reader, gap, complement);
    let aimed = reader.state.sentence.target;
    let behind = {
        let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
        row.doubts.contains(&Doubt::NameBehind)
    };
    if is_first && behind && !tail_words.is_empty() {
        reader.before.set_name_end(tail_words.end);
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if row.unit.as_deref() == Some("%")
        && row.count.is_none()
        && row.actual.is_some_and(|rate| rounded::is_ratio(quantity.value, whole, rate))
    {
        row.count = Some(Count { part: quantity.value, whole });
        return figure(NumberRule::CountOfRate);
    }
    if row.actual.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::SecondValue);
    }
    row.estimate |= gap.estimate;
    // "Duy trì 7/7 xã đạt chuẩn" below targets is what is wanted.
    if aimed {
        row.doubt(Doubt::TargetOrActual);
    }
    row.actual = Some(quantity.value);
    row.unit.clone_from(&quantity.unit);
    if perhaps_plan && !plan_follows {
        row.doubt(Doubt::CountOrPlan);
    }
    // "6/10 chỉ số thành phần tăng điểm" counts what is named behind it.
    if is_first && behind && !tail_words.is_empty() && quantity.unit.is_none() && !plan_follows {
        return as_count(row, quantity.value, whole, rule);
    }
    let not_counted = !quantity.is_count() && quantity.class != UnitClass::Score;
    if quantity.class == UnitClass::Score || quantity.unit.is_none() && !plan_follows {
        if quantity.value > whole || quantity.unit.is_none() && !is_round(whole) {
            return as_count(row, quantity.value, whole, rule);
        }
        row.scale = Some(whole);
        return figure(NumberRule::Score);
    }
    if plan_follows
        || not_counted && quantity.is_percent()
        || quantity.value > whole
        || quantity.class == UnitClass::Money
    {
        row.target = Some(Target::Value(whole));
        return figure(NumberRule::ActualAndPlan);
    }
    as_count(row, quantity.value, whole, rule)
}

/// "Hoàn thành chỉ tiêu giao quân 420/420 thanh niên": the words for a plan next to a pair, which may be a result and
/// its plan.
fn may_be_of_plan(reader: &SentenceReader<'_, '_>, gap: &Gap, complement: &Range<usize>) -> bool {
    let sentence = reader.sentence;
    let words = gap.complement.end..gap.all.end;
    let clause = words.clone().rev().find(|at| sentence.is_mark(*at, ",;"));
    let words = clause.map_or(words.start, |at| at + 1)..words.end;
    words.chain(complement.clone()).any(|at| {
        let planned = matches!(
            sentence.phrase(at),
            Some(Phrase::Plan | Phrase::VerdictMet | Phrase::VerdictExceeded)
        );
        planned || sentence.lower(at).contains("chỉ tiêu")
    })
}

pub(super) fn is_round(whole: Decimal) -> bool {
    [10, 80, 100, 1000].iter().any(|top| whole == Decimal::from(*top))
}

pub(super) fn as_count(
    row: &mut DraftRow,
    part: Decimal,
    whole: Decimal,
    rule: NumberRule,
) -> Decision {
    if part > whole {
        row.target = Some(Target::Value(whole));
        return figure(NumberRule::ActualAndPlan);
    }
    row.count = Some(Count { part, whole });
    figure(rule)
}

/// Whether a plan has a rate of its own behind it, so that the percent before it is a rate as well:
/// "1.562/1.838 hộ, đạt 85% (KH 84%)". In "đạt 94% kế hoạch (KH 95%)" the percent is one of the
/// plan.
fn is_of_own_rate(sentence: &Sentence<'_>, plan: usize) -> bool {
    const NEAR: usize = 8;
    let quantity = |at: usize| match sentence.items.get(at).map(|item| item.what) {
        Some(What::Quantity(index)) => sentence.quantities.get(index),
        _ => None,
    };
    let behind = (plan + 1..plan + NEAR).take_while(|at| !sentence.is_mark(*at, ",;)"));
    let own = behind.into_iter().find_map(quantity).is_some_and(Quantity::is_percent);
    let direct = plan.checked_sub(1).is_some_and(|before| quantity(before).is_some());
    own && !direct
}

/// Whether a percent of plan follows a pair, which makes it actual and plan.
pub(super) fn plan_follows(reader: &SentenceReader<'_, '_>, quantity: &Quantity) -> bool {
    let sentence = reader.sentence;
    let Some(at) = sentence.items.binary_search_by_key(&quantity.from, |item| item.from).ok()
    else {
        return false;
    };
    let mut percents = 0;
    for item in at + 1..sentence.items.len().min(at + 16) {
        if sentence.is_mark(item, ";") {
            return false;
        }
        if let What::Quantity(index) = sentence.items[item].what {
            if !sentence.quantities[index].is_percent() || percents > 0 {
                return false;
            }
            // "7/16 xã đạt chuẩn, đạt 70% mục tiêu": seven of sixteen are not 70 %.
            let whole = quantity.whole.filter(|_| quantity.is_count());
            let percent = sentence.quantities[index].value;
            if whole.is_some_and(|whole| !rounded::is_ratio(quantity.value, whole, percent)) {
                return false;
            }
            percents += 1;
        }
        if sentence.phrase(item) == Some(Phrase::Plan) && percents == 1 {
            return !is_of_own_rate(sentence, item);
        }
    }
    false
}
