//! The text of a page: runs of glyphs with their positions, and the vertical rules of tables.

use crate::dataset::document::old_font::Conversion;

/// The maximum number of runs and of rules of a page.
pub(super) const MOST: usize = 200_000;

/// The distance from which on glyphs belong to different words, in sizes of their letters.
pub(super) const WORD: f64 = 0.17;

/// Glyphs that follow each other on one baseline: a word, or words with blanks that are drawn.
/// Positions are in points from the top left corner.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The left end.
    pub(super) left: f64,
    /// The right end.
    pub(super) right: f64,
    /// The baseline.
    pub(super) y: f64,
    /// The size of the letters.
    pub(super) size: f64,
    /// The text.
    pub(super) text: String,
    /// How its font is converted to Unicode, if it is an old one.
    pub(super) convert: Option<Conversion>,
    /// Whether a blank follows its last glyph.
    pub(super) blank: bool,
}

/// A vertical line: of the border of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// Where it is.
    pub(super) x: f64,
    /// The upper end.
    pub(super) top: f64,
    /// The lower end.
    pub(super) bottom: f64,
}

/// What is on a page.
#[derive(Debug, Default)]
pub(super) struct PageText {
    /// The runs, in the order in which they are drawn.
    pub(super) runs: Vec<Run>,
    /// The vertical rules.
    pub(super) rules: Vec<Rule>,
    /// The number of operators that were carried out.
    pub(super) operators: usize,
    /// The number of glyphs with a text.
    pub(super) letters: usize,
    /// The number of glyphs whose text is not known.
    pub(super) unreadable: usize,
    /// The number of pieces of text that are not written from left to right.
    pub(super) turned: usize,
    /// The number of pieces of text that the document marks as repeated on pages.
    pub(super) artifacts: usize,
}

/// A glyph with a text, on a line from left to right.
pub(super) struct Glyph<'t> {
    pub(super) text: &'t str,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) convert: Option<Conversion>,
}

impl PageText {
    /// Adds a glyph to the last run, or begins another one.
    pub(super) fn append(&mut self, glyph: Glyph<'_>) {
        let Glyph { text, left, right, y, size, convert } = glyph;
        let blank = !text.is_empty() && text.chars().all(char::is_whitespace);
        let same = |run: &&mut Run| {
            let gap = left - run.right;
            let near = is_mark(text) || gap < WORD * size && gap > -0.6 * size;
            (run.y - y).abs() < 0.02 * size
                && (run.size - size).abs() < 0.05 * size
                && near
                && run.convert.is_some() == convert.is_some()
        };
        let full = self.runs.len() >= MOST;
        match self.runs.last_mut().filter(same) {
            Some(run) if blank => {
                run.blank = true;
                run.right = run.right.max(right);
            }
            Some(run) => {
                if run.blank && !is_mark(text) {
                    run.text.push(' ');
                }
                run.blank = false;
                run.text.push_str(text);
                run.right = run.right.max(right);
            }
            None if blank || full => {}
            None => self.runs.push(Run {
                left,
                right,
                y,
                size,
                text: text.to_owned(),
                convert,
                blank: false,
            }),
        }
    }
}

/// Whether a text is only a combining accent, which belongs to the letter before it wherever it is drawn.
fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.chars().all(unicode_normalization::char::is_combining_mark)
}
