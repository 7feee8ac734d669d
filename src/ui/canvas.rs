//! The canvas of a frame: the state, the words, the colours and the buffer, and the layout of what was drawn.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::scrollbar;
use ratatui::text::Line;
use ratatui::widgets::{
    Block, BorderType, Borders, Scrollbar, ScrollbarOrientation, ScrollbarState, StatefulWidget,
    Widget,
};

use super::list_columns::Columns;
use super::target_line::TargetLine;
use super::theme::Palette;
use super::words::{Words, key_name};
use crate::app::keymap::Key;
use crate::app::{App, FrameLayout, Target, View};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The scrollbar thumb on the border; in ASCII it differs from a gauge's bar.
const THUMB: &str = "▐";

/// The arrow keys in ASCII.
const ARROWS: [(&str, &str); 4] = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")];

/// One frame being drawn.
pub(super) struct Canvas<'a> {
    pub(super) app: &'a App,
    pub(super) words: Words,
    pub(super) palette: Palette,
    pub(super) buffer: &'a mut Buffer,
    pub(super) frame: FrameLayout,
    /// The columns of the list of indicators, once it is drawn.
    pub(super) list_columns: Columns,
    /// The most lines of rows that a list of indicators may have in this window.
    pub(super) most_rows: usize,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(app: &'a App, buffer: &'a mut Buffer) -> Self {
        let choices = app.preferences();
        Self {
            app,
            words: Words(choices.lang),
            palette: Palette::of(choices.theme),
            buffer,
            frame: FrameLayout::default(),
            list_columns: Columns::default(),
            most_rows: 0,
        }
    }

    /// The name of the only open file, as it can be shown.
    pub(super) fn only_file(&self) -> Option<Cow<'a, str>> {
        let path = self.app.catalog().only_file()?;
        // Where the files are on the machine of a server is no affair of its users.
        let name = path.rsplit(['/', '\\']).next().filter(|_| self.app.is_restricted());
        Some(visible(name.unwrap_or(path)))
    }

    /// The name of a key; in ASCII an arrow is a word, as its sign would be that of a sort.
    pub(super) fn key_name(&self, key: &Key) -> String {
        let name = key_name(key);
        if !self.app.preferences().ascii {
            return name;
        }
        ARROWS.into_iter().fold(name, |name, (arrow, word)| name.replace(arrow, word))
    }

    /// Draws one line; one that is wider than `area` ends in "…" at its right edge.
    pub(super) fn line(&mut self, area: Rect, line: &Line<'_>) {
        if area.is_empty() {
            return;
        }
        self.buffer.set_line(area.x, area.y, line, area.width);
        let is_cut = |text: String| truncate::width(text.trim_end()) > area.width.into();
        if line.width() > area.width.into() && is_cut(line.to_string()) {
            self.buffer[(area.right() - 1, area.y)].set_symbol("…");
        }
    }

    /// Draws one line with the parts of it that answer clicks.
    pub(super) fn target_line(&mut self, area: Rect, TargetLine { line, targets }: &TargetLine) {
        self.line(area, line);
        for (columns, target) in targets {
            let [start, end] = [columns.start, columns.end]
                .map(|column| u16::try_from(column).unwrap_or(u16::MAX).min(area.width));
            self.target(Rect { x: area.x + start, width: end - start, ..area }, target.clone());
        }
    }

    /// Draws text wrapped at words from the top of `area`, which is that of a pane: it does not touch the border.
    /// Returns the number of rows used.
    pub(super) fn paragraph(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let margin = u16::from(area.width > 20);
        let area = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
        let wrapped = truncate::wrap(text, area.width.into(), area.height.into());
        for (row, line) in area.rows().zip(&wrapped) {
            self.line(row, &Line::styled(line.as_str(), style));
        }
        u16::try_from(wrapped.len()).unwrap_or(u16::MAX)
    }

    /// Draws the border and titles of a pane and returns the area inside. A pane with the focus has a thick
    /// border as well as another colour. The right title is omitted if it does not fit next to the left one.
    pub(super) fn pane(&mut self, area: Rect, left: &str, right: &str, focused: bool) -> Rect {
        self.frame(area, Borders::ALL, [left, right], focused)
    }

    /// Draws a rule with a title over a pane that is under another one, and returns the area below. The rule
    /// separates them.
    pub(super) fn pane_under(&mut self, area: Rect, title: &str, focused: bool) -> Rect {
        self.frame(area, Borders::TOP, [title, ""], focused)
    }

    fn frame(
        &mut self,
        area: Rect,
        borders: Borders,
        [left, right]: [&str; 2],
        focused: bool,
    ) -> Rect {
        let (border, border_style, title_style) = if focused {
            (BorderType::Thick, self.palette.focus, Style::new().add_modifier(Modifier::BOLD))
        } else {
            (BorderType::Rounded, self.palette.border, Style::new())
        };
        let room = usize::from(area.width.saturating_sub(2));
        let left = truncate::cut(left, room.saturating_sub(2));
        let free = room.saturating_sub(truncate::width(&left) + 3);
        let block = Block::new()
            .borders(borders)
            .border_type(border)
            .border_style(border_style)
            .title(Line::styled(format!(" {left} "), title_style));
        let block = if !right.is_empty() && truncate::width(right) + 2 <= free {
            block.title(Line::styled(format!(" {right} "), self.palette.dim).right_aligned())
        } else {
            block
        };
        let inner = block.inner(area);
        block.render(area, self.buffer);
        inner
    }

    /// Draws a scrollbar on the right border of a pane, if not all of its rows are visible.
    pub(super) fn scrollbar(&mut self, pane: Rect, view: View) {
        if view.page >= view.rows || pane.height < 5 {
            return;
        }
        let mut state = ScrollbarState::new(view.rows.saturating_sub(view.page) + 1)
            .position(view.top)
            .viewport_content_length(view.page);
        let symbols = scrollbar::Set { thumb: THUMB, ..scrollbar::VERTICAL };
        let inner = Rect { y: pane.y + 1, height: pane.height - 2, ..pane };
        Scrollbar::new(ScrollbarOrientation::VerticalRight)
            .symbols(symbols)
            .begin_symbol(None)
            .end_symbol(None)
            .track_symbol(None)
            .thumb_style(Style::reset().patch(self.palette.border))
            .render(inner, self.buffer, &mut state);
    }

    /// Records a mouse target.
    pub(super) fn target(&mut self, area: Rect, target: Target) {
        self.frame.targets.push((area, target));
    }

    /// Sets the position of the terminal's cursor; what is drawn later, on top, sets it again.
    pub(super) fn cursor(&mut self, x: u16, y: u16) {
        self.frame.cursor = Some(Position::new(x, y));
    }
}
