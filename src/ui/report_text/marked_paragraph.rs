//! A paragraph with its numbers marked: each is followed by a sign, and both have the colour of its state.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::app::OpenText;
use crate::dataset::{NumberState, ReviewedNumber};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::theme::{Palette, TO_REVIEW, WARNING};

/// A paragraph as it is shown.
pub(super) struct MarkedParagraph {
    text: String,
    numbers: Vec<Mark>,
}

/// A number in the shown text, with its sign.
struct Mark {
    range: Range<usize>,
    state: NumberState,
    /// The number, by its position in the whole text.
    number: usize,
    is_selected: bool,
}

/// A line of a paragraph.
pub(super) struct MarkedLine {
    pub(super) line: Line<'static>,
    /// The column of the selected number, if it begins in this line.
    pub(super) selected: Option<usize>,
    /// The column and the width of each number that begins in this line.
    pub(super) targets: Vec<(usize, usize, usize)>,
}

/// The sign of a number after it.
pub(super) fn sign(state: NumberState) -> &'static str {
    match state {
        NumberState::Sure => "✓",
        NumberState::ToReview => TO_REVIEW,
        NumberState::Aside => "~",
        NumberState::Unread => WARNING,
    }
}

fn style(state: NumberState, palette: &Palette) -> Style {
    match state {
        NumberState::Sure => palette.met,
        NumberState::ToReview => palette.warning,
        NumberState::Aside => palette.dim,
        NumberState::Unread => palette.missed,
    }
}

impl MarkedParagraph {
    /// The paragraph of a row, from 0.
    pub(super) fn of(paragraph: &str, row: usize, report: &OpenText) -> Self {
        let number = u32::try_from(row + 1).unwrap_or(u32::MAX);
        let first = report.numbers.partition_point(|one| one.paragraph < number);
        let own = report.numbers[first..].iter().take_while(|one| one.paragraph == number);
        let mut shown = Self { text: String::with_capacity(paragraph.len()), numbers: Vec::new() };
        let mut at = 0;
        for (number, one) in (first..).zip(own) {
            at = shown.push(paragraph, at, one, number, number == report.selected);
        }
        shown.text.push_str(&visible(paragraph.get(at..).unwrap_or_default()));
        shown
    }

    /// Adds the text from `at` with a number; returns where it ends.
    fn push(
        &mut self,
        paragraph: &str,
        at: usize,
        one: &ReviewedNumber,
        number: usize,
        is_selected: bool,
    ) -> usize {
        let (Some(before), Some(own)) =
            (paragraph.get(at..one.span.start), paragraph.get(one.span.clone()))
        else {
            return at;
        };
        self.text.push_str(&visible(before));
        let start = self.text.len();
        self.text.push_str(&visible(own));
        self.text.push_str(sign(one.state));
        let range = start..self.text.len();
        self.numbers.push(Mark { range, state: one.state, number, is_selected });
        one.span.end
    }

    pub(super) fn height(&self, width: usize) -> usize {
        if truncate::width(&self.text) <= width {
            1
        } else {
            truncate::lines(&self.text, width).len().max(1)
        }
    }

    pub(super) fn lines(&self, width: usize, palette: &Palette) -> Vec<MarkedLine> {
        let lines = truncate::lines(&self.text, width);
        lines.into_iter().map(|range| self.line(range, palette)).collect()
    }

    fn line(&self, range: Range<usize>, palette: &Palette) -> MarkedLine {
        let mut marked = MarkedLine { line: Line::default(), selected: None, targets: Vec::new() };
        let mut at = range.start;
        let first = self.numbers.partition_point(|mark| mark.range.end <= range.start);
        let own = self.numbers[first..].iter().take_while(|mark| mark.range.start < range.end);
        for mark in own {
            let start = mark.range.start.clamp(at, range.end);
            let end = mark.range.end.clamp(at, range.end);
            if start == end {
                continue;
            }
            marked.line.push_span(Span::raw(self.text[at..start].to_owned()));
            let own = &self.text[start..end];
            let style = style(mark.state, palette);
            let style = if mark.is_selected {
                Style::new().add_modifier(Modifier::REVERSED)
            } else {
                style
            };
            if mark.range.start >= range.start {
                let column = truncate::width(&self.text[range.start..start]);
                marked.targets.push((column, truncate::width(own), mark.number));
                marked.selected = marked.selected.or(mark.is_selected.then_some(column));
            }
            marked.line.push_span(Span::styled(own.to_owned(), style));
            at = end;
        }
        marked.line.push_span(Span::raw(self.text[at..range.end].to_owned()));
        marked
    }
}
