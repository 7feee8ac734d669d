//! The overview: the gauges of all sections on one page.
//!
//! It uses two columns if one does not hold all rows, and scrolls if two do not either. In each form every row has its
//! whole name, its figure and its unit.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::canvas::Canvas;
use super::column_split::split_within;
use super::emphasis::Emphasis;
use super::facts::own_period;
use super::indicators::whole_name;
use super::layout;
use super::list_cells::figure;
use super::list_columns::{Columns, RowCell, UnitPlace};
use super::list_headings;
use super::list_title::{self, filter_parts};
use super::overview_lines::{OverviewRow, Rows};
use super::row_name::NameDetails;
use super::sparkline::TimeAxis;
use super::theme::WARNING;
use super::viewport;
use super::wanted_columns::Wanted;
use super::words::Words;
use crate::app::{App, List, Scope, Target, View};
use crate::model::{Entry, Series, warnings};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The least width of a column in which name, figure and gauge are readable.
const NARROWEST: u16 = 37;

/// The columns of a gauge that none is shortened below for a sparkline.
const USUAL_GAUGE: usize = 14;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let catalog = app.catalog();
    let scale = match app.section_rows()[0].widths.has_percents() {
        true => canvas.words.scale(catalog.scale_end),
        false => String::new(),
    };
    let [left, right] = list_title::of_overview(canvas, &scale, area.width);
    let inner = canvas.pane(area, &left, &right, true);
    if catalog.collection.is_empty() {
        let text = canvas.words.nothing_at_all(canvas.only_file().as_deref());
        canvas.paragraph(inner, &text, canvas.palette.dim);
        return;
    }
    let rows = Rows::of(app);
    if rows.len == 0 {
        let text = canvas.words.filter_hides_all(&filter_parts(canvas).join(" · "));
        canvas.paragraph(inner, &text, canvas.palette.dim);
        canvas.cursor(inner.x, inner.y);
        return;
    }
    let position = app.overview().unwrap_or_default();
    let list = List { selected: rows.of_indicator(position.selected), ..position };
    let view = match two_columns(canvas, &rows, inner) {
        Some(form) => {
            render_two_columns(canvas, &rows, inner, &form);
            View { top: 0, page: rows.len, rows: rows.len }
        }
        None => render_one_column(canvas, &rows, inner, list),
    };
    canvas.scrollbar(area, view);
    canvas.frame.overview = Some(view);
}

/// Draws rows in one column, with figures and whole names; the column scrolls if not all rows fit.
fn render_one_column(canvas: &mut Canvas<'_>, rows: &Rows<'_>, area: Rect, list: List) -> View {
    let place = layout::left_of_scrollbar(area);
    let columns = single(canvas, rows, place);
    canvas.most_rows = place.height.into();
    let place = list_headings::render(canvas, place, columns);
    let area = Rect { y: place.y, height: place.height, ..area };
    let (app, words) = (canvas.app, canvas.words);
    let height = |row| height(app, words, rows.get(row), columns);
    let view = viewport::view(list, rows.len, area.height.into(), height);
    render_rows(canvas, rows, view.top..view.top + view.page, place, columns, height);
    view
}

/// Draws rows in two columns.
fn render_two_columns(canvas: &mut Canvas<'_>, rows: &Rows<'_>, area: Rect, form: &TwoColumns) {
    let TwoColumns { columns, split, heights } = form;
    let width = column_width(area);
    let height = |row: usize| heights.get(row).copied().unwrap_or(1);
    render_rows(canvas, rows, 0..*split, Rect { width, ..area }, *columns, height);
    let x = area.x + width + 1;
    render_rows(canvas, rows, *split..rows.len, Rect { x, width, ..area }, *columns, height);
}

fn render_rows(
    canvas: &mut Canvas<'_>,
    rows: &Rows<'_>,
    shown: Range<usize>,
    area: Rect,
    columns: Columns,
    height: impl Fn(usize) -> usize,
) {
    let catalog = canvas.app.catalog();
    let series = |row: usize| match rows.get(row) {
        OverviewRow::Indicator(index) if columns.has(RowCell::Sparkline) => catalog.series(index),
        _ => Series::default(),
    };
    let all_series: Vec<Series> = shown.clone().map(series).collect();
    let axis = TimeAxis::of(all_series.iter());
    let mut y = area.y;
    for (row, series) in shown.zip(&all_series) {
        let lines = u16::try_from(height(row)).unwrap_or(1).min(area.bottom().saturating_sub(y));
        let place = Rect { y, height: lines, ..area };
        render_row(canvas, place, columns, rows.get(row), (series, axis));
        y += lines;
    }
}

/// The layout of two columns.
#[derive(Debug)]
struct TwoColumns {
    columns: Columns,
    /// The number of rows in the first column.
    split: usize,
    /// The number of lines of each row.
    heights: Vec<usize>,
}

/// The layout of two columns, if they hold all rows whole and one column does not.
fn two_columns(canvas: &Canvas<'_>, rows: &Rows<'_>, area: Rect) -> Option<TwoColumns> {
    // Each row takes at least one line.
    if rows.len > 2 * usize::from(area.height) {
        return None;
    }
    let one = single(canvas, rows, layout::left_of_scrollbar(area));
    // With a line of headings.
    let in_one = heights(canvas, rows, one).iter().sum::<usize>() + 1;
    if area.width <= 2 * NARROWEST || in_one <= area.height.into() {
        return None;
    }
    let halves = Columns::halves(column_width(area).into(), Wanted::of(canvas.app, canvas.words));
    halves.into_iter().find_map(|columns| {
        let heights = heights(canvas, rows, columns);
        let split = split_within(&heights, area.height.into())?;
        Some(TwoColumns { columns, split, heights })
    })
}

/// The columns of one list: with a sparkline, if that takes neither another column nor the usual width of names and
/// gauges.
fn single(canvas: &Canvas<'_>, rows: &Rows<'_>, area: Rect) -> Columns {
    let wanted = Wanted::of(canvas.app, canvas.words);
    let with = single_with(canvas, rows, area, wanted);
    let without = single_with(canvas, rows, area, Wanted { periods: 0, ..wanted });
    let keeps = |cell: RowCell| with.has(cell) || !without.has(cell);
    let is_wide = with.name >= without.name.min(wanted.name)
        && with.width(RowCell::Gauge) >= without.width(RowCell::Gauge).min(USUAL_GAUGE);
    let has_all = [RowCell::Unit, RowCell::Plan, RowCell::Gauge, RowCell::Change];
    if is_wide && has_all.into_iter().all(keeps) { with } else { without }
}

fn single_with(canvas: &Canvas<'_>, rows: &Rows<'_>, area: Rect, wanted: Wanted) -> Columns {
    let columns = Columns::new(area.width.into(), wanted);
    // The gauges are what the overview is for: where they have no room next to it, the plan is left out, which they
    // compare with.
    let columns = match columns.has(RowCell::Gauge) || !wanted.percent || wanted.only_ranks {
        true => columns,
        false => Columns::new(area.width.into(), Wanted { plan: 0, change: 0, ..wanted }),
    };
    let width = usize::from(area.width);
    let columns = match rows.len <= area.height.into() {
        true => columns.with_names_to(width, widest_name(canvas, rows, columns)),
        false => columns,
    };
    columns.with_whole_names().with_gauge_to(width).within(area.height)
}

/// The columns of the widest name with what follows it.
fn widest_name(canvas: &Canvas<'_>, rows: &Rows<'_>, columns: Columns) -> usize {
    let width = |row: usize| {
        let OverviewRow::Indicator(index) = rows.get(row) else { return 0 };
        let Some(entry) = canvas.app.catalog().collection.get(index) else { return 0 };
        let shown = shown(canvas.app, columns, &entry, "");
        let after = [shown.whole, shown.unit].map(truncate::width).into_iter();
        let after = after.filter(|width| *width > 0).map(|width| width + 3).sum::<usize>();
        truncate::width(&visible(entry.name())) + after + shown.indent(columns.name)
    };
    (0..rows.len).map(width).max().unwrap_or(0)
}

fn column_width(area: Rect) -> u16 {
    (area.width - 1) / 2
}

fn heights(canvas: &Canvas<'_>, rows: &Rows<'_>, columns: Columns) -> Vec<usize> {
    let height = |row| height(canvas.app, canvas.words, rows.get(row), columns);
    (0..rows.len).map(height).collect()
}

/// What is shown with a name; `figure` is empty unless it follows the name.
fn shown<'a>(
    app: &'a App,
    columns: Columns,
    entry: &Entry<'a>,
    figure: &'a str,
) -> NameDetails<'a> {
    // A filtered list is not a tree: the whole may be missing.
    let (depth, whole) = match app.filter().is_everything() {
        true => (app.catalog().tree.depth(entry.index), app.catalog().heading_of(entry.index)),
        false => (0, whole_name(app.catalog(), entry.index)),
    };
    let indicator = entry.indicator();
    NameDetails {
        period: own_period(entry, &indicator),
        to_review: !indicator.review.is_empty(),
        depth,
        whole,
        is_unread: app.catalog().is_unread(entry.index),
        hides_percent: app.catalog().hides_percent(entry.dataset_at, &indicator),
        marked: app.marks().contains(entry.index),
        figure,
        unit: entry.unit().filter(|_| columns.unit == UnitPlace::AfterName).unwrap_or_default(),
        ..NameDetails::default()
    }
}

/// The figure that follows a name, with the marker of a failed check; empty if the figure has a column, or is missing.
fn figure_after_name(
    app: &App,
    words: Words,
    columns: Columns,
    entry: &Entry<'_>,
) -> Cow<'static, str> {
    let indicator = entry.indicator();
    if !columns.figure_after_name || indicator.actual.is_none() {
        return "".into();
    }
    let warned = app.catalog().is_unread(entry.index) || !warnings(&indicator).is_empty();
    let marker = if warned { WARNING } else { "" };
    format!("{}{marker}", figure(&indicator, words)).into()
}

fn height(app: &App, words: Words, row: OverviewRow, columns: Columns) -> usize {
    let OverviewRow::Indicator(index) = row else { return 1 };
    let Some(entry) = app.catalog().collection.get(index) else { return 1 };
    let figure = figure_after_name(app, words, columns, &entry);
    columns.height_as(entry.name(), shown(app, columns, &entry, &figure))
}

fn render_row(
    canvas: &mut Canvas<'_>,
    place: Rect,
    columns: Columns,
    row: OverviewRow,
    (series, axis): (&Series, Option<TimeAxis>),
) {
    let catalog = canvas.app.catalog();
    match row {
        OverviewRow::Heading(at) => {
            let name = section_name(canvas, at);
            let style = Style::new().add_modifier(Modifier::BOLD);
            let shown =
                truncate::cut(&name, usize::from(place.width).saturating_sub(1)).into_owned();
            // The heading does not touch the border.
            let place = Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place };
            canvas.line(place, &Line::styled(shown, style));
            // A click selects the first indicator of the section.
            let sections = canvas.app.overview_rows().sections();
            let own = sections.iter().find(|section| section.section == at);
            if let Some(first) = own.and_then(|section| section.rows.get(0)) {
                canvas.target(place, Target::Overview(first));
            }
        }
        OverviewRow::Indicator(index) => {
            let Some(entry) = catalog.collection.get(index) else {
                return;
            };
            let selected = canvas.app.overview().is_some_and(|list| list.selected == index);
            let emphasis = Emphasis { selected, focused: true };
            let figure = figure_after_name(canvas.app, canvas.words, columns, &entry);
            let change = columns
                .has(RowCell::Change)
                .then(|| canvas.app.catalog().change_before(index, &entry.indicator()));
            let change = change.flatten();
            let shown = shown(canvas.app, columns, &entry, &figure);
            let shown = NameDetails { change, series: Some(series), axis, ..shown };
            canvas.indicator_row(place, columns, &entry.indicator(), shown, emphasis);
            canvas.target(place, Target::Overview(index));
        }
    }
}

fn section_name(canvas: &Canvas<'_>, row: usize) -> String {
    let datasets = canvas.app.catalog().collection.datasets();
    // Of all datasets the same place is listed once for each period.
    let place = |dataset: usize| {
        let Some(found) = datasets.get(dataset) else { return String::new() };
        let place = canvas.words.place(&found.place);
        let period = canvas.words.period_text(&found.period);
        let is_all = canvas.app.slice().is_none() && !period.is_empty();
        let text = if is_all { format!("{place} · {period}") } else { place.into_owned() };
        visible(&text).into_owned()
    };
    match canvas.app.section_rows().get(row).map(|row| row.scope) {
        Some(Scope::Section { dataset, section }) => {
            let found = datasets.get(dataset).and_then(|one| one.sections.get(section));
            let name = found.map_or("".into(), |section| visible(&section.name));
            let is_one_place = datasets.len() == 1 || canvas.app.slice().is_some();
            if is_one_place { name.into_owned() } else { format!("{} · {name}", place(dataset)) }
        }
        Some(Scope::Dataset(dataset)) => place(dataset),
        _ => canvas.words.all().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::{Action, Catalog, Lang, Preferences, Theme};
    use crate::dataset;
    use crate::model::{Collection, Section, Status};

    #[test]
    fn each_indicator_has_a_row_below_its_heading() {
        let mut dataset = dataset::embedded().unwrap();
        let mut sections = dataset.sections.to_vec();
        sections.insert(1, Section { name: "Trống".to_owned(), indicators: 7..7 });
        dataset.sections = sections.into();
        let catalog = Arc::new(Catalog::new(Collection::new([dataset.clone(), dataset])));
        let (lang, theme) = (Lang::Vietnamese, Theme::None);
        let mut app = App::new(catalog, Preferences { lang, theme, ascii: false, mouse: true });
        app.update(Action::Overview);
        for status in [None, Some(Status::Exceeded)] {
            app.update(Action::Filter(status));
            let rows = Rows::of(&app);
            let all: Vec<OverviewRow> = (0..rows.len).map(|row| rows.get(row)).collect();
            let indicators: Vec<usize> = all
                .iter()
                .filter_map(|row| match row {
                    OverviewRow::Indicator(index) => Some(*index),
                    OverviewRow::Heading(_) => None,
                })
                .collect();
            assert_eq!(indicators.len(), app.overview_rows().len());
            if status.is_none() {
                assert!(indicators.iter().copied().eq(0..app.catalog().collection.len()));
                assert_eq!(all.len() - indicators.len(), 6, "an empty section has no heading");
            }
            for index in indicators {
                assert_eq!(all[rows.of_indicator(index)], OverviewRow::Indicator(index));
            }
        }
    }
}
