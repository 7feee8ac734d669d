//! The texts that identify an indicator in several datasets, normalized.

use crate::model::Entry;
use crate::text::fold::fold;
use crate::text::slug::slug;
use crate::text::syllable::before_i;

/// The normalized unit; empty if there is none.
pub(super) fn unit(entry: &Entry<'_>) -> String {
    entry.unit().map(key).unwrap_or_default()
}

/// The id, unless it is a bare number or was made from the name of a part or of a repeated name: then it depends on the
/// other indicators of its file, and identifies nothing elsewhere.
pub(super) fn id<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    let own = entry.id();
    let is_number = own.chars().all(|c| c.is_ascii_digit());
    let identifies = match origin(own, entry.name()) {
        IdOrigin::Given => true,
        IdOrigin::Name => entry.indicator().parents.is_empty(),
        IdOrigin::Position => false,
    };
    (!is_number && identifies).then_some(own)
}

/// Whether somebody gave an indicator its id: it does not consist of the words of its name.
pub(super) fn is_given(entry: &Entry<'_>) -> bool {
    origin(entry.id(), entry.name()) == IdOrigin::Given
}

/// Where an id comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IdOrigin {
    Given,
    /// The words of the name.
    Name,
    /// The same with a number, or with the words of a parent before them.
    Position,
}

fn origin(id: &str, name: &str) -> IdOrigin {
    let words = slug(name);
    let is_below = |id: &str| {
        let parent = id.strip_suffix(words.as_str());
        parent.is_some_and(|parent| parent.is_empty() || parent.ends_with('-'))
    };
    let number = id.rsplit_once('-').filter(|(_, n)| n.bytes().all(|byte| byte.is_ascii_digit()));
    if words.is_empty() || id == words {
        IdOrigin::Name
    } else if is_below(id) || number.is_some_and(|(before, _)| is_below(before)) {
        IdOrigin::Position
    } else {
        IdOrigin::Given
    }
}

/// The normalized names of the parents.
pub(super) fn parents(entry: &Entry<'_>) -> Vec<String> {
    entry.indicator().parents.iter().map(|parent| key(parent)).collect()
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
