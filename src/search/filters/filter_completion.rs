//! Completes the filter at the end of a query: the beginning of a value to a whole one, a whole
//! one, if asked, to the next.

use std::collections::HashSet;

use super::filter_parser::{key_and_value, tokens};
use super::filter_words::{Key, is_percent, key, status_names};
use super::query_filter::QueryFilters;
use crate::model::Collection;
use crate::text::fold::fold;

/// The most values that are looked through, in the order of the files.
const MOST_VALUES: usize = 1_000;

impl QueryFilters {
    /// Returns the text that completes the filter at the end of a query, and the byte offset of
    /// what it replaces. After a whole value it is the next one if the query `goes_on` from a
    /// completion; a value that someone typed is meant.
    #[must_use]
    pub fn completion(
        query: &str,
        collection: &Collection,
        goes_on: bool,
    ) -> Option<(usize, String)> {
        completion(query, collection, goes_on)
    }
}

fn completion(query: &str, collection: &Collection, goes_on: bool) -> Option<(usize, String)> {
    let token = tokens(query).pop().filter(|token| token.end == query.len())?;
    let text = &query[token.clone()];
    if is_percent(&fold(text)) {
        return Some((token.start, format!("{text}<100")));
    }
    let (name, value) = match key_and_value(text) {
        Some((name, value)) => (name, value),
        // A whole key without its colon.
        None => (fold(text), ""),
    };
    let of_key = key(&name)?;
    let value = fold(value);
    let values: Vec<String> = match of_key {
        Key::Status => {
            let is_english = name == "status";
            status_names(is_english).map(str::to_owned).collect()
        }
        Key::Section => {
            let sections = collection.datasets().iter().flat_map(|dataset| dataset.sections.iter());
            distinct(sections.map(|section| &*section.name))
        }
        Key::Place => distinct(collection.datasets().iter().map(|dataset| dataset.place.name())),
        Key::Period => distinct(collection.datasets().iter().map(|dataset| &*dataset.period)),
    };
    let next = next_value(&values, &value, goes_on)?;
    let typed = text.split(':').next().unwrap_or(text);
    let quote = if next.contains(char::is_whitespace) { "\"" } else { "" };
    Some((token.start, format!("{typed}:{quote}{next}{quote}")))
}

/// The values of the files without doubles; white space in a value is one space, and quotes are left out.
fn distinct<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    let values = values.take(MOST_VALUES).map(|value| {
        let words: Vec<&str> = value.split_whitespace().collect();
        words.join(" ").replace('"', "")
    });
    values.filter(|value| !value.is_empty() && seen.insert(fold(value))).collect()
}

/// The first value that begins with what is typed, else that contains it; after a whole value the one that follows, if
/// the query goes on.
fn next_value<'a>(values: &'a [String], typed: &str, goes_on: bool) -> Option<&'a String> {
    if let Some(at) = values.iter().position(|value| fold(value) == typed) {
        return values.get((at + 1) % values.len()).filter(|_| goes_on);
    }
    let begins = |value: &&String| fold(value).starts_with(typed);
    let contains = |value: &&String| fold(value).contains(typed);
    values.iter().find(begins).or_else(|| values.iter().find(contains))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;

    #[test]
    fn completes_beginnings_and_goes_on_to_the_next() {
        let dataset = |place: &str| Dataset {
            place: place.into(),
            ..Dataset::of_names("Kinh tế", ["Lúa"])
        };
        let collection = Collection::new([dataset("Ba Bể"), dataset("Chợ Đồn")]);
        for (query, completed) in [
            ("x tt:", "x tt:vuot"),
            ("tt:k", "tt:khong-dat"),
            ("tt:khong-dat", "tt:dang-thuc-hien"),
            ("status:m", "status:met"),
            ("status:", "status:exceeded"),
            ("noi:", "noi:\"Ba Bể\""),
            ("noi:\"ba bể\"", "noi:\"Chợ Đồn\""),
            ("nơi:đồn", "nơi:\"Chợ Đồn\""),
            ("muc", "muc:\"Kinh tế\""),
            ("kh", "kh<100"),
        ] {
            let (at, text) = completion(query, &collection, true).unwrap();
            assert_eq!(format!("{}{text}", &query[..at]), completed);
        }
        for query in ["", "ngheo", "tt:xyz", "tt: ", "abc:"] {
            assert_eq!(completion(query, &collection, true), None, "{query}");
        }
        // What someone typed whole is complete.
        for query in ["tt:khong-dat", "noi:\"ba bể\""] {
            assert_eq!(completion(query, &collection, false), None, "{query}");
        }
    }
}
