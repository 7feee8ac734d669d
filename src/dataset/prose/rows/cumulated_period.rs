//! The period of a total that is summed up: "tháng 5 ước 512 tỷ đồng, lũy kế 2.410 tỷ đồng".

use super::period_scope::Scope;
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::period_mentions::{Named, period_of};
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::model::{Period, Span};

impl SentenceReader<'_, '_> {
    /// The period of a figure behind "lũy kế" without one of its own, where a month holds. Behind that of the month,
    /// `inherited`, it is that of the months up to it; of anything else it may be summed up since long before.
    pub(crate) fn cumulated(&self, scope: Scope, inherited: bool) -> Scope {
        let named = scope.named.as_ref().and_then(|named| named.period);
        let document = self.state.document.period;
        let effective = named.map(|own| document.map_or(own, |document| own.within(document)));
        match effective.or(document).map(|period| (period.span(), period.first_year())) {
            Some((Span::Month(month), year)) if scope.inherited && month > 1 => {
                let summed =
                    year.filter(|_| inherited).and_then(|year| self.months_to(month, year));
                match summed {
                    Some(named) => Scope { named: Some(named), open: false, inherited: false },
                    None => Scope { open: true, ..scope },
                }
            }
            // "Thu tháng 5 ước 512 tỷ đồng, lũy kế 2.410 tỷ đồng" in a report of five months.
            Some((Span::FirstMonths(months), _)) if inherited && scope.named.is_none() => {
                let month = self.row.and_then(|row| self.state.rows.get(row));
                let month = month.and_then(|row| row.period.as_deref()).and_then(period_of);
                let is_last = month.map(Period::span) == Some(Span::Month(months));
                Scope { open: scope.open && !is_last, ..scope }
            }
            _ => scope,
        }
    }

    /// The months up to one of a year.
    fn months_to(&self, month: u8, year: u16) -> Option<Named> {
        let words = match self.state.document.language {
            ReportLanguage::English => format!("first {month} months of {year}"),
            _ => format!("{month} tháng năm {year}"),
        };
        let period = period_of(&words)?;
        Some(Named { words, period: Some(period) })
    }
}
