//! `chitieu show ID`: everything known of one indicator.

use std::io;

use super::arguments::{Options, Show, ShowFormat};
use super::error::nearest;
use super::flat::Flattened;
use super::list::json;
use super::output::{Console, Output};
use super::tables::heading;
use super::{Ended, Error, load};
use crate::model::{Collection, Entry, derive, status};
use crate::search::Index;
use crate::text::fit;
use crate::text::safe::visible;
use crate::ui::facts::{self, FactKind};
use crate::ui::{Words, sign};

pub(super) fn run(show: &Show, options: &Options) -> Result<Ended, Error> {
    let collection = load::collection(&show.files, options.sheet.as_deref())?;
    Console::standard(|console| print(show, options, &collection, console))
}

/// Prints what was asked for.
pub(super) fn print(
    show: &Show,
    options: &Options,
    collection: &Collection,
    console: &mut Console<'_>,
) -> Result<Ended, Error> {
    let same = collection.ids().enumerate().filter(|(_, id)| *id == show.id);
    let entries: Vec<_> = same.filter_map(|(index, _)| collection.get(index)).collect();
    if entries.is_empty() {
        return Err(unknown(&show.id, collection));
    }
    let words = console.words(options);
    match show.format {
        ShowFormat::Text => {
            let mut output = Output::on(console, options);
            let texts = entries.iter().map(|entry| text(entry, words, &output));
            let texts: Vec<_> = options.write_text(|| texts.collect());
            output.print(&texts.join("\n"))?;
        }
        ShowFormat::Json => {
            let flat: Vec<_> = entries.iter().map(|entry| Flattened(*entry, words)).collect();
            Output::plain(&mut *console.out).print(&json(&flat)?)?;
        }
    }
    Ok(Ended::Done)
}

/// The nearest id, else the one whose name the words find.
fn unknown(id: &str, collection: &Collection) -> Error {
    let found = || {
        let words = id.replace(['-', '_'], " ");
        let hit = Index::new(collection).search(collection, &words, 1).pop()?;
        collection.get(hit.index).map(|entry| entry.id())
    };
    let hint = match nearest(id, collection.ids()).or_else(found) {
        Some(near) => format!("did you mean `{}`?", visible(near)),
        None => "`chitieu list --format json` tells the ids".to_owned(),
    };
    Error::Unknown(format!("no indicator has the id `{}`; {hint}", visible(id)))
}

fn text<W: io::Write>(entry: &Entry<'_>, words: Words, output: &Output<W>) -> String {
    let indicator = &entry.indicator();
    let status = status(indicator);
    let told = format!("{} {}", sign(status), words.status(status));
    let actual = facts::actual(entry, indicator, words);
    let mut lines = vec![
        (words.section_label(), heading(entry)),
        (words.actual_label(), actual.unwrap_or_else(|| words.no_figure().to_owned())),
        (words.status_label(), output.painted(status, &told)),
    ];
    for fact in facts::facts(entry, words) {
        lines.push((fact.label, fact.text));
        if let FactKind::Rank(rank) = fact.kind
            && let Some(place) = derive::previous_rank(&rank)
        {
            lines.push((words.previous_rank(), words.former_rank(place, rank.of)));
        }
    }
    lines.push(("id", visible(&indicator.id).into_owned()));
    let label = lines.iter().map(|(label, _)| fit::width(label)).max().unwrap_or(0);
    let mut text = format!("{}\n", output.bold(&visible(&indicator.name)));
    for (name, value) in lines {
        text.push_str(&format!("  {}  {value}\n", fit::pad(name, label)));
    }
    text
}
