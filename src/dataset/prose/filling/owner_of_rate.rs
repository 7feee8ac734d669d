//! Whose a rate behind two counts of one act is: "khám phá 271 vụ, bắt 498 đối tượng, đạt tỷ lệ 86,86%".

use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::rows::rounded::is_ratio;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::lexicon::prose::UnitClass;

/// The most indicators that are looked at for what a count is a part of.
const NEAR: usize = 30;

/// Goes back to the count before the current one if a rate is that of it: the whole that makes it
/// so is in the paragraph. Where no whole decides, it is taken as the rate of the cases, which is
/// to be reviewed.
pub(super) fn turn_to_owner_of_rate(reader: &mut SentenceReader<'_, '_>, rate: &Quantity) {
    let Some(current) = reader.row.filter(|row| reader.own_rows().contains(row)) else { return };
    let before = current.checked_sub(1).filter(|row| reader.own_rows().contains(row));
    let Some(before) = before.filter(|before| !reader.is_apart(*before, current)) else { return };
    let rows = &reader.state.rows;
    if !is_bare_count(&rows[before]) || !is_bare_count(&rows[current]) {
        return;
    }
    let is_part = |part: usize| {
        let wholes = (reader.state.paragraph.start..part).rev().take(NEAR);
        let alike = wholes.filter(|whole| rows[*whole].unit == rows[part].unit);
        let mut values = alike.filter_map(|whole| rows[whole].actual.zip(rows[part].actual));
        values.any(|(whole, part)| part < whole && is_ratio(part, whole, rate.value))
    };
    match (is_part(before), is_part(current)) {
        (true, false) => reader.row = Some(before),
        (false, true) => {}
        _ => {
            if rows[before].unit.as_deref() == Some("vụ") {
                reader.row = Some(before);
            }
            if let Some(row) = reader.row.and_then(|row| reader.state.rows.get_mut(row)) {
                row.doubt(Doubt::OwnerOpen);
            }
        }
    }
}

/// Whether nothing but a count is known of an indicator.
fn is_bare_count(row: &DraftRow) -> bool {
    let counted = row.unit.as_deref().and_then(class_of) == Some(UnitClass::Count);
    let alone = row.changes.is_empty() && row.percents.is_empty() && row.notes.is_empty();
    row.actual.is_some() && row.count.is_none() && row.target.is_none() && counted && alone
}
