//! The status of a row, and whether an inferred direction decides it: computed once, on any processor.

use super::inferred_direction::InferredKey;
use crate::model::{Indicator, Status, status};

/// What several checks of a row need to know about its status.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::table) struct RowStatus {
    pub(super) status: Status,
    /// What distinguishes its direction from others, if it was inferred; of the first indicator of a row.
    pub(super) inferred: Option<InferredKey>,
}

impl RowStatus {
    pub(in crate::dataset::table) fn of(indicator: &mut Indicator, is_first: bool) -> Self {
        let status = status(indicator);
        let inferred = is_first.then(|| InferredKey::of(indicator, status)).flatten();
        Self { status, inferred }
    }
}
