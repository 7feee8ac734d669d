//! Translates terminal events to actions. Double clicks are detected here, since the application state has no
//! clock.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use crate::app::{Action, App, keymap};

/// Two clicks on the same cell within this time are a double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// The state of the mouse: the last click, for detecting a double click, and whether a button is down.
#[derive(Debug, Default)]
pub(crate) struct Clicks {
    last: Option<(Instant, Position)>,
    down: bool,
}

/// Returns the action of a key, and the key that follows it: Alt with a key that has no meaning is Esc and the
/// key. Terminals send both as the same bytes: Alt with a key, and Esc and the key typed one after the other
/// that arrive together.
fn key_action(app: &App, key: KeyEvent) -> (Option<Action>, Option<Event>) {
    match keymap::action_for(app, &key) {
        None if key.modifiers.contains(KeyModifiers::ALT) && is_typed(key.code) => {
            let alone = KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key };
            (keymap::action_for(app, &KeyCode::Esc.into()), Some(Event::Key(alone)))
        }
        action => (action, None),
    }
}

/// Whether a key is sent as one character, which Alt prefixes with Esc.
fn is_typed(code: KeyCode) -> bool {
    matches!(code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace)
}

impl Clicks {
    /// Whether a button was pressed and not released yet.
    pub(super) fn is_button_down(&self) -> bool {
        self.down
    }

    /// Returns the action of an event, if it has one, and the event that follows from it after the action.
    pub(crate) fn action_for(
        &mut self,
        app: &App,
        event: Event,
    ) -> (Option<Action>, Option<Event>) {
        match event {
            Event::Key(key) => key_action(app, key),
            Event::Paste(text) => (Some(Action::Paste(text)), None),
            Event::Mouse(mouse) => (self.mouse(mouse, Instant::now()), None),
            // A size that the terminal reports is taken by `Explorer::act` before.
            Event::Resize(..) | Event::FocusGained | Event::FocusLost => (None, None),
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
                    place == at && now.saturating_duration_since(then) <= DOUBLE_CLICK
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
    fn a_double_click_is_two_clicks_on_a_cell_in_a_short_time() {
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
        assert!(!click(5, 400), "a third click starts a new count");
        assert!(!click(6, 500), "on another place");
        assert!(!click(6, 1000), "too late");
    }
}
