//! Sums that contain an estimate: "Cộng dồn 5 tháng" next to "Ước tính tháng 5".

use super::heading_period::heading_period;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::period_words::is_cumulated;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::model::{Period, Span};

/// Whether each column is a sum of results up to a month or quarter that is an estimate in another
/// column. A heading that calls the sum a result, "Thực hiện 5 tháng", is believed.
pub(super) fn sums_of_estimates(header: &Header, title: Option<Period>) -> Vec<bool> {
    let period = |at: usize| heading_period(&header.columns[at], title);
    let is_estimate = |at: &usize| matches!(&header.columns[*at].role, Role::Actual(when) if when.estimate && when.part);
    let results = || header.all(|role| matches!(role, Role::Actual(when) if !when.previous));
    let last = results().filter_map(period).filter(|period| period.is_part_of_year()).max();
    let estimates: Vec<Period> = results().filter(is_estimate).filter_map(period).collect();
    let contains_estimate = |at: usize| {
        let column = &header.columns[at];
        let is_result = matches!(&column.role, Role::Actual(when) if !when.previous);
        let text = column.heading.as_str();
        let own = period(at);
        let is_sum = is_cumulated(text) || own.is_some_and(Period::is_since_new_year);
        if !is_result || !is_sum || is_published(text) {
            return false;
        }
        match own.and_then(summed) {
            Some(own) => estimates.iter().any(|of| own.or_year(of.first_year()).ends_with(*of)),
            // "Lũy kế từ đầu năm" is up to the last month of the table.
            None => estimates.iter().any(|of| Some(*of) == last),
        }
    };
    (0..header.columns.len()).map(contains_estimate).collect()
}

/// The months up to the last one of a period since the beginning of the year, if that is known.
fn summed(period: Period) -> Option<Period> {
    match period.span() {
        Span::FirstMonths(_) => Some(period),
        Span::Until(month, _) => Period::first_months(period.first_year(), month),
        _ => None,
    }
}

/// Whether a heading says that its values are results.
fn is_published(text: &str) -> bool {
    has(&key(text), &["thuc hien", "th", "chinh thuc", "quyet toan", "actual", "official"])
}
