//! `chitieu show ID`: everything known about one indicator.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io;

use crate::app::{Catalog, LocationError, NamedIndicators};
use crate::cli::arguments::{Options, Show, ShowFormat};
use crate::cli::default_source::DefaultSource;
use crate::cli::earlier_period::with_earlier_period;
use crate::cli::output::json::Flattened;
use crate::cli::output::json_writer::write_json;
use crate::cli::output::other_periods::other_periods;
use crate::cli::output::ranked_places::ranked_places;
use crate::cli::output::tables::heading;
use crate::cli::output::{self, Console, Output, unless_closed};
use crate::cli::slices::ShownSlices;
use crate::cli::{Error, Outcome};
use crate::lexicon::period::parse;
use crate::model::{Collection, Entry, Indicator, Period, Place, derive, status};
use crate::search::Index;
use crate::text::nearest::nearest;
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::facts::{self, Fact, FactKind};
use crate::ui::{Words, status_text};

/// The widest label that the column of labels is made for.
const LONGEST_LABEL: usize = 18;

/// The most places with everything known of each; of more there is a line for each.
const MOST_PLACES: usize = 3;

/// The most ids that an error lists.
const MOST_NAMED: usize = 8;

pub(crate) fn run(show: &Show, options: &Options) -> Result<Outcome, Error> {
    let loaded = DefaultSource::or_stdin(show.sources.files(), options)?.collection(options)?;
    let outcome = Console::standard(|console| print(show, options, &loaded.collection, console))?;
    Ok(outcome.with_completeness(loaded.complete))
}

/// Prints the indicator in the requested format.
pub(crate) fn print(
    show: &Show,
    options: &Options,
    collection: &Collection,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let words = console.words(options);
    let collection = &with_earlier_period(&show.slices, collection);
    let mut slices = ShownSlices::of(&show.slices, collection, words)?;
    let found = with_id_or_name(&show.id, collection, slices.catalog());
    if found.is_empty() {
        return Err(unknown(&show.id, collection, words));
    }
    let entries = found.into_iter().filter_map(|index| collection.get(index));
    let entries: Vec<_> = entries.filter(|entry| slices.shows(entry)).collect();
    if entries.is_empty() {
        return Err(Error::Unknown(words.not_in_slice(&visible(&show.id))));
    }
    match show.format {
        ShowFormat::Text if places_of(&entries) > MOST_PLACES => {
            slices = slices.with_all_places(collection);
            let Some(catalog) = slices.catalog() else { return Ok(Outcome::Done) };
            Output::on(console, options).print_chunks(|to| {
                options.write_text(|| {
                    let text = of_many_places(&entries, catalog, words, to.output);
                    to.push(&text)
                })
            })?;
        }
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

/// Prints the indicator at a location as `--at` names it.
pub(crate) fn run_at(
    location: &str,
    sources: &DefaultSource,
    options: &Options,
) -> Result<Outcome, Error> {
    let loaded = sources.collection(options)?;
    let catalog = Catalog::new(loaded.collection);
    let words = output::words(options);
    let at = catalog.locate(location).map_err(|error| not_there(&error, &catalog, words))?;
    Console::standard(|console| {
        Output::on(console, options).print_chunks(|to| {
            options.write_text(|| {
                let Some(entry) = catalog.collection.get(at) else { return Ok(()) };
                let text = text((&entry, Some(&catalog)), words, to.output);
                to.push(&text)
            })
        })
    })?;
    Ok(Outcome::Done.with_completeness(loaded.complete))
}

/// The error of a location where no indicator is; of an unknown id with the nearest ones.
pub(super) fn not_there(error: &LocationError, catalog: &Catalog, words: Words) -> Error {
    match error {
        LocationError::Id(id) => unknown(id, &catalog.collection, words),
        other => Error::Unknown(words.location_error(other)),
    }
}

/// The error for an unknown id. It lists the indicators with that name, or suggests the nearest id, else the indicator
/// that a search for its words finds.
fn unknown(id: &str, collection: &Collection, words: Words) -> Error {
    if let NamedIndicators::Several(named) = NamedIndicators::of(collection, id) {
        let shown: Vec<String> = named.iter().map(|(id, _)| format!("`{}`", visible(id))).collect();
        let (shown, more) = shown.split_at(shown.len().min(MOST_NAMED));
        let more = if more.is_empty() { String::new() } else { format!(" … (+{})", more.len()) };
        let ids = format!("{}{more}", shown.join(", "));
        return Error::Unknown(words.several_named(&visible(id), &ids));
    }
    let found = || {
        let query = id.replace(['-', '_'], " ");
        let hit = Index::for_one_search(collection).search(collection, &query, 1).pop()?;
        collection.get(hit.index)
    };
    let with_id = |id: &str| collection.iter().find(|entry| entry.id() == id);
    let hint = match nearest(id, collection.ids()).and_then(with_id).or_else(found) {
        Some(near) => words.did_you_mean_indicator(&visible(near.id()), &visible(near.name())),
        None => words.see_search().to_owned(),
    };
    Error::Unknown(format!("{}; {hint}", words.no_id(&visible(id))))
}

/// The indicators with an id, else those of the only indicator with this name.
fn with_id_or_name(
    text: &str,
    collection: &Collection,
    catalog: Option<&Catalog>,
) -> BTreeSet<usize> {
    let found = with_id(text, collection, catalog);
    match found.is_empty().then(|| NamedIndicators::of(collection, text)) {
        Some(NamedIndicators::One(id)) => with_id(&id, collection, catalog),
        _ => found,
    }
}

/// The indicators with an id, and the same ones in other places and periods, whose files may give
/// them another one; without any those that have it in their file.
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

/// The number of different places.
fn places_of(entries: &[Entry<'_>]) -> usize {
    let places: BTreeSet<&Place> = entries.iter().map(|entry| &entry.dataset.place).collect();
    places.len()
}

/// An indicator of many places: its name, and for each period the places in their order.
fn of_many_places<W: io::Write>(
    entries: &[Entry<'_>],
    catalog: &Catalog,
    words: Words,
    output: &Output<W>,
) -> String {
    let Some(first) = entries.first() else { return String::new() };
    let mut of_periods: Vec<(Cow<'_, str>, Vec<Entry<'_>>)> = Vec::new();
    for entry in entries {
        let period = words.period_text(&entry.dataset.period);
        match of_periods.iter_mut().find(|(known, _)| *known == period) {
            Some((_, own)) => own.push(*entry),
            None => of_periods.push((period, vec![*entry])),
        }
    }
    let mut text = format!("{}\n", output.bold(&visible(first.name())));
    for (period, own) in of_periods {
        let period = visible(&period);
        let count = words.count_of_places(places_of(&own));
        let heading: Vec<&str> =
            [&*period, &*count].into_iter().filter(|part| !part.is_empty()).collect();
        text.push_str(&format!("  {}\n", heading.join(" · ")));
        for line in ranked_places(&own, catalog, words, output) {
            text.push_str(&format!("  {line}\n"));
        }
    }
    let direction = facts::facts(first, words).into_iter();
    let direction = direction.filter(|fact| fact.label == words.direction());
    direction.for_each(|fact| text.push_str(&format!("  {}: {}\n", fact.label, fact.text)));
    text.push_str(&format!("  id: {}\n  {}\n", visible(first.id()), words.see_one_place()));
    text
}

fn text<W: io::Write>(
    (entry, catalog): (&Entry<'_>, Option<&Catalog>),
    words: Words,
    output: &Output<W>,
) -> String {
    let indicator = &entry.indicator();
    let status = status(indicator);
    let marked = status_text(indicator, words);
    let actual = facts::actual(entry, indicator, words);
    let mut lines: Vec<(Cow<'static, str>, String)> = vec![
        (words.section_label().into(), heading(entry, words)),
        (words.actual_label().into(), actual.unwrap_or_else(|| words.no_figure().to_owned())),
        (words.status_label().into(), output.painted(status, &marked)),
    ];
    let elsewhere = catalog.and_then(|catalog| facts::contradiction(catalog, entry, words));
    let others = other_periods((entry, indicator), catalog, words, output);
    let year = own_year(entry, indicator);
    let is_below = |label: &str| {
        let period = parse(label).map(|period| period.or_year(year));
        period.is_some_and(|period| others.iter().any(|other| other.period == period))
    };
    let earlier = |fact: &Fact| indicator.earlier.iter().any(|one| fact.label == one.period);
    for fact in elsewhere.into_iter().chain(facts::facts(entry, words)) {
        if earlier(&fact) && is_below(&fact.label) {
            continue;
        }
        lines.push((fact.label, fact.text));
        if let FactKind::Rank(rank) = fact.kind
            && let Some(place) = derive::previous_rank(&rank)
        {
            lines.push((words.previous_rank().into(), words.former_rank(place, rank.of)));
        }
    }
    let others = others.into_iter();
    lines.extend(others.map(|other| (Cow::Owned(words.period(other.period)), other.text)));
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

/// The year of an indicator, which periods next to it without one are of.
fn own_year(entry: &Entry<'_>, indicator: &Indicator) -> Option<u16> {
    let own = indicator.period.or_else(|| parse(&entry.dataset.period));
    own.and_then(Period::first_year)
}
