//! Which values a ranking is of, where the rows are places and the columns are several indicators:
//! an overall rank is of none of them, but of the rows.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::column_indicator::ColumnIndicator;
use super::ranking::{Ranking, ranked_words};
use super::value_columns::{ValueColumns, are_indicators};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::score_kind::ScoreKind;
use crate::lexicon::measure::{measure, shared};
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::ranking::is_overall;
use crate::text::fold::fold;
use crate::text::one_line::one_line;
use crate::text::parse_number::Separators;

/// The index of the values that a ranking is of: those next to it where the table has a ranking for
/// each of several indicators; otherwise those whose heading shares most words with that of the
/// ranks, then those that the `subject` of the title names, then the only ones in the order of the
/// ranks, then a total or an index rather than its parts, then the nearest ones to the left. `None`
/// if nothing says which ones.
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
    let Ordered { only, count } = ordered(&ranks, values);
    // A total in the order of the ranks needs no other evidence.
    let is_total = |own: &ValueColumns| {
        own.actual.map(|at| Evidence::of(&ranks, at)).is_some_and(Evidence::is_certain)
    };
    let only = only.filter(|_| !values.iter().any(is_total));
    let evidence = |(at, own): (usize, &ValueColumns)| {
        let (is_named, is_only_ordered) = (names(subject, own), only == Some(at));
        Some((Evidence { is_named, is_only_ordered, ..Evidence::of(&ranks, own.actual?) }, at))
    };
    let all = || values.iter().enumerate().filter_map(evidence);
    let (best, owner) = all().max_by_key(|(evidence, at)| (*evidence, Reverse(*at)))?;
    let is_other = |at: usize| values[at].indicator != values[owner].indicator;
    // If none of several indices is the whole one, the ranks belong to none of them.
    let is_shared = all().any(|(own, at)| is_other(at) && own.is_like(best));
    // Of several scores in the order of the ranks, the nearest one is as likely as any other.
    let is_open = count > 1 && best.is_index && !best.is_certain();
    first_of(&values[owner]).filter(|_| !is_shared && !is_open && best.is_enough(&ranks))
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
    /// Whether they are those in the order of the ranks that differ from all others.
    is_only_ordered: bool,
    /// Whether the values are scores or an index, which are what is ranked.
    is_index: bool,
    /// Whether they never rise where the ranks do.
    is_ordered: bool,
    /// Whether the rows contradict that the ranks are of them: they neither fall nor rise with the ranks.
    is_refuted: bool,
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
        let order = Order::of(ranks.header, column, ranks.at);
        Self {
            words: shared(&ranks.words, &measure(&values.heading)),
            is_named: false,
            is_only_ordered: false,
            is_index: is_whole || values.is_of_scores(),
            is_ordered: order.falls && order.rows > 1,
            is_refuted: !order.falls && !order.rises,
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

    /// Whether it is more than the places of the columns.
    fn is_certain(self) -> bool {
        let is_ordered_index = self.is_index && self.is_whole && self.is_ordered;
        self.words > 0 || self.is_named || self.is_only_ordered || is_ordered_index
    }

    /// Whether it is more than that the values are in the same table.
    fn is_enough(self, ranks: &Ranks<'_>) -> bool {
        if self.is_certain() {
            return true;
        }
        if self.is_refuted {
            return false;
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

/// The index of the values of a table that fall where the ranks rise, in enough rows that this is
/// no chance: the only ones, or else the only ones whose heading has the year of the ranks, or that
/// are between all others in each row, as a whole index is between its parts.
fn ordered(ranks: &Ranks<'_>, values: &[ValueColumns]) -> Ordered {
    const FEWEST_ROWS: usize = 4;
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (at, own) in values.iter().enumerate() {
        let Some(column) = own.actual else { continue };
        let order = Order::of(ranks.header, column, ranks.at);
        let is_known = columns.iter().any(|(of, _)| values[*of].indicator == own.indicator);
        if order.falls && order.rows >= FEWEST_ROWS && !is_known {
            columns.push((at, column));
        }
    }
    let year = |at: usize| HeadingPeriod::of(&key(&ranks.header.columns[at].heading)).year;
    let actuals: Vec<usize> = values.iter().filter_map(|own| own.actual).collect();
    let is_dated = |(_, column): &&(usize, usize)| {
        let is_of_year = |at: &&usize| year(**at).is_some();
        year(ranks.at).is_some()
            && year(*column) == year(ranks.at)
            && actuals.iter().filter(is_of_year).count() == 1
    };
    let is_between = |(_, column): &&(usize, usize)| {
        let others: Vec<usize> = actuals.iter().copied().filter(|at| at != column).collect();
        is_between(ranks.header, *column, &others)
    };
    let only = match &columns[..] {
        [(only, _)] => Some(*only),
        several => only_one(several.iter().filter(is_dated))
            .or_else(|| only_one(several.iter().filter(is_between))),
    };
    Ordered { only, count: columns.len() }
}

/// The values that are in the order of the ranks.
#[derive(Debug, Clone, Copy)]
struct Ordered {
    /// The index of those that the ranks are of.
    only: Option<usize>,
    /// The number of indicators with such values.
    count: usize,
}

fn only_one<'o>(mut found: impl Iterator<Item = &'o (usize, usize)>) -> Option<usize> {
    let (first, _) = found.next()?;
    found.next().is_none().then_some(*first)
}

/// Whether the values of a column are between those of at least two others in each row.
fn is_between(header: &Header, column: usize, others: &[usize]) -> bool {
    let numbers = |at: usize, separators| -> Vec<Option<Decimal>> {
        header.columns[at].profile.numbers(separators).collect()
    };
    let holds = |separators| {
        let own = numbers(column, separators);
        let others: Vec<_> = others.iter().map(|at| numbers(*at, separators)).collect();
        let is_within = |row: usize| {
            let around = || others.iter().filter_map(|of| of.get(row).copied().flatten());
            let bounds = around().min().zip(around().max());
            let inside = |own: Decimal| bounds.is_some_and(|(low, high)| low <= own && own <= high);
            own[row].is_none_or(inside)
        };
        own.iter().flatten().count() > 1 && (0..own.len()).all(is_within)
    };
    others.len() > 1 && [Separators::Comma, Separators::Point].into_iter().any(holds)
}

/// The order of the values of a column by the ranks in another one.
#[derive(Debug, Clone, Copy)]
struct Order {
    /// The number of rows that have both.
    rows: usize,
    /// Whether the values never rise where the ranks do.
    falls: bool,
    /// Whether they never fall there.
    rises: bool,
}

impl Order {
    fn of(header: &Header, values: usize, ranks: usize) -> Self {
        let column = |at: usize| &header.columns[at].profile;
        let orders = [Separators::Comma, Separators::Point].into_iter().map(|separators| {
            let both = column(ranks).places().zip(column(values).numbers(separators));
            let mut rows: Vec<_> = both.filter_map(|(rank, value)| rank.zip(value)).collect();
            rows.sort_by_key(|(rank, value)| (*rank, Reverse(*value)));
            let falls = rows.windows(2).all(|pair| pair[0].1 >= pair[1].1);
            rows.sort_unstable();
            let rises = rows.windows(2).all(|pair| pair[0].1 <= pair[1].1);
            Self { rows: rows.len(), falls, rises }
        });
        let none = Self { rows: 0, falls: true, rises: true };
        orders.max_by_key(|order| (order.rows, order.falls, order.rises)).unwrap_or(none)
    }
}
