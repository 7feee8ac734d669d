//! How final the figures of a row are: "Ước", "Sơ bộ", "Chính thức".

use crate::lexicon::period_words::{HeadingPeriod, is_preliminary};
use crate::lexicon::phrases::key;
use crate::lexicon::place::is_state_of_data;
use crate::model::Indicator;

/// How final the figures of a row are, as far as it says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct DataState {
    is_estimate: bool,
    is_preliminary: bool,
}

impl DataState {
    /// What the name of a period says: "Sơ bộ 2023".
    pub(super) fn of_period(text: &str) -> Self {
        let key = key(text);
        Self { is_estimate: HeadingPeriod::of(&key).estimate, is_preliminary: is_preliminary(&key) }
    }

    /// What a cell in a column of states says.
    pub(super) fn of_cell(text: &str) -> Self {
        if !is_state_of_data(text) {
            return Self::default();
        }
        let key = key(text);
        let is_preliminary = ["so bo", "prel", "provisional"].iter().any(|word| key.contains(word));
        let is_estimate = is_preliminary || key.contains("uoc") || key.starts_with("est");
        Self { is_estimate, is_preliminary }
    }

    /// What both say.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            is_estimate: self.is_estimate || other.is_estimate,
            is_preliminary: self.is_preliminary || other.is_preliminary,
        }
    }

    /// Marks the result of an indicator, if it has one.
    pub(crate) fn apply(self, indicator: &mut Indicator) {
        let is_estimate = self.is_estimate && indicator.actual.is_some();
        indicator.estimate |= is_estimate;
        indicator.preliminary |= is_estimate && self.is_preliminary;
    }
}
