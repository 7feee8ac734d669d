//! The search: the field, and what it finds as one types, with the matched letters highlighted on
//! the names as published.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::facts::own_period;
use super::indicator_row::{Columns, Shown};
use super::layout;
use super::window;
use crate::app::{Search, Target};
use crate::text::fit;
use crate::text::safe::visible;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let app = canvas.app;
    let right = if search.field.text().is_empty() {
        String::new()
    } else {
        canvas.words.some_of(search.hits.len(), app.shared().collection.len())
    };
    let inner = canvas.pane(area, canvas.words.search(), &right, true);
    let mut rows = inner.rows();
    let Some(field) = rows.next() else { return };
    let below = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    if search.hits.is_empty() {
        nothing(canvas, below, search);
    } else {
        hits(canvas, below, search);
        let view = canvas.drawn.hits.unwrap_or_default();
        canvas.scrollbar(area, view);
    }
    // Last, as the cursor belongs in the field.
    render_field(canvas, field, search);
}

/// The field, scrolled so that the cursor is in it.
fn render_field(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let prompt = "/ ";
    let room = usize::from(area.width).saturating_sub(prompt.len() + 1);
    let before = visible(search.field.before_cursor()).into_owned();
    let after = visible(&search.field.text()[search.field.before_cursor().len()..]).into_owned();
    let mut shown = before.as_str();
    while fit::width(shown) > room {
        let first = shown.graphemes(true).next().map_or(shown.len(), str::len);
        shown = &shown[first..];
    }
    let rest = fit::cut(&after, room.saturating_sub(fit::width(shown)));
    let line = Line::from(vec![
        Span::styled(prompt, canvas.palette.focus.add_modifier(Modifier::BOLD)),
        Span::raw(shown),
        Span::raw(rest),
    ]);
    canvas.line(area, &line);
    let x = prompt.len() + fit::width(shown);
    canvas.cursor(area.x + u16::try_from(x).unwrap_or(0).min(area.width - 1), area.y);
}

fn hits(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let app = canvas.app;
    let collection = &app.shared().collection;
    let area = layout::beside_scrollbar(area);
    // The last line tells in which section the selected hit stands, across which one searches.
    let section = u16::from(area.height > 3);
    let list = Rect { height: area.height - section, ..area };
    let columns = Columns::new(area.width.into(), app.shared().figure_width, canvas.words);
    let columns = columns.within(list.height);
    let entry = |row: usize| collection.get(search.hits[row].index);
    let shown = |row: usize| Shown {
        places: &search.hits[row].places,
        dataset: entry(row).map_or("", |entry| app.shared().label(entry.dataset_at)),
        period: entry(row).and_then(|entry| own_period(&entry, &entry.indicator())),
    };
    let height =
        |row: usize| entry(row).map_or(1, |entry| columns.height_as(entry.name(), shown(row)));
    let view = window::view(search.list, search.hits.len(), list.height.into(), height);
    let mut y = list.y;
    for row in view.top..view.top + view.page {
        let Some(entry) = entry(row) else { continue };
        let height = u16::try_from(height(row)).unwrap_or(1).min(list.bottom().saturating_sub(y));
        let place = Rect { y, height, ..list };
        let emphasis = Emphasis { selected: row == search.list.selected, focused: true };
        canvas.indicator_row(place, columns, &entry.indicator(), shown(row), emphasis);
        canvas.target(place, Target::Hit(row));
        y += height;
    }
    canvas.drawn.hits = Some(view);
    if let (1, Some(entry)) = (section, app.selected_entry()) {
        let mut told =
            format!("{}: {}", canvas.words.section_label(), visible(&entry.section.name));
        if collection.datasets().len() > 1 {
            told = format!("{told} · {}", visible(&entry.dataset.place));
        }
        let told = fit::cut(&told, area.width.into()).into_owned();
        let place = Rect { y: area.bottom() - 1, height: 1, ..area };
        canvas.line(place, &Line::styled(told, canvas.palette.dim));
    }
}

/// Before anything is typed, and where nothing is found.
fn nothing(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let (words, dim) = (canvas.words, canvas.palette.dim);
    let query = search.field.text().trim();
    if query.is_empty() {
        canvas.paragraph(area, words.search_hint(), dim);
        return;
    }
    if search.is_under_way() {
        canvas.paragraph(area, words.searching(), dim);
        return;
    }
    let shown = visible(query);
    let shown = fit::cut(&shown, 60);
    if canvas.app.reading().is_some() {
        // What is not read yet may well have it: nothing is said of that.
        let said = words.no_hits_yet(&shown, canvas.app.shared().collection.len());
        canvas.paragraph(area, &said, Style::new());
        return;
    }
    let said = words.no_hits(&shown);
    let taken = canvas.paragraph(area, &said, Style::new());
    let taken = taken.min(area.height);
    let below = Rect { y: area.y + taken, height: area.height - taken, ..area };
    canvas.paragraph(below, words.search_nothing_hint(), dim);
}
