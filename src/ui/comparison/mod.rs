//! The comparison: a table with fixed headings that scrolls both ways, or small multiples.

mod below_table;
mod cell_sentence;
mod compared_cell;
mod compared_columns;
mod compared_table;
mod compared_unit;
mod head_label;
mod legend;
mod multiples;
mod place_tiles;
mod row_heading;
mod row_picture;
mod table_margin;

use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;

use self::table_margin::margin;
use super::canvas::Canvas;
use super::list_title::filter_parts;
use super::name_with_whole::name_with_whole;
use crate::app::{Action, Comparison, Target, Turn};
use crate::model::Period;
use crate::text::sanitize::visible;
use crate::text::truncate;
use legend::LegendItem;

/// The columns of a pane besides both of its titles.
const AROUND: usize = 7;
/// The fewest lines inside of the border at which a legend is drawn.
const LEGEND_FROM: u16 = 12;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let Some(comparison) = canvas.app.comparison() else { return };
    let inner = area.inner(Margin::new(1, 1));
    let below = Below::of(canvas, comparison, inner);
    let height = u16::try_from(below.height()).unwrap_or(0).min(inner.height.saturating_sub(2));
    let upper = Rect { height: inner.height - height, ..inner };
    let right_title = right_title(canvas, comparison);
    let room = usize::from(area.width).saturating_sub(truncate::width(&right_title) + AROUND);
    let (mut left, mut right) = (title(canvas, comparison, room), right_title);
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
    let view = match comparison.grid().turn() {
        Turn::SmallMultiples => multiples::render(canvas, upper, comparison, true),
        _ => {
            let (view, table) = compared_table::render(canvas, upper, comparison);
            let lines = upper.height.saturating_sub(table + 1);
            let free = Rect { y: upper.bottom() - lines, height: lines, ..upper };
            below_table::render(canvas, free, comparison);
            view
        }
    };
    below.draw(canvas, lower, upper);
    canvas.scrollbar(area, view.rows);
    canvas.frame.comparison = Some(view);
}

/// What is compared, of which place, period or indicator.
fn title(canvas: &Canvas<'_>, comparison: &Comparison, room: usize) -> String {
    let words = canvas.words;
    let turn = comparison.grid().turn();
    let measure = words.measure(comparison.measure());
    let Some(entry) = canvas.app.selected_entry() else { return words.turn(turn).to_owned() };
    let shape = words.turn(turn);
    let subject = match turn {
        Turn::IndicatorsByPeriod => visible(&words.place(&entry.dataset.place)).into_owned(),
        Turn::IndicatorsByPlace | Turn::PlacesByIndicator => {
            visible(&words.period_text(&entry.dataset.period)).into_owned()
        }
        Turn::PlacesByPeriod => name_with_whole(&entry),
        Turn::SmallMultiples => {
            // The scale is said first, as a long name may be cut.
            let scale = multiples::scale_text(canvas, comparison, entry.unit().unwrap_or_default());
            let year =
                head_label::only_year(comparison).map(|year| words.period(Period::year(year)));
            let shape = [Some(shape.to_owned()), year].into_iter().flatten();
            let shape = shape.collect::<Vec<_>>().join(" · ");
            return format!("{shape} · {scale} · {}", name_with_whole(&entry));
        }
    };
    let year = head_label::only_year(comparison).map(|year| words.period(Period::year(year)));
    let parts = [subject.as_str(), year.as_deref().unwrap_or_default(), shape, measure];
    let joined = |parts: &[&str]| {
        let parts = parts.iter().copied().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    let title = joined(&parts);
    // The table does not say what its figures are.
    match truncate::width(&title) <= room {
        true => title,
        false => joined(&[measure, parts[0], parts[1], shape]),
    }
}

/// How many of the small multiples are in view, if not all are.
fn more_charts(canvas: &Canvas<'_>, comparison: &Comparison, area: Rect) -> Option<String> {
    let all = comparison.grid().rows().len();
    let are_alone = comparison.grid().turn() == Turn::SmallMultiples;
    let shown = are_alone.then(|| multiples::in_view(canvas, comparison, area))?;
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

/// The lines below the table.
struct Below {
    legend: Vec<LegendItem>,
    legend_lines: usize,
    /// The selected cell in words.
    sentence: Vec<String>,
}

impl Below {
    fn of(canvas: &Canvas<'_>, comparison: &Comparison, inner: Rect) -> Self {
        let width = usize::from(inner.width - 2 * margin(inner.width));
        let has_legend = inner.height >= LEGEND_FROM;
        let legend = if has_legend { legend::items(canvas, comparison) } else { Vec::new() };
        let legend_lines = legend::lines(&legend, width, canvas.palette).len();
        let most = if has_legend { 2 } else { 1 };
        let sentence = cell_sentence::text(canvas, comparison, most == 1);
        let mut sentence = truncate::wrap(&sentence, width, most);
        // The table does not move with the length of the sentence.
        sentence.resize(most, String::new());
        Self { legend, legend_lines, sentence }
    }

    fn height(&self) -> usize {
        self.legend_lines + self.sentence.len()
    }

    /// Draws the legend of the signs that are in the table, and the sentence.
    fn draw(self, canvas: &mut Canvas<'_>, area: Rect, table: Rect) {
        let legend = legend::shown(self.legend, canvas, table);
        let mut lines = legend::lines(&legend, area.width.into(), canvas.palette);
        lines.resize(self.legend_lines, Line::default());
        lines.extend(self.sentence.into_iter().map(Line::raw));
        for (place, line) in area.rows().zip(&lines) {
            canvas.line(place, line);
        }
    }
}

/// The signs of cells, which have one meaning each on the whole screen.
#[cfg(test)]
pub(super) mod signs {
    pub(crate) use super::compared_cell::{BEST, ESTIMATE, WORST};
}
