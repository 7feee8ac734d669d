//! A quantity with what is around it, when it goes into an indicator.

use std::ops::Range;

use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::number_rule::NumberRule;

/// A quantity with what is around it, and what it says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct QuantityContext<'s> {
    pub(crate) quantity: &'s Quantity,
    /// The words before it.
    pub(crate) gap: &'s Gap,
    /// What is said about it behind it.
    pub(crate) complement: &'s Range<usize>,
    /// What the words behind it compare it with.
    pub(crate) follow: &'s Follow,
    pub(crate) role: QuantityRole,
    /// The rule that decided the role.
    pub(crate) rule: NumberRule,
    /// Whether its indicator begins with it.
    pub(crate) is_first: bool,
}
