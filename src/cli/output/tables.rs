//! Indicators as tables: aligned text and Markdown.

use std::io::{self, Write};

use super::listed_names::{ListedName, ListedNames};
use super::{Output, OutputChunks};
use crate::app::has_sections;
use crate::model::{Collection, Dataset, Entry, Indicator, Status, status, warnings};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::{WARNING, Words, facts, status_text};

/// A row of the text and Markdown tables.
struct PrintedRow {
    name: String,
    listed: ListedName,
    plan: String,
    actual: String,
    percent: String,
    status: Status,
    status_text: String,
}

impl PrintedRow {
    fn of(entry: &Entry<'_>, names: &mut ListedNames, words: Words) -> Self {
        let indicator = &entry.indicator();
        let status = status(indicator);
        let plan = facts::plan_cell(indicator, words).unwrap_or_default();
        // The plan has a column of its own.
        let actual = match indicator.actual.is_none() && indicator.changes.is_empty() {
            true if !plan.is_empty() => words.no_figure().to_owned(),
            _ => actual_cell(entry, indicator, words),
        };
        Self {
            name: visible(&indicator.name).into_owned(),
            listed: names.next(indicator),
            plan,
            actual,
            percent: facts::percent(indicator, words),
            status,
            status_text: status_text(indicator, words),
        }
    }

    fn indent(&self) -> usize {
        INDENT * self.listed.depth
    }
}

/// The columns by which a part is indented below its whole.
const INDENT: usize = 2;

/// The value with its unit, marked where a check of it failed.
pub(crate) fn actual_cell(entry: &Entry<'_>, indicator: &Indicator, words: Words) -> String {
    let actual =
        facts::figure(entry, indicator, words).unwrap_or_else(|| words.no_figure().to_owned());
    if warnings(indicator).is_empty() { actual } else { format!("{actual} {WARNING}") }
}

/// Text aligned by display width, under the names of datasets and sections. Iterates over the indicators
/// twice, first for the column widths, since there may be too many to keep their text.
pub(crate) fn text<'a, I, W>(
    entries: impl Fn() -> I,
    words: Words,
    to: &mut OutputChunks<'_, W>,
) -> io::Result<()>
where
    I: Iterator<Item = Entry<'a>>,
    W: Write,
{
    let widths = Widths::of(rows(entries(), words).map(|(_, _, row)| row), to.output);
    for (entry, starts, row) in rows(entries(), words) {
        if let Some(is_first) = starts {
            let blank = if is_first { "" } else { "\n" };
            to.push(&format!("{blank}{}\n", to.output.bold(&heading(&entry, words))))?;
        }
        for (level, name) in (row.listed.first_level()..).zip(&row.listed.headings) {
            to.push(&format!("  {:1$}{2}\n", "", INDENT * level, visible(name)))?;
        }
        let indent = row.indent();
        let mut lines =
            truncate::wrap(&row.name, widths.name.saturating_sub(indent).max(1), usize::MAX)
                .into_iter();
        let name = format!("{:indent$}{}", "", lines.next().unwrap_or_default());
        let plan = match widths.plan {
            0 => String::new(),
            width => format!("{}  ", truncate::pad(&row.plan, width)),
        };
        to.push(&format!(
            "  {}  {plan}{}  {}  {}\n",
            truncate::pad(&name, widths.name),
            truncate::pad(&row.actual, widths.actual),
            truncate::pad_left(&row.percent, widths.percent),
            to.output.painted(row.status, &row.status_text),
        ))?;
        for line in lines {
            to.push(&format!("    {:indent$}{line}\n", ""))?;
        }
    }
    Ok(())
}

/// The widths in columns of the text table.
struct Widths {
    name: usize,
    /// 0 if no row has a plan.
    plan: usize,
    actual: usize,
    percent: usize,
}

impl Widths {
    fn of<W: Write>(rows: impl Iterator<Item = PrintedRow>, output: &Output<W>) -> Self {
        let [name, plan, actual, percent, status_text] = rows.fold([0; 5], |widest, row| {
            let cells = [&row.name, &row.plan, &row.actual, &row.percent, &row.status_text];
            let indents = [row.indent(), 0, 0, 0, 0];
            std::array::from_fn(|at| widest[at].max(truncate::width(cells[at]) + indents[at]))
        });
        let of_plan = if plan > 0 { plan + 2 } else { 0 };
        let others = 2 + of_plan + actual + 2 + percent + 2 + status_text + 2;
        Self { name: output.cell_width(name, others), plan, actual, percent }
    }
}

/// Detects where sections begin in a list: a heading is only of one section, one place and one period.
#[derive(Default)]
struct Sections<'a>(Option<Entry<'a>>);

impl<'a> Sections<'a> {
    /// Whether a section begins with this entry (`Some`), and whether it is the first.
    fn starts(&mut self, entry: &Entry<'a>) -> Option<bool> {
        let before = self.0.replace(*entry);
        let continues = |before: Entry<'_>| {
            // Datasets of one table share their sections.
            let (own, other) = (entry.dataset, before.dataset);
            std::ptr::eq(before.section, entry.section)
                && (own.place == other.place && own.period == other.period)
        };
        let starts = !before.is_some_and(continues);
        starts.then_some(before.is_none())
    }
}

/// The rows of a list, with their indicators and what [`Sections::starts`] says of each.
fn rows<'a>(
    entries: impl Iterator<Item = Entry<'a>>,
    words: Words,
) -> impl Iterator<Item = (Entry<'a>, Option<bool>, PrintedRow)> {
    let (mut sections, mut names) = (Sections::default(), ListedNames::default());
    entries.map(move |entry| {
        let starts = sections.starts(&entry);
        if starts.is_some() {
            names = ListedNames::default();
        }
        let row = PrintedRow::of(&entry, &mut names, words);
        (entry, starts, row)
    })
}

/// The counts that each source publishes of itself, so that nobody takes the listed indicators for all.
pub(crate) fn totals(collection: &Collection, words: Words) -> String {
    let line = |dataset: &Dataset| {
        let totals = dataset.totals.as_ref()?;
        let (all, missed) = (totals.plan_indicators, totals.missed);
        let unnamed = words.not_named(totals, false);
        let unnamed = if unnamed.is_empty() { unnamed } else { format!(" ({unnamed})") };
        let (planned, short) = (words.plan_indicators(true), words.status_short(Status::Missed));
        let place = words.place(&dataset.place);
        let place = visible(&place);
        let reached = totals.reached().map_or_else(String::new, |reached| {
            format!(", {}", words.reached(reached, dataset.reached()))
        });
        Some(format!("\n{place}: {all} {planned}{reached}; {missed} {short}{unnamed}\n"))
    };
    collection.datasets().iter().filter_map(|dataset| line(dataset)).collect()
}

/// Markdown, with one table for each section. A part is named with all its wholes: "Dân số › Nam".
pub(crate) fn markdown<'a, I, W>(
    entries: impl Fn() -> I,
    words: Words,
    to: &mut OutputChunks<'_, W>,
) -> io::Result<()>
where
    I: Iterator<Item = Entry<'a>>,
    W: Write,
{
    let has_plan = entries().any(|entry| facts::plan_cell(&entry.indicator(), words).is_some());
    for (entry, starts, row) in rows(entries(), words) {
        if let Some(is_first) = starts {
            let blank = if is_first { "" } else { "\n" };
            let (name, actual, percent, status) =
                (words.indicators(), words.actual_label(), words.percent(), words.status_label());
            let plan = if has_plan { format!(" {} |", words.plan()) } else { String::new() };
            let rule = if has_plan { " ---: |" } else { "" };
            to.push(&format!(
                "{blank}## {}\n\n| {name} |{plan} {actual} | {percent} | {status} |\n| --- |{rule} ---: | ---: | --- |\n",
                escaped(&heading(&entry, words)),
            ))?;
        }
        let parents = entry.indicator().parents;
        let name: Vec<_> = parents.iter().chain([&row.name]).map(|name| visible(name)).collect();
        let name = name.join(" › ");
        let plan = has_plan.then_some(&row.plan);
        let cells: Vec<String> = [&name]
            .into_iter()
            .chain(plan)
            .chain([&row.actual, &row.percent, &row.status_text])
            .map(|cell| escaped(cell))
            .collect();
        to.push(&format!("| {} |\n", cells.join(" | ")))?;
    }
    Ok(())
}

/// Section, place and period, as a heading; a list of names may have no period.
pub(crate) fn heading(entry: &Entry<'_>, words: Words) -> String {
    let dataset = entry.dataset;
    let place = words.place(&dataset.place);
    let period = words.period_text(&dataset.period);
    let place = [&*place, &*period].map(visible);
    let place: Vec<_> = place.iter().map(|part| part.trim()).filter(|p| !p.is_empty()).collect();
    let place = place.join(", ");
    // A section without a name is called like its file.
    if dataset.sections.len() == 1 && !has_sections(dataset) {
        return place;
    }
    format!("{} · {place}", visible(&entry.section.name))
}

/// Escapes text for Markdown.
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
