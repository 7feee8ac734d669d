//! The numbers of months and quarters: in digits, in Roman numerals and in words.

use super::token::Token;

/// Returns a number from 1 to `most`.
pub(super) fn digit(token: &Token, most: u16) -> Option<u8> {
    let number = token.number.filter(|number| (1..=most).contains(number))?;
    u8::try_from(number).ok()
}

pub(super) fn roman(token: &Token) -> Option<u8> {
    roman_text(&token.folded)
}

pub(super) fn roman_text(text: &str) -> Option<u8> {
    let at = ["i", "ii", "iii", "iv"].iter().position(|number| *number == text)?;
    u8::try_from(at + 1).ok()
}

/// Parses a number word: "chín", "nine".
pub(super) fn in_words(token: &Token) -> Option<u8> {
    const VIETNAMESE: [(&str, u8); 9] = [
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười", 10),
    ];
    const ENGLISH: [(&str, u8); 11] = [
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
    ];
    // Without accents "nam" is a year and "sau" is after.
    let vietnamese = VIETNAMESE.iter().find(|(word, _)| token.text == *word);
    let english = || ENGLISH.iter().find(|(word, _)| token.folded == *word);
    vietnamese.or_else(english).map(|(_, number)| *number)
}
