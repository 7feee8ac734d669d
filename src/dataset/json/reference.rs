//! Where something stands in its source, and what a careful reader should know of it.

use serde_json::value::RawValue;

use super::reader::{Object, Reader};
use crate::model::Reference;

/// What both totals and indicators have: where they stand, and what a careful reader should know.
pub(super) fn reference_and_note<'a>(
    reader: &mut Reader<'a>,
    object: &Object<'a>,
) -> (Option<Option<Reference>>, Option<Option<String>>) {
    (reader.optional(object, "reference", reference), reader.optional(object, "note", Reader::text))
}

fn reference<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Reference> {
    let object = reader.object(value, &["document", "paragraph", "sentence"])?;
    let document = reader.optional(&object, "document", Reader::text);
    let paragraph = reader.optional(&object, "paragraph", Reader::positive);
    let sentence = reader.optional(&object, "sentence", Reader::positive);
    Some(Reference { document: document?, paragraph: paragraph?, sentence: sentence? })
}
