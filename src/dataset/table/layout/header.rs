//! The header of a table: its rows, and the role of each column.
//!
//! ```text
//!            PHỤ LỤC I …                                          ← title lines
//! TT | Chỉ tiêu | ĐVT | Năm 2024      | So sánh (%)     | Ghi chú  ← header …
//!    |          |     | KH    | ƯTH   | UTH/KH | UTH/CK |          ← … of two rows
//! A  | B        | 1   | 2     | 3     | 4=3/2  | 5      | 6        ← numbering row
//! I  | KINH TẾ  |     |       |       |        |        |          ← body
//! ```
//!
//! [`levels`] finds its rows in the sheet. [`Header::decide`] decides the roles from the headings and the profiles of
//! the columns below them, without the sheet: it starts with the roles that the words of the headings suggest, and
//! applies corrections in order, each of which sees what the ones before it changed. The corrections are
//! [`CORRECTIONS`], then those that depend on what the rows are, on the column of the names, and on the numbering row.

use super::class_columns;
use super::column_profile::{ColumnProfile, Sample};
use super::corrections::measure_columns;
use super::corrections::role_corrections::CORRECTIONS;
use super::corrections::unnamed_values;
use super::header_column::{Change, HeaderColumn, corrected};
use super::header_rows::{Levels, levels};
use super::name_heading;
use super::name_heading::LEFT_OF_NAMES;
use super::numbering_row;
use super::numbering_row::Formula;
use super::place_columns;
use super::row_axes::{RowAxes, RowKind};
use super::titles::title::Title;
use super::titles::title_base;
use super::titles::title_subject::TitleSubject;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::role::Role;

/// The number of rows that are searched for a header.
const SEARCHED_ROWS: usize = 80;

/// The header of a table. Rows and columns are counted from 0.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    /// The columns with a heading, in order.
    pub(crate) columns: Vec<HeaderColumn>,
    /// The columns that contain names; more than one where each level has a column of its own.
    pub(crate) names: Vec<usize>,
    /// What the rows are, and the columns that name their place and period.
    pub(crate) axes: RowAxes,
    /// The index of the first row of the header.
    pub(crate) first: usize,
    /// The index of the first row below the header and the numbering row.
    pub(crate) below: usize,
    /// Columns that repeat the heading and role of an earlier one.
    pub(crate) repeated: Vec<Repeated>,
    /// The formulas in the numbering row.
    pub(crate) formulas: Vec<Formula>,
}

/// A column with the heading and role of an earlier one. Columns are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Repeated {
    /// The earlier column.
    pub(crate) first: usize,
    pub(crate) column: usize,
}

impl Header {
    /// Decides the role of each column by its heading and by what is below it; there is one profile for each
    /// heading; the title says whether rows that are places are of one indicator. `None` if no column contains names.
    pub(crate) fn decide(
        levels: Levels,
        profiles: Vec<ColumnProfile>,
        title: &TitleSubject,
    ) -> Option<Self> {
        let Levels { first, rows, headings, merged, numbering } = levels;
        let columns = HeaderColumn::all(headings, profiles);
        // What the title says about all headings, before anything is made of them.
        let columns = if title.compares { corrected(columns, title_base::bases) } else { columns };
        let columns = CORRECTIONS.iter().fold(columns, corrected);
        // What the rows are is seen next to the values, and makes columns of indicators values.
        let (axes, roles) = RowAxes::of(&columns, title);
        let columns = corrected(columns, |_| roles);
        // Where the rows are indicators, the columns may be of several places, or else of several classes, or
        // else measures of what the rows name.
        let columns = match axes.rows {
            RowKind::Indicators => {
                let places_or_classes =
                    |columns: &[HeaderColumn]| places_or_classes(columns, title);
                corrected(corrected(columns, places_or_classes), measure_columns::measures)
            }
            RowKind::Periods => {
                corrected(columns, |columns| place_columns::of_periods(columns, title))
            }
            RowKind::Places => columns,
        };
        let columns =
            if title.plans { corrected(columns, unnamed_values::plans_of_title) } else { columns };
        // The names are left of the first value, and what is left of the names is no value.
        let name = name_heading::find(&columns)?;
        let columns = corrected(columns, |_| vec![Change::Role(name, Role::Name)]);
        let columns = LEFT_OF_NAMES.iter().fold(columns, corrected);
        // A formula says more about a comparison than its heading, once the roles of its operands are final.
        let formulas = numbering.as_deref().map(numbering_row::formulas).unwrap_or_default();
        let columns = corrected(columns, |columns| numbering_row::comparisons(&formulas, columns));
        // Roles are final: what has the same one twice has none.
        let repeated = repeated(&columns);
        let without_role = |repeated: &Repeated| Change::Role(repeated.column, Role::Unknown);
        let columns = corrected(columns, |_| repeated.iter().map(without_role).collect());
        let is_filled = |repeated: &Repeated| !columns[repeated.column].profile.is_empty;
        let repeated = repeated.into_iter().filter(is_filled).collect();
        let names = name_heading::all(name, &merged, &columns);
        Some(Self { columns, names, axes, first, below: rows.start, repeated, formulas })
    }

    /// The columns whose role satisfies a condition.
    pub(crate) fn all(&self, wanted: impl Fn(&Role) -> bool) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| wanted(&column.role)).map(|(at, _)| at)
    }

    /// The columns of plans and actuals.
    pub(crate) fn values(&self) -> Vec<usize> {
        self.all(|role| matches!(role, Role::Plan(_) | Role::Actual(_))).collect()
    }

    /// The first column with a role.
    pub(crate) fn column(&self, role: &Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == *role)
    }
}

/// Finds the first header at or below the row `from`.
pub(crate) fn find(sheet: &Sheet, from: usize) -> Option<Header> {
    find_under(sheet, from, &TitleSubject::default())
}

/// Finds the first header at or below the row `from`; `caption` is what the lines above that row are about.
pub(super) fn find_under(sheet: &Sheet, from: usize, caption: &TitleSubject) -> Option<Header> {
    let until = sheet.len().min(from.saturating_add(SEARCHED_ROWS));
    let mut sample = Sample::new(sheet, from);
    (from..until).find_map(|at| {
        let levels = levels(sheet, at, from, &mut sample)?;
        let profiles = sample.profiles(levels.rows.clone(), levels.headings.len());
        let above = Title::of(sheet, from..levels.first).subject;
        let title = if levels.first > from { &above } else { caption };
        Header::decide(levels, profiles, title)
    })
}

/// The places of the columns, or else their classes.
fn places_or_classes(columns: &[HeaderColumn], title: &TitleSubject) -> Vec<Change> {
    let places = place_columns::places(columns, title);
    if places.is_empty() { class_columns::classes(columns) } else { places }
}

/// The columns of values and units that repeat the heading and role of an earlier column: nothing says which of the
/// two is right.
fn repeated(columns: &[HeaderColumn]) -> Vec<Repeated> {
    let repeated = |column: usize| {
        let own = &columns[column];
        let single = own.is_plan_or_actual() || own.role == Role::Unit;
        let is_same =
            |earlier: &HeaderColumn| earlier.heading == own.heading && earlier.role == own.role;
        let first = columns[..column].iter().position(is_same).filter(|_| single)?;
        Some(Repeated { first, column })
    };
    (1..columns.len()).filter_map(repeated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::comparison::Comparison;
    use crate::lexicon::heading::Heading;

    /// The header of columns that are each a heading and the cells below it.
    fn decided(columns: &[(&str, &[&str])], numbering: Option<&[&str]>) -> Option<Header> {
        let headings = columns.iter().map(|(heading, _)| Heading::of(heading)).collect();
        let numbering = numbering.map(|texts| texts.iter().map(|t| (*t).to_owned()).collect());
        let levels = Levels { first: 0, rows: 2..9, headings, merged: Vec::new(), numbering };
        let profiles: Vec<ColumnProfile> =
            columns.iter().map(|(_, cells)| ColumnProfile::of_texts(cells)).collect();
        Header::decide(levels, profiles, &TitleSubject::default())
    }

    fn roles(columns: &[(&str, &[&str])]) -> Vec<Role> {
        let header = decided(columns, None).unwrap();
        header.columns.into_iter().map(|column| column.role).collect()
    }

    const NAMES: &[&str] = &["Tỷ lệ hộ nghèo", "Thu ngân sách", "Trồng rừng mới"];

    #[test]
    fn finds_names_below_a_heading_that_does_not_say_so() {
        let header = decided(&[("Xã, phường", NAMES), ("Thực hiện", &["5", "7"])], None).unwrap();
        assert_eq!(header.names, [0]);
        assert!(decided(&[("Mã", &["1", "2"]), ("Thực hiện", &["5", "7"])], None).is_none());
    }

    #[test]
    fn a_heading_over_two_columns_belongs_to_the_filled_one() {
        let found = roles(&[("Chỉ tiêu", NAMES), ("Kế hoạch", &[]), ("Kế hoạch", &["5", "7"])]);
        assert!(matches!(found[..], [Role::Name, Role::Unknown, Role::Plan(_)]), "{found:?}");
    }

    #[test]
    fn a_plan_over_offices_is_none() {
        let offices = &["Sở Y tế", "Sở Công Thương", "Sở Xây dựng"];
        let found = roles(&[("Chỉ tiêu", NAMES), ("Thực hiện", &["5"]), ("Kế hoạch", offices)]);
        assert_eq!(found[2], Role::Unknown);
    }

    #[test]
    fn numbers_left_of_names_are_markers() {
        let found = roles(&[("", &["1", "2", "3"]), ("Chỉ tiêu", NAMES), ("TH", &["5", "7"])]);
        assert_eq!(found[0], Role::Marker);
    }

    #[test]
    fn the_second_of_two_equal_headings_has_no_role() {
        let numbers = &["5", "7"];
        let columns = [("Chỉ tiêu", NAMES), ("KH", numbers), ("ĐVT", &["%"]), ("KH", numbers)];
        let header = decided(&columns, None).unwrap();
        assert_eq!(header.repeated, [Repeated { first: 1, column: 3 }]);
        assert_eq!(header.columns[3].role, Role::Unknown);
    }

    #[test]
    fn a_formula_decides_what_is_compared() {
        let numbers = &["5", "7"];
        let columns =
            [("Chỉ tiêu", NAMES), ("KH", numbers), ("TH", numbers), ("Tỷ lệ", &["140"][..])];
        let header = decided(&columns, Some(&["A", "1", "2", "3=2/1"])).unwrap();
        assert_eq!(header.formulas, [Formula { result: 3, left: 2, right: 1 }]);
        assert_eq!(header.columns[3].role, Role::Comparison(Comparison::Plan));
    }
}
