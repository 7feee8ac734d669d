//! Cell buffers that no frame is being drawn into. A buffer of a large window takes two megabytes, and filling
//! new ones was a fifth of a frame. Screens share them, so that a server keeps a few for its workers and none
//! for its many idle screens.

use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread::available_parallelism;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// As many as can be drawn into at a time.
static LIMIT: LazyLock<usize> = LazyLock::new(|| available_parallelism().map_or(1, usize::from));

static SPARE: Mutex<Vec<Buffer>> = Mutex::new(Vec::new());

/// Returns a buffer of this area, with the content of any frame.
pub(super) fn take(area: Rect) -> Buffer {
    let spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut buffer = spare.unwrap_or_default();
    buffer.resize(area);
    buffer
}

/// Keeps a buffer for the next frame of any screen.
pub(super) fn give_back(buffer: Buffer) {
    let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
    if spare.len() < *LIMIT {
        spare.push(buffer);
    }
}
