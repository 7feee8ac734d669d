//! What a ranking of places says in a line: the position of the own place, the median and the quartiles.

use ratatui::style::Modifier;
use ratatui::text::Line;

use super::canvas::Canvas;
use crate::model::{Entry, Ranking};
use crate::text::truncate;

/// The fewest places with a median: that of two is only their mean.
const FEWEST_OF_MEDIAN: usize = 3;

/// The derived position among the open places, their median and quartiles, in lines of `width`.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    own: &Entry<'_>,
    ranking: &Ranking,
    width: usize,
) -> Vec<Line<'static>> {
    let words = canvas.words;
    let all = ranking.places().len();
    // Without a known direction the order is by size, which is no rank.
    let position = ranking.find(own.index).filter(|_| own.indicator().better_or_first().is_some());
    let position = position.map(|place| words.position_among(place.position, all));
    let decimals = ranking.places().iter().map(|place| place.value.scale()).max().unwrap_or(0);
    let median = ranking.median().filter(|_| all >= FEWEST_OF_MEDIAN);
    let spread = median.map(|median| words.spread(median, ranking.quartiles(), decimals));
    let parts: Vec<String> = position.into_iter().chain(spread).collect();
    let derived = canvas.palette.dim.add_modifier(Modifier::ITALIC);
    let text = truncate::wrap(&parts.join(" · "), width, usize::MAX);
    text.into_iter().filter(|_| !parts.is_empty()).map(|line| Line::styled(line, derived)).collect()
}
