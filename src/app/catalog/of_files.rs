//! What a catalog says of the files that its datasets are of: cells that could not be read, what was left out, where
//! decisions about a draft are written.

use std::path::Path;
use std::sync::Arc;

use super::Catalog;
use super::hidden::Hidden;

impl Catalog {
    /// Adds the number of cells that could not be read as written.
    #[must_use]
    pub fn with_unread(self, unread: usize) -> Self {
        Self { unread, ..self }
    }

    /// Adds the indicators with such a cell, each by its dataset and its position there.
    #[must_use]
    pub fn with_unread_rows(self, rows: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let number = |(dataset, row)| self.collection.start_of(dataset) + row;
        let unread_rows = rows.into_iter().map(number).collect();
        Self { unread_rows, ..self }
    }

    /// Whether any indicator has such a cell.
    #[must_use]
    pub fn has_unread_rows(&self) -> bool {
        !self.unread_rows.is_empty()
    }

    /// Whether a cell of an indicator could not be read as written.
    #[must_use]
    pub fn is_unread(&self, index: usize) -> bool {
        self.unread_rows.contains(&index)
    }

    /// Adds the name of the file, if only one is open.
    #[must_use]
    pub fn with_only_file(self, only_file: Option<String>) -> Self {
        Self { only_file, ..self }
    }

    /// The name of the file, if only one is open.
    #[must_use]
    pub fn only_file(&self) -> Option<&str> {
        self.only_file.as_deref()
    }

    /// Adds what the workbooks hide and was left out.
    #[must_use]
    pub fn with_hidden(self, hidden: Hidden) -> Self {
        Self { hidden, ..self }
    }

    /// Adds the file of each dataset that is a draft whose decisions can be written there.
    #[must_use]
    pub fn with_drafts(self, drafts: Vec<Option<Arc<Path>>>) -> Self {
        Self { drafts, ..self }
    }

    /// The file to which decisions about a dataset can be written.
    #[must_use]
    pub fn draft_path(&self, dataset: usize) -> Option<&Arc<Path>> {
        self.drafts.get(dataset)?.as_ref()
    }
}
