//! A list that moved by a row moves on the terminal too, instead of being written anew.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

/// How far a list is looked for: an entry takes up to three rows.
const FARTHEST: i32 = 4;
/// How many cells a scroll must save to be worth its own bytes, and one in how many of those that
/// changed: in quite another view what happens to fit would only scatter the rest.
const WORTH: i32 = 24;
const SHARE: i32 = 8;

/// Rows that move together over the whole width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    /// Those that take part, the emptied ones included.
    pub(super) rows: Range<u16>,
    /// How many rows up; down if negative.
    pub(super) by: i32,
}

impl Scroll {
    /// The scroll after which the fewest cells are left to write, if one is worth it.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        if shown.area != next.area || shown.area.width == 0 {
            return None;
        }
        let unmoved: Vec<i32> = (0..rows(next)).map(|y| differences(shown, y, next, y)).collect();
        let ways = (1..=FARTHEST).flat_map(|by| [by, -by]);
        let best = ways.filter_map(|by| Self::by(by, shown, next, &unmoved));
        let worth = WORTH.max(unmoved.iter().sum::<i32>() / SHARE);
        let best = best.max_by_key(|(saved, _)| *saved).filter(|(saved, _)| *saved >= worth);
        best.map(|(_, scroll)| scroll)
    }

    /// How many rows are emptied.
    pub(super) fn lines(&self) -> usize {
        self.by.unsigned_abs() as usize
    }

    /// Does to a buffer what the terminal does.
    pub(super) fn apply(&self, buffer: &mut Buffer) {
        let width = usize::from(buffer.area.width);
        let cells = usize::from(self.rows.start) * width..usize::from(self.rows.end) * width;
        let Some(moved) = buffer.content.get_mut(cells) else { return };
        let emptied = (self.lines() * width).min(moved.len());
        if self.by > 0 {
            moved.rotate_left(emptied);
            let from = moved.len() - emptied;
            moved[from..].fill(Cell::default());
        } else {
            moved.rotate_right(emptied);
            moved[..emptied].fill(Cell::default());
        }
    }

    /// The best rows to move by so many, and how many cells that saves.
    fn by(by: i32, shown: &Buffer, next: &Buffer, unmoved: &[i32]) -> Option<(i32, Self)> {
        let height = rows(next);
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
            let cost: i32 = emptied.map(|y| written(next, y) - unmoved[usize::from(y)]).sum();
            if best.as_ref().is_none_or(|(saved, _)| sum - cost > *saved) {
                best = Some((sum - cost, Self { rows, by }));
            }
        }
        best
    }
}

fn rows(buffer: &Buffer) -> u16 {
    buffer.area.height
}

fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let start = usize::from(y) * width;
    buffer.content.get(start..start + width).unwrap_or_default()
}

fn differences(shown: &Buffer, from: u16, next: &Buffer, y: u16) -> i32 {
    let pairs = row(shown, from).iter().zip(row(next, y));
    pairs.map(|(old, new)| i32::from(old != new)).sum()
}

fn written(next: &Buffer, y: u16) -> i32 {
    let blank = Cell::default();
    row(next, y).iter().map(|cell| i32::from(*cell != blank)).sum()
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
        let up = Scroll::between(&before, &after).unwrap();
        assert_eq!(up, Scroll { rows: 1..4, by: 1 });
        let mut moved = before.clone();
        up.apply(&mut moved);
        assert_eq!(row(&moved, 1), row(&after, 1));
        assert_eq!(written(&moved, 3), 0);
        let down = Scroll::between(&after, &before).unwrap();
        assert_eq!(down, Scroll { rows: 1..4, by: -1 });
        assert_eq!(Scroll::between(&after, &after), None);
    }
}
