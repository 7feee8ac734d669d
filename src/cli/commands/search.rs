//! `chitieu search`: indicators by name, as text, ids or JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::mem::ManuallyDrop;
use std::path::Path;

use serde::{Serialize, Serializer};

use super::found_once::FoundOnce;
use crate::app::{Catalog, DatasetLabels, are_answers, are_meant, with_named_slice};
use crate::cli::arguments::{Options, Search, SearchFormat};
use crate::cli::default_source::DefaultSource;
use crate::cli::output;
use crate::cli::output::json::Flattened;
use crate::cli::output::json_writer::write_json_value;
use crate::cli::output::tables::actual_cell;
use crate::cli::output::{Console, Output, OutputChunks, unless_closed};
use crate::cli::slices::ShownSlices;
use crate::cli::{Error, Outcome};
use crate::files::load;
use crate::model::{Collection, Entry, Indicator, status};
use crate::search::{FilterProblemKind, Hit, Index, QueryFilter, QueryFilters};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::{Words, facts, status_marker};

pub(crate) fn run(search: &Search, options: &Options) -> Result<Outcome, Error> {
    let words = output::words(options);
    let input_is_queries = search.queries.as_deref().is_some_and(load::is_stdin);
    if input_is_queries && search.files.iter().any(|file| load::is_stdin(file)) {
        return Err(Error::Usage(words.queries_or_data().to_owned()));
    }
    if search.explain && search.format != SearchFormat::Text {
        return Err(Error::Usage(words.explain_needs_text().to_owned()));
    }
    report_file_in_query(search, words)?;
    let files = search.files.clone();
    let sources = if input_is_queries {
        DefaultSource::named(files)
    } else {
        DefaultSource::or_stdin(files, options)?
    };
    // Never dropped: freeing a million names one by one takes longer than searching them.
    let loaded = ManuallyDrop::new(sources.collection(options)?);
    let collection = &loaded.collection;
    let searched = ManuallyDrop::new(Catalog::with_headings(collection));
    let index = match &search.queries {
        Some(_) => Index::new(&searched),
        None => Index::for_one_search(&searched),
    };
    let index = ManuallyDrop::new(index);
    let outcome = match &search.queries {
        Some(path) => {
            let slices = ShownSlices::of(&search.slices, collection, words)?;
            let slices = slices.with_all_places(collection);
            run_queries(path, search.limit, (collection, &slices), &index)
        }
        None => Console::standard(|console| print(search, options, collection, &index, console)),
    }?;
    Ok(outcome.with_completeness(loaded.complete))
}

/// Reports that a query ends with the name of a file, which is not searched: other commands take a file
/// there.
fn report_file_in_query(search: &Search, words: Words) -> Result<(), Error> {
    let Some(name) = search.query.last().map(Path::new).filter(|name| name.is_file()) else {
        return Ok(());
    };
    let message = words.query_names_a_file(&load::shown(name));
    Output::plain(io::stderr()).print(&format!("chitieu: {message}\n"))
}

/// Prints the hits of one query.
pub(crate) fn print(
    search: &Search,
    options: &Options,
    collection: &Collection,
    index: &Index,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let query = search.query.join(" ");
    let words = console.words(options);
    let filters = QueryFilters::parse(&query);
    for problem in filters.problems() {
        let message = words.filter_problem(problem);
        // A script must not take the hits without the filter for those with it.
        if problem.kind != FilterProblemKind::UnknownKey {
            return Err(Error::Usage(message));
        }
        Output::plain(&mut *console.err).print(&format!("chitieu: {message}\n"))?;
    }
    let slices = ShownSlices::of(&search.slices, collection, words)?.with_all_places(collection);
    // One more shows whether there are more.
    let most = search.limit.saturating_add(1);
    let QueryResult { once, mut hits } = find(&filters, most, (collection, &slices), index);
    let is_cut = hits.len() > search.limit;
    hits.truncate(search.limit);
    let found = || hits.iter().filter_map(|hit| Some((hit, collection.get(hit.index)?)));
    match search.format {
        SearchFormat::Text => Output::on(console, options).print_chunks(|to| {
            let labels = DatasetLabels::of(collection);
            let lines = HitLines { explain: search.explain, words, labels, once: once.as_ref() };
            options.write_text(|| lines.print(found, to))
        })?,
        SearchFormat::Id => Output::plain(&mut *console.out).print_chunks(|to| {
            options.write_text(|| {
                found().try_for_each(|(_, entry)| to.push(&format!("{}\n", visible(entry.id()))))
            })
        })?,
        SearchFormat::Json => {
            let catalog = slices.catalog();
            let hits = Hits { hits: &hits, collection, catalog, words };
            let found = QueryHits { query: &query, hits };
            unless_closed(write_json_value(&found, &mut *console.out))?;
        }
    }
    if is_cut && search.format == SearchFormat::Text {
        let message = words.only_first_hits(search.limit);
        Output::plain(&mut *console.err).print(&format!("chitieu: {message}\n"))?;
    }
    if !hits.is_empty() {
        return Ok(Outcome::Done);
    }
    if search.format == SearchFormat::Text {
        let advice = words.nothing_found_advice(&filters, collection);
        let message = format!("{} {advice}\n", words.no_hits(&visible(&query)));
        Output::plain(&mut *console.err).print(&message)?;
    }
    Ok(Outcome::NothingFound)
}

/// The hits of a query, and which occurrence of each indicator they are.
struct QueryResult<'c> {
    once: Option<FoundOnce<'c>>,
    hits: Vec<Hit>,
}

/// The hits of a query; where no name has all of its words, and some of them name a place or a
/// period, those of the others there.
fn find<'c>(
    filters: &QueryFilters,
    limit: usize,
    (collection, slices): (&Collection, &'c ShownSlices),
    index: &Index,
) -> QueryResult<'c> {
    let found = |filters: &QueryFilters| {
        let once = FoundOnce::of(filters, slices);
        let hits = hits_of(filters, limit, (collection, slices), (index, once.as_ref()));
        QueryResult { once, hits }
    };
    let as_typed = found(filters);
    if are_meant(&as_typed.hits) {
        return as_typed;
    }
    let in_slice = || {
        let named = with_named_slice(collection, filters)?;
        Some(found(&named)).filter(|found| are_answers(&named, &found.hits))
    };
    in_slice().filter(|found| !found.hits.is_empty()).unwrap_or(as_typed)
}

/// The hits of the words of a query among what its filters list; without words, all that they list. `once` keeps one
/// occurrence of each indicator.
fn hits_of(
    filters: &QueryFilters,
    limit: usize,
    (collection, slices): (&Collection, &ShownSlices),
    (index, once): (&Index, Option<&FoundOnce<'_>>),
) -> Vec<Hit> {
    let asks_for_period =
        filters.filters().iter().any(|filter| matches!(filter, QueryFilter::Period(_)));
    let is_of_figures =
        |filter: &QueryFilter| matches!(filter, QueryFilter::Status(_) | QueryFilter::Percent(..));
    let compares_figures = filters.filters().iter().any(is_of_figures);
    let passes = |number: usize| filters.passes(collection, number);
    let is_shown = |number: usize| {
        asks_for_period
            || collection.get(number).is_some_and(|entry| match compares_figures {
                true => slices.shows_latest_fitting(&entry, passes),
                false => slices.shows(&entry),
            }) && once.is_none_or(|once| once.is(number))
    };
    let wanted = |number: usize| passes(number) && is_shown(number);
    index.search_where(collection, filters.words(), limit, &wanted)
}

/// Hits as text: status sign, name, value, percent of plan, id and, if there are several, the dataset; with
/// `--explain` also why each was found.
struct HitLines<'c> {
    explain: bool,
    words: Words,
    labels: DatasetLabels,
    once: Option<&'c FoundOnce<'c>>,
}

impl HitLines<'_> {
    /// Iterates over the hits twice, first for the column widths, since there may be too many to keep their
    /// text.
    fn print<'a, I, W>(&self, found: impl Fn() -> I, to: &mut OutputChunks<'_, W>) -> io::Result<()>
    where
        I: Iterator<Item = (&'a Hit, Entry<'a>)>,
        W: Write,
    {
        let widths = found().fold([0; 4], |widths, (_, entry)| {
            let cells = self.cells(&entry);
            std::array::from_fn(|at| usize::max(widths[at], truncate::width(&cells[at])))
        });
        let [name, actual, percent, id] = widths;
        let name = to.output.cell_width(name, 2 + 2 + actual + 2 + percent + 2 + id);
        let mut is_similar = false;
        for (hit, entry) in found() {
            let row = self.cells(&entry);
            // A line separates the hits that are only similar.
            if hit.tier.is_similar() && !std::mem::replace(&mut is_similar, true) {
                to.push(&format!("{}\n", self.words.similar()))?;
            }
            let status = status(&entry.indicator());
            let mut lines = truncate::wrap(&row[0], name, usize::MAX).into_iter();
            to.push(&format!(
                "{} {}  {}  {}  {}\n",
                to.output.painted(status, status_marker(status)),
                truncate::pad(&lines.next().unwrap_or_default(), name),
                truncate::pad(&row[1], actual),
                truncate::pad_left(&row[2], percent),
                row[3],
            ))?;
            for line in lines {
                to.push(&format!("    {line}\n"))?;
            }
            if self.explain {
                let why = self.words.why_found(hit, entry.name());
                to.push(&format!("    {}\n", visible(&why)))?;
            }
        }
        Ok(())
    }

    fn cells(&self, entry: &Entry<'_>) -> [String; 4] {
        let indicator = &entry.indicator();
        let id = visible(entry.id());
        let label = self.labels.get(entry.dataset_at, entry.dataset);
        let mut id = match &*self.words.dataset_label(label) {
            "" => id.into_owned(),
            dataset => format!("{id}  {}", visible(dataset)),
        };
        let other_places = self.once.map_or(0, |once| once.other_places(entry.index));
        if other_places > 0 {
            id = format!("{id} {}", self.words.and_more_places(other_places));
        }
        [
            name_with_whole(indicator),
            actual_cell(entry, indicator, self.words) + &unit_of_no_figure(indicator),
            facts::percent(indicator, self.words),
            id,
        ]
    }
}

/// The name, of a part behind that of its whole: "Thành thị" alone says nothing.
fn name_with_whole(indicator: &Indicator) -> String {
    let whole = indicator.parents.last().map(|whole| format!("{} › ", visible(whole)));
    whole.unwrap_or_default() + &visible(&indicator.name)
}

/// The unit of an indicator without a value, in parentheses; a value includes its unit.
fn unit_of_no_figure(indicator: &Indicator) -> String {
    let unit = indicator.unit.as_deref().filter(|_| indicator.actual.is_none());
    unit.map_or(String::new(), |unit| format!(" ({})", visible(unit)))
}

/// Runs the queries of a file, one a line, and prints one JSON object a line in the same order.
fn run_queries(
    path: &Path,
    limit: usize,
    (collection, slices): (&Collection, &ShownSlices),
    index: &Index,
) -> Result<Outcome, Error> {
    let unreadable = |error| load::unreadable(path, error);
    let queries: Box<dyn BufRead> = if load::is_stdin(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).map_err(unreadable)?))
    };
    let mut output = BufWriter::new(io::stdout().lock());
    for line in queries.split(b'\n') {
        let line = line.map_err(unreadable)?;
        let query = String::from_utf8_lossy(&line);
        let query = query.strip_suffix('\r').unwrap_or(&query);
        let filters = QueryFilters::parse(query);
        let QueryResult { hits, .. } = find(&filters, limit, (collection, slices), index);
        let answer = QueryAnswer {
            query,
            hits: hits.iter().filter_map(|hit| ScoredId::of(hit, collection)).collect(),
        };
        let text = serde_json::to_string(&answer).map_err(|e| Error::Write(e.into()))?;
        let written = writeln!(output, "{text}");
        if written.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
            return Ok(Outcome::Done);
        }
        written.map_err(Error::Write)?;
    }
    unless_closed(output.flush())?;
    Ok(Outcome::Done)
}

/// The result of one of many queries: ids only.
#[derive(Debug, Serialize)]
struct QueryAnswer<'a> {
    query: &'a str,
    hits: Vec<ScoredId<'a>>,
}

#[derive(Debug, Serialize)]
struct ScoredId<'a> {
    id: &'a str,
    score: i64,
    similar: bool,
}

impl<'a> ScoredId<'a> {
    fn of(hit: &Hit, collection: &'a Collection) -> Option<Self> {
        let entry = collection.get(hit.index)?;
        Some(Self { id: entry.id(), score: hit.score, similar: hit.tier.is_similar() })
    }
}

/// The result of one query, with whole indicators.
#[derive(Debug, Serialize)]
struct QueryHits<'a> {
    query: &'a str,
    hits: Hits<'a>,
}

/// Hits that are looked up as they are written.
#[derive(Debug)]
struct Hits<'a> {
    hits: &'a [Hit],
    collection: &'a Collection,
    catalog: Option<&'a Catalog>,
    words: Words,
}

impl Serialize for Hits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.hits.iter().filter_map(|hit| {
            let entry = self.collection.get(hit.index)?;
            Some(FoundHit {
                score: hit.score,
                similar: hit.tier.is_similar(),
                indicator: Flattened { entry, catalog: self.catalog, words: self.words },
            })
        }))
    }
}

#[derive(Debug, Serialize)]
struct FoundHit<'a> {
    score: i64,
    /// Whether the name is only similar to the query.
    similar: bool,
    #[serde(flatten)]
    indicator: Flattened<'a>,
}
