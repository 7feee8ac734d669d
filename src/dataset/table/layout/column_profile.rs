//! Measures what the columns of a sheet contain, where a heading does not say what its column is for: names,
//! units, numbers, codes, verdicts, or nothing.
//!
//! Each cell of the first rows is classified once, by `cell_kinds`; a [`ColumnProfile`] sums up a column from a
//! row on.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::cell_kinds::{CellKinds, SampledCell};
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::dataset::table::values::number::NumberFormat;
use crate::lexicon::ranking::bare_place;
use crate::text::parse_number::Separators;

/// The number of rows that are sampled to classify a column.
pub(super) const SAMPLED_ROWS: usize = 60;

/// The rows of a sheet from which columns are classified, each cell classified when it is first needed.
pub(crate) struct Sample<'s> {
    sheet: &'s Sheet<'s>,
    /// The index of the first row in `rows`.
    first: usize,
    rows: Vec<Vec<SampledCell>>,
}

impl<'s> Sample<'s> {
    /// A sample of the rows of a sheet from `first` on.
    pub(crate) fn new(sheet: &'s Sheet<'s>, first: usize) -> Self {
        Self { sheet, first, rows: Vec::new() }
    }

    /// The profiles of the first `width` columns in a range of rows, which does not begin above the first row of
    /// the sample. It ends with the sheet, or within [`SAMPLED_ROWS`].
    pub(crate) fn profiles(&mut self, rows: Range<usize>, width: usize) -> Vec<ColumnProfile> {
        let sheet = self.sheet;
        let known = self.first + self.rows.len();
        let end = rows.end.min(rows.start.saturating_add(SAMPLED_ROWS));
        sheet.each(known..end, |_, row| self.rows.push(SampledCell::of_row(row)));
        let start = rows.start.saturating_sub(self.first);
        let sampled = self.rows.iter().skip(start).take(end.saturating_sub(rows.start));
        let is_filled = |cell: &&SampledCell| cell.kinds.is(CellKinds::FILLED);
        let single = |row: &Vec<SampledCell>| row.iter().filter(is_filled).count() == 1;
        let bit = |(at, row): (usize, &Vec<SampledCell>)| u64::from(single(row)) << at;
        let single = sampled.clone().take(SAMPLED_ROWS).enumerate().map(bit).sum::<u64>();
        let profile = |column: usize| {
            let cells = sampled.clone();
            let cells = cells.map(|row| row.get(column).cloned().unwrap_or_default());
            let mut profile = ColumnProfile::of(cells);
            profile.alone = profile.filled & single;
            profile.is_empty &= rows.end < sheet.len() || sheet.is_empty_from(rows.start, column);
            profile
        };
        (0..width).map(profile).collect()
    }
}

/// What a column contains from a row on: its first [`SAMPLED_ROWS`] rows decide by more than half of their
/// filled cells.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnProfile {
    /// Whether no row has a cell here, sampled or not.
    pub(crate) is_empty: bool,
    /// The number of sampled cells of each kind, by the bit of the kind.
    counts: [u8; CellKinds::COUNT],
    /// The sampled rows with a filled cell, a bit for each row.
    filled: u64,
    /// Those of them in which no other column is filled: headings of the rows below.
    alone: u64,
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
                *count += u8::from(kinds.has_bit(bit));
            }
        }
        profile
    }

    /// The profile of a column with these texts and nothing else.
    #[cfg(test)]
    pub(crate) fn of_texts(texts: &[&str]) -> Self {
        Self::of(texts.iter().map(|text| SampledCell::of(text)))
    }

    fn count(&self, kind: CellKinds) -> u32 {
        let bits = self.counts.iter().enumerate().filter(|(bit, _)| kind.has_bit(*bit));
        bits.map(|(_, count)| u32::from(*count)).sum()
    }

    /// Whether more than half of the filled cells are of a kind.
    fn most(&self, kind: CellKinds) -> bool {
        self.count(kind) * 2 > self.count(CellKinds::FILLED)
    }

    /// Whether most cells are names: words that are neither units nor numbering nor codes.
    pub(crate) fn are_names(&self) -> bool {
        self.most(CellKinds::NAME)
    }

    /// Whether most cells are markers of a level: I, 1, a.
    pub(crate) fn are_markers(&self) -> bool {
        self.most(CellKinds::MARKER)
    }

    /// Whether most cells are codes: EN01, SI_POV_DAY1.
    pub(crate) fn are_codes(&self) -> bool {
        self.most(CellKinds::CODE)
    }

    /// Whether most cells are units.
    pub(crate) fn are_units(&self) -> bool {
        self.most(CellKinds::UNIT)
    }

    /// Whether most cells are numbers, bounds or counts.
    pub(crate) fn are_figures(&self) -> bool {
        self.most(CellKinds::FIGURE)
    }

    /// Whether any sampled cell is a number, a bound or a count.
    pub(crate) fn has_figures(&self) -> bool {
        self.count(CellKinds::FIGURE) > 0
    }

    /// Whether there are filled cells, and all of them are crosses.
    pub(crate) fn are_crosses(&self) -> bool {
        let crosses = self.count(CellKinds::CROSS);
        crosses > 0 && crosses == self.count(CellKinds::FILLED)
    }

    /// Whether any sampled cell is a mark that only ever means yes: ✓, ✔.
    pub(crate) fn has_ticks(&self) -> bool {
        self.count(CellKinds::TICK) > 0
    }

    /// Whether most cells can be places in a ranking, or changes of place: 22, 22/63, +8, tăng 2 bậc.
    pub(crate) fn are_places(&self) -> bool {
        self.most(CellKinds::PLACE)
    }

    /// Whether most cells state a change of place in words ("tăng 2 bậc"), or no change.
    pub(crate) fn are_places_won(&self) -> bool {
        let won = self.count(CellKinds::PLACES_WON);
        let stated = won + self.count(CellKinds::NO_PLACES_WON);
        won > 0 && stated * 2 > self.count(CellKinds::FILLED)
    }

    /// Whether more than half of the filled cells satisfy a condition.
    pub(crate) fn most_satisfy(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        self.filled_texts().filter(|text| is_wanted(text)).count() * 2 > self.filled_texts().count()
    }

    /// Whether all sampled cells are the same.
    pub(crate) fn is_constant(&self) -> bool {
        self.texts.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// Whether four of five filled cells satisfy a condition, and there is one. Headings between the rows, which
    /// are alone in theirs, do not count.
    pub(crate) fn are_all(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        let (mut filled, mut wanted) = (0, 0);
        for (row, text) in self.texts.iter().enumerate() {
            if text.is_empty() || self.alone & 1 << row != 0 {
                continue;
            }
            filled += 1;
            wanted += usize::from(is_wanted(text));
        }
        wanted > 0 && wanted * 5 >= filled * 4
    }

    /// The number of different filled cells.
    pub(crate) fn count_distinct(&self) -> usize {
        let mut texts: Vec<&str> = self.filled_texts().collect();
        texts.sort_unstable();
        texts.dedup();
        texts.len()
    }

    /// Whether rows with the same cell here have the same one in another column.
    pub(crate) fn decides(&self, other: &Self) -> bool {
        let mut known: HashMap<&str, &str> = HashMap::new();
        let mut pairs = self.texts.iter().zip(&other.texts);
        pairs.all(|(own, other)| *known.entry(own).or_insert(other) == other.as_ref())
    }

    /// Whether most cells are words that are neither values nor verdicts.
    pub(crate) fn are_words(&self) -> bool {
        !self.are_figures() && self.most(CellKinds::WORDS)
    }

    /// The texts of the sampled cells that are not empty.
    pub(crate) fn filled(&self) -> impl Iterator<Item = &str> {
        self.filled_texts()
    }

    /// Whether most cells are verdicts: "Đạt", "Vượt".
    pub(crate) fn are_verdicts(&self) -> bool {
        self.most(CellKinds::VERDICT)
    }

    /// The text of each sampled row, which may be empty.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref)
    }

    /// The texts of the filled cells.
    fn filled_texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref).filter(|text: &&str| !text.is_empty())
    }

    /// Whether the filled cells are words that all differ, and there are any.
    pub(crate) fn are_distinct_words(&self) -> bool {
        let mut texts: Vec<&str> = self.filled_texts().collect();
        texts.sort_unstable();
        let words = texts.iter().all(|text| text.contains(char::is_alphabetic));
        words && !texts.is_empty() && texts.windows(2).all(|pair| pair[0] != pair[1])
    }

    /// Whether the filled cells are numbers that never fall, as in a numbering: 1, 1, 2, 3.1, 3.2.
    pub(crate) fn are_in_order(&self) -> bool {
        let parts = |text: &str| -> Option<Vec<u32>> {
            text.trim().trim_end_matches('.').split('.').map(|part| part.parse().ok()).collect()
        };
        let numbers: Option<Vec<_>> = self.filled_texts().map(parts).collect();
        numbers.is_some_and(|numbers| numbers.is_sorted())
    }

    /// Whether all filled cells are the unit of percentages, and there is one.
    pub(crate) fn are_percents(&self) -> bool {
        let percent = |text: &str| matches!(text.trim(), "%" | "percent" | "phần trăm");
        self.filled != 0 && self.filled_texts().all(percent)
    }

    /// The number in each sampled cell, read with these separators.
    pub(crate) fn numbers(&self, separators: Separators) -> impl Iterator<Item = Option<Decimal>> {
        self.texts.iter().map(move |text| number(text, separators))
    }

    /// The same, where a number may be a bound: 6 of "<= 6".
    pub(crate) fn bounds(&self, separators: Separators) -> impl Iterator<Item = Option<Decimal>> {
        let bare = |text: &str| text.trim_start_matches(['<', '>', '=', '≤', '≥', ' ']).to_owned();
        self.texts.iter().map(move |text| number(&bare(text), separators))
    }

    /// The place in a ranking in each sampled cell: "3", "3/10".
    pub(crate) fn places(&self) -> impl Iterator<Item = Option<u32>> {
        let place = |text: &Arc<str>| {
            let place = bare_place(text)?;
            place.split('/').next()?.parse().ok()
        };
        self.texts.iter().map(place)
    }

    /// Whether this column contains groups of the names in `second`: in some rows both are filled, in others
    /// only the second, or the group is repeated.
    pub(crate) fn are_groups_of(&self, second: &Self) -> bool {
        let begin = self.filled & second.filled != 0;
        let continued = !self.filled & second.filled != 0;
        begin && (continued || self.repeat_for(second)) && second.are_names()
    }

    /// Whether each of several names in `second` has always the same cell here, and several have the same.
    fn repeat_for(&self, second: &Self) -> bool {
        let groups = self.count_distinct();
        groups > 1 && groups < second.count_distinct() && second.decides(self)
    }
}

/// The number in a text, read with these separators.
fn number(text: &str, separators: Separators) -> Option<Decimal> {
    let format = NumberFormat { separators, mixed: false, in_brackets: false };
    Value::of(&Cell::text(text), format).figure().map(|figure| figure.number)
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
        assert!(ColumnProfile::of_texts(&["Hạ tầng", "Hạ tầng", "Nước"]).are_groups_of(&names));
        assert!(!ColumnProfile::of_texts(&["Đường", "Ngõ", "Kênh"]).are_groups_of(&names));
    }
}
