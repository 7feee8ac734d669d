//! Reads changes with a word or an arrow for rise or fall: "Tăng 12%", "↓ 2,6".

use super::Value;
use super::number::NumberFormat;
use crate::dataset::table::source::cell::Cell;
use crate::text::fold::fold;

const SIGNS: [(&str, bool); 4] = [("tang", false), ("giam", true), ("up", false), ("down", true)];

/// Arrows before or after a change, and whether they fall.
const ARROWS: [(&[char], bool); 2] =
    [(&['↑', '▲', '△', '⬆', '↗', '⇧'], false), (&['↓', '▼', '▽', '⬇', '↘', '⇩'], true)];

/// The value after a word for rise or fall, or next to an arrow, and whether it falls; `None` for any other text.
pub(crate) fn change(text: &str, format: NumberFormat) -> Option<(Value, bool)> {
    let end = text.chars().next_back().is_none_or(|c| c.is_ascii());
    if end && text.starts_with(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
        return None;
    }
    if let Some((rest, falls)) = without_arrow(text) {
        return Some((Value::of(&Cell::text(rest), format), falls));
    }
    let folded = fold(text);
    SIGNS.into_iter().find_map(|(word, falls)| {
        let rest = folded.strip_prefix(word)?;
        rest.starts_with(|c: char| !c.is_alphabetic()).then_some(())?;
        Some((Value::of(&Cell::text(rest.trim()), format), falls))
    })
}

/// The number before or after an arrow, and whether the arrow falls: "↑ 11,8%", "2,6 ▼". A sign of the number
/// may repeat the arrow; one that contradicts it makes the cell unreadable.
fn without_arrow(text: &str) -> Option<(&str, bool)> {
    let text = text.trim().trim_matches('\u{fe0f}');
    ARROWS.into_iter().find_map(|(arrows, falls)| {
        let rest = text.strip_prefix(arrows).or_else(|| text.strip_suffix(arrows))?;
        let rest = rest.trim_matches(['\u{fe0f}', ' ', '\u{a0}']);
        let rest = rest.strip_prefix(if falls { '-' } else { '+' }).unwrap_or(rest);
        rest.starts_with(|c: char| c.is_ascii_digit()).then_some((rest, falls))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_says_whether_a_change_falls() {
        for (text, found) in [
            ("↑ 11,8%", Some(("11,8%", false))),
            ("▼2,6", Some(("2,6", true))),
            ("2,6 ▼", Some(("2,6", true))),
            ("⬆️ 4", Some(("4", false))),
            ("↓", None),
            ("↓ -4", Some(("4", true))),
            ("↑ -4", None),
            ("11,8%", None),
        ] {
            assert_eq!(without_arrow(text), found, "{text}");
        }
    }
}
