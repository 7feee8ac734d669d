//! Hints for common mistakes in JSON, chosen by the text around the error.

use crate::dataset::SyntaxHint;

/// Returns the mistake that the syntax error at a byte offset looks like.
pub(super) fn hint(text: &str, at: usize) -> Option<SyntaxHint> {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let comma = before.trim_end().strip_suffix(',');
    let digit = |text: &str, last: bool| {
        let c = if last { text.chars().next_back() } else { text.chars().next() };
        c.is_some_and(|c| c.is_ascii_digit())
    };
    Some(match behind.chars().next() {
        Some('}' | ']') if comma.is_some() => SyntaxHint::ExtraComma,
        Some('0'..='9') if comma.is_some_and(|number| digit(number, true)) => {
            SyntaxHint::DecimalComma
        }
        Some(',') if digit(before, true) && digit(&behind[1..], false) => SyntaxHint::DecimalComma,
        Some('“' | '”' | '\'' | '‘' | '’' | '«') => SyntaxHint::Quotes,
        Some('/' | '#') => SyntaxHint::Comment,
        Some('"' | '{' | '[') => SyntaxHint::MissingComma,
        None => SyntaxHint::EndsEarly,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_hint_depends_on_the_surrounding_text() {
        for (text, expected) in [
            ("{\"a\":1,^5}", Some(SyntaxHint::DecimalComma)),
            ("{\"a\":[1,2,^]}", Some(SyntaxHint::ExtraComma)),
            ("{\"a\":1,\n ^}", Some(SyntaxHint::ExtraComma)),
            ("{^“a”:1}", Some(SyntaxHint::Quotes)),
            ("^// ghi chú\n{}", Some(SyntaxHint::Comment)),
            ("{\"a\":1 ^\"b\":2}", Some(SyntaxHint::MissingComma)),
            ("{\"a\":1^", Some(SyntaxHint::EndsEarly)),
            ("{\"a\":^x}", None),
        ] {
            let at = text.find('^').unwrap();
            assert_eq!(hint(&text.replace('^', ""), at), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn accepts_any_offset(text in "[0-9,“đ}/\"]{0,9}", at in 0_usize..30) {
            hint(&text, at);
        }
    }
}
