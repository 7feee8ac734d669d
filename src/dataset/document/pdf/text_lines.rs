//! The lines of a page: runs on about one baseline, from left to right, the columns of a page one after another.

use super::page_text::{PageText, Rule, Run, WORD};

/// A line of text. Positions are in points from the top left corner of the page.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its pieces, which are far from each other.
    pub(super) pieces: Vec<Piece>,
    /// The baseline.
    pub(super) y: f64,
    /// The size of its largest letters.
    pub(super) size: f64,
    /// Whether it is a row of a table.
    pub(super) in_table: bool,
}

/// Words of a line that are near each other.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The left end.
    pub(super) left: f64,
    /// The right end.
    pub(super) right: f64,
    /// The text.
    pub(super) text: String,
}

impl Line {
    pub(super) fn left(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.left)
    }

    pub(super) fn right(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.right)
    }

    /// The text of all pieces.
    pub(super) fn text(&self, between: &str) -> String {
        let pieces: Vec<&str> = self.pieces.iter().map(|piece| piece.text.trim()).collect();
        pieces.join(between)
    }
}

/// The lines of a page in the order in which they are read. Takes the runs.
pub(super) fn lines(page: &mut PageText) -> Vec<Line> {
    let mut runs = std::mem::take(&mut page.runs);
    runs.retain(|run| !run.text.trim().is_empty() && run.left.is_finite() && run.y.is_finite());
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match lines.last_mut().filter(|line| on_line(line, &run)) {
            Some(line) => line.push(run),
            None => lines.push(vec![run]),
        }
    }
    in_columns(lines.into_iter().map(|runs| line(runs, &page.rules)).collect())
}

/// Whether a run is on the baseline of a line, or is a mark raised above or below it.
fn on_line(line: &[Run], run: &Run) -> bool {
    const RAISED: f64 = 0.45;
    line.iter()
        .max_by(|a, b| a.size.total_cmp(&b.size))
        .is_some_and(|largest| (run.y - largest.y).abs() < RAISED * largest.size.max(run.size))
}

fn line(mut runs: Vec<Run>, rules: &[Rule]) -> Line {
    const APART: f64 = 1.6;
    runs.sort_by(|a, b| a.left.total_cmp(&b.left));
    let largest = runs.iter().map(|run| run.size).fold(0.0, f64::max);
    let y = runs.iter().find(|run| run.size >= largest).map_or(0.0, |run| run.y);
    let middle = y - largest * 0.3;
    let borders: Vec<f64> = rules
        .iter()
        .filter(|rule| rule.top <= middle && middle <= rule.bottom)
        .map(|rule| rule.x)
        .collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut blank = false;
    for run in runs {
        let near = |piece: &&mut Piece| {
            let between = |x: &f64| {
                *x > piece.right - 0.5 * largest && *x < run.left + 0.5 * largest && *x > piece.left
            };
            run.left - piece.right < APART * largest && !borders.iter().any(between)
        };
        match pieces.last_mut().filter(near) {
            Some(piece) => {
                // Bold text is also made by drawing it twice.
                let twice =
                    run.left < piece.right - 0.5 * run.size && piece.text.ends_with(&run.text);
                if twice {
                    continue;
                }
                if blank || run.left - piece.right > WORD * run.size {
                    piece.text.push(' ');
                }
                piece.text.push_str(&run.text);
                piece.right = piece.right.max(run.right);
            }
            None => pieces.push(Piece { left: run.left, right: run.right, text: run.text }),
        }
        blank = run.blank;
    }
    Line { pieces, y, size: largest, in_table: false }
}

/// Splits lines at the gutter between two columns of prose, where there is one: a page is read from its left
/// column to its right one between lines that reach over both.
fn in_columns(lines: Vec<Line>) -> Vec<Line> {
    const FEWEST: usize = 6;
    let mut read: Vec<Line> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (gutter, end) = gutter_from(&lines, at);
        if end - at < FEWEST {
            read.push(lines[at].clone());
            at += 1;
            continue;
        }
        let half = |keep: fn(f64, f64) -> bool| {
            lines[at..end].iter().filter_map(move |line| {
                let pieces: Vec<Piece> =
                    line.pieces.iter().filter(|piece| keep(piece.left, gutter)).cloned().collect();
                (!pieces.is_empty()).then(|| Line { pieces, ..line.clone() })
            })
        };
        read.extend(half(|left, gutter| left < gutter));
        read.extend(half(|left, gutter| left >= gutter));
        at = end;
    }
    read
}

/// The gutter of two columns that begin at a line, and where they end.
fn gutter_from(lines: &[Line], start: usize) -> (f64, usize) {
    /// Columns of prose have many letters in a line, those of tables few.
    const LETTERS: usize = 18;
    let Some([_, right]) = lines.get(start).map(|line| &line.pieces[..]) else {
        return (0.0, start);
    };
    let gutter = right.left - 1.0;
    let free = |line: &&Line| {
        line.pieces.len() <= 2
            && line.pieces.iter().all(|piece| piece.right < gutter || piece.left >= gutter)
    };
    let end = start + lines[start..].iter().take_while(free).count();
    let long = |piece: &&Piece| piece.text.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
    let side = |left: bool| {
        let pieces = lines[start..end]
            .iter()
            .flat_map(|line| &line.pieces)
            .filter(move |piece| (piece.left < gutter) == left);
        (pieces.clone().filter(long).count(), pieces.count())
    };
    let prose = [true, false].into_iter().all(|left| {
        let (long, all) = side(left);
        long * 10 > all * 6
    });
    if prose { (gutter, end) } else { (gutter, start) }
}
