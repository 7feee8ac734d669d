//! Which values a ranking is of, where the rows are places and the columns are several indicators: an overall rank is of
//! none of them, but of the rows.

use std::cmp::Reverse;

use super::column_indicator::ColumnIndicator;
use super::ranking::{Ranking, ranked_words};
use super::value_columns::{ValueColumns, are_indicators};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::score_kind::ScoreKind;
use crate::lexicon::measure::{measure, shared};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::ranking::is_overall;
use crate::text::fold::fold;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

/// The index of the values that a ranking is of: those next to it where the table has a ranking for each of several
/// indicators; otherwise those whose heading shares most words with that of the ranks, then those that the `subject` of the
/// title names, then a total or an index rather than its parts, then the nearest ones to the left. `None` if nothing says
/// which ones.
pub(super) fn ranked(
    header: &Header,
    subject: Option<&str>,
    ranking: &Ranking,
    values: &[ValueColumns],
) -> Option<usize> {
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
    let ranks =
        Ranks { header, at: ranking.at, words: ranked_words(&header.columns[ranking.at].heading) };
    let evidence = |(at, own): (usize, &ValueColumns)| {
        let is_named = names(subject, own);
        Some((Evidence { is_named, ..Evidence::of(&ranks, own.actual?) }, at))
    };
    let all = || values.iter().enumerate().filter_map(evidence);
    let (best, owner) = all().max_by_key(|(evidence, at)| (*evidence, Reverse(*at)))?;
    let is_other = |at: usize| values[at].indicator != values[owner].indicator;
    // If none of several indices is the whole one, the ranks belong to none of them.
    let is_shared = all().any(|(own, at)| is_other(at) && own.is_like(best));
    first_of(&values[owner]).filter(|_| !is_shared && best.is_enough(&ranks))
}

/// The index of the values of a year among those of the indicator that has the values of index `first`.
pub(super) fn of_year(values: &[ValueColumns], first: usize, year: u16) -> usize {
    let Some(own) = values.get(first) else { return first };
    let is_same = |one: &ValueColumns| {
        one.is_of_year(year) && one.indicator == own.indicator && one.slice.place == own.slice.place
    };
    values.iter().position(is_same).unwrap_or(first)
}

/// A column of ranks.
struct Ranks<'h> {
    header: &'h Header,
    /// The column.
    at: usize,
    /// What the heading says that they are of.
    words: Vec<String>,
}

/// What says that ranks are of the values in a column, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Evidence {
    /// The words that the two headings share.
    words: usize,
    /// Whether the title names the values: "XẾP HẠNG ICT INDEX CÁC HUYỆN".
    is_named: bool,
    /// Whether the values are scores or an index, which are what is ranked.
    is_index: bool,
    /// Whether they never rise where the ranks do.
    is_ordered: bool,
    /// Whether they are a total, or a whole index.
    is_whole: bool,
    /// Of several scores, how final it is.
    kind: ScoreKind,
    /// The column, if it is left of the ranks.
    left: Option<usize>,
}

impl Evidence {
    fn of(ranks: &Ranks<'_>, column: usize) -> Self {
        let values = &ranks.header.columns[column];
        let key = key(values.last_level());
        let is_total = values.is_of_scores() && ScoreKind::of(&values.heading) == ScoreKind::Whole;
        // "Chỉ số CCHC (%)"
        let is_index = key.starts_with("chi so ") || has(&key, &["index"]);
        let is_whole = is_total || is_index && !has(&key, &["thanh phan", "sub index"]);
        Self {
            words: shared(&ranks.words, &measure(&values.heading)),
            is_named: false,
            is_index: is_whole || values.is_of_scores(),
            is_ordered: is_ordered_by(ranks.header, column, ranks.at),
            is_whole,
            kind: ScoreKind::of(&values.heading),
            left: (column < ranks.at).then_some(column),
        }
    }

    /// Whether nothing but the order of the columns distinguishes two indices left of the ranks.
    fn is_like(self, other: Self) -> bool {
        let is_index = self.is_whole && self.words == 0;
        let both = self.left.is_some() && other.left.is_some();
        is_index && both && Self { left: other.left, ..self } == other
    }

    /// Whether it is more than that the values are in the same table.
    fn is_enough(self, ranks: &Ranks<'_>) -> bool {
        if self.words > 0 || self.is_named || self.is_index && self.is_whole && self.is_ordered {
            return true;
        }
        // "Xếp hạng thi đua" is of all that a place did.
        if is_overall(&ranks.header.columns[ranks.at].heading) || !ranks.words.is_empty() {
            return self.is_whole;
        }
        let next = || ranks.header.values().iter().any(|at| *at > ranks.at);
        let is_left = self.left.is_some_and(|column| column + 1 == ranks.at);
        self.is_index || is_left && (self.is_ordered || next())
    }
}

/// Whether the subject of a title names the indicator of some values, and with it what the title ranks.
fn names(subject: Option<&str>, values: &ValueColumns) -> bool {
    let folded = |text: &str| {
        let text = fold(text);
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let named = values.indicator.as_ref().map(|own| folded(&own.name));
    let named = named.filter(|own| !own.is_empty());
    subject.zip(named).is_some_and(|(subject, own)| has(&folded(subject), &[own.as_str()]))
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
