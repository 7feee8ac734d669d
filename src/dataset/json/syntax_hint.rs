//! Hints for common mistakes in JSON, chosen by the text around the error.

/// Returns a hint for the syntax error at a byte offset.
pub(super) fn hint(text: &str, at: usize) -> &'static str {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let comma = before.trim_end().strip_suffix(',');
    let digit = |text: &str, last: bool| {
        let c = if last { text.chars().next_back() } else { text.chars().next() };
        c.is_some_and(|c| c.is_ascii_digit())
    };
    match behind.chars().next() {
        Some('}' | ']') if comma.is_some() => "the comma before it is one too many",
        Some('0'..='9') if comma.is_some_and(|number| digit(number, true)) => {
            "JSON writes decimals with a point: 97.4"
        }
        Some(',') if digit(before, true) && digit(&behind[1..], false) => {
            "JSON writes decimals with a point: 97.4"
        }
        Some('“' | '”' | '\'' | '‘' | '’' | '«') => "JSON takes straight quotes: \"name\"",
        Some('/' | '#') => "JSON has no comments; there is the field `note`",
        Some('"' | '{' | '[') => "a comma is missing before it, or a bracket",
        None => "the file ends too early: a bracket is not closed, or it was cut",
        _ => "expected JSON",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_hint_depends_on_the_surrounding_text() {
        for (text, message) in [
            ("{\"a\":1,^5}", "a point"),
            ("{\"a\":[1,2,^]}", "too many"),
            ("{\"a\":1,\n ^}", "too many"),
            ("{^“a”:1}", "straight quotes"),
            ("^// ghi chú\n{}", "no comments"),
            ("{\"a\":1 ^\"b\":2}", "missing"),
            ("{\"a\":1^", "ends too early"),
            ("{\"a\":^x}", "expected JSON"),
        ] {
            let at = text.find('^').unwrap();
            assert!(hint(&text.replace('^', ""), at).contains(message), "{text}");
        }
    }

    proptest! {
        #[test]
        fn accepts_any_offset(text in "[0-9,“đ}/\"]{0,9}", at in 0_usize..30) {
            hint(&text, at);
        }
    }
}
