//! What is listed: the indicators of a status, the marked ones, or those that are to be reviewed.

use super::Marks;
use crate::model::{Indicator, Status, status};

/// The status that is listed; `None` for all.
pub type StatusFilter = Option<Status>;

/// The choices of the status picker, in order.
pub const STATUS_FILTERS: [StatusFilter; Status::COUNT + 1] = [
    None,
    Some(Status::Exceeded),
    Some(Status::Met),
    Some(Status::Missed),
    Some(Status::InProgress),
    Some(Status::NotAssessed),
];

/// The filter of lists; conditions hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The status; `None` for all.
    pub status: StatusFilter,
    /// The marked indicators, if only these are listed.
    pub marked: Option<Marks>,
    /// Whether only indicators that are to be reviewed are listed.
    pub to_review: bool,
}

impl Filter {
    /// Whether it lists all indicators.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.status.is_none() && self.marked.is_none() && !self.to_review
    }

    /// Whether it lists an indicator, by its number.
    #[must_use]
    pub fn passes(&self, number: usize, indicator: &Indicator) -> bool {
        self.status.is_none_or(|wanted| status(indicator) == wanted)
            && self.marked.as_ref().is_none_or(|marks| marks.contains(number))
            && (!self.to_review || !indicator.review.is_empty())
    }
}
