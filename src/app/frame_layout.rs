//! What a frame showed, told back to the state: where the mouse can hit what, how much of a list
//! was in view. Views compute it while they draw; [`App::settle`] takes it.

use ratatui::layout::{Position, Rect};

use super::list::View;
use super::{Action, App, Pane};

/// What one frame showed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameLayout {
    /// Where the real cursor belongs: on the selection, or in the search field.
    pub cursor: Option<Position>,
    /// What lies where; later ones lie on top of earlier ones.
    pub targets: Vec<(Rect, Target)>,
    /// The sections pane, if it was shown.
    pub sections: Option<View>,
    /// The indicators pane.
    pub indicators: Option<View>,
    /// The detail pane.
    pub detail: Option<View>,
    /// The overview.
    pub overview: Option<View>,
    /// The hits of the search.
    pub hits: Option<View>,
    /// The open picker.
    pub picker: Option<View>,
    /// The help.
    pub help: Option<View>,
}

/// What the mouse can hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Somewhere in a pane.
    Pane(Pane),
    /// A row of the sections pane.
    Section(usize),
    /// A row of the indicators pane.
    Indicator(usize),
    /// A row of the overview: the number of an indicator.
    Overview(usize),
    /// A hit of the search.
    Hit(usize),
    /// A row of the open picker.
    Choice(usize),
    /// A hint in the footer: what its key does.
    Hint(Action),
    /// The help.
    Help,
}

impl FrameLayout {
    /// What lies at a place, the topmost.
    #[must_use]
    pub fn target_at(&self, at: Position) -> Option<&Target> {
        self.targets.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| target)
    }
}

impl App {
    /// Takes over what a frame showed.
    pub fn settle(&mut self, drawn: FrameLayout) {
        let lists = [
            (Some(&mut self.sections), drawn.sections),
            (Some(&mut self.indicators), drawn.indicators),
            (self.overview.as_mut(), drawn.overview),
            (self.search.as_mut().map(|search| &mut search.list), drawn.hits),
            (self.picker.as_mut().map(|picker| &mut picker.list), drawn.picker),
        ];
        for (list, view) in lists {
            if let (Some(list), Some(view)) = (list, view) {
                list.settle(view);
            }
        }
        for (scroll, view) in
            [(Some(&mut self.detail), drawn.detail), (self.help.as_mut(), drawn.help)]
        {
            if let (Some(scroll), Some(view)) = (scroll, view) {
                scroll.settle(view);
            }
        }
        self.drawn = drawn;
    }
}
