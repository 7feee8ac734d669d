//! Places a row in the outline: finds its marker and its name, the level that they say, its parents and its unit.

use std::borrow::Cow;

use memchr::memchr;

use super::PlacedRows;
use super::bilingual::FirstName;
use super::block_line::line_over_values;
use super::inherited_units::ItemUnit;
use super::row::{OutlinedRow, PlacedRow};
use super::row_at::RowAt;
use super::row_reader::MarkerAndName;
use super::row_units::{UnitOfRow, is_other_measure};
use super::totals::{self, Total};
use super::tree::{BREAKDOWN, Outline};
use super::{bilingual, extent, name_columns, split_rows, stacked_cells};
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::block_heading::{BlockHeading, is_breakdown, splits_into_classes};
use crate::lexicon::marker_order::Marker;
use crate::lexicon::markers::{MarkedName, is_sign};
use crate::lexicon::unit;

/// The cells of a row that is an entry of the outline.
struct EntryRow<'r> {
    cell: Cow<'r, str>,
    name: Cow<'r, str>,
    /// The unit that is alone in its columns of values.
    unit_over_values: Option<String>,
    has_values: bool,
}

/// What a row has besides its marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowContent {
    /// A name with values, and maybe a unit.
    Values,
    /// A name and a unit.
    Unit,
    /// Only a name.
    Name,
}

impl RowContent {
    fn of(has_values: bool, has_unit: bool) -> Self {
        match (has_values, has_unit) {
            (true, _) => Self::Values,
            (false, true) => Self::Unit,
            (false, false) => Self::Name,
        }
    }
}

/// Where a row is in the tree.
struct Position {
    /// The names of its parents, outermost first.
    parents: Vec<String>,
    depth: usize,
}

impl<'t> PlacedRows<'t, '_> {
    /// Places a row in the outline; `None` if it is not an entry of its own.
    pub(super) fn place(&mut self, at: usize, row: &Row<'_>) -> Option<PlacedRow> {
        let body = self.body;
        let EntryRow { cell, name, unit_over_values, has_values } = self.entry_row(at, row)?;
        let cell = self.left_of_name(at, row, first_line(cell));
        let FirstName { name, translation } = self.first_name(row, &name);
        self.common_unit = unit_over_values.or(self.common_unit.take());
        let unit_cell = body.reader.unit_cell(row);
        let own = RowAt { body, at, row };
        let content = RowContent::of(has_values, unit_cell.is_some());
        let mut marked = self.marked(own, &cell, &name, content);
        let total = self.total(at, &marked).filter(|_| has_values);
        let in_brackets = unit_cell.is_none().then(|| self.brackets(row, &mut marked)).flatten();
        let is_of_other_unit = self.is_of_other_unit(in_brackets.as_ref());
        let total = total.filter(|total| *total != Total::All || !is_of_other_unit);
        let footnote = body.footnotes.take(&mut marked.name);
        if marked.name.trim().is_empty() && !marked.of_which {
            return None;
        }
        if has_values && self.is_after_block(own, &marked, in_brackets.as_deref()) {
            self.blocks.end(&mut self.outline);
        }
        let is_open = has_values && !marked.of_which;
        if is_open && is_other_measure(unit_cell.as_deref(), self.last_unit.as_deref()) {
            self.outline.end_parts(marked.marker);
        }
        let Position { parents, depth } = self.position(own, &marked, total, has_values);
        let MarkedName { marker, name, .. } = marked;
        if name.is_empty() {
            return None;
        }
        let block = self.blocks.of(&name, body.schema().axes.rows, &self.outline);
        let block = block.filter(|_| unit_cell.is_none() && in_brackets.is_none());
        let UnitOfRow { unit, is_inherited } = match unit_cell {
            Some(unit) if unit::is_ditto(&unit) => UnitOfRow::own(self.last_unit.clone()),
            Some(unit) => UnitOfRow::own(Some(unit)),
            None => self.unit(depth, &name, &parents, in_brackets, block.as_deref()),
        };
        let unit = unit.or_else(|| self.unit_of_item(&name));
        ItemUnit::follow(&mut self.item, marker, &name, &unit, has_values);
        self.last_unit.clone_from(&unit);
        let section = body.schema().section.map(|column| row.cell(column).shown().into_owned());
        let is_class = self.is_class(&parents);
        let outlined = OutlinedRow {
            name,
            parents,
            unit,
            notes: translation.into_iter().chain(footnote).collect(),
            has_unit_of_block: is_inherited || block.is_some(),
            block: block.and_then(|block| block.heading.clone()),
            place: None,
            period: body.period_lines.above(at),
            is_class,
        };
        Some(PlacedRow {
            row: at,
            marker,
            outlined,
            depth,
            has_values,
            has_unit: body.schema().unit.is_some_and(|column| !row.cell(column).is_empty()),
            leaves_block: self.blocks.pass(has_values),
            is_whole: total == Some(Total::All),
            section: section.filter(|section| !section.is_empty()),
        })
    }

    /// Whether the unit in the name of a row is another one than that of the row above: "Tổng giá trị thiệt hại (Triệu
    /// đồng)" below "Số vụ cháy (Vụ)" sums up nothing above it.
    fn is_of_other_unit(&self, in_brackets: Option<&String>) -> bool {
        in_brackets.is_some() && self.last_unit.is_some() && in_brackets != self.last_unit.as_ref()
    }

    /// Whether a row is a class among rows that are places.
    fn is_class(&self, parents: &[String]) -> bool {
        let are_places = self.body.schema().axes.rows == RowKind::Places;
        are_places && parents.iter().any(|parent| splits_into_classes(parent))
    }

    /// The marker and the name of a row; `None` if it does not belong to the outline: a header on another page, a line
    /// that begins a block, a check sum, or values without a name.
    fn entry_row<'r>(&mut self, at: usize, row: &'r Row<'r>) -> Option<EntryRow<'r>>
    where
        't: 'r,
    {
        let body = self.body;
        let is_line = body.is_repeated_header(at) || body.period_lines.has(at);
        if is_line || extent::is_page_number(row) || extent::is_note(&body.reader, row) {
            return None;
        }
        let MarkerAndName { marker: cell, name } = body.reader.marker_and_name(row);
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
            && let Some(line) =
                self.blocks.line(RowAt { body, at, row }, self.outline.mark_of(&cell, &name), &name)
        {
            self.begin_block(at, line);
            return None;
        }
        Some(EntryRow { cell, name, unit_over_values, has_values })
    }

    /// The first of the names that are stacked in a cell, or the name without its translation; and the translation.
    fn first_name<'n>(&self, row: &Row<'_>, name: &'n str) -> FirstName<'n> {
        let is_stacked = memchr(b'\n', name.as_bytes()).is_some();
        match is_stacked.then(|| stacked_cells::first_of(self.body, row)).flatten() {
            Some(first) => FirstName { name: Cow::Owned(first), translation: None },
            None => bilingual::split(name, self.two_languages),
        }
    }

    /// The name of a row with the marker that decides its level: its own, or what its position and the rows around it
    /// say.
    fn marked(
        &mut self,
        own: RowAt<'_>,
        cell: &str,
        name: &str,
        content: RowContent,
    ) -> MarkedName {
        let has_values = content == RowContent::Values;
        let mut marked = self.outline.marker(cell, name);
        self.split_whole(own.at, name, has_values);
        let is_part = self.split_rows.contains(&own.at) || self.repeated_parts.contains(own.at);
        if is_part && matches!(marked.marker, Marker::Plain(_)) {
            (marked.of_which, marked.marker) = (true, Marker::Plain(u16::MAX));
        }
        if marked.of_which && marked.name.is_empty() && has_values {
            // "Trong đó" with values of its own is the sum of its parts below.
            marked.name = name.trim().trim_end_matches(':').to_owned();
            marked.marker = Marker::Plain(u16::MAX);
        }
        let is_bare = content == RowContent::Name && !self.only_names && !marked.of_which;
        let splits = is_bare && is_breakdown(&marked.name);
        // "Chia theo giới tính" over indented rows or bullets, below an item without a number.
        let may_split = |outline: &mut Outline| {
            outline.may_be_split(marked.marker)
                || self.body.has_children(own.at, marked.marker)
                    && outline.begin_split(marked.marker)
        };
        if splits && may_split(&mut self.outline) {
            marked.marker = BREAKDOWN;
            marked.name.truncate(marked.name.trim_end_matches([':', ' ']).len());
            return marked;
        }
        if is_bare && self.is_heading(own.at, marked.marker) {
            marked.marker = Marker::Capitals;
        }
        if is_bare && marked.marker == Marker::Capitals {
            let rows = self.body.schema().axes.rows;
            self.blocks.end_at(&marked.name, rows, &mut self.outline);
        }
        let rank = self.restarted_numbering.rank(
            own,
            marked.marker,
            cell,
            self.last.as_ref().map(|(last, _)| last),
        );
        marked.marker = self.name_columns.below(rank);
        // "7 | Lao động | 12.1. Tỷ lệ …": the contents keep the numbers of a list that the criteria are a selection of.
        marked.number = marked.number.filter(|_| !self.name_columns.is_of_group());
        marked
    }

    /// Looks for the other parts of the row above, at its first part: "Chia ra: Miền Bắc" over "Miền Nam".
    fn split_whole(&mut self, at: usize, name: &str, has_values: bool) {
        if has_values
            && split_rows::begins(name)
            && let Some(whole) =
                self.last.as_ref().map(|(last, _)| last).filter(|last| last.has_values)
        {
            self.split_rows = split_rows::others(self.body, whole.row, at);
        }
    }

    /// What a row without a marker sums up, by its name.
    fn total(&self, at: usize, marked: &MarkedName) -> Option<Total> {
        let unmarked = matches!(marked.marker, Marker::Plain(_) | Marker::Capitals);
        // The last total in a block is that of the block.
        let is_last = || !self.outline.has_block() && self.body.are_averages_below(at);
        let above =
            self.last.as_ref().map(|(last, _)| last).map_or("", |last| last.outlined.name.as_str());
        let is_index = || totals::is_index(&marked.name, above) && self.body.are_unmarked_below(at);
        let total = || totals::total(&marked.name, is_last);
        let of_rows = || total().or_else(|| is_index().then_some(Total::All));
        (unmarked && !marked.of_which).then(of_rows).flatten()
    }

    /// Places a row in the tree.
    fn position(
        &mut self,
        RowAt { at, row, .. }: RowAt<'_>,
        marked: &MarkedName,
        total: Option<Total>,
        has_values: bool,
    ) -> Position {
        // A name merged over several rows is one entry of the outline, with one unit a row.
        let own = self.body.schema().names.iter().any(|column| !row.cell(*column).is_empty());
        let last = self.last.as_ref().map(|(last, _)| last);
        // Without a number, neither is the same thing in another unit a part of it.
        let unmarked =
            matches!(marked.marker, Marker::Plain(_)) && self.body.schema().unit.is_some();
        let above = last.filter(|last| (!own || unmarked) && last.outlined.name == marked.name);
        if let Some(above) = above {
            return Position { parents: above.outlined.parents.clone(), depth: above.depth };
        }
        if let Some(total) = total {
            self.outline.close_for_total(total);
        }
        let parents = self.outline.place(marked);
        if self.outline.take_orphan() {
            self.to_report.push(at);
        }
        // A line "Trong đó:" says nothing about the values of the row above it.
        if !marked.name.is_empty() {
            self.outline.has_values(has_values);
        }
        Position { parents, depth: self.outline.depth() }
    }

    /// Whether a row shows by a unit of its own that the block with a heading above it has ended,
    /// and the row below it does not go on with the unit of the block: "Giường bệnh (Giường)" below
    /// the rows of "Nhân lực y tế (Người)".
    fn is_after_block(
        &self,
        RowAt { body, at, .. }: RowAt<'_>,
        marked: &MarkedName,
        unit: Option<&str>,
    ) -> bool {
        let Some(unit) = unit.filter(|_| body.schema().axes.rows == RowKind::Indicators) else {
            return false;
        };
        self.blocks.is_of_other_unit(unit)
            && self.outline.is_next_in_block(marked.marker)
            && body.next_is_apart(at)
    }

    /// Whether a row that is only a name is the heading of the rows below it, although its marker does not
    /// say so: it has none, or an asterisk over numbers.
    fn is_heading(&self, at: usize, marker: Marker) -> bool {
        match marker {
            Marker::Plain(_) => !self.body.has_children(at, marker),
            Marker::Star => match self.body.next_mark(at) {
                // "1.1" below an asterisk is a child of "1" above it.
                Some(next @ Marker::Number(_)) => !self.outline.is_part_of_number(next),
                _ => false,
            },
            _ => false,
        }
    }

    /// Begins a block with a line, which is a group if it has a heading.
    fn begin_block(&mut self, at: usize, line: BlockHeading) {
        self.last_in_brackets = false;
        // "Nữ" below "Cơ cấu (%)" is no longer in the unit of "Dân số (Nghìn người)".
        self.unit_of_classes = None;
        if let Some(marked) = self.blocks.begin(at, line, &mut self.outline) {
            self.group = Some(self.placed_group(at, marked));
        }
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
            Some(left) if left.begins && self.name_columns.is_new(&left.text) => {
                let mut marked = self.outline.marker(self.name_columns.marker(&cell), &left.text);
                if matches!(marked.marker, Marker::Plain(_)) {
                    marked.marker = Marker::Capitals;
                }
                self.name_columns.begin(marked.marker);
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
        let (marker, depth) = (marked.marker, self.outline.depth());
        PlacedRow {
            row,
            marker,
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

/// The first of the numbers in a cell that has one for each of several stacked names.
fn first_line(cell: Cow<'_, str>) -> Cow<'_, str> {
    match memchr(b'\n', cell.as_bytes()) {
        Some(first) => Cow::Owned(cell[..first].trim().to_owned()),
        None => cell,
    }
}
