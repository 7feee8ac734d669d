//! Telephone numbers, addresses and positions, which are no figures.

use super::aside_tokens::small;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{NAME_WORDS, NameWord, UNITS};

/// "đường dây nóng 1900 3228", "0912.345.067 hoặc 113", "Tel. (0272) 3826 185".
pub(super) fn telephone(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const BACK: usize = 10;
    const GROUPS: usize = 6;
    let mut end = at + 1;
    while end < at + GROUPS && tokens.get(end).is_some_and(|token| token.kind == TokenKind::Number)
    {
        end += 1;
    }
    if UNITS.longest(tokens.get(end..)?).is_some() {
        return None;
    }
    // A number that begins with a zero, and not with "0,": a telephone number or a code.
    let text = tokens[at].text;
    let zero = text.len() >= 4 && text.starts_with('0') && text.as_bytes()[1].is_ascii_digit();
    let joins = |token: &Token<'_>| match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark => !token.is(";") && !token.is("%"),
        TokenKind::Word => {
            matches!(&*token.key, "hoặc" | "và" | "or" | "số" | "liên" | "hệ" | "là")
        }
    };
    let mut from = at;
    while from > 0 && at - from < BACK && joins(&tokens[from - 1]) {
        from -= 1;
    }
    let said = NAME_WORDS.ends_before(tokens, from, NameWord::ContactBefore).is_some();
    (zero || said).then_some(end)
}

/// "61 Truong Cong Dinh Street".
pub(super) fn street(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const WORDS: usize = 6;
    small(tokens, at, 4)?;
    let names = tokens[at + 1..].iter().take(WORDS).take_while(|token| {
        token.kind == TokenKind::Word && token.text.starts_with(char::is_uppercase)
    });
    names
        .skip(1)
        .any(|token| matches!(&*token.key, "street" | "road" | "avenue" | "boulevard"))
        .then_some(at + 1)
}

/// "19,3 độ vĩ Bắc, 112,1 độ kinh Đông".
pub(super) fn position(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    (key(at + 1) == "độ" && matches!(key(at + 2), "vĩ" | "kinh")).then_some(at + 1)
}
