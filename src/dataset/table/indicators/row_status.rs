//! The status of a row, and whether an inferred direction decides it: computed once, on any processor.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::model::{Indicator, Status, status};

/// What several checks of a row need to know about its status.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowStatus {
    pub(super) status: Status,
    /// What distinguishes its direction from others, if it was inferred; of the first indicator of a row.
    pub(super) inferred: Option<InferredKey>,
}

impl RowStatus {
    pub(crate) fn of(indicator: &mut Indicator, is_first: bool) -> Self {
        let status = status(indicator);
        let inferred = is_first.then(|| InferredKey::of(indicator, status)).flatten();
        Self { status, inferred }
    }
}

/// What distinguishes the inferred direction of an indicator from others: an indicator of many places or periods is
/// listed once.
#[derive(Debug, Clone, Copy)]
pub(super) struct InferredKey {
    pub(super) hash: u64,
    /// Whether the direction decides the status.
    pub(super) decides: bool,
}

impl InferredKey {
    /// The key of an indicator with a status; `None` if its direction was not inferred.
    fn of(indicator: &mut Indicator, status: Status) -> Option<Self> {
        if indicator.better.is_none() || !indicator.better_assumed {
            return None;
        }
        let decides = decides(indicator, status);
        let key = (&indicator.name, indicator.parents.last(), decides);
        Some(Self { hash: FixedState::default().hash_one(key), decides })
    }
}

/// Whether the direction of an indicator decides its status.
fn decides(indicator: &mut Indicator, with: Status) -> bool {
    let own = (indicator.better.take(), std::mem::take(&mut indicator.better_assumed));
    let without = status(indicator);
    (indicator.better, indicator.better_assumed) = own;
    with != without
}
