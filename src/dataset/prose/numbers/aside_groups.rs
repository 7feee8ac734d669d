//! Totals of the text, and numbers that only say how large a group is.

use super::aside_tokens::{before, chain, is_number, small};
use super::worded_rank::ends_worded_rank;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{PLACE_SYLLABLES, VOTERS, VOTES, WordList};

/// "05/28 chỉ tiêu", "11 chỉ tiêu kinh tế gồm", "17 of 21 targets".
pub(super) fn totals(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 3)?;
    let all = Some(at + 1 + of_words(tokens, at + 1)).filter(|all| *all > at + 1);
    let all = all.filter(|all| is_number(tokens, *all));
    let end = match all {
        Some(all) => small(tokens, all, 3).map(|_| all + 1)?,
        None => chain(tokens, at, &["/"]),
    };
    let named = NAME_WORDS.longest_of(&tokens[end..], NameWord::TotalNoun).is_some();
    (named || end > at + 1 && counts_totals(tokens, at, end)).then_some(end)
}

/// How many words say of how many: "23 trong tổng số 26 chỉ tiêu", "17 of 21 targets".
fn of_words(tokens: &[Token<'_>], at: usize) -> usize {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    match (key(at), key(at + 1), key(at + 2)) {
        ("trong" | "trên", "tổng", "số") => 3,
        ("trong" | "trên", "số", _) => 2,
        ("of" | "trong" | "trên", _, _) => 1,
        _ => 0,
    }
}

/// "Số chỉ tiêu đạt kế hoạch: 23/26.": what is counted is named before the colon.
fn counts_totals(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    const BACK: usize = 9;
    let label = |token: &Token<'_>| token.is(":") || &*token.key == "là";
    let labelled = before(tokens, at).is_some_and(label);
    let alone = tokens.get(end).is_none_or(|next| next.kind == TokenKind::Mark && !next.is("%"));
    let counted = (at.saturating_sub(BACK)..at)
        .any(|from| NAME_WORDS.longest_of(&tokens[from..at], NameWord::TotalNoun).is_some());
    let number = tokens[at.saturating_sub(BACK)..at].iter().any(|t| t.kind == TokenKind::Number);
    labelled && alone && counted && !number
}

/// "Of the 28 key performance indicators reported, 19 were on target": how many of the indicators that were counted.
pub(super) fn some_of_totals(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const BACK: usize = 14;
    small(tokens, at, 3)?;
    let verb =
        tokens.get(at + 1).is_some_and(|token| matches!(&*token.key, "were" | "are" | "met"));
    let comma = before(tokens, at).is_some_and(|token| token.is(","));
    let all = (at.saturating_sub(BACK)..at).any(|from| {
        is_number(tokens, from)
            && NAME_WORDS.longest_of(&tokens[from + 1..], NameWord::TotalNoun).is_some()
    });
    (verb && comma && all).then_some(at + 1)
}

/// "trong 11 nhóm hàng", "của 3 chương trình", "of 13 industrial parks".
pub(super) fn group(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 4)?;
    let start = NAME_WORDS.ends_before(tokens, at, NameWord::GroupBefore)?;
    let next = tokens.get(at + 1).filter(|token| token.kind == TokenKind::Word)?;
    // "14 trong 63 tỉnh", "87 out of 100": a part of a whole.
    let part = before(tokens, start).is_some_and(|left| {
        left.kind == TokenKind::Number || matches!(&*left.key, "th" | "st" | "nd" | "rd")
    });
    let part = part || ends_worded_rank(tokens, start);
    if part {
        return None;
    }
    let unit = UNITS.longest(&tokens[at + 1..]).map(|(_, class)| class);
    let things = matches!(unit, None | Some(UnitClass::Count));
    // "trong top 10 điểm đến", "lọt tốp 20": whatever is behind it.
    let top = before(tokens, at).is_some_and(|left| matches!(&*left.key, "top" | "tốp"));
    let from = matches!(&*tokens[start].key, "từ");
    ((things || top) && !from && !matches!(&*next.key, "so" | "và" | "kế")).then_some(at + 1)
}

/// "đạt 92,6% trên 1.000 giường": of how many a percentage is.
pub(super) fn whole_of_percent(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let on = before(tokens, at).is_some_and(|token| &*token.key == "trên");
    let percent =
        at.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|token| token.is("%"));
    let counted = UNITS.longest_of(tokens.get(at + 1..)?, UnitClass::Count).is_some();
    (on && percent && counted).then_some(at + 1)
}

/// "Riêng 5 huyện miền núi, tỷ lệ hộ nghèo còn 16,94%": how many a figure behind the comma is about.
pub(super) fn group_before_comma(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    small(tokens, at, 3)?;
    let opens = |token: &Token<'_>| {
        matches!(&*token.key, "riêng" | "đối" | "với" | "ở" | "tại" | "trong" | "còn")
    };
    let many = tokens[..at].iter().rev().take_while(|token| opens(token)).count();
    let first = tokens[..at - many].last().is_none_or(|token| token.kind == TokenKind::Mark);
    UNITS.longest_of(&tokens[at + 1..], UnitClass::Count)?;
    let says = |at: usize| {
        tokens[at].kind == TokenKind::Number
            || PHRASES.longest(&tokens[at..]).is_some_and(|(_, phrase)| {
                matches!(phrase, Phrase::Reach | Phrase::Up | Phrase::Down | Phrase::Have)
            })
    };
    let words = (at + 1..tokens.len()).take(LONGEST).take_while(|at| !says(*at));
    let named = |at: usize| NAME_WORDS.longest_of(&tokens[at + 1..], NameWord::Head).is_some();
    let about = words.into_iter().any(|at| tokens[at].is(",") && named(at));
    (many > 0 && first && about).then_some(at + 1)
}

/// "96 chi nhánh tại 21 tỉnh, thành phố": over how many places those that were counted before are spread.
pub(super) fn spread_over(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const BACK: usize = 12;
    small(tokens, at, 3)?;
    let at_place = before(tokens, at).is_some_and(|token| {
        matches!(&*token.key, "tại" | "ở" | "trên" | "khắp" | "in" | "across")
    });
    let place = tokens.get(at + 1).is_some_and(|token| PLACE_SYLLABLES.contains(&token.key));
    let counted = (at.saturating_sub(BACK)..at).rev().find(|at| is_number(tokens, *at))?;
    let unit = UNITS.longest_of(&tokens[counted + 1..], UnitClass::Count);
    let mut between = counted + 1 + unit.unwrap_or(0)..at;
    let joins = |at: usize| {
        let inside = !tokens[at - 1].is(",") && tokens[at - 1].kind != TokenKind::Number;
        let phrase = PHRASES.longest(&tokens[at..]).map(|(_, phrase)| phrase);
        tokens[at].is(",")
            || tokens[at].kind == TokenKind::Word
                && match phrase {
                    None => true,
                    // "điểm bán hàng": within a noun.
                    Some(Phrase::Verb) => inside,
                    Some(phrase) => {
                        matches!(phrase, Phrase::Word | Phrase::Prep | Phrase::And | Phrase::Approx)
                    }
                }
    };
    let named = counted + 2 < at;
    (at_place && place && named && between.all(joins)).then_some(at + 1)
}

/// "có 7 nhóm tăng giá", "3 chương trình": the text only arranges what it says.
pub(super) fn groups(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 2)?;
    let next = tokens.get(at + 1).map(|token| &*token.key);
    let second = tokens.get(at + 2).map(|token| &*token.key);
    let group = matches!((next, second), (Some("nhóm"), second) if second != Some("nghề"))
        || matches!(
            (next, second),
            (Some("chương"), Some("trình"))
                | (Some("lĩnh"), Some("vực"))
                | (Some("khâu"), _)
                | (Some("nội"), Some("dung"))
                | (Some("groups"), _)
        );
    group.then_some(at + 1)
}

/// "($1.2 million)" behind the same sum in another currency.
pub(super) fn converted(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mark = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let dollar = mark(1).is_some_and(|token| token.is("$") || matches!(&*token.key, "usd" | "us$"));
    let open =
        mark(2).is_some_and(|token| token.is("(")) || mark(3).is_some_and(|token| token.is("("));
    let behind_number = || tokens[..at].iter().any(|token| token.kind == TokenKind::Number);
    (dollar && open && behind_number()).then_some(at + 1)
}

/// "từ 14 xã, thị trấn", "giao 14 sở, ngành": how many offices are addressed.
pub(super) fn offices(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 2)?;
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let addressed = at.checked_sub(1).is_some_and(|at| {
        matches!(key(at), "từ" | "giao" | "dân" | "các" | "cho" | "với" | "tới")
            // "giao 18 sở, ngành và 9 huyện, thị xã".
            || key(at) == "và" && at.checked_sub(1).is_some_and(|at| matches!(key(at), "ngành" | "ban"))
    });
    let first = matches!(key(at + 1), "sở" | "ban" | "phòng" | "huyện" | "xã" | "phường");
    let more =
        key(at + 2) == "," && matches!(key(at + 3), "ngành" | "ban" | "thị" | "phường" | "xã");
    (addressed && first && more).then_some(at + 1)
}

/// "34/34 đại biểu tán thành", "100% đại biểu có mặt biểu quyết", "45/47 đồng chí được bầu": who
/// was there, voted or was elected.
pub(super) fn procedure(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const WORDS: usize = 9;
    let end = chain(tokens, at, &["/"]);
    let end = end + usize::from(tokens.get(end).is_some_and(|token| token.is("%")));
    let words_of_start = |words: &[&str], at: usize, list: &WordList| {
        let text = words.get(at..)?.join(" ");
        let fits = |word: &str| {
            text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        list.longest(fits).map(|word| word.split(' ').count())
    };
    let behind = tokens.get(end..)?.iter().take(WORDS + 2);
    let behind = behind.take_while(|token| token.kind == TokenKind::Word);
    let words: Vec<&str> = behind.map(|token| &*token.key).collect();
    // "34 of 34 deputies", "tổng số đại biểu".
    let start =
        words.iter().take_while(|word| matches!(**word, "số" | "tổng" | "các" | "of")).count();
    let who = words_of_start(&words, start, &VOTERS)?;
    let acts = (start + who..words.len()).any(|at| words_of_start(&words, at, &VOTES).is_some());
    let elected = before(tokens, at).is_some_and(|token| &*token.key == "bầu");
    (acts || elected).then_some(end)
}
