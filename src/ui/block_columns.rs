//! The columns of a block of the comparison: label, figure, bar, percent and difference, as far as the width allows.

use super::compared_rows::{Compared, Ranked};
use super::list_cells::{figure_or_rank, percent_text};
use super::words::Words;
use crate::text::{format_number, truncate};

/// The width of the selection marker and a space.
pub(super) const LEAD: usize = 2;
/// The fewest cells of a bar; a shorter one shows less than its figure.
pub(super) const SHORTEST_BAR: usize = 4;

/// The most cells of a bar, and of one where places are left out: they change places with every step, and all rows are
/// redrawn.
pub(super) const LONGEST_BAR: usize = 20;
pub(super) const SHORT_BAR: usize = 8;

/// The columns that a figure may have in any pane.
pub(super) const NARROW_FIGURE: usize = 14;

/// The texts of a line of a block.
pub(super) struct BlockRow {
    pub(super) label: String,
    pub(super) figure: String,
    pub(super) percent: String,
    /// The difference of the figure from the selected one.
    pub(super) difference: String,
}

impl BlockRow {
    pub(super) fn of(
        label: String,
        Ranked { one, position, is_on_scale }: &Ranked<'_>,
        own: &Compared<'_>,
        words: Words,
    ) -> Self {
        // The difference of a place from the total says something, that of a quarter from a year nothing.
        let is_compared = *is_on_scale || position.is_none();
        let value = one.indicator.figure_or_rank().zip(own.indicator.figure_or_rank());
        let value = value.and_then(|(here, there)| here.checked_sub(there));
        let value = value.filter(|_| !one.is(own) && is_compared);
        let difference =
            value.map(|value| words.about(&format_number::signed(value, words.numbers()), ""));
        Self {
            label,
            figure: figure_or_rank(&one.indicator, words),
            percent: percent_text(&one.indicator, words),
            difference: difference.unwrap_or_default(),
        }
    }
}

/// The widths of the columns of a block; the last two with the space before them.
pub(super) struct BlockWidths {
    pub(super) label: usize,
    pub(super) figure: usize,
    pub(super) bar: usize,
    pub(super) percent: usize,
    pub(super) difference: usize,
    /// The heading over the differences.
    pub(super) than: &'static str,
}

impl BlockWidths {
    /// The widths in a pane of `width`; of an excerpt of the places (not `is_whole`) the bars are shorter, and the
    /// differences, which follow from the figures, are left out.
    pub(super) fn of(rows: &[BlockRow], width: usize, is_whole: bool, words: Words) -> Self {
        let widest = |text: fn(&BlockRow) -> &str| {
            rows.iter().map(|row| truncate::width(text(row))).max().unwrap_or(0)
        };
        let column = |text: fn(&BlockRow) -> &str, heading: &str| match widest(text) {
            0 => 0,
            width => width.max(truncate::width(heading)) + 2,
        };
        // "ước 26.430,6" needs more than a third of a narrow pane.
        let figure = widest(|row| &row.figure).min((width / 3).max(NARROW_FIGURE));
        let percent = column(|row| &row.percent, words.percent_short());
        let wanted = widest(|row| &row.label);
        let room = |taken: usize| width.saturating_sub(LEAD + figure + 2 + taken);
        // A difference follows from the figures: it is left out before a name is cut or a bar is lost.
        let headings = words.than_selected();
        let differences = headings.map(|heading| (column(|row| &row.difference, heading), heading));
        let fits = |(difference, _): &(usize, &str)| {
            is_whole && room(percent + difference) >= wanted + SHORTEST_BAR
        };
        let (difference, than) = differences.into_iter().find(fits).unwrap_or_default();
        // Without a bar a name may take one of the two spaces before the percents.
        let is_tight = room(percent + difference) < wanted && percent > 0;
        let percent = percent - usize::from(is_tight);
        let room = room(percent + difference);
        let label = wanted.min(room.max(6));
        let longest = if is_whole { LONGEST_BAR } else { SHORT_BAR };
        let bar = room.saturating_sub(label).min(longest);
        Self { label, figure, bar, percent, difference, than }
    }

    /// Whether a label or a figure is cut.
    pub(super) fn cuts(&self, rows: &[BlockRow]) -> bool {
        let is_cut = |text: &str, room: usize| truncate::width(text) > room;
        rows.iter().any(|row| is_cut(&row.label, self.label) || is_cut(&row.figure, self.figure))
    }

    /// The difference of a row; nothing where there is no column for it.
    pub(super) fn difference_of(&self, row: &BlockRow) -> String {
        match self.difference {
            0 => String::new(),
            width => truncate::pad_left(&row.difference, width),
        }
    }

    /// The heading of a block in `width` columns, with those over its last columns, if they fit.
    pub(super) fn heading(&self, text: &str, width: usize, words: Words) -> String {
        let Self { label, figure, bar, percent, difference, than } = self;
        let before = LEAD + label + figure + bar + 2;
        let over = |width: usize, text| {
            if width > 0 { truncate::pad_left(text, width) } else { String::new() }
        };
        let columns = over(*percent, words.percent_short()) + &over(*difference, than);
        // The space before a heading may be used by what is left of it.
        let free = before + columns.len() - columns.trim_start().len();
        if truncate::width(text) < free {
            format!("{}{}", truncate::pad(text, free), columns.trim_start())
        } else {
            truncate::cut(text, width).into_owned()
        }
    }
}
