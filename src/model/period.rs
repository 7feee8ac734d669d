//! The period of a value: a year, a part of one, several years; ordered in time.
//!
//! Periods occur in headings, titles and files. Their words are parsed by
//! [`crate::lexicon::period`]; this module orders periods and decides whether an actual covers the
//! period of its plan.
//!
//! ```
//! use chitieu::model::{Coverage, Period};
//! let (plan, actual) = (Period::year(2024), Period::first_months(Some(2024), 6).unwrap());
//! assert_eq!(actual.coverage(plan), Coverage::Part);
//! assert_eq!(actual.to_string(), "6 tháng đầu năm 2024");
//! ```

use std::cmp::Ordering;

use super::Season;

/// A period as used in statistics. The year may be unknown: "Thực hiện 6 tháng".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: Option<u16>,
    span: Span,
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
    /// A school or financial year that begins in the period's year and ends in the next.
    SplitYear,
    /// A quarter, 1 to 4, of such a year: "Q2 2024/25".
    SplitQuarter(u8),
    /// The quarters from the beginning of such a year on, 2 or 3: "Q2 YTD 2024/25".
    SplitQuarters(u8),
    /// From the beginning of such a year to a day that is not known: "YTD 2024/25".
    SplitToDate,
    /// A crop season.
    Season(Season),
    /// The state on a day, month and day: "tại thời điểm 01/10/2024".
    On(u8, u8),
    /// From the period's year to this later one: "2021-2025".
    Years(u16),
    /// The state at the end of the period's year: "đến năm 2025".
    By,
}

/// How much of the period of a plan the period of an actual covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// The actual covers the whole period: the two can be compared.
    Whole,
    /// The actual covers a part, or ends before the plan does: the plan is not due yet.
    Part,
    /// Neither: the actual is later, or the periods cannot be compared.
    Unrelated,
}

/// Months of a year.
const MONTHS: u8 = 12;

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

    /// Returns its number of months; eleven if it runs to an unknown day, twelve at most.
    #[must_use]
    pub fn length(self) -> u8 {
        match self.span {
            Span::Month(_) => 1,
            Span::Quarter(_) | Span::SplitQuarter(_) => 3,
            Span::SecondHalf | Span::Season(_) => 6,
            Span::FirstMonths(months) | Span::On(months, _) => months,
            Span::SplitQuarters(quarters) => quarters * 3,
            Span::ToDate | Span::SplitToDate => MONTHS - 1,
            Span::Year | Span::SplitYear | Span::Years(_) | Span::By => MONTHS,
        }
    }

    /// Whether it is a part of a year from January on: "9 tháng", "đến 15/10".
    #[must_use]
    pub fn is_since_new_year(self) -> bool {
        matches!(self.span, Span::FirstMonths(_) | Span::ToDate)
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
            Span::Year | Span::SplitYear | Span::Years(_) | Span::By | Span::On(MONTHS, 31)
        )
    }

    /// Whether it is the months from January to the end of `part`: ten months for October.
    #[must_use]
    pub fn ends_with(self, part: Self) -> bool {
        let same_end = self.months().1 == part.months().1 && self.year == part.year;
        matches!(self.span, Span::FirstMonths(_)) && part.is_part_of_year() && same_end
    }

    /// Whether it begins with the year, so that its value is the cumulative result of the year.
    #[must_use]
    pub fn begins_with_year(self) -> bool {
        matches!(
            self.span,
            Span::FirstMonths(_)
                | Span::ToDate
                | Span::Quarter(1)
                | Span::SplitQuarter(1)
                | Span::SplitQuarters(_)
                | Span::SplitToDate
                | Span::On(..)
                | Span::Month(1)
                | Span::Year
                | Span::SplitYear
                | Span::By
        )
    }

    /// Returns how much of the period of a `plan` an actual of this period covers. If only one of
    /// them has a year, both are taken to be in that year.
    ///
    /// A school year fulfils the plan of the year in which it ends. A year is only a part of a plan
    /// for several years, even the last one: the result of a term is known only at its end.
    #[must_use]
    pub fn coverage(self, plan: Self) -> Coverage {
        if self.span == Span::ToDate && plan.span == Span::ToDate {
            return if self.year_fits(plan) { Coverage::Whole } else { Coverage::Unrelated };
        }
        let (actual, plan) = (self.or_year(plan.year), plan.or_year(self.year));
        // The state at the end of a year is the result of that year.
        let ends_year = matches!(actual.span, Span::By | Span::On(MONTHS, 31));
        let actual = if ends_year && !matches!(plan.span, Span::On(..)) {
            Self { span: Span::Year, ..actual }
        } else {
            actual
        };
        match (actual.span, plan.span) {
            (Span::SplitYear, Span::Year) if actual.last_year() == plan.year => Coverage::Whole,
            (Span::SplitQuarter(_), Span::SplitQuarter(_)) => by_time(actual, plan),
            (Span::SplitToDate, Span::SplitToDate) if actual.year == plan.year => Coverage::Whole,
            (Span::Season(own), Span::Season(other)) if own != other => Coverage::Unrelated,
            (Span::On(..), Span::On(..)) => match actual.cmp(&plan) {
                Ordering::Less => Coverage::Part,
                Ordering::Equal => Coverage::Whole,
                Ordering::Greater => Coverage::Unrelated,
            },
            (_, Span::By) => match actual.last_year().cmp(&plan.year) {
                Ordering::Less => Coverage::Part,
                Ordering::Equal if actual.is_part_of_year() => Coverage::Part,
                Ordering::Equal => Coverage::Whole,
                Ordering::Greater => Coverage::Unrelated,
            },
            _ => by_time(actual, plan),
        }
    }

    /// Returns its parts as numbers, for a packed record: the year, the kind of span with its
    /// detail, and the last of several years.
    pub(super) fn to_parts(self) -> (Option<u16>, [u8; 2], Option<u16>) {
        let (parts, last) = match self.span {
            Span::Year => ([0, 0], None),
            Span::SecondHalf => ([1, 0], None),
            Span::Quarter(nth) => ([2, nth], None),
            Span::Month(month) => ([3, month], None),
            Span::FirstMonths(months) => ([4, months], None),
            Span::ToDate => ([5, 0], None),
            Span::SplitYear => ([6, 0], None),
            Span::SplitQuarter(nth) => ([7, nth], None),
            Span::Years(last) => ([8, 0], Some(last)),
            Span::By => ([9, 0], None),
            Span::SplitQuarters(quarters) => ([10, quarters], None),
            Span::SplitToDate => ([11, 0], None),
            Span::Season(season) => ([12, season.number()], None),
            Span::On(month, day) => ([13, day], Some(u16::from(month))),
        };
        (self.year, parts, last)
    }

    /// Rebuilds a period from [`Period::to_parts`].
    pub(super) fn of_parts(
        year: Option<u16>,
        [kind, detail]: [u8; 2],
        last: Option<u16>,
    ) -> Option<Self> {
        match kind {
            0 => Some(Self { year, span: Span::Year }),
            1 => Some(Self::second_half(year)),
            2 => Self::quarter(year, detail),
            3 => Self::month(year, detail),
            4 => Self::first_months(year, detail),
            5 => Some(Self::to_date(year)),
            6 => year.map(Self::split_year),
            7 => Self::split_quarter(year?, detail),
            8 => Self::years(year?, last?),
            9 => year.map(Self::by),
            10 => Self::split_quarters(year?, detail),
            11 => year.map(Self::split_to_date),
            12 => Some(Self::season(year, Season::numbered(detail)?)),
            13 => Self::on(year, u8::try_from(last?).ok()?, detail),
            _ => None,
        }
    }

    fn year_fits(self, other: Self) -> bool {
        self.year.is_none() || other.year.is_none() || self.year == other.year
    }

    /// Returns the first and the last month, counted from year 0; a period without a year counts in
    /// year 0. A state at the end of a year has only its last month.
    fn months(self) -> (u32, u32) {
        let begin = u32::from(self.year.unwrap_or(0)) * u32::from(MONTHS);
        let within = |first: u8, last: u8| (begin + u32::from(first), begin + u32::from(last));
        let quarter = |quarter: u8| (quarter * 3 - 2, quarter * 3);
        // A school year begins in September, a financial year in April or October; July is between
        // them.
        const SPLIT: u8 = 7;
        match self.span {
            Span::Year => within(1, MONTHS),
            Span::SecondHalf => within(7, MONTHS),
            Span::Quarter(nth) => within(quarter(nth).0, quarter(nth).1),
            Span::Month(month) => within(month, month),
            Span::FirstMonths(last) => within(1, last),
            Span::ToDate => within(1, MONTHS - 1),
            Span::SplitYear => within(SPLIT, SPLIT + MONTHS - 1),
            Span::SplitQuarter(nth) => {
                let (first, last) = quarter(nth);
                within(SPLIT + first - 1, SPLIT + last - 1)
            }
            Span::SplitQuarters(quarters) => within(SPLIT, SPLIT + quarter(quarters).1 - 1),
            Span::SplitToDate => within(SPLIT, SPLIT + MONTHS - 2),
            Span::Season(season) => within(season.months().0, season.months().1),
            Span::On(month, _) => within(month, month),
            Span::Years(last) => {
                (begin + 1, u32::from(last) * u32::from(MONTHS) + u32::from(MONTHS))
            }
            Span::By => within(MONTHS, MONTHS),
        }
    }
}

/// Compares the months of an actual with those of its plan: equal, within them or ending earlier,
/// or neither.
fn by_time(actual: Period, plan: Period) -> Coverage {
    let ((first, last), (plan_first, plan_last)) = (actual.months(), plan.months());
    if (first, last) == (plan_first, plan_last) {
        Coverage::Whole
    } else if last < plan_last || last == plan_last && first > plan_first {
        Coverage::Part
    } else {
        Coverage::Unrelated
    }
}

/// Periods are ordered by their end, then by their start, the longer first; those without a year
/// come first.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| {
            let (first, last) = period.months();
            (period.year.is_some(), last, first, period.span)
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(year: u16, months: u8) -> Period {
        Period::first_months(Some(year), months).unwrap()
    }

    #[test]
    fn periods_are_ordered_by_their_ends() {
        let sorted = [
            Period::any_year(),
            Period::year(2023),
            Period::quarter(Some(2024), 1).unwrap(),
            months(2024, 6),
            Period::quarter(Some(2024), 2).unwrap(),
            Period::month(Some(2024), 6).unwrap(),
            months(2024, 11),
            Period::year(2024),
            Period::month(Some(2024), 12).unwrap(),
            Period::split_year(2024),
        ];
        assert!(sorted.is_sorted(), "{sorted:?}");
    }

    #[test]
    fn a_plan_is_due_when_its_period_is_covered() {
        use Coverage::{Part, Unrelated, Whole};
        let years = Period::years(2021, 2025).unwrap();
        let quarter = |nth| Period::quarter(Some(2024), nth).unwrap();
        let spring = |year| Period::season(Some(year), Season::named("xuân").unwrap());
        let on = |month, day| Period::on(Some(2024), month, day).unwrap();
        for (actual, plan, expected) in [
            (Period::year(2024), Period::year(2024), Whole),
            (Period::year(2024), Period::any_year(), Whole),
            (Period::first_months(None, 6).unwrap(), Period::year(2024), Part),
            (Period::quarter(None, 4).unwrap(), Period::any_year(), Part),
            (quarter(2), quarter(2), Whole),
            (Period::first_months(Some(2024), 3).unwrap(), quarter(1), Whole),
            (months(2024, 10), Period::month(Some(2024), 10).unwrap(), Unrelated),
            (Period::month(Some(2024), 10).unwrap(), months(2024, 10), Part),
            (Period::year(2023), years, Part),
            (Period::year(2025), years, Part),
            (years, years, Whole),
            (Period::year(2024), Period::by(2025), Part),
            (months(2025, 9), Period::by(2025), Part),
            (Period::year(2025), Period::by(2025), Whole),
            (Period::year(2026), Period::by(2025), Unrelated),
            (Period::year(2024), Period::year(2025), Part),
            (Period::year(2025), Period::year(2024), Unrelated),
            (Period::split_year(2023), Period::year(2024), Whole),
            (Period::split_year(2023), Period::split_year(2023), Whole),
            (Period::split_quarter(2024, 2).unwrap(), Period::split_year(2024), Part),
            (Period::to_date(None), Period::year(2024), Part),
            (Period::to_date(Some(2024)), Period::to_date(None), Whole),
            (Period::split_quarters(2024, 2).unwrap(), Period::split_year(2024), Part),
            (Period::split_to_date(2024), Period::split_year(2024), Part),
            (spring(2024), Period::year(2024), Part),
            (spring(2024), spring(2024), Whole),
            (Period::season(Some(2024), Season::named("đông").unwrap()), Period::year(2024), Part),
            (on(10, 1), Period::year(2024), Part),
            (on(10, 1), Period::by(2025), Part),
            (on(12, 31), Period::year(2024), Whole),
            (on(12, 31), Period::by(2024), Whole),
            (on(12, 31), on(12, 31), Whole),
        ] {
            assert_eq!(actual.coverage(plan), expected, "{actual} of {plan}");
        }
    }
}
