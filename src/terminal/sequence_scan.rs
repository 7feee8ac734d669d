//! Decides whether received bytes are a complete escape sequence or character, before they are parsed.

pub(super) const ESC: u8 = 0x1b;

/// The maximum length of a key or mouse sequence.
const SEQUENCE_BYTES: usize = 64;
/// The maximum length of a string sequence: a reply to a query of a previous program may be this long.
const STRING_BYTES: usize = 4096;

/// The state of a received sequence.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum SequenceState {
    /// Incomplete: more bytes belong to it.
    Open,
    /// Complete.
    Whole,
    /// The last byte does not belong to it, and the bytes before are no event.
    Broken,
    /// The last byte does not belong to it, and the bytes before are a key with Alt.
    Alt,
}

/// Returns the state of `pending` after its last byte was added.
pub(super) fn state(pending: &[u8]) -> SequenceState {
    match pending {
        [ESC] => SequenceState::Open,
        [ESC, ESC] => SequenceState::Alt,
        [ESC, b'[', rest @ ..] => control_state(rest),
        [ESC, b'O', rest @ ..] => match rest {
            [] => SequenceState::Open,
            [b'0'..=b'9', rest @ ..] if rest.len() < 3 => match rest.last() {
                Some(b'A'..=b'Z' | b'a'..=b'z') => SequenceState::Whole,
                _ => SequenceState::Open,
            },
            [b'A'..=b'Z' | b'a'..=b'z'] => SequenceState::Whole,
            _ => SequenceState::Alt,
        },
        [ESC, b']' | b'P' | b'_' | b'^' | b'X', rest @ ..] => string_state(rest),
        [ESC, letter @ ..] | letter => letter_state(letter),
    }
}

/// Scans after CSI: parameters, then a final byte. Two old encodings have letters where others end.
fn control_state(rest: &[u8]) -> SequenceState {
    let Some(last) = rest.last() else { return SequenceState::Open };
    match rest {
        // Function keys of the Linux console.
        [b'['] => SequenceState::Open,
        [b'[', _] => SequenceState::Whole,
        // X10 mouse encoding: button, column, row.
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

/// Scans after OSC, DCS, APC, PM or SOS: a string that ends with BEL or ST.
fn string_state(rest: &[u8]) -> SequenceState {
    match rest {
        [.., 0x07] | [.., ESC, b'\\'] => SequenceState::Whole,
        [ESC] => SequenceState::Alt,
        [.., ESC, _] => SequenceState::Broken,
        _ if rest.len() > STRING_BYTES => SequenceState::Broken,
        _ => SequenceState::Open,
    }
}

/// Scans a UTF-8 character.
fn letter_state(letter: &[u8]) -> SequenceState {
    match std::str::from_utf8(letter) {
        Ok(_) => SequenceState::Whole,
        Err(error) if error.error_len().is_none() => SequenceState::Open,
        Err(_) if letter.len() == 1 => SequenceState::Whole,
        Err(_) => SequenceState::Broken,
    }
}
