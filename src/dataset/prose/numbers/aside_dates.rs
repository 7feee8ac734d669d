//! Dates, years and durations, which are no figures.

use super::aside_tokens::{adjacent, before, chain, follows, is_at, is_year, small};
use super::quantity::is_larger_time;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::period;
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{BEHIND_MEASURED_TIME, MEASURED_TIMES, SHORT_MONTHS};

/// "14/6/2022", "14-6-2022", "14.6.2022".
pub(super) fn full_date(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let dotted = tokens[at].text.split('.').collect::<Vec<_>>();
    if let [day, month, year] = dotted[..]
        && day.len() <= 2
        && month.len() <= 2
        && year.len() == 4
    {
        return Some(at + 1);
    }
    let end = ["/", "-"].into_iter().map(|mark| chain(tokens, at, &[mark])).max()?;
    (end == at + 5 && is_year(tokens, at + 4) && small(tokens, at, 2).is_some()).then_some(end)
}

/// "ngày 15/6", "ngày 15.6", "ngày 15", "June 28".
pub(super) fn day_and_month(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    // "HANOI, Nov. 6 - …".
    let month = at.checked_sub(2).map_or("", |at| &*tokens[at].key);
    let dotted = before(tokens, at).is_some_and(|token| token.is("."));
    if dotted && SHORT_MONTHS.contains(month) && small(tokens, at, 2).is_some() {
        return Some(at + 1);
    }
    if !follows(tokens, at, NameWord::DateBefore) {
        return None;
    }
    let named =
        before(tokens, at).is_some_and(|token| matches!(&*token.key, "ngày" | "mùng" | "mồng"));
    let english = before(tokens, at).is_some_and(|token| token.text.is_ascii());
    let end = chain(tokens, at, &["/"]);
    if let Some(end) = hyphened_day(tokens, at) {
        return Some(end);
    }
    let dotted = tokens[at]
        .text
        .split_once('.')
        .is_some_and(|(day, month)| day.len() <= 2 && month.len() <= 2);
    let paired =
        end == at + 3 && small(tokens, at, 2).is_some() && small(tokens, at + 2, 4).is_some();
    let counted = UNITS.longest(&tokens[end..]).is_some();
    // "đến 31/12 giải ngân": no part is larger than its whole.
    let later = paired && small(tokens, at, 2) > small(tokens, at + 2, 4);
    let is_date = paired && later && small(tokens, at + 2, 2).is_some_and(|month| month <= 12);
    if (dotted || paired) && !counted || is_date {
        return Some(end);
    }
    // "các ngày 1, 2 và 3/5".
    let more = named && small(tokens, at, 2).is_some();
    if let Some(last) = more.then(|| days_in_a_row(tokens, at)).flatten() {
        return Some(last);
    }
    let alone = small(tokens, at, 2).is_some() && (named || english && !counted);
    alone.then(|| if named { range_of_days(tokens, at) } else { at + 1 })
}

/// The end of "31-10" and "20-11-2024" behind a word for a date. What can also be from one number to another, "đến
/// 5-6", is a date only where no thing follows that could be counted.
fn hyphened_day(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let end = chain(tokens, at, &["-"]);
    let (day, month) = (small(tokens, at, 2)?, small(tokens, at + 2, 2)?);
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    let tight = (at + 1..end).all(|at| adjacent(tokens, at));
    let rest = tokens.get(end..)?;
    let rising = day < month
        && before(tokens, at).is_none_or(|token| &*token.key != "ngày")
        && rest.first().is_some_and(|next| next.kind == TokenKind::Word)
        && matches!(PHRASES.longest(rest), None | Some((_, Phrase::Word)));
    let counted = UNITS.longest(rest).is_some();
    (end == at + 3 && fits && tight && !rising && !counted).then_some(end)
}

/// The end of "1, 2 và 3/5" behind "ngày".
fn days_in_a_row(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let day = |at: usize| small(tokens, at, 2).is_some_and(|day| (1..=31).contains(&day));
    let mut last = at;
    while tokens.get(last + 1).is_some_and(|token| token.is(",") || &*token.key == "và")
        && day(last + 2)
    {
        last += 2;
    }
    let end = chain(tokens, last, &["/"]);
    (last > at && end == last + 3).then_some(end)
}

/// "từ 30/4 đến 4/5", "30/4 - 1/5/2025": days from one to another.
pub(super) fn range_of_dates(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let joins = |token: &Token<'_>| {
        token.is("-") || token.is("–") || matches!(&*token.key, "đến" | "to" | "tới")
    };
    let date = |at: usize| {
        let end = chain(tokens, at, &["/"]).max(hyphened_day(tokens, at).unwrap_or(at));
        let day = small(tokens, at, 2).is_some_and(|day| (1..=31).contains(&day));
        let month = small(tokens, at + 2, 2).is_some_and(|month| (1..=12).contains(&month));
        (day && month && (end == at + 3 || end == at + 5 && is_year(tokens, at + 4))).then_some(end)
    };
    let first = date(at)?;
    let second = if tokens.get(first).is_some_and(joins) { first + 1 } else { return None };
    let end = date(second)?;
    let named = before(tokens, at).is_some_and(|token| {
        matches!(&*token.key, "từ" | "from" | "lễ" | "dịp" | "ngày") || token.is("(")
    });
    (named && UNITS.longest(&tokens[end..]).is_none()).then_some(end)
}

/// "ngày 28 và 29", "ngày 5 - 7".
pub(super) fn range_of_days(tokens: &[Token<'_>], at: usize) -> usize {
    let joined = tokens.get(at + 1).is_some_and(|token| token.is("-") || token.is("–"));
    if joined && small(tokens, at + 2, 2).is_some() {
        chain(tokens, at + 2, &["/"])
    } else {
        chain(tokens, at, &["/"])
    }
}

/// "tháng 7", "tháng 7/2024".
pub(super) fn month(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is_month = follows(tokens, at, NameWord::MonthBefore) && small(tokens, at, 2).is_some();
    is_month.then(|| chain(tokens, at, &["/", "-", "–", "."]))
}

/// "quý 2/2024", "quý I/2025", "quý II.2024".
pub(super) fn quarter(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if follows(tokens, at, NameWord::QuarterBefore) && small(tokens, at, 1).is_some() {
        return Some(chain(tokens, at, &["/", "-"]));
    }
    let slash = before(tokens, at).is_some_and(|token| token.is("/") || token.is("."));
    let roman = at.checked_sub(2).and_then(|at| tokens.get(at));
    let roman = roman.is_some_and(|token| matches!(&*token.key, "i" | "ii" | "iii" | "iv"));
    (slash && roman && is_year(tokens, at)).then_some(at + 1)
}

/// "năm 2024", "giai đoạn 2021 - 2025", "2024".
pub(super) fn year(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !is_year(tokens, at) {
        return None;
    }
    let mut end = chain(tokens, at, &["-", "–", "/"]);
    // "lứa sinh năm 2018, 2019, 2020".
    while tokens.get(end).is_some_and(|token| token.is(",") || &*token.key == "và")
        && is_year(tokens, end + 1)
    {
        end += 2;
    }
    let named = follows(tokens, at, NameWord::YearBefore);
    // After "từ" and "so với" a year has to look like one too; every other number behind it has a unit.
    let unit = UNITS.longest(&tokens[end..]).is_some_and(|(_, unit)| unit != UnitClass::Points);
    let sure = before(tokens, at)
        .is_some_and(|token| matches!(&*token.key, "năm" | "đoạn" | "kỳ" | "học" | "in"));
    (named && sure || !unit).then_some(end)
}

/// "Luật Giáo dục 2019", "giá so sánh năm 2010", "chuẩn nghèo giai đoạn 2022-2025": a year that only says which law,
/// prices or standard is meant. "chuẩn nghèo năm 2024" may be the period of a figure.
pub(super) fn year_in_name(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const LAW: usize = 8;
    if !is_year(tokens, at) {
        return None;
    }
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let end = chain(tokens, at, &["-", "–"]);
    let phase = at >= 2 && key(at - 2) == "giai" && key(at - 1) == "đoạn";
    let year = at >= 1 && key(at - 1) == "năm";
    let from = at - if phase { 2 } else { usize::from(year) };
    let words = |words: &[&str]| {
        let start = from.checked_sub(words.len());
        start.is_some_and(|start| words.iter().enumerate().all(|(n, word)| key(start + n) == *word))
    };
    let prices = words(&["giá", "so", "sánh"]) || words(&["giá", "cố", "định"]);
    let criteria = words(&["bộ", "tiêu", "chí"]) || words(&["bộ", "chỉ", "số"]);
    let standard = end > at + 1
        && (words(&["chuẩn", "nghèo"])
            || words(&["chuẩn", "nghèo", "đa", "chiều"])
            || words(&["chuẩn", "nghèo", "mới"])
            || words(&["tiêu", "chí", "quốc", "gia"]));
    let mut before = tokens[from.saturating_sub(LAW)..from].iter().rev();
    let law = before
        .by_ref()
        .take_while(|token| token.kind == TokenKind::Word)
        .any(|token| matches!(token.text, "Luật" | "Pháp" | "Hiến"));
    (prices || criteria || standard || law && end == at + 1).then_some(end)
}

/// "6 tháng đầu năm", "trẻ dưới 5 tuổi", "khách sạn 3 sao".
pub(super) fn duration(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 3)?;
    let mut end = at + 1;
    if tokens
        .get(end)
        .is_some_and(|token| token.is("-") || token.is("–") || matches!(&*token.key, "đến" | "to"))
        && small(tokens, end + 1, 3).is_some()
    {
        end += 2;
    }
    // "6-year".
    let from = end + usize::from(is_at(tokens, end, "-") && adjacent(tokens, end));
    NAME_WORDS.longest_of(tokens.get(from..)?, NameWord::DurationAfter)?;
    let key = tokens.get(from).map(|token| &*token.key);
    let is_reached = reached(tokens, at);
    // What is reached, or what a change is counted in, is a figure: "tuổi thọ đạt 73,8 tuổi".
    let counted = matches!(key, Some("tuổi" | "năm" | "ngày" | "giờ" | "phút")) && is_reached;
    // "từ hạng 25 năm 2024 lên hạng 18": a position. "khách sạn hạng 4 sao" is a class.
    let ranked = at.checked_sub(1).is_some_and(|at| matches!(&*tokens[at].key, "hạng" | "thứ"))
        && !matches!(key, Some("sao" | "star" | "stars"));
    (!counted && !ranked && !is_measured(tokens, at, end)).then_some(end)
}

/// Whether a time is what is measured: "Thời gian chờ bình quân 24 giờ", "SAIDI 412 phút".
fn is_measured(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    const WORDS: usize = 12;
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    if !MEASURED_TIMES.contains(key(end)) {
        return false;
    }
    // "was 29.4 days (target: 26 days)".
    let mut left = tokens[..at].iter().rev().filter(|token| !token.is(":"));
    let target = left.next().is_some_and(|token| &*token.key == "target");
    if target && left.next().is_some_and(|token| token.is("(")) {
        return true;
    }
    // "compared with 21.7 days in 2022/23 and a target of 20 days".
    if at >= 2 && key(at - 1) == "of" && key(at - 2) == "target" {
        return true;
    }
    // "29 giờ 40 phút", "4 minutes 12 seconds": the minutes belong to the hours.
    if at >= 2 && is_larger_time(key(at - 1), key(end)) && tokens[at - 2].kind == TokenKind::Number
    {
        return is_measured(tokens, at - 2, at - 1);
    }
    let followed = tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number)
        && is_larger_time(key(end), key(end + 2));
    if followed && key(end).is_ascii() {
        return true;
    }
    let last = if followed { end + 2 } else { end };
    // "7 ngày làm việc".
    let last = if key(last + 1) == "làm" && key(last + 2) == "việc" { last + 2 } else { last };
    let ends = tokens.get(last + 1).is_none_or(|token| token.kind == TokenKind::Mark)
        || BEHIND_MEASURED_TIME.contains(key(last + 1));
    let named = |from: usize| {
        matches!(
            (key(from), key(from + 1)),
            ("thời", "gian" | "lượng" | "hạn")
                | ("số", "giờ" | "phút" | "ngày")
                | ("time", _)
                | ("duration", _)
        )
    };
    let is_word = |at: &usize| {
        tokens[*at].kind != TokenKind::Mark
            || tokens[*at].is("-")
            || tokens[*at].is("/")
            || tokens[*at].is("(")
            || tokens[*at].is(")")
    };
    let clause = (0..at).rev().take(WORDS + 8).take_while(is_word).last().unwrap_or(at);
    // "Thời gian 5 ngày nghỉ lễ" names no measure, "thời gian chờ 5 ngày" does.
    let measure = (clause..at).any(|from| named(from) && from + 2 < at);
    // "SAIDI lũy kế 412 phút".
    let summed = at > 2 && matches!(key(at - 2), "lũy" | "luỹ") && key(at - 1) == "kế";
    let coded = if summed { at - 2 } else { at };
    let code = before(tokens, coded).is_some_and(Token::is_capitals);
    ends && (measure || code)
}

/// Whether a word that announces a value is right before the number.
pub(super) fn reached(tokens: &[Token<'_>], at: usize) -> bool {
    let classes = [Phrase::Reach, Phrase::Up, Phrase::Down, Phrase::To];
    classes.iter().any(|class| PHRASES.ends_before(tokens, at, *class).is_some())
}

/// "6 April 2025".
pub(super) fn day_of_month(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let day = small(tokens, at, 2)? <= 31;
    let month = tokens.get(at + 1).filter(|token| period::is_english_month(&token.key))?;
    let capital = month.text.starts_with(char::is_uppercase);
    (day && capital).then(|| at + 2 + usize::from(is_year(tokens, at + 2)))
}

/// "24/24 giờ", "24/7", "24-hour".
pub(super) fn around_the_clock(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let hours = small(tokens, at, 2)? == 24;
    let end = chain(tokens, at, &["/"]);
    let always = end == at + 3 && matches!(small(tokens, at + 2, 2), Some(24 | 7));
    (hours && always).then_some(end)
}
