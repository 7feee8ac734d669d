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
//! [`levels`] finds its rows in the sheet; [`Header::decide`] decides the roles from the headings and the
//! profiles of the columns below them, without the sheet.

use std::sync::Arc;

use super::class_columns;
use super::column_profile::{ColumnProfile, Sample};
use super::header_rows::{Levels, levels};
use super::role_corrections::{by_contents, find_sums};
use super::row_axes::{RowAxes, RowKind};
use super::title::Title;
use super::title_subject::TitleSubject;
use super::{name_heading, numbering_row, place_columns, score_columns};
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::role::{Heading, Role};

/// The number of rows that are searched for a header.
const SEARCHED_ROWS: usize = 80;

/// The header of a table. Rows and columns are counted from 0.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) struct Header {
    /// The heading of each column, in order.
    pub(in crate::dataset::table) columns: Vec<Heading>,
    /// What each column contains below the header.
    pub(in crate::dataset::table) profiles: Vec<ColumnProfile>,
    /// The columns that contain names; more than one where each level has a column of its own.
    pub(in crate::dataset::table) names: Vec<usize>,
    /// What the rows are, and the columns that name their place and period.
    pub(in crate::dataset::table) axes: RowAxes,
    /// The place that each column is of, if they are of several.
    pub(in crate::dataset::table) places: Vec<Option<Arc<str>>>,
    /// The class that each column is of, if they are of several.
    pub(in crate::dataset::table) classes: Vec<Option<Arc<str>>>,
    /// The index of the first row of the header.
    pub(in crate::dataset::table) first: usize,
    /// The index of the first row below the header and the numbering row.
    pub(in crate::dataset::table) below: usize,
    /// Pairs of columns with the same heading and role: the first of them, and the one that repeats it.
    pub(in crate::dataset::table) repeated: Vec<(usize, usize)>,
    /// Columns that a formula in the numbering row computes from two others, "5=4/3": the result, the left
    /// and the right operand.
    pub(in crate::dataset::table) formulas: Vec<(usize, usize, usize)>,
}

impl Header {
    /// Decides the role of each column by its heading and by what is below it; there is one profile for each
    /// heading; the title says whether rows that are places are of one indicator. `None` if no column contains names.
    pub(in crate::dataset::table) fn decide(
        levels: Levels,
        profiles: &[ColumnProfile],
        title: &TitleSubject,
    ) -> Option<Self> {
        let Levels { first, rows, headings: mut columns, merged, numbering } = levels;
        find_sums(&mut columns);
        by_contents(&mut columns, profiles);
        score_columns::date_by_scores(&mut columns);
        score_columns::choose_results(&mut columns, profiles);
        let axes = RowAxes::decide(&mut columns, profiles, title);
        let places = match axes.rows {
            RowKind::Indicators => place_columns::decide(&mut columns, profiles),
            RowKind::Places | RowKind::Periods => vec![None; columns.len()],
        };
        let classes = match axes.rows {
            RowKind::Indicators if places.iter().all(Option::is_none) => {
                class_columns::decide(&columns)
            }
            _ => vec![None; columns.len()],
        };
        let name = name_heading::find(&columns, profiles)?;
        columns[name].role = Role::Name;
        name_heading::correct_left(&mut columns, name, profiles);
        let formulas = numbering.map(|texts| numbering_row::by_formulas(&texts, &mut columns));
        let repeated = repeated(&mut columns, profiles);
        let names = name_heading::all(name, &merged, &columns, profiles);
        let formulas = formulas.unwrap_or_default();
        let (profiles, below) = (profiles.to_vec(), rows.start);
        Some(Self {
            columns,
            profiles,
            names,
            axes,
            places,
            classes,
            first,
            below,
            repeated,
            formulas,
        })
    }

    /// The columns whose role satisfies a condition.
    pub(in crate::dataset::table) fn all(
        &self,
        wanted: impl Fn(&Role) -> bool,
    ) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| wanted(&column.role)).map(|(at, _)| at)
    }

    /// The columns of plans and actuals.
    pub(in crate::dataset::table) fn values(&self) -> Vec<usize> {
        self.all(|role| matches!(role, Role::Plan(_) | Role::Actual(_))).collect()
    }

    /// The first column with a role.
    pub(in crate::dataset::table) fn column(&self, role: &Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == *role)
    }
}

/// Finds the first header at or below the row `from`.
pub(in crate::dataset::table) fn find(sheet: &Sheet, from: usize) -> Option<Header> {
    let until = sheet.len().min(from.saturating_add(SEARCHED_ROWS));
    let mut sample = Sample::new(sheet, from);
    (from..until).find_map(|at| {
        let levels = levels(sheet, at, from, &mut sample)?;
        let profiles = sample.profiles(levels.rows.clone(), levels.headings.len());
        let above = Title::of(sheet.range(from..levels.first));
        Header::decide(levels, &profiles, &above.subject)
    })
}

/// Removes the role from columns that repeat the heading and role of an earlier column, because nothing says
/// which of the two is right. Returns the pairs: the earlier column, the repeated one.
fn repeated(columns: &mut [Heading], profiles: &[ColumnProfile]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for at in 1..columns.len() {
        let single = matches!(columns[at].role, Role::Plan(_) | Role::Actual(_) | Role::Unit);
        let first = columns[..at]
            .iter()
            .position(|column| column.text == columns[at].text && column.role == columns[at].role);
        if let Some(first) = first.filter(|_| single) {
            columns[at].role = Role::Unknown;
            pairs.extend((!profiles[at].is_empty).then_some((first, at)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::comparison::Comparison;

    /// The header of columns that are each a heading and the cells below it.
    fn decided(columns: &[(&str, &[&str])], numbering: Option<&[&str]>) -> Option<Header> {
        let headings = columns.iter().map(|(heading, _)| Heading::of(heading)).collect();
        let numbering = numbering.map(|texts| texts.iter().map(|t| (*t).to_owned()).collect());
        let levels = Levels { first: 0, rows: 2..9, headings, merged: Vec::new(), numbering };
        let profiles: Vec<ColumnProfile> =
            columns.iter().map(|(_, cells)| ColumnProfile::of_texts(cells)).collect();
        Header::decide(levels, &profiles, &TitleSubject::default())
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
        assert_eq!(found[0], Role::Mark);
    }

    #[test]
    fn the_second_of_two_equal_headings_has_no_role() {
        let numbers = &["5", "7"];
        let columns = [("Chỉ tiêu", NAMES), ("KH", numbers), ("ĐVT", &["%"]), ("KH", numbers)];
        let header = decided(&columns, None).unwrap();
        assert_eq!((header.repeated, &header.columns[3].role), (vec![(1, 3)], &Role::Unknown));
    }

    #[test]
    fn a_formula_decides_what_is_compared() {
        let numbers = &["5", "7"];
        let columns =
            [("Chỉ tiêu", NAMES), ("KH", numbers), ("TH", numbers), ("Tỷ lệ", &["140"][..])];
        let header = decided(&columns, Some(&["A", "1", "2", "3=2/1"])).unwrap();
        assert_eq!(header.formulas, [(3, 2, 1)]);
        assert_eq!(header.columns[3].role, Role::Comparison(Comparison::Plan));
    }
}
