//! The footer: a notice, or hints of the available keys, read from the keymap.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::words::key_name;
use crate::app::keymap;
use crate::app::{Action, Target};
use crate::text::truncate;

/// Keys with the same description.
struct Hint {
    keys: String,
    does: &'static str,
    action: Action,
}

impl Hint {
    fn width(&self) -> usize {
        truncate::width(&self.keys) + 1 + truncate::width(self.does)
    }
}

const GAP: usize = 2;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(notice) = canvas.app.notice() {
        let text = truncate::cut(&canvas.words.notice(notice), area.width.into()).into_owned();
        canvas.line(area, &Line::styled(text, canvas.palette.warning));
        return;
    }
    let mut x = area.x;
    for hint in fitting(hints(canvas), area.width.into()) {
        let width = u16::try_from(hint.width()).unwrap_or(u16::MAX);
        let place = Rect { x, width: width.min(area.right() - x), ..area };
        let line = Line::from(vec![
            Span::styled(hint.keys.clone(), Style::new().add_modifier(Modifier::BOLD)),
            Span::styled(format!(" {}", hint.does), canvas.palette.dim),
        ]);
        canvas.line(place, &line);
        canvas.target(place, Target::Hint(hint.action));
        x = (x + width + GAP as u16).min(area.right());
    }
}

/// The hints for what is on top: actions without effect are omitted, neighbours with the same description
/// joined.
fn hints(canvas: &Canvas<'_>) -> Vec<Hint> {
    let top = canvas.app.top();
    let mut hints: Vec<Hint> = Vec::new();
    for binding in keymap::on_top(top) {
        if !binding.hint || !canvas.app.can(&binding.action) {
            continue;
        }
        let Some(key) = binding.keys.first() else {
            continue;
        };
        let does = canvas.words.action(&binding.action, top);
        match hints.last_mut().filter(|hint| hint.does == does) {
            Some(hint) => hint.keys.push_str(&key_name(key)),
            None => {
                let action = binding.action.clone();
                hints.push(Hint { keys: key_name(key), does, action });
            }
        }
    }
    hints
}

/// As many hints as fit into `width` columns. Copy is dropped first, then hints from the end; back, help and
/// quit go last.
fn fitting(mut hints: Vec<Hint>, width: usize) -> Vec<Hint> {
    let total = |hints: &[Hint]| {
        hints.iter().map(Hint::width).sum::<usize>() + GAP * hints.len().saturating_sub(1)
    };
    while total(&hints) > width {
        let at =
            |gives_way: fn(&Action) -> bool| hints.iter().rposition(|hint| gives_way(&hint.action));
        let next = at(|action| *action == Action::Copy)
            .or_else(|| at(|action| !matches!(action, Action::Back | Action::Help | Action::Quit)))
            .or_else(|| at(|action| *action == Action::Help))
            .or_else(|| at(|action| *action == Action::Quit));
        hints.remove(next.unwrap_or(0));
    }
    hints
}
