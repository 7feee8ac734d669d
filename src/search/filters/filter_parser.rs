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

/// The tokens of a query: separated by white space, but for quotes after a colon, which may be unclosed.
pub(super) fn tokens(query: &str) -> Vec<Range<usize>> {
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
        before = c;
    }
    tokens.extend(start.map(|start| start..query.len()));
    tokens
}

/// The name of a key and the value after the colon, without quotes; `None` for a word.
pub(super) fn key_and_value(token: &str) -> Option<(String, &str)> {
    let (name, value) = token.split_once(':')?;
    let is_name = name.chars().all(|c| c.is_alphabetic() || c == '-' || is_combining_mark(c));
    let value = value.strip_prefix('"').unwrap_or(value);
    let value = value.strip_suffix('"').unwrap_or(value);
    (is_name && !name.is_empty()).then(|| (fold(name), value.trim()))
}

/// The name, the operator and the number of a percent of plan.
fn percent(token: &str) -> Option<(Operator, &str)> {
    let at = token.find(['<', '>', '=', '≤', '≥'])?;
    if !is_percent(&fold(&token[..at])) {
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
    let sign = |(sign, operator)| Some((operator, token[at..].strip_prefix(sign)?));
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
    fn quotes_hold_a_value_together_even_if_they_are_not_closed() {
        for query in ["x muc:\"kinh tế\"", "x muc:\"kinh tế"] {
            assert_eq!(parse(query).filters(), [QueryFilter::Section("kinh te".to_owned())]);
            assert_eq!(parse(query).words(), "x ");
        }
        assert_eq!(parse("ba \"bể hồ\"").words(), "ba \"bể hồ\"");
    }
}
