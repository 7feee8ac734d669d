//! Finds rows without a parent that have the name and unit of an earlier one and another figure: "Công lập" below "Số
//! trường học", and again below "Số lớp học", where nothing says that it is a part of these.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rust_decimal::Decimal;

use super::duplicate_names::NamedRow;
use crate::model::Indicator;

/// The most rows that are compared: those of a table that someone reads.
const MOST_ROWS: usize = 20_000;

/// The figures of the rows so far, by table, slice, section and name.
#[derive(Debug, Default)]
pub(crate) struct RepeatedRows {
    figures: HashMap<(u32, u64), Decimal, FixedState>,
}

impl RepeatedRows {
    /// Adds a row of a table. Returns whether an earlier one is named so and has another figure.
    pub(crate) fn add(&mut self, table: u32, named: NamedRow, indicator: &Indicator) -> bool {
        let Some(figure) = indicator.figure().filter(|_| indicator.parents.is_empty()) else {
            return false;
        };
        if self.figures.len() >= MOST_ROWS {
            return false;
        }
        let first = self.figures.entry((table, named.hash().whole())).or_insert(figure);
        *first != figure
    }
}

#[cfg(test)]
mod tests {
    use super::super::duplicate_names::RowKey;
    use super::super::known_names::KnownUnits;
    use super::*;
    use crate::model::Actual;

    #[test]
    fn a_name_with_another_figure_is_repeated() {
        let mut rows = RepeatedRows::default();
        let mut add = |table, name: &str, figure: i64| {
            let mut own = Indicator::named("x", name);
            own.actual = Some(Actual::Figure(Decimal::from(figure)));
            let key = RowKey::of(&own, name, &mut KnownUnits::default());
            rows.add(table, NamedRow { slice: 0, section: 1, key }, &own)
        };
        assert!(!add(1, "Công lập", 120));
        assert!(!add(1, "Công lập", 120));
        assert!(add(1, "Công lập", 1151));
        assert!(!add(1, "Ngoài công lập", 1151));
        assert!(!add(2, "Công lập", 1151), "it is in another table");
    }
}
