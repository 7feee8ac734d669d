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

/// The names of statuses without accents.
const STATUSES: [(&str, Status); 10] = [
    ("vuot", Status::Exceeded),
    ("dat", Status::Met),
    ("khong-dat", Status::Missed),
    ("dang-thuc-hien", Status::InProgress),
    ("khong-danh-gia", Status::NotAssessed),
    ("exceeded", Status::Exceeded),
    ("met", Status::Met),
    ("missed", Status::Missed),
    ("in-progress", Status::InProgress),
    ("not-assessed", Status::NotAssessed),
];

pub(super) fn key(name: &str) -> Option<Key> {
    KEYS.iter().find(|(own, _)| *own == name).map(|(_, key)| *key)
}

pub(super) fn is_percent(name: &str) -> bool {
    PERCENT.contains(&name)
}

pub(super) fn status(name: &str) -> Option<Status> {
    STATUSES.iter().find(|(own, _)| *own == name).map(|(_, status)| *status)
}

/// The names of statuses, of one language first as the key is.
pub(super) fn status_names(is_english: bool) -> impl Iterator<Item = &'static str> {
    let (vietnamese, english) = STATUSES.split_at(STATUSES.len() / 2);
    let ordered = if is_english { [english, vietnamese] } else { [vietnamese, english] };
    ordered.into_iter().flatten().map(|(name, _)| *name)
}
