//! The financial year that the end of a heading's period is in, next to plans of such years: "Year
//! ending March 2024" is 2023/24, and so is what is added up to December 2023 a part of it.

use super::period::{ends_twelve_months, parse};
use super::period_words::is_cumulated;
use crate::model::{Period, Span};

/// The last months of financial and school years: of those that begin in April, July, August or September.
const LAST_MONTHS: [u8; 4] = [3, 6, 7, 8];

/// Returns the period of a heading in a table of financial years. Twelve months that end with one
/// are that year; what is added up to December is no calendar year.
pub(crate) fn in_split_year(heading: &str, own: Period) -> Period {
    let Some(year) = own.first_year() else { return own };
    match own.span() {
        Span::Until(month, _) if is_whole_year(heading, month) => {
            Period::split_year(year.saturating_sub(1))
        }
        // "Cumulative to Dec 2023", "YTD Dec 2023", and not "Cumulative 2023".
        Span::Year if is_cumulated(heading) && names_december(heading) => {
            Period::split_to_date(year)
        }
        _ => own,
    }
}

/// Returns the year in which the financial year begins that a heading's period ends in, if it can
/// be only one: a quarter of January to March is in the year before. From April to June it depends
/// on the month with which the year begins.
pub(crate) fn first_year(heading: &str) -> Option<u16> {
    let own = parse(heading)?;
    let year = own.first_year()?;
    let last = match own.span() {
        Span::Until(month, _) if is_whole_year(heading, month) => {
            return Some(year.saturating_sub(1));
        }
        Span::Until(month, _)
        | Span::On(month, _)
        | Span::Month(month)
        | Span::FirstMonths(month) => month,
        Span::Quarter(quarter) => quarter * 3,
        _ => return None,
    };
    match last {
        1..=3 => Some(year.saturating_sub(1)),
        4..=6 => None,
        _ => Some(year),
    }
}

/// Whether a heading is of the twelve months up to this month, which may be the last one of a financial year.
fn is_whole_year(heading: &str, month: u8) -> bool {
    LAST_MONTHS.contains(&month) && ends_twelve_months(heading)
}

fn names_december(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "dec" | "december"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_period_is_in_a_financial_year() {
        for (heading, expected) in [
            ("Year ending March 2024", Period::split_year(2023)),
            ("Year ended 31 March 2023", Period::split_year(2022)),
            ("12 months to June 2024", Period::split_year(2023)),
            ("Cumulative to Dec 2023", Period::split_to_date(2023)),
            ("YTD December 2022", Period::split_to_date(2022)),
        ] {
            let own = parse(heading).unwrap();
            assert_eq!(in_split_year(heading, own), expected, "{heading}");
        }
        for heading in ["12 months to September 2023", "Actual 2023", "Cumulative to Nov 2023"] {
            let own = parse(heading).unwrap();
            assert_eq!(in_split_year(heading, own), own, "{heading}");
        }
    }

    #[test]
    fn only_some_months_are_in_one_financial_year() {
        for (heading, year) in [
            ("Cumulative to Mar 2024", Some(2023)),
            ("As at 31/3/2024", Some(2023)),
            ("Jan-Mar 2024", Some(2023)),
            ("Year ending March 2024", Some(2023)),
            ("Dec 2023", Some(2023)),
            ("June 2024", None),
            ("2024", None),
            ("Q1 2024/25", None),
        ] {
            assert_eq!(first_year(heading), year, "{heading}");
        }
    }
}
