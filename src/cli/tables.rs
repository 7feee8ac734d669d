//! Indicators as tables: aligned text, Markdown, CSV.

use std::io::{self, Write};

use super::flat::Flat;
use super::output::Output;
use crate::model::{Collection, Dataset, Entry, Indicator, Status, status, warnings};
use crate::text::fit;
use crate::text::formula::guarded;
use crate::text::safe::visible;
use crate::ui::{WARNING, Words, facts, sign};

/// A row of the text and Markdown tables.
struct Row {
    name: String,
    actual: String,
    percent: String,
    status: Status,
    told: String,
}

impl Row {
    fn of(entry: &Entry<'_>, words: Words) -> Self {
        let indicator = &entry.indicator();
        let status = status(indicator);
        Self {
            name: visible(&indicator.name).into_owned(),
            actual: actual_cell(entry, indicator, words),
            percent: facts::percent(indicator, words),
            status,
            told: format!("{} {}", sign(status), words.status(status)),
        }
    }
}

/// The figure with its unit, marked where a check of it failed.
pub(super) fn actual_cell(entry: &Entry<'_>, indicator: &Indicator, words: Words) -> String {
    let actual =
        facts::actual(entry, indicator, words).unwrap_or_else(|| words.no_figure().to_owned());
    if warnings(indicator).is_empty() { actual } else { format!("{actual} {WARNING}") }
}

/// Text aligned by display width, under the names of datasets and sections.
pub(super) fn text<W: Write>(entries: &[Entry<'_>], words: Words, output: &Output<W>) -> String {
    let rows: Vec<Row> = entries.iter().map(|entry| Row::of(entry, words)).collect();
    let widest =
        |cell: fn(&Row) -> &str| rows.iter().map(|r| fit::width(cell(r))).max().unwrap_or(0);
    let (name, actual) = (widest(|row| &row.name), widest(|row| &row.actual));
    let (percent, status_width) = (widest(|row| &row.percent), widest(|row| &row.told));
    let name = output.room(name, 2 + actual + 2 + percent + 2 + status_width + 2);
    let mut text = String::new();
    for (at, (entry, row)) in entries.iter().zip(&rows).enumerate() {
        let before = at.checked_sub(1).map(|at| &entries[at]);
        if before.is_none_or(|before| !std::ptr::eq(before.section, entry.section)) {
            if at > 0 {
                text.push('\n');
            }
            text.push_str(&output.bold(&heading(entry)));
            text.push('\n');
        }
        let mut lines = fit::wrap(&row.name, name, usize::MAX).into_iter();
        text.push_str(&format!(
            "  {}  {}  {}  {}\n",
            fit::pad(&lines.next().unwrap_or_default(), name),
            fit::pad(&row.actual, actual),
            fit::pad_left(&row.percent, percent),
            output.painted(row.status, &row.told),
        ));
        lines.for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    text
}

/// What each source counts of itself, so that nobody takes the indicators listed for all.
pub(super) fn totals(collection: &Collection, words: Words) -> String {
    let line = |dataset: &Dataset| {
        let totals = dataset.totals.as_ref()?;
        let (all, missed) = (totals.plan_indicators, totals.missed);
        let unnamed = words.not_named(totals, false);
        let unnamed = if unnamed.is_empty() { unnamed } else { format!(" ({unnamed})") };
        let (planned, short) = (words.plan_indicators(true), words.status_short(Status::Missed));
        let place = visible(&dataset.place);
        Some(format!("\n{place}: {all} {planned}, {missed} {short}{unnamed}\n"))
    };
    collection.datasets().iter().filter_map(|dataset| line(dataset)).collect()
}

/// Markdown, one table a section.
pub(super) fn markdown(entries: &[Entry<'_>], words: Words) -> String {
    let mut text = String::new();
    for (at, entry) in entries.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &entries[at]);
        if before.is_none_or(|before| !std::ptr::eq(before.section, entry.section)) {
            let blank = if at > 0 { "\n" } else { "" };
            let (name, actual, percent, status) =
                (words.indicators(), words.actual_label(), words.percent(), words.status_label());
            text.push_str(&format!(
                "{blank}## {}\n\n| {name} | {actual} | {percent} | {status} |\n| --- | ---: | ---: | --- |\n",
                escaped(&heading(entry)),
            ));
        }
        let row = Row::of(entry, words);
        let cells = [&row.name, &row.actual, &row.percent, &row.told].map(|cell| escaped(cell));
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

/// Section, place and period; a list of names may have no period.
pub(super) fn heading(entry: &Entry<'_>) -> String {
    let dataset = entry.dataset;
    let place = [&dataset.place, &dataset.period].map(|part| visible(part));
    let place: Vec<_> = place.iter().map(|part| part.trim()).filter(|p| !p.is_empty()).collect();
    format!("{} · {}", visible(&entry.section.name), place.join(", "))
}

/// Text that Markdown takes as text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '|' | '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The columns of numbers, whose cells are never formulas.
const NUMBERS: [&str; 12] = [
    "actual",
    "plan_percent",
    "plan_value",
    "scale",
    "count_part",
    "count_whole",
    "paragraph",
    "sentence",
    "derived_target_low",
    "derived_target_high",
    "derived_percent",
    "derived_previous",
];

const CSV_COLUMNS: [&str; 27] = [
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
    "changes",
    "scale",
    "ranks",
    "count_part",
    "count_whole",
    "paragraph",
    "sentence",
    "note",
    "warnings",
    "dataset",
    "derived_target_low",
    "derived_target_high",
    "derived_percent",
    "derived_previous",
];

/// CSV, the fields of the JSON objects in columns; several changes or ranks stand in one cell. No text
/// is one that a spreadsheet would take for a formula.
pub(super) fn csv(entries: &[Entry<'_>], words: Words, to: impl Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record(CSV_COLUMNS).map_err(io_error)?;
    for entry in entries {
        let indicator = entry.indicator();
        let cells = record(&Flat::of(entry, &indicator, words));
        let cells = CSV_COLUMNS.iter().zip(&cells).map(|(column, cell)| {
            let cell = visible(cell);
            if NUMBERS.contains(column) { cell } else { guarded(&cell).into_owned().into() }
        });
        csv.write_record(cells.map(|cell| cell.into_owned())).map_err(io_error)?;
    }
    csv.flush()
}

/// What csv says of writing, as what it was: a closed pipe must be told from other failures.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn record(flat: &Flat<'_>) -> [String; 27] {
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    fn number(figure: Option<impl ToString>) -> String {
        figure.map(|figure| figure.to_string()).unwrap_or_default()
    }
    let changes: Vec<_> = flat
        .changes
        .iter()
        .map(|change| format!("{} {} ({})", change.amount, change.unit, change.period))
        .collect();
    let ranks: Vec<_> = flat
        .ranks
        .iter()
        .map(|rank| {
            let change = rank.change.map(|change| format!(" ({change:+})"));
            format!("{}/{}{}", rank.position, rank.of, change.unwrap_or_default())
        })
        .collect();
    let reference = flat.reference.as_ref();
    let target = flat.derived.target.as_ref();
    [
        flat.id.to_owned(),
        flat.section.to_owned(),
        flat.name.to_owned(),
        own(flat.unit),
        number(flat.actual),
        own(flat.actual_text),
        flat.estimate.to_string(),
        own(flat.better),
        number(flat.plan_percent),
        number(flat.plan_value),
        flat.plan_text.clone().unwrap_or_default(),
        own(flat.verdict),
        flat.status.to_owned(),
        changes.join("; "),
        number(flat.scale),
        ranks.join("; "),
        number(flat.count.as_ref().map(|count| count.part)),
        number(flat.count.as_ref().map(|count| count.whole)),
        number(reference.and_then(|reference| reference.paragraph)),
        number(reference.and_then(|reference| reference.sentence)),
        own(flat.note),
        flat.warnings.join("; "),
        flat.dataset.to_owned(),
        number(target.map(|target| target.low)),
        number(target.map(|target| target.high)),
        number(flat.derived.percent),
        number(flat.derived.previous),
    ]
}
