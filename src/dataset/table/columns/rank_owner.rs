//! Which values a ranking is of, where the rows are places and the columns are several indicators: an overall rank is of
//! none of them, but of the rows.

use std::cmp::Reverse;

use super::column_indicators::ColumnIndicator;
use super::ranking::{Ranking, ranked_words};
use super::value_columns::{ValueColumns, are_indicators};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::score_columns::{is_total_score, score_weight};
use crate::lexicon::measure::{measure, shared};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::ranking::is_overall;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

/// The index of the values that a ranking is of: those next to it where the table has a ranking for each of several
/// indicators; otherwise those whose heading shares most words with that of the ranks, then a total or an index rather
/// than its parts, then the nearest ones to the left. `None` if nothing says which ones.
pub(super) fn ranked(header: &Header, ranking: &Ranking, values: &[ValueColumns]) -> Option<usize> {
    // The periods of one indicator share its ranks, which belong to the first of them.
    let first_of =
        |own: &ValueColumns| values.iter().position(|one| one.indicator == own.indicator);
    let (first, rest) = values.split_first()?;
    if !are_indicators(values) || rest.iter().all(|own| own.indicator == first.indicator) {
        return Some(0);
    }
    if let Some(own) = ranking.next_to.and_then(|at| values.get(at)) {
        return first_of(own);
    }
    let words = ranked_words(&header.columns[ranking.at].heading);
    let actuals = values.iter().enumerate().filter_map(|(at, own)| Some((at, own.actual?)));
    let best = actuals.max_by_key(|(at, column)| {
        (Evidence::of(header, (ranking, &words), *column), Reverse(*at))
    })?;
    let is_enough =
        Evidence::of(header, (ranking, &words), best.1).is_enough(header, ranking, &words);
    first_of(&values[best.0]).filter(|_| is_enough)
}

/// What says that ranks are of the values in a column, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Evidence {
    /// The words that the two headings share.
    words: usize,
    /// Whether the values are scores or an index, which are what is ranked.
    is_index: bool,
    /// Whether they never rise where the ranks do.
    is_ordered: bool,
    /// Whether they are a total, or a whole index.
    is_whole: bool,
    /// The weight of the score.
    weight: usize,
    /// The column, if it is left of the ranks.
    left: Option<usize>,
}

impl Evidence {
    fn of(header: &Header, (ranking, words): (&Ranking, &[String]), column: usize) -> Self {
        let values = &header.columns[column];
        let key = key(values.last_level());
        let is_total = values.is_of_scores() && is_total_score(&values.heading);
        // "Chỉ số CCHC (%)"
        let is_whole = is_total || key.starts_with("chi so ") && !has(&key, &["thanh phan"]);
        Self {
            words: shared(words, &measure(&values.heading)),
            is_index: is_whole || values.is_of_scores(),
            is_ordered: is_ordered_by(header, column, ranking.at),
            is_whole,
            weight: score_weight(&values.heading),
            left: (column < ranking.at).then_some(column),
        }
    }

    /// Whether it is more than that the values are in the same table.
    fn is_enough(self, header: &Header, ranking: &Ranking, words: &[String]) -> bool {
        if self.words > 0 || self.is_index && self.is_whole && self.is_ordered {
            return true;
        }
        // "Xếp hạng thi đua" is of all that a place did.
        if is_overall(&header.columns[ranking.at].heading) || !words.is_empty() {
            return self.is_whole;
        }
        let next = || header.values().iter().any(|at| *at > ranking.at);
        let is_left = self.left.is_some_and(|column| column + 1 == ranking.at);
        self.is_index || is_left && (self.is_ordered || next())
    }
}

/// The columns of a ranking of the rows themselves: an indicator that has nothing but ranks, in the slice of the main
/// values.
pub(super) fn of_rows(header: &Header, ranking: &Ranking, values: &[ValueColumns]) -> ValueColumns {
    let name = one_line(&header.columns[ranking.at].heading);
    let indicator = ColumnIndicator { name, ..ColumnIndicator::default() };
    let slice = values.first().map(|main| main.slice.clone()).unwrap_or_default();
    ValueColumns { indicator: Some(indicator.into()), slice, ..ValueColumns::default() }
}

/// Whether the values of a column never rise where the ranks in another one do.
fn is_ordered_by(header: &Header, values: usize, ranks: usize) -> bool {
    let column = |at: usize| &header.columns[at].profile;
    [Separators::Comma, Separators::Point].into_iter().any(|separators| {
        let both = column(ranks).places().zip(column(values).numbers(separators));
        let mut rows: Vec<_> = both.filter_map(|(rank, value)| rank.zip(value)).collect();
        rows.sort_by_key(|(rank, value)| (*rank, Reverse(*value)));
        rows.len() > 1 && rows.windows(2).all(|pair| pair[0].1 >= pair[1].1)
    })
}
