//! The escape sequences that set up and restore a screen, local or remote.

/// Sets up the screen: alternate screen, bracketed paste.
pub(crate) const ENTER: &str = "\x1b[?1049h\x1b[?2004h";

/// Restores the screen: ends an incomplete string or synchronized frame; disables mouse reports and bracketed
/// paste; resets the pen; shows the cursor; returns to the main screen. On a terminal without an alternate
/// screen, further output starts on the emptied last line.
pub(crate) const LEAVE: &str = "\x1b\\\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[m\x1b[?25h\x1b[999H\x1b[2K\x1b[?1049l";

/// Enables reports of buttons, wheel and dragging, in the SGR encoding for wide windows. Plain movement is
/// not reported: it would flood a slow connection.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Returns the sequence that enables or disables mouse reports.
pub(crate) fn mouse(on: bool) -> &'static str {
    if on { MOUSE_ON } else { MOUSE_OFF }
}

/// Queries the window size, if the transport does not report it. The reply is `CSI 8 ; rows ; columns t`.
#[cfg(feature = "serve")]
pub(crate) const ASK_SIZE: &str = "\x1b[18t";

/// Begins synchronized output (mode 2026): the terminal shows nothing until the frame is complete. Terminals
/// that do not support it ignore it.
pub(crate) const BEGIN_SYNC: &str = "\x1b[?2026h";
/// Ends synchronized output.
pub(crate) const END_SYNC: &str = "\x1b[?2026l";

/// Returns the sequence that shows or hides the cursor.
pub(crate) fn cursor(shown: bool) -> &'static str {
    if shown { "\x1b[?25h" } else { "\x1b[?25l" }
}
