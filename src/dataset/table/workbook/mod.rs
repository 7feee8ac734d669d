//! The sheets of a workbook: XLSX, XLSB, XLS, ODS.
//!
//! calamine reads the cells. What it leaves out stands here: whether a number is shown as a percentage,
//! and that a small file can hold more than a machine does. Nothing is unpacked before it was measured.

mod biff;
mod opendocument;
mod refusal;

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use calamine::{Data, DataRef, Dimensions, Range, Reader, SheetVisible, Sheets, Xlsx};
use memchr::memchr2;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;

use super::cell::{Cell, Cells, Row};
use super::grid::{Merge, Rows, Sheet};
use super::limit;
use refusal::Refusal;

/// What a workbook begins with: a ZIP archive, or a compound file of old.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes are those of a workbook.
pub(in crate::dataset) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// The sheets of a workbook that hold anything, in its order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet<'static>>, Refusal> {
    // calamine trusts the offsets in old workbooks; a wrong one must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| read(bytes)));
    read.unwrap_or_else(|_| Err("it contradicts itself".to_owned().into()))
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet<'static>>, Refusal> {
    let percentages = if bytes.starts_with(ZIP) {
        measure(bytes, limit::UNPACKED)?;
        opendocument::percentages(bytes)?
    } else {
        biff::percentages(bytes)?
    };
    let mut workbook = calamine::open_workbook_auto_from_rs(Cursor::new(Rc::<[u8]>::from(bytes)))
        .map_err(|error| unopened(bytes, error.to_string()))?;
    let mut sheets = Vec::new();
    let metadata = workbook.sheets_metadata().iter();
    let hidden = metadata.filter(|sheet| sheet.visible != SheetVisible::Visible);
    let hidden: Vec<String> = hidden.map(|sheet| sheet.name.clone()).collect();
    for name in workbook.sheet_names() {
        let (cells, merges) = match &mut workbook {
            Sheets::Xlsx(xlsx) => {
                (styled(xlsx, &name)?, xlsx.merge_cells_by_sheet_name(&name).ok())
            }
            Sheets::Xls(xls) => {
                let merges = xls.merge_cells_by_sheet_name(&name).ok();
                let range = xls.worksheet_range(&name).map_err(|error| error.to_string())?;
                (plain(&range, percentages.of(&name)), merges)
            }
            other => {
                let range = other.worksheet_range(&name).map_err(|error| error.to_string())?;
                (plain(&range, percentages.of(&name)), None)
            }
        };
        let merges = merges.unwrap_or_default().iter().map(merge).collect::<Vec<_>>();
        let merges = if merges.is_empty() { percentages.merges(&name) } else { merges };
        if merges.len() > limit::MERGES {
            let many = format!("a sheet holds more than {} merged cells", limit::MERGES);
            return Err(Refusal::Limit(many));
        }
        let rows = rows(cells)?;
        if !rows.is_empty() {
            let hidden = hidden.contains(&name);
            sheets.push(Sheet { name: Some(name), rows: Rows::Cells(rows), merges, hidden });
        }
    }
    Ok(sheets)
}

/// Where numbers are percentages, and which cells are one, by sheet: what calamine does not tell of XLS
/// and ODS.
#[derive(Debug, Default)]
struct Beside(Vec<(String, Percentages, Vec<Merge>)>);

/// The places of percentages: row and column from 0, in order.
type Percentages = Vec<(usize, usize)>;

impl Beside {
    fn of(&self, sheet: &str) -> &[(usize, usize)] {
        self.0.iter().find(|(name, ..)| name == sheet).map_or(&[], |(_, cells, _)| cells)
    }

    fn merges(&self, sheet: &str) -> Vec<Merge> {
        self.0.iter().find(|(name, ..)| name == sheet).map_or(Vec::new(), |(.., m)| m.clone())
    }
}

/// Unpacks everything once without keeping it, so that what follows cannot grow past the limit.
fn measure(bytes: &[u8], most: u64) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("its parts cannot be found ({error})"))?;
    let mut left = most;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index(at) else { continue };
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink());
        left = left.checked_sub(unpacked.unwrap_or(0)).ok_or_else(|| {
            Refusal::Limit(format!("it unpacks to more than {} MiB", most / 1024 / 1024))
        })?;
    }
    Ok(())
}

/// The cells of an XLSX sheet one by one, with their formats: a sheet says little of its own size that
/// could be trusted.
fn styled<R: io::Read + io::Seek>(xlsx: &mut Xlsx<R>, name: &str) -> Result<Vec<Placed>, Refusal> {
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(|error| error.to_string())?;
    let styles: Vec<(bool, u8)> = reader
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            let indent = style.alignment.as_ref().and_then(|alignment| alignment.indent);
            (format.is_some_and(|f| is_percent(&f.format_code)), indent.unwrap_or(0))
        })
        .collect();
    let mut taken = Taken::default();
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| error.to_string())?
    {
        let (percent, indent) = styles.get(style).copied().unwrap_or_default();
        let (row, column) = cell.get_position();
        let content = match cell.get_value() {
            DataRef::String(text) => indented(text, indent),
            DataRef::SharedString(text) => indented(text, indent),
            other => value(&Data::from(other.clone()), percent),
        };
        push(&mut taken, row as usize, column as usize, content)?;
    }
    Ok(taken.cells)
}

/// A cell with its row and column, from 0.
type Placed = (usize, usize, Cell<'static>);

/// What was taken from a sheet so far.
#[derive(Default)]
struct Taken {
    cells: Vec<Placed>,
    /// Bytes of all texts.
    text: u64,
}

fn push(taken: &mut Taken, row: usize, column: usize, cell: Cell<'static>) -> Result<(), Refusal> {
    if cell.is_empty() {
        return Ok(());
    }
    if column >= limit::COLUMNS {
        return Err(far(column));
    }
    if let Cell::Text(text) = &cell {
        if text.len() > limit::CELL {
            let long = format!("a cell holds more than {} MiB", limit::CELL / 1024 / 1024);
            return Err(Refusal::Limit(long));
        }
        // What many cells share stands once in the file.
        taken.text += text.len() as u64;
        if taken.text > limit::UNPACKED {
            let most = limit::UNPACKED / 1024 / 1024;
            return Err(Refusal::Limit(format!("a sheet holds more than {most} MiB of text")));
        }
    }
    if taken.cells.len() >= limit::CELLS {
        return Err(too_many_cells());
    }
    taken.cells.push((row, column, cell));
    Ok(())
}

fn far(column: usize) -> Refusal {
    let most = limit::COLUMNS;
    Refusal::Limit(format!("a cell stands in column {}; at most {most} are read", column + 1))
}

fn too_many_cells() -> Refusal {
    Refusal::Limit(format!("a sheet holds more than {} cells", limit::CELLS))
}

/// Why what unpacks cannot be opened.
fn unopened(bytes: &[u8], error: String) -> Refusal {
    let holds = |part: &str| {
        ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| archive.index_for_name(part).is_some())
    };
    if holds("word/document.xml") {
        Refusal::Other("a document of Word")
    } else if holds("ppt/presentation.xml") {
        Refusal::Other("a presentation")
    } else if bytes.starts_with(ZIP) && !holds("xl/workbook.xml") && !holds("content.xml") {
        Refusal::Other("an archive of other files")
    } else {
        error.into()
    }
}

fn plain(range: &Range<Data>, percentages: &[(usize, usize)]) -> Vec<Placed> {
    let (top, left) = range.start().unwrap_or_default();
    let used = range.used_cells().map(|(row, column, data)| {
        let (row, column) = (top as usize + row, left as usize + column);
        let percent = percentages.binary_search(&(row, column)).is_ok();
        (row, column, value(data, percent))
    });
    used.filter(|(.., cell)| !cell.is_empty()).collect()
}

/// Cells in rows; the widths add up to no more than the limit.
fn rows(mut cells: Vec<Placed>) -> Result<Vec<Row<'static>>, Refusal> {
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let mut rows: Vec<(usize, Vec<Cell<'static>>)> = Vec::new();
    let mut total = 0;
    for (row, column, cell) in cells {
        if column >= limit::COLUMNS {
            return Err(far(column));
        }
        if rows.last().is_none_or(|(line, _)| *line != row + 1) {
            rows.push((row + 1, Vec::new()));
        }
        let Some((_, cells)) = rows.last_mut() else { continue };
        total += (column + 1).saturating_sub(cells.len());
        if total > limit::CELLS {
            return Err(too_many_cells());
        }
        cells.resize(column.max(cells.len()), Cell::Empty);
        if cells.len() == column {
            cells.push(cell);
        }
    }
    let row = |(line, cells)| Row { line, start: 0, cells: Cells::Own(cells) };
    Ok(rows.into_iter().map(row).collect())
}

fn value(data: &Data, percent: bool) -> Cell<'static> {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => indented(text, 0),
        Data::Int(number) => Cell::Number { value: Decimal::from(*number), percent },
        Data::Float(number) => match decimal(*number) {
            Some(value) => Cell::Number { value, percent },
            None => Cell::text(number.to_string()),
        },
        Data::Bool(truth) => Cell::text(if *truth { "TRUE" } else { "FALSE" }),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Cell::text(format!("{day:02}/{month:02}/{year}"))
        }
        Data::Error(error) => Cell::text(error.to_string()),
        other => Cell::text(other.to_string()),
    }
}

/// Text, its level told by leading spaces whatever the file tells it by.
fn indented(text: &str, indent: u8) -> Cell<'static> {
    let mut whole = "   ".repeat(usize::from(indent));
    // Line breaks as Excel writes them in shared strings.
    let text = match memchr2(b'\r', b'_', text.as_bytes()) {
        Some(_) => text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n").into(),
        None => Cow::Borrowed(text),
    };
    if text.is_ascii() {
        whole.push_str(&text);
    } else {
        whole.extend(text.nfc());
    }
    Cell::text(whole)
}

/// A binary number as the decimal that a spreadsheet shows it by: 15 digits.
fn decimal(number: f64) -> Option<Decimal> {
    const DIGITS: usize = 15;
    if !number.is_finite() {
        return None;
    }
    let text = format!("{number:.*e}", DIGITS - 1);
    Decimal::from_scientific(&text).ok().map(|decimal| decimal.normalize())
}

/// Whether a number format shows hundredths: a % that is neither quoted nor escaped.
fn is_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    format.chars().any(|c| {
        let literal = quoted || escaped;
        escaped = !escaped && c == '\\';
        if c == '"' && !literal {
            quoted = true;
        } else if c == '"' {
            quoted = false;
        }
        c == '%' && !literal
    })
}

fn merge(dimensions: &Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (dimensions.start, dimensions.end);
    Merge {
        rows: (top as usize + 1, bottom as usize + 1),
        columns: (left as usize, right as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_formats_are_told_from_percent_signs_in_words() {
        for (format, expected) in [
            ("0%", true),
            ("0.00%", true),
            ("#,##0.0 %;[Red]-0 %", true),
            ("General", false),
            ("0.0\" %\"", false),
            ("0.0\\%", false),
        ] {
            assert_eq!(is_percent(format), expected, "{format}");
        }
    }

    #[test]
    fn what_unpacks_to_more_than_the_limit_is_refused() {
        use std::io::Write;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
        archive.write_all(&vec![b'0'; 1 << 20]).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 10_000, "a bomb is small");
        assert!(measure(&bytes, 1 << 20).is_ok());
        let more = measure(&bytes, (1 << 20) - 1).unwrap_err();
        assert!(
            matches!(more, Refusal::Limit(told) if told.starts_with("it unpacks to more than"))
        );
    }

    #[test]
    fn a_lone_cell_far_out_is_refused() {
        let far = vec![(0, 0, Cell::text("a")), (5, limit::COLUMNS, Cell::text("b"))];
        let refusal = rows(far).unwrap_err();
        assert!(matches!(refusal, Refusal::Limit(told) if told.ends_with("at most 1024 are read")));
        let low = vec![(0, 0, Cell::text("a")), (1_000_000, 1, Cell::text("b"))];
        assert_eq!(rows(low).unwrap().len(), 2, "empty rows take no room");
    }

    #[test]
    fn binary_numbers_become_the_decimals_that_are_shown() {
        for (number, text) in [(0.974, "0.974"), (57.300000000000004, "57.3"), (10120.0, "10120")] {
            assert_eq!(decimal(number).unwrap().to_string(), text);
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(1e300), None);
    }
}
