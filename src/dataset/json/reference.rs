//! Reads a reference: where a value occurs in its source document.

use serde_json::value::RawValue;

use super::reader::{Object, Reader};
use crate::model::Reference;

/// Reads the fields `reference` and `note`, which totals and indicators have in common.
pub(super) fn reference_and_note<'a>(
    reader: &mut Reader<'a>,
    object: &Object<'a>,
) -> (Option<Option<Reference>>, Option<Option<String>>) {
    (reader.optional(object, "reference", reference), reader.optional(object, "note", Reader::text))
}

fn reference<'a>(reader: &mut Reader<'a>, value: &'a RawValue) -> Option<Reference> {
    let object = reader.object(value, &["document", "paragraph", "sentence", "quote"])?;
    let document = reader.optional(&object, "document", Reader::text);
    let paragraph = reader.optional(&object, "paragraph", Reader::positive);
    let sentence = reader.optional(&object, "sentence", Reader::positive);
    let quote = reader.optional(&object, "quote", Reader::text);
    Some(Reference {
        document: document?,
        paragraph: paragraph?,
        sentence: sentence?,
        quote: quote?,
    })
}
