//! Small multiples: one indicator over time in each place, all on one scale, so that heights can be compared.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::head_label::label;
use crate::app::{Comparison, ComparisonView, List, Target};
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::{layout, viewport};

/// The widths between which a chart is, and the space between two.
const NARROWEST: usize = 20;
const WIDEST: usize = 40;
const GAP: usize = 2;
/// The most lines of bars, and the most columns of a period.
const HIGHEST: usize = 4;
const BROADEST: usize = 3;
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// How the charts are arranged.
#[derive(Debug, Clone, Copy)]
struct Arrangement {
    across: usize,
    width: usize,
    /// The lines of bars.
    bars: usize,
}

pub(super) fn render(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
) -> ComparisonView {
    let area = layout::left_of_scrollbar(area);
    let grid = comparison.grid();
    let count = grid.rows().len();
    let arrangement = arrange(comparison, area, count);
    let Arrangement { across, width, bars } = arrangement;
    let lines = count.div_ceil(across);
    let selected = comparison.rows();
    let list = List { selected: selected.selected / across, ..selected };
    let fitting = usize::from(area.height) / (bars + 1);
    let view = viewport::view(list, lines, fitting.max(1), |_| 1);
    for line in view.top..view.top + view.page {
        let y = area.y + u16::try_from((line - view.top) * (bars + 1)).unwrap_or(0);
        for at in line * across..((line + 1) * across).min(count) {
            let x = area.x + u16::try_from((at % across) * (width + GAP)).unwrap_or(0);
            let height = u16::try_from(bars + 1).unwrap_or(1);
            let tile = Rect { x, y, width: u16::try_from(width).unwrap_or(0), height };
            chart(canvas, tile.intersection(area), comparison, at);
        }
    }
    ComparisonView { rows: view, columns: Default::default(), across }
}

fn arrange(comparison: &Comparison, area: Rect, count: usize) -> Arrangement {
    let room = usize::from(area.width);
    let periods =
        comparison.grid().steps().and_then(|steps| steps.last().copied()).unwrap_or(0) + 1;
    let narrowest = periods.clamp(NARROWEST, WIDEST);
    let across = ((room + GAP) / (narrowest + GAP)).clamp(1, count.max(1));
    let width = ((room + GAP) / across).saturating_sub(GAP).clamp(1, WIDEST);
    let lines = count.div_ceil(across);
    let fits = |bars: &usize| lines * (bars + 1) <= area.height.into();
    let bars = (1..=HIGHEST).rev().find(fits).unwrap_or(1);
    Arrangement { across, width, bars }
}

/// Draws the name of a place with its latest result, and the bars below.
fn chart(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison, at: usize) {
    if area.is_empty() {
        return;
    }
    let row = comparison.row_order().line(at);
    let Some(head) = comparison.grid().rows().get(row).copied() else { return };
    let is_selected = comparison.rows().selected == at;
    let steps = comparison.grid().steps().unwrap_or_default();
    let columns = steps.last().map_or(0, |last| last + 1);
    let mut values: Vec<Option<Decimal>> = vec![None; columns];
    for (column, step) in steps.into_iter().enumerate() {
        values[step] = comparison.grid().cell(row, column).and_then(|cell| cell.value);
    }
    let latest = values.iter().rev().flatten().next();
    let latest = latest.map(|value| canvas.words.figure(*value)).unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(2 + truncate::width(&latest) + 1);
    let name = truncate::cut(&label(canvas, head), room).into_owned();
    let style =
        if is_selected { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
    let gap = " ".repeat((room + 1).saturating_sub(truncate::width(&name)));
    let line = Line::from(vec![
        Span::raw(if is_selected { "▸ " } else { "  " }),
        Span::styled(name, style),
        Span::raw(gap),
        Span::styled(latest, canvas.palette.dim),
    ]);
    canvas.line(area, &line);
    if is_selected {
        canvas.cursor(area.x, area.y);
    }
    canvas.target(area, Target::Compared(at, Some(0)));
    let Some(scale) = comparison.figures().scale() else { return };
    let broad = (usize::from(area.width).saturating_sub(2) / columns.max(1)).clamp(1, BROADEST);
    let lines = usize::from(area.height.saturating_sub(1));
    // If there are more periods than columns, the last ones are drawn.
    let first = columns.saturating_sub(usize::from(area.width).saturating_sub(2));
    for (from_top, place) in area.rows().skip(1).enumerate() {
        let level = lines - 1 - from_top;
        let bars = values.iter().skip(first).map(|value| {
            let bar = value.map_or(" ", |value| bar(value, scale, level, lines));
            // A thin gap separates the bars where there is room.
            let gap = if broad > 1 { " " } else { "" };
            format!("{}{gap}", bar.repeat((broad - 1).max(1)))
        });
        let text: String = bars.collect();
        canvas.line(place, &Line::styled(format!("  {text}"), canvas.palette.focus));
    }
}

/// The part of a bar on a level of `levels`, the lowest being 0; the least result is one eighth high.
fn bar(
    value: Decimal,
    (low, high): (Decimal, Decimal),
    level: usize,
    levels: usize,
) -> &'static str {
    let share = || {
        let above = value.checked_sub(low)?.checked_div(high.checked_sub(low)?)?;
        above.checked_mul(Decimal::from(levels * 8 - 1))?.round().to_usize()
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
            let scale = (Decimal::from(10), Decimal::from(20));
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
