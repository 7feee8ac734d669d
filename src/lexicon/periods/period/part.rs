//! The parts of a year, and the whole of it.

use crate::model::{Period, Season};

/// A part of a year, or the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// A state on a day: month and day.
    On(u8, u8),
    /// Up to a day: month and day, or only a month and 0.
    Until(u8, u8),
    Season(Season),
    /// The first or the second half of a school year.
    Semester(u8),
    /// 1 to 53.
    Week(u8),
    Quarter(u8),
    /// The first quarters.
    Quarters(u8),
    Month(u8),
    SecondHalf,
    FirstMonths(u8),
    ToDate,
    Year,
}

impl Part {
    pub(super) fn period(self, year: Option<u16>) -> Option<Period> {
        match self {
            Self::On(month, day) => Period::on(year, month, day),
            Self::Until(month, day) => Period::until(year, month, day),
            Self::Week(week) => Period::week(year, week),
            Self::Season(season) => Some(Period::season(year, season)),
            Self::Semester(semester) => Period::semester(year, semester),
            Self::Quarter(quarter) => Period::quarter(year, quarter),
            Self::Quarters(quarters) => Period::first_months(year, quarters * 3),
            Self::Month(month) => Period::month(year, month),
            Self::SecondHalf => Some(Period::second_half(year)),
            Self::FirstMonths(months) => Period::first_months(year, months),
            Self::ToDate => Some(Period::to_date(year)),
            Self::Year => Period::first_months(year, 12),
        }
    }

    /// Returns the last month and the number of months.
    pub(super) fn extent(self) -> (u8, u8) {
        match self {
            Self::Quarter(quarter) => (quarter * 3, 3),
            Self::Quarters(quarters) => (quarters * 3, quarters * 3),
            Self::Month(month) => (month, 1),
            Self::SecondHalf => (12, 6),
            // It ends within the school year that is named next to it.
            Self::Semester(semester) => (12 + semester, 6),
            Self::FirstMonths(months) | Self::Until(months, _) => (months, months),
            // Sort below any part of known length.
            Self::ToDate | Self::On(..) | Self::Season(_) | Self::Week(_) => (0, 0),
            Self::Year => (12, 12),
        }
    }
}
