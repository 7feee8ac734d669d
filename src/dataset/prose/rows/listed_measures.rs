//! Figures listed behind a count of measures: "11/16 khoản thu đạt dự toán. Cụ thể: lệ phí trước bạ 120 tỷ đồng".

use super::draft_row::DraftRow;
use crate::lexicon::prose_words::LISTED_MEASURES;

/// How many indicators behind a count are looked at.
const NEAR: usize = 50;

/// Takes a count of measures, some of all, away from the parents of what is listed behind it: it is
/// no whole of amounts.
pub(super) fn free_listed_measures(rows: &mut [DraftRow]) {
    let mut at = 0;
    while at < rows.len() {
        let whole = &rows[at];
        let counted = whole.count.is_some()
            && whole.unit.as_deref().is_some_and(|unit| LISTED_MEASURES.contains(unit));
        let (name, unit) = (whole.name.clone(), whole.unit.clone());
        at += 1;
        if !counted {
            continue;
        }
        let listed = |row: &&mut DraftRow| row.parents.first() == Some(&name);
        for row in rows[at..].iter_mut().take(NEAR).filter(listed).filter(|row| row.unit != unit) {
            row.parents.remove(0);
        }
    }
}
