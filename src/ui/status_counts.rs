//! Counts by status: a marker and a number for each status that occurs.

use ratatui::text::{Line, Span};

use super::theme::{Palette, status_marker};
use crate::model::{Status, StatusCounts};

/// The counts with `gap` columns between them.
pub(super) fn line(counts: StatusCounts, gap: usize, palette: &Palette) -> Line<'static> {
    let mut line = Line::default();
    for status in Status::ALL {
        let count = counts.get(status);
        if count > 0 {
            if !line.spans.is_empty() {
                line.push_span(Span::raw(" ".repeat(gap)));
            }
            line.push_span(Span::styled(status_marker(status), palette.marker(status)));
            line.push_span(Span::styled(count.to_string(), palette.status(status)));
        }
    }
    line
}
