//! The rows of headings: which they are, and what each column is for.
//!
//! ```text
//!            PHỤ LỤC I …                                          ← title lines
//! TT | Chỉ tiêu | ĐVT | Năm 2024      | So sánh (%)     | Ghi chú  ← headings …
//!    |          |     | KH    | ƯTH   | UTH/KH | UTH/CK |          ← … of two levels
//! A  | B        | 1   | 2     | 3     | 4=3/2  | 5      | 6        ← numbering
//! I  | KINH TẾ  |     |       |       |        |        |          ← the table
//! ```

use super::grid::{Cell, Row, Sheet};
use super::role::{self, Comparison, Heading, Role};

/// How many rows are looked at for headings.
const LOOKED_AT: usize = 80;

/// How many rows below the first may be part of the headings.
const LEVELS_BELOW: usize = 2;

/// The headings of a table.
#[derive(Debug, Clone)]
pub(super) struct Headings {
    /// One a column.
    pub(super) columns: Vec<Heading>,
    /// The columns that a name may stand in; more than one where levels have columns of their own.
    pub(super) names: Vec<usize>,
    /// The index of the first row of headings.
    pub(super) first: usize,
    /// The index of the first row below headings and numbering.
    pub(super) below: usize,
}

impl Headings {
    /// How many columns are understood.
    pub(super) fn recognised(&self) -> usize {
        self.columns.iter().filter(|column| column.role != Role::Unknown).count()
    }

    /// The columns of a kind.
    pub(super) fn all(&self, wanted: impl Fn(&Role) -> bool) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| wanted(&column.role)).map(|(at, _)| at)
    }

    /// The first column of a role.
    pub(super) fn column(&self, role: &Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == *role)
    }
}

/// The first headings at or below a row.
pub(super) fn find(sheet: &Sheet, from: usize) -> Option<Headings> {
    let until = sheet.rows.len().min(from.saturating_add(LOOKED_AT));
    (from..until).find_map(|at| headings_at(sheet, at, from))
}

/// Whether a row begins headings of its own: where another table follows on the same sheet.
pub(super) fn begins(sheet: &Sheet, at: usize) -> bool {
    // Asked of every row: most have no such cell, and need not be looked at further.
    let texts = sheet.rows[at].cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
    if !texts.into_iter().any(|cell| role::is_name(&cell.shown())) {
        return false;
    }
    let alone = columns(sheet, at, at);
    let known = alone.iter().filter(|column| column.role != Role::Unknown).count();
    known >= 3 && alone.iter().any(|column| column.role == Role::Name)
}

fn headings_at(sheet: &Sheet, at: usize, from: usize) -> Option<Headings> {
    let row = sheet.rows.get(at)?;
    let alone = columns(sheet, at, at);
    let anchor = alone.iter().position(|column| column.role == Role::Name);
    let known = alone.iter().filter(|column| column.role != Role::Unknown).count();
    // A title may begin with "Chỉ tiêu", and a row of data may hold years: neither stands alone.
    let begins = match anchor {
        Some(_) => known >= 2 || (sheet.width() == 1 && row.filled() == 1),
        None => are_values(row, &alone) && starts_with_a_name(row, &alone),
    };
    if !begins {
        return None;
    }
    let anchor = anchor.or_else(|| unnamed(&alone))?;
    let first = if at > from && is_level_above(sheet, at - 1, anchor) { at - 1 } else { at };
    let mut last = at;
    while last < at + LEVELS_BELOW && is_level_below(sheet, last + 1, anchor, &alone) {
        last += 1;
    }
    let mut columns = columns(sheet, first, last);
    columns[anchor].role = Role::Name;
    let names = name_columns(sheet, at, anchor, &columns);
    let mut below = last + 1;
    if let Some(numbering) = sheet.rows.get(below).filter(|row| is_numbering(row)) {
        by_formulas(numbering, &mut columns);
        below += 1;
    }
    Some(Headings { columns, names, first, below })
}

/// The headings of the rows from `first` to `last` taken together.
fn columns(sheet: &Sheet, first: usize, last: usize) -> Vec<Heading> {
    let width = sheet.rows[first..=last].iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let heading = |column| {
        let mut levels: Vec<String> = Vec::new();
        for at in first..=last {
            let text = heading_text(sheet, at, column, last);
            if !text.is_empty() && levels.last() != Some(&text) {
                levels.push(text);
            }
        }
        Heading::of(&levels.join(" · "))
    };
    (0..width).map(heading).collect()
}

/// The text over a column in a row of headings: its own cell, the one it is merged with, or, where the
/// file does not tell merges, the one to the left that spans levels below.
fn heading_text(sheet: &Sheet, at: usize, column: usize, last: usize) -> String {
    let row = &sheet.rows[at];
    let own = row.cell(column);
    if !own.is_empty() {
        return own.shown();
    }
    let merge = sheet.merges.iter().find(|merge| {
        (merge.rows.0..=merge.rows.1).contains(&row.line)
            && (merge.columns.0..=merge.columns.1).contains(&column)
    });
    if let Some(merge) = merge {
        let top = sheet.rows.iter().find(|row| row.line == merge.rows.0);
        return top.map(|row| row.cell(merge.columns.0).shown()).unwrap_or_default();
    }
    let below = |column: usize| (at + 1..=last).any(|at| !sheet.rows[at].cell(column).is_empty());
    if !sheet.merges.is_empty() || at == last || !below(column) {
        return String::new();
    }
    let left = (0..column).rev().find(|left| !row.cell(*left).is_empty());
    let spans = left.filter(|left| (*left..column).all(below));
    spans.map(|left| row.cell(left).shown()).unwrap_or_default()
}

fn is_value(role: &Role) -> bool {
    matches!(role, Role::Plan(_) | Role::Actual(_) | Role::Comparison(_))
}

/// Whether a row without a heading for names names values all the same: at least two periods, plans or
/// results, and no number but years.
fn are_values(row: &Row, columns: &[Heading]) -> bool {
    let values = columns.iter().filter(|c| matches!(c.role, Role::Plan(_) | Role::Actual(_)));
    let headings = row.filled_cells().all(|(_, cell)| {
        let text = cell.shown();
        is_year(&text) || !text.contains(|c: char| c.is_ascii_digit())
    });
    values.count() >= 2 && headings && !is_numbering(row)
}

/// Whether the row has room for names to the left of its values.
fn starts_with_a_name(row: &Row, columns: &[Heading]) -> bool {
    let first_value = columns.iter().position(|column| is_value(&column.role)).unwrap_or(0);
    let texts = row.cells.iter().take(first_value).all(|cell| !matches!(cell, Cell::Number { .. }));
    first_value > 0 && texts && unnamed(columns).is_some_and(|name| name < first_value)
}

/// The column that must be the name's where none is called so.
fn unnamed(columns: &[Heading]) -> Option<usize> {
    columns.iter().position(|column| column.role == Role::Unknown)
}

/// A row above that spans columns: it leaves the name free and says something over several values.
fn is_level_above(sheet: &Sheet, at: usize, name: usize) -> bool {
    let row = &sheet.rows[at];
    let line = sheet.rows.get(at + 1).map_or(0, |row| row.line);
    let beside = row.filled_cells().all(|(column, _)| column != name);
    let right = row.filled_cells().filter(|(column, _)| *column > name).count();
    let left = row.filled_cells().filter(|(column, _)| *column < name).count();
    let adjacent = row.line + 1 == line;
    // "Đơn vị tính: tỷ đồng" stands above a table's right end, and is no heading.
    let unit_line = row.filled() == 1
        && row.filled_cells().all(|(_, cell)| super::unit::in_line(&cell.shown()).is_some());
    adjacent && beside && right >= 1 && left <= 1 && !unit_line
}

/// A row below that goes on with the headings: it leaves the name free.
fn is_level_below(sheet: &Sheet, at: usize, name: usize, above: &[Heading]) -> bool {
    let Some(row) = sheet.rows.get(at) else { return false };
    let mark = above.iter().position(|column| column.role == Role::Mark);
    let free = row.cell(name).is_empty() && mark.is_none_or(|mark| row.cell(mark).is_empty());
    let headings = row.filled_cells().all(|(_, cell)| match cell {
        Cell::Number { value, .. } => {
            let text = value.to_string();
            role::year(&text).is_some() && text.len() == 4
        }
        _ => !cell.shown().starts_with(|c: char| c.is_ascii_digit() && !is_year(&cell.shown())),
    });
    free && row.filled() > 0 && headings && !is_numbering(row)
}

fn is_year(text: &str) -> bool {
    role::year(&role::key(text)).is_some()
}

/// Where the name's heading is merged over several columns, or has empty ones to its right before the
/// next heading, levels stand in columns of their own.
fn name_columns(sheet: &Sheet, at: usize, name: usize, columns: &[Heading]) -> Vec<usize> {
    let line = sheet.rows[at].line;
    let merge = sheet
        .merges
        .iter()
        .find(|merge| merge.rows.0 <= line && line <= merge.rows.1 && merge.columns.0 == name);
    let last = merge.map_or(name, |merge| merge.columns.1.min(columns.len().saturating_sub(1)));
    (name..=last).collect()
}

/// "A, B, 1, 2, 3=2/1": letters and numbers that count the columns.
fn is_numbering(row: &Row) -> bool {
    let cells: Vec<String> = row.filled_cells().map(|(_, cell)| cell.shown()).collect();
    let mut last = 0;
    let counts = cells.iter().all(|text| {
        let number = text.split('=').next().unwrap_or_default();
        let number = number.trim_matches(['(', ')', '[', ']', ' ']);
        match number.parse::<u32>() {
            Ok(number) => {
                let next = number > last && number <= last + 3;
                last = number;
                next
            }
            Err(_) => number.len() == 1 && number.starts_with(|c: char| c.is_ascii_uppercase()),
        }
    });
    cells.len() >= 3 && counts && last >= 1
}

/// "5=4/3" tells which columns a comparison compares, where its heading does not.
fn by_formulas(numbering: &Row, columns: &mut [Heading]) {
    let bare = |cell: &Cell| cell.shown().replace(['(', ')', ' '], "");
    let texts: Vec<String> = numbering.cells.iter().map(bare).collect();
    let number_of = |text: &str| text.split('=').next().map(str::to_owned);
    let column_of = |number: &str| {
        let number = number.trim_matches(['(', ')', ' ', '%']);
        texts.iter().position(|text| number_of(text).as_deref() == Some(number))
    };
    let mut found = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let Some((_, formula)) = text.split_once('=') else { continue };
        let Some((left, right)) = formula.split_once(['/', ':', '-']) else { continue };
        let right: String = right.chars().take_while(char::is_ascii_digit).collect();
        if let (Some(left), Some(right)) = (column_of(left), column_of(&right)) {
            found.push((at, left, right));
        }
    }
    for (at, left, right) in found {
        let (Some(left), Some(right)) = (columns.get(left), columns.get(right)) else { continue };
        let told = match (&left.role, &right.role) {
            (Role::Plan(_), _) => Comparison::Planned,
            (Role::Actual(_), Role::Plan(_)) => Comparison::Plan,
            (Role::Actual(_), Role::Actual(_)) => Comparison::Previous,
            _ => continue,
        };
        if let Some(column) = columns.get_mut(at)
            && matches!(column.role, Role::Comparison(Comparison::Either) | Role::Unknown)
        {
            column.role = Role::Comparison(told);
        }
    }
}
