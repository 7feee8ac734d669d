//! A table: rows under headings, each put in its place in the outline.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::Places;
use super::columns::{self, Columns, Decision};
use super::facts::{self, one_line};
use super::footer;
use super::grid::{Cell, Row, Sheet};
use super::heading::Headings;
use super::outline::{Mark, Marked, Outline, may_be_lettered};
use super::parts::in_parts;
use super::unit;
use super::value::{self, Value};
use crate::dataset::progress::{Ended, Progress};
use crate::dataset::{Complaint, Rule};

/// A table that is being read.
pub(super) struct Table<'a> {
    pub(super) headings: Headings,
    pub(super) columns: Columns,
    pub(super) readings: Vec<Decision>,
    pub(super) sheet: &'a Sheet<'a>,
    places: Places<'a>,
    /// The unit of the line above the table.
    unit: Option<String>,
    /// Cells merged downward: what a row leaves empty, by line and column.
    merged: HashMap<(usize, usize), String>,
    /// The period of each column, as its heading names it.
    pub(super) periods: Vec<String>,
    /// What each comparing column compares with.
    pub(super) bases: Vec<String>,
    /// The rows below the headings.
    pub(super) rows: Range<usize>,
    /// The row behind the last that belongs to the table.
    pub(super) end: usize,
    /// Whether letters or Roman numbers may stand before rows.
    pub(super) lettered: bool,
}

/// What a row says besides its values.
#[derive(Debug, Clone, Default)]
pub(super) struct Outlined {
    pub(super) name: String,
    pub(super) parents: Vec<String>,
    pub(super) unit: Option<String>,
    pub(super) notes: Vec<String>,
}

/// A row that was put in its place.
pub(super) struct Item {
    pub(super) row: usize,
    pub(super) mark: Mark,
    pub(super) outlined: Outlined,
    pub(super) depth: usize,
    pub(super) has_values: bool,
    pub(super) has_unit: bool,
    /// The section that its own column gives.
    pub(super) section: Option<String>,
}

/// The rows of a table in their places, each with the depth of the one behind it.
pub(super) struct Items<'t, 'a> {
    table: &'t Table<'a>,
    rows: Range<usize>,
    outline: Outline,
    last_unit: Option<String>,
    /// Nothing but names stands in the table.
    only_names: bool,
    /// Units stand in brackets behind the names.
    in_names: bool,
    /// Where rows are read, one after another.
    row: Row<'t>,
    /// What was placed last, until it is known what follows.
    last: Option<Item>,
    /// Rows that have values and no name.
    pub(super) nameless: Vec<usize>,
}

impl<'a> Table<'a> {
    /// Prepares the rows under some headings.
    pub(super) fn new(
        sheet: &'a Sheet<'a>,
        headings: Headings,
        rows: Range<usize>,
        unit: Option<String>,
        places: Places<'a>,
        progress: &Progress,
    ) -> Result<Self, Ended> {
        let readings = columns::readings(sheet, rows.clone(), progress)?;
        let mut columns = Columns::of(&headings);
        columns.compare(&headings, sheet, rows.clone(), progress, |row, column| {
            Value::of(row.cell(column), readings[column].reading)
        })?;
        let merged = merged_downward(sheet, &columns);
        let periods = headings.columns.iter().map(|heading| facts::period(&heading.text));
        let periods: Vec<String> = periods.collect();
        let compared = columns.comparisons.iter();
        let bases = compared.map(|column| facts::base(column.at, &headings, &columns, &periods));
        let (bases, end) = (bases.collect(), rows.end);
        let mut table = Self {
            headings,
            columns,
            readings,
            sheet,
            places,
            unit,
            merged,
            periods,
            bases,
            rows,
            end,
            lettered: false,
        };
        (table.end, table.lettered) = table.end(progress)?;
        Ok(table)
    }

    /// What a cell of values says, as its column is read.
    pub(super) fn value(&self, row: &Row<'_>, column: usize) -> Value {
        self.readings
            .get(column)
            .map_or(Value::Missing, |decision| Value::of(row.cell(column), decision.reading))
    }

    /// A complaint of a cell.
    pub(super) fn complaint(
        &self,
        rule: Rule,
        row: &Row<'_>,
        column: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Complaint {
        let heading = self.headings.columns.get(column).map(|heading| one_line(&heading.text));
        let heading = heading.unwrap_or_default();
        self.places.complaint(self.sheet, rule, row, column, heading, found, expected)
    }

    /// The row behind the last that belongs to the table: a signature or a footnote ends it. And whether
    /// letters or Roman numbers may stand before rows.
    fn end(&self, progress: &Progress) -> Result<(usize, bool), Ended> {
        let looked = in_parts(self.rows.clone(), progress, |rows| {
            let mut lettered = false;
            let footer = self.sheet.find(rows, |_, row| {
                let (cell, name) = self.mark_and_name(row);
                lettered = lettered || may_be_lettered(&cell, &name);
                self.is_footer(row)
            });
            (footer, lettered)
        })?;
        let footer = looked.iter().find_map(|(footer, _)| *footer).unwrap_or(self.rows.end);
        let lettered = looked.iter().any(|(_, lettered)| *lettered);
        // A table without values is a list of names, to the last of them.
        let no_values = self.columns.values().next().is_none();
        let belongs = |row: &Row<'_>| {
            let unit = self.columns.unit.is_some_and(|unit| !row.cell(unit).is_empty());
            no_values
                || unit
                || self.is_marked(row)
                || self.has_figure(row)
                || self.is_assessed(row)
        };
        let mut rows = self.rows.start..footer;
        let last = rows.rfind(|at| belongs(&self.sheet.row(*at)));
        Ok((last.map_or(self.rows.start, |last| last + 1), lettered))
    }

    /// Whether a row is numbered: a footnote in that column is longer, or an asterisk.
    fn is_marked(&self, row: &Row<'_>) -> bool {
        self.columns.mark.is_some_and(|mark| {
            let text = row.cell(mark).shown();
            !text.is_empty() && text.chars().count() <= 6 && !text.contains('*')
        })
    }

    /// Whether a column of values holds a figure.
    pub(super) fn has_figure(&self, row: &Row<'_>) -> bool {
        const LONGEST: usize = 24;
        let figure = |column: usize| match self.value(row, column) {
            // "-" and ".." stand where a figure would.
            Value::Missing => !row.cell(column).is_empty(),
            Value::Words(_) => false,
            Value::Unreadable(text) => text.len() <= LONGEST,
            _ => true,
        };
        self.columns.values().any(figure)
    }

    fn is_assessed(&self, row: &Row<'_>) -> bool {
        let columns = self.columns.values().chain(self.columns.verdict);
        columns.into_iter().any(|column| value::verdict(&row.cell(column).shown()).is_some())
    }

    fn is_footer(&self, row: &Row<'_>) -> bool {
        !self.is_marked(row)
            && !self.has_figure(row)
            && row.filled_cells().any(|(_, cell)| footer::ends_table(&cell.shown()))
    }

    fn has_values(&self, row: &Row<'_>) -> bool {
        self.columns.values().chain(self.columns.verdict).any(|column| !row.cell(column).is_empty())
    }

    /// The rows that belong to the table in their places.
    pub(super) fn items(&self) -> Items<'_, 'a> {
        Items {
            table: self,
            rows: self.rows.start..self.end,
            outline: Outline::default(),
            last_unit: None,
            only_names: self.columns.values().next().is_none() && self.columns.unit.is_none(),
            in_names: self.names_hold_units(),
            row: Row::default(),
            last: None,
            nameless: Vec::new(),
        }
    }

    /// Whether the units of a table stand in brackets behind its names: where most brackets there hold
    /// one, so do those that hold a word which is not known as a unit.
    fn names_hold_units(&self) -> bool {
        const LOOKED_AT: usize = 200;
        if self.columns.unit.is_some() || self.common_unit().is_some() {
            return false;
        }
        let rows = self.sheet.range(self.rows.start..self.end).take(LOOKED_AT);
        let (mut known, mut unknown) = (0, 0);
        for row in rows.filter(|row| self.has_values(row)) {
            let (_, name) = self.mark_and_name(&row);
            known += usize::from(unit::in_brackets(&name).is_some());
            unknown += usize::from(unit::in_last_brackets(&name).is_some());
        }
        known > 1 && known * 2 >= unknown
    }

    /// Whether the next row stands under one without a sign.
    fn has_children(&self, at: usize, end: usize, mark: Mark) -> bool {
        self.sheet
            .range(at + 1..end)
            .find_map(|row| {
                let (cell, name) = self.mark_and_name(&row);
                if name.trim().is_empty() {
                    return None;
                }
                Some(match (Outline::default().mark(&cell, &name).mark, mark) {
                    (Mark::Plain(next), Mark::Plain(own)) => next > own,
                    (next, own) => next > own,
                })
            })
            .unwrap_or(false)
    }

    /// The sign and the name of a row, the name with its indentation.
    fn mark_and_name<'r>(&'r self, row: &'r Row<'_>) -> (Cow<'r, str>, Cow<'r, str>) {
        const NONE: Cow<'_, str> = Cow::Borrowed("");
        let mark = self.columns.mark.map_or(NONE, |column| self.own_or_merged(row, column));
        for (level, column) in self.columns.names.iter().enumerate() {
            let name = match row.cell(*column) {
                Cell::Text(text) => Cow::Borrowed(&**text),
                _ => self.own_or_merged(row, *column),
            };
            if !name.trim().is_empty() {
                let indented = |level| Cow::Owned(format!("{}{name}", "   ".repeat(level)));
                return (mark, if level == 0 { name } else { indented(level) });
            }
        }
        // A section merged over the whole width stands where its first cell is.
        if mark.chars().count() > 6 {
            return (NONE, mark);
        }
        let only = row.filled_cells().next().filter(|_| row.filled() == 1);
        match only {
            Some((column, Cell::Text(text)))
                if !self.columns.values().any(|value| value == column)
                    && Some(column) != self.columns.unit
                    && mark.is_empty() =>
            {
                (NONE, Cow::Borrowed(text.trim()))
            }
            _ => (mark, NONE),
        }
    }

    fn own_or_merged<'r>(&'r self, row: &'r Row<'_>, column: usize) -> Cow<'r, str> {
        let own = row.cell(column).shown();
        if own.is_empty()
            && let Some(merged) = self.merged.get(&(row.line, column))
        {
            return Cow::Borrowed(merged);
        }
        own
    }

    fn unit_cell(&self, row: &Row<'_>) -> Option<String> {
        let column = self.columns.unit?;
        let text = unit::on_one_line(&self.own_or_merged(row, column));
        (!text.is_empty() && !value::is_missing(&text)).then_some(text)
    }

    /// The unit of the heading of the values, or of the line above the table.
    fn common_unit(&self) -> Option<String> {
        let main = self.columns.actual.or(self.columns.plan);
        let of_heading = main.and_then(|column| self.headings.columns[column].unit.clone());
        let of_name = self
            .columns
            .names
            .first()
            .and_then(|column| self.headings.columns[*column].unit.clone());
        of_heading.or(of_name).or_else(|| self.unit.clone())
    }
}

impl Iterator for Items<'_, '_> {
    type Item = (Item, Option<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(at) = self.rows.next() {
            let mut row = std::mem::take(&mut self.row);
            let item = self.table.sheet.read(at, &mut row).and_then(|()| self.place(at, &row));
            self.row = row;
            let Some(item) = item else { continue };
            let depth = item.depth;
            if let Some(last) = self.last.replace(item) {
                return Some((last, Some(depth)));
            }
        }
        self.last.take().map(|last| (last, None))
    }
}

impl Items<'_, '_> {
    /// Puts a row in its place; `None` if it is none of its own.
    fn place(&mut self, at: usize, row: &Row<'_>) -> Option<Item> {
        let table = self.table;
        let (cell, name) = table.mark_and_name(row);
        let has_values = table.has_values(row);
        if name.trim().is_empty() {
            self.nameless.extend(has_values.then_some(at));
            return None;
        }
        let (name, other) = two_languages(&name);
        let unit_cell = table.unit_cell(row);
        let mut marked = self.outline.mark(&cell, &name);
        if marked.of_which && marked.name.is_empty() && has_values {
            // "Trong đó" with values of its own: what all the parts below come to.
            marked.name = name.trim().trim_end_matches(':').to_owned();
            marked.mark = Mark::Plain(u16::MAX);
        }
        let plain = matches!(marked.mark, Mark::Plain(_));
        let heading = !has_values && unit_cell.is_none() && plain && !self.only_names;
        if heading && !marked.of_which && !table.has_children(at, table.end, marked.mark) {
            marked.mark = Mark::Capitals;
        }
        let mut in_brackets = None;
        let brackets = |name: &str| {
            let any = || unit::in_last_brackets(name).filter(|_| self.in_names);
            unit::in_brackets(name).or_else(any)
        };
        if unit_cell.is_none()
            && let Some((name, unit)) = brackets(&marked.name)
        {
            marked.name = name;
            in_brackets = Some(unit);
        }
        // A name merged over several rows is one place in the outline, with a unit a row.
        let own = table.columns.names.iter().any(|column| !row.cell(*column).is_empty());
        let last = self.last.as_ref();
        let above = last.filter(|last| !own && last.outlined.name == marked.name);
        let (parents, depth) = match above {
            Some(above) => (above.outlined.parents.clone(), above.depth),
            None => (self.outline.place(&marked), self.outline.depth()),
        };
        let Marked { mark, name, .. } = marked;
        if name.is_empty() {
            return None;
        }
        let unit = match unit_cell {
            Some(unit) if unit::is_ditto(&unit) => self.last_unit.clone(),
            Some(unit) => Some(unit),
            None => in_brackets.or_else(|| table.common_unit()),
        };
        self.last_unit.clone_from(&unit);
        let has_unit = table.columns.unit.is_some_and(|column| !row.cell(column).is_empty());
        let section = table.columns.section.map(|column| row.cell(column).shown().into_owned());
        let section = section.filter(|section| !section.is_empty());
        let outlined = Outlined { name, parents, unit, notes: other.into_iter().collect() };
        Some(Item { row: at, mark, outlined, depth, has_values, has_unit, section })
    }
}

/// What cells merged downward give to the rows below, in the columns that name.
fn merged_downward(sheet: &Sheet<'_>, columns: &Columns) -> HashMap<(usize, usize), String> {
    let naming: Vec<usize> =
        columns.names.iter().copied().chain(columns.unit).chain(columns.mark).collect();
    let tall = sheet
        .merges
        .iter()
        .filter(|merge| merge.rows.1 > merge.rows.0 && naming.contains(&merge.columns.0));
    let mut merged = HashMap::new();
    for merge in tall {
        let Some(top) = sheet.at_line(merge.rows.0) else { continue };
        let row = sheet.row(top);
        let text = row.cell(merge.columns.0).shown();
        let below = sheet.range(top + 1..sheet.len()).take_while(|row| row.line <= merge.rows.1);
        merged.extend(below.map(|row| ((row.line, merge.columns.0), text.to_string())));
    }
    merged
}

/// A name on one line, and what its second line says in another language.
fn two_languages(name: &str) -> (Cow<'_, str>, Option<String>) {
    if !name.contains('\n') {
        return (Cow::Borrowed(name.trim_end()), None);
    }
    let indent: String = name.chars().take_while(|c| c.is_whitespace() && *c != '\n').collect();
    let lines: Vec<&str> = name.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let foreign =
        |line: &str| line.is_ascii() && line.split_whitespace().any(|word| word.len() > 2);
    match lines.as_slice() {
        [first, second] if !first.is_ascii() && foreign(second) && !second.starts_with('(') => {
            (Cow::Owned(format!("{indent}{first}")), Some((*second).to_owned()))
        }
        _ => (Cow::Owned(format!("{indent}{}", lines.join(" "))), None),
    }
}
