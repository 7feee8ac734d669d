//! Detects rows that scrolled between two frames, so that the terminal can scroll them instead of redrawing.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::packed_screen::PackedScreen;
use super::pen::Pen;

/// The farthest distance searched, in rows: an entry of a list takes up to three rows.
pub(super) const FARTHEST: u16 = 4;
/// The number of cells that a scroll must save to be worth its bytes, and the share (one in `SHARE`) of the
/// changed cells that it must save: between two unrelated views, accidental matches would only fragment the
/// rest.
const WORTH: i32 = 24;
const SHARE: i32 = 8;

/// Rows that scroll together over the whole width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowScroll {
    /// The rows that are part of the scroll, including those that it empties.
    pub(super) rows: Range<u16>,
    /// The distance in rows: up if positive, down if negative.
    pub(super) by: i32,
}

/// A hash of each cell of some rows of a screen. Cells are compared a few dozen times for each frame, and these
/// comparisons are most of the cost of a large frame.
#[derive(Debug)]
pub(super) struct RowHashes {
    width: usize,
    cells: Vec<u32>,
}

impl RowHashes {
    pub(super) fn of(screen: &PackedScreen, rows: Range<u16>) -> Self {
        // Most cells have the same pen as the cell before.
        let mut last = (Pen::default(), hash_of_pen(Pen::default()));
        let hash = |(symbol, pen): (&str, Pen)| {
            if pen != last.0 {
                last = (pen, hash_of_pen(pen));
            }
            hash_of_symbol(symbol) ^ last.1
        };
        let cells = rows.filter_map(|y| screen.row(y)).flat_map(|row| row.cells()).map(hash);
        Self { width: screen.area().width.into(), cells: cells.collect() }
    }

    fn height(&self) -> u16 {
        let rows = self.cells.len().checked_div(self.width);
        rows.and_then(|rows| u16::try_from(rows).ok()).unwrap_or(0)
    }

    fn row(&self, y: u16) -> &[u32] {
        let start = usize::from(y) * self.width;
        self.cells.get(start..start + self.width).unwrap_or_default()
    }
}

/// Returns the hash of a symbol. A collision only makes a scroll look slightly more or less useful than it
/// is.
#[expect(clippy::cast_possible_truncation, reason = "any 32 bits of a hash will do")]
fn hash_of_symbol(symbol: &str) -> u32 {
    // An odd constant with evenly distributed bits (Fibonacci hashing).
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let bytes = symbol.as_bytes();
    if bytes.len() > size_of::<u64>() {
        return FixedState::with_seed(0).hash_one(bytes) as u32;
    }
    let number = bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    (number.wrapping_mul(SPREAD) >> 32) as u32
}

/// Returns the hash of a pen.
#[expect(clippy::cast_possible_truncation, reason = "any 32 bits of a hash will do")]
fn hash_of_pen(pen: Pen) -> u32 {
    FixedState::with_seed(0).hash_one((pen.fg, pen.bg, pen.modifier)) as u32
}

/// Returns the hash of a blank cell.
fn blank_hash() -> u32 {
    hash_of_symbol(" ") ^ hash_of_pen(Pen::default())
}

impl RowScroll {
    /// Returns the scroll that leaves the fewest cells to write, if one is worth its bytes.
    pub(super) fn between(shown: &RowHashes, next: &RowHashes) -> Option<Self> {
        if shown.width != next.width || shown.cells.len() != next.cells.len() {
            return None;
        }
        let unmoved: Vec<i32> =
            (0..next.height()).map(|y| differences(shown, y, next, y)).collect();
        let changed = unmoved.iter().sum::<i32>();
        // No scroll can save more cells than changed.
        if changed < WORTH {
            return None;
        }
        let blank = blank_hash();
        let written = |y| next.row(y).iter().map(|cell| i32::from(*cell != blank)).sum();
        let written: Vec<i32> = (0..next.height()).map(written).collect();
        let distances = (1..=i32::from(FARTHEST)).flat_map(|by| [by, -by]);
        let best = distances.filter_map(|by| Self::by(by, shown, next, (&unmoved, &written)));
        let worth = WORTH.max(changed / SHARE);
        let best = best.max_by_key(|(saved, _)| *saved).filter(|(saved, _)| *saved >= worth);
        best.map(|(_, scroll)| scroll)
    }

    /// Returns the number of emptied rows.
    pub(super) fn lines(&self) -> usize {
        self.by.unsigned_abs() as usize
    }

    /// Applies the scroll to rows, of which `None` are blank, and to the hashes of their cells, as the terminal
    /// does.
    pub(super) fn apply(&self, rows: &mut [Option<u16>], hashes: &mut RowHashes) {
        self.rotate(rows, 1, &None);
        self.rotate(&mut hashes.cells, hashes.width, &blank_hash());
    }

    fn rotate<T: Clone>(&self, cells: &mut [T], width: usize, blank: &T) {
        let rows = usize::from(self.rows.start) * width..usize::from(self.rows.end) * width;
        let Some(moved) = cells.get_mut(rows) else { return };
        let emptied = (self.lines() * width).min(moved.len());
        if self.by > 0 {
            moved.rotate_left(emptied);
            let from = moved.len() - emptied;
            moved[from..].fill(blank.clone());
        } else {
            moved.rotate_right(emptied);
            moved[..emptied].fill(blank.clone());
        }
    }

    /// Returns the best range of rows to scroll by `by`, with the number of cells that this saves.
    fn by(
        by: i32,
        shown: &RowHashes,
        next: &RowHashes,
        (unmoved, written): (&[i32], &[i32]),
    ) -> Option<(i32, Self)> {
        let height = next.height();
        let (mut best, mut start, mut sum) = (None, 0, 0);
        for y in 0..height {
            let from = i32::from(y) + by;
            let from = u16::try_from(from).ok().filter(|from| *from < height);
            let Some(from) = from else {
                (start, sum) = (y + 1, 0);
                continue;
            };
            sum += unmoved[usize::from(y)] - differences(shown, from, next, y);
            if sum <= 0 {
                (start, sum) = (y + 1, 0);
                continue;
            }
            let moved = start..y + 1;
            let rows = match u16::try_from(by) {
                Ok(by) => moved.start..moved.end + by,
                Err(_) => moved.start - u16::try_from(-by).unwrap_or(0)..moved.end,
            };
            // Emptied rows must be written completely.
            let emptied = rows.clone().filter(|y| !moved.contains(y));
            let cost = |y| written[usize::from(y)] - unmoved[usize::from(y)];
            let cost: i32 = emptied.map(cost).sum();
            if best.as_ref().is_none_or(|(saved, _)| sum - cost > *saved) {
                best = Some((sum - cost, Self { rows, by }));
            }
        }
        best
    }
}

fn differences(shown: &RowHashes, from: u16, next: &RowHashes, y: u16) -> i32 {
    let pairs = shown.row(from).iter().zip(next.row(y));
    pairs.map(|(old, new)| i32::from(old != new)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;

    fn hashes(lines: [&str; 6]) -> RowHashes {
        let packed = PackedScreen::pack(&mut Buffer::with_lines(lines));
        RowHashes::of(&packed, 0..6)
    }

    #[test]
    fn a_list_between_borders_moves_up_and_down() {
        let before = [
            "+------- title -------------------+",
            "| one indicator              10   |",
            "| another indicator          200  |",
            "| a third indicator          3    |",
            "+---------------------------------+",
            "  detail of one                    ",
        ];
        let after = [
            "+------- title -------------------+",
            "| another indicator          200  |",
            "| a third indicator          3    |",
            "| what comes after           77   |",
            "+---------------------------------+",
            "  detail of what comes after       ",
        ];
        let (mut at_first, at_last) = (hashes(before), hashes(after));
        let up = RowScroll::between(&at_first, &at_last).unwrap();
        assert_eq!(up, RowScroll { rows: 1..4, by: 1 });
        let down = RowScroll::between(&at_last, &at_first).unwrap();
        assert_eq!(down, RowScroll { rows: 1..4, by: -1 });
        assert_eq!(RowScroll::between(&at_last, &at_last), None);
        let mut moved = [0, 1, 2, 3, 4, 5].map(Some);
        up.apply(&mut moved, &mut at_first);
        assert_eq!(moved, [Some(0), Some(2), Some(3), None, Some(4), Some(5)]);
        let lines = moved.map(|row| row.map_or("", |row| before[usize::from(row)]));
        assert_eq!(at_first.cells, hashes(lines).cells);
    }
}
