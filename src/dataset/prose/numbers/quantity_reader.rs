//! Reads the numbers of a sentence with their units.

use rust_decimal::Decimal;

use super::aside::Aside;
use super::quantity::{Quantity, adjacent, is_slash, key, number};
use super::quantity_unit::{is_large_base, take_currency, take_unit, take_whole};
use super::worded_amount::{WordedAmount, worded_amount};
use super::worded_rank::{WordedRank, is_further_rank, worded_rank};
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::RANGING;
use crate::text::parse_number::Separators;

/// Reads the numbers of a sentence that were not set aside. A number that cannot be read is left out.
pub(crate) fn quantities(
    tokens: &[Token<'_>],
    asides: &[Aside],
    style: Separators,
) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    let mut asides = asides.iter().peekable();
    while at < tokens.len() {
        if let Some(aside) = asides.next_if(|aside| aside.from <= at) {
            at = at.max(aside.to);
            continue;
        }
        let until = asides.peek().map_or(tokens.len(), |aside| aside.from);
        let previous = found.last().map_or(0, |quantity| quantity.to);
        match quantity(tokens, previous, at, until, style) {
            Some(quantity) => {
                at = quantity.to;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

/// Reads the quantity whose number is at `at`. Its numbers are before `until`; its sign is after `previous`.
fn quantity(
    tokens: &[Token<'_>],
    previous: usize,
    at: usize,
    until: usize,
    style: Separators,
) -> Option<Quantity> {
    if let Some(amount) = worded_amount(tokens, at) {
        return Some(in_words(tokens, at, amount, until, style));
    }
    let worded = worded_rank(tokens, at);
    let (value, length) = match worded {
        Some(WordedRank { position, length }) => (Decimal::from(position), length),
        None => (number(tokens, at, style)?, 1),
    };
    let (mut from, mut end) = (at, at + length);
    let mut numbers = vec![at];
    let ordinal = adjacent(tokens, end) && matches!(key(tokens, end), "th" | "st" | "nd" | "rd");
    end += usize::from(ordinal);
    let ordinal = ordinal || worded.is_some() || is_further_rank(tokens, at);
    let (mut high, mut whole) = (None, None);
    if let Some(pair) = pair(tokens, value, end, until, style) {
        let field = if pair.is_whole { &mut whole } else { &mut high };
        *field = Some(pair.second.value);
        numbers.push(pair.second.at);
        end = pair.second.at + 1;
    }
    let mut negative = None;
    if at > previous
        && let Some(sign) = sign(tokens, at)
    {
        negative = Some(sign);
        from = at - 1;
    }
    let mut quantity = Quantity {
        from,
        to: end,
        numbers,
        value,
        high,
        whole,
        negative,
        unit: None,
        class: UnitClass::Scale,
        noun: None,
        ordinal,
    };
    take_unit(&mut quantity, tokens, until, style);
    take_whole(&mut quantity, tokens, until, style);
    take_currency(&mut quantity, tokens, previous);
    Some(quantity)
}

/// A quantity whose number is in words, with its unit.
fn in_words(
    tokens: &[Token<'_>],
    at: usize,
    amount: WordedAmount,
    until: usize,
    style: Separators,
) -> Quantity {
    let mut quantity = Quantity {
        from: at,
        to: at + amount.length,
        numbers: vec![at],
        value: amount.value,
        high: amount.high,
        whole: None,
        negative: None,
        unit: None,
        class: UnitClass::Scale,
        noun: None,
        ordinal: false,
    };
    take_unit(&mut quantity, tokens, until, style);
    quantity
}

/// The second number of a quantity.
struct Pair {
    second: SecondNumber,
    /// Whether it is the whole of a part, and not the upper end of a range.
    is_whole: bool,
}

/// Reads the second number of a quantity whose first one, `value`, ends at `end`.
fn pair(
    tokens: &[Token<'_>],
    value: Decimal,
    end: usize,
    until: usize,
    style: Separators,
) -> Option<Pair> {
    let first_unit = UNITS.longest_of(&tokens[end..], UnitClass::Percent);
    let joint = end + first_unit.unwrap_or(0);
    let rate = is_slash(tokens, joint)
        && is_large_base(tokens, joint + 1)
        && UNITS
            .longest(tokens.get(joint + 2..).unwrap_or_default())
            .is_some_and(|(_, class)| matches!(class, UnitClass::Per | UnitClass::Count));
    // "đạt 92,6% trên 1.000 giường": the percent is not a share of the beds.
    let of_other = first_unit.is_some() && is_of(tokens, joint) && {
        let behind = of_length(tokens, joint).map_or(joint, |words| joint + words + 1);
        UNITS.longest_of(tokens.get(behind..).unwrap_or_default(), UnitClass::Percent).is_none()
    };
    let second = second(tokens, joint, until, style).filter(|_| !rate && !of_other)?;
    let is_whole =
        is_slash(tokens, joint) || is_of(tokens, joint) || is_part_of_things(tokens, joint, style);
    (is_whole || second.value > value).then_some(Pair { second, is_whole })
}

/// The second number of a range or fraction.
struct SecondNumber {
    value: Decimal,
    /// Its token.
    at: usize,
}

/// The second number of a range or fraction whose joint is at `joint`.
fn second(
    tokens: &[Token<'_>],
    joint: usize,
    until: usize,
    style: Separators,
) -> Option<SecondNumber> {
    let mark = tokens.get(joint)?;
    let to = matches!(&*mark.key, "đến" | "to");
    let mut next = joint + 1;
    if is_of(tokens, joint) {
        next = joint + of_length(tokens, joint)?;
    } else if is_part_of_things(tokens, joint, style) {
        next = joint + 1;
    } else if !(mark.is("/") || mark.is("-") || mark.is("–") || to) {
        return None;
    }
    // "fell 10 percent to 26.5 million bags" goes from a change to a value.
    let behind_unit = to
        && tokens.get(joint.checked_sub(1)?).is_some_and(|token| token.kind != TokenKind::Number);
    let percent = UNITS.longest_of(tokens.get(next + 1..).unwrap_or_default(), UnitClass::Percent);
    // "improved from 81% to 86%" goes from an earlier value to one, "ranging from 3% to 5%" does not.
    let first = joint.checked_sub(3).filter(|_| behind_unit && mark.text == "to");
    let from =
        first.is_some_and(|at| key(tokens, at) == "from" && !RANGING.contains(before(tokens, at)));
    if behind_unit && (percent.is_none() || from) || to && goes_from(tokens, joint) {
        return None;
    }
    let other = tokens.get(next).filter(|_| next < until)?;
    let value = number(tokens, next, style)?;
    // "24,7 - 25%" is a range, "tăng 5 -6%" is one too; with a word in between it is not.
    (other.kind == TokenKind::Number).then_some(SecondNumber { value, at: next })
}

/// "rose from 12,400 to 13,150 pupils": from an earlier value to one, and no range.
fn goes_from(tokens: &[Token<'_>], joint: usize) -> bool {
    let from = joint.checked_sub(2).filter(|at| key(tokens, *at) == "from");
    from.is_some_and(|from| {
        let changed = [Phrase::Up, Phrase::Down];
        changed.iter().any(|phrase| PHRASES.ends_before(tokens, from, *phrase).is_some())
            || PHRASES.ends_before(tokens, from + 1, Phrase::From).is_some_and(|at| at < from)
    })
}

fn before<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    at.checked_sub(1).map_or("", |at| key(tokens, at))
}

/// "14 trong 63", "87 out of 100", "14th among 63".
fn is_of(tokens: &[Token<'_>], at: usize) -> bool {
    of_length(tokens, at).is_some()
}

fn of_length(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    match (key(tokens, at), key(tokens, at + 1), key(tokens, at + 2)) {
        ("trên", "tổng", "số") | ("trong", "tổng", "số") => Some(3),
        ("out", "of", "the") => Some(3),
        ("trong", "số", _) | ("out", "of", _) | ("among", "the", _) => Some(2),
        // "4th of 63 localities".
        ("of", _, _) if is_ordinal(tokens, at) => Some(1),
        ("trong" | "among" | "trên", _, _) => Some(1),
        _ => None,
    }
}

/// "14 of 15 appeals": two whole numbers, the smaller one first, and what is counted.
fn is_part_of_things(tokens: &[Token<'_>], of: usize, style: Separators) -> bool {
    let Some(before) = of.checked_sub(1).filter(|_| key(tokens, of) == "of") else { return false };
    let counted = |at: usize| {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        number(tokens, at, style).filter(|value| value.scale() == 0 && !token.text.contains('%'))
    };
    let parts = counted(before).zip(counted(of + 1));
    let smaller = parts.is_some_and(|(part, whole)| part <= whole);
    let named = tokens.get(of + 2).is_some_and(|token| token.kind == TokenKind::Word);
    let scaled = UNITS.longest(tokens.get(of + 2..).unwrap_or_default());
    let scaled = scaled.is_some_and(|(_, class)| class != UnitClass::Count);
    smaller && named && !scaled && style == Separators::Point
}

/// Whether an English ordinal is right before a token: "4th".
fn is_ordinal(tokens: &[Token<'_>], at: usize) -> bool {
    let suffix = at.checked_sub(1).map_or("", |before| key(tokens, before));
    at > 1 && adjacent(tokens, at - 1) && matches!(suffix, "th" | "st" | "nd" | "rd")
}

/// The sign right before a number, where it cannot be a dash between two things.
fn sign(tokens: &[Token<'_>], at: usize) -> Option<bool> {
    let sign = tokens.get(at.checked_sub(1)?)?;
    let negative = match sign.text {
        "-" | "–" | "−" => true,
        "+" => false,
        _ => return None,
    };
    let left = at.checked_sub(2).and_then(|at| tokens.get(at));
    let opens = left.is_none_or(|left| left.is("(") || left.is(":"));
    let spaced = left.is_some_and(|left| left.span.end < sign.span.start);
    let tight = adjacent(tokens, at);
    (tight && (!negative || spaced || opens && left.is_some())).then_some(negative)
}

#[cfg(test)]
mod tests {
    use super::super::aside;
    use super::*;
    use crate::dataset::prose::tokens::token;

    fn read(sentence: &str, style: Separators) -> Vec<String> {
        let tokens = token::tokens(sentence);
        let found = quantities(&tokens, &aside::asides(&tokens), style);
        let show = |q: &Quantity| {
            let mut text = q.value.to_string();
            q.high.iter().for_each(|high| text += &format!("..{high}"));
            q.whole.iter().for_each(|whole| text += &format!("/{whole}"));
            format!(
                "{}{text} {}",
                if q.negative == Some(true) { "-" } else { "" },
                q.unit.as_deref().unwrap_or("?")
            )
        };
        found.iter().map(show).collect()
    }

    #[test]
    fn numbers_with_units() {
        let vi = |sentence| read(sentence, Separators::Comma);
        assert_eq!(vi("đạt 2.522,81 tỷ đồng, 24,023 tỷ"), ["2522.81 tỷ đồng", "24.023 tỷ"]);
        assert_eq!(
            vi("53,6 triệu đồng/người/năm và 9,4 bác sĩ/10.000 dân"),
            ["53.6 triệu đồng/người/năm", "9.4 bác sĩ/10.000 dân"]
        );
        assert_eq!(
            vi("xếp 22/63 tỉnh, thành phố; 43,35/80 điểm"),
            ["22/63 tỉnh, thành phố", "43.35/80 điểm"]
        );
        assert_eq!(
            vi("7,5 - 8%; 55-56 triệu đồng; từ 8 đến 9%"),
            ["7.5..8 %", "55..56 triệu đồng", "8..9 %"]
        );
        assert_eq!(vi("giảm 554 vụ (-4,2%)"), ["554 vụ", "-4.2 %"]);
        assert_eq!(vi("2 tỷ 300 triệu đồng"), ["2.3 tỷ đồng"]);
        assert_eq!(
            vi("52,3 tỷ đồng/68 tỷ đồng, 1.120 con/1.335 con, 14 giường/10.000 dân"),
            ["52.3/68 tỷ đồng", "1120/1335 con", "14 giường/10.000 dân"]
        );
        assert_eq!(vi("0,62 điểm phần trăm, 12.300 m2"), ["0.62 điểm phần trăm", "12300 m2"]);
        let en = |sentence| read(sentence, Separators::Point);
        assert_eq!(en("VND 9,640 billion, $2.43 billion"), ["9640 VND billion", "2.43 $ billion"]);
        assert_eq!(
            en("ranked 14th among 63 provinces; 836 new enterprises"),
            ["14/63 provinces", "836 new enterprises"]
        );
        assert_eq!(en("1.75 million visitors"), ["1.75 million visitors"]);
    }
}
