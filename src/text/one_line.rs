//! Text on one line, its words one space apart.

/// Text on one line.
///
/// ```
/// use chitieu::text::one_line::one_line;
/// assert_eq!(one_line(" Tỷ lệ\n  hộ nghèo "), "Tỷ lệ hộ nghèo");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether there is nothing around or between the words of a text but one space each.
#[must_use]
pub fn is_one_line(text: &str) -> bool {
    let mut last = b' ';
    for byte in text.bytes() {
        match (last, byte) {
            (b' ', b' ') => return false,
            // Other spaces are control characters or begin with these bytes, one of them as many letters of
            // Vietnamese do.
            (_, 0..b' ' | 0xc2 | 0xe2 | 0xe3) | (0xe1, 0x9a) => return is_spaced_once(text),
            _ => last = byte,
        }
    }
    text.is_empty() || last != b' '
}

/// The same, by what each character is.
fn is_spaced_once(text: &str) -> bool {
    let mut spaced = true;
    for c in text.chars() {
        let space = c.is_whitespace();
        if space && (spaced || c != ' ') {
            return false;
        }
        spaced = space;
    }
    text.is_empty() || !spaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_line_is_told_at_one_look(text in "(a|ộ|Ớ|–|\u{1680}|\u{a0}|\u{3000}| |\n|\t){0,8}") {
            prop_assert_eq!(is_one_line(&text), is_spaced_once(&text));
            prop_assert!(is_one_line(&one_line(&text)));
        }
    }
}
