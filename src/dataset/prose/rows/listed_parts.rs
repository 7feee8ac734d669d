//! Places that a list names behind what is counted there: "Ghi nhận 22 ca mắc. Hà Nội 12 ca, Hải Phòng 7 ca".

use rust_decimal::Decimal;

use super::draft_row::{Doubt, DraftRow};
use crate::lexicon::countries::is_country;
use crate::lexicon::place;

/// The fewest places of a list.
const FEWEST: usize = 2;

/// How many indicators before the whole are looked at.
const NEAR: usize = 50;

/// Gives rows that have nothing but the name of a place the indicator before them as their whole, if they are counted
/// alike and are not more than it.
pub(super) fn places_of_whole(rows: &mut [DraftRow]) {
    let mut start = 0;
    while start < rows.len() {
        let listed = |row: &DraftRow| is_listed_place(row) && is_alike(row, &rows[start]);
        let end = start + rows[start..].iter().take_while(|row| listed(row)).count();
        if end < start + FEWEST {
            start = end.max(start + 1);
            continue;
        }
        if let Some(head) = head_of_first(rows, start) {
            let (parents, doubts) =
                (rows[start - 1].parents.clone(), rows[start - 1].doubts.clone());
            for row in &mut rows[start..end] {
                row.name = format!("{head} {}", row.name);
                row.parents.clone_from(&parents);
                row.doubts.retain(|doubt| {
                    !matches!(doubt, Doubt::NameIsPlace | Doubt::UnknownName | Doubt::NameLength)
                });
                doubts.iter().for_each(|doubt| row.doubt(*doubt));
            }
        } else if let Some(whole) = whole_before(rows, start..end) {
            for row in &mut rows[start..end] {
                row.parents = vec![whole.clone()];
                row.doubts.retain(|doubt| {
                    !matches!(doubt, Doubt::NameIsPlace | Doubt::UnknownName | Doubt::PlaceOpen)
                });
            }
        }
        start = end;
    }
}

/// What is counted of the place before some others, "Khách" of "khách Hàn Quốc chiếm 41%, Trung
/// Quốc 27%": of each of them it is the same.
fn head_of_first(rows: &[DraftRow], start: usize) -> Option<String> {
    const LONGEST: usize = 4;
    const NOUN: usize = 3;
    let (first, next) = (rows.get(start.checked_sub(1)?)?, &rows[start]);
    let words: Vec<&str> = first.name.split(' ').collect();
    let places = (1..words.len()).filter(|at| words.len() - at <= LONGEST && *at <= NOUN);
    let at = places.into_iter().find(|at| is_known_place(&words[*at..].join(" ")))?;
    let alike = is_alike(next, first) && first.actual.is_some();
    let alike = alike && first.doubts.iter().all(|doubt| *doubt == Doubt::UnknownName);
    alike.then(|| words[..at].join(" "))
}

/// Whether a row has only the name of a place and its count.
fn is_listed_place(row: &DraftRow) -> bool {
    let bare = row.parents.is_empty() && row.changes.is_empty() && row.percents.is_empty();
    bare && row.actual.is_some()
        && row.doubts.contains(&Doubt::NameIsPlace)
        && is_known_place(&row.name)
}

/// Whether a name is that of a province, a country or a continent.
fn is_known_place(name: &str) -> bool {
    place::is_known(name) || is_country(name)
}

fn is_alike(row: &DraftRow, first: &DraftRow) -> bool {
    row.at == first.at && row.unit.is_some() && row.unit == first.unit && row.period == first.period
}

/// The name of the indicator before some rows that is counted alike: of their sentence, or the only one of the sentence
/// before it.
fn whole_before(rows: &[DraftRow], parts: std::ops::Range<usize>) -> Option<String> {
    let first = &rows[parts.start];
    let whole = rows.get(parts.start.checked_sub(1)?)?;
    let near =
        whole.at.paragraph == first.at.paragraph && whole.at.sentence + 1 >= first.at.sentence;
    // A sentence may have megabytes.
    let rivals =
        rows[..parts.start].iter().rev().skip(1).take(NEAR).take_while(|row| row.at == whole.at);
    let only = rivals.into_iter().all(|row| row.unit != first.unit);
    let values = rows[parts].iter().filter_map(|row| row.actual);
    let sum = values.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?;
    // "Châu Á là thị trường lớn nhất": no whole of the other continents.
    let unknown = whole.doubts.contains(&Doubt::UnknownName);
    let named = whole.parents.is_empty() && !is_known_place(&whole.name) && !unknown;
    let larger = whole.actual.is_some_and(|all| sum <= all) && whole.unit == first.unit;
    (near && only && named && larger).then(|| whole.name.clone())
}
