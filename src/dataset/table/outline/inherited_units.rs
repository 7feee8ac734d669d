//! Units that children inherit: a unit in brackets in the name of a parent, "Diện tích lúa (Nghìn ha)", is
//! also that of "Lúa đông xuân" below it.

use super::tree::BREAKDOWN;
use crate::lexicon::block_heading::{is_rate, measure};
use crate::lexicon::marker_order::Marker;
use crate::lexicon::place::is_whole;
use crate::text::fold::fold;

/// The possible parents of the current row, with their units.
#[derive(Debug, Default)]
pub(crate) struct InheritedUnits(Vec<OpenWhole>);

#[derive(Debug)]
struct OpenWhole {
    depth: usize,
    measure: Option<&'static str>,
    unit: String,
    /// Whether it is called the unit, so that it is that of whatever the parts measure: "CHĂN NUÔI (ĐVT: con)".
    is_labelled: bool,
}

impl InheritedUnits {
    /// Adds a row with a unit of its own.
    pub(crate) fn add(&mut self, depth: usize, name: &str, unit: &str, is_labelled: bool) {
        self.close(depth);
        let unit = unit.to_owned();
        self.0.push(OpenWhole { depth, measure: measure(name), unit, is_labelled });
    }

    /// The unit that a row without one inherits.
    pub(crate) fn unit(&mut self, depth: usize, name: &str) -> Option<String> {
        self.close(depth);
        let whole = self.0.last()?;
        let of = measure(name);
        // "Số công trình khởi công" names the unit of "ĐẦU TƯ (công trình)".
        let names_unit = || fold(name).contains(&fold(&whole.unit));
        let is_labelled = whole.is_labelled && !is_rate(name);
        let is_measured = of.is_none() || of == whole.measure || names_unit();
        (is_measured || is_labelled || is_whole(name)).then(|| whole.unit.clone())
    }

    fn close(&mut self, depth: usize) {
        while self.0.last().is_some_and(|whole| whole.depth >= depth) {
            self.0.pop();
        }
    }
}

/// The unit of the last numbered row, which the rows of its breakdowns share.
#[derive(Debug, Default)]
pub(crate) struct ItemUnit {
    name: String,
    unit: Option<String>,
}

impl ItemUnit {
    /// Takes the unit of a numbered row; any other row that is not below a number ends it.
    pub(crate) fn follow(
        item: &mut Option<Self>,
        marker: Marker,
        name: &str,
        unit: &Option<String>,
        has_values: bool,
    ) {
        match marker {
            BREAKDOWN => {}
            Marker::Number(_) => {
                if !has_values {
                    *item = None;
                    return;
                }
                // The memory of the last one is used again.
                let own = item.get_or_insert_default();
                name.clone_into(&mut own.name);
                own.unit.clone_from(unit);
            }
            marker if marker < Marker::Number(0) => *item = None,
            _ => {}
        }
    }

    /// The unit that a part of it has, unless it measures something else.
    pub(crate) fn unit_of_part(&self, name: &str) -> Option<String> {
        let own = measure(name);
        self.unit.clone().filter(|_| own.is_none() || own == measure(&self.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_inherit_the_unit_unless_they_measure_something_else() {
        let mut units = InheritedUnits::default();
        units.add(1, "Diện tích gieo trồng", "Nghìn ha", false);
        assert_eq!(units.unit(2, "Lúa cả năm").as_deref(), Some("Nghìn ha"));
        assert_eq!(units.unit(3, "Diện tích lúa đông xuân").as_deref(), Some("Nghìn ha"));
        assert_eq!(units.unit(3, "Tỷ trọng lúa đông xuân"), None);
        assert_eq!(units.unit(2, "Tổng số").as_deref(), Some("Nghìn ha"));
        assert_eq!(units.unit(1, "Đàn trâu"), None, "it is a sibling");
        units.add(0, "CHĂN NUÔI", "con", true);
        assert_eq!(units.unit(1, "Số lượng đàn trâu").as_deref(), Some("con"));
        assert_eq!(units.unit(1, "Tỷ lệ tiêm phòng"), None);
    }
}
