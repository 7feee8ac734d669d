//! What rows say next to names and figures: markers, totals, verdicts, footers.

pub(crate) mod footer;
pub(crate) mod marker_order;
pub(crate) mod markers;
pub(crate) mod near_name;
pub(crate) mod section_name;
pub(crate) mod total_words;
pub(crate) mod value_words;
pub(crate) mod verdict;
