//! The words of filters in a query: what they list, and what is wrong with one.

use super::{Words, noun};
use crate::app::Lang;
use crate::model::{Collection, Period};
use crate::search::{FilterProblem, FilterProblemKind, QueryFilter, QueryFilters};
use crate::text::sanitize::visible;

/// The most indicators of a collection that are looked through for what to advise.
const MOST_COUNTED: usize = 100_000;

impl Words {
    /// What to do where a query finds nothing in a collection.
    #[must_use]
    pub fn nothing_found_advice(self, query: &QueryFilters, collection: &Collection) -> String {
        let filters = query.filters();
        if filters.is_empty() {
            return self.search_nothing_hint().to_owned();
        }
        let is_counted = collection.len() <= MOST_COUNTED;
        if let Some(period) = is_counted.then(|| query.missing_period(collection)).flatten() {
            return self.no_such_period(period);
        }
        // Where the filters alone list indicators, the words found nothing among them.
        let lists_something = || (0..collection.len()).any(|at| query.passes(collection, at));
        if is_counted && !query.words().trim().is_empty() && lists_something() {
            return self.words_find_nothing_filtered().to_owned();
        }
        let filters: Vec<String> = filters.iter().map(|one| self.query_filter(one)).collect();
        self.filters_find_nothing(&filters.join(" · "))
    }

    /// What a filter of a query lists, in words.
    #[must_use]
    pub fn query_filter(self, filter: &QueryFilter) -> String {
        match filter {
            QueryFilter::Status(status) => self.status(*status).to_owned(),
            QueryFilter::Percent(comparison, limit) => {
                let percent = self.pick("% KH", "% of plan");
                format!("{percent} {} {}", comparison.sign(), self.figure(*limit))
            }
            QueryFilter::Section(name) => {
                format!("{} “{}”", self.pick("mục có chữ", "section with"), visible(name))
            }
            QueryFilter::Period(period) => {
                format!("{} {}", self.pick("kỳ", "period"), self.period(*period))
            }
            QueryFilter::Places(names) => {
                let names: Vec<_> = names.iter().map(|name| visible(name)).collect();
                format!("{} {}", self.pick("nơi", "place"), names.join(", "))
            }
            QueryFilter::Place(name) => {
                format!("{} “{}”", self.pick("nơi có chữ", "place with"), visible(name))
            }
        }
    }

    /// How many results of the same indicator in other places and periods fit the filters as well.
    #[must_use]
    pub fn elsewhere_too(self, count: usize) -> String {
        match self.0 {
            Lang::Vietnamese => format!("còn {count} số liệu khác cũng khớp"),
            Lang::English => {
                format!("{count} other {} too", noun(count, "result fits", "results fit"))
            }
        }
    }

    /// That no result is of the period of a filter.
    #[must_use]
    pub fn no_such_period(self, period: Period) -> String {
        match self.0 {
            Lang::Vietnamese => format!("Số liệu không có kỳ này: {}.", self.period(period)),
            Lang::English => format!("The data has no such period: {}.", self.period(period)),
        }
    }

    /// When a query with filters finds nothing: what its filters list, and what to do.
    #[must_use]
    pub fn filters_find_nothing(self, filters: &str) -> String {
        match self.0 {
            Lang::Vietnamese => {
                format!(
                    "Bộ lọc {filters} không còn chỉ tiêu nào; nới hoặc xóa bộ lọc để thấy thêm."
                )
            }
            Lang::English => {
                format!("The filter {filters} leaves no indicator; widen or delete it to see more.")
            }
        }
    }

    /// When the words of a query find nothing among what its filters list, and what to do.
    #[must_use]
    pub fn words_find_nothing_filtered(self) -> &'static str {
        self.pick(
            "Trong các chỉ tiêu mà bộ lọc chọn không có tên nào như vậy; sửa các chữ hoặc bỏ bộ lọc.",
            "No name among those that the filters list is like these words; change the words or delete the filters.",
        )
    }

    /// What is wrong with a filter, and what to do.
    #[must_use]
    pub fn filter_problem(self, problem: &FilterProblem) -> String {
        let text = visible(&problem.text);
        match (self.0, problem.kind) {
            (Lang::Vietnamese, FilterProblemKind::Unfinished) => {
                format!("“{text}” chưa gõ xong, chưa lọc.")
            }
            (Lang::English, FilterProblemKind::Unfinished) => {
                format!("“{text}” is not finished, so it does not filter yet.")
            }
            (Lang::Vietnamese, FilterProblemKind::UnknownValue) => {
                format!("“{text}”: không có giá trị này, nên không lọc.")
            }
            (Lang::English, FilterProblemKind::UnknownValue) => {
                format!("“{text}”: there is no such value, so it does not filter.")
            }
            (Lang::Vietnamese, FilterProblemKind::UnknownKey) => {
                format!("“{text}” không phải bộ lọc (tt: kh< muc: ky: noi:); tìm như chữ.")
            }
            (Lang::English, FilterProblemKind::UnknownKey) => format!(
                "“{text}” is no filter (status: plan< section: period: place:); searched as words."
            ),
        }
    }
}
