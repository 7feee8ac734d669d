//! Stage 5: rows in document order, each with its marker, its level and the names of the rows above it.

mod bilingual;
pub(super) mod body;
mod inherited_units;
mod name_columns;
mod restarted_numbering;
pub(super) mod row;
pub(super) mod selection;
mod stacked_cells;
mod totals;
pub(super) mod tree;

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

use super::source::cell::{Cell, Row};
use crate::dataset::progress::Progress;
use crate::lexicon::markers::MarkedName;
use crate::lexicon::markers::is_sign;
use crate::lexicon::rank::Marker;
use crate::lexicon::unit;
use body::Body;
use inherited_units::InheritedUnits;
use name_columns::NameColumns;
use restarted_numbering::RestartedNumbering;
use row::{Item, OutlinedRow};
use totals::Total;
use tree::Outline;

/// Rows that are looked at between two looks at the progress.
const STEP: usize = 4096;

/// The rows of a table in their places, each with the depth of the one behind it.
pub(in crate::dataset::table) struct Items<'t, 'a> {
    table: &'t Body<'a>,
    progress: &'t Progress,
    rows: Range<usize>,
    outline: Outline,
    last_unit: Option<String>,
    /// Nothing but names stands in the table.
    only_names: bool,
    /// Units stand in brackets behind the names.
    in_names: bool,
    /// Most names are in two languages.
    two_languages: bool,
    wholes: InheritedUnits,
    /// Whether the unit of the last row stood in brackets behind its name.
    last_in_brackets: bool,
    levels: NameColumns,
    /// The unit of rows that have none of their own.
    common_unit: Option<String>,
    renumbered: RestartedNumbering,
    /// Where rows are read, one after another.
    row: Row<'t>,
    /// What was placed last, until it is known what follows.
    last: Option<Item>,
    /// A group that begins with a row, which comes before it.
    group: Option<Item>,
    /// The row that such a group begins with.
    waiting: Option<Item>,
    /// Rows that have values and are no indicators: they have no name, or only check sums.
    pub(in crate::dataset::table) nameless: Vec<usize>,
}

impl<'a> Body<'a> {
    /// The rows that belong to the table in their places.
    pub(in crate::dataset::table) fn items<'t>(&'t self, progress: &'t Progress) -> Items<'t, 'a> {
        Items {
            table: self,
            progress,
            rows: self.rows.start..self.end,
            outline: Outline::default(),
            last_unit: None,
            only_names: self.columns.values().next().is_none() && self.columns.unit.is_none(),
            in_names: self.names_hold_units(),
            two_languages: self.is_in_two_languages(),
            wholes: InheritedUnits::default(),
            last_in_brackets: false,
            levels: NameColumns::of(self),
            common_unit: self.common_unit(),
            renumbered: RestartedNumbering::of(self),
            row: Row::default(),
            last: None,
            group: None,
            waiting: None,
            nameless: Vec::new(),
        }
    }
}

impl Iterator for Items<'_, '_> {
    type Item = (Item, Option<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(item) = self.following() {
            let depth = item.depth;
            if let Some(last) = self.last.replace(item) {
                return Some((last, Some(depth)));
            }
        }
        self.last.take().map(|last| (last, None))
    }
}

impl Items<'_, '_> {
    /// What follows the last item.
    fn following(&mut self) -> Option<Item> {
        if let Some(item) = self.waiting.take() {
            return Some(item);
        }
        loop {
            let at = self.rows.next()?;
            if at % STEP == 0 {
                // Where the reading was ended, nothing follows.
                self.progress.advance(STEP).ok()?;
            }
            let mut row = std::mem::take(&mut self.row);
            let item = self.table.sheet.read(at, &mut row).and_then(|()| self.place(at, &row));
            self.row = row;
            match self.group.take() {
                Some(group) => {
                    self.waiting = item;
                    return Some(group);
                }
                None if item.is_some() => return item,
                None => {}
            }
        }
    }

    /// Puts a row in its place; `None` if it is none of its own.
    fn place(&mut self, at: usize, row: &Row<'_>) -> Option<Item> {
        let table = self.table;
        if table.is_of_page(at) {
            return None;
        }
        let (cell, name) = table.mark_and_name(row);
        let unit_beside = self.unit_beside(row);
        let has_values = unit_beside.is_none() && table.has_values(row);
        if name.trim().is_empty() {
            if has_values && !self.is_line(at, row) {
                self.nameless.push(at);
            }
            return None;
        }
        if has_values && totals::is_check(&cell, &name) {
            self.nameless.push(at);
            return None;
        }
        if !has_values && let Some(unit) = self.unit_line(row, &name) {
            self.common_unit = Some(unit);
            return None;
        }
        let cell = match memchr(b'\n', cell.as_bytes()) {
            // The numbers of names that stand over each other.
            Some(first) => Cow::Owned(cell[..first].trim().to_owned()),
            None => cell,
        };
        let cell = self.left_of_name(at, row, cell);
        let several = memchr(b'\n', name.as_bytes()).is_some();
        let (name, other) = match several.then(|| table.first_of_stack(row)).flatten() {
            Some(first) => (Cow::Owned(first), None),
            None => bilingual::parted(&name, self.two_languages),
        };
        self.common_unit = unit_beside.or(self.common_unit.take());
        let unit_cell = table.unit_cell(row);
        let mut marked = self.outline.mark(&cell, &name);
        if marked.of_which && marked.name.is_empty() && has_values {
            // "Trong đó" with values of its own: what all the parts below come to.
            marked.name = name.trim().trim_end_matches(':').to_owned();
            marked.mark = Marker::Plain(u16::MAX);
        }
        let bare = !has_values && unit_cell.is_none() && !self.only_names && !marked.of_which;
        if bare && self.is_heading(at, marked.mark) {
            marked.mark = Marker::Capitals;
        }
        let own = (marked.mark, &*cell);
        let rank = self.renumbered.rank((table, row), own, self.last.as_ref());
        marked.mark = self.levels.below(rank);
        let unsigned = matches!(marked.mark, Marker::Plain(_) | Marker::Capitals);
        let total = (unsigned && has_values && !marked.of_which)
            .then(|| totals::total(&marked.name, || table.next_mark(at).is_none()))
            .flatten();
        let in_brackets = unit_cell.is_none().then(|| self.brackets(&mut marked)).flatten();
        let footnote = table.footnotes.take(&mut marked.name);
        if marked.name.trim().is_empty() && !marked.of_which {
            return None;
        }
        // A name merged over several rows is one place in the outline, with a unit a row.
        let own = table.columns.names.iter().any(|column| !row.cell(*column).is_empty());
        let last = self.last.as_ref();
        let above = last.filter(|last| !own && last.outlined.name == marked.name);
        let (parents, depth) = match above {
            Some(above) => (above.outlined.parents.clone(), above.depth),
            None => {
                if let Some(total) = total {
                    self.outline.close_for_total(total);
                }
                let parents = self.outline.place(&marked);
                self.outline.has_values(has_values);
                (parents, self.outline.depth())
            }
        };
        let MarkedName { mark, name, .. } = marked;
        if name.is_empty() {
            return None;
        }
        let unit = match unit_cell {
            Some(unit) if unit::is_ditto(&unit) => self.last_unit.clone(),
            Some(unit) => Some(unit),
            None => self.unit(depth, &name, in_brackets),
        };
        self.last_unit.clone_from(&unit);
        let has_unit = table.columns.unit.is_some_and(|column| !row.cell(column).is_empty());
        let section = table.columns.section.map(|column| row.cell(column).shown().into_owned());
        let section = section.filter(|section| !section.is_empty());
        let outlined =
            OutlinedRow { name, parents, unit, notes: other.into_iter().chain(footnote).collect() };
        let is_whole = total == Some(Total::All);
        Some(Item { row: at, mark, outlined, depth, has_values, has_unit, is_whole, section })
    }

    /// Whether a row that has nothing but a name stands over those below it, which its sign alone does not
    /// tell: it has none, or an asterisk over numbers.
    fn is_heading(&self, at: usize, mark: Marker) -> bool {
        match mark {
            Marker::Plain(_) => !self.table.has_children(at, mark),
            Marker::Star => match self.table.next_mark(at) {
                // "1.1" below an asterisk is part of "1" above it.
                Some(next @ Marker::Number(_)) => !self.outline.is_part_of_number(next),
                _ => false,
            },
            _ => false,
        }
    }

    /// Takes a unit in brackets from the end of a name.
    fn brackets(&self, marked: &mut MarkedName) -> Option<String> {
        let any = || unit::in_last_brackets(&marked.name).filter(|_| self.in_names);
        let (name, unit) = unit::in_brackets(&marked.name).or_else(any)?;
        // "Tỷ lệ phần trăm (%)" of what has another unit.
        if unit::is_explained(&name, &unit) && self.common_unit.is_some() {
            return None;
        }
        marked.name = name;
        Some(unit)
    }

    /// The unit of a row that has no cell of one.
    fn unit(&mut self, depth: usize, name: &str, in_brackets: Option<String>) -> Option<String> {
        let mut whole = None;
        if self.table.columns.unit.is_none() {
            let above = self.last.as_ref().filter(|last| last.depth < depth);
            if let Some(above) = above.filter(|_| self.last_in_brackets && self.group.is_none())
                && let Some(unit) = &above.outlined.unit
            {
                self.wholes.add(above.depth, &above.outlined.name, unit);
            }
            whole = in_brackets.is_none().then(|| self.wholes.unit(depth, name)).flatten();
            self.last_in_brackets = in_brackets.is_some();
        }
        in_brackets.or(whole).or_else(|| self.common_unit.clone())
    }

    /// Hears of a line without a name over the columns of values, which gives a unit to the rows below it:
    /// "Ha", or "Chỉ số phát triển (%)", which is a group as well.
    fn is_line(&mut self, at: usize, row: &Row<'_>) -> bool {
        let Some((_, cell)) = row.filled_cells().next().filter(|_| row.filled() == 1) else {
            return false;
        };
        let Some((name, unit)) = unit::in_line_of_values(&cell.shown()) else { return false };
        self.common_unit = Some(unit);
        if !name.is_empty() {
            let marked = MarkedName { mark: Marker::Capitals, name, of_which: false };
            self.group = Some(self.placed_group(at, marked));
        }
        true
    }

    /// The unit that stands alone over the columns of values, beside the name of a group: "DIỆN TÍCH" and "Ha".
    fn unit_beside(&self, row: &Row<'_>) -> Option<String> {
        if self.table.columns.unit.is_some() {
            return None;
        }
        let mut filled = self.table.columns.values().filter(|column| !row.cell(*column).is_empty());
        let (Some(column), None) = (filled.next(), filled.next()) else { return None };
        let Cell::Text(text) = row.cell(column) else { return None };
        let named = self.table.columns.names.iter().any(|name| !row.cell(*name).is_empty());
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        (named && !digits && unit::is_unit(text)).then(|| text.trim().to_owned())
    }

    /// The unit that a line in the column of names gives to the rows below it: "ĐVT: Tấn".
    fn unit_line(&self, row: &Row<'_>, name: &str) -> Option<String> {
        memchr(b':', name.as_bytes())?;
        unit::in_line_of_names(name).filter(|_| row.filled() == 1 && !self.only_names)
    }

    /// Hears of what stands left of a name, in a column of names: a group, or the sign of the row. Gives
    /// back the sign.
    fn left_of_name<'r>(
        &mut self,
        at: usize,
        row: &'r Row<'r>,
        cell: Cow<'r, str>,
    ) -> Cow<'r, str> {
        let table = self.table;
        if table.columns.names.len() < 2 {
            return cell;
        }
        match table.left_of_name(row) {
            Some(left) if is_sign(&left.text) => {
                return if cell.is_empty() { Cow::Owned(left.text.into_owned()) } else { cell };
            }
            Some(left) if left.begins => {
                let mut marked = self.outline.mark(self.levels.sign(&cell), &left.text);
                if matches!(marked.mark, Marker::Plain(_)) {
                    marked.mark = Marker::Capitals;
                }
                self.levels.begin(marked.mark);
                let group = self.placed_group(at, marked);
                // "Trong đó:" alone names none.
                self.group = (!group.outlined.name.is_empty()).then_some(group);
            }
            Some(_) => {}
            None if table.stands_first(row) => self.levels.leave(),
            None => {}
        }
        if self.levels.is_of_group() { Cow::Borrowed("") } else { cell }
    }

    fn placed_group(&mut self, row: usize, marked: MarkedName) -> Item {
        let parents = self.outline.place(&marked);
        let outlined = OutlinedRow { name: marked.name, parents, ..OutlinedRow::default() };
        let (mark, depth) = (marked.mark, self.outline.depth());
        Item {
            row,
            mark,
            outlined,
            depth,
            has_values: false,
            has_unit: false,
            is_whole: false,
            section: None,
        }
    }
}
