//! Numbers that groups share with what they hold: "5 Trường học", with nothing beside it, over
//! "5 Tỷ lệ trường …", or a numbering that begins with 1 again in every group.

use super::body::Body;
use super::row::Item;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::rank::Marker;

/// How many rows tell whether the numbering begins again.
const LOOKED_AT: usize = 200;

/// The group that shares its numbers with the current row.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct RestartedNumbering {
    /// Whether the numbering begins again in every group.
    restarts: bool,
    /// How many parts the number of the open group has.
    group: Option<u8>,
    /// The number that stands again.
    number: String,
}

impl RestartedNumbering {
    pub(in crate::dataset::table) fn of(table: &Body<'_>) -> Self {
        let Some(mark) = table.columns.mark else { return Self::default() };
        let (mut group, mut restarts) = (false, false);
        for row in table.sheet.range(table.rows.start..table.end).take(LOOKED_AT) {
            let number = row.cell(mark).shown().trim_end_matches('.').parse::<u16>();
            let empty = table.is_empty_group(&row);
            restarts |= group && !empty && number == Ok(1);
            group = empty && number.is_ok_and(|number| number > 1);
        }
        Self { restarts, ..Self::default() }
    }

    /// How a row ranks, given the one before it: a number of a group that is open ranks below it.
    pub(in crate::dataset::table) fn rank(
        &mut self,
        (table, row): (&Body<'_>, &Row<'_>),
        (mark, cell): (Marker, &str),
        last: Option<&Item>,
    ) -> Marker {
        let Marker::Number(parts) = mark else {
            self.group = self.group.filter(|_| mark > Marker::Capitals);
            return mark;
        };
        if let Some(of) = self.group {
            let goes_on = match self.restarts {
                true => of < parts || of == parts && !table.is_empty_group(row),
                false => self.number == cell,
            };
            self.group = self.group.filter(|_| goes_on);
            if goes_on {
                return Marker::Number(parts.saturating_add(1));
            }
        }
        let begins = |last: &&Item| {
            let empty = !last.has_values && !last.has_unit && last.mark == mark && !cell.is_empty();
            let above = || table.sheet.row(last.row);
            empty
                && (self.restarts && cell.trim_end_matches('.') == "1"
                    || table.mark_and_name(&above()).0 == cell)
        };
        if last.filter(begins).is_none() || table.is_empty_group(row) {
            return mark;
        }
        self.group = Some(parts);
        cell.clone_into(&mut self.number);
        Marker::Number(parts.saturating_add(1))
    }
}

impl Body<'_> {
    /// Whether a row has nothing beside its name.
    fn is_empty_group(&self, row: &Row<'_>) -> bool {
        !self.has_values(row) && self.columns.unit.is_none_or(|unit| row.cell(unit).is_empty())
    }
}
