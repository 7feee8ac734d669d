//! Finds columns that are of one class each: "Tổng số | Nam | Nữ". Their values are those of the row, and of its parts.

use std::sync::Arc;

use super::header_column::{Change, HeaderColumn};
use crate::lexicon::heading::Heading;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{is_all_classes, is_class};
use crate::lexicon::role::Role;
use crate::text::one_line::one_line;

/// Gives the headings of classes the role of results, if nothing else in the row of headings is a
/// plan or a result: "Nữ" next to "Kế hoạch" and "Thực hiện" may be a part of either.
pub(super) fn with_results(headings: Vec<Heading>) -> Vec<Heading> {
    let is_split = |heading: &&Heading| {
        let text = &heading.text;
        heading.role == Role::Unknown && (class(text).is_some() || is_all_classes(last(text)))
    };
    let is_result = |heading: &Heading| matches!(heading.role, Role::Plan(_) | Role::Actual(_));
    let split = headings.iter().filter(is_split);
    let classes = split.clone().filter(|heading| class(&heading.text).is_some()).count();
    if classes == 0 || split.count() < 2 || headings.iter().any(is_result) {
        return headings;
    }
    let with_result = |heading: Heading| {
        if !is_split(&&heading) {
            return heading;
        }
        let above = heading.text.rsplit_once(" · ").map_or("", |(above, _)| above);
        let role = Role::Actual(HeadingPeriod::of(&key(above)));
        Heading { role, ..heading }
    };
    headings.into_iter().map(with_result).collect()
}

/// The classes of columns of results; none for that of all classes, and where there are no classes.
pub(super) fn classes(columns: &[HeaderColumn]) -> Vec<Change> {
    let class = |(at, column): (usize, &HeaderColumn)| {
        Some(Change::Class(at, Arc::from(class_of_result(&column.heading, &column.role)?)))
    };
    columns.iter().enumerate().filter_map(class).collect()
}

/// The class in the heading of a column of results.
pub(super) fn class_of_result(heading: &str, role: &Role) -> Option<String> {
    matches!(role, Role::Actual(_)).then(|| class(heading)).flatten()
}

fn class(heading: &str) -> Option<String> {
    let last = last(heading);
    // "Trong đó: Nữ"
    let own = last.split_once(':').map_or(last, |(_, own)| own).trim();
    let own = own.strip_prefix("Trong đó").unwrap_or(own).trim();
    is_class(own).then(|| one_line(own))
}

fn last(heading: &str) -> &str {
    heading.rsplit(" · ").next().unwrap_or_default()
}
