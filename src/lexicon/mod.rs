//! The lexicon: the meaning of administrative Vietnamese and English phrases in headings, titles
//! and reports.
//!
//! It knows no files and no tables, and never decides what a column or a row is.
//!
//! Each folder is a subject, and `words` has the lists. What the floors above may name is re-exported here.

mod directions;
mod headings;
mod periods;
mod places;
mod queries;
mod reports;
mod rows;
mod units;
mod words;

pub use directions::direction;
pub(crate) use directions::split_name;
pub(crate) use headings::{
    block_heading, capital_stage, column_words, comparison, comparison_sides, examiner, heading,
    measure, norm, phrases, ranking, role, role_words, subject, title_words,
};
pub use periods::period;
pub(crate) use periods::{
    basis, dated_name, financial_year, open_age, part_of_year, period_cell, period_words,
    reported_period, same_period,
};
pub(crate) use places::{
    countries, institution, place, place_identity, place_kind, place_level, place_tier,
    translated_place, whole_place,
};
pub(crate) use queries::{
    abbreviations, english, joint_words, known_phrases, query_words, report_line, said_measures,
    said_units, small_talk, stop_phrases, synonyms,
};
pub(crate) use reports::{
    clause_words, economy_words, english_number, passing_words, prose, prose_words,
};
pub(crate) use rows::{
    footer, marker_order, markers, near_name, section_name, total_words, value_words, verdict,
};
pub(crate) use units::{
    bracketed_unit, counted_unit, listed_units, money, percentage, unit, unit_spelling,
};
pub(crate) use words::{numerals, phrase, word_list};
