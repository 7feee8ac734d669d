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
//!   → their period, place   period_scope, text_places
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
mod aside_contacts;
mod aside_dates;
mod aside_groups;
mod aside_names;
mod aside_tokens;
mod attach;
mod attach_begin;
mod attach_name;
mod attach_owner;
mod audit;
mod before_figure;
mod doubt;
mod draft;
mod draft_ids;
mod draft_row;
mod draft_types;
mod fate;
mod fill;
mod fill_bracket;
mod fill_change;
mod fill_plan;
mod fill_rank;
mod fill_value;
mod filled_row;
mod finished_draft;
mod gap;
mod heading_facts;
mod items;
mod kept_review;
mod listed_figures;
mod magnitude;
mod mood;
mod name;
mod name_ending;
mod name_tail;
mod name_trim;
mod name_word;
mod name_words;
mod paragraph_reader;
mod period_mentions;
mod period_scope;
mod period_words;
mod place_name;
mod plan_and_result;
mod quantity;
mod quantity_reader;
mod quantity_unit;
mod review_changes;
mod reviewed;
mod role;
mod role_follow;
mod role_passing;
mod role_plan;
mod role_rules;
mod sentence_reader;
mod sentences;
mod table_row;
mod text_places;
mod token;
mod verdict;

pub use audit::{TextMismatch, audit};
pub use draft::read;
pub use draft_types::{Draft, Number};
pub use fate::Fate;
pub use kept_review::{KeptDecisions, with_decisions_of};
pub use review_changes::{MADE_BY_HAND, accepted, set_aside, with_indicator_of};
pub use reviewed::{NumberState, ReviewedNumber, reviewed_numbers, sentence_of};
pub use table_row::IN_TABLE;
#[cfg(feature = "pdf")]
pub(in crate::dataset) use table_row::table_row;
