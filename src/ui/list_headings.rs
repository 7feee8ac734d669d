//! The headings over the columns of the list of indicators. A click on one sorts by it.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::list_columns::{Columns, RowCell};
use super::room::to_u16;
use super::wanted_columns::plan_heading;
use super::words::Words;
use crate::app::{App, ListColumn, Sort, SortBy, Target};
use crate::text::truncate;

/// The fewest lines of a list with headings: of one with several figures in a row, with percents, and with nothing
/// but a figure. Without headings a plan, a result and a change cannot be distinguished.
const OF_SEVERAL: usize = 1;
const WITH_PERCENTS: usize = 9;
const OF_A_FIGURE: usize = 11;
/// The least space between two headings: words with one space between them read as one.
const APART: usize = 2;

/// A heading: the texts to choose from, the longest first, and its cell.
struct Heading {
    column: ListColumn,
    texts: Vec<String>,
    offset: usize,
    width: usize,
    /// Whether it is over figures, which are at the right of their column.
    at_right: bool,
}

/// Draws the headings, where there are columns and room; returns what is left for the list.
pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, columns: Columns) -> Rect {
    if !are_shown(canvas, columns, area) {
        return area;
    }
    let sort = canvas.app.sort();
    let mut taken = 0;
    for heading in all(canvas.app, canvas.words, columns) {
        let by = heading.column.sort_key();
        let sorted = if by == sort.by { arrow(sort) } else { "" };
        let (start, text) = heading.placed(taken, sorted);
        taken = start + truncate::width(&text) + APART;
        let rect = |start: usize, width: usize| Rect {
            x: area.x + to_u16(start),
            width: to_u16(width),
            height: 1,
            ..area
        };
        let line = Line::styled(text.as_str(), canvas.palette.dim);
        canvas.line(rect(start, truncate::width(&text)), &line);
        let from = start.min(heading.offset);
        let place = rect(from, heading.offset + heading.width - from);
        canvas.target(place, Target::Heading(by));
    }
    let names = Rect { width: to_u16(columns.lead + columns.name), height: 1, ..area };
    canvas.target(names, Target::Heading(SortBy::Name));
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Whether the columns of a list have headings: by the lines that it may have, as those that it has depend on a filter.
pub(super) fn are_shown(canvas: &Canvas<'_>, columns: Columns, list: Rect) -> bool {
    let has = |cells: &[RowCell]| cells.iter().any(|cell| columns.has(*cell));
    let least = if has(&[RowCell::Plan, RowCell::Change]) {
        OF_SEVERAL
    } else if has(&[RowCell::Percent, RowCell::Sparkline]) {
        WITH_PERCENTS
    } else {
        OF_A_FIGURE
    };
    !columns.stacked && list.height > 1 && canvas.most_rows >= least
}

/// The headings of the columns that are shown, from left to right.
fn all(app: &App, words: Words, columns: Columns) -> Vec<Heading> {
    let periods = app.section_rows()[0].widths.plan_periods;
    let plan = plan_heading(app.section_rows()[0].widths, words);
    // Of the year's plan, where all plans are of one period and one of them is in progress, as the detail says of each.
    let percent = periods.percents.one().filter(|_| periods.percents.in_progress);
    let percent = percent.map(|period| words.plan_of(period, periods.percents.of_result));
    let percent = percent.map(|of| format!("% {of}"));
    let texts = |long: Option<String>, short: &[&str]| {
        let short = short.iter().map(|text| (*text).to_owned());
        long.into_iter().chain(short).collect::<Vec<_>>()
    };
    let all = [
        (ListColumn::Unit, texts(None, &[words.unit_heading()])),
        (ListColumn::Plan, texts(Some(plan), &[words.plan_short()])),
        (ListColumn::Actual, texts(None, &[words.actual(), words.actual_short()])),
        (ListColumn::Percent, texts(percent, &[of_percents(app, words)])),
        (ListColumn::Change, texts(None, &[words.change_column()])),
        (
            ListColumn::Periods,
            // A part of the word would say nothing.
            texts(None, &[words.trend_heading(), ""]),
        ),
    ];
    let heading = |(column, texts)| {
        let (cell, width) = match column {
            ListColumn::Percent => (RowCell::Gauge, columns.gauge_and_percent()),
            _ => (RowCell::of(column), columns.width(RowCell::of(column))),
        };
        let at_right = !matches!(column, ListColumn::Unit | ListColumn::Periods);
        (width > 0).then(|| Heading {
            column,
            texts,
            offset: columns.offset(cell),
            width,
            at_right,
        })
    };
    all.into_iter().filter_map(heading).collect()
}

/// The heading over percents of plan; without plans over the ranks or counts in place of them.
fn of_percents(app: &App, words: Words) -> &'static str {
    let here = app.section_rows()[0].widths;
    match (here.has_plans, here.has_ranks, here.has_counts) {
        (true, ..) | (false, false, false) => words.percent_short(),
        (false, true, false) => words.rank(),
        (false, false, true) => words.count(),
        (false, true, true) => "",
    }
}

impl Heading {
    /// Where the heading begins and its text, followed by the sign of a sort: the longest text that is apart from the
    /// heading before it, which ends before `taken`. Over figures it may be one column wider than its cell: there is a
    /// space before it. At the other end the border may be.
    fn placed(&self, taken: usize, sorted: &str) -> (usize, String) {
        let end = self.offset + self.width;
        let place = |text: &str| {
            let width = truncate::width(text) + truncate::width(sorted);
            match self.at_right {
                true => end.checked_sub(width).filter(|start| *start >= taken.max(self.offset - 1)),
                false => Some(taken.max(self.offset)).filter(|start| start + width <= end),
            }
        };
        for text in &self.texts {
            if let Some(start) = place(text) {
                return (start, format!("{text}{sorted}"));
            }
        }
        let text = self.texts.last().map_or("", String::as_str);
        let room = self.width.saturating_sub(truncate::width(sorted));
        let text = format!("{}{sorted}", truncate::cut(text, room));
        let start = if self.at_right { end - truncate::width(&text) } else { self.offset };
        (start, text)
    }
}

/// The direction of a sort: names and source order ascend, figures descend, unless reversed.
pub(super) fn arrow(sort: Sort) -> &'static str {
    let rises = matches!(sort.by, SortBy::Name | SortBy::Source);
    if rises == sort.reversed { "↓" } else { "↑" }
}
