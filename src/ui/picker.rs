//! The picker view: a small box of choices over the panes.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::canvas::Canvas;
use super::indicators::arrow;
use super::layout;
use super::theme::status_marker;
use super::viewport;
use crate::app::{
    Action, Picker, PickerKind, Scope, SectionRow, SortBy, Target, Top, filter_choices,
};
use crate::text::sanitize::visible;
use crate::text::truncate;

pub(super) fn render(canvas: &mut Canvas<'_>, body: Rect, picker: Picker) {
    let title = match picker.kind {
        PickerKind::Sort => canvas.words.sort_title(),
        PickerKind::Filter => canvas.words.filter_title(),
        PickerKind::Dataset => canvas.words.datasets_title(),
    };
    let choices = choices(canvas, picker.kind);
    let widest = choices.iter().map(|choice| truncate::width(choice)).max().unwrap_or(0);
    let width = u16::try_from(widest.max(truncate::width(title)) + 7).unwrap_or(u16::MAX);
    let height = u16::try_from(choices.len() + 2).unwrap_or(u16::MAX);
    let area = layout::centered(body, width, height);
    Clear.render(area, canvas.buffer);
    let inner = canvas.pane(area, title, "", true);
    let view = viewport::view(picker.list, choices.len(), inner.height.into(), |_| 1);
    let shown = choices.iter().enumerate().skip(view.top);
    for (place, (row, choice)) in inner.rows().zip(shown) {
        let selected = row == picker.list.selected;
        if selected {
            canvas.line(place, &Line::raw("▸"));
            canvas.cursor(place.x, place.y);
        }
        let style =
            if selected { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        let text = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
        canvas.line(text, &Line::styled(truncate::cut(choice, text.width.into()), style));
        canvas.target(place, Target::Choice(row));
    }
    canvas.scrollbar(area, view);
    canvas.frame.picker = Some(view);
}

/// The choices in words, with markers of the current sort and of the statuses.
fn choices(canvas: &Canvas<'_>, kind: PickerKind) -> Vec<String> {
    let app = canvas.app;
    match kind {
        PickerKind::Sort => SortBy::ALL
            .iter()
            .map(|by| {
                let current = app.sort().by == *by;
                let mark = if current { arrow(app.sort()) } else { " " };
                format!("{mark} {}", canvas.words.sort(*by))
            })
            .collect(),
        PickerKind::Filter => filter_choices(app).map(|choice| filter(canvas, &choice)).collect(),
        PickerKind::Dataset => app
            .catalog()
            .dataset_choices()
            .map(|row| format!("  {}", dataset(canvas, row)))
            .collect(),
    }
}

/// A choice of the filter picker. Places and marks that are in effect have a marker, as they hold together.
fn filter(canvas: &Canvas<'_>, choice: &Action) -> String {
    let (app, words) = (canvas.app, canvas.words);
    let active = |is_active: bool| if is_active { "▸" } else { " " };
    match choice {
        Action::Filter(status) => {
            let counts = app.section_row().counts;
            let count = status.map_or(counts.total(), |status| counts.get(status));
            let mark = status.map_or(" ", status_marker);
            format!("{mark} {} ({count})", words.filter(*status))
        }
        Action::OnlyMarked => {
            format!("{} {}", active(app.filter().marked.is_some()), words.only_marked())
        }
        Action::FilterPlace(None) => {
            format!("{} {}", active(app.filter().place.is_none()), words.every_place())
        }
        Action::FilterPlace(Some(place)) => {
            let name = words.place_at(app.catalog(), *place);
            format!("{} {}", active(app.filter().place == Some(*place)), visible(&name))
        }
        _ => format!("  {}", words.action(choice, Top::Picker)),
    }
}

/// The place and period of a dataset, with its id if these are not unique, and the number of its indicators.
fn dataset(canvas: &Canvas<'_>, row: &SectionRow) -> String {
    let catalog = canvas.app.catalog();
    let name = match row.scope {
        Scope::Common => canvas.words.common().into(),
        Scope::Dataset(at) => {
            catalog.collection.datasets().get(at).map_or_else(String::new, |data| {
                let place = canvas.words.place(&data.place);
                let full = [&*place, &*data.period].map(str::trim);
                let full = full
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ");
                let label = catalog.label(at);
                if full.contains(label) {
                    full
                } else if label.contains(&full) {
                    label.to_owned()
                } else {
                    format!("{full} · {}", data.id)
                }
            })
        }
        _ => canvas.words.all().into(),
    };
    format!("{} ({})", visible(&name), row.counts.total())
}
