//! Parses bytes from a terminal into events, however the transport splits them.
//!
//! A character, an escape sequence or a paste can arrive in any number of pieces. [`Input`] joins them and
//! then lets the `terminput` crate parse each complete sequence. A sequence that is not a key is discarded
//! whole, so that its rest is not taken for keys; bytes that are not UTF-8 become U+FFFD.
//!
//! A single Esc is also the start of every escape sequence: [`Input::timeout`] is how long to wait for the
//! rest before [`Input::give_up`] treats it as the key. The end of a paste may be lost with a connection: after a
//! pause Ctrl-C ends the paste, and some seconds later it is over by itself.
//!
//! ```
//! use chitieu::terminal::Input;
//! use ratatui::crossterm::event::{Event, KeyCode};
//! let mut input = Input::default();
//! input.push(b"\x1b[");
//! assert_eq!(input.event(), None);
//! input.push(b"A\xe1\xbb");
//! assert_eq!(input.event(), Some(Event::Key(KeyCode::Up.into())));
//! input.push(b"\x99");
//! assert_eq!(input.event(), Some(Event::Key(KeyCode::Char('ộ').into())));
//! ```

use std::collections::VecDeque;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::paste::{self, Paste};
use super::sequence_scan::{ESC, SequenceState, state};

/// The byte of Ctrl-C.
const CTRL_C: u8 = 3;

/// The number of bytes that are kept of a paste; the rest is discarded.
const PASTE_BYTES: usize = 4 << 20;

/// The pieces of a sequence arrive within this time; a person types more slowly.
const AFTER_ESC: Duration = Duration::from_millis(50);
/// A longer wait after Alt with a character that starts longer sequences: such a key is rarely typed.
const AFTER_TWO: Duration = Duration::from_millis(500);

/// Received bytes, and the events parsed from them.
#[derive(Debug)]
pub struct Input {
    paste_bytes: usize,
    /// The start of an incomplete sequence.
    pending: Vec<u8>,
    /// The paste that is arriving.
    paste: Option<Paste>,
    events: VecDeque<Event>,
}

impl Default for Input {
    fn default() -> Self {
        Self { paste_bytes: PASTE_BYTES, pending: Vec::new(), paste: None, events: VecDeque::new() }
    }
}

impl Input {
    /// Creates an input that keeps at most this many bytes of a paste.
    #[must_use]
    pub fn with_pastes_of(paste_bytes: usize) -> Self {
        Self { paste_bytes, ..Self::default() }
    }

    /// Adds received bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let was_paused = self.paste.as_mut().is_some_and(Paste::resume);
        if was_paused && bytes == [CTRL_C] {
            self.end_paste();
        }
        bytes.iter().for_each(|byte| self.take(*byte));
    }

    /// Returns the next complete event.
    pub fn event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Returns how long to wait for the rest of an incomplete sequence or paste. `None` if there is none, or if
    /// only more bytes can decide what it is.
    #[must_use]
    pub fn timeout(&self) -> Option<Duration> {
        if let Some(paste) = &self.paste {
            return Some(paste.timeout());
        }
        match self.pending.as_slice() {
            [ESC] => Some(AFTER_ESC),
            [ESC, second] if second.is_ascii() => Some(AFTER_TWO),
            [ESC, b']' | b'P' | b'_' | b'^' | b'X', ..] => Some(AFTER_TWO),
            _ => None,
        }
    }

    /// Called after [`Input::timeout`] without a byte. Ends an incomplete sequence: it is Esc, Alt with a character,
    /// or nothing. A paste gets more time once, then it ends as it is.
    pub fn give_up(&mut self) {
        if let Some(paste) = &mut self.paste {
            if paste.give_up() {
                self.end_paste();
            }
            return;
        }
        match (self.timeout(), self.pending.len()) {
            (Some(_), 1 | 2) => self.end_as_key(),
            (Some(_), _) => self.pending.clear(),
            (None, _) => {}
        }
    }

    fn take(&mut self, byte: u8) {
        if let Some(paste) = &mut self.paste {
            if paste.push(byte) {
                self.end_paste();
            }
            return;
        }
        self.pending.push(byte);
        match state(&self.pending) {
            SequenceState::Open => {}
            SequenceState::Whole => self.end(),
            SequenceState::Broken => {
                self.pending.pop();
                if !self.pending.starts_with(&[ESC]) {
                    self.events.push_back(character(char::REPLACEMENT_CHARACTER));
                }
                let restarts = self.pending.len() > 1 && self.pending.ends_with(&[ESC]);
                self.pending.clear();
                if restarts {
                    self.pending.push(ESC);
                }
                self.take(byte);
            }
            SequenceState::Alt => {
                self.pending.pop();
                self.end_as_key();
                self.take(byte);
            }
        }
    }

    /// Parses the pending bytes as an event.
    fn end(&mut self) {
        if self.pending == paste::START {
            self.paste = Some(Paste::new(self.paste_bytes));
        } else if self.pending.len() == 1 && !self.pending[0].is_ascii() {
            self.events.push_back(character(char::REPLACEMENT_CHARACTER));
        } else if matches!(self.pending.as_slice(), [ESC, b']' | b'P' | b'_' | b'^' | b'X', _, ..])
        {
            // A reply to a query that this program did not send.
        } else if has_position_zero(&self.pending) {
            // Positions count from 1; the crate subtracts 1 without a check.
        } else if let Some(event) = reported_size(&self.pending) {
            self.events.push_back(event);
        } else if let Ok(Some(read)) = terminput::Event::parse_from(&self.pending)
            && let Ok(event) = terminput_crossterm::to_crossterm(read)
        {
            self.events.push_back(event);
        }
        self.pending.clear();
    }

    /// Parses the pending start of a sequence as a key: Esc, or Alt with a character.
    fn end_as_key(&mut self) {
        let alt = self.pending.get(1).copied().map(char::from);
        let key =
            alt.map_or(KeyCode::Esc.into(), |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT));
        self.events.push_back(Event::Key(key));
        self.pending.clear();
    }

    /// The paste that has arrived so far is an event.
    fn end_paste(&mut self) {
        self.events.extend(self.paste.take().map(|paste| Event::Paste(paste.text())));
    }
}

/// Parses a terminal's report of the window size: `CSI 8 ; rows ; columns t`.
fn reported_size(pending: &[u8]) -> Option<Event> {
    let report = pending.strip_prefix(b"\x1b[8;")?.strip_suffix(b"t")?;
    let (rows, columns) = std::str::from_utf8(report).ok()?.split_once(';')?;
    Some(Event::Resize(columns.parse().ok()?, rows.parse().ok()?))
}

/// Whether a mouse report has row or column 0: `CSI < 0 ; 0 ; 7 M`, or the same in rxvt's encoding.
fn has_position_zero(pending: &[u8]) -> bool {
    let Some((b'M' | b'm', report)) = pending.split_last() else { return false };
    let report = report.strip_prefix(b"\x1b[").and_then(|report| std::str::from_utf8(report).ok());
    report.is_some_and(|report| report.split(';').skip(1).any(|place| place.parse() == Ok(0_u16)))
}

fn character(c: char) -> Event {
    Event::Key(KeyCode::Char(c).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::crossterm::event::{KeyEventKind, MouseEventKind};

    fn events(pieces: &[&[u8]]) -> Vec<Event> {
        let mut input = Input::default();
        pieces.iter().for_each(|piece| input.push(piece));
        input.give_up();
        std::iter::from_fn(|| input.event()).collect()
    }

    fn key(code: KeyCode) -> Event {
        Event::Key(code.into())
    }

    fn alt(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::ALT))
    }

    #[test]
    fn ignores_a_mouse_report_at_position_zero() {
        for report in
            ["\x1b[<0;0;7M", "\x1b[<0;7;0m", "\x1b[40;0;0M", "\x1b[40;0M", "\x1b[40;7;+0M"]
        {
            assert_eq!(events(&[report.as_bytes(), b"j"]), [character('j')], "{report:?}");
        }
        assert_eq!(events(&[b"\x1b[<0;1;1M"]).len(), 1);
    }

    #[test]
    fn distinguishes_esc_from_alt_and_from_sequences() {
        let (esc, up, q) = (key(KeyCode::Esc), key(KeyCode::Up), character('q'));
        assert_eq!(events(&[b"\x1b"]), events(&[b"\x1b\x1b"])[..1]);
        assert_eq!(events(&[b"\x1b\x1b\x1b"]), [esc.clone(), esc.clone(), esc.clone()]);
        assert_eq!(events(&[b"\x1b\x1b[A"]), [esc.clone(), up.clone()]);
        assert_eq!(events(&[b"\x1b", b"[", b"A"]), [up]);
        assert_eq!(events(&[b"\x1bb"]), [alt(KeyCode::Char('b'))]);
        assert_eq!(events(&[b"\x1b[", b"\x1bq"]), [alt(KeyCode::Char('q'))]);
        assert_eq!(events(&[b"\x1b["]), [alt(KeyCode::Char('['))]);
        assert_eq!(events(&[b"\x1bO"]), [alt(KeyCode::Char('O'))]);
        assert_eq!(events(&["\x1bộ".as_bytes()]), [alt(KeyCode::Char('ộ'))]);
        assert_eq!(events(&[b"\x1bO\x1bq"])[0], alt(KeyCode::Char('O')));
        assert_eq!(events(&[b"q\x1b"]), [q, esc]);
    }

    #[test]
    fn parses_function_keys_of_every_kind() {
        for (bytes, code) in [
            (&b"\x1bOP"[..], KeyCode::F(1)),
            (b"\x1b[[A", KeyCode::F(1)),
            (b"\x1b[11~", KeyCode::F(1)),
            (b"\x1bOH", KeyCode::Home),
            (b"\x1b[1~", KeyCode::Home),
            (b"\x1b[5~", KeyCode::PageUp),
            (b"\x7f", KeyCode::Backspace),
            (b"\r", KeyCode::Enter),
        ] {
            assert_eq!(events(&[bytes]), [key(code)], "{bytes:?}");
        }
        let control_left = KeyEvent::new(KeyCode::Left, KeyModifiers::CONTROL);
        assert_eq!(events(&[b"\x1b[1;5D"]), [Event::Key(control_left)]);
        let release = events(&[b"\x1b[106;1:3u"]);
        assert!(matches!(&release[..], [Event::Key(k)] if k.kind == KeyEventKind::Release));
    }

    #[test]
    fn parses_both_mouse_encodings() {
        for bytes in [&b"\x1b[<0;40;3M"[..], b"\x1b[M \x48#"] {
            let found = events(&[bytes]);
            let [Event::Mouse(mouse)] = &found[..] else { panic!("{found:?}") };
            assert!(matches!(mouse.kind, MouseEventKind::Down(_)));
            assert_eq!((mouse.column, mouse.row), (39, 2));
        }
    }

    #[test]
    fn discards_a_sequence_that_is_no_key_whole() {
        for bytes in [
            &b"\x1b]11;rgb:1111/2222/3333\x07"[..],
            b"\x1b]11;rgb:1111/2222/3333\x1b\\",
            b"\x1b]11;rgb:1111\x1b[A",
            b"\x1bP>|XTerm(380)\x1b\\",
            b"\x1b[?62;22c",
            b"\x1b[24;80R",
            b"\x1b[?2026;2$y",
            b"\x1b[0;0R",
            b"\x1b[201~",
        ] {
            let found = events(&[bytes, b"j"]);
            assert_eq!(found.last(), Some(&character('j')), "{bytes:?}");
            assert!(
                found[..found.len() - 1].iter().all(|event| !matches!(
                    event,
                    Event::Key(KeyEvent { code: KeyCode::Char(_), .. })
                )),
                "{bytes:?}: {found:?}"
            );
        }
    }

    #[test]
    fn shows_bytes_that_are_not_utf_8() {
        let sign = character('\u{fffd}');
        let a = character('a');
        assert_eq!(events(&[b"\xffa"]), [sign.clone(), a.clone()]);
        assert_eq!(events(&[b"\xe1\xbba"]), [sign.clone(), a.clone()]);
        assert_eq!(events(&[b"\xe1\xbb\x1b[A"]), [sign, key(KeyCode::Up)]);
        assert_eq!(events(&[b"\x1b[200~\xff\x1b[201~"]), [Event::Paste("\u{fffd}".into())]);
    }

    #[test]
    fn a_paste_is_text_whatever_it_contains() {
        let found = events(&[b"\x1b[200~q\x1b[", b"A\x03\x1b[20", b"1~q"]);
        assert_eq!(found, [Event::Paste("q\x1b[A\x03".into()), character('q')]);
        let long = [paste::START, &vec![b'x'; PASTE_BYTES + 1000], b"\x1b[201~q"].concat();
        let found = events(&[&long]);
        assert_eq!(found.len(), 2);
        assert!(matches!(&found[0], Event::Paste(text) if text.len() >= PASTE_BYTES));
        assert_eq!(found[1], character('q'));
    }

    /// The end of a paste may be lost: a multiplexer was reset, a line dropped.
    #[test]
    fn a_paste_without_its_end_is_over_after_a_while() {
        let mut input = Input::default();
        input.push(b"\x1b[200~half of it");
        let mut waited = Duration::ZERO;
        while let Some(timeout) = input.timeout() {
            waited += timeout;
            assert!(waited < Duration::from_secs(30), "it never ends");
            input.give_up();
        }
        assert!(waited >= Duration::from_secs(3), "a slow line may take {waited:?}");
        assert_eq!(input.event(), Some(Event::Paste("half of it".into())));
        input.push(b"\x1b[201~q");
        assert_eq!((input.event(), input.event()), (Some(character('q')), None));
    }

    #[test]
    fn ctrl_c_typed_after_a_pause_ends_a_paste() {
        let ctrl_c = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
        let mut input = Input::default();
        input.push(b"\x1b[200~half\x03");
        input.push(b"\x03");
        assert_eq!(input.event(), None, "it is text, however the paste is cut");
        input.give_up();
        input.push(b"x");
        input.push(b"\x03");
        assert_eq!(input.event(), None, "the paste went on");
        input.give_up();
        input.push(b"\x03");
        assert_eq!(input.event(), Some(Event::Paste("half\x03\x03x\x03".into())));
        assert_eq!((input.event(), input.event()), (Some(ctrl_c), None));
    }

    proptest! {
        #[test]
        fn the_result_does_not_depend_on_the_pieces(
            bytes in prop::collection::vec(
                prop_oneof![
                    3 => prop::sample::select(b"\x1b[]OP<M0123;~Aqu\x07\\".to_vec()),
                    1 => any::<u8>(),
                ], 0..60),
            cuts in prop::collection::vec(0usize..60, 0..6),
        ) {
            let mut pieces = vec![];
            let mut from = 0;
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.sort_unstable();
            for cut in cuts.into_iter().chain([bytes.len()]) {
                pieces.push(&bytes[from..cut]);
                from = cut;
            }
            prop_assert_eq!(events(&pieces), events(&[&bytes]));
        }

        #[test]
        fn text_arrives_complete(text in "[ -~à-ỹ漢😀]{0,40}", size in 1usize..5) {
            let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
            let typed: String = events(&pieces).iter().filter_map(|event| match event {
                Event::Key(key) => match key.code { KeyCode::Char(c) => Some(c), _ => None },
                _ => None,
            }).collect();
            prop_assert_eq!(typed, text);
        }
    }
}
