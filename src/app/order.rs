//! Which indicators are listed, and in which order.

use std::cmp::{Ordering, Reverse};

use rust_decimal::Decimal;

use super::{Rows, Scope, Shared};
use crate::model::{ChangeUnit, Entry, Indicator, Status, percent_of_plan, status};
use crate::text::collate::Key;

/// What a list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    /// The order of the source.
    Source,
    /// The order of the Vietnamese alphabet.
    Name,
    /// Percent of plan, the greatest first; those without come last, in any direction.
    Percent,
    /// The first change, the greatest first: in percent, then in points; those without come last.
    Change,
}

impl SortBy {
    /// All of them, as the picker lists them.
    pub const ALL: [Self; 4] = [Self::Source, Self::Name, Self::Percent, Self::Change];
}

/// A sort and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// Whether the usual direction is turned round.
    pub reversed: bool,
}

impl Sort {
    /// As the source has it.
    pub const SOURCE: Self = Self { by: SortBy::Source, reversed: false };

    /// Chooses what to sort by; the same choice again turns the order round.
    #[must_use]
    pub fn choose(self, by: SortBy) -> Self {
        Self { by, reversed: by == self.by && !self.reversed }
    }
}

/// Which statuses are listed; `None` for all.
pub type StatusFilter = Option<Status>;

/// The choices of the status picker.
pub const STATUS_FILTERS: [StatusFilter; 5] = [
    None,
    Some(Status::Exceeded),
    Some(Status::Met),
    Some(Status::Missed),
    Some(Status::NotAssessed),
];

/// The numbers of the indicators of a scope that pass the filter, in order.
#[must_use]
pub(super) fn rows(shared: &Shared, scope: Scope, filter: StatusFilter, sort: Sort) -> Rows {
    let numbers = shared.numbers(scope);
    let passing = match filter {
        None => numbers,
        Some(wanted) => {
            let statuses = keyed(shared, &numbers, |entry| status(&entry.indicator()));
            let passing = statuses.filter(|(status, _)| *status == wanted);
            Rows::listed(passing.map(|(_, number)| number))
        }
    };
    match sort.by {
        SortBy::Source if !sort.reversed => passing,
        SortBy::Source => Rows::listed(passing.iter().rev()),
        SortBy::Name => {
            let mut named =
                keyed(shared, &passing, |entry| Key::of(entry.name())).collect::<Vec<_>>();
            named.sort();
            let numbers = named.into_iter().map(|(_, number)| number);
            if sort.reversed { Rows::listed(numbers.rev()) } else { Rows::listed(numbers) }
        }
        SortBy::Percent | SortBy::Change => {
            let keys = keyed(shared, &passing, |entry| sort_key(&entry.indicator(), sort.by));
            let mut keys: Vec<_> = keys.collect();
            keys.sort_by(|(a, _), (b, _)| match (a, b) {
                (Some(a), Some(b)) => a.compare(b, sort.reversed),
                (a, b) => Reverse(a.is_some()).cmp(&Reverse(b.is_some())),
            });
            Rows::listed(keys.into_iter().map(|(_, number)| number))
        }
    }
}

/// The indicators with what a list of them asks of each, once each.
fn keyed<T>(
    shared: &Shared,
    numbers: &Rows,
    key: impl Fn(&Entry<'_>) -> T,
) -> impl Iterator<Item = (T, usize)> {
    let entries = numbers.iter().filter_map(|number| shared.collection.get(number));
    entries.map(move |entry| (key(&entry), entry.index))
}

/// A figure to sort by, within a kind of figure that it can be compared with.
struct SortKey {
    kind: u8,
    figure: Decimal,
}

impl SortKey {
    fn compare(&self, other: &Self, reversed: bool) -> Ordering {
        let figures = self.figure.cmp(&other.figure);
        self.kind.cmp(&other.kind).then(if reversed { figures } else { figures.reverse() })
    }
}

fn sort_key(indicator: &Indicator, by: SortBy) -> Option<SortKey> {
    match by {
        SortBy::Change => {
            let change = indicator.changes.first()?;
            let kind = match change.unit {
                ChangeUnit::Percent => 0,
                ChangeUnit::Points => 1,
                ChangeUnit::Places => 2,
            };
            Some(SortKey { kind, figure: change.amount })
        }
        SortBy::Percent => percent_of_plan(indicator).map(|figure| SortKey { kind: 0, figure }),
        SortBy::Source | SortBy::Name => None,
    }
}
