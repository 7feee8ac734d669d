//! A table: rows under headings, taken apart into sections and indicators.

use std::collections::HashMap;
use std::ops::Range;

use super::Report;
use super::columns::{self, Columns, Decision};
use super::facts::{self, one_line};
use super::footer;
use super::grid::{Cell, Row, Sheet};
use super::heading::Headings;
use super::outline::{Mark, Marked, Outline};
use super::unit;
use super::value::{self, Value};
use crate::dataset::{Complaint, Rule};
use crate::model::{Indicator, Warning, warnings};

/// A table that is being read.
pub(super) struct Table<'a, 'r> {
    pub(super) headings: Headings,
    pub(super) columns: Columns,
    pub(super) readings: Vec<Decision>,
    pub(super) sheet: &'a Sheet,
    report: &'r mut Report<'a>,
    /// The unit of the line above the table.
    unit: Option<String>,
    /// Cells merged downward: what a row leaves empty, by line and column.
    merged: HashMap<(usize, usize), String>,
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
struct Item {
    row: usize,
    marked: Marked,
    outlined: Outlined,
    depth: usize,
    has_values: bool,
    has_unit: bool,
    /// The section that its own column gives.
    section: Option<String>,
}

/// A section with its indicators.
pub(super) struct Part {
    /// `None` for what stands before the first section.
    pub(super) section: Option<String>,
    pub(super) indicators: Vec<Indicator>,
}

impl<'a, 'r> Table<'a, 'r> {
    /// Prepares the rows under some headings.
    pub(super) fn new(
        sheet: &'a Sheet,
        headings: Headings,
        rows: &Range<usize>,
        unit: Option<String>,
        report: &'r mut Report<'a>,
    ) -> Self {
        let data = &sheet.rows[rows.clone()];
        let readings = columns::readings(sheet.width(), data);
        let mut columns = Columns::of(&headings);
        columns.compare(&headings, data, |row, column| {
            Value::of(row.cell(column), readings[column].reading)
        });
        let merged = merged_downward(sheet, &columns);
        Self { headings, columns, readings, sheet, report, unit, merged }
    }

    /// Reads the rows: sections with their indicators, and the row at which the table ends.
    pub(super) fn read(&mut self, rows: Range<usize>) -> Vec<Part> {
        let end = self.end(&rows);
        self.tell_columns();
        let items = self.outline(rows.start..end);
        let parts = self.parts(items);
        self.tell_outside(end..rows.end);
        parts
    }

    /// What a cell of values says, as its column is read.
    pub(super) fn value(&self, row: &Row, column: usize) -> Value {
        self.readings
            .get(column)
            .map_or(Value::Missing, |decision| Value::of(row.cell(column), decision.reading))
    }

    /// Complains of a cell.
    pub(super) fn complain(
        &mut self,
        rule: Rule,
        row: &Row,
        column: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let complaint = self.complaint(rule, row, column, found, expected);
        self.report.complaints.push(complaint);
    }

    /// Takes an id that the file gives. Returns whether it was free.
    pub(super) fn take_id(&mut self, id: &str) -> bool {
        self.report.ids.take(id)
    }

    fn complaint(
        &self,
        rule: Rule,
        row: &Row,
        column: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Complaint {
        let heading = self.headings.columns.get(column).map(|heading| one_line(&heading.text));
        let heading = heading.unwrap_or_default();
        self.report.complaint(self.sheet, rule, row, column, heading, found, expected)
    }

    /// Keeps the checks that an indicator fails, with the cell that they are about.
    fn check(&mut self, row: &Row, indicator: &Indicator) {
        for warning in warnings(indicator) {
            let comparisons = self.columns.comparisons.iter();
            let percent =
                comparisons.filter(|column| column.with_plan).map(|column| column.at).next();
            let column = match warning {
                Warning::PercentAgainstPlan { .. } => percent,
                Warning::VerdictAgainstFigures { .. } => self.columns.verdict,
                _ => None,
            };
            let column = column.or(self.columns.actual).unwrap_or_default();
            let complaint = self.complaint(Rule::of(&warning), row, column, "", "");
            self.report.warnings.push((complaint, warning));
        }
    }

    /// The row behind the last that belongs to the table: a signature or a footnote ends it.
    fn end(&self, rows: &Range<usize>) -> usize {
        let data = &self.sheet.rows[rows.clone()];
        let footer = data.iter().position(|row| self.is_footer(row)).unwrap_or(data.len());
        // A table without values is a list of names, to the last of them.
        let no_values = self.columns.values().next().is_none();
        let belongs = |row: &Row| {
            let unit = self.columns.unit.is_some_and(|unit| !row.cell(unit).is_empty());
            no_values
                || unit
                || self.is_marked(row)
                || self.has_figure(row)
                || self.is_assessed(row)
        };
        let last = data[..footer].iter().rposition(belongs).map_or(0, |last| last + 1);
        rows.start + last
    }

    /// Whether a row is numbered: a footnote in that column is longer, or an asterisk.
    fn is_marked(&self, row: &Row) -> bool {
        self.columns.mark.is_some_and(|mark| {
            let text = row.cell(mark).shown();
            !text.is_empty() && text.chars().count() <= 6 && !text.contains('*')
        })
    }

    /// Whether a column of values holds a figure.
    pub(super) fn has_figure(&self, row: &Row) -> bool {
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

    fn is_assessed(&self, row: &Row) -> bool {
        let columns = self.columns.values().chain(self.columns.verdict);
        columns.into_iter().any(|column| value::verdict(&row.cell(column).shown()).is_some())
    }

    fn is_footer(&self, row: &Row) -> bool {
        !self.has_figure(row)
            && !self.is_marked(row)
            && row.filled_cells().any(|(_, cell)| footer::ends_table(&cell.shown()))
    }

    fn has_values(&self, row: &Row) -> bool {
        self.columns.values().chain(self.columns.verdict).any(|column| !row.cell(column).is_empty())
    }

    /// Puts every row in its place.
    fn outline(&mut self, rows: Range<usize>) -> Vec<Item> {
        let mut outline = Outline::default();
        let mut items: Vec<Item> = Vec::new();
        let mut last_unit: Option<String> = None;
        let only_names = self.columns.values().next().is_none() && self.columns.unit.is_none();
        let in_names = self.names_hold_units(&rows);
        for at in rows.clone() {
            let row = &self.sheet.rows[at];
            let (cell, name) = self.mark_and_name(row);
            let has_values = self.has_values(row);
            if name.trim().is_empty() {
                if has_values {
                    let column = self.columns.names.first().copied().unwrap_or_default();
                    self.complain(
                        Rule::NoName,
                        row,
                        column,
                        "values without a name",
                        "expected the name of an indicator",
                    );
                }
                continue;
            }
            let (name, other) = two_languages(&name);
            let unit_cell = self.unit_cell(row);
            let mut marked = outline.mark(&cell, &name);
            if marked.of_which && marked.name.is_empty() && has_values {
                // "Trong đó" with values of its own: what all the parts below come to.
                marked.name = name.trim().trim_end_matches(':').to_owned();
                marked.mark = Mark::Plain(u16::MAX);
            }
            let plain = matches!(marked.mark, Mark::Plain(_));
            let heading = !has_values && unit_cell.is_none() && plain && !only_names;
            if heading && !marked.of_which && !self.has_children(at, rows.end, marked.mark) {
                marked.mark = Mark::Capitals;
            }
            let mut in_brackets = None;
            let brackets = |name: &str| {
                let any = || unit::in_last_brackets(name).filter(|_| in_names);
                unit::in_brackets(name).or_else(any)
            };
            if unit_cell.is_none()
                && let Some((name, unit)) = brackets(&marked.name)
            {
                marked.name = name;
                in_brackets = Some(unit);
            }
            // A name merged over several rows is one place in the outline, with a unit a row.
            let own = self.columns.names.iter().any(|column| !row.cell(*column).is_empty());
            let above = items.last().filter(|last| !own && last.outlined.name == marked.name);
            let (parents, depth) = match above {
                Some(above) => (above.outlined.parents.clone(), above.depth),
                None => (outline.place(&marked), outline.depth()),
            };
            if marked.name.is_empty() {
                continue;
            }
            let name = marked.name.clone();
            let unit = match unit_cell {
                Some(unit) if unit::is_ditto(&unit) => last_unit.clone(),
                Some(unit) => Some(unit),
                None => in_brackets.or_else(|| self.common_unit()),
            };
            last_unit.clone_from(&unit);
            let has_unit = self.columns.unit.is_some_and(|column| !row.cell(column).is_empty());
            let section = self.columns.section.map(|column| row.cell(column).shown());
            let outlined = Outlined { name, parents, unit, notes: other.into_iter().collect() };
            let section = section.filter(|section| !section.is_empty());
            items.push(Item { row: at, marked, outlined, depth, has_values, has_unit, section });
        }
        items
    }

    /// Whether the units of a table stand in brackets behind its names: where most brackets there hold
    /// one, so do those that hold a word which is not known as a unit.
    fn names_hold_units(&self, rows: &Range<usize>) -> bool {
        const LOOKED_AT: usize = 200;
        if self.columns.unit.is_some() || self.common_unit().is_some() {
            return false;
        }
        let rows = self.sheet.rows[rows.clone()].iter().take(LOOKED_AT);
        let valued = rows.filter(|row| self.has_values(row)).map(|row| self.mark_and_name(row).1);
        let (mut known, mut unknown) = (0, 0);
        for name in valued {
            known += usize::from(unit::in_brackets(&name).is_some());
            unknown += usize::from(unit::in_last_brackets(&name).is_some());
        }
        known > 1 && known * 2 >= unknown
    }

    /// Whether the next row stands under one without a sign.
    fn has_children(&self, at: usize, end: usize, mark: Mark) -> bool {
        let next = self.sheet.rows[at + 1..end].iter().map(|row| self.mark_and_name(row));
        let next = next.into_iter().find(|(_, name)| !name.trim().is_empty());
        next.is_some_and(|(cell, name)| match (Outline::default().mark(&cell, &name).mark, mark) {
            (Mark::Plain(next), Mark::Plain(own)) => next > own,
            (next, own) => next > own,
        })
    }

    /// The sign and the name of a row, the name with its indentation.
    fn mark_and_name(&self, row: &Row) -> (String, String) {
        let mark =
            self.columns.mark.map(|column| self.own_or_merged(row, column)).unwrap_or_default();
        for (level, column) in self.columns.names.iter().enumerate() {
            let name = match row.cell(*column) {
                Cell::Text(text) => text.to_string(),
                _ => self.own_or_merged(row, *column),
            };
            if !name.trim().is_empty() {
                return (mark, format!("{}{name}", "   ".repeat(level)));
            }
        }
        // A section merged over the whole width stands where its first cell is.
        if mark.chars().count() > 6 {
            return (String::new(), mark);
        }
        let only = row.filled_cells().next().filter(|_| row.filled() == 1);
        match only {
            Some((column, Cell::Text(text)))
                if !self.columns.values().any(|value| value == column)
                    && Some(column) != self.columns.unit
                    && mark.is_empty() =>
            {
                (String::new(), text.trim().to_owned())
            }
            _ => (mark, String::new()),
        }
    }

    fn own_or_merged(&self, row: &Row, column: usize) -> String {
        let own = row.cell(column).shown();
        if own.is_empty() {
            return self.merged.get(&(row.line, column)).cloned().unwrap_or_default();
        }
        own
    }

    fn unit_cell(&self, row: &Row) -> Option<String> {
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

    /// Sections from the top level, indicators from what has values.
    fn parts(&mut self, items: Vec<Item>) -> Vec<Part> {
        let no_values = self.columns.values().next().is_none();
        let group = |at: usize| {
            let item: &Item = &items[at];
            let children = items.get(at + 1).is_some_and(|next| next.depth > item.depth);
            let bare = !item.has_unit && !matches!(item.marked.mark, Mark::Number(_));
            // In a list of names one that holds no others is a name.
            !item.has_values && (children || bare && !no_values)
        };
        let top: Vec<usize> = (0..items.len()).filter(|at| items[*at].depth == 0).collect();
        let has_children = |at: usize| items.get(at + 1).is_some_and(|next| next.depth > 0);
        let all_groups = top.len() > 1 && top.iter().all(|at| group(*at));
        let lettered = |at: &usize| matches!(items[*at].marked.mark, Mark::Letter | Mark::Roman);
        // A flat list may be numbered in Roman; where one of them holds others, each is a section.
        let of_letters =
            top.iter().filter(|at| lettered(at)).any(|at| group(*at) || has_children(*at));
        let opens = |at: usize| {
            items[at].depth == 0
                && match items[at].marked.mark {
                    Mark::Letter | Mark::Roman => of_letters,
                    Mark::Capitals => group(at),
                    Mark::Plain(_) | Mark::Number(_) => group(at) && all_groups,
                    _ => false,
                }
        };
        let plan: Vec<(bool, bool)> = (0..items.len()).map(|at| (opens(at), group(at))).collect();
        let mut parts = vec![Part { section: None, indicators: Vec::new() }];
        let mut within = false;
        for (item, (opens, group)) in items.into_iter().zip(plan) {
            if opens {
                within = true;
                parts.push(Part {
                    section: Some(item.outlined.name.clone()),
                    indicators: Vec::new(),
                });
            } else if item.depth == 0 && within && !group {
                // What ranks beside sections but is none stands for itself.
                within = item.marked.mark > Mark::Capitals;
            }
            if group && (opens || !no_values) {
                continue;
            }
            let mut outlined = item.outlined;
            if within && !opens && !outlined.parents.is_empty() {
                outlined.parents.remove(0);
            }
            let section = item.section;
            if let Some(section) = section
                && parts.last().is_none_or(|part| part.section.as_ref() != Some(&section))
            {
                parts.push(Part { section: Some(section), indicators: Vec::new() });
            }
            let row = &self.sheet.rows[item.row];
            let stacked = self.unstack(row, outlined);
            for (row, outlined) in stacked {
                let indicator = facts::indicator(self, &row, outlined);
                self.check(&row, &indicator);
                if let Some(part) = parts.last_mut() {
                    part.indicators.push(indicator);
                }
            }
        }
        parts.retain(|part| !part.indicators.is_empty());
        parts
    }

    /// A row in which two units stand over each other is two indicators.
    fn unstack(&self, row: &Row, outlined: Outlined) -> Vec<(Row, Outlined)> {
        let lines = |column: usize| -> Vec<String> {
            let text = row.cell(column).shown();
            text.lines()
                .map(|line| line.trim().to_owned())
                .filter(|line| !line.is_empty())
                .collect()
        };
        let Some(units) = self
            .columns
            .unit
            .map(lines)
            .filter(|units| units.len() > 1 && units.iter().all(|u| unit::is_unit(u)))
        else {
            return vec![(row.clone(), outlined)];
        };
        let columns: Vec<usize> = self.columns.values().collect();
        let fits = columns
            .iter()
            .all(|column| matches!(lines(*column).len(), n if n == units.len() || n == 0));
        if !fits {
            return vec![(row.clone(), outlined)];
        }
        let part = |(at, unit): (usize, &String)| {
            let mut row = row.clone();
            for column in &columns {
                if let (Some(cell), Some(line)) =
                    (row.cells.get_mut(*column), lines(*column).get(at))
                {
                    *cell = Cell::text(line);
                }
            }
            (row, Outlined { unit: Some(unit.clone()), ..outlined.clone() })
        };
        units.iter().enumerate().map(part).collect()
    }
}

/// What cells merged downward give to the rows below, in the columns that name.
fn merged_downward(sheet: &Sheet, columns: &Columns) -> HashMap<(usize, usize), String> {
    let naming: Vec<usize> =
        columns.names.iter().copied().chain(columns.unit).chain(columns.mark).collect();
    let tall = sheet
        .merges
        .iter()
        .filter(|merge| merge.rows.1 > merge.rows.0 && naming.contains(&merge.columns.0));
    let mut merged = HashMap::new();
    for merge in tall {
        let Ok(top) = sheet.rows.binary_search_by_key(&merge.rows.0, |row| row.line) else {
            continue;
        };
        let text = sheet.rows[top].cell(merge.columns.0).shown();
        let below = sheet.rows[top + 1..].iter().take_while(|row| row.line <= merge.rows.1);
        merged.extend(below.map(|row| ((row.line, merge.columns.0), text.clone())));
    }
    merged
}

/// A name on one line, and what its second line says in another language.
fn two_languages(name: &str) -> (String, Option<String>) {
    let indent: String = name.chars().take_while(|c| c.is_whitespace() && *c != '\n').collect();
    let lines: Vec<&str> = name.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let foreign =
        |line: &str| line.is_ascii() && line.split_whitespace().any(|word| word.len() > 2);
    match lines.as_slice() {
        [first, second] if !first.is_ascii() && foreign(second) && !second.starts_with('(') => {
            (format!("{indent}{first}"), Some((*second).to_owned()))
        }
        _ => (format!("{indent}{}", lines.join(" ")), None),
    }
}
