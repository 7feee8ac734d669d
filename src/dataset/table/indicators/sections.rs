//! Collects the sections and indicators of a dataset, and gives each indicator an id.

use super::duplicate_names::{Duplicates, RowKey};
use super::ids::{Ids, Slug};
use super::inferred_direction::Inferred;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::outline::body::Body;
use crate::dataset::table::outline::selection::Beginning;
use crate::dataset::table::parallel::chunks::in_chunks;
use crate::dataset::value_rules;
use crate::model::{Indicator, Indicators, Section};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The sections and indicators of a dataset so far.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Sections {
    pub(in crate::dataset::table) ids: Ids,
    pub(in crate::dataset::table) sections: Vec<Section>,
    pub(in crate::dataset::table) indicators: Indicators,
    /// The directions inferred so far.
    pub(in crate::dataset::table) inferred: Inferred,
    pub(in crate::dataset::table) duplicates: Duplicates,
}

/// A row as an indicator, with the section that begins with it.
pub(in crate::dataset::table) struct ReadRow {
    pub(in crate::dataset::table) begins: Option<Beginning>,
    pub(in crate::dataset::table) row: usize,
    pub(in crate::dataset::table) indicator: Indicator,
    /// What distinguishes it from other rows of its section.
    pub(in crate::dataset::table) key: RowKey,
    /// The slug of its name, if the file has no id for it.
    pub(in crate::dataset::table) slug: Option<Slug>,
}

impl Sections {
    /// Reserves the ids in a table, before any id is made.
    pub(in crate::dataset::table) fn reserve_ids(
        &mut self,
        body: &Body<'_>,
        progress: &Progress,
    ) -> Result<(), Cancelled> {
        let Some(column) = body.schema().main.id else { return Ok(()) };
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

    /// Adds an indicator. If another one has its id already, it gets an id from its name, and its own is
    /// returned.
    pub(in crate::dataset::table) fn push(
        &mut self,
        read: ReadRow,
        unnamed: &str,
    ) -> Option<String> {
        let mut indicator = read.indicator;
        let at = self.indicators.len();
        if let Some(name) = read.begins {
            let name = name.filter(|name| value_rules::is_text(name));
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
        self.indicators.push(&indicator);
        if let Some(section) = self.sections.last_mut() {
            section.indicators.end = at + 1;
        }
        twice
    }
}
