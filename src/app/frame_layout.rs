//! The layout of the last frame: mouse targets and the visible part of each list. Views fill it in while they
//! draw; [`App::settle`] stores it in the state.

use ratatui::layout::{Position, Rect};

use super::list::View;
use super::{Action, App, Pane, SortBy};

/// The layout of one frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameLayout {
    /// The position of the terminal's cursor: on the selection, or in the search field.
    pub cursor: Option<Position>,
    /// Mouse targets and their areas; later ones cover earlier ones.
    pub targets: Vec<(Rect, Target)>,
    /// The sections pane, if it was drawn.
    pub sections: Option<View>,
    /// The indicators pane, if it was drawn.
    pub indicators: Option<View>,
    /// The detail pane, if it was drawn.
    pub detail: Option<View>,
    /// The overview, if it was drawn.
    pub overview: Option<View>,
    /// The hits of the search, if they were drawn.
    pub hits: Option<View>,
    /// The comparison, if it was drawn.
    pub comparison: Option<ComparisonView>,
    /// The paragraphs of the text, if they were drawn.
    pub text: Option<View>,
    /// The open picker, if it was drawn.
    pub picker: Option<View>,
    /// The help, if it was drawn.
    pub help: Option<View>,
}

/// The visible part of the comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ComparisonView {
    /// The rows, or the lines of small multiples.
    pub rows: View,
    /// The columns.
    pub columns: View,
    /// The number of small multiples in a line; else 1.
    pub across: usize,
}

/// Something on the screen that the mouse can act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A pane, outside of its rows.
    Pane(Pane),
    /// A row of the sections pane, from 0.
    Section(usize),
    /// A row of the indicators pane, from 0.
    Indicator(usize),
    /// The sign of a whole in a row of the indicators pane, which folds it.
    Fold(usize),
    /// A row of the overview, by the number of its indicator.
    Overview(usize),
    /// A row of the search hits, from 0.
    Hit(usize),
    /// A cell of the comparison, by positions on the screen; without a column the heading of a row.
    Compared(usize, Option<usize>),
    /// The heading of a column of the comparison; `None` for that over the headings of the rows.
    ComparedHeading(Option<usize>),
    /// A place below a table of the comparison, by the position of its column, and how many are in a line.
    PlaceTile {
        /// The position of the column on the screen.
        at: usize,
        /// The number of places in a line.
        across: usize,
    },
    /// A chart below a table of places, by the position of its row.
    PlaceChart {
        /// The position of the row on the screen.
        at: usize,
        /// The number of charts in a line.
        across: usize,
    },
    /// The arrow at an end of a table with more columns; whether it is the right end.
    MoreColumns(bool),
    /// A number of the text, from 0.
    Number(usize),
    /// A row of the open picker, from 0.
    Choice(usize),
    /// The open picker, outside of its rows.
    Picker,
    /// An indicator in the detail, by its number: next to the selected one, or the same in another period or place.
    Neighbour(usize),
    /// A value of another period in the detail that no list has, as it is only next to the result of its file.
    OnlyValue,
    /// The heading of a column of the list, by which it can be sorted.
    Heading(SortBy),
    /// A hint in the footer or a part of the header, with the action of its key.
    Hint(Action),
    /// The help.
    Help,
}

impl FrameLayout {
    /// Returns the topmost target at a cell.
    #[must_use]
    pub fn target_at(&self, at: Position) -> Option<&Target> {
        self.targets.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| target)
    }
}

impl App {
    /// Stores the layout of the frame that was just drawn.
    pub fn settle(&mut self, frame: FrameLayout) {
        let lists = [
            (Some(&mut self.sections), frame.sections),
            (Some(&mut self.indicators), frame.indicators),
            (self.overview.as_mut(), frame.overview),
            (self.search.as_mut().map(|search| &mut search.list), frame.hits),
            (self.picker.as_mut().map(|picker| &mut picker.list), frame.picker),
        ];
        for (list, view) in lists {
            if let (Some(list), Some(view)) = (list, view) {
                list.settle(view);
            }
        }
        for (scroll, view) in
            [(Some(&mut self.detail), frame.detail), (self.help.as_mut(), frame.help)]
        {
            if let (Some(scroll), Some(view)) = (scroll, view) {
                scroll.settle(view);
            }
        }
        if let (Some(comparison), Some(view)) = (&mut self.comparison, frame.comparison) {
            comparison.settle(view);
        }
        if let (Some(text), Some(view)) = (&mut self.text, frame.text) {
            text.settle(view);
        }
        self.frame = frame;
    }
}
