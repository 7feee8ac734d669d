//! Stage 3: sets the numbers aside that are no figures: dates, ordinals, documents, parts of names.

use super::fate::{Decision, Fate};
use super::token::{Kind, Token};
use crate::lexicon::prose::{NAME_WORDS, NameWord, PHRASES, Phrase, UNITS, UnitClass};

/// Tokens that were set aside together, such as "14/6/2022".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aside {
    /// The first token.
    pub(super) from: usize,
    /// The token after the last one.
    pub(super) to: usize,
    /// What they are, and the rule that says so.
    pub(super) decision: Decision,
}

/// A rule: of the tokens and the index of a number it says where the aside ends.
type Rule = fn(&[Token<'_>], usize) -> Option<usize>;

/// The rules in order; the first that fits decides.
const RULES: &[(&str, Fate, Rule)] = &[
    ("list-number", Fate::Date, list_number),
    ("footnote-mark", Fate::Date, footnote),
    ("attached-to-word", Fate::Name, attached),
    ("document-number", Fate::Date, document),
    ("full-date", Fate::Date, full_date),
    ("day-and-month", Fate::Date, day_and_month),
    ("month-of-year", Fate::Date, month),
    ("quarter-of-year", Fate::Date, quarter),
    ("totals", Fate::Total, totals),
    ("complete-criteria", Fate::Name, criteria),
    ("year", Fate::Date, year),
    ("round-base", Fate::Name, round_base),
    ("duration-or-age", Fate::Name, duration),
    ("ordinal", Fate::Date, ordinal),
    ("size-of-group", Fate::Passing, group),
    ("groups-of-things", Fate::Passing, groups),
    ("numbered-place", Fate::Name, numbered_place),
    ("money-in-brackets", Fate::Passing, converted),
];

/// Sets numbers of a sentence aside, in order and without overlaps.
pub(super) fn asides(tokens: &[Token<'_>]) -> Vec<Aside> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let number = tokens[at].kind == Kind::Number;
        let rule = RULES.iter().filter(|_| number).find_map(|(rule, fate, fits)| {
            fits(tokens, at).map(|to| Aside { from: at, to, decision: Decision::new(*fate, rule) })
        });
        at = rule.as_ref().map_or(at + 1, |aside| aside.to);
        found.extend(rule);
    }
    found
}

fn token<'a, 't>(tokens: &'a [Token<'t>], at: Option<usize>) -> Option<&'a Token<'t>> {
    tokens.get(at?)
}

fn before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
    token(tokens, at.checked_sub(1))
}

fn is_at(tokens: &[Token<'_>], at: usize, mark: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.is(mark))
}

/// Whether the token at `at` follows the one before it without a space.
fn adjacent(tokens: &[Token<'_>], at: usize) -> bool {
    match (before(tokens, at), tokens.get(at)) {
        (Some(left), Some(right)) => left.span.end == right.span.start,
        _ => false,
    }
}

fn is_number(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
}

fn follows(tokens: &[Token<'_>], at: usize, class: NameWord) -> bool {
    NAME_WORDS.ends_before(tokens, at, class).is_some()
}

/// An integer of at most `digits` digits without separators.
fn small(tokens: &[Token<'_>], at: usize, digits: usize) -> Option<u32> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let plain = token.text.len() <= digits && token.text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| token.text.parse().ok())?
}

fn is_year(tokens: &[Token<'_>], at: usize) -> bool {
    small(tokens, at, 4).is_some_and(|year| (1900..2100).contains(&year))
}

/// The last token of a chain of numbers joined by one of `marks`: "2021 - 2025", "6/2024".
fn chain(tokens: &[Token<'_>], at: usize, marks: &[&str]) -> usize {
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|token| marks.iter().any(|mark| token.is(mark)))
        && is_number(tokens, end + 1)
    {
        end += 2;
    }
    end
}

/// "1.", "1.2." or "a)" at the start of a paragraph.
fn list_number(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let leading =
        tokens[..at].iter().all(|token| matches!(token.text, "-" | "–" | "+" | "*" | "•" | "("));
    let short = tokens[at].text.len() <= 8 && !tokens[at].text.contains(',');
    let mark = is_at(tokens, at + 1, ".") || is_at(tokens, at + 1, ")");
    let behind = tokens.get(at + 2).is_some_and(|token| token.kind != Kind::Number);
    (leading && short && mark && behind && adjacent(tokens, at + 1)).then_some(at + 1)
}

/// "[1]", "8,01%(1)".
fn footnote(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 2)?;
    let square =
        before(tokens, at).is_some_and(|token| token.is("[")) && is_at(tokens, at + 1, "]");
    let round = before(tokens, at).is_some_and(|token| token.is("(")) && is_at(tokens, at + 1, ")");
    let raised = round && adjacent(tokens, at - 1) && small(tokens, at, 1).is_some();
    (square || raised).then_some(at + 1)
}

/// "4G", "Covid-19", "12h30": digits that continue a word, or begin one.
fn attached(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let dash = before(tokens, at).is_some_and(|token| token.is("-")) && adjacent(tokens, at);
    let word = at.checked_sub(2).and_then(|at| tokens.get(at));
    let named = word.is_some_and(|word| word.kind == Kind::Word && !is_lower_word(word));
    if dash && named && adjacent(tokens, at - 1) {
        return Some(at + 1);
    }
    let next =
        tokens.get(at + 1).filter(|token| token.kind == Kind::Word && adjacent(tokens, at + 1))?;
    let suffix = matches!(&*next.key, "th" | "st" | "nd" | "rd");
    let unit = UNITS.longest(&tokens[at + 1..]).is_some();
    (!unit && !suffix).then_some(at + 2)
}

fn is_lower_word(token: &Token<'_>) -> bool {
    token.text.chars().all(char::is_lowercase)
}

/// "148/QĐ-TTg", "35-CT/TW", "05/2020/NQ-HĐND".
fn document(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|token| token.is("/") || token.is("-"))
        && adjacent(tokens, end)
        && tokens.get(end + 1).is_some_and(|token| token.kind != Kind::Mark)
        && adjacent(tokens, end + 1)
    {
        end += 2;
    }
    let letters =
        tokens[at + 1..end].iter().any(|token| token.kind == Kind::Word && is_code(token));
    letters.then_some(end)
}

/// Capitals, at least at the start: "QĐ", "TTg".
fn is_code(token: &Token<'_>) -> bool {
    token.text.chars().count() > 1 && token.text.chars().take(2).all(char::is_uppercase)
}

/// "14/6/2022", "14-6-2022", "14.6.2022".
fn full_date(tokens: &[Token<'_>], at: usize) -> Option<usize> {
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
fn day_and_month(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !follows(tokens, at, NameWord::DateBefore) {
        return None;
    }
    let named =
        before(tokens, at).is_some_and(|token| matches!(&*token.key, "ngày" | "mùng" | "mồng"));
    let english = before(tokens, at).is_some_and(|token| token.text.is_ascii());
    let end = chain(tokens, at, &["/"]);
    let dotted = tokens[at]
        .text
        .split_once('.')
        .is_some_and(|(day, month)| day.len() <= 2 && month.len() <= 2);
    let paired =
        end == at + 3 && small(tokens, at, 2).is_some() && small(tokens, at + 2, 4).is_some();
    let counted = UNITS.longest(&tokens[end..]).is_some();
    if dotted && !counted || paired && !counted {
        return Some(end);
    }
    let alone = small(tokens, at, 2).is_some() && (named || english && !counted);
    alone.then(|| if named { range_of_days(tokens, at) } else { at + 1 })
}

/// "ngày 28 và 29", "ngày 5 - 7".
fn range_of_days(tokens: &[Token<'_>], at: usize) -> usize {
    let joined = tokens.get(at + 1).is_some_and(|token| token.is("-") || token.is("–"));
    if joined && small(tokens, at + 2, 2).is_some() {
        chain(tokens, at + 2, &["/"])
    } else {
        chain(tokens, at, &["/"])
    }
}

/// "tháng 7", "tháng 7/2024".
fn month(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is_month = follows(tokens, at, NameWord::MonthBefore) && small(tokens, at, 2).is_some();
    is_month.then(|| chain(tokens, at, &["/", "-", "–", "."]))
}

/// "quý 2/2024", "quý I/2025", "quý II.2024".
fn quarter(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if follows(tokens, at, NameWord::QuarterBefore) && small(tokens, at, 1).is_some() {
        return Some(chain(tokens, at, &["/", "-"]));
    }
    let slash = before(tokens, at).is_some_and(|token| token.is("/") || token.is("."));
    let roman = at.checked_sub(2).and_then(|at| tokens.get(at));
    let roman = roman.is_some_and(|token| matches!(&*token.key, "i" | "ii" | "iii" | "iv"));
    (slash && roman && is_year(tokens, at)).then_some(at + 1)
}

/// "05/28 chỉ tiêu", "11 chỉ tiêu kinh tế gồm".
fn totals(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 3)?;
    let end = chain(tokens, at, &["/"]);
    NAME_WORDS.longest_of(&tokens[end..], NameWord::TotalNoun).map(|_| end)
}

/// "19/19 tiêu chí": a name of what is complete.
fn criteria(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let end = chain(tokens, at, &["/"]);
    let noun = tokens.get(end).is_some_and(|token| &*token.key == "tiêu")
        && tokens.get(end + 1).is_some_and(|token| &*token.key == "chí");
    let full = end == at + 3
        && tokens[at].text.trim_start_matches('0') == tokens[at + 2].text.trim_start_matches('0');
    // "3 thôn đạt 9/10 tiêu chí" counts the villages.
    let counted = at.checked_sub(3).is_some_and(|at| is_number(tokens, at))
        && before(tokens, at).is_some_and(|token| &*token.key == "đạt");
    (noun && (full || counted && end == at + 3)).then_some(end)
}

/// "năm 2024", "giai đoạn 2021 - 2025", "2024".
fn year(tokens: &[Token<'_>], at: usize) -> Option<usize> {
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
    ((named && (sure || !unit)) || !unit).then_some(end)
}

/// "/10.000 dân", "trên 1 vạn dân", "/1 ha đất": the base of a rate.
fn round_base(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let digits: String = tokens[at].text.chars().filter(char::is_ascii_digit).collect();
    let round = digits.strip_prefix('1').is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'));
    let left = before(tokens, at)?;
    let slash = left.is("/") && !at.checked_sub(2).is_some_and(|at| is_number(tokens, at));
    let per = matches!(&*left.key, "trên" | "per" | "mỗi");
    let mut unit = at + 1;
    if tokens.get(unit).is_some_and(|token| matches!(&*token.key, "vạn" | "nghìn" | "triệu")) {
        unit += 1;
    }
    let base = tokens.get(unit).is_some_and(|token| {
        matches!(
            &*token.key,
            "dân" | "ha" | "người" | "km2" | "hecta" | "people" | "bé" | "trẻ" | "đơn" | "học"
        )
    });
    (round && base && (slash || per && digits != "1" || per && unit > at + 1)).then_some(at + 1)
}

/// "6 tháng đầu năm", "trẻ dưới 5 tuổi", "khách sạn 3 sao".
fn duration(tokens: &[Token<'_>], at: usize) -> Option<usize> {
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
    (!counted).then_some(end)
}

/// Whether a word that announces a value is right before the number.
fn reached(tokens: &[Token<'_>], at: usize) -> bool {
    let classes = [Phrase::Reach, Phrase::Up, Phrase::Down, Phrase::To];
    classes.iter().any(|class| PHRASES.ends_before(tokens, at, *class).is_some())
}

/// "lần thứ 3", "bão số 3", "lớp 1", "Quyết định 148".
fn ordinal(tokens: &[Token<'_>], at: usize) -> Option<usize> {
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
    let fraction = is_at(tokens, at + 1, "/") && is_number(tokens, at + 2);
    // "thứ 5 cả nước" is a rank, "lớp 1" is not; "trong khu 12 doanh nghiệp" is neither.
    let one_word = at - start == 1
        && unit.is_some()
        && !matches!(&*tokens[start].key, "thứ" | "lớp" | "khóa" | "lần");
    (!ranked && !counted && !fraction && !one_word).then_some(at + 1)
}

/// "trong 11 nhóm hàng", "của 3 chương trình", "of 13 industrial parks".
fn group(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    small(tokens, at, 4)?;
    let start = NAME_WORDS.ends_before(tokens, at, NameWord::GroupBefore)?;
    let next = tokens.get(at + 1).filter(|token| token.kind == Kind::Word)?;
    // "14 trong 63 tỉnh", "87 out of 100": a part of a whole.
    let part = before(tokens, start).is_some_and(|left| {
        left.kind == Kind::Number || matches!(&*left.key, "th" | "st" | "nd" | "rd")
    });
    if part {
        return None;
    }
    let unit = UNITS.longest(&tokens[at + 1..]).map(|(_, class)| class);
    let things = matches!(unit, None | Some(UnitClass::Count));
    let from = matches!(&*tokens[start].key, "từ");
    (things && !from && !matches!(&*next.key, "so" | "và" | "kế")).then_some(at + 1)
}

/// "xã Tam Xuân 2 tổ chức đại hội".
fn numbered_place(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let number = small(tokens, at, 1)?;
    let proper = |back: usize| {
        at.checked_sub(back).and_then(|at| tokens.get(at)).is_some_and(|token| {
            token.kind == Kind::Word
                && token.text.chars().next().is_some_and(char::is_uppercase)
                && !token.is_capitals()
        })
    };
    let unit = UNITS.longest(tokens.get(at + 1..)?);
    let fraction =
        tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Mark && token.text != ",");
    let open = matches!(unit, None | Some((_, UnitClass::Count)));
    (number < 10 && at > 2 && proper(1) && proper(2) && open && !fraction).then_some(at + 1)
}

/// "có 7 nhóm tăng giá", "3 chương trình": the text only arranges what it says.
fn groups(tokens: &[Token<'_>], at: usize) -> Option<usize> {
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
fn converted(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mark = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let dollar = mark(1).is_some_and(|token| token.is("$") || matches!(&*token.key, "usd" | "us$"));
    let open =
        mark(2).is_some_and(|token| token.is("(")) || mark(3).is_some_and(|token| token.is("("));
    let behind_number = tokens[..at].iter().any(|token| token.kind == Kind::Number);
    (dollar && open && behind_number).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn set_aside(sentence: &str) -> Vec<(String, &'static str)> {
        let tokens = tokens(sentence);
        let text = |aside: &Aside| {
            sentence[tokens[aside.from].span.start..tokens[aside.to - 1].span.end].to_owned()
        };
        asides(&tokens).iter().map(|aside| (text(aside), aside.decision.rule)).collect()
    }

    #[test]
    fn numbers_that_are_no_figures() {
        for (sentence, wanted) in [
            (
                "theo Quyết định số 1127/QĐ-UBND ngày 14/6/2022",
                &[("1127/QĐ-UBND", "document-number"), ("14/6/2022", "full-date")][..],
            ),
            ("Chỉ thị số 35-CT/TW", &[("35-CT/TW", "document-number")]),
            ("trong 9 tháng đầu năm 2024", &[("9", "duration-or-age"), ("2024", "year")]),
            ("giai đoạn 2021 - 2025 đạt 5.257 ha", &[("2021 - 2025", "year")]),
            ("quý I/2025 tăng 3%", &[("2025", "quarter-of-year")]),
            (
                "tháng 7/2024 và ngày 15.6",
                &[("7/2024", "month-of-year"), ("15.6", "day-and-month")],
            ),
            ("Có 05/28 chỉ tiêu không đạt", &[("05/28", "totals")]),
            ("6 xã hoàn thành 19/19 tiêu chí", &[("19/19", "complete-criteria")]),
            ("trẻ em dưới 5 tuổi là 15,1%", &[("5", "duration-or-age")]),
            ("31,6 giường bệnh/10.000 dân", &[("10.000", "round-base")]),
            ("cơn bão số 3 (Yagi)", &[("3", "ordinal")]),
            ("đứng thứ 5 cả nước", &[]),
            ("xếp vị trí 22/63 tỉnh", &[]),
            ("Trong 11 nhóm hàng, có 7 nhóm tăng", &[("11", "size-of-group")]),
            ("phủ sóng 4G đạt 99,8%(1)", &[("4G", "attached-to-word"), ("1", "footnote-mark")]),
            ("tuổi thọ trung bình đạt 74 tuổi", &[]),
            ("1. Tốc độ tăng", &[("1", "list-number")]),
            ("đạt 2.024 tấn và 2024 con", &[]),
        ] {
            let found = set_aside(sentence);
            let found: Vec<_> = found.iter().map(|(text, rule)| (text.as_str(), *rule)).collect();
            assert_eq!(found, wanted, "{sentence}");
        }
    }
}
