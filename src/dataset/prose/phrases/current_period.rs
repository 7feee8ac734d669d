//! Periods that words name by the present: "trong tháng", "lũy kế đến nay".

use crate::lexicon::prose_words::{THIS_MONTH, THIS_QUARTER, UNTIL_NOW};
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

/// What words that name a period by the present mean in a report.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::prose) struct PresentPeriod {
    /// `None` if it is not known.
    pub(in crate::dataset::prose) period: Option<Period>,
}

/// What "trong tháng" and "trong quý" mean in a report of a period: its last month or quarter.
pub(in crate::dataset::prose) fn current_period(
    words: &str,
    document: Option<Period>,
) -> Option<PresentPeriod> {
    let lower = words.lower_case();
    let month = THIS_MONTH.contains(&lower);
    let quarter = THIS_QUARTER.contains(&lower);
    if !month && !quarter {
        return None;
    }
    let of_year = |document: Period| {
        let year = document.last_year();
        match document.span() {
            Span::FirstMonths(last) | Span::Month(last) | Span::Until(last, _) if month => {
                Period::month(year, last)
            }
            Span::FirstMonths(last) if last % 3 == 0 => Period::quarter(year, last / 3),
            Span::Quarter(nth) if quarter => Period::quarter(year, nth),
            _ => None,
        }
    };
    Some(PresentPeriod { period: document.and_then(of_year) })
}

/// What "lũy kế đến nay" means in a report of a part of a year: up to its end, since an unknown day.
pub(super) fn until_now(words: &str, document: Period) -> Option<PresentPeriod> {
    if !UNTIL_NOW.contains(&words.lower_case()) {
        return None;
    }
    let month = match document.span() {
        Span::FirstMonths(last) | Span::Month(last) | Span::Until(last, _) => last,
        Span::Quarter(nth) => nth * 3,
        _ => return None,
    };
    let until = Period::until(document.last_year(), month, 0);
    let period = until.filter(|until| matches!(until.span(), Span::Until(..)));
    Some(PresentPeriod { period })
}

/// For each paragraph of a text about a month and the months up to it, whether the paragraphs before it named those
/// months last: "lũy kế 8 tháng", and not "tháng 8".
pub(in crate::dataset::prose) fn cumulated_before(
    document: Period,
    paragraphs: &[String],
) -> Vec<bool> {
    let Span::FirstMonths(months) = document.span() else { return Vec::new() };
    let (all, last) = (format!("{months} tháng"), format!("tháng {months}"));
    let mut cumulated = false;
    let before = |paragraph: &String| {
        let own = cumulated;
        let of_month = paragraph.rfind(&last).max(paragraph.rfind("trong tháng"));
        match (paragraph.rfind(&all), of_month) {
            (None, None) => {}
            (all, month) => cumulated = all > month,
        }
        own
    };
    paragraphs.iter().map(before).collect()
}
