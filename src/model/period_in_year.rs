//! Periods without a year that are next to one that has a year, or below it: in which year they are.
//!
//! ```
//! use chitieu::model::Period;
//! let year = Period::split_year(2024);
//! let first = Period::quarter(None, 1).unwrap();
//! assert_eq!(Some(first.in_year_of(year)), Period::split_quarter(2024, 1));
//! assert_eq!(first.next_to(year), Period::split_quarter(2024, 1));
//! assert_eq!(Period::month(None, 2).unwrap().next_to(year), None);
//! ```

use super::{Period, Span};

impl Period {
    /// Whether it is a school or financial year that begins in one year and ends in the next, or a part of one.
    #[must_use]
    pub fn is_in_split_year(self) -> bool {
        matches!(
            self.span(),
            Span::SplitYear
                | Span::Semester(_)
                | Span::SplitQuarter(_)
                | Span::SplitQuarters(_)
                | Span::SplitToDate
        )
    }

    /// Whether it is a fiscal year with a number, or a part of one.
    #[must_use]
    pub fn is_in_fiscal_year(self) -> bool {
        matches!(self.span(), Span::FiscalYear | Span::FiscalQuarter(_) | Span::FiscalQuarters(_))
    }

    /// Returns the same period in the school, financial or fiscal year that `whole` is in, if its own year is unknown:
    /// "Q1" under "2024/25" is no quarter of 2024. Unchanged if `whole` is in a calendar year.
    #[must_use]
    pub fn in_year_of(self, whole: Self) -> Self {
        let Some(year) = whole.first_year() else { return self };
        let own = match self.span() {
            _ if self.first_year().is_some() => None,
            span if whole.is_in_fiscal_year() => match span {
                Span::Year => Some(Self::fiscal_year(year)),
                Span::Quarter(quarter) => Self::fiscal_quarter(year, quarter),
                Span::FirstMonths(months) if months % 3 == 0 => {
                    Self::fiscal_quarters(year, months / 3)
                }
                _ => None,
            },
            span if whole.is_in_split_year() => match span {
                Span::ToDate => Some(Self::split_to_date(year)),
                Span::Quarter(quarter) => Self::split_quarter(year, quarter),
                Span::Semester(semester) => Self::semester(Some(year), semester),
                Span::Year => Some(Self::split_year(year)),
                // "6 months" of 2023/24 are its first two quarters, not those of 2024.
                Span::FirstMonths(months) if months % 3 == 0 => {
                    Self::split_quarters(year, months / 3)
                }
                _ => None,
            },
            _ => None,
        };
        own.unwrap_or(self)
    }

    /// Returns the period of a value that is published next to one of `own`, in the year of that. `None` if it is in
    /// either of the two years of `own`: February next to 2024/25.
    #[must_use]
    pub fn next_to(self, own: Self) -> Option<Self> {
        let known = self.in_year_of(own);
        let is_open = known.first_year().is_none()
            && own.first_year().is_some()
            && (own.is_in_split_year() || own.is_in_fiscal_year())
            && known.span() != Span::ToDate;
        (!is_open).then(|| known.or_year(own.first_year()))
    }
}
