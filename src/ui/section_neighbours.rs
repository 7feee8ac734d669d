//! The neighbours of an indicator in its section, one line each, if the detail pane has free lines.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::indicators::whole_name;
use super::list_cells::{figure, percent_text, without_percent};
use super::room::Room;
use super::theme::status_marker;
use crate::model::{Entry, Indicator, Status, status};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The fewest lines: the heading, two neighbours and an empty one on both sides.
const FEWEST: usize = 5;
/// The most neighbours, the indicator itself included, and the lines of a pane for each of them: more are in the list.
const MOST: usize = 15;
const LINES_EACH: usize = 4;
/// The lines of a pane in which neighbours take half of them: it would be empty otherwise.
const HIGH: usize = 40;
/// The width of the selection marker, the status marker and a space.
const LEAD: usize = 3;

/// At most `left` lines of `width` in a pane of `height`: the nearest neighbours in source order, each with its number.
/// None if there is no room or the section has one indicator only.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    Room { width, height }: Room,
    left: usize,
) -> Vec<(Line<'static>, Option<usize>)> {
    let section = entry.section.indicators.clone();
    if section.len() < 2 || left < FEWEST {
        return Vec::new();
    }
    let most = if height >= HIGH { height / 2 } else { (height / LINES_EACH).clamp(2, MOST) };
    let count = most.min(section.len());
    let rows = rows(canvas, entry, count, Room { width, height: left - 3 });
    // Names wrap in a high pane that has lines for all of them, or for those of fewer neighbours. In a lower one, the
    // block would begin on another line at each step, which costs bytes on a slow connection.
    let fits = |rows: &Vec<(NeighbourRow, usize)>| {
        height >= HIGH && rows.iter().map(|(row, _)| row.wrapped().len()).sum::<usize>() + 3 <= left
    };
    let fewer = || self::rows(canvas, entry, count / 2, Room { width, height: left - 3 });
    let are_whole = fits(&rows);
    let few = (height >= HIGH && !are_whole).then(fewer).filter(fits);
    let (are_whole, rows) = (are_whole || few.is_some(), few.unwrap_or(rows));
    let heading = truncate::cut(canvas.words.neighbours(), width).into_owned();
    let heading = Line::styled(heading, canvas.palette.dim);
    let mut lines = vec![(Line::default(), None), (heading, None)];
    for (row, index) in rows {
        let drawn = row.lines(canvas, are_whole).into_iter();
        lines.extend(drawn.map(|line| (line, Some(index))));
    }
    lines.push((Line::default(), None));
    lines
}

/// The nearest `count` neighbours, or as many as there are lines, each with its number.
fn rows(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    count: usize,
    Room { width, height }: Room,
) -> Vec<(NeighbourRow, usize)> {
    let section = entry.section.indicators.clone();
    let shown = shown(entry.local - section.start, section.len(), count.max(2), height);
    let shown = section.start + shown.start..section.start + shown.end;
    let first = shown.start;
    let rows = shown.clone().zip(entry.dataset.indicators.range(shown));
    let rows = rows.map(|(at, indicator)| {
        let index = entry.index - entry.local + at;
        let whole = canvas.app.catalog().tree.whole_of(index);
        let whole = match whole.map(|whole| whole + entry.local >= entry.index + first) {
            Some(true) => Whole::Above(canvas.app.catalog().tree.depth(index)),
            Some(false) => Whole::Elsewhere(whole_name(canvas.app.catalog(), index)),
            None => Whole::None,
        };
        let is_own = at == entry.local;
        let neighbour =
            Neighbour { dataset: entry.dataset_at, indicator: &indicator, whole, is_own };
        (NeighbourRow::of(canvas, &neighbour, width), index)
    });
    rows.collect()
}

/// Which of `len` neighbours are shown around one of them: `count`, or the last ones of these that `room` lines have
/// room for. They stay for a few steps, which then redraw nothing but the markers.
fn shown(own: usize, len: usize, count: usize, room: usize) -> Range<usize> {
    let stay = count.saturating_sub(2).max(1);
    let before = (count - stay) / 2;
    let first = (own / stay * stay).saturating_sub(before).min(len - count);
    let end = first + count;
    let first = first.max(end - room.min(count)).min(own);
    first..end.min(first + room)
}

/// A neighbour in its dataset, and what it is a part of.
struct Neighbour<'a> {
    dataset: usize,
    indicator: &'a Indicator,
    whole: Whole<'a>,
    /// Whether it is the indicator of the detail itself.
    is_own: bool,
}

/// What a neighbour is a part of.
enum Whole<'a> {
    None,
    /// A row above it, at this depth of the tree.
    Above(usize),
    /// A row that is not shown.
    Elsewhere(&'a str),
}

/// What the lines of a neighbour show.
struct NeighbourRow {
    is_own: bool,
    status: Status,
    /// The columns before the name, and those of its lines.
    indent: usize,
    room: usize,
    name: String,
    /// The percent of plan, the words in its place, or without a plan the result.
    figure: String,
    style: Style,
}

impl NeighbourRow {
    fn of(canvas: &Canvas<'_>, shown: &Neighbour<'_>, width: usize) -> Self {
        let Neighbour { dataset, indicator, is_own, .. } = *shown;
        let status = status(indicator);
        let percent = match canvas.app.catalog().hides_percent(dataset, indicator) {
            true => String::new(),
            false => percent_text(indicator, canvas.words),
        };
        let (text, style) = if percent.is_empty() {
            let text = without_percent(indicator, canvas.words);
            let no_plan = text == canvas.words.no_plan();
            let unit = indicator.unit.as_deref().filter(|_| indicator.figure().is_some());
            let unit = unit.map(|unit| format!(" {}", visible(unit))).unwrap_or_default();
            let result = || format!("{}{unit}", figure(indicator, canvas.words));
            // A result, a plan or a rank is no secondary text.
            (if no_plan { result() } else { text }, Style::new())
        } else {
            (percent, canvas.palette.status(status))
        };
        let figure = truncate::cut(&text, width / 2).into_owned();
        let room = width.saturating_sub(LEAD + 1 + truncate::width(&figure));
        let own = visible(&indicator.name);
        let (indent, name) = match shown.whole {
            Whole::None => (0, own.into_owned()),
            Whole::Above(depth) => ((2 * depth).min(room / 2), own.into_owned()),
            Whole::Elsewhere(whole) => (0, format!("{own} · {}", visible(whole))),
        };
        Self { is_own, status, indent, room: room - indent, name, figure, style }
    }

    fn wrapped(&self) -> Vec<String> {
        truncate::wrap(&self.name, self.room, usize::MAX)
    }

    /// The line of the neighbour, and those below it that its name needs, if it `is_whole`.
    fn lines(&self, canvas: &Canvas<'_>, is_whole: bool) -> Vec<Line<'static>> {
        let names = match is_whole {
            true => self.wrapped(),
            false => vec![truncate::cut(&self.name, self.room).into_owned()],
        };
        let indent = " ".repeat(self.indent);
        let mut names = names.into_iter();
        let first = truncate::pad(&names.next().unwrap_or_default(), self.room);
        let first = Line::from(vec![
            Span::raw(if self.is_own { "▸" } else { " " }),
            Span::styled(status_marker(self.status), canvas.palette.marker(self.status)),
            Span::raw(format!(" {indent}{first} ")),
            Span::styled(self.figure.clone(), self.style),
        ]);
        let before = " ".repeat(LEAD);
        let more = names.map(|name| Line::raw(format!("{before}{indent}{name}")));
        [first].into_iter().chain(more).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_neighbours_stay_for_a_few_steps() {
        let firsts: Vec<usize> = (0..12).map(|own| shown(own, 12, 7, 7).start).collect();
        assert_eq!(firsts, [0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 5, 5]);
        // With less room the others stay at their places, as long as the own one is among them.
        assert_eq!([shown(3, 12, 7, 5), shown(1, 12, 7, 5)], [2..7, 1..6]);
        for (len, count) in [(2, 2), (7, 7), (12, 2), (12, 5), (30, 7)] {
            for (own, room) in (0..len).flat_map(|own| (2..9).map(move |room| (own, room))) {
                let shown = shown(own, len, count, room);
                assert!(shown.contains(&own) && shown.end <= len && shown.len() <= room);
            }
        }
    }
}
