//! Reads ranges and bounds: "7,5-8,0", "trên 4", "từ 86 trở lên".

use rust_decimal::Decimal;

use super::number::{NoNumber, NumberFormat, number};
use crate::model::Target;

/// A function that makes a target from a number.
type Bound = fn(Decimal) -> Target;

/// A target with the unit written after it.
pub(in crate::dataset::table) type Bounded = (Target, Option<Box<str>>);

/// Words before a number, folded; longer ones first.
const BEFORE: &[(&str, Bound)] = &[
    ("lon hon hoac bang", Target::AtLeast),
    ("nho hon hoac bang", Target::AtMost),
    ("khong vuot qua", Target::AtMost),
    ("khong duoi", Target::AtLeast),
    ("khong qua", Target::AtMost),
    ("khong thap hon", Target::AtLeast),
    ("khong cao hon", Target::AtMost),
    ("khong it hon", Target::AtLeast),
    ("khong nho hon", Target::AtLeast),
    ("khong lon hon", Target::AtMost),
    ("no more than", Target::AtMost),
    ("not more than", Target::AtMost),
    ("no less than", Target::AtLeast),
    ("not less than", Target::AtLeast),
    ("less than", Target::Under),
    ("fewer than", Target::Under),
    ("more than", Target::Over),
    ("greater than", Target::Over),
    ("thap hon", Target::Under),
    ("cao hon", Target::Over),
    ("it hon", Target::Under),
    ("nhieu hon", Target::Over),
    ("xap xi", Target::About),
    ("approximately", Target::About),
    ("around", Target::About),
    ("it nhat", Target::AtLeast),
    ("toi thieu", Target::AtLeast),
    ("toi da", Target::AtMost),
    ("at least", Target::AtLeast),
    ("at most", Target::AtMost),
    ("up to", Target::AtMost),
    ("lon hon", Target::Over),
    ("nho hon", Target::Under),
    ("khoang", Target::About),
    ("about", Target::About),
    ("tren", Target::Over),
    ("hon", Target::Over),
    ("over", Target::Over),
    ("above", Target::Over),
    ("duoi", Target::Under),
    ("gan", Target::Under),
    ("under", Target::Under),
    ("below", Target::Under),
    ("≥", Target::AtLeast),
    ("≤", Target::AtMost),
    (">=", Target::AtLeast),
    ("<=", Target::AtMost),
    (">", Target::Over),
    ("<", Target::Under),
    ("~", Target::About),
    ("≈", Target::About),
];

/// Words after a number, folded.
const AFTER: &[(&str, Bound)] = &[
    ("tro len", Target::AtLeast),
    ("or more", Target::AtLeast),
    ("or above", Target::AtLeast),
    ("or higher", Target::AtLeast),
    ("and above", Target::AtLeast),
    ("or below", Target::AtMost),
    ("or lower", Target::AtMost),
    ("tro xuong", Target::AtMost),
    ("or less", Target::AtMost),
    ("tro lai", Target::AtMost),
];

/// Words without effect: "đạt 97,4 %", "từ 86 trở lên".
const FILLERS: &[&str] = &[
    "dat",
    "bang",
    "tu",
    "phan dau",
    "duy tri",
    "giu vung",
    "giu on dinh",
    "on dinh",
    "con",
    "co",
    "reach",
];

/// Reads a range or a bound from a folded text; `None` if it is neither.
pub(in crate::dataset::table) fn bound(
    text: &str,
    format: NumberFormat,
) -> Option<Result<Bounded, NoNumber>> {
    let one = |digits: &str, bound: Bound| {
        number(digits, format).map(|figure| (bound(figure.number), figure.unit))
    };
    for (word, bound) in BEFORE {
        if let Some(rest) = text.strip_prefix(word)
            && rest.starts_with(|c: char| !c.is_alphabetic())
        {
            return Some(one(strip_fillers(rest.trim()), *bound));
        }
    }
    for (word, bound) in AFTER {
        if let Some(rest) = text.strip_suffix(word) {
            return Some(one(strip_fillers(rest.trim()), *bound));
        }
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
pub(in crate::dataset::table) fn strip_fillers(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(rest) =
        FILLERS.iter().find_map(|filler| text.strip_prefix(filler)?.strip_prefix(' '))
    {
        text = rest.trim_start();
    }
    text
}
