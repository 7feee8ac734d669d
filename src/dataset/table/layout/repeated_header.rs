//! The header repeated at the top of each page of a printed table: the table continues below it, with the
//! section and the numbering of the page before.

use std::ops::Range;

use super::header::Header;
use super::titles::caption::Caption;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::footer;
use crate::lexicon::role::Role;
use crate::text::fold::fold;

/// The number of rows above a header that are searched for the end of the table.
const SEARCHED_ROWS: usize = 40;

/// The rows of a repeated header, with its caption, if the same table continues below them; otherwise `None`.
pub(crate) fn continues(
    sheet: &Sheet<'_>,
    (header, unit): (&Header, Option<&str>),
    repeated: &Header,
) -> Option<Range<usize>> {
    let texts = |header: &Header| {
        header.columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>()
    };
    if texts(header) != texts(repeated) {
        return None;
    }
    let caption = Caption::above(sheet, repeated.first);
    let names_slice = caption.title.place.is_some() || caption.title.known_period.is_some();
    // "45. (Tiếp theo) Số cơ sở y tế", with the same title as above the first header.
    let own = || Caption::above(sheet, header.first).section;
    let is_same = |section: &str| own().is_none_or(|own| fold(&own) == fold(section));
    let is_continued = caption.continues && caption.section.as_deref().is_none_or(is_same);
    let of_page =
        caption.section.as_deref().is_none_or(is_page_note) && !names_slice || is_continued;
    let in_unit = caption.unit.is_none() || caption.unit.as_deref() == unit;
    let first =
        if caption.section.is_some() || caption.continues { caption.first } else { repeated.first };
    let above = first.saturating_sub(SEARCHED_ROWS).max(header.below)..first;
    let ended = sheet.range(above.clone()).any(|row| {
        row.filled() <= 2 && row.filled_cells().any(|(_, cell)| footer::ends_table(&cell.shown()))
    });
    let continues = of_page && in_unit && !ended && !restarts(sheet, header, above, repeated.below);
    continues.then_some(first..repeated.below)
}

/// Whether a text belongs to a page: "Trang 2", "(tiếp theo)".
fn is_page_note(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    folded.ends_with("tiep theo")
        || folded.ends_with("continued")
        || ["trang ", "page "].iter().any(|page| folded.strip_prefix(page).is_some_and(number))
}

/// Whether the numbering restarts at 1 after a numbered row, as in another table.
fn restarts(sheet: &Sheet<'_>, header: &Header, above: Range<usize>, below: usize) -> bool {
    let Some(marker) = header.column(&Role::Marker) else { return false };
    let number = |at: usize| {
        let text = sheet.get(at)?.cell(marker).shown().trim().trim_end_matches('.').to_owned();
        (!text.is_empty()).then(|| text.parse::<u32>().ok())
    };
    let before = above.rev().find_map(number).flatten();
    let after = (below..sheet.len().min(below + SEARCHED_ROWS)).find_map(number).flatten();
    before.is_some() && after == Some(1)
}
