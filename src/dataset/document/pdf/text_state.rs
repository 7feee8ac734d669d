//! Where the next glyph is drawn: the text state of PDF (ISO 32000-1, 9.3 and 9.4).

use hayro_font::kurbo::Affine;

/// The matrices and the spacing of text. Lengths are in units of the text, advances in ems.
#[derive(Debug, Clone)]
pub(super) struct TextState {
    matrix: Affine,
    line_matrix: Affine,
    /// The size of the font.
    pub(super) size: f64,
    /// The distance between two lines.
    pub(super) leading: f64,
    /// What is added behind each glyph.
    pub(super) letter_space: f64,
    /// What is added behind each blank.
    pub(super) word_space: f64,
    /// The factor of widths.
    pub(super) scaling: f64,
    /// How far the baseline is raised.
    pub(super) rise: f64,
}

impl Default for TextState {
    fn default() -> Self {
        Self {
            matrix: Affine::IDENTITY,
            line_matrix: Affine::IDENTITY,
            size: 1.0,
            leading: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            scaling: 1.0,
            rise: 0.0,
        }
    }
}

impl TextState {
    /// Begins a text object.
    pub(super) fn begin(&mut self) {
        self.set_matrix(Affine::IDENTITY);
    }

    pub(super) fn set_matrix(&mut self, matrix: Affine) {
        (self.matrix, self.line_matrix) = (matrix, matrix);
    }

    /// Moves to another line, by a distance from the start of this one.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set_matrix(self.line_matrix * Affine::translate((x, y)));
    }

    /// Moves back by thousandths of an em.
    pub(super) fn adjust(&mut self, thousandths: f64) {
        let by = -thousandths / 1000.0 * self.size * self.scaling;
        self.matrix *= Affine::translate((by, 0.0));
    }

    /// Moves past a glyph of a width.
    pub(super) fn advance(&mut self, width: f64, blank: bool) {
        let word_space = if blank { self.word_space } else { 0.0 };
        let by = (width * self.size + self.letter_space + word_space) * self.scaling;
        self.matrix *= Affine::translate((by, 0.0));
    }

    /// The position of the next glyph; its directions are those of the text, without the size of the font.
    pub(super) fn transform(&self) -> Affine {
        self.matrix * Affine::translate((0.0, self.rise))
    }
}
