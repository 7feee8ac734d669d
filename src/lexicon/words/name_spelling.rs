//! One spelling of names: lower case, one space between words, tỉ as tỷ.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::text::fold::{accented, fold, letter};
use crate::text::one_line::{is_one_line, one_line};

/// Returns a folded text with its words separated by one space, and ti as ty. Most have this form already.
pub(crate) fn folded_spelling(folded: &str) -> Cow<'_, str> {
    const SPELLINGS: [(&str, &str); 3] =
        [("ti le", "ty le"), ("ti suat", "ty suat"), ("ti trong", "ty trong")];
    static SPELLED: LazyLock<Spellings<3>> = LazyLock::new(|| Spellings::of(SPELLINGS));
    SPELLED.replaced(match is_one_line(folded) {
        true => Cow::Borrowed(folded),
        false => Cow::Owned(one_line(folded)),
    })
}

/// Returns the text in lower case with accents, words separated by one space, and tỉ as tỷ.
pub(crate) fn one_spelling(text: &str) -> String {
    const SPELLINGS: [(&str, &str); 4] =
        [("tỉ lệ", "tỷ lệ"), ("tỉ suất", "tỷ suất"), ("tỉ trọng", "tỷ trọng"), ("ti le", "ty le")];
    static SPELLED: LazyLock<Spellings<4>> = LazyLock::new(|| Spellings::of(SPELLINGS));
    let lower = accented(text);
    let lower = if is_one_line(&lower) { lower } else { one_line(&lower) };
    SPELLED.replaced(Cow::Owned(lower)).into_owned()
}

/// Whether a text in lower case has letters that folding changes.
pub(crate) fn has_accents(lower: &str) -> bool {
    // Folding looks at one letter at a time.
    let is_accented = |c: char| {
        let mut bytes = [0; 4];
        let text = c.encode_utf8(&mut bytes);
        letter(c).is_some() || fold(text) != *text
    };
    lower.chars().any(|c| !c.is_ascii() && is_accented(c))
}

/// Spellings to replace by others. Few of a million names have one, so the search for them is prepared once.
struct Spellings<const N: usize> {
    finders: [Finder<'static>; N],
    replacements: [(&'static str, &'static str); N],
}

impl<const N: usize> Spellings<N> {
    fn of(replacements: [(&'static str, &'static str); N]) -> Self {
        Self { finders: replacements.map(|(spelling, _)| Finder::new(spelling)), replacements }
    }

    fn replaced<'t>(&self, mut text: Cow<'t, str>) -> Cow<'t, str> {
        for (finder, (spelling, other)) in self.finders.iter().zip(self.replacements) {
            if finder.find(text.as_bytes()).is_some() {
                text = Cow::Owned(text.replace(spelling, other));
            }
        }
        text
    }
}
