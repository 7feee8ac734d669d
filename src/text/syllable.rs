//! The Vietnamese syllable: letters with marks, one tone, and which letter sequences are possible.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::is_invisible;

/// A word split into letters, marks and tone: `nghèo` has the letters `ngheo` and the tone huyền. The
/// position of the tone mark (hoá, hóa) is not kept, since it carries no meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Spelling {
    /// Letters without any mark, lower case.
    pub folded: String,
    /// Letters with breve, circumflex, horn or stroke, but no tone; decomposed, lower case.
    pub marked: String,
    /// The tone.
    pub tone: Tone,
}

/// The six tones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// ngang: a
    #[default]
    Level,
    /// huyền: à
    Falling,
    /// hỏi: ả
    Dipping,
    /// ngã: ã
    Broken,
    /// sắc: á
    Rising,
    /// nặng: ạ
    Heavy,
}

/// The mark of a letter. In decomposed text it follows its base letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// ă
    Breve,
    /// â ê ô
    Circumflex,
    /// ơ ư
    Horn,
    /// đ
    Stroke,
}

impl Spelling {
    /// Splits a word, in any Unicode normalization form.
    ///
    /// ```
    /// use chitieu::text::syllable::{Spelling, Tone};
    /// let poor = Spelling::of("NGHÈO");
    /// assert_eq!((poor.folded.as_str(), poor.tone), ("ngheo", Tone::Falling));
    /// assert_eq!(Spelling::of("hoá"), Spelling::of("hóa"));
    /// ```
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut spelling = Self::default();
        for c in word.nfkd().flat_map(char::to_lowercase) {
            match c {
                'đ' | 'ð' | 'ɖ' => spelling.push('d', Some(Mark::Stroke)),
                '\u{306}' | '\u{302}' | '\u{31b}' => spelling.marked.push(c),
                _ if is_invisible(c) => {}
                _ if is_combining_mark(c) => spelling.tone = tone(c).unwrap_or(spelling.tone),
                _ => spelling.push(c, None),
            }
        }
        spelling
    }

    /// Appends a letter.
    pub(super) fn push(&mut self, letter: char, mark: Option<Mark>) {
        self.folded.push(letter);
        match mark {
            Some(Mark::Stroke) => self.marked.push('đ'),
            _ => self.marked.push(letter),
        }
        match mark {
            Some(Mark::Breve) => self.marked.push('\u{306}'),
            Some(Mark::Circumflex) => self.marked.push('\u{302}'),
            Some(Mark::Horn) => self.marked.push('\u{31b}'),
            Some(Mark::Stroke) | None => {}
        }
    }

    /// Whether the word has any mark or tone.
    #[must_use]
    pub fn has_accents(&self) -> bool {
        self.marked != self.folded || self.tone != Tone::Level
    }
}

/// Returns the folded letters before the final i or y of an open syllable in which both spellings are used
/// and sound alike: tỷ and tỉ, kỹ and kĩ, quý and quí.
///
/// ```
/// use chitieu::text::syllable::before_i;
/// assert_eq!((before_i("ty"), before_i("ti")), (Some("t"), Some("t")));
/// assert_eq!((before_i("tay"), before_i("gi")), (None, None));
/// ```
#[must_use]
pub fn before_i(syllable: &str) -> Option<&str> {
    let before = syllable.strip_suffix(['i', 'y'])?;
    matches!(before, "h" | "k" | "l" | "m" | "qu" | "s" | "t" | "v").then_some(before)
}

fn tone(mark: char) -> Option<Tone> {
    match mark {
        '\u{300}' => Some(Tone::Falling),
        '\u{309}' => Some(Tone::Dipping),
        '\u{303}' => Some(Tone::Broken),
        '\u{301}' => Some(Tone::Rising),
        '\u{323}' => Some(Tone::Heavy),
        _ => None,
    }
}

const INITIALS: [&str; 26] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
];
const NUCLEI: [&str; 38] = [
    "ieu", "yeu", "oai", "oay", "oao", "oeo", "uoi", "uou", "uay", "uya", "uye", "uyu", "ai", "ao",
    "au", "ay", "eo", "eu", "ia", "ie", "iu", "oa", "oe", "oi", "oo", "ua", "ue", "ui", "uo", "uu",
    "uy", "ye", "a", "e", "i", "o", "u", "y",
];
const FINALS: [&str; 8] = ["ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// Whether folded letters can be a Vietnamese syllable: an optional initial, a vowel nucleus, an optional
/// final.
///
/// ```
/// use chitieu::text::syllable::is_syllable;
/// assert!(is_syllable("ngheo") && is_syllable("y") && is_syllable("gi"));
/// assert!(!is_syllable("grdp") && !is_syllable("usd") && !is_syllable("papi"));
/// ```
#[must_use]
pub fn is_syllable(folded: &str) -> bool {
    let rhymes = |rest: &str| {
        NUCLEI.iter().any(|nucleus| {
            rest.strip_prefix(nucleus).is_some_and(|rest| rest.is_empty() || FINALS.contains(&rest))
        })
    };
    rhymes(folded)
        || INITIALS.iter().any(|initial| folded.strip_prefix(initial).is_some_and(rhymes))
}
