//! Tokenizer for period texts: words, numbers and marks.

use crate::lexicon::words::look_alikes::is_scale;
use crate::text::fold::{accented, fold, folds_to};

/// A word, a number or a mark of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower case, with its accents.
    pub(super) text: String,
    /// Lower case, without accents.
    pub(super) folded: String,
    /// Its value, if it is a number of at most four digits.
    pub(super) number: Option<u16>,
}

impl Token {
    /// Whether it is this word: compared with accents if the text has any.
    pub(super) fn is(&self, word: &str) -> bool {
        if self.text == self.folded { folds_to(word, &self.folded) } else { self.text == word }
    }

    /// Whether it is one of these words, given without accents.
    pub(super) fn is_one_of(&self, folded: &[&str]) -> bool {
        folded.contains(&self.folded.as_str())
    }

    /// Returns its value if it is a number with this many digits.
    pub(super) fn of_digits(&self, digits: usize) -> Option<u16> {
        self.number.filter(|_| self.text.len() == digits)
    }
}

/// Splits a text into tokens. Letters and digits are separated: "11T2024" is 11, t, 2024.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = accented(text);
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = Kind::Space;
    for c in text.chars() {
        let kind = Kind::of(c);
        match tokens.last_mut() {
            Some(token) if kind == last && matches!(kind, Kind::Letter | Kind::Digit) => {
                token.text.push(c);
            }
            _ if kind == Kind::Space => {}
            _ => {
                let text = if kind == Kind::Dash { "-".to_owned() } else { c.to_string() };
                tokens.push(Token { text, folded: String::new(), number: None });
            }
        }
        last = kind;
    }
    name_scales(&mut tokens, &text);
    for token in &mut tokens {
        // The other spellings of "quý" and "kỳ".
        match token.text.as_str() {
            "quí" => token.text = "quý".to_owned(),
            "kì" => token.text = "kỳ".to_owned(),
            _ => {}
        }
        token.folded = fold(&token.text);
        token.number = token.text.parse().ok().filter(|_| token.text.len() <= 4);
    }
    tokens
}

/// Joins "thang" to the word that it leaves out, where a text with accents has it before a number:
/// "thang 10" is a scale.
fn name_scales(tokens: &mut [Token], text: &str) {
    if text.is_ascii() {
        return;
    }
    for at in 1..tokens.len() {
        if is_scale(&tokens[at - 1].text, &tokens[at].text) {
            tokens[at - 1].text = "thangđiểm".to_owned();
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Dash,
    Mark,
    Space,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            '-' | '‐' | '‑' | '–' | '—' => Self::Dash,
            _ if c.is_whitespace() => Self::Space,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Mark,
        }
    }
}
