//! The periods of a table's plan and actual, from headings and title. They decide whether the
//! period of a plan is over.

use super::heading_period::heading_period;
use super::plan_and_actual::PlanAndActual;
use super::whole_year::{in_split_years, whole_year};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::norm::is_standing_heading;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{is_cumulated, is_cumulated_over_years, is_sum};
use crate::lexicon::phrases::key;
use crate::lexicon::reported_period::UnnumberedPart;
use crate::lexicon::role::Role;
use crate::model::{Coverage, Indicator, Period, Span};
use crate::text::fold::fold;

/// The periods of a plan and its actual, as far as the headings and the title name them.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct ColumnPeriods {
    actual: Option<Period>,
    plan: Option<Period>,
    /// The part of a year that the plan is of, where its heading names it without a number.
    plan_part: Option<UnnumberedPart>,
    /// Whether there is a column of actuals whose period is not known.
    is_undated: bool,
    /// Whether the plan is a bound that is in force all the time.
    is_standing: bool,
}

impl ColumnPeriods {
    /// Infers the periods of a column of plans and one of actuals. What one heading omits comes from the other
    /// or from the title: with "KH 2024" and "TH 6 tháng" the actual is of 2024, and under a title of nine
    /// months "Thực hiện" is of nine months. The period of a plan is never taken from the title.
    pub(super) fn of(
        header: &Header,
        PlanAndActual { plan, actual }: PlanAndActual,
        title: Option<Period>,
    ) -> Self {
        let named = |column: Option<usize>| {
            let column = header.columns.get(column?)?;
            // "FY2024 YTD" has no number of months.
            let of_sum = || of_sum(&column.role).filter(|_| is_sum(column.last_level()));
            heading_period(column, title).or_else(of_sum)
        };
        let own_title = title.filter(|title| {
            actual.is_some() || plan.is_some_and(|at| is_within_term(header, at, *title))
        });
        // "Thực hiện 3 năm" under "Kế hoạch 5 năm 2021-2025"
        let counted =
            |column: Option<usize>| years_of_term(&header.columns.get(column?)?.heading, title);
        let (plan_column, actual_column) = (plan, actual);
        let (plan, counted) = (named(plan).or(counted(plan)), counted(actual));
        let year = plan.and_then(Period::last_year).or(title.and_then(Period::last_year));
        let year = year.or_else(|| year_of_parts(header));
        let text = |column: Option<usize>| Some(header.columns.get(column?)?.heading.as_str());
        let plan_part = text(plan_column).and_then(UnnumberedPart::of);
        let of_actual = text(actual);
        let sums_term = of_actual.is_some_and(is_cumulated);
        let is_estimate = text(actual).is_some_and(|text| fold(text).contains("uoc"));
        let whole = whole_year(header, title);
        let actual =
            named(actual).map(|own| in_year_of(in_year_of(own, whole), plan).or_year(year));
        let in_split_year = in_split_years(header, title);
        let actual = actual.zip(actual_column).map(|(own, at)| in_split_year(at, own)).or(actual);
        // "Ước thực hiện" between "KH 2024" and "KH 2025", in a document about 2025, is of 2024.
        let planned = plan.filter(|plan| {
            let years = plan.last_year().zip(title.and_then(Period::last_year));
            plan.span() == Span::Year && years.is_some_and(|(plan, title)| plan < title)
        });
        let (to_date, term) = term_to_date(of_actual, title, plan).unzip();
        let (actual, plan) = (actual.or(to_date), plan.or(term));
        let actual = counted.or(actual).or(planned).or(own_title);
        // "Thực hiện năm 2024" under "đến ngày 30/9/2024" is of that part of the year.
        let until = title.filter(|title| matches!(title.span(), Span::Until(..)));
        let is_of_title = |own: &Period| {
            let same_year = until.is_some_and(|until| until.first_year() == own.first_year());
            own.span() == Span::Year && same_year && !is_estimate
        };
        let actual = if actual.as_ref().is_some_and(is_of_title) { until } else { actual };
        let actual = match actual.zip(plan).filter(|_| sums_term) {
            Some((own, plan)) => since_begin(own, plan).or(actual),
            None => actual,
        };
        // Under "VỤ MÙA 2024" both are of the season.
        let season = own_title
            .filter(|title| matches!(title.span(), Span::Season(_)) && actual == own_title);
        let plan = plan.or(season);
        let plan = plan.map(|plan| match actual.filter(|actual| is_quarter_of(plan, *actual)) {
            Some(quarter) => quarter,
            None => in_year_of(in_year_of(plan, title), actual)
                .or_year(actual.and_then(Period::last_year)),
        });
        let is_standing = plan.is_none() && text(plan_column).is_some_and(is_standing_heading);
        let is_undated = of_actual.is_some() && actual.is_none();
        Self { actual, plan, plan_part, is_undated, is_standing }
    }

    /// The periods of a table whose rows say of when they are: "Thực hiện lũy kế" is of the months
    /// of its row, and "Số xã đạt chuẩn giai đoạn 2021-2025" of its year.
    pub(crate) fn of_rows(self) -> Self {
        let is_open =
            |period: &Period| period.span() == Span::ToDate && period.first_year().is_none();
        let is_term = |period: &Period| matches!(period.span(), Span::Years(_));
        let is_of_column = |actual: &Period| !is_open(actual) && !is_term(actual);
        Self { actual: self.actual.filter(is_of_column), ..self }
    }

    /// The periods under a title that says that the period in it is not over yet: "TIẾN ĐỘ GIEO TRỒNG VỤ MÙA NĂM 2024".
    pub(crate) fn on_the_way(self, title: Option<Period>) -> Self {
        let Some(own) = self.actual.filter(|actual| title == Some(*actual)) else { return self };
        match own.span() {
            Span::Year => Self { actual: Some(Period::to_date(own.first_year())), ..self },
            // The plan is that of the year, which a season is only a part of.
            Span::Season(_) if self.plan == self.actual => Self { plan: None, ..self },
            _ => self,
        }
    }

    /// The period of the dataset that they suggest under a title.
    pub(crate) fn of_dataset(self, title: Option<Period>) -> Option<Period> {
        let Self { actual, plan, is_undated, .. } = self;
        // A report of October gives the value of ten months: its numbers are of ten months.
        let cumulated = actual.filter(|actual| title.is_some_and(|title| actual.ends_with(title)));
        // "Kết quả" next to "Mục tiêu đến năm 2025" may be of any year before.
        let plan = plan.filter(|plan| !(is_undated && is_far(*plan)));
        cumulated.or(title).or(actual).or(plan)
    }

    /// Whether the actual is of another period than the plan whose heading names one, such as a part of its
    /// year.
    pub(crate) fn is_part(self) -> bool {
        let due = self.actual.zip(self.plan).map(|(actual, plan)| actual.coverage(plan));
        due.is_some_and(|due| due != Coverage::Whole)
    }

    /// Sets the periods of an indicator, where they differ from what is assumed in a dataset of this period.
    pub(crate) fn apply(self, indicator: &mut Indicator, dataset: Option<Period>) {
        // "6 tháng" in a row of 2023 is of that year.
        let year = dataset.and_then(Period::last_year);
        let in_year =
            |period: Option<Period>| period.map(|own| in_year_of(own, dataset).or_year(year));
        let own = Self { actual: in_year(self.actual), plan: in_year(self.plan), ..self };
        own.set(indicator, dataset);
    }

    /// Gives a rate that is in force all the time the period of its result: of what is counted,
    /// "Standard" may be the sum of the year.
    pub(crate) fn apply_standing(self, indicator: &mut Indicator, dataset: Option<Period>) {
        let own = indicator.period.or(dataset).filter(|own| own.is_part_of_year());
        let is_rate = indicator.unit.as_deref() == Some("%");
        if let Some(plan) = indicator.plan.as_mut().filter(|_| self.is_standing && is_rate) {
            plan.period = plan.period.or(own);
        }
    }

    fn set(self, indicator: &mut Indicator, dataset: Option<Period>) {
        let due = self.actual.zip(self.plan).map(|(actual, plan)| actual.coverage(plan));
        // The plan of a quarter must have its period: without one it is taken for the plan of the year.
        let of_part = self.plan.is_some_and(Period::is_part_of_year);
        let is_far = self.is_undated && self.plan.is_some_and(is_far);
        if let Some(plan) = &mut indicator.plan
            && (of_part || is_far || due.is_some_and(|due| due != Coverage::Whole))
        {
            plan.period = self.plan;
            indicator.period = self.actual;
        }
        // "Kế hoạch năm 2025 · Số xã" next to what was reached in 2024 is no plan of 2024.
        let years = dataset.and_then(Period::last_year).zip(self.plan.and_then(Period::last_year));
        if let Some(plan) = &mut indicator.plan
            && self.actual.is_none()
            && years.is_some_and(|(reported, planned)| reported < planned)
        {
            plan.period = self.plan;
        }
        if indicator.actual.is_some() && self.actual != dataset {
            indicator.period = self.actual;
        }
        indicator.take_period_of(dataset);
        // "Kế hoạch tháng" in a row of November is of November.
        let part = self.plan_part.filter(|_| self.plan.is_none());
        let own = indicator.period.filter(|own| part.is_some_and(|part| part.may_be(*own)));
        if let (Some(plan), Some(own)) = (&mut indicator.plan, own) {
            plan.period = plan.period.or(Some(own));
        }
    }
}

/// Whether a plan is for the end of a year or of a term, so that a result without a period may be of an earlier one.
fn is_far(plan: Period) -> bool {
    matches!(plan.span(), Span::By | Span::Years(_))
}

/// Whether a percentage of a plan of several years is that of a title within them: "Kế hoạch 2021-2025 | Tỷ lệ hoàn
/// thành (%)" under "đến 31/12/2023".
fn is_within_term(header: &Header, plan: usize, title: Period) -> bool {
    let compares =
        |role: &Role| matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either));
    let term = parse(&header.columns[plan].heading);
    let term = term.filter(|term| matches!(term.span(), Span::Years(_)));
    let years = term.and_then(|term| term.first_year().zip(term.last_year()));
    years.zip(title.last_year()).is_some_and(|((first, last), until)| {
        first <= until && until < last && header.all(compares).next().is_some()
    })
}

/// The time since the beginning of a term up to a day that is not known, and the term: "Lũy kế từ đầu nhiệm kỳ đến nay"
/// under "NHIỆM KỲ 2020-2025".
fn term_to_date(
    actual: Option<&str>,
    title: Option<Period>,
    plan: Option<Period>,
) -> Option<(Period, Period)> {
    actual.filter(|text| is_cumulated_over_years(text) && parse(text).is_none())?;
    let term = plan.or(title).filter(|term| matches!(term.span(), Span::Years(_)))?;
    Some((Period::to_date(term.first_year()), term))
}

/// The year that all actuals of parts of a year name, if any do: "Lũy kế 8 tháng" next to "Tháng 8/2024".
fn year_of_parts(header: &Header) -> Option<u16> {
    let mut years = header.columns.iter().filter_map(|column| match &column.role {
        Role::Actual(when) if when.part && !when.previous => when.year,
        _ => None,
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The months that a sum of the columns left of it covers: "Cộng" after January to March.
fn of_sum(role: &Role) -> Option<Period> {
    match role {
        Role::Actual(when) if when.part && when.months > 1 => {
            Period::first_months(when.year, when.months)
        }
        _ => None,
    }
}

/// The first years of a term, as many as a heading counts: "Thực hiện 3 năm" of "Kế hoạch 5 năm 2021-2025".
///
/// "Ước thực hiện 5 năm 2021-2025" names its own, under a plan of the next five years.
fn years_of_term(heading: &str, term: Option<Period>) -> Option<Period> {
    if parse(heading).is_some_and(|own| own.first_year().is_some()) {
        return None;
    }
    let term = term.filter(|term| matches!(term.span(), Span::Years(_)))?;
    let words: Vec<String> = key(heading).split(' ').map(str::to_owned).collect();
    let counted = words.windows(2).find_map(|pair| match pair[1].as_str() {
        "nam" => pair[0].parse::<u16>().ok().filter(|years| (1..=10).contains(years)),
        _ => None,
    })?;
    let first = term.first_year()?;
    match counted {
        1 => Some(Period::year(first)),
        _ => Period::years(first, first + counted - 1),
    }
}

/// The period in the school or financial year of the title: "YTD Actual" under "Q3 FY2024/25".
pub(super) fn in_year_of(period: Period, title: Option<Period>) -> Period {
    title.map_or(period, |title| period.in_year_of(title))
}

/// The period of a total to date against a plan of several years: it begins with the plan. `None` unless it ends
/// with a year.
fn since_begin(total: Period, plan: Period) -> Option<Period> {
    let of_years = matches!(plan.span(), Span::Years(_));
    let ends_year = matches!(total.span(), Span::Year | Span::ToDate | Span::By);
    let (first, last) = plan.first_year().zip(total.last_year())?;
    if of_years && ends_year && first < last { Period::years(first, last) } else { None }
}

/// Whether a plan without a year is of the same quarter of a split year as the actual: "Q2 Target" next to
/// "Q2 2024/25".
fn is_quarter_of(plan: Period, actual: Period) -> bool {
    let same = match (plan.span(), actual.span()) {
        (Span::Quarter(plan), Span::SplitQuarter(actual)) => plan == actual,
        _ => false,
    };
    same && plan.last_year().is_none()
}
