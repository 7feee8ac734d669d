//! Folding: removes accents and case from Vietnamese text, so that a query without accents matches published
//! names.

use std::sync::LazyLock;

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

/// Removes marks and case: `Tỷ lệ hộ nghèo` becomes `ty le ho ngheo`, from NFC and NFD alike. đ and its
/// look-alikes (Ð U+00D0, Ɖ U+0189) become d. Invisible characters ([`is_invisible`]) are removed.
///
/// ```
/// use chitieu::text::fold::fold;
/// assert_eq!(fold("Điện ĐIỆN Ðiện"), "dien dien dien");
/// assert_eq!(fold("ngh\u{ad}èo"), "ngheo");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let (letters, mut folded) = (LETTERS.as_slice(), Vec::with_capacity(text.len()));
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase() as u8);
        } else if let Some(letter) = look_up(letters, c) {
            folded.push(letter);
        } else if !is_invisible(c) && !matches!(c, '\u{300}'..='\u{36f}') {
            let several: String = folded_char(c).collect();
            folded.extend_from_slice(several.as_bytes());
        }
    }
    // Only whole characters were pushed, so the bytes are valid UTF-8.
    String::from_utf8(folded).unwrap_or_default()
}

/// Whether a text folds to `folded`, without making the folded text.
pub(crate) fn folds_to(text: &str, folded: &str) -> bool {
    let (letters, mut rest) = (LETTERS.as_slice(), folded);
    for c in text.chars() {
        let next = match c {
            '\0'..='\x7f' => rest.strip_prefix(c.to_ascii_lowercase()),
            '\u{300}'..='\u{36f}' => Some(rest),
            c if is_invisible(c) => Some(rest),
            _ => match look_up(letters, c) {
                Some(letter) => rest.strip_prefix(char::from(letter)),
                None => folded_char(c).try_fold(rest, |rest, c| rest.strip_prefix(c)),
            },
        };
        match next {
            Some(next) => rest = next,
            None => return false,
        }
    }
    rest.is_empty()
}

/// Returns the text in lower case and NFC (after NFKC): accents are kept, case and encoding no longer matter.
///
/// ```
/// use chitieu::text::fold::accented;
/// assert_eq!(accented("HO\u{302}\u{323}"), "hộ");
/// ```
#[must_use]
pub fn accented(text: &str) -> String {
    if let Some(lower) = composed_lower(text) {
        return lower;
    }
    let lower: String = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => text.chars().flat_map(char::to_lowercase).collect(),
        _ => text.nfkc().flat_map(char::to_lowercase).collect(),
    };
    match is_nfc_quick(lower.chars()) {
        IsNormalized::Yes => lower,
        _ => lower.nfc().collect(),
    }
}

/// The text in lower case, if it consists of ASCII and of letters with one lower-case form that no neighbour
/// composes with: nearly all texts do, and there are millions of names.
fn composed_lower(text: &str) -> Option<String> {
    let (letters, mut lower) = (LOWER.as_slice(), String::with_capacity(text.len()));
    for c in text.chars() {
        lower.push(if c.is_ascii() { c.to_ascii_lowercase() } else { look_up(letters, c)? });
    }
    Some(lower)
}

/// Returns the folded form of one character. Folding is independent of the neighbouring characters.
fn folded_char(c: char) -> impl Iterator<Item = char> {
    let letters = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
    letters.flat_map(char::to_lowercase).map(plain)
}

/// Returns the folded form of a Vietnamese letter, or of another letter in the same Unicode ranges, if it is
/// one ASCII letter.
#[inline]
pub(crate) fn letter(c: char) -> Option<u8> {
    look_up(&LETTERS, c)
}

/// Returns the lower-case form of a Vietnamese letter, or of another letter in the same Unicode ranges, if it is one
/// character.
pub(crate) fn lower_letter(c: char) -> Option<char> {
    look_up(&LOWER, c)
}

/// Folds a text of ASCII and of letters that are each one ASCII letter when folded, and one
/// character in lower case, word by word. Nearly all names are such, and there are millions of
/// them.
pub(crate) struct PlainFolder<'t> {
    bytes: &'t [u8],
    at: usize,
    folded: Vec<u8>,
}

/// A place in a text, and in its folded form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoldedPlace {
    pub(crate) in_text: usize,
    pub(crate) in_folded: usize,
}

impl<'t> PlainFolder<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, folded: Vec::with_capacity(text.len()) }
    }

    /// Folds letters and digits as far as they follow each other; `None` if a character is of another kind.
    pub(crate) fn word(&mut self) -> Option<()> {
        let (plain, bytes) = (&*PLAIN, self.bytes);
        let low_bits = |at: usize| Some(usize::from(bytes.get(at)? & 0x3f));
        while let Some(first) = bytes.get(self.at) {
            let (letter, length) = match first {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => (first.to_ascii_lowercase(), 1),
                0..0x80 => break,
                0xc3..0xca => (plain.of_two[usize::from(first & 0x07)][low_bits(self.at + 1)?], 2),
                0xe1 => (plain.of_three[low_bits(self.at + 1)?][low_bits(self.at + 2)?], 3),
                _ => return None,
            };
            if letter == 0 {
                return None;
            }
            self.folded.push(letter);
            self.at += length;
        }
        Some(())
    }

    /// Takes the character behind a word, in ASCII; `None` at the end.
    pub(crate) fn separator(&mut self) -> Option<u8> {
        let separator = *self.bytes.get(self.at)?;
        self.folded.push(separator);
        self.at += 1;
        Some(separator)
    }

    /// How far the text is folded.
    pub(crate) fn place(&self) -> FoldedPlace {
        FoldedPlace { in_text: self.at, in_folded: self.folded.len() }
    }

    /// The folded text so far, in ASCII.
    pub(crate) fn folded(&self) -> &[u8] {
        &self.folded
    }

    /// The folded text.
    pub(crate) fn finish(self) -> String {
        // Only ASCII was pushed.
        String::from_utf8(self.folded).unwrap_or_default()
    }
}

/// The folded forms of letters, by the bytes of their UTF-8; 0 for others.
struct PlainLetters {
    /// Those of two bytes from 0xc3 to 0xc9 on, by the low bits of both.
    of_two: [[u8; 64]; 8],
    /// Those of three bytes from 0xe1 on, by the low bits of the others.
    of_three: [[u8; 64]; 64],
}

static PLAIN: LazyLock<PlainLetters> = LazyLock::new(|| {
    let mut plain = PlainLetters { of_two: [[0; 64]; 8], of_three: [[0; 64]; 64] };
    let codes = (LATIN..LATIN_END).chain(ADDITIONAL..ADDITIONAL_END);
    for c in codes.filter_map(char::from_u32) {
        let folded = lower_letter(c).and_then(|_| letter(c)).filter(u8::is_ascii_alphabetic);
        let Some(folded) = folded else { continue };
        let (mut bytes, low) = ([0; 4], |byte: u8| usize::from(byte & 0x3f));
        match c.encode_utf8(&mut bytes).as_bytes() {
            [first, last] => plain.of_two[usize::from(first & 0x07)][low(*last)] = folded,
            [_, middle, last] => plain.of_three[low(*middle)][low(*last)] = folded,
            _ => {}
        }
    }
    plain
});

/// Whether a character is invisible inside words: soft hyphens, zero-width joiners and spaces, byte order
/// marks. Word processors and web pages leave them in copied text.
///
/// ```
/// use chitieu::text::fold::is_invisible;
/// assert!("\u{ad}\u{200b}\u{200d}\u{2060}\u{feff}".chars().all(is_invisible));
/// assert!(!is_invisible(' ') && !is_invisible('-'));
/// ```
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Whether a character is a letter; fast for Vietnamese letters.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_latin(c) || !c.is_ascii() && c.is_alphabetic()
}

/// Whether a character is part of a word: a letter or a digit; fast for Vietnamese letters.
#[inline]
pub(crate) fn is_in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_latin(c) || !c.is_ascii() && c.is_alphanumeric()
}

/// Whether a character is in a Unicode range of nothing but letters that has all Vietnamese letters with marks.
#[inline]
fn is_latin(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Looks up a letter in a table: names are folded by the million.
#[inline]
fn look_up<T: Copy>(letters: &[Option<T>], c: char) -> Option<T> {
    let at = match u32::from(c) {
        code @ LATIN..LATIN_END => code - LATIN,
        code @ ADDITIONAL..ADDITIONAL_END => code - ADDITIONAL + (LATIN_END - LATIN),
        _ => return None,
    };
    letters.get(at as usize).copied().flatten()
}

const LATIN: u32 = 0xc0;
const LATIN_END: u32 = 0x250;
const ADDITIONAL: u32 = 0x1e00;
const ADDITIONAL_END: u32 = 0x1f00;

/// What is looked up of each character from [`LATIN`] and from [`ADDITIONAL`] on.
fn table<T>(of: impl Fn(char) -> Option<T>) -> Vec<Option<T>> {
    let codes = (LATIN..LATIN_END).chain(ADDITIONAL..ADDITIONAL_END);
    codes.map(|code| char::from_u32(code).and_then(&of)).collect()
}

/// The folded form of each letter, if it is one ASCII letter.
static LETTERS: LazyLock<Vec<Option<u8>>> = LazyLock::new(|| {
    table(|c| {
        let mut letters = folded_char(c);
        let letter = letters.next().filter(char::is_ascii)?;
        letters.next().is_none().then_some(letter as u8)
    })
});

/// The lower-case form of each letter that is one character, composed in itself, and that neither it nor any
/// neighbour changes.
static LOWER: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    table(|c| {
        let mut forms = c.to_lowercase();
        let lower = forms.next()?;
        let stays = |c: char| {
            is_nfkc_quick(std::iter::once(c)) == IsNormalized::Yes
                && canonical_combining_class(c) == 0
        };
        (forms.next().is_none() && stays(c) && stays(lower)).then_some(lower)
    })
});

fn plain(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plainly_folded(text: &str) -> Option<String> {
        let mut folder = PlainFolder::of(text);
        folder.word()?;
        while folder.separator().is_some() {
            folder.word()?;
        }
        Some(folder.finish())
    }

    /// All lower-case Vietnamese letters that have a mark or a tone.
    const LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    #[test]
    fn every_vietnamese_letter_loses_its_marks() {
        for letter in LETTERS.chars() {
            for text in [letter.to_string(), letter.to_uppercase().to_string()] {
                let folded = fold(&text);
                assert!(folded.len() == 1 && folded.is_ascii(), "{text} folds to {folded}");
                assert_eq!(fold(&text.nfd().collect::<String>()), folded);
            }
        }
    }

    #[test]
    fn the_fast_ranges_have_only_letters() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_in_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folds_each_character_independently(text in "(\\PC|[à-ỹÀ-ỸđĐ\u{300}-\u{323}\u{ad}\u{200b}\u{feff}]){0,40}") {
            let whole = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c));
            let whole: String = whole.flat_map(char::to_lowercase).map(plain).collect();
            prop_assert_eq!(fold(&text), whole);
        }

        #[test]
        fn plain_letters_are_folded_as_all_others(text in "([a-zA-Z0-9 ,à-ỹÀ-ỸđĐăƠư×İĿŉ–ﬁ]|\\u{300}|\\PC){0,8}") {
            if let Some(folded) = plainly_folded(&text) {
                prop_assert_eq!(&folded, &fold(&text));
                prop_assert_eq!(folded.len(), text.chars().count());
                prop_assert_eq!(accented(&text).chars().count(), folded.len());
            }
        }

        #[test]
        fn folds_to_agrees_with_fold(
            text in "(\\PC|[à-ỹÀ-ỸđĐ\u{300}-\u{323}\u{ad}a-z]){0,8}",
            other in "[a-z]{0,4}",
        ) {
            let folded = fold(&text);
            prop_assert!(folds_to(&text, &folded));
            prop_assert_eq!(folds_to(&text, &other), folded == other);
        }

        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_encoding_does_not_matter(text in "[a-zà-ỹđĐ ]*") {
            let (nfc, nfd) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
            prop_assert_eq!(fold(&nfc), fold(&nfd));
            prop_assert_eq!(accented(&nfc), accented(&nfd));
        }

        #[test]
        fn composed_letters_are_lowered_as_all_others(text in "(\\PC|[À-ỹĐđİıﬁ\u{300}-\u{323}]){0,20}") {
            let slow: String = text.nfkc().flat_map(char::to_lowercase).nfc().collect();
            prop_assert_eq!(accented(&text), slow);
        }
    }
}
