//! Infers what each comparison column contains (ratio, change, difference) and which value it compares, by
//! the tests of sampled rows; the headings alone are too short to decide.

use super::comparison_kind::Meaning;
use super::comparison_owner::ComparisonOwner;
use super::comparison_pairs::ComparisonPairs;
use super::comparison_reading::{ComparisonColumn, ComparisonReading};
use super::comparison_sample::Samples;
use super::comparison_siblings::read_alike;
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::columns::value_columns::ValueColumns;
use crate::lexicon::role::Role;

/// Infers how each comparison column of a table is read.
pub(crate) fn decide_all(
    pairs: &ComparisonPairs<'_>,
    samples: &Samples,
    measures: &[ValueColumns],
) -> Vec<ComparisonReading> {
    let owner = ComparisonOwner { pairs, measures };
    let mut readings = Vec::new();
    for (at, sample) in pairs.comparing.iter().copied().zip(&samples.all) {
        let Role::Comparison(comparison) = pairs.header.columns[at].role else { continue };
        let mut reading = owner.decide(at, comparison, sample);
        if let ComparisonReading::Of { found, .. } = &mut reading {
            found.of = found.of.filter(|_| samples.are_partial);
        }
        readings.push(reading);
    }
    read_alike(&mut readings, pairs.header, samples);
    one_percent_each(&mut readings, measures.len());
    readings
}

/// Keeps one percentage of the plan in each group: the column with the most evidence. A difference is not a
/// percentage and may remain.
fn one_percent_each(readings: &mut [ComparisonReading], groups: usize) {
    let percent = |reading: &ComparisonReading| match reading {
        ComparisonReading::Of { group, found } if is_percent_of_plan(found) => {
            Some((*group, found.at, found.evidence))
        }
        _ => None,
    };
    for group in 0..groups {
        let own = readings.iter().filter_map(percent).filter(|(of, ..)| *of == group);
        // Of equal ones the first.
        let best = own.rev().max_by_key(|(.., evidence)| *evidence).map(|(_, at, _)| at);
        for reading in readings.iter_mut() {
            if let Some((of, at, _)) =
                percent(reading).filter(|(of, at, _)| *of == group && Some(*at) != best)
            {
                let why = Some(NoteReason::SecondPercent);
                *reading = ComparisonReading::Kept { at, why, group: of };
            }
        }
    }
}

fn is_percent_of_plan(column: &ComparisonColumn) -> bool {
    column.with_plan && column.meaning != Meaning::Difference
}
