//! Reports how a table was read: one diagnostic for each column, and those for cells outside the table.

use std::fmt::Write;

use super::columns::column::{Column, ColumnKind};
use super::columns::note_reason::NoteReason;
use super::layout::nearest_header;
use super::outline::body::Body;
use crate::dataset::Rule;
use crate::dataset::diagnostics::collector::Collector;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::role::Role;
use crate::lexicon::verdict;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

impl Body<'_> {
    /// Reports how each column was read.
    pub(in crate::dataset::table) fn report_columns(&self, collector: &mut Collector) {
        self.report_repeated_headings(collector);
        self.report_no_values(collector);
        let row = &self.sheet().row(self.area.header.first);
        for column in self.schema().values() {
            let what = self.describe_column(column);
            let decision = self.schema().columns[column].numbers;
            let how = match (
                decision.format.separators,
                decision.format.mixed,
                decision.evidence,
                decision.open,
            ) {
                (_, true, 0, _) => {
                    "decimal points, and dots that may separate thousands".to_owned()
                }
                (_, true, ..) => "decimal commas as well as points".to_owned(),
                (_, _, 0, 0) => String::new(),
                (Separators::Comma, _, 0, _) => {
                    "decimal commas and dots between thousands, without evidence in it".to_owned()
                }
                (Separators::Point, _, 0, _) => {
                    "decimal points and commas between thousands, like the other columns".to_owned()
                }
                (Separators::Comma, _, numbers, _) => {
                    format!(
                        "decimal commas and dots between thousands, evidence: {numbers} numbers"
                    )
                }
                (Separators::Point, _, numbers, _) => {
                    format!(
                        "decimal points and commas between thousands, evidence: {numbers} numbers"
                    )
                }
            };
            let heading = one_line(self.schema().heading(column));
            let mut how = if how.is_empty() { "numbers as they are".to_owned() } else { how };
            if decision.format.in_brackets {
                let _ = write!(how, "; {} in brackets are negative", decision.in_brackets);
            }
            let found = format!("“{heading}” was read as {what}");
            let rule = if self.is_unsupported(column) {
                Rule::UnsupportedComparison
            } else {
                Rule::ColumnRead
            };
            collector.report(rule, || self.diagnostic(rule, row, column, found, how));
        }
        self.report_note_columns(collector);
        self.report_unread_columns(collector);
        for column in self.kept_columns() {
            let heading = one_line(self.schema().heading(column));
            let mut below = self.sheet().range(self.area.rows.clone());
            let known = self.schema().columns.get(column);
            let role = known.map_or(&Role::Unknown, |column| &column.heading.role);
            let compares = matches!(role, Role::Comparison(Comparison::Either | Comparison::Rate));
            let explained = known.is_some_and(|column| column.kept().is_some());
            if *role != Role::Unknown && (!compares || explained) {
                continue;
            }
            if let Some(filled) = below.find(|row| !row.cell(column).is_empty()) {
                // Without a heading, the first filled cell shows where the column is.
                let row = if heading.is_empty() { &filled } else { row };
                collector.report(Rule::UnknownColumn, || {
                    let found = if compares {
                        format!("what “{heading}” compares with is not known")
                    } else if heading.is_empty() {
                        "a column with values has no heading".to_owned()
                    } else {
                        format!("the heading “{heading}” is not known")
                    };
                    let expected = "what stands under it is kept in the notes";
                    self.diagnostic(Rule::UnknownColumn, row, column, found, expected)
                });
            }
        }
    }

    /// Reports columns far right of the last heading.
    fn report_unread_columns(&self, collector: &mut Collector) {
        let Some(column) = self.extent.first_unread else { return };
        collector.report(Rule::ValuesOutside, || {
            let found = "cells from here on are far right of the last heading";
            let expected = "they were not read; expected a heading above each column";
            self.diagnostic(
                Rule::ValuesOutside,
                &self.sheet().row(self.area.header.first),
                column,
                found,
                expected,
            )
        });
    }

    /// Reports that no column of numbers has a known role. A list of names has none.
    fn report_no_values(&self, collector: &mut Collector) {
        if !self.schema().is_list_of_names() || self.schema().main.verdict.is_some() {
            return;
        }
        let mut columns = self.schema().columns.iter();
        let may_be_value = |of: &Column| nearest_header::may_be_value(&of.heading, &of.profile);
        let Some(column) = columns.rposition(may_be_value) else { return };
        collector.report(Rule::NoValues, || {
            let row = &self.sheet().row(self.area.header.first);
            let heading = one_line(self.schema().heading(column));
            let found = "no column was read as a plan or an actual, so that no value was read";
            let expected =
                format!("rename “{heading}” to “Thực hiện”, if that is what stands below");
            self.diagnostic(Rule::NoValues, row, column, found, expected)
        });
    }

    fn describe_column(&self, column: usize) -> String {
        let found = self.schema().groups().find_map(|group| {
            let name = group.measure.as_ref().map(|measure| format!(" of “{}”", measure.name));
            let name = name.unwrap_or_default();
            if Some(column) == group.plan {
                return Some(format!("the plan{name}"));
            }
            if Some(column) == group.actual {
                return Some(format!("the actual{name}"));
            }
            let at = group.comparisons.iter().find(|at| **at == column)?;
            let comparison = self.schema().comparison(*at)?;
            let base = match comparison.with_plan {
                true => "the plan".to_owned(),
                false => format!("“{}”", comparison.period),
            };
            let evidence = match (comparison.evidence, comparison.of, comparison.tested) {
                (0, _, 0) => "by its heading alone: no row has both values".to_owned(),
                (0, _, tested) => {
                    format!("by its heading alone: the values of {tested} rows do not support it")
                }
                (rows, None, _) => format!("supported by {rows} rows"),
                (rows, Some(of), _) => format!("supported by {rows} of {of} sampled rows"),
            };
            Some(format!("{}{name} against {base}, {evidence}", comparison.meaning.describe()))
        });
        if let Some(found) = found {
            return found;
        }
        match self.schema().columns[column].kind {
            ColumnKind::Rank(_) => "the place in a ranking".to_owned(),
            ColumnKind::Cross => "the verdict of rows with a cross".to_owned(),
            _ => "another period".to_owned(),
        }
    }

    /// The columns that are only shown in the notes.
    fn kept_columns(&self) -> Vec<usize> {
        let kept = self.schema().groups().flat_map(|group| group.kept.iter().copied());
        let mut kept: Vec<usize> = kept.chain(self.extent.unheaded.clone()).collect();
        kept.sort_unstable();
        kept
    }

    /// Whether a column is a comparison with values that no row supports.
    fn is_unsupported(&self, column: usize) -> bool {
        let comparison = self.schema().comparison(column);
        comparison.is_some_and(|found| found.evidence == 0) && self.is_filled(column)
    }

    /// Whether a column has a value in any row.
    fn is_filled(&self, column: usize) -> bool {
        self.sheet()
            .range(self.area.rows.clone())
            .any(|row| !verdict::is_missing(&row.cell(column).shown()))
    }

    /// Reports which columns of values are only shown in the notes, and why.
    fn report_note_columns(&self, collector: &mut Collector) {
        let row = &self.sheet().row(self.area.header.first);
        let named = |column: usize| one_line(self.schema().heading(column));
        for at in self.kept_columns() {
            let reason = self.schema().columns.get(at).and_then(Column::kept);
            let Some(why) = reason.filter(|_| self.is_filled(at)) else { continue };
            let group = self.schema().groups().find(|group| group.kept.contains(&at));
            let plan = group.and_then(|group| group.plan).map(named).unwrap_or_default();
            let heading = named(at);
            let (rule, found) = match why {
                NoteReason::OtherValue { of: Some(of), evidence: 0 } => {
                    (Rule::ColumnRead, format!("“{heading}” compares “{}”", named(of)))
                }
                NoteReason::OtherValue { of: Some(of), evidence } => (
                    Rule::ColumnRead,
                    format!("“{heading}” compares “{}”, supported by {evidence} rows", named(of)),
                ),
                NoteReason::OtherValue { of: None, .. } => (
                    Rule::UnsupportedComparison,
                    format!("“{heading}” compares a value that has no column of its own"),
                ),
                NoteReason::OtherPeriod => {
                    (Rule::ColumnRead, format!("“{heading}” is a rate of another period"))
                }
                NoteReason::Difference => (
                    Rule::ColumnRead,
                    format!("“{heading}” is a difference, in the unit of the values"),
                ),
                NoteReason::Planned => (Rule::ColumnRead, format!("“{heading}” compares a plan")),
                NoteReason::Share => {
                    (Rule::ColumnRead, format!("“{heading}” is the share of a whole"))
                }
                NoteReason::OtherPlan(other) => {
                    (Rule::ColumnRead, format!("“{heading}” compares with “{}”", named(other)))
                }
                NoteReason::SecondPercent => {
                    (Rule::ColumnRead, format!("“{heading}” is a second percent of “{plan}”"))
                }
                NoteReason::Unsupported => (
                    Rule::UnsupportedComparison,
                    format!(
                        "no row supports that “{heading}” is a percent of the plan or a change"
                    ),
                ),
                NoteReason::SecondPlan { evidence } => {
                    let because = match evidence {
                        0 => "as it comes first".to_owned(),
                        rows => format!("supported by {rows} rows of percents"),
                    };
                    (
                        Rule::ColumnKept,
                        format!(
                            "“{heading}” is a second plan; “{plan}” is the main one, {because}"
                        ),
                    )
                }
                NoteReason::OtherMeasure => (
                    Rule::ColumnKept,
                    format!("“{heading}” is a value of something else, or of another period"),
                ),
            };
            let expected = "it is kept in the notes, under its heading";
            collector.report(rule, || self.diagnostic(rule, row, at, found, expected));
        }
    }

    /// Reports columns that repeat the heading of another.
    fn report_repeated_headings(&self, collector: &mut Collector) {
        let row = &self.sheet().row(self.area.header.first);
        for (first, column) in self.area.header.repeated.iter().copied() {
            let heading = one_line(self.schema().heading(column));
            let found = format!("the heading “{heading}” stands over column {} already", first + 1);
            let expected = "the first is read, what stands here is kept in the notes";
            collector.report(Rule::RepeatedHeading, || {
                self.diagnostic(Rule::RepeatedHeading, row, column, found, expected)
            });
        }
    }

    /// Reports the rows below the table that do not belong to it.
    pub(in crate::dataset::table) fn report_outside(&self, collector: &mut Collector) {
        let rows = self.extent.end..self.area.rows.end;
        if let Some(row) = self.sheet().get(rows.start).filter(|_| !rows.is_empty()) {
            let column = row.filled_cells().next().map_or(0, |(column, _)| column);
            let text: String = row.cell(column).shown().chars().take(60).collect();
            let found = format!("the table ends before “{}”", one_line(&text));
            let expected = format!("{} rows below it were not read", rows.len());
            // A second row with numbers is neither a date nor a telephone number.
            let figures = |at: &usize| self.reader.has_figure(&self.sheet().row(*at));
            let rule = match rows.filter(figures).nth(1) {
                Some(_) => Rule::ValuesOutside,
                None => Rule::OutsideTable,
            };
            collector.report(rule, || self.diagnostic(rule, &row, column, found, expected));
        }
    }
}
