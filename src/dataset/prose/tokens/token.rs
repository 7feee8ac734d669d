//! Splits a sentence into words, numbers and punctuation marks.

use crate::lexicon::prose_words::CURRENCIES;
use crate::text::lower_case::{LowerCase, has_capital};
use std::borrow::Cow;
use std::ops::Range;

/// A word, a number or a punctuation mark.
#[derive(Debug, Clone)]
pub(crate) struct Token<'t> {
    /// The kind of token.
    pub(crate) kind: TokenKind,
    /// Its byte range in the sentence.
    pub(crate) span: Range<usize>,
    /// As written.
    pub(crate) text: &'t str,
    /// In lower case.
    pub(crate) key: Cow<'t, str>,
}

/// The kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, possibly with digits behind them: "m2", "U23".
    Word,
    /// Digits, possibly with separators between them.
    Number,
    /// Any other character.
    Mark,
}

impl AsRef<str> for Token<'_> {
    fn as_ref(&self) -> &str {
        &self.key
    }
}

impl Token<'_> {
    /// Whether it is this punctuation mark.
    pub(crate) fn is(&self, mark: &str) -> bool {
        self.kind == TokenKind::Mark && self.text == mark
    }

    /// Whether it is a word of at least two capitals: "UBND".
    pub(crate) fn is_capitals(&self) -> bool {
        self.kind == TokenKind::Word
            && self.text.chars().count() > 1
            && self.text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
    }
}

/// Splits a sentence, which is in NFC. Every digit is in exactly one token, and every number is a token.
pub(crate) fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(sentence.len() / 4);
    let mut at = 0;
    while let Some(token) = token_at(sentence, at) {
        at = token.span.end;
        found.push(token);
    }
    found
}

/// The kind of the first token of a text.
pub(crate) fn first_kind(text: &str) -> Option<TokenKind> {
    token_at(text, 0).map(|token| token.kind)
}

/// The first token from a byte on.
fn token_at(sentence: &str, at: usize) -> Option<Token<'_>> {
    let rest = sentence[at..].trim_start();
    let start = sentence.len() - rest.len();
    let c = rest.chars().next()?;
    let (kind, end) = if c.is_ascii_digit() {
        (TokenKind::Number, end_of_number(sentence.as_bytes(), start))
    } else if is_letter(c) {
        (TokenKind::Word, end_of_word(sentence, start))
    } else {
        (TokenKind::Mark, start + c.len_utf8())
    };
    let text = &sentence[start..end];
    let is_written_small = kind != TokenKind::Word || !has_capital(text);
    let key = if is_written_small { Cow::Borrowed(text) } else { Cow::Owned(text.lower_case()) };
    Some(Token { kind, span: start..end, text, key })
}

/// Digits with single points and commas between them.
fn end_of_number(bytes: &[u8], start: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    loop {
        if digit(end) || matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1) {
            end += 1;
        } else {
            return end;
        }
    }
}

fn end_of_word(sentence: &str, start: usize) -> usize {
    let rest = &sentence[start..];
    let before_number = |currency: &&str| {
        rest.strip_prefix(*currency)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    // Few words begin with a capital.
    let capital = rest.starts_with(|c: char| c.is_ascii_uppercase());
    if let Some(currency) = CURRENCIES.iter().copied().filter(|_| capital).find(before_number) {
        return start + currency.len();
    }
    let end = rest.find(|c: char| !is_in_word(c));
    start + end.unwrap_or(rest.len())
}

/// Whether a character goes on with a word.
fn is_in_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '²' | '³' => true,
        _ => is_letter(c) || c.is_alphanumeric() || is_combining(c),
    }
}

/// Whether a character is a letter. Those of Vietnamese are recognised without the tables of Unicode.
fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{7f}' => false,
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{1bf}' => true,
        '\u{1ea0}'..='\u{1eff}' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphabetic(),
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_words_and_marks() {
        let texts = |sentence| tokens(sentence).into_iter().map(|t| t.text).collect::<Vec<_>>();
        assert_eq!(
            texts("Đạt 1.035,5 tỷ đồng, 102%."),
            ["Đạt", "1.035,5", "tỷ", "đồng", ",", "102", "%", "."]
        );
        assert_eq!(texts("U23 (22/63)"), ["U23", "(", "22", "/", "63", ")"]);
        assert_eq!(texts("12.300 m2 và 5ha"), ["12.300", "m2", "và", "5", "ha"]);
        assert_eq!(texts("15.6. Hết"), ["15.6", ".", "Hết"]);
    }
}
