//! The period of a value of another year, as its label names it next to the result that it is
//! compared with: "Cùng kỳ năm 2023".

use super::period::parse;
use crate::lexicon::headings::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;
use crate::model::{Period, Span};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words for the same part of another year.
static SAME: WordList = WordList::of(FILE, "same part");

/// Returns the period that a label names next to a result of `own`. "Cùng kỳ năm 2023" next to six months of 2024 is
/// the first six months of 2023, not that year. A missing year is taken from `own`: "tháng 2".
#[must_use]
pub fn parse_next_to(label: &str, own: Option<Period>) -> Option<Period> {
    let named = parse(label)?;
    let is_whole_year = matches!(named.span(), Span::Year | Span::SplitYear | Span::FiscalYear);
    let part = own.filter(|own| is_whole_year && own.is_part_of_year());
    match part.filter(|_| has(&key(label), &SAME)) {
        Some(part) => named.first_year().map(|year| part.in_year(year)),
        None => own.map_or(Some(named), |own| named.next_to(own)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_part_of_another_year_is_no_year() {
        let six_months = Period::first_months(Some(2024), 6);
        let quarter = Period::split_quarter(2023, 3);
        for (label, own, expected) in [
            ("Cùng kỳ năm 2023", six_months, Period::first_months(Some(2023), 6)),
            ("TH cùng kỳ 2023", Period::quarter(Some(2024), 1), Period::quarter(Some(2023), 1)),
            ("Same period 2022/23", quarter, Period::split_quarter(2022, 3)),
            ("Cùng kỳ năm 2023", Some(Period::year(2024)), Some(Period::year(2023))),
            ("Cùng kỳ 9 tháng năm 2023", six_months, Period::first_months(Some(2023), 9)),
            ("Năm 2023", six_months, Some(Period::year(2023))),
            ("Tháng 2", six_months, Period::month(Some(2024), 2)),
            ("Cùng kỳ năm trước", six_months, None),
        ] {
            assert_eq!(parse_next_to(label, own), expected, "{label}");
        }
    }
}
