//! Finds the tables of a sheet: a header for each, the rows below it, and what the lines above it say.

use std::borrow::Cow;
use std::ops::Range;

use super::header::{self, Header};
use super::header_rows;
use super::repeated_header::continues;
use super::titles::caption::Caption;
use super::titles::sheet_name::SheetName;
use super::titles::title::Title;
use super::titles::title_subject::TitleSubject;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::period::parse;
use crate::lexicon::role::Role;
use crate::model::Period;

/// A table of a sheet: its header and where its rows are. Rows are counted from 0.
#[derive(Debug)]
pub(crate) struct TableArea {
    pub(crate) header: Header,
    /// The rows below the header, up to the next table.
    pub(crate) rows: Range<usize>,
    /// Rows among them that repeat the header on another page.
    pub(crate) repeated_headers: Vec<Range<usize>>,
    /// The section that the line above the header names.
    pub(crate) section: Option<String>,
    /// What the line above the header, or the title, is about: the indicator of a table that has only one.
    pub(crate) subject: Option<String>,
    /// Whether the line says so by itself, or splits the indicator by places: "phân theo huyện".
    pub(crate) is_subject_certain: bool,
    /// Whether it is the name of the sheet or of the file.
    pub(crate) is_subject_of_file: bool,
    /// Whether the title says that what it reports is not finished.
    pub(crate) is_on_the_way: bool,
    /// The unit in the lines above the header, or in the title of the sheet.
    pub(crate) unit: Option<String>,
    /// The lines of its caption, of a table that is not the first of the sheet.
    pub(crate) caption: Option<String>,
    /// The place that its caption names, where it is not that of the title of the sheet.
    pub(crate) place: Option<String>,
    /// The period that its caption names, where it is not that of the title of the sheet.
    pub(crate) period: Option<Period>,
}

/// The layout of a sheet with at least one table.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) title: Title,
    /// What the name of the sheet says.
    pub(crate) sheet_name: SheetName,
    pub(crate) tables: Vec<TableArea>,
}

/// The test whether a row below the first header of a sheet begins a header.
pub(crate) struct FurtherHeaders<'s> {
    sheet: &'s Sheet<'s>,
    /// The main row of the first header, if it has several cells.
    first: Option<Row<'s>>,
}

impl<'s> FurtherHeaders<'s> {
    pub(crate) fn below(sheet: &'s Sheet<'s>, first: &Header) -> Self {
        let first = Some(sheet.row(first.first)).filter(|row| row.filled() > 1);
        Self { sheet, first }
    }

    /// Whether row `at` begins a header, maybe the first one again.
    pub(crate) fn begin_at(&self, at: usize, row: &Row<'_>) -> bool {
        // A header without a word for names begins again by the same words.
        let is_same = |first: &Row<'_>| texts(row).eq(texts(first));
        header_rows::begins(self.sheet, at, row)
            || self.first.as_ref().is_some_and(is_same)
            || self.first.as_ref().is_some_and(|first| is_second_side(first, row))
    }
}

impl Layout {
    /// Splits a sheet into tables, one for each header; `first` is the first header, and `begins` are the rows below it
    /// that begin one. A repeated header does not begin another table.
    pub(crate) fn of(
        sheet: &Sheet<'_>,
        sheet_name: SheetName,
        first: Header,
        begins: &[usize],
    ) -> Self {
        let sheet_name = sheet_name.or_year(year_of_plans(&first));
        let title = Title::of(sheet, 0..first.first).within(&sheet_name);
        let mut tables = Vec::new();
        let mut caption = Caption::of_first(sheet, first.first);
        let mut next = Some(first);
        while let Some(header) = next {
            let unit = caption.unit.take().or_else(|| title.unit.clone());
            let below = below(sheet, &header, unit.as_deref(), begins);
            next = below.next;
            let following =
                next.as_ref().map(|next| Caption::above(sheet, next.first).within(&sheet_name));
            let end = following
                .as_ref()
                .map_or(below.end, |caption| caption.first.clamp(header.below, below.end));
            let (place, period) = caption.slice(&title);
            let section = caption.section(&title, place.is_some() || period.is_some());
            tables.push(TableArea {
                rows: header.below..end,
                header,
                repeated_headers: below.repeated_headers,
                subject: section.as_deref().map(subject_of).or_else(|| title.subject.name.clone()),
                is_subject_of_file: false,
                is_subject_certain: section.is_some() || title.subject.splits_places,
                section,
                is_on_the_way: title.subject.is_on_the_way,
                unit,
                caption: caption.title.text.take(),
                place,
                period,
            });
            caption = following.unwrap_or_default();
        }
        // "TỈNH BẮC NINH", and a district above each of the tables.
        if let [first, rest @ ..] = &mut tables[..]
            && rest.iter().any(|table| table.place.is_some())
        {
            first.place = Caption::nearest_place(sheet, first.header.first, &title);
        }
        Self { title, sheet_name, tables }
    }
}

/// The year of the plans that the headings name, if there is only one.
fn year_of_plans(header: &Header) -> Option<u16> {
    let plans = header.all(|role| matches!(role, Role::Plan(_)));
    let mut years = plans.filter_map(|at| parse(&header.columns[at].heading)?.first_year());
    years.next().filter(|first| years.all(|year| year == *first))
}

/// Whether a row is right of the first header, and has its headings for values: the second side of a form.
fn is_second_side(first: &Row<'_>, row: &Row<'_>) -> bool {
    let last = first.filled_cells().last().map(|(at, _)| at);
    let is_right = row.filled_cells().next().map(|(at, _)| at) > last;
    let values = |row: &Row<'_>| -> Vec<String> {
        row.filled_cells().skip(1).map(|(_, cell)| cell.shown().into_owned()).collect()
    };
    is_right && row.filled() == first.filled() && values(row) == values(first)
}

/// The texts of a row with their columns.
fn texts<'r>(row: &'r Row<'_>) -> impl Iterator<Item = (usize, Cow<'r, str>)> {
    row.filled_cells().map(|(at, cell)| (at, cell.shown()))
}

/// What follows a header.
struct Below {
    /// The index of the row that ends the table: the next header, or the end of the sheet.
    end: usize,
    repeated_headers: Vec<Range<usize>>,
    /// The header of the next table.
    next: Option<Header>,
}

/// Finds the end of a table, given all rows that begin a header.
fn below(sheet: &Sheet<'_>, header: &Header, unit: Option<&str>, begins: &[usize]) -> Below {
    let (mut end, mut repeated_headers) = (header.below, Vec::new());
    loop {
        let begin = begins.get(begins.partition_point(|at| *at < end));
        end = begin.copied().unwrap_or(sheet.len());
        let below = (end < sheet.len()).then(|| find_below_caption(sheet, end)).flatten();
        let next = below.filter(|next| next.below > end);
        let repeated = next.as_ref();
        match repeated.and_then(|next| continues(sheet, (header, unit), next)) {
            Some(page) => {
                end = page.end;
                repeated_headers.push(page);
            }
            None => return Below { end, repeated_headers, next },
        }
    }
}

/// The header at or below a row, under the lines above it.
fn find_below_caption(sheet: &Sheet<'_>, at: usize) -> Option<Header> {
    header::find_under(sheet, at, &Caption::above(sheet, at).title.subject)
}

/// What the section of a table says that its only indicator is: "Diện tích" of "Diện tích phân theo huyện".
fn subject_of(section: &str) -> String {
    let subject = TitleSubject::of(&[section.to_owned()]);
    let name = subject.name.filter(|_| subject.splits_places);
    name.unwrap_or_else(|| section.to_owned())
}
