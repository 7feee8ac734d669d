//! The content of a Word document: paragraphs and tables.

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset) enum Block {
    /// The text of a paragraph; a line break is a newline.
    Paragraph(String),
    /// A table.
    Table(WordTable),
}

/// The rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset) struct WordTable {
    /// The cells of each row.
    pub(in crate::dataset) rows: Vec<Vec<WordCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset) struct WordCell {
    /// The first column, from 0.
    pub(in crate::dataset) column: usize,
    /// The number of columns.
    pub(in crate::dataset) columns: usize,
    /// Whether it continues the cell above it.
    pub(in crate::dataset) continues: bool,
    /// Its paragraphs, separated by newlines.
    pub(in crate::dataset) text: String,
}

/// The content of a document.
#[derive(Debug, Default)]
pub(in crate::dataset) struct WordContent {
    /// Paragraphs and tables in order, footnotes at the end.
    pub(in crate::dataset) blocks: Vec<Block>,
    /// The numbers of deletions, of hidden runs, and of runs in old fonts.
    pub(super) deletions: usize,
    pub(super) hidden: usize,
    pub(super) converted: usize,
}

impl WordTable {
    /// Whether it is a table of data: at least two columns, and two rows with figures.
    pub(in crate::dataset) fn has_figures(&self) -> bool {
        let figure = |cell: &WordCell| cell.text.contains(|c: char| c.is_ascii_digit());
        let rows = self.rows.iter().filter(|row| row.len() > 1 && row.iter().any(figure)).count();
        rows > 1
    }
}
