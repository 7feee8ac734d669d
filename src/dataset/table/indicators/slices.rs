//! Collects the indicators of a sheet by slice: each becomes a dataset of its own.
//!
//! There may be a hundred thousand slices of a few indicators: all share one list of indicators, which is put into
//! the order of the slices at the end, and nothing is kept for a slice but its place, its period and its number.

use std::collections::{HashMap, HashSet};
use std::hint::black_box;
use std::sync::Arc;

use foldhash::fast::FixedState;
use indexmap::IndexSet;

use super::duplicate_names::{Duplicates, NamedRow};
use super::ids::{Ids, SharedIds, Slug};
use super::inferred_direction::Inferred;
use super::read_row::ReadRow;
use super::repeated_rows::RepeatedRows;
use super::sections::Sections;
use crate::dataset::parallel::chunks::in_chunks;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::outline::body::Body;
use crate::dataset::table::outline::selection::Beginning;
use crate::dataset::table::source::limits;
use crate::dataset::value_rules;
use crate::model::{Grouping, Indicators, Section};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The slices of a sheet so far, in the order in which they occur, and their indicators.
#[derive(Debug, Default)]
pub(crate) struct Slices {
    slices: IndexSet<Slice, FixedState>,
    /// The places, each once.
    places: HashSet<Arc<str>, FixedState>,
    /// The place that a place is in, where a row says so.
    uppers: HashMap<Arc<str>, Arc<str>, FixedState>,
    /// Whether there are more slices than the limit allows.
    pub(crate) are_too_many: bool,
    /// The slice of the last row: neighbouring rows are often of one slice.
    current: usize,
    /// The indicators of all slices, in the order of the rows.
    indicators: Indicators,
    /// The slice of each indicator; empty while there is only one.
    slice_of: Vec<u32>,
    sections: Sections,
    ids: Ids,
    /// The ids that indicators have in all slices.
    shared_ids: SharedIds,
    /// The place and the period of the table that is read, where they are not those of the dataset.
    own: Slice,
    /// The number of the table that is read, from 1.
    table: u32,
    /// The number of the last table that has rows of each slice.
    tables: Vec<u32>,
    /// The number of the first one.
    first_tables: Vec<u32>,
    /// The lines of the table that give the rows below them a unit.
    unit_lines: Vec<usize>,
    duplicates: Duplicates,
    repeated_rows: RepeatedRows,
    /// The directions inferred so far.
    pub(crate) inferred: Inferred,
}

/// The indicators of a slice, and their sections.
#[derive(Debug, Default)]
pub(crate) struct SliceContent {
    pub(crate) sections: Arc<[Section]>,
    pub(crate) indicators: Indicators,
    /// The place that its place is in, if a row says so.
    pub(crate) upper: Option<Arc<str>>,
    /// The first table that has rows of it, by index.
    pub(crate) table: usize,
}

/// What an indicator shares with another one of its slice.
pub(crate) enum Repeated {
    /// The id in the file.
    Id(String),
    /// The name, in a table whose rows say of which place and period they are.
    Value(String),
}

impl Slices {
    /// Reserves the ids in a table, before any id is made, and memory for what is kept of each row.
    pub(crate) fn reserve_ids(
        &mut self,
        body: &Body<'_>,
        progress: &Progress,
    ) -> Result<(), Cancelled> {
        if body.schema().main.columns.plan.is_some() {
            self.duplicates.expect(body.rows().len());
        }
        let Some(column) = body.schema().main.id else {
            self.ids.expect(body.rows().len());
            return Ok(());
        };
        let given = in_chunks(body.rows(), progress, |rows| {
            let mut given = Vec::new();
            body.sheet().each(rows, |_, row| {
                let id = one_line(&row.cell(column).shown());
                given.extend(value_rules::is_id(&id).then(|| Ids::key(&id)));
            });
            given
        })?;
        given.into_iter().flatten().for_each(|key| self.ids.reserve(key));
        Ok(())
    }

    /// Looks up some rows that will be added. The tables are larger than the caches of a processor, and these lookups,
    /// unlike those of adding, do not depend on each other: it waits for the memory of many at once, and once.
    pub(crate) fn look_up(&self, rows: &[ReadRow]) {
        if self.slices.len() > 1 {
            return;
        }
        let is_known = |read: &&ReadRow| {
            let is_taken = |slug| self.ids.is_taken(self.current, slug);
            read.slug.as_ref().is_some_and(is_taken) | self.duplicates.has(self.named(read))
        };
        black_box(rows.iter().filter(is_known).count());
    }

    /// Begins a table: what is asked about it later is of its rows only.
    pub(crate) fn begin_table(&mut self, own: Slice) {
        self.own = own;
        self.table += 1;
        self.unit_lines.clear();
    }

    /// Adds lines of the table that give the rows below them a unit.
    pub(crate) fn add_unit_lines(&mut self, lines: Vec<usize>) {
        self.unit_lines.extend(lines);
    }

    /// The lines of the table that give the rows below them a unit.
    pub(crate) fn unit_lines(&self) -> &[usize] {
        &self.unit_lines
    }

    /// The slices of the table, in the order in which the sheet has them.
    pub(crate) fn of_table(&self) -> impl Iterator<Item = &Slice> {
        let all = self.slices.iter().zip(&self.tables);
        all.filter(|(_, table)| **table == self.table).map(|(slice, _)| slice)
    }

    /// Begins a section, with the row that is added next; it is called `unnamed` if it has no name.
    pub(crate) fn begin(&mut self, name: &Beginning, unnamed: &str) {
        let name = name.as_deref().filter(|name| value_rules::is_text(name));
        self.sections.begin(name.unwrap_or(unnamed).to_owned(), self.indicators.len());
    }

    /// Goes to the slice of the next row.
    pub(crate) fn go_to(&mut self, slice: &Slice, upper: Option<&Arc<str>>) {
        if self.slices.get_index(self.current) != Some(slice) {
            self.current = match self.slices.get_index_of(slice) {
                Some(known) => known,
                None => self.add(slice, upper),
            };
        }
        self.tables[self.current] = self.table;
    }

    fn add(&mut self, slice: &Slice, upper: Option<&Arc<str>>) -> usize {
        let at = self.slices.len();
        // The reading ends with an error; until then no row is added.
        if at == limits::SLICES {
            self.are_too_many = true;
            return at - 1;
        }
        let place = slice.place.as_ref().map(|place| match self.places.get(place) {
            Some(known) => Arc::clone(known),
            None => {
                self.places.insert(Arc::clone(place));
                Arc::clone(place)
            }
        });
        if let (Some(place), Some(upper)) = (&place, upper) {
            self.uppers.entry(Arc::clone(place)).or_insert_with(|| Arc::clone(upper));
        }
        self.slices.insert(Slice { place, period: slice.period });
        self.tables.push(self.table);
        self.first_tables.push(self.table);
        if at == 1 {
            self.indicators.share_names();
            self.slice_of = vec![0; self.indicators.len()];
        }
        at
    }

    /// Returns an earlier row of the same slice, section and name whose status is the opposite one.
    pub(crate) fn opposite_of(&mut self, read: &ReadRow) -> Option<usize> {
        let named = self.named(read);
        self.duplicates.add(named, read.row, read.status.status)
    }

    /// Whether nothing distinguishes a row from an earlier one of the same table.
    pub(crate) fn repeats_row(&mut self, read: &ReadRow) -> bool {
        let is_named = read.is_first && read.indicator.id.is_empty();
        is_named
            && !read.is_of_slice
            && read.slice == self.own
            && self.repeated_rows.add(self.table, self.named(read), &read.indicator)
    }

    /// A row of the current slice and section.
    fn named(&self, read: &ReadRow) -> NamedRow {
        NamedRow { slice: self.current, section: self.sections.len(), key: read.key }
    }

    /// Adds an indicator to the current slice, and returns what another one there has already. If that is its id, it
    /// gets one from its name.
    pub(crate) fn push(&mut self, read: &mut ReadRow, unnamed: &str) -> Option<Repeated> {
        if self.are_too_many {
            return None;
        }
        if self.sections.len() == 0 {
            self.begin(&None, unnamed);
        }
        let indicator = &mut read.indicator;
        let given = !indicator.id.is_empty();
        let twice = given && !self.ids.take(self.current, &indicator.id);
        let twice = twice.then(|| Repeated::Id(std::mem::take(&mut indicator.id)));
        let mut repeats = false;
        if read.is_first && !read.is_of_slice {
            self.shared_ids.forget();
        }
        if indicator.id.is_empty() {
            let slug = read.slug.take().unwrap_or_else(|| Slug::of_folded(&fold(&indicator.name)));
            let parents = indicator.parents.as_slice();
            // Slices may lack rows, so that an id made in each of them would be that of another indicator elsewhere.
            indicator.id = if read.slice == self.own {
                self.ids.name(self.current, slug, parents.last().map(String::as_str))
            } else {
                let above = (parents, read.block.as_deref());
                let shared = self.shared_ids.id(&mut self.ids, &slug, above);
                let made = self.ids.made(self.current, shared.clone());
                // Rows of one slice may share a name; rows that name their slice may not.
                repeats = made != shared && read.is_of_slice && read.is_first;
                made
            };
        }
        let twice = twice.or_else(|| repeats.then(|| Repeated::Value(indicator.name.clone())));
        self.indicators.push(indicator);
        if self.slices.len() > 1 {
            // No more slices than a limit far below.
            self.slice_of.push(u32::try_from(self.current).unwrap_or(u32::MAX));
        }
        twice
    }

    /// The slices, those of a place in order of time; without any, an empty one.
    pub(crate) fn into_sorted(self) -> Vec<(Slice, SliceContent)> {
        let Self { slices, uppers, indicators, mut slice_of, sections, ids, duplicates, .. } = self;
        drop((ids, duplicates));
        // Tables are numbered from 1.
        let mut tables: Vec<usize> =
            self.first_tables.into_iter().map(|table| (table as usize).saturating_sub(1)).collect();
        let mut slices: Vec<Slice> = slices.into_iter().collect();
        if slices.is_empty() {
            return vec![Default::default()];
        }
        let grouping = if slices.len() == 1 {
            Grouping::one(indicators.len())
        } else {
            let order = sort(&mut slices);
            let mut pairs: Vec<_> = order.iter().copied().zip(tables).collect();
            pairs.sort_unstable();
            tables = pairs.into_iter().map(|(_, table)| table).collect();
            slice_of.iter_mut().for_each(|slice| *slice = order[*slice as usize]);
            Grouping::of(&slice_of, slices.len())
        };
        drop(slice_of);
        let sections = sections.of_groups(&grouping);
        let contents = indicators.into_groups(&grouping).into_iter().zip(sections).zip(tables);
        let slice = |(slice, ((indicators, sections), table)): (Slice, _)| {
            let upper = slice.place.as_ref().and_then(|place| uppers.get(place)).cloned();
            (slice, SliceContent { sections, indicators, upper, table })
        };
        slices.into_iter().zip(contents).map(slice).collect()
    }
}

/// Sorts slices by the first occurrence of their places, those of a place by time. Returns the new position of each.
fn sort(slices: &mut Vec<Slice>) -> Vec<u32> {
    let mut first: HashMap<_, usize, FixedState> = HashMap::default();
    let mut keyed = Vec::with_capacity(slices.len());
    for (at, slice) in std::mem::take(slices).into_iter().enumerate() {
        let place = *first.entry(slice.place.clone()).or_insert(at);
        keyed.push((place, at, slice));
    }
    keyed.sort_by_key(|(place, _, slice)| (*place, slice.period));
    let mut order = vec![0; keyed.len()];
    for (new, (_, at, slice)) in (0..).zip(keyed) {
        order[at] = new;
        slices.push(slice);
    }
    order
}
