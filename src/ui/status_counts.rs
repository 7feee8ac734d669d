//! Counts by status: a marker and a number for each status that occurs.

use ratatui::text::{Line, Span};

use super::theme::{Palette, status_marker};
use super::words::Words;
use crate::model::{Status, StatusCounts};

/// The counts with `gap` columns between them, each with what its marker means if there are `words`.
pub(super) fn line(
    counts: StatusCounts,
    gap: usize,
    palette: &Palette,
    words: Option<Words>,
) -> Line<'static> {
    let mut line = Line::default();
    for status in Status::ALL {
        let count = counts.get(status);
        if count > 0 {
            if !line.spans.is_empty() {
                line.push_span(Span::raw(" ".repeat(gap)));
            }
            line.push_span(Span::styled(status_marker(status), palette.marker(status)));
            let text = match words {
                Some(words) => format!(" {count} {}", words.status_short(status)),
                None => count.to_string(),
            };
            line.push_span(Span::styled(text, palette.status(status)));
        }
    }
    line
}
