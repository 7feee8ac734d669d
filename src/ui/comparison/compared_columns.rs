//! The widths of the columns of the comparison.

use super::compared_unit::unit_of;
use super::head_label::{self, only_year};
use crate::app::{Comparison, FigureKind, Head, HeadWidths, Measure};
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::room::Room;

/// The selection marker, the sign of a mark, and a space.
pub(super) const LEAD: usize = 3;
/// The least width at which the unit has a column of its own.
const UNIT_FROM: usize = 70;
/// The most columns of a unit, of one where there is room, and of a heading where not all columns fit.
const UNIT: usize = 16;
const LONG_UNIT: usize = 24;
const HEADING: usize = 12;
/// The lines of a table for each line of its headings, and the most of those.
const LINES_A_HEADING_LINE: usize = 4;
const MOST_HEADING_LINES: usize = 4;
/// The lines of a table from which headings of indicators may have some lines.
const LOW: usize = 8;
const LEAST_HEADING_LINES: usize = 3;
/// The columns that a name gives way to for all periods, in a wide and in a narrow table.
const NAME_BEFORE_PERIODS: [usize; 2] = [24, 18];
/// The most columns of a heading of several lines.
const WIDEST_HEADING: usize = 18;
/// The columns of a name that stay, and those that it may give to a unit.
const SHORTEST_NAME: usize = 22;
const GIVEN_TO_UNIT: usize = 4;
/// The columns of a result in words.
const WORDS: usize = 10;
/// The space between columns.
pub(super) const GAP: usize = 1;

/// The heading over the rows; of a table about one indicator with its unit.
pub(super) fn corner(canvas: &Canvas<'_>, comparison: &Comparison) -> String {
    let turn = comparison.grid().turn();
    let heading = canvas.words.rows_heading(turn);
    let entry = canvas.app.selected_entry().filter(|_| turn.is_of_one_indicator());
    let unit = entry.and_then(|entry| unit_of(canvas, comparison, &entry));
    unit.map_or_else(|| heading.to_owned(), |unit| format!("{heading} · {unit}"))
}

/// How many rows have a free line to wrap their names into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FreeLines {
    None,
    SomeRows,
    AllRows,
}

impl FreeLines {
    /// Of so many rows in so many lines.
    pub(super) fn of(rows: usize, lines: usize) -> Self {
        if 2 * rows <= lines {
            Self::AllRows
        } else if rows < lines {
            Self::SomeRows
        } else {
            Self::None
        }
    }
}

/// The widths of the headings of rows, and what all cells have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Widths {
    pub(super) name: usize,
    /// What the longest name needs.
    wanted_name: usize,
    /// 0 if the unit is shown after the name.
    pub(super) unit: usize,
    /// What the longest unit needs.
    wanted_unit: usize,
    /// The most columns of a unit after the name.
    pub(super) unit_after_name: usize,
    /// Whether each cell has room for the sign of a status, and for that of the best or the worst.
    pub(super) status: bool,
    pub(super) extremes: bool,
    /// The year that the headings of columns leave out.
    pub(super) only_year: Option<u16>,
    /// The most lines of a heading of a column, and whether headings are cut to a usual width.
    pub(super) heading_lines: usize,
    cut_headings: bool,
}

impl Widths {
    /// The widths in a table of `width` columns and `height` lines; names may be narrower where all
    /// of them can wrap, and units are whole where there are lines for some of them.
    pub(super) fn of(
        canvas: &Canvas<'_>,
        comparison: &Comparison,
        Room { width, height: lines }: Room,
        free_lines: FreeLines,
    ) -> Self {
        let heads = heads(canvas, comparison);
        let widths = Self::without_names(canvas, comparison, heads.unit, width);
        let names = NameWidths::of(&widths, heads, width, free_lines, canvas, comparison);
        let after_name = if widths.unit > 0 { widths.unit + GAP } else { 0 };
        let room = width.saturating_sub(LEAD + after_name);
        // Few columns have whole headings, and the names the room that is left.
        let columns = comparison.grid().columns().len();
        let total = if columns > width { None } else { widths.total(canvas, comparison) };
        let free = total.and_then(|total| room.checked_sub(total));
        if let Some(free) = free.filter(|free| *free >= names.least) {
            return Self { name: names.wanted.min(free), wanted_name: names.wanted, ..widths };
        }
        let narrow = Self { wanted_name: names.wanted_alone, ..widths };
        let with_all = |total| narrow.with_all(comparison, width, total, heads.unit);
        total.and_then(with_all).unwrap_or_else(|| Self {
            name: names.least,
            wanted_name: names.wanted,
            cut_headings: true,
            heading_lines: heading_lines(comparison, lines),
            ..widths
        })
    }

    /// The widths of everything but the names, with whole headings; `longest_unit` has so many columns.
    fn without_names(
        canvas: &Canvas<'_>,
        comparison: &Comparison,
        longest_unit: usize,
        width: usize,
    ) -> Self {
        let figures = comparison.figures();
        let unit = match longest_unit {
            0 => 0,
            unit if width >= UNIT_FROM => {
                unit.min(UNIT).max(truncate::width(canvas.words.unit_heading()))
            }
            _ => 0,
        };
        Self {
            name: 0,
            wanted_name: 0,
            unit,
            wanted_unit: longest_unit.min(LONG_UNIT),
            unit_after_name: LONG_UNIT,
            status: figures.has_status(),
            extremes: figures.weighing().has_extremes(),
            only_year: only_year(comparison),
            heading_lines: 1,
            cut_headings: false,
        }
    }

    /// These widths with room for all periods, `total` columns of them, for which names and then the column of units
    /// give way; `None` if there is no room for them either.
    fn with_all(
        self,
        comparison: &Comparison,
        width: usize,
        total: usize,
        unit: usize,
    ) -> Option<Self> {
        if !matches!(comparison.grid().columns().first(), Some(Head::Period { .. })) {
            return None;
        }
        let least = NAME_BEFORE_PERIODS[usize::from(width < UNIT_FROM)].min(self.wanted_name);
        let free = width.checked_sub(LEAD + total)?;
        let after_name = if self.unit > 0 { self.unit + GAP } else { 0 };
        let with_unit = free.checked_sub(after_name).filter(|name| *name >= least);
        if let Some(name) = with_unit {
            return Some(Self { name: name.min(self.wanted_name), ..self });
        }
        let wanted_name = self.wanted_name + 3 + unit.min(self.unit_after_name);
        let name = Some(free).filter(|name| *name >= least)?;
        Some(Self { name: name.min(wanted_name), wanted_name, unit: 0, ..self })
    }

    /// These widths with the columns that the visible ones leave given to units and names. A name can wrap.
    pub(super) fn with_longer_names(self, free: usize) -> Self {
        // A few columns more of a name, which can wrap, are worth less than the end of a unit.
        let from_name = self.name.saturating_sub(SHORTEST_NAME).min(GIVEN_TO_UNIT);
        let more = match self.unit {
            0 => 0,
            unit => self.wanted_unit.saturating_sub(unit).min(free + from_name),
        };
        let name = self.wanted_name.min(self.name + free - more);
        Self { name, unit: self.unit + more, ..self }
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
        let content = number.max(summary.words.min(WORDS));
        let own = content + usize::from(self.extremes) + 2 * usize::from(self.status);
        let heading = comparison.grid().columns().get(column);
        let heading =
            heading.map(|head| head_label::heading(canvas, comparison, *head, self.only_year));
        let heading = heading.unwrap_or_default();
        // One more for the arrow of a sort.
        let whole = truncate::width(&heading) + 1;
        let heading = match (self.cut_headings, self.heading_lines) {
            (false, _) => whole,
            (true, 1) => whole.min(HEADING),
            (true, lines) => wrapped_width(&heading, lines),
        };
        GAP + own.max(heading).max(4)
    }

    /// The column at which the first cell begins.
    pub(super) fn before_cells(self) -> usize {
        LEAD + self.name + if self.unit > 0 { self.unit + GAP } else { 0 }
    }
}

/// The widths of the longest name and unit; a measure without units has none.
fn heads(canvas: &Canvas<'_>, comparison: &Comparison) -> HeadWidths {
    let mut heads = comparison.grid().widths();
    if matches!(comparison.measure(), Measure::Percent | Measure::Rank) {
        heads.unit = 0;
    }
    if heads.unit > 0 && comparison.measure() == Measure::Change {
        let points = canvas.words.figure_suffix(FigureKind::PointChange).trim();
        heads.unit = heads.unit.max(truncate::width(points));
    }
    heads
}

/// What the names of rows need.
struct NameWidths {
    /// What the longest name needs, with the unit after it where that has no column; and without it.
    wanted: usize,
    wanted_alone: usize,
    /// The columns that stay, in which longer names wrap.
    least: usize,
}

impl NameWidths {
    fn of(
        widths: &Widths,
        heads: HeadWidths,
        width: usize,
        free_lines: FreeLines,
        canvas: &Canvas<'_>,
        comparison: &Comparison,
    ) -> Self {
        let suffix = match widths.unit {
            0 if heads.unit > 0 => heads.unit.min(LONG_UNIT) + 3,
            _ => 0,
        };
        let heading = truncate::width(&corner(canvas, comparison)) + 1;
        let wanted = (heads.name + suffix).max(heading);
        let share = match free_lines {
            FreeLines::AllRows => width * 3 / 10,
            FreeLines::SomeRows | FreeLines::None => width * 2 / 5,
        };
        let least = wanted.min(share.clamp(18, 44));
        Self { wanted, wanted_alone: heads.name.max(heading), least }
    }
}

/// The lines of the headings of columns that do not fit side by side: names of places wrap once, those of indicators as
/// the height of the table allows.
fn heading_lines(comparison: &Comparison, height: usize) -> usize {
    let most = match comparison.grid().columns().first() {
        // A unit that is cut says less than a row.
        Some(Head::Indicator { .. }) => {
            let least = if height >= LOW { LEAST_HEADING_LINES } else { 1 };
            (height / LINES_A_HEADING_LINE).clamp(least, MOST_HEADING_LINES)
        }
        Some(Head::Place { .. }) if comparison.grid().widths().column >= HEADING => {
            (height / LINES_A_HEADING_LINE).min(2)
        }
        _ => 1,
    };
    most.max(1)
}

/// The fewest columns, with one for an arrow, in which a heading takes at most so many lines.
fn wrapped_width(heading: &str, lines: usize) -> usize {
    let width = truncate::width(heading);
    let words = heading.split_whitespace().map(truncate::width);
    let least = words.max().unwrap_or(0).min(HEADING).max(width.div_ceil(lines.max(1)));
    let fits = |room: &usize| truncate::lines(heading, *room).len() <= lines;
    (least..WIDEST_HEADING).find(fits).unwrap_or(WIDEST_HEADING.min(width)) + 1
}
