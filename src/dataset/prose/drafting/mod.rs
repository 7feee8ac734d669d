//! Stage 9: the paragraphs of a text as a draft: a dataset with review marks, and every number with its fate.

pub(super) mod draft;
mod draft_ids;
pub(super) mod draft_types;
mod finished_draft;
mod paragraph_reader;
