//! Reports how a table was read: one diagnostic for each column, and those for cells outside the table.

use super::columns::column::{Column, ColumnKind};
use super::columns::note_reason::NoteReason;
use super::columns::number_format::FormatDecision;
use super::columns::value_group::ValueGroup;
use super::computed_columns::is_computed;
use super::layout::header::Repeated;
use super::layout::nearest_header;
use super::outline::body::Body;
use super::source::cell::Row;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::{
    CellProblem, ColumnProblem, ColumnRole, ComparisonBase, ComparisonEvidence, KeptBecause,
    Notation, Problem, Separation, SheetProblem, column_letters,
};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::role::Role;
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

/// Reports how each column was read.
pub(crate) fn report_columns(body: &Body<'_>, collector: &mut Collector) {
    report_repeated_headings(body, collector);
    report_no_values(body, collector);
    for column in body.schema().values() {
        let problem = ColumnProblem::Read {
            heading: heading(body, column),
            role: role(body, column),
            notation: notation(body.schema().columns[column].numbers),
            unsupported: is_unsupported(body, column),
        };
        report_heading(body, column, problem, collector);
    }
    report_shared_cells(body, collector);
    report_note_columns(body, collector);
    report_unread_columns(body, collector);
    report_unknown_columns(body, collector);
}

/// Reports columns with values whose role, or whose base of comparison, is not known.
fn report_unknown_columns(body: &Body<'_>, collector: &mut Collector) {
    for at in kept_columns(body) {
        let heading = heading(body, at);
        let column = body.schema().columns.get(at);
        let role = column.map_or(&Role::Unknown, |column| &column.role);
        let compares = matches!(role, Role::Comparison(Comparison::Either | Comparison::Rate));
        let explained = column.is_some_and(|column| column.kept().is_some());
        if *role != Role::Unknown && (!compares || explained) || is_computed(body, at) {
            continue;
        }
        // A line below the table is under no column.
        let mut below = body.sheet().range(body.rows());
        let is_filled =
            |row: &Row<'_>| !row.cell(at).is_empty() && !body.shifted_rows.contains(row);
        let Some(filled) = below.find(is_filled) else { continue };
        if heading.is_empty() {
            // Without a heading, the first filled cell shows where the column is.
            collector.report(ColumnProblem::NoHeading, || body.location(&filled, at));
        } else if compares {
            report_heading(body, at, ColumnProblem::UnclearComparison { heading }, collector);
        } else {
            report_heading(body, at, ColumnProblem::Unknown { heading }, collector);
        }
    }
}

/// The heading of a column on one line.
pub(super) fn heading(body: &Body<'_>, column: usize) -> String {
    one_line(body.schema().heading(column))
}

/// Reports a problem of a column, located at its heading.
pub(super) fn report_heading(
    body: &Body<'_>,
    column: usize,
    problem: impl Into<Problem>,
    collector: &mut Collector,
) {
    let row = body.area.header.first;
    collector.report(problem, || body.location(&body.sheet().row(row), column));
}

/// Reports values that are merged over several rows or columns.
fn report_shared_cells(body: &Body<'_>, collector: &mut Collector) {
    for (line, column, range) in body.shared_cells.ranges() {
        let Some(row) = body.sheet().at_line(line).map(|at| body.sheet().row(at)) else { continue };
        let text = one_line(&row.cell(column).shown());
        let problem = CellProblem::SharedCell { text, range };
        collector.report(problem, || body.location(&row, column));
    }
}

/// Reports columns far right of the last heading.
fn report_unread_columns(body: &Body<'_>, collector: &mut Collector) {
    if let Some(column) = body.extent.first_unread {
        report_heading(body, column, SheetProblem::FarRight, collector);
    }
}

/// Reports that no column of numbers has a known role. A list of names has none.
fn report_no_values(body: &Body<'_>, collector: &mut Collector) {
    if !body.schema().is_list_of_names() || body.schema().main.verdict.is_some() {
        return;
    }
    let may_be_value =
        |of: &Column| nearest_header::may_be_value(&of.heading, &of.role, &of.profile);
    if let Some(column) = body.schema().columns.iter().rposition(may_be_value) {
        let heading = heading(body, column);
        report_heading(body, column, ColumnProblem::NoValues { heading }, collector);
    }
}

/// What a column of values was read as.
fn role(body: &Body<'_>, column: usize) -> ColumnRole {
    let is_own = |group: &&ValueGroup| group.values().any(|at| at == column);
    let group = body.schema().groups().find(is_own);
    let measure =
        group.and_then(|group| group.columns.measure.as_ref()).map(|own| own.name.clone());
    let measure = measure.filter(|name| !name.is_empty());
    match &body.schema().columns[column].kind {
        ColumnKind::Plan => ColumnRole::Plan { measure },
        ColumnKind::Actual => ColumnRole::Actual { measure },
        ColumnKind::Comparison(comparison) => {
            let base = match comparison.with_plan {
                true => ComparisonBase::Plan,
                false => ComparisonBase::Period(comparison.period.clone()),
            };
            let (rows, of, tested) = (comparison.evidence, comparison.of, comparison.tested);
            let evidence = ComparisonEvidence { rows, of, tested };
            ColumnRole::Comparison { measure, kind: comparison.meaning.reported(), base, evidence }
        }
        ColumnKind::Rank(_) => ColumnRole::Rank,
        ColumnKind::Cross => ColumnRole::Cross,
        _ => ColumnRole::OtherPeriod,
    }
}

/// The columns that are only shown in the notes.
fn kept_columns(body: &Body<'_>) -> Vec<usize> {
    let kept = body.schema().groups().flat_map(|group| group.kept.iter().copied());
    let mut kept: Vec<usize> = kept.chain(body.extent.unheaded.clone()).collect();
    kept.sort_unstable();
    kept
}

/// Whether a column is a comparison with values that no row supports. One whose heading says what it compares, in a
/// table without the values of the base, is read like any other column.
fn is_unsupported(body: &Body<'_>, column: usize) -> bool {
    let comparison = body.schema().comparison(column);
    comparison.is_some_and(|found| found.evidence == 0 && !found.is_stated)
        && is_filled(body, column)
}

/// Whether a column has a value in any row.
fn is_filled(body: &Body<'_>, column: usize) -> bool {
    let mut rows = body.sheet().range(body.area.rows.clone());
    rows.any(|row| !verdict::is_missing(&row.cell(column).shown()))
}

/// Reports which columns of values are only shown in the notes, and why.
fn report_note_columns(body: &Body<'_>, collector: &mut Collector) {
    for group in body.schema().groups() {
        let Some((plan, actual)) = group.columns.plan.zip(group.columns.actual) else { continue };
        let unit = |at: usize| body.schema().columns[at].unit.as_deref();
        if unit(plan)
            .zip(unit(actual))
            .is_some_and(|(plan, own)| !unit::fits(plan, own) && !unit::fits(own, plan))
        {
            let because = KeptBecause::OtherUnit { actual: heading(body, actual) };
            let problem = ColumnProblem::Kept { heading: heading(body, plan), because };
            report_heading(body, plan, problem, collector);
        }
    }
    for at in kept_columns(body) {
        let Some(column) = body.schema().columns.get(at) else { continue };
        if column.role == Role::Aside && column.profile.are_figures() {
            let (heading, because) = (heading(body, at), KeptBecause::Aside);
            report_heading(body, at, ColumnProblem::Kept { heading, because }, collector);
            continue;
        }
        let reason = column.kept();
        if let Some(why) = reason.filter(|_| is_filled(body, at)) {
            let (heading, because) = (heading(body, at), because(body, at, why));
            report_heading(body, at, ColumnProblem::Kept { heading, because }, collector);
        }
    }
}

/// Why a column is only kept in the notes, with the headings concerned.
fn because(body: &Body<'_>, column: usize, why: NoteReason) -> KeptBecause {
    let heading = |at: usize| heading(body, at);
    let plan = || {
        let group = body.schema().groups().find(|group| group.kept.contains(&column));
        group.and_then(|group| group.columns.plan).map(heading).unwrap_or_default()
    };
    match why {
        NoteReason::OtherValue { of: Some(of), evidence } => {
            KeptBecause::OtherValue { of: heading(of), evidence }
        }
        NoteReason::OtherValue { of: None, .. } => KeptBecause::NoSuchValue,
        NoteReason::OtherPeriod => KeptBecause::OtherPeriod,
        NoteReason::Difference => KeptBecause::Difference,
        NoteReason::Planned => KeptBecause::Planned,
        NoteReason::Share => KeptBecause::Share,
        NoteReason::OtherPlan(other) => KeptBecause::OtherPlan { plan: heading(other) },
        NoteReason::SecondPercent => KeptBecause::SecondPercent { plan: plan() },
        NoteReason::Unsupported => KeptBecause::Unsupported,
        NoteReason::SecondPlan { evidence } => KeptBecause::SecondPlan { plan: plan(), evidence },
        NoteReason::OtherMeasure => KeptBecause::OtherMeasure,
    }
}

/// Reports columns that repeat the heading of another.
fn report_repeated_headings(body: &Body<'_>, collector: &mut Collector) {
    for Repeated { first, column } in body.area.header.repeated.iter().copied() {
        let (heading, first) = (heading(body, column), column_letters(first + 1));
        report_heading(body, column, ColumnProblem::Repeated { heading, first }, collector);
    }
}

/// Reports the rows below the table that do not belong to it.
pub(crate) fn report_outside(body: &Body<'_>, collector: &mut Collector) {
    let rows = body.extent.end..body.area.rows.end;
    if let Some(row) = body.sheet().get(rows.start).filter(|_| !rows.is_empty()) {
        let column = row.filled_cells().next().map_or(0, |(column, _)| column);
        let text: String = row.cell(column).shown().chars().take(60).collect();
        // A second row with numbers is neither a date nor a telephone number.
        let figures = |at: &usize| body.reader.has_figure(&body.sheet().row(*at));
        let has_numbers = rows.clone().filter(figures).nth(1).is_some();
        let problem =
            SheetProblem::TableEnds { text: one_line(&text), rows: rows.len(), has_numbers };
        collector.report(problem, || body.location(&row, column));
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
