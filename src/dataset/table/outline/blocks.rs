//! Blocks of rows: a line such as "Triệu đồng - Mill. dongs" or "Cơ cấu - Structure (%)" gives all rows below it a
//! unit, up to the next such line.

use std::sync::Arc;

use super::row_at::RowAt;
use super::totals;
use super::tree::Outline;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::block_heading::{BlockHeading, is_breakdown, measure};
use crate::lexicon::marker_order::Marker;
use crate::lexicon::markers::{MarkedName, is_capitals};
use crate::lexicon::unit;
use crate::text::fold::fold;

/// The block of the current row.
#[derive(Debug)]
pub(crate) struct Block {
    /// Its heading; `None` for one that is only a unit.
    pub(crate) heading: Option<Arc<str>>,
    /// The unit of its rows; `None` if the heading names a measure without one.
    pub(crate) unit: Option<String>,
    /// Whether it is of things that are counted: then the next heading is of other things.
    counts_things: bool,
    /// The words for what is measured.
    measure: Option<&'static str>,
}

impl Block {
    /// The block that a line begins.
    pub(crate) fn of(line: BlockHeading) -> Self {
        let counts_things = line.counts_things();
        let BlockHeading { name, unit } = line;
        let name = if counts_things { unit.clone().unwrap_or_default() } else { name };
        let measure = measure(&name);
        let heading = (!name.is_empty()).then(|| Arc::from(name));
        Self { heading, unit, counts_things, measure }
    }

    /// Whether a row has the unit of the block. In a block with a heading, an indicator that measures something
    /// else has not.
    pub(crate) fn is_of(&self, name: &str, rows: RowKind) -> bool {
        let own = measure(name);
        let is_total = || {
            let first = name.split(" - ").next().unwrap_or_default();
            totals::total(first, || false).is_some()
        };
        // "Tỷ suất sinh thô" below "Sinh đẻ (‰)".
        let is_rate = || {
            let rate = match self.unit.as_deref() {
                Some("‰") => ["ty suat", "ti suat"],
                Some("%") => ["ty le", "ti le"],
                _ => return false,
            };
            self.measure.is_none() && own.is_some_and(|own| rate.contains(&own))
        };
        self.heading.is_none()
            || is_rate()
            || rows != RowKind::Indicators
            || own.is_none()
            || own == self.measure
            || is_total()
    }
}

/// The blocks of a table so far.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    last: Option<Arc<Block>>,
    /// Whether no row has followed the line of the last block.
    is_new: bool,
    /// Whether the block that was a section has ended since the last row.
    section_ended: bool,
    /// The lines that began a block.
    pub(crate) lines: Vec<usize>,
}

impl Blocks {
    /// The block that a row belongs to, if its unit is that of the row as well.
    pub(crate) fn of(&self, name: &str, rows: RowKind, outline: &Outline) -> Option<Arc<Block>> {
        let block = self.last.as_ref()?;
        let is_open = block.heading.is_none() || outline.has_block();
        (is_open && block.is_of(name, rows)).then(|| Arc::clone(block))
    }

    /// Ends the block at a heading that only other rows can be below.
    pub(crate) fn end_at(&self, heading: &str, rows: RowKind, outline: &mut Outline) {
        let of_things = self.last.as_ref().is_some_and(|block| block.counts_things);
        if (rows == RowKind::Indicators || of_things) && !is_breakdown(heading) {
            outline.close_block();
        }
    }

    /// Whether the last block is of one topic and another unit. Under a heading in capitals, "CHĂN
    /// NUÔI (con)", rows may have any unit.
    pub(super) fn is_of_other_unit(&self, unit: &str) -> bool {
        let Some(block) = &self.last else { return false };
        let is_other = block.unit.as_deref().is_some_and(|own| fold(own) != fold(unit));
        is_other && block.heading.as_deref().is_some_and(|heading| !is_capitals(heading))
    }

    /// Ends the open block, as the next row does not belong to it.
    pub(super) fn end(&mut self, outline: &mut Outline) {
        self.section_ended |= outline.close_block() == Some(0);
    }

    /// The block that a line in the column of names begins. Indented or marked names below it are its parts
    /// instead, and "Diện tích" without a unit is only a heading where there are no blocks.
    pub(super) fn line(
        &self,
        RowAt { body, at, row }: RowAt<'_>,
        marker: Marker,
        name: &str,
    ) -> Option<BlockHeading> {
        if row.filled() != 1 {
            return None;
        }
        let line = BlockHeading::of(name)?;
        if line.name.is_empty() && unit::in_line_of_names(name).is_some() {
            return Some(line);
        }
        let of_indicators = body.schema().axes.rows == RowKind::Indicators;
        let begins = match marker {
            Marker::Plain(_) if line.name.is_empty() => !(of_indicators && line.counts_things()),
            Marker::Plain(_) => !body.has_children(at, marker),
            Marker::Capitals => true,
            _ => false,
        };
        let follows = line.unit.is_some() || self.last.is_some();
        (begins && follows && body.schema().unit.is_none()).then_some(line)
    }

    /// Begins a block with a line. Returns its heading, if it has one.
    pub(crate) fn begin(
        &mut self,
        at: usize,
        mut line: BlockHeading,
        outline: &mut Outline,
    ) -> Option<MarkedName> {
        // "ĐVT: Ha" directly above "DIỆN TÍCH" is the unit of the area.
        let unit_above = self.last.as_ref().filter(|_| self.is_new);
        line.unit = line.unit.or_else(|| unit_above.and_then(|block| block.unit.clone()));
        self.is_new = true;
        self.lines.push(at);
        let closed = outline.close_block();
        let block = Block::of(line);
        let marked = block.heading.as_deref().map(|heading| MarkedName {
            marker: Marker::Block,
            name: heading.to_owned(),
            of_which: false,
            number: None,
        });
        if marked.is_none() {
            self.section_ended |= closed == Some(0);
            outline.close_unmarked();
        }
        self.last = Some(Arc::new(block));
        marked
    }

    /// Handles a row after the last line. Returns whether the block that was a section ended before it.
    pub(crate) fn pass(&mut self, has_values: bool) -> bool {
        self.is_new &= !has_values;
        std::mem::take(&mut self.section_ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_block_have_its_unit_unless_they_measure_something_else() {
        let block = |line| Block::of(BlockHeading::of(line).unwrap());
        let structure = block("Cơ cấu - Structure (%)");
        for name in ["Bán lẻ", "TỔNG SỐ - TOTAL", "Cơ cấu dịch vụ"] {
            assert!(structure.is_of(name, RowKind::Indicators), "{name}");
        }
        assert!(!structure.is_of("Số cửa hàng", RowKind::Indicators));
        assert!(structure.is_of("Sơ bộ - Prel. 2023", RowKind::Periods));
        assert!(structure.is_of("Mường Tè", RowKind::Places));
        assert!(block("Triệu đồng").is_of("Tỷ lệ hàng hóa", RowKind::Indicators));
    }
}
