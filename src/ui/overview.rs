//! The overview: every gauge of every section on one page, the report at a glance.
//!
//! It takes two columns where one would not hold all, and scrolls only where two do not either.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::canvas::Canvas;
use super::facts;
use super::indicator_row::{Columns, Emphasis};
use super::window;
use crate::app::{List, Scope, Target, View};
use crate::text::fit;
use crate::text::safe::visible;

/// The narrowest column in which a name, a figure and a gauge can be read.
const NARROWEST: u16 = 37;

/// A line of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The heading of a section, by its row in the sections pane.
    Heading(usize),
    /// An indicator, by its number.
    Indicator(usize),
}

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let shared = app.shared();
    let scale = canvas.words.scale(shared.scale_end);
    let inner = canvas.pane(area, canvas.words.overview(), &scale, true);
    if shared.collection.is_empty() {
        canvas.paragraph(inner, canvas.words.nothing_at_all(), canvas.palette.dim);
        return;
    }
    let rows = rows(canvas);
    let position = app.overview().unwrap_or_default();
    let selected = rows.iter().position(|row| *row == Row::Indicator(position.selected));
    let two = rows.len() > inner.height.into() && inner.width > 2 * NARROWEST;
    let column = if two { (inner.width - 1) / 2 } else { inner.width };
    let columns = Columns::one_line(column.into(), shared.figure_width, canvas.words);
    let inner = if columns.figure == 0 { selected_below(canvas, inner) } else { inner };
    let height = usize::from(inner.height);
    let page = if two { 2 * height } else { height };
    let list = List { selected: selected.unwrap_or(0), ..position };
    let view = window::view(list, rows.len(), page, |_| 1);
    for (at, row) in rows[view.top..view.top + view.page].iter().enumerate() {
        // Both columns are filled evenly, so that neither is longer than it must be.
        let split = if two { view.page.div_ceil(2).max(1) } else { view.page.max(1) };
        let (across, down) = (at / split, at % split);
        let x = inner.x + u16::try_from(across).unwrap_or(0) * (column + 1);
        let y = inner.y + u16::try_from(down).unwrap_or(0);
        render_row(canvas, Rect::new(x, y, column, 1), columns, *row);
    }
    canvas.scrollbar(area, view);
    canvas.drawn.overview = Some(View { page: view.page, ..view });
}

/// Where columns leave out figures and cut names, the selected indicator stands whole on the last
/// line; returns what is left above it.
fn selected_below(canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    let Some(entry) = canvas.app.selected_entry().filter(|_| area.height > 4) else { return area };
    let figure = facts::actual(entry.indicator, canvas.words);
    let name = visible(&entry.indicator.name).into_owned();
    let text = figure.map_or(name.clone(), |figure| format!("{name}: {figure}"));
    let lines = fit::wrap(&text, area.width.into(), 2);
    let taken = u16::try_from(lines.len()).unwrap_or(0);
    let below = Rect { y: area.bottom() - taken, height: taken, ..area };
    for (place, line) in below.rows().zip(lines) {
        canvas.line(place, &Line::styled(line, canvas.palette.dim));
    }
    Rect { height: area.height - taken, ..area }
}

fn rows(canvas: &Canvas<'_>) -> Vec<Row> {
    let shared = canvas.app.shared();
    let mut rows = Vec::new();
    for (at, row) in shared.sections.iter().enumerate() {
        if matches!(row.scope, Scope::Section { .. }) && row.counts.total() > 0 {
            rows.push(Row::Heading(at));
            rows.extend(shared.indicators(row.scope).map(Row::Indicator));
        }
    }
    rows
}

fn render_row(canvas: &mut Canvas<'_>, place: Rect, columns: Columns, row: Row) {
    let shared = canvas.app.shared();
    match row {
        Row::Heading(at) => {
            let name = section_name(canvas, at);
            let style = Style::new().add_modifier(Modifier::BOLD);
            let shown = fit::cut(&name, place.width.into()).into_owned();
            canvas.line(place, &Line::styled(shown, style));
        }
        Row::Indicator(index) => {
            let Some(entry) = shared.collection.get(index) else {
                return;
            };
            let selected = canvas.app.overview().is_some_and(|list| list.selected == index);
            let emphasis = Emphasis { selected, focused: true };
            canvas.indicator_row(place, columns, entry.indicator, &[], emphasis);
            canvas.target(place, Target::Overview(index));
        }
    }
}

fn section_name(canvas: &Canvas<'_>, row: usize) -> String {
    let datasets = canvas.app.shared().collection.datasets();
    let Some(Scope::Section { dataset, section }) =
        canvas.app.shared().sections.get(row).map(|row| row.scope)
    else {
        return String::new();
    };
    let Some(found) = datasets.get(dataset) else {
        return String::new();
    };
    let name = found.sections.get(section).map_or("".into(), |section| visible(&section.name));
    if datasets.len() > 1 {
        format!("{} · {name}", visible(&found.place))
    } else {
        name.into_owned()
    }
}
