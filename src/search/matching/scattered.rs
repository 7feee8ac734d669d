//! Words of a query that mean something only together, but are apart: in a name, or in a name and its section.

use std::ops::Range;

use super::align::{Alignment, WordHit};
use super::unit_section;

/// Whether the words found in the section are there by chance: they are not a part of its name, or the words found in
/// the name say nothing without them.
pub(super) fn is_over_section(alignment: &Alignment<'_>) -> bool {
    let in_section = unit_section::found_in_section(&alignment.aligner, &alignment.in_context);
    if in_section.is_empty() {
        return false;
    }
    let is_split = |phrase: &Range<usize>| {
        let is_in_name = |found: &WordHit| phrase.contains(&found.typed);
        let in_name = alignment.found.iter().filter(|found| is_in_name(found)).count();
        let is_in_section = in_section.iter().any(|typed| phrase.contains(typed));
        is_in_section && in_name > 0 && (phrase.len() == 2 || in_name == alignment.found.len())
    };
    !unit_section::is_part_of_section(&alignment.aligner, &in_section)
        || is_count_alone(alignment)
        || alignment.query.phrases.iter().any(is_split)
}

/// Whether nothing was found in the name but the word that begins most names: "ngân hàng số" is no number of machines.
fn is_count_alone(alignment: &Alignment<'_>) -> bool {
    alignment
        .found
        .iter()
        .all(|found| alignment.query.words[found.typed].as_typed().folded() == COUNT)
}

/// "Số", which begins the names of all things that are counted.
const COUNT: &str = "so";

/// Whether the two words of a pair that means something only together were typed with their accents and are apart in
/// the name.
pub(super) fn is_in_name(alignment: &Alignment<'_>) -> bool {
    let place = |typed: usize| alignment.found.iter().find(|found| found.typed == typed);
    let is_apart = |pair: &Range<usize>| {
        let words = pair.clone().map(|typed| alignment.query.words[typed].as_typed());
        let is_accented = words.into_iter().any(|word| word.has_accents());
        let places = place(pair.start).zip(place(pair.end - 1));
        places.is_some_and(|(a, b)| is_accented && a.first.abs_diff(b.first) > 1)
    };
    let mut pairs = alignment.query.phrases.iter().filter(|phrase| phrase.len() == 2);
    pairs.any(is_apart)
}
