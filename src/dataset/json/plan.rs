//! Reads a plan: a target in one of its forms, a percent of plan, a verdict.

use rust_decimal::Decimal;
use serde_json::value::RawValue;

use super::reader::{Object, Reader};
use crate::dataset::{Contradiction, Expected};
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
    "status", "text", "period", "name",
];

pub(super) fn read<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Plan> {
    let object = reader.object(value, FIELDS)?;
    let targets = targets(reader, value, &object);
    let percent = reader.optional(&object, "percent", Reader::number);
    let words = reader.optional(&object, "text", Reader::text);
    let verdict = verdict(reader, &object);
    let period = reader.optional(&object, "period", Reader::period);
    let name = reader.optional(&object, "name", Reader::text);
    let (mut targets, percent, words, verdict) = (targets?, percent?, words?, verdict?);
    let target = targets.pop();
    if !targets.is_empty() {
        reader.contradict(value, Contradiction::SeveralTargets);
        return None;
    }
    if target.is_some() && words.is_some() {
        reader.contradict(value, Contradiction::TargetAndWords);
        return None;
    }
    let Some(plan) = Plan::of(target, words, percent, verdict) else {
        reader.contradict(value, Contradiction::EmptyPlan);
        return None;
    };
    Some(Plan { period: period?, name: name?, ..plan })
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
            reader.contradict(value, Contradiction::LowAboveHigh);
            return None;
        }
        _ => {
            reader.contradict(value, Contradiction::HalfRange);
            return None;
        }
    };
    targets.map(|mut targets| {
        targets.push(range);
        targets
    })
}

/// The names of the statuses that a verdict may have.
const STATUS_NAMES: [&str; Status::OF_VERDICTS.len()] = {
    let [exceeded, met, missed, in_progress] = Status::OF_VERDICTS;
    [exceeded.name(), met.name(), missed.name(), in_progress.name()]
};

/// Reads a verdict with its status: both fields or neither.
fn verdict<'a>(reader: &mut Reader<'a>, object: &Object<'a>) -> Option<Option<Verdict>> {
    if object.get("verdict").is_none() && object.get("status").is_none() {
        return Some(None);
    }
    let statuses = Status::OF_VERDICTS.map(|status| (status.name(), status));
    let text = reader.required(object, "verdict", Reader::text, Expected::WordsOfSource);
    let status = |reader: &mut Reader<'a>, value| reader.word(value, &statuses);
    let expected = Expected::AnyOf(&STATUS_NAMES);
    let status = reader.required(object, "status", status, expected);
    Some(Some(Verdict { text: text?, status: status? }))
}
