//! Events of the terminal as actions of the user. A double click is told by the clock, which the
//! state does not have.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use crate::app::{Action, App, keymap};

/// Two clicks on a place within this time are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// The last click, for telling a double one.
#[derive(Debug, Default)]
pub(crate) struct Clicks {
    last: Option<(Instant, Position)>,
    down: bool,
}

/// A key with Alt comes over the line as Esc and the key, and so do these two when they are typed and
/// then arrive together. What means nothing with Alt is taken for the two.
pub(crate) fn apart(app: &App, event: Event) -> impl Iterator<Item = Event> + use<> {
    let (first, second) = match event {
        Event::Key(key) if key.modifiers.contains(KeyModifiers::ALT) && is_typed(key.code) => {
            let alone = KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key };
            match keymap::action_for(app, &key) {
                Some(_) => (event, None),
                None => (Event::Key(KeyCode::Esc.into()), Some(Event::Key(alone))),
            }
        }
        _ => (event, None),
    };
    [Some(first), second].into_iter().flatten()
}

/// Whether a key comes as one character, before which Alt puts an Esc.
fn is_typed(code: KeyCode) -> bool {
    matches!(code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace)
}

impl Clicks {
    /// Whether a button was pressed and has not come up since.
    pub(super) fn is_button_down(&self) -> bool {
        self.down
    }

    /// What an event means, if it means anything.
    pub(crate) fn action_for(&mut self, app: &App, event: Event) -> Option<Action> {
        match event {
            Event::Key(key) => keymap::action_for(app, &key),
            Event::Paste(text) => Some(Action::Paste(text)),
            Event::Mouse(mouse) => self.mouse(mouse, Instant::now()),
            // A frame is drawn after every event anyway, at the size that the window has then.
            Event::Resize(..) | Event::FocusGained | Event::FocusLost => None,
        }
    }

    fn mouse(&mut self, mouse: MouseEvent, now: Instant) -> Option<Action> {
        let at = Position::new(mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::Down(_) => self.down = true,
            MouseEventKind::Up(_) => self.down = false,
            _ => {}
        }
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let double = self.last.take().is_some_and(|(then, place)| {
                    place == at && now.saturating_duration_since(then) <= DOUBLE
                });
                if !double {
                    self.last = Some((now, at));
                }
                Some(Action::Click { at, double })
            }
            MouseEventKind::Drag(MouseButton::Left) => Some(Action::Drag),
            MouseEventKind::ScrollDown => Some(Action::Wheel { at, down: true }),
            MouseEventKind::ScrollUp => Some(Action::Wheel { at, down: false }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::KeyModifiers;

    #[test]
    fn a_double_click_is_two_on_a_place_in_a_short_time() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut click = |column, after| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            let modifiers = KeyModifiers::NONE;
            let event = MouseEvent { kind, column, row: 3, modifiers };
            match clicks.mouse(event, start + Duration::from_millis(after)) {
                Some(Action::Click { double, .. }) => double,
                other => panic!("{other:?}"),
            }
        };
        assert!(!click(5, 0));
        assert!(click(5, 300));
        assert!(!click(5, 400), "a third click begins anew");
        assert!(!click(6, 500), "on another place");
        assert!(!click(6, 1000), "too late");
    }
}
