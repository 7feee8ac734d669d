//! Reports how a table was read: one diagnostic for each column, and those for cells outside the table.

use std::ops::Range;

use super::columns::number_format::FormatDecision;
use super::columns::{Columns, NoteColumn, NoteReason};
use super::layout::column_profile::TableRows;
use super::layout::nearest_header;
use super::outline::body::Body;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::{
    ColumnProblem, ColumnRole, ComparisonBase, ComparisonEvidence, KeptBecause, Notation, Problem,
    Separation, SheetProblem, column_letters,
};
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
        for column in self.columns.values() {
            let problem = ColumnProblem::Read {
                heading: self.heading(column),
                role: self.role(column),
                notation: notation(self.number_formats[column]),
                unsupported: self.is_unsupported(column),
            };
            self.report_heading(column, problem, collector);
        }
        self.report_note_columns(collector);
        self.report_unread_columns(collector);
        self.report_unknown_columns(collector);
    }

    /// Reports columns with values whose role, or whose base of comparison, is not known.
    fn report_unknown_columns(&self, collector: &mut Collector) {
        for column in self.columns.in_note.iter().copied() {
            let heading = self.heading(column);
            // A line below the table is under no column.
            let mut below = self.sheet.range(self.rows.start..self.end);
            let role = &self.header.columns[column].role;
            let compares = matches!(role, Role::Comparison(Comparison::Either | Comparison::Rate));
            let explained = self.columns.kept.iter().any(|kept| kept.at == column);
            if *role != Role::Unknown && (!compares || explained) {
                continue;
            }
            let Some(filled) = below.find(|row| !row.cell(column).is_empty()) else { continue };
            if heading.is_empty() {
                // Without a heading, the first filled cell shows where the column is.
                collector.report(ColumnProblem::NoHeading, || self.location(&filled, column));
            } else if compares {
                let problem = ColumnProblem::UnclearComparison { heading };
                self.report_heading(column, problem, collector);
            } else {
                self.report_heading(column, ColumnProblem::Unknown { heading }, collector);
            }
        }
    }

    /// The heading of a column on one line.
    fn heading(&self, column: usize) -> String {
        one_line(&self.header.columns[column].text)
    }

    /// Reports a problem of a column, located at its heading.
    fn report_heading(
        &self,
        column: usize,
        problem: impl Into<Problem>,
        collector: &mut Collector,
    ) {
        collector.report(problem, || self.location(&self.sheet.row(self.header.first), column));
    }

    /// Reports columns far right of the last heading.
    fn report_unread_columns(&self, collector: &mut Collector) {
        if let Some(column) = self.first_unread {
            self.report_heading(column, SheetProblem::FarRight, collector);
        }
    }

    /// Reports that no column of numbers has a known role. A list of names has none.
    fn report_no_values(&self, collector: &mut Collector) {
        if self.columns.values().next().is_some() || self.columns.verdict.is_some() {
            return;
        }
        let headings = &self.header.columns;
        let rows = TableRows { from: self.rows.start, end: self.rows.end };
        if let Some(column) = nearest_header::value_column(self.sheet, rows, headings) {
            let heading = self.heading(column);
            self.report_heading(column, ColumnProblem::NoValues { heading }, collector);
        }
    }

    /// What a column was read as.
    fn role(&self, column: usize) -> ColumnRole {
        let found = self.measures().find_map(|columns| {
            let measure = columns.measure.as_ref().map(|measure| measure.name.clone());
            if Some(column) == columns.plan {
                return Some(ColumnRole::Plan { measure });
            }
            if Some(column) == columns.actual {
                return Some(ColumnRole::Actual { measure });
            }
            let comparison = columns.comparisons.iter().find(|found| found.at == column)?;
            let base = match comparison.with_plan {
                true => ComparisonBase::Plan,
                false => ComparisonBase::Period(comparison.period.clone()),
            };
            let (rows, of, tested) = (comparison.evidence, comparison.of, comparison.tested);
            let evidence = ComparisonEvidence { rows, of, tested };
            let kind = comparison.meaning.reported();
            Some(ColumnRole::Comparison { measure, kind, base, evidence })
        });
        if let Some(found) = found {
            return found;
        }
        if self.columns.rankings.iter().any(|ranking| ranking.at == column) {
            return ColumnRole::Rank;
        }
        if self.columns.crosses.contains(&column) {
            return ColumnRole::Cross;
        }
        ColumnRole::OtherPeriod
    }

    /// The columns of each measure.
    fn measures(&self) -> impl Iterator<Item = &Columns> {
        [&self.columns].into_iter().chain(&self.others)
    }

    /// Whether a column is a comparison with values that no row supports.
    fn is_unsupported(&self, column: usize) -> bool {
        let mut comparisons = self.measures().flat_map(|columns| &columns.comparisons);
        comparisons.any(|found| found.at == column && found.evidence == 0) && self.is_filled(column)
    }

    /// Whether a column has a value in any row.
    fn is_filled(&self, column: usize) -> bool {
        self.sheet
            .range(self.rows.clone())
            .any(|row| !verdict::is_missing(&row.cell(column).shown()))
    }

    /// Reports which columns of values are only shown in the notes, and why.
    fn report_note_columns(&self, collector: &mut Collector) {
        let kept = self.measures().flat_map(|columns| &columns.kept);
        let mut kept: Vec<NoteColumn> = kept.copied().collect();
        kept.sort_by_key(|kept| kept.at);
        kept.dedup_by_key(|kept| kept.at);
        for NoteColumn { at, why } in kept {
            if self.columns.values().any(|column| column == at) || !self.is_filled(at) {
                continue;
            }
            let (heading, because) = (self.heading(at), self.because(why));
            self.report_heading(at, ColumnProblem::Kept { heading, because }, collector);
        }
    }

    /// Why a column is only kept in the notes, with the headings concerned.
    fn because(&self, why: NoteReason) -> KeptBecause {
        let plan = || self.columns.plan.map(|plan| self.heading(plan)).unwrap_or_default();
        match why {
            NoteReason::OtherValue { of: Some(of), evidence } => {
                KeptBecause::OtherValue { of: self.heading(of), evidence }
            }
            NoteReason::OtherValue { of: None, .. } => KeptBecause::NoSuchValue,
            NoteReason::OtherPeriod => KeptBecause::OtherPeriod,
            NoteReason::Difference => KeptBecause::Difference,
            NoteReason::Planned => KeptBecause::Planned,
            NoteReason::Share => KeptBecause::Share,
            NoteReason::OtherPlan(other) => KeptBecause::OtherPlan { plan: self.heading(other) },
            NoteReason::SecondPercent => KeptBecause::SecondPercent { plan: plan() },
            NoteReason::Unsupported => KeptBecause::Unsupported,
            NoteReason::SecondPlan { evidence } => {
                KeptBecause::SecondPlan { plan: plan(), evidence }
            }
            NoteReason::OtherMeasure => KeptBecause::OtherMeasure,
        }
    }

    /// Reports columns that repeat the heading of another.
    fn report_repeated_headings(&self, collector: &mut Collector) {
        for (first, column) in self.header.repeated.iter().copied() {
            let (heading, first) = (self.heading(column), column_letters(first + 1));
            self.report_heading(column, ColumnProblem::Repeated { heading, first }, collector);
        }
    }

    /// Reports the rows below the table that do not belong to it.
    pub(in crate::dataset::table) fn report_outside(
        &self,
        rows: Range<usize>,
        collector: &mut Collector,
    ) {
        if let Some(row) = self.sheet.get(rows.start).filter(|_| !rows.is_empty()) {
            let column = row.filled_cells().next().map_or(0, |(column, _)| column);
            let text: String = row.cell(column).shown().chars().take(60).collect();
            // A second row with numbers is neither a date nor a telephone number.
            let figures = |at: &usize| self.has_figure(&self.sheet.row(*at));
            let has_numbers = rows.clone().filter(figures).nth(1).is_some();
            let problem =
                SheetProblem::TableEnds { text: one_line(&text), rows: rows.len(), has_numbers };
            collector.report(problem, || self.location(&row, column));
        }
    }
}

/// How the numbers of a column are written, as diagnostics state it.
fn notation(decision: FormatDecision) -> Notation {
    let FormatDecision { format, evidence, open, in_brackets } = decision;
    let separators = match (format.separators, format.mixed) {
        (_, true) if evidence == 0 => Separation::PointOrThousands,
        (_, true) => Separation::Both,
        _ if evidence == 0 && open == 0 => Separation::None,
        (Separators::Comma, false) => Separation::Comma(evidence),
        (Separators::Point, false) => Separation::Point(evidence),
    };
    let negative_in_brackets = if format.in_brackets { in_brackets } else { 0 };
    Notation { separators, negative_in_brackets }
}
