//! Planned rows in blocks: as many as are worth handing to another thread.

use crate::dataset::progress::Progress;
use crate::dataset::table::outline::selection::{Planned, Selection};

/// Rows that are read at a time, planned.
pub(in crate::dataset::table) struct Block {
    pub(in crate::dataset::table) planned: Vec<Planned>,
    /// Rows among them that have values and no name.
    pub(in crate::dataset::table) nameless: Vec<usize>,
}

/// All planned rows in blocks, to the end or until the reading is ended.
pub(in crate::dataset::table) struct Blocks<'t, 'a> {
    pub(in crate::dataset::table) plan: Selection<'t, 'a>,
    pub(in crate::dataset::table) progress: &'t Progress,
}

/// Rows of a block.
const BLOCK: usize = 2048;

/// To read its facts counts as so many looks at a row.
pub(in crate::dataset::table) const FACTS: usize = 4;

impl Iterator for Blocks<'_, '_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let planned: Vec<Planned> = self.plan.by_ref().take(BLOCK).collect();
        let nameless = self.plan.take_nameless();
        self.progress.advance(planned.len() * FACTS).ok()?;
        let none = planned.is_empty() && nameless.is_empty();
        (!none).then_some(Block { planned, nameless })
    }
}
