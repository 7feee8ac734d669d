//! What is sure and what is to be reviewed, with arithmetic as the witness.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::doubtful_wholes::doubtful_wholes;
use super::draft_row::{Doubt, DraftRow, PercentOfPlan};
use super::listed_measures::free_listed_measures;
use super::listed_parts::places_of_whole;
use super::name_doubts::name;
use super::parts_by_sum::parts_by_sum;
use super::percents_of_list::percents_of_list;
use super::rounded::{is_difference, is_ratio};
use super::self_check;
use super::unit_of_whole::units_of_parts;
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::lexicon::countries::is_country;
use crate::lexicon::place;
use crate::model::{Actual, Change, ChangeUnit, Target};
use crate::text::lower_case::LowerCase;

/// Adds the doubts about the rows of a text, and removes those that arithmetic settles.
pub(crate) fn judge(rows: &mut [DraftRow]) {
    free_listed_measures(rows);
    for row in rows.iter_mut() {
        average(row);
        name(row);
        no_unit(row);
        only_percent(row);
        percent_or_points(row);
        if has_two_changes(row) {
            row.doubt(Doubt::OwnerOpen);
        }
        if is_only_place(row) {
            row.doubt(Doubt::NameIsPlace);
        }
        if change_too_large(row) {
            row.doubt(Doubt::Contradiction);
        }
        self_check::check(row);
        if let Some(agrees) = witness(row) {
            if agrees {
                row.doubts.retain(|doubt| {
                    !matches!(doubt, Doubt::PercentInherited | Doubt::Construction)
                });
            } else {
                row.doubt(Doubt::Contradiction);
            }
        }
    }
    percents_of_list(rows);
    places_of_whole(rows);
    parts_by_sum(rows);
    units_of_parts(rows);
    shares(rows);
    siblings(rows);
    same_names(rows);
    doubtful_wholes(rows);
}

/// "9 đơn vị giải ngân trên 80% và 6 đơn vị giải ngân dưới 30%": two figures with one name in a sentence are of two
/// indicators, whose names lack what distinguishes them.
fn same_names(rows: &mut [DraftRow]) {
    for rows in rows.chunk_by_mut(|left, right| left.at == right.at) {
        let mut seen: HashMap<_, Vec<usize>> = HashMap::new();
        // An inherited name is that of another figure on purpose, and doubted already.
        let own_name = |row: &DraftRow| !row.doubts.contains(&Doubt::NameInherited);
        let named =
            rows.iter().enumerate().filter(|(_, row)| figure_of(row).is_some() && own_name(row));
        for (at, row) in named {
            let name = row.name.to_lowercase();
            let key = (name, row.parents.clone(), row.unit.clone(), row.period.clone());
            seen.entry(key).or_default().push(at);
        }
        for same in seen.into_values() {
            let differs = same.iter().any(|at| figure_of(&rows[*at]) != figure_of(&rows[same[0]]));
            same.iter().filter(|_| differs).for_each(|at| rows[*at].doubt(Doubt::SameName));
        }
    }
}

/// The value of a row, or the one that is planned.
fn figure_of(row: &DraftRow) -> Option<Decimal> {
    let planned = match row.target {
        Some(Target::Value(value)) => Some(value),
        _ => None,
    };
    row.actual.or(planned)
}

/// A name that is not known is sure next to a known one of the same sentence that is counted alike: the items of a
/// list confirm each other.
fn siblings(rows: &mut [DraftRow]) {
    let named = |row: &DraftRow| {
        !row.doubts.iter().any(|doubt| {
            matches!(
                doubt,
                Doubt::UnknownName | Doubt::NameLength | Doubt::NameBehind | Doubt::NameInherited
            )
        })
    };
    let alike = |left: &DraftRow, right: &DraftRow| {
        left.at == right.at
            && left.unit.is_some()
            && left.unit == right.unit
            && left.actual.is_some() == right.actual.is_some()
    };
    let mut known: Vec<bool> = rows.iter().map(named).collect();
    for at in 1..rows.len() {
        let row = &rows[at];
        let only_unknown = !row.doubts.is_empty()
            && row.doubts.iter().all(|doubt| {
                matches!(doubt, Doubt::UnknownName) || *doubt == Doubt::NameLength && row.evident
            })
            && (row.name.split_whitespace().count() > 1 || row.evident);
        if only_unknown && known[at - 1] && alike(&rows[at - 1], row) {
            rows[at].doubts.clear();
            known[at] = true;
        }
    }
}

/// A change in the average of some years is a note, or the value of an indicator that has nothing else.
fn average(row: &mut DraftRow) {
    let Some(average) = row.average.take() else { return };
    if row.says_something() {
        row.notes.push(average.words);
    } else {
        row.take_average(average);
    }
}

fn no_unit(row: &mut DraftRow) {
    let counted = row.count.is_some() || !row.ranks.is_empty();
    if row.actual.is_some() && row.unit.is_none() && row.scale.is_none() && !counted {
        row.doubt(Doubt::NoUnit);
    }
    // "Số bác sĩ trên vạn dân đạt 9,2": its name says what is counted.
    let named = || {
        let lower = row.name.lower_case();
        ["số ", "number of "].iter().any(|head| lower.starts_with(head))
            && row.name.split(' ').count() > 3
    };
    if row.doubts.contains(&Doubt::NoUnit) && named() && !row.doubts.contains(&Doubt::NameBehind) {
        row.doubts.retain(|doubt| *doubt != Doubt::NoUnit);
    }
}

/// Nothing but a percent of plan of what is named by a word or two: its value may be of another name.
fn only_percent(row: &mut DraftRow) {
    let alone = row.actual.is_none()
        && row.target.is_none()
        && row.changes.is_empty()
        && row.count.is_none();
    if alone && !row.percents.is_empty() && row.name.split_whitespace().count() < 3 {
        row.doubt(Doubt::Construction);
    }
}

/// "giảm từ 8,32% xuống còn 6,81%, tức giảm 1,51%": the difference of the values shows that points are meant.
fn percent_or_points(row: &mut DraftRow) {
    let (Some(actual), [earlier]) = (row.actual, &row.earlier[..]) else { return };
    let Actual::Figure(earlier) = earlier.value else { return };
    let points = |change: &Change| {
        change.unit == ChangeUnit::Percent && is_difference(actual, earlier, change.amount)
    };
    if !row.doubts.contains(&Doubt::PercentOrPoints) || !row.changes.iter().all(points) {
        return;
    }
    row.changes.iter_mut().for_each(|change| change.unit = ChangeUnit::Points);
    row.doubts.retain(|doubt| *doubt != Doubt::PercentOrPoints);
}

/// Whether the numbers of a row agree with each other, as far as they say the same: actual and target with the
/// percent of plan, a count with its ratio. `None` if nothing can be compared.
fn witness(row: &DraftRow) -> Option<bool> {
    let actual = row.actual?;
    if let Some(count) = row.count
        && row.unit.as_deref() == Some("%")
    {
        return Some(is_ratio(count.part, count.whole, actual));
    }
    let (Some(Target::Value(target)), Some(PercentOfPlan { percent, .. })) =
        (row.target, row.percents.first())
    else {
        return None;
    };
    Some(is_ratio(actual, target, *percent))
}

/// Whether a change is larger than what it is a change of.
fn change_too_large(row: &DraftRow) -> bool {
    let rate = row.unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
    row.changes.iter().any(|change| match change.unit {
        ChangeUnit::Percent => change.amount <= -Decimal::ONE_HUNDRED,
        ChangeUnit::Points => row
            .actual
            .is_some_and(|actual| !rate && !actual.is_sign_negative() && actual < change.amount),
        ChangeUnit::Places => false,
    })
}

/// Whether two changes in percent are against the same base: one of them is that of something else.
fn has_two_changes(row: &DraftRow) -> bool {
    const MOST: usize = 50;
    let percents = row.changes.iter().filter(|change| change.unit == ChangeUnit::Percent);
    let percents: Vec<&Change> = percents.take(MOST).collect();
    percents
        .iter()
        .enumerate()
        .any(|(at, change)| percents[..at].iter().any(|other| other.period == change.period))
}

/// Whether a name is nothing but that of a place, and nothing else says what is measured there.
fn is_only_place(row: &DraftRow) -> bool {
    let name = row.name.trim();
    // "xã Kim Bình".
    let kind = KINDS.iter().find_map(|kind| name.strip_prefix(&*kind.lower_case()));
    let name = kind.and_then(|rest| rest.strip_prefix(' ')).unwrap_or(name);
    let capitals = name.contains(' ') && capitalized(name) == name && !name.is_ascii();
    let labelled = row.parents.iter().any(|parent| !place::is_place(parent));
    (place::is_known(name) || is_country(name) || capitals && !is_office(name)) && !labelled
}

/// Shares of one sentence that sum to 100 settle each other's doubts.
fn shares(rows: &mut [DraftRow]) {
    let is_share = |row: &DraftRow| {
        row.unit.as_deref() == Some("%") && row.actual.is_some() && row.count.is_none()
    };
    for of_sentence in rows.chunk_by_mut(|left, right| left.at == right.at) {
        let mut shares: Vec<&mut DraftRow> =
            of_sentence.iter_mut().filter(|row| is_share(row)).collect();
        let mut parts = shares.iter().filter_map(|row| row.actual);
        let sum = parts.try_fold(Decimal::ZERO, Decimal::checked_add);
        let off = sum.and_then(|sum| sum.checked_sub(Decimal::ONE_HUNDRED));
        let most = Decimal::new(i64::try_from(shares.len()).unwrap_or(0), 1);
        if shares.len() > 2 && off.is_some_and(|off| off.abs() <= most) {
            for row in &mut shares {
                row.doubts.retain(|doubt| !matches!(doubt, Doubt::UnknownName | Doubt::NameLength));
            }
        }
    }
}
