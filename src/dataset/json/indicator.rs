//! Reads one indicator.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rust_decimal::Decimal;
use serde_json::value::RawValue;

use super::plan;
use super::reader::Reader;
use super::reference::reference_and_note;
use crate::dataset::{Expected, JsonProblem};
use crate::model::{
    Actual, Better, Change, ChangeUnit, Count, Indicator, Period, PeriodValue, Rank,
};
use crate::text::parse_number::{Separators, parse};

const FIELDS: &[&str] = &[
    "id",
    "name",
    "parents",
    "unit",
    "actual",
    "period",
    "estimate",
    "preliminary",
    "better",
    "better_assumed",
    "plan",
    "other_plans",
    "changes",
    "earlier",
    "scale",
    "ranks",
    "count",
    "reference",
    "note",
    "review",
];

/// The ids seen so far, each with the path of its indicator.
pub(super) type SeenIds = HashMap<String, String>;

pub(super) fn read<'a>(
    reader: &mut Reader<'a>,
    value: &'a RawValue,
    seen: &mut SeenIds,
    dataset_period: Option<Period>,
) -> Option<Indicator> {
    let object = reader.object(value, FIELDS)?;
    let path = reader.path();
    let own_id = |reader: &mut Reader<'a>, value| {
        let id = reader.id(value)?;
        match seen.entry(id.clone()) {
            Entry::Vacant(free) => {
                free.insert(path);
            }
            Entry::Occupied(first) => {
                let (id, first) = (id.clone(), first.get().clone());
                reader.report(reader.offset(value), JsonProblem::DuplicateId { id, first });
            }
        }
        Some(id)
    };
    // All fields are read before any missing one ends the function, so that all diagnostics are reported at
    // once.
    let id = reader.required(&object, "id", own_id, Expected::UniqueId);
    let name = reader.required(&object, "name", Reader::text, Expected::Text);
    let parents = reader.optional(&object, "parents", |r, value| r.list(value, Reader::text));
    let unit = reader.optional(&object, "unit", Reader::text);
    let actual = reader.optional(&object, "actual", actual);
    let period = reader.optional(&object, "period", Reader::period);
    let estimate = reader.optional(&object, "estimate", Reader::truth);
    let preliminary = reader.optional(&object, "preliminary", Reader::truth);
    let better = reader.optional(&object, "better", |reader, value| {
        reader.word(value, &[("higher", Better::Higher), ("lower", Better::Lower)])
    });
    let better_assumed = reader.optional(&object, "better_assumed", Reader::truth);
    let plan = reader.optional(&object, "plan", plan::read);
    let other_plans = reader.optional(&object, "other_plans", |r, value| r.list(value, plan::read));
    let changes = reader.optional(&object, "changes", |r, value| r.list(value, change));
    let earlier = reader.optional(&object, "earlier", |r, value| r.list(value, earlier));
    let scale = reader.optional(&object, "scale", Reader::above_zero);
    let ranks = reader.optional(&object, "ranks", |r, value| r.list(value, rank));
    let count = reader.optional(&object, "count", count);
    let (reference, note) = reference_and_note(reader, &object);
    let review = reader.optional(&object, "review", review);
    let mut indicator = Indicator {
        id: id?,
        name: name?,
        parents: parents?.unwrap_or_default(),
        unit: unit?,
        actual: actual?,
        period: period?,
        estimate: estimate?.unwrap_or(false),
        preliminary: preliminary?.unwrap_or(false),
        better: better?,
        better_assumed: better_assumed?.unwrap_or(false),
        plan: plan?,
        other_plans: other_plans?.unwrap_or_default(),
        changes: changes?.unwrap_or_default(),
        earlier: earlier?.unwrap_or_default(),
        scale: scale?,
        ranks: ranks?.unwrap_or_default(),
        count: count?,
        reference: reference?,
        note: note?,
        review: review?.unwrap_or_default(),
    };
    indicator.take_period_of(dataset_period);
    Some(indicator)
}

/// Reads why an indicator is to be compared with its source.
fn review<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Vec<String>> {
    let object = reader.object(value, &["doubts"])?;
    reader.required(&object, "doubts", |r, value| r.list(value, Reader::text), Expected::List)
}

/// Reads a number, or words if the source has no number.
fn actual<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Actual> {
    if value.get().starts_with('"') {
        let words = reader.text(value)?;
        if let Some(number) = number_in_quotes(&words) {
            reader.note(value, JsonProblem::NumberInQuotes { text: words.clone(), number });
        }
        Some(Actual::Words(words))
    } else {
        reader.number(value).map(Actual::Figure)
    }
}

/// The number that words in quotes are, in the notation with a decimal comma if they can be read so: "1.250,5", "95 %".
fn number_in_quotes(words: &str) -> Option<Decimal> {
    let bare = words.trim().trim_end_matches('%').trim_end();
    let is_bare = bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ' '));
    let number = is_bare.then(|| parse(bare)).flatten()?;
    number.with(Separators::Comma).or_else(|| number.with(Separators::Point))
}

fn change<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Change> {
    let object = reader.object(value, &["period", "amount", "unit"])?;
    let units = [
        ("percent", ChangeUnit::Percent),
        ("points", ChangeUnit::Points),
        ("places", ChangeUnit::Places),
    ];
    let period = reader.required(&object, "period", Reader::text, Expected::TextLike("năm 2022"));
    let amount = reader.required(&object, "amount", Reader::number, Expected::SignedNumber);
    let unit = |reader: &mut Reader<'a>, value| reader.word(value, &units);
    let unit =
        reader.required(&object, "unit", unit, Expected::AnyOf(&["percent", "points", "places"]));
    Some(Change { period: period?, amount: amount?, unit: unit? })
}

fn earlier<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<PeriodValue> {
    let object = reader.object(value, &["period", "value"])?;
    let period = reader.required(&object, "period", Reader::text, Expected::TextLike("năm 2023"));
    let value = reader.required(&object, "value", actual, Expected::NumberOrWords);
    Some(PeriodValue { period: period?, value: value? })
}

fn rank<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Rank> {
    let object = reader.object(value, &["position", "of", "among", "change", "since"])?;
    let position = reader.required(&object, "position", Reader::positive, Expected::WholeFromOne);
    let of = reader.optional(&object, "of", Reader::positive);
    let among = reader.optional(&object, "among", Reader::text);
    let change = reader.optional(&object, "change", Reader::integer);
    let since = reader.optional(&object, "since", Reader::text);
    Some(Rank { position: position?, of: of?, among: among?, change: change?, since: since? })
}

fn count<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Count> {
    let object = reader.object(value, &["part", "whole"])?;
    let part = reader.required(&object, "part", Reader::zero_or_above, Expected::FromZero);
    let whole = reader.required(&object, "whole", Reader::above_zero, Expected::AboveZero);
    Some(Count { part: part?, whole: whole? })
}
