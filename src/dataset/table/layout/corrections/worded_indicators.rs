//! Columns of words that are indicators of the places below each other: a rating of all that a place did ("Xếp loại
//! chung"), and criteria of which each is reached or not ("Giao thông" over "Đạt" and "Chưa đạt").

use crate::dataset::table::layout::cell_kinds::is_cross;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::dataset::table::layout::numbered_classes::numbered_heading;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::is_count;
use crate::lexicon::ranking::is_rating;
use crate::lexicon::role::Role;
use crate::lexicon::verdict::verdict;
use crate::model::Decimal;
use crate::text::parse_number::Separators;

/// Whether a column says of each place how it is rated as a whole.
pub(crate) fn is_of_ratings(column: &HeaderColumn) -> bool {
    column.role == Role::Unknown && is_rating(&column.heading) && column.profile.are_words()
}

/// Whether a column says whether each of several places reached a criterion.
pub(crate) fn is_of_verdicts(column: &HeaderColumn) -> bool {
    let is_verdict = |text: &str| verdict(text).is_some();
    column.role == Role::Unknown
        && !column.heading.trim().is_empty()
        && column.profile.filled().count() > 1
        && column.profile.are_all(is_verdict)
}

/// The fewest criteria below one heading, and the fewest rows that show that crosses are counted.
const FEWEST: usize = 2;

/// Names criteria below one heading by themselves: "1. Quy hoạch" and "2. Giao thông" below "Kết quả thực hiện các tiêu
/// chí", which says of all of them that they are results.
pub(super) fn criteria_of_band(columns: &[HeaderColumn]) -> Vec<Change> {
    let band = |at: usize| columns[at].heading.split_once(" · ").map(|(band, _)| band);
    let is_criterion = |column: &HeaderColumn| {
        let is_verdict = |text: &str| verdict(text).is_some();
        let profile = &column.profile;
        verdict(column.last_level()).is_none()
            && Heading::of(column.last_level()).role == Role::Unknown
            && (profile.are_all(is_verdict) || profile.are_crosses())
    };
    let criteria: Vec<usize> = indices(columns, is_criterion).collect();
    let are_several = |at: &usize| {
        let own = band(*at);
        own.is_some() && criteria.iter().filter(|other| band(**other) == own).count() > FEWEST
    };
    let named = |at: usize| {
        let level = columns[at].last_level();
        let name = numbered_heading(level).map_or(level, |(_, words)| words);
        Change::Heading(at, Heading { text: name.to_owned(), role: Role::Unknown, unit: None })
    };
    criteria.iter().copied().filter(are_several).map(named).collect()
}

/// The columns of crosses that another column counts: each cross says that the place reached the criterion. Without the
/// count, it may as well say that something is missing.
pub(crate) fn counted_crosses(columns: &[HeaderColumn]) -> Vec<usize> {
    let is_crossed = |column: &HeaderColumn| {
        column.role == Role::Unknown
            && !column.heading.trim().is_empty()
            && column.profile.are_crosses()
    };
    let crossed: Vec<usize> = indices(columns, is_crossed).collect();
    let rows = columns.iter().map(|column| column.profile.rows().count()).max().unwrap_or(0);
    let mut counts = vec![0_u32; rows];
    for at in &crossed {
        let ticks = columns[*at].profile.rows().map(is_cross);
        counts.iter_mut().zip(ticks).for_each(|(count, tick)| *count += u32::from(tick));
    }
    let is_sum = |column: &HeaderColumn| {
        let numbers = column.profile.numbers(Separators::Comma);
        let agree = counts
            .iter()
            .zip(numbers)
            .filter_map(|(count, number)| Some(number? == Decimal::from(*count)));
        let agree: Vec<bool> = agree.collect();
        is_count(&column.heading) && agree.len() >= FEWEST && agree.iter().all(|same| *same)
    };
    if crossed.len() >= FEWEST && columns.iter().any(is_sum) { crossed } else { Vec::new() }
}
