//! What phrases of the lexicon mean by their place: a syllable in the name of a place, an adjective, an adverb.

use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::period::is_english_month;
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase};

/// Whether a phrase of some tokens is in the name of a place: "huyện Phú Quý", "xã Đạt Thành".
pub(super) fn is_in_place_name(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    const LONGEST: usize = 4;
    // "tỉnh Quý I/2024" is followed by a period, "Phú Quý 27 ca" is not.
    if !is_proper(&tokens[at]) || begins_period(tokens, at) {
        return false;
    }
    let mut before = tokens[..at].iter().rev().take(LONGEST);
    let kind = before.find(|token| !is_proper(token) || ends_kind_of_place(token));
    let behind_kind = kind.is_some_and(ends_kind_of_place);
    // "Phú Quý đạt 88,5%": two capitals in a row. In English titles every word has one.
    let behind_capital = at > 0 && is_proper(&tokens[at - 1]) && !tokens[at].text.is_ascii();
    behind_kind || behind_capital && length == 1
}

/// Whether a word begins with a capital and goes on in lower case.
fn is_proper(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Word
        && token.text.starts_with(char::is_uppercase)
        && token.text.chars().skip(1).any(char::is_lowercase)
}

/// The last syllable of "huyện", "thị xã", "thành phố" …
fn ends_kind_of_place(token: &Token<'_>) -> bool {
    matches!(&*token.key, "tỉnh" | "huyện" | "quận" | "phường" | "xã" | "phố" | "trấn" | "đảo")
}

/// Whether a word is the month before its year, "May 2024", and not the verb, or the trade in "Dệt May 2024".
pub(super) fn is_month_of_year(tokens: &[Token<'_>], at: usize) -> bool {
    let year = tokens.get(at + 1).is_some_and(|next| {
        next.text.len() == 4 && next.text.bytes().all(|byte| byte.is_ascii_digit())
    });
    let before = at.checked_sub(1).map_or("", |at| tokens[at].text);
    tokens[at].text == "May" && year && before.is_ascii() && !before.eq_ignore_ascii_case("ty")
}

/// Whether a word is short for the same period of the year before, behind a comparison: "tăng 5% so với CK".
pub(super) fn is_same_period(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| &*tokens[before].key);
    tokens[at].text == "CK" && matches!(before, "với" | "so")
}

/// Whether a word that begins a period has its number behind it, in digits or Roman: "Quý I", "Năm 2024".
fn begins_period(tokens: &[Token<'_>], at: usize) -> bool {
    let next = |of: fn(&Token<'_>) -> bool| tokens.get(at + 1).is_some_and(of);
    match &*tokens[at].key {
        "quý" => next(|token| {
            let ends = token.text.split('/').next().unwrap_or_default();
            matches!(
                ends,
                "I" | "II" | "III" | "IV" | "1" | "2" | "3" | "4" | "01" | "02" | "03" | "04"
            )
        }),
        "năm" | "tháng" | "ngày" | "tuần" | "giai" | "cùng" | "đầu" | "cuối" => {
            next(|token| token.kind == TokenKind::Number)
        }
        _ => false,
    }
}

/// "ở nông thôn mới đạt 79,6%": "mới" says that it is only so much, and is not the programme of rural development.
pub(super) fn is_only_rural(tokens: &[Token<'_>], at: usize) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let rural = key(at) == "nông" && key(at + 1) == "thôn" && key(at + 2) == "mới";
    let reached =
        matches!(key(at + 3), "đạt" | "chỉ" | "là" | "có" | "được" | "thu" | "chiếm" | "ở");
    let area = at
        .checked_sub(1)
        .is_some_and(|at| matches!(key(at), "ở" | "vực" | "vùng" | "bàn" | "dân" | "tại"));
    rural && reached && area
}

/// "trong đó có điều kiện thi hành 11.206 việc", "trong đó có bằng cấp đạt 34%": "có" belongs to what is counted.
pub(super) fn has_condition(tokens: &[Token<'_>], at: usize) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let part = key(at) == "trong" && key(at + 1) == "đó" && key(at + 2) == "có";
    let condition = matches!(
        (key(at + 3), key(at + 4)),
        ("điều", "kiện") | ("bằng", "cấp") | ("chứng", "chỉ") | ("việc", "làm") | ("nhu", "cầu")
    );
    part && condition
}

/// "phấn đấu có thêm 9 xã": "có" belongs to "thêm".
pub(super) fn aims_at_more(tokens: &[Token<'_>], at: usize) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    key(at) == "phấn" && key(at + 2) == "có" && key(at + 3) == "thêm"
}

/// Whether a word that may join clauses describes the noun before it: "phẫu thuật loại đặc biệt".
pub(super) fn is_adjective(tokens: &[Token<'_>], at: usize) -> bool {
    let words = (&*tokens[at].key, tokens.get(at + 1).map_or("", |token| &*token.key));
    let either = matches!(words, ("đặc", "biệt") | ("nổi", "bật"));
    either && at.checked_sub(1).is_some_and(|before| tokens[before].kind == TokenKind::Word)
}

/// Whether "so" compares with a time without "với": "tăng 5,2% so cuối năm 2024".
pub(super) fn compares_with_time(tokens: &[Token<'_>], at: usize) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let time = matches!(
        (key(at + 1), key(at + 2)),
        ("cuối" | "giữa", "năm" | "tháng" | "quý" | "kỳ")
            | ("thời", "điểm" | "kỳ")
            | ("cùng", "thời")
            | ("kỳ", "trước")
    );
    key(at) == "so" && time
}

/// Whether an English word is joined to the next one by a hyphen: "on-time performance", "off-peak ridership".
pub(super) fn begins_compound(tokens: &[Token<'_>], at: usize) -> bool {
    let Some([word, hyphen, next]) = tokens.get(at..at + 3) else { return false };
    let joined = word.span.end == hyphen.span.start && hyphen.span.end == next.span.start;
    let words = word.kind == TokenKind::Word && next.kind == TokenKind::Word;
    // "the January-November period".
    let months = is_english_month(&word.key) && is_english_month(&next.key);
    let english = word.text.is_ascii() && next.text.is_ascii() && !months;
    hyphen.is("-") && joined && words && english
}

/// Whether "kém" is the last of the grades that are listed, and does not compare: "yếu 4,1% và kém 0,2%".
pub(super) fn is_lowest_grade(tokens: &[Token<'_>], at: usize) -> bool {
    const NEAR: usize = 10;
    let number = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let listed =
        at.checked_sub(1).is_some_and(|before| matches!(&*tokens[before].key, "," | ";" | "và"));
    let grade = |token: &Token<'_>| matches!(&*token.key, "yếu" | "khá" | "tb");
    let before = &tokens[at.saturating_sub(NEAR)..at];
    &*tokens[at].key == "kém" && number && listed && before.iter().any(grade)
}

/// Whether "trị giá" begins a name, and does not announce a value: "Trị giá hàng xuất khẩu đạt 214 triệu USD".
pub(super) fn names_worth(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    let Some(words) = tokens.get(at..at + length) else { return false };
    let [.., value, price] = words else { return false };
    let worth = (&*value.key, &*price.key) == ("trị", "giá");
    let begins =
        at == 0 || tokens[at - 1].kind == TokenKind::Mark || matches!(&*tokens[at - 1].key, "và");
    let named = tokens.get(at + length).is_some_and(|next| next.kind == TokenKind::Word);
    let announces = PHRASES
        .longest(tokens.get(at + length..).unwrap_or_default())
        .is_some_and(|(_, phrase)| !matches!(phrase, Phrase::Word | Phrase::Verb | Phrase::Place));
    worth && begins && named && !announces
}

/// Whether "có mặt" only begins "có mặt bằng": somebody has it, and nobody is present.
pub(super) fn has_surface(tokens: &[Token<'_>], at: usize) -> bool {
    let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
    let noun = matches!(key(at + 2), "bằng" | "hàng" | "nước" | "tiền" | "trận" | "cắt");
    key(at) == "có" && key(at + 1) == "mặt" && noun
}

/// Whether the name of an indicator begins within the words that announce a value: "đạt giá trị sản xuất công nghiệp".
pub(super) fn ends_with_head(tokens: &[Token<'_>], at: usize, length: usize) -> bool {
    let head = tokens.get(at + 1..).and_then(|rest| NAME_WORDS.longest_of(rest, NameWord::Head));
    length > 1 && head.is_some_and(|head| head > length - 1)
}
