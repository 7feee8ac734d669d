//! Splits a row that contains several indicators, with names, units and values on several lines of its cells.
//!
//! ```text
//! 2 | Số lớp        | Lớp  | 141 | 143 | 101,4
//!   | - Mầm non     |      |  38 |  39 | 102,6
//!   | - Tiểu học    |      |  61 |  60 |  98,4
//! ```
//!
//! A row is split only if all its values have the same number of lines. Otherwise it is left as it is, and
//! reported.

use memchr::memchr;

use super::bilingual;
use super::body::Body;
use super::row::OutlinedRow;
use super::tree::Outline;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::values::Value;
use crate::lexicon::bracketed_unit;
use crate::lexicon::marker_order::Marker;
use crate::lexicon::markers::MarkedName;
use crate::lexicon::unit;
use crate::lexicon::verdict;

/// The lines in the cells of a row.
struct Stack {
    /// The number of indicators.
    height: usize,
    /// Their names: empty if they share one, and with one more at the top if it is only a heading.
    names: Vec<String>,
    /// Their units, or empty.
    units: Vec<String>,
}

/// Splits a row into one for each indicator; `None` if it is only one.
pub(crate) fn unstacked<'r>(
    body: &Body<'_>,
    row: &Row<'r>,
    outlined: &OutlinedRow,
) -> Option<Vec<(Row<'r>, OutlinedRow)>> {
    let stack = stack(body, row)?;
    let parts = (0..stack.height).map(|at| part(body, row, stack.height, at));
    if stack.names.is_empty() {
        let units = stack.units.into_iter();
        let of_unit = |unit| OutlinedRow { unit: Some(unit), ..outlined.clone() };
        return Some(parts.zip(units.map(of_unit)).collect());
    }
    let mut outline = Outline::default();
    let mut outlines = Vec::with_capacity(stack.names.len());
    for line in &stack.names {
        let mut marked = outline.marker("", line);
        let has_marker =
            |line: &String| !matches!(MarkedName::of_name(line).marker, Marker::Plain(_));
        let heads = outlines.is_empty() && stack.names.get(1).is_some_and(has_marker);
        if heads && matches!(marked.marker, Marker::Plain(_)) {
            // The heading is the parent of the others, whatever their markers.
            marked.marker = Marker::Capitals;
        }
        marked.name = marked.name.trim_end_matches(':').to_owned();
        let parents = [outlined.parents.clone(), outline.place(&marked)].concat();
        let (name, in_brackets) = match bracketed_unit::in_brackets(&marked.name) {
            Some((name, unit)) if body.schema().unit.is_none() => (name, Some(unit)),
            _ => (marked.name, None),
        };
        let unit = in_brackets.or_else(|| outlined.unit.clone());
        outlines.push(OutlinedRow { name, parents, unit, ..outlined.clone() });
    }
    let head = outlines.len() - stack.height;
    let mut outlines = outlines.split_off(head);
    for (outlined, unit) in outlines.iter_mut().zip(stack.units) {
        outlined.unit = Some(unit);
    }
    Some(parts.zip(outlines).collect())
}

/// The first name of a row with several: the parent of rows below it.
pub(crate) fn first_of(body: &Body<'_>, row: &Row<'_>) -> Option<String> {
    let first = stack(body, row)?.names.into_iter().next()?;
    Some(first.trim_end_matches(':').to_owned())
}

fn stack(body: &Body<'_>, row: &Row<'_>) -> Option<Stack> {
    let on_lines = |column: usize| match row.cell(column) {
        Cell::Text(text) => memchr(b'\n', text.as_bytes()).is_some(),
        _ => false,
    };
    let name = body.schema().names.iter().rev().find(|column| !row.cell(**column).is_empty());
    let named = name.is_some_and(|column| on_lines(*column));
    let several = named || body.schema().unit.is_some_and(on_lines);
    if !several || !body.schema().values().any(on_lines) {
        return None;
    }
    let height = height(body, row)?;
    let units = body.schema().unit.map(|column| lines(row, column)).unwrap_or_default();
    // "Triệu" over "đồng" is one unit.
    let one = units.len() < 2 || unit::is_unit(&units.join(" "));
    let units = if one { Vec::new() } else { units };
    if !one && units.len() != height {
        return None;
    }
    let names = name.map(|column| lines(row, *column)).unwrap_or_default();
    let begin = names.iter().skip(1).all(|line| begins(line));
    let has_marker = |line: &String| MarkedName::of_name(line).name != *line;
    let two = || bilingual::split(&names.join("\n"), false).translation.is_some();
    let fits = names.len() == height && begin && !two()
        || names.len() == height + 1 && names.iter().skip(1).all(has_marker);
    if fits {
        return Some(Stack { height, names, units });
    }
    let known = !one && units.iter().all(|unit| unit::is_unit(unit));
    // If the number of names differs from that of the values, it is unknown which belongs to which.
    let whose = names.iter().skip(1).any(has_marker);
    (known && !whose).then_some(Stack { height, names: Vec::new(), units })
}

/// The number of lines in each cell of values; `None` if it is one, or if the cells differ.
fn height(body: &Body<'_>, row: &Row<'_>) -> Option<usize> {
    let mut height = None;
    for column in body.schema().values() {
        let lines = lines(row, column);
        if lines.is_empty() || lines.len() == height.unwrap_or(lines.len()) {
            height = height.or(Some(lines.len()).filter(|height| *height > 0));
        } else {
            return None;
        }
        let format = body.schema().columns.get(column)?.numbers.format;
        let is_value = |line: String| match Value::of(&Cell::text(line), format) {
            Value::Words(words) => verdict::verdict(&words).is_some(),
            Value::Unreadable(_) | Value::Ambiguous(_) | Value::Stacked(_) => false,
            _ => true,
        };
        if !lines.into_iter().all(is_value) {
            return None;
        }
    }
    height.filter(|height| *height > 1)
}

/// The row for the indicator `at` of `height`.
fn part<'r>(body: &Body<'_>, row: &Row<'r>, height: usize, at: usize) -> Row<'r> {
    let mut cells = row.cells.to_vec();
    for column in body.schema().values().chain(body.schema().main.verdict) {
        let lines = lines(row, column);
        // One verdict may apply to all of them.
        if let Some(cell) = cells.get_mut(column).filter(|_| lines.len() == height) {
            *cell = lines.into_iter().nth(at).map_or(Cell::Empty, Cell::text);
        }
    }
    Row { cells: Cells::Owned(cells), ..*row }
}

fn lines(row: &Row<'_>, column: usize) -> Vec<String> {
    let text = row.cell(column).shown();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Whether a line begins a name. A line that continues a name begins with a small letter.
fn begins(line: &str) -> bool {
    let word = line.trim_start_matches(['-', '+', '•', '*', ' ']);
    word.len() < line.len() || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}
