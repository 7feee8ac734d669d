//! Collects the sections and indicators of a dataset, and gives each indicator an id.

use super::duplicate_names::{Duplicates, RowKey};
use super::ids::{Ids, Slug};
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::outline::selection::Beginning;
use crate::model::{Indicator, Indicators, Section};
use crate::text::fold::fold;

/// The sections and indicators of a dataset so far.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Sections {
    pub(in crate::dataset::table) ids: Ids,
    pub(in crate::dataset::table) sections: Vec<Section>,
    pub(in crate::dataset::table) indicators: Indicators,
    pub(in crate::dataset::table) duplicates: Duplicates,
    /// The number of the last section among those of the sheet.
    section: Option<usize>,
}

/// A row as an indicator, with the section that begins with it.
pub(in crate::dataset::table) struct ReadRow {
    pub(in crate::dataset::table) begins: Option<Beginning>,
    pub(in crate::dataset::table) row: usize,
    /// The place and period of its values.
    pub(in crate::dataset::table) slice: Slice,
    /// Whether it is the first indicator of its row.
    pub(in crate::dataset::table) is_first: bool,
    pub(in crate::dataset::table) indicator: Indicator,
    /// What distinguishes it from other rows of its section.
    pub(in crate::dataset::table) key: RowKey,
    /// The slug of its name, if the file has no id for it.
    pub(in crate::dataset::table) slug: Option<Slug>,
}

impl Sections {
    /// Goes on in the section with this number: begins it, unless the last row was in it.
    pub(super) fn continue_in(&mut self, number: usize, name: impl FnOnce() -> String) {
        if self.section != Some(number) {
            self.section = Some(number);
            let at = self.indicators.len();
            self.sections.push(Section { name: name(), indicators: at..at });
        }
    }

    /// Adds an indicator. If another one has its id already, it gets an id from its name, and its own is
    /// returned.
    pub(in crate::dataset::table) fn push(&mut self, read: ReadRow) -> Option<String> {
        let mut indicator = read.indicator;
        let at = self.indicators.len();
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
