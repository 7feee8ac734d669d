//! Comparison of the same indicator in several datasets: the periods of a place in order, the places of a
//! period as a ranking; each with a bar and the difference from the selected one.

use std::cmp::Reverse;
use std::ops::Range;

use ratatui::text::Line;

use super::block_table::BlockTable;
use super::canvas::Canvas;
use super::compared_rows::{Compared, Ranked, RankedPlaces, RankedRows};
use super::ranking_summary;
use super::ranking_window::{left_out, shown_rows};
use super::room::Room;
use super::target_line::TargetLine;
use super::words::Words;
use crate::app::Catalog;
use crate::lexicon::period::parse;
use crate::model::{Better, Dataset, Entry};
use crate::text::fold::fold;
use crate::text::sanitize::visible;

/// The most datasets that are looked at one by one; of more, the ranking knows the places.
const MOST_DATASETS: usize = 2000;
/// The lines of a pane that other things take, and the fewest rows of a block.
const OTHER_LINES: usize = 11;
const FEWEST_ROWS: usize = 9;
/// The most rows of a block of places, in a low and in a high pane: more are in the comparison, and a step redraws all
/// of them.
const MOST_ROWS: [usize; 2] = [9, 60];
const HIGH: usize = 44;

/// A block of the comparison, by what its datasets have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    /// The same place in several periods.
    Periods,
    /// The same period in several places.
    Places,
    /// Neither place nor period.
    Others,
}

/// The lines of the comparison in a pane of `width` columns and `height` lines; none if no other dataset has the
/// indicator.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    Room { width, height }: Room,
) -> Vec<TargetLine> {
    let catalog = canvas.app.catalog();
    let most = MOST_ROWS[usize::from(height >= HIGH)];
    let most = height.saturating_sub(OTHER_LINES).clamp(FEWEST_ROWS, most);
    if catalog.collection.datasets().len() > MOST_DATASETS {
        return ranked_lines(canvas, entry, width, most);
    }
    let group = catalog.same_indicators(entry.index).into_iter();
    let group = group.filter_map(|index| catalog.collection.get(index));
    let group: Vec<_> =
        group.map(|entry| Compared { indicator: entry.indicator(), entry }).collect();
    let mut lines = Vec::new();
    let Some(own) = group.iter().find(|one| one.entry.index == entry.index) else { return lines };
    // The series shows the periods, if they can be placed in time.
    let in_series = !catalog.series(entry.index).points().is_empty();
    for block in [Block::Periods, Block::Places, Block::Others] {
        // Slices that share neither place nor period are in the comparison.
        let is_shown_elsewhere = match block {
            Block::Periods => in_series,
            Block::Places => false,
            Block::Others => canvas.app.slice().is_some(),
        };
        if is_shown_elsewhere {
            continue;
        }
        let belongs =
            |one: &&Compared<'_>| one.is(own) || block_of(catalog, &own.entry, &one.entry) == block;
        let mut all: Vec<&Compared<'_>> = group.iter().filter(belongs).collect();
        if all.len() > 1 {
            in_order(&mut all, block, own.indicator.better_or_first());
            let (rows, standing) = match block {
                Block::Places => {
                    let places = RankedPlaces::of(catalog, &all, own);
                    let ranking = places.ranking(catalog, own);
                    let standing = ranking_summary::lines(canvas, &own.entry, &ranking, width);
                    (places.rows(own, most), standing)
                }
                Block::Periods => (RankedRows::of_periods(catalog, &all, own), Vec::new()),
                Block::Others => (RankedRows::all(&all), Vec::new()),
            };
            lines.extend(block_lines(canvas, own, &rows, block, standing, width));
        }
    }
    lines
}

/// The lines among thousands of datasets: places of the period. Other periods are in the series, and all of them in
/// the comparison.
fn ranked_lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    width: usize,
    most: usize,
) -> Vec<TargetLine> {
    let catalog = canvas.app.catalog();
    let ranking = catalog.ranking(entry.index);
    let places = ranking.places();
    let Some(at) = places.iter().position(|place| place.indicator == entry.index) else {
        return Vec::new();
    };
    let shown = shown_rows(places.len(), at, most);
    let compared = |at: usize| {
        let entry = catalog.collection.get(places[at].indicator)?;
        Some((places[at].position, Compared { indicator: entry.indicator(), entry }))
    };
    let compared: Vec<_> = shown.iter().flat_map(Range::clone).filter_map(compared).collect();
    let rows = compared.iter().map(|(position, one)| Ranked {
        position: Some(*position),
        is_on_scale: true,
        one,
    });
    let rows = RankedRows { rows: rows.collect(), left_out: left_out(&shown), without: 0 };
    let own = Compared { indicator: entry.indicator(), entry: *entry };
    let standing = ranking_summary::lines(canvas, entry, &ranking, width);
    block_lines(canvas, &own, &rows, Block::Places, standing, width)
}

fn block_of(catalog: &Catalog, own: &Entry<'_>, other: &Entry<'_>) -> Block {
    let place = |entry: &Entry<'_>| {
        catalog.slices.get(catalog.slices.of_dataset(entry.dataset_at)?).map(|slice| slice.place)
    };
    let period = |entry: &Entry<'_>| fold(entry.dataset.period.trim());
    match (place(own) == place(other), period(own) == period(other)) {
        (true, false) => Block::Periods,
        (false, true) => Block::Places,
        _ => Block::Others,
    }
}

/// Sorts periods by time; places from the best, or without a direction from the greatest, those without a
/// figure last.
fn in_order(all: &mut [&Compared<'_>], block: Block, better: Option<Better>) {
    match block {
        Block::Periods => all.sort_by_key(|one| parse(&one.entry.dataset.period)),
        Block::Places => {
            all.sort_by_key(|one| {
                let figure = one.indicator.figure_or_rank();
                let figure =
                    if better == Some(Better::Lower) { figure.map(|f| -f) } else { figure };
                Reverse(figure)
            });
        }
        Block::Others => {}
    }
}

fn block_lines(
    canvas: &Canvas<'_>,
    own: &Compared<'_>,
    ranked: &RankedRows<'_>,
    block: Block,
    standing: Vec<Line<'static>>,
    width: usize,
) -> Vec<TargetLine> {
    let words = canvas.words;
    let digits = ranked.rows.iter().filter_map(|row| row.position).max().unwrap_or(0);
    let digits = digits.to_string().len();
    let usual = |row: &Ranked<'_>| label(row, digits, block, words);
    let mut table = BlockTable::of(own, ranked, &usual, words, width);
    if block == Block::Periods && table.cuts() {
        let short = |row: &Ranked<'_>| short_period(row.one, words);
        table = BlockTable::of(own, ranked, &short, words, width);
    }
    let table = table.with_names_before_percents(words, width);
    let heading = visible(&block_heading(own, block, words)).into_owned();
    table.lines(canvas, &heading, standing, width)
}

/// What the indicators of a block have in common.
fn block_heading(own: &Compared<'_>, block: Block, words: Words) -> String {
    match block {
        Block::Periods => {
            let place = words.place(&own.entry.dataset.place);
            format!("{} · {place}", words.other_periods())
        }
        Block::Places if own.entry.dataset.period.is_empty() => words.other_places().to_owned(),
        Block::Places => {
            let period = words.period_text(&own.entry.dataset.period);
            let heading = format!("{} · {period}", words.other_places());
            match own.indicator.better_or_first() {
                Some(_) => heading,
                None => format!("{heading} · {}", words.greatest_first()),
            }
        }
        Block::Others => words.other_datasets().to_owned(),
    }
}

/// The period of a dataset in few letters: "T10/2024".
fn short_period(one: &Compared<'_>, words: Words) -> String {
    let period = &one.entry.dataset.period;
    let short = parse(period).map(|period| words.period_short(period));
    visible(&short.unwrap_or_else(|| period.clone())).into_owned()
}

/// The label that distinguishes a dataset from the others of its block; positions have so many digits.
fn label(
    Ranked { position, one, .. }: &Ranked<'_>,
    digits: usize,
    block: Block,
    words: Words,
) -> String {
    let Dataset { place, period, id, .. } = one.entry.dataset;
    let place = words.place(place);
    let label = match block {
        Block::Periods => period.clone(),
        Block::Places => match position.filter(|_| one.indicator.figure_or_rank().is_some()) {
            Some(position) => format!("{position:>digits$}. {place}"),
            None => format!("{:digits$}  {place}", ""),
        },
        Block::Others if period.is_empty() => format!("{place} ({id})"),
        Block::Others => format!("{place} · {period}"),
    };
    let label = if label.is_empty() { id.clone() } else { label };
    visible(&label).into_owned()
}
