//! The cells of a row of `chitieu list --format csv`, by their headings. A cell is empty or what `list` prints.

use serde_json::{Map, Value, json};

use crate::dataset::LosslessProblem;
use crate::dataset::lossless_table::TextRow;
use crate::text::formula_escape::unescape_formula;

/// The cells of a row by their headings.
#[derive(Clone, Copy)]
pub(super) struct ListedRow<'r> {
    pub(super) headings: &'r [String],
    pub(super) row: &'r TextRow,
}

impl ListedRow<'_> {
    /// The text of a cell; `None` for an empty one.
    pub(super) fn text(&self, column: &str) -> Option<String> {
        let at = self.headings.iter().position(|heading| heading == column)?;
        let text = self.row.cells.get(at).map(|text| unescape_formula(text))?;
        (!text.trim().is_empty()).then(|| text.to_owned())
    }

    /// Whether a cell has this text; a spreadsheet writes "TRUE".
    pub(super) fn is(&self, column: &str, text: &str) -> bool {
        self.text(column).is_some_and(|own| own.eq_ignore_ascii_case(text))
    }

    /// The names above that of the row, in JSON: "Dân số › Nam", or a list in JSON where a name has the marker.
    pub(super) fn parents(&self) -> Option<Value> {
        let text = self.text("parents")?;
        let listed = text.starts_with('[').then(|| serde_json::from_str::<Vec<String>>(&text).ok());
        Some(match listed.flatten() {
            Some(names) => json!(names),
            None => json!(text.split(" › ").collect::<Vec<_>>()),
        })
    }

    /// The plans that others set, in JSON. What is empty is left out; the status of one without a verdict is computed.
    pub(super) fn other_plans(&self) -> Result<Option<Value>, LosslessProblem> {
        const COLUMN: &str = "other_plans";
        let Some(text) = self.text(COLUMN) else { return Ok(None) };
        let plans = serde_json::from_str::<Vec<Map<String, Value>>>(&text);
        let mut plans = plans.map_err(|_| LosslessProblem::NotAsListed { column: COLUMN, text })?;
        for plan in &mut plans {
            plan.retain(|_, value| !value.is_null());
            if !plan.contains_key("verdict") {
                plan.remove("status");
            }
        }
        Ok(Some(json!(plans)))
    }

    /// The number of a cell; `None` for an empty one.
    pub(super) fn number(&self, column: &'static str) -> Result<Option<Value>, LosslessProblem> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let number = serde_json::from_str(&text.replace(',', ".")).ok().filter(Value::is_number);
        number.map(Some).ok_or(LosslessProblem::NotAsListed { column, text })
    }

    /// The numbers of some columns under the names of their fields; `None` if all are empty.
    pub(super) fn object(
        &self,
        fields: &[(&str, &'static str)],
    ) -> Result<Option<Map<String, Value>>, LosslessProblem> {
        let mut found = Map::new();
        for (field, column) in fields {
            if let Some(number) = self.number(column)? {
                found.insert((*field).to_owned(), number);
            }
        }
        Ok((!found.is_empty()).then_some(found))
    }

    /// The changes of the row, in JSON.
    pub(super) fn changes(&self) -> Result<Option<Value>, LosslessProblem> {
        self.list("changes", change)
    }

    /// The values of other periods, in JSON.
    pub(super) fn earlier(&self) -> Result<Option<Value>, LosslessProblem> {
        self.list("earlier", earlier)
    }

    /// The ranks of the row, in JSON.
    pub(super) fn ranks(&self) -> Result<Option<Value>, LosslessProblem> {
        self.list("ranks", rank)
    }

    /// The parts of a cell, each of which begins with a number; `None` if it is empty.
    fn list(
        &self,
        column: &'static str,
        read: fn(&str) -> Option<Value>,
    ) -> Result<Option<Value>, LosslessProblem> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let parts: Option<Vec<Value>> = parts(&text).into_iter().map(read).collect();
        let parts = parts.ok_or(LosslessProblem::NotAsListed { column, text })?;
        Ok(Some(Value::Array(parts)))
    }
}

/// The parts between semicolons. A part begins with a number: the period of a change may contain semicolons, too.
fn parts(text: &str) -> Vec<&str> {
    let is_start = |at: &usize| {
        let next = text[*at..].trim_start_matches("; ").trim_start_matches('-');
        next.starts_with(|first: char| first.is_ascii_digit())
    };
    let mut starts: Vec<usize> =
        text.match_indices("; ").map(|(at, _)| at).filter(is_start).collect();
    starts.push(text.len());
    let mut from = 0;
    let part = |end| {
        let part = &text[from..end];
        from = (end + 2).min(text.len());
        part
    };
    starts.into_iter().map(part).collect()
}

/// A change as it is printed: "16.7 percent (cùng kỳ năm trước)".
fn change(text: &str) -> Option<Value> {
    let (amount, rest) = text.split_once(' ')?;
    let (unit, period) = rest.split_once(' ')?;
    let period = period.strip_prefix('(')?.strip_suffix(')')?;
    let amount: Value = serde_json::from_str(amount).ok()?;
    Some(json!({ "period": period, "amount": amount, "unit": unit }))
}

/// A value of another period as it is printed: "9.27 (năm 2022)".
fn earlier(text: &str) -> Option<Value> {
    let (value, period) = text.split_once(' ')?;
    let period = period.strip_prefix('(')?.strip_suffix(')')?;
    let value: Value = serde_json::from_str(value).ok()?;
    Some(json!({ "period": period, "value": value }))
}

/// A rank as it is printed: "3/63 (+2)".
fn rank(text: &str) -> Option<Value> {
    let (place, change) = match text.split_once(" (") {
        Some((place, change)) => (place, Some(change.strip_suffix(')')?.parse::<i64>().ok()?)),
        None => (text, None),
    };
    let (position, of) = match place.split_once('/') {
        Some((position, of)) => (position, Some(of.parse::<u32>().ok()?)),
        None => (place, None),
    };
    let mut rank = Map::new();
    rank.insert("position".to_owned(), json!(position.parse::<u32>().ok()?));
    rank.extend(of.map(|of| ("of".to_owned(), json!(of))));
    rank.extend(change.map(|change| ("change".to_owned(), json!(change))));
    Some(Value::Object(rank))
}
