//! Lower case, which the readers of prose ask for at every word. Vietnamese is not looked up in the tables of Unicode.

use super::fold::lower_letter;

/// A text in lower case.
pub(crate) trait LowerCase {
    /// The same as [`str::to_lowercase`].
    fn lower_case(&self) -> String;
}

impl LowerCase for str {
    fn lower_case(&self) -> String {
        let text = self.to_ascii_lowercase();
        if text.is_ascii() || !has_capital(&text) {
            return text;
        }
        let mut lower = String::with_capacity(text.len());
        for c in text.chars() {
            match if may_be_capital(c) { lower_letter(c) } else { Some(c) } {
                Some(c) => lower.push(c),
                None => return self.to_lowercase(),
            }
        }
        lower
    }
}

/// Whether a text may have a letter that lower case changes.
pub(crate) fn has_capital(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_uppercase() || may_be_capital(c))
}

/// Whether lower case may change a character that is not in ASCII.
fn may_be_capital(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' | '\u{df}'..='\u{ff}' | '\u{300}'..='\u{344}' | '\u{2000}'..='\u{20cf}' => {
            false
        }
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => false,
        '\u{1ea0}'..='\u{1eff}' => u32::from(c) % 2 == 0,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_the_standard_library_has_it() {
        for c in '\0'..=char::MAX {
            let text = format!("Đa{c}Ơ");
            assert_eq!(text.lower_case(), text.to_lowercase(), "{c:?}");
            let changes = !c.to_lowercase().eq([c]);
            assert!(!changes || has_capital(&c.to_string()), "{c:?}");
        }
        assert_eq!("ΑΣ ΣΑΣ".lower_case(), "ας σας");
        assert!(!has_capital("tỷ lệ hộ nghèo đạt 5,2% – “ước”"));
    }
}
