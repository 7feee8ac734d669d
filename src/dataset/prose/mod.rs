//! Reads indicators out of a report in prose.
//!
//! Figures first: every number of the text is looked at in order, and gets exactly one fate. The words between
//! two numbers decide what the second one says and of which indicator. The stages, each a function of the one
//! before:
//!
//! ```text
//! paragraphs
//!   → sentences             sentences
//!   → words and numbers     token
//!   → numbers set aside     aside       dates, ordinals, documents, parts of names
//!   → quantities            quantity    a number with its unit
//!   → items                 items       the longest phrases of the lexicon
//!   → gaps                  gap         what ends the figure before, what announces the next
//!   → roles                 role        value, percent of plan, change, rank …
//!   → indicators            attach, name, fill, verdict
//!   → doubts                doubt       sure, or to be reviewed and why
//!   → draft                 draft
//! ```
//!
//! The review goes on from there: `reviewed` says what became of each number of a dataset with a text, `review_changes`
//! are the decisions of a reviewer, and `kept_review` keeps them when the report is imported again.
//!
//! Nothing is guessed: what no rule explains is listed. The rules have names, which `chitieu import --explain`
//! prints.

mod aside;
mod attach;
mod audit;
mod doubt;
mod draft;
mod draft_row;
mod fate;
mod fill;
mod gap;
mod heading_facts;
mod items;
mod kept_review;
mod listed_figures;
mod mood;
mod name;
mod quantity;
mod review_changes;
mod reviewed;
mod role;
mod sentence_reader;
mod sentences;
mod token;
mod verdict;

pub use audit::{TextMismatch, audit};
pub use draft::{Draft, Number, read};
pub use fate::Fate;
pub use kept_review::{KeptDecisions, with_decisions_of};
pub use review_changes::{MADE_BY_HAND, accepted, set_aside, with_indicator_of};
pub use reviewed::{NumberState, ReviewedNumber, reviewed_numbers, sentence_of};
