//! Sanitizes text for the terminal.
//!
//! Text from files, arguments and the clipboard is data: none of it may control the terminal or change how
//! neighbouring text is displayed. [`visible`] is the only place that ensures this, for the explorer and for
//! text output.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt::Write as _;

use unicode_normalization::char::is_combining_mark;

/// Replaces characters that a terminal would execute, hide or misplace by visible ones:
///
/// * C0 controls and DEL by their control pictures (ESC by ␛);
/// * C1 controls, bidirectional overrides and isolates, zero-width, tag and other invisible characters by
///   their code point (‹U+202E›);
/// * a combining mark without a base character gets a dotted circle as its base.
///
/// ```
/// use chitieu::text::sanitize::visible;
/// assert_eq!(visible("Trồng rừng\x1b[2J"), "Trồng rừng␛[2J");
/// assert_eq!(visible("a\u{202e}b"), "a‹U+202E›b");
/// assert_eq!(visible("Tỷ lệ hộ nghèo"), "Tỷ lệ hộ nghèo");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if RAW.get() {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut copied = 0;
    let mut base = false;
    for (at, c) in text.char_indices() {
        // Nearly all: ASCII without controls and spaces, and ranges of nothing but letters and signs.
        if matches!(c, '!'..='~' | 'À'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
            base = true;
            continue;
        }
        let mark = is_combining_mark(c);
        let unpaired = mark && !base;
        if !unpaired && !is_unsafe(c) {
            base = mark || !c.is_whitespace();
            continue;
        }
        out.push_str(&text[copied..at]);
        copied = at + c.len_utf8();
        base = unpaired && !is_unsafe(c);
        push_visible(&mut out, c);
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Makes [`visible`] return text unchanged while `write` runs, for text output whose user asked for raw data.
/// Frames, the clipboard and diagnostics are never produced inside it.
///
/// ```
/// use chitieu::text::sanitize::{raw, visible};
/// assert_eq!(raw(|| visible("a\tb").into_owned()), "a\tb");
/// assert_eq!(visible("a\tb"), "a␉b");
/// ```
pub fn raw<T>(write: impl FnOnce() -> T) -> T {
    struct Reset(bool);
    impl Drop for Reset {
        fn drop(&mut self) {
            RAW.set(self.0);
        }
    }
    let _reset = Reset(RAW.replace(true));
    write()
}

thread_local! {
    static RAW: Cell<bool> = const { Cell::new(false) };
}

fn push_visible(out: &mut String, c: char) {
    let picture = match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)),
        '\x7f' => Some('␡'),
        _ => None,
    };
    match picture {
        Some(picture) => out.push(picture),
        None if is_unsafe(c) => {
            // Writing to a String cannot fail.
            let _ = write!(out, "‹U+{:04X}›", u32::from(c));
        }
        None => out.extend(['◌', c]),
    }
}

/// Whether a character is a control, reorders text, or is default-ignorable in Unicode.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn replaces_each_class_of_unsafe_characters() {
        for (given, expected) in [
            ("a\tb\nc\r", "a␉b␊c␍"),
            ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
            ("\x7f\u{85}\u{9b}31m", "␡‹U+0085›‹U+009B›31m"),
            ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
            ("\u{200b}\u{e0041}", "‹U+200B›‹U+E0041›"),
            ("\u{301}a", "◌\u{301}a"),
            ("a \u{301}\u{323}", "a ◌\u{301}\u{323}"),
            ("e\u{302}\u{323}", "e\u{302}\u{323}"),
        ] {
            assert_eq!(visible(given), expected, "{given:?}");
        }
    }

    proptest! {
        #[test]
        fn leaves_no_unsafe_character(text in any::<String>()) {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(is_unsafe));
        }

        #[test]
        fn is_idempotent(text in any::<String>()) {
            let once = visible(&text).into_owned();
            prop_assert_eq!(visible(&once), once.as_str());
        }
    }
}
