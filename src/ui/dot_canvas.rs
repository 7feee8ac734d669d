//! Braille dots: two across and four down in each cell, for lines finer than cells.

/// The bit of each dot in a braille character, by row and column.
const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
const BLANK: u32 = 0x2800;
/// The dots of a cell, down and across.
pub(super) const DOWN: usize = 4;
pub(super) const ACROSS: usize = 2;

/// An area of cells, each with its dots.
#[derive(Debug, Clone)]
pub(super) struct DotCanvas {
    width: usize,
    cells: Vec<u8>,
}

impl DotCanvas {
    /// An empty area.
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self { width, cells: vec![0; width * height] }
    }

    /// Sets the dot of a column and a row of dots; outside of the area nothing.
    pub(super) fn set(&mut self, x: usize, y: usize) {
        if x >= self.width * ACROSS {
            return;
        }
        if let Some(cell) = self.cells.get_mut(y / DOWN * self.width + x / ACROSS) {
            *cell |= BITS[y % DOWN][x % ACROSS];
        }
    }

    /// Draws a straight line between two dots, both included.
    pub(super) fn line(&mut self, from: (usize, usize), to: (usize, usize)) {
        let (across, down) = (from.0.abs_diff(to.0), from.1.abs_diff(to.1));
        let steps = across.max(down).max(1);
        // Rounded to the nearest dot.
        let at = |from: usize, to: usize, step: usize| {
            let moved = (from.abs_diff(to) * step * 2 + steps) / (steps * 2);
            if to >= from { from + moved } else { from - moved }
        };
        for step in 0..=steps {
            self.set(at(from.0, to.0, step), at(from.1, to.1, step));
        }
    }

    /// The character of a cell; `None` if it has no dots.
    pub(super) fn character(&self, column: usize, row: usize) -> Option<char> {
        let dots = *self.cells.get(row * self.width + column)?;
        char::from_u32(BLANK + u32::from(dots)).filter(|_| dots != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_a_dot_in_each_column_or_row() {
        let mut dots = DotCanvas::new(2, 1);
        dots.line((0, 0), (3, 3));
        assert_eq!([dots.character(0, 0), dots.character(1, 0)], [Some('⠑'), Some('⢄')]);
        let mut steep = DotCanvas::new(1, 2);
        steep.line((0, 7), (0, 0));
        assert_eq!([steep.character(0, 0), steep.character(0, 1)], [Some('⡇'), Some('⡇')]);
        steep.set(9, 9);
        assert_eq!(steep.character(1, 0), Some('⡇').filter(|_| false).or(steep.character(0, 1)));
    }
}
