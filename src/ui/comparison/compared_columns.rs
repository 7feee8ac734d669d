//! The widths of the columns of the comparison.

use super::head_label::label;
use crate::app::{Comparison, FigureKind};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::canvas::Canvas;

/// The selection marker, the sign of a mark, and a space.
pub(super) const LEAD: usize = 3;
/// The least width at which the unit has a column of its own.
const UNIT_FROM: usize = 70;
/// The most columns of a unit, and of a heading where not all columns fit.
const UNIT: usize = 16;
/// The most columns of a unit after a name.
pub(super) const SHORT_UNIT: usize = 6;
const HEADING: usize = 12;
/// The columns of a result in words.
const WORDS: usize = 10;
/// The space between columns.
pub(super) const GAP: usize = 1;

/// The heading over the rows; of a table about one indicator with its unit.
pub(super) fn corner(canvas: &Canvas<'_>, comparison: &Comparison) -> String {
    let turn = comparison.grid().turn();
    let heading = canvas.words.rows_heading(turn);
    let entry = canvas.app.selected_entry().filter(|_| turn.is_of_one_indicator());
    let unit = entry.as_ref().and_then(|entry| entry.unit());
    unit.map_or_else(|| heading.to_owned(), |unit| format!("{heading} · {}", visible(unit)))
}

/// The widths of the headings of rows, and what all cells have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Widths {
    pub(super) name: usize,
    /// What the longest name needs.
    wanted_name: usize,
    /// 0 if the unit is shown after the name.
    pub(super) unit: usize,
    /// Whether each cell has room for the sign of a status, and for that of the best or the worst.
    pub(super) status: bool,
    pub(super) extremes: bool,
    /// Whether headings of columns are cut to a usual width.
    cut_headings: bool,
}

impl Widths {
    /// The widths in a table of `width` columns; names may be narrower where they can wrap.
    pub(super) fn of(
        canvas: &Canvas<'_>,
        comparison: &Comparison,
        width: usize,
        can_wrap: bool,
    ) -> Self {
        let (figures, heads) = (comparison.figures(), comparison.grid().widths());
        let unit = if width >= UNIT_FROM { heads.unit.min(UNIT) } else { 0 };
        let widths = Self {
            name: 0,
            wanted_name: 0,
            unit,
            status: figures.has_status(),
            extremes: figures.has_extremes(),
            cut_headings: false,
        };
        let after_name = if unit > 0 { unit + GAP } else { 0 };
        let suffix = if unit == 0 && heads.unit > 0 { heads.unit.min(SHORT_UNIT) + 3 } else { 0 };
        let heading = truncate::width(&corner(canvas, comparison)) + 1;
        let wanted = (heads.name + suffix).max(heading);
        let share = if can_wrap { width * 3 / 10 } else { width * 2 / 5 };
        let least = wanted.min(share.clamp(18, 44));
        let room = width.saturating_sub(LEAD + after_name);
        // Few columns have whole headings, and the names the room that is left.
        let columns = comparison.grid().columns().len();
        let most = if columns > width { None } else { widths.total(canvas, comparison) };
        match most.and_then(|total| room.checked_sub(total)).filter(|free| *free >= least) {
            Some(free) => Self { name: wanted.min(free), wanted_name: wanted, ..widths },
            None => Self { name: least, wanted_name: wanted, cut_headings: true, ..widths },
        }
    }

    /// The same with the room for names that the visible columns leave.
    pub(super) fn with_longer_names(self, free: usize) -> Self {
        Self { name: self.wanted_name.min(self.name + free), ..self }
    }

    fn total(self, canvas: &Canvas<'_>, comparison: &Comparison) -> Option<usize> {
        let columns = 0..comparison.grid().columns().len();
        columns
            .map(|column| self.column(canvas, comparison, column))
            .try_fold(0, usize::checked_add)
    }

    /// The width of a column of the grid with the gap before it.
    pub(super) fn column(
        self,
        canvas: &Canvas<'_>,
        comparison: &Comparison,
        column: usize,
    ) -> usize {
        let summary = comparison.figures().column(column);
        let kinds = [FigureKind::PercentChange, FigureKind::PointChange, FigureKind::PlaceChange];
        let suffix = kinds.into_iter().zip(summary.suffixes).filter(|(_, has)| *has);
        let suffix = suffix.map(|(kind, _)| truncate::width(canvas.words.figure_suffix(kind)));
        let number = summary.number + suffix.max().unwrap_or(0);
        let content = if summary.words { number.max(WORDS) } else { number };
        let own = content + usize::from(self.extremes) + 2 * usize::from(self.status);
        let heading = comparison.grid().columns().get(column);
        // One more for the arrow of a sort.
        let heading = heading.map_or(0, |head| truncate::width(&label(canvas, *head)) + 1);
        GAP + own.max(if self.cut_headings { heading.min(HEADING) } else { heading }).max(4)
    }

    /// The column at which the first cell begins.
    pub(super) fn before_cells(self) -> usize {
        LEAD + self.name + if self.unit > 0 { self.unit + GAP } else { 0 }
    }
}
