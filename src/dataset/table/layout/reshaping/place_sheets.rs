//! Sheets that are of a place each, though their names do not say so by themselves: "Đồng Hỷ" and
//! "Võ Nhai" with the same rows below the same headings.

use std::collections::HashSet;

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::titles::sheet_name::SheetName;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::heading::Heading;
use crate::lexicon::place::{is_class, is_field, is_whole, may_be_place};
use crate::lexicon::role::Role;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The most rows of a sheet that are compared.
const MOST_ROWS: usize = 60;

/// Which sheets of a workbook are of a place each, of sheets with their first headers.
pub(super) fn of_places(sheets: &[(Sheet<'_>, Option<Header>)]) -> HashSet<usize> {
    let mut open: Vec<(usize, Rows)> = Vec::new();
    for (at, (sheet, header)) in sheets.iter().enumerate() {
        let may_be = sheet.name.as_deref().is_some_and(may_be_of_place);
        open.extend(header.as_ref().filter(|_| may_be).map(|own| (at, Rows::of(sheet, own))));
    }
    let is_like_another = |(at, own): &&(usize, Rows)| {
        open.iter().any(|(other, rows)| other != at && own.is_like(rows))
    };
    open.iter().filter(is_like_another).map(|(at, _)| *at).collect()
}

/// Whether a name has the form of a name of a place, and is no other word that a sheet is named by.
fn may_be_of_place(name: &str) -> bool {
    let name = one_line(name);
    SheetName::of(Some(&name)).period.is_none()
        && may_be_place(&name)
        && Heading::of(&name).role == Role::Unknown
        && !is_class(&name)
        && !is_whole(&name)
        && !is_field(&name)
}

/// The headings of a sheet and the names of its rows, folded.
struct Rows {
    headings: Vec<String>,
    names: HashSet<String>,
}

impl Rows {
    fn of(sheet: &Sheet<'_>, header: &Header) -> Self {
        let headings = header.columns.iter().map(|column| fold(&one_line(&column.heading)));
        let column = header.names.last().copied().unwrap_or_default();
        let rows = sheet.range(header.below..sheet.len().min(header.below + MOST_ROWS));
        let names = rows.map(|row| fold(&one_line(&row.cell(column).shown())));
        let names = names.filter(|name| !name.is_empty()).collect();
        Self { headings: headings.collect(), names }
    }

    /// Whether both have the same headings, and most rows.
    fn is_like(&self, other: &Self) -> bool {
        let common = self.names.intersection(&other.names).count();
        let fewer = self.names.len().min(other.names.len());
        self.headings == other.headings && common > 0 && common * 2 > fewer
    }
}
