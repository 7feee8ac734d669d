//! The units of rows without a cell for it: in brackets after the name, alone in the columns of values, that of a block
//! or of a row above.

use rust_decimal::Decimal;

use super::PlacedRows;
use super::blocks::Block;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::lexicon::block_heading::is_labelled;
use crate::lexicon::bracketed_unit;
use crate::lexicon::listed_units::of_row;
use crate::lexicon::markers::MarkedName;
use crate::lexicon::percentage::is_percentage;
use crate::lexicon::phrases::key;
use crate::lexicon::place::is_class;
use crate::lexicon::unit;
use crate::text::fold::fold;

/// The unit of a row.
pub(super) struct UnitOfRow {
    pub(super) unit: Option<String>,
    /// Whether it is that of a row above.
    pub(super) is_inherited: bool,
}

impl UnitOfRow {
    /// One that the row has by itself.
    pub(super) fn own(unit: Option<String>) -> Self {
        Self { unit, is_inherited: false }
    }
}

impl PlacedRows<'_, '_> {
    /// The unit that a row of a breakdown has from its item, in a table with a column of units: "Thành thị" below
    /// "Phân theo khu vực:".
    pub(super) fn unit_of_item(&self, name: &str) -> Option<String> {
        let item = self.item.as_ref().filter(|_| self.outline.is_of_breakdown())?;
        item.unit_of_part(name)
    }

    /// Removes a unit in brackets from the end of a name.
    pub(super) fn brackets(&mut self, row: &Row<'_>, marked: &mut MarkedName) -> Option<String> {
        if self.is_shared_by_percent(row, &marked.name) {
            return None;
        }
        // "GDP growth (annual %)" keeps its words.
        let says_percent =
            bracketed_unit::says_percent(&marked.name) || is_percentage(&marked.name);
        if says_percent && bracketed_unit::in_brackets(&marked.name).is_none() {
            return Some("%".to_owned());
        }
        let any = || bracketed_unit::in_last_brackets(&marked.name).filter(|_| self.units_in_names);
        let (name, unit) = bracketed_unit::in_brackets(&marked.name).or_else(any)?;
        // "Tỷ lệ phần trăm (%)" in a table with another unit.
        if bracketed_unit::is_explained(&name, &unit) && self.common_unit.is_some() {
            return None;
        }
        // "Thôn văn hóa (thôn)" says what is counted; "Thực hiện (%)", what the values are.
        if self.are_percentages() && !unit.contains('%') {
            return None;
        }
        self.is_labelled = is_labelled(&marked.name);
        marked.name = name;
        Some(unit)
    }

    /// Whether a name ends with the percentage by which an amount is shared, and not with its unit:
    /// "Thu phân chia theo tỷ lệ (%)" of 700 million. No value of the row may be a percentage.
    fn is_shared_by_percent(&self, row: &Row<'_>, name: &str) -> bool {
        let Some((bare, _)) = bracketed_unit::in_brackets(name).filter(|(_, unit)| unit == "%")
        else {
            return false;
        };
        let key = key(&bare);
        let is_shared = key.ends_with(" theo ty le") || key.ends_with(" theo ty le phan tram");
        let values = self.body.area.header.values().into_iter();
        let number = |at| self.body.reader.value(row, at).figure().map(|figure| figure.number);
        let mut numbers = values.filter_map(number).peekable();
        is_shared
            && numbers.peek().is_some()
            && numbers.all(|number| number.abs() > Decimal::ONE_HUNDRED)
    }

    /// Whether the headings of the plan and of the actual say that all values are percentages.
    fn are_percentages(&self) -> bool {
        let schema = self.body.schema();
        let is_percent = |at: usize| schema.columns[at].unit.as_deref() == Some("%");
        schema.main.columns.actual.is_some_and(is_percent)
            && schema.main.columns.plan.is_none_or(is_percent)
    }

    /// The unit of a row without a cell for it, in a `block`.
    pub(super) fn unit(
        &mut self,
        depth: usize,
        name: &str,
        parents: &[String],
        in_brackets: Option<String>,
        block: Option<&Block>,
    ) -> UnitOfRow {
        let mut whole = None;
        if self.body.schema().unit.is_none() {
            let above = self.last.as_ref().map(|(last, _)| last).filter(|last| last.depth < depth);
            if let Some(above) = above.filter(|_| self.last_in_brackets && self.group.is_none())
                && let Some(unit) = &above.outlined.unit
            {
                let name = &above.outlined.name;
                self.inherited_units.add(above.depth, name, unit, self.last_labelled);
            }
            whole = in_brackets.is_none().then(|| self.inherited_units.unit(depth, name)).flatten();
            self.last_in_brackets = in_brackets.is_some();
            self.last_labelled = self.is_labelled;
        }
        if let Some(unit) = in_brackets {
            self.unit_of_classes = Some(unit.clone());
            return UnitOfRow::own(Some(unit));
        }
        let whole = whole.or_else(|| self.unit_of_class(name));
        let is_inherited = whole.is_some();
        let listed = || of_row(&self.body.schema().units_above, name, parents).map(str::to_owned);
        let common = || match block {
            Some(block) => block.unit.clone(),
            None => listed().or_else(|| self.common_unit.clone()),
        };
        UnitOfRow { unit: whole.or_else(common), is_inherited }
    }

    /// The unit that a row of a class has from the last one with a unit in brackets, where no row
    /// has another: "Nữ" after "Lực lượng lao động (Nghìn người)".
    fn unit_of_class(&self, name: &str) -> Option<String> {
        let is_open = self.body.schema().unit.is_none() && self.common_unit.is_none();
        self.unit_of_classes.clone().filter(|_| is_open && is_class(name))
    }

    /// The unit that is alone in the columns of values next to the name of a group: "DIỆN TÍCH" and "Ha".
    pub(super) fn unit_over_values(&self, row: &Row<'_>) -> Option<String> {
        if self.body.schema().unit.is_some() {
            return None;
        }
        let mut filled = self.body.schema().values().filter(|column| !row.cell(*column).is_empty());
        let (Some(column), None) = (filled.next(), filled.next()) else { return None };
        let Cell::Text(text) = row.cell(column) else { return None };
        let named = self.body.schema().names.iter().any(|name| !row.cell(*name).is_empty());
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        if named && !digits { unit::only_unit(text) } else { None }
    }
}

/// Whether a row has another unit than the one above it, and neither is a share: "Xuất khẩu (triệu USD)" below "Nữ
/// (người)" is no part of the same whole.
pub(super) fn is_other_measure(own: Option<&str>, last: Option<&str>) -> bool {
    let is_amount = |unit: &&str| !unit.starts_with(['%', '‰']) && !unit::is_ditto(unit);
    let units = own.filter(is_amount).zip(last.filter(is_amount));
    units.is_some_and(|(own, last)| fold(own) != fold(last))
}
