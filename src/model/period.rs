//! The period of a value: a year, a part of one, several years.
//!
//! Periods occur in headings, titles and files. Their words are parsed by
//! [`crate::lexicon::period`]; [`Period::coverage`] decides whether an actual covers the period of
//! its plan.
//!
//! ```
//! use chitieu::model::{Coverage, Period};
//! let (plan, actual) = (Period::year(2024), Period::first_months(Some(2024), 6).unwrap());
//! assert_eq!(actual.coverage(plan), Coverage::Part);
//! assert_eq!(actual.to_string(), "6 tháng đầu năm 2024");
//! ```

use super::Season;

/// A period as used in statistics. The year may be unknown: "Thực hiện 6 tháng".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    pub(super) year: Option<u16>,
    pub(super) span: Span,
}

/// The part of the year, or the number of years, that a period covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// The whole year.
    Year,
    /// "6 tháng cuối năm"; the first half is `FirstMonths(6)`.
    SecondHalf,
    /// 1 to 4.
    Quarter(u8),
    /// 1 to 12.
    Month(u8),
    /// The months from January on, 1 to 11: "9 tháng", "lũy kế đến tháng 9".
    FirstMonths(u8),
    /// From the beginning of the year to a day that is not known: "lũy kế từ đầu năm", "YTD".
    ToDate,
    /// The first or the second half of a school year, 1 or 2: "học kỳ I". The school year begins in the period's
    /// year.
    Semester(u8),
    /// A school or financial year that begins in the period's year and ends in the next.
    SplitYear,
    /// A quarter, 1 to 4, of such a year: "Q2 2024/25".
    SplitQuarter(u8),
    /// The quarters from the beginning of such a year on, 2 or 3: "Q2 YTD 2024/25".
    SplitQuarters(u8),
    /// From the beginning of such a year to a day that is not known: "YTD 2024/25".
    SplitToDate,
    /// A fiscal year that the source numbers and does not delimit: "FY2024".
    FiscalYear,
    /// A quarter, 1 to 4, of such a year: "FY2024 Q3".
    FiscalQuarter(u8),
    /// The quarters from the beginning of such a year on, 2 or 3: "FY2024 Q3 YTD".
    FiscalQuarters(u8),
    /// A week of the year, 1 to 53.
    Week(u8),
    /// A crop season.
    Season(Season),
    /// The state on a day, month and day: "tại thời điểm 01/10/2024".
    On(u8, u8),
    /// Up to a day, month and day; 0 if the day is not known: "đến 30/6/2023", "đến tháng 6/2023". When it begins is
    /// not known: with the year, with a term, or never, as of what is there on that day.
    Until(u8, u8),
    /// From the period's year to this later one: "2021-2025".
    Years(u16),
    /// The state at the end of the period's year: "đến năm 2025".
    By,
}

/// Months of a year.
pub(super) const MONTHS: u8 = 12;

/// The days of a month of any year, at least: 28 of February.
#[must_use]
pub fn days_of(month: u8) -> u8 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Period {
    /// Returns a calendar year.
    #[must_use]
    pub fn year(year: u16) -> Self {
        Self { year: Some(year), span: Span::Year }
    }

    /// Returns a calendar year whose number is not known: "Kế hoạch năm".
    #[must_use]
    pub fn any_year() -> Self {
        Self { year: None, span: Span::Year }
    }

    /// Returns a quarter, 1 to 4.
    #[must_use]
    pub fn quarter(year: Option<u16>, quarter: u8) -> Option<Self> {
        (1..=4).contains(&quarter).then_some(Self { year, span: Span::Quarter(quarter) })
    }

    /// Returns a month, 1 to 12.
    #[must_use]
    pub fn month(year: Option<u16>, month: u8) -> Option<Self> {
        (1..=MONTHS).contains(&month).then_some(Self { year, span: Span::Month(month) })
    }

    /// Returns the months from January on, 1 to 12; twelve of them are the year.
    #[must_use]
    pub fn first_months(year: Option<u16>, months: u8) -> Option<Self> {
        let span = match months {
            1..MONTHS => Span::FirstMonths(months),
            MONTHS => Span::Year,
            _ => return None,
        };
        Some(Self { year, span })
    }

    /// Returns July to December.
    #[must_use]
    pub fn second_half(year: Option<u16>) -> Self {
        Self { year, span: Span::SecondHalf }
    }

    /// From the beginning of the year to a day that is not known.
    #[must_use]
    pub fn to_date(year: Option<u16>) -> Self {
        Self { year, span: Span::ToDate }
    }

    /// Returns the school or financial year that begins in `year`.
    #[must_use]
    pub fn split_year(year: u16) -> Self {
        Self { year: Some(year), span: Span::SplitYear }
    }

    /// Returns the first or the second semester, 1 or 2, of the school year that begins in `year`.
    #[must_use]
    pub fn semester(year: Option<u16>, semester: u8) -> Option<Self> {
        (1..=2).contains(&semester).then_some(Self { year, span: Span::Semester(semester) })
    }

    /// Returns a quarter, 1 to 4, of the financial year that begins in `year`.
    #[must_use]
    pub fn split_quarter(year: u16, quarter: u8) -> Option<Self> {
        let span = Span::SplitQuarter(quarter);
        (1..=4).contains(&quarter).then_some(Self { year: Some(year), span })
    }

    /// Returns the first quarters, 1 to 4, of the financial year that begins in `year`; four of them are the
    /// year.
    #[must_use]
    pub fn split_quarters(year: u16, quarters: u8) -> Option<Self> {
        let span = match quarters {
            1 => Span::SplitQuarter(1),
            2 | 3 => Span::SplitQuarters(quarters),
            4 => Span::SplitYear,
            _ => return None,
        };
        Some(Self { year: Some(year), span })
    }

    /// Returns the time from the beginning of the financial year that begins in `year` to a day that is not
    /// known.
    #[must_use]
    pub fn split_to_date(year: u16) -> Self {
        Self { year: Some(year), span: Span::SplitToDate }
    }

    /// Returns the fiscal year with this number.
    #[must_use]
    pub fn fiscal_year(year: u16) -> Self {
        Self { year: Some(year), span: Span::FiscalYear }
    }

    /// Returns a quarter, 1 to 4, of the fiscal year with this number.
    #[must_use]
    pub fn fiscal_quarter(year: u16, quarter: u8) -> Option<Self> {
        let span = Span::FiscalQuarter(quarter);
        (1..=4).contains(&quarter).then_some(Self { year: Some(year), span })
    }

    /// Returns the first quarters, 1 to 4, of the fiscal year with this number; four of them are the year.
    #[must_use]
    pub fn fiscal_quarters(year: u16, quarters: u8) -> Option<Self> {
        match quarters {
            1 => Self::fiscal_quarter(year, 1),
            2 | 3 => Some(Self { year: Some(year), span: Span::FiscalQuarters(quarters) }),
            4 => Some(Self::fiscal_year(year)),
            _ => None,
        }
    }

    /// Returns a week of the year, 1 to 53.
    #[must_use]
    pub fn week(year: Option<u16>, week: u8) -> Option<Self> {
        (1..=53).contains(&week).then_some(Self { year, span: Span::Week(week) })
    }

    /// The month of the year in which a week ends.
    pub(super) fn month_of_week(week: u8) -> u8 {
        const DAYS: u16 = 7;
        const DAYS_OF_MONTH: u16 = 31;
        let month = (u16::from(week) * DAYS).div_ceil(DAYS_OF_MONTH);
        u8::try_from(month).unwrap_or(MONTHS).min(MONTHS)
    }

    /// Returns a crop season.
    #[must_use]
    pub fn season(year: Option<u16>, season: Season) -> Self {
        Self { year, span: Span::Season(season) }
    }

    /// Returns the state on a day, 1 to 31, of a month, 1 to 12.
    #[must_use]
    pub fn on(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        let known = (1..=MONTHS).contains(&month) && (1..=31).contains(&day);
        known.then_some(Self { year, span: Span::On(month, day) })
    }

    /// Returns the time up to a day, 1 to 31 or 0 if it is not known, of a month, 1 to 12.
    #[must_use]
    pub fn until(year: Option<u16>, month: u8, day: u8) -> Option<Self> {
        let known = (1..=MONTHS).contains(&month) && (0..=31).contains(&day);
        // Up to the end of December is the year, and up to that of January this month, however it is written.
        let span = match (month, day) {
            (MONTHS, 0 | 31) => Span::Year,
            (1, 0) => Span::Month(1),
            _ => Span::Until(month, day),
        };
        known.then_some(Self { year, span })
    }

    /// Returns the years from `first` to `last`, which must be later.
    #[must_use]
    pub fn years(first: u16, last: u16) -> Option<Self> {
        (first < last).then_some(Self { year: Some(first), span: Span::Years(last) })
    }

    /// Returns the state at the end of `year`.
    #[must_use]
    pub fn by(year: u16) -> Self {
        Self { year: Some(year), span: Span::By }
    }

    /// Returns the year in which it begins, if it is known.
    #[must_use]
    pub fn first_year(self) -> Option<u16> {
        self.year
    }

    /// Returns the year in which it ends, if it is known.
    #[must_use]
    pub fn last_year(self) -> Option<u16> {
        match self.span {
            Span::SplitYear
            | Span::Semester(_)
            | Span::SplitQuarter(_)
            | Span::SplitQuarters(_)
            | Span::SplitToDate => self.year.map(|year| year.saturating_add(1)),
            Span::Years(last) => Some(last),
            _ => self.year,
        }
    }

    /// Returns what it covers.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }

    /// Returns the same period with `year`, if its own year is unknown.
    #[must_use]
    pub fn or_year(self, year: Option<u16>) -> Self {
        Self { year: self.year.or(year), ..self }
    }

    /// Returns the same part of another year.
    #[must_use]
    pub fn in_year(self, year: u16) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Returns the same period within another one that gives its year, if its own is unknown. A quarter of a financial
    /// year is one of that year, and a month is in the part of it that the quarter of the other one shows: September in
    /// the second quarter of 2024/25 is that of 2024.
    #[must_use]
    pub fn within(self, whole: Self) -> Self {
        let (Some(first), None) = (whole.first_year(), self.year) else {
            return self.or_year(whole.last_year());
        };
        match (whole.span, self.span) {
            (
                Span::SplitYear | Span::SplitQuarter(_) | Span::SplitQuarters(_),
                Span::Quarter(nth),
            ) => Self::split_quarter(first, nth).unwrap_or(self),
            (Span::SplitQuarter(nth), Span::Month(month)) => {
                let quarter = |start: u8| (month + MONTHS - start) % MONTHS / 3 + 1;
                let start = [4, 7, 10].into_iter().find(|start| quarter(*start) == nth);
                let year = start.map(|start| first + u16::from(month < start));
                self.or_year(year)
            }
            // "in the first six months" of a financial year.
            (
                Span::SplitYear | Span::SplitQuarter(_) | Span::SplitQuarters(_),
                Span::FirstMonths(months),
            ) => match months.is_multiple_of(3) {
                true => Self::split_quarters(first, months / 3).unwrap_or(self),
                false => Self::split_to_date(first),
            },
            // Which of its two years a month is in is not known.
            (Span::SplitYear | Span::SplitQuarters(_), Span::Month(_)) => self,
            _ => self.or_year(whole.last_year()),
        }
    }

    /// Returns its number of months; eleven if it runs to an unknown day, twelve at most.
    #[must_use]
    pub fn length(self) -> u8 {
        match self.span {
            Span::Month(_) | Span::Week(_) => 1,
            Span::Quarter(_) | Span::SplitQuarter(_) | Span::FiscalQuarter(_) => 3,
            Span::SecondHalf | Span::Semester(_) | Span::Season(_) => 6,
            Span::FirstMonths(months) | Span::On(months, _) | Span::Until(months, _) => months,
            Span::SplitQuarters(quarters) | Span::FiscalQuarters(quarters) => quarters * 3,
            Span::ToDate | Span::SplitToDate => MONTHS - 1,
            Span::Year | Span::SplitYear | Span::FiscalYear | Span::Years(_) | Span::By => MONTHS,
        }
    }

    /// Whether it is a part of a year from January on, or may be: "9 tháng", "đến 15/10".
    #[must_use]
    pub fn is_since_new_year(self) -> bool {
        matches!(self.span, Span::FirstMonths(_) | Span::ToDate | Span::Until(..))
    }

    /// Whether it is the state on a day.
    #[must_use]
    pub fn is_on_a_day(self) -> bool {
        matches!(self.span, Span::On(..))
    }

    /// Whether it is shorter than a year.
    #[must_use]
    pub fn is_part_of_year(self) -> bool {
        !matches!(
            self.span,
            Span::Year
                | Span::SplitYear
                | Span::FiscalYear
                | Span::Years(_)
                | Span::By
                | Span::On(MONTHS, 31)
        )
    }

    /// Whether it is one of the parts of equal length of a year, each of which has a result of its own: a month, a
    /// quarter, a semester.
    #[must_use]
    pub fn is_one_of_equal_parts(self) -> bool {
        matches!(
            self.span,
            Span::Month(_)
                | Span::Quarter(_)
                | Span::Semester(_)
                | Span::SplitQuarter(_)
                | Span::FiscalQuarter(_)
        )
    }

    /// Whether it begins with the year, so that its value is the cumulative result of the year.
    #[must_use]
    pub fn begins_with_year(self) -> bool {
        matches!(
            self.span,
            Span::FirstMonths(_)
                | Span::ToDate
                | Span::Quarter(1)
                | Span::Semester(1)
                | Span::SplitQuarter(1)
                | Span::SplitQuarters(_)
                | Span::SplitToDate
                | Span::FiscalYear
                | Span::FiscalQuarter(1)
                | Span::FiscalQuarters(_)
                | Span::On(..)
                | Span::Until(..)
                | Span::Month(1)
                | Span::Year
                | Span::SplitYear
                | Span::By
        )
    }
}
