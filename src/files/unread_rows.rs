//! Finds the indicators with a cell that could not be read as written. The reader keeps the text of such a cell as
//! words, or in the note under its heading, and reports it: an indicator has the cell if it has that text.

use std::collections::BTreeSet;

use crate::dataset::{CellProblem, Diagnostic, Opened, Problem, Severity};
use crate::model::{Actual, Indicator, Plan};

/// What was reported of a cell: its heading and its text.
type UnreadCell = (String, String);

/// The positions of such indicators: the dataset, and the indicator in it.
pub(crate) fn find(opened: &Opened) -> Vec<(usize, usize)> {
    let errors = opened.findings.iter().filter(|one| one.rule().severity() == Severity::Error);
    let cells: BTreeSet<UnreadCell> = errors.filter_map(cell).collect();
    let mut rows = Vec::new();
    if cells.is_empty() {
        return rows;
    }
    for (at, dataset) in opened.datasets.iter().enumerate() {
        let mut local = 0;
        dataset.indicators.each(0..dataset.indicators.len(), |indicator| {
            if cells.iter().any(|cell| has(indicator, cell)) {
                rows.push((at, local));
            }
            local += 1;
        });
    }
    rows
}

fn cell(error: &Diagnostic) -> Option<UnreadCell> {
    if let Problem::Cell(CellProblem::ShiftedRow { text, .. }) = &error.problem {
        return Some((String::new(), text.clone()));
    }
    let location = &error.location;
    let excerpt = location.excerpt.as_ref()?;
    let text: String = excerpt.text.chars().skip(excerpt.start).take(excerpt.length).collect();
    let text = text.trim().trim_matches('"').to_owned();
    (!location.path.is_empty() && !text.is_empty()).then(|| (location.path.clone(), text))
}

fn has(indicator: &Indicator, (heading, text): &UnreadCell) -> bool {
    let is_actual = matches!(&indicator.actual, Some(Actual::Words(words)) if words == text);
    let planned = indicator.plan.as_ref().and_then(Plan::words);
    let noted = indicator.note.as_deref().unwrap_or_default();
    let is_noted = || noted.split("; ").any(|part| part == format!("{heading}: {text}"));
    is_actual || planned == Some(text) || is_noted()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;

    #[test]
    fn an_indicator_has_the_cell_that_was_reported() {
        let table = "Chỉ tiêu,ĐVT,KH 2024,TH 2024\nDiện tích lúa,ha,1200,1250\n\
                     Sản lượng ngô,tấn,900,8x7\nTổng đàn,con,10,9\n";
        let opened = dataset::read("bieu.csv", table.as_bytes(), None).unwrap();
        assert_eq!(find(&opened), [(0, 1)]);
        let quoted = table.replace("8x7", "\"8x7\"");
        let opened = dataset::read("bieu.csv", quoted.as_bytes(), None).unwrap();
        assert_eq!(find(&opened), [(0, 1)]);
        let opened =
            dataset::read("bieu.csv", table.replace("8x7", "87").as_bytes(), None).unwrap();
        assert_eq!(find(&opened), []);
    }
}
