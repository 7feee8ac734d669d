//! Comparison of the same indicator in several datasets: the periods of a place in order, the places of a
//! period as a ranking; each with a bar and the difference from the selected one.

use std::cmp::Reverse;
use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::block_columns::{BlockRow, BlockWidths, SHORTEST_BAR};
use super::canvas::Canvas;
use super::compared_rows::{Compared, Ranked, RankedPlaces, RankedRows};
use super::length_bar;
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
use crate::text::truncate;

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
    RankedRows { rows: ranked, left_out, without }: &RankedRows<'_>,
    block: Block,
    standing: Vec<Line<'static>>,
    width: usize,
) -> Vec<TargetLine> {
    let words = canvas.words;
    let all: Vec<&Compared<'_>> = ranked.iter().map(|row| row.one).collect();
    let digits = ranked.iter().filter_map(|row| row.position).max().unwrap_or(0).to_string().len();
    let rows_with = |label: &dyn Fn(&Ranked<'_>) -> String| -> Vec<BlockRow> {
        ranked.iter().map(|row| BlockRow::of(label(row), row, own, words)).collect()
    };
    let mut rows = rows_with(&|row| label(row, digits, block, words));
    let mut widths = BlockWidths::of(&rows, width, left_out.is_empty(), words);
    if block == Block::Periods && widths.cuts(&rows) {
        rows = rows_with(&|row| short_period(row.one, words));
        widths = BlockWidths::of(&rows, width, left_out.is_empty(), words);
    }
    let heading = visible(&block_heading(own, block, words)).into_owned();
    let heading = widths.heading(&heading, width, words);
    let mut lines: Vec<TargetLine> = vec![Line::styled(heading, canvas.palette.dim).into()];
    lines.extend(standing.into_iter().map(TargetLine::from));
    let of_parts = || ranked.iter().filter(|row| row.is_on_scale);
    let figures = || of_parts().filter_map(|row| row.one.indicator.figure_or_rank());
    let greatest = figures().max();
    // The bar of a rank would be the longer the worse it is.
    let draws = !own.indicator.is_place()
        && widths.bar >= SHORTEST_BAR
        && figures().all(|figure| figure >= Decimal::ZERO);
    let more = |lines: &mut Vec<TargetLine>, at: usize| {
        let left_out = left_out.iter().filter(|(after, count)| *after == at && *count > 0);
        let text = left_out.map(|(_, count)| format!("  {}", words.and_more_places(*count)));
        lines.extend(text.map(|text| Line::styled(text, canvas.palette.dim).into()));
    };
    for (at, (one, row)) in all.iter().zip(&rows).enumerate() {
        more(&mut lines, at);
        let is_own = one.is(own);
        let bar = match (one.indicator.figure_or_rank(), greatest) {
            (Some(figure), Some(greatest)) if draws && ranked[at].is_on_scale => {
                length_bar::text(figure, greatest, widths.bar)
            }
            _ => String::new(),
        };
        let style = if is_own { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        // One style for all others: each change of it costs bytes in each of many rows.
        let of_bar = if is_own { canvas.palette.focus } else { Style::new() };
        let label = truncate::pad(&cut_label(&rows, row, widths.label), widths.label);
        let figure = truncate::cut(&row.figure, widths.figure);
        let figure = truncate::pad_left(&figure, widths.figure);
        let line = Line::from(vec![
            Span::styled(format!("{} {label} {figure} ", if is_own { "▸" } else { " " }), style),
            Span::styled(truncate::pad(&bar, widths.bar), of_bar),
            Span::styled(truncate::pad_left(&row.percent, widths.percent), style),
            Span::raw(widths.difference_of(row)),
        ]);
        lines.push(TargetLine::new(line, Some(one.entry.index).filter(|_| !is_own)));
    }
    more(&mut lines, ranked.len());
    if *without > 0 {
        let text = format!("  {}", words.places_without_figures(*without));
        lines.push(Line::styled(text, canvas.palette.dim).into());
    }
    lines.push(TargetLine::default());
    lines
}

/// A label in `width` columns; one that would be the same as another when it is cut keeps its end, which distinguishes
/// it: "2. Huyện Ch… (Tiền Giang)".
fn cut_label(rows: &[BlockRow], row: &BlockRow, width: usize) -> String {
    let cut = |label: &str| truncate::cut(label, width).into_owned();
    let name = |label: &str| label.split_once(". ").map_or(label, |(_, name)| name).to_owned();
    let own = cut(&row.label);
    let is_same =
        |other: &&BlockRow| other.label != row.label && name(&cut(&other.label)) == name(&own);
    if own == row.label || rows.iter().filter(|other| is_same(other)).count() == 0 {
        return own;
    }
    truncate::cut_middle(&row.label, width)
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
