//! Exports of FAOSTAT, whose indicators have their names in two columns: what is produced, and what is measured of it.
//!
//! ```text
//! Area Code (M49) | Area     | Element        | Item | Year | Unit | Value
//! 704             | Viet Nam | Area harvested | Rice | 2022 | ha   | 7100000
//! 704             | Viet Nam | Production     | Rice | 2022 | t    | 42600000
//! ```

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::source::sheet::{Rows, Sheet};
use crate::lexicon::phrases::key;

/// The headings that such an export has.
const HEADINGS: [&str; 5] = ["area", "element", "item", "year", "value"];

/// What a column of the export becomes.
enum Kept {
    /// A column of one name: "Rice – Production".
    Name,
    /// The same column, by another heading.
    As(&'static str),
    Same,
}

/// The sheet with one column of names, and without the columns of codes; `None` if it is no such export.
pub(super) fn in_names<'s>(sheet: &'s Sheet<'_>, header: &Header) -> Option<Sheet<'s>> {
    let headings: Vec<String> =
        header.columns.iter().map(|column| key(column.heading.trim())).collect();
    let column = |name: &str| headings.iter().position(|heading| heading == name);
    let is_export = HEADINGS.iter().all(|name| column(name).is_some());
    if !is_export || !sheet.merges.is_empty() || header.below != header.first + 1 {
        return None;
    }
    let (item, element) = (column("item")?, column("element")?);
    let kept = |(at, heading): (usize, &String)| match heading.as_str() {
        "item" => Some((at, Kept::Name)),
        "months" => Some((at, Kept::As("Month"))),
        "flag description" => Some((at, Kept::As("Note"))),
        "element" | "flag" => None,
        heading if heading.split(' ').any(|word| word == "code") => None,
        _ => Some((at, Kept::Same)),
    };
    let columns: Vec<(usize, Kept)> = headings.iter().enumerate().filter_map(kept).collect();
    let rows = sheet.range(0..sheet.len()).enumerate().map(|(at, row)| {
        let cell = |(column, kept): &(usize, Kept)| match kept {
            Kept::Name if at == header.first => Cell::text("Indicator"),
            Kept::Name if at > header.first => named(row.cell(item), row.cell(element)),
            Kept::As(heading) if at == header.first => Cell::text(*heading),
            Kept::Name | Kept::As(_) | Kept::Same => row.cell(*column).clone(),
        };
        let cells = columns.iter().map(cell).collect();
        Row { line: row.line, start: row.start, cells: Cells::Owned(cells) }
    });
    let rows = Rows::Cells(rows.collect());
    Some(Sheet { name: sheet.name.clone(), hidden: sheet.hidden, ..Sheet::of(rows) })
}

/// The name of an indicator. "Value" says nothing about what is measured.
fn named<'s>(item: &Cell<'s>, element: &Cell<'_>) -> Cell<'s> {
    let measured = element.shown();
    match measured.trim() {
        "" | "Value" => item.clone(),
        measured => Cell::text(format!("{} – {measured}", item.shown().trim())),
    }
}
