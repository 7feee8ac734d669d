//! Finds the place of an English council in a title line: "Leeds City Council performance report",
//! "Dashboard - Borough of Tameside", "Council: Westmorland and Furness Council".

use std::ops::Range;

use crate::lexicon::title_words::{COUNCIL_REPORTS, NO_COUNCILS};

/// Words before "Council" that say what kind of place it is of, the longest first.
const KINDS: [&[&str]; 8] = [
    &["metropolitan", "borough"],
    &["metropolitan", "district"],
    &["city", "and", "district"],
    &["city"],
    &["county"],
    &["borough"],
    &["district"],
    &["unitary"],
];

/// Words before the name of a place.
const BEFORE: [&[&str]; 7] = [
    &["london", "borough", "of"],
    &["royal", "borough", "of"],
    &["metropolitan", "borough", "of"],
    &["borough", "of"],
    &["county", "of"],
    &["district", "of"],
    &["city", "of"],
];

/// Small words within the name of a place: "Hammersmith and Fulham", "Stratford-on-Avon".
const WITHIN: [&str; 7] = ["and", "&", "of", "on", "upon", "the", "with"];

/// The most words of a name.
const LONGEST: usize = 6;

/// A place, and which words of a line name it.
type Named = (Range<usize>, String);

/// The first such place among the words of a line.
pub(super) fn find(words: &[&str]) -> Option<Named> {
    let lower: Vec<String> = words.iter().map(|word| bare(word).to_lowercase()).collect();
    let before = || (0..words.len()).find_map(|at| behind_kind(words, &lower, at));
    let council = || (1..words.len()).find_map(|at| of_council(words, &lower, at));
    before().or_else(council)
}

/// The place behind the words for its kind: "Borough of Tameside", "City of York Council".
fn behind_kind(words: &[&str], lower: &[String], at: usize) -> Option<Named> {
    let kind = BEFORE.iter().find(|kind| has(lower, at, kind))?;
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    if !words.get(at).is_some_and(is_capital) {
        return None;
    }
    let start = at + kind.len();
    let mut end = start;
    while end < words.len() && end - start < LONGEST && goes_on(words, lower, end) {
        end += 1;
        if is_last(words[end - 1]) {
            break;
        }
    }
    while end > start && WITHIN.contains(&lower[end - 1].as_str()) {
        end -= 1;
    }
    let name = name(words, start..end)?;
    let is_council =
        lower.get(end).is_some_and(|next| next == "council") && !is_last(words[end - 1]);
    Some((at..end + usize::from(is_council), name))
}

/// The place whose council is called by its name: "Kent County Council". "Arts Council" is of none.
fn of_council(words: &[&str], lower: &[String], at: usize) -> Option<Named> {
    if lower[at] != "council"
        || !words[at].starts_with(char::is_uppercase)
        || is_last(words[at - 1])
    {
        return None;
    }
    let kind = KINDS.iter().find(|kind| at >= kind.len() && has(lower, at - kind.len(), kind));
    let end = at - kind.map_or(0, |kind| kind.len());
    let mut start = end;
    while start > 0
        && end - start < LONGEST
        && goes_on(words, lower, start - 1)
        && !is_last(words[start - 1])
    {
        start -= 1;
    }
    while start < end && WITHIN.contains(&lower[start].as_str()) {
        start += 1;
    }
    // Without a kind, only what is a line or a side of a dash by itself is the name of a council.
    let begins = start == 0 || is_last(words[start - 1]);
    let ends = is_last(words[at]) || words.get(at + 1).is_none_or(|next| is_last(next));
    let first = lower.get(start)?;
    let is_small = end.checked_sub(1).is_some_and(|last| WITHIN.contains(&lower[last].as_str()));
    let is_other = kind.is_none() && !(begins && ends) || NO_COUNCILS.contains(first) || is_small;
    let name = name(words, start..end).filter(|_| !is_other)?;
    Some((start..at + 1, name))
}

/// Whether the words from `at` on are these.
fn has(lower: &[String], at: usize, wanted: &[&str]) -> bool {
    lower.get(at..at + wanted.len()).is_some_and(|own| own.iter().eq(wanted.iter()))
}

/// Whether a word may be one of the name of a place: it begins with a capital and is no word of reports, or is a small
/// word within names.
fn goes_on(words: &[&str], lower: &[String], at: usize) -> bool {
    let word = bare(words[at]);
    let is_name = word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
        && !COUNCIL_REPORTS.contains(&lower[at])
        && lower[at] != "council";
    is_name || WITHIN.contains(&lower[at].as_str())
}

/// Whether a segment of a line ends with a word: it has a mark, or is a dash.
fn is_last(word: &str) -> bool {
    word.ends_with([',', ':', ';', '|', ')']) || matches!(word, "-" | "–" | "—" | "|")
}

fn name(words: &[&str], range: Range<usize>) -> Option<String> {
    let own: Vec<&str> = words.get(range)?.iter().map(|word| bare(word)).collect();
    let is_name = own.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
    (is_name && !own.is_empty()).then(|| own.join(" "))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_council_is_its_name() {
        for (line, expected) in [
            ("Performance dashboard 2023/24 - Borough of Tameside", Some("Tameside")),
            ("Leeds City Council", Some("Leeds")),
            ("Leeds City Council performance report", Some("Leeds")),
            ("City of York Council: performance report 2023/24", Some("York")),
            ("Quarterly Performance Report Kent County Council Q3", Some("Kent")),
            ("Performance report, London Borough of Camden", Some("Camden")),
            ("London Borough of Hammersmith and Fulham", Some("Hammersmith and Fulham")),
            ("Report 2023/24 - Westmorland and Furness Council", Some("Westmorland and Furness")),
            ("Council: Stockton-on-Tees Borough Council", Some("Stockton-on-Tees")),
            ("Newcastle upon Tyne City Council", Some("Newcastle upon Tyne")),
            ("Cheshire East Council", Some("Cheshire East")),
            ("Arts Council performance report", None),
            ("Report to Full Council", None),
            ("Medical Research Council", None),
            ("City Council performance report", None),
            ("Households visited by Council staff", None),
            ("Percentage of Council homes let", None),
            ("Number of City Council homes", None),
            ("Council tax collected, council homes", None),
            ("People's Council of the province", None),
        ] {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(find(&words).map(|(_, place)| place).as_deref(), expected, "{line}");
        }
    }
}
