//! Sort order and status filter of the indicator list.

use std::cmp::Ordering;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::folds::Folds;
use super::{Catalog, Filter, ListedRows, Scope, tree_order};
use crate::model::{ChangeUnit, Indicator, Plan, Target, percent_of_plan};
use crate::text::collate::Alphabet;

/// A sort key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    /// The order of the source.
    Source,
    /// The order of the Vietnamese alphabet.
    Name,
    /// Percent of plan, greatest first; indicators without one come last in both directions.
    Percent,
    /// The change against the period before, greatest first: those in percent, in points, in places; then
    /// indicators without one.
    Change,
    /// The change from the first to the last period, greatest first, as the change.
    Trend,
    /// The result, greatest first among those of one unit; units follow each other in source order.
    Actual,
    /// The target of the plan, as the result.
    Plan,
    /// The unit, in the order of the Vietnamese alphabet; indicators without one come last.
    Unit,
}

impl SortBy {
    /// All sort keys, in the order of the picker.
    pub const ALL: [Self; 8] = [
        Self::Source,
        Self::Name,
        Self::Percent,
        Self::Change,
        Self::Trend,
        Self::Actual,
        Self::Plan,
        Self::Unit,
    ];
}

/// A sort key and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The sort key.
    pub by: SortBy,
    /// Whether the usual direction is reversed.
    pub reversed: bool,
}

impl Sort {
    /// The order of the source.
    pub const SOURCE: Self = Self { by: SortBy::Source, reversed: false };

    /// Chooses a sort key; the same key again reverses the direction.
    #[must_use]
    pub fn choose(self, by: SortBy) -> Self {
        Self { by, reversed: by == self.by && !self.reversed }
    }
}

/// Returns the numbers of a scope's indicators that pass the filter, sorted. Without a filter parts follow their
/// whole, sorted among themselves; those of a folded whole are left out.
#[must_use]
pub(super) fn rows(
    catalog: &Catalog,
    scope: Scope,
    filter: &Filter,
    sort: Sort,
    folds: &Folds,
) -> ListedRows {
    let sorted = sorted_rows(catalog, scope, filter, sort);
    let is_in_order = sort == Sort::SOURCE && folds.is_open();
    if catalog.tree.is_flat() || !filter.is_everything() || is_in_order {
        return sorted;
    }
    tree_order::rows(catalog, &catalog.numbers(scope), &sorted, folds)
}

/// The numbers without regard to parts. There may be a million of them: sort keys are computed in one pass and
/// dropped after the sort.
fn sorted_rows(catalog: &Catalog, scope: Scope, filter: &Filter, sort: Sort) -> ListedRows {
    let numbers = catalog.numbers(scope);
    let mut listed = Vec::new();
    match sort.by {
        SortBy::Source if filter.is_everything() && !sort.reversed => numbers,
        SortBy::Source if filter.is_everything() => ListedRows::of(numbers.iter().rev()),
        SortBy::Source => {
            each_passing(catalog, &numbers, filter, |number, _| listed.push(number));
            in_direction(listed.into_iter(), sort)
        }
        SortBy::Name | SortBy::Unit => {
            let (mut texts, mut without) = (Alphabet::default(), Vec::new());
            each_passing(catalog, &numbers, filter, |number, indicator| {
                let text = match sort.by {
                    SortBy::Unit => indicator.unit.as_deref(),
                    _ => Some(&*indicator.name),
                };
                match text {
                    Some(text) => {
                        texts.push(text);
                        listed.push(number);
                    }
                    None => without.push(number),
                }
            });
            let order: Vec<usize> = texts.order().map(|at| listed[at]).collect();
            let order = in_direction(order.into_iter(), sort);
            if without.is_empty() { order } else { ListedRows::of(order.iter().chain(without)) }
        }
        SortBy::Percent | SortBy::Change | SortBy::Trend | SortBy::Actual | SortBy::Plan => {
            let (mut figures, mut kinds) = (Vec::new(), Kinds::default());
            each_passing(catalog, &numbers, filter, |number, indicator| {
                match sort_key(catalog, number, indicator, sort.by, &mut kinds) {
                    Some(key) => figures.push((key, number)),
                    None => listed.push(number),
                }
            });
            figures.sort_by(|(a, _), (b, _)| a.compare(b, sort.reversed));
            ListedRows::of(figures.into_iter().map(|(_, number)| number).chain(listed))
        }
    }
}

/// Calls `receive` with the number and the indicator of each that passes the filter.
fn each_passing(
    catalog: &Catalog,
    numbers: &ListedRows,
    filter: &Filter,
    mut receive: impl FnMut(usize, &Indicator),
) {
    for range in numbers.ranges() {
        catalog.collection.each(range, |number, indicator| {
            if filter.is_everything() || filter.passes(number, indicator) {
                receive(number, indicator);
            }
        });
    }
}

fn in_direction(numbers: impl DoubleEndedIterator<Item = usize>, sort: Sort) -> ListedRows {
    if sort.reversed { ListedRows::of(numbers.rev()) } else { ListedRows::of(numbers) }
}

/// A figure to sort by; only figures of one kind are compared, kinds follow each other.
struct SortKey {
    kind: usize,
    figure: Decimal,
}

impl SortKey {
    fn compare(&self, other: &Self, reversed: bool) -> Ordering {
        let figures = self.figure.cmp(&other.figure);
        self.kind.cmp(&other.kind).then(if reversed { figures } else { figures.reverse() })
    }
}

/// A number for each unit, in the order of their first indicators.
#[derive(Default)]
struct Kinds(HashMap<String, usize>);

impl Kinds {
    fn of(&mut self, indicator: &Indicator) -> usize {
        let unit = indicator.unit.as_deref().unwrap_or_default();
        if let Some(kind) = self.0.get(unit) {
            return *kind;
        }
        let next = self.0.len();
        self.0.insert(unit.to_owned(), next);
        next
    }
}

fn sort_key(
    catalog: &Catalog,
    number: usize,
    indicator: &Indicator,
    by: SortBy,
    kinds: &mut Kinds,
) -> Option<SortKey> {
    match by {
        SortBy::Change | SortBy::Trend => {
            let change = match by {
                SortBy::Trend => catalog.change_over_all(number, indicator)?,
                _ => catalog.change_before(number, indicator)?,
            };
            let kind = match change.unit {
                ChangeUnit::Percent => 0,
                ChangeUnit::Points => 1,
                ChangeUnit::Places => 2,
            };
            Some(SortKey { kind, figure: change.amount })
        }
        SortBy::Percent => percent_of_plan(indicator).map(|figure| SortKey { kind: 0, figure }),
        SortBy::Actual => {
            indicator.figure().map(|figure| SortKey { kind: kinds.of(indicator), figure })
        }
        SortBy::Plan => {
            let target = indicator.plan.as_ref().and_then(Plan::target)?;
            Some(SortKey { kind: kinds.of(indicator), figure: size(target) })
        }
        SortBy::Source | SortBy::Name | SortBy::Unit => None,
    }
}

/// The figure of a target; of a range its lower end.
fn size(target: Target) -> Decimal {
    match target {
        Target::Range { low, .. } => low,
        Target::Value(figure)
        | Target::Over(figure)
        | Target::Under(figure)
        | Target::AtLeast(figure)
        | Target::AtMost(figure)
        | Target::About(figure) => figure,
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use proptest::prelude::*;

    use super::*;
    use crate::app::{STATUS_FILTERS, SectionRow, StatusFilter};
    use crate::model::{Change, Collection, Dataset, PlanTerms, status};

    const NAMES: [&str; 6] =
        ["Ân", "an", "Tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo", ""];

    fn indicator() -> impl Strategy<Value = Indicator> {
        let unit = prop::sample::select(
            &[ChangeUnit::Percent, ChangeUnit::Points, ChangeUnit::Places][..],
        );
        let figure = || {
            prop::option::of(
                (90i64..110, 0u32..2).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
            )
        };
        (prop::sample::select(&NAMES[..]), figure(), figure(), unit).prop_map(
            |(name, percent, amount, unit)| {
                let period = String::new();
                Indicator {
                    plan: percent
                        .map(|percent| PlanTerms::Percent { percent, verdict: None }.into()),
                    changes: amount
                        .map(|amount| Change { period, amount, unit })
                        .into_iter()
                        .collect(),
                    ..Indicator::named("x", name)
                }
            },
        )
    }

    fn collection(datasets: Vec<Vec<Indicator>>) -> Collection {
        Collection::new(datasets.into_iter().map(|indicators| {
            let mut dataset =
                Dataset::of_names("X", indicators.iter().map(|indicator| &*indicator.name));
            dataset.indicators = indicators.into_iter().collect();
            dataset
        }))
    }

    /// The reference implementation: filter all of the scope, then sort by comparison.
    fn reference(catalog: &Catalog, scope: Scope, filter: StatusFilter, sort: Sort) -> Vec<usize> {
        let one = |number: usize| catalog.collection.get(number).unwrap().indicator();
        let passes = |number: &usize| filter.is_none_or(|wanted| status(&one(*number)) == wanted);
        let mut numbers: Vec<usize> = catalog.numbers(scope).iter().filter(passes).collect();
        let in_order = |names: [usize; 2]| {
            let mut alphabet = Alphabet::default();
            names.iter().for_each(|number| alphabet.push(&one(*number).name));
            alphabet.order().eq([0, 1])
        };
        let key = |number: usize| match (sort.by, one(number)) {
            (SortBy::Percent, indicator) => percent_of_plan(&indicator).map(|figure| (0, figure)),
            (_, indicator) => {
                indicator.changes.first().map(|change| (change.unit as u8, change.amount))
            }
        };
        match sort.by {
            SortBy::Source | SortBy::Name => {
                if sort.by == SortBy::Name {
                    numbers.sort_by(|a, b| match (in_order([*a, *b]), in_order([*b, *a])) {
                        (true, true) => Ordering::Equal,
                        (true, false) => Ordering::Less,
                        _ => Ordering::Greater,
                    });
                }
                if sort.reversed {
                    numbers.reverse();
                }
            }
            _ if sort.reversed => {
                numbers.sort_by_key(|number| (key(*number).is_none(), key(*number)));
            }
            _ => numbers.sort_by_key(|number| {
                let key = key(*number);
                (key.is_none(), key.map(|(kind, figure)| (kind, Reverse(figure))))
            }),
        }
        numbers
    }

    proptest! {
        #[test]
        fn agrees_with_the_reference_implementation(
            datasets in prop::collection::vec(prop::collection::vec(indicator(), 0..40), 1..4),
            filter in prop::sample::select(&STATUS_FILTERS[..]),
            by in prop::sample::select(&SortBy::ALL[..4]),
            reversed: bool,
        ) {
            let catalog = Catalog::new(collection(datasets));
            let sort = Sort { by, reversed };
            for SectionRow { scope, .. } in &catalog.sections {
                let of_status = Filter { status: filter, ..Filter::default() };
                let listed = rows(&catalog, *scope, &of_status, sort, &Folds::default());
                prop_assert_eq!(
                    listed.iter().collect::<Vec<_>>(),
                    reference(&catalog, *scope, filter, sort)
                );
            }
        }
    }
}
