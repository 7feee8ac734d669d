//! The sections of a table and their indicators, one after another: of a row that was read nothing is kept
//! but its indicator.

use std::sync::Mutex;

use super::facts::{self, is_id};
use super::found::Found;
use super::grid::Row;
use super::ids::{Ids, Slug};
use super::items::Outlined;
use super::parts::in_parts;
use super::pipeline::through;
use super::plan::{Beginning, Block, Blocks, FACTS, Planned};
use super::rows::Table;
use crate::dataset::progress::{Ended, Progress};
use crate::dataset::{Complaint, Rule};
use crate::model::{Indicator, Indicators, Section, Warning, warnings};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// How often a row is looked at, where reading its facts counts as several times.
pub(super) const LOOKS: usize = 5 + FACTS;

/// The sections and indicators of a dataset as they come to be.
#[derive(Debug, Default)]
pub(super) struct Sections {
    ids: Ids,
    pub(super) sections: Vec<Section>,
    pub(super) indicators: Indicators,
    /// How many have a direction that was assumed.
    pub(super) assumed: usize,
}

/// What rows were read as, and what was found in them.
struct ReadBlock {
    rows: Vec<ReadRow>,
    /// Rows among them that have values and no name.
    nameless: Vec<usize>,
    found: Found,
}

/// A row as an indicator, with the section that begins with it.
struct ReadRow {
    begins: Option<Beginning>,
    row: usize,
    indicator: Indicator,
    /// What it is named by, if the file gives it no id.
    slug: Option<Slug>,
}

impl Sections {
    /// Reserves the ids that a table gives, before any is made up.
    pub(super) fn reserve_ids(
        &mut self,
        table: &Table<'_>,
        progress: &Progress,
    ) -> Result<(), Ended> {
        let Some(column) = table.columns.id else { return Ok(()) };
        let given = in_parts(table.rows.start..table.end, progress, |rows| {
            let mut given = Vec::new();
            table.sheet.each(rows, |_, row| {
                let id = one_line(&row.cell(column).shown());
                given.extend((!id.is_empty() && is_id(&id)).then(|| Ids::key(&id)));
            });
            given
        })?;
        given.into_iter().flatten().for_each(|key| self.ids.reserve(key));
        Ok(())
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
            let slug = read.slug.unwrap_or_else(|| Slug::of_folded(&fold(&indicator.name)));
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
        if self.columns.id.is_none() {
            to.ids.expect(self.end - self.rows.start);
        }
        let room = Mutex::new(found.beside());
        let blocks = Blocks { plan: self.plan(progress)?, progress };
        let work = |block| {
            let found = room.lock().map(|room| room.beside()).unwrap_or_default();
            self.facts(block, found)
        };
        through(blocks, work, |read| {
            self.put(read, unnamed, to, found);
            if let Ok(mut room) = room.lock() {
                *room = found.beside();
            }
        });
        // Blocks end early where the reading was ended.
        progress.advance(0)?;
        self.tell_outside(self.end..self.rows.end, found);
        Ok(())
    }

    /// Reads what was planned.
    fn facts(&self, block: Block, mut found: Found) -> ReadBlock {
        let (mut rows, mut row) = (Vec::with_capacity(block.planned.len()), Row::default());
        for Planned { mut begins, row: at, outlined } in block.planned {
            if self.sheet.read(at, &mut row).is_none() {
                continue;
            }
            let mut add = |row: &Row<'_>, outlined: Outlined| {
                let folded = fold(&outlined.name);
                let indicator = facts::indicator(self, row, outlined, &folded, &mut found);
                self.check(row, &indicator, &mut found);
                let slug = indicator.id.is_empty().then(|| Slug::of_folded(&folded));
                rows.push(ReadRow { begins: begins.take(), row: at, indicator, slug });
            };
            match self.unstacked(&row, &outlined) {
                Some(rows) => rows.into_iter().for_each(|(row, part)| add(&row, part)),
                None => add(&row, outlined),
            }
        }
        ReadBlock { rows, nameless: block.nameless, found }
    }

    /// Puts what was read where it belongs.
    fn put(&self, read: ReadBlock, unnamed: &str, to: &mut Sections, found: &mut Found) {
        self.tell_nameless(&read.nameless, found);
        found.append(read.found);
        for read in read.rows {
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

    fn tell_nameless(&self, rows: &[usize], found: &mut Found) {
        for at in rows.iter().copied() {
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
