//! Periods that words name by the present: "trong tháng", "lũy kế đến nay".

use std::borrow::Cow;
use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{THIS_MONTH, THIS_QUARTER, UNTIL_NOW};
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

/// What words that name a period by the present mean in a report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PresentPeriod {
    /// `None` if it is not known.
    pub(crate) period: Option<Period>,
}

/// What "trong tháng" and "trong quý" mean in a report of a period: its last month or quarter.
pub(crate) fn current_period(words: &str, document: Option<Period>) -> Option<PresentPeriod> {
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

/// The words of a period with the "trong" before it that another phrase has: "Cũng trong tháng".
pub(super) fn with_within<'w>(sentence: &Sentence<'_>, at: usize, words: &'w str) -> Cow<'w, str> {
    let before = at.checked_sub(1);
    match before.is_some_and(|before| sentence.lower(before).ends_with(" trong")) {
        true => Cow::Owned(format!("trong {words}")),
        false => Cow::Borrowed(words),
    }
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

/// What "cuối năm" and "cả năm" mean in a report of a part of a year: its whole year, unless they name a plan or are
/// behind the months up to it.
pub(crate) fn end_of_year(
    sentence: &Sentence<'_>,
    words: Range<usize>,
    document: Period,
) -> Option<PresentPeriod> {
    let lower = sentence.lower_text(words.clone());
    let named = matches!(
        &*lower,
        "cuối năm" | "đến cuối năm" | "hết năm" | "đến hết năm" | "cả năm" | "trong cả năm"
    ) || is_estimate_of_year(sentence, words.start)
        || start_of_english_year_end(sentence, words.start).is_some();
    if !named || !document.is_part_of_year() {
        return None;
    }
    // "62% mục tiêu cả năm", "những tháng cuối năm".
    let before = words.start.checked_sub(1);
    let other = before.is_some_and(|before| {
        matches!(sentence.phrase(before), Some(Phrase::Plan))
            || matches!(sentence.key(before), "tháng" | "dịp" | "mùa" | "đầu")
    });
    let year = document.last_year().filter(|_| !other);
    year.map(|year| PresentPeriod { period: Some(Period::year(year)) })
}

/// Where "by the end of the year" begins, whose year is an item.
pub(super) fn start_of_english_year_end(sentence: &Sentence<'_>, year: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    if sentence.key(year) != "year" {
        return None;
    }
    (year.saturating_sub(LONGEST)..year).find(|at| {
        matches!(
            &*sentence.lower_text(*at..year),
            "by the end of the" | "by the end of this" | "at the end of the" | "at the end of this"
        )
    })
}

/// Whether one phrase names an estimate and the year that it is for, "ước cả năm", and no number of it follows.
pub(super) fn is_estimate_of_year(sentence: &Sentence<'_>, at: usize) -> bool {
    let dated = sentence.items.get(at + 1).is_some_and(|next| next.what == What::Date);
    sentence.phrase(at) == Some(Phrase::Estimate)
        && sentence.lower(at).ends_with(" cả năm")
        && !dated
}

/// For each paragraph of a text about a month and the months up to it, whether the paragraphs before it named those
/// months last: "lũy kế 8 tháng", and not "tháng 8".
pub(crate) fn cumulated_before(document: Period, paragraphs: &[String]) -> Vec<bool> {
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
