//! Stage 3: a sentence as a row of items (quantities, the longest phrases of the lexicon, other words), and the gaps
//! between its quantities: the words that end one figure and announce the next.

mod complement;
pub(super) mod gap;
pub(super) mod items;
pub(super) mod mood;
pub(super) mod run_in_heading;
mod word_sense;
