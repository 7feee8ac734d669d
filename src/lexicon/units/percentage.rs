//! Names that say within their words that they are percentages: "Percentage of calls answered", "Rent collected as % of
//! rent due".

use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/units.txt");

/// What says it anywhere in a name.
static WITHIN: WordList = WordList::of(FILE, "percentage of");

/// What says it at the beginning of a name.
static FIRST: WordList = WordList::of(FILE, "percentage");

/// The beginnings of names of rates.
static RATE: WordList = WordList::of(FILE, "rate of");

/// The beginnings of names that are in percentage points.
static POINTS: WordList = WordList::of(FILE, "in points");

/// The beginnings of names of counts.
static COUNTS: WordList = WordList::of(FILE, "count of");

/// Whether the words of a name say that its values are percentages.
pub(crate) fn is_percentage(name: &str) -> bool {
    let folded = fold(name);
    let folded = folded.trim();
    let begins = |words: &WordList| words.iter().any(|word| begins_with(folded, word));
    if begins(&POINTS) || begins(&COUNTS) {
        return false;
    }
    begins(&FIRST) || WITHIN.iter().any(|phrase| contains(folded, phrase))
}

/// Whether a name says that it is the rate of what follows: "Tỷ lệ hộ nghèo".
pub(crate) fn is_rate(name: &str) -> bool {
    let folded = fold(name);
    RATE.iter().any(|word| begins_with(folded.trim(), word))
}

/// Whether a folded text begins with a phrase, and a further word follows.
fn begins_with(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a folded text has a phrase that does not begin behind a digit: "30% of income" is an amount.
fn contains(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (text[..at].trim_end(), &text[at + phrase.len()..]);
        let is_word = before.len() < at || at == 0;
        is_word && !before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_percentage_says_so_by_its_words() {
        for name in [
            "Percentage of bins emptied on time",
            "% of pupils absent",
            "Arrears as a percentage of rent roll",
            "Sites inspected as % of sites registered",
            "Tỷ lệ % hộ dùng nước sạch",
        ] {
            assert!(is_percentage(name), "{name}");
        }
        for name in [
            "Percentage point gap in attainment",
            "Households spending over 30% of income on rent",
            "Households spending over 30 % of income on rent",
            "Number of wards with % of homes empty above 5",
            "Số xã có tỷ lệ % hộ nghèo cao",
            "Percentages",
            "Open cases",
        ] {
            assert!(!is_percentage(name), "{name}");
        }
    }
}
