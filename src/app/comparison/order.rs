//! The order of the rows and of the columns of the comparison.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::figure::{Figure, FigureKind};
use crate::model::Better;

/// What rows or columns are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// The order of the source, of time, or of the files.
    #[default]
    Source,
    /// The names, in the order of the Vietnamese alphabet.
    Name,
    /// The figures of one line across: of a column to sort rows, of a row to sort columns.
    Line(usize),
}

/// An order of rows or columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    pub(super) by: OrderBy,
    pub(super) reversed: bool,
    /// Whether the least figure comes first.
    is_rising: bool,
    /// The lines in this order; `None` in that of the source.
    lines: Option<Arc<[u32]>>,
}

impl Order {
    /// Returns what is sorted by, and whether the usual direction is reversed.
    #[must_use]
    pub fn by(&self) -> (OrderBy, bool) {
        (self.by, self.reversed)
    }

    /// Whether the least figure, or the first name, comes first.
    #[must_use]
    pub fn is_rising(&self) -> bool {
        self.is_rising
    }

    /// Returns the line at a position of the screen.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        let sorted = self.lines.as_ref().map(|lines| lines.get(at));
        sorted.map_or(at, |line| line.map_or(at, |line| *line as usize))
    }

    /// Returns the position of a line.
    #[must_use]
    pub fn position(&self, line: usize) -> usize {
        let found = |lines: &Arc<[u32]>| lines.iter().position(|other| *other as usize == line);
        self.lines.as_ref().map_or(line, |lines| found(lines).unwrap_or(line))
    }

    /// Chooses what to sort by: again the same reverses, and a third time is the order of the source.
    pub(super) fn choose(&self, by: OrderBy) -> (OrderBy, bool) {
        match (self.by == by, self.reversed) {
            (false, _) => (by, false),
            (true, false) => (by, true),
            (true, true) => (OrderBy::Source, false),
        }
    }

    /// The order of lines that were sorted.
    pub(super) fn of_lines(
        by: OrderBy,
        reversed: bool,
        lines: impl Iterator<Item = usize>,
    ) -> Self {
        // A grid has at most 200,000 cells.
        let lines = lines.filter_map(|line| u32::try_from(line).ok()).collect();
        Self { by, reversed, is_rising: !reversed, lines: Some(lines) }
    }

    /// The same order of rows with the parts of each whole below it, sorted among themselves;
    /// `depths` are the numbers of wholes above the rows, in the order of the source.
    pub(super) fn in_tree(self, depths: &[u8]) -> Self {
        let has_parts = depths.iter().any(|depth| *depth > 0);
        let Some(lines) = self.lines.as_ref().filter(|_| has_parts) else { return self };
        let mut ranks = vec![0; depths.len()];
        for (rank, line) in lines.iter().enumerate() {
            ranks[*line as usize] = rank;
        }
        let mut sorted = Vec::with_capacity(depths.len());
        push_wholes(depths, &ranks, 0..depths.len(), &mut sorted);
        Self { lines: Some(sorted.into()), ..self }
    }

    /// Sorts lines by their figures: the best first, which is the first rank, the least result where lower is `better`,
    /// else the greatest; lines without one come last in both directions. Only figures of one kind are compared.
    pub(super) fn of_figures(
        by: OrderBy,
        reversed: bool,
        better: Option<Better>,
        figures: impl Iterator<Item = Option<Figure>>,
    ) -> Self {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (line, figure) in figures.enumerate() {
            match figure {
                Some(figure) => with.push((figure, line)),
                None => without.push(line),
            }
        }
        let is_rising =
            with.first().is_some_and(|(figure, _)| is_least_best(*figure, better)) != reversed;
        with.sort_by(|(a, _), (b, _)| compare(*a, *b, is_rising));
        let lines = with.into_iter().map(|(_, line)| line).chain(without);
        Self { is_rising, ..Self::of_lines(by, reversed, lines) }
    }
}

/// Adds the wholes of a range of rows in the order of their ranks, each followed by its parts. It calls itself once for
/// each level.
fn push_wholes(depths: &[u8], ranks: &[usize], range: Range<usize>, sorted: &mut Vec<u32>) {
    let end_of = |whole: usize| {
        let is_after = |at: &usize| depths[*at] <= depths[whole];
        (whole + 1..range.end).find(is_after).unwrap_or(range.end)
    };
    let mut wholes = Vec::new();
    let mut at = range.start;
    while at < range.end {
        wholes.push(at);
        at = end_of(at);
    }
    wholes.sort_by_key(|whole| ranks[*whole]);
    for whole in wholes {
        sorted.extend(u32::try_from(whole));
        push_wholes(depths, ranks, whole + 1..end_of(whole), sorted);
    }
}

/// Whether the least of figures such as one is the best. A percent of plan may be a ratio or an attainment where lower
/// is better.
fn is_least_best(figure: Figure, better: Option<Better>) -> bool {
    match figure.kind {
        FigureKind::Rank(_) => true,
        FigureKind::Value | FigureKind::Difference | FigureKind::PointChange => {
            better == Some(Better::Lower)
        }
        _ => false,
    }
}

fn compare(one: Figure, other: Figure, is_rising: bool) -> Ordering {
    let figures = one.value.cmp(&other.value);
    let figures = if is_rising { figures } else { figures.reverse() };
    one.kind.order().cmp(&other.kind.order()).then(figures)
}
