//! Collects the indicators of a table by slice: each becomes a dataset of its own.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::ids::Ids;
use super::inferred_direction::Inferred;
use super::sections::{ReadRow, Sections};
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::outline::body::Body;
use crate::dataset::table::outline::selection::Beginning;
use crate::dataset::table::parallel::chunks::in_chunks;
use crate::dataset::table::source::limits;
use crate::dataset::value_rules;
use crate::text::one_line::one_line;

/// The slices of a sheet so far, in the order in which they occur.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Slices {
    all: Vec<(Slice, Sections)>,
    positions: HashMap<Slice, usize, FixedState>,
    /// Whether there are more than the limit allows.
    pub(in crate::dataset::table) are_too_many: bool,
    /// The slice of the last row: neighbouring rows are often of one slice.
    last: usize,
    /// The hashes of the ids in the file, so that none of them is made for another row.
    reserved: Vec<u64>,
    /// The number of ids that a slice will have at least, if the table has only one.
    expected: usize,
    /// The number of sections begun so far, and the name of the last one.
    section: (usize, Beginning),
    /// The directions inferred so far.
    pub(in crate::dataset::table) inferred: Inferred,
}

impl Slices {
    /// Reserves the ids in a table, before any id is made.
    pub(in crate::dataset::table) fn reserve_ids(
        &mut self,
        body: &Body<'_>,
        progress: &Progress,
    ) -> Result<(), Cancelled> {
        let Some(column) = body.schema().main.id else {
            self.expected = self.expected.max(body.rows().len());
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
        self.reserved.extend(given.into_iter().flatten());
        Ok(())
    }

    /// Begins a section, with the row that is added next.
    pub(in crate::dataset::table) fn begin(&mut self, name: Beginning) {
        self.section = (self.section.0 + 1, name);
    }

    /// The sections and indicators of the slice that a row belongs to. A section that was begun since its last
    /// row begins there as well, with the name `unnamed` if it has none.
    pub(in crate::dataset::table) fn of_row(
        &mut self,
        read: &ReadRow,
        unnamed: &str,
    ) -> &mut Sections {
        let at = match self.all.get(self.last) {
            Some((slice, _)) if *slice == read.slice => self.last,
            _ => self.position(&read.slice),
        };
        self.last = at;
        let (number, name) = &self.section;
        let sections = &mut self.all[at].1;
        sections.continue_in(*number, || {
            let name = name.as_deref().filter(|name| value_rules::is_text(name));
            name.unwrap_or(unnamed).to_owned()
        });
        sections
    }

    fn position(&mut self, slice: &Slice) -> usize {
        if let Some(at) = self.positions.get(slice) {
            return *at;
        }
        let at = self.all.len();
        // The reading ends with an error; until then the rows need no memory of their own.
        if at == limits::SLICES {
            self.are_too_many = true;
            return at - 1;
        }
        let mut sections = Sections::default();
        self.reserved.iter().for_each(|key| sections.ids.reserve(*key));
        if at == 0 {
            sections.ids.expect(self.expected);
        }
        self.all.push((slice.clone(), sections));
        self.positions.insert(slice.clone(), at);
        at
    }

    /// The slices, those of a place in order of time; without any, an empty one.
    pub(in crate::dataset::table) fn into_sorted(self) -> Vec<(Slice, Sections)> {
        let mut all = self.all;
        if all.is_empty() {
            return vec![Default::default()];
        }
        let mut first: HashMap<_, usize, FixedState> = HashMap::default();
        for (at, (slice, _)) in all.iter().enumerate() {
            first.entry(slice.place.clone()).or_insert(at);
        }
        all.sort_by_key(|(slice, _)| (first.get(&slice.place).copied(), slice.period));
        all
    }
}
