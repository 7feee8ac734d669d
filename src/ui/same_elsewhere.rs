//! Comparison of the same indicator in several datasets: the periods of a place in order, the places of a
//! period as a ranking; each with a bar and the difference from the selected one.

use std::cmp::Reverse;
use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::canvas::Canvas;
use super::length_bar;
use super::list_cells::{figure, percent_text};
use super::ranking_summary;
use super::ranking_window::{left_out, shown_rows};
use super::room::Room;
use super::target_line::TargetLine;
use super::words::Words;
use crate::app::{Catalog, most_frequent};
use crate::lexicon::period::parse;
use crate::model::{Better, Dataset, Entry, Indicator, Ranking};
use crate::text::fold::fold;
use crate::text::format_number;
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The width of the selection marker and a space.
const LEAD: usize = 2;
/// The fewest cells of a bar; a shorter one shows less than its figure.
const SHORTEST_BAR: usize = 4;

/// The most datasets that are looked at one by one; of more, the ranking knows the places.
const MOST_DATASETS: usize = 2000;
/// The lines of a pane that other things take, and the fewest rows of a block.
const OTHER_LINES: usize = 11;
const FEWEST_ROWS: usize = 9;
/// The most totals below the places.
const MOST_TOTALS: usize = 2;
/// The most rows of a block of places, in a low and in a high pane: more are in the comparison, and a step redraws all
/// of them.
const MOST_ROWS: [usize; 2] = [9, 24];
const HIGH: usize = 44;
/// The most cells of a bar, and of one where places are left out: they change places with every step, and all rows are
/// redrawn.
const LONGEST_BAR: usize = 20;
const SHORT_BAR: usize = 8;

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

/// One of the compared indicators, the selected one among them.
struct Compared<'a> {
    entry: Entry<'a>,
    indicator: Indicator,
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
            in_order(&mut all, block, own.indicator.better);
            let (rows, standing) = match block {
                Block::Places => {
                    let places = RankedPlaces::of(catalog, &all, own);
                    let ranking = places.ranking(catalog, own);
                    let standing = ranking_summary::lines(canvas, &own.entry, &ranking, width);
                    (places.rows(own, most), standing)
                }
                Block::Periods | Block::Others => (RankedRows::all(&all), Vec::new()),
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
    let rows = compared.iter().map(|(position, one)| Ranked { position: Some(*position), one });
    let rows = RankedRows { rows: rows.collect(), left_out: left_out(&shown) };
    let own = Compared { indicator: entry.indicator(), entry: *entry };
    let standing = ranking_summary::lines(canvas, entry, &ranking, width);
    block_lines(canvas, &own, &rows, Block::Places, standing, width)
}

/// The compared places: those that are ranked, and the totals of them, for reference.
struct RankedPlaces<'a> {
    ranked: Vec<&'a Compared<'a>>,
    totals: Vec<&'a Compared<'a>>,
}

impl<'a> RankedPlaces<'a> {
    /// Some places in order. A place is among those that are equally fine; a total, or the only province, is shown with
    /// its parts.
    fn of(catalog: &Catalog, all: &[&'a Compared<'a>], own: &Compared<'_>) -> Self {
        let group = |one: &&&Compared<'_>| catalog.place_group(one.entry.dataset_at);
        let own_group = group(&&own);
        let alike = all.iter().filter(|one| group(one) == own_group).count();
        let shown = own_group
            .filter(|_| alike > 1)
            .or_else(|| most_frequent(all.iter().filter_map(|one| group(&one))));
        let is_ranked = |one: &&&Compared<'_>| group(one) == shown;
        let is_total =
            |one: &&&Compared<'_>| !is_ranked(one) && (one.is(own) || group(one) < shown);
        let totals = all.iter().filter(is_total).copied();
        let (own_total, others): (Vec<_>, Vec<_>) = totals.partition(|one| one.is(own));
        Self {
            ranked: all.iter().filter(is_ranked).copied().collect(),
            totals: own_total.into_iter().chain(others).take(MOST_TOTALS).collect(),
        }
    }

    /// The ranking of the places; of those with the own one by the rules of the catalog.
    fn ranking(&self, catalog: &Catalog, own: &Compared<'_>) -> Ranking {
        if self.ranked.iter().any(|one| one.is(own)) {
            return catalog.ranking(own.entry.index);
        }
        let figures = self.ranked.iter();
        let figures = figures.filter_map(|one| Some((one.entry.index, one.indicator.figure()?)));
        Ranking::of(own.indicator.better, figures)
    }

    /// The rows that `most` lines have room for: the places, then the totals, which have no position.
    fn rows(&self, own: &Compared<'_>, most: usize) -> RankedRows<'a> {
        let most = most.saturating_sub(self.totals.len());
        let mut rows = RankedRows::around(&self.ranked, own, most);
        rows.rows.extend(self.totals.iter().map(|one| Ranked { position: None, one }));
        rows
    }
}

/// One of the compared indicators with its position in its block; equal figures share one, and a total has none.
struct Ranked<'a> {
    position: Option<usize>,
    one: &'a Compared<'a>,
}

/// The rows of a block, in order.
struct RankedRows<'a> {
    rows: Vec<Ranked<'a>>,
    /// How many are left out after a number of rows.
    left_out: Vec<(usize, usize)>,
}

impl<'a> RankedRows<'a> {
    /// All of a block.
    fn all(all: &[&'a Compared<'a>]) -> Self {
        let mut rows: Vec<Ranked<'a>> = Vec::with_capacity(all.len());
        for (at, one) in all.iter().enumerate() {
            let before = rows
                .last()
                .filter(|before| before.one.indicator.figure() == one.indicator.figure());
            let position = before.map_or(Some(at + 1), |before| before.position);
            rows.push(Ranked { position, one });
        }
        Self { rows, left_out: Vec::new() }
    }

    /// Those of a block that `most` lines have room for.
    fn around(all: &[&'a Compared<'a>], own: &Compared<'_>, most: usize) -> Self {
        let at = all.iter().position(|one| one.is(own)).unwrap_or(0);
        let shown = shown_rows(all.len(), at, most);
        let mut rows = Self::all(all).rows.into_iter().map(Some).collect::<Vec<_>>();
        let kept = shown.iter().flat_map(Range::clone).filter_map(|at| rows[at].take());
        Self { rows: kept.collect(), left_out: left_out(&shown) }
    }
}

impl Compared<'_> {
    fn is(&self, other: &Self) -> bool {
        self.entry.index == other.entry.index
    }
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
                let figure = one.indicator.figure();
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
    RankedRows { rows: ranked, left_out }: &RankedRows<'_>,
    block: Block,
    standing: Vec<Line<'static>>,
    width: usize,
) -> Vec<TargetLine> {
    let words = canvas.words;
    let all: Vec<&Compared<'_>> = ranked.iter().map(|row| row.one).collect();
    let digits = ranked.iter().filter_map(|row| row.position).max().unwrap_or(0).to_string().len();
    let rows: Vec<BlockRow> = ranked
        .iter()
        .map(|row| BlockRow::of(label(row, digits, block, words), row, own, words))
        .collect();
    let widths = BlockWidths::of(&rows, width, left_out.is_empty(), words);
    let heading = visible(&block_heading(own, block, words)).into_owned();
    let heading = widths.heading(&heading, width, words);
    let mut lines: Vec<TargetLine> = vec![Line::styled(heading, canvas.palette.dim).into()];
    lines.extend(standing.into_iter().map(TargetLine::from));
    // A total is longer than all its parts.
    let of_parts = || ranked.iter().filter(|row| row.position.is_some());
    let figures = || of_parts().filter_map(|row| row.one.indicator.figure());
    let greatest = figures().max();
    let draws = widths.bar >= SHORTEST_BAR && figures().all(|figure| figure >= Decimal::ZERO);
    let more = |lines: &mut Vec<TargetLine>, at: usize| {
        let left_out = left_out.iter().filter(|(after, count)| *after == at && *count > 0);
        let text = left_out.map(|(_, count)| format!("  {}", words.and_more_places(*count)));
        lines.extend(text.map(|text| Line::styled(text, canvas.palette.dim).into()));
    };
    for (at, (one, row)) in all.iter().zip(&rows).enumerate() {
        more(&mut lines, at);
        let is_own = one.is(own);
        let bar = match (one.indicator.figure(), greatest) {
            (Some(figure), Some(greatest)) if draws && ranked[at].position.is_some() => {
                length_bar::text(figure, greatest, widths.bar)
            }
            _ => String::new(),
        };
        let style = if is_own { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        // One style for all others: each change of it costs bytes in each of many rows.
        let of_bar = if is_own { canvas.palette.focus } else { Style::new() };
        let label = truncate::pad(&truncate::cut(&row.label, widths.label), widths.label);
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
    lines.push(TargetLine::default());
    lines
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
            match own.indicator.better {
                Some(_) => heading,
                None => format!("{heading} · {}", words.greatest_first()),
            }
        }
        Block::Others => words.other_datasets().to_owned(),
    }
}

/// The texts of a line of a block.
struct BlockRow {
    label: String,
    figure: String,
    percent: String,
    /// The difference of the figure from the selected one.
    difference: String,
}

impl BlockRow {
    fn of(
        label: String,
        Ranked { one, .. }: &Ranked<'_>,
        own: &Compared<'_>,
        words: Words,
    ) -> Self {
        let value = one.indicator.figure().zip(own.indicator.figure());
        let value = value.and_then(|(here, there)| here.checked_sub(there));
        let value = value.filter(|_| !one.is(own));
        let difference =
            value.map(|value| words.about(&format_number::signed(value, words.numbers()), ""));
        Self {
            label,
            figure: figure(&one.indicator, words),
            percent: percent_text(&one.indicator, words),
            difference: difference.unwrap_or_default(),
        }
    }
}

/// The widths of the columns of a block; the last two with the space before them.
struct BlockWidths {
    label: usize,
    figure: usize,
    bar: usize,
    percent: usize,
    difference: usize,
    /// The heading over the differences.
    than: &'static str,
}

impl BlockWidths {
    /// The widths in a pane of `width`; of an excerpt of the places (not `is_whole`) the bars are shorter, and the
    /// differences, which follow from the figures, are left out.
    fn of(rows: &[BlockRow], width: usize, is_whole: bool, words: Words) -> Self {
        let widest = |text: fn(&BlockRow) -> &str| {
            rows.iter().map(|row| truncate::width(text(row))).max().unwrap_or(0)
        };
        let column = |text: fn(&BlockRow) -> &str, heading: &str| match widest(text) {
            0 => 0,
            width => width.max(truncate::width(heading)) + 2,
        };
        let figure = widest(|row| &row.figure).min(width / 3);
        let percent = column(|row| &row.percent, words.percent_short());
        let wanted = widest(|row| &row.label);
        let room = |taken: usize| width.saturating_sub(LEAD + figure + 2 + taken);
        // A difference follows from the figures: it is left out before a name is cut or a bar is lost.
        let headings = words.than_selected();
        let differences = headings.map(|heading| (column(|row| &row.difference, heading), heading));
        let fits = |(difference, _): &(usize, &str)| {
            is_whole && room(percent + difference) >= wanted + SHORTEST_BAR
        };
        let (difference, than) = differences.into_iter().find(fits).unwrap_or_default();
        // Without a bar a name may take one of the two spaces before the percents.
        let is_tight = room(percent + difference) < wanted && percent > 0;
        let percent = percent - usize::from(is_tight);
        let room = room(percent + difference);
        let label = wanted.min(room.max(6));
        let longest = if is_whole { LONGEST_BAR } else { SHORT_BAR };
        let bar = room.saturating_sub(label).min(longest);
        Self { label, figure, bar, percent, difference, than }
    }

    /// The difference of a row; nothing where there is no column for it.
    fn difference_of(&self, row: &BlockRow) -> String {
        match self.difference {
            0 => String::new(),
            width => truncate::pad_left(&row.difference, width),
        }
    }

    /// The heading of a block in `width` columns, with those over its last columns, if they fit.
    fn heading(&self, text: &str, width: usize, words: Words) -> String {
        let Self { label, figure, bar, percent, difference, than } = self;
        let before = LEAD + label + figure + bar + 2;
        let over = |width: usize, text| {
            if width > 0 { truncate::pad_left(text, width) } else { String::new() }
        };
        let columns = over(*percent, words.percent_short()) + &over(*difference, than);
        // The space before a heading may be used by what is left of it.
        let free = before + columns.len() - columns.trim_start().len();
        if truncate::width(text) < free {
            format!("{}{}", truncate::pad(text, free), columns.trim_start())
        } else {
            truncate::cut(text, width).into_owned()
        }
    }
}

/// The label that distinguishes a dataset from the others of its block; positions have so many digits.
fn label(
    Ranked { position, one }: &Ranked<'_>,
    digits: usize,
    block: Block,
    words: Words,
) -> String {
    let Dataset { place, period, id, .. } = one.entry.dataset;
    let place = words.place(place);
    let label = match block {
        Block::Periods => period.clone(),
        Block::Places => match position.filter(|_| one.indicator.figure().is_some()) {
            Some(position) => format!("{position:>digits$}. {place}"),
            None => format!("{:digits$}  {place}", ""),
        },
        Block::Others if period.is_empty() => format!("{place} ({id})"),
        Block::Others => format!("{place} · {period}"),
    };
    let label = if label.is_empty() { id.clone() } else { label };
    visible(&label).into_owned()
}
