//! Reads ranges and bounds: "7,5-8,0", "trên 4", "từ 86 trở lên".

use rust_decimal::Decimal;

use super::number::{NoNumber, NumberFormat, number};
use crate::lexicon::value_words::{
    ABOUT, AT_LEAST, AT_MOST, FILLERS, OR_LESS, OR_MORE, OVER, UNDER,
};
use crate::lexicon::word_list::WordList;
use crate::model::Target;

/// A function that makes a target from a number.
type Bound = fn(Decimal) -> Target;

/// A target with the unit written after it.
pub(crate) type Bounded = (Target, Option<Box<str>>);

/// A text without the word for a bound in it.
struct BoundWord<'t> {
    rest: &'t str,
    bound: Bound,
}

/// The longest word for a bound at the start of a text.
fn before_number(text: &str) -> Option<BoundWord<'_>> {
    static BEFORE: [(&WordList, Bound); 5] = [
        (&AT_LEAST, Target::AtLeast),
        (&AT_MOST, Target::AtMost),
        (&OVER, Target::Over),
        (&UNDER, Target::Under),
        (&ABOUT, Target::About),
    ];
    let rest_behind = |word: &str| {
        let rest = text.strip_prefix(word)?;
        rest.starts_with(|c: char| !c.is_alphabetic()).then_some(rest)
    };
    let found = BEFORE.iter().flat_map(|(words, bound)| {
        let rests = words.iter().filter_map(|word| rest_behind(word));
        rests.map(|rest| BoundWord { rest, bound: *bound })
    });
    found.min_by_key(|found| found.rest.len())
}

/// A word for a bound at the end of a text.
fn behind_number(text: &str) -> Option<BoundWord<'_>> {
    let rest_before = |words: &WordList| words.iter().find_map(|word| text.strip_suffix(word));
    let of = |rest, bound: Bound| BoundWord { rest, bound };
    let or_more = rest_before(&OR_MORE).map(|rest| of(rest, Target::AtLeast));
    or_more.or_else(|| rest_before(&OR_LESS).map(|rest| of(rest, Target::AtMost)))
}

/// Reads a range or a bound from a folded text; `None` if it is neither.
pub(crate) fn bound(text: &str, format: NumberFormat) -> Option<Result<Bounded, NoNumber>> {
    let one = |digits: &str, bound: Bound| {
        number(digits, format).map(|figure| (bound(figure.number), figure.unit))
    };
    let bounded = before_number(text).or_else(|| behind_number(text));
    if let Some(BoundWord { rest, bound }) = bounded {
        return Some(one(strip_fillers(rest.trim()), bound));
    }
    // A dash that is not a minus sign: after the first character.
    let (at, dash) = text
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '-' | '\u{2013}' | '\u{2212}' | '\u{f7}'))
        .map(|(at, c)| (at, c.len_utf8()))
        .or_else(|| text.find(" den ").map(|at| (at, " den ".len())))
        .or_else(|| text.find(" to ").map(|at| (at, " to ".len())))?;
    let (low, high) = (text[..at].trim(), text[at + dash..].trim());
    let range = number(low, format).and_then(|low| {
        let high = number(high, format)?;
        let unit = low.unit.or(high.unit);
        let ordered = low.number <= high.number && !high.signed;
        let target = Target::Range { low: low.number, high: high.number };
        ordered.then_some((target, unit)).ok_or(NoNumber::Unreadable)
    });
    Some(range)
}

/// The text without the words at its start that have no effect.
pub(crate) fn strip_fillers(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(rest) =
        FILLERS.iter().find_map(|filler| text.strip_prefix(filler)?.strip_prefix(' '))
    {
        text = rest.trim_start();
    }
    text
}
