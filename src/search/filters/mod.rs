//! Filters in a query, next to its words: `ngheo tt:khong-dat`, `kh<95`, `muc:"kinh te"`, `ky:2023`, `noi:"ba be"`.
//!
//! A filter is a key, a colon and a value, or `kh` and a comparison with a percent of plan; there
//! may be spaces around the sign. The keys have English names too. What looks like a filter, but is
//! not one, is kept as a problem, for the view to report.
//!
//! ```
//! use chitieu::search::QueryFilters;
//! let query = QueryFilters::parse("ngheo tt:khong-dat kh<95");
//! assert_eq!((query.words(), query.filters().len()), ("ngheo  ", 2));
//! assert_eq!(QueryFilters::parse("kh vốn").words(), "kh vốn");
//! ```

mod filter_completion;
mod filter_parser;
mod filter_words;
mod query_filter;

pub use query_filter::{FilterProblem, FilterProblemKind, Operator, QueryFilter, QueryFilters};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Collection, Dataset, Decimal, Indicator, Plan, PlanTerms};

    fn dataset(place: &str, period: &str, percents: &[i64]) -> Dataset {
        let mut dataset = Dataset::of_names("Kinh tế", percents.iter().map(|_| "Lúa"));
        dataset.place = place.into();
        period.clone_into(&mut dataset.period);
        let with_plan = dataset.indicators.iter().zip(percents).map(|(one, percent)| {
            let percent = Decimal::from(*percent);
            let plan: Plan = PlanTerms::Percent { percent, verdict: None }.into();
            Indicator { plan: Some(plan), ..one }
        });
        dataset.indicators = with_plan.collect();
        dataset
    }

    fn found(query: &str) -> Vec<usize> {
        let collection = Collection::new([
            dataset("Ba Bể", "năm 2023", &[90, 100]),
            dataset("Chợ Đồn", "tháng 3 năm 2023", &[95]),
            dataset("Ba Bể", "năm 2024", &[104]),
        ]);
        let query = QueryFilters::parse(query);
        (0..collection.len()).filter(|number| query.passes(&collection, *number)).collect()
    }

    #[test]
    fn filters_list_what_fits() {
        for (query, numbers) in [
            ("kh<95", &[0][..]),
            ("kh<=95", &[0, 2]),
            ("plan>=100%", &[1, 3]),
            ("kh≥100 kh<104", &[1]),
            ("kh=100", &[1]),
            ("tt:khong-dat", &[0, 2]),
            ("status:missed", &[0, 2]),
            ("TT:Không-Đạt", &[0, 2]),
            ("tt:vuot tt:dat", &[1, 3]),
            ("noi:\"ba be\"", &[0, 1, 3]),
            ("nơi:chợ", &[2]),
            ("ky:2023", &[0, 1, 2]),
            ("period:3/2023", &[2]),
            ("muc:\"kinh te\" ky:2024", &[3]),
            ("muc:xã", &[]),
            ("muc:kinhte noi:babe ky:2024", &[3]),
            ("muc:inhte", &[]),
            ("", &[0, 1, 2, 3]),
        ] {
            assert_eq!(found(query), numbers, "{query}");
        }
    }

    #[test]
    fn a_place_named_twice_fits_either() {
        assert_eq!(found("noi:ba noi:cho"), [0, 1, 2, 3]);
    }

    proptest! {
        #[test]
        fn any_query_is_read_and_completed_without_a_panic(query in any::<String>()) {
            let _filters = QueryFilters::parse(&query);
            let collection = Collection::new([dataset("Ba Bể", "năm 2023", &[90])]);
            if let Some((at, text)) = QueryFilters::completion(&query, &collection, true) {
                prop_assert!(query.is_char_boundary(at) && !text.is_empty());
            }
        }

        #[test]
        fn a_query_without_signs_of_filters_stays_as_it_is(query in "[a-zđỷệ% ]{0,30}") {
            let filters = QueryFilters::parse(&query);
            prop_assert_eq!(filters.words(), query.as_str());
            prop_assert!(filters.filters().is_empty() && filters.problems().is_empty());
        }

        #[test]
        fn a_completion_is_a_filter(
            key in prop::sample::select(&["tt:", "muc:", "ky:", "noi:", "status:", "kh"][..]),
            words in "[a-z ]{0,8}",
        ) {
            let collection = Collection::new([dataset("Ba Bể", "năm 2023", &[90])]);
            let query = format!("{words} {key}");
            let (at, text) = QueryFilters::completion(&query, &collection, true).unwrap();
            let completed = QueryFilters::parse(&format!("{}{text}", &query[..at]));
            prop_assert_eq!(completed.filters().len(), 1, "{}", text);
            prop_assert!(completed.problems().is_empty());
        }
    }
}
