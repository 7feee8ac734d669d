//! The content of a Word document: paragraphs and tables.

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// The text of a paragraph; a line break is a newline.
    Paragraph(String),
    /// A table.
    Table(WordTable),
}

/// The rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WordTable {
    /// The cells of each row.
    pub(crate) rows: Vec<Vec<WordCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WordCell {
    /// The first column, from 0.
    pub(crate) column: usize,
    /// The number of columns.
    pub(crate) columns: usize,
    /// Whether it continues the cell above it.
    pub(crate) continues: bool,
    /// Its paragraphs, separated by newlines.
    pub(crate) text: String,
}

/// The content of a document.
#[derive(Debug, Default)]
pub(crate) struct WordContent {
    /// Paragraphs and tables in order, footnotes at the end.
    pub(crate) blocks: Vec<Block>,
    /// The numbers of deletions, of hidden runs, and of runs in old fonts.
    pub(super) deletions: usize,
    pub(super) hidden: usize,
    pub(super) converted: usize,
}

impl WordTable {
    /// Whether it is a table of data: at least two columns, and two rows with figures.
    pub(crate) fn has_figures(&self) -> bool {
        let figure = |cell: &WordCell| cell.text.contains(|c: char| c.is_ascii_digit());
        let rows = self.rows.iter().filter(|row| row.len() > 1 && row.iter().any(figure)).count();
        rows > 1
    }
}
