//! The texts that identify an indicator in several datasets, normalized.

use crate::model::Entry;
use crate::text::fold::fold;
use crate::text::syllable::before_i;

/// The normalized unit; empty if there is none.
pub(super) fn unit(entry: &Entry<'_>) -> String {
    entry.unit().map(key).unwrap_or_default()
}

/// The id, unless it is a bare number.
pub(super) fn id<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    let is_number = entry.id().chars().all(|c| c.is_ascii_digit());
    (!is_number).then(|| entry.id())
}

/// Normalizes a name: case, accents, white space and the spelling of i and y do not distinguish names.
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        // Some offices write tỷ lệ, others tỉ lệ.
        match before_i(word) {
            Some(before) => key.extend([before, "i"]),
            None => key.push_str(word),
        }
    }
    key
}
