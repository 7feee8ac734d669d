//! The heading of a row of the comparison: its signs, its name and its unit.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::compared_columns::{GAP, LEAD, Widths};
use super::compared_unit::unit_of;
use super::head_label::{arrow, label};
use crate::app::{Comparison, Head, OrderBy};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::room::to_u16;
use crate::ui::row_name::{NameDetails, NameStyles, RowName};
use crate::ui::theme::MARK;

/// A row of the table: which line of the grid it shows, and its heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableRow {
    pub(super) line: usize,
    pub(super) head: Head,
    pub(super) is_selected: bool,
}

/// Draws the marker of the selection, the sign of a mark, the name and the unit of a row.
pub(super) fn render(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    widths: Widths,
    TableRow { line, head, is_selected }: TableRow,
) {
    let app = canvas.app;
    let entry = match head {
        Head::Indicator { indicator, .. } => app.catalog().collection.get(indicator),
        Head::Place { .. } | Head::Period { .. } => None,
    };
    let unit = entry.and_then(|entry| unit_of(canvas, comparison, &entry)).unwrap_or_default();
    let unit = truncate::cut(&unit, widths.unit).into_owned();
    let marked = entry.is_some_and(|entry| app.marks().contains(entry.index));
    let sorted = arrow(comparison.column_order(), OrderBy::Line(line));
    let signs = if marked { [MARK, sorted] } else { [sorted, ""] };
    let lead = format!("{}{}", if is_selected { "▸" } else { " " }, signs.concat());
    let lead = truncate::pad(&lead, LEAD);
    let style = match (is_selected, comparison.at_headings()) {
        (true, true) => Style::new().add_modifier(Modifier::REVERSED),
        (true, false) => Style::new().add_modifier(Modifier::BOLD),
        _ => Style::new(),
    };
    canvas.line(area, &Line::raw(lead));
    let (indent, name) = row_name(canvas, comparison, widths, head);
    let room = widths.name - indent;
    let lines = name.lines(room, area.height.into(), NameStyles::plain(style, style));
    let place = Rect { x: area.x + to_u16(LEAD + indent), width: to_u16(room), ..area };
    for (place, line) in place.intersection(area).rows().zip(&lines) {
        canvas.line(place, line);
    }
    if widths.unit > 0 {
        let x = area.x + to_u16(LEAD + widths.name + GAP);
        let place = Rect { x, width: to_u16(widths.unit), ..area };
        canvas.line(place, &Line::styled(unit, canvas.palette.dim));
    }
    if is_selected && comparison.at_headings() {
        canvas.cursor(area.x, area.y);
    }
}

/// The name of a row with its period and, without a column for it, its unit; and the columns before it, as it is
/// indented below its whole.
pub(super) fn row_name(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    widths: Widths,
    head: Head,
) -> (usize, RowName) {
    let entry = match head {
        Head::Indicator { indicator, .. } => canvas.app.catalog().collection.get(indicator),
        Head::Place { .. } | Head::Period { .. } => None,
    };
    let (depth, period) = match head {
        Head::Indicator { depth, period, .. } => (depth, period),
        Head::Place { .. } | Head::Period { .. } => (0, None),
    };
    let indent = 2 * usize::from(depth);
    let period = period.map(|period| format!(" ({})", canvas.words.period_short(period)));
    let period = period.unwrap_or_default();
    let unit = entry.filter(|_| widths.unit == 0);
    let unit = unit.and_then(|entry| unit_of(canvas, comparison, &entry));
    let unit = unit.map(|unit| truncate::cut(&unit, widths.unit_after_name).into_owned());
    let whole = visible(&canvas.app.catalog().written_after(head)).into_owned();
    let unit = unit.as_deref().unwrap_or_default();
    let details = NameDetails { unit, whole: &whole, ..Default::default() };
    let name = RowName::new(&format!("{}{period}", label(canvas, head)), details);
    (indent.min(widths.name / 2), name)
}
