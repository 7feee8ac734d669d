//! `chitieu list`: the indicators, for people and for programs.

use std::io::{self, BufWriter, Write};

use serde::{Serialize, Serializer};

use crate::cli::arguments::{List, ListFormat, Options};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::json::Flattened;
use crate::cli::output::tables;
use crate::cli::output::{Console, Output, unless_closed};
use crate::cli::{Error, Outcome};
use crate::model::{Collection, Entry, Status, status};
use crate::text::fold::fold;
use crate::text::sanitize::visible;
use crate::ui::Words;

pub(in crate::cli) fn run(list: &List, options: &Options) -> Result<Outcome, Error> {
    run_over(&DefaultSource::or_input(list.sources.files(), options)?, list, options)
}

/// The list of these sources.
pub(in crate::cli) fn run_over(
    sources: &DefaultSource,
    list: &List,
    options: &Options,
) -> Result<Outcome, Error> {
    let loaded = sources.collection(options)?;
    let ended = Console::standard(|console| print(list, options, &loaded.collection, console))?;
    Ok(ended.of_files(loaded.complete))
}

/// Prints what was asked for.
pub(in crate::cli) fn print(
    list: &List,
    options: &Options,
    collection: &Collection,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let words = console.words(options);
    let wanted = ListFilter::by(list, collection, words)?;
    let entries = || collection.iter().filter(|entry| wanted.holds(entry));
    match list.format {
        ListFormat::Text => Output::on(console, options).print_pieces(|to| {
            options.write_text(|| {
                tables::text(entries, words, to)?;
                to.push(&tables::totals(collection, words))
            })
        })?,
        ListFormat::Md => Output::on(console, options)
            .print_pieces(|to| options.write_text(|| tables::markdown(entries(), words, to)))?,
        ListFormat::Csv => {
            let out = &mut *console.out;
            unless_closed(options.write_text(|| tables::csv(entries(), words, out)))?;
        }
        ListFormat::Json => {
            let flat = entries().map(|entry| Flattened(entry, words));
            unless_closed(write_json(flat, &mut *console.out))?;
        }
    }
    if (wanted.section.is_some() || wanted.status.is_some()) && entries().next().is_none() {
        let section = list.section.as_deref().map(visible);
        let status = wanted.status.map(|status| words.status(status));
        let said = words.none_listed(status, section.as_deref());
        Output::plain(&mut *console.err).print(&format!("chitieu: {said}\n"))?;
    }
    Ok(Outcome::Done)
}

/// A list as indented JSON, one after another.
pub(in crate::cli) fn write_json(
    list: impl Iterator<Item = impl Serialize>,
    to: impl Write,
) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    serde_json::Serializer::pretty(&mut to).collect_seq(list)?;
    writeln!(to)?;
    to.flush()
}

/// A value as indented JSON, written while it is made.
pub(in crate::cli) fn write_json_value(value: &impl Serialize, to: impl Write) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    serde_json::to_writer_pretty(&mut to, value)?;
    writeln!(to)?;
    to.flush()
}

/// A value as indented JSON, with a line end.
pub(in crate::cli) fn json(value: &impl Serialize) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(value).map_err(|e| Error::Write(e.into()))?;
    Ok(text + "\n")
}

/// What an indicator has to be to be listed.
struct ListFilter {
    section: Option<String>,
    status: Option<Status>,
}

impl ListFilter {
    fn by(list: &List, collection: &Collection, words: Words) -> Result<Self, Error> {
        let section =
            list.section.as_deref().map(|name| section(collection, name, words)).transpose()?;
        Ok(Self { section, status: list.status.map(Status::from) })
    }

    fn holds(&self, entry: &Entry<'_>) -> bool {
        self.section.as_deref().is_none_or(|name| key(&entry.section.name) == name)
            && self.status.is_none_or(|wanted| status(&entry.indicator()) == wanted)
    }
}

/// The one section that a name, or its beginning, means; accents and capitals do not matter.
fn section(collection: &Collection, wanted: &str, words: Words) -> Result<String, Error> {
    let sections = collection.datasets().iter().flat_map(|dataset| &dataset.sections);
    let mut names: Vec<(String, &str)> =
        sections.map(|section| (key(&section.name), section.name.as_str())).collect();
    names.sort_unstable();
    names.dedup_by(|a, b| a.0 == b.0);
    let wanted_key = key(wanted);
    if names.iter().any(|(name, _)| *name == wanted_key) {
        return Ok(wanted_key);
    }
    let mut begun = names.iter().filter(|(name, _)| name.starts_with(&wanted_key));
    match (begun.next(), begun.next()) {
        (Some((name, _)), None) => Ok(name.clone()),
        (first, _) => {
            let shown: Vec<_> =
                names.iter().map(|(_, name)| format!("“{}”", visible(name))).collect();
            let what = words.no_one_section(&visible(wanted), first.is_some());
            Err(Error::Unknown(format!("{what}; {}", words.there_are(&shown.join(", ")))))
        }
    }
}

/// What two spellings of a name have in common.
fn key(name: &str) -> String {
    fold(name.trim())
}
