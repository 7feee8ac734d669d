//! The sentence of the source that has the figure of an indicator, with the words that carry it highlighted.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use crate::dataset;
use crate::model::{Entry, Indicator};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The most lines.
const MOST: usize = 6;

/// The lines in `width` columns; none if neither the text nor the words are known.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    indicator: &Indicator,
    width: usize,
) -> Vec<Line<'static>> {
    let Some(reference) = &indicator.reference else { return Vec::new() };
    let quote = reference.quote.as_deref();
    let text = entry.dataset.source.as_ref().filter(|_| reference.document.is_none());
    let sentence = text.and_then(|source| dataset::sentence_of(&source.text, reference));
    let (before, words, after) = match (sentence, quote) {
        (Some(sentence), Some(quote)) => match sentence.split_once(quote) {
            Some((before, after)) => (before, quote, after),
            None => (sentence, "", ""),
        },
        (Some(sentence), None) => (sentence, "", ""),
        (None, Some(quote)) => ("", quote, ""),
        (None, None) => return Vec::new(),
    };
    let mut shown = String::from("“");
    shown.push_str(&visible(before));
    let start = shown.len();
    shown.push_str(&visible(words));
    let highlighted = start..shown.len();
    shown.push_str(&visible(after));
    shown.push('”');
    // What is published is no secondary text.
    let (plain, matched) = (Style::new(), canvas.palette.matched);
    let ranges = truncate::lines(&shown, width);
    let is_cut = ranges.len() > MOST;
    // The words that carry the figure are in view.
    let first = ranges.iter().position(|range| range.end > highlighted.start).unwrap_or(0);
    let skip = first.min(ranges.len().saturating_sub(MOST));
    let skip = if is_cut { skip } else { 0 };
    let shown_ranges = ranges.into_iter().skip(skip).take(MOST);
    shown_ranges.map(|range| line(&shown, range, &highlighted, plain, matched)).collect()
}

fn line(
    text: &str,
    range: Range<usize>,
    highlighted: &Range<usize>,
    plain: Style,
    matched: Style,
) -> Line<'static> {
    let start = highlighted.start.clamp(range.start, range.end);
    let end = highlighted.end.clamp(start, range.end);
    let span = |range: Range<usize>, style| Span::styled(text[range].to_owned(), style);
    Line::from(vec![
        span(range.start..start, plain),
        span(start..end, matched),
        span(end..range.end, plain),
    ])
}
