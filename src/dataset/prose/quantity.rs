//! Stage 4: numbers with their units.

use rust_decimal::Decimal;

use super::aside::Aside;
use super::token::{Kind, Token};
use crate::lexicon::prose::{PHRASES, Phrase, UNITS, UnitClass};
use crate::text::parse_number::{Separators, parse};

/// A number with its unit, a range, or a part of a whole.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// The first token: the number, after a sign or a currency.
    pub(super) from: usize,
    /// The token after the last one of the unit.
    pub(super) to: usize,
    /// The tokens of its numbers.
    pub(super) numbers: Vec<usize>,
    /// The value, or the lower end of a range, or the part of a whole.
    pub(super) value: Decimal,
    /// The upper end of a range.
    pub(super) high: Option<Decimal>,
    /// The whole of a part, or the target of an actual: what is behind the slash.
    pub(super) whole: Option<Decimal>,
    /// Whether a sign before it makes it negative, as in "(-4,2%)"; `None` without a sign.
    pub(super) negative: Option<bool>,
    /// The unit as published.
    pub(super) unit: Option<String>,
    /// What the unit measures.
    pub(super) class: UnitClass,
    /// The token at which the counted noun begins, for a unit of things that are counted.
    pub(super) noun: Option<usize>,
    /// Whether the number is written as an ordinal: "14th".
    pub(super) ordinal: bool,
}

impl Quantity {
    /// Whether the unit is a percentage.
    pub(super) fn is_percent(&self) -> bool {
        self.class == UnitClass::Percent
    }

    /// Whether the unit is things that are counted.
    pub(super) fn is_count(&self) -> bool {
        self.class == UnitClass::Count
    }
}

/// Reads the numbers of a sentence that were not set aside. A number that cannot be read is left out.
pub(super) fn quantities(
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
    let value = number(tokens, at, style)?;
    let (mut from, mut end) = (at, at + 1);
    let mut numbers = vec![at];
    let ordinal = adjacent(tokens, end) && matches!(key(tokens, end), "th" | "st" | "nd" | "rd");
    end += usize::from(ordinal);
    let (mut high, mut whole) = (None, None);
    let first_unit = UNITS.longest_of(&tokens[end..], UnitClass::Percent);
    let joint = end + first_unit.unwrap_or(0);
    if let Some((other, next)) = second(tokens, joint, until, style) {
        if is_slash(tokens, joint) || is_of(tokens, joint) {
            whole = Some(other);
        } else if other > value {
            high = Some(other);
        }
        if whole.is_some() || high.is_some() {
            numbers.push(next);
            end = next + 1;
        }
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
    take_currency(&mut quantity, tokens, previous);
    Some(quantity)
}

fn key<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| &token.key)
}

fn adjacent(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && tokens.get(at).is_some_and(|token| token.span.start == tokens[at - 1].span.end)
}

/// The number of a token, by the separators of the language, else by the only way in which it can be read.
fn number(tokens: &[Token<'_>], at: usize, style: Separators) -> Option<Decimal> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let read = parse(token.text)?;
    let decimal = read.with(style).or_else(|| read.unambiguous())?;
    // "02" is 2; "0,50" keeps its digits.
    Some(if token.text.contains([',', '.']) { decimal } else { decimal.normalize() })
}

/// The second number of a range or fraction whose joint is at `joint`, with its token.
fn second(
    tokens: &[Token<'_>],
    joint: usize,
    until: usize,
    style: Separators,
) -> Option<(Decimal, usize)> {
    let mark = tokens.get(joint)?;
    let to = matches!(&*mark.key, "đến" | "to");
    let mut next = joint + 1;
    if is_of(tokens, joint) {
        next = joint + of_length(tokens, joint)?;
    } else if !(mark.is("/") || mark.is("-") || mark.is("–") || to) {
        return None;
    }
    let other = tokens.get(next).filter(|_| next < until)?;
    let other_number = number(tokens, next, style)?;
    // "24,7 - 25%" is a range, "tăng 5 -6%" is one too; a word in between is none.
    (other.kind == Kind::Number).then_some((other_number, next))
}

fn is_slash(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is("/"))
}

/// "14 trong 63", "87 out of 100", "14th among 63".
fn is_of(tokens: &[Token<'_>], at: usize) -> bool {
    of_length(tokens, at).is_some()
}

fn of_length(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    match (key(tokens, at), key(tokens, at + 1), key(tokens, at + 2)) {
        ("trên", "tổng", "số") | ("trong", "tổng", "số") => Some(3),
        ("trong", "số", _) | ("out", "of", _) => Some(2),
        ("trong" | "among" | "trên", _, _) => Some(1),
        _ => None,
    }
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

/// Reads the unit behind the numbers of a quantity.
fn take_unit(quantity: &mut Quantity, tokens: &[Token<'_>], until: usize, style: Separators) {
    let start = quantity.to;
    let mut at = start;
    let mut scaled = false;
    while let Some(length) = UNITS.longest_of(&tokens[at..], UnitClass::Scale) {
        at += length;
        scaled = true;
    }
    // "2 tỷ 300 triệu đồng" is 2,3 tỷ đồng.
    if scaled && at < until && add_lower_scale(quantity, tokens, start, at, style) {
        return;
    }
    let unit = UNITS
        .longest(&tokens[at..])
        .filter(|(_, class)| !matches!(class, UnitClass::Scale | UnitClass::Per))
        .filter(|(length, _)| !begins_longer_phrase(&tokens[at..], *length))
        .map(|unit| percent_of_things(tokens, at, unit));
    let (mut end, class) = match unit {
        Some((length, class)) => (at + length, class),
        None => match english_noun(tokens, at) {
            Some(end) => (end, UnitClass::Count),
            None => (at, UnitClass::Scale),
        },
    };
    if end == start {
        return;
    }
    if class == UnitClass::Count {
        quantity.noun = Some(at);
    }
    if class != UnitClass::Scale
        && let Some(per) = per(tokens, end)
    {
        end = per;
    }
    quantity.class = class;
    quantity.to = end;
    quantity.unit = Some(join(tokens, start, end));
    if class == UnitClass::Percent && end == start + 1 {
        quantity.unit = Some("%".to_owned());
    }
}

/// Whether a unit is only the beginning of a verb: "giải" in "giải ngân".
fn begins_longer_phrase(tokens: &[Token<'_>], length: usize) -> bool {
    matches!(PHRASES.longest(tokens), Some((longer, Phrase::Verb)) if longer > length)
}

/// "100% điểm đen" are percent of things, and no percentage points.
fn percent_of_things(
    tokens: &[Token<'_>],
    at: usize,
    (length, class): (usize, UnitClass),
) -> (usize, UnitClass) {
    let things = UNITS.longest_of(tokens.get(at + 1..).unwrap_or_default(), UnitClass::Count);
    let longer =
        class == UnitClass::Points && length == 2 && things.is_some_and(|length| length > 1);
    if longer { (1, UnitClass::Percent) } else { (length, class) }
}

/// A known noun behind one or two adjectives: "new enterprises".
fn english_noun(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let plain = |at: usize| {
        tokens.get(at).is_some_and(|token| token.kind == Kind::Word && token.text.is_ascii())
    };
    (1..=2).find_map(|adjectives| {
        let before = (at..at + adjectives).all(plain);
        let noun = tokens
            .get(at + adjectives)
            .filter(|noun| noun.text.is_ascii() && noun.text.ends_with('s'))?;
        let known = UNITS.longest(&tokens[at + adjectives..]);
        let stop = (at..at + adjectives).any(|at| {
            matches!(
                key(tokens, at),
                "in" | "of" | "and" | "to" | "by" | "for" | "with" | "from" | "at" | "on" | "the"
            )
        });
        (before && !stop && noun.kind == Kind::Word).then_some(())?;
        known
            .filter(|(_, class)| *class == UnitClass::Count)
            .map(|(length, _)| at + adjectives + length)
    })
}

/// The end of "/người/năm", "/10.000 dân" behind a unit.
fn per(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !is_slash(tokens, at) {
        return None;
    }
    let mut next = at + 1;
    if PHRASES.longest_of(tokens.get(next..)?, Phrase::Plan).is_some() {
        return None;
    }
    let numbered = tokens
        .get(next)
        .is_some_and(|token| token.kind == Kind::Number && token.text.starts_with('1'));
    next += usize::from(numbered);
    while let Some(length) =
        UNITS.longest_of(tokens.get(next..)?, UnitClass::Scale).filter(|_| numbered)
    {
        next += length;
    }
    let known = UNITS.longest_of(tokens.get(next..)?, UnitClass::Per);
    let word = tokens.get(next).filter(|token| token.kind == Kind::Word).map(|_| 1);
    let end = next + known.or(word)?;
    Some(per(tokens, end).unwrap_or(end))
}

/// Adds a second number of the next smaller scale. Returns whether there is one.
fn add_lower_scale(
    quantity: &mut Quantity,
    tokens: &[Token<'_>],
    start: usize,
    at: usize,
    style: Separators,
) -> bool {
    let scale = |word: &str| match word {
        "nghìn" | "ngàn" => Some(1_000_u64),
        "triệu" => Some(1_000_000),
        "tỷ" | "tỉ" => Some(1_000_000_000),
        _ => None,
    };
    let whole = quantity.high.is_none() && quantity.whole.is_none() && quantity.value.scale() == 0;
    let (Some(large), Some(more), Some(small)) =
        (scale(key(tokens, start)), number(tokens, at, style), scale(key(tokens, at + 1)))
    else {
        return false;
    };
    let money = UNITS.longest_of(tokens.get(at + 2..).unwrap_or_default(), UnitClass::Money);
    let (Some(length), true) =
        (money, whole && at == start + 1 && small < large && more < Decimal::from(1000))
    else {
        return false;
    };
    let part = more.checked_mul(Decimal::from(small)).and_then(|it| it.checked_div(large.into()));
    let Some(sum) = part.and_then(|part| quantity.value.checked_add(part)) else { return false };
    quantity.value = sum.normalize();
    quantity.numbers.push(at);
    quantity.to = at + 2 + length;
    quantity.class = UnitClass::Money;
    quantity.unit = Some(format!("{} {}", tokens[start].text, join(tokens, at + 2, quantity.to)));
    true
}

/// Takes a currency before the number into the unit: "VND 9,640 billion".
fn take_currency(quantity: &mut Quantity, tokens: &[Token<'_>], previous: usize) {
    let Some(at) = quantity.from.checked_sub(1).filter(|at| *at >= previous) else { return };
    let sign = key(tokens, at);
    if !matches!(sign, "vnd" | "$" | "usd" | "us$" | "€") || quantity.class != UnitClass::Scale {
        return;
    }
    let us = sign == "$" && at > previous && key(tokens, at - 1) == "us";
    quantity.from = at - usize::from(us);
    let currency = if us { "US$" } else { tokens[at].text };
    quantity.class = UnitClass::Money;
    quantity.unit = Some(match &quantity.unit {
        Some(scale) => format!("{currency} {scale}"),
        None => currency.to_owned(),
    });
}

/// The text of tokens, with one space where there is any.
pub(super) fn join(tokens: &[Token<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    for at in from..to.min(tokens.len()) {
        if at > from && !adjacent(tokens, at) {
            text.push(' ');
        }
        text.push_str(tokens[at].text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::{aside, token};
    use super::*;

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
