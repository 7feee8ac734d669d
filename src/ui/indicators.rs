//! The indicators pane: the list of the selected section's indicators, sorted and filtered.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::facts::own_period;
use super::indicator_row::NameDetails;
use super::layout;
use super::list_columns::Columns;
use super::theme::{MARK, status_marker};
use super::viewport;
use super::words::Words;
use crate::app::{Pane, Scope, Sort, SortBy, Target};
use crate::model::{Entry, Indicator, Status, Totals, percent_of_plan, status};
use crate::text::sanitize::visible;
use crate::text::truncate;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let focused = app.focus() == Pane::Indicators;
    canvas.target(area, Target::Pane(Pane::Indicators));
    let left = format!("{} · {}", canvas.words.indicators(), scope_name(canvas));
    let right = right_title(canvas);
    let inner = canvas.pane(area, &left, &right, focused);
    if app.rows().is_empty() {
        empty(canvas, inner);
        if focused {
            canvas.cursor(inner.x, inner.y);
        }
        return;
    }
    let list = layout::left_of_scrollbar(inner);
    let columns = Columns::new(list.width.into(), app.catalog().figure_width, canvas.words)
        .with_wide(app.catalog().detail_width);
    let collection = &app.catalog().collection;
    let rows = app.rows();
    let entry = |row: usize| rows.get(row).and_then(|index| collection.get(index));
    let near = app.indicators().selected.saturating_sub(list.height.into());
    let near = (near..).take(2 * usize::from(list.height)).map_while(entry);
    let percent = percent_heading(near.map(|entry| entry.indicator()), canvas.words);
    let list = headings(canvas, list, columns, &percent);
    let columns = columns.within(list.height);
    let shown = |entry: &Entry<'_>| NameDetails {
        marked: app.marks().contains(entry.index),
        period: own_period(entry, &entry.indicator()),
        ..NameDetails::default()
    };
    let height =
        |row: usize| entry(row).map_or(1, |entry| columns.height_as(entry.name(), shown(&entry)));
    let view = viewport::view(app.indicators(), rows.len(), list.height.into(), height);
    let mut y = list.y;
    for row in view.top..view.top + view.page {
        let Some(entry) = entry(row) else { continue };
        let height = u16::try_from(height(row)).unwrap_or(1).min(list.bottom().saturating_sub(y));
        let place = Rect { y, height, ..list };
        let emphasis = Emphasis { selected: row == app.indicators().selected, focused };
        let series = (columns.sparkline > 0).then(|| app.catalog().series(entry.index));
        let shown = NameDetails { series: series.as_ref(), ..shown(&entry) };
        canvas.indicator_row(place, columns, &entry.indicator(), shown, emphasis);
        canvas.target(place, Target::Indicator(row));
        y += height;
    }
    canvas.scrollbar(area, view);
    canvas.frame.indicators = Some(view);
}

/// The headings of the columns, where there are columns and room; returns what is left for the list.
fn headings(canvas: &mut Canvas<'_>, area: Rect, columns: Columns, percent: &str) -> Rect {
    if columns.stacked || area.height < 16 {
        return area;
    }
    let before = wide_headings(canvas, columns);
    // The heading may be wider than its column; it then begins over the names.
    let figure = truncate::pad_left(
        canvas.words.actual(),
        columns.after_name() + columns.before_figure() + columns.figure - truncate::width(&before),
    );
    // So may this, over the gauges.
    let room = columns.gauge + 2 + columns.percent;
    let fits = truncate::width(percent) < room;
    let percent =
        truncate::pad_left(if fits { percent } else { canvas.words.percent_short() }, room);
    let series = if columns.sparkline > 0 { canvas.words.periods_heading() } else { "" };
    let series = truncate::cut(series, columns.sparkline);
    let text = format!("{before}{figure}{percent} {series}");
    canvas.line(area, &Line::styled(text, canvas.palette.dim));
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// The headings of unit and plan, each in its column.
fn wide_headings(canvas: &Canvas<'_>, columns: Columns) -> String {
    let mut text = " ".repeat(if columns.before_figure() > 0 { columns.after_name() } else { 0 });
    if columns.unit > 0 {
        let unit = truncate::cut(canvas.words.unit_heading(), columns.unit);
        text = format!("{text}{} ", truncate::pad(&unit, columns.unit));
    }
    if columns.plan > 0 {
        let plan = truncate::cut(canvas.words.plan_short(), columns.plan);
        text = format!("{text}{}", truncate::pad_left(&plan, columns.plan));
    }
    text
}

/// What the percents of some indicators are of: of the year's plan, where all plans are of one period and one of
/// them is in progress, as the detail says of each.
fn percent_heading(indicators: impl Iterator<Item = Indicator>, words: Words) -> String {
    let mut periods = Vec::new();
    let mut in_progress = false;
    for indicator in indicators.filter(|indicator| percent_of_plan(indicator).is_some()) {
        in_progress |= status(&indicator) == Status::InProgress;
        let period = indicator.plan.as_ref().and_then(|plan| plan.period);
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    match periods[..] {
        [period] if in_progress => format!("% {}", words.plan_of(period)),
        _ => words.percent_short().to_owned(),
    }
}

fn scope_name(canvas: &Canvas<'_>) -> String {
    let app = canvas.app;
    let datasets = app.catalog().collection.datasets();
    let name = match app.section_row().scope {
        Scope::All => None,
        Scope::Common => return canvas.words.common().to_owned(),
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

/// Filter, sort and position; always shown, as they decide what is listed.
fn right_title(canvas: &Canvas<'_>) -> String {
    let app = canvas.app;
    let mut parts = Vec::new();
    parts.extend(filter_parts(canvas));
    parts.extend(sort_part(canvas));
    let position = (app.indicators().selected + 1).min(app.rows().len());
    parts.push(format!("{position}/{}", app.rows().len()));
    parts.join(" · ")
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
    let place = filter.place.map(|place| {
        let name = words.place_at(canvas.app.catalog(), place);
        visible(&name).into_owned()
    });
    let marked = filter.marked.as_ref().map(|_| format!("{MARK} {}", words.marked_short()));
    [status, place, marked].into_iter().flatten().collect()
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
        Scope::All | Scope::Common => 0,
        Scope::Dataset(dataset) | Scope::Section { dataset, .. } => dataset,
    };
    let totals = app.catalog().collection.datasets().get(dataset)?.totals.as_ref()?;
    (totals.missed_named < totals.missed).then_some(totals)
}
