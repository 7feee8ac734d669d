//! Ages without an end, which a figure is of as a whole: "15 trở lên", "15+", "15 years and over".

use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/places.txt");

/// Whether a class is all of an age and above it.
pub(crate) fn is_open_age(class: &str) -> bool {
    static OPEN_ENDS: WordList = WordList::of(FILE, "open age");
    let folded = fold(class.trim());
    let from = folded.strip_prefix("tu ").unwrap_or(&folded);
    let rest = from.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < from.len() && (rest == "+" || OPEN_ENDS.contains(rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_without_an_end_is_open() {
        for class in ["15 trở lên", "15+", "Từ 15 tuổi trở lên", "15 years and over"] {
            assert!(is_open_age(class), "{class}");
        }
        for class in ["15-24", "Dưới 15", "+", "Nữ", "15 tuổi", "trở lên"] {
            assert!(!is_open_age(class), "{class}");
        }
    }
}
