//! Stage 9: the paragraphs of a text as a draft: a dataset with review marks, and every number with its fate.

mod collected_draft;
pub(super) mod draft;
pub(super) mod draft_ids;
mod draft_part;
pub(super) mod draft_types;
mod finished_part;
mod missed_of_all;
mod paragraph_reader;
mod percent_of_plan;
mod text_outline;
