//! The names of the months in English. The short ones are also parts of names in Vietnamese: "Sa Đéc", "Đắk Mar", "Công
//! ty Sep".

use super::token::Token;
use crate::lexicon::periods::month_words::{ACCENTED_WORDS, BEFORE_PLACES, NEXT_TO_MONTHS, WORDS};

/// The names of the months in English.
const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

/// Whether a word in lower case is the name of a month in English, written out.
pub(super) fn is_english_month(word: &str) -> bool {
    MONTHS.iter().any(|(_, month)| *month == word)
}

/// The number of a month by its English name in lower case, written out.
pub(super) fn english_month(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|(_, month)| *month == word)?;
    u8::try_from(at + 1).ok()
}

/// Returns the month that a token names in English, in short or written out; with accents it names none.
pub(super) fn month_number(token: &Token) -> Option<u8> {
    let is_named = |(short, long): &(&str, &str)| token.text == *short || token.text == *long;
    let at = MONTHS.iter().position(is_named)?;
    u8::try_from(at + 1).ok()
}

/// Whether a token is the English name of a month. "May" is also an ordinary word.
pub(super) fn is_month_name(token: &Token) -> bool {
    token.text != "may" && month_number(token).is_some()
}

/// Returns the month that a token names in English. A short name and "May" need evidence: a day, a
/// year or another month next to them, or a short name that only words of headings and periods are
/// next to.
pub(super) fn at(tokens: &[Token], at: usize) -> Option<u8> {
    let token = tokens.get(at)?;
    let month = month_number(token)?;
    if token.text == "may" {
        let next = tokens.get(at + 1)?;
        return (next.of_digits(4).is_some() || next.text == "-").then_some(month);
    }
    let is_long = english_month(&token.text).is_some();
    let is_dated = || !is_in_place(tokens, at) && (is_dated(tokens, at) || is_in_range(tokens, at));
    (is_long || is_dated() || has_only_words_of_headings(tokens, at)).then_some(month)
}

/// Whether the words before a token say that it is a part of a place's name: "Sa Dec 2024", "xã Mar".
fn is_in_place(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    before.is_some_and(|word| word.is_one_of(&BEFORE_PLACES))
}

/// Whether a day or a year is next to a token: "Jan-24", "Sep 2024", "12 Sep", "1st Oct".
fn is_dated(tokens: &[Token], at: usize) -> bool {
    let is_date = |token: &Token| {
        let is_day = token.number.is_some_and(|day| (1..=31).contains(&day));
        is_day || token.of_digits(2).is_some() || token.of_digits(4).is_some()
    };
    let joins = |token: &&Token| !matches!(token.text.as_str(), "-" | "/" | "." | "'" | "’" | "·");
    let behind = tokens[at + 1..].iter().find(joins);
    let is_ordinal = |token: &&Token| !token.is_one_of(&["st", "nd", "rd", "th"]);
    let before = tokens[..at].iter().rev().filter(is_ordinal).find(joins);
    behind.is_some_and(is_date) || before.is_some_and(is_date)
}

/// Whether another month is joined to a token: "Jan-Sep", "Jan to Jun", "Sep vs Aug".
fn is_in_range(tokens: &[Token], at: usize) -> bool {
    let joins = |token: Option<&Token>| {
        token.is_some_and(|token| {
            matches!(token.text.as_str(), "-" | "/" | "+" | "&")
                || token.is_one_of(&["to", "through", "and", "vs"])
        })
    };
    let is_month = |token: Option<&Token>| token.is_some_and(|token| month_number(token).is_some());
    let behind = joins(tokens.get(at + 1)) && is_month(tokens.get(at + 2));
    let before = at
        .checked_sub(2)
        .is_some_and(|first| joins(tokens.get(first + 1)) && is_month(tokens.get(first)));
    behind || before
}

/// Whether all words next to a token, up to marks that set it apart, are words of headings and periods: "Sep", "Actual
/// Sep", "Cumulative to Sep".
fn has_only_words_of_headings(tokens: &[Token], at: usize) -> bool {
    let is_word = |token: &&Token| token.text.chars().all(char::is_alphanumeric);
    let fits = |token: &Token| {
        token.number.is_some()
            || month_number(token).is_some()
            || token.is_one_of(&WORDS)
            || token.is_one_of(&NEXT_TO_MONTHS)
            || ACCENTED_WORDS.iter().any(|word| token.is(word))
    };
    let mut behind = tokens[at + 1..].iter().take_while(is_word);
    let mut before = tokens[..at].iter().rev().take_while(is_word);
    behind.all(fits) && before.all(fits)
}
