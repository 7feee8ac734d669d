//! Decides which rows are indicators and where sections begin. Sections are the groups of the top level, or
//! have a column of their own.

use std::sync::Arc;

use super::PlacedRows;
use super::body::Body;
use super::place_parts::{PlacePart, PlaceParts};
use super::row::{OutlinedRow, PlacedRow};
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::marker_order::Marker;
use crate::lexicon::place::{is_place, is_whole};
use crate::text::one_line::one_line;

/// The name of a section that begins, or `None` for the rows before the first section.
pub(crate) type Beginning = Option<String>;

/// A row that becomes an indicator, with the section that begins with it.
pub(crate) struct SelectedRow<'t> {
    pub(crate) begins: Option<Beginning>,
    pub(crate) row: usize,
    pub(crate) cells: Row<'t>,
    pub(crate) outlined: OutlinedRow,
}

/// Properties of all rows of the top level together.
struct Top {
    /// Whether there are several, and each has children.
    all_groups: bool,
    /// Whether of those with a letter or Roman numeral at least as many have children as have none.
    /// Then each of them is a section; otherwise they are a list, in which some have parts.
    of_letters: bool,
}

/// The most rows of the top level that are looked at for it.
const MOST_TOP: usize = 1_000;

/// An iterator over the rows that become indicators.
pub(crate) struct Selection<'t, 'a> {
    body: &'t Body<'a>,
    rows: PlacedRows<'t, 'a>,
    top: Top,
    no_values: bool,
    /// The section that begins with the next indicator.
    begins: Option<Beginning>,
    /// The name of the last section.
    name: Option<String>,
    /// Whether the rows are in a section that a row above names.
    within: bool,
    /// Whether parts of indicators are places.
    place_parts: PlaceParts,
    /// Whether the lines without values are places, each above its rows.
    are_places: bool,
    /// The last of these places.
    place: Option<Arc<str>>,
    /// Whether that row has values, so that it is the whole of the rows in its section.
    is_whole: bool,
}

impl<'t, 'a> Selection<'t, 'a> {
    /// Decides which rows become indicators. An error if the user cancelled.
    pub(crate) fn of(body: &'t Body<'a>, progress: &'t Progress) -> Result<Self, Cancelled> {
        Ok(Self {
            body,
            rows: PlacedRows::of(body, progress),
            top: Top::of(body, progress)?,
            no_values: body.schema().is_list_of_names(),
            begins: Some(None),
            name: None,
            within: false,
            place_parts: PlaceParts::of(body, progress)?,
            are_places: are_places(body),
            place: None,
            is_whole: false,
        })
    }
}

impl Top {
    /// Scans the top level, for properties that must be known before its first row is read.
    fn of(body: &Body<'_>, progress: &Progress) -> Result<Self, Cancelled> {
        let (mut count, mut groups) = (0, 0);
        let (mut wholes, mut alone) = (0, 0);
        for (placed, _, next) in PlacedRows::of(body, progress) {
            if placed.depth > 0 || placed.is_whole {
                continue;
            }
            let group = is_group(body, &placed, next);
            count += 1;
            groups += usize::from(group);
            if matches!(placed.marker, Marker::Letter | Marker::Roman) {
                let has_children = group || next.is_some_and(|next| next > 0);
                wholes += usize::from(has_children);
                alone += usize::from(!has_children);
            }
            let is_decided = !body.extent.lettered || count == MOST_TOP;
            if is_decided && groups < count {
                break;
            }
        }
        progress.advance(0)?;
        let of_letters = wholes > 0 && wholes >= alone;
        Ok(Self { all_groups: count > 1 && groups == count, of_letters })
    }
}

/// Whether the lines without values are places, each above its rows: "Huyện Ba Bể" above "Diện
/// tích", "Sản lượng", or above "Năm 2023", "Năm 2024".
fn are_places(body: &Body<'_>) -> bool {
    if body.schema().is_list_of_names() || body.schema().axes.rows == RowKind::Places {
        return false;
    }
    let (mut places, mut others) = (0, 0);
    for row in body.sampled_rows().filter(|row| !body.has_values(row)) {
        let name = body.reader.marker_and_name(&row).marked().name;
        let known = is_place(&name) || is_whole(&name);
        places += usize::from(known);
        others += usize::from(!known && !name.trim().is_empty());
    }
    places > 1 && others * 4 <= places
}

/// Whether a row is only a group for the rows below it.
fn is_group(body: &Body<'_>, placed: &PlacedRow, next: Option<usize>) -> bool {
    let children = next.is_some_and(|depth| depth > placed.depth);
    let bare = !placed.has_unit && !matches!(placed.marker, Marker::Number(_));
    // In a list of names, a row without children is a name.
    !placed.has_values && (children || bare && !body.schema().is_list_of_names())
}

impl<'t> Selection<'t, '_> {
    /// The rows to report since the last call.
    pub(crate) fn take_to_report(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.rows.to_report)
    }

    /// The lines that began a block since the last call.
    pub(crate) fn take_unit_lines(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.rows.blocks.lines)
    }

    /// The indicator for a row; `None` if it is only a group.
    fn selected(
        &mut self,
        placed: PlacedRow,
        cells: Row<'t>,
        next: Option<usize>,
    ) -> Option<SelectedRow<'t>> {
        let is_group = is_group(self.body, &placed, next);
        let opens = self.opens_section(&placed, is_group);
        if placed.leaves_block && self.within {
            self.end_section();
        }
        let name = placed.outlined.name.trim_end_matches([':', ' ']);
        if self.are_places && is_group && (is_place(name) || is_whole(name)) {
            self.place = Some(Arc::from(name));
            return None;
        }
        self.follow_section(&placed, opens, is_group);
        if is_group && (opens || !self.no_values) {
            return None;
        }
        let PlacedRow { row, mut outlined, section, .. } = placed;
        let group = self.name.as_deref().filter(|_| self.within);
        let part = self.place_parts.part(&outlined.parents, &outlined.name, group);
        if let Some(PlacePart { place, parents, name, .. }) = part {
            (outlined.place, outlined.parents, outlined.name) = (Some(place.into()), parents, name);
        }
        if self.within && !self.is_whole && !opens && !outlined.parents.is_empty() {
            outlined.parents.remove(0);
        }
        if let Some(place) = &self.place {
            outlined.parents.retain(|parent| parent.trim_end_matches([':', ' ']) != &**place);
            outlined.place = Some(Arc::clone(place));
        }
        if let Some(section) = section {
            self.take_section(section, &mut outlined);
        }
        Some(SelectedRow { begins: self.begins.take(), row, cells, outlined })
    }

    /// Whether a section begins with a row.
    fn opens_section(&self, placed: &PlacedRow, is_group: bool) -> bool {
        placed.depth == 0
            && match placed.marker {
                Marker::Letter | Marker::Roman => self.top.of_letters,
                Marker::Block | Marker::Capitals => is_group,
                Marker::Plain(_) | Marker::Number(_) => is_group && self.top.all_groups,
                _ => false,
            }
    }

    /// Begins the section that a row opens, or ends the one before it.
    fn follow_section(&mut self, placed: &PlacedRow, opens: bool, is_group: bool) {
        if opens {
            (self.within, self.is_whole) = (true, placed.has_values);
            self.begin(Some(placed.outlined.name.clone()));
        } else if placed.is_whole && self.within {
            // The total belongs to no section, not even to the last one.
            self.end_section();
        } else if placed.depth == 0 && self.within && !is_group {
            // A row with the rank of a section that is not a section itself ends the section.
            self.within = placed.marker > Marker::Capitals;
            if placed.marker == Marker::Capitals {
                self.begin(None);
            }
        }
    }

    /// Takes the section that a column names for a row.
    fn take_section(&mut self, section: String, outlined: &mut OutlinedRow) {
        let schema = self.body.schema();
        if schema.axes.place.is_some() || schema.axes.period.is_some() {
            outlined.block = Some(Arc::from(section.as_str()));
        }
        if self.within {
            // The rows have blocks: what the column says of a row does not end them.
            let heading = schema.section.map(|at| schema.heading(at)).unwrap_or_default();
            outlined.notes.push(format!("{}: {section}", one_line(heading)));
        } else if self.name.as_ref() != Some(&section) {
            self.begin(Some(section));
        }
    }

    fn end_section(&mut self) {
        self.within = false;
        self.begin(None);
    }

    fn begin(&mut self, name: Option<String>) {
        self.begins = Some(name.clone());
        self.name = name;
    }
}

impl<'t> Iterator for Selection<'t, '_> {
    type Item = SelectedRow<'t>;

    fn next(&mut self) -> Option<SelectedRow<'t>> {
        loop {
            let (placed, cells, next) = self.rows.next()?;
            if let Some(selected) = self.selected(placed, cells, next) {
                return Some(selected);
            }
        }
    }
}
