//! The words of filters: keys, and the names of statuses.

use crate::model::Status;

/// The key of a filter with a value after a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Status,
    Section,
    Period,
    Place,
}

/// The names of keys without accents; the first of each key is its Vietnamese one.
const KEYS: [(&str, Key); 10] = [
    ("tt", Key::Status),
    ("trangthai", Key::Status),
    ("status", Key::Status),
    ("muc", Key::Section),
    ("section", Key::Section),
    ("ky", Key::Period),
    ("period", Key::Period),
    ("noi", Key::Place),
    ("place", Key::Place),
    ("dia-phuong", Key::Place),
];

/// The names of the percent of plan.
const PERCENT: [&str; 2] = ["kh", "plan"];

pub(super) fn key(name: &str) -> Option<Key> {
    KEYS.iter().find(|(own, _)| *own == name).map(|(_, key)| *key)
}

pub(super) fn is_percent(name: &str) -> bool {
    PERCENT.contains(&name)
}

/// Whether more letters can make it the name of a status.
pub(super) fn is_start_of_status(typed: &str) -> bool {
    let aliases = Status::ALL.into_iter().flat_map(|status| status.aliases().iter().copied());
    status_names(false).chain(aliases).any(|name| name.starts_with(typed))
}

/// The status of a name in either language, with "-" or "_" between its words.
pub(super) fn status(name: &str) -> Option<Status> {
    let spelled = [name.replace('_', "-"), name.replace('-', "_")];
    let is_said = |own: &str| spelled.iter().any(|spelled| spelled == own);
    let is_named = |status: &Status| {
        let names = [status.vietnamese_name(), status.name()];
        names.iter().chain(status.aliases()).any(|own| is_said(own))
    };
    Status::ALL.into_iter().find(is_named)
}

/// The names of statuses, of one language first as the key is.
pub(super) fn status_names(is_english: bool) -> impl Iterator<Item = &'static str> {
    let vietnamese = Status::ALL.map(Status::vietnamese_name);
    let english = Status::ALL.map(Status::name);
    let ordered = if is_english { [english, vietnamese] } else { [vietnamese, english] };
    ordered.into_iter().flatten()
}
