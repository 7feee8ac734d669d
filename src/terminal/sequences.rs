//! What is written to take a screen and to give it back: one list, for every kind of screen.

/// Takes the screen: the alternate one, with pastes told apart from keys.
pub(crate) const ENTER: &str = "\x1b[?1049h\x1b[?2004h";

/// Gives it back: whatever string or frame was cut short ended, mouse off, pastes as keys, plain text,
/// a visible cursor, the main screen. Where there is no other screen to go back to, what follows is
/// written on the emptied last line.
pub(crate) const LEAVE: &str = "\x1b\\\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[m\x1b[?25h\x1b[999H\x1b[2K\x1b[?1049l";

/// Buttons, wheel and dragging, in the coding that knows wide windows; no bare movement, which would
/// flood a slow line.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Has the mouse reported, or leaves it to the terminal.
pub(crate) fn mouse(on: bool) -> &'static str {
    if on { MOUSE_ON } else { MOUSE_OFF }
}

/// Asks for the size of the window, where nothing else tells it; answered as `CSI 8 ; rows ; columns t`.
#[cfg(feature = "serve")]
pub(crate) const ASK_SIZE: &str = "\x1b[18t";

/// Has the terminal hold back what it shows until a frame is whole (mode 2026); terminals that do not
/// know it ignore it.
pub(crate) const HOLD: &str = "\x1b[?2026h";
/// Has it show the frame.
pub(crate) const SHOW: &str = "\x1b[?2026l";

/// Shows the cursor, or hides it.
pub(crate) fn cursor(shown: bool) -> &'static str {
    if shown { "\x1b[?25h" } else { "\x1b[?25l" }
}
