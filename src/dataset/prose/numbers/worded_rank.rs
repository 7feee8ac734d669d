//! Positions in a ranking that a text writes in words, or behind "thứ": "đứng thứ hai cả nước", "dẫn đầu khu vực",
//! "ranked third".

use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::lexicon::prose_words::{COMPARED, PLACE_SYLLABLES, RANKED_AMONG};

fn key<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| &token.key)
}

/// A position in a ranking in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordedRank {
    pub(super) position: u32,
    /// How many words they are.
    pub(super) length: usize,
}

/// The position that the words at `at` name, if the words around them say that it is one in a ranking.
pub(super) fn worded_rank(tokens: &[Token<'_>], at: usize) -> Option<WordedRank> {
    if matches!(key(tokens, at), "đứng" | "dẫn") {
        let leads = key(tokens, at + 1) == "đầu"
            && names_whom(tokens, at + 2)
            && !is_of_several(tokens, at);
        return (leads && !is_one_of_them(tokens, at + 1))
            .then_some(WordedRank { position: 1, length: 2 });
    }
    let before = key(tokens, at.checked_sub(1)?);
    let ends = ["st", "nd", "rd", "th"].iter().any(|end| key(tokens, at).ends_with(end));
    if before != "thứ" && !ends {
        return None;
    }
    let rank = if before == "thứ" {
        vietnamese(tokens, at)?
    } else {
        WordedRank { position: english(key(tokens, at))?, length: 1 }
    };
    let last = at + rank.length - 1;
    let said =
        ranked_before(tokens, at) || is_superlative(tokens, at) && names_whom(tokens, last + 1);
    (said && !is_one_of_them(tokens, last)).then_some(rank)
}

/// Whether a position in words ends right before `end`.
pub(super) fn ends_worded_rank(tokens: &[Token<'_>], end: usize) -> bool {
    (1..=2).any(|back| {
        let start = end.checked_sub(back);
        start.is_some_and(|at| worded_rank(tokens, at).is_some_and(|rank| rank.length == back))
    })
}

/// Whether the number at `at` is a further position behind "thứ": "xếp thứ 3 vùng và thứ 12 cả nước".
pub(super) fn is_further_rank(tokens: &[Token<'_>], at: usize) -> bool {
    const BACK: usize = 16;
    let Some(thu) = at.checked_sub(1).filter(|before| key(tokens, *before) == "thứ") else {
        return false;
    };
    let joined = thu.checked_sub(1).is_some_and(|at| {
        matches!(key(tokens, at), "và" | "," | "đứng" | "hạng" | "trí" | "xếp" | "lớn" | "cao")
    });
    // "xếp thứ 4/63 tỉnh về số giải và thứ 2 về số giải Nhất".
    let in_what =
        thu.checked_sub(1).is_some_and(|at| key(tokens, at) == "và") && key(tokens, at + 1) == "về";
    let among = tokens.get(at + 1).is_some_and(|token| token.is("/"))
        || names_whom(tokens, at + 1)
        || in_what;
    let clause = (at.saturating_sub(BACK)..thu).rev().take_while(|at| !tokens[*at].is(";"));
    let ranked = |at: usize| {
        matches!(key(tokens, at), "đứng" | "xếp" | "hạng" | "trí")
            || key(tokens, at) == "dẫn" && key(tokens, at + 1) == "đầu"
    };
    joined && among && clause.into_iter().any(ranked)
}

/// The position that the words behind "thứ" name: up to nineteen.
fn vietnamese(tokens: &[Token<'_>], at: usize) -> Option<WordedRank> {
    let digit = |word: &str| {
        Some(match word {
            "một" | "nhất" => 1,
            "hai" | "nhì" => 2,
            "ba" => 3,
            "tư" | "bốn" => 4,
            "năm" | "lăm" => 5,
            "sáu" => 6,
            "bảy" => 7,
            "tám" => 8,
            "chín" => 9,
            _ => return None,
        })
    };
    match key(tokens, at) {
        "mười" => Some(match digit(key(tokens, at + 1)) {
            Some(more) => WordedRank { position: 10 + more, length: 2 },
            None => WordedRank { position: 10, length: 1 },
        }),
        word => digit(word).map(|position| WordedRank { position, length: 1 }),
    }
}

fn english(word: &str) -> Option<u32> {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    (1..).zip(WORDS).find(|(_, ordinal)| *ordinal == word).map(|(position, _)| position)
}

/// Whether a verb of ranking is right before an ordinal: "xếp thứ", "ranked", "vị trí thứ".
fn ranked_before(tokens: &[Token<'_>], at: usize) -> bool {
    PHRASES.ends_before(tokens, at, Phrase::Rank).is_some()
}

/// "lớn thứ hai cả nước", "và thứ ba cả nước", "placing the province fifth nationwide".
fn is_superlative(tokens: &[Token<'_>], at: usize) -> bool {
    let english = key(tokens, at).is_ascii() && key(tokens, at).len() > 3;
    let left = at.checked_sub(2).map_or("", |at| key(tokens, at));
    english || COMPARED.contains(left)
}

/// Whether several lead together: "thuộc nhóm 20 tỉnh dẫn đầu cả nước".
fn is_of_several(tokens: &[Token<'_>], at: usize) -> bool {
    const NEAR: usize = 8;
    // "nhóm 10 tỉnh, thành phố dẫn đầu": the comma is within the kinds of places.
    let within = |comma: usize| {
        tokens[comma].is(",")
            && tokens.get(comma + 1).is_some_and(|token| PLACE_SYLLABLES.contains(&token.key))
    };
    let words = (at.saturating_sub(NEAR)..at).rev();
    let words = words.take_while(|at| tokens[*at].kind != TokenKind::Mark || within(*at));
    let mut words = words.map(|at| &tokens[at]);
    words.any(|token| matches!(&*token.key, "nhóm" | "tốp" | "top" | "những" | "các" | "số"))
}

/// Whether words name among whom something is ranked: "cả nước", "khu vực", "nationwide".
fn names_whom(tokens: &[Token<'_>], at: usize) -> bool {
    let two = format!("{} {}", key(tokens, at), key(tokens, at + 1));
    RANKED_AMONG.contains(key(tokens, at)) || RANKED_AMONG.contains(&two)
}

/// "đứng thứ hai là Nhật Bản", "dẫn đầu cả nước là Bắc Ninh": the position of what is named behind it.
fn is_one_of_them(tokens: &[Token<'_>], at: usize) -> bool {
    const NEAR: usize = 7;
    let words = tokens.iter().skip(at + 1).take(NEAR);
    let mut words = words.take_while(|token| token.kind == TokenKind::Word);
    words.any(|token| matches!(&*token.key, "là" | "thuộc" | "gồm" | "was" | "is"))
}
