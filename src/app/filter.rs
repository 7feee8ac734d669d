//! What is listed: the indicators of a status, of a place, or the marked ones.

use super::{Catalog, Marks};
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
    /// The place, by its position among the places of the catalog; `None` for all.
    pub place: Option<usize>,
    /// The marked indicators, if only these are listed.
    pub marked: Option<Marks>,
}

impl Filter {
    /// A filter by status only.
    #[must_use]
    pub fn of_status(status: StatusFilter) -> Self {
        Self { status, ..Self::default() }
    }

    /// Whether it lists all indicators.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.status.is_none() && self.place.is_none() && self.marked.is_none()
    }

    /// Whether it lists an indicator, by its number.
    #[must_use]
    pub fn passes(&self, catalog: &Catalog, number: usize, indicator: &Indicator) -> bool {
        self.status.is_none_or(|wanted| status(indicator) == wanted)
            && self.place.is_none_or(|place| catalog.place_of(number) == Some(place))
            && self.marked.as_ref().is_none_or(|marks| marks.contains(number))
    }
}
