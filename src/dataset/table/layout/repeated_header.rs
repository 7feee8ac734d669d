//! Headings that stand again where a page of a printed table begins: the table goes on behind them, with
//! the section and the numbering of the page before.

use std::ops::Range;

use super::header::Header;
use super::title::Caption;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::footer;
use crate::lexicon::role::Role;
use crate::text::fold::fold;

/// How many rows above are asked whether they end the table.
const LOOKED_AT: usize = 40;

/// The rows that headings further down take up, if a table goes on behind them: they are its own, and
/// nothing between ends it.
pub(in crate::dataset::table) fn goes_on(
    sheet: &Sheet<'_>,
    (headings, unit): (&Header, Option<&str>),
    again: &Header,
) -> Option<Range<usize>> {
    let texts = |headings: &Header| {
        headings.columns.iter().map(|heading| heading.text.clone()).collect::<Vec<_>>()
    };
    if texts(headings) != texts(again) {
        return None;
    }
    let caption = Caption::above(sheet, again.first, false);
    let of_page = caption.section.as_deref().is_none_or(is_of_page);
    let in_unit = caption.unit.is_none() || caption.unit.as_deref() == unit;
    let first = if caption.section.is_some() { caption.first } else { again.first };
    let above = first.saturating_sub(LOOKED_AT).max(headings.below)..first;
    let ended = sheet.range(above.clone()).any(|row| {
        row.filled() <= 2 && row.filled_cells().any(|(_, cell)| footer::ends_table(&cell.shown()))
    });
    let goes_on = of_page && in_unit && !ended && !begins_anew(sheet, headings, above, again.below);
    goes_on.then_some(first..again.below)
}

/// "Trang 2", "(tiếp theo)".
fn is_of_page(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    folded.ends_with("tiep theo")
        || folded.ends_with("continued")
        || ["trang ", "page "].iter().any(|page| folded.strip_prefix(page).is_some_and(number))
}

/// Whether the numbering begins with 1 again behind a numbered row: that is another table.
fn begins_anew(sheet: &Sheet<'_>, headings: &Header, above: Range<usize>, below: usize) -> bool {
    let Some(mark) = headings.column(&Role::Mark) else { return false };
    let number = |at: usize| {
        let text = sheet.get(at)?.cell(mark).shown().trim().trim_end_matches('.').to_owned();
        (!text.is_empty()).then(|| text.parse::<u32>().ok())
    };
    let before = above.rev().find_map(number).flatten();
    let behind = (below..sheet.len().min(below + LOOKED_AT)).find_map(number).flatten();
    before.is_some() && behind == Some(1)
}
