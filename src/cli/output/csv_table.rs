//! Indicators as CSV: the fields of the JSON objects as columns.

use std::borrow::Cow;
use std::io::{self, Write};

use super::json::{Flat, FlatChange, FlatEarlier, FlatPlan, FlatRank};
use crate::model::{Dataset, Entry};
use crate::text::formula_escape::escape_formula;
use crate::text::sanitize::visible;
use crate::ui::Words;

/// A cell.
enum Cell<'f> {
    Text(Cow<'f, str>),
    /// Never a formula.
    Number(String),
}

/// A column: its heading, and its cell for an indicator.
type Column = (&'static str, for<'f> fn(&'f Flat<'_>) -> Cell<'f>);

/// The order is that of the versions before: programs may read the columns by their numbers, so that new ones are
/// appended, to [`LAST_COLUMNS`]. The other fields of [`Flat`] are only in JSON; the other periods of an
/// indicator are rows of their own, with `--period all`.
const COLUMNS: [Column; 34] = [
    ("id", |flat| text(flat.id)),
    ("section", |flat| text(flat.section)),
    ("name", |flat| text(flat.name)),
    ("unit", |flat| text_or_empty(flat.unit)),
    ("actual", |flat| number(flat.actual)),
    ("actual_text", |flat| text_or_empty(flat.actual_text)),
    ("estimate", |flat| Cell::Text(flat.estimate.to_string().into())),
    ("better", |flat| text_or_empty(flat.better)),
    ("plan_percent", |flat| number(flat.plan_percent)),
    ("plan_value", |flat| number(flat.plan_value)),
    ("plan_text", |flat| text_or_empty(flat.plan_text.as_deref())),
    ("verdict", |flat| text_or_empty(flat.verdict)),
    ("status", |flat| text(flat.status)),
    ("changes", |flat| list(flat.changes.iter().map(change))),
    ("scale", |flat| number(flat.scale)),
    ("ranks", |flat| list(flat.ranks.iter().map(rank))),
    ("count_part", |flat| number(flat.count.as_ref().map(|count| count.part))),
    ("count_whole", |flat| number(flat.count.as_ref().map(|count| count.whole))),
    ("paragraph", |flat| number(flat.reference.as_ref().and_then(|reference| reference.paragraph))),
    ("sentence", |flat| number(flat.reference.as_ref().and_then(|reference| reference.sentence))),
    ("note", |flat| text_or_empty(flat.own_note)),
    ("warnings", |flat| list(flat.warnings.iter().cloned())),
    ("dataset", |flat| text(flat.dataset)),
    ("derived_target_low", |flat| number(flat.derived.target.as_ref().map(|target| target.low))),
    ("derived_target_high", |flat| number(flat.derived.target.as_ref().map(|target| target.high))),
    ("derived_percent", |flat| number(flat.derived.percent)),
    ("derived_previous", |flat| number(flat.derived.previous)),
    ("place", |flat| text_or_empty(flat.place)),
    ("period", |flat| text_or_empty(flat.period.as_deref())),
    ("plan_period", |flat| text_or_empty(flat.plan_period.as_deref())),
    ("parents", |flat| parents(flat.parents)),
    ("earlier", |flat| list(flat.earlier.iter().filter_map(earlier))),
    ("preliminary", |flat| Cell::Text(flat.preliminary.to_string().into())),
    ("better_inferred", |flat| Cell::Text(flat.better_inferred.to_string().into())),
];

/// The columns behind [`TABLE`].
const LAST_COLUMNS: [Column; 2] = [
    ("plan_name", |flat| text_or_empty(flat.plan_name)),
    ("other_plans", |flat| other_plans(&flat.other_plans)),
];

/// The column with the id of the first dataset of a table: the rows of one id there are one indicator.
const TABLE: &str = "table";

/// Writes indicators as CSV; several changes or ranks share a cell. Text that a spreadsheet would read as a formula
/// is escaped.
pub(crate) fn csv<'a>(
    entries: impl Iterator<Item = Entry<'a>>,
    words: Words,
    to: impl Write,
) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(to);
    let heading = |(heading, _): &Column| *heading;
    let last = LAST_COLUMNS.iter().map(heading);
    let headings = COLUMNS.iter().map(heading).chain([TABLE]).chain(last);
    csv.write_record(headings).map_err(io_error)?;
    let mut tables = Tables::default();
    for entry in entries {
        let indicator = entry.indicator();
        let flat = Flat::of(&entry, &indicator, Vec::new(), words);
        let cells = COLUMNS.iter().map(|(_, cell)| cell(&flat));
        let table = text(tables.table_of(&entry));
        let last = LAST_COLUMNS.iter().map(|(_, cell)| cell(&flat));
        for cell in cells.chain([table]).chain(last) {
            match cell {
                Cell::Text(text) => csv.write_field(&*escape_formula(&visible(&text))),
                Cell::Number(number) => csv.write_field(number),
            }
            .map_err(io_error)?;
        }
        // The end of the line.
        csv.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    csv.flush()
}

/// The tables that the datasets of the rows are of.
#[derive(Debug, Default)]
struct Tables<'a> {
    before: Option<&'a Dataset>,
    /// The id of the first dataset of the table.
    first: &'a str,
}

impl<'a> Tables<'a> {
    /// The id of the first dataset of the table that a row is of: datasets of one table share their texts.
    fn table_of(&mut self, entry: &Entry<'a>) -> &'a str {
        let own = entry.dataset;
        let before = self.before.replace(own);
        if before.is_none_or(|before| !before.indicators.shares_texts_with(&own.indicators)) {
            self.first = &own.id;
        }
        self.first
    }
}

/// The I/O error of an error of csv, so that a closed pipe is recognised.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(text.into())
}

fn text_or_empty(found: Option<&str>) -> Cell<'_> {
    text(found.unwrap_or_default())
}

fn number<'f>(figure: Option<impl ToString>) -> Cell<'f> {
    Cell::Number(figure.map(|figure| figure.to_string()).unwrap_or_default())
}

fn list<'f>(items: impl Iterator<Item = String>) -> Cell<'f> {
    Cell::Text(items.collect::<Vec<_>>().join("; ").into())
}

/// The names above an indicator, outermost first: "Dân số › Nam". A name that would be split is in a list in JSON.
fn parents(names: &[String]) -> Cell<'_> {
    let is_plain = |name: &String| !name.contains('›') && !name.starts_with('[');
    match names.iter().all(is_plain) {
        true => Cell::Text(names.join(" › ").into()),
        false => Cell::Text(serde_json::json!(names).to_string().into()),
    }
}

/// The plans that others set, in JSON.
fn other_plans<'f>(plans: &[FlatPlan<'_>]) -> Cell<'f> {
    let json = || serde_json::to_string(plans).unwrap_or_default();
    Cell::Text(if plans.is_empty() { "".into() } else { json().into() })
}

/// A value of another period: "9.27 (năm 2022)". One in words is only in JSON.
fn earlier(earlier: &FlatEarlier<'_>) -> Option<String> {
    Some(format!("{} ({})", earlier.value?, earlier.period))
}

fn change(change: &FlatChange<'_>) -> String {
    format!("{} {} ({})", change.amount, change.unit, change.period)
}

/// A rank with its total and its change: "3/63 (+2)".
fn rank(rank: &FlatRank<'_>) -> String {
    let of = rank.of.map(|of| format!("/{of}")).unwrap_or_default();
    let change = rank.change.map(|change| format!(" ({change:+})")).unwrap_or_default();
    format!("{}{of}{change}", rank.position)
}
