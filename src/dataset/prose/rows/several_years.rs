//! Plans of several years: "mục tiêu 5 năm".

use crate::dataset::prose::phrases::period_mentions::period_of;
use crate::lexicon::prose_words::PLANS_OF_YEARS;
use crate::model::{Period, Span};

/// The years of a plan of several ones.
pub(super) enum TermOfPlan {
    /// "kế hoạch giai đoạn 2021-2025".
    Named(Period),
    /// "mục tiêu 5 năm".
    Unnamed,
}

impl TermOfPlan {
    /// The term of a plan that words name; `None` for the plan of a year.
    pub(super) fn of(words: &str) -> Option<Self> {
        let of_years = |period: &Period| matches!(period.span(), Span::Years(_));
        let from = ["giai đoạn", "nhiệm kỳ"].iter().find_map(|word| words.find(word));
        let named = from.and_then(|from| words.get(from..)).and_then(period_of).filter(of_years);
        let said = PLANS_OF_YEARS.iter().any(|word| words.contains(word));
        named.map(Self::Named).or(said.then_some(Self::Unnamed))
    }
}

/// The five years of which some first ones are named: "giai đoạn 2021 - 2023" is of the plan of
/// 2021-2025. Plans of five years begin in 2021, 2026: a year whose last digit is 1 or 6.
pub(super) fn five_years_from(period: Period) -> Option<Period> {
    let Span::Years(last) = period.span() else { return None };
    let first = period.first_year().filter(|first| first % 5 == 1)?;
    let end = first.checked_add(4)?;
    (last <= end).then(|| Period::years(first, end)).flatten()
}
