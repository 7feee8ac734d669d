//! Blocks of lines next to each other, where a pane is wide enough.

use ratatui::text::Span;

use super::target_line::TargetLine;
use crate::app::Target;

/// Lines in two columns: the second begins at column `at`, which no line of the first reaches.
pub(super) fn side_by_side(
    left: Vec<TargetLine>,
    right: Vec<TargetLine>,
    at: usize,
) -> Vec<TargetLine> {
    let mut lines = left;
    if lines.len() < right.len() {
        lines.resize(right.len(), TargetLine::default());
    }
    for (TargetLine { line, targets }, right) in lines.iter_mut().zip(right) {
        let gap = at.saturating_sub(line.width());
        line.push_span(Span::raw(" ".repeat(gap)));
        // A line keeps its style where it has no spans of its own.
        let style = right.line.style;
        line.spans.extend(right.line.spans.into_iter().map(|span| {
            let own = style.patch(span.style);
            span.style(own)
        }));
        let moved = |(columns, to): (std::ops::Range<usize>, Target)| {
            (columns.start + at..columns.end + at, to)
        };
        targets.extend(right.targets.into_iter().map(moved));
    }
    lines
}

#[cfg(test)]
mod tests {
    use ratatui::text::Line;

    use super::*;

    #[test]
    fn the_shorter_block_ends_in_empty_lines() {
        let lines = |texts: &[&'static str]| {
            texts.iter().map(|text| TargetLine::new(Line::raw(*text), Some(text.len()))).collect()
        };
        let both = side_by_side(lines(&["a", "bc"]), lines(&["d", "e", "f"]), 4);
        let texts: Vec<String> = both.iter().map(|both| both.line.to_string()).collect();
        assert_eq!(texts, ["a   d", "bc  e", "    f"]);
        let at = Target::Neighbour;
        assert_eq!(both[1].targets, [(0..2, at(2)), (4..5, at(1))]);
    }
}
