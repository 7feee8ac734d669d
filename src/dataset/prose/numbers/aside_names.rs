//! Ordinals, documents, and numbers that are parts of names.

use super::aside_tokens::{
    adjacent, before, chain, follows, is_at, is_code, is_lower_word, is_number, is_year, small,
};
use super::worded_rank::is_further_rank;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::BASES_OF_RATES;

/// "1.", "1.2." or "a)" at the start of a paragraph.
pub(super) fn list_number(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let leading =
        tokens[..at].iter().all(|token| matches!(token.text, "-" | "–" | "+" | "*" | "•" | "("));
    let short = tokens[at].text.len() <= 8 && !tokens[at].text.contains(',');
    let mark = is_at(tokens, at + 1, ".") || is_at(tokens, at + 1, ")");
    let behind = tokens.get(at + 2).is_some_and(|token| token.kind != TokenKind::Number);
    (leading && short && mark && behind && adjacent(tokens, at + 1)).then_some(at + 1)
}

/// "[1]", "8,01%(1)".
pub(super) fn footnote(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 2)?;
    let square =
        before(tokens, at).is_some_and(|token| token.is("[")) && is_at(tokens, at + 1, "]");
    let round = before(tokens, at).is_some_and(|token| token.is("(")) && is_at(tokens, at + 1, ")");
    let raised = round && adjacent(tokens, at - 1) && small(tokens, at, 1).is_some();
    (square || raised).then_some(at + 1)
}

/// "4G", "Covid-19", "12h30": digits that continue a word, or begin one.
pub(super) fn attached(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let dash = before(tokens, at).is_some_and(|token| token.is("-")) && adjacent(tokens, at);
    let word = at.checked_sub(2).and_then(|at| tokens.get(at));
    let named = word.is_some_and(|word| word.kind == TokenKind::Word && !is_lower_word(word));
    if dash && named && adjacent(tokens, at - 1) {
        return Some(at + 1);
    }
    let next = tokens
        .get(at + 1)
        .filter(|token| token.kind == TokenKind::Word && adjacent(tokens, at + 1))?;
    let suffix = matches!(&*next.key, "th" | "st" | "nd" | "rd");
    let unit = UNITS.longest(&tokens[at + 1..]).is_some();
    (!unit && !suffix).then_some(at + 2)
}

/// "148/QĐ-TTg", "35-CT/TW", "05/2020/NQ-HĐND".
pub(super) fn document(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|token| token.is("/") || token.is("-"))
        && adjacent(tokens, end)
        && tokens.get(end + 1).is_some_and(|token| token.kind != TokenKind::Mark)
        && adjacent(tokens, end + 1)
    {
        end += 2;
    }
    let letters =
        tokens[at + 1..end].iter().any(|token| token.kind == TokenKind::Word && is_code(token));
    // "Nghị định 61/2018".
    let kind =
        at.checked_sub(1).map(|last| last - usize::from(&*tokens[last].key == "số" && last > 0));
    let named = kind.is_some_and(|last| {
        matches!(&*tokens[last].key, "định" | "tư" | "thị" | "luật")
            && matches!(tokens[last.saturating_sub(1)].text, "Nghị" | "Quyết" | "Thông" | "Chỉ")
    });
    let dated = end == at + 3 && is_year(tokens, at + 2) && small(tokens, at, 4).is_some();
    (letters || named && dated).then_some(end)
}

/// "19/19 tiêu chí": a name of what is complete.
pub(super) fn criteria(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let end = chain(tokens, at, &["/"]);
    let noun = tokens.get(end).is_some_and(|token| &*token.key == "tiêu")
        && tokens.get(end + 1).is_some_and(|token| &*token.key == "chí");
    let full = end == at + 3
        && tokens[at].text.trim_start_matches('0') == tokens[at + 2].text.trim_start_matches('0');
    // "3 thôn đạt 9/10 tiêu chí" counts the villages.
    let counted = at.checked_sub(3).is_some_and(|at| is_number(tokens, at))
        && before(tokens, at).is_some_and(|token| &*token.key == "đạt");
    // "xã Hồng Kim đạt 19/19 tiêu chí" is what that place has reached.
    let proper = at.checked_sub(2).and_then(|at| tokens.get(at));
    let of_place = before(tokens, at).is_some_and(|token| &*token.key == "đạt")
        && proper.is_some_and(|token| {
            token.text.starts_with(char::is_uppercase) && !token.is_capitals()
        });
    let full = full && !of_place;
    (noun && (full || counted && end == at + 3)).then_some(end)
}

/// "/10.000 dân", "trên 1 vạn dân", "/1 ha đất": the base of a rate.
pub(super) fn round_base(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let digits: String = tokens[at].text.chars().filter(char::is_ascii_digit).collect();
    // "trên 01 ha".
    let digits = digits.trim_start_matches('0');
    let round = digits.strip_prefix('1').is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'));
    let left = before(tokens, at)?;
    let slash = left.is("/") && !at.checked_sub(2).is_some_and(|at| is_number(tokens, at));
    let per = matches!(&*left.key, "trên" | "per" | "mỗi");
    let mut unit = at + 1;
    if tokens.get(unit).is_some_and(|token| matches!(&*token.key, "vạn" | "nghìn" | "triệu")) {
        unit += 1;
    }
    let base = tokens.get(unit).is_some_and(|token| BASES_OF_RATES.contains(&token.key));
    // "Giá trị sản xuất trên 1 ha đất canh tác": a rate, and not more than one hectare.
    const BACK: usize = 8;
    let rate =
        (at.saturating_sub(BACK)..at).rev().take_while(|at| tokens[*at].kind == TokenKind::Word);
    let rate = rate.into_iter().any(|at| {
        matches!(&*tokens[at].key, "trị" | "nhập" | "bình" | "nhuận" | "suất" | "thu" | "phí")
    });
    let one = digits != "1" || unit > at + 1 || rate;
    (round && base && (slash || per && one)).then_some(at + 1)
}

/// "chuẩn nghèo 1,5 triệu đồng", "the line of US$3.65 a day": a threshold in the name of what is measured.
pub(super) fn threshold(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const BACK: usize = 4;
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let money = |token: &Token<'_>| {
        token.is("$") || matches!(&*token.key, "us" | "us$" | "usd" | "of" | "at" | "vnd" | "mức")
    };
    let from = (at.saturating_sub(BACK)..at).rev().take_while(|at| money(&tokens[*at])).last();
    let from = from.unwrap_or(at);
    let line = from.checked_sub(1).is_some_and(|at| {
        matches!(key(at), "line" | "threshold" | "measured")
            || key(at) == "nghèo" && at > 0 && key(at - 1) == "chuẩn"
    });
    let vietnamese = key(from.saturating_sub(1)) == "nghèo";
    // "US$3.65 a day".
    let daily = matches!(key(at + 1), "a" | "per") && key(at + 2) == "day";
    (line && (from < at || vietnamese)).then_some(if daily { at + 3 } else { at + 1 })
}

/// "lần thứ 3", "bão số 3", "lớp 1", "Quyết định 148".
pub(super) fn ordinal(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 4)?;
    let start = NAME_WORDS.ends_before(tokens, at, NameWord::OrdinalBefore)?;
    let ranked = (0..=at).any(|from| {
        from + 6 >= at
            && PHRASES
                .longest(&tokens[from..at])
                .is_some_and(|(n, class)| class == Phrase::Rank && from + n == at)
    });
    let unit = UNITS.longest(tokens.get(at + 1..)?);
    let counted = unit.is_some_and(|(_, class)| {
        !matches!(class, UnitClass::Count | UnitClass::Place | UnitClass::Per)
    });
    let ranked = ranked || is_further_rank(tokens, at);
    let fraction = is_at(tokens, at + 1, "/") && is_number(tokens, at + 2);
    // "thứ 5 cả nước" is a rank, "lớp 1" is not; "trong khu 12 doanh nghiệp" is neither.
    let one_word = at - start == 1
        && unit.is_some()
        && !matches!(&*tokens[start].key, "thứ" | "lớp" | "khóa" | "lần");
    (!ranked && !counted && !fraction && !one_word).then_some(at + 1)
}

/// "Phường 12, quận 10 năm 2025", but not "giao cho quận 10 tỷ đồng".
pub(super) fn numbered_district(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 2)?;
    let kind = before(tokens, at).is_some_and(|token| matches!(&*token.key, "quận" | "phường"));
    let unit = UNITS.longest(tokens.get(at + 1..)?).is_some();
    let timed = tokens.get(at + 1).is_some_and(|token| &*token.key == "năm");
    let timed = timed && is_number(tokens, at + 2);
    let fraction = is_at(tokens, at + 1, "/") || is_at(tokens, at + 1, "%");
    (kind && (!unit || timed) && !fraction).then_some(at + 1)
}

/// "xã Tam Xuân 2 tổ chức đại hội".
pub(super) fn numbered_place(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let number = small(tokens, at, 1)?;
    let proper = |back: usize| {
        at.checked_sub(back).and_then(|at| tokens.get(at)).is_some_and(|token| {
            token.kind == TokenKind::Word
                && token.text.chars().next().is_some_and(char::is_uppercase)
                && !token.is_capitals()
        })
    };
    let unit = UNITS.longest(tokens.get(at + 1..)?);
    // "THCS Mạo Khê 2 (27 giải)".
    let fraction = tokens
        .get(at + 1)
        .is_some_and(|token| token.kind == TokenKind::Mark && !matches!(token.text, "," | "("));
    // "Hàm Tân 9 người" counts, unless the unit is the beginning of a verb or of another name: "xã Tam Xuân 2 tổ chức".
    let capital =
        |at: usize| tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase));
    let verb = matches!(PHRASES.longest(tokens.get(at + 1..)?), Some((_, Phrase::Verb)));
    let open = match unit {
        None => true,
        Some((length, UnitClass::Count)) => verb || capital(at + 1 + length),
        Some(_) => false,
    };
    (number < 10 && at > 2 && proper(1) && proper(2) && open && !fraction).then_some(at + 1)
}

/// "phương châm “4 tại chỗ”": a number right behind an opening quotation mark.
pub(super) fn slogan(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 2)?;
    let opens = before(tokens, at).is_some_and(|token| token.is("“") || token.is("‘"));
    let word = tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Word);
    (opens && word).then_some(at + 1)
}

/// "giống lúa OM 5451": the number of a variety behind its two letters.
pub(super) fn variety(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let digits =
        tokens[at].text.len() >= 2 && tokens[at].text.bytes().all(|byte| byte.is_ascii_digit());
    let letters = before(tokens, at)
        .is_some_and(|token| token.is_capitals() && token.text.chars().count() == 2);
    // "KH 1200" is a plan, "NHIỆM KỲ 2020" and "Q3 2023" are periods.
    let letters = letters && PHRASES.longest(&tokens[at - 1..]).is_none();
    let coded = before(tokens, at).is_some_and(|token| token.text.ends_with(char::is_numeric));
    let period = is_year(tokens, at) && (coded || follows(tokens, at, NameWord::YearBefore));
    let counted = UNITS.longest(tokens.get(at + 1..)?).is_some();
    (digits && letters && !counted && !period).then_some(at + 1)
}

/// "ĐT.326": a code of capitals with a point.
pub(super) fn code(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 4)?;
    let point = before(tokens, at).is_some_and(|token| token.is(".")) && adjacent(tokens, at);
    let letters = at.checked_sub(2).and_then(|at| tokens.get(at));
    let letters = letters.is_some_and(Token::is_capitals) && adjacent(tokens, at - 1);
    (point && letters).then_some(at + 1)
}

/// "tỷ lệ trẻ được tiêm đủ 8 loại vắc xin đạt 71,9%": a small number in the name of a rate, whose value follows.
pub(super) fn in_rate(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const WORDS: usize = 9;
    small(tokens, at, 2)?;
    let phrase = |at: usize| PHRASES.longest(tokens.get(at..)?).map(|(_, phrase)| phrase);
    let value = |at: usize| {
        matches!(
            phrase(at),
            Some(
                Phrase::Reach
                    | Phrase::Equal
                    | Phrase::Up
                    | Phrase::Down
                    | Phrase::To
                    | Phrase::Estimate
            )
        )
    };
    const CLAUSE: usize = 30;
    let first = at.saturating_sub(CLAUSE);
    let clause =
        (first..at).rev().find(|at| tokens[*at].kind == TokenKind::Mark && !tokens[*at].is("-"));
    let head = (clause.map_or(first, |at| at + 1)..at)
        .find(|at| matches!(&*tokens[*at].key, "tỷ" | "tỉ") && tokens[at + 1].key == "lệ")?;
    let is_age =
        |at: usize| tokens.get(at + 1).is_some_and(|token| matches!(&*token.key, "tuổi" | "tháng"));
    if (head + 2..at).any(|at| tokens[at].kind == TokenKind::Number && !is_age(at) || value(at)) {
        return None;
    }
    let words = at + 1..(at + 1 + WORDS).min(tokens.len());
    // "học 2 buổi/ngày ở bậc mầm non là 97,2%".
    let is_word = |at: usize| tokens[at].kind == TokenKind::Word || tokens[at].is("/");
    let announced = words.clone().take_while(|at| is_word(*at)).find(|at| value(*at))?;
    let number =
        (announced + 1..tokens.len().min(announced + 5)).find(|at| is_number(tokens, *at))?;
    let percent = is_at(tokens, number + 1, "%");
    (announced > at + 1 && percent).then_some(at + 1)
}

/// "Số hộ có thu nhập 100 triệu đồng trở lên là 1.240 hộ": a bound in the name of what is counted behind it.
pub(super) fn condition(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const WORDS: usize = 8;
    const LEAD: usize = 4;
    let words = (at + 1..tokens.len()).take(WORDS);
    let mut words =
        words.take_while(|at| tokens[*at].kind == TokenKind::Word || tokens[*at].is("%"));
    let bound = words.find(|at| OpenSide::at(tokens, *at).is_some())? + OpenSide::TOKENS;
    let announced = is_at(tokens, bound, ":")
        || PHRASES.longest(tokens.get(bound..)?).is_some_and(|(_, phrase)| {
            matches!(phrase, Phrase::Reach | Phrase::Share | Phrase::Up | Phrase::Down)
        });
    let figure = (bound + 1..tokens.len()).take(LEAD).any(|at| is_number(tokens, at));
    (announced && figure).then_some(at + 1)
}
