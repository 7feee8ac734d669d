//! An explorer on a remote screen: input bytes to output bytes. It knows neither the connection nor the time.

use std::io::{self, Write};
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::client_env;
use crate::app::{Action, App, Catalog, Effect, FrameLayout, Preferences};
use crate::terminal::Input;
use crate::terminal::explorer::Explorer;
use crate::terminal::screen::Screen;
use crate::terminal::sequences;
use crate::ui::Words;

/// Draws the state of an [`App`] into a buffer.
pub(super) type DrawFn = fn(&App, &mut Buffer) -> FrameLayout;

/// The maximum length of a paste in bytes: the search field takes less.
const PASTE_BYTES: usize = 4096;

/// From this number of indicators on a key may take so long, for sorting for example, that it must not block
/// the other sessions.
const MAY_BLOCK_FROM: usize = 5000;

/// One [`App`], its input and its remote screen.
pub(super) struct RemoteExplorer {
    explorer: Explorer<Vec<u8>, DrawFn>,
    size: Size,
    may_block: bool,
}

impl RemoteExplorer {
    pub(super) fn new(
        catalog: Arc<Catalog>,
        preferences: Preferences,
        size: Size,
        draw: DrawFn,
    ) -> Self {
        let mut start = sequences::ENTER.as_bytes().to_vec();
        if preferences.mouse {
            start.extend_from_slice(sequences::mouse(true).as_bytes());
        }
        let may_block = catalog.collection.len() >= MAY_BLOCK_FROM;
        let app = App::new(catalog, preferences).restricted();
        let input = Input::with_pastes_of(PASTE_BYTES);
        let explorer = Explorer::new(app, Screen::new(start), input, draw);
        Self { explorer, size, may_block }
    }

    pub(super) fn words(&self) -> Words {
        Words(self.explorer.app.preferences().lang)
    }

    /// Whether a key may take so long that it must not block the other sessions.
    pub(super) fn may_block(&self) -> bool {
        self.may_block
    }

    /// Receives bytes of input. Returns whether the user quit.
    pub(super) fn receive(&mut self, bytes: &[u8]) -> io::Result<bool> {
        self.explorer.input.push(bytes);
        self.act()
    }

    /// Whether a search is running.
    pub(super) fn is_searching(&self) -> bool {
        self.explorer.app.is_searching()
    }

    /// Runs the next part of the search.
    pub(super) fn continue_search(&mut self) {
        self.explorer.app.update(Action::ContinueSearch);
    }

    /// How long to wait for the rest of an incomplete escape sequence, if there is one.
    pub(super) fn input_timeout(&self) -> Option<Duration> {
        self.explorer.input.timeout()
    }

    /// Takes an incomplete escape sequence as complete. Returns whether the user quit.
    pub(super) fn give_up(&mut self) -> io::Result<bool> {
        self.explorer.input.give_up();
        self.act()
    }

    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// The bytes that make the screen show the state; empty if it shows it already.
    pub(super) fn frame(&mut self) -> io::Result<Bytes> {
        self.explorer.draw(self.size)?;
        Ok(mem::take(self.explorer.screen.writer()).into())
    }

    fn act(&mut self) -> io::Result<bool> {
        let has_quit = self.explorer.act(|writer, effect| match effect {
            // Some clients report no size after the first: a redraw asks the terminal itself.
            Effect::Redraw => writer.write_all(sequences::ASK_SIZE.as_bytes()),
            // There is no shell to suspend to, and a client cannot make the server read or write files.
            Effect::Suspend | Effect::Reload | Effect::Save(_) | Effect::EditText(_) => Ok(()),
            Effect::Quit | Effect::Copy | Effect::Mouse(_) => Ok(()),
        })?;
        if let Some(Size { width, height }) = self.explorer.reported_size.take() {
            self.size = client_env::size(width.into(), height.into());
        }
        Ok(has_quit)
    }
}

/// Leaves the alternate screen and restores the terminal, then shows a message.
pub(super) fn closing_message(message: Option<&str>) -> Bytes {
    let line = message.map(|message| format!("{message}\r\n")).unwrap_or_default();
    format!("{}{line}", sequences::LEAVE).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Lang, Theme};
    use crate::model::{Collection, Dataset};
    use crate::{dataset, ui};
    use proptest::prelude::*;
    use std::sync::OnceLock;

    const PREFERENCES: Preferences =
        Preferences { lang: Lang::Vietnamese, theme: Theme::Terminal, ascii: false, mouse: true };

    fn explorer() -> RemoteExplorer {
        explorer_with(PREFERENCES)
    }

    fn explorer_with(preferences: Preferences) -> RemoteExplorer {
        static SHARED: OnceLock<Arc<Catalog>> = OnceLock::new();
        let catalog = SHARED.get_or_init(|| {
            let embedded = dataset::embedded().unwrap();
            Arc::new(Catalog::new(Collection::new(vec![embedded])))
        });
        RemoteExplorer::new(catalog.clone(), preferences, Size::new(80, 24), ui::draw)
    }

    fn terminal() -> vt100::Parser {
        vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0)
    }

    #[test]
    fn draws_on_the_alternate_screen_and_restores_the_terminal() {
        let (mut explorer, mut terminal) = (explorer(), terminal());
        terminal.process(&explorer.frame().unwrap());
        assert!(terminal.screen().alternate_screen() && terminal.screen().bracketed_paste());
        assert!(terminal.screen().contents().contains("GRDP"));
        assert!(explorer.frame().unwrap().is_empty(), "nothing changed, so nothing is sent");
        assert!(!explorer.receive(b"/h\xe1\xbb").unwrap());
        assert!(!explorer.receive(b"\x99 ngh").unwrap());
        terminal.process(&explorer.frame().unwrap());
        assert!(terminal.screen().contents().contains("hộ ngh"));
        assert!(explorer.receive(b"\x03").unwrap(), "the user quits");
        terminal.process(&closing_message(Some("Hẹn gặp lại")));
        assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
        assert!(terminal.screen().contents().contains("Hẹn gặp lại"));
    }

    #[test]
    fn a_search_among_many_indicators_goes_on_without_a_key() {
        let names: Vec<String> = (0..6000).map(|at| format!("GRDP xã {at}")).collect();
        let many = Dataset::of_names("x", names.iter().map(String::as_str));
        let catalog = Arc::new(Catalog::new(Collection::new([many])));
        let mut explorer = RemoteExplorer::new(catalog, PREFERENCES, Size::new(80, 24), ui::draw);
        assert!(!explorer.is_searching());
        explorer.receive(b"/tt:vuot").unwrap();
        assert!(explorer.is_searching(), "one key looks at the first of them only");
        while explorer.is_searching() {
            explorer.continue_search();
        }
        let mut terminal = terminal();
        terminal.process(&explorer.frame().unwrap());
        assert!(terminal.screen().contents().contains("Không tìm thấy"));
    }

    #[test]
    fn the_first_frame_enables_the_mouse_if_it_is_used() {
        for mouse in [true, false] {
            let mut explorer = explorer_with(Preferences { mouse, ..PREFERENCES });
            let first = explorer.frame().unwrap();
            let enabled = sequences::mouse(true).as_bytes();
            assert_eq!(first.windows(enabled.len()).any(|part| part == enabled), mouse);
        }
    }

    #[test]
    fn redraw_asks_the_terminal_for_its_size() {
        let (mut explorer, mut terminal) = (explorer(), terminal());
        explorer.frame().unwrap();
        assert!(!explorer.receive(b"\x0c").unwrap());
        let request = explorer.frame().unwrap();
        assert!(request.windows(5).any(|part| part == b"\x1b[18t"));
        assert!(!explorer.receive(b"\x1b[8;10;").unwrap());
        assert!(!explorer.receive(b"40t").unwrap());
        terminal.process(&explorer.frame().unwrap());
        assert_eq!(explorer.size, Size::new(40, 10));
        assert!(terminal.screen().contents().lines().count() <= 10);
    }

    #[test]
    fn there_is_no_way_to_a_shell() {
        let mut explorer = explorer();
        assert!(!explorer.receive(b"\x1a\x1c!:").unwrap());
        assert!(!explorer.explorer.app.may_suspend());
    }

    proptest! {
        // Each of many keys may be a search, and nothing here is optimised.
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// No input causes a panic, whatever its pieces, and the length of a frame is bounded.
        #[test]
        fn no_bytes_cause_a_panic(
            pieces in prop::collection::vec(
                prop::collection::vec(prop_oneof![
                    4 => prop::sample::select(b"\x1b[]OP<M0123;~Agsft?\r\t\x7f\x07\\hn".to_vec()),
                    1 => any::<u8>(),
                ], 0..30), 0..6),
            columns in 1u32..200,
            rows in 1u32..60,
        ) {
            let mut explorer = explorer();
            for (at, piece) in pieces.iter().enumerate() {
                if explorer.receive(piece).unwrap() {
                    break;
                }
                if at % 3 == 1 {
                    explorer.resize(crate::serve::client_env::size(columns, rows));
                }
                prop_assert!(explorer.frame().unwrap().len() < 400_000);
            }
            explorer.give_up().unwrap();
            explorer.frame().unwrap();
        }
    }
}
