//! Reports verdicts of lower authorities that the deciding one contradicts: the commune says "Đạt", the province "Chưa
//! đạt".

use super::IndicatorBuilder;
use crate::dataset::CellProblem;
use crate::dataset::table::layout::cell_kinds::is_cross;
use crate::lexicon::role::Role;
use crate::lexicon::verdict;
use crate::model::{Status, Verdict};
use crate::text::one_line::one_line;

impl IndicatorBuilder<'_> {
    /// Reports the lower verdicts that say the opposite. They are kept in the note: words like those of other columns,
    /// and a cross, which is no text of its own, here.
    pub(super) fn lower_verdicts(&mut self) {
        for column in self.group.kept.iter().copied() {
            let Some(lower) = self.lower_verdict(column) else { continue };
            let heading = one_line(self.schema().heading(column));
            let cell = one_line(&self.row.cell(column).shown());
            if is_cross(&cell) {
                self.notes.push(format!("{heading}: {cell}"));
            }
            if let Some(Verdict { text: decided, status }) = self.verdict.clone()
                && are_opposite(status, lower.status)
            {
                let text = lower.text;
                self.report(column, CellProblem::LowerVerdict { heading, text, decided });
            }
        }
    }

    /// The verdict in a column of a lower authority: in words, or as a cross below it.
    fn lower_verdict(&self, column: usize) -> Option<Verdict> {
        let of = self.schema().columns.get(column).filter(|of| of.role == Role::LowerVerdict)?;
        let text = one_line(&self.row.cell(column).shown());
        let heading = of.heading.rsplit(" · ").next().unwrap_or_default();
        if is_cross(&text) { verdict::verdict(heading) } else { verdict::verdict(&text) }
    }
}

/// Whether one of two verdicts says that the plan was reached, and the other that it was not.
fn are_opposite(one: Status, other: Status) -> bool {
    let is_open = |status: Status| status == Status::InProgress;
    !is_open(one) && !is_open(other) && one.is_reached() != other.is_reached()
}
