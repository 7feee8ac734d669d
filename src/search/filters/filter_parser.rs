//! Splits a query into words, filters and problems.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::filter_words::{Key, is_percent, is_start_of_status, key, status};
use super::query_filter::{FilterProblem, FilterProblemKind, Operator, QueryFilter, QueryFilters};
use crate::lexicon::period;
use crate::model::Decimal;
use crate::text::fold::fold;

/// What a token of a query is.
enum Token {
    Word,
    Filter(QueryFilter),
    Problem(FilterProblemKind),
}

impl QueryFilters {
    /// Reads a query as typed.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        parse(query)
    }
}

fn parse(query: &str) -> QueryFilters {
    let mut parsed = QueryFilters::default();
    let mut kept = 0;
    for range in tokens(query) {
        let text = &query[range.clone()];
        match token(text) {
            Token::Word => continue,
            Token::Filter(filter) => parsed.filters.push(filter),
            Token::Problem(kind) => {
                parsed.problems.push(FilterProblem { text: text.to_owned(), kind });
                if kind == FilterProblemKind::UnknownKey {
                    continue;
                }
            }
        }
        parsed.words.push_str(&query[kept..range.start]);
        kept = range.end;
    }
    parsed.words.push_str(&query[kept..]);
    parsed
}

/// The tokens of a query: separated by white space, but for quotes after a colon, which may be unclosed, and for spaces
/// around the sign of a filter: "tt: dat", "kh < 95".
pub(super) fn tokens(query: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for token in spaced_tokens(query) {
        match tokens.last_mut() {
            Some(last) if goes_on(&query[last.clone()], &query[token.clone()]) => {
                last.end = token.end;
            }
            _ => tokens.push(token),
        }
    }
    tokens
}

fn spaced_tokens(query: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    let (mut quoted, mut before) = (false, ' ');
    for (at, c) in query.char_indices() {
        match c {
            '"' if quoted => quoted = false,
            '"' => quoted = before == ':',
            c if c.is_whitespace() && !quoted => {
                tokens.extend(start.take().map(|start| start..at));
            }
            _ => {}
        }
        if start.is_none() && !c.is_whitespace() {
            start = Some(at);
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    tokens.extend(start.map(|start| start..query.len()));
    tokens
}

/// Whether a filter that has no value yet goes on in the next token.
fn goes_on(token: &str, next: &str) -> bool {
    if let Some((name, "")) = key_and_value(token) {
        let is_filter = key_and_value(next).is_some_and(|(name, _)| key(&name).is_some());
        return key(&name).is_some() && !is_filter && percent(next).is_none();
    }
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    match percent(token) {
        Some((_, "")) => is_number(next),
        Some(_) => false,
        None => is_percent(&fold(token)) && next.starts_with(SIGNS),
    }
}

/// The name of a key and the value after the colon, without quotes; `None` for a word.
pub(super) fn key_and_value(token: &str) -> Option<(String, &str)> {
    let (name, value) = token.split_once(':')?;
    let is_name = name.chars().all(|c| c.is_alphabetic() || c == '-' || is_combining_mark(c));
    let value = value.trim();
    let value = value.strip_prefix('"').unwrap_or(value);
    let value = value.strip_suffix('"').unwrap_or(value);
    (is_name && !name.is_empty()).then(|| (fold(name), value.trim()))
}

/// The first characters of operators.
const SIGNS: [char; 5] = ['<', '>', '=', '≤', '≥'];

/// The operator and the number of a percent of plan.
fn percent(token: &str) -> Option<(Operator, &str)> {
    let at = token.find(SIGNS)?;
    if !is_percent(&fold(token[..at].trim_end())) {
        return None;
    }
    let signs = [
        ("<=", Operator::AtMost),
        (">=", Operator::AtLeast),
        ("≤", Operator::AtMost),
        ("≥", Operator::AtLeast),
        ("<", Operator::Less),
        (">", Operator::More),
        ("=", Operator::Equal),
    ];
    let sign = |(sign, operator)| Some((operator, token[at..].strip_prefix(sign)?.trim_start()));
    signs.into_iter().find_map(sign)
}

fn token(text: &str) -> Token {
    if let Some((operator, number)) = percent(text) {
        return match number.strip_suffix('%').unwrap_or(number) {
            "" => Token::Problem(FilterProblemKind::Unfinished),
            number => match number.replace(',', ".").parse::<Decimal>() {
                Ok(limit) => Token::Filter(QueryFilter::Percent(operator, limit)),
                Err(_) => Token::Problem(FilterProblemKind::UnknownValue),
            },
        };
    }
    let Some((name, value)) = key_and_value(text) else { return Token::Word };
    match key(&name) {
        // "Trong đó:" is how names write it.
        None if value.is_empty() => Token::Word,
        None => Token::Problem(FilterProblemKind::UnknownKey),
        Some(_) if value.is_empty() => Token::Problem(FilterProblemKind::Unfinished),
        Some(key) => of_value(key, value),
    }
}

fn of_value(key: Key, value: &str) -> Token {
    let folded = fold(value);
    match key {
        Key::Section => Token::Filter(QueryFilter::Section(folded)),
        Key::Place => Token::Filter(QueryFilter::Place(folded)),
        Key::Period => match period::parse(value) {
            Some(period) => Token::Filter(QueryFilter::Period(period)),
            None if value.chars().all(|c| c.is_ascii_digit()) && value.len() < 4 => {
                Token::Problem(FilterProblemKind::Unfinished)
            }
            None => Token::Problem(FilterProblemKind::UnknownValue),
        },
        Key::Status => {
            let name = folded.replace(' ', "-");
            match status(&name) {
                Some(status) => Token::Filter(QueryFilter::Status(status)),
                None if is_start_of_status(&name) => Token::Problem(FilterProblemKind::Unfinished),
                None => Token::Problem(FilterProblemKind::UnknownValue),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As macOS and some input methods send letters.
    #[test]
    fn keys_may_be_decomposed() {
        for (composed, decomposed) in [
            ("kỳ:2024", "ky\u{300}:2024"),
            ("nơi:huế", "no\u{31b}i:hue\u{302}\u{301}"),
            ("mục:kinh", "mu\u{323}c:kinh"),
            ("địa-phương:huế", "đi\u{323}a-phu\u{31b}o\u{31b}ng:huế"),
        ] {
            assert_eq!(parse(composed).filters().len(), 1, "{composed}");
            assert_eq!(parse(decomposed).filters().len(), 1, "{decomposed}");
            assert!(parse(decomposed).problems().is_empty(), "{decomposed}");
        }
    }

    #[test]
    fn statuses_have_one_set_of_names() {
        use crate::model::Status;
        for status in Status::ALL {
            for name in [status.name()].iter().chain(status.aliases()) {
                let parsed = parse(&format!("status:{name}"));
                assert_eq!(parsed.filters(), [QueryFilter::Status(status)], "{name}");
            }
        }
    }

    #[test]
    fn problems_are_kept_and_only_unknown_keys_are_words() {
        let kinds = |query: &str| -> Vec<FilterProblemKind> {
            parse(query).problems().iter().map(|problem| problem.kind).collect()
        };
        use FilterProblemKind::{Unfinished, UnknownKey, UnknownValue};
        for (query, problems, words) in [
            ("tt:", &[Unfinished][..], ""),
            ("tt:kh", &[Unfinished], ""),
            ("tt:xyz", &[UnknownValue], ""),
            ("kh<", &[Unfinished], ""),
            ("kh<abc", &[UnknownValue], ""),
            ("ky:202", &[Unfinished], ""),
            ("ky:abc", &[UnknownValue], ""),
            ("muc:\"", &[Unfinished], ""),
            ("abc:def lúa", &[UnknownKey], "abc:def lúa"),
            ("Trong đó: nữ", &[], "Trong đó: nữ"),
            ("tỷ lệ 1:2", &[], "tỷ lệ 1:2"),
            ("a<b kh ky", &[], "a<b kh ky"),
        ] {
            assert_eq!(kinds(query), problems, "{query}");
            assert_eq!(parse(query).words(), words, "{query}");
        }
    }

    #[test]
    fn spaces_around_the_sign_of_a_filter_change_nothing() {
        for (spaced, close) in [
            ("lúa kh < 95", "lúa kh<95"),
            ("kh <95 lúa", "kh<95 lúa"),
            ("plan>= 90,5% lúa", "plan>=90,5% lúa"),
            ("tt: khong-dat lúa", "tt:khong-dat lúa"),
            ("muc: \"kinh tế\" lúa", "muc:\"kinh tế\" lúa"),
            ("ky: 2024 noi: huế", "ky:2024 noi:huế"),
        ] {
            assert_eq!(parse(spaced).filters(), parse(close).filters(), "{spaced}");
            assert_eq!(parse(spaced).words(), parse(close).words(), "{spaced}");
            assert!(parse(spaced).problems().is_empty(), "{spaced}");
        }
        // Neither is a filter: a key alone, a filter behind one without a value, a word behind a whole one.
        for (query, filters) in
            [("kh vốn < 95", 0), ("tt: ky:2024", 1), ("kh<95 90", 1), ("kh < lúa", 0)]
        {
            assert_eq!(parse(query).filters().len(), filters, "{query}");
        }
    }

    #[test]
    fn quotes_hold_a_value_together_even_if_they_are_not_closed() {
        for query in ["x muc:\"kinh tế\"", "x muc:\"kinh tế"] {
            assert_eq!(parse(query).filters(), [QueryFilter::Section("kinh te".to_owned())]);
            assert_eq!(parse(query).words(), "x ");
        }
        assert_eq!(parse("ba \"bể hồ\"").words(), "ba \"bể hồ\"");
    }
}
