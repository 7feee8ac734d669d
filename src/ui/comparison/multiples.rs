//! Small multiples: one indicator over time in each place, all on one scale, so that heights can be compared.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::compared_cell::ESTIMATE;
use super::head_label::{self, label};
use crate::app::{Comparison, ComparisonView, Head, List, Measure, Target};
use crate::model::ValueRange;
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::{layout, viewport};

/// The widths between which a chart is, and the space between two.
const NARROWEST: usize = 20;
const WIDEST: usize = 60;
const GAP: usize = 2;
/// The most lines of bars, and the most columns of a period.
const HIGHEST: usize = 20;
const BROADEST: usize = 6;
/// The fewest lines of bars with the periods named below them.
const AXIS_FROM: usize = 2;
/// The top of a bar that would be higher than the scale: that of a total.
pub(super) const ABOVE: &str = "↑";
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// How the charts are arranged.
#[derive(Debug, Clone, Copy)]
struct Arrangement {
    across: usize,
    width: usize,
    /// The lines of bars.
    bars: usize,
    /// The lines of a chart: its name, the bars, and if there is room the periods and a space.
    lines: usize,
    /// The lines of the space, which the last charts need not have.
    space: usize,
}

/// The scale of all charts: that of the places that are parts of another. Bars begin at zero, so that their lengths are
/// to each other as their results are; only results below zero have a scale from the least of them.
pub(super) fn scale(comparison: &Comparison) -> Option<ValueRange> {
    comparison.grid().scale().map(ValueRange::from_zero)
}

/// The scale that all small multiples share: "cùng thang 2,1–29,15 %".
pub(super) fn scale_text(canvas: &Canvas<'_>, comparison: &Comparison, unit: &str) -> String {
    let words = canvas.words;
    let Some(ValueRange { low, high }) = scale(comparison) else { return String::new() };
    let has_above = comparison.grid().is_above_scale();
    let (low, high) = (words.figure(low), words.figure(high));
    let scale = format!("{} {low}–{high} {}", words.one_scale(), visible(unit));
    let above = has_above.then(|| format!(" ({ABOVE} {})", words.above_scale()));
    format!("{}{}", scale.trim_end(), above.unwrap_or_default())
}

/// How many charts are in view at a time in an area.
pub(super) fn in_view(canvas: &Canvas<'_>, comparison: &Comparison, area: Rect) -> usize {
    let count = comparison.grid().rows().len();
    let area = layout::left_of_scrollbar(area);
    let arrangement = arrange(canvas, comparison, area, count);
    (arrangement.fitting(area) * arrangement.across).min(count)
}

/// Draws the charts; `alone` says whether they are all there is: below a table, the selection is in the table.
pub(super) fn render(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    alone: bool,
) -> ComparisonView {
    let mut area = layout::left_of_scrollbar(area);
    let count = comparison.grid().rows().len();
    if !alone && area.height > 1 {
        let shown = in_view(canvas, comparison, Rect { height: area.height - 1, ..area });
        let text = format!("  {}", note(canvas, comparison, shown, count));
        let text = truncate::cut(&text, area.width.into()).into_owned();
        canvas.line(area, &Line::styled(text, canvas.palette.dim));
        area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    let arrangement = arrange(canvas, comparison, area, count);
    let Arrangement { across, width, bars, lines: tall, .. } = arrangement;
    let lines = count.div_ceil(across);
    let selected = comparison.rows();
    let list = List { selected: selected.selected / across, ..selected };
    let view = viewport::view(list, lines, arrangement.fitting(area), |_| 1);
    for line in view.top..view.top + view.page {
        let y = area.y + u16::try_from((line - view.top) * tall).unwrap_or(0);
        for at in line * across..((line + 1) * across).min(count) {
            let x = area.x + u16::try_from((at % across) * (width + GAP)).unwrap_or(0);
            let height = u16::try_from(tall).unwrap_or(1);
            let tile = Rect { x, y, width: u16::try_from(width).unwrap_or(0), height };
            let chart = PlaceChart { at, bars, across, alone };
            chart.draw(canvas, tile.intersection(area), comparison);
        }
    }
    ComparisonView { rows: view, columns: Default::default(), across }
}

/// What is below a table: the scale that all charts share, and how many of them are in view if not all are.
fn note(canvas: &Canvas<'_>, comparison: &Comparison, shown: usize, all: usize) -> String {
    let unit = canvas.app.selected_entry().and_then(|entry| entry.unit().map(str::to_owned));
    let scale = scale_text(canvas, comparison, &unit.unwrap_or_default());
    let more = (shown < all).then(|| canvas.words.scroll_for_more(shown, all));
    // The table above may be about another measure.
    let value = canvas.words.measure(Measure::Value);
    let value = (comparison.measure() != Measure::Value).then(|| value.to_owned());
    [value, Some(scale), more].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The arrangement that shows most of the charts, of those one that cuts no name, and of those the one that draws most.
fn arrange(canvas: &Canvas<'_>, comparison: &Comparison, area: Rect, count: usize) -> Arrangement {
    let wanted = widest_heading(canvas, comparison);
    let periods =
        comparison.grid().steps().and_then(|steps| steps.last().copied()).unwrap_or(0) + 1;
    let narrowest = periods.clamp(NARROWEST, WIDEST);
    let most = ((usize::from(area.width) + GAP) / (narrowest + GAP)).clamp(1, count.max(1));
    let of = |across| Arrangement::of(area, count, periods, across);
    let drawn = |one: &Arrangement| {
        let in_view = (one.fitting(area) * one.across).min(count);
        (in_view, one.width >= wanted, one.bars * one.width.min(periods * BROADEST))
    };
    // The first of equal ones is the widest line.
    let others = (1..most).rev().map(of);
    others.fold(of(most), |best, one| if drawn(&one) > drawn(&best) { one } else { best })
}

/// The columns of the widest name with a figure after it.
fn widest_heading(canvas: &Canvas<'_>, comparison: &Comparison) -> usize {
    let figure = comparison.grid().scale().map_or(0, |scale| {
        [scale.low, scale.high].map(|end| truncate::width(&canvas.words.figure(end)))[1]
    });
    // The marker of the selection, the name, a space, and the sign of an estimate.
    2 + comparison.grid().widths().name + 1 + figure + 1
}

impl Arrangement {
    fn of(area: Rect, count: usize, periods: usize, across: usize) -> Self {
        let room = usize::from(area.width);
        let widest = WIDEST.max(periods);
        let width = ((room + GAP) / across).saturating_sub(GAP).clamp(1, widest);
        let lines = count.div_ceil(across);
        let axis = |bars: usize| usize::from(bars >= AXIS_FROM);
        // A line of space below the periods, where there are several lines of charts.
        let space = |bars: usize| axis(bars) * usize::from(lines > 1);
        let tall = |bars: usize| 1 + bars + axis(bars) + space(bars);
        let fits = |bars: &usize| lines * tall(*bars) - space(*bars) <= area.height.into();
        let bars = (1..=HIGHEST).rev().find(fits).unwrap_or(1);
        Self { across, width, bars, lines: tall(bars), space: space(bars) }
    }

    /// The number of lines of charts that an area has room for.
    fn fitting(&self, area: Rect) -> usize {
        ((usize::from(area.height) + self.space) / self.lines).max(1)
    }
}

/// The chart of a place: its position in the order of rows, the lines of its bars, and how many charts are next to each
/// other; `alone` if there is no table above.
struct PlaceChart {
    at: usize,
    bars: usize,
    across: usize,
    alone: bool,
}

impl PlaceChart {
    /// Draws the name of the place with its latest result, and the bars below.
    fn draw(self, canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison) {
        let Self { at, bars, across, alone } = self;
        let row = comparison.row_order().line(at);
        let Some(head) = comparison.grid().rows().get(row).copied() else { return };
        if area.is_empty() {
            return;
        }
        let is_selected = comparison.rows().selected == at;
        let selection = match (is_selected, alone) {
            (false, _) => Selection::None,
            (true, true) => Selection::Here,
            (true, false) => Selection::InTable,
        };
        let values = values_by_step(comparison, row);
        let line = heading(
            canvas,
            area.width.into(),
            head,
            &values,
            earlier_period(comparison, row),
            selection,
        );
        canvas.line(area, &line);
        if selection == Selection::Here {
            canvas.cursor(area.x, area.y);
        }
        let of_table = Target::PlaceChart { at, across };
        canvas.target(area, if alone { Target::Compared(at, Some(0)) } else { of_table });
        draw_bars(canvas, area, comparison, &values, bars, is_selected);
    }
}

/// Whether a chart shows the selected place, and where the selection is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Selection {
    None,
    /// In the chart.
    Here,
    /// In the table above.
    InTable,
}

/// A level of the cells of bars, the lowest being 0, and how many there are.
#[derive(Debug, Clone, Copy)]
struct Level {
    at: usize,
    of: usize,
}

/// A result of a place.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Value {
    value: Decimal,
    estimate: bool,
}

/// The values of a place by the steps of time: none where a period is missing.
fn values_by_step(comparison: &Comparison, row: usize) -> Vec<Option<Value>> {
    let steps = comparison.grid().steps().unwrap_or_default();
    let mut values = vec![None; steps.last().map_or(0, |last| last + 1)];
    for (column, step) in steps.into_iter().enumerate() {
        let cell = comparison.grid().cell(row, column);
        values[step] =
            cell.and_then(|cell| Some(Value { value: cell.value?, estimate: cell.estimate }));
    }
    values
}

/// The period of the latest result of a place, if others have results of later ones.
fn earlier_period(comparison: &Comparison, row: usize) -> Option<Head> {
    let grid = comparison.grid();
    let has_value =
        |column: &usize| grid.cell(row, *column).is_some_and(|cell| cell.value.is_some());
    let latest = (0..grid.columns().len()).rev().find(has_value)?;
    grid.columns().get(latest).copied().filter(|_| latest + 1 < grid.columns().len())
}

/// The name of a place with its latest result, marked if it is an estimate, and with its `period` if that is not the
/// last one.
fn heading(
    canvas: &Canvas<'_>,
    width: usize,
    head: Head,
    values: &[Option<Value>],
    period: Option<Head>,
    selection: Selection,
) -> Line<'static> {
    let latest = values.iter().rev().flatten().next();
    let label = label(canvas, head);
    let period = period.map(|head| format!(" ({})", self::label(canvas, head)));
    let latest = latest.map_or_else(String::new, |latest| {
        let figure = canvas.words.figure(latest.value) + &period.unwrap_or_default();
        let in_words = format!("{} {figure}", canvas.words.estimate());
        let has_room = 2 + truncate::width(&label) + 1 + truncate::width(&in_words) <= width;
        match latest.estimate {
            true if has_room => in_words,
            true => format!("{ESTIMATE}{figure}"),
            false => figure,
        }
    });
    let room = width.saturating_sub(2 + truncate::width(&latest) + 1);
    let name = truncate::cut(&label, room).into_owned();
    let style = match selection {
        Selection::None => Style::new(),
        Selection::Here => Style::new().add_modifier(Modifier::REVERSED),
        Selection::InTable => Style::new().add_modifier(Modifier::BOLD),
    };
    let gap = " ".repeat((room + 1).saturating_sub(truncate::width(&name)));
    Line::from(vec![
        Span::raw(if selection == Selection::Here { "▸ " } else { "  " }),
        Span::styled(name, style),
        Span::raw(gap),
        Span::styled(latest, canvas.palette.dim),
    ])
}

/// Draws the bars below the name, `lines` high, and their axis where there is room.
fn draw_bars(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    values: &[Option<Value>],
    lines: usize,
    is_selected: bool,
) {
    let Some(scale) = scale(comparison) else { return };
    let (columns, width) = (values.len(), usize::from(area.width).saturating_sub(2));
    let broad = (width / columns.max(1)).clamp(1, BROADEST);
    // If there are more periods than columns, the last ones are drawn.
    let first = columns.saturating_sub(width);
    for (from_top, place) in area.rows().skip(1).take(lines).enumerate() {
        let level = lines - 1 - from_top;
        let bars = values.iter().skip(first);
        let text: String = bars
            .map(|value| bar_cells(*value, scale, Level { at: level, of: lines }, broad))
            .collect();
        let style = if is_selected { canvas.palette.focus } else { canvas.palette.dim };
        canvas.line(place, &Line::styled(format!("  {text}"), style));
    }
    if let Some(place) = area.rows().nth(1 + lines).filter(|_| lines >= AXIS_FROM) {
        let text = ends(canvas, comparison, (columns - first) * broad);
        canvas.line(place, &Line::styled(format!("  {text}"), canvas.palette.dim));
    }
}

/// The cells of a bar on a level of `levels`, `broad` columns with the thin gap after it. An
/// estimate has its sign above the bar, or where that has the full height in its last cell.
fn bar_cells(
    value: Option<Value>,
    scale: ValueRange,
    Level { at: level, of: levels }: Level,
    broad: usize,
) -> String {
    let gap = if broad > 1 { " " } else { "" };
    let cells = (broad - 1).max(1);
    let Some(value) = value else { return " ".repeat(cells + gap.len()) };
    if value.value > scale.high && level + 1 == levels {
        return format!("{}{gap}", ABOVE.repeat(cells));
    }
    let own = bar(value.value, scale, level, levels);
    let is_top = |level: usize| bar(value.value, scale, level, levels) == EIGHTHS[0];
    let is_above = is_top(level) && !level.checked_sub(1).is_some_and(is_top);
    let is_full = level + 1 == levels && !is_top(level);
    match value.estimate && (is_above || is_full) {
        true if is_above => format!("{}{gap}", truncate::pad(ESTIMATE, cells)),
        true if cells > 1 => format!("{}{ESTIMATE}{gap}", own.repeat(cells - 1)),
        true if levels > 1 => format!("{ESTIMATE}{gap}"),
        // A line of bars keeps their heights.
        _ => format!("{}{gap}", own.repeat(cells)),
    }
}

/// The first and the last period below bars of `width` columns; the last one only if both have no room.
fn ends(canvas: &Canvas<'_>, comparison: &Comparison, width: usize) -> String {
    let heads = comparison.grid().columns();
    let year = head_label::only_year(comparison);
    let text = |head: Option<&Head>| {
        head.map(|head| head_label::heading(canvas, comparison, *head, year)).unwrap_or_default()
    };
    let (first, last) = (text(heads.first()), text(heads.last()));
    let room = width.saturating_sub(truncate::width(&last));
    if truncate::width(&first) < room {
        format!("{}{last}", truncate::pad(&first, room))
    } else {
        truncate::pad_left(&last, width)
    }
}

/// The part of a bar on a level of `levels`, the lowest being 0; the least value of the scale is one eighth high, so
/// that it differs from a missing one.
fn bar(value: Decimal, scale: ValueRange, level: usize, levels: usize) -> &'static str {
    let share = || {
        let share = scale.share(value)?;
        share.checked_mul(Decimal::from(levels * 8 - 1))?.round().to_usize()
    };
    let eighths = 1 + share().unwrap_or(levels * 4);
    EIGHTHS[eighths.saturating_sub(level * 8).min(8)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_rise_from_one_eighth_to_the_full_height() {
        let column = |value: i64, levels: usize| -> String {
            let scale = ValueRange { low: Decimal::from(10), high: Decimal::from(20) };
            let bars =
                (0..levels).rev().map(|level| bar(Decimal::from(value), scale, level, levels));
            bars.collect()
        };
        assert_eq!(column(10, 2), " ▁");
        assert_eq!(column(15, 2), "▁█");
        assert_eq!(column(20, 2), "██");
        assert_eq!(column(20, 1), "█");
    }
}
