//! The period behind a figure: "12.6 billion in 2024", "58.9 percent of GDP at end-2024".

use std::ops::Range;

use super::draft_row::Doubt;
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::period_mentions::{Mention, period_of};
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::sentence::gap::Gap;
use crate::lexicon::prose::Phrase;

impl SentenceReader<'_, '_> {
    /// Takes the period behind a value whose change came first: "rose by 9.3 percent to 12.6 billion in 2024".
    pub(crate) fn take_period_behind(&mut self, gap: &Gap) {
        let Some(mention) = self.periods.behind(gap, self.current) else { return };
        let (words, period) = (mention.words.clone(), mention.period);
        let document = self.state.document.period;
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)) else { return };
        let own = row.period.as_deref().and_then(period_of);
        let apart = own.is_some() && self.state.document.differs(period, own.or(document));
        let empty = row.actual.is_none() && row.target.is_none() && row.range.is_none();
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)).filter(|_| empty)
        else {
            return;
        };
        row.doubts.retain(|doubt| *doubt != Doubt::PeriodOpen);
        row.period = Some(words);
        if apart {
            row.doubt(Doubt::PeriodOpen);
        }
    }

    /// Doubts the period of an indicator if that of its change is another one: "đạt 12,6 tỷ USD,
    /// tăng 9,3% trong năm 2024" in a report of a month of 2025.
    pub(crate) fn doubt_period_behind(&mut self, complement: &Range<usize>, role: QuantityRole) {
        let said = matches!(
            role,
            QuantityRole::Up
                | QuantityRole::Down
                | QuantityRole::Index
                | QuantityRole::PlanPercent
                | QuantityRole::OverPlan
        );
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)).filter(|_| said) else {
            return;
        };
        let mention = self.periods.from(complement.start);
        // "over the corresponding quarter of 2023" is what it is compared with.
        let compared = |mention: &&Mention| {
            let before = complement.start..mention.items.start;
            before.into_iter().any(|at| self.sentence.phrase(at) == Some(Phrase::Compare))
        };
        let mention = mention.filter(|mention| mention.items.end <= complement.end);
        let mention = mention.filter(|mention| !compared(mention));
        let own = row.period.as_deref().and_then(period_of).or(self.state.document.period);
        let other = mention.is_some_and(|mention| {
            own.is_some() && self.state.document.differs(mention.period, own)
        });
        if other && let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) {
            row.doubt(Doubt::PeriodOpen);
        }
    }
}
