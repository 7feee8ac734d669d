//! Words of reports in prose.

pub(crate) mod clause_words;
pub(crate) mod economy_words;
pub(crate) mod english_number;
pub(crate) mod passing_words;
mod phrase_lexicon;
mod plan_verdict;
pub(crate) mod prose;
pub(crate) mod prose_words;
