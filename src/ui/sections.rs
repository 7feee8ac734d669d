//! The sections pane: what can be listed, with counts by status.

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::layout;
use super::status_counts;
use super::viewport;
use crate::app::{DatasetLabel, Pane, Scope, SectionRow, Target};
use crate::model::Dataset;
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The width of the selection marker and a space.
const LEAD: u16 = 2;
/// The fewest columns between a name and its total.
const GAP: usize = 2;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let focused = app.focus() == Pane::Sections;
    canvas.target(area, Target::Pane(Pane::Sections));
    let pane = canvas.pane(area, canvas.words.sections(), "", focused);
    // Names and counts do not touch the border.
    let inner = layout::left_of_scrollbar(pane);
    let rows = app.section_rows();
    let width = usize::from(inner.width.saturating_sub(LEAD));
    // Counts by status go under the name, if there is room for them.
    let below = rows.iter().map(|row| lines(canvas, row, width).len() + 1).sum::<usize>();
    let form = Counts::fitting(canvas, rows, width).filter(|_| below <= inner.height.into());
    let counts_below = form.is_some();
    let names: Vec<Vec<String>> = if form.is_some_and(|form| form.total_at_right) {
        rows.iter().map(|row| lines(canvas, row, width)).collect()
    } else {
        rows.iter().map(|row| lines_with_total(canvas, row, width)).collect()
    };
    let height = |row: usize| names[row].len() + usize::from(counts_below);
    let view = viewport::view(app.sections(), rows.len(), inner.height.into(), height);
    let mut y = inner.y;
    for row in view.top..view.top + view.page {
        let height = u16::try_from(height(row)).unwrap_or(1).min(inner.bottom().saturating_sub(y));
        let place = Rect { y, height, ..inner };
        let selected = row == app.sections().selected;
        if selected {
            canvas.line(place, &Line::raw("▸"));
            if focused {
                canvas.cursor(place.x, place.y);
            }
        }
        let style = Emphasis { selected, focused }.style();
        let text = Rect { x: place.x + LEAD, width: place.width.saturating_sub(LEAD), ..place };
        for (place, line) in text.rows().zip(&names[row]) {
            canvas.line(place, &Line::styled(line.as_str(), style));
        }
        if let Some(form) = form.filter(|_| height > 0) {
            let place = Rect { y: y + height - 1, height: 1, ..text };
            let line = status_counts::line(rows[row].counts, form.gap, &canvas.palette, None);
            canvas.line(place, &line);
            if form.total_at_right {
                let total = Line::raw(rows[row].counts.total().to_string()).right_aligned();
                total.render(place, canvas.buffer);
            }
        }
        canvas.target(place, Target::Section(row));
        y += height;
    }
    canvas.scrollbar(area, view);
    canvas.frame.sections = Some(view);
}

/// The width that the pane needs for its names and counts. Of very many rows the first ones decide.
pub(super) fn width(canvas: &Canvas<'_>) -> u16 {
    const ROWS: usize = 100;
    const WIDEST: usize = 60;
    let widest = canvas.app.section_rows().iter().take(ROWS).map(|row| {
        let name = lines(canvas, row, WIDEST).first().map_or(0, |name| truncate::width(name));
        let total = truncate::width(&row.counts.total().to_string()) + GAP;
        let counts = status_counts::line(row.counts, 2, &canvas.palette, None).width();
        name.max(counts) + total
    });
    let borders_and_margin = usize::from(LEAD) + 3;
    u16::try_from(widest.max().unwrap_or(0) + borders_and_margin).unwrap_or(u16::MAX)
}

/// The form of the counts by status under a name.
#[derive(Debug, Clone, Copy)]
struct Counts {
    /// The number of columns between counts.
    gap: usize,
    /// Whether the total is right of the counts; else it is right of the name.
    total_at_right: bool,
}

impl Counts {
    /// The widest form that fits the counts of every row; `None` if none fits.
    fn fitting(canvas: &Canvas<'_>, rows: &[SectionRow], width: usize) -> Option<Self> {
        let forms = [(2, true), (1, true), (2, false), (1, false)];
        let forms = forms.map(|(gap, total_at_right)| Self { gap, total_at_right });
        let needed = |form: &Self, row: &SectionRow| {
            let total = truncate::width(&row.counts.total().to_string()) + 1;
            let counts = status_counts::line(row.counts, form.gap, &canvas.palette, None).width();
            counts + if form.total_at_right { total } else { 0 }
        };
        forms.into_iter().find(|form| rows.iter().all(|row| needed(form, row) <= width))
    }
}

/// The wrapped name, with the number of indicators at the right of its last line, so that it does not read as a
/// part of the name.
fn lines_with_total(canvas: &Canvas<'_>, row: &SectionRow, width: usize) -> Vec<String> {
    let total = row.counts.total().to_string();
    let room = width.saturating_sub(truncate::width(&total) + GAP);
    let mut lines = lines(canvas, row, room);
    if let Some(last) = lines.last_mut() {
        *last = format!("{}{}{total}", truncate::pad(last, room), " ".repeat(GAP));
    }
    lines
}

/// The wrapped name; with several datasets, sections are indented under their dataset.
fn lines(canvas: &Canvas<'_>, row: &SectionRow, width: usize) -> Vec<String> {
    let datasets = canvas.app.catalog().collection.datasets();
    let (name, indent) = match row.scope {
        Scope::All | Scope::Slice(_) => (canvas.words.all().into(), ""),
        Scope::Dataset(at) => {
            let dataset = datasets.get(at);
            (dataset.map_or_else(String::new, |dataset| name(canvas, at, dataset)), "")
        }
        Scope::Section { dataset, section } => {
            let found = datasets.get(dataset).and_then(|d| d.sections.get(section));
            let is_heading = |row: &SectionRow| matches!(row.scope, Scope::Dataset(_));
            let indent = if canvas.app.section_rows().iter().any(is_heading) { "  " } else { "" };
            (found.map_or_else(String::new, |section| section.name.clone()), indent)
        }
    };
    let mut lines = truncate::wrap(&visible(&name), width.saturating_sub(indent.len()), 3);
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines.into_iter().map(|line| format!("{indent}{line}")).collect()
}

/// What distinguishes a dataset: in a slice its id, as place and period are in the header.
fn name(canvas: &Canvas<'_>, at: usize, dataset: &Dataset) -> String {
    if canvas.app.slice().is_some() {
        return dataset.id.clone();
    }
    let id = canvas.app.catalog().label(at).id;
    let whole = DatasetLabel { place: Some(&dataset.place), period: Some(&dataset.period), id };
    canvas.words.dataset_label(whole)
}
