//! A place or a period that the words of a query name: "dân số na rì" asks for the population of Na Rì.

use std::collections::HashSet;
use std::ops::Range;

use super::asked_places::asked_places;
use crate::lexicon::period::{is_period, parse};
use crate::model::{Collection, Period, Place};
use crate::search::{Hit, QueryFilter, QueryFilters, Tier};
use crate::text::fold::fold;

/// The most words of a place or a period: "thành phố Hồ Chí Minh", "6 tháng đầu năm 2024".
const MOST_WORDS: usize = 6;
/// The most datasets whose places are looked for in a query.
const MOST_DATASETS: usize = 20_000;
/// The most words of a query: a longer one is no question for one figure.
const MOST_TYPED: usize = 16;

/// The query with a filter in place of the words that name a place, and those that name a period, if some do.
#[must_use]
pub fn with_named_slice(collection: &Collection, query: &QueryFilters) -> Option<QueryFilters> {
    if collection.datasets().len() > MOST_DATASETS || collection.datasets().len() < 2 {
        return None;
    }
    let by_place = without_place(collection, query);
    let by_period = without_period(collection, by_place.as_ref().unwrap_or(query));
    by_period.or(by_place)
}

/// Whether hits of a query as typed are what it means: names with all of its words.
#[must_use]
pub fn are_meant(hits: &[Hit]) -> bool {
    hits.first().is_some_and(|best| best.tier <= Tier::Words)
}

/// Whether hits of a query with such a filter answer it: not if its other words are only similar to a name.
#[must_use]
pub fn are_answers(query: &QueryFilters, hits: &[Hit]) -> bool {
    query.is_only_filters() || hits.first().is_some_and(|best| !best.tier.is_similar())
}

fn without_place(collection: &Collection, query: &QueryFilters) -> Option<QueryFilters> {
    if query.filters().iter().any(|one| matches!(one, QueryFilter::Place(_))) {
        return None;
    }
    let places: HashSet<&Place> =
        collection.datasets().iter().map(|dataset| &dataset.place).collect();
    let names: Vec<String> = places.iter().filter_map(|place| place.named()).map(fold).collect();
    named(query, |text| {
        let typed = fold(text);
        let is_name = |name: &String| {
            name.strip_suffix(&*typed).is_some_and(|level| level.is_empty() || level.ends_with(' '))
        };
        names.iter().any(is_name).then_some(())?;
        let asked = asked_places(collection, text);
        let mut found: Vec<String> = asked.iter().map(|place| place.name().to_owned()).collect();
        found.sort_unstable();
        (!found.is_empty()).then_some(QueryFilter::Places(found))
    })
}

fn without_period(collection: &Collection, query: &QueryFilters) -> Option<QueryFilters> {
    if query.filters().iter().any(|one| matches!(one, QueryFilter::Period(_))) {
        return None;
    }
    named(query, |text| {
        // In "dan so 2023" it is the end of the name, in a heading that of "so với 2023".
        let is_of_name = fold(text).starts_with("so ");
        let period =
            parse(text).filter(|period| !is_of_name && is_period(text) && is_dated(*period))?;
        let filter = QueryFilter::Period(period);
        let is_known = |number: usize| filter.lists(collection, number);
        (0..collection.len()).any(is_known).then_some(filter)
    })
}

/// Whether a period says its year.
fn is_dated(period: Period) -> bool {
    period.first_year().is_some()
}

/// The query without the longest run of its words that means a filter.
fn named(
    query: &QueryFilters,
    filter: impl Fn(&str) -> Option<QueryFilter>,
) -> Option<QueryFilters> {
    let text = query.words();
    let words: Vec<Range<usize>> = words(text);
    if words.len() > MOST_TYPED {
        return None;
    }
    for count in (1..=MOST_WORDS.min(words.len())).rev() {
        for run in words.windows(count) {
            let range = run[0].start..run[count - 1].end;
            if let Some(filter) = filter(&text[range.clone()]) {
                let left = format!("{}{}", &text[..range.start], &text[range.end..]);
                return Some(query.with(left, filter));
            }
        }
    }
    None
}

/// The words of a text, which white space separates.
fn words(text: &str) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(|word| start(word)..start(word) + word.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;

    fn collection() -> Collection {
        let of = |place: &str, period: &str| {
            let mut dataset = Dataset::of_names("x", ["Dân số", "Thu ngân sách"]);
            (dataset.place, dataset.period) = (place.into(), period.to_owned());
            dataset
        };
        Collection::new([
            of("Huyện Na Rì", "năm 2023"),
            of("Huyện Na Rì", "năm 2024"),
            of("Thành phố Bắc Kạn", "năm 2024"),
        ])
    }

    #[test]
    fn words_that_name_a_place_or_a_period_are_filters() {
        let collection = collection();
        let read = |query: &str| {
            let found = with_named_slice(&collection, &QueryFilters::parse(query))?;
            Some((found.words().trim().to_owned(), found.filters().to_vec()))
        };
        let na_ri = || QueryFilter::Places(vec!["Huyện Na Rì".to_owned()]);
        let year = || QueryFilter::Period(Period::year(2023));
        let words = |words: &str| words.to_owned();
        assert_eq!(read("dan so na ri"), Some((words("dan so"), vec![na_ri()])));
        assert_eq!(read("Dân số huyện Na Rì"), Some((words("Dân số"), vec![na_ri()])));
        assert_eq!(read("na ri"), Some((words(""), vec![na_ri()])));
        assert_eq!(read("thu ngân sách năm 2023"), Some((words("thu ngân sách"), vec![year()])));
        assert_eq!(read("na ri dan so 2023"), Some((words("dan so"), vec![na_ri(), year()])));
        for other in ["dan so", "dan so ba be", "thu 2019", "dân số nà rí", "", "quy 5"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
