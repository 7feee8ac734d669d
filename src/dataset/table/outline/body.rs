//! The rows below a header, with the decisions about their columns: the common input of all later stages.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::columns::Columns;
use crate::dataset::table::columns::comparison_inference::compare;
use crate::dataset::table::columns::number_format::{FormatDecision, number_formats};
use crate::dataset::table::columns::periods;
use crate::dataset::table::columns::plan_period::ColumnPeriods;
use crate::dataset::table::layout::footnotes::Footnotes;
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::parallel::chunks::in_chunks;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::limits;
use crate::dataset::table::source::location::Locator;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::dataset::{Limited, Location, OpenError};
use crate::lexicon::footer;
use crate::lexicon::markers::MarkedName;
use crate::lexicon::markers::may_be_lettered;
use crate::lexicon::measure::measure;
use crate::lexicon::rank::Marker;
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::model::Period;
use crate::text::one_line::one_line;

/// A table of a sheet while it is read: its header, its columns, and the range of its rows.
pub(in crate::dataset::table) struct Body<'a> {
    pub(in crate::dataset::table) header: Header,
    /// The columns of the table; of its main measure if the rows contain several.
    pub(in crate::dataset::table) columns: Columns,
    /// The columns of the other measures.
    pub(in crate::dataset::table) others: Vec<Columns>,
    pub(in crate::dataset::table) number_formats: Vec<FormatDecision>,
    pub(in crate::dataset::table) sheet: &'a Sheet<'a>,
    locator: Locator<'a>,
    /// The unit in the line above the table.
    unit: Option<String>,
    /// The texts of cells merged downward, for the rows that leave them empty: by line and column.
    merged: HashMap<(usize, usize), Arc<str>>,
    /// The period of each column, as it is shown.
    pub(in crate::dataset::table) periods: Vec<String>,
    /// The rows below the header, by index.
    pub(in crate::dataset::table) rows: Range<usize>,
    /// The index after the last row of the table.
    pub(in crate::dataset::table) end: usize,
    /// The footnotes below the table.
    pub(in crate::dataset::table) footnotes: Footnotes,
    /// Whether the headings are in Vietnamese: then numbers of a workbook are shown with decimal commas in
    /// the notes.
    pub(in crate::dataset::table) in_vietnamese: bool,
    /// The first column that is not read, because it is far right of the last heading.
    pub(in crate::dataset::table) first_unread: Option<usize>,
    /// Rows that repeat the header on another page.
    pub(in crate::dataset::table) repeated_headers: Vec<Range<usize>>,
    /// Whether letters or Roman numerals may mark rows.
    pub(in crate::dataset::table) lettered: bool,
}

/// The result of scanning the rows below the header.
#[derive(Debug, Default)]
struct Below {
    /// The first row that ends the table: a signature or a footnote.
    footer: Option<usize>,
    /// Whether letters or Roman numerals may mark rows.
    lettered: bool,
    /// The line of the first name that is too long.
    long_name: Option<usize>,
    /// The number of columns that rows with numbers have.
    width: usize,
}

impl<'a> Body<'a> {
    /// Decides about the columns below a header, and where the table ends. An error if a limit is exceeded,
    /// or if the user cancelled.
    pub(in crate::dataset::table) fn new(
        sheet: &'a Sheet<'a>,
        header: Header,
        rows: Range<usize>,
        unit: Option<String>,
        title: Option<Period>,
        locator: Locator<'a>,
        progress: &Progress,
    ) -> Result<Self, OpenError> {
        let number_formats = number_formats(sheet, &header, rows.clone(), progress)?;
        let mut measures =
            Columns::of(&header, &unit::several(unit.as_deref().unwrap_or_default()), title);
        compare(&mut measures, &header, sheet, rows.clone(), progress, |row, column| {
            Value::of(row.cell(column), number_formats[column].format)
        })?;
        for columns in &mut measures {
            columns.periods = ColumnPeriods::of(&header, columns, title);
        }
        let mut measures = measures.into_iter();
        let mut columns = measures.next().unwrap_or_default();
        let others: Vec<Columns> = measures.collect();
        columns.of_others = others.iter().flat_map(Columns::own_values).collect();
        let merged = merged_downward(sheet, &columns).ok_or_else(|| {
            let most = limits::UNPACKED as usize;
            limits::diagnostic(locator.file, 1, Limited::MergedBytes, most)
        })?;
        let periods = periods(&header);
        let in_vietnamese = header.columns.iter().any(|heading| !heading.text.is_ascii());
        let end = rows.end;
        let mut body = Self {
            header,
            columns,
            others,
            number_formats,
            sheet,
            locator,
            unit,
            merged,
            periods,
            rows,
            end,
            footnotes: Footnotes::default(),
            in_vietnamese,
            first_unread: None,
            repeated_headers: Vec::new(),
            lettered: false,
        };
        let below = body.below(progress)?;
        if let Some(line) = below.long_name {
            let found = limits::diagnostic(locator.file, line, Limited::NameBytes, limits::NAME);
            return Err(found.into());
        }
        body.lettered = below.lettered;
        body.widen(below.width);
        body.end = body.end(below.footer);
        body.footnotes = Footnotes::of(sheet, body.end..body.rows.end);
        Ok(body)
    }

    /// Sets the period of the dataset, which decides whether plans and actuals need a period of their own.
    pub(in crate::dataset::table) fn within(&mut self, dataset: Option<Period>) {
        for columns in [&mut self.columns].into_iter().chain(&mut self.others) {
            columns.periods = columns.periods.within(dataset);
        }
    }

    /// Whether row `at` repeats the header on another page.
    pub(in crate::dataset::table) fn is_repeated_header(&self, at: usize) -> bool {
        let behind = self.repeated_headers.partition_point(|page| page.end <= at);
        self.repeated_headers.get(behind).is_some_and(|page| page.contains(&at))
    }

    /// The value of a cell, in the number format of its column.
    pub(in crate::dataset::table) fn value(&self, row: &Row<'_>, column: usize) -> Value {
        self.number_formats
            .get(column)
            .map_or(Value::Missing, |decision| Value::of(row.cell(column), decision.format))
    }

    /// The location of a cell, with the heading of its column as the path.
    pub(in crate::dataset::table) fn location(&self, row: &Row<'_>, column: usize) -> Location {
        let heading = self.header.columns.get(column).map(|heading| one_line(&heading.text));
        let heading = heading.unwrap_or_default();
        self.locator.location(self.sheet, row, column, heading)
    }

    /// Scans all rows below the header.
    fn below(&self, progress: &Progress) -> Result<Below, Cancelled> {
        let looked = in_chunks(self.rows.clone(), progress, |rows| {
            let mut below = Below::default();
            below.footer = self.sheet.find(rows, |_, row| {
                let (cell, name) = self.mark_and_name(row);
                below.lettered = below.lettered || may_be_lettered(&cell, &name);
                if row.cells.len() > self.header.columns.len() && self.has_figure(row) {
                    let last = row.filled_cells().last().map_or(0, |(column, _)| column + 1);
                    below.width = below.width.max(last);
                }
                if name.len() > limits::NAME {
                    below.long_name.get_or_insert(row.line);
                }
                self.is_footer(row)
            });
            below
        })?;
        // Groups in a column of their own have their own markers.
        let groups = self.columns.names.len() > 1;
        Ok(Below {
            footer: looked.iter().find_map(|part| part.footer),
            lettered: groups || looked.iter().any(|part| part.lettered),
            long_name: looked.iter().find_map(|part| part.long_name),
            width: looked.iter().map(|part| part.width).max().unwrap_or(0),
        })
    }

    /// Adds columns without a heading right of the last one to the note. There may be thousands of them: only
    /// the first few are added, and the next one is remembered, to be reported.
    fn widen(&mut self, width: usize) {
        const MOST: usize = 8;
        let first = self.header.columns.len();
        for column in first..width.min(first + MOST) {
            self.header.columns.push(Heading::of(""));
            self.periods.push(String::new());
            self.columns.in_note.push(column);
        }
        self.first_unread = (width > first + MOST).then_some(first + MOST);
    }

    /// The index after the last row of the table, given the first row that ends it.
    fn end(&self, footer: Option<usize>) -> usize {
        let footer = footer.unwrap_or(self.rows.end);
        // A table without values is a list of names, up to the last of them.
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
        let mut end = last.map_or(self.rows.start, |last| last + 1);
        while end < footer && self.continues_in_words(end) {
            end += 1;
        }
        end
    }

    /// Whether a row directly below the last one has a name, and words as its plan or actual.
    fn continues_in_words(&self, at: usize) -> bool {
        let row = self.sheet.row(at);
        let adjacent = at > self.rows.start && self.sheet.row(at - 1).line + 1 == row.line;
        let filled = |column: &usize| !row.cell(*column).is_empty();
        let values = [self.columns.plan, self.columns.actual];
        adjacent && self.columns.names.iter().any(filled) && values.iter().flatten().any(filled)
    }

    /// Whether a row is numbered. A footnote in that column is longer, or an asterisk.
    fn is_marked(&self, row: &Row<'_>) -> bool {
        self.columns.mark.is_some_and(|mark| {
            let text = row.cell(mark).shown();
            !text.is_empty() && text.chars().count() <= 6 && !text.contains('*')
        })
    }

    /// Whether a column of values contains a number, or a mark for a missing one.
    pub(in crate::dataset::table) fn has_figure(&self, row: &Row<'_>) -> bool {
        const LONGEST: usize = 24;
        let figure = |column: usize| match self.value(row, column) {
            // "-" and ".." are marks for a missing number.
            Value::Missing => !row.cell(column).is_empty(),
            Value::Words(_) => false,
            Value::Unreadable(text) => text.len() <= LONGEST,
            _ => true,
        };
        self.columns.values().any(figure)
    }

    fn is_assessed(&self, row: &Row<'_>) -> bool {
        let columns = self.columns.values().chain(self.columns.verdict);
        columns.into_iter().any(|column| verdict::begins(&row.cell(column).shown()))
    }

    fn is_footer(&self, row: &Row<'_>) -> bool {
        !self.is_marked(row)
            && !self.has_figure(row)
            && row.filled_cells().any(|(_, cell)| footer::ends_table(&cell.shown()))
    }

    pub(in crate::dataset::table) fn has_values(&self, row: &Row<'_>) -> bool {
        if self.columns.values().next().is_none() && self.columns.verdict.is_none() {
            // Even if no column of values is known, a row with numbers is not a group.
            let mut others = self.columns.in_note.iter().map(|column| row.cell(*column).shown());
            return others.any(|text| text.starts_with(|c: char| c.is_ascii_digit()));
        }
        self.columns.values().chain(self.columns.verdict).any(|column| !row.cell(column).is_empty())
    }

    /// Whether units are in brackets at the end of the names: if most brackets there contain a known unit, an
    /// unknown word in brackets is a unit, too.
    pub(in crate::dataset::table) fn names_hold_units(&self) -> bool {
        const SAMPLED_ROWS: usize = 200;
        if self.columns.unit.is_some() || self.common_unit().is_some() {
            return false;
        }
        let rows = self.sheet.range(self.rows.start..self.end).take(SAMPLED_ROWS);
        let (mut known, mut unknown) = (0, 0);
        for row in rows.filter(|row| self.has_values(row)) {
            let (_, name) = self.mark_and_name(&row);
            known += usize::from(unit::in_brackets(&name).is_some());
            unknown += usize::from(unit::in_last_brackets(&name).is_some());
        }
        known > 1 && known * 2 >= unknown
    }

    /// Whether the next row is a child of a row with this marker.
    pub(in crate::dataset::table) fn has_children(&self, at: usize, mark: Marker) -> bool {
        self.next_mark(at).is_some_and(|next| next > mark)
    }

    /// The marker of the next row with a name.
    pub(in crate::dataset::table) fn next_mark(&self, at: usize) -> Option<Marker> {
        self.sheet.range(at + 1..self.end).find_map(|row| {
            let (cell, name) = self.mark_and_name(&row);
            (!name.trim().is_empty()).then(|| MarkedName::of(&cell, &name, &mut None).mark)
        })
    }

    /// The marker and the name of a row; the name with its indentation.
    pub(in crate::dataset::table) fn mark_and_name<'r>(
        &'r self,
        row: &'r Row<'_>,
    ) -> (Cow<'r, str>, Cow<'r, str>) {
        const NONE: Cow<'_, str> = Cow::Borrowed("");
        let mark = self.columns.mark.map_or(NONE, |column| self.own_or_merged(row, column));
        // The name in the rightmost filled column; a name left of it is its group.
        for (level, column) in self.columns.names.iter().enumerate().rev() {
            let name = match row.cell(*column) {
                Cell::Text(text) => Cow::Borrowed(&**text),
                _ => self.own_or_merged(row, *column),
            };
            if !name.trim().is_empty() {
                let indented = |level| Cow::Owned(format!("{}{name}", "   ".repeat(level)));
                return (mark, if level == 0 { name } else { indented(level) });
            }
        }
        // A section merged over the whole width is in its first cell, the column of markers.
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

    pub(in crate::dataset::table) fn own_or_merged<'r>(
        &'r self,
        row: &'r Row<'_>,
        column: usize,
    ) -> Cow<'r, str> {
        let own = row.cell(column).shown();
        if own.is_empty()
            && let Some(merged) = self.merged.get(&(row.line, column))
        {
            return Cow::Borrowed(merged);
        }
        own
    }

    pub(in crate::dataset::table) fn unit_cell(&self, row: &Row<'_>) -> Option<String> {
        let column = self.columns.unit?;
        let text = unit::on_one_line(&self.own_or_merged(row, column));
        (!text.is_empty() && !verdict::is_missing(&text)).then_some(text)
    }

    /// The unit in the headings if they name only one: "Tỷ đồng" below the first of several years.
    fn only_unit_of_headings(&self) -> Option<String> {
        let columns = self.columns.plan.into_iter().chain(self.columns.earlier.iter().copied());
        let mut units = columns.filter_map(|column| self.header.columns[column].unit.as_ref());
        let first = units.next()?;
        units.all(|unit| unit == first).then(|| first.clone())
    }

    /// The unit of all values: from the heading of the actual, or the heading of the names, or the line above
    /// the table.
    pub(in crate::dataset::table) fn common_unit(&self) -> Option<String> {
        let main = self.columns.actual.or(self.columns.plan);
        let of_heading = main.and_then(|column| self.header.columns[column].unit.clone());
        let of_heading = of_heading.or_else(|| self.only_unit_of_headings());
        let of_name =
            self.columns.names.first().and_then(|column| self.header.columns[*column].unit.clone());
        of_heading.or(of_name).or_else(|| self.unit.clone())
    }
}

/// The period of each column. If several have the same period, the whole heading is used to distinguish them.
fn periods(header: &Header) -> Vec<String> {
    let named = |heading: &Heading| match heading.role {
        Role::Actual(_) => periods::named_period(&heading.text),
        _ => periods::period(&heading.text),
    };
    let named: Vec<String> = header.columns.iter().map(named).collect();
    let texts: Vec<String> = header.columns.iter().map(|heading| one_line(&heading.text)).collect();
    let key = |at: usize| (named[at].as_str(), measure(&texts[at]));
    let mut count: HashMap<(&str, Vec<String>), usize> = HashMap::new();
    for at in header.all(|role| matches!(role, Role::Actual(_))) {
        *count.entry(key(at)).or_default() += 1;
    }
    let is_shared = |at: usize| count.get(&key(at)).is_some_and(|count| *count > 1);
    let period = |at: usize| if is_shared(at) { texts[at].clone() } else { named[at].clone() };
    (0..named.len()).map(period).collect()
}

/// The texts that cells merged downward give to the rows below, in the columns of markers, names and units;
/// `None` if they would exceed the memory limit.
fn merged_downward(
    sheet: &Sheet<'_>,
    columns: &Columns,
) -> Option<HashMap<(usize, usize), Arc<str>>> {
    let naming: Vec<usize> =
        columns.names.iter().copied().chain(columns.unit).chain(columns.mark).collect();
    let tall = sheet
        .merges
        .iter()
        .filter(|merge| merge.rows.1 > merge.rows.0 && naming.contains(&merge.columns.0));
    let (mut merged, mut bytes) = (HashMap::new(), 0);
    for merge in tall {
        let Some(top) = sheet.at_line(merge.rows.0) else { continue };
        let row = sheet.row(top);
        let text: Arc<str> = row.cell(merge.columns.0).shown().into();
        let below = sheet.range(top + 1..sheet.len()).take_while(|row| row.line <= merge.rows.1);
        for row in below {
            bytes += text.len() as u64;
            merged.insert((row.line, merge.columns.0), Arc::clone(&text));
        }
        // Each row keeps its own copy.
        if bytes > limits::UNPACKED {
            return None;
        }
    }
    Some(merged)
}
