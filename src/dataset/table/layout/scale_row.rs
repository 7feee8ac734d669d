//! The row right below a header that has the maximum of each score: "(Điểm tối đa) | 70 | 30 | 100". It is no row of
//! the table: the maximum belongs to the heading of each column.

use crate::dataset::table::source::cell::{Cell, Row};
use crate::lexicon::heading::Heading;
use crate::lexicon::ranking::{self, scale_in};
use crate::lexicon::role::Role;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// Whether the only words of a row name the maximum of scores, above which there is a heading of scores.
pub(super) fn is_scale_row(row: &Row<'_>, headings: &[Heading]) -> bool {
    let mut words = row.filled_cells().filter(|(_, cell)| maximum(cell).is_none());
    let Some((_, name)) = words.next() else { return false };
    let is_score = |at: usize| {
        headings.get(at).is_some_and(|heading| ranking::is_of_scores(&heading.text, &heading.role))
    };
    words.next().is_none()
        && ranking::role(&name.shown()) == Some(Role::Scale)
        && row.filled_cells().any(|(at, cell)| maximum(cell).is_some() && is_score(at))
}

/// The headings with the maximum that the row has below each: "Tổng điểm · Điểm tối đa 100".
pub(super) fn with_scales(headings: Vec<Heading>, row: &Row<'_>) -> Vec<Heading> {
    let name = row.filled_cells().find(|(_, cell)| maximum(cell).is_none());
    let name = name.map_or_else(String::new, |(_, cell)| one_line(&cell.shown()));
    let name = name.trim_matches(['(', ')', ' ']);
    let with_scale = |(at, heading): (usize, Heading)| {
        let is_score = ranking::is_of_scores(&heading.text, &heading.role);
        match maximum(row.cell(at)).filter(|_| is_score && scale_in(&heading.text).is_none()) {
            Some(top) => Heading { text: format!("{} · {name} {top}", heading.text), ..heading },
            None => heading,
        }
    };
    headings.into_iter().enumerate().map(with_scale).collect()
}

/// The headings with the scale in a line above the table: "(Thang điểm 100)" says it of every score.
pub(super) fn with_scale_above<'a>(
    headings: Vec<Heading>,
    above: impl Iterator<Item = Row<'a>>,
) -> Vec<Heading> {
    let lines = above.filter(|row| row.filled() == 1);
    let scale = lines
        .filter_map(|row| row.filled_cells().next().map(|(_, cell)| one_line(&cell.shown())))
        .find_map(|line| scale_line(&line));
    let Some(scale) = scale else { return headings };
    let with_scale = |heading: Heading| {
        let is_score = ranking::is_of_scores(&heading.text, &heading.role);
        match is_score && scale_in(&heading.text).is_none() {
            true => Heading { text: format!("{} · {scale}", heading.text), ..heading },
            false => heading,
        }
    };
    headings.into_iter().map(with_scale).collect()
}

/// The scale that a line gives and nothing else, without its brackets.
fn scale_line(line: &str) -> Option<String> {
    let bare = line.trim_matches(['(', ')', ' ', '.']);
    let folded = fold(bare);
    let top = folded.strip_prefix("thang diem").or(folded.strip_prefix("diem toi da"))?;
    let top = top.trim_start_matches([':', ' ']);
    let is_number = !top.is_empty() && top.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| bare.to_owned())
}

/// The number in a cell, as it is written.
fn maximum(cell: &Cell<'_>) -> Option<String> {
    let text = match cell.number() {
        Some(value) => value.normalize().to_string(),
        None => cell.shown().trim().to_owned(),
    };
    let number = text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    number.then_some(text)
}
