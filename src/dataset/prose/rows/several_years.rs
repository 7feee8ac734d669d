//! Plans of several years: "mục tiêu 5 năm".

use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::model::{Period, Span};

/// The years of a plan of several ones that words name: "mục tiêu 5 năm", "kế hoạch giai đoạn 2021-2025". `None` for the
/// plan of a year; `Some(None)` if its years are not named.
pub(super) fn several_years(words: &str) -> Option<Option<Period>> {
    let of_years = |period: &Period| matches!(period.span(), Span::Years(_));
    let from = ["giai đoạn", "nhiệm kỳ"].iter().find_map(|word| words.find(word));
    let named = from.and_then(|from| words.get(from..)).and_then(period_of).filter(of_years);
    let several =
        ["5 năm", "năm năm", "5-year", "five-year", "cả giai đoạn", "toàn khóa", "cả nhiệm kỳ"];
    let said = several.iter().any(|word| words.contains(word));
    (named.is_some() || said).then_some(named)
}

/// The five years of which some first ones are named: "giai đoạn 2021 - 2023" is of the plan of 2021-2025. Plans of five
/// years begin in 2021, 2026: a year whose last digit is 1 or 6.
pub(super) fn five_years_from(period: Period) -> Option<Period> {
    let Span::Years(last) = period.span() else { return None };
    let first = period.first_year().filter(|first| first % 5 == 1)?;
    let end = first.checked_add(4)?;
    (last <= end).then(|| Period::years(first, end)).flatten()
}
