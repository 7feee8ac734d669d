//! Finds the school, the hospital or the company that a table is of, on a line of its own above the title: "TRƯỜNG THPT
//! NGUYỄN TRÃI".

use crate::lexicon::institution::institution;

/// The institution that one of several lines consists of; a line alone is what the table is about.
pub(super) fn of_lines(lines: &[String]) -> Option<String> {
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let first = filled.clone().take(2).find_map(|line| institution(line))?;
    (filled.count() > 1).then_some(first)
}
