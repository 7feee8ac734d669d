//! An explorer on a remote screen: bytes in, bytes out. It knows neither the line nor the time.

use std::io::{self, Write};
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use ratatui::buffer::Buffer;

use super::client_env;
use crate::app::{Action, App, Catalog, Effect, FrameLayout, Preferences};
use crate::terminal::Input;
use crate::terminal::explorer::Explorer;
use crate::terminal::screen::Screen;
use crate::terminal::sequences;
use crate::ui::Words;

/// Draws a state.
pub(super) type DrawFn = fn(&App, &mut Buffer) -> FrameLayout;

/// Of a paste more is of no use: the search field takes less.
const PASTE_BYTES: usize = 4096;

/// From how many indicators on a key may take so long, to sort them, say, that no other visit is to wait for
/// it.
const MANY: usize = 5000;

/// One App on a remote screen.
pub(super) struct RemoteExplorer {
    explorer: Explorer<Vec<u8>, DrawFn>,
    size: (u16, u16),
    may_take_long: bool,
}

impl RemoteExplorer {
    pub(super) fn new(
        shared: Arc<Catalog>,
        choices: Preferences,
        size: (u16, u16),
        view: DrawFn,
    ) -> Self {
        let mut first = sequences::ENTER.as_bytes().to_vec();
        if choices.mouse {
            first.extend_from_slice(sequences::mouse(true).as_bytes());
        }
        let may_take_long = shared.collection.len() >= MANY;
        let app = App::new(shared, choices).restricted();
        let input = Input::with_pastes_of(PASTE_BYTES);
        let explorer = Explorer::new(app, Screen::new(first), input, view);
        Self { explorer, size, may_take_long }
    }

    pub(super) fn words(&self) -> Words {
        Words(self.explorer.app.preferences().lang)
    }

    /// Whether a key may take longer than others can wait.
    pub(super) fn may_take_long(&self) -> bool {
        self.may_take_long
    }

    /// Takes in bytes. Returns whether the guest left.
    pub(super) fn take(&mut self, bytes: &[u8]) -> io::Result<bool> {
        self.explorer.input.push(bytes);
        self.act()
    }

    /// Whether a search is under way.
    pub(super) fn is_searching(&self) -> bool {
        self.explorer.app.is_searching()
    }

    /// Does the next piece of the search that is under way.
    pub(super) fn continue_search(&mut self) {
        self.explorer.app.update(Action::ContinueSearch);
    }

    /// How long to wait for the rest of what was begun, if anything was.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.explorer.input.timeout()
    }

    /// Takes what was begun for all there is. Returns whether the guest left.
    pub(super) fn give_up(&mut self) -> io::Result<bool> {
        self.explorer.input.give_up();
        self.act()
    }

    pub(super) fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// What is to be sent for the screen to show the state; nothing if it shows it already.
    pub(super) fn frame(&mut self) -> io::Result<Bytes> {
        self.explorer.draw(self.size)?;
        Ok(mem::take(self.explorer.screen.writer()).into())
    }

    fn act(&mut self) -> io::Result<bool> {
        let left = self.explorer.act(|to, effect| match effect {
            // Some clients tell no other size than the first: whoever sees that asks for a new frame.
            Effect::Redraw => to.write_all(sequences::ASK_SIZE.as_bytes()),
            // There is no shell to stop for, and a guest reads no files.
            Effect::Suspend | Effect::Reload => Ok(()),
            Effect::Quit | Effect::Copy | Effect::Mouse(_) => Ok(()),
        })?;
        if let Some((columns, rows)) = self.explorer.reported_size.take() {
            self.size = client_env::size(columns.into(), rows.into());
        }
        Ok(left)
    }
}

/// What gives a screen back, with a line of what there is to say.
pub(super) fn farewell(said: Option<&str>) -> Bytes {
    let line = said.map(|said| format!("{said}\r\n")).unwrap_or_default();
    format!("{}{line}", sequences::LEAVE).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Lang, Theme};
    use crate::model::Collection;
    use crate::{dataset, ui};
    use proptest::prelude::*;
    use std::sync::OnceLock;

    const CHOICES: Preferences =
        Preferences { lang: Lang::Vietnamese, theme: Theme::Terminal, ascii: false, mouse: true };

    fn visit() -> RemoteExplorer {
        static SHARED: OnceLock<Arc<Catalog>> = OnceLock::new();
        let shared = SHARED.get_or_init(|| {
            let embedded = dataset::embedded().unwrap();
            Arc::new(Catalog::new(Collection::new(vec![embedded])))
        });
        RemoteExplorer::new(shared.clone(), CHOICES, (80, 24), ui::draw)
    }

    fn terminal() -> vt100::Parser {
        vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0)
    }

    #[test]
    fn what_is_sent_takes_the_screen_shows_it_and_gives_it_back() {
        let (mut visit, mut terminal) = (visit(), terminal());
        terminal.process(&visit.frame().unwrap());
        assert!(terminal.screen().alternate_screen() && terminal.screen().bracketed_paste());
        assert!(terminal.screen().contents().contains("GRDP"));
        assert!(visit.frame().unwrap().is_empty(), "nothing changed, so nothing is sent");
        assert!(!visit.take(b"/h\xe1\xbb").unwrap());
        assert!(!visit.take(b"\x99 ngh").unwrap());
        terminal.process(&visit.frame().unwrap());
        assert!(terminal.screen().contents().contains("hộ ngh"));
        assert!(visit.take(b"\x03").unwrap(), "the guest leaves");
        terminal.process(&farewell(Some("Hẹn gặp lại")));
        assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
        assert!(terminal.screen().contents().contains("Hẹn gặp lại"));
    }

    #[test]
    fn a_client_that_forwards_no_size_can_be_asked_for_it() {
        let (mut visit, mut terminal) = (visit(), terminal());
        visit.frame().unwrap();
        assert!(!visit.take(b"\x0c").unwrap());
        let asked = visit.frame().unwrap();
        assert!(asked.windows(5).any(|part| part == b"\x1b[18t"));
        assert!(!visit.take(b"\x1b[8;10;").unwrap());
        assert!(!visit.take(b"40t").unwrap());
        terminal.process(&visit.frame().unwrap());
        assert_eq!(visit.size, (40, 10));
        assert!(terminal.screen().contents().lines().count() <= 10);
    }

    #[test]
    fn there_is_no_way_to_a_shell() {
        let mut visit = visit();
        assert!(!visit.take(b"\x1a\x1c!:").unwrap());
        assert!(!visit.explorer.app.may_suspend());
    }

    proptest! {
        // Each of many keys may be a search, and nothing here is optimised.
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Whatever comes in, in whatever pieces: no panic, little is kept, frames have an end.
        #[test]
        fn no_bytes_do_harm(
            pieces in prop::collection::vec(
                prop::collection::vec(prop_oneof![
                    4 => prop::sample::select(b"\x1b[]OP<M0123;~Agsft?\r\t\x7f\x07\\hn".to_vec()),
                    1 => any::<u8>(),
                ], 0..30), 0..6),
            columns in 1u32..200,
            rows in 1u32..60,
        ) {
            let mut visit = visit();
            for (at, piece) in pieces.iter().enumerate() {
                if visit.take(piece).unwrap() {
                    break;
                }
                if at % 3 == 1 {
                    visit.resize(crate::serve::client_env::size(columns, rows));
                }
                prop_assert!(visit.frame().unwrap().len() < 400_000);
            }
            visit.give_up().unwrap();
            visit.frame().unwrap();
        }
    }
}
