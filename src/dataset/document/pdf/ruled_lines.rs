//! Tables: the lines between vertical rules, and rows of figures without any.

use super::page_text::PageText;
use super::text_lines::Line;

/// The fewest vertical rules next to a line that make it a row: of a table with two columns.
const RULES: usize = 3;

/// Marks the lines that are rows of tables.
pub(super) fn mark(lines: &mut [Line], page: &PageText) {
    for line in lines.iter_mut() {
        line.in_table = between_rules(line, page);
    }
    mark_rows_of_figures(lines);
}

/// Whether vertical rules to the left and right of a line and between its pieces pass its letters.
fn between_rules(line: &Line, page: &PageText) -> bool {
    let middle = line.y - line.size * 0.3;
    let mut at: Vec<f64> = page
        .rules
        .iter()
        .filter(|rule| rule.top <= middle && middle <= rule.bottom)
        .map(|rule| rule.x)
        .collect();
    at.sort_by(f64::total_cmp);
    // Both edges of a thin rectangle are one rule.
    at.dedup_by(|a, b| (*a - *b).abs() < 3.0);
    let (Some(first), Some(last)) = (at.first(), at.last()) else { return false };
    at.len() >= RULES && *first <= line.left() + 1.0 && line.right() <= *last + 1.0
}

/// Three rows or more with at least three pieces each, half of which are figures.
fn mark_rows_of_figures(lines: &mut [Line]) {
    const ROWS: usize = 3;
    const COLUMNS: usize = 3;
    let is_row = |line: &Line| {
        let figures = line.pieces.iter().filter(|piece| is_figure(&piece.text)).count();
        line.pieces.len() >= COLUMNS && figures * 2 >= line.pieces.len() - 1 && figures > 0
    };
    // Between rows there may be lines of a cell with several lines.
    let continues = |line: &Line| is_row(line) || line.pieces.len() > 1;
    let mut at = 0;
    while at < lines.len() {
        let start = at;
        while at < lines.len() && (continues(&lines[at]) || at > start && few_words(&lines[at])) {
            at += 1;
        }
        let rows = lines[start..at].iter().filter(|line| is_row(line)).count();
        if rows >= ROWS {
            let last = lines[start..at].iter().rposition(continues).unwrap_or(0);
            lines[start..=start + last].iter_mut().for_each(|line| line.in_table = true);
        }
        at = at.max(start + 1);
    }
}

fn few_words(line: &Line) -> bool {
    const WORDS: usize = 8;
    line.text(" ").split(' ').count() <= WORDS
}

/// Whether a piece is mostly digits.
fn is_figure(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0 && digits >= letters || matches!(text.trim(), "-" | "–" | "x")
}
