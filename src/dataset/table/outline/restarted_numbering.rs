//! Numbers that a group shares with its children: "5 Trường học" without values over "5 Tỷ lệ trường …", or a
//! numbering that restarts at 1 in every group.

use super::body::Body;
use super::row::PlacedRow;
use super::row_at::RowAt;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::marker_order::Marker;
use crate::text::fold::fold;

/// The state of the current group.
#[derive(Debug, Default)]
pub(crate) struct RestartedNumbering {
    /// Whether the numbering restarts in every group.
    restarts: bool,
    /// The number of parts in the number of the current group: 2 for "1.1".
    group: Option<u8>,
    /// The number that group and child share.
    number: String,
}

impl RestartedNumbering {
    pub(crate) fn of(body: &Body<'_>) -> Self {
        let Some(marker) = body.schema().marker else { return Self::default() };
        let (mut group, mut restarts) = (false, false);
        for row in body.sampled_rows() {
            let number = row.cell(marker).shown().trim_end_matches('.').parse::<u16>();
            let empty = is_empty_group(body, &row);
            restarts |= group && !empty && number == Ok(1);
            group = empty && number.is_ok_and(|number| number > 1);
        }
        Self { restarts, ..Self::default() }
    }

    /// The rank of a row, given the row before it: a number that restarts in a group is below the group.
    pub(super) fn rank(
        &mut self,
        own: RowAt<'_>,
        marker: Marker,
        cell: &str,
        last: Option<&PlacedRow>,
    ) -> Marker {
        let Marker::Number(parts) = marker else {
            self.group = self.group.filter(|_| marker > Marker::Capitals);
            return marker;
        };
        if let Some(of) = self.group {
            let continues = match self.restarts {
                true => of < parts || of == parts && !is_empty_group(own.body, own.row),
                false => self.number == cell,
            };
            self.group = self.group.filter(|_| continues);
            if continues {
                return Marker::Number(parts.saturating_add(1));
            }
        }
        let begins = |last: &&PlacedRow| {
            let empty =
                !last.has_values && !last.has_unit && last.marker == marker && !cell.is_empty();
            let above = || own.body.sheet().row(last.row);
            empty
                && (self.restarts && cell.trim_end_matches('.') == "1"
                    || own.body.reader.marker_and_name(&above()).marker == cell)
        };
        let Some(last) = last.filter(begins) else { return marker };
        let is_alone = || !self.restarts && is_alone(own, cell, &last.outlined.name);
        if is_empty_group(own.body, own.row) || is_alone() {
            return marker;
        }
        self.group = Some(parts);
        cell.clone_into(&mut self.number);
        Marker::Number(parts.saturating_add(1))
    }
}

/// Whether a row has neither values nor a unit.
fn is_empty_group(body: &Body<'_>, row: &Row<'_>) -> bool {
    !body.has_values(row) && body.schema().unit.is_none_or(|unit| row.cell(unit).is_empty())
}

/// Whether a row is the only one with its number below an empty one, and is about something else:
/// two rows were numbered alike, and the first has no figures yet.
fn is_alone(RowAt { body, at, row }: RowAt<'_>, cell: &str, group: &str) -> bool {
    let name = |row: &Row<'_>| fold(&body.reader.marker_and_name(row).name);
    let next = body.sheet().get(at + 1);
    let continues = next.is_some_and(|next| body.reader.marker_and_name(&next).marker == cell);
    let (own, group) = (name(row), fold(group));
    let shares = |word: &str| own.split_whitespace().any(|own| own == word);
    // "Số" and "Tỷ lệ" are in all names.
    let words = group.split_whitespace().filter(|word| word.len() > 2);
    !continues && !words.into_iter().any(shares)
}
