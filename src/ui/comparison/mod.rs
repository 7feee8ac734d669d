//! The comparison: a table with fixed headings that scrolls both ways, or small multiples.

mod cell_sentence;
mod compared_cell;
mod compared_columns;
mod compared_table;
mod head_label;
mod multiples;
mod place_tiles;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::indicators::filter_parts;
use super::series;
use super::theme::status_marker;
use crate::app::{Comparison, Measure, Turn};
use crate::model::Status;
use crate::text::sanitize::visible;
use crate::text::truncate;
use compared_cell::{BEST, ESTIMATE, WORST};

/// The fewest lines inside of the border at which a legend is drawn.
const LEGEND_FROM: u16 = 12;
/// The fewest lines below a table in which a chart is drawn.
const CHART_FROM: u16 = 7;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(comparison) = canvas.app.comparison() else { return };
    let inner =
        canvas.pane(area, &title(canvas, comparison), &right_title(canvas, comparison), true);
    let below = below(canvas, comparison, inner);
    let height = u16::try_from(below.len()).unwrap_or(0).min(inner.height.saturating_sub(2));
    let upper = Rect { height: inner.height - height, ..inner };
    let lower = Rect { y: upper.bottom(), height, ..inner };
    // Text does not touch the border.
    let text = margin(inner.width);
    let lower = Rect { x: lower.x + text, width: lower.width - 2 * text, ..lower };
    for (place, line) in lower.rows().zip(&below) {
        canvas.line(place, line);
    }
    let view = match comparison.grid().turn() {
        Turn::SmallMultiples => multiples::render(canvas, upper, comparison, true),
        turn => {
            let (view, table) = compared_table::render(canvas, upper, comparison);
            let lines = upper.height.saturating_sub(table + 1);
            let free = Rect { y: upper.bottom() - lines, height: lines, ..upper };
            below_table(canvas, free, comparison, turn);
            view
        }
    };
    canvas.scrollbar(area, view.rows);
    canvas.frame.comparison = Some(view);
}

/// Draws what fits below a short table: of one indicator its small multiples, else the chart of the selected row, or its
/// places.
fn below_table(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison, turn: Turn) {
    if area.height < CHART_FROM {
        return;
    }
    match turn {
        Turn::PlacesByPeriod
            if comparison.measure() == Measure::Value && comparison.grid().columns().len() > 1 =>
        {
            multiples::render(canvas, area, comparison, false);
        }
        Turn::IndicatorsByPeriod => {
            let Some(entry) = canvas.app.selected_entry() else { return };
            let margin = margin(area.width) + 1;
            let area = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
            let size = (area.width.into(), area.height.into());
            let chart = series::chart_alone(canvas, &entry, size).unwrap_or_default();
            for (place, line) in area.rows().zip(&chart) {
                canvas.line(place, line);
            }
        }
        Turn::IndicatorsByPlace if comparison.measure() == Measure::Value => {
            let margin = margin(area.width) + 1;
            let area = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
            place_tiles::render(canvas, area, comparison);
        }
        _ => {}
    }
}

/// What is compared, of which place, period or indicator.
fn title(canvas: &Canvas<'_>, comparison: &Comparison) -> String {
    let words = canvas.words;
    let turn = comparison.grid().turn();
    let measure = words.measure(comparison.measure());
    let Some(entry) = canvas.app.selected_entry() else { return words.turn(turn).to_owned() };
    let shape = words.turn(turn);
    let subject = match turn {
        Turn::IndicatorsByPeriod => visible(&words.place(&entry.dataset.place)).into_owned(),
        Turn::IndicatorsByPlace => visible(&words.period_text(&entry.dataset.period)).into_owned(),
        Turn::PlacesByPeriod => visible(entry.name()).into_owned(),
        Turn::SmallMultiples => {
            // The scale is said first, as a long name may be cut.
            let scale = scale(canvas, comparison, entry.unit().unwrap_or_default());
            return format!("{shape} · {scale} · {}", visible(entry.name()));
        }
    };
    let parts = [subject.as_str(), shape, measure];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The scale that all small multiples share: "cùng thang 2,1–29,15 %".
fn scale(canvas: &Canvas<'_>, comparison: &Comparison, unit: &str) -> String {
    let words = canvas.words;
    let Some((low, high)) = multiples::scale(comparison) else { return String::new() };
    let (low, high) = (words.figure(low), words.figure(high));
    format!("{} {low}–{high} {}", words.one_scale(), visible(unit)).trim_end().to_owned()
}

/// The number of rows and columns, and what is left out.
fn right_title(canvas: &Canvas<'_>, comparison: &Comparison) -> String {
    let (grid, words) = (comparison.grid(), canvas.words);
    let mut parts = Vec::new();
    if !grid.turn().is_of_one_indicator() {
        parts = filter_parts(canvas);
    }
    if grid.is_cut() {
        parts.push(words.first_rows_only().to_owned());
    }
    if comparison.is_partial() {
        parts.push(words.current_ranks_only().to_owned());
    }
    parts.push(format!("{} × {}", grid.rows().len(), grid.columns().len()));
    parts.join(" · ")
}

/// The space between text and the borders left and right of it.
fn margin(width: u16) -> u16 {
    u16::from(width > 30)
}

/// What the signs in the cells mean; only of those that there may be.
fn legend(canvas: &Canvas<'_>, comparison: &Comparison) -> Vec<String> {
    let (words, figures) = (canvas.words, comparison.figures());
    let mut legend = Vec::new();
    if comparison.grid().turn() == Turn::SmallMultiples {
        return legend;
    }
    if figures.has_extremes() {
        legend.push(format!("{BEST} {}", words.best_of_row()));
        legend.push(format!("{WORST} {}", words.worst_of_row()));
    }
    legend.push(format!("{ESTIMATE} {}", words.estimate()));
    legend.push(format!("≈ {}", words.derived()));
    if figures.has_status() {
        let assessed = Status::ALL.into_iter().filter(|status| *status != Status::NotAssessed);
        legend.extend(
            assessed.map(|one| format!("{} {}", status_marker(one), words.status_short(one))),
        );
    }
    legend
}

/// The lines below the table: what its signs mean, and the selected cell in words.
fn below(canvas: &Canvas<'_>, comparison: &Comparison, inner: Rect) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let width = usize::from(inner.width - 2 * margin(inner.width));
    if inner.height >= LEGEND_FROM {
        let mut legend = legend(canvas, comparison);
        // What does not fit is left out rather than cut.
        while truncate::width(&legend.join("  ")) > width && legend.pop().is_some() {}
        lines.push(Line::styled(legend.join("  "), canvas.palette.dim));
    }
    let most = if inner.height >= LEGEND_FROM { 2 } else { 1 };
    let sentence = cell_sentence::text(canvas, comparison, most == 1);
    let mut wrapped = truncate::wrap(&sentence, width, most);
    // The table does not move with the length of the sentence.
    wrapped.resize(most, String::new());
    lines.extend(wrapped.into_iter().map(Line::raw));
    lines
}
