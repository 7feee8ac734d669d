//! Bytes of a terminal as events, however the line has cut them.
//!
//! A line brings a letter, an escape sequence or a paste in as many pieces as it likes. [`Input`] puts
//! each together before it is read as an event; a kept library does the reading. What is no key is
//! left out whole, so that no rest of it is taken for keys; text that is not UTF-8 shows as U+FFFD.
//!
//! A lone Esc begins every escape sequence too: [`Input::patience`] tells how long to wait for the
//! rest before [`Input::give_up`] takes it for the key.
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

use super::sequence_scan::{ESC, SequenceState, form};

const PASTE: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// How much of a paste is kept; of what is longer, the beginning.
const PASTE_BYTES: usize = 4 << 20;

/// The pieces of a sequence follow each other closely; a person is slower.
const AFTER_ESC: Duration = Duration::from_millis(50);
/// Alt with one of the characters that begin longer sequences is rarely typed.
const AFTER_TWO: Duration = Duration::from_millis(500);

/// What has come in and is not yet taken.
#[derive(Debug)]
pub struct Input {
    paste_bytes: usize,
    /// The beginning of something.
    held: Vec<u8>,
    /// Whether `held` is the text of a paste.
    pasting: bool,
    events: VecDeque<Event>,
}

impl Default for Input {
    fn default() -> Self {
        Self { paste_bytes: PASTE_BYTES, held: Vec::new(), pasting: false, events: VecDeque::new() }
    }
}

impl Input {
    /// Keeps at most this many bytes of a paste; of what is longer, the beginning.
    #[must_use]
    pub fn with_pastes_of(paste_bytes: usize) -> Self {
        Self { paste_bytes, ..Self::default() }
    }

    /// Takes in bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.take(*byte));
    }

    /// The next event that is whole.
    pub fn event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// How long to wait for the rest of what was begun; none where nothing was, or where only its
    /// rest can tell what it is.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match (self.pasting, self.held.as_slice()) {
            (false, [ESC]) => Some(AFTER_ESC),
            (false, [ESC, second]) if second.is_ascii() => Some(AFTER_TWO),
            (false, [ESC, b']' | b'P' | b'_' | b'^' | b'X', ..]) => Some(AFTER_TWO),
            _ => None,
        }
    }

    /// Takes what was begun for all there is: Esc, or Alt with a character, or nothing.
    pub fn give_up(&mut self) {
        match (self.patience(), self.held.len()) {
            (Some(_), 1 | 2) => self.end_as_key(),
            (Some(_), _) => self.held.clear(),
            (None, _) => {}
        }
    }

    fn take(&mut self, byte: u8) {
        if self.pasting {
            self.paste(byte);
            return;
        }
        self.held.push(byte);
        match form(&self.held) {
            SequenceState::Open => {}
            SequenceState::Whole => self.end(),
            SequenceState::Broken => {
                self.held.pop();
                if !self.held.starts_with(&[ESC]) {
                    self.events.push_back(character(char::REPLACEMENT_CHARACTER));
                }
                let begins_anew = self.held.len() > 1 && self.held.ends_with(&[ESC]);
                self.held.clear();
                if begins_anew {
                    self.held.push(ESC);
                }
                self.take(byte);
            }
            SequenceState::Alt => {
                self.held.pop();
                self.end_as_key();
                self.take(byte);
            }
        }
    }

    /// Reads what is held as an event.
    fn end(&mut self) {
        if self.held == PASTE {
            self.pasting = true;
        } else if self.held.len() == 1 && !self.held[0].is_ascii() {
            self.events.push_back(character(char::REPLACEMENT_CHARACTER));
        } else if matches!(self.held.as_slice(), [ESC, b']' | b'P' | b'_' | b'^' | b'X', _, ..]) {
            // An answer that nobody here has asked for.
        } else if is_nowhere(&self.held) {
            // Places count from 1; the library takes one off without looking.
        } else if let Some(event) = told_size(&self.held) {
            self.events.push_back(event);
        } else if let Ok(Some(read)) = terminput::Event::parse_from(&self.held)
            && let Ok(event) = terminput_crossterm::to_crossterm(read)
        {
            self.events.push_back(event);
        }
        self.held.clear();
    }

    /// Reads the beginning of a sequence as a key: Esc, or Alt with a character.
    fn end_as_key(&mut self) {
        let alt = self.held.get(1).copied().map(char::from);
        let key =
            alt.map_or(KeyCode::Esc.into(), |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT));
        self.events.push_back(Event::Key(key));
        self.held.clear();
    }

    fn paste(&mut self, byte: u8) {
        // Of a paste that is too long the end is dropped, but not the sign that it ends.
        if self.held.len() >= self.paste_bytes + PASTE_END.len() {
            self.held.remove(self.paste_bytes);
        }
        self.held.push(byte);
        if self.held.ends_with(PASTE_END) {
            self.held.truncate(self.held.len() - PASTE_END.len());
            let text = String::from_utf8_lossy(&self.held).into_owned();
            self.events.push_back(Event::Paste(text));
            self.held = Vec::new();
            self.pasting = false;
        }
    }
}

/// The window's size, as a terminal tells it when asked: `CSI 8 ; rows ; columns t`.
fn told_size(held: &[u8]) -> Option<Event> {
    let told = held.strip_prefix(b"\x1b[8;")?.strip_suffix(b"t")?;
    let (rows, columns) = std::str::from_utf8(told).ok()?.split_once(';')?;
    Some(Event::Resize(columns.parse().ok()?, rows.parse().ok()?))
}

/// Whether a mouse is told of at a row or column 0: `CSI < 0 ; 0 ; 7 M`, or the same as rxvt writes it.
fn is_nowhere(held: &[u8]) -> bool {
    let Some((b'M' | b'm', told)) = held.split_last() else { return false };
    let told = told.strip_prefix(b"\x1b[").and_then(|told| std::str::from_utf8(told).ok());
    told.is_some_and(|told| told.split(';').skip(1).any(|place| place.parse() == Ok(0_u16)))
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
    fn a_mouse_at_no_place_is_left_out() {
        for told in ["\x1b[<0;0;7M", "\x1b[<0;7;0m", "\x1b[40;0;0M", "\x1b[40;0M", "\x1b[40;7;+0M"]
        {
            assert_eq!(events(&[told.as_bytes(), b"j"]), [character('j')], "{told:?}");
        }
        assert_eq!(events(&[b"\x1b[<0;1;1M"]).len(), 1);
    }

    #[test]
    fn esc_is_told_from_alt_and_from_sequences() {
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
    fn function_keys_of_every_kind() {
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
    fn the_mouse_in_both_codings() {
        for bytes in [&b"\x1b[<0;40;3M"[..], b"\x1b[M \x48#"] {
            let found = events(&[bytes]);
            let [Event::Mouse(mouse)] = &found[..] else { panic!("{found:?}") };
            assert!(matches!(mouse.kind, MouseEventKind::Down(_)));
            assert_eq!((mouse.column, mouse.row), (39, 2));
        }
    }

    #[test]
    fn what_is_no_key_is_left_out_whole() {
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
    fn text_that_is_not_utf_8_is_seen() {
        let sign = character('\u{fffd}');
        let a = character('a');
        assert_eq!(events(&[b"\xffa"]), [sign.clone(), a.clone()]);
        assert_eq!(events(&[b"\xe1\xbba"]), [sign.clone(), a.clone()]);
        assert_eq!(events(&[b"\xe1\xbb\x1b[A"]), [sign, key(KeyCode::Up)]);
        assert_eq!(events(&[b"\x1b[200~\xff\x1b[201~"]), [Event::Paste("\u{fffd}".into())]);
    }

    #[test]
    fn a_paste_is_text_whatever_is_in_it() {
        let found = events(&[b"\x1b[200~q\x1b[", b"A\x03\x1b[20", b"1~q"]);
        assert_eq!(found, [Event::Paste("q\x1b[A\x03".into()), character('q')]);
        let long = [PASTE, &vec![b'x'; PASTE_BYTES + 1000], PASTE_END, b"q"].concat();
        let found = events(&[&long]);
        assert_eq!(found.len(), 2);
        assert!(matches!(&found[0], Event::Paste(text) if text.len() >= PASTE_BYTES));
        assert_eq!(found[1], character('q'));
    }

    proptest! {
        #[test]
        fn however_it_is_cut_it_is_the_same(
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
        fn text_comes_through_whole(text in "[ -~à-ỹ漢😀]{0,40}", size in 1usize..5) {
            let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
            let typed: String = events(&pieces).iter().filter_map(|event| match event {
                Event::Key(key) => match key.code { KeyCode::Char(c) => Some(c), _ => None },
                _ => None,
            }).collect();
            prop_assert_eq!(typed, text);
        }
    }
}
