//! The indicators pane: the list of the selected section's indicators, sorted and filtered.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::facts::own_period;
use super::layout;
use super::list_columns::{Columns, RowCell, UnitPlace};
use super::row_name::{Fold, NameDetails};
use super::theme::{MARK, TO_REVIEW, status_marker};
use super::viewport;
use super::wanted_columns::Wanted;
use super::words::Words;
use crate::app::{App, Catalog, ChangeBefore, ListColumn, Pane, Scope, Sort, SortBy, Target};
use crate::model::{Entry, Indicator, Series, Status, Totals, percent_of_plan, status};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The fewest lines of a list with headings, and of one with several figures in a row.
const HEADINGS_FROM: u16 = 16;
const HEADINGS_OF_SEVERAL: u16 = 2;
/// The share of the lines of a list, next to other panes, that a selection scrolls ahead.
const LINES_AHEAD: usize = 4;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let (app, words) = (canvas.app, canvas.words);
    let focused = app.focus() == Pane::Indicators;
    canvas.target(area, Target::Pane(Pane::Indicators));
    let left = format!("{} · {}", canvas.words.indicators(), scope_name(canvas));
    let room = usize::from(area.width).saturating_sub(truncate::width(&left) + 8);
    let right = right_title(canvas, room);
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
    let collection = &app.catalog().collection;
    let rows = app.rows();
    let entry = |row: usize| rows.get(row).and_then(|index| collection.get(index));
    let near = app.indicators().selected.saturating_sub(list.height.into());
    let near = (near..).take(2 * usize::from(list.height)).map_while(entry);
    let near: Vec<Indicator> = near.map(|entry| entry.indicator()).collect();
    let percent = percent_heading(&near, canvas.words);
    let plan = plan_heading(&near, canvas.words);
    let list = headings(canvas, list, columns, [&plan, &percent]);
    let columns = columns.within(list.height);
    let height = |row: usize| entry(row).map_or(1, |one| height((app, words), columns, &one));
    let lines = usize::from(list.height);
    let ahead = if area.width < canvas.buffer.area.width { lines / LINES_AHEAD } else { 0 };
    let view = viewport::view_ahead(app.indicators(), rows.len(), (lines, ahead), height);
    let mut y = list.y;
    for row in view.top..view.top + view.page {
        let Some(entry) = entry(row) else { continue };
        let height = u16::try_from(height(row)).unwrap_or(1).min(list.bottom().saturating_sub(y));
        let place = Rect { y, height, ..list };
        let emphasis = Emphasis { selected: row == app.indicators().selected, focused };
        let indicator = entry.indicator();
        let needs_series = columns.has(RowCell::Sparkline) || columns.has(RowCell::Change);
        let series =
            if needs_series { app.catalog().series(entry.index) } else { Series::default() };
        let change = ChangeBefore::of(&indicator, entry.index, &series);
        let shown =
            NameDetails { series: Some(&series), change, ..in_list((app, words), columns, &entry) };
        canvas.indicator_row(place, columns, &indicator, shown, emphasis);
        canvas.target(place, Target::Indicator(row));
        y += height;
    }
    canvas.scrollbar(area, view);
    canvas.frame.indicators = Some(view);
}

/// The columns of the list. If all rows fit with narrower names, these make room for other columns.
fn columns(canvas: &Canvas<'_>, list: Rect) -> Columns {
    let app = canvas.app;
    let wanted = Wanted::of(app, canvas.words);
    let columns = Columns::new(list.width.into(), wanted);
    let narrow = Columns::new(list.width.into(), Wanted { narrow_names: true, ..wanted });
    let rows = app.rows();
    let most = usize::from(list.height.saturating_sub(1));
    if narrow == columns || rows.len() > most {
        return columns;
    }
    let entries = rows.iter().filter_map(|index| app.catalog().collection.get(index));
    let lines = entries.map(|one| height((app, canvas.words), narrow, &one)).sum::<usize>();
    if lines <= most { narrow } else { columns }
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
    let lines = entries.map(|one| height((app, canvas.words), columns, &one)).sum::<usize>().max(1);
    lines + usize::from(has_headings(columns, body))
}

/// The number of lines of a row.
fn height(app: (&App, Words), columns: Columns, entry: &Entry<'_>) -> usize {
    columns.height_as(entry.name(), in_list(app, columns, entry))
}

/// What is shown with the name of a row: its place in the tree, or else the whole that it is a part of.
fn in_list<'a>(
    (app, words): (&'a App, Words),
    columns: Columns,
    entry: &Entry<'a>,
) -> NameDetails<'a> {
    let (catalog, index) = (app.catalog(), entry.index);
    let indicator = entry.indicator();
    let shown = NameDetails {
        period: own_period(entry, &indicator),
        to_review: !indicator.review.is_empty(),
        is_unread: catalog.is_unread(index),
        marked: app.marks().contains(index),
        unit: entry.unit().filter(|_| columns.unit == UnitPlace::AfterName).unwrap_or_default(),
        // Of all datasets the same name is listed once for each.
        dataset: Some((catalog.label(entry.dataset_at), words))
            .filter(|_| catalog.has_several() && app.section_row().scope == Scope::All),
        ..NameDetails::default()
    };
    if catalog.tree.is_flat() {
        return shown;
    }
    if app.shows_tree() {
        let fold = match (catalog.tree.has_parts(index), app.is_folded(index)) {
            (false, _) => Fold::NoParts,
            (true, false) => Fold::Open,
            (true, true) => Fold::Folded,
        };
        return NameDetails { depth: catalog.tree.depth(index), fold: Some(fold), ..shown };
    }
    NameDetails { whole: whole_name(catalog, index), ..shown }
}

/// The name of the whole that an indicator is a part of; empty if it is none.
pub(super) fn whole_name(catalog: &Catalog, index: usize) -> &str {
    let whole = catalog.tree.whole_of(index).and_then(|whole| catalog.collection.get(whole));
    whole.map_or("", |whole| whole.name())
}

/// The headings of the columns, where there are columns and room; returns what is left for the list. A click on one
/// sorts by it.
fn headings(
    canvas: &mut Canvas<'_>,
    area: Rect,
    columns: Columns,
    [plan, percent]: [&str; 2],
) -> Rect {
    if !has_headings(columns, area) {
        return area;
    }
    let words = canvas.words;
    let of_percent = columns.gauge_and_percent();
    let fits = truncate::width(plan) <= columns.width(RowCell::Plan) + 1;
    let plan = if fits { plan } else { words.plan_short() };
    let fits = truncate::width(percent) <= of_percent;
    let percent = if fits { percent } else { words.percent_short() };
    let figure = words.actual();
    let of_figure = columns.width(RowCell::Figure) + 1;
    let figure = if truncate::width(figure) <= of_figure { figure } else { words.actual_short() };
    let periods =
        [words.periods_heading(), words.period_heading(), words.trend_heading()].into_iter();
    let of_periods = columns.width(RowCell::Sparkline);
    let mut periods = periods.filter(|text| truncate::width(text) <= of_periods);
    let periods = periods.next().unwrap_or_default();
    let all = [
        (ListColumn::Unit, words.unit_heading(), false),
        (ListColumn::Plan, plan, true),
        (ListColumn::Actual, figure, true),
        (ListColumn::Percent, percent, true),
        (ListColumn::Change, words.change_column(), true),
        (ListColumn::Periods, periods, false),
    ];
    for (column, text, at_right) in all {
        let (cell, width) = match column {
            ListColumn::Percent => (RowCell::Gauge, of_percent),
            _ => (RowCell::of(column), columns.width(RowCell::of(column))),
        };
        if width == 0 {
            continue;
        }
        let offset = columns.offset(cell);
        // The heading may be one column wider than its figures: there is a space before them.
        let wider = usize::from(at_right && truncate::width(text) > width);
        let (offset, width) = (offset - wider, width + wider);
        let sort = canvas.app.sort();
        let sorted = if column.sort_key() == Some(sort.by) { arrow(sort) } else { "" };
        let text = truncate::cut(text, width.saturating_sub(truncate::width(sorted)));
        let text = format!("{text}{sorted}");
        let text = if at_right { truncate::pad_left(&text, width) } else { text };
        let x = area.x + u16::try_from(offset).unwrap_or(0);
        let width = u16::try_from(width).unwrap_or(0);
        let place = Rect { x, width, height: 1, ..area };
        canvas.line(place, &Line::styled(text, canvas.palette.dim));
        if let Some(by) = column.sort_key() {
            canvas.target(place, Target::Heading(by));
        }
    }
    let names =
        Rect { width: u16::try_from(columns.lead + columns.name).unwrap_or(0), height: 1, ..area };
    canvas.target(names, Target::Heading(SortBy::Name));
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Whether the columns of a list have headings.
fn has_headings(columns: Columns, list: Rect) -> bool {
    // Without headings a plan, a result and a change cannot be distinguished.
    let has_several = [RowCell::Plan, RowCell::Change].into_iter().any(|cell| columns.has(cell));
    let least = if has_several { HEADINGS_OF_SEVERAL } else { HEADINGS_FROM };
    !columns.stacked && list.height >= least
}

/// What the percents of some indicators are of: of the year's plan, where all plans are of one period and one of
/// them is in progress, as the detail says of each.
fn percent_heading(indicators: &[Indicator], words: Words) -> String {
    let (mut periods, mut of) = (Vec::new(), None);
    let mut in_progress = false;
    for indicator in indicators.iter().filter(|indicator| percent_of_plan(indicator).is_some()) {
        in_progress |= status(indicator) == Status::InProgress;
        let period = indicator.plan.as_ref().and_then(|plan| plan.period);
        of = indicator.period;
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    match periods[..] {
        [period] if in_progress => format!("% {}", words.plan_of(period, of)),
        _ => words.percent_short().to_owned(),
    }
}

/// What the plans are of: of the year, where all results are of a part of it.
fn plan_heading(indicators: &[Indicator], words: Words) -> String {
    let planned = || indicators.iter().filter_map(|one| one.plan.as_ref().map(|plan| (one, plan)));
    let in_progress = planned().all(|(one, _)| status(one) == Status::InProgress);
    let of = planned().next().and_then(|(one, _)| one.period);
    let mut periods = planned().map(|(_, plan)| plan.period);
    match periods.next() {
        Some(first) if in_progress && periods.all(|other| other == first) => {
            words.plan_of(first, of)
        }
        _ => words.plan_short().to_owned(),
    }
}

fn scope_name(canvas: &Canvas<'_>) -> String {
    let app = canvas.app;
    let datasets = app.catalog().collection.datasets();
    let name = match app.section_row().scope {
        Scope::All | Scope::Slice(_) => None,
        Scope::Dataset(dataset) => {
            datasets.get(dataset).map(|dataset| canvas.words.place(&dataset.place))
        }
        Scope::Section { dataset, section } => {
            let found = datasets.get(dataset).and_then(|dataset| dataset.sections.get(section));
            found.map(|section| section.name.as_str().into())
        }
    };
    name.map_or_else(|| canvas.words.all().to_owned(), |name| visible(&name).into_owned())
}

/// Filter, sort and position; always shown, as they decide what is listed. With parts in the list also how many
/// indicators and parts there are, if there is `room`.
fn right_title(canvas: &Canvas<'_>, room: usize) -> String {
    let app = canvas.app;
    let mut parts = Vec::new();
    parts.extend(filter_parts(canvas));
    parts.extend(sort_part(canvas));
    let position = (app.indicators().selected + 1).min(app.rows().len());
    parts.push(format!("{position}/{}", app.rows().len()));
    let row = app.section_row();
    let short = parts.join(" · ");
    if !app.shows_tree() {
        return short;
    }
    let counted = canvas.words.wholes_and_parts(row.counts.total(), row.parts);
    let long = format!("{counted} · {short}");
    if truncate::width(&long) <= room { long } else { short }
}

/// What is sorted by; `None` for the order of the source.
pub(super) fn sort_part(canvas: &Canvas<'_>) -> Option<String> {
    let sort = canvas.app.sort();
    (sort != Sort::SOURCE).then(|| format!("{} {}", canvas.words.sort(sort.by), arrow(sort)))
}

/// What the filter lists, in words; nothing if it lists everything.
pub(super) fn filter_parts(canvas: &Canvas<'_>) -> Vec<String> {
    let (filter, words) = (canvas.app.filter(), canvas.words);
    let status = filter
        .status
        .map(|status| format!("{} {}", status_marker(status), words.status_short(status)));
    let review = filter.to_review.then(|| format!("{TO_REVIEW} {}", words.to_review()));
    let marked = filter.marked.as_ref().map(|_| format!("{MARK} {}", words.marked_short()));
    [status, review, marked].into_iter().flatten().collect()
}

/// The direction of a sort: names and source order ascend, figures descend, unless reversed.
pub(super) fn arrow(sort: Sort) -> &'static str {
    let rises = matches!(sort.by, SortBy::Name | SortBy::Source);
    if rises == sort.reversed { "↓" } else { "↑" }
}

fn empty(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let words = canvas.words;
    let text = if app.catalog().collection.is_empty() {
        words.nothing_at_all().to_owned()
    } else if let Some(status) = app.filter().status {
        let known = (status == Status::Missed).then(|| unnamed_totals(canvas)).flatten();
        let hint = words.filter_hides_all(words.status(status));
        known.map_or(hint.clone(), |totals| format!("{} {hint}", words.missed_not_named(totals)))
    } else if !app.filter().is_everything() {
        words.filter_hides_all(&filter_parts(canvas).join(" · "))
    } else {
        words.empty_section().to_owned()
    };
    canvas.paragraph(area, &text, canvas.palette.dim);
}

/// Totals of the current dataset, if they count more missed indicators than they name.
fn unnamed_totals<'a>(canvas: &Canvas<'a>) -> Option<&'a Totals> {
    let app = canvas.app;
    let dataset = match app.section_row().scope {
        Scope::All => 0,
        Scope::Slice(slice) => *app.catalog().slices.datasets(slice).first()?,
        Scope::Dataset(dataset) | Scope::Section { dataset, .. } => dataset,
    };
    let totals = app.catalog().collection.datasets().get(dataset)?.totals.as_ref()?;
    (totals.missed_named < totals.missed).then_some(totals)
}
