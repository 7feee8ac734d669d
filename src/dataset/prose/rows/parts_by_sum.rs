//! Parts that only their sum shows: "5.426 tỷ đồng; trong đó, nông nghiệp 1.214 tỷ đồng; công nghiệp 2.687 tỷ đồng; …",
//! "92 em đạt giải (6 giải nhất, 26 giải nhì, 60 giải ba)".

use std::ops::Range;

use rust_decimal::Decimal;

use super::draft_row::{Doubt, DraftRow};

/// The fewest parts of a whole.
const FEWEST: usize = 2;

/// The most parts that are looked at.
const MOST: usize = 20;

/// Gives rows that add up to the row right before them that row as their parent, if the text says
/// of the first of them that it is a part, or lists all of them in a bracket.
pub(super) fn parts_by_sum(rows: &mut [DraftRow]) {
    for whole in 0..rows.len() {
        let Some(parts) = parts_of(rows, whole) else { continue };
        let name = rows[whole].name.clone();
        let above = rows[whole].parents.clone();
        for part in &mut rows[parts] {
            // "trong đó đưa 1.300 lao động ra nước ngoài (Nhật Bản 800 người, …)": of those, and not of all.
            if part.parents.last() != Some(&name) {
                let bare = part.parents.is_empty();
                part.parents = if bare { Vec::new() } else { above.clone() };
                part.parents.push(name.clone());
            }
            // The whole says what is counted there.
            part.doubts.retain(|doubt| *doubt != Doubt::NameIsPlace);
        }
    }
}

/// The rows right behind one that add up to it.
fn parts_of(rows: &[DraftRow], whole: usize) -> Option<Range<usize>> {
    let (row, first) = (rows.get(whole)?, rows.get(whole + 1)?);
    let all = row.actual.filter(|_| row.unit.is_some())?;
    let of_sentence =
        |other: &DraftRow| other.at == row.at && other.unit.is_some() && other.unit == first.unit;
    let said = first.parents.last() == Some(&row.name) && first.unit == row.unit;
    let in_bracket = |part: &DraftRow| part.whole == Some(whole);
    let begins = said || in_bracket(first);
    let fits = |part: &&DraftRow| {
        let alone = part.parents.is_empty() || part.parents.last() == Some(&row.name);
        of_sentence(part) && (alone && said || in_bracket(part))
    };
    let behind = rows.iter().skip(whole + 1).take(MOST).take_while(fits);
    let mut sum = Decimal::ZERO;
    for (many, part) in (1..).zip(behind.filter(|_| begins)) {
        sum = sum.checked_add(part.actual?)?;
        if sum == all && many >= FEWEST {
            return Some(whole + 1..whole + 1 + many);
        }
    }
    None
}
