//! Whether more is better, from the name of an indicator.

pub mod direction;
mod direction_ends;
mod direction_first_words;
mod direction_heads;
mod direction_of_words;
mod direction_phrase;
mod direction_words;
mod problem_names;
pub(crate) mod split_name;
