//! Office tables: delimited text, workbooks, HTML and Word, with titles above the table, a header of up to five
//! rows, sections, levels of rows, footnotes and signatures.
//!
//! A file goes through the stages in one direction: each is a function of the results of those before. Each is
//! a folder, and imports earlier stages only (`tests/layers.rs`). [`datasets`] brings the sheets into shape, and
//! [`sheet_dataset::datasets`] calls the stages for each:
//!
//! ```text
//! bytes → [source]      Sheet        rows of cells, whatever the format of the file
//!       → [reshaping]   Sheet, Header  a row for each indicator, and the first header (`layout/reshaping/`)
//!       → [layout]      Layout       the title; for each table its Header and the rows below it
//!       → [columns]     Schema       what each column is: role, period, number format, comparison
//!       → [outline]     Body         where the rows end; then for each row its marker, level and parents
//!       → [indicators]  Indicator    the values of a row, for each group of columns
//!       → Slices → Dataset           sections and ids, for each place and period
//! ```
//!
//! [`values`] decides what a single cell means; the stages after [`source`] use it. [`run`] reads the rows of a
//! body: one thread selects them, others build indicators from them, and one thread collects these, concurrently
//! (`dataset/parallel`).
//!
//! A table may have a million rows. Of delimited text only the text and the start of each row are in memory;
//! nothing else grows with the rows, except the indicators and the hashes of their ids.
//!
//! Nothing is guessed silently: if something can be read in two ways, the decision is made for a whole column
//! and reported; what cannot be read is kept as text and reported.

mod batch_builder;
pub(crate) mod columns;
mod computed_columns;
mod file_subject;
mod grouped_rows;
mod indicators;
mod layout;
mod layout_report;
mod outline;
mod report;
mod run;
mod sheet_dataset;
pub(super) mod source;
mod table_context;
pub(crate) mod values;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use self::layout::reshaping::SheetWithHeader;
use self::layout::{header, nearest_header, reshaping};
use self::source::{cell, delimited, encoding, legacy_fonts, markdown, workbook};
use super::delimited_text::{first_record, unclosed_quote};
use super::diagnostics::collector::Collector;
use super::one_table::{OfTable, joined};
use super::progress::Progress;
use super::{
    Diagnostic, Diagnostics, FileProblem, Foreign, Location, OpenError, Opened, SheetProblem,
    WorkbookProblem, listed_table, lossless_table, undivided,
};
use crate::lexicon::heading::{self};
use crate::lexicon::role::Role;
use crate::model::Dataset;
use crate::text::fold::fold;
use sheet_dataset::SheetOfFile;
use source::cell::Row;
use source::location::{Locator, not_utf8, whole_file};
use source::sheet::Sheet;
use source::workbook::Book;

pub(crate) use crate::lexicon::bracketed_unit::in_brackets as unit_in_brackets;
pub(crate) use layout::title_place::in_line as place_in_title;
pub(crate) use source::workbook::{as_in_workbook, decimal as number_in_workbook, is_workbook};

/// Reads the tables of a workbook or of delimited text: one dataset for each sheet with a table. `wanted` is
/// the name of the only sheet to read.
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    wanted: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    if is_workbook(bytes) {
        return of_book(file, workbook::read(bytes), wanted, progress);
    }
    if let Some(name) = wanted {
        return Err(no_sheet(file, name, Vec::new()));
    }
    of_text(file, bytes, progress)
}

/// Encodings that are no finding: Unicode, and what the reader of legacy fonts reports by itself.
static AS_EXPECTED: [&Encoding; 3] = [UTF_16LE, UTF_16BE, WINDOWS_1252];

/// Decodes text in any of the encodings that tables have.
pub(crate) fn decoded(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    encoding::decode(bytes).text
}

/// Reads the sheets of an XML Spreadsheet 2003.
pub(crate) fn read_spreadsheet_xml(
    file: &str,
    bytes: &[u8],
    wanted: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let text = encoding::decode(bytes).text;
    of_book(file, workbook::read_xml(&text), wanted, progress)
}

/// Reads the tables of a Word document.
pub(crate) fn read_word(
    file: &str,
    bytes: &[u8],
    wanted: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let book = workbook::read_word(bytes);
    if book.as_ref().is_ok_and(|book| book.sheets.is_empty()) {
        return Err(whole_file(file, FileProblem::Foreign(Foreign::Docx)).into());
    }
    of_book(file, book, wanted, progress)
}

/// Reads the tables of an HTML page.
pub(crate) fn read_html(
    file: &str,
    bytes: &[u8],
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let text = encoding::decode(bytes).text;
    of_book(file, workbook::read_html(&text), None, progress)
}

fn of_book(
    file: &str,
    book: Result<Book, WorkbookProblem>,
    wanted: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let Book { mut sheets, remarks } = book.map_err(|problem| whole_file(file, problem))?;
    let mut collector = Collector::default();
    choose(&mut sheets, wanted, file, &mut collector)?;
    for remark in remarks {
        // A remark about a sheet that is not read is not reported.
        let name = remark.sheet.as_deref();
        if sheets.iter().any(|sheet| sheet.name.as_deref() == name) || remark.is_of_book {
            let Diagnostic { location, problem } = remark.diagnostic(file);
            collector.report(problem, || location);
        }
    }
    datasets(sheets, Locator { file, text: None }, collector, progress)
}

fn of_text(file: &str, bytes: &[u8], progress: &Progress) -> Result<Opened, OpenError> {
    let mut collector = Collector::default();
    let decoded = encoding::decode(bytes);
    if decoded.text.trim().is_empty() {
        return Err(whole_file(file, FileProblem::Empty).into());
    }
    let separator = delimited::separator(&decoded.text, |sheet| {
        header::find(sheet, 0).map_or(0, |header| header.all(|role| *role != Role::Unknown).count())
    });
    let (text, quotes) = unclosed_quote::repaired(&decoded.text, separator);
    let text = match separator {
        b'|' => markdown::with_leading_bars(markdown::with_escaped_bars(text)),
        _ => text,
    };
    let sheet = delimited::sheet(file, &text, separator)?;
    let locator = Locator { file, text: Some((&text, separator)) };
    collector.report_quotes(file, &decoded.text, &quotes);
    if decoded.broken {
        collector.diagnostics.push(not_utf8(file, &decoded.text));
    }
    if let Some(encoding) = decoded.encoding.filter(|one| !AS_EXPECTED.contains(one)) {
        collector.report_file(file, FileProblem::Encoding { name: encoding.name() });
    }
    let undivided = (sheet.width() == 1).then(|| undivided::find(file, &text)).flatten();
    collector.diagnostics.extend(undivided);
    datasets(vec![sheet], locator, collector, progress)
}

/// Whether delimited text has headings of values, so that it is a table and not a list of names.
pub(crate) fn has_values(bytes: &[u8], separator: u8) -> bool {
    first_record(bytes, separator).iter().any(|cell| {
        matches!(
            heading::Heading::of(cell.trim()).role,
            Role::Plan(_) | Role::Actual(_) | Role::Comparison(_) | Role::Rank(_) | Role::Better
        )
    })
}

fn datasets(
    sheets: Vec<Sheet<'_>>,
    locator: Locator<'_>,
    mut collector: Collector,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let file = locator.file;
    let mut sheets = legacy_fonts::in_unicode(sheets, file, &mut collector, is_lossless);
    for sheet in &mut sheets {
        remove_overlapping_merges(sheet, file, &mut collector);
    }
    progress.set_total(sheets.iter().map(Sheet::len).sum::<usize>() * run::PASSES);
    let sheets = reshaping::with_first_headers(sheets, locator, &mut collector);
    let is_one_of_several = sheets.iter().filter(|own| own.header.is_some()).count() > 1;
    let (mut datasets, mut without_table) = (Vec::new(), Vec::new());
    for SheetWithHeader { sheet, name, header } in &sheets {
        if let Some(own) = lossless_dataset(sheet, file) {
            datasets.push(own?);
        } else if let Some(listed) = listed_datasets(sheet, file) {
            datasets.extend(listed?.into_iter().map(OfTable::from));
        } else if let Some(header) = header {
            let reshaped = reshaping::reshaped(sheet, header);
            let (sheet, header) =
                reshaped.as_ref().map_or((sheet, header), |(sheet, header)| (sheet, header));
            let (sheet, header) = (SheetOfFile { sheet, name, is_one_of_several }, header.clone());
            let read = sheet_dataset::datasets(sheet, header, locator, &mut collector, progress);
            datasets.extend(read?.into_iter().map(OfTable::from));
        } else {
            without_table.push(sheet);
        }
    }
    if datasets.is_empty() {
        return Err(no_table(&sheets, locator).into());
    }
    for sheet in without_table {
        skipped(sheet, file, &mut collector);
    }
    let Collector { diagnostics: findings, warnings, quota } = collector;
    Ok(Opened { datasets: joined(datasets), findings, warnings, omitted: quota.omitted })
}

/// Reports a sheet without a table next to others that have one: a warning if it has rows of numbers.
fn skipped(sheet: &Sheet<'_>, file: &str, collector: &mut Collector) {
    let Some(name) = sheet.name.as_deref().filter(|_| sheet.len() > 0) else { return };
    // "-3,2%" of a cell that the file marks as a percentage begins with its sign.
    let begins_with_digit =
        |text: &str| text.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    let is_number =
        |cell: &cell::Cell<'_>| cell.number().is_some() || begins_with_digit(&cell.shown());
    let numbers = |row: &Row<'_>| row.cells.iter().any(is_number);
    let has_numbers = sheet.range(0..sheet.len()).filter(numbers).nth(1).is_some();
    let problem = SheetProblem::NoTable { sheet: name.to_owned(), has_numbers };
    collector.report(problem, || {
        let sheet_name = Some(name.to_owned());
        Location { sheet: sheet_name, ..Location::of_line(file, sheet.row(0).line) }
    });
}

/// The error that no header was found, with the one cell to rename in the row most similar to a header.
fn no_table(sheets: &[SheetWithHeader<'_>], locator: Locator<'_>) -> Diagnostics {
    let mut sheets = sheets.iter().map(|own| &own.sheet);
    let near = sheets.find_map(|sheet| Some((sheet, nearest_header::nearest(sheet)?)));
    let Some((sheet, near)) = near else {
        return whole_file(locator.file, SheetProblem::NoHeader);
    };
    let row = sheet.row(near.row);
    let location = locator.location(sheet, &row, near.column, near.text.clone());
    let problem =
        SheetProblem::NearlyHeader { row: row.line, text: near.text, rename: near.name }.into();
    Diagnostic { location, problem }.into()
}

/// Whether this program wrote the sheet: then it is read without inference.
fn is_lossless(sheet: &Sheet<'_>) -> bool {
    sheet.get(0).is_some_and(|header| lossless_table::is_ours(&texts(&header)))
}

fn texts(row: &Row<'_>) -> Vec<String> {
    row.cells.iter().map(|cell| cell.shown().into_owned()).collect()
}

/// The dataset of a sheet that this program wrote.
fn lossless_dataset(sheet: &Sheet<'_>, file: &str) -> Option<Result<OfTable, OpenError>> {
    if !is_lossless(sheet) {
        return None;
    }
    Some(lossless_table::read(file, sheet.name.as_deref(), &text_rows(sheet), false))
}

/// The rows below the first one as texts.
fn text_rows(sheet: &Sheet<'_>) -> Vec<lossless_table::TextRow> {
    let rows = sheet.range(1..sheet.len());
    rows.map(|row| lossless_table::TextRow { line: row.line, cells: texts(&row) }).collect()
}

/// The datasets of a sheet that is the output of `chitieu list --format csv`.
fn listed_datasets(sheet: &Sheet<'_>, file: &str) -> Option<Result<Vec<Dataset>, OpenError>> {
    let headings = texts(&sheet.get(0)?);
    let is_listed = listed_table::is_ours(&headings);
    is_listed.then(|| listed_table::read(file, &headings, &text_rows(sheet)))
}

/// Keeps only the wanted sheet; without one, all visible sheets.
fn choose(
    sheets: &mut Vec<Sheet<'static>>,
    wanted: Option<&str>,
    file: &str,
    collector: &mut Collector,
) -> Result<(), OpenError> {
    if let Some(wanted) = wanted {
        let names: Vec<String> = sheets.iter().filter_map(|sheet| sheet.name.clone()).collect();
        let key = fold(wanted.trim());
        sheets.retain(|sheet| sheet.name.as_deref().is_some_and(|name| fold(name.trim()) == key));
        if sheets.is_empty() {
            return Err(no_sheet(file, wanted, names));
        }
    } else if sheets.iter().any(|sheet| !sheet.hidden) {
        for name in
            sheets.iter().filter(|sheet| sheet.hidden).filter_map(|sheet| sheet.name.as_ref())
        {
            collector.report_file(file, SheetProblem::Hidden { sheet: name.clone() });
        }
        sheets.retain(|sheet| !sheet.hidden);
    }
    Ok(())
}

/// An error if a file does not have the wanted sheet.
pub(crate) fn no_sheet(file: &str, wanted: &str, sheets: Vec<String>) -> OpenError {
    let problem = FileProblem::NoSheet { wanted: wanted.to_owned(), sheets };
    Diagnostic::of_line(problem, (file, 1)).into()
}

/// Removes merges that overlap others, and reports it.
fn remove_overlapping_merges(sheet: &mut Sheet<'_>, file: &str, collector: &mut Collector) {
    let Some(merge) = sheet.remove_overlapping_merges() else { return };
    collector.report(SheetProblem::OverlappingMerges, || {
        let (sheet, column) = (sheet.name.clone(), merge.columns.0 + 1);
        Location { sheet, column, ..Location::of_line(file, merge.rows.0) }
    });
}
