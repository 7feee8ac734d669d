//! One reading for the comparisons of one heading: "Tháng 11 so với (%)" over "Tháng 10" and "Cùng
//! kỳ" has either ratios in both columns or changes in both.
//!
//! A column whose numbers are far from 100 by chance (48.2 and 162.4) would else be read as changes next to ratios.

use super::comparison_kind::Meaning;
use super::comparison_reading::ComparisonReading;
use super::comparison_sample::{Sample, Samples};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::{Comparison, is_in_points};
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// A comparison with an earlier period, in percent, whose heading leaves open whether it is a ratio or a change.
struct Sibling<'s> {
    /// The index of its reading.
    reading: usize,
    /// The index of the group of its actual, and the words of what is compared, without the base.
    family: (usize, String),
    meaning: Meaning,
    is_supported: bool,
    names_base: bool,
    sample: &'s Sample,
}

/// Reads the columns without support like their siblings: those that rows support, or else as the
/// numbers of all of them together show.
pub(super) fn read_alike(readings: &mut [ComparisonReading], header: &Header, samples: &Samples) {
    let siblings: Vec<Sibling<'_>> = readings
        .iter()
        .zip(&samples.all)
        .enumerate()
        .filter_map(|(at, (reading, sample))| sibling(header, at, reading, sample))
        .collect();
    for own in siblings.iter().filter(|own| !own.is_supported) {
        let family: Vec<&Sibling<'_>> =
            siblings.iter().filter(|other| other.family == own.family).collect();
        if family.len() < 2 {
            continue;
        }
        let supported = family.iter().filter(|other| other.is_supported);
        let mut known: Vec<Meaning> = supported.map(|other| other.meaning).collect();
        known.dedup();
        let meaning = match known.as_slice() {
            [] => Sample::size_of_all(family.iter().map(|other| other.sample)),
            [meaning] => *meaning,
            _ => continue,
        };
        let Some(ComparisonReading::Of { found, .. }) = readings.get_mut(own.reading) else {
            continue;
        };
        if own.sample.may_be(meaning) {
            found.meaning = meaning;
            found.is_stated |= !known.is_empty() && found.tested == 0 && own.names_base;
        } else {
            // Unlike the others, it has to be reported.
            found.is_stated &= found.meaning == meaning;
        }
    }
}

fn sibling<'s>(
    header: &Header,
    at: usize,
    reading: &ComparisonReading,
    sample: &'s Sample,
) -> Option<Sibling<'s>> {
    let ComparisonReading::Of { group, found } = reading else { return None };
    let column = &header.columns[found.at];
    let sides = ComparisonSides::of(&column.heading);
    let is_open = column.role == Role::Comparison(Comparison::Previous)
        && !sides.is_index
        && !is_in_points(&key(&column.heading));
    let in_percent = matches!(found.meaning, Meaning::Ratio | Meaning::Growth);
    (is_open && in_percent && !found.with_plan).then(|| Sibling {
        reading: at,
        family: (*group, key(&sides.value)),
        meaning: found.meaning,
        is_supported: found.evidence > 0,
        names_base: sides.period().is_some(),
        sample,
    })
}
