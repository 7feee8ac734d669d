//! What the user is told once, until the next key.

use super::Catalog;
use super::catalog::hidden::Hidden;

/// Something to tell the user once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The selected indicator is on its way to the clipboard.
    Copied,
    /// The mouse belongs to the program.
    MouseOn,
    /// The mouse belongs to the terminal, which can select text with it.
    MouseOff,
    /// Someone tries to select text while the program has the mouse.
    Dragged,
    /// The filter hid what was gone to, and was undone.
    FilterUndone,
    /// Only the beginning of what was pasted fitted.
    PasteCut,
    /// No indicator stands in more than one dataset, so that there is nothing to compare.
    NothingCommon,
    /// So many cells of the files could not be read, and stand as text.
    Unread(usize),
    /// So much of the workbooks is hidden and was left out.
    Hidden(Hidden),
    /// The files were read anew.
    Reloaded,
    /// The files are what they were.
    Unchanged,
}

impl Notice {
    /// What is to be told of data as soon as it is shown.
    pub(super) fn of(shared: &Catalog) -> Option<Self> {
        if shared.unread > 0 {
            return Some(Self::Unread(shared.unread));
        }
        (!shared.hidden.is_none()).then_some(Self::Hidden(shared.hidden))
    }
}
