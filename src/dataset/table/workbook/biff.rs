//! XLS: which cells are shown as percentages, and that the file claims no more than such a file can hold.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use super::{Beside, Percentages, Refusal, is_percent, limit};

/// Columns of a sheet in this format.
const COLUMNS: usize = 256;

/// Rows of a sheet in this format.
const ROWS: usize = 65_536;

/// Record types.
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

/// The built-in formats 0% and 0.00%.
const PERCENT_FORMATS: [u16; 2] = [9, 10];

/// Walks the records of the workbook for what calamine leaves out.
pub(super) fn percentages(bytes: &[u8]) -> Result<Beside, Refusal> {
    let mut file =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if file.exists("/EncryptedPackage") {
        return Err(Refusal::Password);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name));
    let name = name.ok_or_else(|| "it holds no workbook".to_owned())?;
    let stream = file.open_stream(name).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    let read = stream.take(limit::UNPACKED).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    walk(&bytes)
}

fn walk(bytes: &[u8]) -> Result<Beside, Refusal> {
    let mut names = Vec::new();
    let mut formats: HashMap<u16, bool> = PERCENT_FORMATS.map(|id| (id, true)).into();
    let mut styles = Vec::new();
    let mut beside = Beside::default();
    // Substreams: the workbook's own, then one a sheet; charts lie within sheets.
    let mut depth = 0_usize;
    for (at, kind, data) in records(bytes) {
        match kind {
            BOF => {
                depth += 1;
                if depth == 1
                    && let Some((_, name)) = names.iter().find(|(start, _)| *start == at)
                {
                    beside.0.push((String::clone(name), Percentages::new(), Vec::new()));
                }
            }
            EOF => depth = depth.saturating_sub(1),
            SHEET => {
                let start = u32_at(data, 0).and_then(|start| usize::try_from(start).ok());
                let start = start.filter(|start| *start < bytes.len());
                let start = start.ok_or_else(|| "it names a sheet that is not there".to_owned())?;
                names.push((start, short_text(data.get(6..).unwrap_or_default())));
            }
            FORMAT => {
                if let Some(id) = u16_at(data, 0) {
                    formats.insert(id, is_percent(&text(data.get(2..).unwrap_or_default())));
                }
            }
            XF => {
                let percent = u16_at(data, 2).and_then(|id| formats.get(&id).copied());
                styles.push(percent.unwrap_or(false));
            }
            DIMENSIONS => dimensions(data)?,
            NUMBER | RK | FORMULA | LABEL | SHARED_LABEL | MULTIPLE_RK | BLANKS if depth == 1 => {
                cells(kind, data, &styles, &mut beside)?;
            }
            _ => {}
        }
    }
    beside.0.iter_mut().for_each(|(_, cells, _)| cells.sort_unstable());
    Ok(beside)
}

/// Records with the offset of each.
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

/// The rows and columns that a sheet claims: calamine makes room for them at once.
fn dimensions(data: &[u8]) -> Result<(), Refusal> {
    let claimed = if data.len() == 10 {
        let half = |at| u16_at(data, at).map(usize::from);
        [half(0), half(2), half(4), half(6)]
    } else {
        let whole = |at| u32_at(data, at).and_then(|number| usize::try_from(number).ok());
        [whole(0), whole(4), u16_at(data, 8).map(usize::from), u16_at(data, 10).map(usize::from)]
    };
    match claimed {
        [Some(_), Some(rows), Some(_), Some(columns)] if rows <= ROWS && columns <= COLUMNS => {
            Ok(())
        }
        _ => Err("a sheet claims more rows or columns than the format has".to_owned().into()),
    }
}

fn cells(kind: u16, data: &[u8], styles: &[bool], beside: &mut Beside) -> Result<(), Refusal> {
    let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return Ok(()) };
    let last = match kind {
        MULTIPLE_RK | BLANKS => u16_at(data, data.len().saturating_sub(2)).unwrap_or(first),
        _ => first,
    };
    if usize::from(last) >= COLUMNS || last < first {
        let column = usize::from(last) + 1;
        return Err(format!("a cell stands in column {column}; the format has {COLUMNS}").into());
    }
    let Some((_, places, _)) = beside.0.last_mut() else { return Ok(()) };
    for column in first..=last {
        // In a run each cell has a style and a number of four bytes.
        let at = match kind {
            MULTIPLE_RK => 4 + 6 * usize::from(column - first),
            _ => 4,
        };
        let style = u16_at(data, at).and_then(|style| styles.get(usize::from(style)));
        if style == Some(&true) && matches!(kind, NUMBER | RK | FORMULA | MULTIPLE_RK) {
            places.push((row.into(), column.into()));
        }
    }
    Ok(())
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*bytes))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}

/// Text with its length in one byte.
fn short_text(data: &[u8]) -> String {
    let length = data.first().copied().unwrap_or(0);
    characters(data.get(1..).unwrap_or_default(), length.into())
}

/// Text with its length in two bytes.
fn text(data: &[u8]) -> String {
    let length = u16_at(data, 0).unwrap_or(0);
    characters(data.get(2..).unwrap_or_default(), length.into())
}

/// Characters of one byte, or of two where the flag says so.
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
