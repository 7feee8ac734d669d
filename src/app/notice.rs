//! Notices: one message in the footer, shown until the next key; one about the data until Esc.

use super::{Axis, Catalog, Hidden, NotSaved, Step, Theme};
use crate::model::Period;

/// A message for the footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The selected indicator was sent to the clipboard.
    Copied,
    /// The program receives mouse events.
    MouseOn,
    /// The terminal keeps mouse events, so that it can select text.
    MouseOff,
    /// The user dragged the mouse, which does not select text while the program receives mouse events.
    Dragged,
    /// The filter hid the opened indicator and was cleared.
    FilterCleared,
    /// Only the beginning of the pasted text fitted.
    PasteCut,
    /// The indicator is in no other place or period: there is nothing to compare.
    NothingToCompare,
    /// The filter leaves nothing to compare.
    NothingLeftToCompare,
    /// The cell of the comparison has no result to go to.
    EmptyCell,
    /// The value is only given next to the selected result: there is no list of its period to go to.
    OnlyValue,
    /// The slice does not have the indicator: the nearest one that it has was selected.
    NotInSlice,
    /// The place does not have the period that was looked at: the one in the header is shown.
    PlaceLacksPeriod(Period),
    /// There is no other dataset along this axis in this direction.
    NoNeighbour(Axis, Step),
    /// There is only one period of the place, or only one place.
    OnlyOne(Axis),
    /// There is only one period with a list of its own; the source gives values of others next to its results.
    OthersNextTo,
    /// The theme that was chosen.
    Theme(Theme),
    /// There is only one dataset.
    OnlyDataset,
    /// The comparison has no other turn; whether that is as there is only one place.
    NoOtherTurn {
        /// Whether there is only one place.
        one_place: bool,
    },
    /// No other measure has figures.
    NoOtherMeasure,
    /// The selected row has no parts.
    NothingToFold,
    /// The list is no tree while a filter leaves rows out.
    FilteredNoFold,
    /// All wholes are folded already, or none is.
    AllFolded(bool),
    /// The key belongs to another view.
    NotHere,
    /// No indicator is selected.
    NothingSelected,
    /// There is neither a filter nor a sort to clear.
    NothingToReset,
    /// There is no file to reload.
    NothingToReload,
    /// There is one column, or the view has none: nothing to sort.
    NothingToSort,
    /// The number of cells that could not be read as written.
    Unread(usize),
    /// The workbooks hide this much, which was left out.
    Hidden(Hidden),
    /// The indicator was accepted.
    Accepted,
    /// The number was set aside.
    SetAside,
    /// An indicator was made of the number.
    IndicatorMade,
    /// The last decision was taken back.
    Undone,
    /// There is no decision to take back.
    NothingToUndo,
    /// The action does not apply to the selected number.
    NothingToDecide,
    /// No number is to be reviewed or belongs to no indicator.
    NothingOpen,
    /// The selected number is the only one that is to be reviewed or belongs to no indicator.
    OnlyOpen,
    /// The text cannot be changed here.
    ReadOnly,
    /// No open file carries a text.
    NoText,
    /// A decision was not written, and taken back.
    NotSaved(NotSaved),
    /// The user's editor could not be started.
    NoEditor,
    /// The files were reloaded.
    Reloaded,
    /// A reload found no change.
    Unchanged,
}

impl Notice {
    /// The notice to show with a new catalog: unread cells, else hidden rows, columns and sheets.
    pub(super) fn of(catalog: &Catalog) -> Option<Self> {
        if catalog.unread > 0 {
            return Some(Self::Unread(catalog.unread));
        }
        (!catalog.hidden.is_none()).then_some(Self::Hidden(catalog.hidden))
    }
}
