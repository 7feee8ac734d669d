//! Ranks, places won and lost, and parts of a whole.

use std::ops::Range;

use rust_decimal::Decimal;

use super::filled_row::{UNNAMED, figure, out_of_range, row};
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::phrases::name_tail::tail;
use crate::dataset::prose::roles::role::{Follow, Role};
use crate::dataset::prose::rows::doubt;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::model::{Change, ChangeUnit, Count, Rank, Target};

pub(super) fn rank(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    complement: &Range<usize>,
    rule: NumberRule,
) -> Decision {
    let among = quantity.noun.map(|noun| join(&reader.sentence.tokens, noun, quantity.to));
    // "xếp thứ 3 khu vực ĐBSCL" besides a rank in the country.
    let words = reader.sentence.text(tail(reader.sentence, complement));
    let region = ["khu vực", "vùng", "cả nước", "toàn quốc"];
    let regional = region.iter().any(|word| words.to_lowercase().starts_with(word));
    let among = among.or(regional.then_some(words));
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let small = |value: Decimal| u32::try_from(value).ok().filter(|value| *value > 0);
    let Some(position) = small(quantity.value) else { return Decision::unread(NumberRule::Rank) };
    let of = quantity.whole.and_then(small).filter(|of| *of >= position);
    let elsewhere = regional && row.ranks.iter().all(|one| one.among != among);
    let again = !(row.ranks.is_empty() || elsewhere);
    if quantity.whole.is_some() && of.is_none() || again {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::RankOutOfRange);
    }
    row.ranks.push(Rank { position, of, among, change: None, since: None });
    figure(rule)
}

pub(super) fn places(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    follow: &Follow,
    role: Role,
    rule: NumberRule,
) -> Decision {
    let since = match follow {
        Follow::Base(words) => Some(reader.sentence.text(words.clone())),
        _ => None,
    };
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    let whole = Some(quantity.value).filter(|value| value.fract().is_zero());
    let Some(number) = whole.and_then(|value| i32::try_from(value).ok()) else {
        row.doubt(Doubt::UnreadNearby);
        return out_of_range();
    };
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

pub(super) fn count(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    gap: &Gap,
    follow: &Follow,
    complement: &Range<usize>,
    rule: NumberRule,
    fresh: bool,
) -> Decision {
    let Some(whole) = quantity.whole else { return Decision::unread(NumberRule::Count) };
    let plan_follows = plan_follows(reader, quantity) || matches!(follow, Follow::Plan(_));
    let tail_words = tail(reader.sentence, complement);
    let behind = {
        let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
        row.doubts.contains(&Doubt::NameBehind)
    };
    if fresh && behind && !tail_words.is_empty() {
        reader.consume(tail_words.end);
    }
    let Some(row) = row(reader) else { return Decision::unread(NumberRule::NoIndicator) };
    if row.unit.as_deref() == Some("%")
        && row.count.is_none()
        && row.actual.is_some_and(|rate| doubt::is_ratio(quantity.value, whole, rate))
    {
        row.count = Some(Count { part: quantity.value, whole });
        return figure(NumberRule::CountOfRate);
    }
    if row.actual.is_some() {
        row.doubt(Doubt::UnreadNearby);
        return Decision::unread(NumberRule::SecondValue);
    }
    row.estimate |= gap.estimate;
    row.actual = Some(quantity.value);
    row.unit.clone_from(&quantity.unit);
    // "6/10 chỉ số thành phần tăng điểm" counts what is named behind it.
    if fresh && behind && !tail_words.is_empty() && quantity.unit.is_none() && !plan_follows {
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
            percents += 1;
        }
        if sentence.phrase(item) == Some(Phrase::Plan) && percents == 1 {
            return true;
        }
    }
    false
}
