//! How many indicators there are of each status: signs and numbers, those that do not occur left out.

use ratatui::text::{Line, Span};

use super::theme::{Palette, sign};
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
            line.push_span(Span::styled(
                format!("{}{count}", sign(status)),
                palette.status(status),
            ));
        }
    }
    line
}
