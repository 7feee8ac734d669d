//! The search view: the field and the hits, with the matched letters highlighted in the published names.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::facts::own_period;
use super::indicators::whole_name;
use super::layout;
use super::list_columns::Columns;
use super::row_name::{NameDetails, NameStyles, RowName};
use super::viewport;
use super::wanted_columns::Wanted;
use super::words::Words;
use crate::app::{App, Search, Target, has_sections};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The most indicators of a collection in which the other hits of one are counted with each frame.
const MOST_COUNTED: usize = 100_000;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let app = canvas.app;
    let right = canvas.words.some_of(search.len(), app.catalog().dictionary().len());
    let inner = canvas.pane(area, canvas.words.search(), &right, true);
    let text = inner_text(inner);
    let Some(field) = text.rows().next() else { return };
    let below = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    if search.is_empty() {
        nothing(canvas, below, search);
    } else {
        hits(canvas, below, search);
        let view = canvas.frame.hits.unwrap_or_default();
        canvas.scrollbar(area, view);
    }
    // Last, as the cursor belongs in the field.
    render_field(canvas, field, search);
}

/// The part of an area that text has, which does not touch the border.
fn inner_text(area: Rect) -> Rect {
    let margin = u16::from(area.width > 30);
    Rect { x: area.x + margin, width: area.width - 2 * margin, ..area }
}

/// Draws the field, scrolled so that the cursor is visible.
fn render_field(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let prompt = "/ ";
    let room = usize::from(area.width).saturating_sub(prompt.len() + 1);
    let before = visible(search.field.before_cursor()).into_owned();
    let after = visible(&search.field.text()[search.field.before_cursor().len()..]).into_owned();
    let mut shown = before.as_str();
    while truncate::width(shown) > room {
        let first = shown.graphemes(true).next().map_or(shown.len(), str::len);
        shown = &shown[first..];
    }
    let rest = truncate::cut(&after, room.saturating_sub(truncate::width(shown)));

    let hint = if search.field.text().is_empty() { canvas.words.search_hint() } else { "" };
    let line = Line::from(vec![
        Span::styled(prompt, canvas.palette.focus.add_modifier(Modifier::BOLD)),
        Span::raw(shown),
        Span::raw(rest),
        Span::styled(truncate::cut(hint, room), canvas.palette.dim),
    ]);
    canvas.line(area, &line);
    // A screen reader follows the selection once the user is among the hits.
    if search.in_hits && !search.is_empty() {
        return;
    }
    let x = prompt.len() + truncate::width(shown);
    canvas.cursor(area.x + u16::try_from(x).unwrap_or(0).min(area.width - 1), area.y);
}

fn hits(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let (app, words) = (canvas.app, canvas.words);
    let collection = &app.catalog().collection;
    let area = layout::left_of_scrollbar(area);
    // The last line names the section of the selected hit, as a search covers all sections.
    let section = u16::from(area.height > 3);
    let list = Rect { height: area.height - section, ..area };
    let wanted = Wanted::of(app, canvas.words).in_short();
    let columns = Columns::new(area.width.into(), wanted).within(list.height);
    let entry = |row: usize| collection.get(app.hit_number(row)?);
    let shown = |row: usize| hit_details(app, words, search, row);
    // A heading over the hits that are only similar, if there is room for it.
    let similar = search.first_similar().filter(|_| list.height > 2);
    let above = |row: usize| usize::from(similar == Some(row));
    let height_in = |columns: Columns, row: usize| {
        entry(row).map_or(1, |entry| above(row) + columns.height_as(entry.name(), shown(row)))
    };
    // No name is cut above empty lines.
    let lines = usize::from(list.height);
    let whole = columns.with_whole_names();
    let all_fit = search.len() <= lines
        && (0..search.len()).map(|row| height_in(whole, row)).sum::<usize>() <= lines;
    let columns = if all_fit { whole } else { columns };
    let height = |row: usize| height_in(columns, row);
    let view = viewport::view(search.list, search.len(), list.height.into(), height);
    let mut y = list.y;
    for row in view.top..view.top + view.page {
        let Some(entry) = entry(row) else { continue };
        let height = u16::try_from(height(row)).unwrap_or(1).min(list.bottom().saturating_sub(y));
        let mut place = Rect { y, height, ..list };
        y += height;
        if above(row) > 0 {
            let label = Line::styled(canvas.words.similar(), canvas.palette.dim);
            canvas.line(inner_text(Rect { height: 1, ..place }), &label);
            place = Rect { y: place.y + 1, height: place.height - 1, ..place };
        }
        let emphasis = Emphasis { selected: row == search.list.selected, focused: true };
        canvas.indicator_row(place, columns, &entry.indicator(), shown(row), emphasis);
        canvas.target(place, Target::Hit(row));
    }
    canvas.frame.hits = Some(view);
    if section > 0 {
        let place = Rect { y: area.bottom() - 1, height: 1, ..area };
        section_of_selected(canvas, inner_text(place), search);
    }
}

/// What is shown of a hit next to its name.
fn hit_details<'a>(app: &'a App, words: Words, search: &'a Search, row: usize) -> NameDetails<'a> {
    let hit = search.hit(row);
    let catalog = app.catalog();
    let entry_of = |row: usize| catalog.collection.get(app.hit_number(row)?);
    let Some(entry) = entry_of(row) else { return NameDetails::default() };
    let slice = app.slice();
    let is_listed = slice.is_some() && catalog.slices.of_dataset(entry.dataset_at) == slice;
    let whole = whole_name(catalog, entry.index);
    // Two equal names are distinguished by their sections.
    let is_alone = !whole.is_empty() || !has_sections(entry.dataset);
    let is_same = |other: usize| entry_of(other).is_some_and(|one| one.name() == entry.name());
    let is_twin = is_same(row + 1) || row.checked_sub(1).is_some_and(is_same);
    let indicator = entry.indicator();
    NameDetails {
        places: hit.map_or(&[], |hit| &hit.places),
        unit: entry.unit().unwrap_or_default(),
        unit_places: hit.map_or(&[], |hit| &hit.unit_places),
        whole: if !is_alone && is_twin { &entry.section.name } else { whole },
        // The slice that is listed is in the header.
        dataset: (!is_listed).then(|| (catalog.label(entry.dataset_at), words)),
        period: own_period(&entry, &indicator),
        is_unread: catalog.is_unread(entry.index),
        hides_percent: catalog.hides_percent(entry.dataset_at, &indicator),
        to_review: !indicator.review.is_empty(),
        marked: app.marks().contains(entry.index),
        ..NameDetails::default()
    }
}

/// Draws the section of the selected hit, with the letters that the query matched.
fn section_of_selected(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let Some(entry) = canvas.app.selected_entry() else { return };
    let hit = search.hit(search.list.selected);
    let mut shown = RowName::default();
    let has_several = canvas.app.catalog().collection.datasets().len() > 1;
    // A file without sections has none to name.
    if has_sections(entry.dataset) {
        shown.push(canvas.words.section_label(), &[]);
        shown.push(": ", &[]);
        shown.push(&entry.section.name, hit.map_or(&[], |hit| &hit.section_places));
        shown.push(if has_several { " · " } else { "" }, &[]);
    }
    if has_several {
        let words = canvas.words;
        let period = words.period_text(&entry.dataset.period);
        shown.push(&words.place(&entry.dataset.place), &[]);
        shown.push(if period.is_empty() { "" } else { " · " }, &[]);
        shown.push(&period, &[]);
        let others = fitting_elsewhere(canvas, search);
        if others > 0 {
            shown.push(" · ", &[]);
            shown.push(&words.elsewhere_too(others), &[]);
        }
    }
    let styles = NameStyles::plain(canvas.palette.dim, canvas.palette.matched);
    for line in shown.lines(area.width.into(), 1, styles) {
        canvas.line(area, &line);
    }
}

/// How many other results of the selected indicator fit the filters of the query.
fn fitting_elsewhere(canvas: &Canvas<'_>, search: &Search) -> usize {
    let catalog = canvas.app.catalog();
    let filters = search.filters();
    if filters.filters().is_empty() || catalog.collection.len() > MOST_COUNTED {
        return 0;
    }
    let Some(own) = canvas.app.selected() else { return 0 };
    let all = catalog.same_indicators(own).into_iter().filter(|other| *other != own);
    all.filter(|other| filters.passes(&catalog.collection, *other)).count()
}

/// Draws the message for a search without hits.
fn nothing(canvas: &mut Canvas<'_>, area: Rect, search: &Search) {
    let (words, dim) = (canvas.words, canvas.palette.dim);
    let query = search.field.text().trim();
    if query.is_empty() {
        return;
    }
    if search.is_running() {
        canvas.paragraph(area, words.searching(), dim);
        return;
    }
    let shown = visible(query);
    let shown = truncate::cut(&shown, 60);
    if canvas.app.loading().is_some() {
        // The rest of the file may have it: the message is about the rows read so far.
        let text = words.no_hits_yet(&shown, canvas.app.catalog().dictionary().len());
        canvas.paragraph(area, &text, Style::new());
        return;
    }
    let taken = canvas.paragraph(area, &words.no_hits(&shown), Style::new());
    let taken = taken.min(area.height);
    let below = Rect { y: area.y + taken, height: area.height - taken, ..area };
    let catalog = canvas.app.catalog();
    let advice = words.nothing_found_advice(search.filters(), &catalog.collection);
    canvas.paragraph(below, &advice, dim);
}
