//! Finds the field of an indicator that a failed check concerns.

use serde::Deserializer as _;
use serde_json::value::RawValue;

use super::raw_value::Entries;
use crate::model::Warning;

/// Returns the name of the field that a check concerns.
pub(super) fn field_of(warning: &Warning) -> &'static str {
    match warning {
        Warning::CountAgainstActual { .. } | Warning::PartAboveWhole(_) => "count",
        Warning::RankOutOfRange(_) | Warning::PreviousRankOutOfRange(_) => "ranks",
        Warning::ScoreAboveScale { .. } => "actual",
        Warning::PercentAgainstPlan { .. }
        | Warning::VerdictAgainstFigures { .. }
        | Warning::VerdictAgainstValues { .. } => "plan",
        Warning::DirectionAgainstPercent { .. } => "better",
        Warning::OtherPlan { .. } => "other_plans",
    }
}

/// Returns the value of a field of an object.
pub(super) fn field<'a>(object: &'a RawValue, name: &str) -> Option<&'a RawValue> {
    let entries = serde_json::Deserializer::from_str(object.get()).deserialize_map(Entries).ok()?;
    let is_named = |key: &RawValue| key.get().trim_matches('"') == name;
    entries.into_iter().find(|(key, _)| is_named(key)).map(|(_, value)| value)
}
