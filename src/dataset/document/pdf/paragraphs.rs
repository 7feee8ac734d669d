//! Paragraphs: lines that only the margin has broken are joined, also over the end of a page.

use super::text_lines::Line;
use crate::dataset::prose;

/// Joins the lines of all pages. Returns the paragraphs, and the number of tables among them.
pub(super) fn paragraphs(pages: &[Vec<Line>]) -> (Vec<String>, usize) {
    let spacing = usual_spacing(pages);
    let mut joined: Vec<String> = Vec::new();
    let (mut tables, mut in_table) = (0, false);
    let mut open: Option<Open<'_>> = None;
    for page in pages {
        let right = right_margin(page);
        for (at, line) in page.iter().enumerate() {
            if line.in_table {
                joined.extend(open.take().map(Open::finish));
                tables += usize::from(!in_table);
                in_table = true;
                joined.push(prose::table_row(line.pieces.iter().map(|piece| piece.text.trim())));
                continue;
            }
            in_table = false;
            let above = at.checked_sub(1).map(|above| &page[above]);
            let goes_on = open.as_ref().is_some_and(|open| match above {
                Some(above) if std::ptr::eq(above, open.last) => open.goes_on(line, spacing, right),
                _ => open.goes_on_over_page(line),
            });
            match open.as_mut().filter(|_| goes_on) {
                Some(open) => open.push(line),
                None => {
                    joined.extend(open.take().map(Open::finish));
                    open = Some(Open { text: line.text(" "), last: line, lines: 1, right });
                }
            }
        }
    }
    joined.extend(open.map(Open::finish));
    (joined, tables)
}

/// The usual distance between two lines, in sizes of their letters.
fn usual_spacing(pages: &[Vec<Line>]) -> f64 {
    let mut distances: Vec<f64> = pages
        .iter()
        .flat_map(|page| page.windows(2))
        .filter(|pair| !pair[1].in_table)
        .map(|pair| (pair[1].y - pair[0].y) / pair[1].size.max(1.0))
        .filter(|distance| (0.8..3.0).contains(distance))
        .collect();
    distances.sort_by(f64::total_cmp);
    // Most lines go on; the distances between paragraphs are the larger ones.
    distances.get(distances.len() * 2 / 5).copied().unwrap_or(1.2)
}

/// Where the lines of a page end: the third-longest line, as a heading or a table may be wider.
fn right_margin(page: &[Line]) -> f64 {
    let mut ends: Vec<f64> = page.iter().filter(|line| !line.in_table).map(Line::right).collect();
    ends.sort_by(|a, b| b.total_cmp(a));
    ends.get(2).or(ends.first()).copied().unwrap_or(0.0)
}

/// A paragraph that may go on.
struct Open<'a> {
    text: String,
    last: &'a Line,
    lines: usize,
    /// The right margin of its page.
    right: f64,
}

impl<'a> Open<'a> {
    fn push(&mut self, line: &'a Line) {
        if hyphenated(&self.text, &line.text(" ")) {
            self.text.pop();
        } else {
            self.text.push(' ');
        }
        self.text.push_str(&line.text(" "));
        self.last = line;
        self.lines += 1;
    }

    fn finish(self) -> String {
        self.text
    }

    /// Whether the next line of the page belongs to the paragraph.
    fn goes_on(&self, line: &Line, spacing: f64, right: f64) -> bool {
        const INDENT: f64 = 0.7;
        let size = line.size.max(1.0);
        let distance = (line.y - self.last.y) / size;
        let near = distance > 0.0 && distance < spacing * 1.25 + 0.1;
        let same_size = (line.size - self.last.size).abs() < 0.12 * size;
        let indented = line.left() - self.last.left() > INDENT * size;
        // Behind a first line with an indent, lines begin farther left; behind others they do not.
        let outdented = self.last.left() - line.left() > INDENT * size && self.lines > 1;
        let centred = self.is_centred(line, right);
        near && same_size
            && !begins_item(&line.text(" "), &self.text)
            && (centred || !indented && !outdented && self.is_full(self.last, line, right))
    }

    /// Whether a line ends where the first word of the next one had no room.
    fn is_full(&self, line: &Line, next: &Line, right: f64) -> bool {
        const BLANK: f64 = 0.25;
        let first = next.pieces.first();
        let word = first.map_or(0.0, |piece| {
            let letters = piece.text.chars().count().max(1);
            let word = piece.text.trim_start().split(' ').next().unwrap_or("").chars().count();
            #[expect(clippy::cast_precision_loss, reason = "a few letters")]
            let share = word as f64 / letters as f64;
            (piece.right - piece.left) * share
        });
        line.right() + word + BLANK * next.size > right - 0.3 * next.size
    }

    /// Whether two lines of a heading are centred one above the other.
    fn is_centred(&self, line: &Line, right: f64) -> bool {
        let middle = |line: &Line| (line.left() + line.right()) / 2.0;
        let same = (middle(self.last) - middle(line)).abs() < 0.25 * line.size;
        let short = [self.last, line].iter().all(|line| line.right() < right - line.size);
        let moved = (self.last.left() - line.left()).abs() > 0.3 * line.size;
        same && short && moved && !self.text.ends_with(['.', ':', ';'])
    }

    /// Whether the first line of the next page, or of the next column, belongs to the paragraph.
    fn goes_on_over_page(&self, line: &Line) -> bool {
        let ended = self.text.ends_with(['.', ':', ';', '!', '?', '”']);
        let same_size = (line.size - self.last.size).abs() < 0.12 * line.size;
        let text = line.text(" ");
        let lower = text.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        let full = self.last.right() > self.right - 4.0 * line.size;
        same_size && !ended && (lower || full) && !begins_item(&text, &self.text)
    }
}

/// Whether a line begins an item of a list: "- ", "1.", "a)", "II.".
fn begins_item(line: &str, before: &str) -> bool {
    let mut words = line.split(' ');
    let Some(first) = words.next().filter(|_| words.next().is_some()) else { return false };
    if matches!(first, "-" | "+" | "•" | "*" | "–" | "") {
        return before.ends_with(['.', ';', ':', ',']) || !before.ends_with(char::is_alphanumeric);
    }
    let mark = first.strip_suffix(['.', ')', '/']);
    let label = mark.is_some_and(|label| {
        !label.is_empty()
            && label.len() <= 6
            && (label.chars().all(|c| c.is_ascii_digit() || c == '.')
                || label.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
                || label.chars().count() == 1)
    });
    // "kế hoạch" at the end of a line and "98. Trong" at the start of the next one are one sentence.
    label && before.ends_with(['.', ';', ':', '!', '?'])
}

/// Whether a word is split by a hyphen at the end of a line: "develop-", "ment".
fn hyphenated(before: &str, next: &str) -> bool {
    let stem = before.strip_suffix('-').map(|stem| stem.rsplit(' ').next().unwrap_or(stem));
    let lower = |text: &str| text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    let next = next.split([' ', ',', '.', ';']).next().unwrap_or_default();
    stem.is_some_and(lower) && lower(next)
}
