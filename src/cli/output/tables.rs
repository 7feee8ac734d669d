//! Indicators as tables: aligned text and Markdown.

use std::io::{self, Write};

use super::{Output, OutputChunks};
use crate::model::{Collection, Dataset, Entry, Indicator, Place, Status, status, warnings};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::{WARNING, Words, facts, status_marker};

/// A row of the text and Markdown tables.
struct PrintedRow {
    name: String,
    actual: String,
    percent: String,
    status: Status,
    status_text: String,
}

impl PrintedRow {
    fn of(entry: &Entry<'_>, names: &mut Names, words: Words) -> Self {
        let indicator = &entry.indicator();
        let status = status(indicator);
        Self {
            name: visible(&names.next(indicator)).into_owned(),
            actual: actual_cell(entry, indicator, words),
            percent: facts::percent(indicator, words),
            status,
            status_text: format!("{} {}", status_marker(status), words.status(status)),
        }
    }
}

/// The value with its unit, marked where a check of it failed.
pub(in crate::cli) fn actual_cell(
    entry: &Entry<'_>,
    indicator: &Indicator,
    words: Words,
) -> String {
    let actual =
        facts::figure(entry, indicator, words).unwrap_or_else(|| words.no_figure().to_owned());
    if warnings(indicator).is_empty() { actual } else { format!("{actual} {WARNING}") }
}

/// Text aligned by display width, under the names of datasets and sections. Iterates over the indicators
/// twice, first for the column widths, since there may be too many to keep their text.
pub(in crate::cli) fn text<'a, I, W>(
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
        let mut lines = truncate::wrap(&row.name, widths.name, usize::MAX).into_iter();
        to.push(&format!(
            "  {}  {}  {}  {}\n",
            truncate::pad(&lines.next().unwrap_or_default(), widths.name),
            truncate::pad(&row.actual, widths.actual),
            truncate::pad_left(&row.percent, widths.percent),
            to.output.painted(row.status, &row.status_text),
        ))?;
        for line in lines {
            to.push(&format!("    {line}\n"))?;
        }
    }
    Ok(())
}

/// The widths in columns of the text table.
struct Widths {
    name: usize,
    actual: usize,
    percent: usize,
}

impl Widths {
    fn of<W: Write>(rows: impl Iterator<Item = PrintedRow>, output: &Output<W>) -> Self {
        let [name, actual, percent, status_text] = rows.fold([0; 4], |widest, row| {
            let cells = [&row.name, &row.actual, &row.percent, &row.status_text];
            std::array::from_fn(|at| widest[at].max(truncate::width(cells[at])))
        });
        let name = output.cell_width(name, 2 + actual + 2 + percent + 2 + status_text + 2);
        Self { name, actual, percent }
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
    let (mut sections, mut names) = (Sections::default(), Names::default());
    entries.map(move |entry| {
        let starts = sections.starts(&entry);
        if starts.is_some() {
            names = Names::default();
        }
        let row = PrintedRow::of(&entry, &mut names, words);
        (entry, starts, row)
    })
}

/// The names of rows. A part is named with those of its wholes that have no row above it: "Mầm non › Số lớp".
#[derive(Default)]
struct Names {
    /// The names above the next row, with whether each has a row.
    above: Vec<(String, bool)>,
}

impl Names {
    fn next(&mut self, indicator: &Indicator) -> String {
        let parents = &indicator.parents;
        let known = self.above.iter().zip(parents).take_while(|((own, _), name)| own == *name);
        self.above.truncate(known.count());
        self.above.extend(parents.iter().skip(self.above.len()).map(|name| (name.clone(), false)));
        let unlisted = self.above.iter().filter(|(_, is_listed)| !is_listed);
        let name: Vec<&str> =
            unlisted.map(|(name, _)| name.as_str()).chain([indicator.name.as_str()]).collect();
        let name = name.join(" › ");
        self.above.push((indicator.name.clone(), true));
        name
    }
}

/// The counts that each source publishes of itself, so that nobody takes the listed indicators for all.
pub(in crate::cli) fn totals(collection: &Collection, words: Words) -> String {
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

/// Markdown, with one table for each section.
pub(in crate::cli) fn markdown<'a, W: Write>(
    entries: impl Iterator<Item = Entry<'a>>,
    words: Words,
    to: &mut OutputChunks<'_, W>,
) -> io::Result<()> {
    for (entry, starts, row) in rows(entries, words) {
        if let Some(is_first) = starts {
            let blank = if is_first { "" } else { "\n" };
            let (name, actual, percent, status) =
                (words.indicators(), words.actual_label(), words.percent(), words.status_label());
            to.push(&format!(
                "{blank}## {}\n\n| {name} | {actual} | {percent} | {status} |\n| --- | ---: | ---: | --- |\n",
                escaped(&heading(&entry, words)),
            ))?;
        }
        let cells =
            [&row.name, &row.actual, &row.percent, &row.status_text].map(|cell| escaped(cell));
        to.push(&format!("| {} |\n", cells.join(" | ")))?;
    }
    Ok(())
}

/// Section, place and period, as a heading; a list of names may have no period.
pub(in crate::cli) fn heading(entry: &Entry<'_>, words: Words) -> String {
    let dataset = entry.dataset;
    let place = words.place(&dataset.place);
    let period = words.period_text(&dataset.period);
    let place = [&*place, &*period].map(visible);
    let place: Vec<_> = place.iter().map(|part| part.trim()).filter(|p| !p.is_empty()).collect();
    let place = place.join(", ");
    // A section without a name is called like its file, which the place names already.
    match &dataset.place {
        Place::File(file) if is_stem_of(file, &entry.section.name) => place,
        _ => format!("{} · {place}", visible(&entry.section.name)),
    }
}

/// Whether a name is that of a file without its extension.
fn is_stem_of(file: &str, name: &str) -> bool {
    file.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
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
