//! Pure views: the state and a buffer in, cells and a record of what was drawn out.
//!
//! Each pane has its file under the name of its state in [`app`](crate::app). No view knows whether
//! its buffer goes to a terminal, a test or a remote screen.
//!
//! ```
//! # use std::sync::Arc;
//! # use chitieu::app::{App, Choices, Lang, Shared, Theme};
//! # use chitieu::{dataset, model::Collection, ui};
//! # use ratatui::{buffer::Buffer, layout::Rect};
//! # let collection = Collection::new(vec![dataset::embedded().unwrap()]);
//! # let choices = Choices { lang: Lang::Vietnamese, theme: Theme::None, ascii: false, mouse: true };
//! let mut app = App::new(Arc::new(Shared::new(collection)), choices);
//! let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
//! let drawn = ui::draw(&app, &mut buffer);
//! app.settle(drawn);
//! ```

mod canvas;
mod detail;
mod emphasis;
pub mod facts;
mod footer;
mod gauge;
mod header;
mod help;
mod indicator_row;
mod indicators;
mod layout;
mod list_cells;
mod overview;
mod picker;
mod rank_strip;
mod same_elsewhere;
mod search;
mod section_neighbours;
mod sections;
mod status_counts;
mod theme;
mod too_small;
mod viewport;
pub mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use gauge::Gauge;
pub use theme::{Palette, WARNING, sign};
pub use words::Words;

use crate::app::{App, FrameLayout};
use crate::text::ascii::ascii;
use canvas::Canvas;

/// Draws the whole screen and tells what it showed where.
#[must_use]
pub fn draw(app: &App, buffer: &mut Buffer) -> FrameLayout {
    let screen = buffer.area;
    buffer.reset();
    let mut canvas = Canvas::new(app, buffer);
    if screen.width < layout::SMALLEST.0 || screen.height < layout::SMALLEST.1 {
        too_small::render(&mut canvas, screen);
    } else {
        draw_parts(&mut canvas, screen);
    }
    let drawn = canvas.drawn;
    if app.choices().ascii {
        to_ascii(buffer);
    }
    drawn
}

/// The indicator that the selection stands on, on one line, as it goes to the clipboard.
#[must_use]
pub fn clipboard(app: &App) -> Option<String> {
    app.selected_entry().map(|entry| facts::one_line(&entry, Words(app.choices().lang)))
}

fn draw_parts(canvas: &mut Canvas<'_>, screen: Rect) {
    let app = canvas.app;
    let header = header::lines(canvas, screen);
    let parts = layout::parts(screen, u16::try_from(header.len()).unwrap_or(1));
    for (place, line) in parts.header.rows().zip(&header) {
        canvas.line(place, line);
    }
    if let Some(search) = app.search() {
        let panes = layout::search_panes(parts.body);
        if let Some(detail) = panes.detail {
            detail::render(canvas, detail, panes.is_stacked());
        }
        if let Some(indicators) = panes.indicators {
            search::render(canvas, indicators, search);
        }
    } else if app.overview().is_some() {
        overview::render(canvas, parts.body);
    } else {
        draw_panes(canvas, parts.body);
    }
    if let Some(picker) = app.picker() {
        picker::render(canvas, parts.body, picker);
    }
    if let Some(help) = app.help() {
        help::render(canvas, parts.body, help);
    }
    footer::render(canvas, parts.footer);
}

fn draw_panes(canvas: &mut Canvas<'_>, body: Rect) {
    let panes = layout::panes(body, canvas.app.focus());
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

/// Turns a drawn screen into ASCII, cell by cell: no view has to know of it.
fn to_ascii(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        for at in 0..row.len() {
            if row[at].symbol().is_ascii() {
                continue;
            }
            // What was cut ends in two stops, which takes the cell before as well.
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
