//! The picker view: a small box of choices over the panes.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::canvas::Canvas;
use super::layout;
use super::list_columns::{RowCell, UnitPlace};
use super::list_headings::arrow;
use super::theme::status_marker;
use super::viewport;
use super::wanted_columns::Wanted;
use crate::app::{
    Action, DatasetLabel, ListColumn, Picker, PickerKind, Scope, SectionRow, StatusFilter, Target,
    Top,
};
use crate::model::Status;
use crate::text::sanitize::visible;
use crate::text::truncate;

pub(super) fn render(canvas: &mut Canvas<'_>, body: Rect, picker: &Picker) {
    let words = canvas.words;
    let title = match picker.kind {
        PickerKind::Sort => words.sort_title(),
        PickerKind::Filter => words.filter_title(),
        PickerKind::Columns => words.columns_title(),
        PickerKind::Dataset => words.datasets_title(),
        PickerKind::Period => words.periods_title(),
        PickerKind::Place => words.places_title(),
    };
    let choices: Vec<String> = picker.choices().iter().map(|choice| text(canvas, choice)).collect();
    let field = u16::from(picker.has_field());
    let widest = choices.iter().map(|choice| truncate::width(choice)).max().unwrap_or(0);
    // A field keeps the size of the box while choices come and go.
    let least = if field > 0 { truncate::width(words.no_such_place()) } else { 0 };
    let width = u16::try_from(widest.max(truncate::width(title)).max(least) + 7);
    let count = if field > 0 { canvas.app.catalog().slices.place_count() } else { choices.len() };
    let height = u16::try_from(count + 2).unwrap_or(u16::MAX).saturating_add(field);
    let area = layout::centered(body, width.unwrap_or(u16::MAX), height);
    Clear.render(area, canvas.buffer);
    let position = format!("{}/{}", (picker.list.selected + 1).min(choices.len()), choices.len());
    let right = if choices.len() > usize::from(area.height) { &*position } else { "" };
    let inner = canvas.pane(area, title, right, true);
    canvas.target(area, Target::Picker);
    let list = Rect { y: inner.y + field, height: inner.height.saturating_sub(field), ..inner };
    let view = viewport::view(picker.list, choices.len(), list.height.into(), |_| 1);
    let shown = choices.iter().enumerate().skip(view.top);
    for (place, (row, choice)) in list.rows().zip(shown) {
        let selected = row == picker.list.selected;
        if selected {
            canvas.line(place, &Line::raw("▸"));
            canvas.cursor(place.x, place.y);
        }
        let style =
            if selected { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        let text = Rect { x: place.x + 2, width: place.width.saturating_sub(3), ..place };
        canvas.line(text, &Line::styled(truncate::cut(choice, text.width.into()), style));
        canvas.target(place, Target::Choice(row));
    }
    if choices.is_empty() {
        canvas.paragraph(list, words.no_such_place(), canvas.palette.dim);
    }
    canvas.scrollbar(area, view);
    canvas.frame.picker = Some(view);
    if field > 0 {
        render_field(canvas, Rect { height: field, ..inner }, picker);
    }
}

/// Draws the field with what was typed; the cursor stays in it, as in the search.
fn render_field(canvas: &mut Canvas<'_>, area: Rect, picker: &Picker) {
    let prompt = "/ ";
    let room = usize::from(area.width).saturating_sub(prompt.len() + 1);
    let typed = visible(picker.field.text());
    let hint = if typed.is_empty() { canvas.words.place_hint() } else { "" };
    let typed = truncate::cut(&typed, room).into_owned();
    let line = Line::from(vec![
        Span::styled(prompt, canvas.palette.focus.add_modifier(Modifier::BOLD)),
        Span::raw(typed),
        Span::styled(truncate::cut(hint, room).into_owned(), canvas.palette.dim),
    ]);
    canvas.line(area, &line);
    let before = truncate::width(&visible(picker.field.before_cursor())).min(room);
    let x = u16::try_from(prompt.len() + before).unwrap_or(0);
    canvas.cursor(area.x + x.min(area.width.saturating_sub(1)), area.y);
}

/// A choice in words, with markers of the current sort, of the statuses and of the shown columns.
fn text(canvas: &Canvas<'_>, choice: &Action) -> String {
    let (app, words) = (canvas.app, canvas.words);
    match choice {
        Action::SortBy(by) => {
            let mark = if app.sort().by == *by { arrow(app.sort()) } else { " " };
            format!("{mark} {}", words.sort(*by))
        }
        Action::Filter(filter) => {
            let mark = filter.map_or(" ", status_marker);
            format!("{mark} {} ({})", words.filter(*filter), counted(canvas, *filter))
        }
        Action::ToggleColumn(column) => {
            let mark = if app.wants(*column) { "[x]" } else { "[ ]" };
            let is_missing = app.wants(*column) && !is_shown(canvas, *column);
            let has_data = Wanted::of(app, words).has(*column);
            let why = if has_data { words.no_room() } else { words.no_data() };
            let missing = if is_missing { format!(" ({why})") } else { String::new() };
            format!("{mark} {}{missing}", words.column(*column))
        }
        Action::SwitchTo(Scope::Slice(slice)) => slice_name(canvas, *slice),
        Action::SwitchTo(scope) => {
            let rows = app.catalog().dataset_choices();
            let row = rows.into_iter().find(|row| row.scope == *scope);
            row.map_or_else(String::new, |row| format!("  {}", dataset(canvas, row)))
        }
        Action::OnlyToReview => {
            let mark = if app.filter().to_review { "▸" } else { " " };
            format!("{mark} {}", words.action(choice, Top::Picker))
        }
        Action::OnlyMarked => {
            let mark = if app.filter().marked.is_some() { "▸" } else { " " };
            format!("{mark} {}", words.only_marked())
        }
        choice => format!("  {}", words.action(choice, Top::Picker)),
    }
}

/// How many indicators have a status: wholes, parts, and those that the source counts without naming them.
fn counted(canvas: &Canvas<'_>, filter: StatusFilter) -> String {
    let SectionRow { counts, parts, .. } = canvas.app.filtered_row();
    let Some(status) = filter else { return counts.total().to_string() };
    let (wholes, parts) = (counts.get(status), parts.get(status));
    let unnamed = canvas.app.unnamed_totals().filter(|_| status == Status::Missed);
    match (unnamed, parts) {
        (Some(totals), _) => format!("{wholes}/{}", totals.missed),
        (None, 0) => wholes.to_string(),
        (None, parts) => canvas.words.and_parts(wholes, parts),
    }
}

/// Whether the list below the picker shows a column.
fn is_shown(canvas: &Canvas<'_>, column: ListColumn) -> bool {
    let columns = canvas.list_columns;
    let is_unit_elsewhere = column == ListColumn::Unit && columns.unit != UnitPlace::Column;
    is_unit_elsewhere || columns.has(RowCell::of(column))
}

/// What distinguishes a slice in its picker, and the number of its indicators.
fn slice_name(canvas: &Canvas<'_>, slice: usize) -> String {
    let catalog = canvas.app.catalog();
    let first = catalog.slices.datasets(slice).first();
    let Some(dataset) = first.and_then(|at| catalog.collection.datasets().get(*at)) else {
        return String::new();
    };
    let is_places = canvas.app.picker().is_some_and(|picker| picker.kind == PickerKind::Place);
    let own_period = canvas.app.current_slice();
    let own_period = own_period.and_then(|slice| catalog.slices.datasets(slice).first());
    let own_period = own_period.and_then(|at| catalog.collection.datasets().get(*at));
    let is_other = own_period.is_none_or(|own| own.period != dataset.period);
    let place = canvas.words.place(&dataset.place);
    let name = match (is_places, is_other) {
        (true, true) if !dataset.period.is_empty() => {
            format!("{place} · {}", canvas.words.period_text(&dataset.period))
        }
        (true, _) => place.into_owned(),
        (false, _) if dataset.period.is_empty() => canvas.words.no_figure().to_owned(),
        (false, _) => canvas.words.period_text(&dataset.period).into_owned(),
    };
    let count = catalog.section_rows(Some(slice))[0].counts.total();
    format!("{} ({count})", visible(&name))
}

/// The place and period of a dataset, with its id if these are not unique, and the number of its indicators.
fn dataset(canvas: &Canvas<'_>, row: &SectionRow) -> String {
    let catalog = canvas.app.catalog();
    let name = match row.scope {
        Scope::Dataset(at) => {
            catalog.collection.datasets().get(at).map_or_else(String::new, |data| {
                let id = catalog.label(at).id;
                let whole =
                    DatasetLabel { place: Some(&data.place), period: Some(&data.period), id };
                canvas.words.dataset_label(whole)
            })
        }
        _ => canvas.words.all().into(),
    };
    format!("{} ({})", visible(&name), row.counts.total())
}
