//! Puts plans next to results, in a long table that has a row for each of them and a column that says which it is:
//!
//! ```text
//! Địa phương | Năm  | Chỉ tiêu | Loại | Giá trị        Địa phương | Năm  | Chỉ tiêu | Loại · KH | Giá trị
//! Ba Bể      | 2024 | Hộ nghèo | KH   | 12        →    Ba Bể      | 2024 | Hộ nghèo | 12        | 11,5
//! Ba Bể      | 2024 | Hộ nghèo | TH   | 11,5
//! ```
//!
//! A row keeps the number of its columns and the line of its result, so that diagnostics point into the file.

use std::collections::{HashMap, VecDeque};

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::source::sheet::{Rows, Sheet};
use crate::lexicon::heading::Heading;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::role::Role;

/// What the value of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ValueKind {
    Plan,
    Actual,
}

impl ValueKind {
    /// The kind that a cell names; `None` also for one with a period of its own, "KH 2025", or an estimate.
    fn of(text: &str) -> Option<Self> {
        let names_none = |when: &HeadingPeriod| {
            when.year.is_none() && !when.part && !when.previous && !when.estimate
        };
        match Heading::of(text.trim()).role {
            Role::Plan(when) if names_none(&when) => Some(Self::Plan),
            Role::Actual(when) if names_none(&when) => Some(Self::Actual),
            _ => None,
        }
    }
}

/// The sheet with plans and results in columns; `None` if its rows do not say which of the two they are.
pub(super) fn in_columns<'s>(sheet: &'s Sheet<'_>, header: &Header) -> Option<Sheet<'s>> {
    let [value] = header.values()[..] else { return None };
    let is_kind =
        |column: &HeaderColumn| column.profile.most_satisfy(|text| ValueKind::of(text).is_some());
    let kind = header.columns.iter().position(is_kind).filter(|at| *at != value)?;
    let is_plain = sheet.merges.is_empty() && header.below == header.first + 1;
    if !is_plain || !names_both(sheet, header, kind) {
        return None;
    }
    let mut rows: Vec<Row<'s>> = sheet.range(0..header.below).collect();
    let plan = sheet.find(header.below..sheet.len(), |_, row| {
        ValueKind::of(&row.cell(kind).shown()) == Some(ValueKind::Plan)
    });
    let plan = sheet.row(plan?).cell(kind).shown().into_owned();
    let heading = format!("{} · {plan}", header.columns[kind].heading);
    if let Some(own) = rows.get_mut(header.first) {
        set(own, kind, Cell::text(heading));
    }
    // The rows of each key that lack the other value, in order: a result is of the first plan without one.
    let mut incomplete: HashMap<(Vec<String>, bool), VecDeque<usize>> = HashMap::new();
    for row in sheet.range(header.below..sheet.len()) {
        let Some(own) = ValueKind::of(&row.cell(kind).shown()) else {
            rows.push(row);
            continue;
        };
        let (key, joined) = (key(&row, (kind, value)), in_own_column(row, (kind, value), own));
        let is_plan = own == ValueKind::Plan;
        let other = incomplete.get_mut(&(key.clone(), !is_plan)).and_then(VecDeque::pop_front);
        match other {
            Some(at) => join(&mut rows[at], joined, (kind, value), own),
            None => {
                incomplete.entry((key, is_plan)).or_default().push_back(rows.len());
                rows.push(joined);
            }
        }
    }
    Some(Sheet { name: sheet.name.clone(), hidden: sheet.hidden, ..Sheet::of(Rows::Cells(rows)) })
}

/// Whether each row with a value says whether it is a plan or a result, and there are both.
fn names_both(sheet: &Sheet<'_>, header: &Header, kind: usize) -> bool {
    let (mut plans, mut actuals) = (false, false);
    let other = sheet.find(header.below..sheet.len(), |_, row| {
        let cell = row.cell(kind).shown();
        match ValueKind::of(&cell) {
            Some(ValueKind::Plan) => plans = true,
            Some(ValueKind::Actual) => actuals = true,
            None => return row.filled() > 1,
        }
        false
    });
    other.is_none() && plans && actuals
}

/// What distinguishes a row from those of other values: all cells but the value and its kind.
fn key(row: &Row<'_>, (kind, value): (usize, usize)) -> Vec<String> {
    let cells = row.filled_cells().filter(|(at, _)| *at != kind && *at != value);
    cells.map(|(at, cell)| format!("{at} {}", cell.shown())).collect()
}

/// The row with its value in the column of its kind.
fn in_own_column<'s>(mut row: Row<'s>, (kind, value): (usize, usize), own: ValueKind) -> Row<'s> {
    let figure = row.cell(value).clone();
    let (plan, actual) = match own {
        ValueKind::Plan => (figure, Cell::Empty),
        ValueKind::Actual => (Cell::Empty, figure),
    };
    set(&mut row, kind, plan);
    set(&mut row, value, actual);
    row
}

/// Adds the value of another row to a row that has none of its kind.
fn join<'s>(row: &mut Row<'s>, other: Row<'s>, (kind, value): (usize, usize), own: ValueKind) {
    let column = if own == ValueKind::Plan { kind } else { value };
    set(row, column, other.cell(column).clone());
    if own == ValueKind::Actual {
        (row.line, row.start) = (other.line, other.start);
    }
}

fn set<'s>(row: &mut Row<'s>, column: usize, cell: Cell<'s>) {
    let mut cells = row.cells.to_vec();
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = cell;
    row.cells = Cells::Owned(cells);
}
