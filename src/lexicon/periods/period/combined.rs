//! The period that the years and the part of a year in a text are together.

use super::part::Part;
use super::years::Years;
use crate::model::Period;

/// Combines what a text names; `None` if that is no period.
pub(super) fn of(years: Years, part: Option<Part>) -> Option<Period> {
    match (years, part) {
        (Years::Term(first, last), _) => Period::years(first, last),
        (Years::Split(year), Some(Part::Quarter(quarter))) => Period::split_quarter(year, quarter),
        (Years::Split(year), Some(Part::Quarters(quarters))) => {
            Period::split_quarters(year, quarters)
        }
        (Years::Split(year), Some(Part::Semester(nth))) => Period::semester(Some(year), nth),
        (Years::None, Some(Part::Semester(nth))) => Period::semester(None, nth),
        // "Học kỳ I năm 2024" may be of either of two school years.
        (_, Some(Part::Semester(_))) => None,
        (Years::Split(year), Some(Part::ToDate)) => Some(Period::split_to_date(year)),
        // "vụ đông xuân 2023-2024"
        (Years::Split(year), None | Some(Part::Year | Part::Season(_))) => {
            Some(Period::split_year(year))
        }
        (Years::Split(_), Some(_)) => None,
        (Years::Fiscal(year), None | Some(Part::Year)) => Some(Period::fiscal_year(year)),
        (Years::Fiscal(year), Some(Part::Quarter(quarter))) => {
            Period::fiscal_quarter(year, quarter)
        }
        (Years::Fiscal(year), Some(Part::Quarters(quarters))) => {
            Period::fiscal_quarters(year, quarters)
        }
        (Years::Fiscal(year), Some(Part::FirstMonths(months))) if months % 3 == 0 => {
            Period::fiscal_quarters(year, months / 3)
        }
        (Years::Fiscal(year), Some(Part::ToDate)) => Some(Period::to_date(Some(year))),
        // A part of a year whose beginning is not known.
        (Years::Fiscal(_), Some(_)) => None,
        (Years::By(year), None) => Some(Period::by(year)),
        (Years::One(year), None) => Some(Period::year(year)),
        (Years::One(year) | Years::By(year), Some(part)) => part.period(Some(year)),
        (Years::None, Some(part)) => part.period(None),
        (Years::None, None) => None,
    }
}
