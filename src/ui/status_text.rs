//! The status of an indicator in words, and that against other plans where it differs.

use super::theme::status_marker;
use super::words::Words;
use crate::model::{Indicator, status};
use crate::text::sanitize::visible;

/// Returns the status with its sign; behind it each other plan that gives another one: "▲ vượt kế hoạch; Dự toán HĐND
/// giao: ✗ không đạt kế hoạch".
#[must_use]
pub fn status_text(indicator: &Indicator, words: Words) -> String {
    let own = status(indicator);
    let mut text = format!("{} {}", status_marker(own), words.status(own));
    for plan in &indicator.other_plans {
        let other = status(&indicator.against(plan));
        if other != own {
            let name = plan.name.as_deref().map_or(words.other_plan_label().into(), visible);
            text = format!("{text}; {name}: {} {}", status_marker(other), words.status(other));
        }
    }
    text
}
