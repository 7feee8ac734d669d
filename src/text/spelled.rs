//! One spelling of a name for each writing of it: case, white space, the position of the tone mark, and i or y do not
//! distinguish names; accents do, where both have them.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use super::fold::is_invisible;
use super::syllable::before_i;

/// A text in one spelling, without accents and with them.
///
/// ```
/// use chitieu::text::spelled::Spelled;
/// let of = Spelled::of;
/// assert_eq!(of("TỈ LỆ  hoà giải"), of("Tỷ lệ hòa giải"));
/// assert!(of("ty le hoa giai").may_be(&of("Tỷ lệ hòa giải")));
/// assert!(!of("Sản lượng dừa").may_be(&of("Sản lượng dứa")));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Spelled {
    /// Without accents.
    pub folded: String,
    /// With accents, each tone at the end of its word; `None` if there are none.
    pub accented: Option<String>,
}

impl Spelled {
    /// Spells a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut spelled = Self { folded: String::with_capacity(text.len()), accented: None };
        let (mut accented, mut has_accents) = (String::with_capacity(text.len()), false);
        let mut word = Word::default();
        for part in text.split_whitespace() {
            word.read(part);
            if word.folded.is_empty() {
                continue;
            }
            has_accents |= word.has_accents();
            word.add_to(&mut spelled.folded, &mut accented);
        }
        spelled.accented = has_accents.then_some(accented);
        spelled
    }

    /// The spelling with accents, or else without.
    #[must_use]
    pub fn whole(&self) -> &str {
        self.accented.as_deref().unwrap_or(&self.folded)
    }

    /// Whether both may be the same name: they are, or one of them is written without accents.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        self.folded == other.folded
            && (self.accented.is_none()
                || other.accented.is_none()
                || self.accented == other.accented)
    }
}

/// A word that is read; it keeps its memory for the next one.
#[derive(Debug, Default)]
struct Word {
    folded: String,
    /// The letters with their marks, but without the tone.
    marked: String,
    tone: Option<char>,
}

impl Word {
    fn read(&mut self, word: &str) {
        self.folded.clear();
        self.marked.clear();
        self.tone = None;
        for c in word.chars() {
            if c.is_ascii() {
                self.push(c.to_ascii_lowercase());
            } else if !is_invisible(c) {
                c.to_lowercase().for_each(|c| decompose_compatible(c, |c| self.push(c)));
            }
        }
    }

    /// Adds a decomposed character.
    fn push(&mut self, c: char) {
        match c {
            '\0'..='\x7f' => {
                self.folded.push(c.to_ascii_lowercase());
                self.marked.push(c.to_ascii_lowercase());
            }
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => self.tone = Some(c),
            'đ' | 'ð' | 'ɖ' => {
                self.folded.push('d');
                self.marked.push('đ');
            }
            _ if canonical_combining_class(c) != 0 => self.marked.push(c),
            _ => {
                self.folded.extend(c.to_lowercase());
                self.marked.extend(c.to_lowercase());
            }
        }
    }

    fn has_accents(&self) -> bool {
        self.tone.is_some() || self.marked != self.folded
    }

    /// Adds the word to both spellings of a text. Some offices write tỷ lệ, others tỉ lệ.
    fn add_to(&self, folded: &mut String, accented: &mut String) {
        for (text, word) in [(&mut *folded, &self.folded), (&mut *accented, &self.marked)] {
            if !text.is_empty() {
                text.push(' ');
            }
            match before_i(word) {
                Some(before) => text.extend([before, "i"]),
                None => text.push_str(word),
            }
        }
        accented.extend(self.tone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_distinguish_names_that_both_have_them() {
        let may_be = |one: &str, other: &str| Spelled::of(one).may_be(&Spelled::of(other));
        for (one, other) in [
            ("Kỹ thuật thuỷ lợi", "KĨ THUẬT THỦY LỢI"),
            ("ĐIỆN", "dien"),
            ("Qui mô", "quy mo"),
            ("Tỷ lệ hộ nghe\u{300}o", "tỷ lệ hộ nghèo"),
        ] {
            assert!(may_be(one, other), "{one} {other}");
        }
        for (one, other) in [("Thanh Sơn", "Thành Sơn"), ("dưa", "dứa"), ("Lúa", "Lúa mì")]
        {
            assert!(!may_be(one, other), "{one} {other}");
        }
        assert_eq!(Spelled::of("GRDP  ICOR"), Spelled::of("grdp icor"));
        assert_eq!(Spelled::of("GRDP").accented, None);
    }
}
