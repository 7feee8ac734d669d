//! The table of the comparison: the headings of rows and columns stay in view.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use rust_decimal::Decimal;

use super::compared_cell::{self, CellAt};
use super::compared_columns::{FreeLines, GAP, LEAD, Widths, corner};
use super::compared_unit::unit_of;
use super::head_label::{self, distinguished_by, label};
use crate::app::{Comparison, ComparisonView, Head, Measure, Order, OrderBy, Target, View};
use crate::model::ValueRange;
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::room::Room;
use crate::ui::row_name::{NameDetails, NameStyles, RowName};
use crate::ui::theme::MARK;
use crate::ui::{layout, length_bar, sparkline, viewport};

/// The arrow at the right end of a table with more columns.
const RIGHT: &str = "▸";
/// The most lines of a name.
const MOST_LINES: usize = 4;
/// The share of the columns that a selection scrolls ahead.
const SHARE_AHEAD: usize = 2;
/// The fewest periods whose trend is drawn.
const TREND_FROM: usize = 3;
/// The fewest and the most columns of the bars of a table with one column.
const SHORTEST_BAR: usize = 8;
const LONGEST_BAR: usize = 160;

/// A column of the screen: where it is, and which column of the grid it shows.
#[derive(Debug, Clone, Copy)]
struct Shown {
    x: u16,
    width: u16,
    at: usize,
    column: usize,
}

impl Shown {
    /// The lines of its heading, with the arrow of a sort; the last one is cut.
    fn heading(
        self,
        canvas: &Canvas<'_>,
        comparison: &Comparison,
        widths: Widths,
        head: Head,
    ) -> Vec<String> {
        let text = head_label::heading(canvas, comparison, head, widths.only_year);
        let arrow = arrow(comparison.row_order(), OrderBy::Line(self.column));
        let room = usize::from(self.width).saturating_sub(GAP + truncate::width(arrow));
        let mut lines = truncate::wrap(&text, room.max(1), widths.heading_lines);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}{arrow}", truncate::cut(last, room));
        }
        lines
    }
}

/// What the rows of a table have in common: its visible columns, and what is drawn right of them.
struct ShownColumns {
    widths: Widths,
    shown: Vec<Shown>,
    picture: Picture,
}

pub(super) fn render(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
) -> (ComparisonView, u16) {
    let area = layout::left_of_scrollbar(area);
    let count = comparison.grid().rows().len();
    let free_lines = FreeLines::of(count, usize::from(area.height.saturating_sub(1)));
    let room = Room { width: area.width.into(), height: area.height.into() };
    let widths = Widths::of(canvas, comparison, room, free_lines);
    let order = comparison.column_order();
    let room = usize::from(area.width).saturating_sub(widths.before_cells());
    let count = comparison.grid().columns().len();
    let column_width = |at: usize| widths.column(canvas, comparison, order.line(at));
    // A scroll moves every figure: it goes ahead, so that the next steps do not scroll.
    let ahead = room / SHARE_AHEAD;
    let columns = viewport::view_ahead(comparison.columns(), count, room, ahead, column_width);
    // No name is cut next to empty columns.
    let visible = columns.top..columns.top + columns.page;
    let taken: usize = visible.map(column_width).sum();
    let widths = widths.with_longer_names(room.saturating_sub(taken));
    let mut shown = Vec::new();
    let mut x = widths.before_cells();
    for at in columns.top..columns.top + columns.page {
        let column = order.line(at);
        let width = widths
            .column(canvas, comparison, column)
            .min(usize::from(area.width).saturating_sub(x));
        let place = u16::try_from(x).unwrap_or(u16::MAX);
        shown.push(Shown { x: area.x + place, width: to_u16(width), at, column });
        x += width;
    }
    // As many lines as the headings in view take.
    let heading_lines = shown.iter().map(|column| {
        let head = comparison.grid().columns().get(column.column).copied();
        head.map_or(1, |head| column.heading(canvas, comparison, widths, head).len())
    });
    let heading_lines = to_u16(heading_lines.max().unwrap_or(1)).min(area.height.max(1));
    let height = usize::from(area.height - heading_lines.min(area.height));
    let free = usize::from(area.width).saturating_sub(x);
    let picture = Picture::of(comparison, columns.page == count, free);
    let head = |at: usize| comparison.grid().rows().get(comparison.row_order().line(at)).copied();
    let rows = comparison.grid().rows().len();
    // Names wrap as far as all rows stay in view.
    let lines: Vec<usize> = if rows <= height {
        let needed = |at: usize| {
            let name = head(at).map(|head| row_name(canvas, comparison, widths, head));
            name.map_or(1, |(indent, name)| name.height(widths.name - indent))
        };
        shared_lines(&(0..rows).map(needed).collect::<Vec<_>>(), height)
    } else {
        Vec::new()
    };
    let lines_of = |at: usize| lines.get(at).copied().unwrap_or(1);
    let rows = viewport::view(comparison.rows(), rows, height, lines_of);
    let shown = ShownColumns { widths, shown, picture };
    headings(canvas, Rect { height: heading_lines, ..area }, comparison, &shown);
    more_columns(canvas, area, columns);
    let mut y = area.y + heading_lines;
    for at in rows.top..rows.top + rows.page {
        let lines = to_u16(lines_of(at));
        let place = Rect { y, height: lines, ..area }.intersection(area);
        row(canvas, place, comparison, &shown, at);
        y += lines;
    }
    (ComparisonView { rows, columns, across: 1 }, y - area.y)
}

/// The lines of each row that needs some, in `height` lines: each has one, and the others are given out from the top,
/// first the second line of all rows, then the third.
fn shared_lines(needed: &[usize], height: usize) -> Vec<usize> {
    let mut lines = vec![1; needed.len()];
    let mut free = height.saturating_sub(needed.len());
    for nth in 2..=MOST_LINES {
        for (own, _) in lines.iter_mut().zip(needed).filter(|(_, needed)| **needed >= nth) {
            if free > 0 {
                (*own, free) = (nth, free - 1);
            }
        }
    }
    lines
}

/// Draws arrows over the ends of the table where there are more columns.
fn more_columns(canvas: &mut Canvas<'_>, area: Rect, columns: View) {
    let ends = [
        (columns.top > 0, area.x, "◂"),
        (columns.top + columns.page < columns.rows, area.right(), RIGHT),
    ];
    for (_, x, arrow) in ends.into_iter().filter(|(has_more, ..)| *has_more) {
        let place = Rect { x, width: 1, height: 1, ..area };
        canvas.line(place, &Line::raw(arrow));
        canvas.target(place, Target::MoreColumns(arrow == RIGHT));
    }
}

/// What is drawn right of the figures of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Picture {
    Nothing,
    /// The figures over time.
    Trend,
    /// The only figure of each row as a bar of at most so many columns, from zero to the greatest one.
    Bar(usize, Decimal),
}

impl Picture {
    /// A trend only where all periods are in view in order of time; bars only of one indicator in one period.
    fn of(comparison: &Comparison, all_shown: bool, free: usize) -> Self {
        let grid = comparison.grid();
        let steps = grid.steps().unwrap_or_default();
        let periods = steps.last().map_or(0, |last| last + 1);
        let in_time = comparison.column_order().by().0 == OrderBy::Source;
        let is_rank = comparison.measure() == Measure::Rank;
        if all_shown && in_time && !is_rank && steps.len() >= TREND_FROM && free > periods + 3 {
            return Self::Trend;
        }
        let is_one = grid.turn().is_of_one_indicator() && grid.columns().len() == 1;
        let scale = comparison.figures().weighing().scale().filter(|scale| {
            scale.low >= Decimal::ZERO && scale.high > Decimal::ZERO && free >= SHORTEST_BAR + 3
        });
        match scale.filter(|_| is_one && !is_rank) {
            Some(scale) => Self::Bar((free - 3).min(LONGEST_BAR), scale.high),
            None => Self::Nothing,
        }
    }
}

fn headings(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison, columns: &ShownColumns) {
    let ShownColumns { widths, shown, picture } = columns;
    let dim = canvas.palette.dim;
    let words = canvas.words;
    let arrow_of_names = arrow(comparison.row_order(), OrderBy::Name);
    let first = format!("{}{arrow_of_names}", corner(canvas, comparison));
    let first = truncate::cut(&first, widths.name).into_owned();
    let bottom = Rect { y: area.bottom().saturating_sub(1).max(area.y), height: 1, ..area };
    let place = Rect { x: area.x + LEAD as u16, width: to_u16(widths.name), ..bottom };
    canvas.line(place, &Line::styled(first, dim));
    canvas.target(place, Target::ComparedHeading(None));
    if widths.unit > 0 {
        let x = area.x + to_u16(LEAD + widths.name + GAP);
        let unit = truncate::cut(words.unit_heading(), widths.unit).into_owned();
        canvas.line(Rect { x, width: to_u16(widths.unit), ..bottom }, &Line::styled(unit, dim));
    }
    let selected = comparison.columns().selected;
    for column in shown {
        let Some(head) = comparison.grid().columns().get(column.column).copied() else { continue };
        let lines = column.heading(canvas, comparison, *widths, head);
        let is_selected = column.at == selected && !comparison.at_headings();
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let style = if is_selected { canvas.palette.focus.patch(bold) } else { bold };
        let place = Rect { x: column.x, width: column.width, ..area };
        // The sign of a status is right of the figures.
        let right = if widths.status {
            usize::from(column.width).saturating_sub(2)
        } else {
            column.width.into()
        };
        for (row, text) in place.rows().rev().zip(lines.iter().rev()) {
            let right = right.max(truncate::width(text) + GAP);
            canvas.line(row, &Line::styled(truncate::pad_left(text, right), style));
        }
        canvas.target(place, Target::ComparedHeading(Some(column.at)));
    }
    if let (Some(last), Picture::Trend) = (shown.last(), picture) {
        let x = last.x + last.width + 2;
        let place = Rect { x, width: area.right().saturating_sub(x), ..bottom };
        canvas.line(place, &Line::styled(words.trend_heading(), dim));
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    columns: &ShownColumns,
    at: usize,
) {
    let ShownColumns { widths, shown, picture } = columns;
    let line = comparison.row_order().line(at);
    let Some(head) = comparison.grid().rows().get(line).copied() else { return };
    let is_selected = comparison.rows().selected == at;
    canvas.target(area, Target::Compared(at, None));
    heading(canvas, area, comparison, *widths, TableRow { line, head, is_selected });
    for column in shown {
        let place = Rect { x: column.x, width: column.width, height: 1, ..area };
        let inner = usize::from(column.width).saturating_sub(GAP);
        let cell_at = CellAt { row: line, column: column.column };
        let (free, cell) = compared_cell::line(canvas, comparison, cell_at, *widths, inner);
        let place = Rect { x: place.x + GAP as u16, width: to_u16(inner), ..place };
        let is_cell = is_selected && column.at == comparison.columns().selected;
        if is_cell && !comparison.at_headings() {
            // Without the colours of its parts, which reversed would be a patchwork.
            let style = Style::new().add_modifier(Modifier::REVERSED);
            canvas.line(place, &Line::styled(format!("{:free$}{cell}", ""), style));
            canvas.cursor(place.x, place.y);
        } else {
            let free = to_u16(free);
            let width = place.width.saturating_sub(free);
            canvas.line(Rect { x: place.x + free, width, ..place }, &cell);
        }
        canvas.target(place, Target::Compared(at, Some(column.at)));
    }
    if let Some(last) = shown.last() {
        let x = last.x + last.width + 2;
        let place = Rect { x, width: area.right().saturating_sub(x), ..area };
        let figure = || Some(comparison.figures().get(line, last.column)?.value);
        let drawn = match picture {
            Picture::Trend => trend_line(comparison, line),
            Picture::Bar(cells, greatest) if is_part(comparison, line) => {
                figure().map_or_else(String::new, |one| length_bar::text(one, *greatest, *cells))
            }
            Picture::Bar(..) | Picture::Nothing => String::new(),
        };
        canvas.line(place, &Line::raw(drawn));
    }
}

/// A row of the table: which line of the grid it shows, and its heading.
#[derive(Debug, Clone, Copy)]
struct TableRow {
    line: usize,
    head: Head,
    is_selected: bool,
}

/// Draws the marker of the selection, the sign of a mark, the name and the unit of a row.
fn heading(
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
fn row_name(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    widths: Widths,
    head: Head,
) -> (usize, RowName) {
    let entry = match head {
        Head::Indicator { indicator, .. } => canvas.app.catalog().collection.get(indicator),
        Head::Place { .. } | Head::Period { .. } => None,
    };
    let is_sorted = comparison.row_order().by().0 != OrderBy::Source;
    let parents = entry.map_or(0, |entry| entry.indicator().parents.len());
    // Sorted, a part is not below its whole.
    let indent = if is_sorted { 0 } else { 2 * parents };
    let period = match head {
        Head::Indicator { period: Some(period), .. } => {
            format!(" ({})", canvas.words.period_short(period))
        }
        _ => String::new(),
    };
    let unit = entry.filter(|_| widths.unit == 0);
    let unit = unit.and_then(|entry| unit_of(canvas, comparison, &entry));
    let unit = unit.map(|unit| truncate::cut(&unit, widths.unit_after_name).into_owned());
    let whole =
        entry.as_ref().map_or_else(String::new, |entry| distinguished_by(canvas, head, entry));
    let unit = unit.as_deref().unwrap_or_default();
    let details = NameDetails { unit, whole: &whole, ..Default::default() };
    let name = RowName::new(&format!("{}{period}", label(canvas, head)), details);
    (indent.min(widths.name / 2), name)
}

/// Whether a row is on the scale of the others: a total of places is not.
fn is_part(comparison: &Comparison, row: usize) -> bool {
    let grid = comparison.grid();
    grid.rows().get(row).is_none_or(|head| grid.is_part(*head))
}

/// The figures of a row over time; a period without one is a space. All rows of one indicator are on one scale, others
/// from their least to their greatest.
fn trend_line(comparison: &Comparison, row: usize) -> String {
    let steps = comparison.grid().steps().unwrap_or_default();
    let figures: Vec<_> = (0..steps.len())
        .filter_map(|at| Some((steps[at], comparison.figures().get(row, at)?)))
        .collect();
    let is_one = comparison.grid().turn().is_of_one_indicator();
    let of_all =
        comparison.figures().weighing().scale().filter(|_| is_one && is_part(comparison, row));
    let own = ValueRange::of(figures.iter().map(|(_, figure)| figure.value));
    let Some(range) = of_all.or(own) else { return String::new() };
    if figures.len() < TREND_FROM
        || figures.iter().any(|(_, figure)| figure.kind != figures[0].1.kind)
    {
        return String::new();
    }
    let mut left = figures.iter().peekable();
    let mut bar = |step: usize| {
        // The steps of columns only grow.
        while left.next_if(|(at, _)| *at < step).is_some() {}
        if let Some((_, figure)) = left.next_if(|(at, _)| *at == step) {
            return sparkline::bar(figure.value, range);
        }
        let column = steps.binary_search(&step).ok();
        let cell = column.and_then(|column| comparison.grid().cell(row, column));
        if cell.is_some_and(|cell| cell.words) { sparkline::IN_WORDS } else { " " }
    };
    // The cell of the last period says that it is an estimate: a sign after the bars would read as one more period.
    (0..=steps.last().copied().unwrap_or(0)).map(&mut bar).collect()
}

/// The arrow of what an order sorts by: ↓ for the greatest first, ↑ for the least.
fn arrow(order: &Order, by: OrderBy) -> &'static str {
    match order.by() {
        (own, _) if own != by => "",
        _ if order.is_rising() => "↑",
        _ => "↓",
    }
}

fn to_u16(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
