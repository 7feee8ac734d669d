//! The numbering row of a header: "A, B, 1, 2, 3=2/1". Its formulas say which columns are compared.

use super::header_column::{Change, HeaderColumn, to_roles};
use crate::dataset::table::source::cell::{Cell, Row};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::role::Role;

/// Whether a row consists of letters and increasing numbers under the headings: "A, B, 1, 2, 3=2/1".
pub(crate) fn is_numbering(row: &Row<'_>, columns: &[Heading]) -> bool {
    let has_heading = |at: usize| columns.get(at).is_some_and(|column| !column.text.is_empty());
    let headed = row.filled_cells().filter(|(at, _)| has_heading(*at));
    let cells: Vec<String> = headed.map(|(_, cell)| number_or_text(cell)).collect();
    let mut last = 0;
    let counts = cells.iter().all(|text| {
        let number = text.split('=').next().unwrap_or_default();
        let number = number.trim_matches(['(', ')', '[', ']', ' ']);
        match number.parse::<u32>() {
            Ok(number) => {
                let next = number > last && number <= last + 3;
                last = number;
                next
            }
            Err(_) => number.len() == 1 && number.starts_with(|c: char| c.is_ascii_uppercase()),
        }
    });
    cells.len() >= 3 && counts && last >= 1
}

/// The text of a cell, or its number without decimals that only its format shows: 3 of "3,0".
fn number_or_text(cell: &Cell<'_>) -> String {
    match cell.number() {
        Some(value) => value.normalize().to_string(),
        None => cell.shown().into_owned(),
    }
}

/// The texts of a numbering row, without brackets and spaces.
pub(crate) fn texts(numbering: &Row<'_>) -> Vec<String> {
    let bare = |cell: &Cell<'_>| number_or_text(cell).replace(['(', ')', ' '], "");
    numbering.cells.iter().map(bare).collect()
}

/// Whether two results are of different periods, so that their quotient is a comparison.
fn is_earlier(own: &HeadingPeriod, base: &HeadingPeriod) -> bool {
    let years = own.year.zip(base.year);
    own.previous != base.previous
        || years.is_some_and(|(own, base)| own != base)
        || years.is_none() && own.part && base.part && own.months == base.months
}

/// A formula that computes a column from two others, "5=4/3". Columns are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Formula {
    /// The computed column.
    pub(crate) result: usize,
    pub(crate) left: usize,
    pub(crate) right: usize,
}

/// The formulas in the texts of a numbering row.
pub(super) fn formulas(texts: &[String]) -> Vec<Formula> {
    let number_of = |text: &str| text.split('=').next().map(str::to_owned);
    let column_of = |number: &str| {
        let number = number.trim_matches(['(', ')', ' ', '%']);
        texts.iter().position(|text| number_of(text).as_deref() == Some(number))
    };
    let formula = |(result, text): (usize, &String)| {
        let (_, formula) = text.split_once('=')?;
        let (left, right) = formula.split_once(['/', ':', '-'])?;
        let right: String = right.chars().take_while(char::is_ascii_digit).collect();
        Some(Formula { result, left: column_of(left)?, right: column_of(&right)? })
    };
    texts.iter().enumerate().filter_map(formula).collect()
}

/// Makes the columns with a formula the comparisons that their operands say.
pub(super) fn comparisons(formulas: &[Formula], columns: &[HeaderColumn]) -> Vec<Change> {
    // A column with a formula may be an operand of the next one.
    let mut roles: Vec<Role> = columns.iter().map(|column| column.role.clone()).collect();
    for Formula { result, left, right } in formulas {
        let (Some(left), Some(right)) = (roles.get(*left), roles.get(*right)) else { continue };
        let comparison = match (left, right) {
            (Role::Plan(_), _) => Comparison::Planned,
            (Role::Actual(_), Role::Plan(_)) => Comparison::Plan,
            (Role::Actual(own), Role::Actual(base)) if is_earlier(own, base) => {
                Comparison::Previous
            }
            // "Số hộ nghèo / Tổng số hộ" is a rate of one period, whatever it is called.
            _ => continue,
        };
        // A quotient is not a value, whatever its heading suggests: "9 tháng/KH năm".
        if let Some(role) = roles.get_mut(*result)
            && !matches!(role, Role::Comparison(Comparison::Growth | Comparison::Planned))
        {
            *role = Role::Comparison(comparison);
        }
    }
    to_roles(columns, roles)
}
