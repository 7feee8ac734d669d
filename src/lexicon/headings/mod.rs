//! What the heading of a column says: its role, what it is about, the sides of a comparison.

pub(crate) mod block_heading;
pub(crate) mod capital_stage;
pub(crate) mod column_words;
pub(crate) mod comparison;
pub(crate) mod comparison_sides;
pub(crate) mod examiner;
pub(crate) mod heading;
mod index_base;
pub(crate) mod measure;
mod name_heading;
pub(crate) mod norm;
pub(crate) mod phrases;
pub(crate) mod ranking;
pub(crate) mod role;
pub(crate) mod role_words;
mod side_text;
pub(crate) mod subject;
pub(crate) mod title_words;
