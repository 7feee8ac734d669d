//! A position in a list that is longer than its pane.

/// How far a movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The part of a list or a text that was in view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// The first row shown.
    pub top: usize,
    /// How many rows were shown.
    pub page: usize,
    /// How many there are.
    pub rows: usize,
}

/// Which row is selected and which one stands at the top.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct List {
    /// From 0; 0 in an empty list.
    pub selected: usize,
    /// The first row shown, as the last frame settled it.
    pub top: usize,
    /// How many rows the last frame had room for.
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

    /// Takes over where the last frame began and how much it showed.
    pub fn settle(&mut self, view: View) {
        self.top = view.top;
        self.page = view.page;
    }
}

/// How far a text without a selection is scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first line shown.
    pub top: usize,
    /// What the last frame showed.
    view: View,
}

impl Scroll {
    /// Scrolls within the text that the last frame showed.
    pub fn step(&mut self, step: Step) {
        let last = self.view.rows.saturating_sub(self.view.page);
        self.top = stepped(self.top, step, self.view.page, last);
    }

    /// Takes over what the last frame showed.
    pub fn settle(&mut self, view: View) {
        self.top = view.top;
        self.view = view;
    }
}

/// A page moves by one row less than it shows, so that a row of it stays in view.
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
    fn stays_within_its_rows() {
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
    fn a_text_scrolls_no_further_than_its_end() {
        let mut scroll = Scroll::default();
        scroll.settle(View { top: 0, page: 5, rows: 7 });
        scroll.step(Step::PageDown);
        assert_eq!(scroll.top, 2);
        scroll.step(Step::First);
        scroll.step(Step::Up);
        assert_eq!(scroll.top, 0);
    }
}
