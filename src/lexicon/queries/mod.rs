//! Words of queries: abbreviations, translations, synonyms, and what people say that names do not.

pub(crate) mod abbreviations;
pub(crate) mod english;
pub(crate) mod joint_words;
pub(crate) mod known_phrases;
pub(crate) mod query_words;
pub(crate) mod report_line;
pub(crate) mod said_measures;
pub(crate) mod said_units;
pub(crate) mod small_talk;
pub(crate) mod stop_phrases;
pub(crate) mod synonyms;
