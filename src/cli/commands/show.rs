//! `chitieu show ID`: everything known about one indicator.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io;

use crate::app::Catalog;
use crate::cli::arguments::{Options, Show, ShowFormat};
use crate::cli::default_source::DefaultSource;
use crate::cli::earlier_period::with_earlier_period;
use crate::cli::output::json::Flattened;
use crate::cli::output::json_writer::write_json;
use crate::cli::output::tables::heading;
use crate::cli::output::{Console, Output, unless_closed};
use crate::cli::slices::ShownSlices;
use crate::cli::{Error, Outcome};
use crate::lexicon::period::parse;
use crate::model::{Collection, Entry, Period, derive, status};
use crate::search::Index;
use crate::text::nearest::nearest;
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::facts::{self, FactKind};
use crate::ui::{Words, status_marker};

/// The widest label that the column of labels is made for.
const LONGEST_LABEL: usize = 18;

pub(in crate::cli) fn run(show: &Show, options: &Options) -> Result<Outcome, Error> {
    let loaded = DefaultSource::or_stdin(show.sources.files(), options)?.collection(options)?;
    let outcome = Console::standard(|console| print(show, options, &loaded.collection, console))?;
    Ok(outcome.with_completeness(loaded.complete))
}

/// Prints the indicator in the requested format.
pub(in crate::cli) fn print(
    show: &Show,
    options: &Options,
    collection: &Collection,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let words = console.words(options);
    let collection = &with_earlier_period(&show.slices, collection);
    let slices = ShownSlices::of(&show.slices, collection, words)?;
    let found = with_id(&show.id, collection, slices.catalog());
    if found.is_empty() {
        return Err(unknown(&show.id, collection, words));
    }
    let entries = found.into_iter().filter_map(|index| collection.get(index));
    let entries: Vec<_> = entries.filter(|entry| slices.shows(entry)).collect();
    if entries.is_empty() {
        return Err(Error::Unknown(words.not_in_slice(&visible(&show.id))));
    }
    match show.format {
        ShowFormat::Text => {
            Output::on(console, options).print_chunks(|to| {
                options.write_text(|| {
                    entries.iter().enumerate().try_for_each(|(at, entry)| {
                        let blank = if at > 0 { "\n" } else { "" };
                        let text = text((entry, slices.catalog()), words, to.output);
                        to.push(&format!("{blank}{text}"))
                    })
                })
            })?;
        }
        ShowFormat::Json => {
            let catalog = slices.catalog();
            let flat = entries.iter().map(|entry| Flattened { entry: *entry, catalog, words });
            unless_closed(write_json(flat, &mut *console.out))?;
        }
    }
    Ok(Outcome::Done)
}

/// The error for an unknown id. It suggests the nearest id, else the indicator that a search for its words
/// finds.
pub(super) fn unknown(id: &str, collection: &Collection, words: Words) -> Error {
    let found = || {
        let query = id.replace(['-', '_'], " ");
        let hit = Index::for_one_search(collection).search(collection, &query, 1).pop()?;
        collection.get(hit.index).map(|entry| entry.id())
    };
    let hint = match nearest(id, collection.ids()).or_else(found) {
        Some(near) => words.did_you_mean(&visible(near)),
        None => words.see_list_for_ids().to_owned(),
    };
    Error::Unknown(format!("{}; {hint}", words.no_id(&visible(id))))
}

/// The indicators with an id, and the same ones in other places and periods, whose files may give them another one; without
/// any those that have it in their file.
fn with_id(id: &str, collection: &Collection, catalog: Option<&Catalog>) -> BTreeSet<usize> {
    let own = |entry: &Entry<'_>| entry.own_id() == id;
    let mut found: Vec<usize> =
        collection.ids().enumerate().filter(|(_, own)| *own == id).map(|(at, _)| at).collect();
    if found.is_empty() {
        found = collection.iter().filter(own).map(|entry| entry.index).collect();
    }
    let same = |index: &usize| catalog.map(|all| all.same_indicators(*index)).unwrap_or_default();
    let elsewhere: Vec<usize> = found.iter().flat_map(same).collect();
    found.into_iter().chain(elsewhere).collect()
}

/// What is known of an indicator in the other periods of its place.
fn other_periods(entry: &Entry<'_>, catalog: &Catalog, words: Words) -> Vec<(Period, String)> {
    let periods = catalog.periods(entry.index).into_iter();
    let others = periods.filter_map(|point| {
        let other = catalog.collection.get(point.indicator?)?;
        let figure = facts::actual(&other, &other.indicator(), words)?;
        (other.index != entry.index).then_some((point.period, figure))
    });
    others.collect()
}

fn text<W: io::Write>(
    (entry, catalog): (&Entry<'_>, Option<&Catalog>),
    words: Words,
    output: &Output<W>,
) -> String {
    let indicator = &entry.indicator();
    let status = status(indicator);
    let marked = format!("{} {}", status_marker(status), words.status(status));
    let actual = facts::actual(entry, indicator, words);
    let mut lines: Vec<(Cow<'static, str>, String)> = vec![
        (words.section_label().into(), heading(entry, words)),
        (words.actual_label().into(), actual.unwrap_or_else(|| words.no_figure().to_owned())),
        (words.status_label().into(), output.painted(status, &marked)),
    ];
    let elsewhere = catalog.and_then(|catalog| facts::contradiction(catalog, entry, words));
    let earlier: Vec<_> = indicator.earlier.iter().map(|one| parse(&one.period)).collect();
    for fact in elsewhere.into_iter().chain(facts::facts(entry, words)) {
        lines.push((fact.label, fact.text));
        if let FactKind::Rank(rank) = fact.kind
            && let Some(place) = derive::previous_rank(&rank)
        {
            lines.push((words.previous_rank().into(), words.former_rank(place, rank.of)));
        }
    }
    let others = catalog.map(|catalog| other_periods(entry, catalog, words)).unwrap_or_default();
    let others = others.into_iter().filter(|(period, _)| !earlier.contains(&Some(*period)));
    lines.extend(others.map(|(period, figure)| (Cow::Owned(words.period(period)), figure)));
    lines.push(("id".into(), visible(&indicator.id).into_owned()));
    // The name of a period may be long: it does not widen the column for all others.
    let widths = lines.iter().map(|(label, _)| truncate::width(label));
    let label = widths.filter(|width| *width <= LONGEST_LABEL).max().unwrap_or(0);
    let mut text = format!("{}\n", output.bold(&visible(&indicator.name)));
    for (name, value) in lines {
        text.push_str(&format!("  {}  {value}\n", truncate::pad(&name, label)));
    }
    text
}
