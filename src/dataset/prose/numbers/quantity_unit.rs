//! The unit of a quantity.

use std::ops::Range;

use rust_decimal::Decimal;

use super::counted_noun::{end_of_list, english_noun, noun_behind_scale};
use super::quantity::{Quantity, adjacent, is_larger_time, is_slash, join, key, number};
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{PHRASES, Phrase, UNITS, UnitClass};
use crate::text::parse_number::Separators;

/// A unit that is in a list.
#[derive(Debug, Clone, Copy)]
struct KnownUnit {
    /// How many words it has.
    length: usize,
    class: UnitClass,
}

/// Reads the unit behind the numbers of a quantity.
pub(super) fn take_unit(
    quantity: &mut Quantity,
    tokens: &[Token<'_>],
    until: usize,
    style: Separators,
) {
    if take_base(quantity, tokens, until) {
        return;
    }
    let start = quantity.to;
    let mut at = start;
    let mut scaled = false;
    while let Some(length) = UNITS.longest_of(&tokens[at..], UnitClass::Scale) {
        at += length;
        scaled = true;
    }
    // "2 tỷ 300 triệu đồng" is 2,3 tỷ đồng.
    if scaled && at < until && add_lower_scale(quantity, tokens, start, at, style)
        || !scaled && add_minutes(quantity, tokens, start, until, style)
    {
        return;
    }
    let unit = UNITS
        .longest(&tokens[at..])
        .filter(|(_, class)| !matches!(class, UnitClass::Scale | UnitClass::Per))
        .filter(|(length, _)| !begins_longer_phrase(&tokens[at..], *length))
        .map(|(length, class)| percent_of_things(tokens, at, KnownUnit { length, class }));
    let (mut end, class) = match unit {
        Some(KnownUnit { length, class }) => (at + length, class),
        None => {
            let noun = english_noun(tokens, at);
            let noun = noun.or_else(|| noun_behind_scale(tokens, start..at));
            match (noun, unknown_code(tokens, start..at)) {
                (Some(end), _) => (end, UnitClass::Count),
                (None, Some(end)) => (end, UnitClass::Measure),
                (None, None) => (at, UnitClass::Scale),
            }
        }
    };
    if end == start {
        return;
    }
    let first = end;
    if class == UnitClass::Count {
        quantity.noun = Some(at);
        end = end_of_list(tokens, end);
    }
    if class != UnitClass::Scale
        && let Some(per) = per(tokens, end).or_else(|| per_word(tokens, end))
    {
        end = per;
    }
    quantity.class = class;
    quantity.to = end;
    quantity.unit = Some(join(tokens, start, end));
    // "46/46 nhà tạm, nhà dột nát": two kinds of one thing.
    if end > first && key(tokens, first + 1) == key(tokens, at) && first + 2 == end {
        quantity.unit = Some(join(tokens, start, at + 1));
    }
    let length = UNITS.longest_of(tokens.get(start..).unwrap_or_default(), UnitClass::Percent);
    if class == UnitClass::Percent && length == Some(end - start) {
        quantity.unit = Some("%".to_owned());
    }
}

/// The end of an abbreviation that no list has, alone between thousands or millions and what ends
/// the phrase: "512 nghìn KTQ, tăng 4%". Behind billions it says whose the money is: "12 tỷ NSTW".
fn unknown_code(tokens: &[Token<'_>], scale: Range<usize>) -> Option<usize> {
    let large = matches!(key(tokens, scale.start), "nghìn" | "ngàn" | "triệu");
    let code = tokens.get(scale.end).filter(|code| code.kind == TokenKind::Word)?;
    let written = code.is_capitals() && code.text.chars().count() > 1;
    let end = scale.end + 1;
    let ends = tokens.get(end).is_none_or(|next| {
        next.kind == TokenKind::Mark && matches!(&*next.key, "," | "." | ";" | ")")
    });
    (large && scale.len() == 1 && written && ends).then_some(end)
}

/// "25/100.000 trẻ đẻ sống", "67 per 10,000 children": a rate whose unit is only what it is per.
fn take_base(quantity: &mut Quantity, tokens: &[Token<'_>], until: usize) -> bool {
    let start = quantity.to;
    let per = key(tokens, start) == "per";
    let single = quantity.whole.is_none() && quantity.high.is_none();
    if !single
        || start + 1 >= until
        || !is_large_base(tokens, start + 1)
        || !(per || is_slash(tokens, start))
    {
        return false;
    }
    let thing = UNITS.longest_of(tokens.get(start + 2..).unwrap_or_default(), UnitClass::Per);
    let thing = thing.or_else(|| UNITS.longest_of(tokens.get(start + 2..)?, UnitClass::Count));
    // "12/10.000" without a noun may be a part of a whole.
    if thing.is_none() && !per {
        return false;
    }
    quantity.to = start + 2 + thing.unwrap_or(0);
    quantity.class = UnitClass::Measure;
    quantity.unit = Some(join(tokens, start, quantity.to));
    true
}

/// Whether a number is what a rate is per: 1.000 or more, a power of ten.
pub(super) fn is_large_base(tokens: &[Token<'_>], at: usize) -> bool {
    const DIGITS: usize = 5;
    tokens.get(at).is_some_and(|token| {
        is_power_of_ten(token) && token.text.chars().filter(char::is_ascii_digit).count() >= DIGITS
    })
}

/// Whether a unit is only the beginning of a verb: "giải" in "giải ngân".
fn begins_longer_phrase(tokens: &[Token<'_>], length: usize) -> bool {
    matches!(PHRASES.longest(tokens), Some((longer, Phrase::Verb)) if longer > length)
}

/// "100% điểm đen" are percent of things, and no percentage points.
fn percent_of_things(tokens: &[Token<'_>], at: usize, unit: KnownUnit) -> KnownUnit {
    let things = UNITS.longest_of(tokens.get(at + 1..).unwrap_or_default(), UnitClass::Count);
    let longer =
        unit.class == UnitClass::Points && unit.length == 2 && things.is_some_and(|many| many > 1);
    if longer { KnownUnit { length: 1, class: UnitClass::Percent } } else { unit }
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
    // "1.120 con/1.335 con" is a part of a whole, and no rate.
    let numbered = tokens.get(next).is_some_and(is_power_of_ten);
    next += usize::from(numbered);
    while let Some(length) =
        UNITS.longest_of(tokens.get(next..)?, UnitClass::Scale).filter(|_| numbered)
    {
        next += length;
    }
    let known = UNITS.longest_of(tokens.get(next..)?, UnitClass::Per);
    // "/hợp tác xã/năm": a thing that is counted.
    let known = known.or_else(|| UNITS.longest_of(tokens.get(next..)?, UnitClass::Count));
    let word = tokens.get(next).filter(|token| token.kind == TokenKind::Word).map(|_| 1);
    let end = next + known.or(word)?;
    Some(per(tokens, end).unwrap_or(end))
}

/// Whether a token is 1, 10, 100, "10.000": what a rate is per.
fn is_power_of_ten(token: &Token<'_>) -> bool {
    let mut digits = token.text.chars().filter(char::is_ascii_digit);
    token.kind == TokenKind::Number
        && digits.next() == Some('1')
        && digits.all(|digit| digit == '0')
}

/// "52,3 tỷ đồng/68 tỷ đồng": the second number of a pair in the same unit is the whole.
pub(super) fn take_whole(
    quantity: &mut Quantity,
    tokens: &[Token<'_>],
    until: usize,
    style: Separators,
) {
    let slash = quantity.to;
    let first = quantity.numbers.last().map_or(slash, |at| at + 1);
    let unit = slash.saturating_sub(first);
    let single = quantity.whole.is_none() && quantity.high.is_none() && unit > 0;
    let total = total_length(tokens, slash);
    let joint = if is_slash(tokens, slash) { 1 } else { total };
    let at = slash + joint;
    if !single || joint == 0 || at >= until {
        return;
    }
    let Some(whole) = number(tokens, at, style) else { return };
    let end = at + 1 + unit;
    let (Some(own), Some(other)) = (tokens.get(first..slash), tokens.get(at + 1..end)) else {
        return;
    };
    if total > 0 && whole < quantity.value {
        return;
    }
    if own.iter().zip(other).all(|(own, other)| own.key == other.key) {
        quantity.whole = Some(whole);
        quantity.numbers.push(at);
        quantity.to = end;
    }
}

/// The number of words that say of how many: "1.540 việc trên tổng số 2.018 việc".
fn total_length(tokens: &[Token<'_>], at: usize) -> usize {
    let of_all = matches!(key(tokens, at), "trên" | "trong") && key(tokens, at + 1) == "tổng";
    match key(tokens, at + 2) {
        "số" if of_all => 3,
        _ => 0,
    }
}

/// "29 giờ 40 phút" is 1.780 phút, "4 minutes 12 seconds" are 252 seconds. Returns whether there is a smaller unit.
fn add_minutes(
    quantity: &mut Quantity,
    tokens: &[Token<'_>],
    hours: usize,
    until: usize,
    style: Separators,
) -> bool {
    let single = quantity.high.is_none() && quantity.whole.is_none();
    let read = is_larger_time(key(tokens, hours), key(tokens, hours + 2)) && hours + 2 < until;
    let Some(minutes) = number(tokens, hours + 1, style).filter(|_| single && read) else {
        return false;
    };
    let sum = quantity.value.checked_mul(Decimal::from(60)).and_then(|it| it.checked_add(minutes));
    let Some(sum) = sum else { return false };
    quantity.value = sum;
    quantity.numbers.push(hours + 1);
    quantity.to = hours + 3;
    quantity.class = UnitClass::Measure;
    quantity.unit = Some(join(tokens, hours + 2, hours + 3));
    true
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
pub(super) fn take_currency(quantity: &mut Quantity, tokens: &[Token<'_>], previous: usize) {
    let Some(at) = quantity.from.checked_sub(1).filter(|at| *at >= previous) else { return };
    // "Rs. 8,415 million".
    let point = key(tokens, at) == "." && at > previous && key(tokens, at - 1) == "rs";
    let at = at - usize::from(point);
    let sign = key(tokens, at);
    // "£612.4m" are millions, and no metres.
    let short = matches!(sign, "$" | "£" | "€") && quantity.unit.as_deref() == Some("m");
    if short {
        quantity.unit = Some("million".to_owned());
        quantity.class = UnitClass::Scale;
    }
    if !matches!(sign, "vnd" | "$" | "usd" | "us$" | "€" | "£" | "rs")
        || quantity.class != UnitClass::Scale
    {
        return;
    }
    let us = sign == "$" && at > previous && key(tokens, at - 1) == "us";
    quantity.from = at - usize::from(us);
    let currency = if us { "US$" } else { tokens[at].text };
    quantity.class = UnitClass::Money;
    let mut unit = match &quantity.unit {
        Some(scale) => format!("{currency} {scale}"),
        None => currency.to_owned(),
    };
    if let Some(end) = per_word(tokens, quantity.to) {
        unit = format!("{unit} {}", join(tokens, quantity.to, end));
        quantity.to = end;
    }
    quantity.unit = Some(unit);
}

/// The end of "per tonne" behind a unit.
fn per_word(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let known = UNITS.longest(tokens.get(at + 1..)?);
    let measured = known.is_some_and(|(_, class)| class != UnitClass::Percent);
    let word =
        tokens.get(at + 1).filter(|token| token.kind == TokenKind::Word && token.text.is_ascii());
    let is_percent = matches!(key(tokens, at + 1), "cent" | "cents");
    // "days per full-time employee".
    let joined = |at: usize| adjacent(tokens, at);
    let hyphened = word.is_some() && tokens.get(at + 2).is_some_and(|token| token.is("-"));
    if key(tokens, at) == "per" && hyphened && joined(at + 2) && joined(at + 3) {
        let noun = tokens.get(at + 4).filter(|noun| noun.kind == TokenKind::Word).is_some()
            && PHRASES.longest(&tokens[at + 4..]).is_none();
        return Some(at + 4 + usize::from(noun));
    }
    (key(tokens, at) == "per" && word.is_some() && !is_percent)
        .then(|| at + 1 + known.filter(|_| measured).map_or(1, |(length, _)| length))
}
