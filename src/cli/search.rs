//! `chitieu search`: indicators by name, for people and for programs.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::mem::ManuallyDrop;
use std::path::Path;

use serde::Serialize;

use super::arguments::{Options, Search, SearchFormat};
use super::flat::Flattened;
use super::list::json;
use super::output::{Console, Output, unless_closed};
use super::tables::actual_cell;
use super::{Ended, Error, load};
use crate::app::labels;
use crate::dataset::OpenError;
use crate::model::{Collection, Entry, status};
use crate::search::{Hit, Index};
use crate::text::fit;
use crate::text::safe::visible;
use crate::ui::{Words, facts, sign};

pub(super) fn run(search: &Search, options: &Options) -> Result<Ended, Error> {
    if search.queries.as_deref().is_some_and(load::is_stdin)
        && search.files.iter().any(|file| load::is_stdin(file))
    {
        let what = "standard input (-) can hold the queries or a dataset, not both";
        return Err(Error::Usage(what.to_owned()));
    }
    if search.explain && search.format != SearchFormat::Text {
        return Err(Error::Usage("--explain goes with --format text".to_owned()));
    }
    // Kept to the end: giving a million names back one by one takes longer than to search them.
    let collection = ManuallyDrop::new(load::collection(&search.files, options.sheet.as_deref())?);
    let index = ManuallyDrop::new(Index::new(&collection));
    match &search.queries {
        Some(path) => answer_all(path, search.limit, &collection, &index),
        None => Console::standard(|console| print(search, options, &collection, &index, console)),
    }
}

/// One query.
pub(super) fn print(
    search: &Search,
    options: &Options,
    collection: &Collection,
    index: &Index,
    console: &mut Console<'_>,
) -> Result<Ended, Error> {
    let query = search.query.join(" ");
    let words = console.words(options);
    let hits = index.search(collection, &query, search.limit);
    let found = hits.iter().filter_map(|hit| Some((hit, collection.get(hit.index)?)));
    match search.format {
        SearchFormat::Text => {
            let mut output = Output::on(console, options);
            let found: Vec<_> = found.collect();
            let text =
                options.write_text(|| text(&found, search.explain, words, (collection, &output)));
            output.print(&text)?;
        }
        SearchFormat::Id => {
            let lines = found.map(|(_, entry)| format!("{}\n", visible(entry.id())));
            let ids: String = options.write_text(|| lines.collect());
            Output::plain(&mut *console.out).print(&ids)?;
        }
        SearchFormat::Json => {
            let hits = found
                .map(|(hit, entry)| FoundHit {
                    score: hit.score,
                    indicator: Flattened(entry, words),
                })
                .collect();
            Output::plain(&mut *console.out).print(&json(&Found { query: &query, hits })?)?;
        }
    }
    if !hits.is_empty() {
        return Ok(Ended::Done);
    }
    if search.format == SearchFormat::Text {
        let said = format!("{} {}\n", words.no_hits(&visible(&query)), words.search_nothing_hint());
        Output::plain(&mut *console.err).print(&said)?;
    }
    Ok(Ended::NothingFound)
}

/// Sign, name, figure, percent of plan, id, and of several datasets which; if asked for, why it was found.
fn text<W: Write>(
    found: &[(&Hit, Entry<'_>)],
    explain: bool,
    words: Words,
    (collection, output): (&Collection, &Output<W>),
) -> String {
    let datasets = labels(collection);
    let id = |entry: &Entry<'_>| match datasets.get(entry.dataset_at).map(String::as_str) {
        None | Some("") => visible(entry.id()).into_owned(),
        Some(dataset) => format!("{}  {}", visible(entry.id()), visible(dataset)),
    };
    let cells: Vec<[String; 4]> = found
        .iter()
        .map(|(_, entry)| {
            let indicator = &entry.indicator();
            [
                visible(&indicator.name).into_owned(),
                actual_cell(entry, indicator, words),
                facts::percent(indicator, words),
                id(entry),
            ]
        })
        .collect();
    let widest =
        |column: usize| cells.iter().map(|row| fit::width(&row[column])).max().unwrap_or(0);
    let (actual, percent) = (widest(1), widest(2));
    let name = output.room(widest(0), 2 + 2 + actual + 2 + percent + 2 + widest(3));
    let line = |((hit, entry), row): (&(&Hit, Entry<'_>), &[String; 4])| {
        let status = status(&entry.indicator());
        let mut lines = fit::wrap(&row[0], name, usize::MAX).into_iter();
        let mut text = format!(
            "{} {}  {}  {}  {}\n",
            output.painted(status, sign(status)),
            fit::pad(&lines.next().unwrap_or_default(), name),
            fit::pad(&row[1], actual),
            fit::pad_left(&row[2], percent),
            row[3],
        );
        lines.for_each(|line| text.push_str(&format!("    {line}\n")));
        if explain {
            let why = words.why_found(hit, entry.name());
            text.push_str(&format!("    {}\n", visible(&why)));
        }
        text
    };
    found.iter().zip(&cells).map(line).collect()
}

/// One query a line: one JSON object a line, in order.
fn answer_all(
    path: &Path,
    limit: usize,
    collection: &Collection,
    index: &Index,
) -> Result<Ended, Error> {
    let failed = |error| OpenError::Read { name: load::shown(path), error };
    let queries: Box<dyn BufRead> = if load::is_stdin(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).map_err(failed)?))
    };
    let mut output = BufWriter::new(io::stdout().lock());
    for line in queries.split(b'\n') {
        let line = line.map_err(failed)?;
        let query = String::from_utf8_lossy(&line);
        let query = query.strip_suffix('\r').unwrap_or(&query);
        let hits = index.search(collection, query, limit);
        let answer = Answer {
            query,
            hits: hits.iter().filter_map(|hit| ScoredId::of(hit, collection)).collect(),
        };
        let text = serde_json::to_string(&answer).map_err(|e| Error::Write(e.into()))?;
        let written = writeln!(output, "{text}");
        if written.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
            return Ok(Ended::Done);
        }
        written.map_err(Error::Write)?;
    }
    unless_closed(output.flush())?;
    Ok(Ended::Done)
}

/// What a query found, for a program that asked many.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    query: &'a str,
    hits: Vec<ScoredId<'a>>,
}

#[derive(Debug, Serialize)]
struct ScoredId<'a> {
    id: &'a str,
    score: i64,
}

impl<'a> ScoredId<'a> {
    fn of(hit: &Hit, collection: &'a Collection) -> Option<Self> {
        let entry = collection.get(hit.index)?;
        Some(Self { id: entry.id(), score: hit.score })
    }
}

/// What a query found, whole.
#[derive(Debug, Serialize)]
struct Found<'a> {
    query: &'a str,
    hits: Vec<FoundHit<'a>>,
}

#[derive(Debug, Serialize)]
struct FoundHit<'a> {
    score: i64,
    #[serde(flatten)]
    indicator: Flattened<'a>,
}
