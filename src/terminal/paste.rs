//! A bracketed paste whose end has not arrived yet.

use std::time::Duration;

/// The sequence before the text of a paste.
pub(super) const START: &[u8] = b"\x1b[200~";
const END: &[u8] = b"\x1b[201~";

/// After this time without a byte of a paste, Ctrl-C is a key again.
const PAUSE: Duration = Duration::from_millis(500);
/// After this further time without a byte, a paste is over: its end was lost, and what is typed would be taken for
/// more of it. A slow connection stalls for less.
const LOST: Duration = Duration::from_secs(5);

/// The text of a paste, as far as it has arrived.
#[derive(Debug)]
pub(super) struct Paste {
    bytes: Vec<u8>,
    /// The number of bytes that are kept; the rest is discarded.
    most: usize,
    /// Whether no byte arrived for [`PAUSE`].
    is_paused: bool,
}

impl Paste {
    pub(super) fn new(most: usize) -> Self {
        Self { bytes: Vec::new(), most, is_paused: false }
    }

    /// Adds a byte. Returns whether the paste is whole.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        // If a paste is too long, its end is discarded, but not the end marker.
        if self.bytes.len() >= self.most + END.len() {
            self.bytes.remove(self.most);
        }
        self.bytes.push(byte);
        let is_whole = self.bytes.ends_with(END);
        if is_whole {
            self.bytes.truncate(self.bytes.len() - END.len());
        }
        is_whole
    }

    /// How long to wait for the next byte.
    pub(super) fn timeout(&self) -> Duration {
        if self.is_paused { LOST } else { PAUSE }
    }

    /// Called after [`Paste::timeout`] without a byte. Returns whether the paste is over: it gets more time once.
    pub(super) fn give_up(&mut self) -> bool {
        std::mem::replace(&mut self.is_paused, true)
    }

    /// Whether there was a pause before the bytes that arrive now.
    pub(super) fn resume(&mut self) -> bool {
        std::mem::take(&mut self.is_paused)
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
