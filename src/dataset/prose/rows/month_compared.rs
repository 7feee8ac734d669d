//! Months that only a comparison shows: "Chỉ số giá vàng tăng 1,1% so với tháng trước" in a report of nine months.

use super::draft_row::{Doubt, DraftRow};
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::current_period::current_period;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::lexicon::prose_words::MONTHS_BEFORE;
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Gives indicators that are compared with the month before the last month of the report, where their own words name
    /// no period. The others of the sentence may be of that month as well.
    pub(in crate::dataset::prose) fn take_months_compared(&mut self) {
        let own = self.own_rows();
        let document = self.state.document;
        let Some(rows) = self.state.rows.get_mut(own) else { return };
        if !rows.iter().any(is_of_month) {
            return;
        }
        let longer = |row: &DraftRow| {
            let own = row.period.as_deref().and_then(period_of).or(document);
            row.period_inherited && own.is_some_and(is_longer)
        };
        let month = current_period("trong tháng", document).and_then(|month| month.period);
        for row in rows.iter_mut().filter(|row| longer(row)) {
            match month.filter(|_| is_of_month(row)) {
                Some(month) => {
                    row.period = Some(month.to_string());
                    row.doubts.retain(|doubt| *doubt != Doubt::PeriodOpen);
                }
                None => row.doubt(Doubt::PeriodOpen),
            }
        }
    }
}

/// Whether all changes of an indicator are against the month before.
fn is_of_month(row: &DraftRow) -> bool {
    let of_month = |period: &str| {
        let lower = period.lower_case();
        MONTHS_BEFORE.iter().any(|month| lower.starts_with(month))
    };
    !row.changes.is_empty() && row.changes.iter().all(|change| of_month(&change.period))
}

/// Whether a period has several months.
fn is_longer(period: Period) -> bool {
    matches!(period.span(), Span::FirstMonths(_) | Span::Quarter(_) | Span::Year)
}
