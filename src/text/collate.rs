//! The order of the Vietnamese alphabet: a ă â b c d đ e ê … o ô ơ … u ư …, tones after letters.

use unicode_normalization::char::decompose_canonical;

/// What orders a text as a Vietnamese dictionary does: letters first; tones, in the order ngang,
/// huyền, hỏi, ngã, sắc, nặng, only where the letters are equal.
///
/// ```
/// use chitieu::text::collate::Key;
/// assert!(Key::of("Ân") > Key::of("Anh"));
/// assert!(Key::of("má") > Key::of("mà"));
/// assert!(Key::of("đường") > Key::of("dài"));
/// ```
///
/// It is one run of bytes, as a long list has a million of them: the letters, each as in UTF-8 and its mark
/// after it; a zero; the tones.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Box<[u8]>);

/// Greater than any byte of a letter, so that ă comes after a, whatever follows.
const MARK: u8 = 0xf8;
const END_OF_LETTERS: u8 = 0;

impl Key {
    /// The key of a text; capitals and small letters have the same.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut key = Vec::with_capacity(2 * text.len());
        let mut tones = Vec::with_capacity(text.len());
        let mut take = |c: char| match (c, tones.last_mut()) {
            ('\u{306}', Some(_)) => key.push(MARK + 1),
            ('\u{302}', Some(_)) => key.push(MARK + 2),
            ('\u{31b}', Some(_)) => key.push(MARK + 3),
            ('\u{300}', Some(tone)) => *tone = 1,
            ('\u{309}', Some(tone)) => *tone = 2,
            ('\u{303}', Some(tone)) => *tone = 3,
            ('\u{301}', Some(tone)) => *tone = 4,
            ('\u{323}', Some(tone)) => *tone = 5,
            ('đ', _) => {
                key.extend([b'd', MARK + 4]);
                tones.push(0);
            }
            _ => {
                key.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                tones.push(0);
            }
        };
        for c in text.chars() {
            match c {
                '\0'..='\x7f' => take(c.to_ascii_lowercase()),
                _ => decompose_canonical(c, |c| c.to_lowercase().for_each(&mut take)),
            }
        }
        // What has no tones at its end stands before what has.
        let toned = tones.iter().rposition(|tone| *tone != 0).map_or(0, |last| last + 1);
        key.push(END_OF_LETTERS);
        key.extend_from_slice(&tones[..toned]);
        Self(key.into())
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
