//! Reads a lossless table. Each row is converted to an indicator in JSON and read as such, so that fields and
//! diagnostics are implemented once, in the JSON reader.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::json_text::unquoted;
use super::{COLUMNS, NUMBERS, TEXTS};
use crate::dataset::delimited_text::{Records, unclosed_quote};
use crate::dataset::diagnostics::quota::Collected;
use crate::dataset::one_table::OfTable;
use crate::dataset::{
    Diagnostic, Diagnostics, JsonFault, Location, LosslessProblem, OpenError, json,
};
use crate::model::{Dataset, Section};
use crate::text::formula_escape::unescape_formula;

/// A row of text cells, with its line number from 1.
pub(crate) struct TextRow {
    pub(crate) line: usize,
    pub(crate) cells: Vec<String>,
}

/// Whether these are the headings of a lossless table.
pub(crate) fn is_ours(headings: &[String]) -> bool {
    headings.len() >= COLUMNS.len()
        && COLUMNS.iter().zip(headings).all(|(ours, found)| ours == found)
}

/// Returns the delimiter if a file begins with the headings of a lossless table.
pub(crate) fn delimiter(bytes: &[u8]) -> Option<u8> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    [b',', b';'].into_iter().find(|delimiter| {
        let headings = COLUMNS.join(&char::from(*delimiter).to_string());
        text.starts_with(headings.as_bytes())
    })
}

/// Reads a delimited lossless table; the delimiter is from [`delimiter`].
pub(crate) fn csv(file: &str, bytes: &[u8], delimiter: u8) -> Result<Dataset, OpenError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = simdutf8::compat::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        wrong(file, line, LosslessProblem::NotUtf8)
    })?;
    // An unclosed quote would swallow the rows below it.
    if let Some((line, _)) = unclosed_quote::first_open(text, delimiter) {
        return Err(wrong(file, line, LosslessProblem::UnclosedQuote).into());
    }
    let row = |(line, cells): (usize, Vec<Cow<'_, str>>)| TextRow {
        line,
        cells: cells.into_iter().map(Cow::into_owned).collect(),
    };
    let rows: Vec<TextRow> = Records::of(text, delimiter).skip(1).map(row).collect();
    read(file, None, &rows, true).map(|read| read.dataset)
}

/// Reads a table whose header row [`is_ours`]; `is_escaped` is whether formulas in text were escaped.
pub(crate) fn read(
    file: &str,
    sheet: Option<&str>,
    rows: &[TextRow],
    is_escaped: bool,
) -> Result<OfTable, OpenError> {
    let at = |line: usize, diagnostics: Diagnostics| {
        let place = |Diagnostic { location, problem }| {
            let sheet = sheet.map(str::to_owned);
            let location = Location { sheet, line, column: 1, excerpt: None, ..location };
            Diagnostic { location, problem }
        };
        Diagnostics(diagnostics.0.into_iter().map(place).collect())
    };
    let cell = |row: &TextRow, column: &str| {
        let at = COLUMNS.iter().position(|name| *name == column)?;
        let text = row.cells.get(at).filter(|text| !text.is_empty())?;
        if NUMBERS.contains(&column) {
            return Some(text.replace(',', "."));
        }
        let text = if is_escaped { unescape_formula(text) } else { text };
        Some(if TEXTS.contains(&column) { unquoted(text).into_owned() } else { text.to_owned() })
    };
    let (OfTable { mut dataset, table }, sections) = about(file, rows, &cell, &at)?;
    add_indicators(file, rows, &cell, &at, &mut dataset)?;
    let mut start = 0_usize;
    let mut named = Vec::with_capacity(sections.len());
    for (name, count) in sections {
        let end = start.saturating_add(count);
        named.push(Section { name, indicators: start..end });
        start = end;
    }
    // Where rows were added or removed, the section column of the rows decides.
    let is_unchanged = start == dataset.indicators.len();
    dataset.sections = if is_unchanged { named } else { by_rows(file, rows, &cell)? }.into();
    Ok(OfTable { dataset, table })
}

/// Returns the dataset without its indicators, and the names of its sections with the number of indicators of each.
fn about(
    file: &str,
    rows: &[TextRow],
    cell: &impl Fn(&TextRow, &str) -> Option<String>,
    at: &impl Fn(usize, Diagnostics) -> Diagnostics,
) -> Result<(OfTable, Vec<(String, usize)>), OpenError> {
    let first = rows.first();
    let about = first.and_then(|row| Some((row.line, cell(row, "dataset")?)));
    let (line, about) = about.ok_or_else(|| wrong(file, 2, LosslessProblem::NoDataset))?;
    let not_json = |error: serde_json::Error| wrong(file, line, not_json("dataset", &error));
    let mut about: Map<String, Value> = serde_json::from_str(&about).map_err(not_json)?;
    let sections = about.insert("sections".to_owned(), json!([])).unwrap_or_default();
    let sections: Vec<(String, usize)> = serde_json::from_value(sections).map_err(not_json)?;
    let named = sections.iter().map(|(name, _)| json!({ "name": name, "indicators": [] }));
    about.insert("sections".to_owned(), named.collect());
    let text = Value::Object(about).to_string();
    let dataset = json::dataset_of_table(file, text.as_bytes()).map_err(|found| at(line, found))?;
    Ok((dataset, sections))
}

/// Adds the indicators of the rows to the dataset.
fn add_indicators(
    file: &str,
    rows: &[TextRow],
    cell: &impl Fn(&TextRow, &str) -> Option<String>,
    at: &impl Fn(usize, Diagnostics) -> Diagnostics,
    dataset: &mut Dataset,
) -> Result<(), OpenError> {
    let mut found = Collected::default();
    let mut lines = HashMap::new();
    for row in rows {
        let Some(id) = cell(row, "id") else {
            // A dataset without indicators has a row for its dataset column only.
            if row.cells.iter().take(COLUMNS.len() - 1).any(|cell| !cell.is_empty()) {
                found.keep([wrong(file, row.line, LosslessProblem::NoId)]);
            }
            continue;
        };
        if let Some(first) = lines.insert(id.clone(), row.line) {
            found.keep([wrong(file, row.line, LosslessProblem::DuplicateId { id, first })]);
        }
        let one = indicator(&|column| cell(row, column));
        let one = one.map_err(|problem| Diagnostics::from(wrong(file, row.line, problem)));
        let one = one.and_then(|fields| {
            json::read_indicator(file, &fields.to_string()).map_err(|found| at(row.line, found))
        });
        match one {
            Ok(one) => dataset.indicators.extend([one]),
            Err(diagnostics) => found.keep(diagnostics.0),
        }
    }
    if found.kept.is_empty() { Ok(()) } else { Err(found.into()) }
}

/// Returns the sections according to the section column.
fn by_rows(
    file: &str,
    rows: &[TextRow],
    cell: &impl Fn(&TextRow, &str) -> Option<String>,
) -> Result<Vec<Section>, OpenError> {
    let mut found = Collected::default();
    let mut sections: Vec<Section> = Vec::new();
    let indicators = rows.iter().filter(|row| row.cells.first().is_some_and(|id| !id.is_empty()));
    for (at, row) in indicators.enumerate() {
        let Some(name) = cell(row, "section") else {
            found.keep([wrong(file, row.line, LosslessProblem::NoSection)]);
            continue;
        };
        match sections.last_mut().filter(|section| section.name == name) {
            Some(section) => section.indicators.end = at + 1,
            None => sections.push(Section { name, indicators: at..at + 1 }),
        }
    }
    if found.kept.is_empty() { Ok(sections) } else { Err(found.into()) }
}

/// Converts the cells of a row to an indicator in JSON.
fn indicator(cell: &dyn Fn(&str) -> Option<String>) -> Result<Value, LosslessProblem> {
    let json = |column: &'static str| -> Result<Option<Value>, LosslessProblem> {
        let Some(text) = cell(column) else { return Ok(None) };
        serde_json::from_str(&text).map(Some).map_err(|error| not_json(column, &error))
    };
    let text = |column: &str| cell(column).map(Value::String);
    let mut plan = match json("plan")? {
        Some(Value::Object(plan)) => plan,
        Some(_) => return Err(LosslessProblem::NotAnObject { column: "plan" }),
        None => Map::new(),
    };
    for (field, column) in [("value", "plan_value"), ("percent", "plan_percent")] {
        if let Some(number) = json(column)? {
            plan.insert(field.to_owned(), number);
        }
    }
    let mut fields = match json("more")? {
        Some(Value::Object(fields)) => fields,
        Some(_) => return Err(LosslessProblem::NotAnObject { column: "more" }),
        None => Map::new(),
    };
    let named = [
        ("id", text("id")),
        ("name", text("name")),
        ("parents", json("parents")?),
        ("unit", text("unit")),
        ("actual", json("actual")?.or(text("actual_text"))),
        ("estimate", truth(cell("estimate"))),
        ("better", text("better")),
        ("better_assumed", truth(cell("better_assumed"))),
        ("plan", (!plan.is_empty()).then_some(Value::Object(plan))),
        ("changes", json("changes")?),
        ("earlier", json("earlier")?),
        ("scale", json("scale")?),
    ];
    for (name, value) in named {
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    }
    Ok(Value::Object(fields))
}

/// Reads a boolean; a spreadsheet writes it in capitals.
fn truth(text: Option<String>) -> Option<Value> {
    let text = text?;
    Some(text.to_lowercase().parse().map_or(Value::String(text), Value::Bool))
}

fn not_json(column: &'static str, error: &serde_json::Error) -> LosslessProblem {
    LosslessProblem::NotJson { column, fault: JsonFault::from(error) }
}

fn wrong(file: &str, line: usize, problem: LosslessProblem) -> Diagnostic {
    Diagnostic::of_line(problem, (file, line))
}
