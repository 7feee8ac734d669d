//! How the numbers of columns are written: one decision a column.

use std::ops::Range;

use memchr::memchr2;

use super::grid::{Cell, Sheet};
use super::parts::in_parts;
use super::value::{Reading, bare_digits, evidence};
use crate::dataset::progress::{Ended, Progress};
use crate::text::written::{Separators, Written, written};

/// How a column's numbers are written, and how many of them tell it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    pub(super) reading: Reading,
    pub(super) told_by: usize,
    /// How many could be read either way.
    pub(super) open: usize,
}

/// How the numbers of columns are written; a column that does not tell follows the others.
pub(super) fn readings(
    sheet: &Sheet<'_>,
    rows: Range<usize>,
    progress: &Progress,
) -> Result<Vec<Decision>, Ended> {
    let width = sheet.width();
    let parts = in_parts(rows, progress, |rows| {
        let mut counted = vec![[0; 4]; width];
        sheet.each(rows, |_, row| {
            for (cell, counted) in row.cells.iter().zip(&mut counted) {
                count(cell, counted);
            }
        });
        counted
    })?;
    let mut counted = vec![[0; 4]; width];
    for part in &parts {
        for (all, part) in counted.iter_mut().zip(part) {
            *all = std::array::from_fn(|way| all[way] + part[way]);
        }
    }
    let all = counted.iter().fold([0, 0], |all, one| [all[0] + one[0], all[1] + one[1]]);
    // Where no number of the table tells, what parts three digits parts thousands. The house's default is
    // what Vietnamese offices write.
    let untold = all[0] + all[1] == 0;
    let grouped_by_commas = counted.iter().all(|counts| counts[2] == counts[3])
        && counted.iter().any(|counts| counts[3] > 0);
    let points = all[1] > all[0] || untold && grouped_by_commas;
    let others = if points { Separators::Point } else { Separators::Comma };
    let decide = |[comma, point, open, _]: [usize; 4]| {
        const CLEARLY: usize = 4;
        let (separators, told_by) = match (comma, point) {
            (0, 0) => (others, 0),
            (comma, point) if comma > point || comma == point && others == Separators::Comma => {
                (Separators::Comma, comma)
            }
            (_, point) => (Separators::Point, point),
        };
        let mixed = comma.min(point) > 0 && comma.max(point) < comma.min(point) * CLEARLY;
        Decision { reading: Reading { separators, mixed }, told_by, open }
    };
    Ok(counted.into_iter().map(decide).collect())
}

/// Counts how many numbers of a cell read with a comma only, with a point only, and either way; of the last,
/// how many are written with a comma.
fn count(cell: &Cell<'_>, counted: &mut [usize; 4]) {
    let Cell::Text(text) = cell else { return };
    let tell = |number| match number {
        Written::Comma(_) => counted[0] += 1,
        Written::Point(_) => counted[1] += 1,
        Written::Either { comma, point } => {
            counted[2] += 1;
            counted[3] += usize::from(comma.abs() < point.abs());
        }
        Written::Plain(_) => {}
    };
    if let Some(digits) = bare_digits(text).filter(|digits| !digits.ends_with(['.', ','])) {
        return written(digits).into_iter().for_each(tell);
    }
    // Without either, or without digits, there is nothing to tell.
    let bytes = text.as_bytes();
    if memchr2(b',', b'.', bytes).is_some() && bytes.iter().any(u8::is_ascii_digit) {
        evidence(text).for_each(tell);
    }
}
