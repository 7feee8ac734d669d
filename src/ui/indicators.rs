//! The indicators pane: the list of the selected section's indicators, sorted and filtered.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::facts::own_period;
use super::layout;
use super::list_columns::{Columns, RowCell, UnitPlace};
use super::list_headings;
use super::list_title::{self, filter_parts};
use super::row_name::{Fold, NameDetails};
use super::sparkline::TimeAxis;
use super::viewport;
use super::wanted_columns::Wanted;
use super::words::Words;
use crate::app::{App, Catalog, ChangeBefore, Pane, Scope, SortBy, Target, View};
use crate::model::{Entry, Series, Status};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The share of the lines of a list, next to other panes, that a selection scrolls ahead.
const LINES_AHEAD: usize = 2;
/// The rows that are looked at to choose the columns, and the lines that they may take with narrower names, in tenths
/// of those that they take else.
const SAMPLED: usize = 48;
const MORE_LINES: usize = 11;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let focused = app.focus() == Pane::Indicators;
    canvas.target(area, Target::Pane(Pane::Indicators));
    let [left, right] = list_title::of_list(canvas, area.width);
    let inner = canvas.pane(area, &left, &right, focused);
    if app.rows().is_empty() {
        empty(canvas, inner);
        if focused {
            canvas.cursor(inner.x, inner.y);
        }
        return;
    }
    let list = layout::left_of_scrollbar(inner);
    let columns = columns(canvas, list);
    canvas.list_columns = columns;
    let list = list_headings::render(canvas, list, columns);
    let columns = columns.within(list.height);
    let view = view(canvas, area, list, columns);
    let y = rows_in_view(canvas, list, columns, view, focused);
    let below = Rect { y, height: list.bottom().saturating_sub(y), ..list };
    next_row(canvas, below, columns, view.top + view.page, focused);
    canvas.scrollbar(area, view);
    canvas.frame.indicators = Some(view);
}

/// The indicator of a row of the list.
fn entry(app: &App, row: usize) -> Option<Entry<'_>> {
    app.rows().get(row).and_then(|index| app.catalog().collection.get(index))
}

/// Which rows are in view in `list`, which is within `area`.
fn view(canvas: &Canvas<'_>, area: Rect, list: Rect, columns: Columns) -> View {
    let app = canvas.app;
    let height = |row: usize| {
        entry(app, row).map_or(1, |one| height(app, columns, &one) + heading_lines(app, row))
    };
    let lines = usize::from(list.height);
    // Rows of several lines in a low pane scroll at nearly every step, and cost as much.
    let shares_rows = area.width < canvas.buffer.area.width;
    let ahead = if shares_rows || columns.stacked { lines / LINES_AHEAD } else { 0 };
    viewport::view_ahead(app.indicators(), app.rows().len(), lines, ahead, height)
}

/// Draws the rows in view, and returns the line below them.
fn rows_in_view(
    canvas: &mut Canvas<'_>,
    list: Rect,
    columns: Columns,
    view: View,
    focused: bool,
) -> u16 {
    let app = canvas.app;
    let in_view = view.top..view.top + view.page;
    let needs_series = columns.has(RowCell::Sparkline) || columns.has(RowCell::Change);
    let series = |row: usize| {
        let index = app.rows().get(row).filter(|_| needs_series);
        index.map(|index| app.catalog().series(index)).unwrap_or_default()
    };
    let all_series: Vec<Series> = in_view.clone().map(series).collect();
    let axis = TimeAxis::of(all_series.iter());
    let mut y = list.y;
    for (row, series) in in_view.zip(&all_series) {
        let Some(entry) = entry(app, row) else { continue };
        let of_heading = heading_lines(app, row);
        let height = height(app, columns, &entry) + of_heading;
        let height = u16::try_from(height).unwrap_or(1).min(list.bottom().saturating_sub(y));
        let mut place = Rect { y, height, ..list };
        if of_heading > 0 && place.height > 1 {
            heading(canvas, place, columns, entry.index);
            place = Rect { y: place.y + 1, height: place.height - 1, ..place };
        }
        let emphasis = Emphasis { selected: row == app.indicators().selected, focused };
        let indicator = entry.indicator();
        let change = ChangeBefore::of(&indicator, entry.index, series);
        let in_list = in_list(app, columns, &entry);
        let shown = NameDetails { series: Some(series), axis, change, ..in_list };
        canvas.indicator_row(place, columns, &indicator, shown, emphasis);
        canvas.target(place, Target::Indicator(row));
        if matches!(shown.fold, Some(Fold::Open | Fold::Folded)) {
            let before = columns.lead + shown.indent(columns.name) - Fold::SIGN;
            fold_target(canvas, place, before, row);
        }
        y += height;
    }
    y
}

/// Draws the first lines of the next row, where all of it has no room. Next to the sections, which
/// the user looks at, they are not worth their bytes.
fn next_row(canvas: &mut Canvas<'_>, place: Rect, columns: Columns, row: usize, focused: bool) {
    let app = canvas.app;
    let is_shown =
        place.height > 0 && app.focus() != Pane::Sections && heading_lines(app, row) == 0;
    let Some(entry) = entry(app, row).filter(|_| is_shown) else { return };
    let shown = in_list(app, columns, &entry);
    let emphasis = Emphasis { selected: false, focused };
    canvas.indicator_row(place, columns, &entry.indicator(), shown, emphasis);
    canvas.target(place, Target::Indicator(row));
}

/// Makes the sign of a fold, with the space after it, answer clicks.
fn fold_target(canvas: &mut Canvas<'_>, place: Rect, before: usize, row: usize) {
    let x = place.x + u16::try_from(before).unwrap_or(0);
    let sign = Rect { x, width: Fold::SIGN as u16, height: 1, ..place };
    canvas.target(sign.intersection(place), Target::Fold(row));
}

/// The columns of the list. Where narrower names cost few lines, or all rows of the slice fit with them, they make room
/// for other columns; and where all rows fit with whole names, none is cut. Filter, section and folds do not count: the
/// columns would move with them.
fn columns(canvas: &Canvas<'_>, list: Rect) -> Columns {
    let wanted = Wanted::of(canvas.app, canvas.words);
    let columns = Columns::new(list.width.into(), wanted);
    let narrow = Columns::new(list.width.into(), Wanted { narrow_names: true, ..wanted });
    let catalog = canvas.app.catalog();
    let whole = &canvas.app.section_rows()[0];
    let count = whole.counts.total() + whole.parts.total();
    let numbers: Vec<usize> = if count <= canvas.most_rows {
        catalog.numbers(whole.scope).iter().collect()
    } else {
        let first = match whole.scope {
            Scope::Slice(slice) => catalog.slices.datasets(slice).first().copied(),
            _ => None,
        };
        (catalog.collection.start_of(first.unwrap_or(0))..).take(SAMPLED.min(count)).collect()
    };
    let lines_of = |columns: Columns| {
        let entries = numbers.iter().filter_map(|index| catalog.collection.get(*index));
        entries.map(|entry| height_in_tree(canvas, columns, &entry)).sum::<usize>()
    };
    let all_fit =
        |columns: Columns| count <= canvas.most_rows && lines_of(columns) <= canvas.most_rows;
    let makes_room = || all_fit(narrow) || lines_of(narrow) * 10 <= lines_of(columns) * MORE_LINES;
    let columns = if narrow != columns && makes_room() { narrow } else { columns };
    let whole = columns.with_whole_names();
    if all_fit(whole) { whole } else { columns }
}

/// The number of lines of a row in the whole list, nothing folded.
fn height_in_tree(canvas: &Canvas<'_>, columns: Columns, entry: &Entry<'_>) -> usize {
    let tree = &canvas.app.catalog().tree;
    let shown = of_indicator(canvas.app, columns, entry);
    let fold = (!tree.is_flat()).then_some(Fold::NoParts);
    let depth = tree.depth(entry.index);
    columns.height_as(entry.name(), NameDetails { depth, fold, ..shown })
}

/// The number of lines of a list as wide as `body`, with its headings; large if not all rows fit anyway.
pub(super) fn lines(canvas: &Canvas<'_>, body: Rect) -> usize {
    let (app, rows) = (canvas.app, canvas.app.rows());
    if rows.len() > body.height.into() {
        return usize::MAX;
    }
    let list = Rect { width: body.width.saturating_sub(3), ..body };
    let columns = columns(canvas, list);
    let entries = rows.iter().filter_map(|index| app.catalog().collection.get(index));
    let lines = entries.map(|one| height(app, columns, &one)).sum::<usize>().max(1);
    let lines = lines + (0..rows.len()).map(|row| heading_lines(app, row)).sum::<usize>();
    lines + usize::from(list_headings::are_shown(canvas, columns, body))
}

/// Whether the list shows headings: in the order of the source, which they are part of.
fn shows_headings(app: &App) -> bool {
    let is_in_order = app.sort().by == SortBy::Source && !app.sort().reversed;
    app.catalog().has_headings() && app.filter().is_everything() && is_in_order
}

/// The lines above a row: one for a heading that the row before it is not below.
fn heading_lines(app: &App, row: usize) -> usize {
    if !shows_headings(app) {
        return 0;
    }
    let catalog = app.catalog();
    let heading = |row: usize| app.rows().get(row).map_or("", |index| catalog.heading_of(index));
    let own = heading(row);
    if own.is_empty() {
        return 0;
    }
    for before in (0..row).rev() {
        let other = heading(before);
        if other == own {
            return 0;
        }
        // The parts of a row below the heading are below it as well.
        let is_part = app.rows().get(before).is_some_and(|at| catalog.tree.whole_of(at).is_some());
        if !other.is_empty() || !is_part {
            break;
        }
    }
    1
}

/// Draws the heading over a row.
fn heading(canvas: &mut Canvas<'_>, area: Rect, columns: Columns, index: usize) {
    let catalog = canvas.app.catalog();
    let depth = catalog.tree.depth(index);
    let fold = (!catalog.tree.is_flat()).then_some(Fold::NoParts);
    let indent = NameDetails { depth, fold, ..NameDetails::default() }.indent(columns.name);
    let before = columns.lead + indent;
    let room = usize::from(area.width).saturating_sub(before);
    let text = visible(catalog.heading_of(index));
    let text = truncate::cut(&text, room).into_owned();
    let x = area.x + u16::try_from(before).unwrap_or(0).min(area.width);
    let place = Rect { x, width: area.right() - x, height: 1, ..area };
    canvas.line(place, &Line::styled(text, canvas.palette.dim));
}

/// The number of lines of a row.
fn height(app: &App, columns: Columns, entry: &Entry<'_>) -> usize {
    columns.height_as(entry.name(), in_list(app, columns, entry))
}

/// What is shown with the name of a row: its place in the tree, or else the whole that it is a part of.
fn in_list<'a>(app: &'a App, columns: Columns, entry: &Entry<'a>) -> NameDetails<'a> {
    let (catalog, index) = (app.catalog(), entry.index);
    let shown = of_indicator(app, columns, entry);
    let heading = catalog.heading_of(index);
    let below = usize::from(!heading.is_empty() && shows_headings(app));
    // Of several sections, one that distinguishes it from another row of its name.
    let is_shared = || {
        let is_section = matches!(app.section_row().scope, Scope::Section { .. });
        !is_section && catalog.shares_name(index)
    };
    let section = || if is_shared() { &*entry.section.name } else { "" };
    let or_section = |whole: &'a str| if whole.is_empty() { section() } else { whole };
    if catalog.tree.is_flat() {
        let whole = if below > 0 { "" } else { or_section(heading) };
        return NameDetails { depth: below, whole, ..shown };
    }
    if app.shows_tree() {
        let fold = match (catalog.tree.has_parts(index), app.is_folded(index)) {
            (false, _) => Fold::NoParts,
            (true, false) => Fold::Open,
            (true, true) => Fold::Folded,
        };
        let whole = if below > 0 { "" } else { or_section(heading) };
        let depth = catalog.tree.depth(index) + below;
        return NameDetails { depth, fold: Some(fold), whole, ..shown };
    }
    NameDetails { whole: or_section(whole_name(catalog, index)), ..shown }
}

/// What is shown with the name of a row, wherever it is in a tree.
fn of_indicator<'a>(app: &'a App, columns: Columns, entry: &Entry<'a>) -> NameDetails<'a> {
    let (catalog, index) = (app.catalog(), entry.index);
    let indicator = entry.indicator();
    NameDetails {
        period: own_period(entry, &indicator),
        to_review: !indicator.review.is_empty(),
        is_unread: catalog.is_unread(index),
        hides_percent: catalog.hides_percent(entry.dataset_at, &indicator),
        marked: app.marks().contains(index),
        unit: entry.unit().filter(|_| columns.unit == UnitPlace::AfterName).unwrap_or_default(),
        // Of all datasets the same name is listed once for each.
        dataset: Some((catalog.label(entry.dataset_at), Words(app.preferences().lang)))
            .filter(|_| catalog.has_several() && app.section_row().scope == Scope::All),
        ..NameDetails::default()
    }
}

/// The name of the whole that an indicator is a part of, or of the heading above it; empty if there is none.
pub(super) fn whole_name(catalog: &Catalog, index: usize) -> &str {
    let whole = catalog.tree.whole_of(index).and_then(|whole| catalog.collection.get(whole));
    whole.map_or_else(|| catalog.heading_of(index), |whole| whole.name())
}

fn empty(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let words = canvas.words;
    let text = if app.catalog().collection.is_empty() {
        words.nothing_at_all(canvas.only_file().as_deref())
    } else if let Some(status) = app.filter().status {
        let known = (status == Status::Missed).then(|| app.unnamed_totals()).flatten();
        let hint = words.filter_hides_all(words.status(status));
        known.map_or(hint.clone(), |totals| format!("{} {hint}", words.missed_not_named(totals)))
    } else if !app.filter().is_everything() {
        words.filter_hides_all(&filter_parts(canvas).join(" · "))
    } else {
        words.empty_section().to_owned()
    };
    canvas.paragraph(area, &text, canvas.palette.dim);
}
