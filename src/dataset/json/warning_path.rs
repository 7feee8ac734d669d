//! Where in an indicator a check failed.

use serde::Deserializer as _;
use serde_json::value::RawValue;

use super::raw_value::Entries;
use crate::model::Warning;

/// The field of an indicator that a check is about.
pub(super) fn field_of(warning: &Warning) -> &'static str {
    match warning {
        Warning::CountAgainstActual { .. } | Warning::PartAboveWhole(_) => "count",
        Warning::RankOutOfRange(_) | Warning::PreviousRankOutOfRange(_) => "ranks",
        Warning::ScoreAboveScale { .. } => "actual",
        Warning::PercentAgainstPlan { .. } | Warning::VerdictAgainstFigures { .. } => "plan",
        Warning::DirectionAgainstPercent { .. } => "better",
    }
}

/// A field of an object by its name.
pub(super) fn field<'a>(object: &'a RawValue, name: &str) -> Option<&'a RawValue> {
    let entries = serde_json::Deserializer::from_str(object.get()).deserialize_map(Entries).ok()?;
    let is_named = |key: &RawValue| key.get().trim_matches('"') == name;
    entries.into_iter().find(|(key, _)| is_named(key)).map(|(_, value)| value)
}
