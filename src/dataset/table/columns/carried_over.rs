//! Splits off the capital that was carried over from the year before: "Kế hoạch vốn năm 2024 | Giải ngân | Vốn năm 2023
//! kéo dài | Giải ngân vốn kéo dài" are two measures, each with its own plan and result.

use super::measure_groups::{MeasureColumns, MeasureGroup, MeasureUnit, Measures};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::capital_stage::is_carried_over;
use crate::lexicon::comparison_sides::without_unit;
use crate::text::one_line::one_line;

/// The capital of the year and that of the year before; `None` unless each has a plan and a result.
pub(super) fn carried_over(header: &Header) -> Option<Measures> {
    let is_carried = |at: &usize| is_carried_over(&header.columns[*at].heading);
    let (carried, own): (Vec<usize>, Vec<usize>) =
        header.values().into_iter().partition(is_carried);
    let is_whole = |columns: &[usize]| {
        let has = |wanted: fn(&usize, &Header) -> bool| columns.iter().any(|at| wanted(at, header));
        has(|at, header| header.columns[*at].is_plan())
            && has(|at, header| header.columns[*at].is_actual())
    };
    if !is_whole(&carried) || !is_whole(&own) {
        return None;
    }
    let plan = carried.iter().find(|at| header.columns[**at].is_plan());
    let level =
        |at: &usize| header.columns[*at].heading.split(" · ").find(|of| is_carried_over(of));
    let name = plan.and_then(level).map(|level| one_line(&without_unit(level)));
    let measure = |name: String, columns: Vec<usize>| {
        let unit = columns.iter().find_map(|at| header.columns[*at].unit.clone());
        let unit = unit.map_or(MeasureUnit::OfRow, MeasureUnit::Named);
        MeasureColumns { measure: MeasureGroup { name, unit }, columns }
    };
    let all = vec![measure(String::new(), own), measure(name.unwrap_or_default(), carried)];
    Some(Measures { all })
}
