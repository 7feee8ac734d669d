//! Classes of what is counted: "2 bệnh viện hạng 1", "thiệt hại trên 70% 342 ha".

use super::aside_tokens::{is_at, is_number, small};
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{UNITS, UnitClass};
use crate::lexicon::prose_words::{BOUNDS_OF_CLASSES, DAMAGES};

/// The most tokens before a class of damage among which its damage is looked for.
const NEAR: usize = 100;

/// "2 bệnh viện hạng 1": the class of what is counted, and no position in a ranking.
pub(super) fn class_of_counted(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    small(tokens, at, 1)?;
    let class = at.checked_sub(1).filter(|class| &*tokens[*class].key == "hạng")?;
    let counted = (class.saturating_sub(LONGEST)..class).any(|noun| {
        let unit = UNITS.longest_of(&tokens[noun..class], UnitClass::Count);
        noun > 0 && is_number(tokens, noun - 1) && unit == Some(class - noun)
    });
    let alone = !is_at(tokens, at + 1, "/");
    (counted && alone).then_some(at + 1)
}

/// "lúa 2 vụ 612 ha": how often a year, in the name of the land whose area follows.
pub(super) fn crops_a_year(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const ANNOUNCED: usize = 4;
    small(tokens, at, 1)?;
    let crop = at.checked_sub(1).and_then(|before| tokens.get(before))?;
    let season = tokens.get(at + 1).is_some_and(|next| &*next.key == "vụ");
    let crop = matches!(&*crop.key, "lúa" | "màu" | "ngô" | "rau");
    let words = |token: &&Token<'_>| token.kind == TokenKind::Word;
    let behind = tokens.get(at + 2..).unwrap_or_default();
    let words = behind.iter().take(ANNOUNCED).take_while(words).count();
    (season && crop && is_number(tokens, at + 2 + words)).then_some(at + 2)
}

/// "thiệt hại từ 30 - 70% là 512 ha", "mất trắng (trên 70%) 342 ha": how much of it is lost, as a
/// class of the damage that the next number counts.
pub(super) fn class_of_damage(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let bounded = at.checked_sub(1).and_then(|at| tokens.get(at));
    let bounded = bounded.is_some_and(|before| BOUNDS_OF_CLASSES.contains(&before.key));
    let end = end_of_percents(tokens, at)?;
    let range = end > at + 2;
    let behind = end + usize::from(is_at(tokens, end, ")"));
    let behind = behind + usize::from(is_at(tokens, behind, ":"));
    let announced = tokens.get(behind).is_some_and(|token| matches!(&*token.key, "là" | "có"));
    let figure = behind + usize::from(announced);
    let counted = is_number(tokens, figure) && !is_at(tokens, figure + 1, "%");
    if !counted || !bounded && !range {
        return None;
    }
    let first = at.saturating_sub(NEAR);
    let clause = (first..at).rev().find(|at| is_at(tokens, *at, ";")).unwrap_or(first);
    let damaged = (clause..at).any(|from| {
        let pair = tokens.get(from..from + 2).filter(|_| from + 1 < at);
        let words = pair.map(|pair| format!("{} {}", pair[0].key, pair[1].key));
        words.is_some_and(|words| DAMAGES.contains(&words))
    });
    damaged.then_some(end)
}

/// The end of a percentage or of a range of them: "70%", "30 - 70%", "30% đến dưới 50%".
fn end_of_percents(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let small = |at: usize| {
        is_number(tokens, at)
            && tokens[at].text.len() <= 3
            && tokens[at].text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut end = at + 1;
    end += usize::from(is_at(tokens, end, "%"));
    let joined = is_at(tokens, end, "-")
        || is_at(tokens, end, "–")
        || tokens.get(end).is_some_and(|token| &*token.key == "đến");
    if joined {
        let under = tokens.get(end + 1);
        let under = under.is_some_and(|token| {
            token.kind == TokenKind::Word && BOUNDS_OF_CLASSES.contains(&token.key)
        });
        let high = end + 1 + usize::from(under);
        if small(high) && is_at(tokens, high + 1, "%") {
            end = high + 2;
        }
    }
    (small(at) && is_at(tokens, end - 1, "%")).then_some(end)
}
