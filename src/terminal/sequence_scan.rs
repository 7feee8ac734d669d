//! How far the bytes of a key, a mouse, a letter or an answer have come, before they are read as one.

pub(super) const ESC: u8 = 0x1b;

/// No sequence of a key or a mouse is longer.
const SEQUENCE_BYTES: usize = 64;
/// An answer to a question of whoever had the terminal before may be.
const STRING_BYTES: usize = 4096;

/// How far a sequence of bytes has come.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SequenceState {
    /// More belongs to it.
    Open,
    /// It is whole.
    Whole,
    /// Its last byte does not belong to it, and what was before is no event.
    Broken,
    /// Its last byte does not belong to it; what was before is a key with Alt.
    Alt,
}

/// How far some bytes have come, their last one having just been added.
pub(super) fn form(held: &[u8]) -> SequenceState {
    match held {
        [ESC] => SequenceState::Open,
        [ESC, ESC] => SequenceState::Alt,
        [ESC, b'[', rest @ ..] => control_form(rest),
        [ESC, b'O', rest @ ..] => match rest {
            [] => SequenceState::Open,
            [b'0'..=b'9', rest @ ..] if rest.len() < 3 => match rest.last() {
                Some(b'A'..=b'Z' | b'a'..=b'z') => SequenceState::Whole,
                _ => SequenceState::Open,
            },
            [b'A'..=b'Z' | b'a'..=b'z'] => SequenceState::Whole,
            _ => SequenceState::Alt,
        },
        [ESC, b']' | b'P' | b'_' | b'^' | b'X', rest @ ..] => string_form(rest),
        [ESC, letter @ ..] | letter => letter_form(letter),
    }
}

/// After CSI: parameters, then a final byte. Two old kinds have letters where others end.
fn control_form(rest: &[u8]) -> SequenceState {
    let Some(last) = rest.last() else { return SequenceState::Open };
    match rest {
        // The Linux console's function keys.
        [b'['] => SequenceState::Open,
        [b'[', _] => SequenceState::Whole,
        // The mouse of a terminal that does not know the later coding: button, column, row.
        [b'M', place @ ..] => {
            if place.len() < 3 {
                SequenceState::Open
            } else {
                SequenceState::Whole
            }
        }
        _ if rest.len() > SEQUENCE_BYTES => SequenceState::Broken,
        _ => match last {
            0x20..=0x3f => SequenceState::Open,
            0x40..=0x7e => SequenceState::Whole,
            _ => SequenceState::Broken,
        },
    }
}

/// After OSC, DCS and their like: text up to BEL or ST.
fn string_form(rest: &[u8]) -> SequenceState {
    match rest {
        [.., 0x07] | [.., ESC, b'\\'] => SequenceState::Whole,
        [ESC] => SequenceState::Alt,
        [.., ESC, _] => SequenceState::Broken,
        _ if rest.len() > STRING_BYTES => SequenceState::Broken,
        _ => SequenceState::Open,
    }
}

/// A letter in UTF-8.
fn letter_form(letter: &[u8]) -> SequenceState {
    match std::str::from_utf8(letter) {
        Ok(_) => SequenceState::Whole,
        Err(error) if error.error_len().is_none() => SequenceState::Open,
        Err(_) if letter.len() == 1 => SequenceState::Whole,
        Err(_) => SequenceState::Broken,
    }
}
