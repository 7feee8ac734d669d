//! The table of the comparison: the headings of rows and columns stay in view.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::compared_cell::{self, CellAt};
use super::compared_columns::{FreeLines, GAP, LEAD, Widths, corner};
use super::head_label::{self, arrow};
use super::row_heading::{self, TableRow, row_name};
use super::row_picture::Picture;
use crate::app::{Comparison, ComparisonView, Head, OrderBy, Target, View};
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::room::{Room, to_u16};
use crate::ui::{layout, viewport};

/// The arrow at the right end of a table with more columns.
const RIGHT: &str = "▸";
/// The most lines of a name.
const MOST_LINES: usize = 4;
/// The most lines of a name in a table that scrolls; in a low one a line less.
const LINES_OF_MANY: usize = 3;
const HIGH: usize = 12;
/// The share of the columns that a selection scrolls ahead.
const SHARE_AHEAD: usize = 2;

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
    /// The columns that are in view, among all.
    view: View,
    picture: Picture,
}

impl ShownColumns {
    /// The columns in view in an area; the names have what these leave.
    fn of(canvas: &Canvas<'_>, area: Rect, comparison: &Comparison) -> Self {
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
        let view = viewport::view_ahead(comparison.columns(), count, room, ahead, column_width);
        // No name is cut next to empty columns.
        let in_view = view.top..view.top + view.page;
        let taken: usize = in_view.clone().map(column_width).sum();
        let widths = widths.with_longer_names(room.saturating_sub(taken));
        let mut shown = Vec::new();
        let mut x = widths.before_cells();
        for at in in_view {
            let column = order.line(at);
            let width = widths
                .column(canvas, comparison, column)
                .min(usize::from(area.width).saturating_sub(x));
            let place = u16::try_from(x).unwrap_or(u16::MAX);
            shown.push(Shown { x: area.x + place, width: to_u16(width), at, column });
            x += width;
        }
        let free = usize::from(area.width).saturating_sub(x);
        let picture = Picture::of(comparison, view.page == count, free);
        Self { widths, shown, view, picture }
    }

    /// As many lines as the headings in view take.
    fn heading_lines(&self, canvas: &Canvas<'_>, comparison: &Comparison) -> u16 {
        let lines = self.shown.iter().map(|column| {
            let head = comparison.grid().columns().get(column.column).copied();
            head.map_or(1, |head| column.heading(canvas, comparison, self.widths, head).len())
        });
        to_u16(lines.max().unwrap_or(1))
    }
}

/// The heights of the rows of a table.
struct RowHeights {
    /// What each row needs, if all of them are in view then: names wrap as far as that.
    shared: Vec<usize>,
    /// The most lines of a row in a table that scrolls.
    most: usize,
}

impl RowHeights {
    /// The heights in so many lines, by what each row needs.
    fn of(rows: usize, height: usize, needed: impl Fn(usize) -> usize) -> Self {
        let shared: Vec<usize> = match rows <= height {
            true => (0..rows).map(|at| needed(at).min(MOST_LINES)).collect(),
            false => Vec::new(),
        };
        let fits = shared.iter().sum::<usize>() <= height;
        let most = if height >= HIGH { LINES_OF_MANY } else { LINES_OF_MANY - 1 };
        Self { shared: if fits { shared } else { Vec::new() }, most }
    }

    fn get(&self, at: usize, needed: impl Fn(usize) -> usize) -> usize {
        self.shared.get(at).copied().unwrap_or_else(|| needed(at).min(self.most))
    }
}

/// Draws the table; returns what is in view, and the number of lines that it takes.
pub(super) fn render(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
) -> (ComparisonView, u16) {
    let area = layout::left_of_scrollbar(area);
    let columns = ShownColumns::of(canvas, area, comparison);
    let heading_lines = columns.heading_lines(canvas, comparison).min(area.height.max(1));
    let height = usize::from(area.height - heading_lines.min(area.height));
    let (rows, lines) = rows_in_view(canvas, comparison, columns.widths, height);
    headings(canvas, Rect { height: heading_lines, ..area }, comparison, &columns);
    more_columns(canvas, area, columns.view);
    let mut y = area.y + heading_lines;
    for (at, lines) in (rows.top..).zip(lines) {
        let place = Rect { y, height: lines, ..area }.intersection(area);
        row(canvas, place, comparison, &columns, at);
        y += lines;
    }
    // The first lines of the next row, where all of it has no room.
    let next = rows.top + rows.page;
    if next < rows.rows && y < area.bottom() {
        let place = Rect { y, height: area.bottom() - y, ..area };
        row(canvas, place, comparison, &columns, next);
        y = area.bottom();
    }
    (ComparisonView { rows, columns: columns.view, across: 1 }, y - area.y)
}

/// The rows in view in so many lines, and the lines of each. Where wrapped names would cut the table the rows scroll.
fn rows_in_view(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    widths: Widths,
    height: usize,
) -> (View, Vec<u16>) {
    let head = |at: usize| comparison.grid().rows().get(comparison.row_order().line(at)).copied();
    let needed = |at: usize| {
        let name = head(at).map(|head| row_name(canvas, comparison, widths, head));
        name.map_or(1, |(indent, name)| name.height(widths.name - indent))
    };
    let count = comparison.grid().rows().len();
    let heights = RowHeights::of(count, height, needed);
    let rows = viewport::view(comparison.rows(), count, height, |at| heights.get(at, needed));
    let lines = (rows.top..rows.top + rows.page).map(|at| to_u16(heights.get(at, needed)));
    (rows, lines.collect())
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

fn headings(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison, columns: &ShownColumns) {
    let ShownColumns { widths, shown, picture, .. } = columns;
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
    let Some(last) = shown.last() else { return };
    let of_picture = match picture {
        Picture::Trend => words.trend_heading().to_owned(),
        // Next to one column a bar is that of its figure.
        Picture::Bar(..) if shown.len() > 1 => {
            let head = comparison.grid().columns().get(last.column).copied();
            head.map(|head| head_label::heading(canvas, comparison, head, widths.only_year))
                .unwrap_or_default()
        }
        _ => return,
    };
    let x = last.x + last.width + 2;
    let place = Rect { x, width: area.right().saturating_sub(x), ..bottom };
    canvas.line(place, &Line::styled(of_picture, dim));
}

fn row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    columns: &ShownColumns,
    at: usize,
) {
    let ShownColumns { widths, shown, picture, .. } = columns;
    let line = comparison.row_order().line(at);
    let Some(head) = comparison.grid().rows().get(line).copied() else { return };
    let is_selected = comparison.rows().selected == at;
    canvas.target(area, Target::Compared(at, None));
    row_heading::render(canvas, area, comparison, *widths, TableRow { line, head, is_selected });
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
        let drawn = picture.of_row(comparison, CellAt { row: line, column: last.column });
        canvas.line(place, &Line::raw(drawn));
    }
}
