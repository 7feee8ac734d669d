//! Writes a lossless table: the fields of each indicator into their columns.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use csv::WriterBuilder;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::{Map, Value, json};

use super::json_text::Format as Cells;
use super::{COLUMNS, NUMBERS, Style, TEXTS};
use crate::dataset::one_table::tables;
use crate::dataset::{double_decoded, json, table};
use crate::model::Dataset;
use crate::text::formula_escape::escape_formula;
use crate::text::parse_number::Separators;

/// A row of cells, all as text.
type LosslessRow = [String; COLUMNS.len()];

/// Writes a dataset as CSV with a byte order mark, without which Excel does not recognise UTF-8.
pub(crate) fn csv(dataset: &Dataset, style: Style, mut to: impl Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut writer = WriterBuilder::new().delimiter(style.delimiter()).from_writer(to);
    writer.write_record(COLUMNS)?;
    for row in rows(dataset, None) {
        let cells = COLUMNS.iter().zip(&row).map(|(column, cell)| {
            if !NUMBERS.contains(column) {
                escape_formula(&kept(column, cell, DELIMITED)).into_owned()
            } else if style.separators == Separators::Comma {
                cell.replace('.', ",")
            } else {
                cell.clone()
            }
        });
        writer.write_record(cells)?;
    }
    writer.flush()
}

/// Delimited text, with a record a line: in a damaged file a record over several lines is taken for a quote
/// that is not closed.
const DELIMITED: Cells = Cells {
    keeps: |text| {
        let first = text.chars().next();
        !text.contains(['\n', '\r'])
            && first.is_none_or(|c| !c.is_whitespace() && !c.is_control())
            && !double_decoded::is_suspect(text)
    },
};

/// A workbook. XML has no form for most control characters, and the reader composes letters.
const WORKBOOK: Cells = Cells {
    keeps: |text| {
        let odd = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}');
        !text.contains(odd) && !text.contains("_x") && table::as_in_workbook(text) == text
    },
};

/// The text of a cell so that it is kept.
fn kept<'a>(column: &str, cell: &'a str, cells: Cells) -> Cow<'a, str> {
    if TEXTS.contains(&column) { cells.text(cell) } else { cells.json(cell) }
}

/// Writes datasets as a workbook, a sheet each.
pub(crate) fn xlsx(datasets: &[Dataset]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let mut names = HashSet::new();
    for (dataset, table) in datasets.iter().zip(tables(datasets)) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&dataset.id, &mut names))?;
        for (column, heading) in (0..).zip(COLUMNS) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        for (row, cells) in (1..).zip(rows(dataset, table)) {
            for (column, (heading, cell)) in (0..).zip(COLUMNS.iter().zip(&cells)) {
                let number = NUMBERS.contains(heading).then(|| binary(cell)).flatten();
                match number {
                    _ if cell.is_empty() => {}
                    Some(number) => {
                        sheet.write_number(row, column, number)?;
                    }
                    // Never a formula, whatever it begins with.
                    None => {
                        sheet.write_string(row, column, kept(heading, cell, WORKBOOK))?;
                    }
                }
            }
        }
    }
    workbook.save_to_buffer()
}

/// A number in the form of a spreadsheet, if it keeps all digits. Zeros at the end of a fraction are digits
/// that were published; a number of a spreadsheet has none.
fn binary(text: &str) -> Option<f64> {
    let binary = text.parse::<Decimal>().ok()?.to_f64()?;
    let again = table::number_in_workbook(binary)?;
    (again.to_string() == text).then_some(binary)
}

/// The name of a sheet: short, without the signs that have a meaning, and unlike those that are taken.
fn sheet_name(id: &str, taken: &mut HashSet<String>) -> String {
    // In units of UTF-16, with room for a number.
    const LONGEST: usize = 25;
    let plain = |c: char| if "[]:*?/\\'".contains(c) || c.is_control() { '-' } else { c };
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= LONGEST
    };
    let short: String = id.chars().map(plain).take_while(fits).collect();
    let is_name = !short.trim().is_empty() && !short.eq_ignore_ascii_case("history");
    let mut name = if is_name { short.clone() } else { format!("{short} 1") };
    let mut number = 1;
    while !taken.insert(name.to_lowercase()) {
        number += 1;
        name = format!("{short} {number}");
    }
    name
}

fn rows(dataset: &Dataset, table: Option<&str>) -> Vec<LosslessRow> {
    let mut rows = Vec::new();
    for section in dataset.sections.iter() {
        let indicators = dataset.indicators.range(section.indicators.clone());
        rows.extend(indicators.map(|i| row(json::indicator(&i), &section.name)));
    }
    let sections =
        dataset.sections.iter().map(|section| json!([section.name, section.indicators.len()]));
    let mut about = json::about(dataset, table);
    about.insert("sections".to_owned(), sections.collect());
    // A dataset without indicators still needs a row for the dataset column.
    if rows.is_empty() {
        rows.push(LosslessRow::default());
    }
    rows[0][COLUMNS.len() - 1] = Value::Object(about).to_string();
    rows
}

fn row(mut fields: Map<String, Value>, section: &str) -> LosslessRow {
    let mut take = |name: &str| fields.shift_remove(name);
    let actual = take("actual");
    let (figure, words) = match actual {
        Some(Value::String(words)) => (None, Some(Value::String(words))),
        figure => (figure, None),
    };
    let mut plan = take("plan");
    let mut of_plan = |name: &str| plan.as_mut()?.as_object_mut()?.shift_remove(name);
    let (value, percent) = (of_plan("value"), of_plan("percent"));
    let plan = plan.filter(|plan| plan.as_object().is_some_and(|plan| !plan.is_empty()));
    let named = [
        take("id"),
        Some(Value::String(section.to_owned())),
        take("name"),
        take("parents"),
        take("unit"),
        figure,
        words,
        take("estimate"),
        take("better"),
        take("better_assumed"),
        value,
        percent,
        plan,
        take("changes"),
        take("earlier"),
        take("scale"),
    ];
    let mut row = LosslessRow::default();
    for (cell, value) in row.iter_mut().zip(named) {
        *cell = value.map(text).unwrap_or_default();
    }
    if !fields.is_empty() {
        row[COLUMNS.len() - 2] = Value::Object(fields).to_string();
    }
    row
}

/// Converts text to itself, any other value to JSON.
fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
