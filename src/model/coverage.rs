//! The order of periods in time, and how much of a plan's period the period of an actual covers.

use std::cmp::{Ordering, Reverse};

use super::period::{MONTHS, Period, Span, days_of};

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

impl Period {
    /// Whether it is the months from January to the end of `part`: ten months for October.
    #[must_use]
    pub fn ends_with(self, part: Self) -> bool {
        let same_end = self.months().1 == part.months().1 && self.year == part.year;
        matches!(self.span, Span::FirstMonths(_)) && part.is_part_of_year() && same_end
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
        // "YTD" is of whichever year the plan is.
        if actual.is_fiscal() != plan.is_fiscal() && actual.span != Span::ToDate {
            return Coverage::Unrelated;
        }
        let is_whole = || by_time(actual, plan) == Coverage::Whole;
        match (actual.span, plan.span) {
            (Span::SplitYear, Span::Year) if actual.last_year() == plan.year => Coverage::Whole,
            (Span::SplitQuarter(_), Span::SplitQuarter(_)) => by_time(actual, plan),
            // A week is a part of its month.
            (Span::Week(own), Span::Week(other)) if own == other => by_time(actual, plan),
            (Span::Week(_), Span::Month(_)) if by_time(actual, plan) == Coverage::Whole => {
                Coverage::Part
            }
            (Span::Week(_), Span::Week(_)) => Coverage::Unrelated,
            (Span::SplitToDate, Span::SplitToDate) if actual.year == plan.year => Coverage::Whole,
            (Span::Season(own), Span::Season(other)) if own != other => Coverage::Unrelated,
            (Span::On(..), Span::On(..)) => in_order(actual, plan),
            (Span::Until(..), Span::Until(..)) => in_order(actual.last_day(), plan.last_day()),
            (_, Span::By) => match actual.last_year().cmp(&plan.year) {
                Ordering::Less => Coverage::Part,
                Ordering::Equal if actual.is_part_of_year() => Coverage::Part,
                Ordering::Equal => Coverage::Whole,
                Ordering::Greater => Coverage::Unrelated,
            },
            // The state on the last day of a plan's months is their result: 31 March of the first quarter.
            (Span::On(month, day), _) if day >= days_of(month) && ends_together(actual, plan) => {
                Coverage::Whole
            }
            // The middle of a month is only a part of the months that end with it, and is over before they are.
            (Span::Until(..), _) if actual.ends_within_month() && is_whole() => Coverage::Part,
            (_, Span::Until(..)) if plan.ends_within_month() && is_whole() => Coverage::Unrelated,
            _ => by_time(actual, plan),
        }
    }

    /// Whether it runs up to a day that is not the last one of its month.
    fn ends_within_month(self) -> bool {
        matches!(self.span, Span::Until(month, day) if (1..days_of(month)).contains(&day))
    }

    /// Returns what runs up to an unknown day of a month, as up to its last one.
    fn last_day(self) -> Self {
        match self.span {
            Span::Until(month, 0) => Self { span: Span::Until(month, days_of(month)), ..self },
            _ => self,
        }
    }

    /// Whether the source numbers the year and does not say when it begins: such periods are compared with each other
    /// only.
    fn is_fiscal(self) -> bool {
        matches!(self.span, Span::FiscalYear | Span::FiscalQuarter(_) | Span::FiscalQuarters(_))
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
            Span::FirstMonths(last) | Span::Until(last, _) => within(1, last),
            Span::ToDate => within(1, MONTHS - 1),
            // Their beginning does not matter: see `is_fiscal`.
            Span::FiscalYear => within(1, MONTHS),
            Span::FiscalQuarter(nth) => within(quarter(nth).0, quarter(nth).1),
            Span::FiscalQuarters(quarters) => within(1, quarters * 3),
            Span::Week(week) => within(Self::month_of_week(week), Self::month_of_week(week)),
            Span::SplitYear => within(SPLIT, SPLIT + MONTHS - 1),
            Span::Semester(nth) => {
                let half = MONTHS / 2;
                within(SPLIT + half * (nth - 1), SPLIT + half * nth - 1)
            }
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

fn ends_together(one: Period, other: Period) -> bool {
    one.months().1 == other.months().1
}

/// Compares the days of an actual and of its plan.
fn in_order(actual: Period, plan: Period) -> Coverage {
    match actual.cmp(&plan) {
        Ordering::Less => Coverage::Part,
        Ordering::Equal => Coverage::Whole,
        Ordering::Greater => Coverage::Unrelated,
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

impl Period {
    /// Whether it ends later than another period, or at the same time and is longer: what a list shows that has each
    /// indicator once. A state at the end of a year says more than the year.
    #[must_use]
    pub fn supersedes(self, other: Self) -> bool {
        let rank = |period: Self| {
            let (first, last) = period.months();
            // Of January and the months up to it, the sum is what the list shows of every other month.
            let is_sum = !period.is_one_of_equal_parts();
            let (is_open, is_by) = (period.is_open(), period.span == Span::By);
            let last = last + u32::from(is_open);
            (period.year.is_some(), last, is_by, Reverse(first), !is_open, is_sum)
        };
        rank(self) > rank(other)
    }

    /// Whether it ends on a day that is not known: no month of its year is later, but the whole year is.
    fn is_open(self) -> bool {
        matches!(self.span, Span::ToDate | Span::SplitToDate)
    }
}

/// Periods are ordered by their end, then by their start, the longer last: a year comes after its
/// quarters. Those without a year come first.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| {
            let (first, last) = period.months();
            let is_open = period.is_open();
            let last = last + u32::from(is_open);
            (period.year.is_some(), last, Reverse(first), !is_open, period.span)
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
    use crate::model::Season;

    fn months(year: u16, months: u8) -> Period {
        Period::first_months(Some(year), months).unwrap()
    }

    #[test]
    fn the_year_to_date_supersedes_each_of_its_months_and_not_the_year() {
        let to_date = Period::to_date(Some(2024));
        for month in [1, 11, 12] {
            let month = Period::month(Some(2024), month).unwrap();
            assert!(to_date.supersedes(month) && !month.supersedes(to_date), "{month}");
        }
        assert!(Period::year(2024).supersedes(to_date) && !to_date.supersedes(Period::year(2024)));
        let next = Period::month(Some(2025), 1).unwrap();
        assert!(next.supersedes(to_date));
    }

    #[test]
    fn periods_are_ordered_by_their_ends() {
        let sorted = [
            Period::any_year(),
            Period::year(2023),
            Period::quarter(Some(2024), 1).unwrap(),
            Period::month(Some(2024), 6).unwrap(),
            Period::quarter(Some(2024), 2).unwrap(),
            months(2024, 6),
            months(2024, 11),
            Period::month(Some(2024), 12).unwrap(),
            Period::to_date(Some(2024)),
            Period::year(2024),
            Period::split_year(2024),
        ];
        assert!(sorted.is_sorted(), "{sorted:?}");
    }

    #[test]
    fn months_since_new_year_end_with_a_part_of_the_same_year() {
        let ten = months(2024, 10);
        let month = |year, month| Period::month(year, month).unwrap();
        assert!(ten.ends_with(month(Some(2024), 10)));
        assert!(months(2024, 6).ends_with(Period::quarter(Some(2024), 2).unwrap()));
        for other in [month(Some(2024), 9), month(Some(2023), 10), month(None, 10)] {
            assert!(!ten.ends_with(other), "{other}");
        }
        assert!(!month(Some(2024), 10).ends_with(month(Some(2024), 10)));
    }

    #[test]
    fn a_plan_is_due_when_its_period_is_covered() {
        use Coverage::{Part, Unrelated, Whole};
        let years = Period::years(2021, 2025).unwrap();
        let quarter = |nth| Period::quarter(Some(2024), nth).unwrap();
        let spring = |year| Period::season(Some(year), Season::named("xuân").unwrap());
        let on = |month, day| Period::on(Some(2024), month, day).unwrap();
        let until = |month, day| Period::until(Some(2024), month, day).unwrap();
        let fiscal = Period::fiscal_year(2024);
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
            (Period::semester(Some(2024), 1).unwrap(), Period::split_year(2024), Part),
            (Period::semester(None, 2).unwrap(), Period::split_year(2024), Part),
            (
                Period::split_quarters(2024, 2).unwrap(),
                Period::semester(Some(2024), 1).unwrap(),
                Whole,
            ),
            (Period::semester(None, 1).unwrap(), Period::semester(Some(2024), 1).unwrap(), Whole),
            (spring(2024), Period::year(2024), Part),
            (spring(2024), spring(2024), Whole),
            (Period::season(Some(2024), Season::named("đông").unwrap()), Period::year(2024), Part),
            (on(10, 1), Period::year(2024), Part),
            (on(10, 1), Period::by(2025), Part),
            (until(6, 30), Period::year(2024), Part),
            (until(6, 30), months(2024, 6), Whole),
            (until(6, 15), months(2024, 6), Part),
            (until(6, 15), months(2023, 6), Unrelated),
            (until(6, 0), years, Part),
            (until(6, 0), Period::by(2024), Part),
            (until(6, 30), until(6, 30), Whole),
            (until(6, 15), until(6, 0), Part),
            (until(7, 1), until(6, 0), Unrelated),
            (months(2024, 6), until(6, 1), Unrelated),
            (until(5, 1), Period::month(Some(2024), 5).unwrap(), Unrelated),
            (until(12, 15), Period::year(2024), Part),
            (until(12, 15), Period::any_year(), Part),
            (until(3, 15), quarter(1), Part),
            (until(3, 31), quarter(1), Whole),
            (until(3, 0), quarter(1), Whole),
            (on(3, 31), quarter(1), Whole),
            (on(6, 30), months(2024, 6), Whole),
            (on(6, 29), months(2024, 6), Part),
            (on(6, 30), Period::year(2024), Part),
            (fiscal, Period::year(2024), Unrelated),
            (Period::year(2024), fiscal, Unrelated),
            (fiscal, fiscal, Whole),
            (on(12, 31), Period::year(2024), Whole),
            (on(12, 31), Period::by(2024), Whole),
            (on(12, 31), on(12, 31), Whole),
        ] {
            assert_eq!(actual.coverage(plan), expected, "{actual} of {plan}");
        }
    }
}
