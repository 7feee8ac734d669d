//! What is repeated on pages: heads, feet and page numbers.

use std::collections::HashMap;

use super::text_lines::Line;

/// The number of lines at the top and at the bottom of a page that may be its head and foot.
const LINES: usize = 3;

/// Removes heads, feet and page numbers. Returns how many lines they were.
pub(super) fn remove(pages: &mut [Vec<Line>]) -> usize {
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages.iter() {
        for at in ends(page.len()) {
            *seen.entry(key(&page[at])).or_default() += 1;
        }
    }
    let count = pages.len();
    let mut removed = 0;
    for page in pages.iter_mut() {
        let drop: Vec<usize> = ends(page.len())
            .filter(|at| {
                let line = &page[*at];
                let alone = is_apart(page, *at);
                let times = seen.get(&key(line)).copied().unwrap_or(0);
                // Of two pages one may have another head; of many, odd and even ones have their own.
                let repeated = times > 1 && times * 3 >= count;
                !line.in_table && (repeated || alone && is_page_number(&line.text(" "), count))
            })
            .collect();
        removed += drop.len();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !drop.contains(&(at - 1))
        });
    }
    removed
}

/// The first and last lines of a page.
fn ends(lines: usize) -> impl Iterator<Item = usize> {
    let top = LINES.min(lines);
    (0..top).chain(lines.saturating_sub(LINES).max(top)..lines)
}

/// The text of a line with its position; page numbers and dates are the same on all pages.
fn key(line: &Line) -> (String, i64) {
    const GRID: f64 = 4.0;
    let mut text = String::new();
    for c in line.text(" ").chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if !(c == '0' && text.ends_with('0')) {
            text.push(c);
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "a position on a page")]
    let place = (line.y / GRID).round() as i64;
    (text, place)
}

/// Whether a line is farther from the rest of the page than lines of a paragraph are, or is the first or last one.
fn is_apart(page: &[Line], at: usize) -> bool {
    const APART: f64 = 1.6;
    let distance = |other: usize| (page[other].y - page[at].y).abs() / page[at].size.max(1.0);
    let above = at.checked_sub(1).is_none_or(|other| distance(other) > APART);
    let below = at + 1 >= page.len() || distance(at + 1) > APART;
    above && below
}

/// "3", "- 3 -", "Trang 3/12", "Page 3 of 12".
fn is_page_number(text: &str, pages: usize) -> bool {
    /// A part of a longer document begins with a later page.
    const LATER: usize = 400;
    let lower = text.to_lowercase();
    let bare = lower.trim_start_matches("trang").trim_start_matches("page");
    let numbers: Vec<&str> =
        bare.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty()).collect();
    let only = bare.replace("of", "").chars().all(|c| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '-' | '–' | '/' | '|' | '[' | ']' | '(' | ')')
    });
    let small = |text: &&str| text.parse::<usize>().is_ok_and(|number| number <= pages + LATER);
    only && matches!(numbers.len(), 1 | 2) && numbers.iter().all(small)
}
