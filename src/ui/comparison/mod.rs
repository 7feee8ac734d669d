//! The comparison: a table with fixed headings that scrolls both ways, or small multiples.

mod cell_sentence;
mod compared_cell;
mod compared_columns;
mod compared_table;
mod head_label;
mod multiples;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::indicators::filter_parts;
use crate::app::{Comparison, Turn};
use crate::text::sanitize::visible;
use crate::text::truncate;
use compared_cell::{BEST, ESTIMATE, WORST};

/// The fewest lines inside of the border at which a legend is drawn.
const LEGEND_FROM: u16 = 12;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(comparison) = canvas.app.comparison() else { return };
    let inner =
        canvas.pane(area, &title(canvas, comparison), &right_title(canvas, comparison), true);
    let below = below(canvas, comparison, inner);
    let height = u16::try_from(below.len()).unwrap_or(0).min(inner.height.saturating_sub(2));
    let upper = Rect { height: inner.height - height, ..inner };
    let lower = Rect { y: upper.bottom(), height, ..inner };
    for (place, line) in lower.rows().zip(&below) {
        canvas.line(place, line);
    }
    let view = match comparison.grid().turn() {
        Turn::SmallMultiples => multiples::render(canvas, upper, comparison),
        _ => compared_table::render(canvas, upper, comparison),
    };
    canvas.scrollbar(area, view.rows);
    canvas.frame.comparison = Some(view);
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
        Turn::IndicatorsByPlace => visible(&entry.dataset.period).into_owned(),
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
    let Some((low, high)) = comparison.figures().scale() else { return String::new() };
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

/// The lines below the table: what its signs mean, and the selected cell in words.
fn below(canvas: &Canvas<'_>, comparison: &Comparison, inner: Rect) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if inner.height >= LEGEND_FROM && comparison.figures().has_extremes() {
        let words = canvas.words;
        let legend = format!(
            "{BEST} {}  {WORST} {}  {ESTIMATE} {}  ≈ {}",
            words.best_of_row(),
            words.worst_of_row(),
            words.estimate(),
            words.derived()
        );
        let legend = truncate::cut(&legend, inner.width.into()).into_owned();
        lines.push(Line::styled(legend, canvas.palette.dim));
    }
    let most = if inner.height >= LEGEND_FROM { 2 } else { 1 };
    let sentence = cell_sentence::text(canvas, comparison, most == 1);
    let mut wrapped = truncate::wrap(&sentence, inner.width.into(), most);
    // The table does not move with the length of the sentence.
    wrapped.resize(most, String::new());
    lines.extend(wrapped.into_iter().map(Line::raw));
    lines
}
