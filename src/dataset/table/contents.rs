//! What stands under a heading, where the heading does not tell what its column is for: names, units,
//! figures or nothing.

use super::cell::Cell;
use super::figure::Reading;
use super::grid::Sheet;
use super::signs::is_sign;
use super::unit;
use super::value::{self, Value};
use crate::text::written::Separators;

/// How many rows tell what a column holds.
const LOOKED_AT: usize = 60;

/// Whether most of what a column holds from a row on are names: words that are neither units nor numbering.
pub(super) fn are_names(sheet: &Sheet<'_>, from: usize, column: usize) -> bool {
    most(sheet, from, column, |text| {
        let roman = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | '.' | ')'));
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        letters > 2 && letters > digits && !roman && !unit::is_unit(text)
    })
}

/// Whether most of what a column holds are the signs of levels: I, 1, a.
pub(super) fn are_signs(sheet: &Sheet<'_>, from: usize, column: usize) -> bool {
    !is_empty(sheet, from, column) && most(sheet, from, column, is_sign)
}

/// Whether most of what a column holds are units.
pub(super) fn are_units(sheet: &Sheet<'_>, from: usize, column: usize) -> bool {
    most(sheet, from, column, |text| unit::is_unit(text) || unit::is_ditto(text))
}

/// Whether most of what a column holds are figures.
pub(super) fn are_figures(sheet: &Sheet<'_>, from: usize, column: usize) -> bool {
    most(sheet, from, column, |text| is_figure(&Cell::text(text)))
}

/// Whether a column holds any figure.
pub(super) fn has_figures(sheet: &Sheet<'_>, from: usize, column: usize) -> bool {
    sheet.range(from..sheet.len()).take(LOOKED_AT).any(|row| is_figure(row.cell(column)))
}

fn is_figure(cell: &Cell<'_>) -> bool {
    let reading = Reading { separators: Separators::Comma, mixed: false, in_brackets: false };
    let value = Value::of(cell, reading);
    matches!(value, Value::Figure(_) | Value::Bound(..) | Value::Count(_))
}

/// Whether most of what a column holds are words that are neither values nor verdicts.
pub(super) fn are_words(sheet: &Sheet, from: usize, column: usize) -> bool {
    !are_figures(sheet, from, column)
        && most(sheet, from, column, |text| {
            !text.contains(|c: char| c.is_ascii_digit())
                && !value::is_missing(text)
                && !value::is_error(text)
        })
}

/// Whether most of what a column holds are verdicts: "Đạt", "Vượt".
pub(super) fn are_verdicts(sheet: &Sheet, from: usize, column: usize) -> bool {
    most(sheet, from, column, |text| value::verdict(text).is_some())
}

/// Whether the first of two columns of names holds groups of what the second holds: it is filled in some of
/// the rows in which that is, and empty in others.
pub(super) fn are_groups(sheet: &Sheet<'_>, from: usize, (first, second): (usize, usize)) -> bool {
    let (mut begin, mut go_on) = (0, 0);
    for row in sheet.range(from..sheet.len()).take(LOOKED_AT) {
        let filled = |column: usize| usize::from(!row.cell(column).is_empty());
        begin += filled(first) * filled(second);
        go_on += (1 - filled(first)) * filled(second);
    }
    begin > 0 && go_on > 0 && are_names(sheet, from, second)
}

/// Whether a column holds nothing at all.
pub(super) fn is_empty(sheet: &Sheet<'_>, from: usize, column: usize) -> bool {
    sheet.range(from..sheet.len()).all(|row| row.cell(column).is_empty())
}

fn most(sheet: &Sheet<'_>, from: usize, column: usize, fits: impl Fn(&str) -> bool) -> bool {
    let (mut count, mut fitting) = (0, 0);
    for row in sheet.range(from..sheet.len()).take(LOOKED_AT) {
        let cell = row.cell(column);
        count += usize::from(!cell.is_empty());
        fitting += usize::from(!cell.is_empty() && fits(&cell.shown()));
    }
    fitting * 2 > count
}
