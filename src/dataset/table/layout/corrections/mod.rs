//! Corrections of the roles that headings suggest; `role_corrections` has them in order.

mod carried_capital;
mod done_columns;
mod examining_authorities;
pub(super) mod measure_columns;
mod misnamed_columns;
pub(super) mod percent_columns;
pub(super) mod planned_changes;
mod ranks_with_results;
pub(super) mod rates;
pub(super) mod role_corrections;
pub(super) mod score_columns;
mod shares_of_counts;
pub(super) mod unnamed_values;
mod verdicts_of_places;
pub(super) mod worded_indicators;
mod years_in_cells;
