//! `chitieu list`: the indicators as text, Markdown, CSV or JSON.

use crate::cli::arguments::{List, ListFormat, Options};
use crate::cli::default_source::DefaultSource;
use crate::cli::earlier_period::with_earlier_period;
use crate::cli::output::json::Flattened;
use crate::cli::output::json_writer::write_json;
use crate::cli::output::{Console, Output, unless_closed};
use crate::cli::output::{csv_table, tables};
use crate::cli::slices::ShownSlices;
use crate::cli::{Error, Outcome};
use crate::model::{Collection, Entry, Status, status};
use crate::text::fold::fold;
use crate::text::sanitize::visible;
use crate::ui::Words;

pub(crate) fn run(list: &List, options: &Options) -> Result<Outcome, Error> {
    run_on(&DefaultSource::or_stdin(list.sources.files(), options)?, list, options)
}

/// Prints the list of these sources.
pub(crate) fn run_on(
    sources: &DefaultSource,
    list: &List,
    options: &Options,
) -> Result<Outcome, Error> {
    let loaded = sources.collection(options)?;
    let outcome = Console::standard(|console| print(list, options, &loaded.collection, console))?;
    Ok(outcome.with_completeness(loaded.complete))
}

/// Prints the indicators that match the options.
pub(crate) fn print(
    list: &List,
    options: &Options,
    collection: &Collection,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let words = console.words(options);
    let collection = &with_earlier_period(&list.slices, collection);
    let filter = ListFilter::new(list, collection, words)?;
    let slices = ShownSlices::of(&list.slices, collection, words)?;
    let entries = || collection.iter().filter(|entry| filter.matches(entry) && slices.shows(entry));
    match list.format {
        ListFormat::Text => Output::on(console, options).print_chunks(|writer| {
            options.write_text(|| {
                tables::text(entries, words, writer)?;
                writer.push(&tables::totals(collection, words))
            })
        })?,
        ListFormat::Md => Output::on(console, options).print_chunks(|writer| {
            options.write_text(|| tables::markdown(entries, words, writer))
        })?,
        ListFormat::Csv => {
            let out = &mut *console.out;
            unless_closed(options.write_text(|| csv_table::csv(entries(), words, out)))?;
        }
        ListFormat::Json => {
            let catalog = slices.catalog();
            let flat = entries().map(|entry| Flattened { entry, catalog, words });
            unless_closed(write_json(flat, &mut *console.out))?;
        }
    }
    if (filter.section.is_some() || filter.status.is_some()) && entries().next().is_none() {
        let section = list.section.as_deref().map(visible);
        let status = filter.status.map(|status| words.status(status));
        let message = words.none_listed(status, section.as_deref());
        Output::plain(&mut *console.err).print(&format!("chitieu: {message}\n"))?;
    }
    Ok(Outcome::Done)
}

/// The section and the status that an indicator must have to be listed.
struct ListFilter {
    section: Option<String>,
    status: Option<Status>,
}

impl ListFilter {
    fn new(list: &List, collection: &Collection, words: Words) -> Result<Self, Error> {
        let section =
            list.section.as_deref().map(|name| section(collection, name, words)).transpose()?;
        Ok(Self { section, status: list.status })
    }

    fn matches(&self, entry: &Entry<'_>) -> bool {
        self.section.as_deref().is_none_or(|name| key(&entry.section.name) == name)
            && self.status.is_none_or(|wanted| status(&entry.indicator()) == wanted)
    }
}

/// The folded name of the one section that has this name, or else this beginning; accents and case do not
/// matter. An error if there is none or more than one.
fn section(collection: &Collection, name: &str, words: Words) -> Result<String, Error> {
    let sections = collection.datasets().iter().flat_map(|dataset| dataset.sections.iter());
    let mut names: Vec<(String, &str)> =
        sections.map(|section| (key(&section.name), section.name.as_str())).collect();
    names.sort_unstable();
    names.dedup_by(|a, b| a.0 == b.0);
    let wanted = key(name);
    if names.iter().any(|(key, _)| *key == wanted) {
        return Ok(wanted);
    }
    let mut begun = names.iter().filter(|(name, _)| name.starts_with(&wanted));
    match (begun.next(), begun.next()) {
        (Some((name, _)), None) => Ok(name.clone()),
        (first, _) => {
            let shown: Vec<_> =
                names.iter().map(|(_, name)| format!("“{}”", visible(name))).collect();
            let what = words.no_one_section(&visible(name), first.is_some());
            Err(Error::Unknown(format!("{what}; {}", words.there_are(&shown.join(", ")))))
        }
    }
}

/// The key by which two spellings of a name are equal.
fn key(name: &str) -> String {
    fold(name.trim())
}
