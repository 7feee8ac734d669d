//! Reads XLS. calamine reads the cells; what it omits is read here: number formats, and hidden rows and
//! columns. The area of a sheet is checked against the size of the file first.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use calamine::{Data, Dimensions, Reader, Sheet, SheetType, SheetVisible, Xls};
use rust_decimal::Decimal;

use super::book::{Book, Budget};
use super::cell_format::{CellFormat, built_in};
use super::cell_values::{decimal, indented};
use super::gather::SheetBuilder;
use super::remark::Remark;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::source::sheet::Merge;
use crate::dataset::{Damage, SheetKind, WorkbookLimit, WorkbookProblem};

/// The maximum number of columns in this format.
const COLUMNS: usize = 256;

/// The maximum number of rows in this format.
const ROWS: usize = 65_536;

/// The number of cells that the area of a sheet may span, since calamine allocates them, and of further cells
/// for each byte of the file.
const AREA: usize = 2_000_000;
const AREA_A_BYTE: usize = 8;

/// Record types ([MS-XLS], 2.3).
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const SHEET: u16 = 0x0085;
const FORMAT: u16 = 0x041e;
const XF: u16 = 0x00e0;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027e;
const FORMULA: u16 = 0x0006;
const MULTIPLE_RK: u16 = 0x00bd;
const LABEL: u16 = 0x0204;
const SHARED_LABEL: u16 = 0x00fd;
const BLANKS: u16 = 0x00be;
const BLANK: u16 = 0x0201;
const TRUTH_OR_ERROR: u16 = 0x0205;
const COLUMN: u16 = 0x007d;
const ROW: u16 = 0x0208;
const DATES: u16 = 0x0022;

/// The data of a workbook that calamine omits.
#[derive(Debug, Default)]
struct XlsStyles {
    formats: Vec<CellFormat>,
    is_1904: bool,
    sheets: Vec<SheetExtras>,
}

/// The data of a sheet that calamine omits.
#[derive(Debug, Default)]
struct SheetExtras {
    name: String,
    /// The row and column of each number, from 0, and the index of its format; sorted.
    numbers: Vec<(u16, u16, u16)>,
    hidden_rows: HashSet<u16>,
    hidden_columns: Vec<(usize, usize)>,
    /// The number of rows and columns up to the last cell.
    reach: (usize, usize),
    /// The number of rows and columns that the sheet states.
    stated: (usize, usize),
}

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], budget: Budget) -> Result<Book, WorkbookProblem> {
    let extras = walk(&stream(bytes)?)?;
    for sheet in &extras.sheets {
        sheet.check_area(bytes.len())?;
    }
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut book = Book::default();
    for Sheet { name, typ, visible } in workbook.sheets_metadata().to_vec() {
        if typ != SheetType::WorkSheet {
            let is_chart = typ == SheetType::ChartSheet;
            let kind = if is_chart { SheetKind::Chart } else { SheetKind::Macros };
            book.remarks.push(Remark::no_cells(name, kind));
            continue;
        }
        let own = extras.sheets.iter().find(|sheet| sheet.name == name);
        let range = workbook.worksheet_range(&name).map_err(|error| error.to_string())?;
        let merges = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let hidden = visible != SheetVisible::Visible;
        let mut builder = SheetBuilder::new(Some(name), hidden, budget);
        builder.merges = merges.iter().map(merge).collect();
        for (first, last) in own.iter().flat_map(|own| &own.hidden_columns) {
            builder.hide_columns(*first, *last);
        }
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let at = (top as usize + row, left as usize + column);
            let hidden = own.is_some_and(|own| own.hides(at.0));
            let format = own.and_then(|own| extras.formats.get(own.format(at)?));
            builder.push(at, cell(data, format, extras.is_1904), hidden)?;
        }
        book.take(builder)?;
    }
    Ok(book)
}

/// Returns the workbook stream of the compound file.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, WorkbookProblem> {
    let mut file =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if file.exists("/EncryptedPackage") {
        return Err(WorkbookProblem::Password);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name));
    let name = name.ok_or(Damage::NoWorkbook)?;
    let stream = file.open_stream(name).map_err(|error| error.to_string())?;
    let mut text = Vec::new();
    // A stream cannot be longer than its file.
    let read = stream.take(bytes.len() as u64).read_to_end(&mut text);
    read.map_err(|error| error.to_string())?;
    Ok(text)
}

fn walk(bytes: &[u8]) -> Result<XlsStyles, WorkbookProblem> {
    // The names of the sheets, by where their substreams begin.
    let mut names = HashMap::new();
    let mut codes: HashMap<u16, String> = HashMap::new();
    let mut styles: Vec<u16> = Vec::new();
    let mut extras = XlsStyles::default();
    // Substreams: one of the workbook, then one for each sheet; charts are nested in sheets.
    let mut depth = 0_usize;
    for (at, kind, data) in records(bytes) {
        match kind {
            BOF => {
                depth += 1;
                if depth == 1
                    && let Some(name) = names.get(&at).cloned()
                {
                    extras.sheets.push(SheetExtras { name, ..SheetExtras::default() });
                }
            }
            EOF => depth = depth.saturating_sub(1),
            SHEET => {
                let start = u32_at(data, 0).and_then(|start| usize::try_from(start).ok());
                let start = start.filter(|start| *start < bytes.len());
                let start = start.ok_or(Damage::NoSheet)?;
                let name = short_text(data.get(6..).unwrap_or_default());
                names.entry(start).or_insert(name);
            }
            FORMAT => {
                if let Some(id) = u16_at(data, 0) {
                    codes.insert(id, text(data.get(2..).unwrap_or_default()));
                }
            }
            XF => styles.push(u16_at(data, 2).unwrap_or(0)),
            DATES => extras.is_1904 = u16_at(data, 0) == Some(1),
            _ if depth == 1 => {
                if let Some(sheet) = extras.sheets.last_mut() {
                    sheet.take(kind, data)?;
                }
            }
            _ => {}
        }
    }
    let format = |id: &u16| match codes.get(id) {
        Some(code) => CellFormat::of(code),
        None => built_in((*id).into()).map(CellFormat::of).unwrap_or_default(),
    };
    extras.formats = styles.iter().map(format).collect();
    extras.sheets.iter_mut().for_each(|sheet| sheet.numbers.sort_unstable());
    Ok(extras)
}

/// Iterates over the records: offset, type, data.
fn records(bytes: &[u8]) -> impl Iterator<Item = (usize, u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let (kind, length) = (u16_at(bytes, start)?, u16_at(bytes, start + 2)?);
        let end = start + 4 + usize::from(length);
        let data = bytes.get(start + 4..end)?;
        at = end;
        Some((start, kind, data))
    })
}

impl SheetExtras {
    fn take(&mut self, kind: u16, data: &[u8]) -> Result<(), WorkbookProblem> {
        match kind {
            DIMENSIONS => self.stated = dimensions(data)?,
            COLUMN => {
                let hidden = u16_at(data, 8).is_some_and(|flags| flags & 1 == 1);
                let columns = u16_at(data, 0).zip(u16_at(data, 2)).filter(|_| hidden);
                self.hidden_columns.extend(columns.map(|(a, b)| (a.into(), b.into())));
            }
            ROW => {
                // Bit 5 (fDyZero): the height is zero.
                let hidden = u16_at(data, 12).is_some_and(|flags| flags & 0x20 != 0);
                self.hidden_rows.extend(u16_at(data, 0).filter(|_| hidden));
            }
            NUMBER | RK | FORMULA | LABEL | SHARED_LABEL | MULTIPLE_RK | BLANKS | BLANK
            | TRUTH_OR_ERROR => self.cells(kind, data)?,
            _ => {}
        }
        Ok(())
    }

    fn cells(&mut self, kind: u16, data: &[u8]) -> Result<(), WorkbookProblem> {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return Ok(()) };
        let last = match kind {
            MULTIPLE_RK | BLANKS => u16_at(data, data.len().saturating_sub(2)).unwrap_or(first),
            _ => first,
        };
        if usize::from(last) >= COLUMNS || last < first {
            let column = usize::from(last) + 1;
            return Err(Damage::ColumnOutside { column, most: COLUMNS }.into());
        }
        let (rows, columns) = self.reach;
        self.reach = (rows.max(usize::from(row) + 1), columns.max(usize::from(last) + 1));
        if !matches!(kind, NUMBER | RK | FORMULA | MULTIPLE_RK) {
            return Ok(());
        }
        for column in first..=last {
            // In a multiple record each cell is a style of two bytes and a number of four.
            let at = match kind {
                MULTIPLE_RK => 4 + 6 * usize::from(column - first),
                _ => 4,
            };
            self.numbers.extend(u16_at(data, at).map(|style| (row, column, style)));
        }
        Ok(())
    }

    /// Rejects a sheet whose area is far larger than its file.
    fn check_area(&self, bytes: usize) -> Result<(), WorkbookProblem> {
        let most = AREA.saturating_add(bytes.saturating_mul(AREA_A_BYTE));
        let area = |(rows, columns): (usize, usize)| rows.saturating_mul(columns);
        if area(self.reach) > most || area(self.stated) > most {
            return Err(WorkbookLimit::Area(most).into());
        }
        Ok(())
    }

    fn hides(&self, row: usize) -> bool {
        u16::try_from(row).is_ok_and(|row| self.hidden_rows.contains(&row))
    }

    /// Returns the index of the format of a cell.
    fn format(&self, (row, column): (usize, usize)) -> Option<usize> {
        let at = (u16::try_from(row).ok()?, u16::try_from(column).ok()?);
        let found = self.numbers.binary_search_by_key(&at, |(row, column, _)| (*row, *column));
        found.ok().map(|found| self.numbers[found].2.into())
    }
}

/// Returns the number of rows and columns that a sheet states. calamine allocates this area.
fn dimensions(data: &[u8]) -> Result<(usize, usize), WorkbookProblem> {
    let claimed = if data.len() == 10 {
        let half = |at| u16_at(data, at).map(usize::from);
        [half(0), half(2), half(4), half(6)]
    } else {
        let whole = |at| u32_at(data, at).and_then(|number| usize::try_from(number).ok());
        [whole(0), whole(4), u16_at(data, 8).map(usize::from), u16_at(data, 10).map(usize::from)]
    };
    match claimed {
        [Some(_), Some(rows), Some(_), Some(columns)] if rows <= ROWS && columns <= COLUMNS => {
            Ok((rows, columns))
        }
        _ => Err(Damage::SheetSize.into()),
    }
}

/// Converts a cell to what the sheet displays.
fn cell(data: &Data, format: Option<&CellFormat>, is_1904: bool) -> Cell<'static> {
    let number = |number: f64| match (decimal(number), format) {
        (Some(number), Some(format)) => format.show(number, is_1904),
        (Some(value), None) => Cell::Number { value, percent: false },
        (None, _) => Cell::text(number.to_string()),
    };
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => indented(text, 0),
        Data::Int(whole) => match format {
            Some(format) => format.show(Decimal::from(*whole), is_1904),
            None => Cell::Number { value: Decimal::from(*whole), percent: false },
        },
        Data::Float(float) => number(*float),
        Data::DateTime(date) => number(date.as_f64()),
        Data::Bool(truth) => Cell::text(if *truth { "TRUE" } else { "FALSE" }),
        Data::Error(error) => Cell::text(error.to_string()),
        other => Cell::text(other.to_string()),
    }
}

fn merge(dimensions: &Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (dimensions.start, dimensions.end);
    Merge {
        rows: (top as usize + 1, bottom as usize + 1),
        columns: (left as usize, right as usize),
    }
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*bytes))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}

/// Decodes a string with a length of one byte.
fn short_text(data: &[u8]) -> String {
    let length = data.first().copied().unwrap_or(0);
    characters(data.get(1..).unwrap_or_default(), length.into())
}

/// Decodes a string with a length of two bytes.
fn text(data: &[u8]) -> String {
    let length = u16_at(data, 0).unwrap_or(0);
    characters(data.get(2..).unwrap_or_default(), length.into())
}

/// Decodes characters of one byte, or of two bytes if the flag is set.
fn characters(data: &[u8], length: usize) -> String {
    let wide = data.first().is_some_and(|flags| flags & 1 == 1);
    let data = data.get(1..).unwrap_or_default();
    if wide {
        let (pairs, _) = data.as_chunks::<2>();
        let units: Vec<u16> =
            pairs.iter().take(length).map(|pair| u16::from_le_bytes(*pair)).collect();
        String::from_utf16_lossy(&units)
    } else {
        data.iter().take(length).map(|byte| char::from(*byte)).collect()
    }
}
