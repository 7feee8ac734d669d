//! Reads the table that `chitieu list --format csv` prints: a row for each indicator with its place and period. What
//! the program derived is left out, and derived again. What the table does not have is lost: earlier values in words,
//! other plans, quotes, and among whom a rank is. Tables of older versions have neither parents nor earlier values, nor
//! whether an estimate is preliminary or a direction is given by the source: it is taken as inferred there. A cell that
//! `list` would not print is an error.

mod listed_row;

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::lossless_table::TextRow;
use super::one_table::{OfTable, joined};
use super::{Diagnostic, Diagnostics, Location, LosslessProblem, OpenError, json as json_format};
use crate::lexicon::period::parse;
use crate::model::{Dataset, Status};
use listed_row::ListedRow;

/// The first headings, by which the table is recognised.
const FIRST: [&str; 13] = [
    "id",
    "section",
    "name",
    "unit",
    "actual",
    "actual_text",
    "estimate",
    "better",
    "plan_percent",
    "plan_value",
    "plan_text",
    "verdict",
    "status",
];

/// Whether these are the headings of such a table.
pub(super) fn is_ours(headings: &[String]) -> bool {
    headings.len() > FIRST.len() && FIRST.iter().zip(headings).all(|(ours, found)| ours == found)
}

/// Reads the rows below the headings: a dataset for each place and period.
pub(super) fn read(
    file: &str,
    headings: &[String],
    rows: &[TextRow],
) -> Result<Vec<Dataset>, OpenError> {
    let mut order: Vec<(String, String)> = Vec::new();
    let mut of_dataset: HashMap<(String, String), Vec<&TextRow>> = HashMap::new();
    let cells = |row| ListedRow { headings, row };
    for row in rows {
        let (id, place) = (cells(row).text("dataset"), cells(row).text("place"));
        let key = (id.unwrap_or_else(|| file.to_owned()), place.unwrap_or_default());
        let own = of_dataset.entry(key.clone()).or_default();
        if own.is_empty() {
            order.push(key);
        }
        own.push(row);
    }
    let mut datasets: Vec<OfTable> = Vec::with_capacity(order.len());
    for key in order {
        let rows = of_dataset.remove(&key).unwrap_or_default();
        let Some(first) = rows.first() else { continue };
        let (line, table) = (first.line, cells(first).text("table"));
        let text = dataset(file, &key, &rows.iter().map(|row| cells(row)).collect::<Vec<_>>())?;
        let at_row = |Diagnostic { location, problem }| Diagnostic {
            location: Location { line, column: 1, excerpt: None, ..location },
            problem,
        };
        let read = json_format::dataset(file, text.to_string().as_bytes());
        let read = read.map_err(|found| Diagnostics(found.0.into_iter().map(at_row).collect()));
        datasets.push(OfTable { dataset: read?, table });
    }
    Ok(joined(datasets))
}

/// The dataset with an id and a place, in JSON.
fn dataset(
    file: &str,
    (id, place): &(String, String),
    rows: &[ListedRow<'_>],
) -> Result<Value, Diagnostics> {
    let period = rows.first().and_then(|row| row.text("period"));
    let mut sections: Vec<(String, Vec<Value>)> = Vec::new();
    let mut unread = Vec::new();
    for row in rows {
        let indicator = match indicator(row, period.as_deref()) {
            Ok(indicator) => indicator,
            Err(problem) => {
                unread.push(Diagnostic::of_line(problem, (file, row.row.line)));
                continue;
            }
        };
        let name = row.text("section").unwrap_or_else(|| id.clone());
        if sections.last().is_none_or(|(last, _)| *last != name) {
            sections.push((name, Vec::new()));
        }
        if let Some((_, indicators)) = sections.last_mut() {
            indicators.push(indicator);
        }
    }
    if !unread.is_empty() {
        return Err(Diagnostics(unread));
    }
    let sections: Vec<Value> = sections
        .into_iter()
        .map(|(name, indicators)| json!({ "name": name, "indicators": indicators }))
        .collect();
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(id));
    if !place.is_empty() {
        fields.insert("place".to_owned(), json!(place));
    }
    if let Some(period) = period {
        fields.insert("period".to_owned(), json!(period));
    }
    fields.insert("sections".to_owned(), json!(sections));
    Ok(Value::Object(fields))
}

/// The indicator of a row in a dataset of a `period`, in JSON.
fn indicator(row: &ListedRow<'_>, period: Option<&str>) -> Result<Value, LosslessProblem> {
    let own_period = row.text("period").filter(|own| Some(own.as_str()) != period);
    let reference = row.object(&[("paragraph", "paragraph"), ("sentence", "sentence")])?;
    let count = row.object(&[("part", "count_part"), ("whole", "count_whole")])?;
    let better = row.text("better");
    let is_inferred = better.is_some() && !row.is("better_inferred", "false");
    let fields = [
        ("id", row.text("id").map(Value::String)),
        ("name", row.text("name").map(Value::String)),
        ("unit", row.text("unit").map(Value::String)),
        ("actual", row.number("actual")?.or(row.text("actual_text").map(Value::String))),
        ("period", own_period.filter(|own| parse(own).is_some()).map(Value::String)),
        ("parents", row.parents()),
        ("estimate", row.is("estimate", "true").then_some(json!(true))),
        ("preliminary", row.is("preliminary", "true").then_some(json!(true))),
        ("better_assumed", is_inferred.then_some(json!(true))),
        ("better", better.map(Value::String)),
        ("plan", plan(row)?),
        ("other_plans", row.other_plans()?),
        ("changes", row.changes()?),
        ("earlier", row.earlier()?),
        ("scale", row.number("scale")?),
        ("ranks", row.ranks()?),
        ("count", count.filter(|count| count.len() == 2).map(Value::Object)),
        ("reference", reference.map(Value::Object)),
        ("note", row.text("note").map(Value::String)),
    ];
    let filled = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Ok(Value::Object(filled.collect()))
}

/// The plan of a row: its target or its words, its percent, and the verdict, which has the status of the row.
fn plan(row: &ListedRow<'_>) -> Result<Option<Value>, LosslessProblem> {
    let mut plan = row.object(&[("value", "plan_value"), ("percent", "plan_percent")])?;
    let is_value = plan.as_ref().is_some_and(|plan| plan.contains_key("value"));
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            plan.get_or_insert_default().insert(name.to_owned(), Value::String(value));
        }
    };
    add("text", row.text("plan_text").filter(|_| !is_value));
    let of_verdict =
        |status: &String| Status::OF_VERDICTS.iter().any(|known| known.name() == status);
    let status = row.text("status").filter(of_verdict);
    if let (Some(verdict), Some(status)) = (row.text("verdict"), status) {
        add("verdict", Some(verdict));
        add("status", Some(status));
    }
    let Some(mut plan) = plan else { return Ok(None) };
    if let Some(name) = row.text("plan_name") {
        plan.insert("name".to_owned(), Value::String(name));
    }
    let period = row.text("plan_period").filter(|period| parse(period).is_some());
    if let Some(period) = period {
        plan.insert("period".to_owned(), Value::String(period));
    }
    Ok(Some(Value::Object(plan)))
}
