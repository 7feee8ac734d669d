//! Stage 5: the rows in document order, each with its marker, its depth and the names of the rows above it.

mod bilingual;
mod blocks;
pub(super) mod body;
mod extent;
mod inherited_units;
mod name_columns;
mod restarted_numbering;
pub(super) mod row;
mod row_reader;
pub(super) mod row_slice;
pub(super) mod selection;
pub(super) mod stacked_cells;
mod totals;
pub(super) mod tree;

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

use super::source::cell::{Cell, Row};
use crate::dataset::progress::Progress;
use crate::lexicon::block_heading::BlockHeading;
use crate::lexicon::markers::{MarkedName, is_sign};
use crate::lexicon::rank::Marker;
use crate::lexicon::unit;
use blocks::{Block, Blocks, line_over_values};
use body::Body;
use inherited_units::InheritedUnits;
use name_columns::NameColumns;
use restarted_numbering::RestartedNumbering;
use row::{OutlinedRow, PlacedRow};
use totals::Total;
use tree::Outline;

/// The number of rows between two reports of the progress.
const STEP: usize = 4096;

/// An iterator over the rows of a table in the outline, each with the depth of the next one.
pub(in crate::dataset::table) struct PlacedRows<'t, 'a> {
    body: &'t Body<'a>,
    progress: &'t Progress,
    rows: Range<usize>,
    outline: Outline,
    last_unit: Option<String>,
    /// Whether the table contains only names.
    only_names: bool,
    /// Whether units are in brackets at the end of the names.
    units_in_names: bool,
    /// Whether most names are in two languages.
    two_languages: bool,
    inherited_units: InheritedUnits,
    /// Whether the unit of the last row was in brackets at the end of its name.
    last_in_brackets: bool,
    name_columns: NameColumns,
    /// The unit of rows without a unit of their own.
    common_unit: Option<String>,
    pub(in crate::dataset::table) blocks: Blocks,
    restarted_numbering: RestartedNumbering,
    /// A buffer that the rows are read into.
    row: Row<'t>,
    /// The last placed row, kept until the depth of the next one is known.
    last: Option<PlacedRow>,
    /// A group that begins with the current row, and is returned before it.
    group: Option<PlacedRow>,
    /// The row after such a group.
    pending: Option<PlacedRow>,
    /// Rows to report: they have values and no name, only check sums, or have a number whose whole is missing.
    pub(in crate::dataset::table) to_report: Vec<usize>,
}

impl<'t, 'a> PlacedRows<'t, 'a> {
    /// The rows of a table in the outline.
    pub(in crate::dataset::table) fn of(body: &'t Body<'a>, progress: &'t Progress) -> Self {
        Self {
            body,
            progress,
            rows: body.rows(),
            outline: Outline::default(),
            last_unit: None,
            only_names: body.schema().is_list_of_names() && body.schema().unit.is_none(),
            units_in_names: body.names_hold_units(),
            two_languages: bilingual::is_throughout(body),
            inherited_units: InheritedUnits::default(),
            last_in_brackets: false,
            name_columns: NameColumns::of(body),
            common_unit: body.schema().common_unit.clone(),
            blocks: Blocks::default(),
            restarted_numbering: RestartedNumbering::of(body),
            row: Row::default(),
            last: None,
            group: None,
            pending: None,
            to_report: Vec::new(),
        }
    }
}

impl Iterator for PlacedRows<'_, '_> {
    type Item = (PlacedRow, Option<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(placed) = self.next_row() {
            let depth = placed.depth;
            if let Some(last) = self.last.replace(placed) {
                return Some((last, Some(depth)));
            }
        }
        self.last.take().map(|last| (last, None))
    }
}

impl PlacedRows<'_, '_> {
    /// The next placed row, without the depth of the one after it.
    fn next_row(&mut self) -> Option<PlacedRow> {
        if let Some(placed) = self.pending.take() {
            return Some(placed);
        }
        loop {
            let at = self.rows.next()?;
            if at % STEP == 0 {
                // If the user cancelled, no row follows.
                self.progress.advance(STEP).ok()?;
            }
            let mut row = std::mem::take(&mut self.row);
            let placed = self.body.sheet().read(at, &mut row).and_then(|()| self.place(at, &row));
            self.row = row;
            match self.group.take() {
                Some(group) => {
                    self.pending = placed;
                    return Some(group);
                }
                None if placed.is_some() => return placed,
                None => {}
            }
        }
    }

    /// Places a row in the outline; `None` if it is not an entry of its own.
    fn place(&mut self, at: usize, row: &Row<'_>) -> Option<PlacedRow> {
        let body = self.body;
        if body.is_repeated_header(at) {
            return None;
        }
        let (cell, name) = body.reader.mark_and_name(row);
        let unit_over_values = self.unit_over_values(row);
        let has_values = unit_over_values.is_none() && body.has_values(row);
        if name.trim().is_empty() {
            match line_over_values(row).filter(|_| has_values) {
                Some(line) => self.begin_block(at, line),
                None if has_values => self.to_report.push(at),
                None => {}
            }
            return None;
        }
        if has_values && totals::is_check(&cell, &name) {
            self.to_report.push(at);
            return None;
        }
        if !has_values
            && !self.only_names
            && let Some(line) = self.blocks.line((body, at), row, (&cell, &name))
        {
            self.begin_block(at, line);
            return None;
        }
        let cell = match memchr(b'\n', cell.as_bytes()) {
            // One number for each of several stacked names.
            Some(first) => Cow::Owned(cell[..first].trim().to_owned()),
            None => cell,
        };
        let cell = self.left_of_name(at, row, cell);
        let several = memchr(b'\n', name.as_bytes()).is_some();
        let (name, other) = match several.then(|| stacked_cells::first_of(body, row)).flatten() {
            Some(first) => (Cow::Owned(first), None),
            None => bilingual::split(&name, self.two_languages),
        };
        self.common_unit = unit_over_values.or(self.common_unit.take());
        let unit_cell = body.reader.unit_cell(row);
        let mut marked = self.outline.mark(&cell, &name);
        if marked.of_which && marked.name.is_empty() && has_values {
            // "Trong đó" with values of its own is the sum of its parts below.
            marked.name = name.trim().trim_end_matches(':').to_owned();
            marked.mark = Marker::Plain(u16::MAX);
        }
        let bare = !has_values && unit_cell.is_none() && !self.only_names && !marked.of_which;
        if bare && self.is_heading(at, marked.mark) {
            marked.mark = Marker::Capitals;
        }
        let row_kind = body.schema().axes.rows;
        if bare && marked.mark == Marker::Capitals {
            self.blocks.end_at(&marked.name, row_kind, &mut self.outline);
        }
        let own = (marked.mark, &*cell);
        let rank = self.restarted_numbering.rank((body, row), own, self.last.as_ref());
        marked.mark = self.name_columns.below(rank);
        let unmarked = matches!(marked.mark, Marker::Plain(_) | Marker::Capitals);
        let total = (unmarked && has_values && !marked.of_which)
            .then(|| {
                // The last total in a block is that of the block.
                let is_last = || body.next_mark(at).is_none() && !self.outline.has_block();
                totals::total(&marked.name, is_last)
            })
            .flatten();
        let in_brackets = unit_cell.is_none().then(|| self.brackets(&mut marked)).flatten();
        let footnote = body.footnotes.take(&mut marked.name);
        if marked.name.trim().is_empty() && !marked.of_which {
            return None;
        }
        // A name merged over several rows is one entry of the outline, with one unit a row.
        let own = body.schema().names.iter().any(|column| !row.cell(*column).is_empty());
        let last = self.last.as_ref();
        let above = last.filter(|last| !own && last.outlined.name == marked.name);
        let (parents, depth) = match above {
            Some(above) => (above.outlined.parents.clone(), above.depth),
            None => {
                if let Some(total) = total {
                    self.outline.close_for_total(total);
                }
                let parents = self.outline.place(&marked);
                if self.outline.take_orphan() {
                    self.to_report.push(at);
                }
                self.outline.has_values(has_values);
                (parents, self.outline.depth())
            }
        };
        let MarkedName { mark, name, .. } = marked;
        if name.is_empty() {
            return None;
        }
        let block = self
            .blocks
            .of(&name, row_kind, &self.outline)
            .filter(|_| unit_cell.is_none() && in_brackets.is_none());
        let (unit, inherited) = match unit_cell {
            Some(unit) if unit::is_ditto(&unit) => (self.last_unit.clone(), false),
            Some(unit) => (Some(unit), false),
            None => self.unit(depth, &name, in_brackets, block.as_deref()),
        };
        self.last_unit.clone_from(&unit);
        let has_unit = body.schema().unit.is_some_and(|column| !row.cell(column).is_empty());
        let section = body.schema().section.map(|column| row.cell(column).shown().into_owned());
        let section = section.filter(|section| !section.is_empty());
        let notes = other.into_iter().chain(footnote).collect();
        let has_unit_of_block = inherited || block.is_some();
        let block = block.and_then(|block| block.heading.clone());
        let outlined =
            OutlinedRow { name, parents, unit, notes, has_unit_of_block, block, place: None };
        let leaves_block = self.blocks.pass(has_values);
        let is_whole = total == Some(Total::All);
        Some(PlacedRow {
            row: at,
            mark,
            outlined,
            depth,
            has_values,
            has_unit,
            leaves_block,
            is_whole,
            section,
        })
    }

    /// Whether a row that is only a name is the heading of the rows below it, although its marker does not
    /// say so: it has none, or an asterisk over numbers.
    fn is_heading(&self, at: usize, mark: Marker) -> bool {
        match mark {
            Marker::Plain(_) => !self.body.has_children(at, mark),
            Marker::Star => match self.body.next_mark(at) {
                // "1.1" below an asterisk is a child of "1" above it.
                Some(next @ Marker::Number(_)) => !self.outline.is_part_of_number(next),
                _ => false,
            },
            _ => false,
        }
    }

    /// Removes a unit in brackets from the end of a name.
    fn brackets(&self, marked: &mut MarkedName) -> Option<String> {
        let any = || unit::in_last_brackets(&marked.name).filter(|_| self.units_in_names);
        let (name, unit) = unit::in_brackets(&marked.name).or_else(any)?;
        // "Tỷ lệ phần trăm (%)" in a table with another unit.
        if unit::is_explained(&name, &unit) && self.common_unit.is_some() {
            return None;
        }
        marked.name = name;
        Some(unit)
    }

    /// Begins a block with a line, which is a group if it has a heading.
    fn begin_block(&mut self, at: usize, line: BlockHeading) {
        self.last_in_brackets = false;
        if let Some(marked) = self.blocks.begin(at, line, &mut self.outline) {
            self.group = Some(self.placed_group(at, marked));
        }
    }

    /// The unit of a row without a cell for it, in a `block`; and whether it is that of a row above.
    fn unit(
        &mut self,
        depth: usize,
        name: &str,
        in_brackets: Option<String>,
        block: Option<&Block>,
    ) -> (Option<String>, bool) {
        let mut whole = None;
        if self.body.schema().unit.is_none() {
            let above = self.last.as_ref().filter(|last| last.depth < depth);
            if let Some(above) = above.filter(|_| self.last_in_brackets && self.group.is_none())
                && let Some(unit) = &above.outlined.unit
            {
                self.inherited_units.add(above.depth, &above.outlined.name, unit);
            }
            whole = in_brackets.is_none().then(|| self.inherited_units.unit(depth, name)).flatten();
            self.last_in_brackets = in_brackets.is_some();
        }
        if let Some(unit) = in_brackets {
            return (Some(unit), false);
        }
        let is_inherited = whole.is_some();
        let common = || match block {
            Some(block) => block.unit.clone(),
            None => self.common_unit.clone(),
        };
        (whole.or_else(common), is_inherited)
    }

    /// The unit that is alone in the columns of values next to the name of a group: "DIỆN TÍCH" and "Ha".
    fn unit_over_values(&self, row: &Row<'_>) -> Option<String> {
        if self.body.schema().unit.is_some() {
            return None;
        }
        let mut filled = self.body.schema().values().filter(|column| !row.cell(*column).is_empty());
        let (Some(column), None) = (filled.next(), filled.next()) else { return None };
        let Cell::Text(text) = row.cell(column) else { return None };
        let named = self.body.schema().names.iter().any(|name| !row.cell(*name).is_empty());
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        (named && !digits && unit::is_unit(text)).then(|| text.trim().to_owned())
    }

    /// Handles a cell left of the name, in another column of names: a group, or the marker of the row.
    /// Returns the marker of the row.
    fn left_of_name<'r>(
        &mut self,
        at: usize,
        row: &'r Row<'r>,
        cell: Cow<'r, str>,
    ) -> Cow<'r, str> {
        let body = self.body;
        if body.schema().names.len() < 2 {
            return cell;
        }
        match name_columns::left_of_name(body, row) {
            Some(left) if is_sign(&left.text) => {
                return if cell.is_empty() { Cow::Owned(left.text.into_owned()) } else { cell };
            }
            Some(left) if left.begins => {
                let mut marked = self.outline.mark(self.name_columns.marker(&cell), &left.text);
                if matches!(marked.mark, Marker::Plain(_)) {
                    marked.mark = Marker::Capitals;
                }
                self.name_columns.begin(marked.mark);
                let group = self.placed_group(at, marked);
                // "Trong đó:" alone is not a group.
                self.group = (!group.outlined.name.is_empty()).then_some(group);
            }
            Some(_) => {}
            None if name_columns::is_in_first(body, row) => self.name_columns.leave(),
            None => {}
        }
        if self.name_columns.is_of_group() { Cow::Borrowed("") } else { cell }
    }

    fn placed_group(&mut self, row: usize, marked: MarkedName) -> PlacedRow {
        let parents = self.outline.place(&marked);
        let outlined = OutlinedRow { name: marked.name, parents, ..OutlinedRow::default() };
        let (mark, depth) = (marked.mark, self.outline.depth());
        PlacedRow {
            row,
            mark,
            outlined,
            depth,
            has_values: false,
            has_unit: false,
            leaves_block: self.blocks.pass(false),
            is_whole: false,
            section: None,
        }
    }
}
