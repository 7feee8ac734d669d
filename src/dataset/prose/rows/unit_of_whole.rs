//! The unit of parts that are given without one, where they add up to their whole: "kỷ luật 11 đảng
//! viên: khiển trách 8, cảnh cáo 2, khai trừ 1".

use rust_decimal::Decimal;

use super::draft_row::{Doubt, DraftRow};

/// Gives parts without a unit that of the indicator before them, if their sum is its value.
pub(super) fn units_of_parts(rows: &mut [DraftRow]) {
    let bare = |row: &DraftRow| {
        row.unit.is_none() && row.actual.is_some() && row.doubts.contains(&Doubt::NoUnit)
    };
    let mut at = 1;
    while at < rows.len() {
        let whole = at - 1;
        let of_sentence = |row: &DraftRow| row.at == rows[whole].at;
        let many = rows[at..].iter().take_while(|row| bare(row) && of_sentence(row)).count();
        if many > 1 && adds_up(&rows[whole], &rows[at..at + many]) {
            let (unit, name) = (rows[whole].unit.clone(), rows[whole].name.clone());
            for part in &mut rows[at..at + many] {
                part.unit.clone_from(&unit);
                if part.parents.is_empty() {
                    part.parents.push(name.clone());
                }
                part.doubts.retain(|doubt| !matches!(doubt, Doubt::NoUnit | Doubt::UnknownName));
            }
        }
        at += many.max(1);
    }
}

fn adds_up(whole: &DraftRow, parts: &[DraftRow]) -> bool {
    let mut values = parts.iter().filter_map(|part| part.actual);
    let sum = values.try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one));
    whole.unit.is_some() && whole.actual.is_some() && sum == whole.actual
}
