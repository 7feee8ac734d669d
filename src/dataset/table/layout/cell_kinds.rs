//! Classifies a cell by its text: a name, a unit, a number, a marker, a code, a verdict.

use std::sync::Arc;

use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::NumberFormat;
use crate::lexicon::markers::is_sign;
use crate::lexicon::ranking;
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::text::fold::fold;
use crate::text::parse_number::Separators;

/// A cell of the sample.
#[derive(Debug, Clone, Default)]
pub(super) struct SampledCell {
    pub(super) kinds: CellKinds,
    /// The displayed text.
    pub(super) text: Arc<str>,
}

impl SampledCell {
    pub(super) fn of_row(row: &Row<'_>) -> Vec<Self> {
        row.cells.iter().map(|cell| Self::of(&cell.shown())).collect()
    }

    pub(super) fn of(text: &str) -> Self {
        Self { kinds: CellKinds::of(text), text: text.into() }
    }
}

/// What the text of a cell can be; nothing for an empty cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CellKinds(u16);

impl CellKinds {
    pub(super) const FILLED: Self = Self(1);
    /// Words that are neither a unit nor a marker nor a code.
    pub(super) const NAME: Self = Self(1 << 1);
    /// The marker of a level: I, 1, a.
    pub(super) const MARKER: Self = Self(1 << 2);
    /// EN01, SI_POV_DAY1.
    pub(super) const CODE: Self = Self(1 << 3);
    pub(super) const UNIT: Self = Self(1 << 4);
    /// A number, a bound or a count.
    pub(super) const FIGURE: Self = Self(1 << 5);
    /// x, ✓, +.
    pub(super) const CROSS: Self = Self(1 << 6);
    /// A place in a ranking, or a change of place: 22, 22/63, +8, tăng 2 bậc.
    pub(super) const PLACE: Self = Self(1 << 7);
    /// A change of place in words: tăng 2 bậc.
    pub(super) const PLACES_WON: Self = Self(1 << 8);
    /// The words for no change of place.
    pub(super) const NO_PLACES_WON: Self = Self(1 << 9);
    /// Words without digits that are neither a missing value nor an error.
    pub(super) const WORDS: Self = Self(1 << 10);
    pub(super) const VERDICT: Self = Self(1 << 11);
    /// ✓, ✔: a mark that only ever means yes.
    pub(super) const TICK: Self = Self(1 << 12);
    pub(super) const COUNT: usize = 13;

    fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let places_won = ranking::places_gained(text);
        let in_places = places_won.is_some() && fold(text).ends_with(" bac");
        let missing = verdict::is_missing(text);
        let digits = text.contains(|c: char| c.is_ascii_digit());
        let is_unit = unit::is_unit(text);
        let kinds = [
            (Self::FILLED, true),
            (Self::NAME, !is_unit && is_name(text)),
            (Self::MARKER, is_sign(text)),
            (Self::CODE, is_code(text)),
            // "Đ" below "Quy hoạch" means đạt; a column of đồng has a heading that says so.
            (Self::UNIT, is_unit && text != "Đ" || unit::is_ditto(text)),
            (Self::FIGURE, is_figure(text)),
            (Self::CROSS, is_cross(text)),
            (Self::PLACE, places_won.is_some() || missing || ranking::bare_place(text).is_some()),
            (Self::PLACES_WON, in_places),
            (Self::NO_PLACES_WON, !in_places && places_won == Some(0)),
            (Self::WORDS, !digits && !missing && !verdict::is_error(text)),
            (Self::VERDICT, verdict::verdict(text).is_some()),
            (Self::TICK, is_tick(text)),
        ];
        let own = kinds.into_iter().filter(|(_, is)| *is);
        Self(own.fold(0, |all, (Self(kind), _)| all | kind))
    }

    /// Whether it is of the kind with this bit.
    pub(super) fn has_bit(self, bit: usize) -> bool {
        self.0 & 1 << bit != 0
    }

    pub(super) fn is(self, Self(kind): Self) -> bool {
        self.0 & kind != 0
    }
}

/// Whether a text that is not a unit is a name.
fn is_name(text: &str) -> bool {
    let roman = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | '.' | ')'));
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    // "SI_POV_DAY1" is a code.
    let code = text.contains('_') && !text.contains(' ');
    letters > 2 && letters > digits && !roman && !code
}

fn is_code(text: &str) -> bool {
    let has = |kind: fn(char) -> bool| text.contains(kind);
    !has(char::is_whitespace) && has(char::is_alphabetic) && has(|c| c.is_ascii_digit())
}

fn is_figure(text: &str) -> bool {
    let format = NumberFormat { separators: Separators::Comma, mixed: false, in_brackets: false };
    let value = Value::of(&Cell::text(text), format);
    matches!(value, Value::Number(_) | Value::Bound(..) | Value::Count(_))
}

/// Whether a text is a mark that ticks a box in a form: x, ✓, +.
pub(crate) fn is_cross(text: &str) -> bool {
    matches!(
        text.trim().trim_matches(['(', ')', '[', ']']),
        "x" | "X"
            | "✓"
            | "✔"
            | "✔️"
            | "☑"
            | "√"
            | "v"
            | "V"
            | "+"
            | "●"
            | "•"
            | "⨯"
            | "×"
            | "✗"
            | "✘"
            | "✅"
            | "❌"
    )
}

/// Whether a text is a mark that only ever means yes.
fn is_tick(text: &str) -> bool {
    let mark = text.trim().trim_matches(['(', ')', '[', ']', '\u{fe0f}']);
    matches!(mark, "✓" | "✔" | "☑" | "√" | "✅")
}

/// Whether a cross means no, in the only column of marks: always if it is drawn as one that fails, and an x if
/// other rows are ticked.
pub(crate) fn is_crossed_out(text: &str, has_ticks: bool) -> bool {
    let mark = text.trim().trim_matches(['(', ')', '[', ']', '\u{fe0f}']);
    matches!(mark, "✗" | "✘" | "❌") || has_ticks && matches!(mark, "x" | "X" | "×" | "⨯")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_x_means_no_only_next_to_ticks() {
        for (text, alone, next_to_ticks) in
            [("✗", true, true), ("[x]", false, true), ("×", false, true), ("12", false, false)]
        {
            assert_eq!(is_crossed_out(text, false), alone, "{text}");
            assert_eq!(is_crossed_out(text, true), next_to_ticks, "{text}");
        }
    }
}
