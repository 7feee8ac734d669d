//! The names of places: capitalized words, behind a word such as "huyện".

use crate::lexicon::prose_words::{OFFICES, PLACE_LETTERS, TITLES_BEHIND_DASH};
use crate::text::lower_case::LowerCase;

/// Words before the name of a place; of several in a text, the first of these counts.
pub(crate) const KINDS: [&str; 14] = [
    "tỉnh",
    "huyện",
    "thành phố",
    "thị xã",
    "xã",
    "phường",
    "quận",
    "thị trấn",
    "TP",
    "Tỉnh",
    "Huyện",
    "Xã",
    "Thành phố",
    "Thị xã",
];

/// What is behind the kind of a place with which words begin, however that is written: "Kim Bình" of "Huyện Kim Bình".
pub(crate) fn behind_kind(words: &str) -> Option<&str> {
    KINDS.iter().find_map(|kind| {
        let mut rest = words.chars();
        let kind = kind.chars().flat_map(char::to_lowercase);
        let begins =
            kind.chain([' ']).all(|c| rest.next().is_some_and(|own| own.to_lowercase().eq([c])));
        begins.then_some(rest.as_str())
    })
}

/// Whether a name behind "tỉnh" or "huyện" is that of an office.
pub(crate) fn is_office(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    OFFICES.contains(first)
}

/// Whether the words behind a dash say what the text is, and are no second half of a name ("Bà Rịa - Vũng Tàu").
fn begins_title<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let two: Vec<&str> = words.take(2).collect();
    TITLES_BEHIND_DASH.contains(&two.join(" ").lower_case())
}

/// The capitalized words with which a text begins.
pub(crate) fn capitalized(text: &str) -> String {
    let is_name = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            || *word == "-"
    };
    // "A Lưới", "Ý Yên": one letter before another word of the name.
    let is_letter = |word: &str, next: Option<&&str>| {
        PLACE_LETTERS.contains(&word.lower_case())
            && word.starts_with(char::is_uppercase)
            && next.is_some_and(is_name)
    };
    let mut found: Vec<&str> = Vec::new();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        if word == "-" && begins_title(words.clone()) {
            break;
        }
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        if !is_name(&bare) && !is_letter(word, words.peek()) {
            break;
        }
        found.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    while found.last() == Some(&"-") {
        found.pop();
    }
    found.join(" ")
}
