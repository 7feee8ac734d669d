//! A list that moved by a row moves on the terminal too, instead of being written anew.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;
use ratatui::buffer::{Buffer, Cell};

use super::pen::Pen;

/// How far a list is looked for: an entry takes up to three rows.
pub(super) const FARTHEST: u16 = 4;
/// How many cells a scroll must save to be worth its own bytes, and one in how many of those that
/// changed: in quite another view what happens to fit would only scatter the rest.
const WORTH: i32 = 24;
const SHARE: i32 = 8;

/// Rows that move together over the whole width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowScroll {
    /// Those that take part, the emptied ones included.
    pub(super) rows: Range<u16>,
    /// How many rows up; down if negative.
    pub(super) by: i32,
}

/// A screen on which cells can be told apart at a glance, by a number each. They are compared a few dozen times
/// for each frame, and what it takes to compare two of them is most of what a large frame costs.
#[derive(Debug)]
pub(super) struct RowHashes {
    width: usize,
    cells: Vec<u32>,
}

impl RowHashes {
    pub(super) fn of(buffer: &Buffer) -> Self {
        // Most cells have the pen of the one before.
        let mut last = (Pen::default(), mark_of_pen(Pen::default()));
        let mark = |cell: &Cell| {
            let pen = Pen::of(cell);
            if pen != last.0 {
                last = (pen, mark_of_pen(pen));
            }
            mark_of_symbol(cell.symbol()) ^ last.1
        };
        let cells = buffer.content.iter().map(mark).collect();
        Self { width: buffer.area.width.into(), cells }
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

/// What tells a symbol from others. Cells that are alike have the same mark. Others may have the same too: then a
/// scroll is thought worth a little more or less than it is, and nothing else comes of it.
#[expect(clippy::cast_possible_truncation, reason = "any of its bits tell cells apart")]
fn mark_of_symbol(symbol: &str) -> u32 {
    // An odd number whose bits are spread.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let bytes = symbol.as_bytes();
    if bytes.len() > size_of::<u64>() {
        return FixedState::with_seed(0).hash_one(bytes) as u32;
    }
    let number = bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    (number.wrapping_mul(SPREAD) >> 32) as u32
}

/// What tells a pen from others.
#[expect(clippy::cast_possible_truncation, reason = "any of its bits tell pens apart")]
fn mark_of_pen(pen: Pen) -> u32 {
    FixedState::with_seed(0).hash_one((pen.fg, pen.bg, pen.modifier)) as u32
}

/// That of a cell on which nothing is.
fn blank_mark() -> u32 {
    mark_of_symbol(" ") ^ mark_of_pen(Pen::default())
}

impl RowScroll {
    /// The scroll after which the fewest cells are left to write, if one is worth it.
    pub(super) fn between(shown: &RowHashes, next: &RowHashes) -> Option<Self> {
        if shown.width != next.width || shown.cells.len() != next.cells.len() {
            return None;
        }
        let unmoved: Vec<i32> =
            (0..next.height()).map(|y| differences(shown, y, next, y)).collect();
        let changed = unmoved.iter().sum::<i32>();
        // No scroll saves more than what changed.
        if changed < WORTH {
            return None;
        }
        let blank = blank_mark();
        let written = |y| next.row(y).iter().map(|cell| i32::from(*cell != blank)).sum();
        let written: Vec<i32> = (0..next.height()).map(written).collect();
        let ways = (1..=i32::from(FARTHEST)).flat_map(|by| [by, -by]);
        let best = ways.filter_map(|by| Self::by(by, shown, next, (&unmoved, &written)));
        let worth = WORTH.max(changed / SHARE);
        let best = best.max_by_key(|(saved, _)| *saved).filter(|(saved, _)| *saved >= worth);
        best.map(|(_, scroll)| scroll)
    }

    /// How many rows are emptied.
    pub(super) fn lines(&self) -> usize {
        self.by.unsigned_abs() as usize
    }

    /// Does to a buffer, and to what it is told apart by, what the terminal does.
    pub(super) fn apply(&self, buffer: &mut Buffer, marks: &mut RowHashes) {
        let width = usize::from(buffer.area.width);
        self.rotate(&mut buffer.content, width, &Cell::default());
        self.rotate(&mut marks.cells, width, &blank_mark());
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

    /// The best rows to move by so many, and how many cells that saves.
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
            // What is emptied has to be written whole.
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

    #[test]
    fn a_list_between_borders_moves_up_and_down() {
        let before = Buffer::with_lines([
            "+------- title -------------------+",
            "| one indicator              10   |",
            "| another indicator          200  |",
            "| a third indicator          3    |",
            "+---------------------------------+",
            "  detail of one                    ",
        ]);
        let after = Buffer::with_lines([
            "+------- title -------------------+",
            "| another indicator          200  |",
            "| a third indicator          3    |",
            "| what comes after           77   |",
            "+---------------------------------+",
            "  detail of what comes after       ",
        ]);
        let (mut at_first, at_last) = (RowHashes::of(&before), RowHashes::of(&after));
        let up = RowScroll::between(&at_first, &at_last).unwrap();
        assert_eq!(up, RowScroll { rows: 1..4, by: 1 });
        let down = RowScroll::between(&at_last, &at_first).unwrap();
        assert_eq!(down, RowScroll { rows: 1..4, by: -1 });
        assert_eq!(RowScroll::between(&at_last, &at_last), None);
        let mut moved = before.clone();
        up.apply(&mut moved, &mut at_first);
        assert_eq!(moved.content[35..105], after.content[35..105]);
        assert_eq!(moved.content[105..140], [const { Cell::EMPTY }; 35]);
        assert_eq!(at_first.cells, RowHashes::of(&moved).cells);
    }
}
