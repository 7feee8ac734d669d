//! The order of the Vietnamese alphabet: a ă â b c d đ e ê … o ô ơ … u ư …, tones after letters.

use unicode_normalization::UnicodeNormalization;

/// What orders a text as a Vietnamese dictionary does: letters first; tones, in the order ngang,
/// huyền, hỏi, ngã, sắc, nặng, only where the letters are equal.
///
/// ```
/// use chitieu::text::collate::Key;
/// assert!(Key::of("Ân") > Key::of("Anh"));
/// assert!(Key::of("má") > Key::of("mà"));
/// assert!(Key::of("đường") > Key::of("dài"));
/// ```
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Base letter and its mark (breve, circumflex, horn, stroke).
    letters: Vec<(char, u8)>,
    /// One a letter.
    tones: Vec<u8>,
}

impl Key {
    /// The key of a text; capitals and small letters have the same.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut key = Self::default();
        for c in text.nfd().flat_map(char::to_lowercase) {
            match (c, key.letters.last_mut(), key.tones.last_mut()) {
                ('\u{306}', Some(letter), _) => letter.1 = 1,
                ('\u{302}', Some(letter), _) => letter.1 = 2,
                ('\u{31b}', Some(letter), _) => letter.1 = 3,
                ('\u{300}', _, Some(tone)) => *tone = 1,
                ('\u{309}', _, Some(tone)) => *tone = 2,
                ('\u{303}', _, Some(tone)) => *tone = 3,
                ('\u{301}', _, Some(tone)) => *tone = 4,
                ('\u{323}', _, Some(tone)) => *tone = 5,
                ('đ', ..) => key.push('d', 4),
                _ => key.push(c, 0),
            }
        }
        key
    }

    fn push(&mut self, letter: char, mark: u8) {
        self.letters.push((letter, mark));
        self.tones.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_alphabet_then_the_tones() {
        let ordered = [
            "an",
            "anh",
            "ăn",
            "ân",
            "ba",
            "dân",
            "đất",
            "em",
            "êm",
            "ma",
            "mà",
            "mả",
            "mã",
            "má",
            "mạ",
            "oi",
            "ôi",
            "ơi",
            "tỷ lệ",
            "ui",
            "ưu",
        ];
        for pair in ordered.windows(2) {
            assert!(Key::of(pair[0]) < Key::of(pair[1]), "{pair:?}");
        }
        assert!(Key::of("e\u{302}m") > Key::of("ez"));
    }
}
