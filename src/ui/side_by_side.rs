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
        // A line keeps its style where it has no spans of its own, and gives it to no other.
        let own = std::mem::take(&mut line.style);
        for span in &mut line.spans {
            span.style = own.patch(span.style);
        }
        let gap = at.saturating_sub(line.width());
        line.push_span(Span::raw(" ".repeat(gap)));
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
    use ratatui::style::{Modifier, Style};
    use ratatui::text::Line;

    use super::*;

    #[test]
    fn neither_block_takes_the_style_of_the_other() {
        let dim = Style::new().add_modifier(Modifier::DIM);
        let left = vec![TargetLine::from(Line::styled("axis", dim))];
        let both = side_by_side(left, vec![TargetLine::from(Line::raw("2021"))], 6);
        let line = &both[0].line;
        assert_eq!((line.style, line.spans[0].style), (Style::new(), dim));
        assert_eq!(line.spans.last().map(|span| span.style), Some(Style::new()));
    }

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
