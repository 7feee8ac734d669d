//! Columns of words that are indicators of the places below each other: a rating of all that a place did ("Xếp loại
//! chung"), and criteria of which each is reached or not ("Giao thông" over "Đạt" and "Chưa đạt").

use super::header_column::HeaderColumn;
use crate::lexicon::ranking::is_rating;
use crate::lexicon::role::Role;
use crate::lexicon::verdict::verdict;

/// Whether a column says of each place how it is rated as a whole.
pub(super) fn is_of_ratings(column: &HeaderColumn) -> bool {
    column.role == Role::Unknown && is_rating(&column.heading) && column.profile.are_words()
}

/// Whether a column says whether each of several places reached a criterion.
pub(super) fn is_of_verdicts(column: &HeaderColumn) -> bool {
    let is_verdict = |text: &str| verdict(text).is_some();
    column.role == Role::Unknown
        && !column.heading.trim().is_empty()
        && column.profile.filled().count() > 1
        && column.profile.are_all(is_verdict)
}
