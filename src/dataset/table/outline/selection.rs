//! Which rows are indicators, and which sections begin with them: sections come from the top level, or from
//! a column of their own.

use super::Items;
use super::body::Body;
use super::row::{Item, OutlinedRow};
use crate::dataset::progress::{Cancelled, Progress};
use crate::lexicon::rank::Marker;

/// A section that begins: its name, or `None` for what stands before the first one.
pub(in crate::dataset::table) type Beginning = Option<String>;

/// A row that will be an indicator, with the section that begins with it.
pub(in crate::dataset::table) struct Planned {
    pub(in crate::dataset::table) begins: Option<Beginning>,
    pub(in crate::dataset::table) row: usize,
    pub(in crate::dataset::table) outlined: OutlinedRow,
}

/// What the rows of the top level are, taken together.
struct Top {
    /// There are several, and each holds others.
    all_groups: bool,
    /// A flat list may be numbered in Roman; where one of them holds others, each is a section.
    of_letters: bool,
}

/// The rows that will be indicators, one after another.
pub(in crate::dataset::table) struct Selection<'t, 'a> {
    table: &'t Body<'a>,
    items: Items<'t, 'a>,
    top: Top,
    no_values: bool,
    /// The section that begins with the next indicator.
    begins: Option<Beginning>,
    /// The section that was named last.
    name: Option<String>,
    /// Whether the rows stand in a section that a row above names.
    within: bool,
}

impl<'a> Body<'a> {
    /// Plans which rows will be read as what.
    pub(in crate::dataset::table) fn plan<'t>(
        &'t self,
        progress: &'t Progress,
    ) -> Result<Selection<'t, 'a>, Cancelled> {
        Ok(Selection {
            table: self,
            items: self.items(progress),
            top: self.top(progress)?,
            no_values: self.columns.values().next().is_none(),
            begins: Some(None),
            name: None,
            within: false,
        })
    }

    /// Looks at the top level, for what must be known before its first row is read.
    fn top(&self, progress: &Progress) -> Result<Top, Cancelled> {
        let (mut count, mut groups, mut of_letters) = (0, 0, false);
        for (item, next) in self.items(progress) {
            if item.depth > 0 || item.is_whole {
                continue;
            }
            let group = self.is_group(&item, next);
            count += 1;
            groups += usize::from(group);
            let lettered = matches!(item.mark, Marker::Letter | Marker::Roman);
            of_letters |= lettered && (group || next.is_some_and(|next| next > 0));
            if (of_letters || !self.lettered) && groups < count {
                break;
            }
        }
        progress.advance(0)?;
        Ok(Top { all_groups: count > 1 && groups == count, of_letters })
    }

    /// Whether a row is there for those below it.
    fn is_group(&self, item: &Item, next: Option<usize>) -> bool {
        let children = next.is_some_and(|depth| depth > item.depth);
        let bare = !item.has_unit && !matches!(item.mark, Marker::Number(_));
        // In a list of names one that holds no others is a name.
        !item.has_values && (children || bare && self.columns.values().next().is_some())
    }
}

impl Selection<'_, '_> {
    /// Rows passed since that have values and no name.
    pub(in crate::dataset::table) fn take_nameless(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.items.nameless)
    }

    /// What a row will be; `None` if it is there for those below it.
    fn planned(&mut self, item: Item, next: Option<usize>) -> Option<Planned> {
        let group = self.table.is_group(&item, next);
        let opens = item.depth == 0
            && match item.mark {
                Marker::Letter | Marker::Roman => self.top.of_letters,
                Marker::Capitals => group,
                Marker::Plain(_) | Marker::Number(_) => group && self.top.all_groups,
                _ => false,
            };
        if opens {
            self.within = true;
            self.begin(Some(item.outlined.name.clone()));
        } else if item.is_whole && self.within {
            // It is of no section, not even of the last one.
            self.within = false;
            self.begin(None);
        } else if item.depth == 0 && self.within && !group {
            // What ranks beside sections but is none stands for itself.
            self.within = item.mark > Marker::Capitals;
        }
        if group && (opens || !self.no_values) {
            return None;
        }
        let mut outlined = item.outlined;
        if self.within && !opens && !outlined.parents.is_empty() {
            outlined.parents.remove(0);
        }
        if item.section.is_some() && item.section != self.name {
            self.begin(item.section);
        }
        Some(Planned { begins: self.begins.take(), row: item.row, outlined })
    }

    fn begin(&mut self, name: Option<String>) {
        self.begins = Some(name.clone());
        self.name = name;
    }
}

impl Iterator for Selection<'_, '_> {
    type Item = Planned;

    fn next(&mut self) -> Option<Planned> {
        loop {
            let (item, next) = self.items.next()?;
            if let Some(planned) = self.planned(item, next) {
                return Some(planned);
            }
        }
    }
}
