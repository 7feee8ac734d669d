//! The lexicon: the meaning of administrative Vietnamese and English phrases in headings, titles
//! and reports.
//!
//! It knows no files and no tables, and never decides what a column or a row is.

pub(crate) mod abbreviations;
pub(crate) mod block_heading;
mod column_role;
pub(crate) mod comparison;
pub(crate) mod comparison_sides;
mod counted_unit;
pub(crate) mod dated_name;
pub mod direction;
mod direction_ends;
mod direction_first_words;
mod direction_heads;
mod direction_of_words;
mod direction_phrase;
mod direction_words;
pub(crate) mod english;
pub(crate) mod examiner;
pub(crate) mod footer;
pub(crate) mod heading_role;
pub(crate) mod joint_words;
pub(crate) mod known_phrases;
pub(crate) mod listed_units;
pub(crate) mod markers;
pub(crate) mod measure;
pub(crate) mod money;
mod name_heading;
mod name_spelling;
pub(crate) mod numerals;
pub(crate) mod part_of_year;
pub mod period;
pub(crate) mod period_cell;
pub(crate) mod period_words;
mod phrase_set;
pub(crate) mod phrases;
pub(crate) mod place;
pub(crate) mod place_identity;
mod problem_names;
pub(crate) mod prose;
pub(crate) mod prose_words;
pub(crate) mod query_words;
pub(crate) mod rank;
pub(crate) mod ranking;
pub(crate) mod report_line;
pub(crate) mod reported_period;
pub(crate) mod role;
pub(crate) mod said_measures;
pub(crate) mod said_units;
pub(crate) mod small_talk;
pub(crate) mod split_name;
pub(crate) mod stop_phrases;
pub(crate) mod subject;
pub(crate) mod synonyms;
pub(crate) mod unit;
pub(crate) mod verdict;
mod word_list;
