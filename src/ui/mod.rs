//! Views: pure functions from the state to the cells of a buffer and the layout of what was drawn.
//!
//! Each pane has a file with the name of its state in [`app`](crate::app). A view does not know whether its
//! buffer goes to a terminal, a test or a remote screen.
//!
//! ```
//! # use std::sync::Arc;
//! # use chitieu::app::{App, Catalog, Lang, Preferences, Theme};
//! # use chitieu::{dataset, model::Collection, ui};
//! # use ratatui::{buffer::Buffer, layout::Rect};
//! # let collection = Collection::new(vec![dataset::embedded().unwrap()]);
//! # let (lang, theme) = (Lang::Vietnamese, Theme::None);
//! # let preferences = Preferences { lang, theme, ascii: false, mouse: true };
//! let mut app = App::new(Arc::new(Catalog::new(collection)), preferences);
//! let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
//! let frame = ui::draw(&app, &mut buffer);
//! app.settle(frame);
//! ```

mod block_columns;
mod block_table;
mod canvas;
mod chart_columns;
mod chart_scale;
mod column_split;
mod compared_rows;
mod comparison;
mod detail;
mod detail_rows;
mod dot_canvas;
mod emphasis;
pub mod facts;
mod footer;
mod gauge;
mod header;
mod help;
mod indicator_row;
mod indicators;
mod layout;
mod length_bar;
pub mod linear;
mod list_cells;
mod list_columns;
mod list_headings;
mod list_title;
mod name_with_whole;
mod overview;
mod overview_lines;
mod picker;
mod rank_strip;
mod ranking_summary;
mod ranking_window;
mod report_text;
mod room;
mod row_cell;
mod row_name;
mod same_elsewhere;
mod search;
mod section_neighbours;
mod sections;
mod series;
mod series_across;
mod series_chart;
mod series_plans;
mod series_plot;
mod series_table;
mod side_by_side;
mod signs;
mod source_sentence;
mod sparkline;
mod status_counts;
mod status_text;
mod target_line;
mod theme;
mod too_small;
mod viewport;
mod wanted_columns;
pub mod words;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

pub use gauge::Gauge;
pub use status_text::status_text;
pub use theme::{Palette, WARNING, status_marker};
pub use words::Words;

use crate::app::{App, FrameLayout, Pane, Search, Target, Top};
use crate::text::ascii::{ascii, currency_name};
use canvas::Canvas;
use list_columns::Columns;
use wanted_columns::Wanted;

/// Draws the whole screen in place of what the buffer holds, and returns its layout.
#[must_use]
pub fn draw(app: &App, buffer: &mut Buffer) -> FrameLayout {
    let screen = buffer.area;
    buffer.reset();
    let mut canvas = Canvas::new(app, buffer);
    if screen.width < layout::SMALLEST.width || screen.height < layout::SMALLEST.height {
        too_small::render(&mut canvas, screen);
    } else {
        draw_areas(&mut canvas, screen);
    }
    let frame = canvas.frame;
    if app.preferences().ascii {
        to_ascii(buffer);
    }
    frame
}

/// Returns the selected indicator as one line of text for the clipboard.
#[must_use]
pub fn clipboard(app: &App) -> Option<String> {
    app.selected_entry().map(|entry| facts::one_line(&entry, Words(app.preferences().lang)))
}

fn draw_areas(canvas: &mut Canvas<'_>, screen: Rect) {
    let app = canvas.app;
    let header = header::lines(canvas, screen);
    let notice = footer::notice_lines(canvas, screen);
    let lines = |lines: usize| u16::try_from(lines).unwrap_or(1);
    let areas = layout::split_screen(screen, lines(header.len()), lines(notice.len().max(1)));
    for (place, header) in areas.header.rows().zip(header) {
        canvas.line(place, &header.line);
        for (offset, width, action) in header.hints {
            let column = |at: usize| u16::try_from(at).unwrap_or(u16::MAX).min(place.width);
            let (x, width) = (column(offset), column(width));
            let hint = Rect { x: place.x + x, width: width.min(place.width - x), ..place };
            canvas.target(hint, Target::Hint(action));
        }
    }
    match (app.body(), app.search()) {
        (Top::Search, Some(search)) => draw_search(canvas, areas.body, search),
        (Top::Text, _) => report_text::render(canvas, areas.body),
        (Top::Comparison, _) => comparison::render(canvas, areas.body),
        (Top::Overview, _) => overview::render(canvas, areas.body),
        _ => draw_panes(canvas, areas.body),
    }
    match (app.top(), app.picker(), app.help()) {
        (Top::Picker | Top::FieldPicker, Some(picker), _) => {
            picker::render(canvas, areas.body, picker)
        }
        (Top::Help, _, Some(help)) => help::render(canvas, areas.body, help),
        _ => {}
    }
    footer::render(canvas, areas.footer, &notice);
}

fn draw_search(canvas: &mut Canvas<'_>, body: Rect, search: &Search) {
    // Where the list and the detail are without a search; the hits of a short list have some lines.
    canvas.most_rows = usize::from(layout::most_list_lines(body).saturating_sub(3));
    let needed = needed_sizes(canvas, Some(body));
    let list_height = needed.list_height.max(LOWEST_SEARCH);
    let panes = layout::search_panes(body, layout::NeededSizes { list_height, ..needed });
    if let Some(detail) = panes.detail {
        detail::render(canvas, detail, panes.is_stacked());
    }
    if let Some(hits) = panes.indicators {
        search::render(canvas, hits, search);
    }
}

/// The fewest lines of a search, borders included.
const LOWEST_SEARCH: u16 = 12;
/// The fewest periods of a list that is over its detail in a wide window.
const CHARTED: usize = 3;

/// The sizes that sections and list need; `body` is where the list is drawn, if it may be over the detail. The
/// scrollbar and the borders of the list take three columns, its borders two lines.
fn needed_sizes(canvas: &Canvas<'_>, body: Option<Rect>) -> layout::NeededSizes {
    let app = canvas.app;
    let wanted = Wanted::of(app, canvas.words);
    let list = u16::try_from(Columns::needed(wanted, has_ranking(app)) + 3).unwrap_or(u16::MAX);
    let rows = app.section_rows();
    // One section has what all have.
    let sections =
        layout::SectionsNeed { width: sections::width(canvas), has_several: rows.len() > 2 };
    // All rows count, so that the layout does not depend on filter and section.
    let all = rows[0].counts.total() + rows[0].parts.total() + 1;
    let wide = body.filter(|body| body.width >= layout::SIDE_BY_SIDE);
    let over_detail = wide.is_some_and(|body| {
        let has_charts = Wanted::periods(app) >= CHARTED;
        let is_short = all + 2 <= usize::from(body.height / 3);
        has_charts && is_short || needs_width(app, wanted, body, sections)
    });
    let lines = body.map_or(usize::MAX, |body| {
        let sections = layout::sections_width(body, app.focus(), sections);
        let left = if over_detail { sections } else { 0 };
        let lines = indicators::lines(canvas, Rect { width: body.width - left, ..body });
        if over_detail { lines.max(all) } else { lines }
    });
    let list_height = u16::try_from(lines.saturating_add(2)).unwrap_or(u16::MAX);
    layout::NeededSizes { sections, list, list_height, over_detail }
}

/// Whether the detail ranks places, whose names need its width more than the list needs long gauges.
fn has_ranking(app: &App) -> bool {
    app.catalog().slices.place_count() > 2
}

/// Whether the list of data of several periods has columns as wide as the body that it has no room for next to its
/// detail.
fn needs_width(app: &App, wanted: Wanted, body: Rect, sections: layout::SectionsNeed) -> bool {
    if Wanted::periods(app) < 2 {
        return false;
    }
    // As while the list has the focus: the layout does not change with it.
    let sections = layout::sections_width(body, Pane::Indicators, sections);
    let columns = |width: u16| Columns::new(width.saturating_sub(sections + 3).into(), wanted);
    columns(body.width).says_more_than(&columns(body.width - layout::detail_width(body)))
}

fn draw_panes(canvas: &mut Canvas<'_>, body: Rect) {
    // Without the borders and the headings.
    canvas.most_rows = usize::from(layout::most_list_lines(body).saturating_sub(3));
    let panes = layout::panes(body, canvas.app.focus(), needed_sizes(canvas, Some(body)));
    if let Some(indicators) = panes.indicators {
        indicators::render(canvas, indicators);
    }
    if let Some(sections) = panes.sections {
        sections::render(canvas, sections);
    }
    if let Some(detail) = panes.detail {
        detail::render(canvas, detail, panes.is_stacked());
    }
}

/// Writes the name of a currency in place of its sign at the start of some cells, where the word that it begins has
/// free cells after it.
fn name_currency(cells: &mut [Cell], name: &str) -> bool {
    let more = name.len() - 1;
    let is_free = |cells: &[Cell]| cells.iter().all(|cell| cell.symbol() == " ");
    let word = cells.iter().position(|cell| cell.symbol() == " ").unwrap_or(cells.len());
    // One cell stays free before what follows.
    if cells.get(word..=word + more).is_none_or(|after| !is_free(after)) {
        return false;
    }
    cells[1..word + more].rotate_right(more);
    for (cell, letter) in cells.iter_mut().zip(name.chars()) {
        cell.set_char(letter);
    }
    true
}

/// Converts a drawn screen to ASCII, cell by cell, so that no view needs an ASCII form.
fn to_ascii(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        for at in 0..row.len() {
            if row[at].symbol().is_ascii() {
                continue;
            }
            if let Some(name) = currency_name(row[at].symbol())
                && name_currency(&mut row[at..], name)
            {
                continue;
            }
            // An ellipsis becomes two full stops, the first in the cell before it.
            if row[at].symbol() == "…"
                && let Some(before) = at.checked_sub(1).map(|before| &mut row[before])
                && before.symbol() != "|"
            {
                before.set_char('.');
            }
            let plain = ascii(row[at].symbol());
            row[at].set_char(plain.chars().next().unwrap_or('?'));
        }
    }
}
