//! Reading a table: its rows are planned, read and put in their places at the same time, and of a row that
//! was read nothing is kept but its indicator.

use std::sync::Mutex;

use super::columns::{Columns, MeasureGroup};
use super::indicators;
use super::indicators::batches::{Block, Blocks, FACTS};
use super::indicators::ids::Slug;
use super::indicators::sections::{ReadRow, Sections};
use super::outline::body::Body;
use super::outline::row::OutlinedRow;
use super::outline::selection::Planned;
use super::parallel::ordered::through;
use super::source::cell::Row;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::{Diagnostic, Rule};
use crate::model::{Indicator, Warning, warnings};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// How to give a direction that was inferred.
pub(in crate::dataset) const INFERRED_HELP: &str =
    "a column `better` with higher or lower decides it";

/// How often a row is looked at, where reading its facts counts as several times.
pub(in crate::dataset) const LOOKS: usize = 5 + FACTS;

/// What rows were read as, and what was found in them.
struct ReadBlock {
    rows: Vec<ReadRow>,
    /// Rows among them that have values and no name.
    nameless: Vec<usize>,
    found: Collector,
}

impl Body<'_> {
    /// Reads the rows: sections from the top level, indicators from what has values. A section without a
    /// name is called `unnamed`.
    pub(in crate::dataset) fn read(
        &self,
        unnamed: &str,
        to: &mut Sections,
        found: &mut Collector,
        progress: &Progress,
    ) -> Result<(), Cancelled> {
        self.tell_columns(found);
        if self.columns.id.is_none() {
            to.ids.expect(self.end - self.rows.start);
        }
        let shared = Mutex::new(found.fork());
        let blocks = Blocks { plan: self.plan(progress)?, progress };
        let work = |block| {
            let found = shared.lock().map(|shared| shared.fork()).unwrap_or_default();
            self.facts(block, found)
        };
        through(blocks, work, |read| {
            self.put(read, unnamed, to, found);
            if let Ok(mut shared) = shared.lock() {
                *shared = found.fork();
            }
        });
        // Blocks end early where the reading was ended.
        progress.advance(0)?;
        self.tell_outside(self.end..self.rows.end, found);
        Ok(())
    }

    /// Reads what was planned.
    fn facts(&self, block: Block, mut found: Collector) -> ReadBlock {
        let (mut rows, mut row) = (Vec::with_capacity(block.planned.len()), Row::default());
        for Planned { mut begins, row: at, outlined } in block.planned {
            if self.sheet.read(at, &mut row).is_none() {
                continue;
            }
            let mut add = |row: &Row<'_>, outlined: OutlinedRow| {
                for (columns, outlined) in self.measured(row, outlined) {
                    let folded = fold(&outlined.name);
                    let indicator =
                        indicators::indicator((self, columns), row, outlined, &folded, &mut found);
                    self.check(columns, row, &indicator, &mut found);
                    let slug = indicator.id.is_empty().then(|| Slug::of_folded(&folded));
                    rows.push(ReadRow { begins: begins.take(), row: at, indicator, slug });
                }
            };
            match self.unstacked(&row, &outlined) {
                Some(rows) => rows.into_iter().for_each(|(row, part)| add(&row, part)),
                None => add(&row, outlined),
            }
        }
        ReadBlock { rows, nameless: block.nameless, found }
    }

    /// What a row holds of each measure. A row without values of any is one of the main measure.
    fn measured(&self, row: &Row<'_>, outlined: OutlinedRow) -> Vec<(&Columns, OutlinedRow)> {
        if self.others.is_empty() {
            return vec![(&self.columns, outlined)];
        }
        let filled =
            |columns: &Columns| columns.own_values().any(|column| !row.cell(column).is_empty());
        let mut measures: Vec<&Columns> = self.others.iter().chain([&self.columns]).collect();
        measures.retain(|columns| filled(columns));
        measures.sort_by_key(|columns| columns.own_values().min());
        if measures.is_empty() {
            return vec![(&self.columns, outlined)];
        }
        let of = |columns: &'_ Columns| {
            let mut outlined = outlined.clone();
            if let Some(MeasureGroup { name, unit, named }) = &columns.measure {
                outlined.unit = Some(unit.clone());
                match named {
                    true => outlined.name = format!("{} · {name}", outlined.name),
                    false => outlined.notes.insert(0, name.clone()),
                }
            }
            outlined
        };
        measures.into_iter().map(|columns| (columns, of(columns))).collect()
    }

    /// Puts what was read where it belongs.
    fn put(&self, read: ReadBlock, unnamed: &str, to: &mut Sections, found: &mut Collector) {
        self.tell_nameless(&read.nameless, found);
        found.append(read.found);
        for read in read.rows {
            let at = read.row;
            let mut read = read;
            if to.inferred.inherit(&mut read.indicator) {
                self.check_direction(at, &read.indicator, found);
            }
            to.inferred.list(&read.indicator, |what| {
                let column = self.columns.names.first().copied().unwrap_or_default();
                let row = &self.sheet.row(at);
                self.complaint(Rule::DirectionAssumed, row, column, what, INFERRED_HELP)
            });
            let section = to.sections.len() + usize::from(read.begins.is_some());
            if let Some(first) = to.duplicates.add(section, at, &read.indicator) {
                found.report(Rule::OppositeStatuses, || {
                    self.opposite(at, first, &read.indicator.name)
                });
            }
            if let Some(id) = to.push(read, unnamed) {
                found.report(Rule::DuplicateId, || self.id_given_twice(at, &id));
            }
        }
    }

    fn id_given_twice(&self, at: usize, id: &str) -> Diagnostic {
        let column = self.columns.id.unwrap_or_default();
        let found = format!("the id “{id}” is already taken");
        let expected = "expected an id of its own; it is named by its name";
        self.complaint(Rule::DuplicateId, &self.sheet.row(at), column, found, expected)
    }

    fn opposite(&self, at: usize, first: usize, name: &str) -> Diagnostic {
        let column = self.columns.names.first().copied().unwrap_or_default();
        let line = self.sheet.row(first).line;
        let found = format!(
            "“{}” is in row {line} as well, and one of them reached its plan, the other did not",
            one_line(name)
        );
        let expected = "both are kept; expected one row, or names that distinguish them";
        self.complaint(Rule::OppositeStatuses, &self.sheet.row(at), column, found, expected)
    }

    fn tell_nameless(&self, rows: &[usize], found: &mut Collector) {
        for at in rows.iter().copied() {
            let row = &self.sheet.row(at);
            let column = self.columns.names.first().copied().unwrap_or_default();
            let (_, name) = self.mark_and_name(row);
            let (rule, what, expected) = if name.trim().is_empty() {
                let expected = "expected the name of an indicator";
                (Rule::NoName, "values without a name".to_owned(), expected)
            } else {
                let what = format!("“{}” only checks sums", one_line(&name));
                (Rule::OutsideTable, what, "it is no indicator, and was not read")
            };
            found.report(rule, || self.complaint(rule, row, column, what, expected));
        }
    }

    /// Checks a direction that was inherited after the row was read.
    fn check_direction(&self, at: usize, indicator: &Indicator, found: &mut Collector) {
        let about = |warning: &Warning| matches!(warning, Warning::DirectionAgainstPercent { .. });
        for warning in warnings(indicator).into_iter().filter(about) {
            found.warn(warning, |warning| {
                let column = self.columns.names.first().copied().unwrap_or_default();
                self.complaint(Rule::of(warning), &self.sheet.row(at), column, "", "")
            });
        }
    }

    /// Keeps the checks that an indicator fails, with the cell that they are about.
    fn check(
        &self,
        columns: &Columns,
        row: &Row<'_>,
        indicator: &Indicator,
        found: &mut Collector,
    ) {
        for warning in warnings(indicator) {
            found.warn(warning, |warning| {
                let mut comparisons = columns.comparisons.iter();
                let percent = comparisons.find(|column| column.with_plan).map(|column| column.at);
                let column = match warning {
                    Warning::PercentAgainstPlan { .. } => percent,
                    Warning::VerdictAgainstFigures { .. } => columns.verdict,
                    _ => None,
                };
                let column = column.or(columns.actual).unwrap_or_default();
                self.complaint(Rule::of(warning), row, column, "", "")
            });
        }
    }
}
