//! Months that only a comparison shows: "Chỉ số giá vàng tăng 1,1% so với tháng trước" in a report of nine months.

use super::draft_row::{Doubt, DraftRow};
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::current_period::current_period;
use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::lexicon::prose_words::MONTHS_BEFORE;
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

impl SentenceReader<'_, '_> {
    /// Gives indicators that are compared with the month before the last month of the report, where
    /// their own words name no period. The others of the sentence may be of that month as well.
    pub(crate) fn take_months_compared(&mut self) {
        let own = self.own_rows();
        let document = self.state.document.period;
        let Some(rows) = self.state.rows.get_mut(own) else { return };
        let longer = |row: &DraftRow| {
            let own = row.period.as_deref().and_then(period_of).or(document);
            row.period_inherited && own.is_some_and(is_longer)
        };
        // One that names its month, and compares it with last year as well, says nothing about the others.
        if !rows.iter().any(|row| is_of_month(row) && (longer(row) || is_only_of_month(row))) {
            return;
        }
        let month = current_period("trong tháng", document).and_then(|month| month.period);
        for row in rows.iter_mut().filter(|row| longer(row)) {
            match month.filter(|_| is_of_month(row)) {
                Some(month) => {
                    row.period = Some(month.to_string());
                    // A value that is compared with last year as well may be a sum, and the month a slip.
                    match is_only_of_month(row) || row.actual.is_none() {
                        true => row.doubts.retain(|doubt| *doubt != Doubt::PeriodOpen),
                        false => row.doubt(Doubt::PeriodOpen),
                    }
                }
                None => row.doubt(Doubt::PeriodOpen),
            }
        }
    }
}

/// Whether a change of an indicator is against the month before: what is compared with it is of one month as well,
/// whatever else it is compared with.
fn is_of_month(row: &DraftRow) -> bool {
    row.changes.iter().any(|change| is_month_before(&change.period))
}

/// Whether all changes of an indicator are against the month before.
fn is_only_of_month(row: &DraftRow) -> bool {
    !row.changes.is_empty() && row.changes.iter().all(|change| is_month_before(&change.period))
}

fn is_month_before(period: &str) -> bool {
    let lower = period.lower_case();
    MONTHS_BEFORE.iter().any(|month| lower.starts_with(month))
}

/// Whether a period has several months.
fn is_longer(period: Period) -> bool {
    matches!(period.span(), Span::FirstMonths(_) | Span::Quarter(_) | Span::Year)
}
