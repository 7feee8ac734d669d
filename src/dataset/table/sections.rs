//! The sections of a table and their indicators, one after another: of a row that was read nothing is kept
//! but its indicator.

use std::thread;

use super::facts::{self, is_id, one_line};
use super::found::Found;
use super::grid::Row;
use super::ids::{Ids, slug, slug_of_folded};
use super::items::Outlined;
use super::pipeline::Pipeline;
use super::plan::{Beginning, Planned};
use super::rows::Table;
use crate::dataset::progress::{Ended, Progress};
use crate::dataset::{Complaint, Rule};
use crate::model::{Indicator, Indicators, Section, Warning, warnings};
use crate::text::fold::fold;

/// Rows that are read at a time.
const BLOCK: usize = 2048;

/// How often a row is looked at, where reading its facts counts as several times.
pub(super) const LOOKS: usize = 5 + FACTS;
const FACTS: usize = 4;

/// The sections and indicators of a dataset as they come to be.
#[derive(Debug, Default)]
pub(super) struct Sections {
    ids: Ids,
    pub(super) sections: Vec<Section>,
    pub(super) indicators: Indicators,
    /// How many have a direction that was assumed.
    pub(super) assumed: usize,
}

/// Rows that were planned, and room for what is found in them.
type Block = (Vec<Planned>, Found);

/// What rows were read as, and what was found in them.
type ReadBlock = (Vec<ReadRow>, Found);

/// A row as an indicator, with the section that begins with it.
struct ReadRow {
    begins: Option<Beginning>,
    row: usize,
    indicator: Indicator,
    /// What it is named by, if the file gives it no id.
    slug: Option<String>,
}

impl Sections {
    /// Reserves the ids that a table gives, before any is made up.
    pub(super) fn reserve_ids(&mut self, table: &Table<'_>) {
        let Some(column) = table.columns.id else { return };
        for row in table.sheet.range(table.rows.start..table.end) {
            let id = one_line(&row.cell(column).shown());
            if !id.is_empty() && is_id(&id) {
                self.ids.reserve(&id);
            }
        }
    }

    /// Adds an indicator. Returns its id if another has it already, and it was named by its name.
    fn push(&mut self, read: ReadRow, unnamed: &str) -> Option<String> {
        let mut indicator = read.indicator;
        let at = self.indicators.len();
        if let Some(name) = read.begins {
            let name = name.unwrap_or_else(|| unnamed.to_owned());
            self.sections.push(Section { name, indicators: at..at });
        }
        let given = !indicator.id.is_empty();
        let twice = given && !self.ids.take(&indicator.id);
        let twice = twice.then(|| std::mem::take(&mut indicator.id));
        if indicator.id.is_empty() {
            let parent = indicator.parents.last().map(String::as_str);
            let slug = read.slug.unwrap_or_else(|| slug(&indicator.name));
            indicator.id = self.ids.name(slug, parent);
        }
        self.assumed += usize::from(indicator.better_assumed);
        self.indicators.push(&indicator);
        if let Some(section) = self.sections.last_mut() {
            section.indicators.end = at + 1;
        }
        twice
    }
}

impl Table<'_> {
    /// Reads the rows: sections from the top level, indicators from what has values. A section without a
    /// name is called `unnamed`.
    pub(super) fn read(
        &self,
        unnamed: &str,
        to: &mut Sections,
        found: &mut Found,
        progress: &Progress,
    ) -> Result<(), Ended> {
        self.tell_columns(found);
        let work = |block| self.facts(block);
        thread::scope(|scope| {
            let mut pipeline = Pipeline::new(scope, &work);
            let mut plan = self.plan(progress)?;
            let mut planned = Vec::new();
            while let Some(next) = plan.next() {
                planned.push(next);
                if planned.len() == BLOCK {
                    self.tell_nameless(plan.nameless(), found);
                    progress.advance(planned.len() * FACTS)?;
                    let block = (std::mem::take(&mut planned), found.beside());
                    if let Some(read) = pipeline.give(block) {
                        self.put(read, unnamed, to, found);
                    }
                }
            }
            self.tell_nameless(plan.nameless(), found);
            progress.advance(planned.len() * FACTS)?;
            for read in pipeline.finish((planned, found.beside())) {
                self.put(read, unnamed, to, found);
            }
            self.tell_outside(self.end..self.rows.end, found);
            Ok(())
        })
    }

    /// Reads what was planned.
    fn facts(&self, (planned, mut found): Block) -> ReadBlock {
        let (mut read, mut row) = (Vec::with_capacity(planned.len()), Row::default());
        for Planned { mut begins, row: at, outlined } in planned {
            if self.sheet.read(at, &mut row).is_none() {
                continue;
            }
            let mut add = |row: &Row<'_>, outlined: Outlined| {
                let folded = fold(&outlined.name);
                let indicator = facts::indicator(self, row, outlined, &folded, &mut found);
                self.check(row, &indicator, &mut found);
                let slug = indicator.id.is_empty().then(|| slug_of_folded(&folded));
                read.push(ReadRow { begins: begins.take(), row: at, indicator, slug });
            };
            match self.unstacked(&row, &outlined) {
                Some(rows) => rows.into_iter().for_each(|(row, part)| add(&row, part)),
                None => add(&row, outlined),
            }
        }
        (read, found)
    }

    /// Puts what was read where it belongs.
    fn put(
        &self,
        (read, found_in_it): ReadBlock,
        unnamed: &str,
        to: &mut Sections,
        found: &mut Found,
    ) {
        found.append(found_in_it);
        for read in read {
            let at = read.row;
            if let Some(id) = to.push(read, unnamed) {
                found.complain(Rule::DuplicateId, || self.id_given_twice(at, &id));
            }
        }
    }

    fn id_given_twice(&self, at: usize, id: &str) -> Complaint {
        let column = self.columns.id.unwrap_or_default();
        let found = format!("the id “{id}” is already taken");
        let expected = "expected an id of its own; it is named by its name";
        self.complaint(Rule::DuplicateId, &self.sheet.row(at), column, found, expected)
    }

    fn tell_nameless(&self, rows: &mut Vec<usize>, found: &mut Found) {
        for at in rows.drain(..) {
            found.complain(Rule::NoName, || {
                let column = self.columns.names.first().copied().unwrap_or_default();
                let expected = "expected the name of an indicator";
                let row = &self.sheet.row(at);
                self.complaint(Rule::NoName, row, column, "values without a name", expected)
            });
        }
    }

    /// Keeps the checks that an indicator fails, with the cell that they are about.
    fn check(&self, row: &Row<'_>, indicator: &Indicator, found: &mut Found) {
        for warning in warnings(indicator) {
            found.warn(warning, |warning| {
                let mut comparisons = self.columns.comparisons.iter();
                let percent = comparisons.find(|column| column.with_plan).map(|column| column.at);
                let column = match warning {
                    Warning::PercentAgainstPlan { .. } => percent,
                    Warning::VerdictAgainstFigures { .. } => self.columns.verdict,
                    _ => None,
                };
                let column = column.or(self.columns.actual).unwrap_or_default();
                self.complaint(Rule::of(warning), row, column, "", "")
            });
        }
    }
}
