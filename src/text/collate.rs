//! Collation by the Vietnamese alphabet: a ă â b c d đ e ê … o ô ơ … u ư …; tones count after letters.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;

/// Sorts texts as a Vietnamese dictionary does. Letters are compared first, without case; tones (in the order
/// ngang, huyền, hỏi, ngã, sắc, nặng) decide only between equal letters. The sort is stable.
///
/// ```
/// use chitieu::text::collate::Alphabet;
/// let mut names = Alphabet::default();
/// for name in ["má", "đường", "Ân", "mà", "dài", "Anh"] {
///     names.push(name);
/// }
/// assert_eq!(names.order().collect::<Vec<_>>(), [5, 2, 4, 1, 3, 0]);
/// ```
///
/// A long list has a million texts, and many share a prefix. So each sort key is cut into pieces of eight
/// bytes that are compared as integers, and later pieces are read only for keys that are equal so far.
#[derive(Debug, Default)]
pub struct Alphabet {
    /// The pieces of all keys, concatenated.
    pieces: Vec<u64>,
    /// The index in `pieces` at which each key begins.
    starts: Vec<u32>,
    /// A buffer for the key of the text that is being added.
    key: Key,
}

const PIECE: usize = size_of::<u64>();

/// A text during sorting: one piece of its key, the index of that piece, and the number of the text.
type Placed = (u64, u32, u32);

impl Alphabet {
    /// Adds a text at the end.
    pub fn push(&mut self, text: &str) {
        // An index beyond u32 would need more than 32 GB of keys.
        self.starts.push(u32::try_from(self.pieces.len()).unwrap_or(u32::MAX));
        let (pieces, rest) = self.key.of(text).as_chunks();
        self.pieces.extend(pieces.iter().map(|piece| u64::from_be_bytes(*piece)));
        // The last piece ends in a zero byte, which no key contains: it marks the end of the key.
        let mut last = [0; PIECE];
        last[..rest.len()].copy_from_slice(rest);
        self.pieces.push(u64::from_be_bytes(last));
    }

    /// Returns the numbers of the texts (from 0, in the order in which they were added), sorted.
    pub fn order(self) -> impl DoubleEndedIterator<Item = usize> {
        let mut texts: Vec<Placed> = (0..)
            .zip(&self.starts)
            .map(|(text, start)| (self.piece(*start), *start, text))
            .collect();
        // Ranges of texts whose keys are equal up to the current piece.
        let mut unordered = vec![(0, texts.len())];
        while let Some((start, end)) = unordered.pop() {
            let run = &mut texts[start..end];
            let mut end = start;
            run.sort_unstable();
            for alike in run.chunk_by_mut(|a, b| a.0 == b.0) {
                let start = end;
                end += alike.len();
                if alike.len() > 1 && alike[0].0 & 0xff != 0 {
                    for (piece, at, _) in alike {
                        *at += 1;
                        *piece = self.piece(*at);
                    }
                    unordered.push((start, end));
                }
            }
        }
        texts.into_iter().map(|(.., text)| text as usize)
    }

    fn piece(&self, at: u32) -> u64 {
        self.pieces.get(at as usize).copied().unwrap_or_default()
    }
}

/// A sort key: its byte order is the order of the texts. It consists of the letters in UTF-8, each followed
/// by its mark; then, if any letter has a tone, [`END_OF_LETTERS`] and one byte for each such letter. That
/// byte is greater the fewer letters precede it, then by its tone. A key contains no zero byte.
#[derive(Debug, Default)]
struct Key {
    bytes: Vec<u8>,
    /// The tone of each letter.
    tones: Vec<u8>,
}

const END_OF_LETTERS: u8 = 1;
const FIRST_LETTER: char = '\u{2}';
/// Greater than any byte of a letter, so that ă sorts after a whatever follows.
const MARK: u8 = 0xf8;

impl Key {
    fn of(&mut self, text: &str) -> &[u8] {
        self.bytes.clear();
        self.tones.clear();
        for c in text.chars() {
            match c {
                '\0'..='\x7f' => self.letter(c.to_ascii_lowercase()),
                _ => match known(c) {
                    Some((letter, mark, tone)) => {
                        self.bytes.push(letter);
                        self.bytes.extend(mark);
                        self.tones.push(tone);
                    }
                    None => decompose_canonical(c, |c| c.to_lowercase().for_each(|c| self.take(c))),
                },
            }
        }
        self.end();
        &self.bytes
    }

    /// Adds a letter, or a combining mark of the letter before.
    fn take(&mut self, c: char) {
        match (c, self.tones.last_mut()) {
            ('\u{306}', Some(_)) => self.bytes.push(MARK + 1),
            ('\u{302}', Some(_)) => self.bytes.push(MARK + 2),
            ('\u{31b}', Some(_)) => self.bytes.push(MARK + 3),
            ('\u{300}', Some(tone)) => *tone = 1,
            ('\u{309}', Some(tone)) => *tone = 2,
            ('\u{303}', Some(tone)) => *tone = 3,
            ('\u{301}', Some(tone)) => *tone = 4,
            ('\u{323}', Some(tone)) => *tone = 5,
            ('đ', _) => {
                self.bytes.extend([b'd', MARK + 4]);
                self.tones.push(0);
            }
            _ => self.letter(c),
        }
    }

    #[inline]
    fn letter(&mut self, c: char) {
        let letter = c.max(FIRST_LETTER);
        match u8::try_from(letter) {
            Ok(letter) if letter.is_ascii() => self.bytes.push(letter),
            _ => self.bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        self.tones.push(0);
    }

    /// Appends the tones after the letters.
    fn end(&mut self) {
        /// A run of this many letters without a tone gets a byte of its own, smaller than that of any tone.
        const FAR: u8 = 50;
        const NONE_NEAR: u8 = 1;
        let Some(last) = self.tones.iter().rposition(|tone| *tone != 0) else { return };
        self.bytes.push(END_OF_LETTERS);
        let mut before = 0;
        for tone in &self.tones[..=last] {
            match (tone, before + 1) {
                (0, FAR) => {
                    self.bytes.push(NONE_NEAR);
                    before = 0;
                }
                (0, more) => before = more,
                _ => {
                    self.bytes.push(NONE_NEAR + 5 * (FAR - 1 - before) + tone);
                    before = 0;
                }
            }
        }
    }
}

/// A letter of one byte, its mark and its tone.
type Letter = (u8, Option<u8>, u8);

/// Returns the key of a character that is one Vietnamese letter with at most one mark. Uses a lookup table,
/// since names are sorted by the million.
fn known(c: char) -> Option<Letter> {
    static LETTERS: LazyLock<Vec<Option<Letter>>> = LazyLock::new(|| {
        let alone = |c: char| {
            let mut key = Key::default();
            decompose_canonical(c, |c| c.to_lowercase().for_each(|c| key.take(c)));
            match (&key.bytes[..], &key.tones[..]) {
                ([letter], [tone]) => Some((*letter, None, *tone)),
                ([letter, mark], [tone]) if *mark >= MARK => Some((*letter, Some(*mark), *tone)),
                _ => None,
            }
        };
        (LATIN..LATIN_END).chain(ADDITIONAL..ADDITIONAL_END).map(alone).collect()
    });
    let at = match c {
        LATIN..LATIN_END => c as u32 - LATIN as u32,
        ADDITIONAL..ADDITIONAL_END => {
            c as u32 - ADDITIONAL as u32 + (LATIN_END as u32 - LATIN as u32)
        }
        _ => return None,
    };
    LETTERS.get(at as usize).copied().flatten()
}

/// The Unicode ranges that contain the letters of Vietnamese.
const LATIN: char = '\u{c0}';
const LATIN_END: char = '\u{250}';
const ADDITIONAL: char = '\u{1e00}';
const ADDITIONAL_END: char = '\u{1f00}';

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> Vec<u8> {
        Key::default().of(text).to_vec()
    }

    #[test]
    fn follows_the_alphabet_then_the_tones() {
        let ordered = "an|anh|ăn|ân|ba|dân|đất|em|êm|ma|mà|mả|mã|má|mạ|oi|ôi|ơi|tỷ lệ|ui|ưu";
        let ordered: Vec<&str> = ordered.split('|').collect();
        for pair in ordered.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{pair:?}");
        }
        assert!(key("e\u{302}m") > key("ez"));
        assert_eq!(key("ĐƯỜNG"), key("đu\u{31b}o\u{31b}\u{300}ng"));
    }

    proptest! {
        #[test]
        fn many_are_ordered_as_their_keys_are(
            texts in prop::collection::vec("[aáăđĐ\0]{0,12}|(ba|bá){0,20}|\\PC{0,4}", 0..120),
        ) {
            let mut alphabet = Alphabet::default();
            texts.iter().for_each(|text| alphabet.push(text));
            let mut plain: Vec<usize> = (0..texts.len()).collect();
            plain.sort_by_key(|text| key(&texts[*text]));
            prop_assert_eq!(alphabet.order().collect::<Vec<_>>(), plain);
        }
    }
}
