//! A change against a named earlier period.

use rust_decimal::Decimal;

/// "+16,7 % so với cùng kỳ năm trước". A change is not an index: 113,0 "so với cùng kỳ (%)" is +13,0.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The earlier period as the source names it ("cùng kỳ năm trước", "năm 2022").
    pub period: String,
    /// Signed; a fall is negative.
    pub amount: Decimal,
    /// The unit of the amount.
    pub unit: ChangeUnit,
}

/// The unit of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeUnit {
    /// Percent of the earlier value.
    Percent,
    /// The indicator's own unit: points of a score, percentage points of a rate.
    Points,
    /// Places in a ranking; up is positive.
    Places,
}
