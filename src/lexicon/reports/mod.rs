//! Words of reports in prose.

pub(crate) mod clause_words;
pub(crate) mod english_number;
pub(crate) mod passing_words;
pub(crate) mod prose;
pub(crate) mod prose_words;
