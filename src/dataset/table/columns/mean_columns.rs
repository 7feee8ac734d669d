//! Columns of the mean of a year next to those of its months or quarters: of an index or a rate,
//! the mean is its value of the whole year.

use crate::dataset::table::layout::header::Header;
use crate::lexicon::column_words::{AVERAGED, MEANS_OF_PARTS};
use crate::lexicon::period::parse;
use crate::lexicon::phrases::has;
use crate::text::fold::fold;

/// Removes the name of a column that is only the mean of the parts of the year next to it, if the
/// title says that they are values of an index or a rate: "Bình quân năm" next to "Tháng 12". The
/// mean of counts is no count of the year.
pub(super) fn unname_means(
    header: &Header,
    values: &[usize],
    levels: &mut [Vec<String>],
    subject: Option<&str>,
) {
    let is_mean =
        |own: &Vec<String>| matches!(&own[..], [only] if MEANS_OF_PARTS.contains(&fold(only)));
    if !levels.iter().any(is_mean) || !subject.is_some_and(|subject| has(&fold(subject), &AVERAGED))
    {
        return;
    }
    let is_part =
        |at: usize| parse(&header.columns[at].heading).is_some_and(|own| own.is_part_of_year());
    let parts = values.iter().zip(&*levels).filter(|(at, own)| own.is_empty() && is_part(**at));
    if parts.count() > 1 {
        levels.iter_mut().filter(|own| is_mean(own)).for_each(Vec::clear);
    }
}
