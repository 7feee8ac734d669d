//! Normalizes white space: text on one line, its words separated by single spaces.

/// Returns the text on one line: each run of white space becomes one space, none at the ends.
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

/// Whether the text is already as [`one_line`] would return it.
#[must_use]
pub fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = || bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // Without an early end, so that many bytes are compared at once.
    // Other white space is a control character or begins with one of these bytes. Many Vietnamese letters begin
    // with 0xe1 too, so only 0xe1 0x9a is checked.
    let other = |any: bool, byte: &u8| any | matches!(byte, 0..b' ' | 0xc2 | 0xe2 | 0xe3);
    let ogham = |any: bool, pair: (&u8, &u8)| any | (*pair.0 == 0xe1 && *pair.1 == 0x9a);
    if bytes.iter().fold(false, other) | pairs().fold(false, ogham) {
        return is_spaced_once(text);
    }
    let double = |any: bool, pair: (&u8, &u8)| any | (*pair.0 == b' ' && *pair.1 == b' ');
    !text.starts_with(' ') && !text.ends_with(' ') && !pairs().fold(false, double)
}

/// The slow path of [`is_one_line`]: checks each character.
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
        fn fast_path_agrees_with_the_definition(text in "(a|ộ|Ớ|–|\u{1680}|\u{a0}|\u{3000}| |\n|\t){0,8}") {
            prop_assert_eq!(is_one_line(&text), is_spaced_once(&text));
            prop_assert!(is_one_line(&one_line(&text)));
        }
    }
}
