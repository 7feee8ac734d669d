//! A value of another period.

use super::Actual;

/// A value next to the actual: the year before, half a year, a year of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodValue {
    /// The period as the source names it ("năm 2023", "6 tháng đầu năm").
    pub period: String,
    /// The result in that period.
    pub value: Actual,
}
