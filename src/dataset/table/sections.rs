//! The sections of a table and their indicators, one after another: of a row that was read nothing is kept
//! but its indicator.

use super::facts::{self, is_id, one_line};
use super::found::Found;
use super::grid::{Cell, Cells, Row};
use super::ids::Ids;
use super::outline::Mark;
use super::parts::shared_out;
use super::rows::{Item, Outlined, Table};
use super::unit;
use crate::dataset::progress::{Ended, Progress};
use crate::dataset::{Complaint, Rule};
use crate::model::{Indicator, Indicators, Section, Warning, warnings};

/// Rows that are read at a time.
const BLOCK: usize = 4096;

/// The least number of rows that are worth a thread.
const WORTH: usize = 512;

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

/// A section that begins: its name, or `None` for what stands before the first one.
type Beginning = Option<String>;

/// A row that will be an indicator, with the section that begins with it.
struct Planned {
    begins: Option<Beginning>,
    row: usize,
    outlined: Outlined,
}

/// What the rows of the top level are, taken together.
struct Top {
    /// There are several, and each holds others.
    all_groups: bool,
    /// A flat list may be numbered in Roman; where one of them holds others, each is a section.
    of_letters: bool,
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
    fn push(
        &mut self,
        begins: Option<Beginning>,
        mut indicator: Indicator,
        unnamed: &str,
    ) -> Option<String> {
        let at = self.indicators.len();
        if let Some(name) = begins {
            let name = name.unwrap_or_else(|| unnamed.to_owned());
            self.sections.push(Section { name, indicators: at..at });
        }
        let given = !indicator.id.is_empty();
        let twice = given && !self.ids.take(&indicator.id);
        let twice = twice.then(|| std::mem::take(&mut indicator.id));
        if indicator.id.is_empty() {
            let parent = indicator.parents.last().map(String::as_str);
            indicator.id = self.ids.name(&indicator.name, parent);
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
        let top = self.top(progress)?;
        let no_values = self.columns.values().next().is_none();
        let (mut begins, mut name, mut within) = (Some(None), None, false);
        let mut planned = Vec::new();
        let mut items = self.items();
        while let Some((item, next)) = items.next() {
            let group = self.is_group(&item, next);
            let opens = item.depth == 0
                && match item.mark {
                    Mark::Letter | Mark::Roman => top.of_letters,
                    Mark::Capitals => group,
                    Mark::Plain(_) | Mark::Number(_) => group && top.all_groups,
                    _ => false,
                };
            if opens {
                within = true;
                name = Some(item.outlined.name.clone());
                begins = Some(name.clone());
            } else if item.depth == 0 && within && !group {
                // What ranks beside sections but is none stands for itself.
                within = item.mark > Mark::Capitals;
            }
            if group && (opens || !no_values) {
                continue;
            }
            let mut outlined = item.outlined;
            if within && !opens && !outlined.parents.is_empty() {
                outlined.parents.remove(0);
            }
            if item.section.is_some() && item.section != name {
                name = item.section;
                begins = Some(name.clone());
            }
            planned.push(Planned { begins: begins.take(), row: item.row, outlined });
            if planned.len() == BLOCK {
                self.tell_nameless(&mut items.nameless, found);
                progress.advance(planned.len() * FACTS)?;
                self.facts(std::mem::take(&mut planned), unnamed, to, found);
            }
        }
        self.tell_nameless(&mut items.nameless, found);
        progress.advance(planned.len() * FACTS)?;
        self.facts(planned, unnamed, to, found);
        self.tell_outside(self.end..self.rows.end, found);
        Ok(())
    }

    /// Looks at the top level, for what must be known before its first row is read.
    fn top(&self, progress: &Progress) -> Result<Top, Ended> {
        let (mut count, mut groups, mut of_letters) = (0, 0, false);
        for (nth, (item, next)) in self.items().enumerate() {
            if nth % BLOCK == 0 {
                progress.advance(BLOCK)?;
            }
            if item.depth > 0 {
                continue;
            }
            let group = self.is_group(&item, next);
            count += 1;
            groups += usize::from(group);
            let lettered = matches!(item.mark, Mark::Letter | Mark::Roman);
            of_letters |= lettered && (group || next.is_some_and(|next| next > 0));
            if of_letters && groups < count {
                break;
            }
        }
        Ok(Top { all_groups: count > 1 && groups == count, of_letters })
    }

    /// Reads what was planned, and puts it where it belongs.
    fn facts(&self, planned: Vec<Planned>, unnamed: &str, to: &mut Sections, found: &mut Found) {
        let room = &*found;
        let read = shared_out(planned, WORTH, |planned| {
            let (mut read, mut found) = (Vec::with_capacity(planned.len()), room.beside());
            for Planned { mut begins, row: at, outlined } in planned {
                let row = self.sheet.row(at);
                let mut add = |row: &Row<'_>, outlined| {
                    let indicator = facts::indicator(self, row, outlined, &mut found);
                    self.check(row, &indicator, &mut found);
                    read.push((at, begins.take(), indicator));
                };
                match self.unstacked(&row, &outlined) {
                    Some(rows) => rows.into_iter().for_each(|(row, part)| add(&row, part)),
                    None => add(&row, outlined),
                }
            }
            (read, found)
        });
        for (read, of_part) in read {
            found.append(of_part);
            for (at, begins, indicator) in read {
                if let Some(id) = to.push(begins, indicator, unnamed) {
                    found.complain(Rule::DuplicateId, || self.id_given_twice(at, &id));
                }
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

    /// A row in which two units stand over each other is two indicators.
    fn unstacked<'r>(
        &self,
        row: &Row<'r>,
        outlined: &Outlined,
    ) -> Option<Vec<(Row<'r>, Outlined)>> {
        let lines = |column: usize| -> Vec<String> {
            let text = row.cell(column).shown();
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        };
        let unit = self.columns.unit.filter(|column| row.cell(*column).shown().contains('\n'))?;
        let units = lines(unit);
        let columns: Vec<usize> = self.columns.values().collect();
        let fits = |column: &usize| matches!(lines(*column).len(), n if n == units.len() || n == 0);
        if units.len() < 2 || !units.iter().all(|u| unit::is_unit(u)) || !columns.iter().all(fits) {
            return None;
        }
        let part = |(at, unit): (usize, &String)| {
            let mut cells = row.cells.to_vec();
            for column in &columns {
                if let (Some(cell), Some(line)) = (cells.get_mut(*column), lines(*column).get(at)) {
                    *cell = Cell::text(line.clone());
                }
            }
            let row = Row { cells: Cells::Own(cells), ..*row };
            (row, Outlined { unit: Some(unit.clone()), ..outlined.clone() })
        };
        Some(units.iter().enumerate().map(part).collect())
    }

    /// Whether a row is there for those below it.
    fn is_group(&self, item: &Item, next: Option<usize>) -> bool {
        let children = next.is_some_and(|depth| depth > item.depth);
        let bare = !item.has_unit && !matches!(item.mark, Mark::Number(_));
        // In a list of names one that holds no others is a name.
        !item.has_values && (children || bare && self.columns.values().next().is_some())
    }
}
