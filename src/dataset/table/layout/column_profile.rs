//! Measures what the columns of a sheet contain, where a heading does not say what its column is for: names,
//! units, numbers, codes, verdicts, or nothing.
//!
//! Each cell of the first rows is classified once ([`CellKinds`]); a [`ColumnProfile`] sums up a column from a
//! row on.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::NumberFormat;
use crate::lexicon::markers::is_sign;
use crate::lexicon::ranking;
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::text::fold::fold;
use crate::text::parse_number::Separators;

/// The number of rows that are sampled to classify a column.
pub(super) const SAMPLED_ROWS: usize = 60;

/// The rows of a sheet from which columns are classified, each cell classified when it is first needed.
pub(in crate::dataset::table) struct Sample<'s> {
    sheet: &'s Sheet<'s>,
    /// The index of the first row in `rows`.
    first: usize,
    rows: Vec<Vec<SampledCell>>,
}

impl<'s> Sample<'s> {
    /// A sample of the rows of a sheet from `first` on.
    pub(in crate::dataset::table) fn new(sheet: &'s Sheet<'s>, first: usize) -> Self {
        Self { sheet, first, rows: Vec::new() }
    }

    /// The profiles of the first `width` columns in a range of rows, which does not begin above the first row of
    /// the sample. It ends with the sheet, or within [`SAMPLED_ROWS`].
    pub(in crate::dataset::table) fn profiles(
        &mut self,
        rows: Range<usize>,
        width: usize,
    ) -> Vec<ColumnProfile> {
        let sheet = self.sheet;
        let known = self.first + self.rows.len();
        let end = rows.end.min(rows.start.saturating_add(SAMPLED_ROWS));
        sheet.each(known..end, |_, row| self.rows.push(SampledCell::of_row(row)));
        let start = rows.start.saturating_sub(self.first);
        let sampled = self.rows.iter().skip(start).take(end.saturating_sub(rows.start));
        let profile = |column: usize| {
            let cells = sampled.clone();
            let cells = cells.map(|row| row.get(column).cloned().unwrap_or_default());
            let mut profile = ColumnProfile::of(cells);
            profile.is_empty &= rows.end < sheet.len() || sheet.is_empty_from(rows.start, column);
            profile
        };
        (0..width).map(profile).collect()
    }
}

/// A cell of the sample.
#[derive(Debug, Clone, Default)]
struct SampledCell {
    kinds: CellKinds,
    /// The displayed text.
    text: Arc<str>,
}

impl SampledCell {
    fn of_row(row: &Row<'_>) -> Vec<Self> {
        row.cells.iter().map(|cell| Self::of(&cell.shown())).collect()
    }

    fn of(text: &str) -> Self {
        Self { kinds: CellKinds::of(text), text: text.into() }
    }
}

/// What the text of a cell can be; nothing for an empty cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct CellKinds(u16);

impl CellKinds {
    const FILLED: Self = Self(1);
    /// Words that are neither a unit nor a marker nor a code.
    const NAME: Self = Self(1 << 1);
    /// The marker of a level: I, 1, a.
    const MARKER: Self = Self(1 << 2);
    /// EN01, SI_POV_DAY1.
    const CODE: Self = Self(1 << 3);
    const UNIT: Self = Self(1 << 4);
    /// A number, a bound or a count.
    const FIGURE: Self = Self(1 << 5);
    /// x, ✓, +.
    const CROSS: Self = Self(1 << 6);
    /// A place in a ranking, or a change of place: 22, 22/63, +8, tăng 2 bậc.
    const PLACE: Self = Self(1 << 7);
    /// A change of place in words: tăng 2 bậc.
    const PLACES_WON: Self = Self(1 << 8);
    /// The words for no change of place.
    const NO_PLACES_WON: Self = Self(1 << 9);
    /// Words without digits that are neither a missing value nor an error.
    const WORDS: Self = Self(1 << 10);
    const VERDICT: Self = Self(1 << 11);
    /// ✓, ✔: a mark that only ever means yes.
    const TICK: Self = Self(1 << 12);
    const COUNT: usize = 13;

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
            (Self::UNIT, is_unit || unit::is_ditto(text)),
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

    fn is(self, Self(kind): Self) -> bool {
        self.0 & kind != 0
    }
}

/// What a column contains from a row on: its first [`SAMPLED_ROWS`] rows decide by more than half of their
/// filled cells.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct ColumnProfile {
    /// Whether no row has a cell here, sampled or not.
    pub(in crate::dataset::table) is_empty: bool,
    /// The number of sampled cells of each kind, by the bit of the kind.
    counts: [u8; CellKinds::COUNT],
    /// The sampled rows with a filled cell, a bit for each row.
    filled: u64,
    /// The texts of the sampled cells.
    texts: Vec<Arc<str>>,
}

impl ColumnProfile {
    fn of(cells: impl Iterator<Item = SampledCell>) -> Self {
        let mut profile = Self { is_empty: true, ..Self::default() };
        for (row, SampledCell { kinds, text }) in cells.take(SAMPLED_ROWS).enumerate() {
            profile.texts.push(text);
            let filled = kinds.is(CellKinds::FILLED);
            profile.filled |= u64::from(filled) << row;
            profile.is_empty &= !filled;
            for (bit, count) in profile.counts.iter_mut().enumerate() {
                *count += u8::from(kinds.is(CellKinds(1 << bit)));
            }
        }
        profile
    }

    /// The profile of a column with these texts and nothing else.
    #[cfg(test)]
    pub(in crate::dataset::table) fn of_texts(texts: &[&str]) -> Self {
        Self::of(texts.iter().map(|text| SampledCell::of(text)))
    }

    fn count(&self, CellKinds(kind): CellKinds) -> u32 {
        let bits = self.counts.iter().enumerate().filter(|(bit, _)| kind & (1 << bit) != 0);
        bits.map(|(_, count)| u32::from(*count)).sum()
    }

    /// Whether more than half of the filled cells are of a kind.
    fn most(&self, kind: CellKinds) -> bool {
        self.count(kind) * 2 > self.count(CellKinds::FILLED)
    }

    /// Whether most cells are names: words that are neither units nor numbering nor codes.
    pub(in crate::dataset::table) fn are_names(&self) -> bool {
        self.most(CellKinds::NAME)
    }

    /// Whether most cells are markers of a level: I, 1, a.
    pub(in crate::dataset::table) fn are_markers(&self) -> bool {
        self.most(CellKinds::MARKER)
    }

    /// Whether most cells are codes: EN01, SI_POV_DAY1.
    pub(in crate::dataset::table) fn are_codes(&self) -> bool {
        self.most(CellKinds::CODE)
    }

    /// Whether most cells are units.
    pub(in crate::dataset::table) fn are_units(&self) -> bool {
        self.most(CellKinds::UNIT)
    }

    /// Whether most cells are numbers, bounds or counts.
    pub(in crate::dataset::table) fn are_figures(&self) -> bool {
        self.most(CellKinds::FIGURE)
    }

    /// Whether any sampled cell is a number, a bound or a count.
    pub(in crate::dataset::table) fn has_figures(&self) -> bool {
        self.count(CellKinds::FIGURE) > 0
    }

    /// Whether there are filled cells, and all of them are crosses.
    pub(in crate::dataset::table) fn are_crosses(&self) -> bool {
        let crosses = self.count(CellKinds::CROSS);
        crosses > 0 && crosses == self.count(CellKinds::FILLED)
    }

    /// Whether any sampled cell is a mark that only ever means yes: ✓, ✔.
    pub(in crate::dataset::table) fn has_ticks(&self) -> bool {
        self.count(CellKinds::TICK) > 0
    }

    /// Whether most cells can be places in a ranking, or changes of place: 22, 22/63, +8, tăng 2 bậc.
    pub(in crate::dataset::table) fn are_places(&self) -> bool {
        self.most(CellKinds::PLACE)
    }

    /// Whether most cells state a change of place in words ("tăng 2 bậc"), or no change.
    pub(in crate::dataset::table) fn are_places_won(&self) -> bool {
        let won = self.count(CellKinds::PLACES_WON);
        let stated = won + self.count(CellKinds::NO_PLACES_WON);
        won > 0 && stated * 2 > self.count(CellKinds::FILLED)
    }

    /// Whether more than half of the filled cells satisfy a condition.
    pub(in crate::dataset::table) fn most_satisfy(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        self.filled_texts().filter(|text| is_wanted(text)).count() * 2 > self.filled_texts().count()
    }

    /// Whether all sampled cells are the same.
    pub(in crate::dataset::table) fn is_constant(&self) -> bool {
        self.texts.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// Whether four of five filled cells satisfy a condition, and there is one.
    pub(in crate::dataset::table) fn are_all(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        let (mut filled, mut wanted) = (0, 0);
        for text in self.filled_texts() {
            filled += 1;
            wanted += usize::from(is_wanted(text));
        }
        wanted > 0 && wanted * 5 >= filled * 4
    }

    /// Whether most cells are words that are neither values nor verdicts.
    pub(in crate::dataset::table) fn are_words(&self) -> bool {
        !self.are_figures() && self.most(CellKinds::WORDS)
    }

    /// The texts of the sampled cells that are not empty.
    pub(in crate::dataset::table) fn filled(&self) -> impl Iterator<Item = &str> {
        self.filled_texts()
    }

    /// Whether most cells are verdicts: "Đạt", "Vượt".
    pub(in crate::dataset::table) fn are_verdicts(&self) -> bool {
        self.most(CellKinds::VERDICT)
    }

    /// The texts of the filled cells.
    fn filled_texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref).filter(|text: &&str| !text.is_empty())
    }

    /// Whether the filled cells are words that all differ, and there are any.
    pub(in crate::dataset::table) fn are_distinct_words(&self) -> bool {
        let mut texts: Vec<&str> = self.filled_texts().collect();
        texts.sort_unstable();
        let words = texts.iter().all(|text| text.contains(char::is_alphabetic));
        words && !texts.is_empty() && texts.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Whether the filled cells are numbers that never fall, as in a numbering: 1, 1, 2, 3.1, 3.2.
    pub(in crate::dataset::table) fn are_in_order(&self) -> bool {
        let parts = |text: &str| -> Option<Vec<u32>> {
            text.trim().trim_end_matches('.').split('.').map(|part| part.parse().ok()).collect()
        };
        let numbers: Option<Vec<_>> = self.filled_texts().map(parts).collect();
        numbers.is_some_and(|numbers| numbers.is_sorted())
    }

    /// Whether all filled cells are the unit of percentages, and there is one.
    pub(in crate::dataset::table) fn are_percents(&self) -> bool {
        let percent = |text: &str| matches!(text.trim(), "%" | "percent" | "phần trăm");
        self.filled != 0 && self.filled_texts().all(percent)
    }

    /// The number in each sampled cell, read with these separators.
    pub(in crate::dataset::table) fn numbers(
        &self,
        separators: Separators,
    ) -> impl Iterator<Item = Option<Decimal>> {
        let format = NumberFormat { separators, mixed: false, in_brackets: false };
        let number = move |text: &str| {
            Value::of(&Cell::text(text), format).figure().map(|figure| figure.number)
        };
        self.texts.iter().map(move |text| number(text))
    }

    /// Whether this column contains groups of the names in `second`: in some rows both are filled, in others
    /// only the second.
    pub(in crate::dataset::table) fn are_groups_of(&self, second: &Self) -> bool {
        let begin = self.filled & second.filled != 0;
        let continued = !self.filled & second.filled != 0;
        begin && continued && second.are_names()
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
pub(in crate::dataset::table) fn is_cross(text: &str) -> bool {
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
pub(in crate::dataset::table) fn is_crossed_out(text: &str, has_ticks: bool) -> bool {
    let mark = text.trim().trim_matches(['(', ')', '[', ']', '\u{fe0f}']);
    matches!(mark, "✗" | "✘" | "❌") || has_ticks && matches!(mark, "x" | "X" | "×" | "⨯")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classifies_columns_by_most_of_their_cells() {
        let of = |texts: &[&str]| ColumnProfile::of_texts(texts);
        assert!(of(&["Tỷ lệ hộ nghèo", "Thu ngân sách", "1"]).are_names());
        assert!(of(&["I", "1", "a)"]).are_markers());
        assert!(of(&["EN01", "SI_POV_DAY1"]).are_codes() && !of(&["EN01"]).are_names());
        assert!(of(&["%", "Tỷ đồng", "nt"]).are_units());
        assert!(of(&["1.250", "≥ 95", "6/7"]).are_figures() && of(&["a", "5"]).has_figures());
        assert!(of(&["x", "", "X"]).are_crosses() && !of(&["x", "Đạt"]).are_crosses());
        assert!(of(&["22/63", "5"]).are_places() && of(&["tăng 2 bậc", "0"]).are_places_won());
        assert!(of(&["Đạt", "Vượt", "-"]).are_verdicts() && of(&["Sở Y tế"]).are_words());
        let none = of(&["", ""]);
        assert!(none.is_empty && !none.are_names() && !none.are_markers() && !none.are_crosses());
    }

    #[test]
    fn recognises_groups_left_of_names() {
        let names = ColumnProfile::of_texts(&["Đường giao thông", "Đường trục thôn", "Thủy lợi"]);
        assert!(ColumnProfile::of_texts(&["Hạ tầng", "", ""]).are_groups_of(&names));
        assert!(!ColumnProfile::of_texts(&["1", "2", "3"]).are_groups_of(&names));
        assert!(!ColumnProfile::of_texts(&["", "", ""]).are_groups_of(&names));
    }
}
