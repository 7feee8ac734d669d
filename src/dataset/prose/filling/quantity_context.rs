//! A quantity with what is around it, when it goes into an indicator.

use std::ops::Range;

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::number_rule::NumberRule;

/// A quantity with what is around it, and what it says.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::prose) struct QuantityContext<'s> {
    pub(in crate::dataset::prose) quantity: &'s Quantity,
    /// The words before it.
    pub(in crate::dataset::prose) gap: &'s Gap,
    /// What is said about it behind it.
    pub(in crate::dataset::prose) complement: &'s Range<usize>,
    /// What the words behind it compare it with.
    pub(in crate::dataset::prose) follow: &'s Follow,
    pub(in crate::dataset::prose) role: QuantityRole,
    /// The rule that decided the role.
    pub(in crate::dataset::prose) rule: NumberRule,
    /// Whether its indicator begins with it.
    pub(in crate::dataset::prose) is_first: bool,
}
