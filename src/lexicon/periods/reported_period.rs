//! The period that a heading names only by the report it is in: "Tháng báo cáo", "Tháng trước", "Cộng dồn từ đầu năm".

use super::duration::without_other_months;
use super::period::parse;
use super::period_words::{is_cumulated, is_cumulated_over_years};
use crate::lexicon::headings::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;
use crate::model::{Period, Span};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words after "tháng" or "quý" that say that it is not the reported one, but several of them.
static SEVERAL: WordList = WordList::of(FILE, "several parts");

/// Words for the period that a report is of, whatever it is.
static REPORTED: WordList = WordList::of(FILE, "reported period");

/// A part of a year that a heading names without its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnnumberedPart {
    /// "Kế hoạch tháng".
    Month,
    /// "Kế hoạch quý".
    Quarter,
    /// "Kế hoạch trong kỳ": as long as what is reported.
    Reported,
}

impl UnnumberedPart {
    /// Returns the part that a heading names, if it names no number or year of it.
    pub(crate) fn of(heading: &str) -> Option<Self> {
        let key = key(heading);
        let key = &*without_other_months(&key);
        let is = |words: &[&str]| has(key, words);
        let is_other = is_cumulated(heading) || is(&["truoc", "previous", "last"]);
        if parse(heading).is_some() || is_other || has(key, &SEVERAL) {
            return None;
        }
        match () {
            () if is(&["thang", "month", "monthly"]) => Some(Self::Month),
            () if is(&["quy", "quarter", "quarterly"]) => Some(Self::Quarter),
            () if has(key, &REPORTED) => Some(Self::Reported),
            () => None,
        }
    }

    /// Whether a period may be this part.
    pub(crate) fn may_be(self, period: Period) -> bool {
        match self {
            Self::Month => matches!(period.span(), Span::Month(_)),
            Self::Quarter => matches!(
                period.span(),
                Span::Quarter(_) | Span::SplitQuarter(_) | Span::FiscalQuarter(_)
            ),
            Self::Reported => true,
        }
    }
}

/// Returns the period of a heading in a report for `title`: the one that it names, or else the one that it means there.
pub(crate) fn parse_in(heading: &str, title: Option<Period>) -> Option<Period> {
    let own = parse(heading);
    let Some(title) = title else { return own };
    match own {
        // "Cộng dồn từ đầu năm" in a report of October is of ten months.
        Some(own) if own.span() == Span::ToDate => {
            // In English the year may begin in April as well as in January: only the end is known.
            let in_english = has(&key(heading), &["ytd", "year to date", "to date"]);
            let until = |months: Period| match months.span() {
                Span::FirstMonths(last) => Period::until(months.first_year(), last, 0),
                _ => None,
            };
            let months = to_date_in(own, title);
            // "January to June" begins with the year.
            let is_open = in_english && !matches!(title.span(), Span::FirstMonths(_));
            let months = if is_open { months.and_then(until) } else { months };
            Some(months.unwrap_or(own))
        }
        Some(own) => Some(own),
        None => relative(&without_other_months(&key(heading)), title),
    }
}

/// The months from January to the end of the reported period.
fn to_date_in(own: Period, title: Period) -> Option<Period> {
    let year = own.first_year().or(title.first_year());
    let months = match title.span() {
        Span::Month(month) => month,
        Span::Quarter(quarter) => quarter * 3,
        Span::FirstMonths(months) => months,
        _ => return None,
    };
    (year == title.first_year()).then(|| Period::first_months(year, months)).flatten()
}

/// The reported month or quarter, or the one before it.
fn relative(key: &str, title: Period) -> Option<Period> {
    if is_cumulated_over_years(key) || has(key, &SEVERAL) {
        return None;
    }
    let year = title.first_year();
    let is = |words: &[&str]| has(key, words);
    let is_before = is(&["truoc", "previous", "last"]);
    if is(&["cung", "nam truoc", "last year"]) {
        return None;
    }
    let before = |number: u8, most: u8| match number {
        _ if !is_before => (year, number),
        1 => (year.map(|year| year.saturating_sub(1)), most),
        _ => (year, number - 1),
    };
    // "Thực hiện trong kỳ" in a report of a month or a quarter.
    let is_reported =
        matches!(title.span(), Span::Month(_) | Span::Quarter(_) | Span::SplitQuarter(_))
            && !is_before
            && has(key, &REPORTED);
    if is_reported {
        return Some(title);
    }
    match title.span() {
        Span::Month(month) | Span::FirstMonths(month) if is(&["thang", "month"]) => {
            let (year, month) = before(month, 12);
            Period::month(year, month)
        }
        Span::SplitQuarter(_) if !is_before && is(&["quy", "quarter"]) => Some(title),
        Span::Quarter(quarter) if is(&["quy", "quarter"]) => {
            let (year, quarter) = before(quarter, 4);
            Period::quarter(year, quarter)
        }
        // "Quý II và 6 tháng đầu năm"
        Span::FirstMonths(months) if months % 3 == 0 && is(&["quy", "quarter"]) => {
            let (year, quarter) = before(months / 3, 4);
            Period::quarter(year, quarter)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_which_month_its_headings_mean() {
        let ten = Period::first_months(Some(2025), 10);
        let (october, third) = (Period::month(Some(2025), 10), Period::quarter(Some(2025), 3));
        for (heading, title, expected) in [
            ("Cộng dồn từ đầu năm", october, ten),
            ("YTD Actual", october, Period::until(Some(2025), 10, 0)),
            ("Ước tháng báo cáo", ten, october),
            ("Thực hiện tháng trước", october, Period::month(Some(2025), 9)),
            ("Thực hiện tháng trước", Period::month(Some(2025), 1), Period::month(Some(2024), 12)),
            ("TH quý trước", third, Period::quarter(Some(2025), 2)),
            ("TH tháng 8", october, Period::month(None, 8)),
            ("Tháng này", third, None),
            ("Các tháng đầu năm", october, None),
            ("Cùng tháng năm trước", october, None),
            ("Lũy kế từ đầu năm", third, Period::first_months(Some(2025), 9)),
            ("Thực hiện", october, None),
        ] {
            assert_eq!(parse_in(heading, title), expected, "{heading}");
        }
        assert_eq!(parse_in("Ước tháng báo cáo", None), None);
    }

    #[test]
    fn a_plan_may_be_of_a_part_without_a_number() {
        for (heading, part) in [
            ("Kế hoạch tháng", Some(UnnumberedPart::Month)),
            ("KH quý", Some(UnnumberedPart::Quarter)),
            ("Kế hoạch trong kỳ", Some(UnnumberedPart::Reported)),
            ("Monthly target", Some(UnnumberedPart::Month)),
            ("Kế hoạch tháng 5", None),
            ("Kế hoạch năm", None),
            ("KH các tháng còn lại", None),
            ("Kế hoạch lũy kế theo tháng", None),
        ] {
            assert_eq!(UnnumberedPart::of(heading), part, "{heading}");
        }
    }
}
