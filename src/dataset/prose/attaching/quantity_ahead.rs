//! A quantity that is to be handled, with those behind it.

use std::ops::Range;

use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::sentence::gap::Gap;

/// A quantity that is to be handled, by itself or together with those behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct QuantityAhead<'s> {
    /// The words before each quantity of the sentence.
    pub(super) gaps: &'s [Gap],
    /// The words behind each of them.
    pub(super) complements: &'s [Range<usize>],
    /// Which of the quantities it is.
    pub(super) at: usize,
    pub(super) role: QuantityRole,
}
