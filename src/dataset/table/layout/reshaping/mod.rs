//! Sheets that do not have one table with a row for each indicator, as sheets that have.
//!
//! Headers show which sheets these are, so that a header is found before and after. What follows sees the results only:
//! sheets, and the first header of each.

mod items_and_elements;
mod kinds_in_rows;
mod place_sheets;
mod plan_rows;
mod table_to_the_right;
mod two_sides;

use crate::dataset::SheetProblem;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::table::layout::header::{self, Header};
use crate::dataset::table::layout::titles::sheet_name::SheetName;
use crate::dataset::table::source::location::Locator;
use crate::dataset::table::source::sheet::Sheet;
use crate::text::one_line::one_line;

/// A sheet of a file with what shows whether its table is read.
#[derive(Debug)]
pub(crate) struct SheetWithHeader<'t> {
    pub(crate) sheet: Sheet<'t>,
    /// What the name of the sheet says, next to those of the others.
    pub(crate) name: SheetName,
    /// The first header; `None` if there is no table.
    pub(crate) header: Option<Header>,
}

/// The sheets of a file with their first headers. A second table to the right of a first one is reported, and cut off.
pub(crate) fn with_first_headers<'t>(
    sheets: Vec<Sheet<'t>>,
    locator: Locator<'_>,
    collector: &mut Collector,
) -> Vec<SheetWithHeader<'t>> {
    let sheets = sheets.into_iter().map(|sheet| first_table(sheet, locator, collector));
    let sheets: Vec<_> = sheets.collect();
    let of_places = place_sheets::of_places(&sheets);
    let with_name = |(at, (sheet, header)): (usize, (Sheet<'t>, Option<Header>))| {
        let name = SheetName::of(sheet.name.as_deref());
        let name = match sheet.name.as_deref().filter(|_| of_places.contains(&at)) {
            Some(place) if name.place.is_none() => SheetName::of_place(place),
            _ => name,
        };
        SheetWithHeader { sheet, name, header }
    };
    sheets.into_iter().enumerate().map(with_name).collect()
}

/// A sheet with its first header, and without a second table to the right of the first.
fn first_table<'t>(
    sheet: Sheet<'t>,
    locator: Locator<'_>,
    collector: &mut Collector,
) -> (Sheet<'t>, Option<Header>) {
    let Some(header) = header::find(&sheet, 0) else { return (sheet, None) };
    let Some(second) = table_to_the_right::find(&sheet, &header) else {
        return (sheet, Some(header));
    };
    let heading = one_line(&header.columns[second.column].heading);
    let headings = sheet.row(header.first);
    let location = locator.location(&sheet, &headings, second.column, heading.clone());
    let sheet = sheet.cut_from(Some((second.row, second.gap)));
    // Without the columns of the second, there may be no table.
    let Some(own) = header::find(&sheet, 0) else { return (sheet.cut_from(None), Some(header)) };
    collector.report(SheetProblem::TableToTheRight { heading }, || location);
    (sheet, Some(own))
}

/// The sheet with a row for each indicator and its first header, where the rows of a sheet are not: plans and results
/// below each other, kinds of values as rows, two sides of a form next to each other, names in two columns.
pub(crate) fn reshaped<'s>(sheet: &'s Sheet<'_>, header: &Header) -> Option<(Sheet<'s>, Header)> {
    let reshaped = plan_rows::in_columns(sheet, header)
        .or_else(|| kinds_in_rows::in_columns(sheet, header))
        .or_else(|| two_sides::stacked(sheet, header))
        .or_else(|| items_and_elements::in_names(sheet, header))?;
    let header = header::find(&reshaped, 0)?;
    Some((reshaped, header))
}
