//! What is told of how a table was read: one decision a column, and what lies outside.

use std::ops::Range;

use super::facts::one_line;
use super::role::{self, Comparison, Role};
use super::rows::Table;
use crate::dataset::Rule;
use crate::text::written::Separators;

impl Table<'_, '_> {
    /// Tells how each column was read.
    pub(super) fn tell_columns(&mut self) {
        self.tell_repeated();
        let row = &self.sheet.rows[self.headings.first];
        for column in self.columns.values().collect::<Vec<_>>() {
            let what = self.what_it_holds(column);
            let decision = self.readings[column];
            let how = match (
                decision.reading.separators,
                decision.reading.mixed,
                decision.told_by,
                decision.open,
            ) {
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
            let how = if how.is_empty() { "numbers as they are".to_owned() } else { how };
            let found = format!("“{heading}” was read as {what}");
            self.complain(Rule::ColumnRead, row, column, found, how);
        }
        for column in self.columns.beside.clone() {
            let heading = one_line(&self.headings.columns[column].text);
            let holds = self.sheet.rows[self.headings.below..]
                .iter()
                .any(|row| !row.cell(column).is_empty());
            let role = &self.headings.columns[column].role;
            let compares = *role == Role::Comparison(Comparison::Either);
            if holds && (*role == Role::Unknown || compares && self.columns.plan.is_none()) {
                let found = if compares {
                    format!("what “{heading}” compares with is not known")
                } else {
                    format!("the heading “{heading}” is not known")
                };
                self.complain(
                    Rule::UnknownColumn,
                    row,
                    column,
                    found,
                    "what stands under it is kept in the notes",
                );
            }
        }
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
            let told = match comparison.told_by {
                0 => "by its heading".to_owned(),
                rows => format!("as {rows} rows bear out"),
            };
            return format!("{} against {base}, {told}", comparison.meaning.describe());
        }
        "another period".to_owned()
    }

    /// Tells which columns repeat the heading of another, and which plans are of something else.
    fn tell_repeated(&mut self) {
        let row = &self.sheet.rows[self.headings.first];
        for (first, column) in self.headings.repeated.clone() {
            let heading = one_line(&self.headings.columns[column].text);
            let found = format!("the heading “{heading}” stands over column {} already", first + 1);
            let expected = "the first is read, what stands here is kept in the notes";
            self.complain(Rule::RepeatedHeading, row, column, found, expected);
        }
        let subject = |column: usize| role::subject(&self.headings.columns[column].text);
        let own = self.columns.plan.map(subject).unwrap_or_default();
        let others = self.columns.beside.iter().copied().filter(|column| {
            matches!(self.headings.columns[*column].role, Role::Plan(_)) && subject(*column) != own
        });
        for column in others.collect::<Vec<_>>() {
            let heading = one_line(&self.headings.columns[column].text);
            let found = format!("“{heading}” is a plan of something else");
            let expected = "one plan a row is read, this one is kept in the notes";
            self.complain(Rule::RepeatedHeading, row, column, found, expected);
        }
    }

    /// Tells what below the table is no part of it.
    pub(super) fn tell_outside(&mut self, rows: Range<usize>) {
        let sheet = self.sheet;
        if let Some(row) = sheet.rows.get(rows.start).filter(|_| !rows.is_empty()) {
            let column = row.filled_cells().next().map_or(0, |(column, _)| column);
            let text: String = row.cell(column).shown().chars().take(60).collect();
            let found = format!("the table ends before “{}”", one_line(&text));
            let expected = format!("{} rows below it were not read", rows.len());
            // A second row of figures is no date and no telephone number.
            let figures = rows.filter(|at| self.has_figure(&sheet.rows[*at])).count() > 1;
            let rule = if figures { Rule::ValuesOutside } else { Rule::OutsideTable };
            self.complain(rule, row, column, found, expected);
        }
    }
}
