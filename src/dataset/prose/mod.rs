//! Reads indicators out of a report in prose.
//!
//! Figures first: every number of the text is looked at in order, and gets exactly one fate. The words between
//! two numbers decide what the second one says and of which indicator. Each stage is a folder, and imports earlier
//! stages only (`tests/layers.rs`):
//!
//! ```text
//! paragraphs
//!   → [tokens]     sentences; words, numbers and punctuation marks
//!   → [numbers]    numbers set aside (dates, ordinals, documents, parts of names); quantities with their units
//!   → [sentence]   items: the longest phrases of the lexicon; gaps: what ends one figure and announces the next
//!   → [phrases]    what the words of a gap name: an indicator, a period, a place
//!   → [roles]      what a quantity says: a value, a percent of plan, a change, a rank …
//!   → [rows]       the indicators that are being put together, their period and place, and what is in doubt
//!   → [filling]    a quantity, by its role, in the fields of an indicator
//!   → [attaching]  which indicator a quantity belongs to
//!   → [drafting]   the draft: indicators, sure or to be reviewed, and every number with its fate
//!   → [review]     the state of each number of a dataset with a text, and the decisions of a reviewer
//! ```
//!
//! Nothing is guessed: what no rule explains is listed. The rules have names, which `chitieu import --explain`
//! prints.

mod attaching;
mod drafting;
mod filling;
mod numbers;
mod phrases;
mod review;
mod roles;
mod rows;
mod sentence;
mod tokens;

pub use drafting::draft::read;
pub use drafting::draft_types::{Draft, Number};
pub use review::audit::{TextMismatch, audit};
pub use review::kept_review::{KeptDecisions, with_decisions_of};
pub use review::review_changes::{MADE_BY_HAND, accepted, set_aside, with_indicator_of};
pub use review::reviewed::{NumberState, ReviewedNumber, reviewed_numbers, sentence_of};
pub use tokens::fate::Fate;
pub use tokens::number_rule::NumberRule;
#[cfg(feature = "pdf")]
pub(crate) use tokens::table_row::table_row;
