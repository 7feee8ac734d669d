//! The neighbours of an indicator in its section, one line each, if the detail pane has free lines.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::indicators::whole_name;
use super::list_cells::{figure, percent_text, without_percent};
use super::room::Room;
use super::theme::status_marker;
use crate::model::{Entry, Indicator, status};
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
    let own = entry.local - section.start;
    let shown = shown(own, section.len(), count, left - 3);
    let shown = section.start + shown.start..section.start + shown.end;
    let heading = truncate::cut(canvas.words.neighbours(), width).into_owned();
    let heading = Line::styled(heading, canvas.palette.dim);
    let mut lines = vec![(Line::default(), None), (heading, None)];
    let first = shown.start;
    let rows = shown.clone().zip(entry.dataset.indicators.range(shown));
    lines.extend(rows.map(|(at, indicator)| {
        let index = entry.index - entry.local + at;
        let whole = canvas.app.catalog().tree.whole_of(index);
        let whole = match whole.map(|whole| whole + entry.local >= entry.index + first) {
            Some(true) => Whole::Above(canvas.app.catalog().tree.depth(index)),
            Some(false) => Whole::Elsewhere(whole_name(canvas.app.catalog(), index)),
            None => Whole::None,
        };
        let neighbour = Neighbour { dataset: entry.dataset_at, indicator: &indicator, whole };
        (row(canvas, neighbour, at == entry.local, width), Some(index))
    }));
    lines.push((Line::default(), None));
    lines
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
}

/// What a neighbour is a part of.
enum Whole<'a> {
    None,
    /// A row above it, at this depth of the tree.
    Above(usize),
    /// A row that is not shown.
    Elsewhere(&'a str),
}

/// Status marker, name, and at the right the percent of plan, the words in its place, or without a plan the result.
fn row(canvas: &Canvas<'_>, shown: Neighbour<'_>, own: bool, width: usize) -> Line<'static> {
    let Neighbour { dataset, indicator, whole } = shown;
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
    let text = truncate::cut(&text, width / 2).into_owned();
    let room = width.saturating_sub(LEAD + 1 + truncate::width(&text));
    let name = match whole {
        Whole::None => visible(&indicator.name).into_owned(),
        Whole::Above(depth) => format!("{:1$}{2}", "", 2 * depth, visible(&indicator.name)),
        Whole::Elsewhere(whole) => format!("{} · {}", visible(&indicator.name), visible(whole)),
    };
    let name = truncate::pad(&truncate::cut(&name, room), room);
    Line::from(vec![
        Span::raw(if own { "▸" } else { " " }),
        Span::styled(status_marker(status), canvas.palette.marker(status)),
        Span::raw(format!(" {name} ")),
        Span::styled(text, style),
    ])
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
