//! Comparison of the same indicator in several datasets: the periods of a place in order, the places of a
//! period as a ranking; each with a bar and the difference from the selected one.

use std::cmp::Reverse;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::canvas::Canvas;
use super::list_cells::{figure, percent_text};
use super::words::Words;
use crate::lexicon::period::parse;
use crate::model::{Better, Dataset, Entry, Indicator, Plan, Ranking, derive, percent_of_plan};
use crate::text::fold::fold;
use crate::text::format_number;
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The width of the selection marker and a space.
const LEAD: usize = 2;
/// The fewest cells of a bar; a shorter one shows less than its figure.
const SHORTEST_BAR: usize = 4;
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// The most datasets among which every one that has the indicator is listed.
const MOST_DATASETS: usize = 2000;
/// Of more, the best places, and those before and after the own one.
const BEST: usize = 10;
const NEIGHBOURS: usize = 10;

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

/// The lines of the comparison; none if no other dataset has the indicator.
pub(super) fn lines(canvas: &Canvas<'_>, entry: &Entry<'_>, width: usize) -> Vec<Line<'static>> {
    let catalog = canvas.app.catalog();
    if catalog.collection.datasets().len() > MOST_DATASETS {
        return ranked_lines(canvas, entry, width);
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
        if block == Block::Periods && in_series {
            continue;
        }
        let belongs = |one: &&Compared<'_>| {
            one.is(own) || block_of(own.entry.dataset, one.entry.dataset) == block
        };
        let mut all: Vec<&Compared<'_>> = group.iter().filter(belongs).collect();
        if all.len() > 1 {
            in_order(&mut all, block, own.indicator.better);
            let standing = match block {
                Block::Places => standing(canvas, own, &catalog.ranking(entry.index), width),
                Block::Periods | Block::Others => Vec::new(),
            };
            lines.extend(block_lines(
                canvas,
                own,
                &RankedRows::all(&all),
                (block, standing),
                width,
            ));
        }
    }
    lines
}

/// The lines among thousands of datasets: the best places of the period, and those next to the own one. Other periods
/// are in the series, and all of them in the comparison.
fn ranked_lines(canvas: &Canvas<'_>, entry: &Entry<'_>, width: usize) -> Vec<Line<'static>> {
    let catalog = canvas.app.catalog();
    let ranking = catalog.ranking(entry.index);
    let places = ranking.places();
    let Some(at) = places.iter().position(|place| place.indicator == entry.index) else {
        return Vec::new();
    };
    let best = BEST.min(places.len());
    let around = at.saturating_sub(NEIGHBOURS).max(best)..(at + NEIGHBOURS + 1).min(places.len());
    let around = around.start..around.end.max(best);
    let shown: Vec<usize> = (0..best).chain(around.clone()).collect();
    let compared = |at: &usize| {
        let entry = catalog.collection.get(places[*at].indicator)?;
        Some((places[*at].position, Compared { indicator: entry.indicator(), entry }))
    };
    let compared: Vec<_> = shown.iter().filter_map(compared).collect();
    let rows = compared.iter().map(|(position, one)| Ranked { position: *position, one });
    let rows = RankedRows {
        rows: rows.collect(),
        left_out: [(best, around.start - best), (shown.len(), places.len() - around.end)],
    };
    let own = Compared { indicator: entry.indicator(), entry: *entry };
    let standing = standing(canvas, &own, &ranking, width);
    block_lines(canvas, &own, &rows, (Block::Places, standing), width)
}

/// One of the compared indicators with its position in its block; equal figures share one.
struct Ranked<'a> {
    position: usize,
    one: &'a Compared<'a>,
}

/// The rows of a block, in order.
struct RankedRows<'a> {
    rows: Vec<Ranked<'a>>,
    /// How many are left out after a number of rows.
    left_out: [(usize, usize); 2],
}

impl<'a> RankedRows<'a> {
    /// All of a block.
    fn all(all: &[&'a Compared<'a>]) -> Self {
        let mut rows: Vec<Ranked<'a>> = Vec::with_capacity(all.len());
        for (at, one) in all.iter().enumerate() {
            let before = rows
                .last()
                .filter(|before| before.one.indicator.figure() == one.indicator.figure());
            let position = before.map_or(at + 1, |before| before.position);
            rows.push(Ranked { position, one });
        }
        Self { rows, left_out: [(0, 0); 2] }
    }
}

impl Compared<'_> {
    fn is(&self, other: &Self) -> bool {
        self.entry.index == other.entry.index
    }
}

fn block_of(own: &Dataset, other: &Dataset) -> Block {
    let same = |a: &str, b: &str| fold(a.trim()) == fold(b.trim());
    match (same(own.place.name(), other.place.name()), same(&own.period, &other.period)) {
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
    (block, standing): (Block, Vec<Line<'static>>),
    width: usize,
) -> Vec<Line<'static>> {
    let words = canvas.words;
    let all: Vec<&Compared<'_>> = ranked.iter().map(|row| row.one).collect();
    let rows: Vec<BlockRow> = ranked.iter().map(|row| BlockRow::of(row, block, words)).collect();
    let differences = Differences::of(&all, own, words);
    let widths = BlockWidths::of(&rows, &differences, width);
    let heading = visible(&block_heading(own, block, words)).into_owned();
    let heading = differences.heading(&heading, width, widths.total(), words);
    let mut lines = vec![Line::styled(heading, canvas.palette.dim)];
    lines.extend(standing);
    let figures = || all.iter().filter_map(|one| one.indicator.figure());
    let greatest = figures().max();
    let draws = widths.bar >= SHORTEST_BAR && figures().all(|figure| figure >= Decimal::ZERO);
    let derived = canvas.palette.dim.add_modifier(Modifier::ITALIC);
    let more = |lines: &mut Vec<Line<'static>>, at: usize| {
        let left_out = left_out.iter().filter(|(after, count)| *after == at && *count > 0);
        let text = left_out.map(|(_, count)| format!("  {}", words.and_more(*count)));
        lines.extend(text.map(|text| Line::styled(text, canvas.palette.dim)));
    };
    let shown = all.iter().zip(&rows).zip(&differences.texts);
    for (at, ((one, row), difference)) in shown.enumerate() {
        more(&mut lines, at);
        let is_own = one.is(own);
        let bar = match (one.indicator.figure(), greatest) {
            (Some(figure), Some(greatest)) if draws => bar(figure, greatest, widths.bar),
            _ => String::new(),
        };
        let style = if is_own { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        let label = truncate::pad(&truncate::cut(&row.label, widths.label), widths.label);
        let figure = truncate::cut(&row.figure, widths.figure);
        let figure = truncate::pad_left(&figure, widths.figure);
        lines.push(Line::from(vec![
            Span::styled(format!("{} {label} {figure} ", if is_own { "▸" } else { " " }), style),
            Span::styled(truncate::pad(&bar, widths.bar), canvas.palette.focus),
            Span::styled(format!(" {}", truncate::pad_left(&row.percent, widths.percent)), style),
            Span::styled(truncate::pad_left(difference, differences.width), derived),
        ]));
        let below = self::difference(&one.indicator, &own.indicator, words);
        if let Some(text) = below.filter(|_| !is_own && differences.width == 0) {
            let text = truncate::cut(&text, width.saturating_sub(LEAD + 1)).into_owned();
            lines.push(Line::styled(format!("   {text}"), derived));
        }
    }
    more(&mut lines, ranked.len());
    lines.push(Line::default());
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
        Block::Places => format!("{} · {}", words.other_places(), own.entry.dataset.period),
        Block::Others => words.other_datasets().to_owned(),
    }
}

/// The texts of a line of a block.
struct BlockRow {
    label: String,
    figure: String,
    percent: String,
}

impl BlockRow {
    fn of(Ranked { position, one }: &Ranked<'_>, block: Block, words: Words) -> Self {
        let percent = percent_text(&one.indicator, words);
        Self {
            label: label(*position, one, block, words),
            figure: figure(&one.indicator, words),
            percent: if percent.is_empty() { percent } else { format!("{percent} %") },
        }
    }
}

/// The widths of the columns of a block.
struct BlockWidths {
    label: usize,
    figure: usize,
    bar: usize,
    percent: usize,
    difference: usize,
}

impl BlockWidths {
    fn of(rows: &[BlockRow], differences: &Differences, width: usize) -> Self {
        let widest = |text: fn(&BlockRow) -> &str| {
            rows.iter().map(|row| truncate::width(text(row))).max().unwrap_or(0)
        };
        let figure = widest(|row| &row.figure).min(width / 3);
        let (percent, difference) = (widest(|row| &row.percent), differences.width);
        let room = width.saturating_sub(LEAD + figure + percent + difference + 3);
        let label = widest(|row| &row.label).min(room.max(6));
        let bar = room.saturating_sub(label).min(30);
        Self { label, figure, bar, percent, difference }
    }

    fn total(&self) -> usize {
        let Self { label, figure, bar, percent, difference } = self;
        LEAD + label + figure + bar + percent + difference + 3
    }
}

/// The differences from the selected indicator as a column: where none has a percent of plan, as that has a difference
/// of its own.
struct Differences {
    texts: Vec<String>,
    width: usize,
}

impl Differences {
    fn of(all: &[&Compared<'_>], own: &Compared<'_>, words: Words) -> Self {
        let has_percent = all.iter().any(|one| percent_of_plan(&one.indicator).is_some());
        let text = |one: &&Compared<'_>| {
            let value = value_difference(&one.indicator, &own.indicator, words);
            value.filter(|_| !has_percent && !one.is(own)).unwrap_or_default()
        };
        let texts: Vec<String> = all.iter().map(text).collect();
        let width = texts.iter().map(|text| truncate::width(text)).max().unwrap_or(0);
        Self { texts, width }
    }

    /// The heading of a block in `width` columns, with one over this column, which ends at `end`, if both fit.
    fn heading(&self, text: &str, width: usize, end: usize, words: Words) -> String {
        let own = words.than_selected();
        let free = end.checked_sub(truncate::width(text) + 1).filter(|_| self.width > 0);
        match free.filter(|free| *free >= truncate::width(own)) {
            Some(free) => format!("{text} {}", truncate::pad_left(own, free)),
            None => truncate::cut(text, width).into_owned(),
        }
    }
}

/// The derived position among the open places, their median and quartiles.
fn standing(
    canvas: &Canvas<'_>,
    own: &Compared<'_>,
    ranking: &Ranking,
    width: usize,
) -> Vec<Line<'static>> {
    let words = canvas.words;
    let all = ranking.places().len();
    // Without a known direction the order is by size, which is no rank.
    let position = ranking.find(own.entry.index).filter(|_| own.indicator.better.is_some());
    let position = position.map(|place| words.position_among(place.position, all));
    let spread = ranking.median().map(|median| words.spread(median, ranking.quartiles()));
    let parts: Vec<String> = position.into_iter().chain(spread).collect();
    let derived = canvas.palette.dim.add_modifier(Modifier::ITALIC);
    let text = truncate::wrap(&parts.join(" · "), width, usize::MAX);
    text.into_iter().filter(|_| !parts.is_empty()).map(|line| Line::styled(line, derived)).collect()
}

/// The label that distinguishes a dataset from the others of its block.
fn label(number: usize, one: &Compared<'_>, block: Block, words: Words) -> String {
    let Dataset { place, period, id, .. } = one.entry.dataset;
    let place = words.place(place);
    let label = match block {
        Block::Periods => period.clone(),
        Block::Places if one.indicator.figure().is_some() => format!("{number}. {place}"),
        Block::Places => place.into_owned(),
        Block::Others if period.is_empty() => format!("{place} ({id})"),
        Block::Others => format!("{place} · {period}"),
    };
    let label = if label.is_empty() { id.clone() } else { label };
    visible(&label).into_owned()
}

/// The difference of the figure of an indicator from that of the selected one.
fn value_difference(here: &Indicator, there: &Indicator, words: Words) -> Option<String> {
    let value = here.figure().zip(there.figure());
    let value = value.and_then(|(here, there)| here.checked_sub(there));
    value.map(|value| format_number::signed(value, words.numbers()))
}

/// The difference of an indicator from the selected one, in value and in percentage points of plan.
fn difference(here: &Indicator, there: &Indicator, words: Words) -> Option<String> {
    let value = value_difference(here, there, words);
    let percents = percent_of_plan(here).zip(percent_of_plan(there));
    let points = percents.and_then(|(here, there)| here.checked_sub(there)).map(|points| {
        let is_published = |i: &Indicator| i.plan.as_ref().and_then(Plan::percent).is_some();
        if is_published(here) && is_published(there) {
            format_number::signed(points, words.numbers())
        } else {
            let points = format_number::signed(derive::rounded_percent(points), words.numbers());
            words.about(&points, "")
        }
    });
    words.difference(value.as_deref(), points.as_deref())
}

/// A bar in eighths of a cell; a figure above 0 has at least one eighth.
fn bar(figure: Decimal, greatest: Decimal, cells: usize) -> String {
    let most = Decimal::from(cells * 8);
    let share = figure.checked_div(greatest).and_then(|share| share.checked_mul(most));
    let eighths = share.and_then(|eighths| eighths.round().to_usize()).unwrap_or(0);
    let eighths = if figure > Decimal::ZERO { eighths.max(1) } else { eighths };
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}
