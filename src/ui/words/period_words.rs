//! Periods in words.

use std::borrow::Cow;

use super::Words;
use crate::app::{DatasetLabel, Lang};
use crate::lexicon::period::parse;
use crate::model::{Period, Span};

/// The places or the periods of all slices: how many, and the only one by its name.
#[derive(Debug, Clone, Copy)]
pub struct SliceAxis<'a> {
    /// How many there are.
    pub count: usize,
    /// The name, if there is one only.
    pub only: Option<&'a str>,
}

impl Words {
    /// A period in words.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        match self.0 {
            Lang::Vietnamese => period.to_string(),
            Lang::English => english_period(period),
        }
    }

    /// The period of a dataset as its source writes it; in English a period that is understood in English.
    #[must_use]
    pub fn period_text(self, text: &str) -> Cow<'_, str> {
        match (self.0, parse(text)) {
            (Lang::English, Some(period)) => english_period(period).into(),
            _ => Cow::Borrowed(text),
        }
    }

    /// How many places there are: "60 nơi".
    #[must_use]
    pub fn count_of_places(self, count: usize) -> String {
        format!("{count} {}", self.pick("nơi", "places"))
    }

    /// All slices: "tất cả 8 nơi × 5 kỳ"; an only place or period by its name: "tất cả 8 nơi · năm 2024".
    #[must_use]
    pub fn all_slices(self, places: SliceAxis<'_>, periods: SliceAxis<'_>) -> String {
        let all = self.pick("tất cả", "all");
        let of_places = format!("{} {}", places.count, self.pick("nơi", "places"));
        let of_periods = format!("{} {}", periods.count, self.pick("kỳ", "periods"));
        match (places.only, periods.only.filter(|period| !period.is_empty())) {
            (Some(place), _) => format!("{place} · {all} {of_periods}"),
            (None, Some(period)) => format!("{all} {of_places} · {period}"),
            (None, None) if periods.count == 1 => format!("{all} {of_places}"),
            (None, None) => format!("{all} {of_places} × {of_periods}"),
        }
    }

    /// Datasets that are listed together.
    #[must_use]
    pub fn all_datasets(self, count: usize) -> String {
        format!("{} {count} {}", self.pick("tất cả", "all"), self.pick("bộ số liệu", "datasets"))
    }

    /// The label of a dataset: "Ba Bể · năm 2024".
    #[must_use]
    pub fn dataset_label(self, label: DatasetLabel<'_>) -> String {
        let place = label.place.map(|place| self.place(place));
        let period = label.period.map(|period| self.period_text(period));
        let parts = [place, period, label.id.map(Cow::Borrowed)].into_iter().flatten();
        let mut parts = parts.filter(|part| !part.trim().is_empty());
        let first = parts.next().unwrap_or_default().into_owned();
        parts.fold(first, |label, part| label + " · " + part.trim())
    }
}

/// The name of a month, from 1.
fn english_month(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("month")
}

/// A period in English in few letters: "Sep 2024", "Jan-Sep 2024", "H2 2024".
pub(super) fn short_english_period(period: Period) -> String {
    let of_year = period.first_year().map(|year| format!(" {year}")).unwrap_or_default();
    let month = |month: u8| english_month(month).get(..3).unwrap_or_default();
    match period.span() {
        Span::Month(nth) => format!("{}{of_year}", month(nth)),
        Span::FirstMonths(last) => format!("Jan-{}{of_year}", month(last)),
        Span::SecondHalf => format!("H2{of_year}"),
        Span::ToDate => format!("YTD{of_year}"),
        _ => english_period(period),
    }
}

/// A period in English: "first 9 months of 2024".
pub(super) fn english_period(period: Period) -> String {
    let year = period.first_year();
    let of_year = year.map(|year| format!(" {year}")).unwrap_or_default();
    match period.span() {
        Span::Year => year.map_or_else(|| "the year".to_owned(), |year| year.to_string()),
        Span::SecondHalf => {
            format!("second half of{}", if year.is_some() { of_year } else { " the year".into() })
        }
        Span::Quarter(nth) => format!("Q{nth}{of_year}"),
        Span::Month(month) => format!("{}{of_year}", english_month(month)),
        Span::FirstMonths(months) => format!("first {months} months{of_year}"),
        Span::ToDate => format!("year to date{of_year}"),
        Span::Semester(nth) => match year {
            Some(year) => format!("semester {nth} of {}", Period::split_year(year).code()),
            None => format!("semester {nth}"),
        },
        Span::SplitYear
        | Span::SplitQuarter(_)
        | Span::SplitQuarters(_)
        | Span::Years(_)
        | Span::FiscalYear
        | Span::FiscalQuarter(_)
        | Span::FiscalQuarters(_)
        | Span::Season(_) => period.code(),
        Span::Week(week) => format!("week {week}{of_year}"),
        Span::SplitToDate => {
            format!("year to date {}", Period::split_year(year.unwrap_or(0)).code())
        }
        Span::On(..) => format!("on {}", period.code()),
        Span::Until(month, 0) => format!("to {}{of_year}", english_month(month)),
        Span::Until(..) => format!("to {}", period.code().trim_start_matches("đến ")),
        Span::By => format!("by{of_year}"),
    }
}
