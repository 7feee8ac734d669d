//! The position in a list or text that is longer than its pane.

/// One movement in a list or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// The visible part of a list or text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// The first visible row, from 0.
    pub top: usize,
    /// The number of visible rows.
    pub page: usize,
    /// The number of all rows.
    pub rows: usize,
}

/// The selected row and the first visible row of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct List {
    /// The selected row, from 0; 0 in an empty list.
    pub selected: usize,
    /// The first visible row of the last frame.
    pub top: usize,
    /// The number of rows visible in the last frame.
    pub page: usize,
}

impl List {
    /// Moves the selection within `len` rows.
    pub fn step(&mut self, step: Step, len: usize) {
        self.selected = stepped(self.selected, step, self.page, len.saturating_sub(1));
    }

    /// Keeps the selection within `len` rows.
    pub fn clamp(&mut self, len: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
    }

    /// Stores what the last frame showed.
    pub fn settle(&mut self, view: View) {
        self.top = view.top;
        self.page = view.page;
    }
}

/// The scroll position of a text without a selection.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first visible line.
    pub top: usize,
    /// The visible part in the last frame.
    view: View,
}

impl Scroll {
    /// Scrolls, at most to the end of the text of the last frame.
    pub fn step(&mut self, step: Step) {
        let last = self.view.rows.saturating_sub(self.view.page);
        self.top = stepped(self.top, step, self.view.page, last);
    }

    /// Stores what the last frame showed.
    pub fn settle(&mut self, view: View) {
        self.top = view.top;
        self.view = view;
    }
}

/// Returns the new position. A page moves by one row less than it shows, so that one row stays in view.
fn stepped(at: usize, step: Step, page: usize, last: usize) -> usize {
    let page = page.saturating_sub(1).max(1);
    match step {
        Step::Up => at.saturating_sub(1),
        Step::Down => at + 1,
        Step::PageUp => at.saturating_sub(page),
        Step::PageDown => at + page,
        Step::First => 0,
        Step::Last => last,
    }
    .min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_within_the_list() {
        let mut list = List { page: 4, ..List::default() };
        list.step(Step::Up, 10);
        assert_eq!(list.selected, 0);
        list.step(Step::PageDown, 10);
        assert_eq!(list.selected, 3);
        list.step(Step::Last, 10);
        list.step(Step::Down, 10);
        assert_eq!(list.selected, 9);
        list.step(Step::Down, 0);
        assert_eq!(list.selected, 0);
    }

    #[test]
    fn scrolling_stops_at_the_end_of_the_text() {
        let mut scroll = Scroll::default();
        scroll.settle(View { top: 0, page: 5, rows: 7 });
        scroll.step(Step::PageDown);
        assert_eq!(scroll.top, 2);
        scroll.step(Step::First);
        scroll.step(Step::Up);
        assert_eq!(scroll.top, 0);
    }
}
