//! `chitieu list`: the indicators, for people and for programs.

use std::io::{self, BufWriter, Write};

use serde::{Serialize, Serializer};

use super::arguments::{List, ListFormat, Options};
use super::flat::Flattened;
use super::output::{Console, Output, unless_closed};
use super::{Ended, Error, load, tables};
use crate::model::{Collection, Entry, Status, status};
use crate::text::fold::fold;
use crate::text::safe::visible;

pub(super) fn run(list: &List, options: &Options) -> Result<Ended, Error> {
    let loaded = load::collection(&list.files, options.sheet.as_deref())?;
    let ended = Console::standard(|console| print(list, options, &loaded.collection, console))?;
    Ok(loaded.ended(ended))
}

/// Prints what was asked for.
pub(super) fn print(
    list: &List,
    options: &Options,
    collection: &Collection,
    console: &mut Console<'_>,
) -> Result<Ended, Error> {
    let entries = entries(collection, list)?;
    let words = console.words(options);
    match list.format {
        ListFormat::Text => {
            let mut output = Output::on(console, options);
            let text = options.write_text(|| {
                let mut text = tables::text(&entries, words, &output);
                text.push_str(&tables::totals(collection, words));
                text
            });
            output.print(&text)?;
        }
        ListFormat::Md => {
            let text = options.write_text(|| tables::markdown(&entries, words));
            Output::on(console, options).print(&text)?;
        }
        ListFormat::Csv => {
            unless_closed(options.write_text(|| tables::csv(&entries, words, &mut *console.out)))?;
        }
        ListFormat::Json => {
            let flat = entries.iter().map(|entry| Flattened(*entry, words));
            unless_closed(write_json(flat, &mut *console.out))?;
        }
    }
    Ok(Ended::Done)
}

/// A list as indented JSON, one after another.
fn write_json(list: impl Iterator<Item = impl Serialize>, to: impl Write) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    serde_json::Serializer::pretty(&mut to).collect_seq(list)?;
    writeln!(to)?;
    to.flush()
}

/// A value as indented JSON, with a line end.
pub(super) fn json(value: &impl Serialize) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(value).map_err(|e| Error::Write(e.into()))?;
    Ok(text + "\n")
}

/// The indicators asked for, in the order of the source.
fn entries<'a>(collection: &'a Collection, list: &List) -> Result<Vec<Entry<'a>>, Error> {
    let wanted = list.section.as_deref().map(|name| section(collection, name)).transpose()?;
    let wanted_status = list.status.map(Status::from);
    let passes = |entry: &Entry<'_>| {
        wanted.as_deref().is_none_or(|name| key(&entry.section.name) == name)
            && wanted_status.is_none_or(|wanted| status(&entry.indicator()) == wanted)
    };
    Ok(collection.iter().filter(passes).collect())
}

/// The one section that a name, or its beginning, means; accents and capitals do not matter.
fn section(collection: &Collection, wanted: &str) -> Result<String, Error> {
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
            let what =
                if first.is_some() { "more than one section begins with" } else { "no section" };
            Err(Error::Unknown(format!(
                "{what} “{}”; there are {}",
                visible(wanted),
                shown.join(", ")
            )))
        }
    }
}

/// What two spellings of a name have in common.
fn key(name: &str) -> String {
    fold(name.trim())
}
