//! The overview: every gauge of every section on one page, the report at a glance.
//!
//! It takes two columns where one would not hold all, and scrolls where two do not either: then there
//! is no reason to leave anything out, and every row has its figure and its whole name.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::facts;
use super::facts::own_period;
use super::indicator_row::{Columns, Shown};
use super::layout;
use super::viewport;
use crate::app::{Catalog, List, Scope, Target, View};
use crate::model::Entry;
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The narrowest column in which a name, a figure and a gauge can be read.
const NARROWEST: u16 = 37;

/// How many lines the selected indicator takes below two narrow columns.
const SELECTED_BELOW: u16 = 2;

/// A line of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The heading of a section, by its row in the sections pane.
    Heading(usize),
    /// An indicator, by its number.
    Indicator(usize),
}

/// All lines, told from where the headings stand: there may be a million of them.
#[derive(Debug, Default)]
struct Rows {
    headings: Vec<Heading>,
    len: usize,
}

/// A heading with the section below it.
#[derive(Debug)]
struct Heading {
    /// The row in which it stands.
    at: usize,
    /// Its row in the sections pane.
    section: usize,
    /// The first indicator below it.
    first: usize,
}

impl Rows {
    fn of(shared: &Catalog) -> Self {
        let mut rows = Self::default();
        for (section, row) in shared.sections.iter().enumerate() {
            let indicators = shared.indicators(row.scope);
            if matches!(row.scope, Scope::Section { .. }) && !indicators.is_empty() {
                rows.headings.push(Heading { at: rows.len, section, first: indicators.start });
                rows.len += 1 + indicators.len();
            }
        }
        rows
    }

    fn get(&self, row: usize) -> Row {
        let above = self.headings.partition_point(|heading| heading.at <= row);
        match above.checked_sub(1).and_then(|at| self.headings.get(at)) {
            Some(heading) if heading.at < row => {
                Row::Indicator(heading.first + row - heading.at - 1)
            }
            Some(heading) => Row::Heading(heading.section),
            None => Row::Heading(0),
        }
    }

    /// The row of an indicator: every section holds those that follow on the ones of the section before.
    fn of_indicator(&self, indicator: usize) -> usize {
        indicator + self.headings.partition_point(|heading| heading.first <= indicator)
    }
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
    let rows = Rows::of(shared);
    let position = app.overview().unwrap_or_default();
    let list = List { selected: rows.of_indicator(position.selected), ..position };
    let view = match two_columns(canvas, &rows, inner) {
        Some(form) => {
            render_two_columns(canvas, &rows, inner, form);
            View { top: 0, page: rows.len, rows: rows.len }
        }
        None => render_one_column(canvas, &rows, inner, list),
    };
    canvas.scrollbar(area, view);
    canvas.drawn.overview = Some(view);
}

/// Rows in one column, with every figure, names whole; they scroll where they do not all fit.
fn render_one_column(canvas: &mut Canvas<'_>, rows: &Rows, area: Rect, list: List) -> View {
    let place = layout::beside_scrollbar(area);
    let columns = single(canvas, place);
    let height = |row| height(canvas, rows.get(row), columns);
    let view = viewport::view(list, rows.len, area.height.into(), height);
    render_rows(canvas, rows, view.top..view.top + view.page, place, columns);
    view
}

/// Rows in two columns, and where those cut names and leave out figures, the selected one whole below.
fn render_two_columns(canvas: &mut Canvas<'_>, rows: &Rows, area: Rect, form: TwoColumns) {
    let area = if form.columns.figure == 0 { selected_below(canvas, area) } else { area };
    let width = column_width(area);
    render_rows(canvas, rows, 0..form.split, Rect { width, ..area }, form.columns);
    let x = area.x + width + 1;
    render_rows(canvas, rows, form.split..rows.len, Rect { x, width, ..area }, form.columns);
}

fn render_rows(
    canvas: &mut Canvas<'_>,
    rows: &Rows,
    shown: Range<usize>,
    area: Rect,
    columns: Columns,
) {
    let mut y = area.y;
    for row in shown.map(|row| rows.get(row)) {
        let height = u16::try_from(height(canvas, row, columns)).unwrap_or(1);
        let height = height.min(area.bottom().saturating_sub(y));
        render_row(canvas, Rect { y, height, ..area }, columns, row);
        y += height;
    }
}

/// How two columns are filled.
#[derive(Debug, Clone, Copy)]
struct TwoColumns {
    columns: Columns,
    /// How many rows stand in the first.
    split: usize,
}

/// Two columns hold all rows where one does not, with as many lines a name as that leaves room for.
fn two_columns(canvas: &Canvas<'_>, rows: &Rows, area: Rect) -> Option<TwoColumns> {
    // A row is at least a line.
    if rows.len > 2 * usize::from(area.height) {
        return None;
    }
    let total = |columns| heights(canvas, rows, columns).iter().sum::<usize>();
    let one = single(canvas, layout::beside_scrollbar(area));
    if area.width <= 2 * NARROWEST || total(one) <= area.height.into() {
        return None;
    }
    let width = column_width(area).into();
    let one_line = Columns::one_line(width, canvas.app.shared().figure_width, canvas.words);
    let below = if one_line.figure == 0 { SELECTED_BELOW } else { 0 };
    let height = usize::from(area.height.saturating_sub(below));
    (1..=one.name_lines).rev().find_map(|name_lines| {
        let columns = Columns { name_lines, ..one_line };
        let heights = heights(canvas, rows, columns);
        let split = split(&heights);
        let fits = |part: &[usize]| part.iter().sum::<usize>() <= height;
        let (left, right) = heights.split_at(split);
        (fits(left) && fits(right)).then_some(TwoColumns { columns, split })
    })
}

/// Where to break rows so that neither column is longer than it must be.
fn split(heights: &[usize]) -> usize {
    let half = heights.iter().sum::<usize>().div_ceil(2);
    let mut taken = 0;
    let reached = heights.iter().position(|height| {
        taken += height;
        taken >= half
    });
    reached.map_or(0, |last| last + 1)
}

fn single(canvas: &Canvas<'_>, area: Rect) -> Columns {
    let figure = canvas.app.shared().figure_width;
    Columns::new(area.width.into(), figure, canvas.words).within(area.height)
}

fn column_width(area: Rect) -> u16 {
    (area.width - 1) / 2
}

fn heights(canvas: &Canvas<'_>, rows: &Rows, columns: Columns) -> Vec<usize> {
    (0..rows.len).map(|row| height(canvas, rows.get(row), columns)).collect()
}

/// What is shown of a name beside itself.
fn shown(entry: &Entry<'_>) -> Shown<'static> {
    Shown { period: own_period(entry, &entry.indicator()), ..Shown::default() }
}

fn height(canvas: &Canvas<'_>, row: Row, columns: Columns) -> usize {
    match row {
        Row::Heading(_) => 1,
        Row::Indicator(index) => {
            let entry = canvas.app.shared().collection.get(index);
            entry.map_or(1, |entry| columns.height_as(entry.name(), shown(&entry)))
        }
    }
}

/// Where columns leave out figures and cut names, the selected indicator stands whole on the last
/// line; returns what is left above it.
fn selected_below(canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    let Some(entry) = canvas.app.selected_entry().filter(|_| area.height > 4) else { return area };
    let figure = facts::actual(&entry, &entry.indicator(), canvas.words);
    let name = visible(entry.name()).into_owned();
    let text = figure.map_or(name.clone(), |figure| format!("{name}: {figure}"));
    let lines = truncate::wrap(&text, area.width.into(), SELECTED_BELOW.into());
    let taken = u16::try_from(lines.len()).unwrap_or(0);
    let below = Rect { y: area.bottom() - taken, height: taken, ..area };
    for (place, line) in below.rows().zip(lines) {
        canvas.line(place, &Line::styled(line, canvas.palette.dim));
    }
    Rect { height: area.height - taken, ..area }
}

fn render_row(canvas: &mut Canvas<'_>, place: Rect, columns: Columns, row: Row) {
    let shared = canvas.app.shared();
    match row {
        Row::Heading(at) => {
            let name = section_name(canvas, at);
            let style = Style::new().add_modifier(Modifier::BOLD);
            let shown = truncate::cut(&name, place.width.into()).into_owned();
            canvas.line(place, &Line::styled(shown, style));
        }
        Row::Indicator(index) => {
            let Some(entry) = shared.collection.get(index) else {
                return;
            };
            let selected = canvas.app.overview().is_some_and(|list| list.selected == index);
            let emphasis = Emphasis { selected, focused: true };
            canvas.indicator_row(place, columns, &entry.indicator(), shown(&entry), emphasis);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;
    use crate::model::{Collection, Section};

    #[test]
    fn every_indicator_has_its_row_below_its_heading() {
        let mut dataset = dataset::embedded().unwrap();
        dataset.sections.insert(1, Section { name: "Trống".to_owned(), indicators: 7..7 });
        let shared = Catalog::new(Collection::new([dataset.clone(), dataset]));
        let rows = Rows::of(&shared);
        let all: Vec<Row> = (0..rows.len).map(|row| rows.get(row)).collect();
        let indicators: Vec<usize> = all
            .iter()
            .filter_map(|row| match row {
                Row::Indicator(index) => Some(*index),
                Row::Heading(_) => None,
            })
            .collect();
        assert!(indicators.iter().copied().eq(0..shared.collection.len()));
        assert_eq!(all.len() - indicators.len(), 6, "an empty section has no heading");
        for index in indicators {
            assert_eq!(all[rows.of_indicator(index)], Row::Indicator(index));
        }
    }
}
