//! An open text and the walk through its numbers.

use std::sync::Arc;

use crate::app::{List, Step, View};
use crate::dataset::{self, NumberState, ReviewedNumber};
use crate::model::Dataset;

/// An open text, with the selected one of its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenText {
    /// The dataset that carries the text.
    pub dataset: usize,
    /// Its numbers, in order.
    pub numbers: Arc<[ReviewedNumber]>,
    /// The selected number.
    pub selected: usize,
    /// The position among the paragraphs.
    pub paragraphs: List,
}

impl OpenText {
    pub(crate) fn of(dataset: usize, data: &Dataset) -> Option<Self> {
        let numbers = dataset::reviewed_numbers(data).into();
        let paragraphs = List::default();
        data.has_text().then_some(Self { dataset, numbers, selected: 0, paragraphs })
    }

    /// The selected number; none in a text without numbers.
    #[must_use]
    pub fn number(&self) -> Option<&ReviewedNumber> {
        self.numbers.get(self.selected)
    }

    /// The number of numbers of a state.
    #[must_use]
    pub fn count(&self, state: NumberState) -> usize {
        self.numbers.iter().filter(|number| number.state == state).count()
    }

    pub(crate) fn select(&mut self, at: usize) {
        self.selected = at.min(self.numbers.len().saturating_sub(1));
        let paragraph = self.number().map_or(0, |number| number.paragraph.saturating_sub(1));
        self.paragraphs.selected = usize::try_from(paragraph).unwrap_or(usize::MAX);
    }

    pub(crate) fn step(&mut self, step: Step) {
        let last = self.numbers.len().saturating_sub(1);
        let page = self.paragraphs.page.max(1);
        let paragraphs_on = |by: isize| {
            let paragraph = self.paragraphs.selected.saturating_add_signed(by) + 1;
            let is_there = |number: &ReviewedNumber| {
                usize::try_from(number.paragraph).is_ok_and(|number| number >= paragraph)
            };
            self.numbers.iter().position(is_there).unwrap_or(last)
        };
        let page = isize::try_from(page).unwrap_or(1);
        let at = match step {
            Step::Up => self.selected.saturating_sub(1),
            Step::Down => self.selected + 1,
            Step::PageUp => paragraphs_on(-page),
            Step::PageDown => paragraphs_on(page),
            Step::First => 0,
            Step::Last => last,
        };
        self.select(at);
    }

    /// Whether the selected number is to be reviewed or belongs to no indicator.
    pub(crate) fn is_open(&self) -> bool {
        self.number().is_some_and(is_open)
    }

    /// Selects the next number that is to be reviewed or belongs to no indicator; after the last comes the first.
    /// Returns whether there is another one.
    pub(crate) fn next_open(&mut self) -> bool {
        let is_open = |at: &usize| is_open(&self.numbers[*at]);
        let after = self.selected + 1..self.numbers.len();
        let next = after.chain(0..self.selected.min(self.numbers.len())).find(is_open);
        next.map(|at| self.select(at)).is_some()
    }

    pub(crate) fn settle(&mut self, view: View) {
        self.paragraphs.settle(view);
    }
}

fn is_open(number: &ReviewedNumber) -> bool {
    matches!(number.state, NumberState::ToReview | NumberState::Unread)
}
