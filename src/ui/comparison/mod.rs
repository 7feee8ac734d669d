//! The comparison: a table with fixed headings that scrolls both ways, or small multiples.

mod cell_sentence;
mod compared_cell;
mod compared_columns;
mod compared_table;
mod head_label;
mod multiples;
mod place_tiles;

use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::list_title::filter_parts;
use super::room::Room;
use super::series;
use super::theme::status_marker;
use crate::app::{Action, Comparison, Target, Turn};
use crate::model::{Entry, Period, Status};
use crate::text::sanitize::visible;
use crate::text::truncate;
pub(super) use compared_cell::{BEST, ESTIMATE, WORST};

/// The fewest lines inside of the border at which a legend is drawn.
const LEGEND_FROM: u16 = 12;
/// What is between two signs of the legend.
const GAP: &str = "  ";
/// The fewest lines below a table in which a chart is drawn.
const CHART_FROM: u16 = 7;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(comparison) = canvas.app.comparison() else { return };
    let inner = area.inner(Margin::new(1, 1));
    let below = below(canvas, comparison, inner);
    let height = u16::try_from(below.len()).unwrap_or(0).min(inner.height.saturating_sub(2));
    let upper = Rect { height: inner.height - height, ..inner };
    let (mut left, mut right) = (title(canvas, comparison), right_title(canvas, comparison));
    if let Some(more) = more_charts(canvas, comparison, upper) {
        // Said first, as a long name may be cut.
        let room = usize::from(area.width).saturating_sub(truncate::width(&more) + 8);
        left = truncate::cut(&left, room).into_owned();
        right = more;
    }
    canvas.pane(area, &left, &right, true);
    if canvas.app.can(&Action::Turn) {
        let width = u16::try_from(truncate::width(&left)).unwrap_or(u16::MAX);
        let title = Rect { x: area.x + 2, width, height: 1, ..area };
        canvas.target(title.intersection(area), Target::Hint(Action::Turn));
    }
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
        Turn::PlacesByPeriod if comparison.grid().columns().len() > 1 => {
            multiples::render(canvas, area, comparison, false);
        }
        Turn::IndicatorsByPeriod => {
            let Some(entry) = canvas.app.selected_entry() else { return };
            let margin = margin(area.width) + 1;
            let area = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
            chart_below(canvas, area, &entry);
        }
        Turn::IndicatorsByPlace => {
            let margin = margin(area.width) + 1;
            let area = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
            let used = place_tiles::render(canvas, area, comparison);
            // The series of the selected place, where there is still room.
            let free = area.height.saturating_sub(used + 1);
            let entry = canvas.app.selected_entry().filter(|_| free >= CHART_FROM);
            if let Some(entry) = entry {
                let area = Rect { y: area.bottom() - free, height: free, ..area };
                chart_below(canvas, area, &entry);
            }
        }
        _ => {}
    }
}

/// Draws the chart of an indicator, with the table of its periods where there is room.
fn chart_below(canvas: &mut Canvas<'_>, area: Rect, entry: &Entry<'_>) {
    let chart = series::chart_alone(
        canvas,
        entry,
        Room { width: area.width.into(), height: area.height.into() },
    );
    for (place, line) in area.rows().zip(&chart.unwrap_or_default()) {
        canvas.target_line(place, line);
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
            let scale = multiples::scale_text(canvas, comparison, entry.unit().unwrap_or_default());
            let year =
                head_label::only_year(comparison).map(|year| words.period(Period::year(year)));
            let shape = [Some(shape.to_owned()), year].into_iter().flatten();
            let shape = shape.collect::<Vec<_>>().join(" · ");
            return format!("{shape} · {scale} · {}", visible(entry.name()));
        }
    };
    let year = head_label::only_year(comparison).map(|year| words.period(Period::year(year)));
    let parts = [subject.as_str(), year.as_deref().unwrap_or_default(), shape, measure];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How many of the small multiples are in view, if not all are.
fn more_charts(canvas: &Canvas<'_>, comparison: &Comparison, area: Rect) -> Option<String> {
    let all = comparison.grid().rows().len();
    let are_alone = comparison.grid().turn() == Turn::SmallMultiples;
    let shown = are_alone.then(|| multiples::in_view(comparison, area))?;
    (shown < all).then(|| canvas.words.scroll_for_more(shown, all))
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
        if !figures.has_status() && canvas.palette.shade(0) != Style::new() {
            legend.push(words.shade_note().to_owned());
        }
    }
    if comparison.grid().has_estimate() {
        legend.push(format!("{ESTIMATE} {}", words.estimate()));
    }
    legend.push(format!("≈ {}", words.derived()));
    if figures.has_status() {
        let is_there = |status: &Status| comparison.grid().has(*status);
        let assessed = Status::ALL.into_iter().filter(|status| *status != Status::NotAssessed);
        let assessed = assessed.filter(is_there);
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
        // Wrapped where it is long: a sign without a meaning says nothing.
        let mut text = String::new();
        for sign in legend(canvas, comparison) {
            let own = truncate::width(&text);
            if !text.is_empty() && own + GAP.len() + truncate::width(&sign) > width {
                lines.push(Line::styled(std::mem::take(&mut text), canvas.palette.dim));
            }
            text = if text.is_empty() { sign } else { format!("{text}{GAP}{sign}") };
        }
        lines.push(Line::styled(text, canvas.palette.dim));
    }
    let most = if inner.height >= LEGEND_FROM { 2 } else { 1 };
    let sentence = cell_sentence::text(canvas, comparison, most == 1);
    let mut wrapped = truncate::wrap(&sentence, width, most);
    // The table does not move with the length of the sentence.
    wrapped.resize(most, String::new());
    lines.extend(wrapped.into_iter().map(Line::raw));
    lines
}
