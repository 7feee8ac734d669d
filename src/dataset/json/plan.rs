//! Reads a plan: a target in one of its forms, a percent of plan, a verdict.

use rust_decimal::Decimal;
use serde_json::value::RawValue;

use super::reader::{Object, Reader};
use crate::model::{Plan, Status, Target, Verdict};

/// Creates a target from one number.
type Bound = fn(Decimal) -> Target;

/// The fields of targets that consist of one number.
const BOUNDS: [(&str, Bound); 6] = [
    ("value", Target::Value),
    ("over", Target::Over),
    ("under", Target::Under),
    ("at_least", Target::AtLeast),
    ("at_most", Target::AtMost),
    ("about", Target::About),
];

const FIELDS: &[&str] = &[
    "value", "low", "high", "over", "under", "at_least", "at_most", "about", "percent", "verdict",
    "status", "text", "period",
];

pub(super) fn read<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Plan> {
    let object = reader.object(value, FIELDS)?;
    let targets = targets(reader, value, &object);
    let percent = reader.optional(&object, "percent", Reader::number);
    let words = reader.optional(&object, "text", Reader::text);
    let verdict = verdict(reader, &object);
    let period = reader.optional(&object, "period", Reader::period);
    let (mut targets, percent, words, verdict) = (targets?, percent?, words?, verdict?);
    let target = targets.pop();
    if !targets.is_empty() {
        let found = "this plan has more than one target";
        reader.report_at(reader.offset(value), found, "keep one of them");
        return None;
    }
    if target.is_some() && words.is_some() {
        let found = "this plan has a target in figures and one in words";
        reader.report_at(reader.offset(value), found, "keep the figures, or `text` alone");
        return None;
    }
    let Some(plan) = Plan::of(target, words, percent, verdict) else {
        let found = "this plan says nothing";
        let expected =
            "expected value, percent, text or verdict; leave the plan out if there is none";
        reader.report_at(reader.offset(value), found, expected);
        return None;
    };
    Some(Plan { period: period?, ..plan })
}

fn targets<'a>(
    reader: &mut Reader<'a>,
    value: &'a RawValue,
    object: &Object<'a>,
) -> Option<Vec<Target>> {
    let mut targets = Some(Vec::new());
    for (name, bound) in BOUNDS {
        match (reader.optional(object, name, Reader::number), &mut targets) {
            (Some(Some(number)), Some(targets)) => targets.push(bound(number)),
            (Some(None), _) => {}
            (None, _) | (_, None) => targets = None,
        }
    }
    let low = reader.optional(object, "low", Reader::number);
    let high = reader.optional(object, "high", Reader::number);
    let range = match (low?, high?) {
        (None, None) => return targets,
        (Some(low), Some(high)) if low <= high => Target::Range { low, high },
        (Some(_), Some(_)) => {
            let found = "`low` is above `high`";
            reader.report_at(reader.offset(value), found, "expected low ≤ high");
            return None;
        }
        _ => {
            let found = "a range needs both `low` and `high`";
            reader.report_at(reader.offset(value), found, "use at_least or at_most for one end");
            return None;
        }
    };
    targets.map(|mut targets| {
        targets.push(range);
        targets
    })
}

/// Reads a verdict with its status: both fields or neither.
fn verdict<'a>(reader: &mut Reader<'a>, object: &Object<'a>) -> Option<Option<Verdict>> {
    if object.get("verdict").is_none() && object.get("status").is_none() {
        return Some(None);
    }
    let statuses = [
        ("exceeded", Status::Exceeded),
        ("met", Status::Met),
        ("missed", Status::Missed),
        ("in_progress", Status::InProgress),
    ];
    let text = reader.required(object, "verdict", Reader::text, "the words of the source");
    let status = |reader: &mut Reader<'a>, value| reader.word(value, &statuses);
    let status = reader.required(object, "status", status, "exceeded, met, missed or in_progress");
    Some(Some(Verdict { text: text?, status: status? }))
}
