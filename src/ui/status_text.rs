//! The status of an indicator in words, and that against other plans where it differs.

use super::theme::status_marker;
use super::words::Words;
use crate::model::{Indicator, Plan, Status, status};
use crate::text::sanitize::visible;

/// Returns the status with its sign; behind it each other plan that gives another one: "▲ vượt kế hoạch; Dự toán HĐND
/// giao: ✗ không đạt kế hoạch".
#[must_use]
pub fn status_text(indicator: &Indicator, words: Words) -> String {
    let own = status(indicator);
    let others = different(indicator, own).map(|(plan, other)| {
        let name = plan.name.as_deref().map_or(words.other_plan_label().into(), visible);
        format!("; {name}: {} {}", status_marker(other), words.status(other))
    });
    format!("{} {}{}", status_marker(own), words.status(own), others.collect::<String>())
}

/// Returns the status with its sign, and behind it only the signs of other plans: "▲ vượt kế hoạch (KH khác: ✗)".
pub(super) fn status_in_short(indicator: &Indicator, words: Words) -> String {
    let own = status(indicator);
    let others: Vec<&str> =
        different(indicator, own).map(|(_, other)| status_marker(other)).collect();
    let text = format!("{} {}", status_marker(own), words.status(own));
    match others.is_empty() {
        true => text,
        false => format!("{text} ({}: {})", words.other_plan_label(), others.join(" ")),
    }
}

/// The other plans that give another status than `own`.
fn different(indicator: &Indicator, own: Status) -> impl Iterator<Item = (&Plan, Status)> {
    let of = move |plan| (plan, status(&indicator.against(plan)));
    indicator.other_plans.iter().map(of).filter(move |(_, other)| *other != own)
}
