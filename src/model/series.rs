//! The series of an indicator: its values over periods of one kind, in order of time.
//!
//! Periods of different kinds are never mixed: a month is not compared with a year, nor nine months
//! with ten. A period in between without a value is a gap, which a chart must show.

use rust_decimal::Decimal;

use super::{Period, Season, Span, Status, Target};

const MONTHS: u8 = 12;
/// The fewest results that add up through a year: two of them are no course of it.
const FEWEST_GROWING: usize = 3;

/// The values of one indicator of one place, one for each period.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    points: Vec<SeriesPoint>,
    /// The kind of the periods; `None` without any.
    kind: Option<Kind>,
    /// The place in time of each point, in periods of its kind; ascending.
    places: Vec<i32>,
}

/// What is known of one period.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPoint {
    /// The period.
    pub period: Period,
    /// The result; `None` if it is missing or published in words.
    pub value: Option<Decimal>,
    /// Whether the result was published in words, such as a bound.
    pub in_words: bool,
    /// Whether the result was published as an estimate.
    pub estimate: bool,
    /// Whether that estimate is preliminary.
    pub preliminary: bool,
    /// The target of the plan.
    pub plan: Option<Target>,
    /// The period of the plan, if the source says it.
    pub plan_period: Option<Period>,
    /// Whether the plan is of a longer period than the result.
    pub is_of_longer_plan: bool,
    /// The percent of plan, published or derived.
    pub percent: Option<Decimal>,
    /// Whether the percent is derived.
    pub percent_derived: bool,
    /// The status of the result.
    pub status: Status,
    /// The number of the indicator in its collection; `None` if only a value next to another
    /// period's is known.
    pub indicator: Option<usize>,
}

/// A kind of period whose values can be compared, as one line of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Years,
    SplitYears,
    Quarters,
    SplitQuarters,
    /// The halves of school years.
    Semesters,
    Months,
    /// The first months of a year, by their number: they are comparable between years.
    FirstMonths(u8),
    SecondHalves,
    EndsOfYears,
    /// The first quarters of a financial year, by their number.
    FirstQuarters(u8),
    /// The same crop season of each year.
    Seasons(Season),
    /// The same day of each year, as month and day.
    Days(u8, u8),
    Weeks,
    FiscalYears,
    FiscalQuarters,
    /// The first quarters of a fiscal year, by their number.
    FirstFiscalQuarters(u8),
    /// Up to the same day of each year.
    UntilDays(u8, u8),
    /// The first months of one year, of growing number, and the whole year.
    GrowingMonths,
}

impl SeriesPoint {
    /// Returns a point that is only a value.
    #[must_use]
    pub fn of_value(period: Period, value: Option<Decimal>) -> Self {
        Self {
            period,
            value,
            estimate: false,
            preliminary: false,
            in_words: false,
            plan: None,
            plan_period: None,
            is_of_longer_plan: false,
            percent: None,
            percent_derived: false,
            status: Status::NotAssessed,
            indicator: None,
        }
    }
}

impl Series {
    /// Returns the series of those points whose periods are of the same kind as `own`, in order of
    /// time. If a period has several points, the first one is kept.
    #[must_use]
    pub fn of(own: Period, points: impl IntoIterator<Item = SeriesPoint>) -> Self {
        let Some((kind, _)) = place_in_time(own) else { return Self::default() };
        let mut kept: Vec<(i32, SeriesPoint)> = Vec::new();
        for point in points {
            match place_in_time(point.period) {
                Some((of, at)) if of == kind && kept.iter().all(|(other, _)| *other != at) => {
                    kept.push((at, point));
                }
                _ => {}
            }
        }
        kept.sort_by_key(|(at, _)| *at);
        let (places, points) = kept.into_iter().unzip();
        Self { points, kind: Some(kind), places }
    }

    /// Returns the results that add up through the year of `own`: of one month, two months … and the year, each at the
    /// place of its last month. A month or a quarter is among them only as the first one of the year.
    #[must_use]
    pub fn growing(own: Period, points: impl IntoIterator<Item = SeriesPoint>) -> Self {
        let year = own.first_year();
        let mut kept: Vec<(i32, SeriesPoint)> = Vec::new();
        let (mut months, mut quarters) = (0, 0);
        for point in points.into_iter().filter(|point| point.period.first_year() == year) {
            let month = match point.period.span() {
                Span::FirstMonths(months) => months,
                Span::Month(nth) => {
                    months += usize::from(nth > 1);
                    nth
                }
                Span::Quarter(nth) => {
                    quarters += usize::from(nth > 1);
                    nth * 3
                }
                Span::Year => MONTHS,
                _ => continue,
            };
            let at = i32::from(month);
            if kept.iter().all(|(other, known)| *other != at || known.period != point.period) {
                kept.push((at, point));
            }
        }
        kept.retain(|(_, point)| match point.period.span() {
            Span::Month(nth) => nth == 1 && months == 0,
            Span::Quarter(nth) => nth == 1 && quarters == 0,
            _ => true,
        });
        kept.sort_by_key(|(at, _)| *at);
        kept.dedup_by_key(|(at, _)| *at);
        if year.is_none()
            || kept.len() < FEWEST_GROWING
            || kept.iter().all(|one| one.1.period != own)
        {
            return Self::default();
        }
        let (places, points) = kept.into_iter().unzip();
        Self { points, kind: Some(Kind::GrowingMonths), places }
    }

    /// Whether its results add up through a year: the change from one to the next is what a month added.
    #[must_use]
    pub fn is_growing(&self) -> bool {
        self.kind == Some(Kind::GrowingMonths)
    }

    /// Returns the points, in order of time.
    #[must_use]
    pub fn points(&self) -> &[SeriesPoint] {
        &self.points
    }

    /// Returns the number of periods from the first point to each point: 0, 1, 2 … without gaps; a
    /// missing period leaves a number out.
    pub fn steps(&self) -> impl Iterator<Item = usize> {
        let first = self.places.first().copied().unwrap_or(0);
        self.places.iter().map(move |at| usize::try_from(at - first).unwrap_or(0))
    }

    /// Returns the position of the point of a period.
    #[must_use]
    pub fn position(&self, period: Period) -> Option<usize> {
        if self.is_growing() {
            return self.points.iter().position(|point| point.period == period);
        }
        let (kind, wanted) = place_in_time(period)?;
        // The first half of 2023 and the year 2023 have the same place among periods of their kinds.
        self.places.binary_search(&wanted).ok().filter(|_| self.kind == Some(kind))
    }

    /// Returns the change from the point before to the point at `index`: only between neighbouring
    /// periods that both have a value.
    #[must_use]
    pub fn change(&self, index: usize) -> Option<Decimal> {
        let before = index.checked_sub(1)?;
        if self.places.get(index)? - self.places.get(before)? != 1 {
            return None;
        }
        self.points.get(index)?.value?.checked_sub(self.points.get(before)?.value?)
    }
}

/// Whether two periods are of the same kind, so that their values make a series: two years, two quarters, nine
/// months of two years. A period that has no place in a series is not even of its own kind.
#[must_use]
pub fn is_same_kind(one: Period, other: Period) -> bool {
    one.steps_since(other).is_some()
}

impl Period {
    /// Whether this period comes directly after another of the same kind: 2024 after 2023, the first nine months
    /// of a year after those of the year before.
    #[must_use]
    pub fn follows(self, before: Self) -> bool {
        self.steps_since(before) == Some(1)
    }

    /// Returns the period that is some periods of its kind later; `None` for kinds that cannot be counted on.
    #[must_use]
    pub fn later(self, steps: u16) -> Option<Self> {
        let within_year = |nth: u8, of: u16, span: fn(u8) -> Span| {
            let all = (u16::from(nth) - 1).checked_add(steps)?;
            let year = match self.year {
                Some(year) => Some(year.checked_add(all / of)?),
                None if all < of => None,
                None => return None,
            };
            Some(Self { year, span: span(u8::try_from(all % of + 1).ok()?) })
        };
        match self.span {
            Span::Quarter(nth) => within_year(nth, 4, Span::Quarter),
            Span::SplitQuarter(nth) => within_year(nth, 4, Span::SplitQuarter),
            Span::FiscalQuarter(nth) => within_year(nth, 4, Span::FiscalQuarter),
            Span::Semester(nth) => within_year(nth, 2, Span::Semester),
            Span::Month(nth) => within_year(nth, 12, Span::Month),
            Span::Week(_) | Span::ToDate | Span::SplitToDate | Span::Years(_) => None,
            _ => Some(Self { year: Some(self.year?.checked_add(steps)?), ..self }),
        }
    }

    /// Returns the number of periods of the same kind from another to this one, negative if it is before; `None`
    /// if they are of different kinds or cannot be placed in time.
    #[must_use]
    pub fn steps_since(self, other: Self) -> Option<i32> {
        let ((kind, other), (own_kind, own)) = (place_in_time(other)?, place_in_time(self)?);
        (kind == own_kind).then(|| own - other)
    }
}

/// Returns the kind of a period and its place among periods of that kind. Periods of several years
/// are not placed: terms of different lengths overlap.
fn place_in_time(period: Period) -> Option<(Kind, i32)> {
    // Periods without a year are placed within one year, as in a table with one column a month.
    let year = i32::from(period.first_year().unwrap_or(0));
    let known = |place| period.first_year().is_some().then_some(place);
    match period.span() {
        Span::Year => known((Kind::Years, year)),
        Span::SplitYear => known((Kind::SplitYears, year)),
        Span::By => known((Kind::EndsOfYears, year)),
        Span::SecondHalf => known((Kind::SecondHalves, year)),
        Span::FirstMonths(months) => known((Kind::FirstMonths(months), year)),
        Span::Quarter(nth) => Some((Kind::Quarters, year * 4 + i32::from(nth) - 1)),
        Span::Semester(nth) => Some((Kind::Semesters, year * 2 + i32::from(nth) - 1)),
        Span::SplitQuarter(nth) => Some((Kind::SplitQuarters, year * 4 + i32::from(nth) - 1)),
        Span::Month(nth) => Some((Kind::Months, year * 12 + i32::from(nth) - 1)),
        Span::SplitQuarters(quarters) => known((Kind::FirstQuarters(quarters), year)),
        Span::Season(season) => known((Kind::Seasons(season), year)),
        Span::On(month, day) => known((Kind::Days(month, day), year)),
        Span::Week(week) => Some((Kind::Weeks, year * 53 + i32::from(week) - 1)),
        Span::FiscalYear => known((Kind::FiscalYears, year)),
        Span::FiscalQuarter(nth) => Some((Kind::FiscalQuarters, year * 4 + i32::from(nth) - 1)),
        Span::FiscalQuarters(quarters) => known((Kind::FirstFiscalQuarters(quarters), year)),
        Span::Until(month, day) => known((Kind::UntilDays(month, day), year)),
        Span::ToDate | Span::SplitToDate | Span::Years(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(year: u16, value: i64) -> SeriesPoint {
        SeriesPoint::of_value(Period::year(year), Some(Decimal::from(value)))
    }

    #[test]
    fn periods_of_another_kind_are_left_out() {
        let months = Period::first_months(Some(2024), 9).unwrap();
        let points = [
            point(2023, 3),
            SeriesPoint::of_value(months, Some(Decimal::ONE)),
            point(2021, 1),
            SeriesPoint::of_value(Period::any_year(), Some(Decimal::TEN)),
        ];
        let series = Series::of(Period::year(2023), points);
        let years: Vec<_> = series.points().iter().map(|point| point.period.to_string()).collect();
        assert_eq!(years, ["năm 2021", "năm 2023"]);
        assert_eq!(series.steps().collect::<Vec<_>>(), [0, 2]);
        // 2022 is missing, so the change to 2023 is not that of one year.
        assert_eq!(series.change(1), None);
    }

    #[test]
    fn the_first_months_of_a_year_are_not_its_point() {
        let series = Series::of(Period::year(2023), [point(2022, 1), point(2023, 3)]);
        assert_eq!(series.position(Period::year(2023)), Some(1));
        assert_eq!(series.position(Period::first_months(Some(2023), 6).unwrap()), None);
    }

    #[test]
    fn months_without_a_year_are_one_year() {
        let months = (1..=3).filter_map(|month| Period::month(None, month));
        let points = months.map(|month| SeriesPoint::of_value(month, Some(Decimal::ONE)));
        let series = Series::of(Period::month(None, 3).unwrap(), points);
        assert_eq!(series.steps().collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(series.change(2), Some(Decimal::ZERO));
        assert_eq!(series.position(Period::month(None, 2).unwrap()), Some(1));
    }

    #[test]
    fn a_later_period_is_as_many_steps_later() {
        let months = |year| Period::first_months(Some(year), 9).unwrap();
        let nov = Period::month(Some(2023), 11).unwrap();
        for (one, steps) in [(Period::year(2020), 3), (months(2021), 1), (nov, 3), (nov, 14)] {
            let later = one.later(steps).unwrap();
            assert_eq!(later.steps_since(one), Some(i32::from(steps)), "{later}");
        }
        assert_eq!(Period::month(None, 3).unwrap().later(2), Period::month(None, 5));
        assert_eq!(Period::month(None, 11).unwrap().later(2), None);
        assert_eq!(Period::years(2021, 2025).unwrap().later(1), None);
    }

    #[test]
    fn a_period_follows_one_of_its_kind() {
        let months = |year| Period::first_months(Some(year), 9).unwrap();
        assert!(Period::year(2024).follows(Period::year(2023)));
        assert!(months(2024).follows(months(2023)));
        assert!(!Period::year(2024).follows(Period::year(2022)));
        assert!(!Period::year(2024).follows(months(2023)));
        assert!(!Period::year(2023).follows(Period::year(2024)));
        assert!(!Period::any_year().follows(Period::any_year()));
    }

    #[test]
    fn the_months_of_a_year_add_up() {
        let first = |months| Period::first_months(Some(2024), months).unwrap();
        let month = |nth| Period::month(Some(2024), nth).unwrap();
        let of = |periods: &[Period], own: Period| {
            let points = periods.iter().map(|period| SeriesPoint::of_value(*period, None));
            let series = Series::growing(own, points);
            assert_eq!(series.is_growing(), !series.points().is_empty());
            let steps = series.steps().collect::<Vec<_>>();
            let position = series.position(own);
            (steps, position)
        };
        let year = Period::year(2024);
        let periods = [month(1), first(2), first(6), first(9), year, Period::year(2023)];
        assert_eq!(of(&periods, first(6)), (vec![0, 1, 5, 8, 11], Some(2)));
        // Months next to the sum of some of them do not grow.
        let periods = [month(1), month(2), month(3), first(3), first(6), year];
        assert_eq!(of(&periods, first(6)), (vec![0, 3, 9], Some(1)));
        assert_eq!(of(&periods, month(2)), (vec![], None));
        assert_eq!(of(&[first(9), year], first(9)), (vec![], None));
    }

    proptest! {
        #[test]
        fn points_are_in_order_and_unique(years in prop::collection::vec(1990u16..2030, 0..20)) {
            let points = years.iter().map(|year| point(*year, 1));
            let series = Series::of(Period::year(2024), points);
            prop_assert!(series.points().windows(2).all(|pair| pair[0].period < pair[1].period));
            let unique: std::collections::BTreeSet<u16> = years.into_iter().collect();
            prop_assert_eq!(series.points().len(), unique.len());
        }
    }
}
