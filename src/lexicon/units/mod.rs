//! Units of measure, and where a text names one.

pub(crate) mod bracketed_unit;
pub(crate) mod counted_unit;
pub(crate) mod listed_units;
pub(crate) mod money;
pub(crate) mod percentage;
pub(crate) mod unit;
pub(crate) mod unit_spelling;
