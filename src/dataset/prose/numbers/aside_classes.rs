//! Classes of what is counted: "2 bệnh viện hạng 1".

use super::aside_tokens::{is_at, is_number, small};
use crate::dataset::prose::tokens::token::Token;
use crate::lexicon::prose::{UNITS, UnitClass};

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
