//! What `show` prints of an indicator of many places: a line for each, the best first.

use std::io;

use super::Output;
use super::aligned_rows::{AlignedRow, lines};
use crate::app::Catalog;
use crate::model::{Entry, status};
use crate::text::sanitize::visible;
use crate::ui::{Words, facts};

/// The places that have an indicator in one period, in the order of their ranking. Those that are
/// not ranked, such as the whole province, come first.
pub(crate) fn ranked_places<W: io::Write>(
    entries: &[Entry<'_>],
    catalog: &Catalog,
    words: Words,
    output: &Output<W>,
) -> Vec<String> {
    let rankings = entries.iter().map(|entry| catalog.ranking(entry.index));
    // The first one may be of the whole, which is ranked among nothing.
    let ranking = rankings.take(2).max_by_key(|ranking| ranking.places().len());
    let position = |entry: &Entry<'_>| Some(ranking.as_ref()?.find(entry.index)?.position);
    let row = |entry: &Entry<'_>| {
        let indicator = entry.indicator();
        let number = position(entry).map(|position| format!("{position:3}.")).unwrap_or_default();
        let result = facts::figure(entry, &indicator, words);
        let plan = facts::plan_cell(&indicator, words).filter(|_| indicator.actual.is_some());
        let cells = [
            number,
            visible(&words.place(&entry.dataset.place)).into_owned(),
            result.unwrap_or_else(|| words.no_figure().to_owned()),
            plan.unwrap_or_default(),
            facts::percent(&indicator, words),
        ];
        AlignedRow { cells, status: status(&indicator) }
    };
    let mut entries: Vec<&Entry<'_>> = entries.iter().collect();
    entries.sort_by_key(|entry| position(entry));
    let rows: Vec<AlignedRow<5>> = entries.into_iter().map(row).collect();
    lines(&rows, words, output)
}
