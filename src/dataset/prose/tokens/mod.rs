//! Stage 1: the text in sentences, and a sentence in words, numbers and punctuation marks.
//!
//! [`fate`] has the list of what can become of a number, [`number_rule`] that of the rules which decide it: every
//! number token gets exactly one of each in the end.

pub(super) mod fate;
pub(super) mod number_rule;
pub(super) mod open_side;
pub(super) mod place_name;
pub(super) mod report_language;
pub(super) mod sentences;
pub(super) mod table_row;
pub(super) mod token;
