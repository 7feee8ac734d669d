//! What is told of how a table was read: one decision a column, and what lies outside.

use std::fmt::Write;
use std::ops::Range;

use super::comparison::Comparison;
use super::found::Found;
use super::near;
use super::role::{self, Role};
use super::rows::Table;
use crate::dataset::Rule;
use crate::text::one_line::one_line;
use crate::text::written::Separators;

impl Table<'_> {
    /// Tells how each column was read.
    pub(super) fn tell_columns(&self, told: &mut Found) {
        self.tell_repeated(told);
        self.tell_no_values(told);
        let row = &self.sheet.row(self.headings.first);
        for column in self.columns.values() {
            let what = self.what_it_holds(column);
            let decision = self.readings[column];
            let how = match (
                decision.reading.separators,
                decision.reading.mixed,
                decision.told_by,
                decision.open,
            ) {
                (_, true, 0, _) => "decimal points, and dots that may part thousands".to_owned(),
                (_, true, ..) => "decimal commas as well as points".to_owned(),
                (_, _, 0, 0) => String::new(),
                (Separators::Comma, _, 0, _) => {
                    "decimal commas and dots between thousands, as nothing in it tells".to_owned()
                }
                (Separators::Point, _, 0, _) => {
                    "decimal points and commas between thousands, like the other columns".to_owned()
                }
                (Separators::Comma, _, told, _) => format!(
                    "decimal commas and dots between thousands, told by {told} of its numbers"
                ),
                (Separators::Point, _, told, _) => format!(
                    "decimal points and commas between thousands, told by {told} of its numbers"
                ),
            };
            let heading = one_line(&self.headings.columns[column].text);
            let mut how = if how.is_empty() { "numbers as they are".to_owned() } else { how };
            if decision.reading.in_brackets {
                let _ = write!(how, "; {} in brackets are negative", decision.in_brackets);
            }
            let found = format!("“{heading}” was read as {what}");
            told.complain(Rule::ColumnRead, || {
                self.complaint(Rule::ColumnRead, row, column, found, how)
            });
        }
        for column in self.columns.beside.iter().copied() {
            let heading = one_line(&self.headings.columns[column].text);
            let mut below = self.sheet.range(self.rows.clone());
            let role = &self.headings.columns[column].role;
            let compares = *role == Role::Comparison(Comparison::Either);
            if (*role == Role::Unknown || compares && self.columns.plan.is_none())
                && below.any(|row| !row.cell(column).is_empty())
            {
                told.complain(Rule::UnknownColumn, || {
                    let found = if compares {
                        format!("what “{heading}” compares with is not known")
                    } else {
                        format!("the heading “{heading}” is not known")
                    };
                    let expected = "what stands under it is kept in the notes";
                    self.complaint(Rule::UnknownColumn, row, column, found, expected)
                });
            }
        }
    }

    /// Tells that no column of figures was understood; a list of names has none.
    fn tell_no_values(&self, told: &mut Found) {
        if self.columns.values().next().is_some() || self.columns.verdict.is_some() {
            return;
        }
        let headings = &self.headings.columns;
        let Some(column) = near::value_column(self.sheet, self.rows.start, headings) else {
            return;
        };
        told.complain(Rule::NoValues, || {
            let row = &self.sheet.row(self.headings.first);
            let heading = one_line(&headings[column].text);
            let found = "no column was read as a plan or an actual, so that no value was read";
            let expected =
                format!("rename “{heading}” to “Thực hiện”, if that is what stands below");
            self.complaint(Rule::NoValues, row, column, found, expected)
        });
    }

    fn what_it_holds(&self, column: usize) -> String {
        if Some(column) == self.columns.plan {
            return "the plan".to_owned();
        }
        if Some(column) == self.columns.actual {
            return "what was reached".to_owned();
        }
        if let Some(comparison) = self.columns.comparisons.iter().find(|c| c.at == column) {
            let base = if comparison.with_plan { "the plan" } else { "the period before" };
            let told = match (comparison.told_by, comparison.of) {
                (0, _) => "by its heading".to_owned(),
                (rows, None) => format!("as {rows} rows bear out"),
                (rows, Some(of)) => format!("as {rows} of {of} rows spread over it bear out"),
            };
            return format!("{} against {base}, {told}", comparison.meaning.describe());
        }
        if self.columns.rankings.iter().any(|ranking| ranking.at == column) {
            return "the place in a ranking".to_owned();
        }
        if self.columns.crosses.contains(&column) {
            return "the verdict of rows with a cross".to_owned();
        }
        "another period".to_owned()
    }

    /// Tells which columns repeat the heading of another, and which plans are of something else.
    fn tell_repeated(&self, told: &mut Found) {
        let row = &self.sheet.row(self.headings.first);
        for (first, column) in self.headings.repeated.iter().copied() {
            let heading = one_line(&self.headings.columns[column].text);
            let found = format!("the heading “{heading}” stands over column {} already", first + 1);
            let expected = "the first is read, what stands here is kept in the notes";
            told.complain(Rule::RepeatedHeading, || {
                self.complaint(Rule::RepeatedHeading, row, column, found, expected)
            });
        }
        let subject = |column: usize| role::subject(&self.headings.columns[column].text);
        let own = self.columns.plan.map(subject).unwrap_or_default();
        let others = self.columns.beside.iter().copied().filter(|column| {
            matches!(self.headings.columns[*column].role, Role::Plan(_)) && subject(*column) != own
        });
        for column in others {
            let heading = one_line(&self.headings.columns[column].text);
            let found = format!("“{heading}” is a plan of something else");
            let expected = "one plan a row is read, this one is kept in the notes";
            told.complain(Rule::RepeatedHeading, || {
                self.complaint(Rule::RepeatedHeading, row, column, found, expected)
            });
        }
    }

    /// Tells what below the table is no part of it.
    pub(super) fn tell_outside(&self, rows: Range<usize>, told: &mut Found) {
        if let Some(row) = self.sheet.get(rows.start).filter(|_| !rows.is_empty()) {
            let column = row.filled_cells().next().map_or(0, |(column, _)| column);
            let text: String = row.cell(column).shown().chars().take(60).collect();
            let found = format!("the table ends before “{}”", one_line(&text));
            let expected = format!("{} rows below it were not read", rows.len());
            // A second row of figures is no date and no telephone number.
            let figures = |at: &usize| self.has_figure(&self.sheet.row(*at));
            let rule = match rows.filter(figures).nth(1) {
                Some(_) => Rule::ValuesOutside,
                None => Rule::OutsideTable,
            };
            told.complain(rule, || self.complaint(rule, &row, column, found, expected));
        }
    }
}
