//! Periods that words name by the present: "trong tháng", "lũy kế đến nay".

use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

/// What "trong tháng" and "trong quý" mean in a report of a period: its last month or quarter. `Some(None)` if that is
/// not known.
pub(in crate::dataset::prose) fn current_period(
    words: &str,
    document: Option<Period>,
) -> Option<Option<Period>> {
    let lower = words.lower_case();
    let month = matches!(&*lower, "trong tháng" | "tháng này" | "trong tháng này");
    let quarter = matches!(&*lower, "trong quý" | "quý này" | "trong quý này");
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
    Some(document.and_then(of_year))
}

/// What "lũy kế đến nay" means in a report of a part of a year: up to its end, since an unknown day. `Some(None)` if
/// that has no period.
pub(super) fn until_now(words: &str, document: Period) -> Option<Option<Period>> {
    const NOW: [&str; 5] = [
        "đến nay",
        "tính đến nay",
        "đến thời điểm hiện tại",
        "đến thời điểm này",
        "tính đến thời điểm hiện tại",
    ];
    let lower = words.lower_case();
    if !NOW.contains(&&*lower) {
        return None;
    }
    let month = match document.span() {
        Span::FirstMonths(last) | Span::Month(last) | Span::Until(last, _) => last,
        Span::Quarter(nth) => nth * 3,
        _ => return None,
    };
    let until = Period::until(document.last_year(), month, 0);
    Some(until.filter(|until| matches!(until.span(), Span::Until(..))))
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
