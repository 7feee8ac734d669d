//! Recognises a row of a header that goes on with the texts of the row above, cell by cell, as offices write headings
//! without breaking the lines within a cell:
//!
//! ```text
//! | Thực hiện | Ước tính | Tháng 11
//! | tháng 10  | tháng 11 | so với cùng
//! | năm       | năm      | kỳ năm
//! | 2024      | 2024     | trước (%)
//! ```

use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::{Merge, Sheet};
use crate::lexicon::heading::Heading;
use crate::lexicon::period_words::{names_a_part, year};
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::lexicon::unit;

/// The most rows that one heading is cut into.
pub(super) const MOST_ROWS: usize = 8;

/// The last words of a text that cannot end a heading: "so với", "so với cùng", over "kỳ năm trước (%)".
const OPEN_ENDS: [&str; 2] = ["voi", "cung"];

/// Whether the row `at` goes on with the texts of the row above it: each of its cells is below a
/// cell of its own and begins no text, and at least one, other than below the heading of the names,
/// is no text by itself. Left of them may be headings of one line: "TT | Chỉ tiêu".
pub(super) fn goes_on(sheet: &Sheet, at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| sheet.row(above)) else { return false };
    let Some(row) = sheet.get(at).filter(|row| row.line == above.line + 1) else { return false };
    if spans(&sheet.merges, &above) || spans(&sheet.merges, &row) {
        return false;
    }
    let Some((first, _)) = row.filled_cells().find(|(at, _)| !above.cell(*at).is_empty()) else {
        return false;
    };
    let is_short = |text: &str| Heading::of(text).role != Role::Unknown;
    let (mut rests, mut follow) = (0, true);
    // "a) Thu nội địa" below "Chỉ tiêu" is a row without values.
    let is_name = |text: &str| matches!(Heading::of(text).role, Role::Name | Role::Marker);
    for (column, cell) in row.filled_cells() {
        let over = above.cell(column).shown();
        match Piece::of(&over, &cell.shown()) {
            Piece::Rest => rests += usize::from(!is_name(&over)),
            Piece::Either => {}
            Piece::Whole => follow &= column < first && is_short(&cell.shown()),
        }
    }
    follow && rests > 0
}

/// Adds a text of a row that goes on to the levels of a heading.
pub(super) fn add(levels: &mut Vec<String>, text: String) {
    let is_level = text == "%" || !text.starts_with('(') && unit::alone(&text).is_some();
    match levels.last_mut() {
        Some(last) if !is_level || Piece::of(last, &text) == Piece::Rest => {
            last.push(' ');
            last.push_str(&text);
        }
        _ => levels.push(text),
    }
}

/// Whether a cell is merged over several columns of a row: those below it are levels.
fn spans(merges: &[Merge], row: &Row) -> bool {
    let mut over = merges.iter().filter(|m| m.rows.0 <= row.line && row.line <= m.rows.1);
    over.any(|merge| merge.columns.0 < merge.columns.1)
}

/// How a text relates to the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// It begins a text of its own, or there is no text above.
    Whole,
    /// It may be the rest of the text above, or a level of its own: "(Tỷ đồng)".
    Either,
    /// It is the rest of the text above.
    Rest,
}

impl Piece {
    fn of(above: &str, text: &str) -> Self {
        let (over, own) = (key(above), key(text));
        let last = over.rsplit(' ').next().unwrap_or_default();
        if over.is_empty() {
            return Self::Whole;
        }
        if OPEN_ENDS.contains(&last) {
            return Self::Rest;
        }
        let is_year = own.len() == 4 && year(&own).is_some();
        // "2024" below "tháng 10", "năm" below it; below "Kế hoạch" they are levels.
        if is_year || own == "nam" {
            let is_dated = is_year && last == "nam" || names_a_part(&over);
            return if is_dated { Self::Rest } else { Self::Whole };
        }
        // "11 tháng" next to "tháng 11".
        let is_span = names_a_part(&own) && text.starts_with(|c: char| c.is_ascii_digit());
        if is_span || text.starts_with(['(', '%']) || unit::is_unit(text) {
            return Self::Either;
        }
        if text.starts_with(char::is_lowercase) { Self::Rest } else { Self::Whole }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_or_begins_again() {
        for (above, text, piece) in [
            ("Thực hiện", "tháng 10", Piece::Rest),
            ("tháng 10", "năm", Piece::Rest),
            ("năm", "2024", Piece::Rest),
            ("so với cùng", "kỳ năm trước (%)", Piece::Rest),
            ("Tháng 3 so với", "Tháng 2", Piece::Rest),
            ("năm 2024", "(Tỷ đồng)", Piece::Either),
            ("Lượng", "nghìn tấn", Piece::Either),
            ("Kế hoạch", "2024", Piece::Whole),
            ("Tổng số", "Nam", Piece::Whole),
            ("", "năm trước", Piece::Whole),
            ("Số vụ", "15", Piece::Whole),
        ] {
            assert_eq!(Piece::of(above, text), piece, "{above} / {text}");
        }
    }
}
