//! Writing: the fields of each indicator into their columns.

use std::io::{self, Write};

use csv::WriterBuilder;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::{Map, Value, json};

use super::{COLUMNS, NUMBERS, Style};
use crate::dataset::json;
use crate::model::Dataset;
use crate::text::formula::guarded;
use crate::text::written::Separators;

/// Digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;

/// A row of cells, all as text.
type Row = [String; COLUMNS.len()];

/// Writes a dataset as CSV with a byte order mark, by which Excel knows UTF-8.
pub(in crate::dataset) fn csv(
    dataset: &Dataset,
    style: Style,
    mut to: impl Write,
) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut writer = WriterBuilder::new().delimiter(style.delimiter()).from_writer(to);
    writer.write_record(COLUMNS)?;
    for row in rows(dataset) {
        let cells = COLUMNS.iter().zip(&row).map(|(column, cell)| {
            if !NUMBERS.contains(column) {
                guarded(cell).into_owned()
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

/// Writes datasets as a workbook, a sheet each.
pub(in crate::dataset) fn xlsx(datasets: &[Dataset]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    for (at, dataset) in datasets.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&dataset.id, at))?;
        for (column, heading) in (0..).zip(COLUMNS) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        for (row, cells) in (1..).zip(rows(dataset)) {
            for (column, (heading, cell)) in (0..).zip(COLUMNS.iter().zip(&cells)) {
                match cell.parse::<Decimal>() {
                    _ if cell.is_empty() => {}
                    Ok(number) if NUMBERS.contains(heading) && fits(number) => {
                        sheet.write_number(row, column, number.to_f64().unwrap_or_default())?;
                    }
                    // Never a formula, whatever it begins with.
                    _ => {
                        sheet.write_string(row, column, cell)?;
                    }
                }
            }
        }
    }
    workbook.save_to_buffer()
}

/// Whether a spreadsheet keeps all digits of a number.
fn fits(number: Decimal) -> bool {
    let digits = number.mantissa().unsigned_abs().to_string().len();
    // Zeros at the end of a fraction are digits that were published; a number has none.
    digits <= KEPT_DIGITS && number.normalize().scale() == number.scale()
}

/// The name of a sheet: short, without the signs that have a meaning, and unlike the others.
fn sheet_name(id: &str, at: usize) -> String {
    const LONGEST: usize = 25;
    let plain = id.chars().map(|c| if "[]:*?/\\'".contains(c) || c.is_control() { '-' } else { c });
    let name: String = plain.take(LONGEST).collect();
    if at == 0 && !name.trim().is_empty() && !name.eq_ignore_ascii_case("history") {
        return name;
    }
    format!("{name} {}", at + 1)
}

fn rows(dataset: &Dataset) -> Vec<Row> {
    let mut rows = Vec::new();
    for section in &dataset.sections {
        let indicators = dataset.indicators.range(section.indicators.clone());
        rows.extend(indicators.map(|i| row(json::indicator(&i), &section.name)));
    }
    let sections =
        dataset.sections.iter().map(|section| json!([section.name, section.indicators.len()]));
    let mut about = json::about(dataset);
    about.insert("sections".to_owned(), sections.collect());
    // A dataset without indicators still has a row to be told in.
    if rows.is_empty() {
        rows.push(Row::default());
    }
    rows[0][COLUMNS.len() - 1] = Value::Object(about).to_string();
    rows
}

fn row(mut fields: Map<String, Value>, section: &str) -> Row {
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
    let mut row = Row::default();
    for (cell, value) in row.iter_mut().zip(named) {
        *cell = value.map(text).unwrap_or_default();
    }
    if !fields.is_empty() {
        row[COLUMNS.len() - 2] = Value::Object(fields).to_string();
    }
    row
}

/// Text as it is, anything else as JSON.
fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
