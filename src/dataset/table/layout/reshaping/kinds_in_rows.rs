//! Puts plan, result and percentage into columns, in tables that have a row for each of them: of the same indicator in
//! several periods, or of the indicators that the columns name.
//!
//! ```text
//! Chỉ tiêu   | Nội dung   | 2022 | 2023                 | Số lớp | Kinh phí
//! Trồng rừng | Kế hoạch   | 310  | 320        Kế hoạch  | 40     | 3.600
//!            | Thực hiện  | 298  | 331        Thực hiện | 42     | 3.420
//!            | Tỷ lệ (%)  | 96,1 | 103,4      Tỷ lệ (%) | 105,0  | 95,0
//! ```
//!
//! A row keeps the line of its first value, so that diagnostics point near it.

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::source::sheet::{Rows, Sheet};
use crate::lexicon::column_words::{ACTUAL_ALONE, PLAN_ALONE};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::period_words::is_period;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// The most rows of a table that is turned around.
const MOST: usize = 3;

/// What the values of a row are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Plan,
    Actual,
    Percent,
}

impl RowKind {
    const ALL: [Self; 3] = [Self::Plan, Self::Actual, Self::Percent];

    /// The kind that a cell names and nothing else: no period of its own, no measure.
    fn of(text: &str) -> Option<Self> {
        let key = key(text);
        // In a name, "Chỉ tiêu" may be any indicator.
        let is_plan = PLAN_ALONE.contains(&key) || key == "chi tieu";
        let is_actual = ACTUAL_ALONE.contains(&key);
        // The role of a text is slow to decide, and nearly all cells are none of these.
        if !is_plan && !is_actual && !text.contains('%') {
            return None;
        }
        match Heading::of(text.trim()).role {
            Role::Plan(_) if is_plan => Some(Self::Plan),
            Role::Actual(_) if is_actual => Some(Self::Actual),
            Role::Comparison(Comparison::Plan | Comparison::Either) if text.contains('%') => {
                Some(Self::Percent)
            }
            _ => None,
        }
    }
}

/// The sheet with a column for each kind of value; `None` if its rows do not say which kind they are.
pub(super) fn in_columns<'s>(sheet: &'s Sheet<'_>, header: &Header) -> Option<Sheet<'s>> {
    if !sheet.merges.is_empty() || header.below != header.first + 1 {
        return None;
    }
    let is_kind =
        |at: &usize| header.columns[*at].profile.are_all(|text| RowKind::of(text).is_some());
    let kind = (0..header.columns.len()).find(is_kind)?;
    let rows = of_periods(sheet, header, kind).or_else(|| turned(sheet, header, kind))?;
    Some(Sheet { name: sheet.name.clone(), hidden: sheet.hidden, ..Sheet::of(Rows::Cells(rows)) })
}

/// The rows of an indicator each, with a column for each kind in each period.
fn of_periods<'s>(sheet: &'s Sheet<'_>, header: &Header, kind: usize) -> Option<Vec<Row<'s>>> {
    let heading = |at: usize| header.columns[at].heading.as_str();
    let (periods, others): (Vec<usize>, Vec<usize>) = (0..header.columns.len())
        .filter(|at| *at != kind)
        .partition(|at| is_period(&key(heading(*at))));
    let mut groups: Vec<(Row<'s>, [Option<Row<'s>>; 3])> = Vec::new();
    for row in sheet.range(header.below..sheet.len()).filter(|row| row.filled() > 0) {
        let own = RowKind::of(&row.cell(kind).shown())?;
        let is_begun = others.iter().any(|at| !row.cell(*at).is_empty());
        let is_same = |first: &Row<'s>| others.iter().all(|at| first.cell(*at) == row.cell(*at));
        let last = groups.last_mut().filter(|(first, _)| !is_begun || is_same(first));
        match last {
            Some((_, kinds)) if kinds[own as usize].is_none() => kinds[own as usize] = Some(row),
            Some(_) => return None,
            None if is_begun => {
                let mut kinds = [None, None, None];
                kinds[own as usize] = Some(row.clone());
                groups.push((row, kinds));
            }
            None => return None,
        }
    }
    let is_whole =
        |(_, kinds): &(Row<'_>, [Option<Row<'_>>; 3])| kinds[0].is_some() && kinds[1].is_some();
    if periods.len() < 2 || others.is_empty() || groups.is_empty() || !groups.iter().all(is_whole) {
        return None;
    }
    let names = ["Kế hoạch", "Thực hiện", "So với kế hoạch (%)"];
    let columns = || periods.iter().flat_map(|at| RowKind::ALL.map(|own| (*at, own as usize)));
    let mut rows: Vec<Row<'s>> = sheet.range(0..header.below).collect();
    let top = rows.get_mut(header.first)?;
    let dated = columns().map(|(at, own)| Cell::text(format!("{} · {}", heading(at), names[own])));
    let kept: Vec<Cell<'s>> = others.iter().map(|at| top.cell(*at).clone()).collect();
    top.cells = Cells::Owned(kept.into_iter().chain(dated).collect());
    rows.extend(groups.into_iter().map(|(first, kinds)| {
        let kept = others.iter().map(|at| first.cell(*at).clone());
        let value = |(at, own): (usize, usize)| {
            kinds[own].as_ref().map_or(Cell::Empty, |row| row.cell(at).clone())
        };
        let cells = kept.chain(columns().map(value)).collect();
        Row { line: first.line, start: first.start, cells: Cells::Owned(cells) }
    }));
    Some(rows)
}

/// The table turned around: a row for each column, with a plan, a result and their percentage.
fn turned<'s>(sheet: &'s Sheet<'_>, header: &Header, kind: usize) -> Option<Vec<Row<'s>>> {
    let below: Vec<Row<'s>> =
        sheet.range(header.below..sheet.len()).filter(|row| row.filled() > 0).collect();
    let kinds: Option<Vec<RowKind>> =
        below.iter().map(|row| RowKind::of(&row.cell(kind).shown())).collect();
    let kinds = kinds.filter(|kinds| (2..=MOST).contains(&kinds.len()))?;
    let are_once =
        RowKind::ALL.iter().all(|own| kinds.iter().filter(|kind| *kind == own).count() < 2);
    let are_both = kinds.contains(&RowKind::Plan) && kinds.contains(&RowKind::Actual);
    let columns: Vec<usize> = (0..header.columns.len())
        .filter(|at| *at != kind && !header.columns[*at].profile.is_empty)
        .collect();
    let is_measure = |at: &usize| {
        let heading = header.columns[*at].heading.as_str();
        !heading.trim().is_empty() && Heading::of(heading).role == Role::Unknown
    };
    if !are_once || !are_both || columns.is_empty() || !columns.iter().all(is_measure) {
        return None;
    }
    let mut rows: Vec<Row<'s>> = sheet.range(0..header.below).collect();
    let top = rows.pop()?;
    let row =
        |cells: Vec<Cell<'s>>| Row { line: top.line, start: top.start, cells: Cells::Owned(cells) };
    let names = below.iter().map(|row| row.cell(kind).clone());
    rows.push(row([Cell::text("Chỉ tiêu")].into_iter().chain(names).collect()));
    rows.extend(columns.iter().map(|at| {
        let values = below.iter().map(|row| row.cell(*at).clone());
        row([top.cell(*at).clone()].into_iter().chain(values).collect())
    }));
    Some(rows)
}
