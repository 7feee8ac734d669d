//! The units in the line above a header, alone or each above its columns: "Triệu USD" above "Vốn đăng ký cấp mới | Vốn
//! đăng ký điều chỉnh". With them, headings that name what is measured need no unit of their own.

use super::header_column::{Change, HeaderColumn};
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::is_count;
use crate::lexicon::role::Role;
use crate::lexicon::unit;

/// The units in the line above a row of headings.
pub(super) struct UnitsAbove(Vec<UnitAt>);

/// A unit and the first column that it is above, counted from 0.
struct UnitAt {
    column: usize,
    unit: String,
}

impl UnitsAbove {
    /// Those of the line above the row `at`, if it has nothing but units.
    pub(super) fn of_row(sheet: &Sheet, at: usize) -> Option<Self> {
        let row = sheet.get(at.checked_sub(1)?)?;
        let of_cell = |(column, unit)| Some(UnitAt { column, unit: unit? });
        let cells =
            row.filled_cells().map(|(column, cell)| (column, unit::above_table(&cell.shown())));
        let units: Vec<UnitAt> = cells.map(of_cell).collect::<Option<_>>()?;
        // "Tấn, triệu USD" does not say which unit is that of which column.
        let are_plain = units.iter().all(|at| unit::is_unit(&at.unit));
        (are_plain && !units.is_empty()).then_some(Self(units))
    }

    /// The unit of a column. One that is alone is that of all: it is written at the right end of the table.
    fn over(&self, column: usize) -> Option<&str> {
        let own = match &self.0[..] {
            [only] => Some(only),
            several => several.iter().rev().find(|at| at.column <= column),
        };
        own.map(|at| at.unit.as_str())
    }

    /// The changes that give the columns their units.
    pub(super) fn to_columns(&self, columns: &[HeaderColumn]) -> Vec<Change> {
        let unit = |at: usize| self.over(at).map(str::to_owned);
        let is_open = |column: &HeaderColumn| {
            column.profile.are_figures()
                && is_open(&column.heading, &column.role, column.unit.as_deref())
        };
        let open = columns.iter().enumerate().filter(|(_, column)| is_open(column));
        open.map(|(at, _)| Change::Unit(at, unit(at))).collect()
    }

    /// Gives the headings right of the names their units.
    pub(super) fn give_to(&self, headings: &mut [Heading], names: usize) {
        for (at, heading) in headings.iter_mut().enumerate().skip(names + 1) {
            if is_open(&heading.text, &heading.role, heading.unit.as_deref()) {
                heading.unit = self.over(at).map(str::to_owned);
            }
        }
    }
}

/// Whether a heading names what may be in the unit above it: what is counted is not.
fn is_open(heading: &str, role: &Role, unit: Option<&str>) -> bool {
    *role == Role::Unknown && unit.is_none() && !heading.trim().is_empty() && !is_count(heading)
}
