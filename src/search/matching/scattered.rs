//! Words of a query that mean something only together, but are apart: in a name, or in a name and its section.

use std::ops::Range;

use super::align::{Alignment, WordHit};
use super::unit_section;
use crate::lexicon::joint_words;

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
        || are_words_of_names(alignment, &in_section)
        || is_count_alone(alignment)
        || !reads_on(alignment, &in_section) && alignment.query.phrases.iter().any(is_split)
}

/// Whether the words found in the section are its last ones, and the name goes on with the next
/// ones: the part "Tiểu học" of "Số giáo viên".
fn reads_on(alignment: &Alignment<'_>, in_section: &[usize]) -> bool {
    let next = in_section.iter().max().map(|last| last + 1);
    let begins = |found: &WordHit| found.first == 0 && Some(found.typed) == next;
    alignment.found.iter().any(begins) && unit_section::ends_section(&alignment.aligner, in_section)
}

/// Whether words found in the section are a part of its name that other names have themselves: they probably mean
/// those, except next to a whole name or the start of one, or if they are surely the section.
fn are_words_of_names(alignment: &Alignment<'_>, in_section: &[usize]) -> bool {
    let is_in_names =
        |typed: &usize| alignment.index.count(alignment.matches.equal(*typed).iter().copied()) > 0;
    let is_start = alignment.is_run() && alignment.first() <= MOST_BEFORE;
    !is_start
        && !alignment.is_whole_name()
        && !alignment.is_whole_in_any_order()
        && !unit_section::are_whole_parts(&alignment.aligner, in_section)
        && !unit_section::are_known_part(&alignment.aligner, in_section)
        && in_section.iter().all(is_in_names)
}

/// The most words before the start of what a name is about: "Tỷ lệ …".
pub(super) const MOST_BEFORE: usize = 2;

/// Whether nothing was found in the name but the word that begins most names: "ngân hàng số" is no number of machines.
fn is_count_alone(alignment: &Alignment<'_>) -> bool {
    alignment
        .found
        .iter()
        .all(|found| alignment.query.words[found.typed].as_typed().folded() == COUNT)
}

/// "Số", which begins the names of all things that are counted.
const COUNT: &str = "so";

/// Whether the two words of a pair that means something only together are apart in the name, and were typed with their
/// accents, or the name has another such pair with the second word: "xuất nhập khẩu" is neither "xuat khau" nor "nhập
/// khẩu".
pub(super) fn is_in_name(alignment: &Alignment<'_>) -> bool {
    let place = |typed: usize| alignment.found.iter().find(|found| found.typed == typed);
    let is_apart = |pair: &Range<usize>| {
        let words = pair.clone().map(|typed| alignment.query.words[typed].as_typed());
        let is_accented = words.into_iter().any(|word| word.has_accents());
        let Some((a, b)) = place(pair.start).zip(place(pair.end - 1)) else { return false };
        let (between, before) = (b.first.checked_sub(1), a.first.checked_sub(1));
        match a.first.abs_diff(b.first) {
            0..=1 => before.is_some_and(|before| {
                alignment.free[before] && are_pair(alignment, before, b.first)
            }),
            _ => is_accented || between.is_some_and(|at| are_pair(alignment, at, b.first)),
        }
    };
    let mut pairs = alignment.query.phrases.iter().filter(|phrase| phrase.len() == 2);
    pairs.any(is_apart)
}

/// Whether two words of a name mean something only together.
fn are_pair(alignment: &Alignment<'_>, first: usize, second: usize) -> bool {
    let form = |at: usize| {
        alignment.name.get(at).map(|id| &alignment.index.vocabulary.word(*id).word_form)
    };
    let neighbours = form(first).and_then(joint_words::neighbours);
    neighbours.is_some_and(|known| known.has(None, form(second)))
}
