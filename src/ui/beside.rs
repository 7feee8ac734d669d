//! Blocks of lines next to each other, where a pane is wide enough.

use ratatui::text::{Line, Span};

/// Lines in two columns: the second begins at column `at`, which no line of the first reaches.
pub(super) fn beside(
    left: Vec<Line<'static>>,
    right: Vec<Line<'static>>,
    at: usize,
) -> Vec<Line<'static>> {
    let mut lines = left;
    if lines.len() < right.len() {
        lines.resize(right.len(), Line::default());
    }
    for (line, right) in lines.iter_mut().zip(right) {
        let gap = at.saturating_sub(line.width());
        line.push_span(Span::raw(" ".repeat(gap)));
        // A line keeps its style where it has no spans of its own.
        let style = right.style;
        line.spans.extend(right.spans.into_iter().map(|span| {
            let own = style.patch(span.style);
            span.style(own)
        }));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shorter_block_ends_in_empty_lines() {
        let lines = |texts: &[&'static str]| texts.iter().map(|text| Line::raw(*text)).collect();
        let both = beside(lines(&["a", "bc"]), lines(&["d", "e", "f"]), 4);
        let both: Vec<String> = both.iter().map(Line::to_string).collect();
        assert_eq!(both, ["a   d", "bc  e", "    f"]);
    }
}
