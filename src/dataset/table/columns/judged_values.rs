//! Which values a column of verdicts judges, where the columns are several indicators or several places.

use super::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::measure::{measure, shared};
use crate::lexicon::place::is_place;
use crate::lexicon::role::Role;

/// The index of the values that the verdicts in a column are about; `None` if nothing says which ones.
pub(super) fn judged(header: &Header, verdicts: usize, values: &[ValueColumns]) -> Option<usize> {
    let is_first_of_its_indicator =
        |at: &usize| values[..*at].iter().all(|known| known.indicator != values[*at].indicator);
    if values.len() < 2 {
        return Some(0);
    }
    if values.iter().any(|own| own.indicator.is_none()) {
        return in_columns(header, verdicts, values);
    }
    let all: Vec<usize> = (0..values.len()).filter(is_first_of_its_indicator).collect();
    if let [only] = all[..] {
        return Some(only);
    }
    // What has a plan is judged by it; the value alone may already be the comparison with it.
    let planned: Vec<usize> = all.iter().copied().filter(|at| values[*at].plan.is_some()).collect();
    let complete: Vec<usize> =
        planned.iter().copied().filter(|at| values[*at].actual.is_some()).collect();
    let candidates = [complete, planned, all].into_iter().find(|some| !some.is_empty())?;
    if let [only] = candidates[..] {
        return Some(only);
    }
    let of_band = || only_best(&candidates, |at| in_band(header, verdicts, &values[at]));
    let of_words = || only_best(&candidates, |at| shared_words(header, verdicts, &values[at]));
    // "A · KH | TH | Đánh giá | B · KH | TH | Đánh giá" judges each.
    let each = header.all(|role| *role == Role::Verdict).count() >= candidates.len();
    let next = || {
        let left = candidates.iter().filter_map(|at| Some((last_column(&values[*at])?, *at)));
        left.filter(|(column, _)| *column < verdicts).max().map(|(_, at)| at)
    };
    of_band().or_else(of_words).or_else(|| each.then(next).flatten())
}

/// The index of the values that verdicts are about where the columns are split by place, class,
/// period or measure: those below the same group heading ("Xã A" over "Kết quả | Đánh giá"), else
/// those directly left of them. Verdicts that say nothing of a place are of the main values if
/// these are of the whole, and of none of several places.
fn in_columns(header: &Header, verdicts: usize, values: &[ValueColumns]) -> Option<usize> {
    let all: Vec<usize> = (0..values.len()).collect();
    let of_levels = only_best(&all, |at| shared_levels(header, verdicts, &values[at]));
    let placed = || values.iter().filter(|own| own.slice.place.is_some());
    let is_next = |own: &ValueColumns| {
        own.slice.place.is_some() && last_column(own).is_some_and(|last| last + 1 == verdicts)
    };
    // "Xã A | Đánh giá | Xã B | Đánh giá" judges each.
    let each = header.all(|role| *role == Role::Verdict).count() >= placed().count();
    let next = || values.iter().position(is_next).filter(|_| each);
    let main = values.first().map(|main| &main.slice.place);
    let is_of_one = main.is_some_and(|main| main.is_none())
        || values.iter().all(|own| Some(&own.slice.place) == main);
    let names_place =
        placed().count() > 0 && header.columns[verdicts].heading.split(" · ").any(is_place);
    of_levels.or_else(next).or_else(|| (is_of_one && !names_place).then_some(0))
}

/// The number of levels that the headings of the verdicts and of the values share.
fn shared_levels(header: &Header, verdicts: usize, values: &ValueColumns) -> usize {
    let levels = |at: usize| header.columns[at].heading.split(" · ");
    let own = values.actual.or(values.plan);
    own.map_or(0, |own| levels(own).filter(|level| levels(verdicts).any(|of| of == *level)).count())
}

/// The one with the largest weight, if that is above zero and no other has it.
fn only_best(among: &[usize], weight: impl Fn(usize) -> usize) -> Option<usize> {
    let most = among.iter().map(|at| weight(*at)).max().filter(|most| *most > 0)?;
    let mut best = among.iter().copied().filter(|at| weight(*at) == most);
    best.next().filter(|_| best.next().is_none())
}

/// 1 if the heading of the verdicts is below the same first level as that of the values.
fn in_band(header: &Header, verdicts: usize, values: &ValueColumns) -> usize {
    let band = |at: usize| header.columns[at].heading.split_once(" · ").map(|(band, _)| band);
    let own = values.actual.or(values.plan).and_then(band);
    usize::from(own.is_some() && own == band(verdicts))
}

/// The number of words that the headings of the verdicts and of the values share.
fn shared_words(header: &Header, verdicts: usize, values: &ValueColumns) -> usize {
    let words = |at: usize| measure(&header.columns[at].heading);
    let own = values.actual.or(values.plan).map(words).unwrap_or_default();
    shared(&own, &words(verdicts))
}

/// The last column of the values.
fn last_column(values: &ValueColumns) -> Option<usize> {
    values.actual.max(values.plan)
}
