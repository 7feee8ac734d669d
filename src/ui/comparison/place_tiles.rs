//! Below a table of indicators by places: the selected indicator in each place, with its series or a bar, on one scale.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::compared_cell::ESTIMATE;
use super::head_label::label;
use super::multiples::ABOVE;
use crate::app::{Comparison, List, Measure, Target, main_group};
use crate::model::{Period, ValueRange};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::name_with_whole::name_with_whole;
use crate::ui::room::Room;
use crate::ui::{sparkline, viewport};

/// The most places whose series are looked up in a frame.
const MOST: usize = 500;
/// The most columns of a name, and the fewest and the most of what is drawn.
const NAME: usize = 20;
/// The most columns of a usual figure.
const USUAL_FIGURE: usize = 12;
const NARROWEST: usize = 8;
const WIDEST: usize = 30;
const GAP: usize = 3;
/// The most columns of a period.
const BROADEST: usize = 3;

/// A place: its name, its result, and its results over time.
struct Tile {
    name: String,
    figure: String,
    value: Option<Decimal>,
    /// Whether it is on the scale of the others: a total of them is not.
    is_part: bool,
    series: Vec<Result>,
}

/// A result of a place in a period.
#[derive(Debug, Clone, Copy)]
struct Result {
    period: Period,
    value: Decimal,
    estimate: bool,
}

/// What all places have in common.
struct Common {
    /// The periods of all series, in order; less than two draw bars.
    periods: Vec<Period>,
    scale: ValueRange,
    /// Whether a total is above the scale.
    has_above: bool,
    /// The columns of a name, a figure and what is drawn.
    widths: [usize; 3],
    across: usize,
}

/// Draws the places in the order of the columns; nothing if there are too many, or too little room. Returns the lines
/// that they take.
pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison) -> u16 {
    let tiles = tiles(canvas, comparison);
    let room = Room { width: area.width.into(), height: area.height.saturating_sub(1).into() };
    // Of all data: the places do not move from one indicator to the next.
    let usual = canvas.app.catalog().figure_width.plain.min(USUAL_FIGURE);
    let fits = |common: &Common| tiles.len().div_ceil(common.across) <= room.height;
    let common = Common::of(&tiles, room, usual).filter(fits);
    let Some(common) = common.or_else(|| Common::of(&tiles, room, 0)) else { return 0 };
    let (selected, across) = (comparison.columns().selected, common.across);
    let list = List { selected: selected / across, ..List::default() };
    let lines = tiles.len().div_ceil(across);
    let view = viewport::view(list, lines, room.height, |_| 1);
    let shown = (view.page * across).min(tiles.len() - (view.top * across).min(tiles.len()));
    // The table above may be about another measure.
    let measure = comparison.measure();
    let value = (measure != Measure::Value).then(|| canvas.words.measure(Measure::Value));
    let value = value.map(|value| format!("{value} · ")).unwrap_or_default();
    let width = area.width.saturating_sub(u16::try_from(truncate::width(&value)).unwrap_or(0));
    let text = format!("{value}{}", heading(canvas, &common, shown, tiles.len(), width));
    canvas.line(area, &Line::styled(text, canvas.palette.dim));
    canvas.target(area, Target::PlaceTile { at: selected, across });
    let width = common.widths.iter().sum::<usize>() + 2 + GAP;
    for (line, place) in (view.top..view.top + view.page).zip(area.rows().skip(1)) {
        let first = line * common.across;
        for (at, tile) in tiles.iter().enumerate().skip(first).take(common.across) {
            let x = place.x + u16::try_from((at - first) * width).unwrap_or(u16::MAX);
            let place = Rect { x, width: u16::try_from(width).unwrap_or(0), ..place };
            let place = place.intersection(area);
            canvas.line(place, &tile.line(canvas, &common, at == selected));
            canvas.target(place, Target::PlaceTile { at, across });
        }
    }
    1 + u16::try_from(view.page).unwrap_or(area.height)
}

fn tiles(canvas: &Canvas<'_>, comparison: &Comparison) -> Vec<Tile> {
    let grid = comparison.grid();
    let (row, _) = comparison.selection();
    let count = grid.columns().len();
    let group = main_group(grid.columns());
    let tile = |at: usize| {
        let column = comparison.column_order().line(at);
        let head = grid.columns().get(column).copied();
        let cell = grid.cell(row, column);
        let value = cell.and_then(|cell| cell.value);
        let series = cell.map(|cell| canvas.app.catalog().series(cell.indicator as usize));
        let points = series.iter().flat_map(|series| series.points());
        Tile {
            name: head.map(|head| label(canvas, head)).unwrap_or_default(),
            figure: value.map_or_else(
                || canvas.words.no_figure().to_owned(),
                |value| {
                    let sign = if cell.is_some_and(|cell| cell.estimate) { ESTIMATE } else { "" };
                    format!("{sign}{}", canvas.words.figure(value))
                },
            ),
            value,
            is_part: head.is_none_or(|head| head.group() == group),
            series: points
                .filter_map(|point| {
                    let (period, estimate) = (point.period, point.estimate);
                    Some(Result { period, value: point.value?, estimate })
                })
                .collect(),
        }
    };
    if count > MOST { Vec::new() } else { (0..count).map(tile).collect() }
}

/// The indicator, its scale, and how many of all places are in view, if not all are.
fn heading(canvas: &Canvas<'_>, common: &Common, shown: usize, all: usize, width: u16) -> String {
    let words = canvas.words;
    let Some(entry) = canvas.app.selected_entry() else { return String::new() };
    let unit = entry.unit().map(|unit| format!(" {}", visible(unit))).unwrap_or_default();
    let [low, high] = [common.scale.low, common.scale.high].map(|end| words.figure(end));
    let above = common.has_above.then(|| format!(" ({ABOVE} {})", words.above_scale()));
    let above = above.unwrap_or_default();
    let scale = format!("{} {low}–{high}{unit}{above}", words.one_scale());
    let more = if shown < all {
        format!(" · {}", words.scroll_for_more(shown, all))
    } else {
        String::new()
    };
    let name = name_with_whole(&entry);
    let room =
        usize::from(width).saturating_sub(truncate::width(&scale) + truncate::width(&more) + 3);
    // The name is in the table as well.
    let text = format!("{} · {scale}{more}", truncate::cut(&name, room));
    truncate::cut(&text, width.into()).into_owned()
}

impl Common {
    /// `None` if there is no result, or not all places fit.
    fn of(tiles: &[Tile], Room { width, height }: Room, usual: usize) -> Option<Self> {
        let periods: BTreeSet<Period> =
            tiles.iter().flat_map(|tile| tile.series.iter().map(|one| one.period)).collect();
        let periods: Vec<Period> = periods.into_iter().collect();
        let has_series = periods.len() > 1;
        let results = |tile: &Tile| -> Vec<Decimal> {
            match has_series {
                _ if !tile.is_part => Vec::new(),
                true => tile.series.iter().map(|one| one.value).collect(),
                false => tile.value.into_iter().collect(),
            }
        };
        let range = ValueRange::of(tiles.iter().flat_map(results))?;
        // Bars begin at zero, so that their lengths are to each other as their results are.
        let scale = range.from_zero();
        let widest = |text: fn(&Tile) -> &str| {
            tiles.iter().map(|tile| truncate::width(text(tile))).max().unwrap_or(0)
        };
        let name = widest(|tile| &tile.name).min(NAME);
        let figure = widest(|tile| &tile.figure).max(usual);
        let fewest = if has_series { periods.len().min(WIDEST) } else { NARROWEST };
        let text = name + figure + 2;
        let most = (width + GAP) / (text + fewest + GAP);
        // As many as need not draw less than in a line of their own: the lines are for what is below.
        let drawn = if has_series { (periods.len() * BROADEST).min(WIDEST) } else { WIDEST };
        let at_ease = ((width + GAP) / (text + drawn + GAP)).min(tiles.len());
        let across = tiles.len().div_ceil(height.max(1)).max(at_ease).clamp(1, most.max(1));
        let drawn = ((width + GAP) / across).checked_sub(text + GAP)?.min(WIDEST);
        (most > 0 && height > 0).then_some(Self {
            has_above: tiles.iter().any(|tile| {
                let results = tile.series.iter().map(|one| one.value).chain(tile.value);
                !tile.is_part && results.into_iter().any(|value| value > scale.high)
            }),
            periods,
            scale,
            widths: [name, figure, drawn],
            across,
        })
    }

    /// The results of a place over time, or a bar up to its result.
    fn drawn(&self, tile: &Tile) -> String {
        let columns = self.widths[2];
        if self.periods.len() < 2 {
            let value = tile.value;
            if value.is_some_and(|value| value > self.scale.high) {
                return format!("{}{ABOVE}", "▇".repeat(columns.saturating_sub(1)));
            }
            let share = value.and_then(|value| self.scale.share(value));
            let cells = share.and_then(|share| share.checked_mul(Decimal::from(columns)));
            let cells = cells.and_then(|cells| cells.round().to_usize()).unwrap_or(0);
            return "▇".repeat(cells.min(columns));
        }
        let scale = self.scale;
        let broad = (columns / self.periods.len()).clamp(1, BROADEST);
        let first = self.periods.len().saturating_sub(columns);
        let bars = self.periods[first..].iter().map(|period| {
            let own = tile.series.iter().find(|own| own.period == *period);
            // A total may be above the scale of its parts.
            let bar = own.map_or(" ", |own| match own.value > scale.high {
                true => ABOVE,
                false => sparkline::bar(own.value, scale),
            });
            // A thin gap separates the bars where there is room; it has the sign of an estimate.
            let gap = if own.is_some_and(|own| own.estimate) { ESTIMATE } else { " " };
            format!("{}{}", bar.repeat((broad - 1).max(1)), if broad > 1 { gap } else { "" })
        });
        bars.collect()
    }
}

impl Tile {
    fn line(&self, canvas: &Canvas<'_>, common: &Common, is_selected: bool) -> Line<'static> {
        let [name, figure, _] = common.widths;
        let (text, drawn) = if is_selected {
            (Style::new().add_modifier(Modifier::BOLD), canvas.palette.focus)
        } else {
            // One style: each change of it costs bytes in each of many places.
            (Style::new(), Style::new())
        };
        let shown = truncate::pad(&truncate::cut(&self.name, name), name);
        Line::from(vec![
            Span::styled(format!("{shown} {} ", truncate::pad_left(&self.figure, figure)), text),
            Span::styled(common.drawn(self), drawn),
        ])
    }
}
