//! Reads files into checked [`Dataset`]s, or into diagnostics with locations; writes them; the embedded
//! default.
//!
//! Formats: JSON in UTF-8, one dataset a file, short and ordered, with notes; tables as offices publish them
//! (see [`read`]); lossless tables; lists of names, one a line. A report in prose, as text or as a document, becomes a
//! draft by [`import()`].
//!
//! ```
//! let text = r#"{
//!   "id": "example-2024", "place": "Ví dụ", "period": "năm 2024",
//!   "sections": [
//!     { "name": "Kinh tế", "indicators": [
//!       { "id": "trong-rung", "name": "Trồng rừng mới", "unit": "ha",
//!         "actual": 5257, "better": "higher", "plan": { "percent": 150 } } ] } ]
//! }"#;
//! let dataset = chitieu::dataset::read_json("example.json", text.as_bytes()).unwrap();
//! assert_eq!(dataset.indicators.name(0), Some("Trồng rừng mới"));
//! ```
//!
//! Unknown input is reported, never silently dropped, and all diagnostics are reported at once:
//!
//! ```
//! let text = r#"{ "id": "x", "place": "x", "period": "x", "sectoins": [] }"#;
//! let diagnostics = chitieu::dataset::read_json("x.json", text.as_bytes()).unwrap_err();
//! assert_eq!(diagnostics.to_string(), "x.json:1:1: missing-field\nx.json:1:43: sectoins: unknown-field");
//! let words = chitieu::ui::Words(chitieu::app::Lang::English);
//! let message = words.problem(&diagnostics.0[1].problem);
//! assert_eq!((&*message.found, &*message.help), ("unknown field", "did you mean `sections`?"));
//! ```

mod delimited_text;
mod diagnostics;
mod document;
mod double_decoded;
mod error;
mod file_name;
mod format;
mod gzip;
mod import;
mod json;
mod line_parts;
mod listed_table;
mod lossless_table;
mod name_list;
mod one_table;
mod opened;
pub(crate) mod parallel;
mod progress;
mod prose;
pub(crate) mod table;
mod undivided;
mod value_rules;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use memchr::{memchr, memrchr};

pub use diagnostics::cell_problem::CellProblem;
pub use diagnostics::collection_problem::CollectionProblem;
pub use diagnostics::column_problem::{
    ColumnProblem, ColumnRole, ComparisonBase, ComparisonEvidence, ComparisonKind, KeptBecause,
    Notation, Separation,
};
pub use diagnostics::diagnostic::{Diagnostic, Diagnostics};
pub use diagnostics::file_location::{Excerpt, Location, column_letters};
pub use diagnostics::file_problem::{FileProblem, Limited};
pub use diagnostics::foreign_format::Foreign;
pub use diagnostics::json_fault::JsonFault;
pub use diagnostics::json_problem::{
    Choices, Contradiction, Expected, Found, JsonProblem, SyntaxHint,
};
pub use diagnostics::layout_inference::{InferredLayout, LayoutInference, SheetNameReading};
pub use diagnostics::lossless_problem::LosslessProblem;
pub use diagnostics::names_problem::NamesProblem;
pub use diagnostics::problem::{Priority, Problem};
pub use diagnostics::quota::Omitted;
pub use diagnostics::rule::{Rule, Severity};
pub use diagnostics::sheet_problem::SheetProblem;
pub use diagnostics::workbook_problem::{
    Damage, HiddenPart, NamedCells, SheetKind, WorkbookLimit, WorkbookProblem,
};
pub use document::{Document, NotProse, SetAside};
pub use error::OpenError;
pub use import::{
    Import, ImportOptions, LARGEST_REPORT, import, import_document, is_pdf, read_document,
};
pub use lossless_table::Style;
pub use opened::Opened;
pub use progress::Progress;
pub use prose::{
    Fate, KeptDecisions, MADE_BY_HAND, Number, NumberRule, NumberState, ReviewedNumber,
    TextMismatch, accepted, audit, reviewed_numbers, sentence_of, set_aside, with_decisions_of,
    with_indicator_of,
};

use format::Format;
use opened::without_findings;

use crate::model::Dataset;
use crate::text::sanitize::visible;

/// The file of the embedded dataset.
const EMBEDDED: &str = include_str!("../../assets/bac-kan-2024.json");

/// The maximum number of bytes read; a pipe may never end.
const MOST: u64 = 1 << 30;

/// The number of bytes that are sampled for separators within names.
const SAMPLE: usize = 64 * 1024;

/// The JSON Schema of dataset files.
pub const SCHEMA: &str = include_str!("../../assets/dataset.schema.json");

/// Returns the embedded dataset: Bắc Kạn, 2024.
///
/// # Errors
///
/// Never: a test checks the embedded file.
pub fn embedded() -> Result<Dataset, Diagnostics> {
    read_json("bac-kan-2024.json", EMBEDDED.as_bytes())
}

/// Opens a file. `sheet` selects one sheet of a workbook.
///
/// # Errors
///
/// If the file cannot be read or contains no dataset.
pub fn open(path: &Path, sheet: Option<&str>) -> Result<Opened, OpenError> {
    open_with(path, sheet, &Progress::default())
}

/// Opens a file as [`open`] does; another thread can observe and cancel it through `progress`.
///
/// # Errors
///
/// If the file cannot be read or contains no dataset, or if the reading was cancelled.
pub fn open_with(
    path: &Path,
    sheet: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let name = path.to_string_lossy();
    let file = File::open(path).map_err(|error| unreadable(&name, error))?;
    read_with(&name, file, sheet, progress)
}

/// Reads only the first rows of a large delimited file, for a quick first display. Returns `None` for any
/// other file. Title, headings and levels are those of the whole file; the number format is inferred from
/// these rows only.
#[must_use]
pub fn head(path: &Path) -> Option<Opened> {
    const LARGE: u64 = 4 * 1024 * 1024;
    const HEAD: u64 = 256 * 1024;
    // A named pipe must not be opened here: closing it again would leave its writer without a reader.
    let metadata = fs::metadata(path).ok()?;
    if !metadata.is_file() || metadata.len() < LARGE {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(HEAD).read_to_end(&mut bytes).ok()?;
    if !matches!(format::sniff(&bytes), Format::Table | Format::Names(_) | Format::Lossless(_)) {
        return None;
    }
    bytes.truncate(end_of_last_line(&bytes)?);
    of_bytes(&path.to_string_lossy(), bytes, None, &Progress::default()).ok()
}

/// Returns the offset of the end of the last complete line.
fn end_of_last_line(bytes: &[u8]) -> Option<usize> {
    // Only UTF-16 contains zero bytes. There a line ends with an aligned pair of bytes; either byte may also
    // be part of another character.
    if memchr(0, bytes).is_none() {
        return memrchr(b'\n', bytes).map(|at| at + 1);
    }
    let is_end = |pair: &[u8]| matches!(pair, [b'\n', 0] | [0, b'\n']);
    bytes.chunks_exact(2).rposition(is_end).map(|pair| 2 * pair + 2)
}

/// Reads datasets from JSON, a list of names, or tables: delimited text, Markdown, HTML, workbooks (XLSX, XLS, ODS,
/// XML Spreadsheet) and Word documents. The format is detected from the content, also within gzip; `name` is the file
/// name in diagnostics.
///
/// # Errors
///
/// If the input cannot be read or contains no dataset.
pub fn read(name: &str, from: impl Read, sheet: Option<&str>) -> Result<Opened, OpenError> {
    read_with(name, from, sheet, &Progress::default())
}

/// Reads datasets as [`read`] does; another thread can observe and cancel it through `progress`.
///
/// # Errors
///
/// If the input cannot be read or contains no dataset, or if the reading was cancelled.
pub fn read_with(
    name: &str,
    from: impl Read,
    sheet: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let mut bytes = Vec::new();
    from.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(name, error))?;
    if bytes.len() as u64 > MOST {
        return Err(too_long(name).into());
    }
    of_bytes(name, bytes, sheet, progress)
}

fn of_bytes(
    name: &str,
    mut bytes: Vec<u8>,
    sheet: Option<&str>,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    let mut format = format::sniff(&bytes);
    if format == Format::Gzip {
        bytes = gzip::gzip(name, &bytes)?;
        format = format::sniff(&bytes);
    }
    let Some(wanted) = sheet else { return of_format(name, bytes, format, progress) };
    match format {
        Format::Foreign(foreign) => Err(not_read(name, foreign).into()),
        Format::Workbook | Format::Gzip => table::read(name, &bytes, sheet, progress),
        Format::SpreadsheetXml => table::read_spreadsheet_xml(name, &bytes, sheet, progress),
        Format::Word => table::read_word(name, &bytes, sheet, progress),
        _ => Err(table::no_sheet(name, wanted, Vec::new())),
    }
}

/// Reads a file of a known format.
fn of_format(
    name: &str,
    mut bytes: Vec<u8>,
    format: Format,
    progress: &Progress,
) -> Result<Opened, OpenError> {
    match format {
        Format::Foreign(foreign) => return Err(not_read(name, foreign).into()),
        Format::Gzip => return Err(not_read(name, Foreign::Archive).into()),
        Format::Workbook => return table::read(name, &bytes, None, progress),
        Format::Html => return table::read_html(name, &bytes, progress),
        Format::Word => return table::read_word(name, &bytes, None, progress),
        Format::SpreadsheetXml => {
            return table::read_spreadsheet_xml(name, &bytes, None, progress);
        }
        Format::Json | Format::Lossless(_) | Format::Names(_) | Format::Table => {}
    }
    if let Some(text) = json_in_utf16(&bytes) {
        return json::read(name, text.as_bytes());
    }
    let changed = fix_line_ends(&mut bytes);
    let twice = double_decoded::repaired(name, &bytes);
    let (bytes, twice) = match twice {
        Some(twice) => (twice.text.into_bytes(), twice.findings),
        None => (bytes, Vec::new()),
    };
    // The first line changed, so the format may be another one.
    let format = if changed || !twice.is_empty() { format::sniff(&bytes) } else { format };
    let mut opened = match format {
        Format::Lossless(separator) => {
            without_findings(lossless_table::read_csv(name, &bytes, separator)?)
        }
        Format::Names(separator) => {
            let mut opened = without_findings(name_list::read(name, &bytes, separator)?);
            let one_column =
                !bytes.split(|byte| *byte == b'\n').take(1).any(|line| line.contains(&separator));
            let text = String::from_utf8_lossy(&bytes[..bytes.len().min(SAMPLE)]);
            opened.findings.extend(undivided::find(name, &text).filter(|_| one_column));
            opened
        }
        Format::Json => json::read(name, &bytes)?,
        Format::Foreign(foreign) => return Err(not_read(name, foreign).into()),
        _ => table::read(name, &bytes, None, progress)?,
    };
    opened.findings.splice(0..0, twice);
    Ok(opened)
}

/// Reports a format that is known but not read.
fn not_read(name: &str, foreign: Foreign) -> Diagnostics {
    Diagnostic::of_line(FileProblem::Foreign(foreign), (name, 1)).into()
}

/// Converts the line ends of classic Mac OS, single carriage returns, to newlines. Returns whether there were
/// any.
fn fix_line_ends(bytes: &mut [u8]) -> bool {
    let alone = memchr(b'\n', bytes).is_none() && memchr(b'\r', bytes).is_some();
    if alone {
        bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
    }
    alone
}

/// Decodes a file in UTF-16 (as Notepad writes it), if it is JSON.
fn json_in_utf16(bytes: &[u8]) -> Option<String> {
    const FIRST: usize = 64;
    let (encoding, mark) = Encoding::for_bom(bytes)?;
    let bytes = bytes.get(mark..).filter(|_| encoding != UTF_8)?;
    let text = |bytes| encoding.decode_without_bom_handling(bytes).0;
    let first = text(&bytes[..bytes.len().min(FIRST)]);
    first.trim_start().starts_with(['{', '[']).then(|| text(bytes).into_owned())
}

/// Reads a dataset from JSON; `name` is the file name in diagnostics.
///
/// # Errors
///
/// If the dataset is invalid: the diagnostics with their locations, at most a thousand of each rule.
pub fn read_json(name: &str, text: &[u8]) -> Result<Dataset, Diagnostics> {
    json::dataset(name, text)
}

/// Writes a dataset as JSON that reads back as the same dataset.
///
/// # Errors
///
/// Never in practice: every dataset can be represented in JSON.
pub fn write_json(dataset: &Dataset) -> serde_json::Result<String> {
    json::write(dataset)
}

/// Formats datasets as JSON that reads back as the same datasets: a list, unless there is only one.
///
/// # Errors
///
/// If a number has no form in JSON, which no number of a dataset is.
pub fn write_json_list(datasets: &[Dataset]) -> serde_json::Result<String> {
    match datasets {
        [only] => json::write(only),
        several => json::write_all(several),
    }
}

/// Writes a dataset as CSV that reads back as the same dataset, safe to open in a spreadsheet.
///
/// # Errors
///
/// If `to` cannot be written.
pub fn write_csv(dataset: &Dataset, style: Style, to: impl Write) -> io::Result<()> {
    lossless_table::write_csv(dataset, style, to)
}

/// Writes datasets as a workbook (XLSX) with one sheet each, which reads back as the same datasets.
///
/// # Errors
///
/// If they do not fit: more rows than a sheet can have, or text longer than a cell can be.
pub fn write_xlsx(datasets: &[Dataset]) -> io::Result<Vec<u8>> {
    lossless_table::write_xlsx(datasets).map_err(io::Error::other)
}

fn too_long(name: &str) -> Diagnostics {
    Diagnostic::of_line(FileProblem::TooLong { gib: MOST >> 30 }, (name, 1)).into()
}

fn unreadable(name: &str, error: io::Error) -> OpenError {
    OpenError::Read { name: visible(name).into_owned(), error }
}
