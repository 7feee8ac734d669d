//! Splits the value columns of a table by measure: "Lượng (nghìn tấn)" and "Trị giá (triệu USD)" of the same
//! goods. Each measure has a unit, which distinguishes its indicator from the others of the row.

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::role::Role;
use crate::lexicon::unit::ListedUnit;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The largest number of measures.
const MOST: usize = 12;

/// One of several measures in a row: "Lượng (nghìn tấn)" next to "Trị giá (triệu USD)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset::table) struct MeasureGroup {
    /// The name in the headings.
    pub(in crate::dataset::table) name: String,
    pub(in crate::dataset::table) unit: String,
}

/// The measures of a table, each with its columns of plans and actuals.
pub(in crate::dataset::table) struct Measures {
    pub(in crate::dataset::table) all: Vec<(MeasureGroup, Vec<usize>)>,
}

impl Measures {
    /// The measures of a table; `None` if there is only one, or if not every column has a unit, so that the
    /// measures cannot be distinguished.
    pub(in crate::dataset::table) fn of(header: &Header, units: &[ListedUnit]) -> Option<Self> {
        if header.column(&Role::Unit).is_some() {
            return None;
        }
        let mut all: Vec<(Vec<String>, Option<String>, Vec<usize>)> = Vec::new();
        for column in header.values() {
            let HeaderColumn { heading, unit, .. } = &header.columns[column];
            let (unit, words) = (unit.clone(), measure(heading));
            let folded = |unit: &Option<String>| unit.as_deref().map(fold);
            let known = all
                .iter_mut()
                .find(|(known, of, _)| folded(of) == folded(&unit) && is_same(known, &words));
            match known {
                Some((known, _, columns)) => {
                    if known.is_empty() {
                        *known = words;
                    }
                    columns.push(column);
                }
                None => all.push((words, unit, vec![column])),
            }
        }
        // "Nghìn tấn, triệu USD" above the table lists the units in the order of the measures; "Trị giá: triệu
        // USD" names its own.
        if all.len() == units.len() && all.iter().all(|(_, unit, _)| unit.is_none()) {
            for (at, (words, unit, _)) in all.iter_mut().enumerate() {
                let is_own = |listed: &&ListedUnit| {
                    listed.measure.as_deref().is_some_and(|own| is_same(&measure(own), words))
                };
                let ordered = units.get(at).filter(|listed| listed.measure.is_none());
                let listed = units.iter().find(is_own).or(ordered);
                *unit = listed.map(|listed| listed.unit.clone());
            }
        }
        let all: Option<Vec<_>> =
            all.into_iter().map(|(words, unit, columns)| Some((words, unit?, columns))).collect();
        let all = all?;
        let unit = |at: usize| all.get(at).map(|(_, unit, _)| fold(unit));
        let several = (1..all.len()).any(|at| unit(at) != unit(0));
        // Every heading must name its measure: "Thực hiện (tấn)" and "Thực hiện (%)" are one measure.
        let said = all.iter().all(|(words, ..)| !words.is_empty());
        if !several || !said || all.len() > MOST {
            return None;
        }
        let all = all.into_iter().map(|(_, unit, columns)| {
            let name = columns.first().map(|column| name(&header.columns[*column].heading));
            (MeasureGroup { name: name.unwrap_or_default(), unit }, columns)
        });
        Some(Self { all: all.collect() })
    }

    /// The index of the measure that a column belongs to.
    pub(in crate::dataset::table) fn of_column(&self, column: usize) -> Option<usize> {
        self.all.iter().position(|(_, columns)| columns.contains(&column))
    }
}

/// The name of a measure: the levels of the heading that name it, without their units.
fn name(heading: &str) -> String {
    let levels = heading.split(" · ").filter(|level| !measure(level).is_empty());
    let names: Vec<String> = levels.map(|level| one_line(&without_unit(level))).collect();
    names.join(" · ")
}
